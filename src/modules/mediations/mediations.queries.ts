import { Injectable } from '@nestjs/common';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Query, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import type { Gather } from '../../platform/workflow/workflow.js';
import { ProceedingQueries, shownProceeding } from '../proceedings/index.js';
import { confirmable, sideOf, type Agreement, type Side } from './domain/mediation.rules.js';
import { MediationSession, MediationStatement } from './mediation-records.entity.js';
import type { Mediation } from './mediation.entity.js';
import type { CalendarQuery, MediationDto, MediationSessionDto, MediationStatistics, MediatorFigures, StatementDto, StatementQuery, StatisticsQuery } from './mediation-view.dto.js';
import { MEDIATION } from './mediation.subject.js';
import { mediationProblem } from './mediations.errors.js';

const SESSIONS: Statement = { name: 'mediation-sessions', text: 'SELECT * FROM mediation_session WHERE mediation_id = $1 ORDER BY starts_at, id' };
const CALENDAR: Statement = {
  name: 'mediation-calendar',
  text: 'SELECT * FROM mediation_session WHERE agency = ANY($1::text[]) AND starts_at < $3 AND ends_at > $2 AND ($4::text IS NULL OR mediator = $4) ORDER BY starts_at, id LIMIT 500',
};
const STATEMENTS: Statement = { name: 'mediation-statements', text: `SELECT * FROM mediation_statement WHERE mediation_id = $1 AND ($2 = 'all' OR NOT kept_from_other) AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT $4` };
const PARTY: Statement = { name: 'mediation-party', text: 'SELECT role FROM case_party WHERE id = $2 AND case_id = (SELECT case_id FROM mediation WHERE id = $1) AND removed_at IS NULL' };
const PARTIES: Statement = { name: 'mediation-parties', text: 'SELECT id, role FROM case_party WHERE case_id = (SELECT case_id FROM mediation WHERE id = $1) AND id = ANY($2::uuid[]) AND removed_at IS NULL' };
const EVERYBODY: Statement = { name: 'mediation-everybody', text: 'SELECT id, role FROM case_party WHERE case_id = (SELECT case_id FROM mediation WHERE id = $1) AND removed_at IS NULL ORDER BY id' };
const SESSION: Statement = { name: 'mediation-session-of', text: 'SELECT course, mediator FROM mediation_session WHERE id = $2 AND mediation_id = $1 FOR UPDATE' };
const DRAFT: Statement = { name: 'mediation-draft', text: 'SELECT agreement FROM mediation_draft WHERE mediation_id = $1 FOR UPDATE' };
const SHOW_DRAFT: Statement = { name: 'mediation-draft-shown', text: 'SELECT agreement FROM mediation_draft WHERE mediation_id = $1' };
const CLOCKS: Statement = { name: 'mediation-clocks', text: 'SELECT kind, legal_due AS due FROM deadline WHERE subject_id = $1 AND ended_at IS NULL' };
const REPLY = 'patent-mediation.reply';
const TERMS: readonly string[] = ['mediation.consumer', 'court-mediation.assigned', 'court-mediation.entrusted', 'court-mediation.entrusted-simple'];
const OUTCOMES = ['agreed', 'failed', 'terminated', 'withdrawn', 'refused'];
const FIVE_YEARS = 5 * 366 * 86_400_000;

