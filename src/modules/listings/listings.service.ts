import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { newId } from '../../platform/database/id.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { SubjectQueries, type AvailableCommandsDto } from '../../platform/workflow/subject.queries.js';
import { anyOpening, Workflow, type Command, type Opening, type Outcome } from '../../platform/workflow/workflow.js';
import { CASE, CaseTexts, type CaseFile } from '../cases/index.js';
import { Documents, type Issued, type Paper } from '../documents/index.js';
import { AGENCIES } from '../identity/index.js';
import { groundOn, type GroundRow } from './data/grounds.data.js';
import type { ChallengeListingDto, ListingHearingDto, ListingNoticeDto, ListingOpinionDto, ListingPublicationDto, ListingReasonDto, ListingStatementDto, MovedListingDto, ProposeListingDto, UpholdListingDto } from './listing.dto.js';
import type { Listing } from './listing.entity.js';
import { LISTING } from './listing.subject.js';
import { gatherListing, gatherProposal, ListingsQueries, shownListing, type Proposal } from './listings.queries.js';

type Moved = Promise<Answer<MovedListingDto>>;
/** Ids and instants are no words. */
const NO_WORDS = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2}))$/i;
/** What a command adds to its input. */
export type ListingStep = Partial<Pick<Command<Listing>, 'patch' | 'data' | 'also' | 'gather' | 'triggers' | 'acted'>> & { readonly paper?: Paper<Listing> };

/** From the proposal to the consent, and what happens to a listing that stands. Deciding and ending are in the service of decisions. */
@Injectable()
export class ListingsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly texts: CaseTexts,
    private readonly documents: Documents,
    private readonly queries: ListingsQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  /** Under the lock of the case, so that two proposals of the same thing see each other. */
  async propose(acting: Acting, { caseId, facts: given, ...body }: ProposeListingDto): Moved {
    const facts = await this.texts.scrubbed(caseId, given);
    const { proceedingId, partyId } = body;
    return this.workflow.openIn<CaseFile, MovedListingDto>(acting, { subject: CASE, id: caseId, gather: gatherProposal(caseId, proceedingId, partyId) }, (file, gathered) => {
      const opening = proposed(acting, file, { ...body, facts }, gathered as unknown as Proposal);
      return {
        openings: [anyOpening(opening)], fact: { event: 'case.listing-proposed', data: { listing: opening.row.id, ground: body.ground } },
        answer: ([outcome]) => ({ status: 201, body: moved(outcome as unknown as Outcome<Listing>, null) }),
      };
    });
  }

  issueNotice(acting: Acting, id: string, body: ListingNoticeDto): Moved {
    return this.run(acting, id, 'issue-notice', body, ({ rights }) => ({ paper: ({ partyId, ground, facts }) => ({ party: partyId, ground, facts, provisions: groundOn(ground, legalDay(acting.at))?.basis.article, rights }) }));
  }

  recordStatement(acting: Acting, id: string, body: ListingStatementDto): Moved {
    return this.run(acting, id, 'record-statement', body, ({ at, content, hearingRequested }) => ({
      patch: (row) => ({ statements: [...row.statements, { at, content, hearingRequested }], hearingRequested: row.hearingRequested || hearingRequested }), data: { at, hearingRequested },
    }));
  }

  recordHearing(acting: Acting, id: string, body: ListingHearingDto): Moved {
    return this.run(acting, id, 'record-hearing', body, ({ at, ...said }) => ({ patch: () => ({ heardAt: new Date(at) }), data: { at, ...said } }));
  }

  askConsent(acting: Acting, id: string, body: ListingOpinionDto): Moved {
    return this.run(acting, id, 'ask-consent', body, ({ opinion }) => ({ data: { opinion } }));
  }

  consent(acting: Acting, id: string, body: ListingOpinionDto): Moved {
    return this.run(acting, id, 'consent', body, ({ opinion, letter }) => ({ patch: () => ({ consentedAt: acting.at, consentLetter: letter ?? null }), data: { opinion, letter } }));
  }

  refuseConsent(acting: Acting, id: string, body: ListingOpinionDto): Moved {
    return this.run(acting, id, 'refuse-consent', body, ({ opinion, letter }) => ({ patch: () => ({ reason: opinion, consentLetter: letter ?? null }), data: { opinion, letter } }));
  }

  drop(acting: Acting, id: string, body: ListingReasonDto): Moved {
    return this.run(acting, id, 'drop', body, ({ reason }) => ({ patch: () => ({ reason }), data: { reason } }));
  }

  recordPublication(acting: Acting, id: string, body: ListingPublicationDto): Moved {
    return this.run(acting, id, 'record-publication', body, ({ at, channel }) => ({ acted: new Date(at), patch: () => ({ publishedAt: new Date(at), channel }), data: { at, channel } }));
  }

  recordChallenge(acting: Acting, id: string, given: ChallengeListingDto): Moved {
    return this.run(acting, id, 'record-challenge', given, ({ at, way, body }) => ({ acted: new Date(at), patch: () => ({ challengedAt: new Date(at), upheldAt: null }), data: { at, way, body } }));
  }

  recordUpheld(acting: Acting, id: string, body: UpholdListingDto): Moved {
    return this.run(acting, id, 'record-upheld', body, ({ at, fileNumber }) => ({ patch: () => ({ upheldAt: new Date(at) }), data: { at, fileNumber } }));
  }

  /** Showing it was stopped, and measures with it (第十八条、第十九条). */
  confirmEnded(acting: Acting, id: string, body: ListingPublicationDto): Moved {
    return this.run(acting, id, 'confirm-ended', body, ({ at, channel }) => ({ acted: new Date(at), data: { at, channel } }));
  }

  available(acting: Acting, id: string): Promise<AvailableCommandsDto> {
    return this.subjects.available(acting, LISTING, id, gatherListing(acting, id));
  }

  /** Words are freed of reporters first; papers are issued with the move that names them. */
  async run<Body extends object>(acting: Acting, id: string, command: string, body: Body, step: (clean: Body) => ListingStep): Moved {
    const { command: issuing, issued } = await this.prepared(acting, id, command, body, step);
    return this.workflow.execute(acting, issuing, (outcome) => ({ status: 200, body: moved(outcome, issued()) }));
  }

  /** The same, as time or another decision brings it. */
  async carryOut<Body extends object>(acting: Acting, id: string, command: string, body: Body, step: (clean: Body) => ListingStep): Promise<void> {
    const { command: issuing } = await this.prepared(acting, id, command, body, step);
    await this.workflow.carryOut(acting, issuing, () => ({ status: 200, body: null }));
  }

  private async prepared<Body extends object>(acting: Acting, id: string, command: string, body: Body, step: (clean: Body) => ListingStep): Promise<{ command: Command<Listing>; issued: () => Issued | null }> {
    const { caseId } = await this.queries.row(acting, id);
    const input: Body = await this.clean(caseId, body);
    const { paper = () => ({}), gather = gatherListing(acting, id), ...more } = step(input);
    return this.documents.issuing(acting, { subject: LISTING, id, command, input: Object.fromEntries(Object.entries(input)), gather, ...more }, paper);
  }

  private async clean<Body extends object>(caseId: string, body: Body): Promise<Body> {
    const words = Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !NO_WORDS.test(entry[1]));
    const clean = await this.texts.scrubbedAll(caseId, words.map(([, text]) => text));
    return { ...body, ...Object.fromEntries(words.map(([name], index) => [name, clean[index]])) };
  }
}

