import { servesKind, SERVICE_GUARDS } from '../document-services/index.js';
import { proceedingSubject } from '../proceedings/index.js';
import { PENALTY_GUARDS } from './domain/penalty.guards.js';
import { BEFORE_DECISION, PENALTY_LIFECYCLE } from './domain/penalty.lifecycle.js';
import { Penalty } from './penalty.entity.js';

/** The penalty procedure as the workflow knows it. */
export const PENALTY = proceedingSubject<Penalty>({
  lifecycle: PENALTY_LIFECYCLE,
  guards: {
    ...PENALTY_GUARDS, ...SERVICE_GUARDS,
    'serves-notice': servesKind('penalty-notice'), 'serves-hearing-notice': servesKind('hearing-notice'), 'serves-decision': servesKind('penalty-decision', 'no-penalty-decision'),
  },
  entity: Penalty,
  ended: ['closed'],
  recusal: { states: BEFORE_DECISION, basis: { source: '市场监督管理行政处罚程序规定', article: '第四条', status: 'verified' } },
});
