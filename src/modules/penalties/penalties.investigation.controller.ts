import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute } from '../../platform/http/documented.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { MovedProceedingDto } from '../proceedings/index.js';
import { PenaltyInvestigationService } from './penalties.investigation.service.js';
import { ConcludeInvestigationDto, ElectronicDataDto, EvidenceDto, InquiryDto, InspectionDto, OrderCorrectionDto, PassReviewDto, PenaltyReasonDto, RecordPenaltyCorrectionDto, SendBackDto, SubmitReviewDto, SuspendPenaltyDto } from './penalty-investigation.dto.js';

@ApiTags('penalty procedures')
@Controller('v1/administrative-proceedings')
export class PenaltyInvestigationController {
  constructor(private readonly investigation: PenaltyInvestigationService) {}

  @Post(':id/record-inspection')
  @Permit('penalty.handle')
  @CommandRoute('penalty.record-inspection', 'Put an inspection of the scene on record', MovedProceedingDto)
  recordInspection(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: InspectionDto): Promise<Answer<MovedProceedingDto>> {
    return this.investigation.recordInspection(acting, id, body);
  }

  @Post(':id/record-inquiry')
  @Permit('penalty.handle')
  @CommandRoute('penalty.record-inquiry', 'Put an inquiry on record', MovedProceedingDto)
  recordInquiry(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: InquiryDto): Promise<Answer<MovedProceedingDto>> {
    return this.investigation.recordInquiry(acting, id, body);
  }

  @Post(':id/take-evidence')
  @Permit('penalty.handle')
  @CommandRoute('penalty.take-evidence', 'Take evidence of one of the eight kinds', MovedProceedingDto)
  takeEvidence(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: EvidenceDto): Promise<Answer<MovedProceedingDto>> {
    return this.investigation.takeEvidence(acting, id, body);
  }

  @Post(':id/extract-electronic-data')
  @Permit('penalty.handle')
  @CommandRoute('penalty.extract-electronic-data', 'Put the extraction of electronic data on record', MovedProceedingDto)
  extractData(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ElectronicDataDto): Promise<Answer<MovedProceedingDto>> {
    return this.investigation.extractData(acting, id, body);
  }

  @Post(':id/order-correction')
  @Permit('penalty.approve')
  @CommandRoute('penalty.order-correction', 'Order the party to put an end to the offence', MovedProceedingDto)
  orderCorrection(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: OrderCorrectionDto): Promise<Answer<MovedProceedingDto>> {
    return this.investigation.orderCorrection(acting, id, body);
  }

  @Post(':id/record-correction')
  @Permit('penalty.handle')
  @CommandRoute('penalty.record-correction', 'Record what the party put right', MovedProceedingDto)
  recordCorrection(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordPenaltyCorrectionDto): Promise<Answer<MovedProceedingDto>> {
    return this.investigation.recordCorrection(acting, id, body);
  }

  @Post(':id/suspend')
  @Permit('penalty.approve')
  @CommandRoute('penalty.suspend', 'Suspend the investigation; its time is left out', MovedProceedingDto)
  suspend(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SuspendPenaltyDto): Promise<Answer<MovedProceedingDto>> {
    return this.investigation.suspend(acting, id, body);
  }

  @Post(':id/resume')
  @Permit('penalty.handle')
  @CommandRoute('penalty.resume', 'Resume the investigation', MovedProceedingDto)
  resume(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: PenaltyReasonDto): Promise<Answer<MovedProceedingDto>> {
    return this.investigation.resume(acting, id, reason);
  }

  @Post(':id/terminate-investigation')
  @Permit('penalty.approve')
  @CommandRoute('penalty.terminate-investigation', 'End an investigation that cannot go on', MovedProceedingDto)
  terminate(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: PenaltyReasonDto): Promise<Answer<MovedProceedingDto>> {
    return this.investigation.terminate(acting, id, reason);
  }

  @Post(':id/conclude-investigation')
  @Permit('penalty.handle')
  @CommandRoute('penalty.conclude-investigation', 'Report on the concluded investigation', MovedProceedingDto)
  conclude(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ConcludeInvestigationDto): Promise<Answer<MovedProceedingDto>> {
    return this.investigation.conclude(acting, id, body);
  }

  @Post(':id/submit-for-review')
  @Permit('penalty.handle')
  @CommandRoute('penalty.submit-for-review', 'Give the file to review', MovedProceedingDto)
  submitForReview(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SubmitReviewDto): Promise<Answer<MovedProceedingDto>> {
    return this.investigation.submitForReview(acting, id, body);
  }

  @Post(':id/pass-review')
  @Permit('penalty.review')
  @CommandRoute('penalty.pass-review', 'Agree with the proposal', MovedProceedingDto)
  passReview(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: PassReviewDto): Promise<Answer<MovedProceedingDto>> {
    return this.investigation.passReview(acting, id, body);
  }

  @Post(':id/send-back')
  @Permit('penalty.review')
  @CommandRoute('penalty.send-back', 'Advise to put right or to investigate further', MovedProceedingDto)
  sendBack(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SendBackDto): Promise<Answer<MovedProceedingDto>> {
    return this.investigation.sendBack(acting, id, body);
  }
}
