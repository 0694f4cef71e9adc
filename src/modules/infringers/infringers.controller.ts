import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { AttachRoute, CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { LINK_RULES } from './data/link-rules.data.js';
import { CaseClustersDto, ClusterDetailDto, ClusterListQuery, ClusterPage, LinkRulesPage, MarkDto, MarkPage, PutBackDto, RecordMarkDto, SeparateDto, SeparationDto, SeparationListQuery, SeparationPage, StrikeMarkDto, StruckMarkDto, type ClusterDto } from './infringer.dto.js';
import { INFRINGER_SEPARATION } from './infringer.subject.js';
import { InfringersQueries } from './infringers.queries.js';
import { InfringersService } from './infringers.service.js';

@ApiTags('infringers')
@Controller('v1/infringers')
export class InfringersController {
  constructor(
    private readonly queries: InfringersQueries,
    private readonly service: InfringersService,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get('link-rules')
  @Permit('infringer.read')
  @ReadRoute('How accused parties are put together: what counts, how much, and why', LinkRulesPage)
  rules(): LinkRulesPage {
    return { items: LINK_RULES };
  }

  @Get('clusters')
  @Permit('infringer.read')
  @ReadRoute('Accused parties that may be one, most cases first', ClusterPage)
  list(@Act() acting: Acting, @Query() query: ClusterListQuery): Promise<Page<ClusterDto>> {
    return this.queries.list(acting, query);
  }

  @Get('clusters/:id')
  @Permit('infringer.read')
  @ReadRoute('A cluster with its parties, every link and why, and its cases; those of others as numbers', ClusterDetailDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ClusterDetailDto> {
    return this.queries.one(acting, id);
  }

  @Get('cases/:id/clusters')
  @Permit('infringer.read')
  @ReadRoute('Clusters of the respondents of a case', CaseClustersDto)
  ofCase(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<CaseClustersDto> {
    return this.queries.ofCase(acting, id);
  }

  @Get('cases/:id/marks')
  @Permit('infringer.read')
  @ReadRoute('What officers found out about the respondents of a case', MarkPage)
  marks(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<MarkPage> {
    return this.queries.marks(acting, id);
  }

  @Post('marks')
  @Permit('infringer.judge')
  @OpenRoute(null, 'Record a telephone, a legal representative, a shop or an address of a respondent; the value is not kept', MarkDto)
  recordMark(@Act() acting: Acting, @Body() body: RecordMarkDto): Promise<Answer<MarkDto>> {
    return this.service.recordMark(acting, body);
  }

  @Post('marks/:id/strike')
  @Permit('infringer.judge')
  @AttachRoute('Strike a mark out: it counts no longer', StruckMarkDto)
  strikeMark(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: StrikeMarkDto): Promise<Answer<StruckMarkDto>> {
    return this.service.strikeMark(acting, id, body);
  }

  @Get('separations')
  @Permit('infringer.read')
  @ReadRoute('Links that people removed, newest first', SeparationPage)
  separations(@Act() acting: Acting, @Query() query: SeparationListQuery): Promise<Page<SeparationDto>> {
    return this.queries.separations(acting, query);
  }

  @Get('separations/:id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, INFRINGER_SEPARATION, id, page);
  }

  @Post('separations')
  @Permit('infringer.judge')
  @OpenRoute('infringer-separation.separate', 'Remove a link: it stays removed whatever is calculated', SeparationDto)
  separate(@Act() acting: Acting, @Body() body: SeparateDto): Promise<Answer<SeparationDto>> {
    return this.service.separate(acting, body);
  }

  @Post('separations/:id/put-back')
  @Permit('infringer.judge')
  @CommandRoute('infringer-separation.put-back', 'Put the link back', SeparationDto)
  putBack(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: PutBackDto): Promise<Answer<SeparationDto>> {
    return this.service.putBack(acting, id, body);
  }
}
