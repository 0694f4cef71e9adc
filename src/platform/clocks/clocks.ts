import { computeDeadline, isWorkingDay, type Calendar, type CalendarYear, type ClockOptions, type ClockRule, type ClockWarning, type ComputedDeadline, type KindRule } from '../../kernel/clock/index.js';
import type { LocalizedText } from '../../kernel/text.js';
import { newId } from '../database/id.js';
import { systemClaims } from '../database/claims.js';
import type { Database } from '../database/database.js';
import { DayResults } from './day-results.js';
import type { Deadline } from './deadline.entity.js';

/** A limit as it stood from one day to another, both included. */
export interface KindVersion {
  readonly code: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly rule: KindRule;
}

const READ_CALENDARS = { name: 'calendars', text: 'SELECT year, notice, notice_title AS "noticeTitle", notice_date::text AS "noticeDate", days FROM work_calendar' };
const READ_KINDS = { name: 'deadline-kinds', text: 'SELECT code, effective_from::text AS "effectiveFrom", effective_to::text AS "effectiveTo", rule FROM deadline_kind' };

/** Where a clock runs. */
export interface ClockPlace {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly agency: string;
  readonly intakeAgency: string;
  readonly region: string;
  /** File that the subject belongs to, where it has one. */
  readonly withinId?: string | null;
  /** Version of the law pinned to the subject, YYYY-MM-DD; the day of each trigger where there is none. */
  readonly lawDay?: string | null;
}

/** What the dates of a clock follow from. */
type Clock = Pick<Deadline, 'kind' | 'triggerAt' | 'lawDay' | 'pauses' | 'extensions' | 'setAmount' | 'remindedAt'>;
type Counted = Pick<Deadline, 'legalDue' | 'safeDue' | 'provisional' | 'derivation' | 'warnings' | 'basis' | 'remindAt'>;

/** The trigger lies before the first row of its kind: no statute that the system knows applied then. */
export class NoRuleInForce extends Error {
  constructor(
    readonly kind: string,
    readonly day: string,
  ) {
    super(`No rule of deadline kind ${kind} is in force on ${day}`);
    this.name = 'NoRuleInForce';
  }
}

/** Calendars and deadline kinds held in memory, and deadlines computed from them. Legal days are those of Asia/Shanghai. */
export class Clocks {
  private calendar: Calendar = { years: new Map() };
  private kinds = new Map<string, KindVersion[]>();
  private days = new DayResults();

  constructor(private readonly database: Database) {}

  /** Reads the reference rows again: at start, at every sweep, and after they were loaded. */
  async refresh(): Promise<void> {
    const [years = [], kinds = []] = await this.database.readAll(systemClaims('clocks'), [{ statement: READ_CALENDARS, values: [] }, { statement: READ_KINDS, values: [] }]);
    this.calendar = { years: new Map((years as unknown as CalendarYear[]).map((year) => [year.year, year])) };
    this.kinds = new Map();
    this.days = new DayResults();
    for (const row of kinds as unknown as KindVersion[]) this.kinds.set(row.code, [...(this.kinds.get(row.code) ?? []), row]);
  }

  get loadedYears(): ReadonlySet<number> {
    return new Set(this.calendar.years.keys());
  }

  get codes(): ReadonlySet<string> {
    return new Set(this.kinds.keys());
  }

  /** Kinds whose end carries a command out, with the commands of all their versions. */
  get expiring(): ReadonlyMap<string, readonly string[]> {
    const commands = [...this.kinds].map(([code, versions]) => [code, [...new Set(versions.flatMap(({ rule }) => rule.onExpiry ?? []))]] as const);
    return new Map(commands.filter(([, named]) => named.length > 0));
  }

  /**
   * A new running deadline. The rule of its law is pinned to it: that of the subject's version, or of the day of the trigger. `setAmount` is the period named in the notice,
   * for a kind whose length the law leaves open. Throws {@link NoRuleInForce}, and ClockError where the amount is missing or out of bounds.
   */
  start(kind: string, triggerAt: Date, { lawDay = null, withinId = null, ...place }: ClockPlace, setAmount: number | null = null): Deadline {
    const { holder } = this.inForce(kind, triggerAt, lawDay).rule;
    const row = { id: newId(), ...place, withinId, lawDay, kind, status: 'running', version: 1, holder, triggerAt, setAmount, pauses: [], extensions: [], endedAt: null, overdueAt: null, remindedAt: null };
    return { ...row, ...this.computed(row) };
  }

