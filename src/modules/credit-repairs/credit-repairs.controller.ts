import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { DISPLAY_CLASSES } from '../publications/index.js';
import { CONDITIONS, CONFLICTS, MATERIALS } from './data/conditions.data.js';
import { CorrectCreditRepairDto, CreditRepairAtDto, CreditRepairDataDto, CreditRepairListQuery, CreditRepairPage, CreditRepairPushDto, FileCreditRepairDto, JudgedCreditRepairDto, MovedCreditRepairDto, RepairConditions, VerifyCreditRepairDto, type CreditRepairDto } from './credit-repair.dto.js';
import { CREDIT_REPAIR } from './credit-repair.subject.js';
import { CreditRepairsQueries } from './credit-repairs.queries.js';
import { CreditRepairsService } from './credit-repairs.service.js';

type Moved = Promise<Answer<MovedCreditRepairDto>>;

@ApiTags('credit-repairs')
@Controller('v1/credit-repairs')
export class CreditRepairsController {
  constructor(
    private readonly service: CreditRepairsService,
    private readonly queries: CreditRepairsQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get()
  @Permit('credit-repair.read')
  @ReadRoute('Applications for credit repair; newest first', CreditRepairPage)
  list(@Act() acting: Acting, @Query() query: CreditRepairListQuery): Promise<Page<CreditRepairDto>> {
    return this.queries.list(acting, query);
  }

  @Get('conditions')
  @Permit('credit-repair.read')
  @ReadRoute('What a repair asks of each display class, and where orders differ', RepairConditions)
  conditions(): RepairConditions {
    return {
      classes: DISPLAY_CLASSES.filter(({ shown }) => shown).map(({ code, label, earlyMonths, months, basis }) => ({ code, label, earlyMonths, months, basis, conditions: CONDITIONS.filter(({ classes }) => classes === undefined || classes.includes(code)).map((one) => one.code) })),
      conditions: CONDITIONS.map(({ code, stage, label, basis }) => ({ code, stage, label, basis })), materials: MATERIALS, conflicts: CONFLICTS,
    };
  }

  @Get(':id')
  @Permit('credit-repair.read')
  @ReadRoute('One application, with every condition and what it was judged by; the ETag is its version', JudgedCreditRepairDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<JudgedCreditRepairDto> {
    return this.queries.one(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, CREDIT_REPAIR, id, page);
  }

  @Get(':id/available-commands')
  @Permit('credit-repair.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.service.available(acting, id);
  }

  @Post()
  @Permit('credit-repair.handle')
  @OpenRoute('credit-repair.file', 'Take down the application of a party that is shown or listed', MovedCreditRepairDto)
  file(@Act() acting: Acting, @Body() body: FileCreditRepairDto): Moved {
    return this.service.file(acting, body);
  }

  @Post(':id/ask-correction')
  @Permit('credit-repair.handle')
  @CommandRoute('credit-repair.ask-correction', 'Say once what is missing', MovedCreditRepairDto)
  askCorrection(@Act() acting: Acting, @Param('id', Uuid) id: string): Moved {
    return this.service.askCorrection(acting, id);
  }

  @Post(':id/correct')
  @Permit('credit-repair.handle')
  @CommandRoute('credit-repair.correct', 'Record what was handed in later', MovedCreditRepairDto)
  correct(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CorrectCreditRepairDto): Moved {
    return this.service.correct(acting, id, body);
  }

  @Post(':id/accept')
  @Permit('credit-repair.handle')
  @CommandRoute('credit-repair.accept', 'Accept it; the time to decide begins', MovedCreditRepairDto)
  accept(@Act() acting: Acting, @Param('id', Uuid) id: string): Moved {
    return this.service.accept(acting, id);
  }

  @Post(':id/record-verification')
  @Permit('credit-repair.handle')
  @CommandRoute('credit-repair.record-verification', 'Record what was verified', MovedCreditRepairDto)
  recordVerification(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: VerifyCreditRepairDto): Moved {
    return this.service.recordVerification(acting, id, body);
  }

  @Post(':id/withdraw')
  @Permit('credit-repair.handle')
  @CommandRoute('credit-repair.withdraw', 'Record that the applicant withdrew it', MovedCreditRepairDto)
  withdraw(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CreditRepairAtDto): Moved {
    return this.service.withdraw(acting, id, body);
  }

  @Post(':id/record-push')
  @Permit('credit-repair.handle')
  @CommandRoute('credit-repair.record-push', 'Record that it was pushed to the province of the party', MovedCreditRepairDto)
  recordPush(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CreditRepairPushDto): Moved {
    return this.service.recordPush(acting, id, body);
  }

  @Post(':id/confirm-data')
  @Permit('credit-repair.handle')
  @CommandRoute('credit-repair.confirm-data', 'Confirm that the data are done: nothing is shown', MovedCreditRepairDto)
  confirmData(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CreditRepairDataDto): Moved {
    return this.service.confirmData(acting, id, body);
  }
}
