import { describe, expect, it } from '@jest/globals';
import { PENALTY_GUARDS, type PenaltyFacts } from './penalty.guards.js';

type Row = PenaltyFacts['row'];
const NOW = '2026-08-03T02:00:00.000Z';
const PENALTIES = [{ kind: 'fine', amount: 1000, content: '罚款' }];
const ANNOUNCED: NonNullable<Row['announced']> = { penalties: PENALTIES, approvedAt: '2026-07-23T02:00:00.000Z', servedAt: '2026-07-24T02:00:00.000Z', hearing: [{ kind: 'fine', threshold: 'market-regulation' }], offered: false };
const HELD: NonNullable<Row['hearing']> = { chair: 'chair', at: '2026-08-17T01:30:00.000Z', noticeServedAt: '2026-08-05T01:00:00.000Z', heldAt: '2026-08-17T03:00:00.000Z', givenUp: false };
const NOT_HELD = { ...HELD, heldAt: null };
const ROW: Row = {
  id: 'penalty-1', party: 'party-1', members: [{ account: 'a', role: 'officer', credential: '1' }, { account: 'b', role: 'officer', credential: '2' }, { account: 'chair', role: 'hearing-chair' }], rightsTold: false, reviewGrounds: [], legalReviewedAt: null,
  announced: ANNOUNCED, defences: 0, waivedAt: null, hearing: null, discussedAt: null, decision: null, goodsDisposed: false, challenge: null,
};
const CHALLENGE = { way: 'reconsideration', at: NOW, result: null } as const;
const decided = (...kinds: string[]): Row['decision'] => ({ decidedAt: NOW, penalties: kinds.map((kind) => ({ kind, amount: 10, content: '测试' })) });
const referral = (ended: boolean, marks: string[] = []): object => ({ kind: 'referral', id: 'r', parentId: null, number: 'YS1', state: 'sent', ended, marks });
const money = (parentId: string, ended: boolean): object => ({ kind: 'fine', id: 'f', parentId, number: 'FK1', state: 'due', ended, marks: [] });
const heavier = [{ kind: 'fine', amount: 1001, content: '罚款' }];
const officers = (...accounts: string[]): object[] => accounts.map((account) => ({ account, role: 'officer' }));

