import { describe, expect, it } from '@jest/globals';
import { decide, type Decision, type Move } from '../../../kernel/lifecycle/index.js';
import { MATTERS, TERMINATION_GROUNDS } from './matters.rules.js';
import { MEDIATION_GUARDS, type MediationFacts } from './mediation.guards.js';
import { MEDIATION_LIFECYCLE } from './mediation.lifecycle.js';
import { askedFor, bothSides, confirmable, effectiveAt, missingSignatures, sideOf, termProblems, withConsent, withRequest, type Agreement, type MediationParty } from './mediation.rules.js';

const party = (id: string, side: MediationParty['side'], consent: MediationParty['consent'] = 'given'): MediationParty => ({ party: id, side, consent, consentAt: '2026-11-22T02:00:00.000Z', how: 'letter' });
const BOTH = [party('p-1', 'claimant'), party('p-2', 'respondent')];
const TERM = { debtor: 'p-2', creditor: 'p-1', text: '赔偿', amount: '30000.00', due: '2026-12-31' };
const SIGNED = [{ signer: 'p-1', as: 'party' as const }, { signer: 'p-2', as: 'party' as const }, { signer: 'm-1', as: 'mediator' as const }].map((one, index) => ({ ...one, at: `2026-12-0${index + 1}T02:00:00.000Z`, how: 'signed' as const }));
const DRAFT: Agreement = { form: 'written', facts: '事实', withoutPaper: null, partial: false, left: null, terms: [TERM], reachedAt: '2026-11-30T02:00:00.000Z', signatures: SIGNED };
const ROW: MediationFacts['row'] = { id: 'x', agency: 'committee', kind: 'people', parentId: null, source: 'request', matters: ['trademark-damages'], paper: null, courtStage: null, acceptedAt: null, parties: BOTH, members: [{ account: 'm-1', role: 'mediator' }] };
const facts = (row: Partial<MediationFacts['row']> = {}, input: Record<string, unknown> = {}): MediationFacts => ({ row: { ...ROW, ...row }, actor: { id: 'm-1', agencies: ['committee'] }, input });
type Name = keyof typeof MEDIATION_GUARDS;
const holds = (name: Name, row: Partial<MediationFacts['row']> = {}, input: Record<string, unknown> = {}): boolean => MEDIATION_GUARDS[name].holds(facts(row, input));

const everything = new Proxy({}, { get: () => ({ code: 'x', text: { zh: '', en: '' }, holds: () => true }), has: () => true, getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: { code: 'x', text: { zh: '', en: '' }, holds: () => true } }) });
const ask = (state: string | null, command: string, input: Record<string, unknown> = new Proxy({}, { getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: 'given' }), get: () => 'given' })): Decision => decide({ lifecycle: MEDIATION_LIFECYCLE, guards: everything, state, command, facts: {}, input });

/**
 * Typed from 人民调解法 art 17–33, 令121 art 18–27, 令81 art 63–70, 特邀调解规定 and 在线调解规则, never from the table. Each line: the state, then where each
 * command leads. A refusal is possible until mediation has begun; a withdrawal until it has ended; a penalty is nowhere.
 */
const ORACLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '': { open: 'requested', 'open-entrusted': 'arranging' },
  requested: {
    'accept-assignment': 'requested', 'decline-assignment': 'refused', 'serve-opinion-notice': 'awaiting-reply', 'record-consent': 'requested', 'record-refusal': 'refused', 'take-on': 'arranging', entrust: 'entrusted', 'record-clue': 'requested',
    terminate: 'terminated', withdraw: 'withdrawn', 'record-outcome': 'agreed', 'record-oral-outcome': 'agreed', 'record-failed-outcome': 'failed',
  },
  'awaiting-reply': { 'record-consent': 'consented', 'record-no-reply': 'refused', 'record-refusal': 'refused', withdraw: 'withdrawn' },
  consented: { file: 'arranging', withdraw: 'withdrawn' },
  arranging: {
    'record-refusal': 'refused', entrust: 'entrusted', 'name-mediators': 'arranging', 'schedule-session': 'mediating', 'record-statement': 'arranging', 'record-clue': 'arranging', terminate: 'terminated', withdraw: 'withdrawn',
    'record-outcome': 'agreed', 'record-oral-outcome': 'agreed', 'record-failed-outcome': 'failed',
  },
  mediating: {
    'name-mediators': 'mediating', 'schedule-session': 'mediating', 'move-session': 'mediating', 'cancel-session': 'mediating', 'record-session': 'mediating', 'record-statement': 'mediating', 'record-clue': 'mediating', 'reach-agreement': 'signing',
    'record-oral-agreement': 'agreed', 'record-failure': 'failed', terminate: 'terminated', withdraw: 'withdrawn', 'record-outcome': 'agreed', 'record-oral-outcome': 'agreed', 'record-failed-outcome': 'failed',
  },
  signing: { sign: 'signing', conclude: 'agreed', 'record-clue': 'signing', 'record-failure': 'failed', terminate: 'terminated', withdraw: 'withdrawn' },
  entrusted: { 'receive-back': 'entrusted-ended' },
  agreed: { 'return-to-court': 'returned' },
  refused: { 'notify-parties': 'closed', 'return-to-court': 'returned' },
  failed: { 'notify-parties': 'closed', 'return-to-court': 'returned' },
  terminated: { 'notify-parties': 'closed', 'return-to-court': 'returned' },
  withdrawn: { 'notify-parties': 'closed', 'return-to-court': 'returned' },
  closed: {}, returned: {}, 'entrusted-ended': {},
};
const COMMANDS = [...new Set(Object.values(ORACLE).flatMap((row) => Object.keys(row)))].sort();

