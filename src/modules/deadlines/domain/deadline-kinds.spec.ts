import { describe, expect, it } from '@jest/globals';
import type { Lifecycle } from '../../../kernel/lifecycle/index.js';
import { computeDeadline, type Calendar, type CalendarYear } from '../../../kernel/clock/index.js';
import { CIVIL_SUIT_LIFECYCLE } from '../../civil-suits/domain/civil-suit.lifecycle.js';
import { COMPLAINT_LIFECYCLE } from '../../intake/domain/complaint.lifecycle.js';
import { REFERRAL_LIFECYCLE } from '../../referrals/domain/referral.lifecycle.js';
import { LAW } from './law.spec-support.js';
import { CALENDARS, DEADLINE_KINDS, type DeadlineKindRow } from '../data/index.js';

const WD = 'working_day';
const CD = 'calendar_day';

/** Code on 2026-11-22, typed from the texts: amount (or its bounds), unit, who grants it, article. */
const EXTENSIONS = {
  'clue.verification': [[15, WD, 'agency-head', '第二十七条第一款']],
  'report.verification': [[15, WD, 'agency-head', '第十八条第一款']],
  'case.decision': [[30, CD, 'agency-head', '第六十四条第一款'], ['≤180', CD, 'agency-heads-together', '第六十四条第一款']],
  'supervision.completion': [['≤365', CD, 'agency-head', '无法定条文']],
  'seizure.term': [[30, CD, 'agency-head', '第三十八条第一款']],
  'assistance.reply': [['≤30', WD, 'agency-head', '第四十五条第二款']],
  'review.legal': [['≤20', WD, 'agency-head', '第五十五条']],
  'fine.payment': [['≤12', 'month', 'agency-head', '第七十四条']],
  'adjudication.filing': [[5, WD, 'agency-head', '第二十条']],
  'adjudication.answer': [['≤30', CD, 'panel', '第二十二条第一款']],
  'adjudication.answer-abroad': [['≤30', CD, 'panel', '第二十二条第一款']],
  'adjudication.evidence': [['≤60', CD, 'agency-head', '第五十四条']],
  'adjudication.decision': [[1, 'month', 'agency-head', '第三十七条第一款'], ['≤2', 'month', 'superior', '第三十七条第一款']],
  'patent-mediation.ownership': [[1, 'month', 'agency-head', '第七十条第三款']],
  'confirmation.court-decision': [[10, CD, 'court-president', '第五条第一款']],
  'confirmation.special-procedure': [['≤30', CD, 'court-president', '第一百八十七条']],
  'court-mediation.assigned': [['≤60', CD, 'parties', '第二十七条']],
  'court-mediation.entrusted': [['≤60', CD, 'parties', '第二十七条']],
  'court-mediation.entrusted-simple': [['≤60', CD, 'parties', '第二十七条']],
  'civil.ordinary': [[6, 'month', 'court-president', '第一百五十二条'], ['≤12', 'month', 'superior-court', '第一百五十二条']],
  'civil.answer-abroad': [['≤30', CD, 'court-president', '第二百八十五条']],
  'civil.simple': [[1, 'month', 'court-president', '第一百六十四条']],
  'civil.small-claims': [[1, 'month', 'court-president', '第一百六十八条']],
  'civil.appeal-abroad': [['≤30', CD, 'court-president', '第二百八十六条']],
  'civil.second-instance': [['≤3', 'month', 'court-president', '第一百八十三条第一款']],
  'review.ordinary': [['≤30', CD, 'agency-head', '第六十二条第一款']],
  'repair.decision': [[10, WD, 'agency-head', '第十六条第三款']],
  'repair.abnormal-list': [[10, WD, 'agency-head', '第十六条第三款']],
};

const EXPERTS = ['testing', 'inspection', 'quarantine', 'appraisal', 'right_holder_identification'];
/** Reasons, and the article that says that their time does not count. */
const PAUSES = {
  'report.verification': [EXPERTS, '第十八条第二款'],
  'mediation.consumer': [['testing', 'appraisal'], '第二十二条第三款'],
  'case.decision': [['suspension', 'hearing', 'public_notice', ...EXPERTS, 'refund_order'], '第六十四条第二款'],
  'seizure.term': [['testing', 'inspection', 'quarantine', 'appraisal'], '第三十八条第三款'],
  'adjudication.decision': [['suspension', 'public_notice', 'inspection', 'appraisal', 'jurisdiction_objection', 'evidence_extension', 'settlement'], '第三十七条第二款'],
  'review.application': [['force_majeure'], '第二十条第二款'],
};

/** A row that ends must be followed the next day by another of its kind; the duty of 第三十一条 alone was abolished. */
const REPLACED = [
  'complaint.acceptance 2026-04-15', 'mediation.consumer 2026-04-15', 'mediation.termination-notice 2026-04-15', 'jurisdiction.dispute 2026-04-15', 'clue.verification 2026-04-15', 'report.filing-notice 2026-04-15',
  'complaint.limitation 2026-04-15', 'trademark.opposition 2027-01-01', 'repair.acceptance 2025-12-25', 'repair.decision 2025-12-25',
];

const TODAY = '2026-11-22';
const CODES = new Set(DEADLINE_KINDS.map(({ code }) => code));

