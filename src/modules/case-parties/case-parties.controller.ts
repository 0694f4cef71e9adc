import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { AttachRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import type { Page } from '../../platform/http/pagination.js';
import { Act, Permit, Repeatable } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import type { PartyIdentity } from '../../platform/security/vault.js';
import { PersonDto, RegisterReasonDto } from '../parties/index.js';
import { CasePartiesQueries } from './case-parties.queries.js';
import { CasePartiesService } from './case-parties.service.js';
import { AddPartyDto, ChangedEntryDto, EntryListQuery, InvolvedCasePage, InvolvedCaseQuery, PartyPage, UnmaskPartyDto, type InvolvedCaseDto, type PartyDto } from './case-party.dto.js';
import { AddCaseRightDto, CaseRightPage, type CaseRightDto } from './case-right.dto.js';

@ApiTags('parties of cases')
@Controller('v1')
export class CasePartiesController {
  constructor(
    private readonly parties: CasePartiesService,
    private readonly queries: CasePartiesQueries,
  ) {}

  @Get('organisations/:id/cases')
  @Permit('case.read')
  @ReadRoute('Cases in which an organisation stands, of those that this account sees', InvolvedCasePage)
  casesOf(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() query: InvolvedCaseQuery): Promise<Page<InvolvedCaseDto>> {
    return this.queries.casesOf(acting, id, query);
  }

  @Get('cases/:id/parties')
  @Permit('party.read')
  @ReadRoute('Parties of a case; persons are masked', PartyPage)
  list(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() query: EntryListQuery): Promise<Page<PartyDto>> {
    return this.queries.parties(acting, id, query);
  }

  @Post('cases/:id/parties')
  @Permit('party.write')
  @OpenRoute(null, 'Add a party, or the agent of one', ChangedEntryDto)
  add(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AddPartyDto): Promise<Answer<ChangedEntryDto>> {
    return this.parties.addParty(acting, id, body);
  }

  @Post('cases/:id/parties/:entry/remove')
  @HttpCode(200)
  @Permit('party.write')
  @AttachRoute('Remove a party; it can be restored', ChangedEntryDto)
  remove(@Act() acting: Acting, @Param('id', Uuid) id: string, @Param('entry', Uuid) entry: string, @Body() body: RegisterReasonDto): Promise<Answer<ChangedEntryDto>> {
    return this.parties.removeParty(acting, id, entry, body);
  }

  @Post('cases/:id/parties/:entry/restore')
  @HttpCode(200)
  @Permit('party.write')
  @AttachRoute('Restore a party that was removed', ChangedEntryDto)
  restore(@Act() acting: Acting, @Param('id', Uuid) id: string, @Param('entry', Uuid) entry: string, @Body() body: RegisterReasonDto): Promise<Answer<ChangedEntryDto>> {
    return this.parties.restoreParty(acting, id, entry, body);
  }

  @Post('cases/:id/persons/:person/unmask')
  @Permit('identity.unmask')
  @Repeatable('Each look at an identity is its own entry in the ledger, and the answer must not be stored')
  @OpenRoute(null, 'Show a person of the case in clear; purpose and reader go into the ledger first', PersonDto)
  unmask(@Act() acting: Acting, @Param('id', Uuid) id: string, @Param('person', Uuid) person: string, @Body() body: UnmaskPartyDto): Promise<Answer<PartyIdentity>> {
    return this.queries.unmask(acting, id, person, body);
  }

  @Get('cases/:id/rights')
  @Permit('right.read')
  @ReadRoute('Rights that a case relies upon', CaseRightPage)
  rights(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() query: EntryListQuery): Promise<Page<CaseRightDto>> {
    return this.queries.rights(acting, id, query);
  }

  @Post('cases/:id/rights')
  @Permit('party.write')
  @OpenRoute(null, 'Add a right that the case relies upon', ChangedEntryDto)
  addRight(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AddCaseRightDto): Promise<Answer<ChangedEntryDto>> {
    return this.parties.addRight(acting, id, body);
  }

  @Post('cases/:id/rights/:entry/remove')
  @HttpCode(200)
  @Permit('party.write')
  @AttachRoute('Remove a right from the case; it can be restored', ChangedEntryDto)
  removeRight(@Act() acting: Acting, @Param('id', Uuid) id: string, @Param('entry', Uuid) entry: string, @Body() body: RegisterReasonDto): Promise<Answer<ChangedEntryDto>> {
    return this.parties.removeRight(acting, id, entry, body);
  }

  @Post('cases/:id/rights/:entry/restore')
  @HttpCode(200)
  @Permit('party.write')
  @AttachRoute('Restore a right that was removed from the case', ChangedEntryDto)
  restoreRight(@Act() acting: Acting, @Param('id', Uuid) id: string, @Param('entry', Uuid) entry: string, @Body() body: RegisterReasonDto): Promise<Answer<ChangedEntryDto>> {
    return this.parties.restoreRight(acting, id, entry, body);
  }
}
