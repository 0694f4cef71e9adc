import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { MovedProceedingDto, ProceedingDeadlines, ProceedingListQuery, ProceedingPage, ProceedingQueries, type ProceedingDto } from '../proceedings/index.js';
import { ApproveScheduleDto, AtDto, BankDto, CollectDto, FineDto, FineOpinionDto, PaymentDto, RemitDto, RequestScheduleDto, SurchargeDto, SurchargeQuery, TakeUpFineDto, WriteOffDto } from './fine.dto.js';
import { FINE } from './fine.subject.js';
import { fineGather } from './fines.gather.queries.js';
import { FinesQueries } from './fines.queries.js';
import { FinesService } from './fines.service.js';

type Moved = Promise<Answer<MovedProceedingDto>>;

@ApiTags('fines')
@Controller('v1/fines')
export class FinesController {
  constructor(
    private readonly fines: FinesService,
    private readonly queries: FinesQueries,
    private readonly proceedings: ProceedingQueries,
  ) {}

  @Get()
  @Permit('proceeding.read')
  @ReadRoute('Fines by case, agency or state; newest first', ProceedingPage)
  list(@Act() acting: Acting, @Query() query: ProceedingListQuery): Promise<Page<ProceedingDto>> {
    return this.proceedings.list(acting, query, FINE);
  }

  @Get(':id')
  @Permit('proceeding.read')
  @ReadRoute('One fine with its payments, plan and clocks; the ETag is its version', FineDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<FineDto> {
    return this.queries.one(acting, id);
  }

  @Get(':id/surcharge')
  @Permit('proceeding.read')
  @ReadRoute('The surcharge to the end of a day, step by step with its article; imposed or not', SurchargeDto)
  surcharge(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() { on }: SurchargeQuery): Promise<SurchargeDto> {
    return this.queries.surcharge(acting, id, on);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.proceedings.timeline(acting, FINE, id, page);
  }

  @Get(':id/deadlines')
  @Permit('deadline.read')
  @ReadRoute('Its clocks', ProceedingDeadlines)
  deadlines(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ProceedingDeadlines> {
    return this.proceedings.deadlines(acting, FINE, id);
  }

  @Get(':id/available-commands')
  @Permit('proceeding.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.proceedings.available(acting, FINE, id, fineGather(acting, id));
  }

  @Post()
  @Permit('fine.handle')
  @OpenRoute('fine.take-up', 'Put the money of a decision on record that was served before', MovedProceedingDto)
  takeUp(@Act() acting: Acting, @Body() body: TakeUpFineDto): Moved {
    return this.fines.takeUp(acting, body);
  }

  @Post(':id/record-payment')
  @Permit('fine.handle')
  @CommandRoute('fine.record-payment', 'Record a payment that leaves something outstanding', MovedProceedingDto)
  recordPayment(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: PaymentDto): Moved {
    return this.fines.recordPayment(acting, id, body);
  }

  @Post(':id/settle')
  @Permit('fine.handle')
  @CommandRoute('fine.settle', 'Record the last payment: everything is paid', MovedProceedingDto)
  settle(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: PaymentDto): Moved {
    return this.fines.settle(acting, id, body);
  }

  @Post(':id/collect-on-the-spot')
  @Permit('fine.handle')
  @CommandRoute('fine.collect-on-the-spot', 'Take the money on the spot', MovedProceedingDto)
  collectOnTheSpot(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CollectDto): Moved {
    return this.fines.collect(acting, id, body);
  }

  @Post(':id/hand-over')
  @Permit('fine.handle')
  @CommandRoute('fine.hand-over', 'Hand what was taken on the spot over to the agency', MovedProceedingDto)
  handOver(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AtDto): Moved {
    return this.fines.handOver(acting, id, body);
  }

  @Post(':id/bank')
  @Permit('fine.handle')
  @CommandRoute('fine.bank', 'Pay it into the bank', MovedProceedingDto)
  bank(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: BankDto): Moved {
    return this.fines.bank(acting, id, body);
  }

  @Post(':id/request-schedule')
  @Permit('fine.handle')
  @CommandRoute('fine.request-schedule', 'Record that the party asks for more time', MovedProceedingDto)
  requestSchedule(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RequestScheduleDto): Moved {
    return this.fines.requestSchedule(acting, id, body);
  }

  @Post(':id/approve-schedule')
  @Permit('fine.approve')
  @CommandRoute('fine.approve-schedule', 'Put payment off, or let it be paid in parts', MovedProceedingDto)
  approveSchedule(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ApproveScheduleDto): Moved {
    return this.fines.approveSchedule(acting, id, body);
  }

  @Post(':id/refuse-schedule')
  @Permit('fine.approve')
  @CommandRoute('fine.refuse-schedule', 'Give no more time', MovedProceedingDto)
  refuseSchedule(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: FineOpinionDto): Moved {
    return this.fines.refuseSchedule(acting, id, body);
  }

  @Post(':id/impose-surcharge')
  @Permit('fine.approve')
  @CommandRoute('fine.impose-surcharge', 'Impose the surcharge on what is late', MovedProceedingDto)
  imposeSurcharge(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: FineOpinionDto): Moved {
    return this.fines.imposeSurcharge(acting, id, body);
  }

  @Post(':id/remit-surcharge')
  @Permit('fine.approve')
  @CommandRoute('fine.remit-surcharge', 'Remit surcharge by agreement', MovedProceedingDto)
  remitSurcharge(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RemitDto): Moved {
    return this.fines.remitSurcharge(acting, id, body);
  }

  @Post(':id/write-off')
  @Permit('fine.approve')
  @CommandRoute('fine.write-off', 'End execution', MovedProceedingDto)
  writeOff(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: WriteOffDto): Moved {
    return this.fines.writeOff(acting, id, body);
  }
}
