import { describe, expect, it } from '@jest/globals';
import { firstOf, mediationOf } from './first.rules.js';

/** Typed from the law: 令2 第十八条 (a clue is verified), 令81 第十六条、第六十五条 (requests), 办法第十八条 (consumer mediation), 人民调解法第十七条 (both willing). */
const TABLE: readonly (readonly [classification: string, track: string, first: string])[] = [
  ['report', 'administrative', 'penalty'], ['right-holder-request', 'administrative', 'penalty'], ['copyright-complaint', 'administrative', 'penalty'], ['transfer-in', 'administrative', 'penalty'], ['assignment', 'administrative', 'penalty'],
  ['customs-clue', 'administrative', 'penalty'], ['plant-variety-request', 'administrative', 'penalty'],
  ['patent-adjudication', 'administrative', 'adjudication'], ['patent-adjudication', 'judicial', 'adjudication'],
  ['patent-mediation', 'administrative', 'mediation'], ['patent-mediation', 'mediation', 'mediation'],
  ['consumer-complaint', 'mediation', 'mediation'], ['right-holder-request', 'mediation', 'mediation'],
  ['report', 'judicial', 'none'], ['right-holder-request', 'judicial', 'none'],
];

/** 办法第十八条; 令81 第六十三条; 人民调解法第二条. */
const MEDIATIONS: readonly (readonly [classification: string, rightType: string, kind: string, about: string])[] = [
  ['consumer-complaint', 'trademark', 'consumer', 'consumer-dispute'], ['patent-mediation', 'patent', 'patent', 'other-patent-dispute'],
  ['right-holder-request', 'trademark', 'people', 'trademark-damages'], ['right-holder-request', 'copyright', 'people', 'copyright-dispute'], ['right-holder-request', 'trade_secret_business', 'people', 'other-civil-claim'],
];

describe('what a case begins with', () => {
  it.each(MEDIATIONS)('a %s about a right of type %s: mediation of kind %s, on %s', (classification, rightType, kind, about) => {
    expect(mediationOf({ classification, track: 'mediation', rightType })).toEqual({ kind, matters: [about] });
  });

  it.each(TABLE)('a %s on the track %s: %s', (classification, track, first) => {
    expect(firstOf({ classification, track })).toBe(first);
  });
});
