import { describe, expect, it } from '@jest/globals';
import { computeDeadline, type ClockOptions } from './compute.js';
import type { Calendar, ClockRule } from './types.js';
import { CALENDAR, calendarOf, granted, pauseOf, ruleOf, stepOf, YEAR_2026, YEAR_2027 } from './years.spec-support.js';

const morning = (day: string): string => `${day}T10:00:00+08:00`;

function dates(rule: ClockRule, trigger: string, options: ClockOptions = {}, calendar: Calendar = CALENDAR): { legal: string | undefined; safe: string | undefined } {
  const { legalDue, safeDue } = computeDeadline(rule, trigger, calendar, options);
  return { legal: legalDue?.slice(0, 10), safe: safeDue?.slice(0, 10) };
}

function codeOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return 'nothing thrown';
}

describe('working days', () => {
  it.each([
    ['over Mid-autumn and National Day, a make-up Saturday counts', 7, '2026-09-23', '2026-10-10'],
    ['over the same holidays, fifteen days', 15, '2026-09-23', '2026-10-21'],
    ['over the same holidays, thirty days', 30, '2026-09-23', '2026-11-11'],
    ['over Spring Festival, two make-up Saturdays count', 7, '2026-02-12', '2026-02-28'],
    ['over Labour Day, a make-up Saturday counts', 20, '2026-04-28', '2026-05-28'],
    ['over Spring Festival 2022, a make-up weekend before it counts', 7, '2022-01-28', '2022-02-11'],
    ['an ordinary week', 5, '2026-11-16', '2026-11-23'],
    ['from a Saturday: day 1 is Monday', 1, '2026-11-21', '2026-11-23'],
    ['from inside a holiday: day 1 is the first working day', 1, '2026-10-03', '2026-10-08'],
  ])('%s: %i working days from %s end on %s', (_name, amount, day, expected) => {
    expect(dates(ruleOf(amount, 'working_day'), morning(day))).toEqual({ legal: expected, safe: expected });
  });

  it('end with the last millisecond of the day in Shanghai', () => {
    expect(computeDeadline(ruleOf(5, 'working_day'), morning('2026-11-16'), CALENDAR).legalDue).toBe('2026-11-23T23:59:59.999+08:00');
  });

  it('count from the day in Shanghai when a late UTC evening is already the next day there', () => {
    expect(dates(ruleOf(1, 'working_day'), '2026-11-16T15:59:59Z').legal).toBe('2026-11-17');
    expect(dates(ruleOf(1, 'working_day'), '2026-11-16T16:00:00Z').legal).toBe('2026-11-18');
  });
});

describe('calendar days', () => {
  it.each([
    ['sixty days into National Day move behind it', 60, '2026-08-05', '2026-10-08', '2026-09-30'],
    ['fifteen days into National Day move behind it', 15, '2026-09-18', '2026-10-08', '2026-09-30'],
    ['a plain Saturday stays; the agency is safe on Friday', 5, '2026-11-16', '2026-11-21', '2026-11-20'],
    ['a make-up Saturday is a working day', 10, '2026-09-30', '2026-10-10', '2026-10-10'],
  ])('%s', (_name, amount, day, legal, safe) => {
    expect(dates(ruleOf(amount, 'calendar_day'), morning(day))).toEqual({ legal, safe });
  });

  it('never call safe a day before the trigger: a limit inside one holiday keeps its own last day', () => {
    expect(dates(ruleOf(2, 'calendar_day'), morning('2026-10-01'))).toEqual({ legal: '2026-10-08', safe: '2026-10-03' });
    expect(dates(ruleOf(2, 'calendar_day'), morning('2026-09-30'))).toEqual({ legal: '2026-10-08', safe: '2026-09-30' });
  });
});

