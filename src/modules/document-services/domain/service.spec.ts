import { describe, expect, it } from '@jest/globals';
import { decide } from '../../../kernel/lifecycle/index.js';
import { SERVICE_MODES, SERVICE_WAYS } from '../data/modes.data.js';
import { PUBLIC_NOTICE_GUARDS, type NoticeFacts } from './public-notice.guards.js';
import { PUBLIC_NOTICE_LIFECYCLE } from './public-notice.lifecycle.js';
import { serviceGuards, servesKind, type ServiceFacts } from './service.guards.js';
import { lacking, wayOf, type ServiceProof, type Serving } from './service.rules.js';

/** Typed from 令2 第八十一条至第八十三条 and 民事诉讼法第八十八条至第九十五条: mode, way, what proves it, how many serve, on what confirmation, article. */
const ORACLE: readonly (readonly [string, string, string, number, string, string])[] = [
  ['personal', 'left-at-confirmed-address', 'leftAtConfirmedAddress', 1, 'address', '第八十三条'],
  ['personal', 'signed', 'receivedBy', 1, '', '第八十一条、第八十二条第一项'],
  ['lien', 'witnessed', 'refusal witnesses', 2, '', '第八十二条第二项'],
  ['lien', 'recorded', 'refusal recordings', 2, '', '第八十二条第二项'],
  ['electronic', 'arrived', 'channel recordings', 1, 'electronic', '第八十二条第三项'],
  ['postal', 'returned', 'trackingNumber returned', 1, 'address', '第八十三条第二款'],
  ['postal', 'received', 'trackingNumber receivedBy', 1, '', '第八十二条第四项'],
  ['entrusted', 'signed', 'through receivedBy', 1, '', '第八十二条第四项'],
  ['transferred', 'signed', 'through receivedBy', 1, '', '第八十二条第四项'],
  ['public-notice', 'period-over', 'notice', 1, '', '第八十二条第五项'],
  ['told', 'told', 'channel', 1, '', '式样五至八、十注'],
];

describe('modes of service', () => {
  it('are those of the rules, each with its proof', () => {
    expect(SERVICE_WAYS.map(({ mode, way, needs, servers, confirmed = '', basis: { article, status } }) => [mode, way, needs.join(' '), servers, confirmed, article, status])).toEqual(ORACLE.map((row) => [...row, 'verified']));
    expect(Object.keys(SERVICE_MODES).sort()).toEqual([...new Set(ORACLE.map(([mode]) => mode))].sort());
  });

  it.each<[string, ServiceProof, string | undefined]>([
    ['personal', { receivedBy: 'agent' }, 'signed'], ['personal', {}, undefined], ['personal', { receivedBy: '  ' }, undefined], ['lien', { refusal: '拒收', witnesses: [] }, undefined], ['lien', { refusal: '拒收', witnesses: ['w'] }, 'witnessed'],
    // What came back did not arrive, even where somebody wrote a receiver down.
    ['postal', { trackingNumber: '1', returned: true, receivedBy: 'recipient' }, 'returned'], ['postal', { trackingNumber: '1', receivedBy: 'mailroom' }, 'received'], ['shouting', { receivedBy: 'recipient' }, undefined],
  ])('%s with %j is proved as %s', (mode, proof, way) => {
    expect(wayOf(SERVICE_WAYS, mode, proof)?.way).toBe(way);
  });

  it('says what each way still lacks', () => {
    expect(lacking(SERVICE_WAYS, 'lien', { refusal: '拒收' }).map(({ way, missing }) => [way, missing])).toEqual([['witnessed', ['witnesses']], ['recorded', ['recordings']]]);
  });
});

