import { proceedingSubject } from '../proceedings/index.js';
import { REFERRAL_GUARDS } from './domain/referral.guards.js';
import { REFERRAL_LIFECYCLE } from './domain/referral.lifecycle.js';
import { Referral } from './referral.entity.js';

/** The referral as the workflow knows it. */
export const REFERRAL = proceedingSubject({
  lifecycle: REFERRAL_LIFECYCLE,
  guards: REFERRAL_GUARDS,
  entity: Referral,
  recusal: { states: ['preparing', 'reported', 'approved'], basis: { source: '行政处罚法', article: '第四十三条', status: 'verified' } },
});