const STATISTICS: Statement = {
  name: 'mediation-statistics',
  text: `SELECT x.account AS mediator, CASE WHEN $4 = 'all' THEN NULL ELSE to_char(date_trunc($4, m.opened_at AT TIME ZONE 'Asia/Shanghai'), 'YYYY-MM-DD') END AS period,
           count(*)::int AS total, count(*) FILTER (WHERE m.outcome IS NULL)::int AS open, ${OUTCOMES.map((code) => `count(*) FILTER (WHERE m.outcome = '${code}')::int AS ${code}`).join(', ')},
           round((avg(extract(epoch FROM m.ended_at - m.opened_at)) / 86400)::numeric, 1)::float8 AS "averageDays"
         FROM mediation m LEFT JOIN LATERAL (SELECT DISTINCT e ->> 'account' AS account FROM jsonb_array_elements(m.members) e WHERE e ->> 'role' = 'mediator') x ON true
         WHERE m.opened_at >= ($1::date)::timestamp AT TIME ZONE 'Asia/Shanghai' AND m.opened_at < ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' AND ($3::text[] IS NULL OR m.agency = ANY($3))
         GROUP BY 1, 2 ORDER BY 2 NULLS FIRST, 1 NULLS LAST`,
};

/** What guards of a mediation need from other tables. */
export const MEDIATION_FACTS = {
  /** The side of a party of the case: undefined for anybody else. */
  side: (id: string, party: string): Gather => ({ queries: [{ statement: PARTY, values: [id, party] }], facts: ([[found] = [undefined]]) => ({ side: sideOf((found as { role?: string } | undefined)?.role ?? '') ?? undefined }) }),
  sides: (id: string, parties: readonly string[]): Gather => ({
    queries: [{ statement: PARTIES, values: [id, parties] }],
    facts: ([found = []]) => ({ sides: Object.fromEntries((found as { id: string; role: string }[]).map(({ id: party, role }) => [party, sideOf(role)])), toldSides: (found as { role: string }[]).map(({ role }) => sideOf(role)) }),
  }),
  /** Whoever asks for the mediation of a patent dispute: the claimants of the case. */
  requesters: (id: string): Gather => ({ queries: [{ statement: EVERYBODY, values: [id] }], facts: ([found = []]) => ({ requesters: (found as { id: string; role: string }[]).filter(({ role }) => sideOf(role) === 'claimant').map(({ id: party }) => party) }) }),
  session: (id: string, session: string): Gather => ({ queries: [{ statement: SESSION, values: [id, session] }], facts: ([[found] = [undefined]]) => ({ sessionState: (found as { course?: string } | undefined)?.course, sessionMediator: (found as { mediator?: string } | undefined)?.mediator }) }),
  draft: (id: string): Gather => ({ queries: [{ statement: DRAFT, values: [id] }], facts: ([[found] = [undefined]]) => ({ draft: (found as { agreement?: Agreement } | undefined)?.agreement ?? null }) }),
  /** For looking only: nothing is locked. */
  draftShown: (id: string): Gather => ({ queries: [{ statement: SHOW_DRAFT, values: [id] }], facts: ([[found] = [undefined]]) => ({ draft: (found as { agreement?: Agreement } | undefined)?.agreement ?? null }) }),
  /** Whether the time to reply, or the time of the mediation, is over. A paused clock has no date. */
  clocks: (id: string, at: Date): Gather => ({
    queries: [{ statement: CLOCKS, values: [id] }],
    facts: ([found = []]) => {
      const over = (kinds: readonly string[]): boolean => (found as { kind: string; due: Date | null }[]).some(({ kind, due }) => kinds.includes(kind) && due !== null && due < at);
      return { replyOverdue: over([REPLY]), termOverdue: over(TERMS) };
    },
  }),
};

