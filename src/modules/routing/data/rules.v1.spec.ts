import { describe, expect, it } from '@jest/globals';
import { compile, evaluate } from '../domain/evaluate.js';
import { FACT_LETTERS, factsWith, type RoutingFacts } from '../domain/facts.js';
import { traceOf } from '../domain/explain.js';
import { contentOf } from '../domain/rule.js';
import { digestOf, findingsOf } from '../known.js';
import { FIRST_RULE_SET } from './rules.v1.data.js';

const facts = (classification: RoutingFacts['classification'], matter: RoutingFacts['matter'], rightType: RoutingFacts['rightType'], region: RoutingFacts['region'], border = false): RoutingFacts => factsWith({ classification, matter, rightType, region, border });
const RULES = compile(contentOf(FIRST_RULE_SET));

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
    expect(evaluate(RULES, given)).toMatchObject({ rule, agency, track, tracks: [track], lane: 'ordinary', flags: [] });
  });

  it('is hit in every rule by the oracle', () => {
    expect(FIRST_RULE_SET.rules.map(({ code }) => code).filter((code) => !ORACLE.some(([, , rule]) => rule === code))).toEqual([]);
  });

  it('has no errors', () => {
    expect(findingsOf(FIRST_RULE_SET).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is the content that databases have run: decisions name it, so not a letter changes', () => {
    expect(digestOf(FIRST_RULE_SET)).toBe('adb9d559a1ab76b4365324a3b4ee0b4955613aecffa3efb28ab66591b6a7045c');
  });

  it('takes what it never knew as ordinary, and leaves to the desk what lies outside the city', () => {
    expect(evaluate(RULES, facts('report', 'infringement', 'trademark', 'outside'))).toMatchObject({ rule: 'intake-desk', agency: 'cz-ip-intake' });
    expect(evaluate(RULES, factsWith({ classification: 'transfer-in' }))).toMatchObject({ rule: 'intake-desk' });
  });

  it('reads decisions as they were stored then: the rules before the one that decided, each with its condition', () => {
    const stored = [{ rule: 'other-procedure', failed: { fact: 'matter', wanted: [], was: 'infringement' } }, { rule: 'consultation', failed: { fact: 'classification', wanted: ['consultation'], was: 'report' } }, { rule: 'border', failed: { fact: 'border', wanted: [true], was: false } }];
    expect(traceOf(contentOf(FIRST_RULE_SET), 'consumer-dispute', stored)).toBe(`${FACT_LETTERS.matter}${FACT_LETTERS.classification}${FACT_LETTERS.border}+${'.'.repeat(11)}`);
  });
});
