import type { GuardSet, Lifecycle } from './kernel/lifecycle/index.js';
import { ADJUDICATION } from './modules/adjudications/index.js';
import { AGREEMENT_TERM } from './modules/agreements/index.js';
import { CASE } from './modules/cases/index.js';
import { CIVIL_SUIT } from './modules/civil-suits/index.js';
import { CONFIRMATION } from './modules/confirmations/index.js';
import { PUBLIC_NOTICE } from './modules/document-services/index.js';
import { BULK_COMMAND } from './modules/bulk-commands/index.js';
import { IMPORT } from './modules/imports/index.js';
import { COMPLAINT } from './modules/intake/index.js';
import { MEDIATION } from './modules/mediations/index.js';
import { ORGANISATION } from './modules/parties/index.js';
import { PENALTY } from './modules/penalties/index.js';
import { RIGHT } from './modules/rights/index.js';
import { REFERRAL } from './modules/referrals/index.js';
import { REGISTRY_RECALL, REGISTRY_SUBSCRIBER } from './modules/registries/index.js';
import { REPLY } from './modules/replies/index.js';
import { RULE_SET } from './modules/routing/index.js';
import { ASSISTANCE, PRESERVATION, SEIZURE } from './modules/seizures/index.js';
import { FAIR, FAIR_MATTER } from './modules/fairs/index.js';
import { FINE } from './modules/fines/index.js';
import { ABSENCE, TEAM } from './modules/staffing/index.js';
import { SIMPLIFIED_PENALTY } from './modules/simplified-penalties/index.js';
import { CAMPAIGN, CAMPAIGN_CLUE } from './modules/campaigns/index.js';
import { INSPECTION, INSPECTION_FINDING } from './modules/inspections/index.js';
import { HEARING_SLOT } from './modules/rapid-centre/index.js';
import { TRACK_FACT } from './modules/track-records/index.js';
import { INFRINGER_SEPARATION } from './modules/infringers/index.js';
import { CREDIT_REPAIR } from './modules/credit-repairs/index.js';
import { LISTING } from './modules/listings/index.js';
import { REWARD } from './modules/rewards/index.js';
import { CHECK_DRAW, KEY_TARGET, SPOT_CHECK } from './modules/spot-checks/index.js';
import { PUBLICATION } from './modules/publications/index.js';
import { SUPERVISION } from './modules/supervisions/index.js';
import { WATCH_ALERT } from './modules/watches/index.js';
import { WHITELIST_ENTRY } from './modules/whitelist/index.js';
import { ESCALATION_STEP } from './modules/ladder/index.js';
import { URGING } from './modules/urgings/index.js';
import { LANE_PASSAGE } from './modules/lanes/index.js';
import { TAKEDOWN } from './modules/takedowns/index.js';
import { DEADLINE_GUARDS, DEADLINE_LIFECYCLE } from './platform/clocks/deadline.lifecycle.js';
import type { Subject } from './platform/workflow/subject.js';

/** Subjects with a lifecycle. The platform handles their rows without knowing their types. */
export const SUBJECTS = [
  COMPLAINT, CASE, REPLY, ORGANISATION, RIGHT, RULE_SET, IMPORT,
  // Penalty procedure.
  PENALTY,
  // Preservation, seizure, assistance.
  PRESERVATION, SEIZURE, ASSISTANCE,
  // Fines.
  FINE,
  // Simplified penalties.
  SIMPLIFIED_PENALTY,
  // Patent adjudication.
  ADJUDICATION,
  // Mediation.
  MEDIATION,
  // Agreements.
  AGREEMENT_TERM,
  // Judicial confirmation.
  CONFIRMATION,
  // Criminal referral.
  REFERRAL,
  // Civil suits.
  CIVIL_SUIT,
  // Takedowns by platforms.
  TAKEDOWN,
  // Supervision.
  SUPERVISION,
  // Inspections.
  INSPECTION, INSPECTION_FINDING,
  // Publications.
  PUBLICATION,
  // The whitelist.
  WHITELIST_ENTRY, WATCH_ALERT,
  // Urgings and the escalation ladder.
  URGING, ESCALATION_STEP,
  // Campaigns.
  CAMPAIGN, CAMPAIGN_CLUE,
  // Rapid-protection centre.
  HEARING_SLOT,
  // Track records.
  TRACK_FACT,
  // Listings.
  LISTING,
  // Clusters of accused parties.
  INFRINGER_SEPARATION,
  // The register of lists.
  REGISTRY_SUBSCRIBER, REGISTRY_RECALL,
  // Credit repair.
  CREDIT_REPAIR,
  // Spot checks.
  KEY_TARGET, CHECK_DRAW, SPOT_CHECK,
  // Rewards.
  REWARD,
  // Trade fairs.
  FAIR, FAIR_MATTER,
  // Lanes.
  LANE_PASSAGE,
  // Documents.
  PUBLIC_NOTICE,
  // Commands for many cases.
  BULK_COMMAND,
  // Assignment.
  TEAM, ABSENCE,
] as unknown as readonly Subject[];

/** Every lifecycle table: those of the subjects, and that of the clocks, which live and die with a subject. */
export const TABLES: readonly { readonly lifecycle: Lifecycle; readonly guards: GuardSet<never> }[] = [...SUBJECTS, { lifecycle: DEADLINE_LIFECYCLE, guards: DEADLINE_GUARDS }];
