import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { REPEAT_RULES, repeatRulesOn, STANDING_STATES } from '../data/repeat-rules.data.js';
import { counted, stateOf, yearsAfter, type Earlier, type Matter } from './repeat.rules.js';

const TWO = { years: 2, counts: ['penalty'], least: 1, sameRight: false };
const earlier = (more: Partial<Earlier> = {}): Earlier => ({ kind: 'penalty', proceeding: 'p1', caseId: 'c1', agency: 'a', rightType: 'trademark', rightNumber: '1', servedOn: '2024-11-01', stands: true, identity: 'same', ...more });
const matter = (actDay: string, more: Partial<Matter> = {}): Matter => ({ rightType: 'trademark', rightNumber: '1', actDay, ...more });

describe('what counts', () => {
  it.each<[string, string, string, number]>([
    ['the last day', '2024-11-01', '2026-11-01', 1], ['a day too late', '2024-11-01', '2026-11-02', 0], ['the day of service itself', '2024-11-01', '2024-11-01', 0], ['the day after', '2024-11-01', '2024-11-02', 1],
    ['an act before it', '2024-11-01', '2024-10-31', 0], ['a leap day', '2024-02-29', '2026-02-28', 1], ['and after it', '2024-02-29', '2026-03-01', 0],
  ])('within two years: %s', (_, servedOn, actDay, found) => {
    expect(counted(TWO, matter(actDay), [earlier({ servedOn })])).toHaveLength(found);
  });

  it.each<[string, Partial<Earlier>, object, number]>([
    ['a penalty that fell', { stands: false }, {}, 0], ['another type of right', { rightType: 'patent' }, {}, 0], ['another kind of decision', { kind: 'adjudication' }, {}, 0], ['another right of the same type', { rightNumber: '2' }, {}, 1],
    ['another right, where it has to be the same', { rightNumber: '2' }, { sameRight: true }, 0], ['the same right', {}, { sameRight: true }, 1], ['no number', { rightNumber: null }, { sameRight: true }, 0], ['too few', {}, { least: 2 }, 0], ['long ago, without a limit', { servedOn: '2015-01-01' }, { years: null }, 1],
  ])('%s', (_, change, rule, found) => {
    expect(counted({ ...TWO, ...rule }, matter('2026-01-01'), [earlier(change)])).toHaveLength(found);
  });

  it('no number is not the same as no number', () => {
    expect(counted({ ...TWO, sameRight: true }, matter('2026-01-01', { rightNumber: null }), [earlier({ rightNumber: null })])).toEqual([]);
  });

  it('is the same in whatever order, oldest first', () => {
    const row = fc.record({ servedOn: fc.constantFrom('2024-01-05', '2025-03-01', '2025-12-31'), proceeding: fc.uuid(), stands: fc.boolean() }).map(earlier);
    fc.assert(fc.property(fc.uniqueArray(row, { selector: ({ proceeding }) => proceeding }), (rows) => {
      const found = counted(TWO, matter('2026-01-01'), rows);
      expect(counted(TWO, matter('2026-01-01'), [...rows].reverse())).toEqual(found);
      expect(found.map(({ servedOn }) => servedOn)).toEqual(found.map(({ servedOn }) => servedOn).sort());
      expect(found).toHaveLength(rows.filter(({ stands }) => stands).length);
    }));
  });

  it('counts years by the calendar', () => {
    expect([yearsAfter('2024-11-01', 2), yearsAfter('2021-06-30', 5)]).toEqual(['2026-11-01', '2026-06-30']);
  });
});

describe('the state of a prompt', () => {
  it.each<[string, Parameters<typeof stateOf>, string | null]>([
    ['nothing found', ['d', 0, undefined], null], ['found', ['d', 1, undefined], 'open'], ['answered', ['d', 1, { digest: 'd', outcome: 'followed' }], 'answered'], ['other facts', ['e', 2, { digest: 'd', outcome: 'not-followed' }], 'reopened'],
    ['followed, and the penalty was revoked', ['e', 0, { digest: 'd', outcome: 'followed' }], 'reopened'], ['not followed, and the penalty was revoked', ['e', 0, { digest: 'd', outcome: 'not-followed' }], null],
  ])('%s', (_, given, state) => {
    expect(stateOf(...given)).toBe(state);
  });
});

describe('the rules', () => {
  // Typed from the texts.
  it.each<[string, string, [string, number | null, string][]]>([
    ['2026-11-23', 'trademark', [['crime-within-two-years', 2, 'criminal-threshold'], ['trademark-within-five-years', 5, 'heavier-penalty'], ['same-right-in-guangdong', null, 'heavier-penalty'], ['punitive-after-penalty', null, 'punitive-damages'], ['listing-for-frequency', 2, 'listing']]],
    ['2026-11-23', 'patent', [['crime-within-two-years', 2, 'criminal-threshold'], ['same-right-in-guangdong', null, 'heavier-penalty'], ['same-patent-again', null, 'adjudication-shortcut'], ['punitive-after-penalty', null, 'punitive-damages'], ['listing-for-frequency', 2, 'listing']]],
    ['2026-05-31', 'trade_secret_technical', [['crime-within-two-years', 2, 'criminal-threshold'], ['same-right-in-guangdong', null, 'heavier-penalty'], ['punitive-after-penalty', null, 'punitive-damages'], ['listing-for-frequency', 2, 'listing']]],
    ['2020-01-01', 'trademark', [['trademark-within-five-years', 5, 'heavier-penalty']]], ['2026-11-23', 'none', []],
  ])('on %s for %s', (day, rightType, expected) => {
    expect(repeatRulesOn(day, rightType).map(({ code, years, feeds }) => [code, years, feeds])).toEqual(expected);
  });

  it('changes its article with the trademark law, and nothing else', () => {
    const article = (day: string): string[] => repeatRulesOn(day, 'trademark').filter(({ years }) => years === 5).map(({ basis }) => `${basis.source} ${basis.article}`);
    expect([article('2026-12-31'), article('2027-01-01')]).toEqual([['商标法（2019年修正） 第六十条第二款'], ['商标法（2026年修订） 第七十四条第二款']]);
  });

  it('says where no text was read, and which state lets a decision stand', () => {
    expect(REPEAT_RULES.filter(({ basis }) => basis.status === 'unverified').map(({ code, basis }) => [code, basis.note?.includes('未')])).toEqual([['crime-within-two-years', true], ['listing-for-frequency', true]]);
    expect(Object.values(STANDING_STATES).flat()).not.toContain('revoked');
    expect(STANDING_STATES.penalty).toEqual(['performing', 'performed', 'closed']);
  });
});