describe('the lifecycle of a mediation', () => {
  it.each(Object.entries(ORACLE).flatMap(([state, row]) => COMMANDS.map((command) => ({ state, command, to: row[command] ?? 'not-allowed-now' }))))('$state: $command → $to', ({ state, command, to }) => {
    const decision = ask(state === '' ? null : state, command);
    expect(decision.ok ? decision.move.to : decision.reason).toBe(to);
  });

  it('has no state and no command that the oracle does not know', () => {
    expect(Object.keys(MEDIATION_LIFECYCLE.states).sort()).toEqual(Object.keys(ORACLE).filter((state) => state !== '').sort());
    expect([...new Set(MEDIATION_LIFECYCLE.moves.map(({ command }) => command))].sort()).toEqual(COMMANDS);
  });

  it('leads nowhere into the penalty: only to its terms, its confirmation, the mediation that it was entrusted from, and the court', () => {
    expect([...new Set(MEDIATION_LIFECYCLE.moves.flatMap(({ cascade = [] }) => cascade.map(({ subject, command }) => `${subject}.${command}`)))].sort()).toEqual(['agreement-term.open', 'civil-suit.receive-back', 'confirmation.open', 'mediation.open-entrusted', 'mediation.receive-back']);
  });

  it('stands still while a recusal is undecided: only refusals, ends and the record of a clue go on (办法第二十一条第二款)', () => {
    const going = MEDIATION_LIFECYCLE.moves.filter(({ from, guards = [] }) => ['arranging', 'mediating', 'signing'].includes(from ?? '') && !guards.includes('no-recusal-open'));
    expect([...new Set(going.map(({ command }) => command))].sort()).toEqual(['cancel-session', 'record-clue', 'record-failure', 'record-refusal', 'terminate', 'withdraw']);
  });

  it('lets members alone write what is said and agreed', () => {
    const among = MEDIATION_LIFECYCLE.moves.filter(({ guards = [] }) => guards.includes('is-member')).map(({ command }) => command);
    expect([...new Set(among)].sort()).toEqual(['conclude', 'reach-agreement', 'record-oral-agreement', 'record-session', 'record-statement', 'sign']);
  });

  const started = (state: string | null, command: string, row: Partial<MediationFacts['row']>, input: Record<string, unknown> = {}): string[] => {
    const move = MEDIATION_LIFECYCLE.moves.find((one: Move) => one.from === state && one.command === command);
    return (move?.clocks?.start ?? []).flatMap((start) => (typeof start === 'string' ? [start] : MEDIATION_GUARDS[start.when as Name].holds(facts(row, input)) ? [start.kind] : []));
  };

  it.each<[string, Partial<MediationFacts['row']>, Record<string, unknown>, string[]]>([
    ['people', {}, {}, ['mediation.people']], ['consumer', {}, {}, ['mediation.consumer']], ['consumer', {}, { carried: true }, []], ['administrative', {}, {}, ['mediation.administrative']], ['patent', {}, {}, ['patent-mediation.service']],
    ['patent', {}, { carried: true }, []], ['court-assigned', {}, {}, ['court-mediation.confirmation']],
  ])('a request for %s mediation %j %j starts %j', (kind, row, input, kinds) => {
    expect(started(null, 'open', { kind, ...row }, input)).toEqual(kinds);
  });

  it('an assignment runs thirty, fifteen or seven days by its stage; a filed patent dispute two months where it is over ownership', () => {
    expect(['before-filing', 'ordinary', 'simple'].map((courtStage) => started('requested', 'accept-assignment', { kind: 'court-assigned', courtStage }))).toEqual([['court-mediation.assigned'], ['court-mediation.entrusted'], ['court-mediation.entrusted-simple']]);
    expect([['patent-ownership'], ['inventorship']].map((matters) => started('consented', 'file', { kind: 'patent', matters }))).toEqual([['patent-mediation.ownership'], ['mediation.administrative']]);
  });

  it.each([['consumer', 'mediation.termination-notice'], ['entrusted', 'mediation.termination-notice'], ['people', 'mediation.end-notice'], ['administrative', 'mediation.end-notice'], ['court-assigned', 'mediation.end-notice'], ['patent', 'mediation.end-notice']])('%s: both sides are told by %s', (kind, clock) => {
    for (const [state, command] of [['mediating', 'record-failure'], ['mediating', 'terminate'], ['signing', 'withdraw']] as const) expect([command, started(state, command, { kind })]).toEqual([command, [clock]]);
    expect(started('requested', 'record-refusal', { kind })).toEqual([kind === 'patent' ? 'patent-mediation.refusal-notice' : clock]);
  });
});

describe('what can be mediated, and how it may end', () => {
  /** domain: 办法第十八条, 商标法第六十条, 令81第六十三条, 人民调解法第二条; nobody mediates a penalty, a crime or validity. */
  it.each<[string, string[]]>([
    ['consumer-dispute', ['people', 'entrusted', 'court-assigned', 'consumer']], ['trademark-damages', ['people', 'court-assigned', 'administrative']], ['patent-damages', ['people', 'court-assigned', 'patent']], ['patent-ownership', ['people', 'court-assigned', 'patent']],
    ['inventorship', ['people', 'court-assigned', 'patent']], ['service-invention-reward', ['people', 'court-assigned', 'patent']], ['interim-use-fee', ['people', 'court-assigned', 'patent']], ['other-patent-dispute', ['people', 'court-assigned', 'patent']],
    ['copyright-dispute', ['people', 'court-assigned']], ['other-civil-claim', ['people', 'court-assigned']], ['penalty', []], ['criminal-liability', []], ['validity', []],
  ])('%s: %j', (code, kinds) => {
    expect(MATTERS.find((matter) => matter.code === code)?.kinds).toEqual(kinds);
    const fits = ['people', 'entrusted', 'court-assigned', 'consumer', 'administrative', 'patent'].filter((kind) => holds('can-be-mediated', { kind, matters: [code] }));
    expect(fits.sort()).toEqual([...kinds].sort());
  });

  it('knows every matter, and nothing without one', () => {
    expect(MATTERS).toHaveLength(13);
    expect([holds('can-be-mediated', { matters: [] }), holds('can-be-mediated', { matters: ['trademark-damages', 'penalty'] })]).toEqual([false, false]);
  });

  it('has the eight grounds of 令121 第二十三条第一款, in their order, for a consumer complaint and nothing else', () => {
    const eight = TERMINATION_GROUNDS.filter(({ kinds }) => kinds.includes('consumer'));
    expect(eight.map(({ code, basis }) => [code, basis.article])).toEqual([
      ['withdrawn-or-settled', '第二十三条第一款第一项'], ['absent-or-refused', '第二十三条第一款第二项'], ['no-agreement-possible', '第二十三条第一款第三项'], ['testing-cost', '第二十三条第一款第四项'],
      ['sixty-days', '第二十三条第一款第五项'], ['not-acceptable', '第二十三条第一款第六项'], ['party-gone', '第二十三条第一款第七项'], ['other-by-law', '第二十三条第一款第八项'],
    ]);
    expect(eight.map(({ kinds }) => kinds)).toEqual(eight.map(() => ['consumer', 'entrusted']));
  });

  it.each([['people', ['party-demands', 'cannot-go-on']], ['administrative', ['party-demands', 'cannot-go-on']], ['patent', ['requester-absent', 'respondent-absent', 'cannot-go-on']], ['court-assigned', ['not-accepted', 'too-far-apart', 'term-over', 'cannot-go-on']]])('%s ends on %j', (kind, grounds) => {
    expect(TERMINATION_GROUNDS.map(({ code }) => code).filter((ground) => holds('ground-fits', { kind }, { ground }))).toEqual(grounds);
  });
});

