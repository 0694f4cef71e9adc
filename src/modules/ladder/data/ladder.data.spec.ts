import { describe, expect, it } from '@jest/globals';
import { ESCALATION_CODES } from '../../cases/index.js';
import { AGENCIES } from '../../identity/index.js';
import { RUNG_CODES } from '../domain/ladder.rules.js';
import { LADDER, RUNGS } from './ladder.data.js';

describe('the escalation ladder, typed by hand', () => {
  it('has these rules, from the desk up', () => {
    expect(LADDER.map(({ code, rung, when, list = '-', warning = '-' }) => `${code} | ${rung} | ${Object.values(when).join(' ')} | ${list} | ${warning}`)).toEqual([
      'yellow-warning | owner | case-clock 3 | - | yellow',
      'red-warning | head | case-clock 1 | - | red',
      'overdue | head | case-clock 0 | overdue | -',
      'overdue-to-city | city-bureau | case-clock 5 | overdue | -',
      'overdue-to-joint-meeting | joint-meeting | case-clock 15 | - | -',
      'urging-unanswered | head | urging-clock 0 | urging-unanswered | -',
      'urging-unanswered-to-city | city-bureau | urging-clock 3 | - | -',
      'urged-twice-by-hotline | head | urgings hotline-12345 2 | urged-repeatedly | -',
      'urged-three-times-by-hotline | city-bureau | urgings hotline-12345 3 | - | -',
      'urged-five-times-by-hotline | joint-meeting | urgings hotline-12345 5 | - | -',
    ]);
  });

  it('explains every rule and rung in both languages, and says that no text was read for it', () => {
    for (const { label, basis } of [...LADDER, ...RUNGS]) expect([label.zh.length > 0, label.en.length > 0, basis.status, basis.note?.includes('未')]).toEqual([true, true, 'unverified', true]);
    for (const { explanation: { zh, en } } of LADDER) expect([zh.length > 5, en.length > 5]).toEqual([true, true]);
  });

  it('names rungs, reasons and agencies that are there, each rule once', () => {
    expect(RUNGS.map(({ code }) => code)).toEqual(RUNG_CODES);
    expect(new Set(LADDER.map(({ code }) => code)).size).toBe(LADDER.length);
    for (const { list } of LADDER) if (list !== undefined) expect(ESCALATION_CODES).toContain(list);
    for (const { told } of RUNGS) if (typeof told === 'object') expect(AGENCIES.map(({ code }) => code)).toContain(told.agency);
  });

  it('never leads down: what is later, or urged more often, reaches the same rung or a higher one', () => {
    const height = (code: string): number => RUNG_CODES.indexOf(code as never);
    const distance = (when: (typeof LADDER)[number]['when']): number => ('count' in when ? when.count : 'workingDaysLate' in when ? when.workingDaysLate : -when.workingDaysLeft);
    for (const one of LADDER) for (const other of LADDER) if (one.when.on === other.when.on && distance(one.when) < distance(other.when)) expect([one.code, other.code, height(one.rung) <= height(other.rung)]).toEqual([one.code, other.code, true]);
  });
});