describe('roll rules', () => {
  it.each([
    ['none', '2026-11-16', 5, '2026-11-21'], ['none', '2026-09-28', 5, '2026-10-03'],
    ['after_statutory_holiday', '2026-11-16', 5, '2026-11-21'], ['after_statutory_holiday', '2026-09-28', 5, '2026-10-08'], ['after_statutory_holiday', '2026-02-13', 5, '2026-02-24'],
    ['after_rest_day', '2026-11-16', 5, '2026-11-23'], ['after_rest_day', '2026-09-28', 5, '2026-10-08'],
    ['next_working_day', '2026-11-16', 5, '2026-11-23'], ['next_working_day', '2026-09-28', 5, '2026-10-08'],
    ['after_rest_day', '2026-10-05', 5, '2026-10-10'], ['next_working_day', '2026-10-05', 5, '2026-10-10'],
  ] as const)('%s from %s, %i calendar days: %s', (roll, day, amount, expected) => {
    expect(dates(ruleOf(amount, 'calendar_day', { roll }), morning(day)).legal).toBe(expected);
  });

  it('after a statutory holiday stop on the first day behind the block, even on a plain Saturday', () => {
    const friday = calendarOf({ ...YEAR_2026, days: { '2026-11-20': { kind: 'statutory_holiday', name: { zh: '节日', en: 'Holiday' } } } });
    expect(dates(ruleOf(4, 'calendar_day'), morning('2026-11-16'), {}, friday).legal).toBe('2026-11-21');
    expect(dates(ruleOf(4, 'calendar_day', { roll: 'next_working_day' }), morning('2026-11-16'), {}, friday).legal).toBe('2026-11-23');
  });

  it('treat a shifted rest day as part of the holiday: 6 October rolls to 8 October', () => {
    expect(dates(ruleOf(8, 'calendar_day'), morning('2026-09-28')).legal).toBe('2026-10-08');
  });
});

describe('months', () => {
  const months = (amount: number, rest: Partial<ClockRule> = {}): ClockRule => ruleOf(amount, 'month', { roll: 'none', ...rest });
  it.each([
    ['2026-01-31', 1, '2026-02-28'], ['2028-01-31', 1, '2028-02-29'], ['2028-02-29', 12, '2029-02-28'], ['2026-08-31', 1, '2026-09-30'], ['2026-01-31', 2, '2026-03-31'], ['2026-11-15', 3, '2027-02-15'],
  ])('from %s, %i month(s) end on %s', (day, amount, expected) => {
    expect(dates(months(amount), morning(day)).legal).toBe(expected);
  });

  it('roll to the next working day where the rule says so', () => {
    expect(dates(months(1, { roll: 'next_working_day' }), morning('2026-10-21')).legal).toBe('2026-11-23');
  });

  const ladder = [stepOf('head', 1, 'month'), stepOf('superior', 2, 'month')];
  it('prolonged by months go back to the day of the trigger, not of the short month', () => {
    expect(dates(months(1, { extensions: ladder }), morning('2026-01-31'), { extensions: granted('head') }).legal).toBe('2026-03-31');
    expect(dates(months(1, { extensions: ladder }), morning('2026-01-31'), { extensions: granted('head', 'superior') }).legal).toBe('2026-05-31');
  });

  it('do not forget a pause when they are prolonged', () => {
    const pauses = [pauseOf(morning('2026-01-12'), morning('2026-01-16'))];
    expect(dates(months(1), morning('2026-01-10'), { pauses }).legal).toBe('2026-02-15');
    expect(dates(months(1, { extensions: ladder }), morning('2026-01-10'), { pauses, extensions: granted('head') }).legal).toBe('2026-03-15');
  });

  it('added to days count from the last of the days', () => {
    const rule = ruleOf(3, 'calendar_day', { roll: 'none', extensions: ladder });
    expect(dates(rule, morning('2026-06-05'), { extensions: granted('head', 'superior') }).legal).toBe('2026-09-08');
  });

  it('take in paused days behind the end', () => {
    const pauses = [pauseOf(morning('2026-02-09'), morning('2026-02-12'))];
    expect(dates(months(1), morning('2026-01-10'), { pauses }).legal).toBe('2026-02-14');
  });
});

