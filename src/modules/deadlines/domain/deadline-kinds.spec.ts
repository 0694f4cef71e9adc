import { describe, expect, it } from '@jest/globals';
import { computeDeadline, type Calendar, type CalendarYear } from '../../../kernel/clock/index.js';
import { CASE_LIFECYCLE } from '../../cases/domain/case.lifecycle.js';
import { COMPLAINT_LIFECYCLE } from '../../intake/domain/complaint.lifecycle.js';
import { CALENDARS, DEADLINE_KINDS, type DeadlineKindRow } from '../data/index.js';

const WD = 'working_day';
const CD = 'calendar_day';
const HOLIDAY = 'after_statutory_holiday';

/** Typed from the texts: code, day of the trigger, [amount, unit, roll], [source, article, status]. */
const LAW: readonly (readonly [string, string, readonly [number, string, string], readonly [string, string, 'verified' | 'unverified']])[] = [
  ['complaint.acceptance', '2020-01-01', [7, WD, 'none'], ['总局令第20号', '第十四条', 'unverified']],
  ['complaint.acceptance', '2026-04-14', [7, WD, 'none'], ['总局令第20号', '第十四条', 'unverified']],
  ['complaint.acceptance', '2026-04-15', [7, WD, HOLIDAY], ['总局令第121号', '第十五条', 'verified']],
  ['report.verification', '2026-04-15', [15, WD, HOLIDAY], ['总局令第2号', '第十八条', 'verified']],
  ['hotline12345.consultation', '2026-04-15', [2, WD, 'none'], ['12345', '条文未读', 'unverified']],
  ['hotline12345.request', '2026-04-15', [10, WD, 'none'], ['12345', '条文未读', 'unverified']],
  ['hotline12345.complaint', '2022-09-01', [15, WD, 'none'], ['12345', '条文未读', 'unverified']],
  ['mediation.consumer', '2020-01-01', [45, WD, 'none'], ['总局令第20号', '第二十一条', 'verified']],
  ['mediation.consumer', '2026-04-14', [45, WD, 'none'], ['总局令第20号', '第二十一条', 'verified']],
  ['mediation.consumer', '2026-04-15', [60, CD, HOLIDAY], ['总局令第121号', '第二十三条第一款第五项', 'verified']],
  ['mediation.termination-notice', '2026-04-15', [7, WD, HOLIDAY], ['总局令第121号', '第二十三条第二款', 'verified']],
  ['jurisdiction.dispute', '2026-04-15', [7, WD, HOLIDAY], ['总局令第121号', '第三十三条', 'verified']],
  ['copyright.acceptance', '2009-06-15', [15, CD, 'none'], ['著作权行政处罚实施办法', '第十三条', 'verified']],
  ['adjudication.filing', '2025-02-01', [5, WD, 'none'], ['国家知识产权局令第81号', '第十六条、第二十条', 'verified']],
  ['adjudication.decision', '2025-02-01', [3, 'month', 'none'], ['国家知识产权局令第81号', '第三十七条', 'verified']],
  ['service.first-response', '2026-04-15', [7, WD, 'none'], ['服务时限', '无法定条文', 'unverified']],
  ['case.decision', '2026-04-15', [90, CD, HOLIDAY], ['总局令第2号', '第六十四条', 'verified']],
];

/** Code on 2026-11-22, the only extension: amount, unit, who grants it, article. */
const EXTENSIONS = {
  'report.verification': [[15, WD, 'agency-head', '第十八条第一款']],
  'adjudication.filing': [[5, WD, 'agency-head', '第二十条']],
  'adjudication.decision': [[1, 'month', 'agency-head', '第三十七条'], [2, 'month', 'superior-patent-office', '第三十七条']],
  'case.decision': [[30, CD, 'agency-head', '第六十四条第一款']],
};

const EXPERTS = ['testing', 'inspection', 'quarantine', 'appraisal', 'right_holder_identification'];
const PAUSES = {
  'report.verification': EXPERTS,
  'mediation.consumer': ['testing', 'appraisal'],
  'adjudication.decision': ['suspension', 'public_notice', 'appraisal', 'jurisdiction_objection', 'evidence_extension', 'settlement'],
  'case.decision': ['suspension', 'hearing', 'public_notice', ...EXPERTS, 'refund_order'],
};

const TODAY = '2026-11-22';
const CODES = new Set(DEADLINE_KINDS.map(({ code }) => code));

function inForce(code: string, day: string): DeadlineKindRow[] {
  return DEADLINE_KINDS.filter((row) => row.code === code && row.effectiveFrom <= day && (row.effectiveTo === null || day <= row.effectiveTo));
}

function current<T>(of: (row: DeadlineKindRow) => readonly T[] | undefined): Record<string, readonly T[]> {
  return Object.fromEntries(DEADLINE_KINDS.flatMap((row) => {
    const list = of(row) ?? [];
    return list.length > 0 && inForce(row.code, TODAY).includes(row) ? [[row.code, list]] : [];
  }));
}

function strings(value: unknown, key: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === key ? kindsIn(inner) : strings(inner, key)));
}

/** Everything that names a kind below `clocks`: the list of a state, and `start` and `stop` of a move. */
function kindsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(kindsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).filter(([name]) => name !== 'when').flatMap(([, inner]) => kindsIn(inner));
}

