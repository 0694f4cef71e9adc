import { SERVICE_GUARDS, servesKind } from '../document-services/index.js';
import { proceedingSubject } from '../proceedings/index.js';
import { Adjudication } from './adjudication.entity.js';
import { ADJUDICATION_GUARDS } from './domain/adjudication.guards.js';
import { ADJUDICATION_LIFECYCLE, IN_HAND, OVER } from './domain/adjudication.lifecycle.js';

/** The patent adjudication as the workflow knows it. */
export const ADJUDICATION = proceedingSubject<Adjudication>({
  lifecycle: ADJUDICATION_LIFECYCLE,
  guards: {
    ...SERVICE_GUARDS,
    'serves-answer-notice': servesKind('adjudication-answer-notice'),
    'serves-evidence-notice': servesKind('adjudication-evidence-notice'),
    'serves-hearing-notice': servesKind('adjudication-hearing-notice'),
    'serves-decision': servesKind('adjudication-decision'),
    ...ADJUDICATION_GUARDS,
  },
  entity: Adjudication,
  ended: OVER,
  recusal: { states: ['filed', ...IN_HAND, 'suspended'], basis: { source: '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）', article: '第五条', status: 'verified' } },
});