describe('hours', () => {
  const day = ruleOf(24, 'hour');
  const due = (pauses: ClockOptions['pauses'] = [], rule = day, extensions: readonly string[] = []): string | null => computeDeadline(rule, '2026-10-01T22:30:00+08:00', CALENDAR, { pauses, extensions: granted(...extensions) }).legalDue;

  it('run through nights and holidays to the millisecond', () => {
    expect(due()).toBe('2026-10-02T22:30:00.000+08:00');
    expect(computeDeadline(day, '2026-10-01T14:30:00Z', CALENDAR).safeDue).toBe('2026-10-02T22:30:00.000+08:00');
  });

  it('stand still in a pause', () => {
    expect(due([pauseOf('2026-10-02T01:00:00+08:00', '2026-10-02T03:15:00+08:00')])).toBe('2026-10-03T00:45:00.000+08:00');
  });

  it('reach a later pause through an earlier one, in whatever order they are listed', () => {
    const [early, late] = [pauseOf('2026-10-02T20:00:00+08:00', '2026-10-02T22:00:00+08:00'), pauseOf('2026-10-02T23:30:00+08:00', '2026-10-03T00:30:00+08:00')];
    expect(due([late, early])).toBe('2026-10-03T01:30:00.000+08:00');
    expect(due([late])).toBe('2026-10-02T22:30:00.000+08:00');
  });

  it('lose overlapping pauses once', () => {
    const pauses = [pauseOf('2026-10-02T01:00:00+08:00', '2026-10-02T03:00:00+08:00'), pauseOf('2026-10-02T02:00:00+08:00', '2026-10-02T04:00:00+08:00'), pauseOf('2026-10-02T02:15:00+08:00', '2026-10-02T02:30:00+08:00')];
    expect(due(pauses)).toBe('2026-10-03T01:30:00.000+08:00');
  });

  it('lose nothing before the trigger', () => {
    expect(due([pauseOf('2026-10-01T20:00:00+08:00', '2026-10-01T23:00:00+08:00')])).toBe('2026-10-02T23:00:00.000+08:00');
    expect(due([pauseOf('2026-09-01T20:00:00+08:00', '2026-09-02T23:00:00+08:00')])).toBe('2026-10-02T22:30:00.000+08:00');
  });

  it('are prolonged in hours', () => {
    expect(due([], ruleOf(24, 'hour', { extensions: [stepOf('head', 24, 'hour')] }), ['head'])).toBe('2026-10-03T22:30:00.000+08:00');
  });
});

describe('pauses in days', () => {
  const pauses = [pauseOf('2026-11-17T23:00:00+08:00', '2026-11-18T01:00:00+08:00')];

  it('leave out their first and last day', () => {
    expect(dates(ruleOf(5, 'working_day'), morning('2026-11-16'), { pauses }).legal).toBe('2026-11-25');
    expect(dates(ruleOf(8, 'calendar_day', { roll: 'none' }), morning('2026-11-16'), { pauses }).legal).toBe('2026-11-26');
  });

  it('take their days in Shanghai, not in UTC', () => {
    expect(dates(ruleOf(5, 'working_day'), morning('2026-11-16'), { pauses: [pauseOf('2026-11-17T16:30:00Z', '2026-11-17T17:00:00Z')] }).legal).toBe('2026-11-24');
    expect(dates(ruleOf(1, 'calendar_day'), morning('2026-11-16'), { pauses: [pauseOf('2026-11-17T16:30:00Z', '2026-11-17T17:00:00Z')] }).legal).toBe('2026-11-17');
  });

  it('count overlapping pauses once', () => {
    expect(dates(ruleOf(5, 'working_day'), morning('2026-11-16'), { pauses: [...pauses, ...pauses] }).legal).toBe('2026-11-25');
  });

  it('leave no due date while one is open', () => {
    const result = computeDeadline(ruleOf(5, 'working_day'), morning('2026-11-16'), CALENDAR, { pauses: [...pauses, pauseOf(morning('2026-11-19'), null)] });
    expect(result).toMatchObject({ legalDue: null, safeDue: null, paused: true, provisional: false, warnings: [] });
    expect(result.derivation).toEqual([{ zh: '自 2026-11-19T10:00:00.000+08:00 起中止，恢复后继续计算', en: 'Paused since 2026-11-19T10:00:00.000+08:00; counted on when resumed' }]);
  });
});

describe('a pause that comes too late', () => {
  const pausedAt = (from: string, rule = ruleOf(5, 'working_day')): string | null => computeDeadline(rule, morning('2026-11-16'), CALENDAR, { pauses: [pauseOf(from, null)] }).legalDue;

  it('does not hide that the limit has run out', () => {
    expect(computeDeadline(ruleOf(5, 'working_day'), morning('2026-11-16'), CALENDAR, { pauses: [pauseOf('2026-11-24T00:00:00+08:00', null)] })).toMatchObject({ legalDue: '2026-11-23T23:59:59.999+08:00', safeDue: '2026-11-23T23:59:59.999+08:00', paused: false });
    expect(pausedAt('2026-11-17T10:00:00.001+08:00', ruleOf(24, 'hour'))).toBe('2026-11-17T10:00:00.000+08:00');
  });

  it('still stops the limit on its last day, or while a holiday holds the last day up', () => {
    expect(pausedAt('2026-11-23T23:59:59+08:00')).toBeNull();
    expect(pausedAt('2026-11-17T10:00:00+08:00', ruleOf(24, 'hour'))).toBeNull();
    expect(computeDeadline(ruleOf(8, 'calendar_day'), morning('2026-09-28'), CALENDAR, { pauses: [pauseOf(morning('2026-10-07'), null)] }).paused).toBe(true);
  });

  it('stops the limit where an ended pause had carried it there', () => {
    const ended = pauseOf(morning('2026-11-17'), morning('2026-11-20'));
    expect(computeDeadline(ruleOf(5, 'working_day'), morning('2026-11-16'), CALENDAR, { pauses: [ended, pauseOf(morning('2026-11-24'), null)] }).paused).toBe(true);
  });
});

