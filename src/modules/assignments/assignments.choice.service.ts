import { Injectable } from '@nestjs/common';
import { Database, type Query, type Statement } from '../../platform/database/database.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { Workflow, type Gather } from '../../platform/workflow/workflow.js';
import { CASE, gatherFor, movedCase, OFF_THE_LIST, toTheHead, type CaseFile } from '../cases/index.js';
import { Principals } from '../identity/index.js';
import { awayAt, teamsOf, type TeamMember } from '../staffing/index.js';
import type { AutoAssignedDto, ConsideredDto } from './assignment.dto.js';
import { choose, REASONS, skillsOf, teamFor, type Choice, type Considered, type Membership, type Officer } from './domain/choice.rules.js';

const FOUND: Statement = { name: 'auto-assign-case', text: 'SELECT agency FROM case_file WHERE id = $1' };
/** One at a time in an agency: who comes next sees the load that the last one made. */
const TURN: Statement = { name: 'auto-assign-turn', text: "SELECT pg_advisory_xact_lock(hashtextextended('auto-assign ' || $1, 0))" };
const CASE_NOW: Statement = { name: 'auto-assign-now', text: 'SELECT right_type AS "rightType", team, assignee FROM case_file WHERE id = $1' };
const LOADS: Statement = { name: 'auto-assign-loads', text: 'SELECT assignee AS officer, count(*)::int AS load FROM case_file WHERE assignee = ANY($1::text[]) AND rank_at IS NOT NULL GROUP BY assignee' };

type Colleague = Pick<Officer, 'id' | 'login' | 'appoints'>;
type CaseNow = Pick<CaseFile, 'rightType' | 'team' | 'assignee'>;

/** Nobody can be chosen; nothing was written. */
class Nobody extends Error {
  constructor(readonly considered: readonly Considered[]) {
    super('nobody is eligible');
  }
}

/** What was decided under the lock, for those who write it down. */
interface Decided {
  choice: Choice;
  team: string | null;
}

/** Chooses who is put in charge, and says why it is not one of the others. */
@Injectable()
export class ChoiceService {
  constructor(
    private readonly database: Database,
    private readonly workflow: Workflow,
    private readonly principals: Principals,
  ) {}

  /** Where nobody is eligible, the case goes to the list of the head instead. */
  async autoAssign(acting: Acting, id: string): Promise<Answer<AutoAssignedDto>> {
    try {
      return await this.assign(acting, id);
    } catch (error) {
      if (!(error instanceof Nobody)) throw error;
      const { considered } = error;
      const command = toTheHead(id, 'nobody-eligible', acting.at, { considered: considered.map(note) }, gatherFor(id));
      return this.workflow.execute(acting, command, ({ row, deadlines }) => ({ status: 200, body: { case: movedCase(row as unknown as CaseFile, deadlines), chosen: null, considered: considered.map(shown) } }));
    }
  }

  private async assign(acting: Acting, id: string): Promise<Answer<AutoAssignedDto>> {
    const [row] = await this.database.read<{ agency: string }>(acting.claims, FOUND, [id]);
    if (row === undefined) throw httpProblem('subject.not-found');
    const memberships = (await this.database.read<TeamRow>(acting.claims, teamsOf(row.agency).statement, [row.agency])).flatMap(membershipsOf);
    const colleagues = await this.principals.officers(row.agency, [...new Set(memberships.map(({ officer }) => officer))]);
    const decided: Decided = { choice: { chosen: null, considered: [] }, team: null };
    // Filled in while the command is judged: the ledger tells what the choice rested on.
    const data: Record<string, unknown> = {};
    const gather = this.gather(acting, { id, agency: row.agency, memberships, colleagues }, (made) => {
      Object.assign(decided, made);
      Object.assign(data, { officer: made.choice.chosen?.id, team: made.team ?? undefined, considered: made.choice.considered.map(note) });
    });
    return this.workflow.execute(acting, { subject: CASE, id, command: 'auto-assign', input: {}, gather, patch: () => ({ assignee: decided.choice.chosen?.id ?? null, team: decided.team, ...OFF_THE_LIST }), data }, (outcome) => ({
      status: 200, body: { case: movedCase(outcome.row, outcome.deadlines), chosen: outcome.row.assignee, considered: decided.choice.considered.map(shown) },
    }));
  }

  private gather({ at, claims }: Acting, { id, agency, memberships, colleagues }: Agency, decide: (decided: Decided) => void): Gather {
    const ids = colleagues.map((one) => one.id);
    const more: Query[] = [{ statement: TURN, values: [agency] }, { statement: CASE_NOW, values: [id] }, { statement: LOADS, values: [ids] }, awayAt(ids, at)];
    const gathered = gatherFor(id, more, ([, now = [], loads = [], away = []]) => ({ now: now[0], loads, away }));
    return {
      queries: gathered.queries,
      facts: (results) => {
        const { now, loads, away, recused, ...facts } = gathered.facts(results) as { now?: CaseNow; loads: { officer: string; load: number }[]; away: { officer: string; until: Date }[]; recused: string[] };
        // Whoever has no say in the case is refused by the guards of the table.
        if (now === undefined || !claims.agencies.includes(agency) || recused.includes(claims.actor)) return { ...facts, recused };
        const officers = colleagues.map((one): Officer => ({
          ...one, skills: skillsOf(one.id, memberships), inTeam: memberships.some(({ team, officer }) => team === now.team && officer === one.id), recused: recused.includes(one.id), inCharge: now.assignee === one.id,
          load: loads.find(({ officer }) => officer === one.id)?.load ?? 0, absentUntil: away.find(({ officer }) => officer === one.id)?.until ?? null,
        }));
        const choice = choose({ rightType: now.rightType, withTeam: now.team !== null }, officers);
        if (choice.chosen === null) throw new Nobody(choice.considered);
        decide({ choice, team: now.team ?? teamFor(choice.chosen.id, now.rightType, memberships) });
        return { ...facts, recused, officer: choice.chosen.id };
      },
    };
  }
}

interface Agency {
  readonly id: string;
  readonly agency: string;
  readonly memberships: readonly Membership[];
  readonly colleagues: readonly Colleague[];
}

type TeamRow = { id: string; members: TeamMember[] };

function membershipsOf({ id, members }: TeamRow): Membership[] {
  return members.map(({ officer, rightTypes }) => ({ team: id, officer, rightTypes }));
}

/** For the ledger: accounts and codes. */
function note({ officer: { id, load }, reason }: Considered): object {
  return { officer: id, load, reason };
}

function shown({ officer: { id, login, skills, load, absentUntil }, reason }: Considered): ConsideredDto {
  return { officer: id, login, skills: skills === null ? null : [...skills], load, absentUntil: absentUntil?.toISOString() ?? null, reason, text: REASONS[reason] };
}
