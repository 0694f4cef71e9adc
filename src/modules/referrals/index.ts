export { REFERRAL } from './referral.subject.js';
export { Referral, ReferralIntervention } from './referral.entity.js';
export { ReferralsModule } from './referrals.module.js';
