import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Chores } from '../../platform/chores/chores.js';
import { Config } from '../../platform/config/config.js';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import type { Acting } from '../../platform/http/acting.js';
import { Now } from '../../platform/http/clock.js';
import { Problem } from '../../platform/http/problem.js';
import { anyCommand, Workflow, type Command, type Gather } from '../../platform/workflow/workflow.js';
import { CASE, OFF_THE_LIST, toTheHead, type CaseFile, type Escalation } from '../cases/index.js';
import { AGENCIES, Principals } from '../identity/index.js';
import { LIMBO_DAYS } from './data/limbo.data.js';
import { cutoff } from './domain/limbo.rules.js';

const BATCH = 100;
const CLAIMS = systemClaims('assignments');

// Each is asked for many, and again for one under its lock.
const gone = (from: string, reason: Escalation): Statement => ({
  name: `watch-${reason}`,
  text: `SELECT f.id, f.assignee AS officer FROM (${from}) o JOIN case_file f ON f.assignee = o.officer AND f.rank_at IS NOT NULL WHERE f.escalated_at IS NULL AND $1::timestamptz IS NOT NULL AND ($2::uuid IS NULL OR f.id = $2) ORDER BY f.id LIMIT ${BATCH}`,
});
const AWAY = "state = 'planned' AND from_at <= $1 AND until_at > $1";
const DEACTIVATED = gone("SELECT id::text AS officer FROM account WHERE NOT active AND kind = 'person'", 'owner-deactivated');
const ABSENT = gone(`SELECT DISTINCT officer FROM absence WHERE ${AWAY}`, 'owner-absent');
const BACK: Statement = {
  name: 'watch-back',
  text: `SELECT id, assignee AS officer FROM case_file f WHERE escalated_at IS NOT NULL AND rank_at IS NOT NULL AND escalated_for = 'owner-absent' AND NOT EXISTS (SELECT 1 FROM absence a WHERE a.officer = f.assignee AND ${AWAY})
         AND ($2::uuid IS NULL OR f.id = $2) ORDER BY id LIMIT ${BATCH}`,
};
const UNSTAFFED: Statement = {
  name: 'watch-unstaffed',
  text: `SELECT id, NULL AS officer FROM case_file WHERE $1::timestamptz IS NOT NULL AND agency = ANY ($3::text[]) AND rank_at IS NOT NULL AND assignee IS NULL AND escalated_at IS NULL AND ($2::uuid IS NULL OR id = $2) ORDER BY id LIMIT ${BATCH}`,
};

// As `findingsOf` has it: what nothing explains. Agency by agency, so that an index gives just that: it grows with what is found, not with what is open.
const perAgency = (reason: string, where: string, order: string): Pick<Rule, 'statement' | 'still'> => {
  const unexplained = `rank_at IS NOT NULL AND escalated_at IS NULL AND ${where}`;
  return {
    statement: {
      name: `watch-${reason}`,
      text: `SELECT f.* FROM unnest($4::text[]) AS a CROSS JOIN LATERAL (SELECT id, assignee AS officer FROM case_file WHERE agency = a AND ${unexplained} ORDER BY ${order}, id LIMIT ${BATCH}) f
             WHERE $1::timestamptz IS NOT NULL AND $2::uuid IS NULL AND $3::timestamptz IS NOT NULL LIMIT ${BATCH}`,
    },
    still: { name: `watch-still-${reason}`, text: `SELECT id FROM case_file WHERE $1::timestamptz IS NOT NULL AND id = $2 AND agency = ANY ($4::text[]) AND ${unexplained}` },
  };
};
export const UNOWNED = perAgency('unowned', 'assignee IS NULL AND rank_at < $3', 'rank_at');
/** Its next date and the time that its lane lets it wait have passed as well. */
export const UNTOUCHED = perAgency('untouched', 'touched_at < $3 AND aged_at <= $1 AND CASE WHEN next_due IS NULL THEN touched_at ELSE next_due END <= $1', 'touched_at');

type Found = { readonly id: string; readonly officer: string | null };

interface Rule {
  readonly statement: Statement;
  /** Asked for one case under its lock; the same statement where none is given. */
  readonly still?: Statement;
  readonly more: readonly unknown[];
  readonly command: (found: Found, gather: Gather) => Command;
}

/** It was put right between finding it and locking it. */
class NoLonger extends Error {}

/**
 * What time and slips of moment bring: an absence begins or ends, a case was given to somebody who was being switched off, the last officer
 * of an agency has gone. It is derived from the rows again and again, so that no case stays with nobody unseen.
 */
@Injectable()
export class AssignmentWatch implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly workflow: Workflow,
    private readonly principals: Principals,
    private readonly chores: Chores,
    private readonly config: Config,
    private readonly now: Now,
  ) {}

  onModuleInit(): void {
    this.chores.add('assignments.watch', this.config.SWEEP_MILLISECONDS, () => this.round());
    this.chores.everyHour((at) => this.search(at));
  }

  /** Returns true when there is more. */
  async round(): Promise<boolean> {
    const at = this.now.date();
    const staffed = new Set(await this.principals.staffedAgencies());
    const unstaffed = AGENCIES.map(({ code }) => code).filter((code) => !staffed.has(code));
    const escalating = (reason: Escalation): Rule['command'] => ({ id, officer }, gather) => toTheHead(id, reason, at, officer === null ? {} : { officer }, gather);
    const rules: Rule[] = [
      { statement: DEACTIVATED, more: [], command: escalating('owner-deactivated') },
      { statement: ABSENT, more: [], command: escalating('owner-absent') },
      { statement: BACK, more: [], command: ({ id, officer }, gather) => anyCommand<CaseFile>({ subject: CASE, id, command: 'de-escalate', input: {}, patch: () => OFF_THE_LIST, data: { officer, reason: 'owner-back' }, gather }) },
      { statement: UNSTAFFED, more: [unstaffed], command: escalating('nobody-eligible') },
    ];
    let more = false;
    for (const rule of rules) more = (await this.apply(rule, at)) || more;
    return more;
  }

  /** Every hour: what nobody has touched for long, and nothing explains. */
  async search(at: Date): Promise<void> {
    const command: Rule['command'] = ({ id, officer }, gather) => toTheHead(id, 'in-limbo', at, officer === null ? {} : { officer }, gather);
    const more = [cutoff(at, LIMBO_DAYS), AGENCIES.map(({ code }) => code)];
    for (const found of [UNOWNED, UNTOUCHED]) for (let again = true; again; ) again = await this.apply({ ...found, more, command }, at);
  }

  /** Every case is a transaction of its own. */
  private async apply({ statement, still: asked = statement, more, command }: Rule, at: Date): Promise<boolean> {
    const found = await this.database.read<Found>(CLAIMS, statement, [at, null, ...more]);
    const acting: Acting = { claims: CLAIMS, permissions: new Set(), agency: '', at };
    let moved = 0;
    for (const one of found) {
      const still: Gather = {
        queries: [{ statement: asked, values: [at, one.id, ...more] }],
        facts: ([rows = []]) => {
          if (rows.length === 0) throw new NoLonger();
          return {};
        },
      };
      try {
        await this.workflow.carryOut(acting, command(one, still), () => ({ status: 200, body: null }));
        moved += 1;
      } catch (error) {
        if (!(error instanceof NoLonger || error instanceof Problem)) throw error;
      }
    }
    // A batch of which nothing could be moved would come again at once.
    return found.length === BATCH && moved > 0;
  }
}