describe('guards of a command that serves', () => {
  const SERVING: Serving = { document: { id: 'd', kind: 'penalty-notice', subjectId: 'p', caseId: 'c', issuedOn: '2026-11-20', withdrawn: false }, party: { id: 'r', live: true }, served: false, confirmation: null, notice: null, servedOn: '2026-11-23', today: '2026-11-23' };
  const GUARDS = serviceGuards(SERVICE_WAYS);
  const facts = (serving: Partial<Serving> | null = {}, more: Record<string, unknown> = {}): ServiceFacts => ({ row: { id: 'p' }, input: { mode: 'personal', servers: ['a'], proof: { receivedBy: 'recipient' }, ...more, ...(serving === null ? {} : { serving: { ...SERVING, ...serving } }) } });
  const failing = (given: ServiceFacts): string[] => Object.entries(GUARDS).filter(([, { holds }]) => !holds(given)).map(([name]) => name);
  const DOCUMENT = SERVING.document as NonNullable<Serving['document']>;

  it('hold for a document of the proceeding, signed for by a party', () => {
    expect(failing(facts())).toEqual([]);
  });

  it('fail where nothing was gathered', () => {
    expect(failing(facts(null))).toEqual(['document-is-of-this-proceeding', 'recipient-is-party', 'mode-has-its-proof', 'served-in-time']);
  });

  it.each<[string, Partial<Serving>, Record<string, unknown>, string, unknown]>([
    ['no document', { document: null }, {}, 'document-is-of-this-proceeding', { reason: 'not-of-this-proceeding' }],
    ['a document of another proceeding', { document: { ...DOCUMENT, subjectId: 'q' } }, {}, 'document-is-of-this-proceeding', { reason: 'not-of-this-proceeding' }],
    ['a document that was withdrawn', { document: { ...DOCUMENT, withdrawn: true } }, {}, 'document-is-of-this-proceeding', { reason: 'withdrawn' }],
    ['a document that was served', { served: true }, {}, 'document-is-of-this-proceeding', { reason: 'served-already' }],
    ['a recipient outside the case', { party: null }, {}, 'recipient-is-party', undefined],
    ['a recipient who was removed', { party: { id: 'r', live: false } }, {}, 'recipient-is-party', undefined],
    ['a day before the document', { servedOn: '2026-11-19' }, {}, 'served-in-time', undefined],
    ['a day ahead', { servedOn: '2026-11-24' }, {}, 'served-in-time', undefined],
    ['electronic service over another way than was agreed', { confirmation: { channels: ['email'] } }, { mode: 'electronic', proof: { channel: 'sms', recordings: ['x'] } }, 'mode-has-its-proof', expect.objectContaining({ reason: 'electronic-not-agreed' })],
    ['two servers who are one', {}, { mode: 'lien', servers: ['a', 'a'], proof: { refusal: '拒收', recordings: ['x'] } }, 'mode-has-its-proof', expect.objectContaining({ reason: 'servers' })],
    ['a notice whose period is over on another day', { notice: { servedOn: '2026-11-22' } }, { mode: 'public-notice', proof: { notice: 'n' } }, 'mode-has-its-proof', expect.objectContaining({ reason: 'served-on-another-day', servedOn: '2026-11-22' })],
    ['a decision that was only told', {}, { mode: 'told', proof: { channel: 'telephone' } }, 'mode-has-its-proof', expect.objectContaining({ reason: 'mode-not-open-to-document' })],
  ])('refuse %s', (_, serving, more, guard, details) => {
    const given = facts(serving, more);
    expect(failing(given)).toContain(guard);
    const { onInput, details: tell } = GUARDS[guard as keyof typeof GUARDS];
    expect([onInput, tell?.(given)]).toEqual([true, details]);
  });

  it.each<[string, Partial<Serving>, Record<string, unknown>]>([
    ['two who leave it on film', {}, { mode: 'lien', servers: ['a', 'b'], proof: { refusal: '拒收', recordings: ['x'] } }],
    ['what was agreed to', { confirmation: { channels: ['sms'] } }, { mode: 'electronic', proof: { channel: 'sms', recordings: ['x'] } }],
    ['what came back from a confirmed address', { confirmation: { channels: [] } }, { mode: 'postal', proof: { trackingNumber: '1', returned: true } }],
    ['the day after a notice', { notice: { servedOn: '2026-11-23' } }, { mode: 'public-notice', proof: { notice: 'n' } }],
    ['a complainant on the telephone', { document: { ...DOCUMENT, kind: 'complaint-acceptance' } }, { mode: 'told', proof: { channel: 'telephone' } }],
  ])('let %s pass', (_, serving, more) => {
    expect(failing(facts(serving, more))).toEqual([]);
  });

  it('know the kinds that a step serves', () => {
    const guard = servesKind('penalty-notice', 'hearing-notice');
    expect([guard.holds(facts()), guard.holds(facts({ document: { ...DOCUMENT, kind: 'penalty-decision' } })), guard.details?.(facts())]).toEqual([true, false, { kinds: ['penalty-notice', 'hearing-notice'] }]);
  });
});

