import { Temporal } from 'temporal-polyfill';
import type { LocalizedText } from '../text.js';
import { DayBook } from './calendar.js';
import { countBack } from './count-back.js';
import { countDays, countMonths, type Counted } from './count.js';
import { portionsOf, type Portion } from './portions.js';
import { reminderDays, reminderMoment, USUAL_REMINDERS } from './reminders.js';
import { rolled } from './roll.js';
import { ClockError, type Calendar, type ClockRule, type ClockWarning, type ComputedDeadline, type Granted, type PauseInterval } from './types.js';
import { AMOUNT, STEPS } from './words.js';

const ZONE = 'Asia/Shanghai';
const OFFSET = '+08:00';

export interface ClockOptions {
  readonly pauses?: readonly PauseInterval[];
  /** The extensions granted, in the order of the ladder. */
  readonly extensions?: readonly Granted[];
  /** The period that the agency set, for a rule without an amount. */
  readonly amount?: number | null;
}

/**
 * The deadline of a rule from its trigger, with every step in words. The day (or hour) of the trigger is not counted.
 * Days inside a pause, its first and last included, are not counted. While a pause is open nothing is due, unless it began
 * after the limit had run out: what is late stays late. Throws {@link ClockError}; never guesses in silence: a year without a
 * notice is counted Monday to Friday and marks the result provisional.
 */
export function computeDeadline(rule: ClockRule, trigger: string, calendar: Calendar, { pauses = [], extensions = [], amount = null }: ClockOptions = {}): ComputedDeadline {
  const book = new DayBook(calendar);
  const portions = portionsOf(rule, amount, extensions);
  const at = instantOf(trigger);
  refuseReversed(rule, pauses);
  const ended = pauses.filter(({ to }) => to !== null);
  const due = dueOf(rule, at, portions, ended, book);
  const open = pauses.find(({ from, to }) => to === null && Temporal.Instant.compare(instantOf(from), instantOf(due.legalDue)) <= 0);
  if (open !== undefined) return pausedResult(rule, open);
  return { ...due, reminders: remindersOf(rule, at, due, calendar), paused: false, provisional: book.guessed.size > 0, warnings: yearWarnings(book.guessed), basis: rule.basis };
}

function refuseReversed(rule: ClockRule, pauses: readonly PauseInterval[]): void {
  for (const { from, to } of pauses) {
    const start = instantOf(from);
    if (to !== null && Temporal.Instant.compare(start, instantOf(to)) > 0) throw new ClockError('pause-reversed', `${rule.code}: a pause ends before it begins`);
  }
}

function dueOf(rule: ClockRule, at: Temporal.Instant, portions: readonly Portion[], pauses: readonly PauseInterval[], book: DayBook): Due {
  if (rule.before === true) return backwards(rule, at, portions, pauses, book);
  return rule.unit === 'hour' ? hours(at, portions, pauses) : days(at, rule, portions, pauses, book);
}

function backwards({ code, unit }: ClockRule, at: Temporal.Instant, [portion, ...more]: readonly Portion[], pauses: readonly PauseInterval[], book: DayBook): Due {
  if (portion === undefined || more.length > 0 || pauses.length > 0 || !['working_day', 'calendar_day'].includes(unit)) throw new ClockError('counted-back', `${code}: what is counted back is in days, without pause or extension`);
  const { legal, safe, steps } = countBack(dayAt(at), portion, book);
  return { legalDue: endOf(legal), safeDue: endOf(safe), derivation: [STEPS.event(shanghai(at)), ...steps] };
}

type Due = Pick<ComputedDeadline, 'derivation'> & { readonly legalDue: string; readonly safeDue: string };

function hours(at: Temporal.Instant, portions: readonly Portion[], pauses: readonly PauseInterval[]): Due {
  const total = portions.reduce((sum, { amount }) => sum + amount, 0);
  // A pause inside the running time pushes the end out, and may bring a later pause inside. Where pauses overlap, time is lost once.
  const sorted = [...pauses].sort((one, other) => Temporal.Instant.compare(instantOf(one.from), instantOf(other.from)));
  let end = at.add({ hours: total });
  let seen = at;
  for (const { from, to } of sorted) {
    const [start, stop] = [later(instantOf(from), seen), instantOf(to ?? from)];
    if (Temporal.Instant.compare(start, end) >= 0 || Temporal.Instant.compare(stop, start) <= 0) continue;
    end = end.add(start.until(stop));
    seen = stop;
  }
  const text = shanghai(end);
  return { legalDue: text, safeDue: text, derivation: [STEPS.trigger(shanghai(at)), ...portions.map(({ amount, unit, label }) => STEPS.portion(label, AMOUNT(amount, unit))), ...(pauses.length > 0 ? [STEPS.pausedHours()] : []), STEPS.end(text)] };
}