  /** The same deadline counted again, after a pause, an extension or a newly loaded calendar. */
  recount(deadline: Deadline): Deadline {
    return { ...deadline, ...this.computed(deadline) };
  }

  /**
   * The version of a kind by the law of a day, or of the day of the trigger in Asia/Shanghai where that law did not know the kind yet.
   * Throws {@link NoRuleInForce}.
   */
  inForce(kind: string, triggerAt: Date, lawDay: string | null = null): KindVersion {
    const day = legalDay(triggerAt);
    const on = (wanted: string): KindVersion | undefined => this.kinds.get(kind)?.find(({ effectiveFrom, effectiveTo }) => effectiveFrom <= wanted && (effectiveTo === null || wanted <= effectiveTo));
    const found = (lawDay === null ? undefined : on(lawDay)) ?? on(day);
    if (found === undefined) throw new NoRuleInForce(kind, day);
    return found;
  }

  /** The law that a deadline is counted by. */
  lawOf({ kind, triggerAt, lawDay }: Pick<Deadline, 'kind' | 'triggerAt' | 'lawDay'>): KindVersion {
    return this.inForce(kind, triggerAt, lawDay);
  }

  /** A rule counted without any deadline. Throws ClockError. */
  calculate(rule: ClockRule, trigger: string, options: ClockOptions): ComputedDeadline {
    const result = computeDeadline(rule, trigger, this.calendar, options);
    return { ...result, warnings: [...result.warnings, ...unverified(rule)] };
  }

  /** Whether a day, YYYY-MM-DD in Asia/Shanghai, is a working day by the calendar. */
  isWorkingDay(day: string): boolean {
    return isWorkingDay(day, this.calendar);
  }

  /** The name of a kind, by its newest version; null for one that is not known any more. */
  labelOf(kind: string): LocalizedText | null {
    return this.kinds.get(kind)?.at(-1)?.rule.label ?? null;
  }

  /** First reminder after an instant; null when none is left. */
  nextReminder(deadline: Deadline, after: Date): Date | null {
    return first(this.count(deadline).reminders, after);
  }

  private computed(deadline: Clock): Counted {
    const { legalDue, safeDue, provisional, derivation, warnings, basis, reminders } = this.count(deadline);
    const { rule } = this.lawOf(deadline);
    return { legalDue: instant(legalDue), safeDue: instant(safeDue), provisional, derivation, warnings: [...warnings, ...unverified(rule)], basis, remindAt: first(reminders, deadline.remindedAt) };
  }

  private count(clock: Clock): ComputedDeadline {
    const { triggerAt, pauses, extensions, setAmount } = clock;
    const { rule } = this.lawOf(clock);
    const compute = (): ComputedDeadline => computeDeadline(rule, triggerAt.toISOString(), this.calendar, { pauses, extensions, amount: setAmount });
    const plain = rule.unit !== 'hour' && rule.before !== true && setAmount === null && pauses.length === 0 && extensions.length === 0;
    return plain ? this.days.of(rule, triggerAt, compute) : compute();
  }
}

const LEGAL_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

const HOUR_MILLISECONDS = 3_600_000;
/** Local mean time, 8 hours and some minutes, was given up in 1901. */
const FIRST_WHOLE_HOUR = Date.UTC(1902, 0, 1) / HOUR_MILLISECONDS;
/** Days that were asked for, by hour. Asia/Shanghai is whole hours ahead of UTC, in summers with their own time too: within an hour the day does not change. */
const DAYS = new Map<number, string>();
const MOST_DAYS = 1_000;

/** The calendar day in Asia/Shanghai, YYYY-MM-DD. */
export function legalDay(at: Date): string {
  const hour = Math.floor(at.getTime() / HOUR_MILLISECONDS);
  const known = DAYS.get(hour);
  if (known !== undefined) return known;
  const day = LEGAL_DAY.format(at);
  if (DAYS.size >= MOST_DAYS) DAYS.clear();
  if (hour >= FIRST_WHOLE_HOUR) DAYS.set(hour, day);
  return day;
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

function first(reminders: readonly string[], after: Date | null): Date | null {
  return reminders.map((at) => new Date(at)).find((at) => after === null || at > after) ?? null;
}

/** A limit whose source was not read in an official copy says so wherever it is shown. */
function unverified(rule: ClockRule): ClockWarning[] {
  if (rule.basis.status === 'verified') return [];
  return [{ code: 'source_unverified', text: { zh: `时限依据“${rule.basis.source}”尚未经官方文本核实`, en: `The source of this limit (${rule.basis.source}) has not been checked against an official copy` } }];
}
