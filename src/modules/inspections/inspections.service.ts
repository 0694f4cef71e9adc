import { Injectable } from '@nestjs/common';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { anyOpening, Workflow, type Command, type Gather, type Opening, type Outcome } from '../../platform/workflow/workflow.js';
import { CaseTexts } from '../cases/index.js';
import { AGENCIES } from '../identity/index.js';
import { INSPECTING } from './data/inspections.data.js';
import type { DrawInspectionDto, DrawnInspectionDto, InspectionRaisedDto, RaiseFindingDto } from './inspection.dto.js';
import { InspectionCase, type Inspection, type InspectionFinding } from './inspection.entity.js';
import { INSPECTION, INSPECTION_FINDING } from './inspection.subject.js';
import { FACTS, shownInspection } from './inspections.queries.js';

const CLAIMS = systemClaims('inspections');
const ANY = (parameter: string, column: string): string => `(${parameter}::text[] IS NULL OR ${column} = ANY (${parameter}))`;
// Chance decides by a digest that belongs to this inspection: the draw can be done again and gives the same.
const DRAW: Statement = {
  name: 'inspection-draw',
  text: `SELECT f.id AS "caseId", f.agency, ${FACTS} AS facts FROM case_file f
         WHERE f.agency = ANY ($3::text[]) AND f.opened_at >= $4 AND f.opened_at < $5 AND ${ANY('$6', 'f.right_type')} AND ${ANY('$7', 'f.lane')} AND ${ANY('$8', 'f.state')}
           AND ($9::boolean IS NULL OR (f.closed_at IS NULL AND coalesce(f.next_due < $2, false)) = $9) ORDER BY md5(f.id::text || $1::text) LIMIT $10`,
};
const OPEN_FINDINGS: Statement = { name: 'inspection-open-findings', text: "SELECT count(*)::int AS open FROM inspection_finding WHERE inspection_id = $1 AND state IN ('raised', 'answered')" };
const AGENCY_OF: Statement = {
  name: 'inspection-finding-agency',
  text: `SELECT agency FROM inspection_case WHERE inspection_id = $1 AND case_id = $2 AND $3::text IS NULL UNION ALL SELECT a FROM inspection i CROSS JOIN LATERAL unnest(i.agencies) AS a WHERE i.id = $1 AND $2::uuid IS NULL AND a = $3`,
};
const OF_AGENCY: Statement = {
  name: 'inspection-cases-of-agency',
  text: `SELECT case_id AS id FROM inspection_case WHERE inspection_id = $1
         AND ($2::uuid IS NULL OR agency = (SELECT c.agency FROM inspection_case c WHERE c.inspection_id = $1 AND c.case_id = $2)) AND ($3::text IS NULL OR agency = $3)`,
};
const DAY_MILLISECONDS = 86_400_000;

type Drawn = Pick<InspectionCase, 'caseId' | 'agency' | 'facts'>;