function days(at: Temporal.Instant, rule: ClockRule, portions: readonly Portion[], pauses: readonly PauseInterval[], book: DayBook): Due {
  const trigger = dayAt(at);
  const spans = pauses.map(({ from, to }) => [dayOf(from), dayOf(to ?? from)] as const);
  const isPaused = (day: Temporal.PlainDate): boolean => spans.some(([from, to]) => Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) <= 0);
  const steps: LocalizedText[] = [STEPS.trigger(shanghai(at))];
  let last = trigger;
  // Months that follow each other are counted together from where the first of them began: 31 January, 28 February, 31 March.
  let anchor = trigger;
  let months = 0;
  for (const [index, { amount, unit, label }] of portions.entries()) {
    months = unit === 'month' ? months + amount : 0;
    const counted: Counted = unit === 'month' ? countMonths(anchor, months, isPaused) : countDays(last, amount, (day) => (unit === 'calendar_day' || book.isWorking(day)) && !isPaused(day));
    steps.push(STEPS.portion(label, AMOUNT(amount, unit)), ...counted.notes(index === 0, book, unit));
    last = counted.last;
    if (unit !== 'month') anchor = last;
  }
  if (spans.length > 0) steps.push(STEPS.pausedDays(spans.map(([from, to]) => `${from.toString()}–${to.toString()}`).join('、')));
  const legal = rolled(rule.roll, last, book);
  const safe = book.backToWork(last, trigger);
  steps.push(STEPS.raw(last.toString()), ...(legal.equals(last) ? [STEPS.noRoll(rule.roll)] : [STEPS.roll(rule.roll, last.toString(), legal.toString())]), STEPS.safe(safe.toString()));
  return { legalDue: endOf(legal), safeDue: endOf(safe), derivation: steps };
}

function pausedResult(rule: ClockRule, { from: since }: PauseInterval): ComputedDeadline {
  return { legalDue: null, safeDue: null, paused: true, provisional: false, warnings: [], reminders: [], derivation: [STEPS.paused(shanghai(instantOf(since)))], basis: rule.basis };
}

/** Before the date that the holder of the time goes by. */
function remindersOf({ unit, holder, before, reminders = USUAL_REMINDERS }: ClockRule, at: Temporal.Instant, { legalDue, safeDue }: Due, calendar: Calendar): string[] {
  const due = instantOf(holder === 'party' ? legalDue : safeDue);
  if (unit === 'hour') return reminderMoment(at, due, reminders);
  return reminderDays(before === true ? null : dayAt(at), dayAt(due), calendar, reminders);
}

function yearWarnings(years: ReadonlySet<number>): ClockWarning[] {
  return [...years].sort((a, b) => a - b).map((year) => ({
    code: 'calendar_year_missing',
    text: { zh: `${year}年尚无官方放假通知，暂按周一至周五计算，通知载入后将重新计算`, en: `There is no official calendar for ${year}: counted Monday to Friday for now, and again when the notice is loaded` },
  }));
}

function instantOf(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw new ClockError('instant-invalid', `${text} is no instant (RFC 3339 with offset)`);
  }
}

/** Whether a text names an instant that exists, RFC 3339 with offset; a leap second, which no date of the machine can hold, is none. */
export function isInstant(text: string): boolean {
  try {
    return Temporal.Instant.from(text) instanceof Temporal.Instant && !Number.isNaN(Date.parse(text));
  } catch {
    return false;
  }
}

function dayOf(text: string): Temporal.PlainDate {
  return dayAt(instantOf(text));
}

function dayAt(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(ZONE).toPlainDate();
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) > 0 ? one : other;
}

function shanghai(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO(ZONE).toString({ timeZoneName: 'never', smallestUnit: 'millisecond' });
}

function endOf(day: Temporal.PlainDate): string {
  return `${day.toString()}T23:59:59.999${OFFSET}`;
}
