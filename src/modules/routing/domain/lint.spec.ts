import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compile, evaluate } from './evaluate.js';
import { FACT_VALUES, factsWith, type FactName, type FactValue, type RoutingFacts } from './facts.js';
import { errorsOf, type Finding } from './finding.js';
import { lint, type Known } from './lint.js';
import type { Conditions, RoutingRule, RuleSetContent } from './rule.js';

const KNOWN: Known = { agencies: new Set(['desk', 'city', 'chaoan', 'culture']), originBases: [{ source: '令81', article: '第七条' }] };
const basis = { source: '办法', article: '第一条', status: 'verified' } as const;
const explanation = { zh: '说明', en: 'why' };
const INSIDE = ['445100', '445102', '445103', '445122', 'CZ-FENGXI'] as const;
const OFFICES = { office: Object.fromEntries(INSIDE.map((region) => [region, 'chaoan'])) };

let made = 0;
const rule = (when: object, more: object = {}): RoutingRule => {
  made += 1;
  return { code: `r${made}`, group: 'destination', when, outcome: { track: 'administrative', agency: 'city' }, explanation, basis, measures: [1], ...more } as unknown as RoutingRule;
};
const LAST: RoutingRule = { code: 'last', group: 'destination', when: {}, outcome: { track: 'outside', agency: 'desk' }, explanation, basis, measures: [7] };
const set = (...rules: RoutingRule[]): RuleSetContent => ({ offices: OFFICES, rules: [...rules, LAST] });
const found = (content: RuleSetContent): (readonly [string, string, string | null])[] => lint(content, KNOWN).map(({ severity, code, rule: about }) => [severity, code, about] as const);
const one = (when: object, more: object = {}): [string, string][] => lint(set(rule(when, more)), KNOWN).map(({ severity, code }) => [severity, code]);

describe('the words of a rule', () => {
  it.each<[string, object, object, [string, string][]]>([
    ['nothing in a clean rule', { border: [true] }, {}, []],
    ['nothing wrong with the first and the last measure', { border: [true] }, { measures: [1, 25] }, []],
    ['a fact that does not exist', { nationality: ['cn'] }, {}, [['error', 'unknown-fact']]],
    ['a fact named like an inherited member', { constructor: ['cn'] }, {}, [['error', 'unknown-fact']]],
    ['every unknown value', { rightType: ['patent', 'patents', 'mark'] }, {}, [['error', 'unknown-value'], ['error', 'unknown-value']]],
    ['a value of another type', { border: ['true'] }, {}, [['error', 'unknown-value']]],
    ['no values', { border: [] }, {}, [['error', 'no-values']]],
    ['values that are no list', { border: true }, {}, [['error', 'no-values']]],
    ['an unknown group', { border: [true] }, { group: 'colours' }, [['error', 'unknown-group']]],
    ['an unknown track', { border: [true] }, { outcome: { track: 'criminal', agency: 'city' } }, [['error', 'unknown-outcome']]],
    ['a destination without an agency', { border: [true] }, { outcome: { track: 'outside' } }, [['error', 'unknown-outcome']]],
    ['an outcome with a member too many', { border: [true] }, { group: 'lane', outcome: { lane: 'expedited', agency: 'city' } }, [['error', 'unknown-outcome']]],
    ['an unknown lane', { border: [true] }, { group: 'lane', outcome: { lane: 'fast' } }, [['error', 'unknown-outcome']]],
    ['an unknown flag', { border: [true] }, { group: 'flags', outcome: { flag: 'red' } }, [['error', 'unknown-outcome']]],
    ['an empty article', { border: [true] }, { basis: { ...basis, article: ' ' } }, [['error', 'missing-basis']]],
    ['an empty source', { border: [true] }, { basis: { ...basis, source: '' } }, [['error', 'missing-basis']]],
    ['no status', { border: [true] }, { basis: { source: '办法', article: '第一条' } }, [['error', 'missing-basis']]],
    ['an empty explanation in Chinese', { border: [true] }, { explanation: { zh: '', en: 'why' } }, [['error', 'missing-words']]],
    ['an empty explanation in English', { border: [true] }, { explanation: { zh: '说明', en: ' ' } }, [['error', 'missing-words']]],
    ['no code', { border: [true] }, { code: '' }, [['error', 'missing-words']]],
    ['no measure', { border: [true] }, { measures: [] }, [['error', 'missing-measure']]],
    ['a measure that does not exist', { border: [true] }, { measures: [1, 26] }, [['error', 'missing-measure']]],
    ['half a measure', { border: [true] }, { measures: [1.5] }, [['error', 'missing-measure']]],
    ['an agency that does not exist', { border: [true] }, { outcome: { track: 'administrative', agency: 'nobody' } }, [['error', 'unknown-agency']]],
    ['an office by a fact that does not exist', { border: [true] }, { outcome: { track: 'administrative', agency: '@office/home' } }, [['error', 'unknown-fact']]],
  ])('finds %s', (_, when, more, expected) => {
    expect(one(when, more)).toEqual(expected);
  });

  it('reports everything of a rule at once, in both languages', () => {
    const findings = lint(set(rule({ colour: ['red'], border: [] }, { basis: { source: '', article: '', status: 'verified' }, measures: [] })), KNOWN);
    expect(findings.map(({ code }) => code)).toEqual(['unknown-fact', 'no-values', 'missing-basis', 'missing-measure']);
    for (const { text } of findings) expect([text.zh === '', text.en === '']).toEqual([false, false]);
  });

  it('finds a code that stands twice', () => {
    expect(found(set(rule({ border: [true] }, { code: 'twin' }), rule({ rightType: ['patent'], border: [false] }, { code: 'twin' })))).toEqual([['error', 'duplicate-code', 'twin']]);
  });
});

