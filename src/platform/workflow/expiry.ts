import { Logger } from '@nestjs/common';
import type { Clocks } from '../clocks/clocks.js';
import type { Deadline } from '../clocks/deadline.entity.js';
import { systemClaims } from '../database/claims.js';
import type { Database, Statement } from '../database/database.js';
import type { Acting } from '../http/acting.js';
import { Problem } from '../http/problem.js';
import type { Gather } from './command.js';
import type { Subject } from './subject.js';
import type { Workflow } from './workflow.js';

const BATCH = 100;
const FIRST = { legalDue: new Date(0), id: '00000000-0000-0000-0000-000000000000' };
const RUN_OUT: Statement = {
  name: 'expiry-due',
  text: `SELECT id, subject_type AS "subjectType", subject_id AS "subjectId", kind, trigger_at AS "triggerAt", law_day AS "lawDay", legal_due AS "legalDue" FROM deadline
         WHERE status = 'running' AND legal_due < $1 AND kind = ANY($2::text[]) AND (legal_due, id) > ($3, $4) ORDER BY legal_due, id LIMIT ${BATCH}`,
};
/** Read under the locks of the subject: somebody may have prolonged, paused or ended it meanwhile. */
const STILL: Statement = { name: 'expiry-still', text: "SELECT id FROM deadline WHERE id = $1 AND status = 'running' AND legal_due < $2" };

type RunOut = Pick<Deadline, 'id' | 'subjectType' | 'subjectId' | 'kind' | 'triggerAt' | 'lawDay'> & { readonly legalDue: Date };

/** The clock was touched between finding it and locking it. */
class NoLongerRunOut extends Error {}

/**
 * What the law lets happen by itself when a limit has run out: the command that the kind of the clock names is carried out on its
 * subject, by the system. It comes before clocks are marked overdue; what its table refuses is marked, and so seen.
 */
export class Expiry {
  private readonly logger = new Logger('Expiry');

  constructor(
    private readonly database: Database,
    private readonly clocks: Clocks,
    private readonly workflow: Workflow,
    private readonly subjects: readonly Subject[],
  ) {}

  /** Returns how many commands were carried out. Every one is a transaction of its own: a process that dies leaves the rest to the next. */
  async carryOut(at: Date): Promise<number> {
    const kinds = [...this.clocks.expiring.keys()];
    let done = 0;
    for (let after: Pick<RunOut, 'legalDue' | 'id'> | null = kinds.length === 0 ? null : FIRST; after !== null; ) {
      const found: RunOut[] = await this.database.read<RunOut>(systemClaims('sweeper'), RUN_OUT, [at, kinds, after.legalDue, after.id]);
      for (const one of found) done += (await this.carriedOut(one, at)) ? 1 : 0;
      after = found.length === BATCH ? (found.at(-1) ?? null) : null;
    }
    return done;
  }

  private async carriedOut(found: RunOut, at: Date): Promise<boolean> {
    const { rule } = this.clocks.lawOf(found);
    const subject = this.subjects.find(({ lifecycle }) => lifecycle.subject === found.subjectType);
    if (rule.onExpiry === undefined || subject === undefined) return false;
    const acting: Acting = { claims: systemClaims('sweeper'), permissions: new Set(), agency: '', at };
    const data = { deadlineId: found.id, kind: found.kind, legalDue: found.legalDue, expired: rule.basis };
    try {
      await this.workflow.carryOut(acting, { subject, id: found.subjectId, command: rule.onExpiry, input: {}, data, gather: stillRunOut(found, at) }, () => ({ status: 200, body: null }));
      return true;
    } catch (error) {
      // One that cannot be carried out keeps nobody else waiting: its clock is marked overdue, and so seen.
      if (!(error instanceof NoLongerRunOut || error instanceof Problem)) this.logger.error(`${found.subjectType} ${found.subjectId}: ${rule.onExpiry} failed: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  }
}

function stillRunOut({ id }: RunOut, at: Date): Gather {
  return {
    queries: [{ statement: STILL, values: [id, at] }],
    facts: ([still = []]) => {
      if (still.length === 0) throw new NoLongerRunOut();
      return {};
    },
  };
}