describe('guards of a mediation', () => {
  it('consent: of both sides, refused by nobody (人民调解法第十七条)', () => {
    expect([BOTH, [party('p-1', 'claimant')], [], [...BOTH, party('p-3', 'respondent', 'refused')], [party('p-1', 'claimant'), party('p-2', 'claimant')]].map((parties) => holds('both-sides-consented', { parties }))).toEqual([true, false, false, false, false]);
    expect([holds('nobody-said-yes-before', {}, { party: 'p-1' }), holds('nobody-said-yes-before', {}, { party: 'p-9' })]).toEqual([false, true]);
    expect([holds('party-of-the-case', {}, { side: 'claimant' }), holds('party-of-the-case', {}, {})]).toEqual([true, false]);
    expect([holds('respondent-consents', {}, { side: 'respondent' }), holds('respondent-consents', {}, { side: 'claimant' })]).toEqual([true, false]);
    expect([['p-1', 'p-2'], ['p-1'], []].map((agreedBy) => holds('both-agree-to-entrust', {}, { agreedBy }))).toEqual([true, false, false]);
  });

  it.each([['people', ['mediation', 'public-institution']], ['court-assigned', ['mediation', 'public-institution']], ['entrusted', ['mediation', 'public-institution']], ['consumer', ['administrative', 'party']], ['administrative', ['administrative', 'party']], ['patent', ['administrative', 'party']]])('%s is conducted by %j', (kind, bodies) => {
    expect(['mediation', 'public-institution', 'administrative', 'party', 'judicial', undefined].filter((agencyKind) => holds('agency-fits', { kind }, { agencyKind }))).toEqual(bodies);
  });

  it('damages for a mark: only by the agency with a penalty procedure in the case', () => {
    const siblings = (agency: string): object[] => [{ id: 'y', kind: 'penalty', agency, state: 'investigating', ended: false, number: 'CF1' }];
    expect([holds('agency-handles-infringement', { kind: 'administrative' }, { siblings: siblings('committee') }), holds('agency-handles-infringement', { kind: 'administrative' }, { siblings: siblings('other') }), holds('agency-handles-infringement', { kind: 'administrative' }, { siblings: [] }), holds('agency-handles-infringement', { kind: 'administrative', source: 'complaint' }), holds('agency-handles-infringement', {}, {})]).toEqual([true, false, false, true, true]);
  });

  it('a suit that a court accepted bars the consumer complaint, not people’s mediation; one not accepted, or ended, bars nothing', () => {
    const suit = (state: string, ended = false): Record<string, unknown> => ({ siblings: [{ id: 's', kind: 'civil-suit', agency: 'cz-court', state, ended, number: 'SS1' }] });
    expect([holds('not-before-court', { kind: 'consumer' }, suit('first-instance')), holds('not-before-court', { kind: 'entrusted' }, suit('first-instance')), holds('not-before-court', { kind: 'people' }, suit('first-instance'))]).toEqual([false, false, true]);
    expect(['submitted', 'in-mediation', 'preservation-applied', 'preserved'].map((state) => holds('not-before-court', { kind: 'consumer' }, suit(state)))).toEqual([true, true, true, true]);
    expect(holds('not-before-court', { kind: 'consumer' }, suit('withdrawn', true))).toBe(true);
    expect(MEDIATION_GUARDS['not-before-court'].details(facts({}, suit('first-instance')))).toEqual([{ number: 'SS1' }]);
    expect([holds('suit-of-the-case', { kind: 'court-assigned', parentId: 's' }, suit('submitted')), holds('suit-of-the-case', { kind: 'court-assigned', parentId: 'z' }, suit('submitted')), holds('suit-of-the-case', { kind: 'court-assigned' })]).toEqual([true, false, true]);
  });

  it('papers: damages for a patent alone, and a fee before grant (令81 第六十三条第二款、第六十四条第三款)', () => {
    expect(['patent-damages', 'interim-use-fee', 'patent-ownership'].map((matter) => [holds('papers-for-matter', { kind: 'patent', matters: [matter] }), holds('papers-for-matter', { kind: 'patent', matters: [matter], paper: '1号' }), holds('papers-for-matter', { kind: 'people', matters: [matter] })])).toEqual([[false, true, true], [false, true, true], [true, true, true]]);
  });

  it('mediators: at least one, fit, and the one who presides is named', () => {
    expect([[{ account: 'a', role: 'mediator' }], [{ account: 'a', role: 'clerk' }], [], undefined].map((members) => holds('mediators-named', {}, { members }))).toEqual([true, false, false, false]);
    expect([holds('mediators-fit', {}, { unfit: [] }), holds('mediators-fit', {}, { unfit: ['a'] })]).toEqual([true, false]);
    expect([holds('has-mediator'), holds('has-mediator', { members: [{ account: 'c', role: 'clerk' }] })]).toEqual([true, false]);
    expect(['m-1', 'm-2', undefined].map((mediator) => holds('mediator-of-this', {}, { mediator }))).toEqual([true, false, true]);
    expect([holds('organisation-fits', {}, { organisationKind: 'mediation' }), holds('organisation-fits', {}, { organisationKind: 'administrative' }), holds('organisation-fits')]).toEqual([true, false, false]);
  });

  it('sessions: an end after the beginning; a place on site, a way to join elsewhere', () => {
    const times = { startsAt: '2026-12-01T01:00:00.000Z', endsAt: '2026-12-01T02:00:00.000Z' };
    const cases: [Record<string, unknown>, boolean][] = [[{ ...times, mode: 'on-site', place: '室' }, true], [{ ...times, mode: 'on-site', link: 'x' }, false], [{ ...times, mode: 'video', link: 'x' }, true], [{ ...times, mode: 'video', place: '室' }, false], [{ startsAt: times.endsAt, endsAt: times.startsAt, mode: 'on-site', place: '室' }, false], [{ startsAt: times.startsAt, endsAt: times.startsAt, mode: 'on-site', place: '室' }, false]];
    expect(cases.map(([input]) => holds('session-in-order', {}, input))).toEqual(cases.map(([, fits]) => fits));
    expect(['planned', 'held', undefined].map((sessionState) => holds('session-planned', {}, { sessionState }))).toEqual([true, false, false]);
  });

  it.each([['people', undefined, true], ['court-assigned', undefined, true], ['consumer', undefined, false], ['consumer', 'both-agree', true], ['consumer', 'performed-at-once', true], ['entrusted', 'both-agree', true], ['patent', 'both-agree', false], ['administrative', 'performed-at-once', false]])('%s without a paper because %s: %s', (kind, withoutPaper, fits) => {
    expect(holds('oral-allowed', { kind }, { withoutPaper })).toBe(fits);
  });

  it('agreements: terms between those who consented, what is left told, signed by all', () => {
    expect([[TERM], [], [{ ...TERM, debtor: 'p-1' }], [{ ...TERM, debtor: 'p-9' }]].map((terms) => holds('terms-in-order', {}, { terms }))).toEqual([true, false, false, false]);
    expect([holds('left-where-partial', {}, { partial: false }), holds('left-where-partial', {}, { partial: true, left: '其余' }), holds('left-where-partial', {}, { partial: true }), holds('left-where-partial', {}, { partial: true, left: ' ' })]).toEqual([true, true, false, false]);
    expect([{ draft: DRAFT }, { draft: { ...DRAFT, signatures: SIGNED.slice(1) } }, { draft: null }, {}].map((input) => holds('signed-by-all', {}, input))).toEqual([true, false, false, false]);
    const waiting = { draft: { ...DRAFT, signatures: SIGNED.slice(0, 1) } };
    expect(['p-1', 'p-2', 'm-1', 'm-2'].map((signer) => holds('signer-concerned', {}, { ...waiting, signer }))).toEqual([false, true, true, false]);
  });

  it('whoever asks for it consents by asking; what was said otherwise stays', () => {
    const refused = { party: 'a', side: 'claimant' as const, consent: 'refused' as const, consentAt: '2026-11-01T00:00:00.000Z', how: 'letter' };
    expect(withRequest([refused], ['a', 'b'], new Date('2026-11-02T00:00:00Z'))).toEqual([refused, { party: 'b', side: 'claimant', consent: 'given', consentAt: '2026-11-02T00:00:00.000Z', how: 'request' }]);
  });

  it('ends: time is over only where it is; both sides are told; the courts’ own go back', () => {
    expect([['sixty-days', true], ['sixty-days', false], ['term-over', undefined], ['party-gone', false]].map(([ground, termOverdue]) => holds('time-over-where-claimed', {}, { ground, termOverdue }))).toEqual([true, false, false, true]);
    expect([['claimant', 'respondent'], ['claimant'], ['claimant', null], undefined].map((toldSides) => holds('both-told', {}, { toldSides }))).toEqual([true, false, false, false]);
    expect([false, true, undefined].map((toldImpossible) => holds('told-when-possible', {}, { toldImpossible }))).toEqual([true, false, true]);
    expect(['people', 'entrusted', 'court-assigned', 'consumer', 'administrative', 'patent'].map((kind) => [holds('of-the-court', { kind }), holds('not-of-the-court', { kind }), holds('outcome-by-body', { kind })])).toEqual([
      [false, true, true], [false, true, true], [true, false, true], [false, true, false], [false, true, false], [false, true, false],
    ]);
    expect([holds('reply-overdue', {}, { replyOverdue: true }), holds('reply-overdue')]).toEqual([true, false]);
    expect([holds('assignment-open'), holds('assignment-open', { acceptedAt: new Date() }), holds('assignment-taken', { kind: 'court-assigned' }), holds('assignment-taken', { kind: 'court-assigned', acceptedAt: new Date() }), holds('assignment-taken')]).toEqual([true, false, false, true, true]);
  });

  it('an outcome at once says everything: consents, mediators, sessions, signatures of a written agreement', () => {
    const whole = { consents: BOTH, members: [{ account: 'm-1', role: 'mediator' }], sessions: [{}], terms: [TERM], form: 'written', signatures: SIGNED };
    const missing = (more: Record<string, unknown>): unknown => MEDIATION_GUARDS['outcome-complete'].details(facts({}, { ...whole, ...more }));
    expect([missing({}), missing({ consents: [BOTH[0]] }), missing({ members: [] }), missing({ sessions: [] }), missing({ signatures: SIGNED.slice(1) }), missing({ form: 'oral', signatures: [] }), missing({ terms: undefined, signatures: [] })]).toEqual([
      [], ['consents', 'signature p-2'].slice(0, 1), ['mediators'], ['sessions'], ['signature p-1'], [], [],
    ]);
    expect([holds('outcome-complete', {}, whole), holds('outcome-complete', {}, { ...whole, sessions: [] })]).toEqual([true, false]);
  });

  it('each has a code of its own and a text in both languages', () => {
    const guards = Object.values(MEDIATION_GUARDS);
    expect(new Set(guards.map(({ code }) => code)).size).toBe(guards.length);
    for (const { code, text } of guards) expect([code, text.zh.trim() !== '', text.en.trim() !== '']).toEqual([expect.stringMatching(/^mediation\.[a-z-]+$/), true, true]);
  });
});

