import { describe, expect, it } from '@jest/globals';
import { compile, evaluate } from './evaluate.js';
import { factsWith, FACT_LETTERS } from './facts.js';
import type { Group, RoutingRule, RuleSetContent } from './rule.js';

const base = { measures: [7], explanation: { zh: '说明', en: 'why' }, basis: { source: '办法', article: '第一条', status: 'verified' } } as const;
const OFFICES = { 'market-regulation': { '445100': 'city', '445103': 'chaoan' } };
const send = (code: string, when: RoutingRule['when'], agency = 'desk', more: Partial<RoutingRule<'destination'>> = {}): RoutingRule => ({ ...base, code, group: 'destination', when, outcome: { track: 'administrative', agency }, ...more });
const other = <G extends Exclude<Group, 'destination'>>(group: G, code: string, when: RoutingRule['when'], outcome: RoutingRule<G>['outcome']): RoutingRule => ({ ...base, code, group, when, outcome }) as unknown as RoutingRule;
const content = (...rules: RoutingRule[]): RuleSetContent => ({ offices: OFFICES, rules });
const report = factsWith({ classification: 'report', matter: 'infringement', rightType: 'trademark', region: '445103' });

describe('evaluate', () => {
  it('takes the first destination that fits, with its words, ground and measures', () => {
    const set = compile(content(send('a', { rightType: ['patent'] }), send('b', { rightType: ['trademark'] }, 'first', { measures: [3] }), send('c', {}, 'second')));
    expect(evaluate(set, report)).toEqual({
      rule: 'b', track: 'administrative', tracks: ['administrative'], agency: 'first', lane: 'ordinary', flags: [], explanation: base.explanation, basis: base.basis, measures: [3], warnings: [], tried: 'r+.',
    });
  });

  it('adds every track and every flag that fits, each once, the destination first', () => {
    const set = compile(content(send('a', {}), other('tracks', 't1', { rightType: ['trademark'] }, { track: 'mediation' }), other('tracks', 't2', {}, { track: 'mediation' }), other('tracks', 't3', { rightType: ['patent'] }, { track: 'judicial' }), other('tracks', 't4', {}, { track: 'administrative' }),
      other('flags', 'f1', {}, { flag: 'criminal-suspicion' }), other('flags', 'f2', { border: [true] }, { flag: 'parallel-suit' }), other('flags', 'f3', {}, { flag: 'repeat-infringer' }), other('flags', 'f4', {}, { flag: 'criminal-suspicion' })));
    expect(evaluate(set, report)).toMatchObject({ track: 'administrative', tracks: ['administrative', 'mediation'], flags: ['criminal-suspicion', 'repeat-infringer'], tried: '+' + '++r+' + '+b++' });
  });

  it('takes the first lane that fits; ordinary where no rule speaks of lanes', () => {
    const lanes = [other('lane', 'l1', { border: [true] }, { lane: 'ordinary' }), other('lane', 'l2', { rightType: ['trademark'] }, { lane: 'expedited' }), other('lane', 'l3', {}, { lane: 'ordinary' })];
    expect(evaluate(compile(content(send('a', {}), ...lanes)), report)).toMatchObject({ lane: 'expedited', tried: '+b+.' });
    expect(evaluate(compile(content(send('a', {}))), report).lane).toBe('ordinary');
  });

  it('writes down what came of every rule in the order of the set, wherever its group stands', () => {
    const set = compile(content(other('flags', 'f', { crime: ['suspected'] }, { flag: 'criminal-suspicion' }), send('a', { border: [true] }), other('lane', 'l', {}, { lane: 'ordinary' }), send('b', {}), send('never', {})));
    expect(evaluate(set, report).tried).toBe(`${FACT_LETTERS.crime}${FACT_LETTERS.border}++.`);
  });

  it('names the same fact as failed however the conditions were stored', () => {
    const one = compile(content(send('a', { border: [true], classification: ['consultation'], rightType: ['patent'] }), send('b', {})));
    const two = compile(content(send('a', { rightType: ['patent'], classification: ['consultation'], border: [true] }), send('b', {})));
    expect([evaluate(one, report).tried, evaluate(two, report).tried]).toEqual(['c+', 'c+']);
  });

  it('finds an office by the region of the matter, or by the fact that the rule names', () => {
    expect(evaluate(compile(content(send('a', {}, '@market-regulation'))), report).agency).toBe('chaoan');
    expect(evaluate(compile(content(send('a', {}, '@market-regulation/platformRegion'))), factsWith({ region: 'outside', platformRegion: '445100' })).agency).toBe('city');
  });

  it('warns where the source of the destination was not read', () => {
    const warned = compile(content(send('a', {}, 'desk', { basis: { source: '条例', article: '第三条', status: 'unverified' } }), other('tracks', 't', {}, { track: 'mediation' })));
    expect(evaluate(warned, report).warnings).toEqual([{ code: 'routing.source-unverified', text: { zh: '分派依据“条例”第三条尚未核实，请人工复核', en: 'The source of this rule (条例 第三条) has not been checked: let a human look at it' } }]);
  });

  it('throws rather than leave a matter without a desk', () => {
    expect(() => evaluate(compile(content()), report)).toThrow('No routing rule fits');
    expect(() => evaluate(compile(content(send('a', {}, '@police'))), report)).toThrow('Rule a: no office @police in region 445103');
    expect(() => evaluate(compile(content(send('a', {}, '@market-regulation'))), factsWith({ region: '445122' }))).toThrow('no office @market-regulation in region 445122');
  });
});

it('every fact has a letter of its own, and none that means something else', () => {
  const letters = Object.values(FACT_LETTERS);
  expect(new Set(letters).size).toBe(letters.length);
  expect(letters.filter((letter) => !/^[a-z]$/.test(letter))).toEqual([]);
});
