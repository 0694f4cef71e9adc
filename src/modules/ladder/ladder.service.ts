import { Injectable } from '@nestjs/common';
import { Clocks } from '../../platform/clocks/clocks.js';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { Acting } from '../../platform/http/acting.js';
import { anyOpening, Workflow, type Brought } from '../../platform/workflow/workflow.js';
import { toTheHead } from '../cases/index.js';
import { AGENCIES } from '../identity/index.js';
import { LADDER, RUNGS, type LadderRow } from './data/ladder.data.js';
import { distanceOf, isAbove, topOf, type RungCode } from './domain/ladder.rules.js';
import type { EscalationStep } from './escalation-step.entity.js';
import { ESCALATION_STEP } from './escalation-step.subject.js';
import { askedFor, BATCH } from './ladder.queries.js';

const CLAIMS = systemClaims('ladder');
const FILE: Statement = { name: 'ladder-file', text: 'SELECT agency, region, assignee, rank_at IS NOT NULL AS open, escalated_at IS NOT NULL AS listed FROM case_file WHERE id = $1 FOR UPDATE' };

interface Cause {
  readonly cause: string;
  readonly caseId: string;
  readonly kind: string | null;
  readonly due: Date | null;
  readonly count: number | null;
}

interface File {
  readonly agency: string;
  readonly region: string;
  readonly assignee: string | null;
  readonly open: boolean;
  readonly listed: boolean;
}

/** It was answered, ended or climbed between finding it and locking its case. */
class NoLonger extends Error {}

/** Takes cases up the ladder. What has climbed stands in its rows, so that it can be asked again at any time by anybody, and climbs once. */
@Injectable()
export class LadderService {
  constructor(
    private readonly database: Database,
    private readonly clocks: Clocks,
    private readonly workflow: Workflow,
  ) {}

  /** By every rule, from the lowest rung up. `named`: only for these clocks and urgings. What fails keeps nothing else from climbing, and is thrown at the end. */
  async climb(at: Date, named: readonly string[] | null = null): Promise<void> {
    const failures: unknown[] = [];
    for (const row of LADDER) for (let again = true; again; ) again = await this.climbBy(row, at, named, failures);
    if (failures.length > 0) throw failures[0];
  }

  /** Every step is a transaction of its own. Returns true when there is more. */
  private async climbBy(row: LadderRow, at: Date, named: readonly string[] | null, failures: unknown[]): Promise<boolean> {
    const { everything, named: some } = askedFor(row.when);
    const values = this.valuesOf(row, at);
    const found = await this.database.read<Cause & Record<string, never>>(CLAIMS, named === null ? everything : some, [...values, named]);
    let taken = 0;
    for (const cause of found) taken += (await this.taken(row, at, cause, failures)) ? 1 : 0;
    // A batch of which nothing could climb would come again at once.
    return found.length === BATCH && taken > 0;
  }

  private valuesOf({ code, when }: LadderRow, at: Date): unknown[] {
    if (when.on === 'urgings') return [code, when.count, when.channel];
    const distance = distanceOf(when);
    const reached = distance === null ? at : new Date(this.clocks.calculate(distance, at.toISOString(), {}).safeDue ?? at);
    return [code, reached, at];
  }

  private async taken(row: LadderRow, at: Date, { caseId, cause }: Cause, failures: unknown[]): Promise<boolean> {
    const acting: Acting = { claims: CLAIMS, permissions: new Set(), agency: '', at };
    const causes = [{ statement: FILE, values: [caseId] }, { statement: askedFor(row.when).again, values: [...this.valuesOf(row, at), [cause]] }];
    try {
      await this.workflow.bring<null>(acting, causes, ([files = [], again = []]) => {
        const [[file], [still]] = [files, again];
        if (file === undefined || still === undefined) throw new NoLonger();
        return step(row, at, still as Cause, file as File);
      });
      return true;
    } catch (error) {
      if (!(error instanceof NoLonger)) failures.push(error);
      return false;
    }
  }
}

function step({ code: rule, rung, list }: LadderRow, at: Date, { cause, caseId, kind, due, count }: Cause, { agency, region, assignee: officer, open, listed: before }: File): Brought<null> {
  const told = toldOf(rung, agency);
  const moves = list !== undefined && open && !before ? [toTheHead(caseId, list, at, { rule, rung, cause, kind, ...(officer === null ? {} : { officer }) })] : [];
  const row: Omit<EscalationStep, 'state' | 'version'> = { id: newId(), rule, rung, cause, caseId, agency, told, region, officer, kind, due, count, listed: moves.length > 0, takenAt: at };
  const opening = anyOpening<EscalationStep>({ subject: ESCALATION_STEP, command: isAbove(rung) ? 'take-above' : 'take', row, input: {}, data: { rule, rung, caseId, cause, kind, due, count, told } });
  return { openings: [opening], moves, answer: () => ({ status: 200, body: null }) };
}

function toldOf(rung: RungCode, agency: string): string {
  const told = RUNGS.find(({ code }) => code === rung)?.told ?? 'handling';
  if (typeof told === 'object') return told.agency;
  return told === 'superior' ? topOf(agency, AGENCIES) : agency;
}