describe('time limits against the texts', () => {
  it.each(LAW)('%s triggered on %s: %j by %j', (code, day, [amount, unit, roll], [source, article, status]) => {
    const [row, ...others] = inForce(code, day);
    expect(others).toEqual([]);
    expect(row?.rule).toMatchObject({ code, amount, unit, roll });
    expect(row?.rule.basis).toMatchObject({ article, status });
    expect(row?.rule.basis.source).toContain(source);
  });

  it('have no row that the table of the texts does not know', () => {
    const known = LAW.map(([code, day]) => inForce(code, day)[0]);
    expect(DEADLINE_KINDS.filter((row) => !known.includes(row)).map(({ code, effectiveFrom }) => `${code} ${effectiveFrom}`)).toEqual([]);
  });

  it.each([
    ['complaint.acceptance', '2019-12-31'], ['mediation.consumer', '2019-12-31'], ['mediation.termination-notice', '2026-04-14'], ['jurisdiction.dispute', '2026-04-14'],
    ['report.verification', '2021-07-14'], ['case.decision', '2021-07-14'], ['hotline12345.request', '2022-08-31'], ['copyright.acceptance', '2009-06-14'], ['adjudication.filing', '2025-01-31'],
  ])('%s has no rule on %s, before its instrument', (code, day) => {
    expect(inForce(code, day)).toEqual([]);
  });

  it('have the extensions that the texts give, and none besides', () => {
    const steps = current(({ rule }) => rule.extensions?.map(({ amount, unit, approver, basis }) => [amount, unit, approver, basis.article]));
    expect(steps).toEqual(EXTENSIONS);
  });

  it('stop for the reasons that the texts give, and none besides', () => {
    expect(current(({ rule }) => rule.pauses)).toEqual(PAUSES);
  });

  it('never overlap, and end on or after their first day', () => {
    const clashes = DEADLINE_KINDS.flatMap((one, index) => DEADLINE_KINDS.slice(index + 1).filter((other) => one.code === other.code && (one.effectiveTo ?? '9999') >= other.effectiveFrom && (other.effectiveTo ?? '9999') >= one.effectiveFrom));
    expect(clashes).toEqual([]);
    expect(DEADLINE_KINDS.filter(({ effectiveFrom, effectiveTo }) => effectiveTo !== null && effectiveTo < effectiveFrom)).toEqual([]);
  });

  it('leave no day between two rows of one kind without a rule', () => {
    const next = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    const starts = new Set(DEADLINE_KINDS.map(({ code, effectiveFrom }) => `${code} ${effectiveFrom}`));
    const replaced = DEADLINE_KINDS.flatMap(({ code, effectiveTo }) => (effectiveTo === null ? [] : [`${code} ${next(effectiveTo)}`]));
    expect(replaced).toEqual(['complaint.acceptance 2026-04-15', 'mediation.consumer 2026-04-15']);
    expect(replaced.filter((start) => !starts.has(start))).toEqual([]);
  });

  it('are complete: own code, both languages, a note where unverified, measures of 1 to 25', () => {
    for (const { code, rule } of DEADLINE_KINDS) {
      expect(rule.code).toBe(code);
      expect([rule.label.zh, rule.label.en].filter((text) => text.trim() === '')).toEqual([]);
      if (rule.basis.status === 'unverified') expect(rule.basis.note).toMatch(/未/u);
      expect(rule.measures.length).toBeGreaterThan(0);
      expect(rule.measures.filter((number) => !Number.isInteger(number) || number < 1 || number > 25)).toEqual([]);
    }
  });

  it('are marked where the source was not read in an official copy', () => {
    const marked = DEADLINE_KINDS.filter(({ rule }) => rule.basis.status === 'unverified').map(({ code, effectiveFrom }) => `${code} ${effectiveFrom}`);
    expect(marked).toEqual(['complaint.acceptance 2020-01-01', 'hotline12345.consultation 2022-09-01', 'hotline12345.request 2022-09-01', 'hotline12345.complaint 2022-09-01', 'service.first-response 2020-01-01']);
  });
});

describe('lifecycles and time limits', () => {
  it.each([['complaint', COMPLAINT_LIFECYCLE], ['case', CASE_LIFECYCLE]] as const)('the %s names only kinds that exist and are in force', (_subject, lifecycle) => {
    const named = [...new Set(strings(lifecycle, 'clocks'))];
    expect(named).not.toEqual([]);
    expect(named.filter((code) => !CODES.has(code) || inForce(code, TODAY).length !== 1)).toEqual([]);
  });

  it('finds kinds in states, starts and stops, so that the check above can be red', () => {
    const lifecycle = { states: { open: { clocks: ['a'] } }, moves: [{ clocks: { start: [{ kind: 'b', when: 'ignored' }], stop: ['c'] } }] };
    expect(strings(lifecycle, 'clocks')).toEqual(['a', 'b', 'c']);
  });
});

describe('data and engine together', () => {
  const calendar: Calendar = { years: new Map<number, CalendarYear>(CALENDARS.map((year) => [year.year, year])) };
  const due = (code: string, at: string, extensions: readonly string[] = []): string | undefined => {
    const rule = inForce(code, at.slice(0, 10))[0]?.rule;
    return rule === undefined ? undefined : computeDeadline(rule, at, calendar, { extensions }).legalDue?.slice(0, 10);
  };

  it.each([
    ['complaint.acceptance', '2026-09-23', [], '2026-10-10'],
    ['report.verification', '2026-09-23', [], '2026-10-21'],
    ['report.verification', '2026-09-23', ['head'], '2026-11-11'],
    ['mediation.consumer', '2026-08-05', [], '2026-10-08'],
    ['copyright.acceptance', '2026-09-18', [], '2026-10-03'],
    ['adjudication.filing', '2026-02-12', [], '2026-02-26'],
    ['case.decision', '2026-07-05', [], '2026-10-08'],
    ['case.decision', '2026-07-05', ['head'], '2026-11-02'],
  ])('%s from %s with %j ends on %s', (code, day, extensions, expected) => {
    expect(due(code, `${day}T10:00:00+08:00`, extensions)).toBe(expected);
  });
});