describe('where a party comes from', () => {
  it('may not decide by itself', () => {
    expect(one({ foreignRelated: [true] })).toEqual([['error', 'restricted-fact']]);
    expect(one({ foreignRelated: [false], rightType: ['patent'] })).toEqual([['error', 'restricted-fact']]);
  });

  it('may decide on an article that says so, whatever its paragraph, in every group', () => {
    expect(one({ foreignRelated: [true] }, { basis: { source: '令81', article: '第七条第一款', status: 'verified' } })).toEqual([]);
    expect(one({ foreignRelated: [true] }, { group: 'flags', outcome: { flag: 'foreign-related' }, basis: { source: '令81', article: '第七条', status: 'verified' } })).toEqual([]);
  });

  it('may not decide on another article of the same text, nor on that article of another', () => {
    expect(one({ foreignRelated: [true] }, { basis: { source: '令81', article: '第八条', status: 'verified' } })).toEqual([['error', 'restricted-fact']]);
    expect(one({ foreignRelated: [true] }, { group: 'lane', outcome: { lane: 'expedited' }, basis: { source: '办法', article: '第七条', status: 'verified' } }).filter(([, code]) => code === 'restricted-fact')).toHaveLength(1);
  });
});

describe('places', () => {
  const office = (when: object, agency = '@office'): RoutingRule => rule(when, { code: 'office', outcome: { track: 'administrative', agency } });
  it('an office that is missing where a matter can come is found, with such a matter', () => {
    const findings = lint(set(office({ border: [true] })), KNOWN);
    expect(findings).toMatchObject([{ severity: 'error', code: 'office-missing', rule: 'office', example: { border: true, region: 'outside' } }]);
  });

  it('is not missed where the rule does not look, or where an earlier rule takes the matter', () => {
    expect(lint(set(office({ border: [true], region: INSIDE })), KNOWN)).toEqual([]);
    expect(lint(set(rule({ region: ['outside'] }), office({ border: [true] })), KNOWN).filter(({ code }) => code === 'office-missing')).toEqual([]);
  });

  it('is looked for in the region that the rule names', () => {
    expect(lint(set(office({ border: [true], region: INSIDE }, '@office/platformRegion')), KNOWN).map(({ code, example: at }) => [code, at?.platformRegion])).toEqual([['office-missing', 'none'], ['office-missing', 'outside']]);
    expect(lint(set(office({ border: [true], platformRegion: INSIDE }, '@office/platformRegion')), KNOWN)).toEqual([]);
  });

  it('an unknown kind of office, and an office that does not exist', () => {
    expect(lint(set(office({ border: [true], region: ['445103'] }, '@police')), KNOWN).map(({ code }) => code)).toEqual(['office-missing']);
    expect(lint({ offices: { office: { '445103': 'nobody' } }, rules: [office({ region: ['445103'] }), LAST] }, KNOWN).map(({ code }) => code)).toEqual(['unknown-agency']);
  });
});

