import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decrypt } from '../../../src/platform/security/vault/field-cipher.js';
import { parseKeyRing } from '../../../src/platform/security/vault/key-ring.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { consumerComplaint, report } from '../../support/builders.js';

const ENDS = (day: string): string => `${day}T15:59:59.999Z`;

/** What runs for the matter and for the answer that is owed. */
const clocksOf = (body: Json): Json[] => [...body.deadlines, ...(body.reply?.deadlines ?? [])];

describe('POST /v1/complaints', () => {
  let app: TestApp;
  let operator: Client;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-10-30T10:00:00+08:00' });
    operator = await app.as('hotline-operator');
  });
  afterAll(() => app.close());

  const counted = async (): Promise<Json> => (await app.sql.admin('SELECT (SELECT count(*)::int FROM complaint) AS complaints, (SELECT count(*)::int FROM ledger_entry) AS entries, (SELECT count(*)::int FROM outbox) AS outbox, (SELECT count(*)::int FROM vault.record) AS sealed, (SELECT count(*)::int FROM deadline) AS clocks, (SELECT count(*)::int FROM routing_decision) AS routed'))[0];
  const pathsOf = (body: Json): string[] => body.errors.map(({ path }: Json) => path);
  const codesOf = (body: Json): string[] => body.errors.map(({ path, code }: Json) => `${path} ${code}`);

  describe('refuses', () => {
    const WRONG = {
      channel: 'fax', sourceSystem: '', externalNumber: 'a b', requestType: 'x', region: '999999', matter: 'm', realName: 'yes', reporter: { name: '', phone: 5, documentType: 'x', nickname: 'z' },
      target: {}, right: { type: 'x', holder: 'y', niceClasses: [0, 46] }, facts: '', border: 'no', receivedAt: '2026-11-20 10:00', surprise: 1,
    };
    const PATHS = ['border', 'channel', 'externalNumber', 'facts', 'matter', 'realName', 'receivedAt', 'region', 'reporter.documentType', 'reporter.name', 'reporter.nickname', 'reporter.phone', 'requestType', 'right.holder', 'right.niceClasses', 'right.type', 'sourceSystem', 'surprise', 'target.name'];

    it.each([['en', /^[^\p{Script=Han}]+$/u], ['zh-CN', /\p{Script=Han}/u]])('every wrong field at once, by its path, in %s, and writes nothing', async (language, text) => {
      const before = await counted();
      const answer = await operator.post('/v1/complaints', WRONG, { 'accept-language': language });
      expect([answer.status, answer.body.code, answer.headers.get('content-language')]).toEqual([400, 'request.invalid', language]);
      expect([...new Set(pathsOf(answer.body))].sort()).toEqual(PATHS);
      for (const { path, message } of answer.body.errors) expect([path, message]).toEqual([path, expect.stringMatching(text)]);
      expect(await counted()).toEqual(before);
    });

    it.each<[string, Record<string, unknown>, string[]]>([
      ['a consumer complaint without addresses', { reporter: { name: '陈测试', phone: '13800000000' }, target: { name: '某店（测试）' } }, ['reporter.address address-required', 'target.address address-required']],
      ['an anonymous consumer complaint', { realName: false, reporter: undefined }, ['realName consumer-complaint-needs-name']],
      ['a consumer complaint under a real name that is not given', { reporter: undefined }, ['reporter reporter-required']],
      ['a reporter on an anonymous report', { livingConsumption: false, realName: false }, ['reporter reporter-not-allowed']],
      ['a holder of no right', { right: { type: 'none', holder: 'self' } }, ['right.holder no-right-to-hold']],
      ['receipt before the call', { hotlineReceivedAt: '2026-10-20T10:00:00+08:00', receivedAt: '2026-10-20T09:59:59+08:00' }, ['receivedAt received-before-hotline']],
      ['a day that does not exist', { receivedAt: '2026-02-30T10:00:00+08:00' }, ['receivedAt isInstant']],
      ['a second that no clock of ours can hold', { receivedAt: '2026-10-20T10:00:60+08:00' }, ['receivedAt isInstant']],
      ['a time of tomorrow', { receivedAt: '2026-10-31T10:00:00+08:00' }, ['receivedAt in-the-future']],
      ['a time before any law that is known', { receivedAt: '2001-01-01T10:00:00+08:00' }, ['receivedAt before-known-law']],
      ['a party that is only a name', { target: 'a shop' }, ['target nestedValidation', 'target.address address-required']],
    ])('%s', async (_, change, codes) => {
      const before = await counted();
      const { status, body } = await operator.post('/v1/complaints', consumerComplaint(change));
      expect([status, codesOf(body)]).toEqual([400, codes]);
      expect(await counted()).toEqual(before);
    });

    it.each<[string, unknown]>([['nothing', undefined], ['a list', []], ['text', 'report'], ['null', null]])('%s instead of an object', async (_, body) => {
      expect((await operator.post('/v1/complaints', body)).status).toBe(400);
    });

    it('accounts that do not file', async () => {
      for (const role of ['enforcement-officer', 'oversight', 'administrator', 'statistician']) expect([role, (await (await app.as(role)).post('/v1/complaints', report())).status]).toEqual([role, 403]);
    });
  });

  describe('takes', () => {
    it('an anonymous report, without any record of a person', async () => {
      const { status, body } = await operator.post('/v1/complaints', report({ realName: false, reporter: undefined }));
      expect(status).toBe(201);
      expect(await app.sql.admin('SELECT part, phone_index FROM vault.record WHERE subject_id = $1', [body.id])).toEqual([{ part: 'submission', phone_index: null }]);
      expect(await app.sql.admin('SELECT real_name FROM complaint WHERE id = $1', [body.id])).toEqual([{ real_name: false }]);
    });

    it('a number with a wrong check digit: with a warning, as it was read out', async () => {
      const { status, body } = await operator.post('/v1/complaints', report({ target: { name: '某厂（测试）', uscc: ' 91445103ma00tqt276 ' } }));
      expect(status).toBe(201);
      expect(body.warnings).toMatchObject([{ path: 'target.uscc', code: 'check_digit_mismatch' }]);
      expect(await app.sql.admin('SELECT target_uscc FROM complaint WHERE id = $1', [body.id])).toEqual([{ target_uscc: '91445103MA00TQT276' }]);
      const right = await operator.post('/v1/complaints', report());
      expect(right.body.warnings).toEqual([]);
    });

    it('the words as they came into the vault, verbatim', async () => {
      const sent = consumerComplaint({ facts: '  我叫欧阳测试，\n电话 139-0000-0000。\t“原话”\u3000照录 ', hotlineReceivedAt: '2026-10-20T08:00:00.5+08:00' });
      // Odd spacing and an escaped character: what is kept is the text, not what a parser makes of it.
      const text = `${JSON.stringify(sent, null, 3).replace('"facts"', '"\\u0066acts"')}\n`;
      const answer = await fetch(`${app.url}/v1/complaints`, { method: 'POST', headers: { authorization: `Bearer ${operator.token}`, 'content-type': 'application/json', 'idempotency-key': 'verbatim-1' }, body: text });
      expect(answer.status).toBe(201);
      const body = (await answer.json()) as { id: string };
      const rows = await app.sql.admin<{ part: string; ciphertext: string }>('SELECT part, ciphertext FROM vault.record WHERE subject_id = $1 ORDER BY part', [body.id]);
      const opened = rows.map(({ part, ciphertext }) => decrypt(parseKeyRing(app.config.VAULT_KEYS ?? ''), ciphertext, `vault:${part}:${body.id}`));
      expect(rows.map(({ part }) => part)).toEqual(['reporter', 'submission']);
      expect(JSON.parse(opened[0] ?? '')).toEqual(sent['reporter']);
      expect(opened[1]).toBe(text);
      const [stored] = await app.sql.admin<{ facts: string }>('SELECT facts FROM complaint WHERE id = $1', [body.id]);
      expect(stored?.facts).toBe('  我叫〔举报人〕，\n电话 〔电话〕。\t“原话”\u3000照录 ');
    });

    it('null for what the sender leaves out', async () => {
      expect((await operator.post('/v1/complaints', report({ db44Node: null, receivedAt: null, border: null, right: { type: 'trademark', number: null, holder: 'none' } }))).status).toBe(201);
    });

    it('what a system of another agency sends, in its own name', async () => {
      const system = await app.as('system-client');
      const { status, body } = await system.post('/v1/complaints', report());
      expect(status).toBe(201);
      expect(await app.sql.admin('SELECT intake_agency FROM complaint WHERE id = $1', [body.id])).toEqual([{ intake_agency: 'cz-hotline-12345' }]);
    });
  });

  describe('by its natural key', () => {
    it('returns the same complaint for the same content, under another Idempotency-Key and in another order of members', async () => {
      const sent = report({ receivedAt: '2026-10-20T10:00:00+08:00' });
      const first = await operator.post('/v1/complaints', sent);
      const before = await counted();
      const again = await operator.post('/v1/complaints', Object.fromEntries(Object.entries(sent).reverse()));
      expect([first.status, again.status]).toEqual([201, 200]);
      expect(again.body).toEqual({ ...first.body, outcome: 'already-filed' });
      expect(again.headers.get('etag')).toBe('"1"');
      expect(await counted()).toEqual(before);
    });

    it('keeps other content under the number as a revision, tells so, and leaves what was filed as it is', async () => {
      const sent = report();
      const first = await operator.post('/v1/complaints', sent);
      const before = await counted();
      const other = await operator.post('/v1/complaints', { ...sent, facts: '补充：对方在另一处仍在销售。', target: { ...(sent['target'] as object), address: '彩塘镇测试路9号' } });
      expect([other.status, other.body.outcome, other.body.revision, other.body.id]).toEqual([200, 'revised', 1, first.body.id]);
      const again = await operator.post('/v1/complaints', { ...sent, facts: '补充：对方在另一处仍在销售。', target: { ...(sent['target'] as object), address: '彩塘镇测试路9号' } });
      expect([again.status, again.body.outcome, again.body.revision]).toEqual([200, 'already-filed', 1]);
      const whose = await operator.post('/v1/complaints', { ...sent, reporter: { name: '陈测试', phone: '13800000001' } });
      expect([whose.status, whose.body.outcome, whose.body.revision]).toEqual([200, 'revised', 2]);
      expect((await operator.post('/v1/complaints', sent)).body).toMatchObject({ outcome: 'already-filed', revision: 0 });
      expect((await operator.get(`/v1/complaints/${first.body.id}/revisions`)).body.items).toMatchObject([{ revision: 1, changed: ['target.address', 'facts'], facts: '补充：对方在另一处仍在销售。' }, { revision: 2, changed: ['reporter'] }]);
      expect((await operator.get(`/v1/complaints/${first.body.id}`)).body).toMatchObject({ revision: 2, facts: sent['facts'], version: 1 });
      expect(await counted()).toMatchObject({ complaints: before.complaints, clocks: before.clocks, entries: before.entries + 2, outbox: before.outbox + 2, sealed: before.sealed + 4 });
    });

    it('makes one revision of ten that are sent at once', async () => {
      const sent = report();
      const { body } = await operator.post('/v1/complaints', sent);
      const answers = await Promise.all(Array.from({ length: 10 }, () => operator.post('/v1/complaints', { ...sent, facts: '另一内容' })));
      expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
      expect((await operator.get(`/v1/complaints/${body.id}/revisions`)).body.items).toHaveLength(1);
    });

    it('tells another desk that the number is taken, and nothing more', async () => {
      const sent = report();
      await operator.post('/v1/complaints', sent);
      const stranger = await app.as('hotline-operator', 'cz-court');
      for (const body of [sent, { ...sent, facts: '另一内容' }]) {
        const refused = await stranger.post('/v1/complaints', body);
        expect([refused.status, refused.body.code, refused.body.receiptNumber, refused.body.complaintId]).toEqual([409, 'complaint.natural-key-taken', undefined, undefined]);
      }
    });

    it('makes one complaint of twenty that are sent at once', async () => {
      const sent = report();
      const before = await counted();
      const answers = await Promise.all(Array.from({ length: 20 }, () => operator.post('/v1/complaints', sent)));
      expect(answers.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 19 }, () => 200), 201]);
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
      expect(new Set(answers.map(({ body }) => body.receiptNumber)).size).toBe(1);
      expect(await counted()).toEqual({ complaints: before.complaints + 1, entries: before.entries + 2, outbox: before.outbox + 2, sealed: before.sealed + 2, clocks: before.clocks + 2, routed: before.routed + 1 });
    });
  });

  describe('names it in law, routes it and puts it on the clock', () => {
    /*
     * The call on Thursday 2026-09-17, receipt on Friday 2026-09-18. Counted by hand with the notice for 2026: Sunday 09-20 is worked, 09-25 to 09-27
     * and 10-01 to 10-07 are free, Saturday 10-10 is worked. From receipt: 2nd working day 09-21, 5th 09-24, 7th 09-29, 10th 10-09, 15th 10-15. From the
     * call, one earlier: 2nd 09-20, 10th 10-08, 15th 10-14.
     */
    const TIMES = { hotlineReceivedAt: '2026-09-17T09:00:00+08:00', receivedAt: '2026-09-18T10:00:00+08:00' };
    const holder = (type: string): Record<string, unknown> => ({ right: { type, holder: 'self' } });
    const none: Record<string, unknown> = { right: { type: 'none', holder: 'none' } };
    type Expected = { classification: string; rule: string; track: string; agency: string; clocks: Record<string, string> };
    const CASES: [string, Record<string, unknown>, Expected][] = [
      ['a report over 12345', report(), { classification: 'report', rule: 'trademark', track: 'administrative', agency: 'chaoan-market-regulation', clocks: { 'report.verification': '2026-10-15', 'hotline12345.complaint': '2026-10-14' } }],
      ['a report over 12315, which has no clock of the 12345 line', report({ channel: 'hotline-12315' }), { classification: 'report', rule: 'trademark', track: 'administrative', agency: 'chaoan-market-regulation', clocks: { 'report.verification': '2026-10-15', 'reply.12315': '2026-10-14' } }],
      ['a consumer complaint over 12345', consumerComplaint(), { classification: 'consumer-complaint', rule: 'consumer-dispute', track: 'mediation', agency: 'chaoan-market-regulation', clocks: { 'complaint.acceptance': '2026-09-29', 'hotline12345.complaint': '2026-10-14' } }],
      ['a consumer complaint over 12315', consumerComplaint({ channel: 'hotline-12315' }), { classification: 'consumer-complaint', rule: 'consumer-dispute', track: 'mediation', agency: 'chaoan-market-regulation', clocks: { 'complaint.acceptance': '2026-09-29', 'reply.12315': '2026-10-14' } }],
      ['a consultation over 12345', report({ requestType: 'consultation' }), { classification: 'consultation', rule: 'consultation', track: 'outside', agency: 'cz-ip-intake', clocks: { 'service.first-response': '2026-09-29', 'hotline12345.consultation': '2026-09-20' } }],
      ['a consultation over 12315', report({ requestType: 'consultation', channel: 'hotline-12315' }), { classification: 'consultation', rule: 'consultation', track: 'outside', agency: 'cz-ip-intake', clocks: { 'service.first-response': '2026-09-29', 'reply.12315': '2026-10-14' } }],
      ['a call for help', report({ requestType: 'assistance', ...none }), { classification: 'report', rule: 'market-report', track: 'administrative', agency: 'chaoan-market-regulation', clocks: { 'report.verification': '2026-10-15', 'hotline12345.request': '2026-10-08' } }],
      ['what the hotline calls a complaint, without consumption', report({ requestType: 'complaint', ...none, region: '445102' }), { classification: 'report', rule: 'market-report', track: 'administrative', agency: 'xiangqiao-market-regulation', clocks: { 'report.verification': '2026-10-15', 'hotline12345.complaint': '2026-10-14' } }],
      ['a trademark holder’s request', report(holder('trademark')), { classification: 'right-holder-request', rule: 'trademark-request', track: 'administrative', agency: 'chaoan-market-regulation', clocks: { 'report.verification': '2026-10-15', 'hotline12345.complaint': '2026-10-14' } }],
      // Fifteen calendar days after 09-18.
      ['a report about copyright', report({ right: { type: 'copyright', holder: 'none' } }), { classification: 'report', rule: 'copyright', track: 'administrative', agency: 'cz-culture-enforcement', clocks: { 'copyright.acceptance': '2026-10-03', 'hotline12345.complaint': '2026-10-14' } }],
      ['a report about a plant variety', report({ right: { type: 'plant_variety', holder: 'none' }, channel: 'hotline-12315' }), { classification: 'report', rule: 'plant-variety-agriculture', track: 'administrative', agency: 'cz-agriculture', clocks: { 'service.first-response': '2026-09-29', 'reply.12315': '2026-10-14' } }],
      ['goods at the border', report({ border: true, channel: 'hotline-12315' }), { classification: 'customs-clue', rule: 'customs-clue', track: 'administrative', agency: 'chaozhou-customs', clocks: { 'service.first-response': '2026-09-29', 'reply.12315': '2026-10-14' } }],
      ['a petition', report({ matter: 'petition', channel: 'hotline-12315' }), { classification: 'out-of-scope', rule: 'petition', track: 'outside', agency: 'cz-ip-intake', clocks: { 'service.first-response': '2026-09-29', 'reply.12315': '2026-10-14' } }],
    ];

    it.each(CASES)('%s', async (_, sent, { classification, rule, track, agency, clocks }) => {
      const { status, body } = await operator.post('/v1/complaints', { ...sent, ...TIMES });
      expect([status, body.state, body.version]).toEqual([201, 'registered', 1]);
      expect({ classification: body.classification, rule: body.route.rule, track: body.route.track, agency: body.route.agency }).toEqual({ classification, rule, track, agency });
      const all = clocksOf(body);
      expect(Object.fromEntries(all.map(({ kind, legalDue }: Json) => [kind, legalDue]))).toEqual(Object.fromEntries(Object.entries(clocks).map(([kind, day]) => [kind, ENDS(day)])));
      expect(all).toHaveLength(Object.keys(clocks).length);
      for (const deadline of all) expect(deadline).toMatchObject({ status: 'running', agency, provisional: false, triggerAt: new Date(/^(hotline12345|reply)/.test(deadline.kind) ? TIMES.hotlineReceivedAt : TIMES.receivedAt).toISOString() });
      expect(body.classificationReasons[0]).toMatchObject({ text: expect.any(String), basis: { article: expect.any(String), status: 'verified' } });
      // What was told is what is kept.
      expect(await app.sql.admin('SELECT kind, legal_due FROM deadline WHERE subject_id = $1 ORDER BY id', [body.id])).toEqual(body.deadlines.map(({ kind, legalDue }: Json) => ({ kind, legal_due: new Date(legalDue) })));
      expect(await app.sql.admin('SELECT handling_agency, track, classification, intake_agency FROM complaint WHERE id = $1', [body.id])).toEqual([{ handling_agency: agency, track, classification, intake_agency: 'cz-hotline-12345' }]);
    });

    it('keeps with the decision the facts that it saw, the rules that it tried, and their version', async () => {
      const { body } = await operator.post('/v1/complaints', report({ border: true, region: '445122' }));
      const [row] = await app.sql.admin<Json>('SELECT * FROM routing_decision WHERE complaint_id = $1', [body.id]);
      expect(row).toMatchObject({ rule: 'customs-clue', rule_set_version: 2, facts: { classification: 'customs-clue', matter: 'infringement', rightType: 'trademark', region: '445122', border: true }, outcome: { track: 'administrative', agency: 'chaozhou-customs', basis: { source: '知识产权海关保护条例（2018）', article: '第二条、第三条' } } });
      // Rules of version 2 in order: four look at the matter, then twelve at the classification; the clue for customs fits.
      expect(row.tried).toMatch(/^m{4}c{12}\+\./);
      const shown = await (await app.as('intake-clerk')).get(`/v1/complaints/${body.id}`);
      expect(shown.body.routes).toMatchObject([{ id: body.route.decisionId, kind: 'rule', rule: 'customs-clue', ruleSetVersion: 2, facts: row.facts }]);
    });

    it('counts from receipt where the hotline gave no time, and from now where nobody did', async () => {
      const received = await operator.post('/v1/complaints', report({ receivedAt: TIMES.receivedAt }));
      expect(clocksOf(received.body).map(({ legalDue }: Json) => legalDue)).toEqual([ENDS('2026-10-15'), ENDS('2026-10-15')]);
      const now = await operator.post('/v1/complaints', report());
      expect(clocksOf(now.body).map(({ triggerAt }: Json) => triggerAt)).toEqual(['2026-10-30T02:00:00.000Z', '2026-10-30T02:00:00.000Z']);
    });

    it('counts the day in Asia/Shanghai: one o’clock at night of the 21st is the 21st', async () => {
      const { body } = await operator.post('/v1/complaints', report({ requestType: 'consultation', receivedAt: '2026-09-20T17:00:00Z' }));
      // 09-22 and 09-23.
      expect(clocksOf(body).find(({ kind }: Json) => kind === 'hotline12345.consultation')).toMatchObject({ legalDue: ENDS('2026-09-23') });
    });

    it('marks a date in a year without an official calendar as provisional, and says so', async () => {
      app.now.set('2026-12-25T10:00:00+08:00');
      const late = await app.as('hotline-operator');
      const { status, body } = await late.post('/v1/complaints', report({ receivedAt: '2026-12-24T10:00:00+08:00', requestType: 'consultation' }));
      app.now.set('2026-10-30T10:00:00+08:00');
      expect(status).toBe(201);
      const [service, hotline] = clocksOf(body);
      // Two working days end on 12-28; seven go beyond the year.
      expect([hotline.kind, hotline.legalDue, hotline.provisional]).toEqual(['hotline12345.consultation', ENDS('2026-12-28'), false]);
      expect([service.kind, service.provisional]).toEqual(['service.first-response', true]);
      expect(service.warnings.map(({ text }: Json) => text).join()).toMatch(/2027/);
      expect(hotline.warnings.map(({ code }: Json) => code)).toEqual(['source_unverified']);
    });
  });
});
