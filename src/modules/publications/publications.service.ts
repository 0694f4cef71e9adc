import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { legalDay } from '../../platform/clocks/clocks.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { anyOpening, Workflow, type Command, type Gather, type Opening } from '../../platform/workflow/workflow.js';
import { CaseTexts } from '../cases/index.js';
import { CLASS_RULES, displayClass } from './data/display-classes.data.js';
import { profileOf } from './data/profiles.data.js';
import { isFixed, redaction } from './data/redactions.data.js';
import { displayClassOf } from './domain/display.rules.js';
import { publishedText, type Span } from './domain/redaction.rules.js';
import type { ApprovePublicationDto, ProposePublicationDto, PublicationDto, RecordPushDto, RedactDto, SetAsidePublicationDto, SubmitPublicationDto } from './publication.dto.js';
import type { Publication } from './publication.entity.js';
import { PUBLICATION } from './publication.subject.js';
import { PublicationDrafts } from './publications.drafting.service.js';
import { PublicationsQueries, shownPublication } from './publications.queries.js';
import { Redactions } from './publications.redaction.service.js';

const MILLISECONDS_PER_DAY = 86_400_000;
const CASE_SEEN: Statement = { name: 'publication-case', text: "SELECT f.region, f.assignee, coalesce((SELECT array_agg(m ->> 'account') FROM proceeding p, jsonb_array_elements(p.members) m WHERE p.case_id = f.id), '{}') AS members FROM case_file f WHERE f.id = $1" };
/** Who works on the matter now, and who keeps out of it. */
const HANDLING: Statement = {
  name: 'publication-handling',
  text: `SELECT m ->> 'account' AS account FROM publication b JOIN proceeding p ON p.case_id = b.case_id, jsonb_array_elements(p.members) m WHERE b.id = $1
         UNION SELECT f.assignee FROM publication b JOIN case_file f ON f.id = b.case_id WHERE b.id = $1 AND f.assignee IS NOT NULL`,
};
const RECUSED: Statement = {
  name: 'publication-recused',
  text: `SELECT r.officer AS account FROM publication b JOIN case_recusal r ON r.case_id = b.case_id AND r.decision = 'granted' WHERE b.id = $1
         UNION SELECT r.member FROM publication b JOIN recusal_request r ON r.case_id = b.case_id AND r.decision = 'granted' WHERE b.id = $1`,
};
const DECIDED: Statement = { name: 'publication-penalties', text: "SELECT d.data -> 'penalties' AS penalties FROM publication b JOIN official_document d ON d.id = b.document_id WHERE b.id = $1" };

type Moved = Promise<Answer<PublicationDto>>;
const PUSH_OWED: Statement = { name: 'publication-push-owed', text: "SELECT id FROM deadline WHERE subject_id = $1 AND kind = 'penalty.publication-push' AND ended_at IS NULL" };

type Acted = Omit<Command<Publication>, 'subject' | 'gather' | 'id'>;

