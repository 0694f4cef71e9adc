import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute } from '../../platform/http/documented.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { ServeDocumentDto } from '../document-services/index.js';
import { MovedProceedingDto } from '../proceedings/index.js';
import { PenaltyHearingService } from './penalties.hearing.service.js';
import { ApproveNoticeDto, HoldPenaltyHearingDto, RecordDefenceDto, ReportHearingDto, RequestHearingDto, ScheduleHearingDto, TerminateHearingDto, WaiveDto } from './penalty-hearing.dto.js';

@ApiTags('penalty procedures')
@Controller('v1/administrative-proceedings')
export class PenaltyHearingController {
  constructor(private readonly hearings: PenaltyHearingService) {}

  @Post(':id/approve-notice')
  @Permit('penalty.approve')
  @CommandRoute('penalty.approve-notice', 'Approve what the party is told before a penalty', MovedProceedingDto)
  approveNotice(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ApproveNoticeDto): Promise<Answer<MovedProceedingDto>> {
    return this.hearings.approveNotice(acting, id, body);
  }

  @Post(':id/serve-notice')
  @Permit('penalty.handle')
  @CommandRoute('penalty.serve-notice', 'Record the service of the notice; five working days begin', MovedProceedingDto)
  serveNotice(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ServeDocumentDto): Promise<Answer<MovedProceedingDto>> {
    return this.hearings.serveNotice(acting, id, body);
  }

  @Post(':id/record-defence')
  @Permit('penalty.handle')
  @CommandRoute('penalty.record-defence', 'Put a statement of defence on record', MovedProceedingDto)
  recordDefence(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordDefenceDto): Promise<Answer<MovedProceedingDto>> {
    return this.hearings.recordDefence(acting, id, body);
  }

  @Post(':id/waive')
  @Permit('penalty.handle')
  @CommandRoute('penalty.waive', 'Record that the party gives up its defence in express words', MovedProceedingDto)
  waive(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: WaiveDto): Promise<Answer<MovedProceedingDto>> {
    return this.hearings.waive(acting, id, body);
  }

  @Post(':id/request-hearing')
  @Permit('penalty.handle')
  @CommandRoute('penalty.request-hearing', 'Record that the party asks for a hearing', MovedProceedingDto)
  requestHearing(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RequestHearingDto): Promise<Answer<MovedProceedingDto>> {
    return this.hearings.requestHearing(acting, id, body);
  }

  @Post(':id/schedule-hearing')
  @Permit('penalty.approve')
  @CommandRoute('penalty.schedule-hearing', 'Fix chair, time and place of the hearing', MovedProceedingDto)
  scheduleHearing(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ScheduleHearingDto): Promise<Answer<MovedProceedingDto>> {
    return this.hearings.scheduleHearing(acting, id, body);
  }

  @Post(':id/serve-hearing-notice')
  @Permit('penalty.handle')
  @CommandRoute('penalty.serve-hearing-notice', 'Record the service of the notice of the hearing', MovedProceedingDto)
  serveHearingNotice(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ServeDocumentDto): Promise<Answer<MovedProceedingDto>> {
    return this.hearings.serveHearingNotice(acting, id, body);
  }

  @Post(':id/hold-hearing')
  @Permit('penalty.hear')
  @CommandRoute('penalty.hold-hearing', 'Put the hearing on record', MovedProceedingDto)
  holdHearing(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: HoldPenaltyHearingDto): Promise<Answer<MovedProceedingDto>> {
    return this.hearings.holdHearing(acting, id, body);
  }

  @Post(':id/terminate-hearing')
  @Permit('penalty.hear')
  @CommandRoute('penalty.terminate-hearing', 'End a hearing that the party gave up', MovedProceedingDto)
  terminateHearing(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: TerminateHearingDto): Promise<Answer<MovedProceedingDto>> {
    return this.hearings.terminateHearing(acting, id, body);
  }

  @Post(':id/report-hearing')
  @Permit('penalty.hear')
  @CommandRoute('penalty.report-hearing', 'Report on the hearing', MovedProceedingDto)
  reportHearing(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReportHearingDto): Promise<Answer<MovedProceedingDto>> {
    return this.hearings.reportHearing(acting, id, body);
  }
}
