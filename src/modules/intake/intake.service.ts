import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database, type Query } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto, type Insert } from '../../platform/database/insert-statements.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import { NoRuleInForce } from '../../platform/clocks/clocks.js';
import { Deadline } from '../../platform/clocks/deadline.entity.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { uniqueViolation } from '../../platform/http/idempotency.js';
import { Problem } from '../../platform/http/problem.js';
import { Vault } from '../../platform/security/vault.js';
import { Workflow, type Outcome } from '../../platform/workflow/workflow.js';
import { ReplyObligation } from '../replies/index.js';
import type { RoutingAnswer } from '../routing/index.js';
import type { FileComplaintDto } from './complaint.dto.js';
import { Complaint } from './complaint.entity.js';
import { COMPLAINT } from './complaint.subject.js';
import { ComplaintRevision } from './complaint-revision.entity.js';
import { Filing, type FilingPlan } from './filing.js';
import { filedComplaint, type FiledComplaint } from './filed-complaint.js';
import { intakeProblem } from './intake.errors.js';
import { changedFields } from './revision.js';

const LEGS = {
  name: 'legs-by-natural-key',
  text: `SELECT c.*, r.id AS "decisionId", r.outcome AS routed, r.rule, r.rule_set_version AS "ruleSetVersion" FROM complaint c
         JOIN LATERAL (SELECT * FROM routing_decision d WHERE d.complaint_id = c.id ORDER BY d.id LIMIT 1) r ON true WHERE c.source_system = $1 AND c.external_number = $2 ORDER BY c.leg`,
};
const REPLIES = { name: 'replies-by-natural-key', text: 'SELECT r.* FROM complaint c JOIN reply_obligation r ON r.id = c.reply_id WHERE c.source_system = $1 AND c.external_number = $2 AND c.leg = 1' };
// Rows of their own, not JSON inside the others: instants must come back as they went out.
const DEADLINES = {
  name: 'deadlines-by-natural-key',
  text: 'SELECT d.* FROM complaint c JOIN deadline d ON d.subject_id IN (c.id, c.reply_id) WHERE c.source_system = $1 AND c.external_number = $2 ORDER BY d.id',
};
const REVISIONS = { name: 'revisions-by-natural-key', text: 'SELECT r.revision, r.digest FROM complaint c JOIN complaint_revision r ON r.complaint_id = c.id WHERE c.source_system = $1 AND c.external_number = $2 AND c.leg = 1 ORDER BY r.revision' };
const KNOWN_KEYS = { name: 'known-natural-keys', text: 'SELECT c.source_system AS "sourceSystem", c.external_number AS "externalNumber", c.id, c.receipt_number AS "receiptNumber", ARRAY[c.submission_digest] || ARRAY(SELECT r.digest FROM complaint_revision r WHERE r.complaint_id = c.id) AS digests FROM unnest($1::text[], $2::text[]) AS k (source, number) JOIN complaint c ON c.source_system = k.source AND c.external_number = k.number AND c.leg = 1' };

/** How long many submissions may keep the process from anything else. */
const TURN_MILLISECONDS = 10;

/** What became of one submission of many. */
export type Filed = { readonly outcome: 'filed' | 'already-filed' | 'revised'; readonly id: string; readonly receiptNumber: string } | { readonly outcome: 'refused'; readonly problem: Problem };

/** A number that was filed before, with every content that came under it. */
interface Known {
  readonly sourceSystem: string;
  readonly externalNumber: string;
  readonly id: string;
  readonly receiptNumber: string;
  readonly digests: readonly string[];
}

export interface Submitted {
  readonly body: FileComplaintDto;
  /** The words as they came. */
  readonly raw: string;
}

/** Many submissions, looked up and planned, and not written yet. */
export interface Prepared {
  readonly acting: Acting;
  readonly items: readonly Submitted[];
  readonly known: ReadonlyMap<string, Known>;
  /** By place, of those that are new. */
  readonly plans: ReadonlyMap<number, FilingPlan>;
}