describe('the public-notice lifecycle', () => {
  const NOW = Date.parse('2026-11-23T03:00:00Z');
  const FACTS: NoticeFacts = { row: { agency: 'a', caseId: 'c' }, actor: { agencies: ['a'] }, input: { now: NOW, documentStands: true, recipientLive: true, ground: 'whereabouts-unknown', reason: 'r', places: ['website'], publishedAt: '2026-11-23T02:00:00Z', content: 'c', rights: 'r' } };
  const ask = (state: string | null, command: string, facts: NoticeFacts = FACTS): ReturnType<typeof decide> => decide({ lifecycle: PUBLIC_NOTICE_LIFECYCLE, guards: PUBLIC_NOTICE_GUARDS, state, command, facts, input: facts.input });
  /** order, publish, complete, revoke */
  const MATRIX: readonly (readonly [string | null, string, string, string, string])[] = [
    [null, 'ordered', '-', '-', '-'], ['ordered', '-', 'published', '-', 'revoked'], ['published', '-', '-', 'completed', 'revoked'], ['completed', '-', '-', '-', '-'], ['revoked', '-', '-', '-', '-'],
  ];

  it.each(MATRIX)('%s', (state, ...row) => {
    expect(['order', 'publish', 'complete', 'revoke'].map((command) => ask(state, command)).map((decision) => (decision.ok ? decision.move.to : '-'))).toEqual(row);
  });

  it('counts its period from the publication, and time ends it', () => {
    const published = ask('ordered', 'publish');
    expect(published.ok && [published.move.clocks, published.move.document]).toEqual([{ start: ['service.public-notice'] }, 'service-announcement']);
    const completed = ask('published', 'complete');
    expect(completed.ok && [completed.move.carried, completed.move.guards, completed.move.clocks]).toEqual([true, undefined, { lapse: ['service.public-notice'] }]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['a document that does not stand', { documentStands: false }, ['public-notice.document-unfit']], ['the board alone', { places: ['bulletin-board'], recordings: ['x'] }, ['public-notice.place-insufficient']],
    ['the board and the residence without a picture', { places: ['bulletin-board', 'residence'] }, ['public-notice.place-insufficient']], ['tomorrow', { publishedAt: '2026-11-24T02:00:00Z' }, ['public-notice.not-yet-published']],
  ])('is not published with %s', (_, input, codes) => {
    const decision = ask('ordered', 'publish', { ...FACTS, input: { ...FACTS.input, ...input } });
    expect(decision.ok ? [] : decision.failed.map(({ code }) => code)).toEqual(codes);
  });

  it.each([[['newspaper'], []], [['website', 'bulletin-board'], []], [['bulletin-board', 'residence'], ['照片-1']]])('is published in %j with %j', (places, recordings) => {
    expect(ask('ordered', 'publish', { ...FACTS, input: { ...FACTS.input, places, recordings } }).ok).toBe(true);
  });

  it('belongs to its agency, and serves somebody in the case', () => {
    expect(ask('ordered', 'revoke', { ...FACTS, actor: { agencies: ['b'] } })).toMatchObject({ failed: [{ code: 'public-notice.foreign-agency' }] });
    expect(ask(null, 'order', { ...FACTS, input: { ...FACTS.input, recipientLive: false } })).toMatchObject({ failed: [{ code: 'public-notice.recipient-unfit' }] });
  });
});
