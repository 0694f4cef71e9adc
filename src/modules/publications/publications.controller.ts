import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import {
  ApprovePublicationDto, ProposePublicationDto, PublicationDto, PublicationListQuery, PublicationPage, PublicationReasonDto, PublicationReviewDto, PublicationRulesDto, RecordPushDto, RedactDto, SetAsidePublicationDto, SubmitPublicationDto,
} from './publication.dto.js';
import { PUBLICATION } from './publication.subject.js';
import { PublicationsQueries } from './publications.queries.js';
import { gatherOf, PublicationsService } from './publications.service.js';

type Moved = Promise<Answer<PublicationDto>>;

@ApiTags('publications')
@Controller('v1')
export class PublicationsController {
  constructor(
    private readonly service: PublicationsService,
    private readonly reads: PublicationsQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get('publication-rules')
  @Permit('publication.read')
  @ReadRoute('What is shown of which document, and for how long', PublicationRulesDto)
  rules(): PublicationRulesDto {
    return this.reads.rules();
  }

  @Get('publications')
  @Permit('publication.read')
  @ReadRoute('Publications by state and profile; newest first', PublicationPage)
  list(@Act() acting: Acting, @Query() query: PublicationListQuery): Promise<Page<PublicationDto>> {
    return this.reads.list(acting, query);
  }

  @Get('publications/:id')
  @Permit('publication.read')
  @ReadRoute('One publication; the ETag is its version', PublicationDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<PublicationDto> {
    return this.reads.one(acting, id);
  }

  @Get('publications/:id/review')
  @Permit('publication.read')
  @ReadRoute('Original and published text side by side, piece by piece', PublicationReviewDto)
  review(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<PublicationReviewDto> {
    return this.reads.review(acting, id);
  }

  @Get('publications/:id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, PUBLICATION, id, page);
  }

  @Get('publications/:id/available-commands')
  @Permit('publication.read')
  @ReadRoute('The commands that its table allows now, each with what stands in its way', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.subjects.available(acting, PUBLICATION, id, gatherOf(id));
  }

  @Post('publications')
  @Permit('publication.prepare')
  @OpenRoute('publication.propose', 'Propose a text for publication: a typical case, the result of a check', PublicationDto)
  propose(@Act() acting: Acting, @Body() body: ProposePublicationDto): Moved {
    return this.service.propose(acting, body);
  }

  @Post('publications/:id/submit')
  @Permit('publication.prepare')
  @CommandRoute('publication.submit', 'Submit a draft for review, with what the time of its display depends on', PublicationDto)
  submit(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SubmitPublicationDto): Moved {
    return this.service.submit(acting, id, body);
  }

  @Post('publications/:id/record-push')
  @Permit('publication.prepare')
  @CommandRoute('publication.record-push', 'Record that a penalty was pushed to the province of its party', PublicationDto)
  recordPush(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordPushDto): Moved {
    return this.service.recordPush(acting, id, body);
  }

  @Post('publications/:id/redact')
  @Permit('publication.review')
  @CommandRoute('publication.redact', 'Hide places of the text, or show again what need not be hidden', PublicationDto)
  redact(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RedactDto): Moved {
    return this.service.redact(acting, id, body);
  }

  @Post('publications/:id/approve')
  @Permit('publication.review')
  @CommandRoute('publication.approve', 'Approve what is shown', PublicationDto)
  approve(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ApprovePublicationDto): Moved {
    return this.service.approve(acting, id, body);
  }

  @Post('publications/:id/return')
  @Permit('publication.review')
  @CommandRoute('publication.return', 'Return a draft to whoever submitted it', PublicationDto)
  return(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: PublicationReasonDto): Moved {
    return this.service.return(acting, id, reason);
  }

  @Post('publications/:id/publish')
  @Permit('publication.publish')
  @CommandRoute('publication.publish', 'Publish what another approved', PublicationDto)
  publish(@Act() acting: Acting, @Param('id', Uuid) id: string): Moved {
    return this.service.publish(acting, id);
  }

  @Post('publications/:id/set-aside')
  @Permit('publication.publish')
  @CommandRoute('publication.set-aside', 'Decide that something is not published, on a ground of law', PublicationDto)
  setAside(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SetAsidePublicationDto): Moved {
    return this.service.setAside(acting, id, body);
  }

  @Post('publications/:id/withdraw')
  @Permit('publication.publish')
  @CommandRoute('publication.withdraw', 'Withdraw a publication, with the reason', PublicationDto)
  withdraw(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: PublicationReasonDto): Moved {
    return this.service.withdraw(acting, id, reason);
  }
}
