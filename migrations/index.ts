import { CreateFoundation1780000000000 } from './1780000000000-create-foundation.js';
import { CreateReference1780000001000 } from './1780000001000-create-reference.js';
import { CreateCaseData1780000002000 } from './1780000002000-create-case-data.js';
import { SplitLegs1790000000000 } from './1790000000000-split-legs.js';
import { LetRuleSetsBeDrafted1790000001000 } from './1790000001000-let-rule-sets-be-drafted.js';
import { TeachClocks1790000002000 } from './1790000002000-teach-clocks.js';
import { AddImports1790000003000 } from './1790000003000-add-imports.js';
import { CreateRegisters1790000004000 } from './1790000004000-create-registers.js';
import { CreateCaseParties1790000004100 } from './1790000004100-create-case-parties.js';
import { EquipCases1790000005000 } from './1790000005000-equip-cases.js';
import { OpenProceedings1790000010000 } from './1790000010000-open-proceedings.js';
import { IssueDocuments1790000011000 } from './1790000011000-issue-documents.js';
import { ServeDocuments1790000011100 } from './1790000011100-serve-documents.js';
import { TellFormsApart1790000011200 } from './1790000011200-tell-forms-apart.js';
import { AddPenalties1790000012000 } from './1790000012000-add-penalties.js';
import { AddSeizures1790000013000 } from './1790000013000-add-seizures.js';
import { AddFines1790000013100 } from './1790000013100-add-fines.js';
import { AddSimplifiedPenalties1790000013200 } from './1790000013200-add-simplified-penalties.js';
import { OpenAdjudications1790000014000 } from './1790000014000-open-adjudications.js';
import { AddMediations1790000015000 } from './1790000015000-add-mediations.js';
import { ReferCrimes1790000016000 } from './1790000016000-refer-crimes.js';
import { RecordCivilSuits1790000016100 } from './1790000016100-record-civil-suits.js';
import { PassThroughLanes1790000020000 } from './1790000020000-pass-through-lanes.js';
import { RecordTakedowns1790000021000 } from './1790000021000-record-takedowns.js';
import { OpenFairs1790000021500 } from './1790000021500-open-fairs.js';
import { RankCases1790000022000 } from './1790000022000-rank-cases.js';
import { EscalateCases1790000023000 } from './1790000023000-escalate-cases.js';
import { AddStaffing1790000023500 } from './1790000023500-add-staffing.js';
import { KeepDeadLetters1790000024000 } from './1790000024000-keep-dead-letters.js';
import { FollowCases1790000022500 } from './1790000022500-follow-cases.js';
import { SuperviseCases1790000025000 } from './1790000025000-supervise-cases.js';
import { PlanCampaigns1790000025500 } from './1790000025500-plan-campaigns.js';
import { LookUpRowByRow1790000027000 } from './1790000027000-look-up-row-by-row.js';
import { SeeHistoryByOneRule1790000028000 } from './1790000028000-see-history-by-one-rule.js';
import { UrgeCases1790000030000 } from './1790000030000-urge-cases.js';
import { ClimbTheLadder1790000030500 } from './1790000030500-climb-the-ladder.js';
import { KeepTrackRecords1790000032000 } from './1790000032000-keep-track-records.js';
import { HearInSlots1790000032500 } from './1790000032500-hear-in-slots.js';
import { TellPeople1790000031000 } from './1790000031000-tell-people.js';
import { CommandInBulk1790000033000 } from './1790000033000-command-in-bulk.js';
import { FindUntouchedCases1790000033500 } from './1790000033500-find-untouched-cases.js';
import { DrawInspections1790000033600 } from './1790000033600-draw-inspections.js';
import { ListTheDishonest1790000034000 } from './1790000034000-list-the-dishonest.js';
import { RepairCredit1790000042000 } from './1790000042000-repair-credit.js';
import { RewardWhistleBlowers1790000037000 } from './1790000037000-reward-whistle-blowers.js';
import { DrawSpotChecks1790000038000 } from './1790000038000-draw-spot-checks.js';
import { HideRewardsInOneRule1790000038600 } from './1790000038600-hide-rewards-in-one-rule.js';
import { CountChangedRows1790000038700 } from './1790000038700-count-changed-rows.js';
import { OpenLaneToCentre1790000038800 } from './1790000038800-open-lane-to-centre.js';
import { ClusterInfringers1790000043000 } from './1790000043000-cluster-infringers.js';
import { TellSubscribers1790000041000 } from './1790000041000-tell-subscribers.js';
import { KeepTheWhitelist1790000035000 } from './1790000035000-keep-the-whitelist.js';
import { PromptOfRepeats1790000043500 } from './1790000043500-prompt-of-repeats.js';
import { PublishDecisions1790000036000 } from './1790000036000-publish-decisions.js';
import { ShowThePublic1790000036500 } from './1790000036500-show-the-public.js';
import { WarnEarly1790000044500 } from './1790000044500-warn-early.js';

/** In order. Written by hand; never changed once another machine has run them. */
export const migrations = [
  CreateFoundation1780000000000,
  CreateReference1780000001000,
  CreateCaseData1780000002000,
  SplitLegs1790000000000,
  LetRuleSetsBeDrafted1790000001000,
  TeachClocks1790000002000,
  AddImports1790000003000,
  CreateRegisters1790000004000,
  CreateCaseParties1790000004100,
  EquipCases1790000005000,
  OpenProceedings1790000010000,
  IssueDocuments1790000011000,
  ServeDocuments1790000011100,
  TellFormsApart1790000011200,
  AddPenalties1790000012000,
  AddSeizures1790000013000, AddFines1790000013100, AddSimplifiedPenalties1790000013200,
  OpenAdjudications1790000014000,
  AddMediations1790000015000,
  ReferCrimes1790000016000,
  RecordCivilSuits1790000016100,
  PassThroughLanes1790000020000,
  RecordTakedowns1790000021000, OpenFairs1790000021500,
  RankCases1790000022000, FollowCases1790000022500,
  EscalateCases1790000023000, AddStaffing1790000023500,
  KeepDeadLetters1790000024000,
  SuperviseCases1790000025000, PlanCampaigns1790000025500,
  LookUpRowByRow1790000027000, SeeHistoryByOneRule1790000028000,
  UrgeCases1790000030000, ClimbTheLadder1790000030500,
  TellPeople1790000031000,
  KeepTrackRecords1790000032000, HearInSlots1790000032500,
  CommandInBulk1790000033000, FindUntouchedCases1790000033500, DrawInspections1790000033600,
  ListTheDishonest1790000034000,
  KeepTheWhitelist1790000035000,
  PublishDecisions1790000036000, ShowThePublic1790000036500,
  RewardWhistleBlowers1790000037000,
  DrawSpotChecks1790000038000,
  HideRewardsInOneRule1790000038600, CountChangedRows1790000038700, OpenLaneToCentre1790000038800,
  TellSubscribers1790000041000,
  RepairCredit1790000042000,
  ClusterInfringers1790000043000, PromptOfRepeats1790000043500,
  WarnEarly1790000044500,
];
