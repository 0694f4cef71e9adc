import { describe, expect, it } from '@jest/globals';
import type { Holder, Licence } from './right.rules.js';
import { standingOf, type Chain, type Standing } from './standing.rules.js';

const OWNER = { organisation: 'owner' };
const LICENSEE = { organisation: 'licensee' };
const BELOW = { organisation: 'below' };
const HEIR = { person: 'heir' };
const held = (more: Partial<Holder> = {}): Holder => ({ id: 'h1', party: OWNER, capacity: 'owner', share: null, from: '2020-01-01', to: null, ...more });
const licence = (more: Partial<Licence> = {}): Licence => ({ id: 'l1', licensor: OWNER, licensee: LICENSEE, kind: 'exclusive', territory: null, from: '2024-01-01', to: '2026-12-31', mayActAlone: false, under: null, ...more });
const chain = (more: Partial<Chain> = {}): Chain => ({ rightType: 'patent', holders: [held()], licences: [licence()], ...more });
const short = ({ entitled, as }: Standing): string => `${as}: ${entitled}`;

/**
 * Typed from the words of 令81 第十二条第二款: 利害关系人包括被许可人、合法继承人; 独占 may ask alone; 排他 where the holder does not ask;
 * 普通 not alone, apart from what the contract says or a separate authorisation of the holder. Never from the rule under test.
 */
const ORACLE: readonly (readonly [what: string, kind: Licence['kind'], mayActAlone: boolean, holderRequests: boolean | undefined, expected: Standing['entitled']])[] = [
  ['独占，权利人未请求', 'exclusive', false, false, 'yes'],
  ['独占，权利人也请求', 'exclusive', false, true, 'yes'],
  ['独占，不知权利人是否请求', 'exclusive', false, undefined, 'yes'],
  ['排他，权利人不请求', 'sole', false, false, 'yes'],
  ['排他，权利人已请求', 'sole', false, true, 'no'],
  ['排他，不知权利人是否请求', 'sole', false, undefined, 'if-holder-does-not'],
  ['排他，另行授权', 'sole', true, true, 'yes'],
  ['普通，无约定', 'ordinary', false, false, 'no'],
  ['普通，权利人不请求也不能单独请求', 'ordinary', false, undefined, 'no'],
  ['普通，合同另有约定', 'ordinary', true, false, 'yes'],
  ['普通，权利人另行授权', 'ordinary', true, true, 'yes'],
];

