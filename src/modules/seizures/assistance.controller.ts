import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { MovedProceedingDto, ProceedingDeadlines, ProceedingListQuery, ProceedingPage, ProceedingQueries, type ProceedingDto } from '../proceedings/index.js';
import { AssistanceService } from './assistance.service.js';
import { AssistanceDto, AssistanceRefusalDto, AssistanceResultDto, DelayDto, OpenAssistanceDto, MeasureReasonDto, ReceiveAssistanceDto, SendAssistanceDto } from './holdings.dto.js';
import { assistanceGather } from './holdings.gather.queries.js';
import { SeizuresQueries } from './seizures.queries.js';
import { ASSISTANCE } from './seizures.subject.js';

type Moved = Promise<Answer<MovedProceedingDto>>;

@ApiTags('assistance letters')
@Controller('v1/assistance-letters')
export class AssistanceController {
  constructor(
    private readonly service: AssistanceService,
    private readonly queries: SeizuresQueries,
    private readonly proceedings: ProceedingQueries,
  ) {}

  @Get()
  @Permit('proceeding.read')
  @ReadRoute('Assistance letters by case, agency or state; newest first', ProceedingPage)
  list(@Act() acting: Acting, @Query() query: ProceedingListQuery): Promise<Page<ProceedingDto>> {
    return this.proceedings.list(acting, query, ASSISTANCE);
  }

  @Get(':id')
  @Permit('proceeding.read')
  @ReadRoute('One letter with its clock; the ETag is its version', AssistanceDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AssistanceDto> {
    return this.queries.assistance(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.proceedings.timeline(acting, ASSISTANCE, id, page);
  }

  @Get(':id/deadlines')
  @Permit('deadline.read')
  @ReadRoute('Its clocks', ProceedingDeadlines)
  deadlines(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ProceedingDeadlines> {
    return this.proceedings.deadlines(acting, ASSISTANCE, id);
  }

  @Get(':id/available-commands')
  @Permit('proceeding.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.proceedings.available(acting, ASSISTANCE, id, assistanceGather(acting, id));
  }

  @Post()
  @Permit('seizure.handle')
  @OpenRoute('assistance.open', 'Draft a letter that asks another authority for help', MovedProceedingDto)
  open(@Act() acting: Acting, @Body() body: OpenAssistanceDto): Moved {
    return this.service.open(acting, body);
  }

  @Post('received')
  @Permit('seizure.handle')
  @OpenRoute('assistance.receive', 'Record a letter that asks for help', MovedProceedingDto)
  receive(@Act() acting: Acting, @Body() body: ReceiveAssistanceDto): Moved {
    return this.service.receive(acting, body);
  }

  @Post(':id/withdraw')
  @Permit('seizure.handle')
  @CommandRoute('assistance.withdraw', 'Do not send it', MovedProceedingDto)
  withdraw(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: MeasureReasonDto): Moved {
    return this.service.withdraw(acting, id, body);
  }

  @Post(':id/send')
  @Permit('seizure.handle')
  @CommandRoute('assistance.send', 'Send it', MovedProceedingDto)
  send(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SendAssistanceDto): Moved {
    return this.service.send(acting, id, body);
  }

  @Post(':id/record-delay')
  @Permit('seizure.handle')
  @CommandRoute('assistance.record-delay', 'The other authority told a delay', MovedProceedingDto)
  recordDelay(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DelayDto): Moved {
    return this.service.delay(acting, id, 'record-delay', body);
  }

  @Post(':id/record-reply')
  @Permit('seizure.handle')
  @CommandRoute('assistance.record-reply', 'The other authority answered', MovedProceedingDto)
  recordReply(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AssistanceResultDto): Moved {
    return this.service.answer(acting, id, 'record-reply', body);
  }

  @Post(':id/record-refusal')
  @Permit('seizure.handle')
  @CommandRoute('assistance.record-refusal', 'The other authority says that it is not competent', MovedProceedingDto)
  recordRefusal(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AssistanceRefusalDto): Moved {
    return this.service.decline(acting, id, 'record-refusal', body);
  }

  @Post(':id/tell-delay')
  @Permit('seizure.approve')
  @CommandRoute('assistance.tell-delay', 'Tell the asking authority of a delay', MovedProceedingDto)
  tellDelay(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DelayDto): Moved {
    return this.service.delay(acting, id, 'tell-delay', body);
  }

  @Post(':id/reply')
  @Permit('seizure.handle')
  @CommandRoute('assistance.reply', 'Answer what was asked', MovedProceedingDto)
  reply(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AssistanceResultDto): Moved {
    return this.service.answer(acting, id, 'reply', body);
  }

  @Post(':id/decline')
  @Permit('seizure.approve')
  @CommandRoute('assistance.decline', 'Say that it is not within the powers of the agency', MovedProceedingDto)
  decline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AssistanceRefusalDto): Moved {
    return this.service.decline(acting, id, 'decline', body);
  }
}
