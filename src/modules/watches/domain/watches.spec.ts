import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Lifecycle, Move } from '../../../kernel/lifecycle/index.js';
import { keysOf, nameKey, numberKey, plain } from '../../whitelist/domain/watch-keys.rules.js';
import { touches, type Happening, type WatchedEntry } from './touch.rules.js';
import { WATCH_ALERT_GUARDS } from './watch-alert.guards.js';
import { WATCH_ALERT_LIFECYCLE } from './watch-alert.lifecycle.js';

const entry = (id: string, watched: string[], uscc = id): WatchedEntry => ({ id, agency: 'county', region: '445103', uscc, watched });
const happening = (more: Partial<Happening>): Happening => ({ kind: 'complaint', id: 'c', keys: [], words: '', notTold: [], ...more });
const found = (one: Happening, entries: WatchedEntry[]): string[] => touches(one, entries).map(({ entry: { id }, key }) => `${id} ${key}`);

describe('keys of rights under watch', () => {
  it.each<[string, string]>([['１２３４５６７８', '12345678'], ['粤作登字-2019-F-00015229', '粤作登字2019f00015229'], ['ZL 2026 3 0000001.X', 'zl202630000001x'], ['“测试牌”', '测试牌'], ['  ', '']])('%s is compared as %s', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it('are those of numbers and names, each once, and no name of one character', () => {
    expect(keysOf([{ type: 'trademark', number: '1234 5678', name: 'ＡＢ牌' }, { type: 'trademark', number: '12345678', name: '测' }, { type: 'patent', number: '202630000001.X', name: null }])).toEqual(['name:ab牌', 'patent:202630000001x', 'trademark:12345678']);
    expect([nameKey('测'), nameKey('测试'), numberKey('trademark', 'G-123')]).toEqual([null, 'name:测试', 'trademark:g123']);
  });
});

describe('what touches a right under watch', () => {
  const MINE = entry('mine', ['name:测试牌', 'trademark:12345678']);

  it('is found by its number of the same type, and by no part of it', () => {
    expect(found(happening({ keys: ['trademark:12345678'] }), [MINE, entry('other', ['trademark:87654321'])])).toEqual(['mine trademark:12345678']);
    expect(found(happening({ keys: ['patent:12345678', 'trademark:1234567'] }), [MINE])).toEqual([]);
  });

  it('stands in a text by number or name, if that is long enough not to stand there by chance', () => {
    const words = plain('当事人销售标有“测试牌”（注册号 12345678）的锅具，案值12元');
    expect(found(happening({ kind: 'publication', words }), [MINE, entry('short', ['name:锅具', 'trademark:12'])])).toEqual(['mine name:测试牌', 'mine trademark:12345678']);
  });

  it('is never told to whom it is about', () => {
    expect(found(happening({ keys: ['trademark:12345678'], notTold: ['mine'] }), [MINE])).toEqual([]);
    fc.assert(fc.property(fc.array(fc.constantFrom<string>('a', 'b', 'c', 'd')), fc.array(fc.constantFrom('trademark:1', 'name:xyz', 'trademark:2')), fc.array(fc.constantFrom<string>('a', 'b', 'c', 'd')), (firms, keys, notTold) => {
      const entries = firms.map((uscc, index) => entry(`e${index}`, ['trademark:1', 'name:xyz', 'name:xyz'], uscc));
      const all = touches(happening({ keys, words: 'xyz', notTold }), entries);
      expect(all.filter(({ entry: { uscc } }) => notTold.includes(uscc))).toEqual([]);
      expect(new Set(all.map(({ entry: { id }, key }) => `${id} ${key}`)).size).toBe(all.length);
      // Whoever may be told hears of every key that was touched.
      for (const one of entries.filter(({ uscc }) => !notTold.includes(uscc))) expect(all.filter(({ entry: { id } }) => id === one.id).map(({ key }) => key).sort()).toEqual(['name:xyz', ...(keys.includes('trademark:1') ? ['trademark:1'] : [])]);
    }));
  });

  it('goes by a table, typed by hand, in the agency that keeps the entry', () => {
    expect((WATCH_ALERT_LIFECYCLE as Lifecycle).moves.map(({ from, command, to, permission, guards = [] }: Move) => `${from ?? '-'} ${command} ${to} | ${permission} | ${guards.join(' ')}`)).toEqual(['- raise raised | whitelist.handle | ', 'raised tell told | whitelist.handle | in-own-agency', 'raised dismiss dismissed | whitelist.handle | in-own-agency']);
    const held = (agency: string): boolean => WATCH_ALERT_GUARDS['in-own-agency']?.holds({ row: { agency: 'county' }, actor: { agency }, input: {} } as never) ?? false;
    expect([held('county'), held('city')]).toEqual([true, false]);
  });
});
