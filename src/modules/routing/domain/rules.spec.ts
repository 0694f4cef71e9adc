import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AGENCIES } from '../../identity/index.js';
import { FIRST_RULE_SET } from '../rules.data.js';
import { ruleSetProblems } from './check-rules.js';
import { evaluate } from './evaluate.js';
import { FACT_VALUES, factsWith, type RoutingFacts } from './facts.js';
import type { RoutingRule, RuleSetContent } from './rule.js';

const CODES = new Set<string>(AGENCIES.map(({ code }) => code));
const facts = (classification: RoutingFacts['classification'], matter: RoutingFacts['matter'], rightType: RoutingFacts['rightType'], region: RoutingFacts['region'], border = false): RoutingFacts => factsWith({ classification, matter, rightType, region, border });

/** Typed from the instruments named in the rules, not from the rules. */
const ORACLE: readonly [string, RoutingFacts, string, string, string][] = [
  ['a request for disclosure is no complaint', facts('report', 'information-disclosure', 'none', '445103'), 'other-procedure', 'cz-ip-intake', 'outside'],
  ['a review about a trademark case is no complaint', facts('right-holder-request', 'administrative-review', 'trademark', '445102'), 'other-procedure', 'cz-ip-intake', 'outside'],
  ['a petition about goods at the border is no complaint', facts('report', 'petition', 'none', '445100', true), 'other-procedure', 'cz-ip-intake', 'outside'],
  ['a complaint about an official is for discipline', facts('consumer-complaint', 'discipline', 'none', '445122'), 'other-procedure', 'cz-ip-intake', 'outside'],
  ['a question on trademarks is answered by the desk', facts('consultation', 'infringement', 'trademark', '445103'), 'consultation', 'cz-ip-intake', 'outside'],
  ['a question on border measures is answered by the desk', facts('consultation', 'other', 'none', '445100', true), 'consultation', 'cz-ip-intake', 'outside'],
  ['counterfeit goods in export are for customs', facts('report', 'infringement', 'trademark', '445103', true), 'border', 'chaozhou-customs', 'administrative'],
  ['a patentee stopping an export goes to customs', facts('right-holder-request', 'infringement', 'patent', '445122', true), 'border', 'chaozhou-customs', 'administrative'],
  ['a layout design is for the national office', facts('right-holder-request', 'infringement', 'layout_design', '445102'), 'layout-design', 'cz-ip-intake', 'outside'],
  ['a patentee of Xiangqiao asks the city to adjudicate', facts('right-holder-request', 'infringement', 'patent', '445102'), 'patent-adjudication', 'cz-market-regulation', 'administrative'],
  ["a patentee of Chao'an asks the city to adjudicate", facts('right-holder-request', 'infringement', 'patent', '445103'), 'patent-adjudication', 'cz-market-regulation', 'administrative'],
  ["a counterfeit patent in Chao'an is for the district", facts('report', 'infringement', 'patent', '445103'), 'patent-counterfeit', 'chaoan-market-regulation', 'administrative'],
  ['a counterfeit patent in Raoping is for the county', facts('report', 'infringement', 'patent', '445122'), 'patent-counterfeit', 'raoping-market-regulation', 'administrative'],
  ['a technical secret is for the city', facts('right-holder-request', 'infringement', 'trade_secret_technical', '445122'), 'trade-secret-technical', 'cz-market-regulation', 'administrative'],
  ['a business secret is for the county', facts('right-holder-request', 'infringement', 'trade_secret_business', '445122'), 'unfair-competition', 'raoping-market-regulation', 'administrative'],
  ['passing off in Fengxi', facts('report', 'infringement', 'unfair_competition', 'CZ-FENGXI'), 'unfair-competition', 'fengxi-market-regulation', 'administrative'],
  ['a copied pattern', facts('right-holder-request', 'infringement', 'copyright', '445103'), 'copyright', 'cz-culture', 'administrative'],
  ['a report of pirated books', facts('report', 'infringement', 'copyright', '445102'), 'copyright', 'cz-culture', 'administrative'],
  ['a tea variety', facts('right-holder-request', 'infringement', 'plant_variety', '445122'), 'plant-variety', 'cz-agriculture', 'administrative'],
  ['a false mark of origin on tea', facts('report', 'infringement', 'geographical_indication', '445122'), 'geographical-indication', 'raoping-market-regulation', 'administrative'],
  ['misuse of a special mark', facts('report', 'infringement', 'special_mark', '445102'), 'geographical-indication', 'xiangqiao-market-regulation', 'administrative'],
  ["a report of counterfeit trademarks in Chao'an", facts('report', 'infringement', 'trademark', '445103'), 'trademark', 'chaoan-market-regulation', 'administrative'],
  ['a trademark owner of Xiangqiao', facts('right-holder-request', 'infringement', 'trademark', '445102'), 'trademark', 'xiangqiao-market-regulation', 'administrative'],
  ['a trademark matter without a district stays with the city', facts('report', 'infringement', 'trademark', '445100'), 'trademark', 'cz-market-regulation', 'administrative'],
  ['a trademark owner in Fengxi', facts('right-holder-request', 'infringement', 'trademark', 'CZ-FENGXI'), 'trademark', 'fengxi-market-regulation', 'administrative'],
  ['a consumer dispute in Raoping', facts('consumer-complaint', 'consumer-dispute', 'none', '445122'), 'consumer-dispute', 'raoping-market-regulation', 'mediation'],
  ['a consumer dispute in Xiangqiao on another matter', facts('consumer-complaint', 'other', 'none', '445102'), 'consumer-dispute', 'xiangqiao-market-regulation', 'mediation'],
  ['a consumer who bought a counterfeit asks for settlement', facts('consumer-complaint', 'consumer-dispute', 'trademark', '445103'), 'consumer-dispute', 'chaoan-market-regulation', 'mediation'],
  ['a consumer who bought a pirated book asks for settlement', facts('consumer-complaint', 'infringement', 'copyright', '445102'), 'consumer-dispute', 'xiangqiao-market-regulation', 'mediation'],
  ['a report without a right named', facts('report', 'infringement', 'none', '445103'), 'market-report', 'chaoan-market-regulation', 'administrative'],
  ['a report out of a consumer dispute', facts('report', 'consumer-dispute', 'none', 'CZ-FENGXI'), 'market-report', 'fengxi-market-regulation', 'administrative'],
  ['a report of something else is judged by hand', facts('report', 'other', 'none', '445103'), 'intake-desk', 'cz-ip-intake', 'outside'],
];

