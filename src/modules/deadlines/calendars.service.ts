import { Injectable } from '@nestjs/common';
import { ClockError, validateCalendarYear, type CalendarYear } from '../../kernel/clock/index.js';
import { Clocks } from '../../platform/clocks/clocks.js';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Idempotency, uniqueViolation } from '../../platform/http/idempotency.js';
import type { Problem } from '../../platform/http/problem.js';
import { Sweep } from '../../platform/workflow/sweep.js';
import type { LoadCalendarDto, LoadedCalendarDto } from './reference.dto.js';
import { CALENDARS, DEADLINE_KINDS } from './data/index.js';
import { deadlinesProblem } from './deadlines.errors.js';

const FIND: Statement = { name: 'calendar-find', text: 'SELECT year FROM work_calendar WHERE year = $1 FOR UPDATE' };
const INSERT: Statement = { name: 'calendar-insert', text: 'INSERT INTO work_calendar (year, notice, notice_title, notice_date, status, days, loaded_at) VALUES ($1, $2, $3, $4, $5, $6, $7)' };
const SEED_CALENDARS: Statement = {
  name: 'calendar-seed',
  text: `INSERT INTO work_calendar (year, notice, notice_title, notice_date, status, days, loaded_at)
         SELECT r.year, r.notice, r."noticeTitle", r."noticeDate", r.status, r.days, now() FROM jsonb_to_recordset($1::jsonb) AS r (year int, notice text, "noticeTitle" text, "noticeDate" date, status text, days jsonb)
         ON CONFLICT (year) DO NOTHING`,
};
const SEED_KINDS: Statement = {
  name: 'deadline-kind-seed',
  text: `INSERT INTO deadline_kind (code, effective_from, effective_to, rule)
         SELECT r.code, r."effectiveFrom", r."effectiveTo", r.rule FROM jsonb_to_recordset($1::jsonb) AS r (code text, "effectiveFrom" date, "effectiveTo" date, rule jsonb)
         ON CONFLICT (code, effective_from) DO UPDATE SET effective_to = excluded.effective_to, rule = excluded.rule`,
};

/** Loads the official calendar of a year, and counts again what was waiting for it. */
@Injectable()
export class CalendarsService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly clocks: Clocks,
    private readonly sweep: Sweep,
  ) {}

  /** Throws calendar.refused and calendar.already-loaded. A year is loaded once: a correction is a matter for the owner of the database. */
  async load(acting: Acting, body: LoadCalendarDto): Promise<Answer<LoadedCalendarDto>> {
    refuseInvalid(body as unknown as CalendarYear);
    // The caller's permission was checked; reference rows themselves are written in the system scope, under the caller's name.
    const writing: Acting = { ...acting, claims: { ...acting.claims, scope: 'system' } };
    const { year, notice, noticeTitle, noticeDate, days } = body;
    const alreadyLoaded = (): Problem => deadlinesProblem('calendar.already-loaded', { members: { year } });
    const answer = await this.idempotency.transact<LoadedCalendarDto>(writing, [{ statement: FIND, values: [year] }], async (transaction, [found = []]) => {
      if (found.length > 0) throw alreadyLoaded();
      // A year that is not there cannot be locked: of two at once the key of the table lets one through.
      await transaction.query(INSERT, [year, notice, noticeTitle, noticeDate, 'verified', JSON.stringify(days), acting.at]).catch((error: unknown) => {
        throw uniqueViolation(error) === 'work_calendar_pk' ? alreadyLoaded() : error;
      });
      return { status: 201, body: { year, notice } };
    });
    await this.clocks.refresh();
    if (answer.replayed !== true) await this.sweep.recount(acting.at);
    return answer;
  }
}

function refuseInvalid(year: CalendarYear): void {
  try {
    validateCalendarYear(year);
  } catch (error) {
    if (!(error instanceof ClockError)) throw error;
    throw deadlinesProblem('calendar.refused', { members: { reason: error.message, fault: error.code } });
  }
}

/** Writes the delivered calendars where there are none, and the delivered time limits. */
export async function seedDeadlines(database: Database): Promise<void> {
  const queries = [{ statement: SEED_CALENDARS, values: [JSON.stringify(CALENDARS)] }, { statement: SEED_KINDS, values: [JSON.stringify(DEADLINE_KINDS)] }];
  await database.transact(systemClaims('seed'), queries, async () => undefined);
}
