import { describe, expect, it } from '@jest/globals';
import { allowedCommands, type Move } from '../../../kernel/lifecycle/index.js';
import { LISTING_GUARDS, type ListingFacts } from './listing.guards.js';
import { LISTING_LIFECYCLE, UNDECIDED } from './listing.lifecycle.js';

const SERVE = 'in-own-agency document-is-of-this-proceeding recipient-is-party recipient-is-the-listed mode-has-its-proof served-in-time';
const H = 'listing.handle';
const A = 'listing.approve';

describe('the table of listings, typed by hand', () => {
  it('leads from the proposal to the archive by due process only', () => {
    const rows = LISTING_LIFECYCLE.moves.map(({ from, command, to, permission, guards = [] }: Move) => `${from ?? '-'} ${command} ${to} | ${permission} | ${guards.join(' ')}`);
    expect(rows).toEqual([
      `- propose proposed | ${H} | ground-stands rests-on-a-case party-is-firm not-proposed-already`,
      `proposed issue-notice notice-issued | ${A} | in-own-agency`,
      `notice-issued serve-notice notified | ${H} | ${SERVE} serves-listing-notice`,
      `notified record-statement notified | ${H} | in-own-agency nothing-ahead`,
      `notified record-hearing notified | ${H} | in-own-agency nothing-ahead hearing-asked-for`,
      `notified ask-consent consent-asked | ${A} | in-own-agency notice-period-over hearing-held`,
      `consent-asked consent consented | ${A} | superior-speaks`,
      `consent-asked refuse-consent not-listed | ${A} | superior-speaks`,
      ...['notified', 'consented'].map((from) => `${from} decide decided | ${A} | in-own-agency notice-period-over hearing-held consented-where-required base-stands decided-with-its-base intent-not-disproved`),
      ...['proposed', 'notice-issued', 'notified', 'consent-asked', 'consented'].map((from) => `${from} drop not-listed | ${A} | in-own-agency`),
      `decided serve-decision in-effect | ${H} | ${SERVE} serves-listing-decision base-stands base-is-served`,
      ...['decided', 'in-effect'].map((from) => `${from} record-publication ${from} | ${H} | in-own-agency nothing-ahead not-published-yet`),
      `in-effect record-challenge in-effect | ${H} | in-own-agency nothing-ahead no-challenge-open`,
      `in-effect record-upheld in-effect | ${A} | in-own-agency nothing-ahead challenge-open`,
      `in-effect remove removed | ${A} | agency-or-system nothing-ahead year-is-over duties-done measures-over repair-granted never-restored`,
      `in-effect expire removed | ${A} | three-years-over measures-over`,
      ...['decided', 'in-effect'].map((from) => `${from} cancel cancelled | ${A} | agency-or-system base-has-fallen-or-challenge-won`),
      ...['removed', 'archived'].map((from) => `${from} restore in-effect | ${A} | repair-revoked base-stands`),
      ...['removed', 'cancelled'].map((from) => `${from} confirm-ended archived | ${H} | in-own-agency nothing-ahead`),
    ]);
    expect(['not-listed', 'archived'].map((state) => allowedCommands(LISTING_LIFECYCLE, state))).toEqual([[], ['restore']]);
  });

  it('has one way into effect, a decision that is served; and comes back only where its repair fell', () => {
    const into = LISTING_LIFECYCLE.moves.filter(({ from, to }: Move) => to === 'in-effect' && from !== 'in-effect');
    expect(into.map(({ from, command }) => `${from} ${command}`)).toEqual(['decided serve-decision', 'removed restore', 'archived restore']);
    const decisions = LISTING_LIFECYCLE.moves.filter(({ from, to }: Move) => to === 'decided' && from !== 'decided');
    expect(decisions.map(({ document }) => document)).toEqual(['listing-decision', 'listing-decision']);
    expect(UNDECIDED).toEqual(['proposed', 'notice-issued', 'notified', 'consent-asked', 'consented']);
  });

  it('starts and ends its clocks', () => {
    const clocks = (command: string): unknown => LISTING_LIFECYCLE.moves.find((move: Move) => move.command === command)?.clocks;
    expect(clocks('decide')).toEqual({ lapse: ['hearing.request'], start: ['decision.service', { kind: 'list.publication', when: 'same-province' }, { kind: 'list.publication-push', when: 'other-province' }] });
    expect(clocks('serve-decision')).toEqual({ stop: ['decision.service'], start: ['list.early-removal', 'list.removal', 'review.application', 'suit.direct'] });
    expect(clocks('cancel')).toMatchObject({ start: ['list.cancellation'] });
    expect(clocks('remove')).toMatchObject({ start: ['repair.data'] });
  });
});