describe('the first rule set', () => {
  it.each(ORACLE)('%s', (_, given, rule, agency, track) => {
    expect(evaluate(FIRST_RULE_SET, given)).toMatchObject({ rule, agency, track });
  });

  it('is hit in every rule by the oracle', () => {
    expect(FIRST_RULE_SET.rules.map(({ code }) => code).filter((code) => !ORACLE.some(([, , rule]) => rule === code))).toEqual([]);
  });

  it('has no problem', () => {
    expect(ruleSetProblems(FIRST_RULE_SET, CODES)).toEqual([]);
  });

  it('decides every combination of facts, by an agency that exists, with every earlier rule told as tried', () => {
    const order: string[] = FIRST_RULE_SET.rules.map(({ code }) => code);
    let seen = 0;
    for (const classification of FACT_VALUES.classification) for (const matter of FACT_VALUES.matter) for (const rightType of FACT_VALUES.rightType) for (const region of FACT_VALUES.region) for (const border of FACT_VALUES.border) {
      const { rule, agency, tried, measures } = evaluate(FIRST_RULE_SET, facts(classification, matter, rightType, region, border));
      seen += 1;
      if (!CODES.has(agency) || measures.length === 0) throw new Error(`${rule} sends to ${agency}`);
      if (tried.map((one) => one.rule).join() !== order.slice(0, order.indexOf(rule)).join()) throw new Error(`${rule} tried ${tried.map((one) => one.rule).join()}`);
      for (const { failed } of tried) if (failed.wanted.includes(failed.was)) throw new Error(`${rule}: ${failed.fact} did not fail`);
    }
    expect(seen).toBe(12 * 13 * 11 * 6 * 2);
  });

  it('looks at nothing but the matter: where a party comes from is no condition (measure 15)', () => {
    expect([...new Set(FIRST_RULE_SET.rules.flatMap(({ when }) => Object.keys(when)))].sort()).toEqual(['border', 'classification', 'matter', 'rightType']);
  });
});