@Injectable()
export class MediationsQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
    private readonly proceedings: ProceedingQueries,
  ) {}

  async one(acting: Acting, id: string): Promise<MediationDto> {
    const [{ row, deadlines }, sessions] = await Promise.all([this.proceedings.one(acting, MEDIATION, id), this.database.read(acting.claims, SESSIONS, [id])]);
    const { matters, request, paper, courtStage, invitedBy, parties, chosenBy, agreement, effectiveAt, ground } = row;
    return {
      ...shownProceeding('mediation', row), matters, request, paper, courtStage, invitedBy, parties, chosenBy, agreement, effectiveAt: effectiveAt?.toISOString() ?? null, ground,
      sessions: sessions.map((raw) => this.shownSession(raw)), confirmable: confirmable(row.kind, courtStage), deadlines: deadlines.map(showDeadline),
    };
  }

  /** The row as it stands, for work that is prepared before the locks. Throws 404. */
  async before(acting: Acting, id: string): Promise<Mediation> {
    return (await this.proceedings.one(acting, MEDIATION, id)).row;
  }

  /** Last instant of the reply, from which the notice of refusal counts. */
  async replyDue(acting: Acting, id: string): Promise<Date | null> {
    return (await this.proceedings.one(acting, MEDIATION, id)).deadlines.find(({ kind, endedAt }) => kind === REPLY && endedAt === null)?.legalDue ?? null;
  }

  /** Sides of parties of the case, by the id of their entry. */
  async sidesOf({ claims }: Acting, id: string, parties: readonly string[]): Promise<Readonly<Record<string, Side | null>>> {
    const rows = await this.database.read<{ id: string; role: string }>(claims, PARTIES, [id, parties]);
    return Object.fromEntries(rows.map(({ id: party, role }) => [party, sideOf(role)]));
  }

  /** The agreement that waits for signatures; nothing for whoever is no member. */
  async draft({ claims }: Acting, id: string): Promise<Agreement | null> {
    const [found] = await this.database.read<{ agreement: Agreement }>(claims, SHOW_DRAFT, [id]);
    return found?.agreement ?? null;
  }

  /** What was said. The database shows it to members of this mediation only. */
  async statements(acting: Acting, id: string, { limit, cursor, to }: StatementQuery): Promise<Page<StatementDto>> {
    await this.before(acting, id);
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const rows = await this.database.read(acting.claims, STATEMENTS, [id, to, after, limit + 1]);
    return pageOf(rows.map((raw) => shownStatement(this.rows.map(MediationStatement, raw))), limit, (row) => [row.id]);
  }

  async calendar({ claims }: Acting, { from, to, mediator }: CalendarQuery): Promise<{ items: MediationSessionDto[] }> {
    const rows = await this.database.read(claims, CALENDAR, [claims.agencies, new Date(from), new Date(to), mediator ?? null]);
    return { items: rows.map((raw) => this.shownSession(raw)) };
  }

  /** Numbers without cases: of the reader's agencies, or of the whole city for whoever has none of his own. */
  async statistics({ claims }: Acting, { from, to, by }: StatisticsQuery): Promise<MediationStatistics> {
    const span = Date.parse(to) - Date.parse(from);
    if (span < 0 || span > FIVE_YEARS) throw mediationProblem('mediation.period-too-long', { members: { from, to } });
    const agencies = claims.scope === 'agencies' && claims.agencies.length > 0 ? claims.agencies : null;
    return { items: await this.database.read<MediatorFigures>(systemClaims('statistics'), STATISTICS, [from, to, agencies, by]) };
  }

  private shownSession(raw: object): MediationSessionDto {
    const { id, mediationId, mediator, startsAt, endsAt, mode, place, link, course, present, absent, moves } = this.rows.map(MediationSession, raw);
    return { id, mediationId, mediator, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), mode, place, link, state: course, present, absent, moves };
  }
}

function shownStatement({ id, kind, party, sessionId, text, amount, keptFromOther, writtenBy, writtenAt }: MediationStatement): StatementDto {
  return { id, kind, party, sessionId, text, amount, keptFromOther, writtenBy, writtenAt: writtenAt.toISOString() };
}

/** Several things to gather, one after the other. */
export function together(...gathers: readonly Gather[]): Gather {
  const queries: Query[] = gathers.flatMap((gather) => [...gather.queries]);
  return {
    queries,
    facts: (results) => {
      let at = 0;
      return Object.assign({}, ...gathers.map((gather) => gather.facts(results.slice(at, (at += gather.queries.length))))) as Readonly<Record<string, unknown>>;
    },
  };
}