function inForce(code: string, day: string): DeadlineKindRow[] {
  return DEADLINE_KINDS.filter((row) => row.code === code && row.effectiveFrom <= day && (row.effectiveTo === null || day <= row.effectiveTo));
}

/** What the rows in force today say, by code; those that say nothing are left out. */
function current<T>(of: (row: DeadlineKindRow) => T | null): Record<string, T> {
  return Object.fromEntries(DEADLINE_KINDS.flatMap((row) => {
    const said = inForce(row.code, TODAY).includes(row) ? of(row) : null;
    return said === null ? [] : [[row.code, said] as const];
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
  it.each(LAW)('$code triggered on $day', ({ code, day, limit, holder, source, article, status }) => {
    const [row, ...others] = inForce(code, day);
    expect(others).toEqual([]);
    const { amount, unit, roll, bounds, before } = row?.rule ?? {};
    expect({ amount, unit, roll, ...(bounds === undefined ? {} : { bounds }), ...(before === undefined ? {} : { before }) }).toEqual(limit);
    expect(row?.rule).toMatchObject({ code, holder, basis: { article, status } });
    expect(row?.rule.basis.source).toContain(source);
  });

  it('have no row that the table of the texts does not know', () => {
    const known = LAW.map(({ code, day }) => inForce(code, day)[0]);
    expect(DEADLINE_KINDS.filter((row) => !known.includes(row)).map(({ code, effectiveFrom }) => `${code} ${effectiveFrom}`)).toEqual([]);
  });

  it('have the extensions that the texts give, and none besides', () => {
    const steps = current(({ rule }) => (rule.extensions.length === 0 ? null : rule.extensions.map(({ amount, bounds, unit, approver, basis }) => [amount ?? `≤${bounds?.maximum ?? ''}`, unit, approver, basis.article])));
    expect(steps).toEqual(EXTENSIONS);
  });

  it('may be prolonged after they have run out only where that was written down as a judgement', () => {
    const late = DEADLINE_KINDS.flatMap(({ code, rule }) => rule.extensions.filter(({ afterExpiry }) => afterExpiry !== undefined).map((step) => [code, step.code, step.afterExpiry?.article]));
    expect(late).toEqual([['fine.payment', 'head', '第七十四条']]);
  });

  it('stop for the reasons that the texts give, and none besides', () => {
    expect(current(({ rule }) => (rule.pauses.length === 0 ? null : [rule.pauses, rule.pauseBasis?.article]))).toEqual(PAUSES);
    expect(DEADLINE_KINDS.filter(({ rule }) => (rule.pauses.length === 0) !== (rule.pauseBasis === null)).map(({ code }) => code)).toEqual([]);
  });

  it('leave no amount open without bounds, and fix none that has them', () => {
    const parts = DEADLINE_KINDS.flatMap(({ rule }) => [rule, ...rule.extensions]);
    expect(parts.filter(({ amount, bounds }) => (amount === null) !== (bounds !== undefined))).toEqual([]);
    expect(parts.filter(({ bounds }) => bounds !== undefined && (bounds.minimum ?? 1) > bounds.maximum)).toEqual([]);
  });

  it('that a move of a lifecycle stops are not satisfied by hand', () => {
    const stopped = ([COMPLAINT_LIFECYCLE, REFERRAL_LIFECYCLE, CIVIL_SUIT_LIFECYCLE] as readonly Lifecycle[]).flatMap(({ moves }) => moves.flatMap(({ clocks = {} }) => [...(clocks.stop ?? []), ...(clocks.lapse ?? [])]));
    expect(stopped).not.toEqual([]);
    expect(DEADLINE_KINDS.filter(({ code, rule }) => rule.satisfiable && stopped.includes(code)).map(({ code }) => code)).toEqual([]);
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
    expect(replaced).toEqual(REPLACED);
    expect(replaced.filter((start) => !starts.has(start))).toEqual(['report.filing-notice 2026-04-15']);
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
});

describe('lifecycles and time limits', () => {
  it.each([['complaint', COMPLAINT_LIFECYCLE], ['referral', REFERRAL_LIFECYCLE], ['civil suit', CIVIL_SUIT_LIFECYCLE]] as const)('the %s names only kinds that exist and are in force', (_subject, lifecycle) => {
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
    return rule === undefined ? undefined : computeDeadline(rule, at, calendar, { extensions: extensions.map((step) => ({ code: step })) }).legalDue?.slice(0, 10);
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
    // Friday 6 November and fifteen days is Saturday 21: the party may pay on Monday 23. The referral of Friday 20 is due on Monday 23 by plain counting.
    ['fine.payment', '2026-11-06', [], '2026-11-23'],
    ['referral.approval', '2026-11-20', [], '2026-11-23'],
    ['trademark.opposition', '2026-12-31', [], '2027-03-31'],
    ['trademark.opposition', '2027-01-01', [], '2027-03-01'],
    // The hearing is on Friday 16 October. Back from it: 15, 14, 13, 12, Saturday 10 (worked), 9, 8: seven. Seven full days between: the day before is a holiday, so 30 September.
    ['hearing.notice', '2026-10-16', [], '2026-10-08'],
  ])('%s from %s with %j ends on %s', (code, day, extensions, expected) => {
    expect(due(code, `${day}T10:00:00+08:00`, extensions)).toBe(expected);
  });
});
