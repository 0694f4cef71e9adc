import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Nzh from 'nzh';
import { decide } from '../../../kernel/lifecycle/index.js';
import { LINK_RULES, linkRulesOn } from '../data/link-rules.data.js';
import { SEPARATION_GUARDS } from './infringer.guards.js';
import { SEPARATION_LIFECYCLE } from './infringer.lifecycle.js';
import { normalAddress, normalCode, normalName, normalPhone, normalShop } from './normal.rules.js';
import { components, linksOf, touchedBy, type Linked, type PartyKey } from './resolution.rules.js';

const RULES = linkRulesOn('2026-11-23');
const key = (node: string, field: string, hash: string, caseId: string | null = null): PartyKey => ({ node, field, hash, shown: hash, source: caseId === null ? 'register' : 'officer', caseId });
const pairs = (keys: PartyKey[]): (string | number)[][] => linksOf(keys, RULES).map(({ a, b, strength }) => [a, b, strength]);

describe('normal forms', () => {
  it.each([
    ['广东省潮州市潮安区彩塘镇测试路１号', '彩塘镇测试路1号'], ['潮安区彩塘镇测试路一号', '彩塘镇测试路1号'], ['彩塘镇 测试路1号', '彩塘镇测试路1号'], ['潮州市湘桥区测试路二十三号之二', '湘桥区测试路23号之二'],
    ['湘桥区测试路二〇三室', '湘桥区测试路203室'], ['潮安区彩塘镇', null], ['1-2-3', null], ['', null],
  ])('address %s', (text, normal) => {
    expect(normalAddress(text, (numeral) => Number(Nzh.cn.decodeS(numeral)))).toBe(normal);
  });

  it.each([['13900000000', '13900000000'], ['+86 139-0000-0000', '13900000000'], ['0768-2345678', '07682345678'], ['12345', null], ['400 000 0000', null], ['139000', null]])('telephone %s', (text, normal) => {
    expect(normalPhone(text)).toBe(normal);
  });

  it.each([['91445103MA00TQT27J', 'MA00TQT27'], ['91445102ma00tqt27j', 'MA00TQT27'], ['91445103MA00TQT17J', null], ['不详', null]])('code %s', (text, normal) => {
    expect(normalCode(text)).toBe(normal);
  });

  it.each([['某餐具有限责任公司（测试）', '某餐具有限责任公司测试'], ['测试餐具有限责任公司', '测试餐具有限公司'], ['测试 餐具有限公司', '测试餐具有限公司'], ['——', null]])('name %s', (text, normal) => {
    expect(normalName(text)).toBe(normal);
  });

  it.each<[string | undefined, string, string | null]>([
    ['某电商平台', 'S-001', '某电商平台|s001'], [undefined, 'S-001', null], [undefined, 'https://www.shop.example/123/?utm=x', 'shop.example/123'], ['x', 'https://m.shop.example/store?id=7&from=ad', 'shop.example/store?id=7'],
    [undefined, 'https://shop.example/', null], [undefined, 'https://tea.shop.example', 'tea.shop.example'],
  ])('shop %s %s', (platform, shop, normal) => {
    expect(normalShop(platform, shop)).toBe(normal);
  });
});

describe('links', () => {
  it.each<[string, PartyKey[], (string | number)[][]]>([
    ['a name alone is weak', [key('a', 'name', 'n'), key('b', 'name', 'n')], []],
    ['so is the name of a legal representative, and both together', [key('a', 'name', 'n'), key('b', 'name', 'n'), key('a', 'legal-representative', 'l'), key('b', 'legal-representative', 'l')], []],
    ['a telephone alone', [key('a', 'phone', 'p'), key('b', 'phone', 'p')], []],
    ['two telephones are one', [key('a', 'phone', 'p'), key('b', 'phone', 'p'), key('a', 'phone', 'q'), key('b', 'phone', 'q')], []],
    ['representative and address', [key('a', 'legal-representative', 'l'), key('b', 'legal-representative', 'l'), key('a', 'address', 'x'), key('b', 'address', 'x')], [['a', 'b', 70]]],
    ['telephone and address', [key('b', 'phone', 'p'), key('a', 'phone', 'p'), key('a', 'address', 'x'), key('b', 'address', 'x')], [['a', 'b', 90]]],
    ['the code of the organisation', [key('a', 'organisation-code', 'c'), key('b', 'organisation-code', 'c')], [['a', 'b', 100]]],
    ['never more than all', [key('a', 'organisation-code', 'c'), key('b', 'organisation-code', 'c'), key('a', 'shop', 's'), key('b', 'shop', 's')], [['a', 'b', 100]]],
    ['equal digests of different things', [key('a', 'shop', 's'), key('b', 'phone', 's')], []],
    ['one party has a thing twice', [key('a', 'shop', 's'), key('a', 'shop', 's', 'case')], []],
  ])('%s', (_, keys, expected) => {
    expect(pairs(keys)).toEqual(expected);
  });

  it('says what speaks for it and where it stands', () => {
    const [link] = linksOf([key('b', 'shop', 's', 'case-2'), key('a', 'shop', 's')], RULES);
    expect(link?.signals).toEqual([{ field: 'shop', weight: 80, hash: 's', shown: 's', from: [{ node: 'a', source: 'register', caseId: null }, { node: 'b', source: 'officer', caseId: 'case-2' }] }]);
  });

  it('counts nothing that a crowd has', () => {
    const hall = (size: number): PartyKey[] => Array.from({ length: size }, (_, index) => [key(`n${index}`, 'phone', 'p'), key(`n${index}`, 'address', 'x')]).flat();
    expect([pairs(hall(8)).length, pairs(hall(9)).length]).toEqual([28, 0]);
  });

  it('has rules with a source, and none before the first', () => {
    expect(LINK_RULES.map(({ basis }) => [basis.status, basis.note?.includes('未')])).toEqual([['unverified', true]]);
    expect(() => linkRulesOn('2020-12-31')).toThrow('No rules');
    expect(RULES.signals.filter(({ weight }) => weight >= RULES.threshold).map(({ field }) => field)).toEqual(['organisation-code', 'shop', 'identity-document']);
  });
});

