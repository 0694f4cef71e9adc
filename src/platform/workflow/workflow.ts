import type { Clocks } from '../clocks/clocks.js';
import type { Query } from '../database/database.js';
import { merged, type Insert } from '../database/insert-statements.js';
import type { RowMapper } from '../database/row-mapper.js';
import type { Acting, Answer } from '../http/acting.js';
import { httpProblem } from '../http/http.errors.js';
import type { Idempotency } from '../http/idempotency.js';
import type { Attached, Brought, Command, Entering, Fact, Opening, Outcome } from './command.js';
import type { Subject, SubjectRow } from './subject.js';
import { Turn, type Tools } from './turn.js';

export { anyCommand, anyOpening, type Also, type Attached, type Brought, type Command, type Entering, type Fact, type Gather, type Moving, type Opening, type Outcome } from './command.js';

/** SQLSTATE deadlock_detected. */
const DEADLOCK = '40P01';
const ATTEMPTS = 3;

/** The one writer of status: state, ledger, deadlines, outbox and cascades change together or not at all. */
export class Workflow {
  private readonly tools: Tools;

  constructor(
    private readonly idempotency: Idempotency,
    clocks: Clocks,
    rows: RowMapper,
    subjects: readonly Subject[],
  ) {
    this.tools = { clocks, rows, subjects };
  }

  /** A kind of subject by its name, for what hangs on subjects of any kind. */
  subject(name: string): Subject {
    const found = this.tools.subjects.find(({ lifecycle }) => lifecycle.subject === name);
    if (found === undefined) throw new Error(`Subject ${name} is not registered`);
    return found;
  }

  /** Opens subjects in a single statement: one round trip. `also` is written with them. Throws a Problem, or the database's unique violation. */
  async open<Body>(acting: Acting, openings: readonly Opening[], also: readonly Insert[], answer: (outcomes: readonly Outcome[]) => Answer<Body>): Promise<Answer<Body>> {
    const turn = new Turn(this.tools, acting);
    const given = answer(openings.map((opening) => turn.open(opening)));
    return this.idempotency.append(acting, merged([...turn.inserts(), ...also]), given);
  }

  /**
   * Moves a subject: locks it, decides, writes. Throws 404, 409, 412, 428 as problems. Two commands that carry moves into each
   * other's subject lock in opposite order; PostgreSQL breaks one of them off, which then has written nothing and is tried again.
   */
  async execute<Row extends SubjectRow, Body>(acting: Acting, command: Command<Row>, answer: (outcome: Outcome<Row>) => Answer<Body>): Promise<Answer<Body>> {
    if (acting.ifMatch === undefined) throw httpProblem('precondition.required');
    return this.carryOut(acting, command, answer);
  }

  /** The same without a version that somebody looked at: what time itself brings. */
  async carryOut<Row extends SubjectRow, Body>(acting: Acting, command: Command<Row>, answer: (outcome: Outcome<Row>) => Answer<Body>): Promise<Answer<Body>> {
    return persistently(() => this.attempt(acting, command, answer));
  }

  /** What is no subject itself, such as an account, moves several: in one transaction with it. `causes` are locked and read first; `work` judges them and throws to refuse. */
  async bring<Body>(acting: Acting, causes: readonly Query[], work: (found: readonly (readonly object[])[]) => Brought<Body>): Promise<Answer<Body>> {
    return persistently(() => {
      const turn = new Turn(this.tools, acting);
      return this.idempotency.transact(acting, causes, async (transaction, found) => {
        const { openings = [], moves = [], also, answer } = work(found);
        const outcomes = openings.map((opening) => turn.open(opening));
        for (const move of moves) outcomes.push(await turn.move(transaction, move, await transaction.batch(turn.locks(move))));
        turn.alongside(also);
        turn.write(transaction);
        return answer(outcomes);
      });
    });
  }

  private async attempt<Row extends SubjectRow, Body>(acting: Acting, command: Command<Row>, answer: (outcome: Outcome<Row>) => Answer<Body>): Promise<Answer<Body>> {
    const turn = new Turn(this.tools, acting);
    return this.idempotency.transact(acting, turn.locks(command), async (transaction, locked) => {
      const outcome = await turn.move(transaction, command, locked, acting.ifMatch);
      turn.write(transaction);
      return answer(outcome);
    });
  }

  /**
   * Writes rows that hang on a subject, with an entry on its chain, without moving it: its version stays. `work` judges the
   * row under its lock, and what was gathered with it; it throws to refuse.
   */
  async attach<Row extends SubjectRow, Body>(acting: Acting, at: Pick<Command<Row>, 'subject' | 'id' | 'gather'>, work: (row: Row, gathered: Readonly<Record<string, unknown>>) => Attached<Body>): Promise<Answer<Body>> {
    const turn = new Turn(this.tools, acting);
    return this.idempotency.transact(acting, turn.locks(at), async (transaction, locked) => {
      const { fact, answer } = turn.attach(at, locked, work);
      if (fact !== null) turn.write(transaction);
      return answer;
    });
  }

  /** Opens subjects in a file that is there: `work` judges it under its lock, and tells what is opened and what is written of it on the chain of the file. */
  async openIn<Row extends SubjectRow, Body>(acting: Acting, at: Pick<Command<Row>, 'subject' | 'id' | 'gather'>, work: (row: Row, gathered: Readonly<Record<string, unknown>>) => Entering<Body>): Promise<Answer<Body>> {
    const turn = new Turn(this.tools, acting);
    return this.idempotency.transact(acting, turn.locks(at), async (transaction, locked) => {
      const { openings, answer } = turn.attach(at, locked, work);
      const outcomes = openings.map((opening) => turn.open(opening));
      turn.write(transaction);
      return answer(outcomes);
    });
  }

  /** Records a fact about a subject, such as a look at an identity; `also` is written with it. Each call is an entry of its own. */
  async note<Row extends SubjectRow>(acting: Acting, subject: Subject<Row>, id: string, fact: Fact): Promise<void> {
    await this.attach({ ...acting, idempotency: undefined }, { subject, id }, () => ({ fact, answer: { status: 200, body: null } }));
  }
}

/** What PostgreSQL broke off to end a deadlock has written nothing, and is tried again. */
async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: unknown }).code !== DEADLOCK || attempt === ATTEMPTS) throw error;
    }
  }
}