/** Filing: what came in is kept, named in law leg by leg, routed and put on the clock in one statement. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly database: Database,
    private readonly workflow: Workflow,
    private readonly filing: Filing,
    private readonly vault: Vault,
    private readonly rows: RowMapper,
  ) {}

  /**
   * 201 with receipt, where it goes, why, and by when somebody must act. The same natural key with the same content gives
   * 200 and the complaint that exists; with other content 200, a revision and a notice to who handles it. A number that
   * another desk has filed: complaint.natural-key-taken.
   */
  async file(acting: Acting, { body, raw }: Submitted): Promise<Answer<FiledComplaint>> {
    refuseFuture(body, acting.at);
    const plan = await this.filing.plan(acting, body, raw);
    try {
      return await this.workflow.open(acting, plan.openings, plan.also, (outcomes) => ({ status: 201, body: plan.answer(outcomes) }));
    } catch (error) {
      if (uniqueViolation(error) === 'complaint_natural_key') return this.filedBefore(acting, plan, raw);
      throw asProblem(error);
    }
  }

  /** Looks up and plans many, no source number twice. Writes nothing: it may run while those before are written, as long as they hold none of these numbers. */
  async prepareMany(acting: Acting, items: readonly Submitted[]): Promise<Prepared> {
    const alone: Acting = { ...acting, idempotency: undefined };
    const known = await this.knownKeys(alone, items);
    const plans = new Map<number, FilingPlan>();
    let since = performance.now();
    for (const [index, { body, raw }] of items.entries()) {
      if (!known.has(keyOf(body)) && futureTimes(body, alone.at).length === 0) plans.set(index, await this.filing.plan(alone, body, raw));
      // Planning waits for nothing: requests get their turn in between.
      if (performance.now() - since > TURN_MILLISECONDS) {
        await nextTurn();
        since = performance.now();
      }
    }
    return { acting: alone, items, known, plans };
  }

  /**
   * Files what was prepared: new ones in one statement, with `also` in the same transaction. What was filed before with the same
   * content was found in one look; with other content it is settled first, one by one. Sending a batch again changes nothing.
   */
  async fileMany({ acting, items, known, plans }: Prepared, also: (results: readonly Filed[]) => readonly Insert[]): Promise<readonly Filed[]> {
    const early = new Map<number, Filed>();
    for (const [index, item] of items.entries()) if (!plans.has(index)) early.set(index, await this.settledEarly(acting, item, known.get(keyOf(item.body))));
    try {
      return await this.together(acting, items.length, { early, plans }, also);
    } catch (error) {
      if (!(error instanceof NoRuleInForce) && uniqueViolation(error) === null) throw error;
      // One that cannot be written must not take the others with it.
      const results: Filed[] = [];
      for (const item of items) results.push(await this.settled(acting, item));
      await this.database.append(acting.claims, also(results), newId());
      return results;
    }
  }

  private async together(acting: Acting, count: number, { early, plans }: { early: ReadonlyMap<number, Filed>; plans: ReadonlyMap<number, FilingPlan> }, also: (results: readonly Filed[]) => readonly Insert[]): Promise<readonly Filed[]> {
    let results: readonly Filed[] = [];
    // Filled when the answers are known, before anything is sent.
    const rows: Insert[] = [];
    const openings = [...plans.values()].flatMap((plan) => plan.openings);
    await this.workflow.open(acting, openings, rows, () => {
      const filed = new Map([...plans].map(([index, { lead }]): [number, Filed] => [index, { outcome: 'filed', id: lead.id, receiptNumber: lead.receiptNumber }]));
      results = Array.from({ length: count }, (_, index) => early.get(index) ?? (filed.get(index) as Filed));
      rows.push(...[...plans.values()].flatMap((plan) => plan.also), ...also(results));
      return { status: 201, body: null };
    });
    return results;
  }

  /** What needs no place in the statement of its batch. */
  private async settledEarly(acting: Acting, item: Submitted, before: Known | undefined): Promise<Filed> {
    if (before?.digests.includes(this.vault.digest(item.body)) === true) return { outcome: 'already-filed', id: before.id, receiptNumber: before.receiptNumber };
    return this.settled(acting, item);
  }

  /** One of many on its own, with whatever became of it. */
  private async settled(acting: Acting, item: Submitted): Promise<Filed> {
    try {
      const { body } = await this.file(acting, item);
      return { outcome: body.outcome, id: body.id, receiptNumber: body.receiptNumber };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { outcome: 'refused', problem: error };
    }
  }

  private async knownKeys({ claims }: Acting, items: readonly Submitted[]): Promise<Map<string, Known>> {
    const values = [items.map(({ body }) => body.sourceSystem), items.map(({ body }) => body.externalNumber)];
    const found = await this.database.read<Known & Record<string, never>>(claims, KNOWN_KEYS, values);
    return new Map(found.map((known) => [keyOf(known), known]));
  }

  private async filedBefore(acting: Acting, plan: FilingPlan, raw: string): Promise<Answer<FiledComplaint>> {
    const found = await this.found(acting, plan.body);
    const answer = (outcome: 'already-filed' | 'revised', revision: number): Answer<FiledComplaint> => ({ status: 200, body: { ...filedComplaint(found.outcomes, found.routes, outcome), revision } });
    const known = [{ revision: 0, digest: found.lead.submissionDigest }, ...found.revisions];
    const same = known.find(({ digest }) => digest === plan.digest);
    if (same !== undefined) return answer('already-filed', same.revision);
    await this.revise(acting, { lead: found.lead, revision: known.length, raw }, plan);
    return answer('revised', known.length);
  }

  /** What stands under a source number: its legs, the answer owed, their clocks, and the revisions. */
  private async found({ claims }: Acting, { sourceSystem, externalNumber }: FileComplaintDto): Promise<{ lead: Complaint; outcomes: Outcome[]; routes: RoutingAnswer[]; revisions: { revision: number; digest: string }[] }> {
    const queries = [LEGS, REPLIES, DEADLINES, REVISIONS].map((statement): Query => ({ statement, values: [sourceSystem, externalNumber] }));
    const [legs = [], replies = [], deadlines = [], revisions = []] = await this.database.readAll(claims, queries);
    const rows = legs.map((found) => this.rows.map(Complaint, found));
    const [lead] = rows;
    if (lead === undefined) throw intakeProblem('complaint.natural-key-taken');
    const clocks = deadlines.map((deadline) => this.rows.map(Deadline, deadline));
    const owed = replies.map((reply) => this.rows.map(ReplyObligation, reply));
    const outcomes = [...rows, ...owed].map((row) => ({ row, deadlines: clocks.filter(({ subjectId }) => subjectId === row.id) })) as unknown as Outcome[];
    return { lead, outcomes, routes: legs.map(routedOf), revisions: revisions as unknown as { revision: number; digest: string }[] };
  }

  /** What was filed stays as it is; what is new lies beside it, and whoever handles the matter is told. */
  private async revise(acting: Acting, { lead, revision, raw }: { lead: Complaint; revision: number; raw: string }, { body, digest, identity, lead: now }: FilingPlan): Promise<void> {
    const changed = changedFields(lead, now);
    const row = { id: newId(), complaintId: lead.id, revision, digest, changed, facts: this.filing.scrubbed(body.facts, identity), receivedAt: acting.at, receivedBy: acting.claims.actor };
    const also = { inserts: [insertInto(ComplaintRevision, row), this.vault.seal(lead.id, identity, raw, acting.at)] };
    try {
      await this.workflow.note(acting, COMPLAINT, lead.id, { event: 'complaint.revised', data: { revision, changed, digest }, also });
    } catch (error) {
      // Somebody else was faster with the same number: the caller sends it again and learns how it stands.
      if (uniqueViolation(error) !== null) throw httpProblem('idempotency.in-flight', { headers: { 'retry-after': '1' } });
      throw error;
    }
  }
}