const RULE: RoutingRule = { code: 'last', when: {}, track: 'outside', agency: 'cz-ip-intake', measures: [7], explanation: { zh: '说明', en: 'why' }, basis: { source: '办法', article: '第一条', status: 'verified' } };
const made = (...rules: Partial<RoutingRule>[]): RuleSetContent => ({ offices: FIRST_RULE_SET.offices, rules: [...rules.map((rule, index) => ({ ...RULE, code: `r${index + 1}`, when: { border: [true] }, ...rule })), RULE] });

describe('evaluate', () => {
  const report = facts('report', 'infringement', 'none', '445103');

  it('tells the first condition that failed, with what was wanted and what was found', () => {
    const content = made({ when: { classification: ['report'], matter: ['petition', 'discipline'], rightType: ['patent'] } }, { when: { border: [true] } });
    expect(evaluate(content, report).tried).toEqual([
      { rule: 'r1', failed: { fact: 'matter', wanted: ['petition', 'discipline'], was: 'infringement' } },
      { rule: 'r2', failed: { fact: 'border', wanted: [true], was: false } },
    ]);
  });

  it('takes the first of several rules that fit, with its text, basis and measures', () => {
    const { rule, explanation, basis, measures, tried } = evaluate(made({ when: { classification: ['report'] }, measures: [3] }, { when: { classification: ['report'] } }), report);
    expect({ rule, explanation, basis, measures, tried }).toEqual({ rule: 'r1', explanation: RULE.explanation, basis: RULE.basis, measures: [3], tried: [] });
  });

  it('throws rather than leave a matter without a desk', () => {
    expect(() => evaluate({ offices: {}, rules: [] }, report)).toThrow('No routing rule fits');
    expect(() => evaluate(made({ when: {}, agency: '@police' }), report)).toThrow('Rule r1: no office @police in region 445103');
    expect(() => evaluate({ ...made({ when: {}, agency: '@market-regulation' }), offices: { 'market-regulation': { '445100': 'cz-market-regulation' } } }, report)).toThrow('no office @market-regulation in region 445103');
  });
});