/** What the service does, in memory: one party after the other, each time only those whom it touches. */
class InSteps {
  private keys: PartyKey[] = [];
  private links: Linked[] = [];

  change(node: string, keys: readonly PartyKey[]): void {
    const before = this.keys.filter((one) => one.node === node);
    this.keys = [...this.keys.filter((one) => one.node !== node), ...keys];
    const named = new Set([...before, ...keys].map(({ field, hash }) => `${field} ${hash}`));
    const touched = new Set(touchedBy(node, this.keys.filter(({ field, hash }) => named.has(`${field} ${hash}`)), RULES.crowd));
    const theirs = new Set(this.keys.filter((one) => touched.has(one.node)).map(({ field, hash }) => `${field} ${hash}`));
    const found = linksOf(this.keys.filter(({ field, hash }) => theirs.has(`${field} ${hash}`)), RULES).filter(({ a, b }) => touched.has(a) || touched.has(b));
    this.links = [...this.links.filter(({ a, b }) => !touched.has(a) && !touched.has(b)), ...found];
  }

  get clusters(): [string, string][] {
    return [...components([...new Set(this.keys.map(({ node }) => node))].sort(), this.links)];
  }
}

describe('clusters', () => {
  it('are connected over others', () => {
    const found = components(['d', 'c', 'b', 'a', 'e'], [{ a: 'b', b: 'c' }, { a: 'a', b: 'c' }, { a: 'd', b: 'e' }]);
    expect(Object.fromEntries(found)).toEqual({ a: 'a', b: 'a', c: 'a', d: 'd', e: 'd' });
  });

  const party = fc.record({ node: fc.integer({ min: 0, max: 24 }), field: fc.constantFrom(...RULES.signals.map(({ field }) => field)), hash: fc.integer({ min: 0, max: 4 }) });
  const world = fc.array(party, { maxLength: 90 }).map((keys) => keys.map(({ node, field, hash }) => key(`n${String(node).padStart(2, '0')}`, field, String(hash))));

  it('are the same whatever the order, and in steps as at once', () => {
    fc.assert(fc.property(world, fc.infiniteStream(fc.nat()), (keys, random) => {
      const rank = new Map<string, number>();
      const nodes = [...new Set(keys.map(({ node }) => node))];
      for (const node of nodes) rank.set(node, Number(random.next().value));
      const shuffled = [...nodes].sort((one, other) => (rank.get(one) ?? 0) - (rank.get(other) ?? 0) || (one < other ? -1 : 1));
      const steps = new InSteps();
      // Each comes first with half of what it has, and later with all.
      for (const node of shuffled) steps.change(node, keys.filter((one) => one.node === node && Number(one.hash) % 2 === 0));
      for (const node of [...shuffled].reverse()) steps.change(node, keys.filter((one) => one.node === node));
      const whole = components([...nodes].sort(), linksOf([...keys].reverse(), RULES));
      expect(steps.clusters).toEqual([...whole]);
    }), { numRuns: 300 });
  });

  it('fall apart again when a party leaves', () => {
    fc.assert(fc.property(world, fc.nat(24), (keys, leaving) => {
      const gone = `n${String(leaving).padStart(2, '0')}`;
      const steps = new InSteps();
      for (const node of new Set(keys.map((one) => one.node))) steps.change(node, keys.filter((one) => one.node === node));
      steps.change(gone, []);
      const left = keys.filter(({ node }) => node !== gone);
      expect(steps.clusters).toEqual([...components([...new Set(left.map(({ node }) => node))].sort(), linksOf(left, RULES))]);
    }), { numRuns: 200 });
  });
});

describe('removing a link', () => {
  const ask = (state: string | null, command: string, input: Record<string, unknown>): string => {
    const decision = decide({ lifecycle: SEPARATION_LIFECYCLE, guards: SEPARATION_GUARDS, state, command, facts: { input }, input });
    return decision.ok ? decision.move.to : 'refused';
  };

  it('asks for a link that stands and a reason, and is put back once', () => {
    expect([ask(null, 'separate', { standing: true, reason: 'x' }), ask(null, 'separate', { standing: false, reason: 'x' }), ask(null, 'separate', { standing: true })]).toEqual(['separated', 'refused', 'refused']);
    expect([ask('separated', 'put-back', { reason: 'x' }), ask('separated', 'put-back', {}), ask('put-back', 'put-back', { reason: 'x' })]).toEqual(['put-back', 'refused', 'refused']);
    expect(SEPARATION_LIFECYCLE.moves.map(({ permission }) => permission)).toEqual(['infringer.judge', 'infringer.judge']);
  });
});
