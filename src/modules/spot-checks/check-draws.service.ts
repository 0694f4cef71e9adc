import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { anyOpening, Workflow, type Command, type Gather, type Opening } from '../../platform/workflow/workflow.js';
import { CaseTexts } from '../cases/index.js';
import { Principals } from '../identity/index.js';
import { DRAW_LIMITS, leastSharesOn, OFFICERS_PER_CHECK, REPEATED } from './data/spot-checks.data.js';
import { draw, poolDigest, sizeOf, type Candidate } from './domain/draw.rules.js';
import type { CallOffDrawDto, CheckDrawDto, DrawnDto, PlanDrawDto, PooledFirmDto } from './spot-check.dto.js';
import type { CheckDraw, SpotCheck } from './spot-check.entity.js';
import { CHECK_DRAW, SPOT_CHECK } from './spot-check.subject.js';
import { spotCheckProblem } from './spot-checks.errors.js';
import { shownDraw } from './spot-checks.queries.js';

const KEY_LIST: Statement = { name: 'key-list-of', text: "SELECT identifier, name, uscc, region, ground AS key FROM key_target WHERE agency = $1 AND state = 'listed' ORDER BY id" };
/** Earlier checks of those in the pool. */
const BEFORE: Statement = {
  name: 'check-draw-before',
  text: `SELECT s.identifier, count(*)::int AS times FROM check_draw d CROSS JOIN LATERAL jsonb_to_recordset(d.pool) AS p (identifier text) JOIN spot_check s ON s.identifier = p.identifier AND s.drawn_at >= $2::timestamptz - make_interval(months => $3)
         WHERE d.id = $1 GROUP BY s.identifier`,
};
const SEED_BYTES = 32;

/** 双随机: plans draws and lets the lot fall. */
@Injectable()
export class CheckDrawsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly database: Database,
    private readonly principals: Principals,
    private readonly texts: CaseTexts,
  ) {}

  /** Freezes the pool. Throws check-draw.pool-twice where a firm is named twice. */
  async plan(acting: Acting, { name, matter, pool: given, withKeyList, shareGeneral, shareKey, officers, days }: PlanDrawDto): Promise<Answer<CheckDrawDto>> {
    const { agency, at } = acting;
    const [keys, known] = await Promise.all([withKeyList ? this.database.read<Candidate & object>(acting.claims, KEY_LIST, [agency]) : [], this.principals.officers(agency, officers)]);
    const pool = pooled(given, keys);
    const row: Omit<CheckDraw, 'state' | 'version'> = { id: newId(), agency, name, matter, pool, poolSha256: poolDigest(pool), shareGeneral, shareKey, officers, days, seed: null, drawnAt: null, reason: null };
    const fit = new Set(known.map(({ id }) => id));
    const { general, key } = leastSharesOn(legalDay(at));
    const input = { least: { general, key }, perCheck: OFFICERS_PER_CHECK.count, unfit: officers.filter((one) => !fit.has(one)), size: sizeOf(pool, { general: shareGeneral, key: shareKey }), most: DRAW_LIMITS.drawn };
    const opening = anyOpening<CheckDraw>({ subject: CHECK_DRAW, command: 'plan', row, input, data: { poolSha256: row.poolSha256, pool: pool.length, shareGeneral, shareKey, officers, days } });
    return this.workflow.open(acting, [opening], [], ([outcome]) => ({ status: 201, body: shownDraw(outcome?.row as unknown as CheckDraw) }));
  }

  /** The seed is made here, once: nobody knew it when the pool was frozen. */
  async draw(acting: Acting, id: string): Promise<Answer<DrawnDto>> {
    const seed = randomBytes(SEED_BYTES).toString('hex');
    const before = new Map<string, number>();
    const gather: Gather = {
      queries: [{ statement: BEFORE, values: [id, acting.at, REPEATED.months] }],
      facts: ([found = []]) => { for (const { identifier, times } of found as { identifier: string; times: number }[]) before.set(identifier, times); return {}; },
    };
    let drawn = 0;
    const assign = (row: CheckDraw): Opening[] => {
      const openings = assignments(row, seed, before, acting.at);
      drawn = openings.length;
      return openings;
    };
    const command: Command<CheckDraw> = { subject: CHECK_DRAW, id, command: 'draw', input: {}, gather, patch: () => ({ seed, drawnAt: acting.at }), data: { seed }, cascades: { 'spot-check.assign': assign } };
    return this.workflow.execute(acting, command, ({ row }) => ({ status: 200, body: { ...shownDraw(row), drawn } }));
  }

  async callOff(acting: Acting, id: string, { reason: given }: CallOffDrawDto): Promise<Answer<CheckDrawDto>> {
    const [reason = ''] = await this.texts.scrubbedOf([], [given]);
    return this.workflow.execute(acting, { subject: CHECK_DRAW, id, command: 'call-off', input: { reason }, patch: () => ({ reason }), data: { reason } }, ({ row }) => ({ status: 200, body: shownDraw(row) }));
  }
}

/** Those given, and the key list; who stands in both is drawn by the key list. */
function pooled(given: readonly PooledFirmDto[], keys: readonly Candidate[]): Candidate[] {
  const named = given.map(({ name, uscc = null, region }): Candidate => ({ identifier: uscc ?? name, name, uscc, region, key: null }));
  const identifiers = named.filter(({ identifier }, index) => named.findIndex((other) => other.identifier === identifier) !== index).map(({ identifier }) => identifier);
  if (identifiers.length > 0) throw spotCheckProblem('check-draw.pool-twice', { members: { identifiers: [...new Set(identifiers)] } });
  const listed = new Set(keys.map(({ identifier }) => identifier));
  return [...keys.map(({ identifier, name, uscc, region, key }) => ({ identifier, name, uscc, region, key })), ...named.filter(({ identifier }) => !listed.has(identifier))];
}

function assignments({ id: drawId, agency, pool, shareGeneral, shareKey, officers, days }: CheckDraw, seed: string, before: ReadonlyMap<string, number>, at: Date): Opening[] {
  return draw(seed, pool, { general: shareGeneral, key: shareKey }, officers, OFFICERS_PER_CHECK.count).map(({ candidate: { identifier, name, uscc, region, key }, officers: drawnOfficers }) => {
    const row: Omit<SpotCheck, 'state' | 'version'> = {
      id: newId(), drawId, agency, region, identifier, name, uscc, keyGround: key, before: before.get(identifier) ?? 0, officers: [...drawnOfficers], drawnAt: at, result: null, note: null, caseId: null, recordedAt: null, channel: null, publishedAt: null, nextDue: null,
    };
    return anyOpening<SpotCheck>({ subject: SPOT_CHECK, command: 'assign', row, input: {}, amounts: { 'spot-check.completion': days }, data: { draw: drawId, officers: row.officers, keyGround: key } });
  });
}
