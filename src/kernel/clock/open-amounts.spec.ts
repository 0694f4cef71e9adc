import { describe, expect, it } from '@jest/globals';
import { computeDeadline, type ClockOptions } from './compute.js';
import type { ClockRule } from './types.js';
import { CALENDAR, granted, pauseOf, ruleOf, stepOf } from './years.spec-support.js';

const morning = (day: string): string => `${day}T10:00:00+08:00`;

function due(rule: ClockRule, day: string, options: ClockOptions = {}): (string | undefined)[] {
  const { legalDue, safeDue } = computeDeadline(rule, morning(day), CALENDAR, options);
  return [legalDue?.slice(0, 10), safeDue?.slice(0, 10)];
}

function codeOf(rule: ClockRule, options: ClockOptions): unknown {
  try {
    computeDeadline(rule, morning('2026-11-16'), CALENDAR, options);
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return 'nothing thrown';
}

describe('a period that the notice sets', () => {
  const rule: ClockRule = { ...ruleOf(1, 'working_day', { bounds: { minimum: 3, maximum: 15 } }), amount: null };

  it('is counted like one that the law fixes', () => {
    expect(due(rule, '2026-11-16', { amount: 5 })).toEqual(['2026-11-23', '2026-11-23']);
    expect(due(rule, '2026-11-16', { amount: 3 })).toEqual(['2026-11-19', '2026-11-19']);
  });

  it.each<[string, ClockOptions]>([
    ['amount-missing', {}], ['amount-missing', { amount: null }], ['amount-out-of-bounds', { amount: 2 }], ['amount-out-of-bounds', { amount: 16 }], ['amount-not-positive', { amount: 4.5 }],
  ])('%s: %j', (code, options) => {
    expect(codeOf(rule, options)).toBe(code);
  });

  it('may not be given where the law fixes it', () => {
    expect(codeOf(ruleOf(7, 'working_day'), { amount: 7 })).toBe('amount-given');
  });
});

describe('an extension whose length is left open', () => {
  const open = { ...stepOf('together', 1, 'calendar_day'), amount: null, bounds: { maximum: 180 } };
  const rule = ruleOf(90, 'calendar_day', { extensions: [stepOf('head', 30, 'calendar_day'), open] });

  it('takes the length that was granted', () => {
    // From 5 July: 90 days end on 3 October, 30 more on 2 November, 10 more on 12 November.
    expect(due(rule, '2026-07-05', { extensions: [{ code: 'head' }, { code: 'together', amount: 10 }] })).toEqual(['2026-11-12', '2026-11-12']);
  });

  it.each<[string, ClockOptions]>([
    ['amount-missing', { extensions: granted('head', 'together') }], ['amount-given', { extensions: [{ code: 'head', amount: 30 }] }], ['amount-out-of-bounds', { extensions: [{ code: 'head' }, { code: 'together', amount: 181 }] }],
  ])('%s: %j', (code, options) => {
    expect(codeOf(rule, options)).toBe(code);
  });
});

describe('what is counted back', () => {
  const notice = ruleOf(7, 'working_day', { before: true, roll: 'none' });

  it.each([
    // Monday 16 November: 13, 12, 11, 10, 9, 6, 5 are seven; with seven between, the 4th.
    ['over a weekend', '2026-11-16', '2026-11-05', '2026-11-04'],
    // Friday 16 October: 15, 14, 13, 12, Saturday 10 is worked, 9, 8; the day before the 8th that is worked is 30 September.
    ['over National Day', '2026-10-16', '2026-10-08', '2026-09-30'],
  ])('%s', (_case, hearing, legal, safe) => {
    expect(due(notice, hearing)).toEqual([legal, safe]);
  });

  it('in calendar days names the day, and the working day before it', () => {
    // Ten days before Wednesday 11 November is Sunday 1 November; safe is Friday 30 October.
    expect(due(ruleOf(10, 'calendar_day', { before: true, roll: 'none' }), '2026-11-11')).toEqual(['2026-11-01', '2026-10-30']);
  });

  it('says that it counts backwards', () => {
    const { derivation } = computeDeadline(notice, morning('2026-11-16'), CALENDAR);
    expect(derivation.map(({ zh }) => zh)).toEqual(['所等待的事项定于 2026-11-16T10:00:00.000+08:00（北京时间），当日不计入，向前倒算', '测试时限：7个工作日', '最迟应于 2026-11-05 完成', '稳妥完成日（其间隔足整日，且为工作日）为 2026-11-04']);
  });

  it('has no pause, no extension, no months and no hours', () => {
    expect(codeOf(notice, { pauses: [pauseOf(morning('2026-11-10'), morning('2026-11-11'))] })).toBe('counted-back');
    expect(codeOf({ ...notice, extensions: [stepOf('head', 3, 'working_day')] }, { extensions: granted('head') })).toBe('counted-back');
    for (const unit of ['month', 'hour'] as const) expect(codeOf(ruleOf(1, unit, { before: true }), {})).toBe('counted-back');
  });
});
