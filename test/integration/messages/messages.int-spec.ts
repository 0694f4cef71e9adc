import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { MOMENTS } from '../../../src/modules/messages/index.js';
import { MessagesSending } from '../../../src/modules/messages/messages.sending.service.js';
import { MessagesWriting } from '../../../src/modules/messages/messages.writing.service.js';
import { Chores } from '../../../src/platform/chores/chores.js';
import type { JobData } from '../../../src/platform/queues/catalogue.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { Mailbox, type Received } from '../../support/mailbox.js';
import { OWN_REDIS, RedisServer } from '../../support/redis.js';
import { until } from '../../support/wait.js';
import { act, castOf, CHAOAN, openCase, type Cast } from '../cases/cases.ground.js';

/** A Monday. */
const NOW = '2026-11-23T10:00:00+08:00';
const CALM = { language: 'zh', quietFrom: '22:00', quietUntil: '07:30', digestAt: '08:30', workingDays: true, choices: [] as Json[] };
const GATEWAY = 'sms.example.test';

describe.each(['postgresql', ...(OWN_REDIS ? ['redis'] : [])])('messages to persons, queues on %s', (backend) => {
  let redis: RedisServer | null = null;
  let mailbox: Mailbox;
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    mailbox = await Mailbox.start();
    if (backend === 'redis') redis = await RedisServer.start();
    app = await startTestApp({
      at: NOW, env: { ROLE: 'all', SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`, MAIL_FROM: 'zhiheng@office.example.test', SMS_ADDRESS: `{phone}@${GATEWAY}`, ...(redis === null ? {} : { REDIS_URL: redis.url }) },
    });
    cast = await castOf(app);
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await redis?.end();
    await mailbox.stop();
  });

  const inbox = async (by: Client, query = ''): Promise<Json[]> => (await by.get(`/v1/inbox${query}`)).body.items;
  const about = async (by: Client, caseId: string): Promise<Json[]> => (await inbox(by, '?limit=200')).filter(({ aboutId }) => aboutId === caseId);
  const set = (by: Client, path: string, body: Json): Promise<{ status: number; body: Json }> => by.post(`/v1/message-settings${path}`, body);
  const due = (): Promise<boolean> => app.app.get(Chores).round('messages.call');
  const codeIn = ({ text }: Received): string => /\d{6}/.exec(text)?.[0] ?? '';
  /** Gives an address and shows that it is one's own. */
  const reachable = async (by: Client, channel: 'mail' | 'sms', address: string, box = address): Promise<Client> => {
    expect((await set(by, '/addresses', { channel, address })).status).toBe(200);
    const code = await until('the code', async () => mailbox.to(box).at(-1));
    const confirmed = await set(by, '/addresses/confirm', { channel, code: codeIn(code) });
    expect([confirmed.status, confirmed.body.channels.find((one: Json) => one.channel === channel)]).toEqual([200, expect.objectContaining({ address, confirmed: true })]);
    return by;
  };
  const sent = (box: string, words: string): Promise<Received> => until(`a mail to ${box} with ${words}`, async () => mailbox.to(box).find(({ text, subject }) => `${subject}\n${text}`.includes(words)));
  const caseNumber = async (id: string): Promise<string> => (await cast.head.get(`/v1/cases/${id}`)).body.caseNumber;

  it('tell who is put in charge, by inbox and mail, and nobody what he did himself', async () => {
    const officer = await reachable(await app.as('enforcement-officer', CHAOAN), 'mail', 'li@office.example.test');
    const { id } = await openCase(cast);
    await act(cast.head, id, 'assign', { officer: officer.id });
    const [message] = await until('the message', async () => (await about(officer, id)).length > 0 && about(officer, id));
    const number = await caseNumber(id);
    expect(message).toEqual({ id: expect.any(String), moment: 'case-given', label: 'A case was given to you', event: 'case.assigned', aboutType: 'case', aboutId: id, number, clock: null, due: null, createdAt: '2026-11-23T02:00:00.000Z', readAt: null });
    expect(await sent('li@office.example.test', number)).toMatchObject({ from: 'zhiheng@office.example.test', subject: `[知衡] 交办案件：${number}`, text: `· 交办案件：${number}\n\n请登录系统查看。\n在“消息设置”中可以更改接收方式。`, messageId: expect.stringMatching(/^<[0-9a-f-]{36}@office\.example\.test>$/) });
    // The head did it, and is not told; nobody else sees the message.
    for (const other of [cast.head, cast.city, cast.clerk, cast.colleague]) expect(await about(other, id)).toEqual([]);
    for (const other of [cast.head, cast.city, cast.stranger, await app.as('oversight'), await app.as('administrator')]) expect((await other.post(`/v1/inbox/${message.id}/read`)).status).toBe(404);
    expect((await officer.get('/v1/inbox/unread')).body).toEqual({ unread: 1, more: false });
    expect((await officer.post(`/v1/inbox/${message.id}/read`)).body).toMatchObject({ readAt: '2026-11-23T02:00:00.000Z' });
    expect([await inbox(officer, '?unread=true'), (await inbox(officer)).length]).toEqual([[], 1]);
  });

  it('write the same message once, however often the job comes', async () => {
    const officer = await reachable(await app.as('enforcement-officer', CHAOAN), 'mail', 'once@office.example.test');
    const { id } = await openCase(cast);
    await act(cast.head, id, 'assign', { officer: officer.id });
    await sent('once@office.example.test', await caseNumber(id));
    const [row] = await app.sql.admin<JobData & Record<string, never>>(`SELECT id AS "outboxId", event, subject_type AS "subjectType", subject_id AS "subjectId", seq FROM outbox WHERE event = 'case.assigned' AND subject_id = $1`, [id]);
    if (row === undefined) throw new Error('no event');
    for (let again = 0; again < 3; again += 1) await app.app.get(MessagesWriting).write([row, row], app.now.date());
    expect(await due()).toBe(true);
    expect(await about(officer, id)).toHaveLength(1);
    expect(await app.sql.admin('SELECT outcome FROM delivery WHERE person = $1 AND NOT code', [officer.id])).toEqual([{ outcome: 'sent' }]);
    expect(mailbox.to('once@office.example.test').filter(({ subject }) => subject.includes('交办'))).toHaveLength(1);
  });

  it('wait for the end of the quiet hours, and then go out in one', async () => {
    const officer = await reachable(await app.as('enforcement-officer', CHAOAN), 'mail', 'night@office.example.test');
    const [read, ...others] = await Promise.all([1, 2, 3].map(() => openCase(cast)));
    app.now.set('2026-11-23T23:10:00+08:00');
    for (const { id } of [read, ...others] as { id: string }[]) await act(cast.head, id, 'assign', { officer: officer.id });
    await until('three messages', async () => (await inbox(officer)).length === 3);
    await due();
    expect(await app.sql.admin('SELECT outcome, called_at, due_at FROM delivery WHERE person = $1 AND NOT code', [officer.id])).toEqual([{ outcome: null, called_at: null, due_at: new Date('2026-11-24T07:30:00+08:00') }]);
    const [first] = await about(officer, read?.id ?? '');
    await officer.post(`/v1/inbox/${first.id}/read`);
    app.now.set('2026-11-24T07:30:00+08:00');
    await due();
    const { text } = await sent('night@office.example.test', '2条未读消息');
    const numbers = await Promise.all(others.map(({ id }) => caseNumber(id)));
    // What was read meanwhile is left out.
    expect(text.split('\n').slice(0, 2).sort()).toEqual(numbers.map((number) => `· 交办案件：${number}`).sort());
    app.now.set(NOW);
  });

  it('go out once a day where the person wants that, and not at all where all was read', async () => {
    const by = await app.as('enforcement-officer', CHAOAN);
    const officer = await reachable(by, 'mail', 'daily@office.example.test');
    expect((await set(officer, '', { ...CALM, language: 'en', choices: [{ moment: 'case-given', mail: 'daily', sms: 'off' }] })).body.moments[0]).toEqual({ moment: 'case-given', label: 'A case was given to you', mail: 'daily', sms: 'off', usual: false });
    const give = async (): Promise<string> => {
      const { id } = await openCase(cast);
      await act(cast.head, id, 'assign', { officer: officer.id });
      return id;
    };
    const ids = [await give(), await give()];
    await until('two messages', async () => (await inbox(officer)).length === 2);
    app.now.set('2026-11-24T08:30:00+08:00');
    await due();
    const { subject } = await sent('daily@office.example.test', '2 unread messages');
    expect(subject).toBe('[Zhiheng] 2 unread messages');
    await give();
    await until('the third', async () => (await inbox(officer)).length === 3);
    expect((await officer.post('/v1/inbox/read', { until: '2026-11-24T23:59:00+08:00' })).body).toEqual({ marked: 3 });
    app.now.set('2026-11-25T08:30:00+08:00');
    await due();
    await until('it is left out', async () => (await app.sql.admin("SELECT 1 FROM delivery WHERE person = $1 AND outcome = 'left-out'", [officer.id])).length === 1);
    expect(mailbox.to('daily@office.example.test').filter(({ subject: one }) => one.includes('unread'))).toHaveLength(1);
    expect(ids).toHaveLength(2);
    app.now.set(NOW);
  });

  it('tell owner and heads of a clock that ran out, by short message too, and say nothing of anybody', async () => {
    const officer = await reachable(await app.as('enforcement-officer', CHAOAN), 'sms', '13900000001', `13900000001@${GATEWAY}`);
    const head = await reachable(await app.as('agency-head', CHAOAN), 'mail', 'head@office.example.test');
    const { id } = await openCase(cast, { reporter: { name: '卓见证测试', phone: '13700000009' }, facts: '暗号梧桐：邻居王某供货', target: { name: '梧桐不锈钢制品厂（测试）', uscc: '91445103MA00TQT27J' } });
    await act(cast.head, id, 'assign', { officer: officer.id });
    await until('the case', async () => (await about(officer, id)).length === 1);
    const [clock] = await app.sql.admin<{ legal_due: Date; kind: string; id: string }>("SELECT id, legal_due, kind FROM deadline WHERE (within_id = $1 OR subject_id = $1) AND holder = 'agency' AND status = 'running' ORDER BY legal_due LIMIT 1", [id]);
    if (clock === undefined) throw new Error('no clock');
    // Into the day after, in working hours.
    app.now.set(new Date(clock.legal_due.getTime() + 11 * 3_600_000).toISOString());
    const overdue = await until('the overdue clock', async () => (await about(officer, id)).find(({ moment, clock: kind }) => moment === 'clock-overdue' && kind === clock.kind));
    const number = await caseNumber(id);
    expect(overdue).toMatchObject({ number, due: clock.legal_due.toISOString() });
    await until('the head', async () => (await about(head, id)).some(({ moment }) => moment === 'clock-overdue'));
    await app.app.get(Chores).round('messages.call');
    app.now.set(new Date(app.now.date().getTime() + 4 * 86_400_000).toISOString());
    await due();
    expect((await sent(`13900000001@${GATEWAY}`, '时限已过')).subject).toBe('');
    await sent('head@office.example.test', number);
    const everything = mailbox.received.map(({ raw, text, subject }) => `${raw}\n${text}\n${subject}`).join('\n');
    expect(mailbox.received.length).toBeGreaterThan(4);
    for (const secret of ['卓见证', '13700000009', '梧桐', '王某', '91445103MA00TQT27J', '某不锈钢']) expect(everything).not.toContain(secret);
    const stored = JSON.stringify(await app.sql.admin('SELECT * FROM message')) + JSON.stringify(await app.sql.admin('SELECT * FROM delivery'));
    for (const secret of ['卓见证', '13700000009', '梧桐', '王某']) expect(stored).not.toContain(secret);
    app.now.set(NOW);
  });

  describe('the other side', () => {
    const given = async (address: string): Promise<{ officer: Client; number: string; id: string }> => {
      const officer = await reachable(await app.as('enforcement-officer', CHAOAN), 'mail', address);
      const { id } = await openCase(cast);
      return { officer, id, number: await caseNumber(id) };
    };

    it('refuses an address for good: the person sees that, and nothing is tried again', async () => {
      const { officer, id } = await given('gone@office.example.test');
      mailbox.refusing.set('gone@office.example.test', 550);
      await act(cast.head, id, 'assign', { officer: officer.id });
      await until('the refusal', async () => (await app.sql.admin("SELECT 1 FROM delivery WHERE person = $1 AND outcome = 'refused'", [officer.id])).length === 1);
      expect((await officer.get('/v1/message-settings')).body.channels[0]).toMatchObject({ channel: 'mail', address: 'gone@office.example.test', refusedAt: '2026-11-23T02:00:00.000Z', refusal: '550' });
      expect(await about(officer, id)).toHaveLength(1);
    });

    it('is busy: the delivery stays, says nothing of the address, and goes out later under the same id', async () => {
      const { officer, id, number } = await given('busy@office.example.test');
      mailbox.refusing.set('busy@office.example.test', 451);
      app.now.set('2026-11-23T22:30:00+08:00');
      await act(cast.head, id, 'assign', { officer: officer.id });
      await until('the message', async () => (await about(officer, id)).length === 1);
      const [{ id: delivery } = { id: '' }] = await app.sql.admin<{ id: string }>('UPDATE delivery SET called_at = $2 WHERE person = $1 AND NOT code RETURNING id', [officer.id, app.now.date()]);
      const sending = app.app.get(MessagesSending);
      const state = async (): Promise<Json> => (await app.sql.admin('SELECT outcome, taken_until FROM delivery WHERE id = $1', [delivery]))[0];
      const failure = await sending.send(delivery, app.now.date()).catch((error: unknown) => error as Error);
      expect(failure).toMatchObject({ message: 'mail server: EENVELOPE 451' });
      expect(await state()).toEqual({ outcome: null, taken_until: null });
      mailbox.refusing.clear();
      // Eight processes at once: one sends.
      const tries = await Promise.all(Array.from({ length: 8 }, () => sending.send(delivery, app.now.date()).then(() => 'done', (error: Error) => error.message)));
      expect(tries).toContain('done');
      for (const said of tries) expect(['done', `delivery ${delivery} is in the hands of another process`]).toContain(said);
      expect(await state()).toEqual({ outcome: 'sent', taken_until: null });
      await sending.send(delivery, app.now.date());
      const mails = mailbox.to('busy@office.example.test').filter(({ subject }) => subject.includes(number));
      expect(mails.map(({ messageId }) => messageId)).toEqual([`<${delivery}@office.example.test>`]);
      app.now.set(NOW);
    });

    it('has an address no longer: what waits is left out', async () => {
      const { officer, id } = await given('removed@office.example.test');
      app.now.set('2026-11-23T22:30:00+08:00');
      await act(cast.head, id, 'assign', { officer: officer.id });
      await until('the message', async () => (await about(officer, id)).length === 1);
      expect((await set(officer, '/addresses/remove', { channel: 'mail' })).body.channels[0]).toMatchObject({ address: null, confirmed: false });
      app.now.set('2026-11-24T09:00:00+08:00');
      await due();
      await until('it is left out', async () => (await app.sql.admin("SELECT 1 FROM delivery WHERE person = $1 AND outcome = 'left-out'", [officer.id])).length === 1);
      app.now.set(NOW);
    });
  });

  describe('settings', () => {
    it('are as usual until somebody chooses', async () => {
      const { body } = await (await app.as('oversight')).get('/v1/message-settings');
      expect(body).toMatchObject({ language: 'zh', quietFrom: '22:00', quietUntil: '07:30', digestAt: '08:30', workingDays: true });
      expect(body.channels).toEqual([{ channel: 'mail', label: 'E-mail', connected: true, address: null, confirmed: false, refusedAt: null, refusal: null }, { channel: 'sms', label: 'Short message', connected: true, address: null, confirmed: false, refusedAt: null, refusal: null }]);
      expect(body.moments.map(({ usual }: Json) => usual)).toEqual(MOMENTS.map(() => true));
    });

    it('are kept by whoever only reads the city, too, and are nobody else’s', async () => {
      const reader = await app.as('oversight');
      expect((await set(reader, '', { ...CALM, digestAt: '09:00' })).body.digestAt).toBe('09:00');
      expect((await reader.get('/v1/message-settings')).body.digestAt).toBe('09:00');
      expect((await (await app.as('oversight')).get('/v1/message-settings')).body.digestAt).toBe('08:30');
    });

    it.each<[string, Json, string]>([
      ['a beginning without an end', { ...CALM, quietUntil: undefined }, 'message.quiet-hours-incomplete'], ['an end without a beginning', { ...CALM, quietFrom: undefined }, 'message.quiet-hours-incomplete'],
      ['no length', { ...CALM, quietFrom: '07:30' }, 'message.quiet-hours-incomplete'], ['the message of the day in the quiet', { ...CALM, digestAt: '07:29' }, 'message.digest-in-quiet-hours'],
      ['no time of day', { ...CALM, digestAt: '24:00' }, 'request.invalid'], ['an unknown moment', { ...CALM, choices: [{ moment: 'lunch', mail: 'off', sms: 'off' }] }, 'request.invalid'], ['an unknown mode', { ...CALM, choices: [{ moment: 'urged', mail: 'hourly', sms: 'off' }] }, 'request.invalid'],
    ])('refuse %s', async (_, body, code) => {
      expect((await set(cast.officer, '', body)).body).toMatchObject({ status: 400, code });
    });

    it('let hours be quiet at no time', async () => {
      expect((await set(cast.officer, '', { ...CALM, quietFrom: undefined, quietUntil: undefined, digestAt: '03:00' })).body).toMatchObject({ quietFrom: null, quietUntil: null, digestAt: '03:00' });
    });

    it.each<['mail' | 'sms', string]>([['mail', 'nobody'], ['mail', 'a b@c'], ['mail', ''], ['sms', '12345'], ['sms', '0768-2345678'], ['sms', '1390000000']])('take no %s address %j', async (channel, address) => {
      expect((await set(cast.officer, '/addresses', { channel, address })).body).toMatchObject({ status: 400, code: 'message.address-invalid' });
    });

    it('send a code before anything else, count wrong ones, and let it run out', async () => {
      const officer = await app.as('enforcement-officer', CHAOAN);
      const confirm = (code: string): Promise<{ status: number; body: Json }> => set(officer, '/addresses/confirm', { channel: 'mail', code });
      expect((await confirm('000000')).body.code).toBe('message.nothing-to-confirm');
      await set(officer, '/addresses', { channel: 'mail', address: 'code@office.example.test' });
      expect((await set(officer, '/addresses', { channel: 'mail', address: 'other@office.example.test' })).body).toMatchObject({ status: 409, code: 'message.code-too-soon' });
      const right = codeIn(await sent('code@office.example.test', '验证码'));
      const wrong = right === '000000' ? '000001' : '000000';
      for (let tries = 0; tries < 5; tries += 1) expect((await confirm(wrong)).body.code).toBe('message.code-wrong');
      // Five wrong ones: the right one is of no use any more.
      expect((await confirm(right)).body.code).toBe('message.code-wrong');
      app.now.set('2026-11-23T10:01:00+08:00');
      await set(officer, '/addresses', { channel: 'mail', address: 'code@office.example.test' });
      const second = codeIn(await until('another code', async () => mailbox.to('code@office.example.test')[1]));
      app.now.set('2026-11-23T10:31:01+08:00');
      expect((await confirm(second)).body.code).toBe('message.code-wrong');
      app.now.set('2026-11-23T10:31:00+08:00');
      expect((await confirm(second)).body.channels[0]).toMatchObject({ confirmed: true });
      expect((await confirm(second)).body.code).toBe('message.nothing-to-confirm');
      app.now.set(NOW);
      // Unconfirmed addresses got nothing but codes.
      expect(mailbox.to('other@office.example.test')).toEqual([]);
    });
  });

  it('are forgotten after their time', async () => {
    const officer = await app.as('enforcement-officer', CHAOAN);
    const { id } = await openCase(cast);
    await act(cast.head, id, 'assign', { officer: officer.id });
    await until('the message', async () => (await about(officer, id)).length === 1);
    app.now.set('2027-05-21T10:00:00+08:00');
    await app.app.get(Chores).round('platform.tidy');
    expect((await inbox(officer)).filter(({ moment }) => moment === 'case-given')).toHaveLength(1);
    app.now.set('2027-05-23T10:00:00+08:00');
    await app.app.get(Chores).round('platform.tidy');
    expect((await inbox(officer)).filter(({ moment }) => moment === 'case-given')).toEqual([]);
  });
});

describe('messages where no mail server is configured', () => {
  let app: TestApp;
  let cast: Cast;

  // HTTP only: nothing writes a message but the test.
  beforeAll(async () => {
    app = await startTestApp({ at: NOW });
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  it('are not written for clocks of rewards, of parties, nor for accounts that are switched off', async () => {
    const officer = await app.as('enforcement-officer', CHAOAN);
    const { id } = await openCase(cast);
    await act(cast.head, id, 'assign', { officer: officer.id });
    const [clock] = await app.sql.admin<{ id: string }>("SELECT id FROM deadline WHERE (within_id = $1 OR subject_id = $1) AND holder = 'agency' LIMIT 1", [id]);
    const told = async (change: string, values: unknown[] = []): Promise<number> => {
      await app.sql.admin(change, [clock?.id, ...values]);
      const before = (await app.sql.admin('SELECT id FROM message')).length;
      await app.app.get(MessagesWriting).write([{ outboxId: randomUUID(), event: 'deadline.overdue', subjectType: 'deadline', subjectId: clock?.id ?? '', seq: 9 }], app.now.date());
      return (await app.sql.admin('SELECT id FROM message')).length - before;
    };
    const heads = await app.sql.admin("SELECT id FROM account WHERE active AND agency = $1 AND 'agency-head' = ANY (roles)", [CHAOAN]);
    expect(await told('UPDATE deadline SET holder = holder WHERE id = $1')).toBe(heads.length + 1);
    expect(await told("UPDATE deadline SET holder = 'party' WHERE id = $1")).toBe(0);
    expect(await told("UPDATE deadline SET holder = 'agency', subject_type = 'reward' WHERE id = $1")).toBe(0);
    await app.sql.admin('UPDATE account SET active = false WHERE id = $1', [officer.id]);
    expect(await told("UPDATE deadline SET subject_type = 'case', subject_id = $2 WHERE id = $1", [id])).toBe(heads.length);
  });

  it.each(MOMENTS.flatMap(({ events }) => [...events]))('finds the people of %s in the tables that there are', async (event) => {
    const before = (await app.sql.admin('SELECT id FROM message')).length;
    await app.app.get(MessagesWriting).write([{ outboxId: randomUUID(), event, subjectType: event.split('.')[0] ?? '', subjectId: randomUUID(), seq: 1 }], app.now.date());
    expect((await app.sql.admin('SELECT id FROM message')).length).toBe(before);
  });

  it('stay in the inbox, and say how a channel is connected', async () => {
    const officer = await app.as('enforcement-officer', CHAOAN);
    expect((await officer.get('/v1/message-settings')).body.channels.map(({ connected }: Json) => connected)).toEqual([false, false]);
    expect((await officer.post('/v1/message-settings/addresses', { channel: 'mail', address: 'li@office.example.test' })).body).toMatchObject({ status: 409, code: 'message.channel-off', remedy: expect.stringContaining('SMTP_URL') });
  });
});

describe('a mail server that asks for a password', () => {
  it.each<[string, string]>([['takes mail with the right one', 'right'], ['is told from an address that is refused', 'wrong']])('%s', async (_, password) => {
    const mailbox = await Mailbox.start('right');
    const app = await startTestApp({ at: NOW, env: { SMTP_URL: `smtp://zhiheng:${password}@127.0.0.1:${mailbox.port}` } });
    const officer = await app.as('enforcement-officer', CHAOAN);
    await officer.post('/v1/message-settings/addresses', { channel: 'mail', address: 'li@office.example.test' });
    const [{ id } = { id: '' }] = await app.sql.admin<{ id: string }>('SELECT id FROM delivery');
    const end = await app.app.get(MessagesSending).send(id, app.now.date()).then(() => 'sent', (error: Error) => error.message);
    expect([end, mailbox.received.length]).toEqual(password === 'right' ? ['sent', 1] : ['mail server: EAUTH 535', 0]);
    expect((await officer.get('/v1/message-settings')).body.channels[0].refusal).toBeNull();
    await app.close();
    await mailbox.stop();
  });
});
