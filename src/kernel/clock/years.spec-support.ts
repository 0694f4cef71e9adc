import type { Calendar, CalendarYear, ClockRule, DayKind, Granted, PauseInterval } from './types.js';

/** Calendars for the tests of this folder, typed from the notices of 2021 and 2025; the kernel reads no data of a module. */
const OFF_2022 = '2022-01-01 2022-01-02 2022-01-03 2022-01-31 2022-02-01 2022-02-02 2022-02-03s 2022-02-04s 2022-02-05 2022-02-06';
const WORK_2022 = '2022-01-29 2022-01-30';
const OFF_2026 = [
  '2026-01-01 2026-01-02s 2026-01-03', '2026-02-15 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20s 2026-02-21 2026-02-22 2026-02-23s',
  '2026-04-04 2026-04-05 2026-04-06', '2026-05-01 2026-05-02 2026-05-03 2026-05-04 2026-05-05s', '2026-06-19 2026-06-20 2026-06-21',
  '2026-09-25 2026-09-26 2026-09-27', '2026-10-01 2026-10-02 2026-10-03 2026-10-04 2026-10-05 2026-10-06s 2026-10-07s',
].join(' ');
const WORK_2026 = '2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10';

/** A trailing `s` marks a shifted rest day. */
function yearOf(year: number, notice: string, off: string, work: string): CalendarYear {
  const name = { zh: '节假日', en: 'Holiday' };
  const entry = (date: string, kind: DayKind): [string, { kind: DayKind; name: typeof name }] => [date.slice(0, 10), { kind, name }];
  const days = [...off.split(' ').map((date) => entry(date, date.endsWith('s') ? 'shifted_rest_day' : 'statutory_holiday')), ...work.split(' ').map((date) => entry(date, 'make_up_working_day'))];
  return { year, notice, noticeTitle: `国务院办公厅关于${year}年部分节假日安排的通知`, noticeDate: `${year - 1}-11-01`, days: Object.fromEntries(days) };
}

export const YEAR_2022 = yearOf(2022, '国办发明电〔2021〕11号', OFF_2022, WORK_2022);
export const YEAR_2026 = yearOf(2026, '国办发明电〔2025〕7号', OFF_2026, WORK_2026);
/** Invented for the tests: no notice for 2027 exists. New Year's leave begins in December, as it did in 2018. */
export const YEAR_2027 = yearOf(2027, 'invented for a test', '2026-12-31s 2027-01-01 2027-01-02 2027-01-03', '2026-12-26');

export function calendarOf(...years: readonly CalendarYear[]): Calendar {
  return { years: new Map(years.map((year) => [year.year, year])) };
}

export const CALENDAR = calendarOf(YEAR_2022, YEAR_2026);

const basis = { source: '测试', article: '第一条', status: 'verified' as const };

export function ruleOf(amount: number, unit: ClockRule['unit'], rest: Partial<ClockRule> = {}): ClockRule {
  return { code: 'test.limit', amount, unit, roll: 'after_statutory_holiday', basis, label: { zh: '测试时限', en: 'Test limit' }, ...rest };
}

export function stepOf(code: string, amount: number, unit: ClockRule['unit']): NonNullable<ClockRule['extensions']>[number] {
  return { code, amount, unit, approver: 'agency-head', basis, label: { zh: `延长${code}`, en: `Extension ${code}` } };
}

export function pauseOf(from: string, to: string | null): PauseInterval {
  return { from, to, reason: 'testing', basis };
}

export function granted(...codes: readonly string[]): Granted[] {
  return codes.map((code) => ({ code }));
}