describe('order', () => {
  const codes = (...rules: RoutingRule[]): (readonly [string, string, string | null])[] => found(set(...rules));
  const lane = (when: object, name: string, code: string): RoutingRule => rule(when, { group: 'lane', outcome: { lane: name }, code });

  it('finds a rule behind a wider one, and names the wider one', () => {
    expect(codes(rule({ rightType: ['patent', 'trademark'] }, { code: 'wide' }), rule({ rightType: ['patent'], border: [true] }, { code: 'hidden' }))).toEqual([['error', 'shadowed', 'hidden']]);
    expect(lint(set(rule({ rightType: ['patent'] }, { code: 'wide' }), rule({ rightType: ['patent'] }, { code: 'hidden' })), KNOWN)[0]?.text.en).toContain('wide');
  });

  it('finds a rule behind one that names all values', () => {
    expect(codes(rule({ border: [true, false], rightType: ['patent'] }), rule({ rightType: ['patent'] }, { code: 'hidden' }))).toEqual([['error', 'shadowed', 'hidden']]);
  });

  it('finds a rule that several hide only together', () => {
    expect(codes(rule({ rightType: ['patent'], border: [true] }), rule({ rightType: ['patent'], border: [false] }), rule({ rightType: ['patent'], region: ['445103'] }, { code: 'hidden' }))).toEqual([['error', 'shadowed', 'hidden']]);
  });

  it('allows the special rule before the general one, and a rule that is left one corner', () => {
    expect(codes(rule({ rightType: ['patent'], border: [true] }), rule({ rightType: ['patent'] }, { outcome: { track: 'outside', agency: 'desk' } }))).toEqual([]);
    expect(codes(rule({ rightType: ['patent'], region: INSIDE }), rule({ rightType: ['patent'], border: [true] }))).toEqual([]);
  });

  it('warns of two rules that meet, say different things, and are no exception of each other', () => {
    const findings = lint(set(rule({ rightType: ['patent'] }, { code: 'one' }), rule({ border: [true] }, { code: 'other', outcome: { track: 'administrative', agency: 'culture' } })), KNOWN);
    expect(findings).toMatchObject([{ severity: 'warning', code: 'overlapping', rule: 'other', example: { rightType: 'patent', border: true } }]);
    expect(findings[0]?.text.en).toContain('one');
  });

  it('does not warn where they say the same, never meet, stand in stages of their own, or where an earlier rule takes what they share', () => {
    const elsewhere = { outcome: { track: 'administrative', agency: 'culture' } };
    expect(codes(rule({ rightType: ['patent'] }), rule({ border: [true] }))).toEqual([]);
    expect(codes(rule({ rightType: ['patent'], border: [false] }), rule({ border: [true] }, elsewhere))).toEqual([]);
    expect(codes(rule({ rightType: ['patent'] }, { stage: 1 }), rule({ border: [true] }, { ...elsewhere, stage: 2 }), { ...LAST, code: 'end', stage: 3, when: { matter: ['other'] } })).toEqual([['error', 'stage-order', 'last']]);
    expect(codes(rule({ rightType: ['patent'], border: [true] }), rule({ rightType: ['patent'] }), rule({ border: [true] }, elsewhere))).toEqual([]);
  });

  it('finds rules that do not stand in the order of their stages', () => {
    expect(found({ offices: OFFICES, rules: [rule({ rightType: ['patent'] }, { stage: 2 }), rule({ border: [true] }, { stage: 1, code: 'late' }), { ...LAST, stage: 3 }] })).toEqual([['error', 'stage-order', 'late']]);
  });

  it('asks for a last resort, and shows a matter that is left without one', () => {
    expect(lint({ offices: OFFICES, rules: [rule({ border: [false] })] }, KNOWN)).toMatchObject([{ severity: 'error', code: 'uncovered', rule: null, example: { border: true } }]);
    expect(lint({ offices: OFFICES, rules: [] }, KNOWN)).toMatchObject([{ code: 'uncovered', example: factsWith({}) }]);
    // Every value of today is covered; one of tomorrow would not be.
    expect(lint({ offices: OFFICES, rules: [rule({ border: [false] }), rule({ border: [true] })] }, KNOWN)).toMatchObject([{ code: 'uncovered' }]);
  });

  it('holds lanes to the same, but needs none', () => {
    const other = [lane({ border: [true] }, 'expedited', 'a'), lane({ rightType: ['patent'] }, 'ordinary', 'b')];
    expect(found({ offices: OFFICES, rules: [LAST, ...other] })).toEqual([['warning', 'overlapping', 'b'], ['error', 'uncovered', null]]);
    expect(found({ offices: OFFICES, rules: [LAST, lane({}, 'ordinary', 'a'), lane({ border: [true] }, 'expedited', 'b')] })).toEqual([['error', 'shadowed', 'b'], ['error', 'uncovered', null]]);
  });

  it('lets tracks and flags overlap as they like: all of them count', () => {
    const flag = (when: object): RoutingRule => rule(when, { group: 'flags', outcome: { flag: 'repeat-infringer' } });
    expect(codes(flag({}), flag({ border: [true] }), rule({}, { group: 'tracks', outcome: { track: 'mediation' } }), rule({ border: [true] }, { group: 'tracks', outcome: { track: 'judicial' } }))).toEqual([]);
  });
});

