import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import type { Gather } from '../../platform/workflow/workflow.js';
import { displayClass } from '../publications/index.js';
import { CONDITIONS, MATERIALS } from './data/conditions.data.js';
import { judge, minimumUntil, type Judged } from './domain/repair.rules.js';
import type { CreditRepairDto, CreditRepairListQuery, JudgedCreditRepairDto } from './credit-repair.dto.js';
import { CreditRepair } from './credit-repair.entity.js';

const LIST: Statement = { name: 'credit-repairs', text: 'SELECT * FROM credit_repair WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3' };
const OPEN: Statement = { name: 'credit-repair-open', text: "SELECT id FROM credit_repair WHERE target_id = $1 AND state IN ('filed', 'correcting', 'accepted', 'granted') LIMIT 1" };
const BARRED: Statement = { name: 'credit-repair-barred', text: 'SELECT max(n.last_day) AS last FROM credit_repair r JOIN credit_repair_ban n ON n.uscc = r.uscc WHERE r.id = $1' };
/** The repair, and how what it is about stands now. */
const STANDING: Statement = {
  name: 'credit-repair-standing',
  text: `SELECT r.*, coalesce(b.state = 'published', l.state = 'in-effect', false) AS "isShown", coalesce(b.restored_at, l.restored_at) IS NOT NULL AS "wasRestored", b.restricted_until AS "restrictedUntil", l.measures_until AS "measuresUntil"
         FROM credit_repair r LEFT JOIN publication b ON r.target_type = 'publication' AND b.id = r.target_id LEFT JOIN listing l ON r.target_type = 'listing' AND l.id = r.target_id WHERE r.id = $1`,
};
/** Penalties on the same firm since it was shown, in other cases that the reader sees. */
const LATER: Statement = {
  name: 'credit-repair-later',
  text: `SELECT DISTINCT d.number FROM credit_repair r JOIN organisation o ON o.uscc = r.uscc JOIN case_party p ON p.organisation_id = o.id AND p.removed_at IS NULL
           JOIN official_document d ON d.case_id = p.case_id AND d.kind = 'penalty-decision' AND d.withdrawn_at IS NULL
         WHERE r.id = $1 AND p.case_id <> r.case_id AND d.number IS NOT NULL AND to_char(d.issued_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') >= r.shown_on ORDER BY d.number LIMIT 20`,
};
/** What the repair ends or ended: the display itself; of a listing its own, and that of the penalty that it rests on (第十三条第三款). */
const DISPLAYS: Statement = {
  name: 'credit-repair-displays',
  text: `WITH target AS (SELECT r.target_type, r.target_id, r.stopped, l.proceeding_id FROM credit_repair r LEFT JOIN listing l ON r.target_type = 'listing' AND l.id = r.target_id WHERE r.id = $1),
           ids AS (SELECT target_id AS id FROM target WHERE target_type = 'publication' UNION SELECT unnest(stopped) FROM target
             UNION SELECT p.id FROM target t JOIN publication p ON p.subject_type = 'listing' AND p.subject_id = t.target_id WHERE t.target_type = 'listing'
             UNION SELECT p.id FROM target t JOIN publication p ON p.subject_type IN ('penalty', 'adjudication') AND p.subject_id = t.proceeding_id)
         SELECT p.id, p.state, p.display_class AS "displayClass", p.published_at AS "publishedAt", p.restored_at AS "restoredAt", p.restricted_until AS "restrictedUntil", p.subject_type = 'listing' OR t.target_type = 'publication' AS direct
         FROM ids JOIN publication p USING (id) CROSS JOIN target t ORDER BY p.id`,
};

interface Display {
  readonly id: string;
  readonly state: string;
  readonly displayClass: string;
  readonly publishedAt: Date | null;
  readonly restoredAt: Date | null;
  readonly restrictedUntil: string | null;
  /** The display itself; else one that ends along with it. */
  readonly direct: boolean;
}

interface Now {
  readonly isShown: boolean;
  readonly wasRestored: boolean;
  readonly restrictedUntil: string | null;
  readonly measuresUntil: string | null;
}

/** What commands find under the lock. */
export interface Found {
  readonly conditions: readonly Judged[];
  readonly missing: readonly string[];
  /** Publications that end with the repair. */
  readonly ending: readonly string[];
  /** Publications that it ended and that nothing else ended since. */
  readonly ended: readonly { readonly id: string; readonly clock: string | null }[];
}

const lastOf = (bars: readonly object[] | undefined): string | null => (bars?.[0] as { last: string | null } | undefined)?.last ?? null;
export const missingOf = (materials: readonly string[]): string[] => MATERIALS.map(({ code }) => code).filter((code) => !materials.includes(code));

