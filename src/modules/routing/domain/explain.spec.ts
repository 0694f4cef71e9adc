import { describe, expect, it } from '@jest/globals';
import { FACT_WORDS } from '../data/fact-words.data.js';
import { FLAG_WORDS, LANE_WORDS, TRACK_WORDS } from '../data/outcome-words.data.js';
import { explainRules, factsSentence, traceOf, valueWords } from './explain.js';
import { FACT_NAMES, FACT_VALUES, factsWith } from './facts.js';
import { FLAGS, LANES, TRACKS, type RuleSetContent } from './rule.js';

const base = { group: 'destination', outcome: { track: 'administrative', agency: 'city' }, measures: [1], basis: { source: '办法', article: '第三条', status: 'verified' }, explanation: { zh: '由市局处理', en: 'The city acts' } } as const;
const SET: RuleSetContent = { offices: {}, rules: [{ ...base, code: 'a', when: { rightType: ['patent', 'copyright'] } }, { ...base, code: 'b', when: { border: [true] } }, { ...base, code: 'c', when: {} }, { ...base, code: 'd', when: {} }] };
const FACTS = factsWith({ classification: 'report', matter: 'counterfeit', rightType: 'trademark', region: '445103' });

describe('explainRules', () => {
  it('says of each rule that was tried whether it fits, and why, in both languages', () => {
    expect(explainRules(SET, 'rb+.', FACTS, FACT_WORDS)).toEqual([
      { rule: 'a', group: 'destination', fits: false, failed: 'rightType', why: { zh: '权利类型是“商标”，该规则要求“专利、著作权”', en: 'right is “trademark”; the rule asks for “patent” or “copyright”' } },
      { rule: 'b', group: 'destination', fits: false, failed: 'border', why: { zh: '进出境货物是“否”，该规则要求“是”', en: 'goods at the border is “no”; the rule asks for “yes”' } },
      { rule: 'c', group: 'destination', fits: true, failed: null, why: { zh: '由市局处理（办法第三条）', en: 'The city acts (办法 第三条)' } },
    ]);
  });

  it('explains nothing where nothing was tried, and no more rules than the version has', () => {
    expect(explainRules(SET, '', FACTS, FACT_WORDS)).toEqual([]);
    expect(explainRules({ offices: {}, rules: [] }, 'rb+.', FACTS, FACT_WORDS)).toEqual([]);
  });
});

describe('traceOf', () => {
  it('reads a decision as it is stored today', () => {
    expect(traceOf(SET, 'c', 'rb+.')).toBe('rb+.');
  });

  it('reads one of version 1: rules before the one that decided, each with its condition', () => {
    expect(traceOf(SET, 'c', [{ rule: 'a', failed: { fact: 'rightType', wanted: ['patent'], was: 'trademark' } }, { rule: 'b', failed: { fact: 'border', wanted: [true], was: false } }])).toBe('rb+.');
  });
});

describe('factsSentence', () => {
  it('names what it is, the matter, the right and the place, and whatever is out of the ordinary', () => {
    expect(factsSentence(FACTS, factsWith({}), FACT_WORDS)).toEqual({ zh: '事实：性质为举报；事项为假冒；权利类型为商标；地点为潮安区。', en: 'Facts: what it is: a report; matter: counterfeiting; right: trademark; place: Chao’an.' });
    expect(factsSentence({ ...FACTS, venue: 'live-stream', repeatInfringer: true }, factsWith({}), FACT_WORDS).zh).toBe('事实：性质为举报；事项为假冒；权利类型为商标；地点为潮安区；场所为直播；重复侵权为是。');
  });

  it('shows a value that it does not know as it was stored', () => {
    expect(valueWords('venue', 'moon', FACT_WORDS)).toEqual({ zh: 'moon', en: 'moon' });
  });
});

describe('the words', () => {
  it('name every fact and every value in both languages, no two values of a fact alike', () => {
    for (const fact of FACT_NAMES) {
      const texts = FACT_VALUES[fact].map((value) => FACT_WORDS[fact].values[String(value)] as unknown as { zh: string; en: string });
      expect([fact, texts.every(({ zh, en }) => /[\u4e00-\u9fff\d]/.test(zh) && en.trim() !== '')]).toEqual([fact, true]);
      expect([fact, new Set(texts.map(({ zh }) => zh)).size]).toEqual([fact, texts.length]);
    }
  });

  it('name every track, lane and flag', () => {
    expect([Object.keys(TRACK_WORDS).sort(), Object.keys(LANE_WORDS).sort(), Object.keys(FLAG_WORDS).sort()]).toEqual([[...TRACKS].sort(), [...LANES].sort(), [...FLAGS].sort()]);
  });
});