function proposed(acting: Acting, { id: caseId, region }: CaseFile, body: Omit<ProposeListingDto, 'caseId'>, { proceeding, firm, proposed: twice }: Proposal): Opening<Listing> {
  const { proceedingId, partyId, ground, facts, outsideProvince = false } = body;
  const { agency } = acting;
  const found = groundOn(ground, legalDay(acting.at));
  return {
    subject: LISTING, command: 'propose', data: { ground, caseId, proceedingId },
    input: { ground, facts, groundStands: found !== undefined, proceedingFits: fits(found, agency, proceeding), firm, proposed: twice },
    row: {
      id: newId(), agency, region, consentAgency: superiorOf(agency), caseId, proceedingId, proceedingKind: proceeding.kind, ground, alone: found?.decided === 'alone', partyId, partyName: firm?.name ?? '', uscc: firm?.uscc ?? '', outsideProvince, facts,
      statements: [], hearingRequested: false, heardAt: null, consentedAt: null, consentLetter: null, servedAt: null, publishedAt: null, channel: null, measuresUntil: null, challengedAt: null, upheldAt: null, endedAt: null, restoredAt: null, reason: null,
    },
  };
}

const fits = (ground: GroundRow | undefined, agency: string, proceeding: Proposal['proceeding']): boolean => proceeding.agency === agency && (ground?.rests ?? []).includes(proceeding.kind);

/** The agency above in the same line; null where that is outside of the system. */
function superiorOf(agency: string): string | null {
  return AGENCIES.find(({ code }) => code === agency)?.parent ?? null;
}

export function moved({ row }: Outcome<Listing>, document: Issued | null): MovedListingDto {
  return { ...shownListing(row), document };
}
