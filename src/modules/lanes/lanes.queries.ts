import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { Deadline } from '../../platform/clocks/deadline.entity.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { Database, type Query } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import type { Gather } from '../../platform/workflow/workflow.js';
import { holderStanding } from '../track-records/index.js';
import { placesLeft } from './domain/lane.rules.js';
import { ruleOf } from './data/lane-rules.data.js';
import { LanePassage } from './lane-passage.entity.js';
import type { LanePassageDto, LanePassageListQuery, LanePassageWithTargetsDto } from './lanes.dto.js';

const ONE = { name: 'lane-passage-one', text: 'SELECT * FROM lane_passage WHERE id = $1' };
const TARGETS = { name: 'lane-passage-targets', text: 'SELECT * FROM deadline WHERE subject_id = $1 ORDER BY id' };
const REST = '($2::text IS NULL OR lane = $2) AND ($3::text IS NULL OR state = $3) AND ($4::uuid IS NULL OR id < $4) ORDER BY id DESC LIMIT $5';

const RECUSED = "ARRAY(SELECT r.officer FROM case_recusal r WHERE r.case_id = f.id AND r.decision = 'granted') AS recused";
const FILE_OF = {
  name: 'lane-passage-file',
  text: `SELECT f.lane, f.next_due AS "nextDue", f.opened_at AS "openedAt", ${RECUSED},
           (SELECT e.id FROM lane_passage e WHERE e.case_id = f.id AND e.state = 'ejected' AND e.lane = $2 ORDER BY e.id DESC LIMIT 1) AS ejected
         FROM case_file f JOIN lane_passage p ON p.case_id = f.id WHERE p.id = $1`,
};
// Registered, in force on the day, and attacked by nobody. A right that nobody has looked up is not known to be live.
const KNOWN = {
  name: 'lane-triage-known',
  text: `SELECT ${RECUSED}, f.state <> 'closed' AS worked, (SELECT o.id FROM lane_passage o WHERE o.case_id = f.id AND o.state IN ('proposed', 'running')) AS other,
           EXISTS (SELECT 1 FROM case_right c JOIN ip_right r ON r.id = c.right_id WHERE c.case_id = f.id AND c.removed_at IS NULL AND r.state = 'registered' AND r.status = 'in-force' AND r.pending_invalidation IS NULL
             AND coalesce(r.valid_from <= $2::text, true) AND coalesce(r.valid_to >= $2::text, true)) AS "rightLive",
           f.target_uscc IS NOT NULL OR EXISTS (SELECT 1 FROM case_party y WHERE y.case_id = f.id AND y.role = 'respondent' AND y.removed_at IS NULL) AS "partiesKnown"
         FROM case_file f WHERE f.id = $1`,
};
// Whoever wants a place in the same lane of the same agency waits here, so that the last place is taken once. The count sees what was committed before.
const QUEUE_UP = { name: 'lane-queue-up', text: "SELECT 1 AS one FROM (SELECT pg_advisory_xact_lock(hashtextextended('lane ' || $2 || ' ' || agency, 0)) FROM lane_passage WHERE id = $1) AS waited" };
const TAKEN = { name: 'lane-taken', text: "SELECT count(*)::int AS taken FROM lane_passage WHERE lane = $2 AND state = 'running' AND agency = (SELECT agency FROM lane_passage WHERE id = $1)" };

/** The file of a passage under its lock: the lane that it is in, its statutory date as it stands, from when it counts, and an earlier passage that it was put out of. */
export interface FileOfPassage {
  readonly lane: string;
  readonly nextDue: Date | null;
  readonly openedAt: Date;
  readonly recused: readonly string[];
  readonly ejected: string | null;
}

@Injectable()
export class LanesQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  async list(acting: Acting, query: LanePassageListQuery): Promise<Page<LanePassageDto>> {
    const [found = []] = await this.database.readAll(acting.claims, [listQuery(acting, query)]);
    return pageOf(found.map((raw) => shown(this.rows.map(LanePassage, raw))), query.limit, ({ id }) => [id]);
  }

  async one({ claims }: Acting, id: string): Promise<LanePassageWithTargetsDto> {
    const [[found] = [], targets = []] = await this.database.readAll(claims, [{ statement: ONE, values: [id] }, { statement: TARGETS, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return shownWithTargets(this.rows.map(LanePassage, found), targets.map((raw) => this.rows.map(Deadline, raw)));
  }
}

/** For triage of a case: what the registers know, and what guards of the passage need. */
export function gatherKnown(caseId: string, at: Date): Gather {
  const standing = holderStanding(caseId, at);
  return { queries: [{ statement: KNOWN, values: [caseId, legalDay(at)] }, standing.query], facts: ([found = [], records = []]) => ({ ...(found[0] as Readonly<Record<string, unknown>> | undefined), ...standing.facts(records) }) };
}

/** For the guards of a passage. `tell`: its file. */
export function gatherFile(id: string, tell: (file: FileOfPassage) => void = () => undefined): Gather {
  return { queries: [{ statement: FILE_OF, values: [id, null] }], facts: ([found = []]) => ({ recused: told(found, tell).recused }) };
}

/** For the guards of a passage that is to enter a lane: besides, whether the lane has a place, and whether the case was put out of it. */
export function gatherEntering(id: string, lane: string, tell: (file: FileOfPassage) => void): Gather {
  return {
    queries: [FILE_OF, QUEUE_UP, TAKEN].map((statement) => ({ statement, values: [id, lane] })),
    facts: ([found = [], , taken = []]) => {
      const { recused, ejected } = told(found, tell);
      return { recused, ejected, placesLeft: placesLeft(ruleOf(lane).capacity, (taken[0] as { taken: number } | undefined)?.taken ?? 0) };
    },
  };
}

function told([found]: readonly object[], tell: (file: FileOfPassage) => void): FileOfPassage {
  if (found === undefined) throw httpProblem('subject.not-found');
  tell(found as FileOfPassage);
  return found as FileOfPassage;
}

/** By case, or by the agencies that may be seen: either has an index. */
function listQuery({ claims }: Acting, { case: caseId, lane, state, cursor, limit }: LanePassageListQuery): Query {
  const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
  const values = [lane ?? null, state ?? null, after, limit + 1];
  if (caseId !== undefined) return { statement: { name: 'lane-passages-case', text: `SELECT * FROM lane_passage WHERE case_id = $1 AND ${REST}` }, values: [caseId, ...values] };
  if (claims.scope !== 'agencies') return { statement: { name: 'lane-passages-all', text: `SELECT * FROM lane_passage WHERE $1::text IS NOT NULL AND ${REST}` }, values: [claims.actor, ...values] };
  const text = `SELECT row.* FROM unnest($1::text[]) AS mine CROSS JOIN LATERAL (SELECT * FROM lane_passage WHERE agency = mine AND ${REST}) row ORDER BY row.id DESC LIMIT $5`;
  return { statement: { name: 'lane-passages-mine', text }, values: [claims.agencies, ...values] };
}

export function shownWithTargets(row: LanePassage, targets: readonly Deadline[]): LanePassageWithTargetsDto {
  return { ...shown(row), targets: targets.map(showDeadline) };
}

function shown({ region: _, nextDue: __, ...row }: LanePassage): LanePassageDto {
  const at = (instant: Date | null): string | null => instant?.toISOString() ?? null;
  return { ...row, proposedAt: row.proposedAt.toISOString(), enteredAt: at(row.enteredAt), dueIn: at(row.dueIn), endedAt: at(row.endedAt), dueOut: at(row.dueOut) };
}