describe('rules of a mediation', () => {
  it('what a court confirms: agreements of mediation bodies; of agencies only where it is tried out; none after filing', () => {
    expect([['people', null], ['court-assigned', 'before-filing'], ['court-assigned', 'ordinary'], ['court-assigned', 'simple'], ['consumer', null], ['administrative', null], ['patent', null], ['entrusted', null]].map(([kind, stage]) => confirmable(String(kind), stage ?? null))).toEqual(['yes', 'yes', 'no', 'no', 'explored', 'explored', 'explored', 'explored']);
  });

  it('takes effect with the last signature; an oral one when it was reached (人民调解法第二十九条、第三十条)', () => {
    expect([effectiveAt(DRAFT), effectiveAt({ ...DRAFT, signatures: [] }), effectiveAt({ ...DRAFT, form: 'oral' })]).toEqual(['2026-12-03T02:00:00.000Z', '2026-11-30T02:00:00.000Z', '2026-11-30T02:00:00.000Z']);
  });

  it.each<[string, string, boolean, string, string]>([
    ['consumer-complaint', 'none', false, 'consumer', 'consumer-dispute'], ['consumer-complaint', 'none', true, 'people', 'consumer-dispute'], ['patent-mediation', 'patent', false, 'patent', 'other-patent-dispute'], ['patent-mediation', 'patent', true, 'people', 'other-patent-dispute'],
    ['right-holder-request', 'trademark', true, 'people', 'trademark-damages'], ['right-holder-request', 'trademark', false, 'administrative', 'trademark-damages'], ['right-holder-request', 'copyright', true, 'people', 'copyright-dispute'], ['right-holder-request', 'plant_variety', true, 'people', 'other-civil-claim'],
  ])('a %s about %s, with a body of mediators: %s, asks for %s mediation of %s', (classification, rightType, byBody, kind, matter) => {
    expect(askedFor({ classification, rightType, byBody })).toEqual({ kind, matter });
    if (kind !== 'administrative') expect(holds('can-be-mediated', { kind, matters: [matter] })).toBe(true);
  });

  it('who has not signed, which side somebody is on, and what was said last', () => {
    expect([missingSignatures(BOTH, ['m-1', 'm-2'], SIGNED), missingSignatures([...BOTH, party('p-3', 'respondent', 'refused')], ['m-1'], SIGNED), missingSignatures(BOTH, ['p-1'], SIGNED)]).toEqual([['m-2'], [], ['p-1']]);
    expect(['complainant-right-holder', 'respondent', 'agent', 'platform', 'third-party', 'witness'].map(sideOf)).toEqual(['claimant', 'respondent', null, null, null, null]);
    expect(withConsent(BOTH, party('p-1', 'claimant', 'refused'))).toEqual([BOTH[1], party('p-1', 'claimant', 'refused')]);
    expect([bothSides(BOTH), bothSides([])]).toEqual([true, false]);
    expect(termProblems([TERM, { ...TERM, creditor: 'p-2' }], BOTH)).toEqual(['term-2: same-party']);
  });
});
