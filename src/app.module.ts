import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { EVENTS, JOBS } from './events.data.js';
import { QUEUES } from './queues.data.js';
import { AdjudicationsModule } from './modules/adjudications/index.js';
import { AgreementsModule } from './modules/agreements/index.js';
import { AssignmentsModule } from './modules/assignments/index.js';
import { BulkCommandsModule } from './modules/bulk-commands/index.js';
import { CasePartiesModule } from './modules/case-parties/index.js';
import { CasesModule } from './modules/cases/index.js';
import { CivilSuitsModule } from './modules/civil-suits/index.js';
import { ConfirmationsModule } from './modules/confirmations/index.js';
import { CourtsModule } from './modules/courts/index.js';
import { DeadlinesModule } from './modules/deadlines/index.js';
import { DocumentServicesModule } from './modules/document-services/index.js';
import { DocumentsModule } from './modules/documents/index.js';
import { IdentityModule } from './modules/identity/index.js';
import { ImportsModule } from './modules/imports/index.js';
import { IntakeModule } from './modules/intake/index.js';
import { MattersModule } from './modules/matters/index.js';
import { MediationsModule } from './modules/mediations/index.js';
import { NoticesModule } from './modules/notices/index.js';
import { PartiesModule } from './modules/parties/index.js';
import { ReferralsModule } from './modules/referrals/index.js';
import { RightsModule } from './modules/rights/index.js';
import { RepliesModule } from './modules/replies/index.js';
import { PenaltiesModule } from './modules/penalties/index.js';
import { ProceedingsModule } from './modules/proceedings/index.js';
import { RoutingModule } from './modules/routing/index.js';
import { SeizuresModule } from './modules/seizures/index.js';
import { FairsModule } from './modules/fairs/index.js';
import { FinesModule } from './modules/fines/index.js';
import { PublicRecordsModule } from './modules/public-records/index.js';
import { PublicationsModule } from './modules/publications/index.js';
import { MailModule } from './modules/integrations/index.js';
import { MessagesModule } from './modules/messages/index.js';
import { WatchesModule } from './modules/watches/index.js';
import { WhitelistModule } from './modules/whitelist/index.js';
import { LadderModule } from './modules/ladder/index.js';
import { UrgingsModule } from './modules/urgings/index.js';
import { CampaignsModule } from './modules/campaigns/index.js';
import { InspectionsModule } from './modules/inspections/index.js';
import { RapidCentreModule } from './modules/rapid-centre/index.js';
import { TrackRecordsModule } from './modules/track-records/index.js';
import { InfringersModule } from './modules/infringers/index.js';
import { CreditRepairsModule } from './modules/credit-repairs/index.js';
import { RepeatsModule } from './modules/repeats/index.js';
import { ListingsModule } from './modules/listings/index.js';
import { RegistriesModule } from './modules/registries/index.js';
import { RewardsModule } from './modules/rewards/index.js';
import { SpotChecksModule } from './modules/spot-checks/index.js';
import { LanesModule } from './modules/lanes/index.js';
import { SupervisionsModule } from './modules/supervisions/index.js';
import { TakedownsModule } from './modules/takedowns/index.js';
import { StaffingModule } from './modules/staffing/index.js';
import { SimplifiedPenaltiesModule } from './modules/simplified-penalties/index.js';
import { WorklistsModule } from './modules/worklists/index.js';
import type { Config } from './platform/config/config.js';
import { Answers } from './platform/http/answers.interceptor.js';
import type { Now } from './platform/http/clock.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { Validation } from './platform/http/validation.js';
import { PlatformModule } from './platform/platform.module.js';
import { SUBJECTS } from './subjects.js';
import { Wiring } from './wiring.js';

export interface AppParts {
  readonly config: Config;
  readonly dataSource: DataSource;
  readonly databaseUrl: string;
  readonly now: Now;
}

@Module({})
export class AppModule {
  static with(parts: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DiscoveryModule,
        PlatformModule.register({ ...parts, subjects: SUBJECTS, catalogues: { events: EVENTS, jobs: JOBS, queues: QUEUES } }),
        IdentityModule, DeadlinesModule, RoutingModule, CasesModule, RepliesModule, IntakeModule, ImportsModule, MattersModule, NoticesModule, PartiesModule, RightsModule, CasePartiesModule,
        // Proceedings in general.
        ProceedingsModule,
        // Penalty procedure.
        PenaltiesModule,
        // Preservation, seizure, assistance.
        SeizuresModule,
        // Fines.
        FinesModule,
        // Simplified penalties.
        SimplifiedPenaltiesModule,
        TakedownsModule,
        SupervisionsModule,
        PublicationsModule, PublicRecordsModule,
        CampaignsModule,
        InspectionsModule,
        SpotChecksModule,
        InfringersModule, RepeatsModule,
        TrackRecordsModule,
        RapidCentreModule,
        // Listings and the register.
        ListingsModule,
        // Credit repair.
        CreditRepairsModule,
        RegistriesModule,
        RewardsModule,
        // Trade fairs.
        FairsModule,
        // Lanes.
        LanesModule,
        // Patent adjudication.
        AdjudicationsModule,
        // Mediation.
        MediationsModule,
        // Agreements.
        AgreementsModule,
        // Judicial confirmation.
        ConfirmationsModule,
        // Criminal referral.
        ReferralsModule,
        // Civil suits.
        CourtsModule, CivilSuitsModule,
        // Urgings and the escalation ladder.
        UrgingsModule, LadderModule,
        // The whitelist.
        WhitelistModule, WatchesModule,
        // What persons are told.
        MessagesModule, MailModule,
        // Documents.
        DocumentsModule, DocumentServicesModule,
        // Assignment.
        StaffingModule, AssignmentsModule,
        // Worklists and bulk commands.
        WorklistsModule, BulkCommandsModule,
      ],
      providers: [Wiring, { provide: APP_PIPE, useClass: Validation }, { provide: APP_INTERCEPTOR, useClass: Answers }, { provide: APP_FILTER, useClass: ProblemFilter }],
    };
  }
}
