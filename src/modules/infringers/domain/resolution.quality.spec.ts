import { describe, expect, it } from '@jest/globals';
import { checkIdentifier } from '../../../kernel/identifiers/index.js';
import { linkRulesOn } from '../data/link-rules.data.js';
import { normalAddress, normalCode, normalName, normalPhone, normalShop } from './normal.rules.js';
import { components, linksOf, type PartyKey } from './resolution.rules.js';
import Nzh from 'nzh';

interface Synthetic {
  /** Who is behind it, as whoever made this set says. */
  readonly truth: string;
  readonly name: string;
  readonly code?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly representative?: string;
  readonly document?: string;
  readonly shop?: string;
}

/** All invented; credit codes have valid check characters unless said. */
const PARTIES: readonly Synthetic[] = [
  // A pot maker that moved its seat and miswrote its code once; then a shop.
  { truth: 'pots', name: '潮州市测试甲炊具有限公司', code: '91445103MA7T01017W', address: '潮安区彩塘镇测试一路十二号', phone: '13900000101', representative: '林测试甲' },
  { truth: 'pots', name: '潮州市测试甲炊具有限责任公司', code: '91445102MA7T01017W', address: '湘桥区测试二路3号' },
  { truth: 'pots', name: '测试甲旗舰店', phone: '+86 139 0000 0101', representative: '林测试甲' },
  // Closed and opened again by the same person next door.
  { truth: 'cups', name: '测试乙餐具厂', address: '潮州市潮安区古巷镇测试路5号', representative: '陈测试乙', document: '445102190001010011' },
  { truth: 'cups', name: '测试丙陶瓷经营部', address: '潮安区古巷镇测试路7号', representative: '陈测试乙', document: '445102190001010011' },
  // Sold under two names from one shop.
  { truth: 'pumps', name: '测试丁水族器材店', shop: 'https://www.shop.example/store?id=41' },
  { truth: 'pumps', name: '测试戊水族用品商行', shop: 'https://m.shop.example/store?id=41&from=ad' },
  // Same name at the same door, without codes.
  { truth: 'bags', name: '测试己包装（个体工商户）', address: '庵埠镇测试大道六十号' },
  { truth: 'bags', name: '测试己包装', address: '潮安区庵埠镇测试大道60号' },
  // Told by telephone and name; the third by an address that only one of them has.
  { truth: 'tiles', name: '测试庚瓷砖商行', phone: '0768-2345678', address: '饶平县测试镇测试路1号' },
  { truth: 'tiles', name: '测试庚瓷砖商行', phone: '0768 2345678' },
  { truth: 'tiles', name: '测试庚二分店', address: '饶平县测试镇测试路1号', phone: '07682345678' },
  // One person behind both, and nothing but the name tells it: missed.
  { truth: 'toys', name: '测试辛玩具厂', representative: '黄测试辛', address: '湘桥区测试三路8号' },
  { truth: 'toys', name: '测试壬工艺品厂', representative: '黄测试辛', address: '枫溪区测试四路2号' },
  // Telephone only: missed.
  { truth: 'lamps', name: '测试癸灯具店', phone: '13900000110' },
  { truth: 'lamps', name: '测试子灯饰店', phone: '139-0000-0110' },
  // Two tenants of one bookkeeper, who gave telephone and door for both: wrong.
  { truth: 'tea', name: '测试丑茶行', phone: '13900000120', address: '湘桥区测试五路9号' },
  { truth: 'food', name: '测试寅食品店', phone: '13900000120', address: '湘桥区测试五路9号' },
  // Different firms of one name; of one representative's name; of one door.
  { truth: 'namesake-1', name: '测试卯陶瓷厂', address: '潮安区凤塘镇测试路1号' },
  { truth: 'namesake-2', name: '测试卯陶瓷厂', address: '饶平县三饶镇测试路1号' },
  { truth: 'rep-1', name: '测试辰五金店', representative: '李测试' },
  { truth: 'rep-2', name: '测试巳日杂店', representative: '李测试' },
  { truth: 'door-1', name: '测试午贸易行', address: '湘桥区测试六路10号' },
  { truth: 'door-2', name: '测试未商贸行', address: '湘桥区测试六路十号' },
];

const address = (text: string): string | null => normalAddress(text, (numeral) => Number(Nzh.cn.decodeS(numeral)));

function keysOf({ name, code, phone, representative, document, shop, ...party }: Synthetic, index: number): PartyKey[] {
  const values: [string, string | null | undefined][] = [
    ['name', normalName(name)], ['organisation-code', code === undefined ? null : normalCode(code)], ['address', party.address === undefined ? null : address(party.address)], ['phone', phone === undefined ? null : normalPhone(phone)],
    ['legal-representative', representative], ['identity-document', document], ['shop', shop === undefined ? null : normalShop(undefined, shop)],
  ];
  return values.flatMap(([field, hash]) => (hash === null || hash === undefined ? [] : [{ node: `p${String(index).padStart(2, '0')}`, field, hash, shown: hash, source: 'register', caseId: null }]));
}

describe('precision and recall on parties made by hand', () => {
  const keys = PARTIES.flatMap(keysOf);
  const nodes = PARTIES.map((_, index) => `p${String(index).padStart(2, '0')}`);
  const cluster = components(nodes, linksOf(keys, linkRulesOn('2026-11-23')));
  const pairs = nodes.flatMap((one, index) => nodes.slice(index + 1).map((other) => ({ one, other, same: PARTIES[index]?.truth === PARTIES[nodes.indexOf(other)]?.truth, found: cluster.get(one) === cluster.get(other) })));
  const count = (same: boolean, found: boolean): number => pairs.filter((pair) => pair.same === same && pair.found === found).length;

  it('is what the decision record states', () => {
    expect([nodes.length, count(true, true) + count(true, false), count(true, true), count(false, true)]).toEqual([24, 11, 9, 1]);
    const [right, wrong, missed] = [count(true, true), count(false, true), count(true, false)];
    expect([(right / (right + wrong)).toFixed(2), (right / (right + missed)).toFixed(2)]).toEqual(['0.90', '0.82']);
  });

  it('misses and mistakes are those that were meant', () => {
    const named = (same: boolean, found: boolean): (string | undefined)[] => pairs.filter((pair) => pair.same === same && pair.found === found).map(({ one }) => PARTIES[nodes.indexOf(one)]?.truth);
    expect([named(true, false), named(false, true)]).toEqual([['toys', 'lamps'], ['tea']]);
  });

  it('has valid check characters, but for the seat that was miswritten', () => {
    expect(PARTIES.flatMap(({ code }) => (code === undefined ? [] : checkIdentifier('uscc', code).warnings.map((warning) => [code, warning.code])))).toEqual([['91445102MA7T01017W', 'check_digit_mismatch']]);
  });
});