/** Commands on publications. */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly database: Database,
    private readonly workflow: Workflow,
    private readonly texts: CaseTexts,
    private readonly reads: PublicationsQueries,
    private readonly drafts: PublicationDrafts,
    private readonly redactions: Redactions,
  ) {}

  /** A text that an officer wrote: typical cases, results of checks. */
  async propose(acting: Acting, { profile, title, text, caseId, parties = [] }: ProposePublicationDto): Moved {
    const { region, handlers } = caseId === undefined ? { region: '', handlers: [] } : await this.file(acting, caseId);
    const original = caseId === undefined ? text : await this.texts.scrubbed(caseId, text);
    const base: Pick<Publication, 'caseId' | 'number' | 'documentId' | 'parties'> = { caseId: caseId ?? null, number: null, documentId: null, parties: parties.map(({ name, uscc }) => ({ name, uscc: uscc ?? null })) };
    const spans = await this.redactions.proposed(original, await this.drafts.given(base));
    const row: Opening<Publication>['row'] = {
      ...base, id: newId(), agency: acting.agency, region, profile, shelf: profileOf(profile).shelf, subjectType: null, subjectId: null, title, decidedOn: legalDay(acting.at), otherProvince: false, original, spans, published: null, displayClass: profileOf(profile).displayClass ?? 'ordinary', displayClock: null,
      restricted: false, restrictedUntil: null, handlers, toldAt: null, preparedBy: null, approvedBy: null, publishedBy: null, publishedAt: null, restoredAt: null, exemption: null, reason: null,
    };
    const opening = anyOpening<Publication>({ subject: PUBLICATION, command: 'propose', row, input: {}, data: { profile, hidden: spans.length } });
    return this.workflow.open(acting, [opening], [], ([outcome]) => ({ status: 201, body: shownPublication(outcome?.row as unknown as Publication) }));
  }

  /** Whoever handled the matter says what the class of display depends on. */
  async submit(acting: Acting, id: string, { band: told, field: named, restrictedUntil }: SubmitPublicationDto): Moved {
    const [band, field] = [told ?? null, named ?? null];
    const row = await this.reads.row(acting, id);
    const [decided] = await this.database.read<{ penalties: { kind: string; amount?: number }[] | null }>(acting.claims, DECIDED, [id]);
    const person = row.parties.length > 0 && row.parties.every(({ uscc, name }) => uscc === null && name.includes('*'));
    const code = profileOf(row.profile).displayClass ?? displayClassOf({ penalties: decided?.penalties ?? [], band, person, field }, CLASS_RULES);
    return this.move(acting, id, { command: 'submit', input: { band, field, restrictedUntil }, patch: () => ({ preparedBy: acting.claims.actor, displayClass: code, restrictedUntil: restrictedUntil ?? null, reason: null }), data: { class: code, band, field, restrictedUntil: restrictedUntil ?? null } });
  }

  /** Hides more, or shows again what the machine hid without need. The whole map stands in the row; the ledger has the places that changed. */
  async redact(acting: Acting, id: string, { hide = [], showAgain = [] }: RedactDto): Moved {
    const { original, spans, state } = await this.reads.row(acting, id);
    const at = (span: { start: number; end: number }): string => `${span.start}-${span.end}`;
    const again = new Set(showAgain.map(at));
    const covered = (span: Span): boolean => hide.some(({ start, end }) => start <= span.start && span.end <= end);
    const kept = spans.filter((span) => !again.has(at(span)) && !covered(span));
    const after: Span[] = [...kept, ...hide.map(({ start, end, rule, reason }) => ({ start, end, rule, reason, replacement: redaction(rule).replacement }))].sort((one, other) => one.start - other.start);
    const shownAgain = spans.filter((span) => again.has(at(span)) && isFixed(span.rule)).map(at);
    const text = state === 'published' ? { published: publishedText(original, after) } : {};
    return this.move(acting, id, {
      command: 'redact', input: { spans: [...hide, ...showAgain], after, shownAgain }, patch: () => ({ spans: after, ...text }),
      data: { hidden: hide.map(({ start, end, rule }) => ({ start, end, rule })), shownAgain: showAgain.map(({ start, end }) => ({ start, end })) },
    });
  }

  async approve(acting: Acting, id: string, { secrecyReviewed, opinion }: ApprovePublicationDto): Moved {
    const row = await this.reads.row(acting, id);
    const published = publishedText(row.original, row.spans);
    const residue = await this.redactions.residue(published, await this.drafts.given(row));
    return this.move(acting, id, { command: 'approve', input: { secrecyReviewed, opinion, residue }, patch: () => ({ published, approvedBy: acting.claims.actor, reason: null }), data: { secrecyReviewed, hidden: row.spans.length } });
  }

  return(acting: Acting, id: string, reason: string): Moved {
    return this.move(acting, id, { command: 'return', input: { reason }, patch: () => ({ published: null, approvedBy: null, reason }), data: {} });
  }

  /** The display begins, and with it the clock that ends it. */
  async publish(acting: Acting, id: string): Moved {
    const { displayClass: code, restrictedUntil } = await this.reads.row(acting, id);
    const { clock, amounts } = displayOf(code, restrictedUntil, acting.at);
    return this.move(acting, id, { command: 'publish', input: {}, amounts, patch: () => ({ displayClock: clock, publishedBy: acting.claims.actor, publishedAt: acting.at }), data: { class: code, clock } });
  }

  setAside(acting: Acting, id: string, { ground, reason }: SetAsidePublicationDto): Moved {
    return this.move(acting, id, { command: 'set-aside', input: { ground, reason }, patch: () => ({ exemption: ground, reason, displayClass: 'none' }), data: { ground } });
  }

  recordPush(acting: Acting, id: string, { to, receipt }: RecordPushDto): Moved {
    return this.move(acting, id, { command: 'record-push', input: { to, receipt }, data: { to, receipt } });
  }

  withdraw(acting: Acting, id: string, reason: string): Moved {
    return this.move(acting, id, { command: 'withdraw', input: { reason }, patch: () => ({ reason }), data: {} });
  }

  /** Where the case lies, and who works on it. 404 where it is not there, or not for this account. */
  private async file({ claims }: Acting, caseId: string): Promise<{ region: string; handlers: string[] }> {
    const [file] = await this.database.read<{ region: string; assignee: string | null; members: string[] }>(claims, CASE_SEEN, [caseId]);
    if (file === undefined) throw httpProblem('subject.not-found');
    return { region: file.region, handlers: [...new Set([...file.members, ...(file.assignee === null ? [] : [file.assignee])])] };
  }

  private move(acting: Acting, id: string, command: Acted): Moved {
    return this.workflow.execute(acting, { subject: PUBLICATION, id, gather: gatherOf(id), ...command }, ({ row }) => ({ status: 200, body: shownPublication(row) }));
  }
}

/** Read under the lock. */
export function gatherOf(id: string): Gather {
  const accounts = (rows: readonly object[]): string[] => (rows as readonly { account: string }[]).map(({ account }) => account);
  return { queries: [{ statement: HANDLING, values: [id] }, { statement: RECUSED, values: [id] }, { statement: PUSH_OWED, values: [id] }], facts: ([handling = [], recused = [], push = []]) => ({ handling: accounts(handling), excluded: accounts(recused), pushOwed: push.length > 0 }) };
}

/** The clock of the class; where a restriction lasts longer, its last day (第十四条第二款). */
function displayOf(code: string, restrictedUntil: string | null, at: Date): { clock: string | null; amounts: Record<string, number> } {
  const { clock, months, restriction } = displayClass(code);
  if (restriction !== true || restrictedUntil === null || months === null) return { clock, amounts: {} };
  const today = Temporal.PlainDate.from(legalDay(at));
  const last = Temporal.PlainDate.from(restrictedUntil);
  if (Temporal.PlainDate.compare(last, today.add({ months })) <= 0) return { clock, amounts: {} };
  const days = Math.round((Date.parse(restrictedUntil) - Date.parse(today.toString())) / MILLISECONDS_PER_DAY);
  return { clock: 'publication.display-restricted', amounts: { 'publication.display-restricted': days } };
}
