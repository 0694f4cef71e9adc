import { describe, expect, it } from '@jest/globals';
import { groundsOf } from '../../../kernel/lifecycle/index.js';
import { CASE_LIFECYCLE } from '../../cases/domain/case.lifecycle.js';
import { COMPLAINT_LIFECYCLE } from '../../intake/domain/complaint.lifecycle.js';
import { DEADLINE_KINDS, INSTRUMENTS, instrumentsOn, lawVersionOn } from '../data/index.js';

const FIRST_DAYS = new Set(INSTRUMENTS.map(({ effectiveFrom }) => effectiveFrom));
const titles = (code: string, day: string): string[] => instrumentsOn(day).filter((one) => one.code === code).map(({ title }) => title.zh);
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

describe('the version of the law', () => {
  // Typed from the last articles of the instruments: Order 118 20 March, Order 121 15 April, mediation 1 May, Order 126 1 June 2026, marks 1 January 2027.
  it.each([
    ['2026-03-19', '2025-12-25'], ['2026-03-20', '2026-03-20'], ['2026-04-14', '2026-03-20'], ['2026-04-15', '2026-04-15'], ['2026-05-31', '2026-05-01'], ['2026-06-01', '2026-06-01'], ['2026-11-22', '2026-06-01'], ['2026-12-31', '2026-06-01'],
    ['2027-01-01', '2027-01-01'], ['2040-01-01', '2027-01-01'], ['1990-01-01', '1990-01-01'],
  ])('on %s is that of %s', (day, version) => {
    expect(lawVersionOn(day)).toBe(version);
  });
});

describe('the instruments', () => {
  it.each([
    ['complaints', '2019-12-31', []], ['complaints', '2020-01-01', ['市场监督管理投诉举报处理暂行办法（总局令第20号）']], ['complaints', '2026-04-14', ['市场监督管理投诉举报处理暂行办法（总局令第20号）']],
    ['complaints', '2026-04-15', ['市场监督管理投诉举报处理办法（总局令第121号）']], ['trademark', '2026-12-31', ['商标法（2019年修正）']], ['trademark', '2027-01-01', ['商标法（2026年修订）']],
    ['trade-secrets', '2026-05-31', ['关于禁止侵犯商业秘密行为的若干规定（原工商局令第41号）']], ['trade-secrets', '2026-06-01', ['商业秘密保护规定（总局令第126号）']], ['unfair-competition', '2025-10-15', ['反不正当竞争法（2025年修订）']],
    ['credit-repair', '2025-12-24', []], ['patent-disputes', '2025-02-01', ['专利纠纷行政裁决和调解办法（国家知识产权局令第81号）']],
  ])('%s on %s', (code, day, expected) => {
    expect(titles(code, day)).toEqual(expected);
  });

  it('follow each other without gap or overlap', () => {
    const faults = INSTRUMENTS.flatMap((one, index) => {
      const next = INSTRUMENTS.slice(index + 1).find(({ code }) => code === one.code);
      if (next === undefined) return one.effectiveTo === null ? [] : [`${one.title.zh} ends and nothing follows`];
      return one.effectiveTo !== null && dayAfter(one.effectiveTo) === next.effectiveFrom ? [] : [`${one.title.zh} and ${next.title.zh}`];
    });
    expect(faults).toEqual([]);
  });

  it('say what was not read, in both languages of the title', () => {
    for (const { title, status, note } of INSTRUMENTS) {
      expect(title.zh).toMatch(/[\u4e00-\u9fff]/u);
      expect(title.en).toMatch(/^[A-Z]/);
      if (status === 'unverified') expect(note).toMatch(/未|仅见|转引/u);
    }
  });

  // A matter is pinned to a first day of the table: what began between two of them would be missed.
  it('begin on every day on which a limit or the ground of a move changes', () => {
    expect(DEADLINE_KINDS.filter(({ effectiveFrom }) => !FIRST_DAYS.has(effectiveFrom)).map(({ code, effectiveFrom }) => `${code} ${effectiveFrom}`)).toEqual([]);
    const grounds = [COMPLAINT_LIFECYCLE, CASE_LIFECYCLE].flatMap(({ moves }) => (moves).flatMap((move) => groundsOf(move).map(({ from }) => from)));
    expect(grounds).toContain('2026-04-15');
    expect(grounds.filter((from) => from !== null && !FIRST_DAYS.has(from))).toEqual([]);
  });
});

describe('the steps of a complaint', () => {
  /** Command, article of Order 20, article of Order 121: typed from both texts. */
  const ARTICLES: readonly (readonly [string, string, string])[] = [
    ['register', '第七条、第九条、第二十四条', '第九条、第十条、第二十八条'], ['accept', '第十四条', '第十五条第一款'], ['decline', '第十四条、第十五条、第二十九条', '第十五条第二款、第十六条、第三十四条'],
    ['withdraw', '第二十一条第一款第一项', '第二十三条第一款第一项'], ['mark-out-of-scope', '第二十九条、第三十九条第二款', '第三十四条、第四十四条'], ['return-to-intake', '第三十条、第三十七条', '第三十三条、第四十一条'],
    ['transfer', '第三十七条第二款', '第四十一条第二款'], ['reroute', '第三十七条', '第四十一条'], ['designate', '第三十条', '第三十三条'], ['request-identity-proof', '无对应条文', '第十条第三款'], ['merge-into', '无对应条文', '第三十五条第二款'],
  ];

  it.each(ARTICLES)('%s rests on %s before 15 April 2026 and on %s from then on', (command, old, now) => {
    const [move] = (COMPLAINT_LIFECYCLE.moves).filter((one) => one.command === command);
    expect(move === undefined ? [] : groundsOf(move).map(({ article, from, to, status }) => [article, from, to, status])).toEqual([[old, null, '2026-04-14', old === '无对应条文' ? 'unverified' : 'verified'], [now, '2026-04-15', null, 'verified']]);
  });
});
