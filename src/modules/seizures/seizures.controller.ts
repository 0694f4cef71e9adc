import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { MovedProceedingDto, ProceedingDeadlines, ProceedingListQuery, ProceedingPage, ProceedingQueries, type ProceedingDto } from '../proceedings/index.js';
import { SeizuresService } from './seizures.service.js';
import { AnnounceDisposalDto, ApproveSeizureDto, AskIdentificationDto, BeginTestingDto, CarrierDto, CustodyDto, DestroyDto, DisposeByConsentDto, DisposeDto, EndTestingDto, ExtendSeizureDto, HandToPoliceDto, IdentificationDto, OpenSeizureDto, OpinionDto, MeasureReasonDto, ReleasePartDto, ReleaseSeizureDto, SeizeAtOnceDto, SeizeDto, SeizureDto } from './holdings.dto.js';
import { holdingGather } from './holdings.gather.queries.js';
import { SeizuresQueries } from './seizures.queries.js';
import { SEIZURE } from './seizures.subject.js';

type Moved = Promise<Answer<MovedProceedingDto>>;

@ApiTags('seizures')
@Controller('v1/seizures')
export class SeizuresController {
  constructor(
    private readonly service: SeizuresService,
    private readonly queries: SeizuresQueries,
    private readonly proceedings: ProceedingQueries,
  ) {}

  @Get()
  @Permit('proceeding.read')
  @ReadRoute('Seizures by case, agency or state; newest first', ProceedingPage)
  list(@Act() acting: Acting, @Query() query: ProceedingListQuery): Promise<Page<ProceedingDto>> {
    return this.proceedings.list(acting, query, SEIZURE);
  }