/** Whether a display ends along with the listing: its own time must allow that (第十三条第三款，“另有规定的除外”). */
function endsAlong({ direct, displayClass: code, publishedAt, restoredAt, restrictedUntil }: Display, today: string): boolean {
  if (direct) return true;
  const least = minimumUntil({ shownOn: publishedAt === null ? null : legalDay(publishedAt), earlyMonths: displayClass(code).earlyMonths });
  return restoredAt === null && least !== null && least < today && (restrictedUntil === null || restrictedUntil < today);
}

export function gatherFiling(targetId: string): Gather {
  return {
    queries: [{ statement: OPEN, values: [targetId] }],
    facts: ([open = []]) => ({ openAlready: open.length > 0 }),
  };
}

/** Queries under the claims of who reads, and what the guards see. */
@Injectable()
export class CreditRepairsQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  async list({ claims }: Acting, { cursor, limit, state }: CreditRepairListQuery): Promise<Page<CreditRepairDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const [found = []] = await this.database.readAll(claims, [{ statement: LIST, values: [state ?? null, after, limit + 1] }]);
    return pageOf(found.map((raw) => shownRepair(this.rows.map(CreditRepair, raw))), limit, ({ id }) => [id]);
  }

  /** Throws 404 where there is none, or none for this account. */
  async row({ claims }: Acting, id: string): Promise<CreditRepair> {
    const [[found] = []] = await this.database.readAll(claims, [{ statement: STANDING, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return this.rows.map(CreditRepair, found);
  }

  /** With every condition, and what it was judged by. */
  async one(acting: Acting, id: string): Promise<JudgedCreditRepairDto> {
    const row = await this.row(acting, id);
    const { queries, facts } = this.gather(acting, id);
    const { conditions } = facts(await this.database.readAll(acting.claims, [...queries])) as unknown as Found;
    return { ...shownRepair(row), conditions: conditions.map(({ code, stage, label, holds, facts: seen, basis }) => ({ code, stage, label, holds, facts: seen, basis })) };
  }

  gather({ at }: Acting, id: string): Gather {
    return {
      queries: [STANDING, BARRED, LATER, DISPLAYS].map((statement) => ({ statement, values: [id] })),
      facts: ([standings, bars, later, displays]) => {
        const row = standings?.[0];
        if (row === undefined) return { now: at.getTime() };
        const numbers = ((later ?? []) as { number: string }[]).map(({ number }) => number);
        return { now: at.getTime(), ...this.found(row, lastOf(bars), numbers, (displays ?? []) as Display[], legalDay(at)) };
      },
    };
  }

  private found(standing: object, barredUntil: string | null, later: readonly string[], displays: readonly Display[], today: string): Found & { readonly shown: boolean; readonly left: readonly string[] } {
    const row = this.rows.map(CreditRepair, standing);
    const { isShown, wasRestored, restrictedUntil, measuresUntil } = standing as Now;
    const missing = missingOf(row.materials);
    const conditions = judge(CONDITIONS, {
      displayClass: row.displayClass, earlyMonths: displayClass(row.displayClass).earlyMonths, shownOn: row.shownOn, appliedOn: legalDay(row.appliedAt), restrictedUntil, measuresUntil, restored: wasRestored, barredUntil, missing,
      verification: row.verification, later,
    });
    const published = displays.filter(({ state }) => state === 'published');
    const mine = ({ id }: Display): boolean => row.stopped.includes(id);
    return {
      conditions, missing, shown: isShown, left: [...(row.targetType === 'listing' && isShown ? [row.targetId] : []), ...published.filter(mine).map(({ id }) => id)], ending: published.filter((one) => endsAlong(one, today)).map(({ id }) => id),
      ended: displays.filter((one) => one.state === 'repaired' && mine(one)).map(({ id, displayClass: code }) => ({ id, clock: displayClass(code).clock })),
    };
  }
}

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

export function shownRepair({ id, state, version, agency, caseId, targetType, targetId, uscc, partyName, otherProvince, displayClass: code, shownOn, materials, promise, verification, reasons, ...row }: CreditRepair): CreditRepairDto {
  return {
    id, state, version, agency, caseId, targetType, targetId, uscc, partyName, otherProvince, displayClass: code, shownOn, appliedAt: row.appliedAt.toISOString(), materials, promise, askedAt: instant(row.askedAt), verification, extendedAt: instant(row.extendedAt),
    decidedAt: instant(row.decidedAt), revokedAt: instant(row.revokedAt), reasons, nextDue: instant(row.nextDue),
  };
}
