import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allowedCommands, type Move } from '../../../kernel/lifecycle/index.js';
import { daysOf, URGING_CHANNELS } from '../data/urging-channels.data.js';
import { CHANNEL_CODES, SENT_CHANNELS, URGING_GUARDS, type UrgingFacts } from './urging.guards.js';
import { URGING_LIFECYCLE } from './urging.lifecycle.js';

describe('the table of urgings, typed by hand', () => {
  it('leads from sent to answered or withdrawn, and no further', () => {
    const rows = (URGING_LIFECYCLE.moves as readonly Move[]).map(({ from, command, to, permission, guards = [], requires = [], emits }) => `${from ?? '-'} ${command} ${to} | ${permission} | ${guards.join(' ')} | ${requires.join(' ')} | ${emits.join(' ')}`);
    expect(rows).toEqual([
      '- send sent | urging.send | case-worked-on sender-of-channel letter-named | reason | urging.sent',
      '- record sent | urging.record | case-worked-on | reason order | urging.sent',
      'sent answer answered | urging.answer | addressed-to-ones-own | answer | urging.answered',
      'sent withdraw withdrawn | urging.withdraw | sent-by-ones-own | reason | urging.withdrawn',
    ]);
    expect(['answered', 'withdrawn'].flatMap((state) => allowedCommands(URGING_LIFECYCLE, state))).toEqual([]);
  });

  it('starts the clock of the answer with every way in, ends it with the answer, and lets it fall with a withdrawal', () => {
    expect((URGING_LIFECYCLE.moves as readonly Move[]).map(({ command, clocks }) => [command, clocks])).toEqual([
      ['send', { start: ['urging.answer'] }], ['record', { start: ['urging.answer'] }], ['answer', { stop: ['urging.answer'] }], ['withdraw', { lapse: ['urging.answer'] }],
    ]);
    expect(URGING_LIFECYCLE.states.sent).toMatchObject({ clocks: ['urging.answer'] });
  });
});

interface Case {
  readonly channel?: string;
  readonly by?: string;
  readonly reaches?: readonly string[];
  readonly input?: Record<string, unknown>;
}
const holds = (guard: string, { channel = 'head', by = 'county', reaches = [by], input = {} }: Case = {}): boolean =>
  URGING_GUARDS[guard]?.holds({ row: { agency: 'county', sender: 'city', channel }, actor: { agency: by, agencies: reaches }, input } satisfies UrgingFacts) ?? false;

describe('guards of urgings', () => {
  it('let a head urge cases of the own agency, and an agency above those under it', () => {
    const above = { by: 'city', reaches: ['city', 'county'] };
    expect([holds('sender-of-channel'), holds('sender-of-channel', above), holds('sender-of-channel', { by: 'other' })]).toEqual([true, false, false]);
    expect([holds('sender-of-channel', { channel: 'city-bureau', ...above }), holds('sender-of-channel', { channel: 'city-bureau' }), holds('sender-of-channel', { channel: 'city-bureau', by: 'other' })]).toEqual([true, false, false]);
    expect(holds('sender-of-channel', { channel: 'supervision-authority', by: 'other' })).toBe(true);
  });

  it('want a letter of an authority, and no other', () => {
    const asked = SENT_CHANNELS.flatMap((channel) => [undefined, '潮人大督〔2026〕3号'].map((letter) => [channel, letter !== undefined, holds('letter-named', { channel, input: { letter } })]));
    expect(asked).toEqual([['head', false, true], ['head', true, false], ['city-bureau', false, true], ['city-bureau', true, false], ['supervision-authority', false, false], ['supervision-authority', true, true]]);
  });

  it('want a case that is worked on', () => {
    expect([true, false, undefined].map((caseOpen) => holds('case-worked-on', { input: { caseOpen } }))).toEqual([true, false, false]);
  });

  it('leave the answer to whoever has the case and the withdrawal to whoever urged, whatever else they reach', () => {
    fc.assert(fc.property(fc.constantFrom('county', 'city', 'other'), fc.uniqueArray(fc.constantFrom('county', 'city', 'other')), (by, reaches) => {
      expect(holds('addressed-to-ones-own', { by, reaches })).toBe(by === 'county');
      expect(holds('sent-by-ones-own', { by, reaches })).toBe(by === 'city');
    }));
  });
});

describe('channels of urgings', () => {
  it('have the days that were set for them, none of which anybody has read in a text', () => {
    expect(URGING_CHANNELS.map(({ code, answerDays, basis }) => [code, answerDays, basis.status])).toEqual([
      ['head', 3, 'unverified'], ['city-bureau', 3, 'unverified'], ['supervision-authority', 5, 'unverified'], ['hotline-12345', 2, 'unverified'],
    ]);
    expect(URGING_CHANNELS.map(({ code }) => code)).toEqual(CHANNEL_CODES);
    for (const { basis, code, answerDays } of URGING_CHANNELS) expect([basis.note?.includes('未'), daysOf(code)]).toEqual([true, answerDays]);
  });
});