describe('what the linter lets through', () => {
  const values = <Fact extends FactName>(fact: Fact): fc.Arbitrary<FactValue[]> => fc.uniqueArray(fc.constantFrom<FactValue>(...FACT_VALUES[fact]), { minLength: 1, maxLength: 3 });
  const when: fc.Arbitrary<Conditions> = fc.record({ classification: values('classification'), rightType: values('rightType'), region: values('region'), venue: values('venue') }, { requiredKeys: [] });
  const rules = fc.array(fc.record({ when, agency: fc.constantFrom('@office', 'city', '@police', 'nobody') }), { maxLength: 4 }).map((list) => list.map(({ when: conditions, agency }, index) => ({ ...LAST, code: `p${index}`, when: conditions, outcome: { track: 'administrative' as const, agency } })));
  const matter: fc.Arbitrary<RoutingFacts> = fc.record({ classification: fc.constantFrom(...FACT_VALUES.classification), rightType: fc.constantFrom(...FACT_VALUES.rightType), region: fc.constantFrom(...FACT_VALUES.region), venue: fc.constantFrom(...FACT_VALUES.venue) }).map(factsWith);

  it('decides every matter by an agency that exists', () => {
    fc.assert(fc.property(rules, matter, (list, facts) => {
      const content = set(...list);
      if (errorsOf(lint(content, KNOWN)).length === 0) expect(KNOWN.agencies.has(evaluate(compile(content), facts).agency)).toBe(true);
    }), { numRuns: 500 });
  });

  it('shows only matters that are as it says: the example of an overlap comes to the earlier rule, and fits the later', () => {
    fc.assert(fc.property(rules, (list) => {
      const content = set(...list);
      const overlaps = lint(content, KNOWN).filter(({ code }) => code === 'overlapping');
      for (const { rule: later, text, example: at } of overlaps) check(content, later, text.en, at);
    }), { numRuns: 300 });

    function check(content: RuleSetContent, later: string | null, text: string, at: Finding['example']): void {
      const conditions = content.rules.find(({ code }) => code === later)?.when ?? {};
      if (at === undefined) throw new Error('no example');
      expect((Object.keys(conditions) as FactName[]).every((fact) => conditions[fact]?.includes(at[fact]))).toBe(true);
      const reached = content.rules.find(({ when: wanted }) => (Object.keys(wanted) as FactName[]).every((fact) => wanted[fact]?.includes(at[fact])));
      expect(text).toContain(reached?.code ?? '-');
    }
  });
});
