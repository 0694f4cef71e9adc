import { Deadline } from './platform/clocks/deadline.entity.js';
import type { Entities } from './platform/database/data-source.js';
import { IdempotencyRow } from './platform/http/idempotency.entity.js';
import { LedgerEntry, LedgerHead } from './platform/ledger/ledger-entry.entity.js';
import { Chore } from './platform/chores/chore.entity.js';
import { OutboxRow } from './platform/outbox/outbox.entity.js';
import { DeadLetter } from './platform/queues/dead-letter.entity.js';
import { VaultRecord } from './platform/security/vault-record.entity.js';
import { Adjudication, AdjudicationAct } from './modules/adjudications/index.js';
import { AgreementTerm } from './modules/agreements/index.js';
import { BulkCommand, BulkResult, BulkWords } from './modules/bulk-commands/index.js';
import { CaseParty, CaseRight } from './modules/case-parties/index.js';
import { CaseFile, CaseLink, CaseNote, CaseRecusal } from './modules/cases/index.js';
import { CivilSuit, CivilSuitEntry } from './modules/civil-suits/index.js';
import { Confirmation } from './modules/confirmations/index.js';
import { DeadlineKind, WorkCalendar } from './modules/deadlines/index.js';
import { AddressConfirmation, PublicNotice, ServiceRecord } from './modules/document-services/index.js';
import { DocumentCounter, OfficialDocument } from './modules/documents/index.js';
import { Account, AgencyEntity, CompetenceEntity, MeasureEntity, RefreshToken, RegionEntity } from './modules/identity/index.js';
import { Complaint, ComplaintRevision } from './modules/intake/index.js';
import { ComplaintImport, ImportCheckpoint, ImportChunk, ImportLease, ImportResult } from './modules/imports/index.js';
import { ComplaintLink } from './modules/matters/index.js';
import { Mediation, MediationDraft, MediationSession, MediationStatement } from './modules/mediations/index.js';
import { Notice } from './modules/notices/index.js';
import { Organisation, Person, RegisterVersion } from './modules/parties/index.js';
import { IpRight } from './modules/rights/index.js';
import { Penalty, PenaltyRecord } from './modules/penalties/index.js';
import { PublicRecord } from './modules/public-records/index.js';
import { Publication } from './modules/publications/index.js';
import { Proceeding, RecusalRequest } from './modules/proceedings/index.js';
import { Referral, ReferralIntervention } from './modules/referrals/index.js';
import { ReplyObligation } from './modules/replies/index.js';
import { RoutingBacktest, RoutingDecision, RuleSet } from './modules/routing/index.js';
import { Assistance, Examination, HeldGood, Preservation, Seizure } from './modules/seizures/index.js';
import { Fine, FineInstalment, FinePayment } from './modules/fines/index.js';
import { Absence, Team } from './modules/staffing/index.js';
import { SimplifiedPenalty } from './modules/simplified-penalties/index.js';
import { CaseChange } from './modules/worklists/index.js';
import { Campaign, CampaignClue } from './modules/campaigns/index.js';
import { Inspection, InspectionCase, InspectionFinding } from './modules/inspections/index.js';
import { CentreServiceRow, HearingSlot, SlotBooking } from './modules/rapid-centre/index.js';
import { TrackFact } from './modules/track-records/index.js';
import { InfringerCluster, InfringerKey, InfringerLink, InfringerMark, InfringerNode, InfringerSeparation } from './modules/infringers/index.js';
import { CreditRepair, CreditRepairBan } from './modules/credit-repairs/index.js';
import { PunitivePack, RepeatAnswer } from './modules/repeats/index.js';
import { Listing } from './modules/listings/index.js';
import { RegistryChange, RegistryEntry, RegistryRecall, RegistrySubscriber } from './modules/registries/index.js';
import { Reward } from './modules/rewards/index.js';
import { CheckDraw, KeyTarget, SpotCheck } from './modules/spot-checks/index.js';
import { Delivery, Message, MessageAddress, MessageSettings } from './modules/messages/index.js';
import { WatchAlert } from './modules/watches/index.js';
import { WhitelistEntry } from './modules/whitelist/index.js';
import { EscalationStep } from './modules/ladder/index.js';
import { Urging } from './modules/urgings/index.js';
import { Supervision } from './modules/supervisions/index.js';
import { Fair, FairMatter, FairStall, FairStrike } from './modules/fairs/index.js';
import { LanePassage } from './modules/lanes/index.js';
import { Takedown } from './modules/takedowns/index.js';

/** Every table of the system. A test compares this list with the database. */
export const ENTITIES = [
  OutboxRow, DeadLetter, Chore, IdempotencyRow, LedgerEntry, LedgerHead, VaultRecord, Deadline,
  AgencyEntity, RegionEntity, CompetenceEntity, MeasureEntity, Account, RefreshToken,
  WorkCalendar, DeadlineKind, RuleSet, RoutingDecision, RoutingBacktest, Complaint, ComplaintRevision, ComplaintLink, ReplyObligation, CaseFile, CaseRecusal, CaseLink, CaseNote, Notice,
  Organisation, IpRight, RegisterVersion, Person, CaseParty, CaseRight,
  ComplaintImport, ImportCheckpoint, ImportResult, ImportLease, ImportChunk,
  // Proceedings in general.
  Proceeding, RecusalRequest,
  // Penalty procedure.
  Penalty, PenaltyRecord,
  // Preservation, seizure, assistance.
  Preservation, Seizure, HeldGood, Examination, Assistance,
  // Fines.
  Fine, FineInstalment, FinePayment,
  // Simplified penalties.
  SimplifiedPenalty,
  // Patent adjudication.
  Adjudication, AdjudicationAct,
  // Mediation.
  Mediation, MediationSession, MediationStatement, MediationDraft,
  // Agreements.
  AgreementTerm,
  // Judicial confirmation.
  Confirmation,
  // Criminal referral.
  Referral, ReferralIntervention,
  // Civil suits.
  CivilSuit, CivilSuitEntry,
  // Takedowns by platforms.
  Takedown,
  // Supervision.
  Supervision,
  // Inspections.
  Inspection, InspectionCase, InspectionFinding,
  // Rapid-protection centre.
  HearingSlot, SlotBooking, CentreServiceRow,
  // Track records.
  TrackFact,
  // Clusters of accused parties.
  InfringerKey, InfringerNode, InfringerCluster, InfringerLink, InfringerMark, InfringerSeparation, RepeatAnswer, PunitivePack,
  // Listings and the register.
  Listing, RegistryEntry, RegistryChange, RegistrySubscriber, RegistryRecall,
  // The whitelist.
  WhitelistEntry, WatchAlert,
  // Credit repair.
  CreditRepair, CreditRepairBan,
  // Spot checks.
  KeyTarget, CheckDraw, SpotCheck,
  // Publications.
  Publication, PublicRecord,
  // Urgings and the escalation ladder.
  Urging, EscalationStep,
  // What persons are told.
  Message, MessageSettings, MessageAddress, Delivery,
  // Campaigns.
  Campaign, CampaignClue,
  // Trade fairs.
  Fair, FairStall, FairMatter, FairStrike,
  // Lanes.
  LanePassage,
  // Rewards.
  Reward,
  // Documents.
  OfficialDocument, DocumentCounter, ServiceRecord, AddressConfirmation, PublicNotice,
  // Assignment.
  Team, Absence,
  // Worklists and bulk commands.
  CaseChange, BulkCommand, BulkResult, BulkWords,
] satisfies Entities;