describe('who may ask for a decision (令81 第十二条)', () => {
  it.each(ORACLE)('%s', (_, kind, mayActAlone, holderRequests, expected) => {
    const standing = standingOf(chain({ licences: [licence({ kind, mayActAlone })] }), LICENSEE, '2026-11-22', holderRequests);
    expect(short(standing)).toBe(`${kind}: ${expected}`);
    expect(standing.basis).toEqual({ source: '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）', article: '第十二条第二款', status: 'verified' });
  });

  it('the holder, on the days on which it holds; the lawful heir; nobody else', () => {
    const right = chain({ holders: [held({ to: '2025-06-30' }), held({ id: 'h2', party: HEIR, capacity: 'heir', from: '2025-07-01' })], licences: [] });
    expect(['2019-12-31', '2020-01-01', '2025-06-30', '2025-07-01'].map((day) => short(standingOf(right, OWNER, day)))).toEqual(['none: no', 'owner: yes', 'owner: yes', 'none: no']);
    expect(['2025-06-30', '2025-07-01'].map((day) => short(standingOf(right, HEIR, day)))).toEqual(['none: no', 'heir: yes']);
    expect(short(standingOf(right, { person: 'somebody' }, '2025-07-01'))).toBe('none: no');
    expect(short(standingOf(right, {}, '2025-07-01'))).toBe('none: no');
  });

  it('an organisation and a person with the same id are two', () => {
    expect(short(standingOf(chain({ holders: [held({ party: { person: 'owner' } })], licences: [] }), OWNER, '2026-01-01'))).toBe('none: no');
  });

  it('joint holders: yes, with a word about the consent of the others (专利法第十四条第二款)', () => {
    const joint = chain({ holders: [held(), held({ id: 'h2', party: BELOW }), held({ id: 'h3', party: HEIR, to: '2021-12-31' })] });
    expect(standingOf(joint, OWNER, '2026-01-01')).toMatchObject({ entitled: 'yes', warnings: [{ code: 'standing.joint-holders', basis: { article: '第十四条第二款', status: 'verified' } }] });
    expect(standingOf(chain(), OWNER, '2026-01-01').warnings).toEqual([]);
  });

  it.each([
    ['2023-12-31', 'no', 'the day before it begins'], ['2024-01-01', 'yes', 'its first day'], ['2026-12-31', 'yes', 'its last day'], ['2027-01-01', 'no', 'the day after'],
  ])('a licence counts from its first day to its last: %s → %s (%s)', (day, expected) => {
    expect(standingOf(chain(), LICENSEE, day).entitled).toBe(expected);
  });

  it('a licence from somebody who held nothing when it began gives nothing; a transfer afterwards takes nothing', () => {
    expect(standingOf(chain({ licences: [licence({ licensor: BELOW })] }), LICENSEE, '2026-01-01').entitled).toBe('no');
    const sold = chain({ holders: [held({ to: '2025-01-31' }), held({ id: 'h2', party: BELOW, from: '2025-02-01' })] });
    expect(standingOf(sold, LICENSEE, '2026-01-01').entitled).toBe('yes');
    expect(standingOf(chain({ holders: [held({ from: '2024-01-02' })] }), LICENSEE, '2026-01-01').entitled).toBe('no');
    expect(standingOf(chain({ holders: [held({ from: '2025-01-01' })], licences: [licence({ from: null })] }), LICENSEE, '2026-01-01').entitled).toBe('yes');
  });

  describe('a licence under a licence', () => {
    const two = (above: Partial<Licence>, below: Partial<Licence> = {}): Chain => chain({ licences: [licence(above), licence({ id: 'l2', licensor: LICENSEE, licensee: BELOW, under: 'l1', ...below })] });

    it('reaches up to the holder, and says that the contract above must allow it (专利法第十二条)', () => {
      expect(standingOf(two({}), BELOW, '2026-01-01')).toMatchObject({ entitled: 'yes', as: 'exclusive', licences: ['l2', 'l1'], warnings: [{ code: 'standing.sub-licence', basis: { article: '第十二条' } }] });
    });

    it.each<[string, Partial<Licence>, Partial<Licence>]>([
      ['the one above has ended', { to: '2025-12-31' }, {}], ['the one above was given to somebody else', { licensee: OWNER }, {}], ['the one above is not there', {}, { under: 'l9' }], ['it has ended itself', {}, { to: '2025-12-31' }],
    ])('breaks where %s', (_, above, below) => {
      expect(standingOf(two(above, below), BELOW, '2026-01-01')).toMatchObject({ entitled: 'no', as: 'exclusive' });
    });

    it('does not run in a circle', () => {
      const circle = chain({ licences: [licence({ licensor: BELOW, under: 'l2' }), licence({ id: 'l2', licensor: LICENSEE, licensee: BELOW, under: 'l1' })] });
      expect(standingOf(circle, BELOW, '2026-01-01')).toMatchObject({ entitled: 'no', licences: ['l2', 'l1'] });
    });
  });

  it('takes the best of several licences', () => {
    const several = [licence({ id: 'l1', kind: 'ordinary' }), licence({ id: 'l2', kind: 'sole' }), licence({ id: 'l3', kind: 'exclusive', to: '2025-01-01' })];
    expect(standingOf(chain({ licences: several }), LICENSEE, '2026-01-01')).toMatchObject({ entitled: 'if-holder-does-not', as: 'sole', licences: ['l2'] });
    expect(standingOf(chain({ licences: several }), LICENSEE, '2024-12-31')).toMatchObject({ entitled: 'yes', as: 'exclusive' });
  });

  it('a holder who is a licensee too asks as the holder', () => {
    expect(short(standingOf(chain({ licences: [licence({ licensor: LICENSEE, licensee: OWNER, kind: 'ordinary' })] }), OWNER, '2026-01-01'))).toBe('owner: yes');
  });

  it('other rights are read alike, and that is marked as not verified', () => {
    const standing = standingOf(chain({ rightType: 'trademark' }), LICENSEE, '2026-01-01');
    expect(standing).toMatchObject({ entitled: 'yes', basis: { article: '参照第十二条第二款', status: 'unverified' } });
    expect([standing.text.zh, standing.text.en].every((text) => text.length > 5)).toBe(true);
  });
});