  @Get(':id')
  @Permit('proceeding.read')
  @ReadRoute('One seizure with its list, tests and clocks; the ETag is its version', SeizureDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<SeizureDto> {
    return this.queries.seizure(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.proceedings.timeline(acting, SEIZURE, id, page);
  }

  @Get(':id/deadlines')
  @Permit('deadline.read')
  @ReadRoute('Its clocks', ProceedingDeadlines)
  deadlines(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ProceedingDeadlines> {
    return this.proceedings.deadlines(acting, SEIZURE, id);
  }

  @Get(':id/available-commands')
  @Permit('proceeding.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.proceedings.available(acting, SEIZURE, id, holdingGather(acting, 'seizure', id));
  }

  @Post()
  @Permit('seizure.handle')
  @OpenRoute('seizure.open', 'Ask for approval to seal or take', MovedProceedingDto)
  open(@Act() acting: Acting, @Body() body: OpenSeizureDto): Moved {
    return this.service.open(acting, body);
  }

  @Post(':id/approve')
  @Permit('seizure.approve')
  @CommandRoute('seizure.approve', 'Approve it in advance, as the head whom the law names', MovedProceedingDto)
  approve(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ApproveSeizureDto): Moved {
    return this.service.approve(acting, id, 'approve', body);
  }

  @Post(':id/refuse')
  @Permit('seizure.approve')
  @CommandRoute('seizure.refuse', 'Refuse it', MovedProceedingDto)
  refuse(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: OpinionDto): Moved {
    return this.service.refuse(acting, id, body);
  }

  @Post(':id/withdraw')
  @Permit('seizure.handle')
  @CommandRoute('seizure.withdraw', 'Leave it undone', MovedProceedingDto)
  withdraw(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: MeasureReasonDto): Moved {
    return this.service.withdraw(acting, id, body);
  }

  @Post(':id/carry-out')
  @Permit('seizure.handle')
  @CommandRoute('seizure.carry-out', 'Seal or take on the spot, with decision and list', MovedProceedingDto)
  carryOut(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SeizeDto): Moved {
    return this.service.carryOut(acting, id, 'carry-out', body);
  }

  @Post(':id/carry-out-at-once')
  @Permit('seizure.handle')
  @CommandRoute('seizure.carry-out-at-once', 'Seal or take before it is approved; reported within 24 hours', MovedProceedingDto)
  carryOutAtOnce(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SeizeAtOnceDto): Moved {
    return this.service.carryOut(acting, id, 'carry-out-at-once', body);
  }

  @Post(':id/approve-afterwards')
  @Permit('seizure.approve')
  @CommandRoute('seizure.approve-afterwards', 'Approve what was done at once', MovedProceedingDto)
  approveAfterwards(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ApproveSeizureDto): Moved {
    return this.service.approve(acting, id, 'approve-afterwards', body);
  }

  @Post(':id/disapprove')
  @Permit('seizure.approve')
  @CommandRoute('seizure.disapprove', 'Find that it should not have been done: released at once', MovedProceedingDto)
  disapprove(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: OpinionDto): Moved {
    return this.service.disapprove(acting, id, body);
  }

  @Post(':id/extend')
  @Permit('seizure.approve')
  @CommandRoute('seizure.extend', 'Prolong it once by thirty days, in writing and with reasons', MovedProceedingDto)
  extend(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ExtendSeizureDto): Moved {
    return this.service.extend(acting, id, body);
  }

  @Post(':id/begin-testing')
  @Permit('seizure.handle')
  @CommandRoute('seizure.begin-testing', 'Begin a test and tell the party its time, which is left out', MovedProceedingDto)
  beginTesting(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: BeginTestingDto): Moved {
    return this.service.beginTesting(acting, id, body);
  }

  @Post(':id/end-testing')
  @Permit('seizure.handle')
  @CommandRoute('seizure.end-testing', 'Record the result of a test and tell the party', MovedProceedingDto)
  endTesting(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: EndTestingDto): Moved {
    return this.service.endTesting(acting, id, body);
  }

  @Post(':id/ask-identification')
  @Permit('seizure.handle')
  @CommandRoute('seizure.ask-identification', 'Ask the right holder to identify the goods', MovedProceedingDto)
  askIdentification(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AskIdentificationDto): Moved {
    return this.service.askIdentification(acting, id, body);
  }

  @Post(':id/record-identification')
  @Permit('seizure.handle')
  @CommandRoute('seizure.record-identification', 'Record what the right holder says', MovedProceedingDto)
  recordIdentification(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: IdentificationDto): Moved {
    return this.service.recordIdentification(acting, id, body);
  }

  @Post(':id/entrust-custody')
  @Permit('seizure.handle')
  @CommandRoute('seizure.entrust-custody', 'Entrust goods to a custodian', MovedProceedingDto)
  entrustCustody(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CustodyDto): Moved {
    return this.service.entrustCustody(acting, id, body);
  }

  @Post(':id/ask-carrier')
  @Permit('seizure.handle')
  @CommandRoute('seizure.ask-carrier', 'Ask a carrier to help with goods on their way', MovedProceedingDto)
  askCarrier(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CarrierDto): Moved {
    return this.service.askCarrier(acting, id, body);
  }

  @Post(':id/announce-disposal')
  @Permit('seizure.approve')
  @CommandRoute('seizure.announce-disposal', 'Announce early disposal of goods without a known owner', MovedProceedingDto)
  announceDisposal(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AnnounceDisposalDto): Moved {
    return this.service.announceDisposal(acting, id, body);
  }

  @Post(':id/dispose-by-consent')
  @Permit('seizure.approve')
  @CommandRoute('seizure.dispose-by-consent', 'Dispose early of what does not keep, with consent of the owner', MovedProceedingDto)
  disposeByConsent(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DisposeByConsentDto): Moved {
    return this.service.disposeByConsent(acting, id, body);
  }

  @Post(':id/dispose-after-notice')
  @Permit('seizure.approve')
  @CommandRoute('seizure.dispose-after-notice', 'Dispose early of what does not keep, after the public notice', MovedProceedingDto)
  disposeAfterNotice(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DisposeDto): Moved {
    return this.service.disposeAfterNotice(acting, id, body);
  }

  @Post(':id/release-part')
  @Permit('seizure.approve')
  @CommandRoute('seizure.release-part', 'Release some of the goods', MovedProceedingDto)
  releasePart(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReleasePartDto): Moved {
    return this.service.releasePart(acting, id, body);
  }

  @Post(':id/release')
  @Permit('seizure.approve')
  @CommandRoute('seizure.release', 'Release all that is held', MovedProceedingDto)
  release(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReleaseSeizureDto): Moved {
    return this.service.release(acting, id, body);
  }

  @Post(':id/confiscate')
  @Permit('seizure.handle')
  @CommandRoute('seizure.confiscate', 'Confiscated by the penalty decision: it ends', MovedProceedingDto)
  confiscate(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: MeasureReasonDto): Moved {
    return this.service.confiscate(acting, id, body);
  }

  @Post(':id/hand-to-police')
  @Permit('seizure.handle')
  @CommandRoute('seizure.hand-to-police', 'Hand the goods to the police, who filed the case', MovedProceedingDto)
  handToPolice(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: HandToPoliceDto): Moved {
    return this.service.handToPolice(acting, id, body);
  }

  @Post(':id/destroy')
  @Permit('seizure.approve')
  @CommandRoute('seizure.destroy', 'Destroy what the law orders to be destroyed', MovedProceedingDto)
  destroy(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DestroyDto): Moved {
    return this.service.destroy(acting, id, body);
  }
}
