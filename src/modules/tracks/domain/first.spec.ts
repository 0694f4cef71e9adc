import { describe, expect, it } from '@jest/globals';
import { firstOf } from './first.rules.js';

/** Typed from the law: 令2 第十八条 (a clue is verified), 令81 第十六条、第六十五条 (requests), 办法第十八条 (consumer mediation), 人民调解法第十七条 (both willing). */
const TABLE: readonly (readonly [classification: string, track: string, first: string])[] = [
  ['report', 'administrative', 'penalty'], ['right-holder-request', 'administrative', 'penalty'], ['copyright-complaint', 'administrative', 'penalty'], ['transfer-in', 'administrative', 'penalty'], ['assignment', 'administrative', 'penalty'],
  ['customs-clue', 'administrative', 'penalty'], ['plant-variety-request', 'administrative', 'penalty'],
  ['patent-adjudication', 'administrative', 'adjudication'], ['patent-adjudication', 'judicial', 'adjudication'],
  ['patent-mediation', 'administrative', 'mediation'], ['patent-mediation', 'mediation', 'mediation'],
  ['consumer-complaint', 'mediation', 'mediation'], ['right-holder-request', 'mediation', 'mediation'],
  ['report', 'judicial', 'none'], ['right-holder-request', 'judicial', 'none'],
];

describe('what a case begins with', () => {
  it.each(TABLE)('a %s on the track %s: %s', (classification, track, first) => {
    expect(firstOf({ classification, track })).toBe(first);
  });
});