describe('extensions', () => {
  const rule = ruleOf(15, 'working_day', { extensions: [stepOf('head', 15, 'working_day'), stepOf('board', 5, 'working_day')] });

  it('are counted on from the last day before any roll', () => {
    expect(dates(rule, morning('2026-09-23'), { extensions: granted('head') }).legal).toBe('2026-11-11');
    const days = ruleOf(60, 'calendar_day', { extensions: [stepOf('head', 30, 'calendar_day')] });
    expect(dates(days, morning('2026-08-05'), { extensions: granted('head') }).legal).toBe('2026-11-03');
  });

  it('climb the ladder rung by rung', () => {
    expect(dates(rule, morning('2026-09-23'), { extensions: granted('head', 'board') }).legal).toBe('2026-11-18');
  });

  it.each([
    ['extension-unknown', ['mayor']], ['extension-out-of-order', ['board']], ['extension-out-of-order', ['head', 'head']], ['extension-out-of-order', ['board', 'head']], ['extension-unknown', ['head', 'board', 'more']],
  ])('%s: %j', (code, extensions) => {
    expect(codeOf(() => computeDeadline(rule, morning('2026-09-23'), CALENDAR, { extensions: granted(...extensions) }))).toBe(code);
  });

  it('are unknown where the rule has no ladder', () => {
    expect(codeOf(() => computeDeadline(ruleOf(7, 'working_day'), morning('2026-09-23'), CALENDAR, { extensions: granted('head') }))).toBe('extension-unknown');
  });
});

describe('a year without a notice', () => {
  const rule = ruleOf(30, 'working_day');

  it('is counted Monday to Friday, marked provisional and named', () => {
    const result = computeDeadline(rule, morning('2026-12-01'), CALENDAR);
    expect(result.legalDue?.slice(0, 10)).toBe('2027-01-12');
    expect(result.provisional).toBe(true);
    expect(result.warnings).toHaveLength(1);
    expect(result.warnings[0]).toMatchObject({ code: 'calendar_year_missing', text: { zh: expect.stringContaining('2027年'), en: expect.stringContaining('2027') } });
  });

  it('is settled by loading it: the mark goes and the date moves', () => {
    const result = computeDeadline(rule, morning('2026-12-01'), calendarOf(YEAR_2026, YEAR_2027));
    expect(result).toMatchObject({ provisional: false, warnings: [] });
    // One day more in December (26), one less (31), one less in January (1).
    expect(result.legalDue?.slice(0, 10)).toBe('2027-01-13');
  });

  it('leaves a deadline alone that begins behind it and ends inside a holiday', () => {
    expect(dates(ruleOf(1, 'calendar_day'), morning('2022-01-01'))).toEqual({ legal: '2022-01-04', safe: '2022-01-02' });
    expect(computeDeadline(ruleOf(1, 'calendar_day'), morning('2022-01-01'), CALENDAR)).toMatchObject({ provisional: false, warnings: [] });
  });

  it('leaves a deadline alone that ends before it', () => {
    expect(computeDeadline(rule, morning('2026-11-02'), CALENDAR)).toMatchObject({ provisional: false, warnings: [] });
  });

  it('already concerns the last days of December, which its notice may move', () => {
    expect(computeDeadline(ruleOf(1, 'working_day'), morning('2026-12-27'), CALENDAR).provisional).toBe(false);
    expect(computeDeadline(ruleOf(1, 'working_day'), morning('2026-12-28'), CALENDAR)).toMatchObject({ provisional: true, warnings: [{ text: { zh: expect.stringContaining('2027年') } }] });
    expect(dates(ruleOf(1, 'working_day'), morning('2026-12-30'), {}, calendarOf(YEAR_2026, YEAR_2027)).legal).toBe('2027-01-04');
  });

  it('matters for calendar days too, where the last day falls into it', () => {
    expect(computeDeadline(ruleOf(60, 'calendar_day', { roll: 'none' }), morning('2026-12-01'), CALENDAR).provisional).toBe(true);
  });

  it('names every year that was guessed, in order', () => {
    const { warnings } = computeDeadline(ruleOf(300, 'working_day'), morning('2026-12-01'), CALENDAR);
    expect(warnings.map(({ text }) => text.zh.slice(0, 4))).toEqual(['2027', '2028']);
  });
});

