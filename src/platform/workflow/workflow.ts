import type { Clocks } from '../clocks/clocks.js';
import type { Database } from '../database/database.js';
import { merged, type Insert } from '../database/insert-statements.js';
import type { RowMapper } from '../database/row-mapper.js';
import type { Acting, Answer } from '../http/acting.js';
import { httpProblem } from '../http/http.errors.js';
import type { Idempotency } from '../http/idempotency.js';
import type { Also, Command, Opening, Outcome } from './command.js';
import type { Head } from './records.js';
import type { Subject, SubjectRow } from './subject.js';
import { Turn, type Tools } from './turn.js';

export { anyOpening, type Also, type Command, type Gather, type Moving, type Opening, type Outcome } from './command.js';

/** The one writer of status: state, ledger, deadlines, outbox and cascades change together or not at all. */
export class Workflow {
  private readonly tools: Tools;

  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    clocks: Clocks,
    rows: RowMapper,
    subjects: readonly Subject[],
  ) {
    this.tools = { clocks, rows, subjects };
  }

  /** Opens subjects in a single statement: one round trip. `also` is written with them. Throws a Problem, or the database's unique violation. */
  async open<Body>(acting: Acting, openings: readonly Opening[], also: readonly Insert[], answer: (outcomes: readonly Outcome[]) => Answer<Body>): Promise<Answer<Body>> {
    const turn = new Turn(this.tools, acting);
    const given = answer(openings.map((opening) => turn.open(opening)));
    return this.idempotency.append(acting, merged([...turn.inserts(), ...also]), given);
  }

  /** Moves a subject: locks it, decides, writes. Throws 404, 409, 412, 428 as problems. */
  async execute<Row extends SubjectRow, Body>(acting: Acting, command: Command<Row>, answer: (outcome: Outcome<Row>) => Answer<Body>): Promise<Answer<Body>> {
    const { ifMatch } = acting;
    if (ifMatch === undefined) throw httpProblem('precondition.required');
    const turn = new Turn(this.tools, acting);
    return this.idempotency.transact(acting, turn.locks(command), async (transaction, locked) => {
      const outcome = await turn.move(transaction, command, locked, ifMatch);
      await turn.write(transaction);
      return answer(outcome);
    });
  }

  /** Records a fact about a subject without moving it, such as a look at an identity; `also` is written with it. */
  async note<Row extends SubjectRow>(acting: Acting, subject: Subject<Row>, id: string, fact: { event: string; data: Readonly<Record<string, unknown>>; also?: Also }): Promise<void> {
    const turn = new Turn(this.tools, acting);
    await this.database.transact(acting.claims, turn.locks({ subject, id }), async (transaction, [found = [], heads = []]) => {
      const [head] = heads;
      if (found.length === 0 || head === undefined) throw httpProblem('subject.not-found');
      turn.note(subject as unknown as Subject, id, head as unknown as Head, fact);
      await turn.write(transaction);
    });
  }
}