const ROW: ListingFacts['row'] = {
  agency: 'county', consentAgency: 'city', partyId: 'p', alone: false, outsideProvince: false, hearingRequested: false, heardAt: null, consentedAt: null, publishedAt: null, challengedAt: null, upheldAt: null, measuresUntil: null, restoredAt: null,
};
const DAY = new Date('2026-08-01T00:00:00Z');
const guard = (name: string, input: Record<string, unknown> = {}, row: Partial<ListingFacts['row']> = {}, agency = 'county', id = 'a'): boolean => LISTING_GUARDS[name]?.holds({ row: { ...ROW, ...row }, actor: { id, agencies: [agency] }, input }) ?? false;
/** Each pair: what holds, what refuses. */
const PAIRS: readonly [name: string, holds: boolean, refuses: boolean][] = [
  ['in-own-agency', guard('in-own-agency'), guard('in-own-agency', {}, {}, 'city')],
  ['ground-stands', guard('ground-stands', { groundStands: true }), guard('ground-stands')],
  ['rests-on-a-case', guard('rests-on-a-case', { proceedingFits: true }), guard('rests-on-a-case', { proceedingFits: false })],
  ['party-is-firm', guard('party-is-firm', { firm: { name: 'x', uscc: 'y' } }), guard('party-is-firm', { firm: undefined })],
  ['not-proposed-already', guard('not-proposed-already', { proposed: false }), guard('not-proposed-already', { proposed: true })],
  ['recipient-is-the-listed', guard('recipient-is-the-listed', { recipient: 'p' }), guard('recipient-is-the-listed', { recipient: 'q' })],
  ['nothing-ahead', guard('nothing-ahead', { at: '2026-08-01T08:00:00+08:00', now: DAY.getTime() }), guard('nothing-ahead', { at: '2026-08-01T08:00:01+08:00', now: DAY.getTime() })],
  ['hearing-asked-for', guard('hearing-asked-for', {}, { hearingRequested: true }), guard('hearing-asked-for')],
  ['notice-period-over', guard('notice-period-over', { periodOver: true }), guard('notice-period-over', { periodOver: false })],
  ['hearing-held', guard('hearing-held', {}, { hearingRequested: true, heardAt: DAY }), guard('hearing-held', {}, { hearingRequested: true })],
  ['superior-speaks', guard('superior-speaks', {}, {}, 'city'), guard('superior-speaks', { letter: '8' })],
  ['superior-speaks', guard('superior-speaks', { letter: '8' }, { consentAgency: null }), guard('superior-speaks', {}, { consentAgency: null })],
  ['consented-where-required', guard('consented-where-required', { consentRequired: true }, { consentedAt: DAY }), guard('consented-where-required', { consentRequired: true })],
  ['consented-where-required', guard('consented-where-required', { consentRequired: false }), guard('consented-where-required', { consentRequired: true })],
  ['base-stands', guard('base-stands', { base: { issuedOn: '2026-08-01', served: false }, baseFallen: false }), guard('base-stands', { base: { issuedOn: '2026-08-01', served: false }, baseFallen: true })],
  ['base-stands', guard('base-stands', { base: { issuedOn: '2026-08-01', served: true } }), guard('base-stands', { base: null })],
  ['decided-with-its-base', guard('decided-with-its-base', { base: { issuedOn: '2026-08-01', served: false }, today: '2026-08-01' }), guard('decided-with-its-base', { base: { issuedOn: '2026-08-01', served: true }, today: '2026-08-02' })],
  ['decided-with-its-base', guard('decided-with-its-base', { base: { issuedOn: '2026-08-01', served: true }, today: '2026-09-02' }, { alone: true }), guard('decided-with-its-base', { base: { issuedOn: '2026-08-01', served: false }, today: '2026-08-01' }, { alone: true })],
  ['base-is-served', guard('base-is-served', { base: { issuedOn: 'x', served: true } }), guard('base-is-served', { base: { issuedOn: 'x', served: false } })],
  ['intent-not-disproved', guard('intent-not-disproved', { intentDisproved: false }), guard('intent-not-disproved', { intentDisproved: true })],
  ['same-province', guard('same-province'), guard('same-province', {}, { outsideProvince: true })],
  ['other-province', guard('other-province', {}, { outsideProvince: true }), guard('other-province')],
  ['not-published-yet', guard('not-published-yet'), guard('not-published-yet', {}, { publishedAt: DAY })],
  ['no-challenge-open', guard('no-challenge-open', {}, { challengedAt: DAY, upheldAt: DAY }), guard('no-challenge-open', {}, { challengedAt: DAY })],
  ['challenge-open', guard('challenge-open', {}, { challengedAt: DAY }), guard('challenge-open')],
  ['year-is-over', guard('year-is-over', { appliedAt: '2027-08-02T00:00:00Z', yearEnds: '2027-08-01T15:59:59.999Z' }), guard('year-is-over', { appliedAt: '2027-08-01T15:59:59Z', yearEnds: '2027-08-01T15:59:59.999Z' })],
  ['three-years-over', guard('three-years-over', { now: Date.parse('2029-08-02T00:00:00Z'), listEnds: '2029-08-01T15:59:59.999Z' }), guard('three-years-over', { now: Date.parse('2029-08-01T00:00:00Z'), listEnds: '2029-08-01T15:59:59.999Z' })],
  ['duties-done', guard('duties-done', { performed: true, harmRemoved: true, nothingSince: true }), guard('duties-done', { performed: true, harmRemoved: false, nothingSince: true })],
  ['measures-over', guard('measures-over', { today: '2027-08-02' }, { measuresUntil: '2027-08-01' }), guard('measures-over', { today: '2027-08-01' }, { measuresUntil: '2027-08-01' })],
  ['repair-granted', guard('repair-granted', { repairGranted: true }), guard('repair-granted', { repairGranted: false })],
  ['never-restored', guard('never-restored'), guard('never-restored', {}, { restoredAt: DAY })],
  ['repair-revoked', guard('repair-revoked', { repairRevoked: true }), guard('repair-revoked')],
  ['agency-or-system', guard('agency-or-system', {}, {}, '', 'system:listings'), guard('agency-or-system', {}, {}, 'city')],
  ['base-has-fallen-or-challenge-won', guard('base-has-fallen-or-challenge-won', { baseFallen: true }), guard('base-has-fallen-or-challenge-won', { baseFallen: false, fileNumber: '9' })],
  ['base-has-fallen-or-challenge-won', guard('base-has-fallen-or-challenge-won', { fileNumber: '9' }, { challengedAt: DAY }), guard('base-has-fallen-or-challenge-won', { fileNumber: '9' }, { challengedAt: DAY, upheldAt: DAY })],
];

describe('guards of listings', () => {
  it('each hold and refuse', () => {
    expect(PAIRS.map(([name, holds, refuses]) => `${name} ${String(holds)} ${String(refuses)}`)).toEqual(PAIRS.map(([name]) => `${name} true false`));
    expect(new Set(PAIRS.map(([name]) => name))).toEqual(new Set(Object.keys(LISTING_GUARDS)));
  });

  it('say which condition of a removal is missing', () => {
    expect(LISTING_GUARDS['duties-done']?.details?.({ row: ROW, actor: { id: 'a', agencies: [] }, input: { performed: true } })).toEqual(['harmRemoved', 'nothingSince']);
  });
});