/** Each guard seen to hold and to refuse. Rows: guard, what is changed in the row, what was sent, who acts, whether it holds. */
const CASES: readonly [guard: string, row: Partial<Row>, input: Record<string, unknown>, actor: string, holds: boolean][] = [
  ['clock-not-carried', {}, {}, 'a', true], ['clock-not-carried', {}, { carried: true }, 'a', false],
  ['filing-standard-met', {}, { standard: { evidence: true, punishable: true, jurisdiction: true, inTime: true } }, 'a', true],
  ...['evidence', 'punishable', 'jurisdiction', 'inTime'].map((name): (typeof CASES)[number] => ['filing-standard-met', {}, { standard: { evidence: true, punishable: true, jurisdiction: true, inTime: true, [name]: false } }, 'a', false]),
  ['filing-standard-met', {}, {}, 'a', false],
  ['party-of-the-case', {}, { partyKnown: true }, 'a', true], ['party-of-the-case', {}, {}, 'a', false],
  ['officers-of-the-case', {}, { members: officers('a', 'b') }, 'a', true], ['officers-of-the-case', {}, { members: officers('a', 'c') }, 'a', false], ['officers-of-the-case', { members: [] }, { members: officers('c', 'd') }, 'a', true],
  ['two-on-the-case', {}, {}, 'a', true], ['two-on-the-case', { members: [{ account: 'a', role: 'officer' }, { account: 'chair', role: 'hearing-chair' }] }, {}, 'a', false],
  ['rights-told-first', {}, { rightsTold: true }, 'a', true], ['rights-told-first', {}, {}, 'a', false], ['rights-told-first', { rightsTold: true }, {}, 'a', true], ['rights-told-first', {}, { fromParty: false }, 'a', true],
  ['refusal-recorded', {}, { confirmed: 'signed' }, 'a', true], ['refusal-recorded', {}, { confirmed: 'refused' }, 'a', false], ['refusal-recorded', {}, { confirmed: 'absent', remark: '不在场' }, 'a', false], ['refusal-recorded', {}, { confirmed: 'refused', remark: '拒签', recording: '1' }, 'a', true],
  ['nothing-in-advance', {}, { at: NOW, until: NOW, now: NOW }, 'a', true], ['nothing-in-advance', {}, { at: '2026-08-03T10:00:01+08:00', now: NOW }, 'a', false], ['nothing-in-advance', {}, { at: NOW, until: '2026-08-03T11:00:00+08:00', now: NOW }, 'a', false],
  ['legal-review-where-mandatory', {}, { review: 'case' }, 'a', true], ['legal-review-where-mandatory', { reviewGrounds: ['complicated'] }, { review: 'case' }, 'a', false], ['legal-review-where-mandatory', { reviewGrounds: ['complicated'] }, { review: 'legal' }, 'a', true],
  ['reviewer-not-investigator', {}, {}, 'r', true], ['reviewer-not-investigator', {}, {}, 'b', false],
  ['first-reviewer-qualified', {}, {}, 'r', true], ['first-reviewer-qualified', {}, { firstTime: true }, 'r', false], ['first-reviewer-qualified', {}, { firstTime: true, qualification: 'A1' }, 'r', true],
  ['served-on-its-party', {}, { recipient: 'party-1' }, 'a', true], ['served-on-its-party', {}, { recipient: 'party-2' }, 'a', false], ['served-on-its-party', { party: null }, { recipient: null }, 'a', false],
  ['has-hearing-right', {}, {}, 'a', true], ['has-hearing-right', { announced: { ...ANNOUNCED, hearing: [] } }, {}, 'a', false], ['has-hearing-right', { announced: { ...ANNOUNCED, hearing: [], offered: true } }, {}, 'a', true],
  ['has-hearing-right', { waivedAt: new Date(NOW) }, {}, 'a', false], ['has-hearing-right', { hearing: { ...NOT_HELD, givenUp: true } }, {}, 'a', false], ['has-hearing-right', { announced: null }, {}, 'a', false],
  ['within-hearing-period', {}, { at: '2026-07-31T23:59:59+08:00', hearingPeriodEnds: '2026-07-31T15:59:59.999Z' }, 'a', true], ['within-hearing-period', {}, { at: '2026-08-01T00:00:00+08:00', hearingPeriodEnds: '2026-07-31T15:59:59.999Z' }, 'a', false], ['within-hearing-period', {}, { at: NOW }, 'a', false],
  ['chair-not-investigator', {}, { chair: 'c' }, 'a', true], ['chair-not-investigator', {}, { chair: 'b' }, 'a', false],
  ['hearing-ahead', {}, { at: '2026-08-17T09:30:00+08:00', now: NOW }, 'a', true], ['hearing-ahead', {}, { at: NOW, now: NOW }, 'a', false],
  ['seven-days-before', {}, { servedAt: '2026-08-06T10:00:00+08:00', hearingNoticeDue: '2026-08-06T15:59:59.999Z' }, 'a', true], ['seven-days-before', {}, { servedAt: '2026-08-07T00:00:00+08:00', hearingNoticeDue: '2026-08-06T15:59:59.999Z' }, 'a', false], ['seven-days-before', {}, { servedAt: NOW }, 'a', false],
  ['is-chair', {}, {}, 'chair', true], ['is-chair', {}, {}, 'a', false],
  ['held-as-announced', { hearing: NOT_HELD }, { at: '2026-08-17T09:30:00+08:00' }, 'chair', true], ['held-as-announced', { hearing: NOT_HELD }, { at: '2026-08-17T09:29:00+08:00' }, 'chair', false], ['held-as-announced', {}, { at: NOW }, 'chair', false],
  ['notice-period-over', {}, { now: NOW, hearingPeriodEnds: '2026-07-31T15:59:59.999Z' }, 'a', true], ['notice-period-over', {}, { now: NOW, hearingPeriodEnds: NOW }, 'a', false], ['notice-period-over', {}, { now: NOW }, 'a', false],
  ['notice-period-over', { announced: { ...ANNOUNCED, servedAt: null } }, { now: NOW, hearingPeriodEnds: '2026-07-31T15:59:59.999Z' }, 'a', false], ['notice-period-over', { announced: null }, { now: NOW, hearingPeriodEnds: '2026-07-31T15:59:59.999Z' }, 'a', false],
  ['notice-period-over', { waivedAt: new Date(NOW) }, { now: NOW, hearingPeriodEnds: '2026-08-09T15:59:59.999Z' }, 'a', true], ['notice-period-over', { hearing: HELD }, { now: NOW, hearingPeriodEnds: '2026-08-09T15:59:59.999Z' }, 'a', true],
  ['no-member-excluded', {}, { excluded: ['x'] }, 'h', true], ['no-member-excluded', {}, { excluded: ['b'] }, 'h', false],
  ['legal-review-passed', {}, {}, 'h', true], ['legal-review-passed', { reviewGrounds: ['public-interest'] }, {}, 'h', false], ['legal-review-passed', { reviewGrounds: ['public-interest'], legalReviewedAt: new Date(NOW) }, {}, 'h', true],
  ['legal-review-passed', { reviewGrounds: ['hearing-held'], hearing: HELD, legalReviewedAt: new Date(NOW) }, {}, 'h', false], ['legal-review-passed', { reviewGrounds: ['hearing-held'], hearing: HELD, legalReviewedAt: new Date('2026-08-24T02:00:00Z') }, {}, 'h', true],
  ['collectively-discussed', {}, {}, 'h', true], ['collectively-discussed', { reviewGrounds: ['hearing-held'] }, {}, 'h', false], ['collectively-discussed', { reviewGrounds: ['hearing-held'], discussedAt: new Date(NOW) }, {}, 'h', true],
  ['discussed-by-several', {}, { attendees: ['h', 'd'] }, 'h', true], ['discussed-by-several', {}, { attendees: ['h', 'h'] }, 'h', false],
  ['defence-answered', {}, {}, 'h', true], ['defence-answered', { defences: 1 }, {}, 'h', false], ['defence-answered', { defences: 1 }, { defenceAnswer: '不予采纳' }, 'h', true], ['defence-answered', { hearing: HELD }, {}, 'h', false],
  ['amounts-fit', {}, { penalties: PENALTIES, unfit: [] }, 'h', true], ['amounts-fit', {}, { penalties: PENALTIES, unfit: ['fine'] }, 'h', false], ['amounts-fit', {}, { penalties: [] }, 'h', false],
  ['income-adds-up', {}, { penalties: PENALTIES }, 'h', true], ['income-adds-up', {}, { penalties: [{ kind: 'confiscate-income', amount: 1, content: '没收' }] }, 'h', false],
  ['income-approved', {}, {}, 'h', true], ['income-approved', {}, { illegalIncome: { way: 'unknowable' } }, 'h', false], ['income-approved', {}, { illegalIncome: { way: 'unknowable', consent: '同意' } }, 'h', true],
  ['as-announced', {}, { penalties: PENALTIES }, 'h', true], ['as-announced', {}, { penalties: heavier }, 'h', false],
  ['not-heavier-for-defence', {}, { penalties: heavier }, 'h', true], ['not-heavier-for-defence', { defences: 1 }, { penalties: heavier }, 'h', false], ['not-heavier-for-defence', { hearing: HELD }, { penalties: heavier }, 'h', false], ['not-heavier-for-defence', { defences: 1 }, { penalties: PENALTIES }, 'h', true],
  ['heavier-only-for-new-facts', { announced: null, defences: 1 }, { penalties: heavier }, 'h', true], ['heavier-only-for-new-facts', { defences: 1 }, { penalties: heavier }, 'h', false], ['heavier-only-for-new-facts', { defences: 1 }, { penalties: heavier, newFacts: '另查明' }, 'h', true],
  ['heavier-only-for-new-facts', {}, { penalties: heavier }, 'h', true],
  ['no-referral-open', {}, { penalties: PENALTIES, siblings: [referral(true)] }, 'h', true], ['no-referral-open', {}, { penalties: PENALTIES, siblings: [referral(false)] }, 'h', false], ['no-referral-open', {}, { penalties: [{ kind: 'warning', content: '警告' }], siblings: [referral(false)] }, 'h', true],
  ['no-crime-filed', {}, { penalties: PENALTIES, siblings: [referral(true)] }, 'h', true], ['no-crime-filed', {}, { penalties: PENALTIES, siblings: [referral(true, ['police-filed'])] }, 'h', false], ['no-crime-filed', {}, { penalties: [{ kind: 'warning', content: '警告' }], siblings: [referral(true, ['police-filed'])] }, 'h', true],
  ['police-have-filed', {}, { siblings: [referral(true, ['police-filed'])] }, 'h', true], ['police-have-filed', {}, { siblings: [referral(false)] }, 'h', false],
  ['educated', {}, { ground: 'no-fault', education: '已教育' }, 'h', true], ['educated', {}, { ground: 'no-fault' }, 'h', false], ['educated', {}, { ground: 'not-established' }, 'h', true],
  ['is-published', { decision: decided('fine') }, {}, 'h', true], ['is-published', { decision: decided('warning') }, {}, 'h', false], ['is-published', {}, {}, 'h', false],
  ['goods-confiscated', { decision: decided('confiscate-goods') }, {}, 'a', true], ['goods-confiscated', { decision: decided('fine') }, {}, 'a', false],
  ['disposal-witnessed', {}, { members: officers('a', 'b'), witness: { kind: 'account', id: 'w' } }, 'a', true], ['disposal-witnessed', {}, { members: officers('a', 'b'), witness: { kind: 'account', id: 'b' } }, 'a', false], ['disposal-witnessed', {}, { members: officers('a', 'b') }, 'a', false],
  ['goods-disposed', { decision: decided('fine') }, {}, 'a', true], ['goods-disposed', { decision: decided('confiscate-goods') }, {}, 'a', false], ['goods-disposed', { decision: decided('confiscate-goods'), goodsDisposed: true }, {}, 'a', true],
  ['nothing-left-to-pay', {}, { siblings: [money('penalty-1', true), money('another', false)] }, 'a', true], ['nothing-left-to-pay', {}, { siblings: [money('penalty-1', false)] }, 'a', false],
  ['no-challenge-open', {}, {}, 'a', true], ['no-challenge-open', { challenge: CHALLENGE }, {}, 'a', false], ['no-challenge-open', { challenge: { ...CHALLENGE, result: 'upheld' } }, {}, 'a', true],
  ['challenge-open', { challenge: CHALLENGE }, {}, 'a', true], ['challenge-open', {}, {}, 'a', false], ['challenge-open', { challenge: { ...CHALLENGE, result: 'upheld' } }, {}, 'a', false],
  ['change-stated', {}, { result: 'changed', penalties: PENALTIES }, 'a', true], ['change-stated', {}, { result: 'changed' }, 'a', false], ['change-stated', {}, { result: 'upheld' }, 'a', true], ['change-stated', {}, { result: 'upheld', penalties: PENALTIES }, 'a', false],
  ['after-reconsideration', { challenge: CHALLENGE }, {}, 'a', true], ['after-reconsideration', { challenge: { ...CHALLENGE, way: 'suit' } }, {}, 'a', false],
  ['was-changed', { challenge: { ...CHALLENGE, result: 'changed' } }, {}, 'a', true], ['was-changed', { challenge: { ...CHALLENGE, result: 'upheld' } }, {}, 'a', false],
];