describe('ruleSetProblems', () => {
  const gap = { 'market-regulation': { '445100': 'cz-market-regulation', '445102': 'xiangqiao-market-regulation', '445103': 'nobody', '445122': 'raoping-market-regulation' } };
  it.each<[string, RuleSetContent, string[]]>([
    ['nothing in a clean set', made({}), []],
    ['nothing wrong with the first and the last measure', made({ measures: [1, 25] }), []],
    ['an unknown fact', made({ when: { nationality: ['cn'] } as unknown as RoutingRule['when'] }), ['r1: fact nationality does not exist']],
    ['a fact named like an inherited member', made({ when: { constructor: ['cn'] } as unknown as RoutingRule['when'] }), ['r1: fact constructor does not exist']],
    ['an unknown value', made({ when: { rightType: ['patent', 'patents'] } }), ['r1: rightType is never patents']],
    ['a value of another type', made({ when: { border: ['true'] } }), ['r1: border is never true']],
    ['an empty list of values', made({ when: { border: [] } }), ['r1: border has no values']],
    ['an unknown agency', made({ agency: 'nobody' }), ['r1: agency nobody does not exist']],
    ['an unknown kind of office', made({ agency: '@police' }), ['445100', '445102', '445103', '445122', 'CZ-FENGXI'].map((region) => `r1: @police has no office in ${region}`)],
    ['an office with a gap and an unknown agency', { ...made({ agency: '@market-regulation' }), offices: gap }, ['r1: agency nobody does not exist', 'r1: @market-regulation has no office in CZ-FENGXI']],
    ['an empty article', made({ basis: { ...RULE.basis, article: ' ' } }), ['r1: basis or explanation is empty']],
    ['an empty source', made({ basis: { ...RULE.basis, source: '' } }), ['r1: basis or explanation is empty']],
    ['an empty explanation in Chinese', made({ explanation: { zh: '', en: 'why' } }), ['r1: basis or explanation is empty']],
    ['an empty explanation in English', made({ explanation: { zh: '说明', en: '' } }), ['r1: basis or explanation is empty']],
    ['no measure', made({ measures: [] }), ['r1: names no measure from 1 to 25']],
    ['measure 0', made({ measures: [1, 0] }), ['r1: names no measure from 1 to 25']],
    ['measure 26', made({ measures: [26] }), ['r1: names no measure from 1 to 25']],
    ['half a measure', made({ measures: [1.5] }), ['r1: names no measure from 1 to 25']],
    ['a rule behind a wider one', made({ when: { rightType: ['patent', 'trademark'] } }, { when: { rightType: ['patent'], border: [true] } }), ['r2: never fires, r1 takes everything that it would']],
    ['a rule behind one that names all values', made({ when: { border: [true, false], rightType: ['patent'] } }, { when: { rightType: ['patent'] } }), ['r2: never fires, r1 takes everything that it would']],
    ['a rule that stands twice', made({ code: 'twin', when: { border: [true] } }, { code: 'twin', when: { border: [false], rightType: ['patent'] } }), ['twin: stands twice']],
    ['a last rule with a condition', { offices: {}, rules: [{ ...RULE, when: { border: [true] } }] }, ['the last rule must be unconditional, so that nothing is left without a desk']],
    ['no rule at all', { offices: {}, rules: [] }, ['the last rule must be unconditional, so that nothing is left without a desk']],
  ])('finds %s', (_, content, expected) => {
    expect(ruleSetProblems(content, CODES)).toEqual(expected);
  });

  it('allows a narrower rule before a wider one', () => {
    expect(ruleSetProblems(made({ when: { rightType: ['patent'], border: [true] } }, { when: { rightType: ['patent'] } }), CODES)).toEqual([]);
  });

  it('lets through only sets that decide every matter by an agency that exists', () => {
    const some = <Value extends string | boolean>(values: readonly Value[]): fc.Arbitrary<Value[]> => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });
    const when = fc.record({ classification: some(FACT_VALUES.classification), rightType: some(FACT_VALUES.rightType), region: some(FACT_VALUES.region) }, { requiredKeys: [] });
    const rules = fc.array(fc.record({ when, agency: fc.constantFrom('@market-regulation', 'cz-culture', '@police', 'nobody') }), { maxLength: 3 });
    const matter = fc.record({ classification: fc.constantFrom(...FACT_VALUES.classification), matter: fc.constantFrom(...FACT_VALUES.matter), rightType: fc.constantFrom(...FACT_VALUES.rightType), region: fc.constantFrom(...FACT_VALUES.region), border: fc.boolean() }).map(factsWith);
    fc.assert(fc.property(rules, matter, (partial, given) => {
      const content = made(...partial);
      if (ruleSetProblems(content, CODES).length === 0) expect(CODES.has(evaluate(content, given).agency)).toBe(true);
    }), { numRuns: 200 });
  });
});