/** Draws inspections, raises what they find, and ends them. */
@Injectable()
export class InspectionsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly database: Database,
    private readonly texts: CaseTexts,
  ) {}

  /** The list is frozen as it stands. The body sees no case by itself: the draw is made for it, of the agencies that it looks into. */
  async draw(acting: Acting, { title, letter, ...criteria }: DrawInspectionDto): Promise<Answer<DrawnInspectionDto>> {
    const { at, agency: body, claims } = acting;
    const id = newId();
    const reach = reachOf(acting);
    const wanted = criteria.agencies ?? reach;
    const outside = wanted.filter((one) => !reach.includes(one));
    const found = outside.length > 0 || reach.length === 0 ? [] : await this.drawn(id, at, wanted, criteria);
    const drawn = found.slice(0, criteria.most);
    const row: Omit<Inspection, 'state' | 'version'> = {
      id, agency: body, title, letter: letter ?? null, criteria, agencies: [...new Set(drawn.map(({ agency }) => agency))].sort(), cases: drawn.length, more: found.length > drawn.length, drawnAt: at, drawnBy: claims.actor, summary: null, endedAt: null,
    };
    const opening = anyOpening<Inspection>({ subject: INSPECTION, command: 'draw', row, input: { inspects: reach.length > 0, outside }, data: { title, criteria, cases: drawn.length, agencies: row.agencies } });
    const cases = insertInto(InspectionCase, ...drawn.map((one, index): InspectionCase => ({ inspectionId: id, seq: index + 1, body, ...one })));
    return this.workflow.open(acting, [opening], drawn.length === 0 ? [] : [cases], ([opened]) => ({ status: 201, body: shownInspection(opened?.row as unknown as Inspection) }));
  }

  async raise(acting: Acting, id: string, { caseId, agency, severity, article, text: given, answerDays }: RaiseFindingDto): Promise<Answer<InspectionRaisedDto>> {
    const text = await this.scrubbed(id, { caseId: caseId ?? null, agency: agency ?? null }, given);
    let findingAgency: string | undefined;
    const gather: Gather = {
      queries: [{ statement: AGENCY_OF, values: [id, caseId ?? null, agency ?? null] }],
      facts: ([found = []]) => ({ findingAgency: (findingAgency = (found[0] as { agency: string } | undefined)?.agency) }),
    };
    const findingId = newId();
    const opening = ({ agency: body }: Inspection): Opening => {
      const row = {
        id: findingId, inspectionId: id, body, agency: findingAgency ?? '', caseId: caseId ?? null, severity, article, text, raisedAt: acting.at, raisedBy: acting.claims.actor,
        answer: null, answeredAt: null, answeredBy: null, reason: null, decidedAt: null, followUps: 0,
      };
      return anyOpening<InspectionFinding>({ subject: INSPECTION_FINDING, command: 'raise', row, input: {}, amounts: { 'inspection.answer': answerDays }, data: { inspection: id, caseId, severity, article } });
    };
    const command: Omit<Command<Inspection>, 'subject'> = { id, command: 'raise', input: { severity, article, text }, gather, data: { finding: findingId, severity }, cascades: { 'inspection-finding.raise': opening } };
    return this.workflow.execute(acting, { subject: INSPECTION, ...command }, ({ row }) => ({ status: 200, body: { ...shownInspection(row), finding: findingId } }));
  }

  async close(acting: Acting, id: string, given: string): Promise<Answer<DrawnInspectionDto>> {
    const summary = await this.scrubbed(id, { caseId: null, agency: null }, given);
    return this.end(acting, { id, command: 'close', input: { summary }, patch: () => ({ summary, endedAt: acting.at }), data: { summary } });
  }

  async callOff(acting: Acting, id: string, given: string): Promise<Answer<DrawnInspectionDto>> {
    const reason = await this.scrubbed(id, { caseId: null, agency: null }, given);
    return this.end(acting, { id, command: 'call-off', input: { reason }, patch: () => ({ summary: reason, endedAt: acting.at }), data: { reason } });
  }

  /** Free words about cases of the set: without what is known of who reported in any case of the agency in it. Whoever writes of one case may name the reporter of another. */
  async scrubbed(id: string, { caseId, agency }: Pick<InspectionFinding, 'caseId'> & { readonly agency: string | null }, text: string): Promise<string> {
    const cases = await this.database.read<{ id: string }>(CLAIMS, OF_AGENCY, [id, caseId, agency]);
    return this.texts.scrubbedIn(cases.map((one) => one.id), text);
  }

  private async drawn(id: string, at: Date, agencies: readonly string[], { openedFrom, openedTo, rightTypes, lanes, states, overdue, most }: Omit<DrawInspectionDto, 'title' | 'letter'>): Promise<Drawn[]> {
    const [from, until] = [startOf(openedFrom), new Date(startOf(openedTo).getTime() + DAY_MILLISECONDS)];
    return this.database.read<Drawn & Record<string, never>>(CLAIMS, DRAW, [id, at, agencies, from, until, rightTypes ?? null, lanes ?? null, states ?? null, overdue ?? null, most + 1]);
  }

  private end(acting: Acting, command: Omit<Command<Inspection>, 'subject' | 'gather'>): Promise<Answer<DrawnInspectionDto>> {
    const gather: Gather = { queries: [{ statement: OPEN_FINDINGS, values: [command.id] }], facts: ([found = []]) => ({ openFindings: (found[0] as { open: number } | undefined)?.open ?? 0 }) };
    return this.workflow.execute(acting, { subject: INSPECTION, ...command, gather }, ({ row }: Outcome<Inspection>) => ({ status: 200, body: shownInspection(row) }));
  }
}

/** The agencies that a body looks into; none where it is no such body. */
function reachOf({ agency, claims }: Acting): readonly string[] {
  const rule = INSPECTING.find((one) => one.agency === agency);
  if (rule === undefined) return [];
  return (rule.over === 'all' ? AGENCIES.map(({ code }) => code) : claims.agencies).filter((one) => one !== agency);
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