describe('guards of a penalty procedure', () => {
  it.each(CASES.map(([guard, row, input, actor, holds]) => ({ guard, row, input, actor, holds })))('$guard: $row $input → $holds', ({ guard, row, input, actor, holds }) => {
    expect(PENALTY_GUARDS[guard]?.holds({ row: { ...ROW, ...row }, actor: { id: actor }, input })).toBe(holds);
  });

  it('are all here, each seen to hold and to refuse', () => {
    const seen = (holds: boolean): string[] => [...new Set(CASES.filter((one) => one[4] === holds).map(([guard]) => guard))].sort();
    expect([seen(true), seen(false)]).toEqual([Object.keys(PENALTY_GUARDS).sort(), Object.keys(PENALTY_GUARDS).sort()]);
  });

  /** The article that each refusal of a decision cites. */
  it.each([
    ['notice-period-over', '第五十七条第二款'], ['legal-review-passed', '第五十条'], ['collectively-discussed', '第六十条第二款'], ['no-member-excluded', '第四十三条'], ['defence-answered', '第五十八条、第六十二条第三项'], ['as-announced', '第四十四条、第六十二条'],
    ['not-heavier-for-defence', '第四十五条第二款'], ['no-referral-open', '第十一条'], ['no-crime-filed', '第三十五条第二款'], ['income-approved', '第十四条第三款'], ['filing-standard-met', '第十九条第一款'], ['reviewer-not-investigator', '第四十九条第三款'],
    ['chair-not-investigator', '第六十四条第四项'], ['seven-days-before', '第六十四条第二项、第八十五条'], ['within-hearing-period', '第五十七条第二款'],
  ])('%s cites %s', (guard, article) => {
    expect(PENALTY_GUARDS[guard]?.basis).toMatchObject({ article });
  });

  it('says what stands in the way, by numbers and never by name', () => {
    const details = (guard: string, input: Record<string, unknown>, row: Partial<Row> = {}): unknown => PENALTY_GUARDS[guard]?.details?.({ row: { ...ROW, ...row }, actor: { id: 'a' }, input });
    expect(details('no-referral-open', { penalties: PENALTIES, siblings: [referral(false)] })).toEqual([{ id: 'r', number: 'YS1', state: 'sent' }]);
    expect(details('nothing-left-to-pay', { siblings: [money('penalty-1', false)] })).toEqual([{ id: 'f', number: 'FK1', state: 'due' }]);
    expect(details('filing-standard-met', { standard: { evidence: true } })).toEqual(['punishable', 'jurisdiction', 'inTime']);
    expect(details('as-announced', { penalties: heavier })).toEqual(['fine']);
    expect(details('legal-review-passed', {}, { reviewGrounds: ['complicated'] })).toEqual(['complicated']);
  });

  it('each has a code of its own and a text in both languages', () => {
    const guards = Object.values(PENALTY_GUARDS);
    expect(new Set(guards.map(({ code }) => code)).size).toBe(guards.length);
    for (const { code, text } of guards) expect([code, text.zh.trim() !== '', text.en.trim() !== '']).toEqual([expect.stringMatching(/^(?:penalty|interlock)\.[a-z-]+$/), true, true]);
  });
});