describe('calls that cannot be computed', () => {
  it.each([
    ['amount-not-positive', ruleOf(0, 'working_day'), {}], ['amount-not-positive', ruleOf(-1, 'hour'), {}], ['amount-not-positive', ruleOf(1.5, 'month'), {}], ['amount-not-positive', ruleOf(Number.NaN, 'working_day'), {}],
    ['amount-not-positive', ruleOf(7, 'working_day', { extensions: [stepOf('head', 0, 'working_day')] }), { extensions: granted('head') }],
    ['units-mixed', ruleOf(24, 'hour', { extensions: [stepOf('head', 1, 'working_day')] }), { extensions: granted('head') }],
    ['units-mixed', ruleOf(7, 'working_day', { extensions: [stepOf('head', 24, 'hour')] }), { extensions: granted('head') }],
    ['pause-reversed', ruleOf(7, 'working_day'), { pauses: [pauseOf(morning('2026-11-18'), morning('2026-11-17'))] }],
    ['instant-invalid', ruleOf(7, 'working_day'), { pauses: [pauseOf('yesterday', null)] }],
    ['instant-invalid', ruleOf(7, 'working_day'), { pauses: [pauseOf(morning('2026-11-18'), '2026-11-19')] }],
  ] as const)('%s', (code, rule, options) => {
    expect(codeOf(() => computeDeadline(rule, morning('2026-11-16'), CALENDAR, options))).toBe(code);
  });

  it.each(['', '2026-11-16', '2026-11-16T10:00:00', '2026-02-30T10:00:00Z', 'today'])('instant-invalid: a trigger of "%s" has no place in time', (trigger) => {
    expect(codeOf(() => computeDeadline(ruleOf(7, 'working_day'), trigger, CALENDAR))).toBe('instant-invalid');
  });
});

describe('the derivation', () => {
  const words = (rule: ClockRule, day: string, options: ClockOptions = {}): { zh: string; en: string } => {
    const { derivation } = computeDeadline(rule, morning(day), CALENDAR, options);
    return { zh: derivation.map(({ zh }) => zh).join('\n'), en: derivation.map(({ en }) => en).join('\n') };
  };

  it('names the make-up days that were counted and the holidays that were skipped, in both languages', () => {
    const { zh, en } = words(ruleOf(7, 'working_day'), '2026-09-23');
    expect(zh).toContain('调休上班日计入：2026-10-10');
    expect(zh).toContain('节假日及调休放假日不计入：2026-09-25–2026-09-27、2026-10-01–2026-10-07');
    expect(en).toContain('Make-up working days are counted: 2026-10-10');
    expect(en).toContain('Holidays and shifted rest days are not counted: 2026-09-25–2026-09-27、2026-10-01–2026-10-07');
  });

  it('says trigger, amount, first day, last day, roll and the safe day, in this order', () => {
    expect(words(ruleOf(60, 'calendar_day'), '2026-08-05').zh.split('\n')).toEqual([
      '起算事由发生于 2026-08-05T10:00:00.000+08:00（北京时间），当日（时）不计入', '测试时限：60日', '第1日为 2026-08-06', '期间末日为 2026-10-04',
      '末日在法定节假日的，顺延至节假日后第一日：2026-10-04 → 2026-10-08', '稳妥完成日（不顺延，遇休息日提前）为 2026-09-30',
    ]);
  });

  it('says that a roll rule changed nothing', () => {
    expect(words(ruleOf(5, 'calendar_day'), '2026-11-16').en).toContain('The roll rule "a last day in a statutory holiday moves to the first day after it" does not move it');
  });

  it('names the extension and the pause', () => {
    const rule = ruleOf(5, 'working_day', { extensions: [stepOf('head', 5, 'working_day')] });
    const { zh, en } = words(rule, '2026-11-02', { extensions: granted('head'), pauses: [pauseOf(morning('2026-11-04'), morning('2026-11-05'))] });
    expect(zh).toContain('延长head：5个工作日');
    expect(zh).toContain('以下期间（含首尾日）不计入：2026-11-04–2026-11-05');
    expect(en).toContain('Not counted, first and last day included: 2026-11-04–2026-11-05');
  });

  it('carries the basis of the rule through', () => {
    const rule = ruleOf(5, 'working_day');
    expect(computeDeadline(rule, morning('2026-11-02'), CALENDAR).basis).toBe(rule.basis);
  });
});