function routedOf(found: object): RoutingAnswer {
  const { routed, rule, ruleSetVersion, decisionId } = found as { routed: object; rule: string; ruleSetVersion: number; decisionId: string };
  return { ...routed, rule, ruleSetVersion, decisionId } as unknown as RoutingAnswer;
}

function keyOf({ sourceSystem, externalNumber }: { readonly sourceSystem: string; readonly externalNumber: string }): string {
  return `${sourceSystem} ${externalNumber}`;
}

function asProblem(error: unknown): unknown {
  if (!(error instanceof NoRuleInForce)) return error;
  return invalidTime('receivedAt', 'before-known-law', `早于本系统所载时限规则（${error.kind}，${error.day}）`, `Before the first time limit that the system knows (${error.kind}, ${error.day})`);
}

/** Clocks of two machines may differ a little. */
const TOLERANCE_MILLISECONDS = 5 * 60_000;

/** What has not happened yet cannot have been received: a clock that starts in the future would hide the duty. */
function futureTimes({ hotlineReceivedAt, receivedAt }: FileComplaintDto, now: Date): string[] {
  return Object.entries({ hotlineReceivedAt, receivedAt }).flatMap(([path, text]) => (text !== undefined && Date.parse(text) > now.getTime() + TOLERANCE_MILLISECONDS ? [path] : []));
}

function refuseFuture(body: FileComplaintDto, now: Date): void {
  const errors = futureTimes(body, now).map((path) => ({ path, code: 'in-the-future', message: { zh: '时间不能晚于现在', en: 'The time lies in the future' } }));
  if (errors.length > 0) throw httpProblem('request.invalid', { members: { errors } });
}

function invalidTime(path: string, code: string, zh: string, en: string): Problem {
  return httpProblem('request.invalid', { members: { errors: [{ path, code, message: { zh, en } }] } });
}
