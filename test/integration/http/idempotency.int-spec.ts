import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { startTestApp, type Client, type Json, type Reply, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';
import { endVerification } from '../../support/proceedings.js';

// Hundreds of statements in one test: on a busy machine that takes more than the usual five seconds.
jest.setTimeout(60_000);

interface Prepared { readonly path: string; readonly version: number; readonly by: Client; readonly body?: unknown; readonly other: unknown }

describe('Idempotency-Key', () => {
  let app: TestApp;
  let operator: Client;
  let clerk: Client;
  let officer: Client;
  let head: Client;

  beforeAll(async () => {
    app = await startTestApp();
    [operator, clerk, officer, head] = await Promise.all([app.as('hotline-operator'), app.as('intake-clerk'), app.as('enforcement-officer', 'chaoan-market-regulation'), app.as('agency-head', 'chaoan-market-regulation')]);
  });
  afterAll(() => app.close());

  /** Everything that a write leaves behind. */
  const written = async (): Promise<Json> => (await app.sql.admin("SELECT (SELECT count(*)::int FROM ledger_entry) AS ledger, (SELECT count(*)::int FROM outbox) AS outbox, (SELECT count(*)::int FROM deadline) AS deadlines, (SELECT count(*)::int FROM complaint) AS complaints, (SELECT count(*)::int FROM case_file) AS cases, (SELECT count(*)::int FROM vault.record) AS vault, (SELECT sum(version)::int FROM complaint) AS versions, (SELECT count(*)::int FROM idempotency) AS kept"))[0];
  const filed = async (): Promise<string> => (await operator.post('/v1/complaints', report())).body.id;
  const accepted = async (): Promise<string> => {
    const id = await filed();
    await officer.command(`/v1/complaints/${id}/accept`, 1);
    return id;
  };
  const inCase = async (): Promise<string> => {
    const id = await accepted();
    return (await officer.command(`/v1/complaints/${id}/open-case`, 2)).body.caseId;
  };
  const assigned = async (): Promise<string> => {
    const id = await inCase();
    await head.command(`/v1/cases/${id}/assign`, 1, { officer: officer.id });
    return id;
  };
  /** A case whose source has its answer: it can be closed. */
  const answered = async (): Promise<string> => {
    const id = await assigned();
    const [reply] = (await officer.get(`/v1/cases/${id}`)).body.replies;
    await officer.command(`/v1/replies/${reply.id}/answer`, 1, { answer: '已核查' });
    await endVerification(head, id);
    return id;
  };
  const closed = async (): Promise<string> => {
    const id = await answered();
    await officer.command(`/v1/cases/${id}/close`, 2, { outcome: '已答复' });
    return id;
  };
  const reason = { reason: '测试' };
  const other = { reason: '另一理由' };

  const COMMANDS: [string, () => Promise<Prepared>][] = [
    ['complaint.accept', async () => ({ path: `/v1/complaints/${await filed()}/accept`, version: 1, by: officer, other: { more: 1 } })],
    ['complaint.decline', async () => ({ path: `/v1/complaints/${await filed()}/decline`, version: 1, by: officer, body: { ground: 'repeated-report', ...reason }, other: { ground: 'repeated-report', ...other } })],
    ['complaint.return-to-intake', async () => ({ path: `/v1/complaints/${await filed()}/return-to-intake`, version: 1, by: officer, body: reason, other })],
    ['complaint.reroute', async () => {
      const id = await filed();
      await officer.command(`/v1/complaints/${id}/return-to-intake`, 1, reason);
      return { path: `/v1/complaints/${id}/reroute`, version: 2, by: clerk, body: { agency: 'xiangqiao-market-regulation', ...reason }, other: { agency: 'raoping-market-regulation', ...reason } };
    }],
    ['complaint.open-case', async () => ({ path: `/v1/complaints/${await accepted()}/open-case`, version: 2, by: officer, other: { more: 1 } })],
    ['complaint.conclude', async () => ({ path: `/v1/complaints/${await accepted()}/conclude`, version: 2, by: officer, body: reason, other })],
    ['case.assign', async () => ({ path: `/v1/cases/${await inCase()}/assign`, version: 1, by: head, body: { officer: officer.id }, other: { officer: head.id } })],
    ['case.reassign', async () => ({ path: `/v1/cases/${await assigned()}/reassign`, version: 2, by: head, body: { officer: head.id, ...reason }, other: { officer: head.id, ...other } })],
    ['case.recuse', async () => {
      const decision = { officer: officer.id, raisedBy: 'party', ground: 'other-relation', decision: 'refused', ...reason };
      return { path: `/v1/cases/${await inCase()}/recuse`, version: 1, by: head, body: decision, other: { ...decision, decision: 'granted' } };
    }],
    ['case.note', async () => ({ path: `/v1/cases/${await inCase()}/note`, version: 1, by: officer, body: { text: '测试' }, other: { text: '另一记事' } })],
    ['case.link', async () => {
      const link = { other: await inCase(), kind: 'related', ...reason };
      return { path: `/v1/cases/${await inCase()}/link`, version: 1, by: officer, body: link, other: { ...link, ...other } };
    }],
    ['case.unlink', async () => {
      const [id, link] = [await inCase(), { other: await inCase(), kind: 'related', ...reason }];
      await officer.command(`/v1/cases/${id}/link`, 1, link);
      return { path: `/v1/cases/${id}/unlink`, version: 2, by: officer, body: link, other: { ...link, ...other } };
    }],
    ['case.close', async () => ({ path: `/v1/cases/${await answered()}/close`, version: 2, by: officer, body: { outcome: '已答复' }, other: { outcome: '另一结果' } })],
    ['case.reopen', async () => ({ path: `/v1/cases/${await closed()}/reopen`, version: 3, by: head, body: reason, other })],
  ];

  describe.each(COMMANDS)('on %s', (_, prepare) => {
    it('gives the answer of the first time again, and does nothing twice', async () => {
      const { path, version, by, body, other: changed } = await prepare();
      const key = { 'idempotency-key': randomUUID() };
      const first = await by.command(path, version, body, key);
      expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([200, null]);
      const after = await written();
      const again = await by.command(path, version, body, key);
      expect([again.status, again.headers.get('idempotency-replayed'), again.headers.get('etag')]).toEqual([200, 'true', first.headers.get('etag')]);
      expect(again.body).toEqual(first.body);
      const different = await by.command(path, version, changed, key);
      expect([different.status, different.body.code]).toEqual([422, 'idempotency.key-reused']);
      const elsewhere = await by.command(path.replace(/[^/]+$/, 'unknown'), version, body, key);
      expect(elsewhere.status).toBe(404);
      expect(await written()).toEqual(after);
    });

    it('is asked for, and says while the same request is being worked on', async () => {
      const { path, version, by, body } = await prepare();
      const before = await written();
      for (const [key, code] of BAD) expect([key, (await by.command(path, version, body, { 'idempotency-key': key })).body.code]).toEqual([key, code]);
      const key = randomUUID();
      const busy = await whileHeld(`${by.id} ${key}`, () => by.command(path, version, body, { 'idempotency-key': key }));
      expect([busy.status, busy.body.code, busy.headers.get('retry-after')]).toEqual([409, 'idempotency.in-flight', '1']);
      expect(await written()).toEqual(before);
      expect((await by.command(path, version, body, { 'idempotency-key': key })).status).toBe(200);
    });
  });

  const BAD: [string, string][] = [['', 'idempotency.key-required'], ['short', 'idempotency.key-invalid'], ['x'.repeat(129), 'idempotency.key-invalid'], ['with a space in it', 'idempotency.key-invalid']];

  /** Another session holds the lock of the key, as a request does that is not done yet. */
  async function whileHeld<Body>(key: string, work: () => Promise<Reply<Body>>): Promise<Reply<Body>> {
    const session = new pg.Client({ connectionString: app.sql.adminUrl });
    await session.connect();
    try {
      await session.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [key]);
      return await work();
    } finally {
      await session.end();
    }
  }

  describe('on filing', () => {
    it('gives the answer of the first time again, and does nothing twice', async () => {
      const [sent, key] = [report(), { 'idempotency-key': randomUUID() }];
      const first = await operator.post('/v1/complaints', sent, key);
      const after = await written();
      // Another spelling of the same body is the same body.
      const again = await operator.post('/v1/complaints', Object.fromEntries(Object.entries(sent).reverse()), key);
      expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true']);
      expect(again.body).toEqual(first.body);
      const different = await operator.post('/v1/complaints', report(), key);
      // A free natural key does not make a used Idempotency-Key good.
      expect([different.status, different.body.code]).toEqual([422, 'idempotency.key-reused']);
      expect(await written()).toEqual(after);
    });

    it('is asked for', async () => {
      for (const [key, code] of BAD) expect([key, (await operator.post('/v1/complaints', report(), { 'idempotency-key': key })).body.code]).toEqual([key, code]);
      const none = await fetch(`${app.url}/v1/complaints`, { method: 'POST', headers: { authorization: `Bearer ${operator.token}`, 'content-type': 'application/json' }, body: JSON.stringify(report()) });
      expect([none.status, ((await none.json()) as Json).code]).toEqual([400, 'idempotency.key-required']);
      for (const key of ['x'.repeat(8), 'x'.repeat(128), '!~"\\{}[]']) expect([key, (await operator.post('/v1/complaints', report(), { 'idempotency-key': key })).status]).toEqual([key, 201]);
    });

    it('says while the same request is being worked on', async () => {
      const key = randomUUID();
      const busy = await whileHeld(`${operator.id} ${key}`, () => operator.post('/v1/complaints', report(), { 'idempotency-key': key }));
      expect([busy.status, busy.body.code, busy.headers.get('retry-after')]).toEqual([409, 'idempotency.in-flight', '1']);
    });
  });

  it('makes one effect of thirty requests at once', async () => {
    const [sent, key] = [report(), { 'idempotency-key': randomUUID() }];
    const before = await written();
    const answers = await Promise.all(Array.from({ length: 30 }, () => operator.post('/v1/complaints', sent, key)));
    for (const { status, body } of answers) expect([201, 409]).toContain(status === 409 && body.code !== 'idempotency.in-flight' ? body.code : status);
    const done = answers.filter(({ status }) => status === 201);
    expect(done.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
    expect(new Set(done.map(({ body }) => body.id)).size).toBe(1);
    const after = await written();
    expect(after).toMatchObject({ complaints: before.complaints + 1, ledger: before.ledger + 2, outbox: before.outbox + 2, deadlines: before.deadlines + 2, kept: before.kept + 1 });

    const id = done[0]?.body.id;
    const accepts = await Promise.all(Array.from({ length: 30 }, () => officer.command(`/v1/complaints/${id}/accept`, 1, undefined, key)));
    expect(accepts.filter(({ status, headers }) => status === 200 && headers.get('idempotency-replayed') === null)).toHaveLength(1);
    for (const { status, body } of accepts) expect([200, 'idempotency.in-flight']).toContain(status === 200 ? 200 : body.code);
    expect(await written()).toMatchObject({ ledger: after.ledger + 1, kept: after.kept + 1 });
  });

  it('keeps the keys of two accounts apart', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const second = await app.as('hotline-operator');
    const [one, two] = await Promise.all([operator.post('/v1/complaints', report(), key), second.post('/v1/complaints', report(), key)]);
    expect([one.status, two.status, one.body.id === two.body.id]).toEqual([201, 201, false]);
    expect([one.headers.get('idempotency-replayed'), two.headers.get('idempotency-replayed')]).toEqual([null, null]);
  });

  it('is not used up by a refusal', async () => {
    const id = await filed();
    const key = { 'idempotency-key': randomUUID() };
    expect((await officer.command(`/v1/complaints/${id}/accept`, 7, undefined, key)).status).toBe(412);
    expect((await officer.command(`/v1/complaints/${id}/accept`, 1, undefined, key)).status).toBe(200);
  });

  it('does not open for one account what another may not see: the permission is asked first', async () => {
    const id = await filed();
    const key = { 'idempotency-key': randomUUID() };
    expect((await officer.command(`/v1/complaints/${id}/accept`, 1, undefined, key)).status).toBe(200);
    expect((await operator.command(`/v1/complaints/${id}/accept`, 1, undefined, key)).status).toBe(403);
    const stranger = await app.as('enforcement-officer', 'xiangqiao-market-regulation');
    expect((await stranger.command(`/v1/complaints/${id}/accept`, 1, undefined, key)).status).toBe(404);
  });

  it('keeps nothing of the person in what it stores', async () => {
    const kept = await app.sql.admin<{ text: string }>('SELECT row_to_json(i)::text AS text FROM idempotency i');
    expect(kept.map(({ text }) => text).join()).not.toMatch(/13800000000|陈测试/);
  });
});
