import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import canonicalize from 'canonicalize';
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';

// Hundreds of statements in one test: on a busy machine that takes more than the usual five seconds.
jest.setTimeout(60_000);

interface Broken { readonly subjectType: string; readonly subjectId: string; readonly result: { readonly firstBadSeq: number; readonly fault: string } }
interface Entry { readonly subject_type: string; readonly subject_id: string; readonly seq: number; readonly at: Date; readonly actor: string; readonly event: string; readonly data: unknown; readonly sha256: string; readonly sm3: string; readonly prev_sha256: string | null; readonly prev_sm3: string | null }

/** Somebody with all rights over the database changes history; the answer must name what and where. */
describe('GET /v1/ledger/verification', () => {
  let app: TestApp;
  let administrator: Client;
  let operator: Client;
  let officer: Client;
  let bystander: string;

  beforeAll(async () => {
    app = await startTestApp();
    [administrator, operator, officer] = await Promise.all([app.as('administrator'), app.as('hotline-operator'), app.as('enforcement-officer', 'chaoan-market-regulation')]);
    bystander = await withFourEntries();
  });
  afterAll(() => app.close());

  /** A complaint with the entries registered, accepted, unmasked, case-opened. */
  async function withFourEntries(): Promise<string> {
    const filed = await operator.post('/v1/complaints', report());
    const id: string = filed.body.id;
    await officer.command(`/v1/complaints/${id}/accept`, 1);
    await officer.post(`/v1/complaints/${id}/unmask`, { purpose: 'identity-check', reason: '测试' });
    expect((await officer.command(`/v1/complaints/${id}/open-case`, 2)).status).toBe(200);
    return id;
  }

  async function verify(subject?: string): Promise<{ ok: boolean; subjects: number; entries: number; broken: Broken[] }> {
    const answer = await administrator.get(`/v1/ledger/verification${subject === undefined ? '' : `?subject=${subject}`}`);
    expect(answer.status).toBe(200);
    return answer.body;
  }

  /** With every trigger off, as an attacker who is superuser has it. */
  async function tamper(statements: string, id: string): Promise<void> {
    await app.sql.admin(`SET session_replication_role = replica; ${statements.replaceAll(':id', `'${id}'`)}; SET session_replication_role = origin`);
  }

  const ENTRY = "subject_type = 'complaint' AND subject_id = :id";
  const ATTACKS: [name: string, sql: string, seq: number, fault: string][] = [
    ['data edited', `UPDATE ledger_entry SET data = jsonb_set(data, '{reason}', '"另一理由"') WHERE ${ENTRY} AND seq = 3`, 3, 'edited'],
    ['one member of data removed', `UPDATE ledger_entry SET data = data - 'clocks' WHERE ${ENTRY} AND seq = 1`, 1, 'edited'],
    ['the actor edited', `UPDATE ledger_entry SET actor = 'somebody-else' WHERE ${ENTRY} AND seq = 2`, 2, 'edited'],
    ['the time moved by one millisecond', `UPDATE ledger_entry SET at = at + interval '1 millisecond' WHERE ${ENTRY} AND seq = 2`, 2, 'edited'],
    ['the event renamed', `UPDATE ledger_entry SET event = 'complaint.declined' WHERE ${ENTRY} AND seq = 4`, 4, 'edited'],
    ['a digest replaced', `UPDATE ledger_entry SET sm3 = repeat('0', 64) WHERE ${ENTRY} AND seq = 3`, 3, 'edited'],
    ['a row in the middle deleted', `DELETE FROM ledger_entry WHERE ${ENTRY} AND seq = 2`, 2, 'missing'],
    ['the first row deleted', `DELETE FROM ledger_entry WHERE ${ENTRY} AND seq = 1`, 1, 'missing'],
    ['two rows swapped', `UPDATE ledger_entry SET seq = seq + 100 WHERE ${ENTRY} AND seq IN (2, 3); UPDATE ledger_entry SET seq = 105 - seq WHERE ${ENTRY} AND seq > 100`, 2, 'edited'],
    ['a row deleted and the rest moved up', `DELETE FROM ledger_entry WHERE ${ENTRY} AND seq = 2; UPDATE ledger_entry SET seq = seq + 99 WHERE ${ENTRY} AND seq > 2; UPDATE ledger_entry SET seq = seq - 100 WHERE ${ENTRY} AND seq > 100; UPDATE ledger_head SET seq = 3 WHERE ${ENTRY}`, 2, 'edited'],
    ['the end cut off', `DELETE FROM ledger_entry WHERE ${ENTRY} AND seq > 2`, 3, 'truncated'],
    ['the end cut off and the head set back, but with the digest of another', `DELETE FROM ledger_entry WHERE ${ENTRY} AND seq > 2; UPDATE ledger_head SET seq = 2 WHERE ${ENTRY}`, 2, 'head-differs'],
    ['every entry deleted', `DELETE FROM ledger_entry WHERE ${ENTRY}`, 1, 'truncated'],
    ['the whole history deleted, head and all', `DELETE FROM ledger_entry WHERE ${ENTRY}; DELETE FROM ledger_head WHERE ${ENTRY}`, 1, 'truncated'],
    ['the head deleted', `DELETE FROM ledger_head WHERE ${ENTRY}`, 4, 'head-missing'],
    ['the head edited', `UPDATE ledger_head SET sha256 = repeat('0', 64) WHERE ${ENTRY}`, 4, 'head-differs'],
    ['the head set back', `UPDATE ledger_head h SET seq = 3, sha256 = e.sha256, sm3 = e.sm3 FROM ledger_entry e WHERE h.subject_id = :id AND e.subject_id = :id AND e.seq = 3`, 4, 'head-differs'],
    ['an entry of another chain put at the end', `INSERT INTO ledger_entry SELECT 'complaint', :id, 5, at, actor, event, data, prev_sha256, prev_sm3, sha256, sm3 FROM ledger_entry WHERE subject_type = 'complaint' AND subject_id <> :id AND seq = 2 LIMIT 1`, 5, 'edited'],
  ];

  it('says that every chain is whole while nobody has touched one', async () => {
    const all = await verify();
    // With the two rule sets that come with the software.
    expect(all).toEqual({ ok: true, subjects: 6, entries: 9, broken: [] });
    expect(await verify(bystander)).toEqual({ ok: true, subjects: 1, entries: 4, broken: [] });
  });

  it.each(ATTACKS)('finds %s', async (_, sql, seq, fault) => {
    const id = await withFourEntries();
    expect(await verify(id)).toMatchObject({ ok: true, entries: 4 });
    const before = (await verify()).broken.map(({ subjectId }) => subjectId);
    await tamper(sql, id);
    const found = await verify(id);
    expect(found.broken).toMatchObject([{ subjectType: 'complaint', subjectId: id, result: { firstBadSeq: seq, fault } }]);
    expect(found.ok).toBe(false);
    const all = await verify();
    expect(all.ok).toBe(false);
    // The one that was touched, and no other.
    expect(all.broken.map(({ subjectId }) => subjectId).filter((subjectId) => !before.includes(subjectId))).toEqual([id]);
    expect(all.broken.find(({ subjectId }) => subjectId === id)?.result).toMatchObject({ firstBadSeq: seq, fault });
    expect(await verify(bystander)).toMatchObject({ ok: true });
  });

  it('finds that a case lost its history although its complaint kept its own', async () => {
    const id = await withFourEntries();
    const [row] = await app.sql.admin<{ case_id: string }>('SELECT case_id FROM complaint WHERE id = $1', [id]);
    await tamper("DELETE FROM ledger_entry WHERE subject_id = :id; DELETE FROM ledger_head WHERE subject_id = :id", row?.case_id ?? '');
    expect((await verify(row?.case_id)).broken).toMatchObject([{ subjectType: 'case', subjectId: row?.case_id, result: { firstBadSeq: 1, fault: 'truncated' } }]);
    expect(await verify(id)).toMatchObject({ ok: true });
  });

  it('has nothing to say about a subject that does not exist, and takes no id that is none', async () => {
    expect(await verify('019aa1b2-0000-7000-8000-000000000000')).toEqual({ ok: true, subjects: 0, entries: 0, broken: [] });
    expect((await administrator.get('/v1/ledger/verification?subject=1')).status).toBe(400);
  });

  it('is for those who verify: not for the officers whose history it is', async () => {
    expect((await officer.get('/v1/ledger/verification')).status).toBe(403);
    const oversight = await app.as('oversight');
    expect((await oversight.get(`/v1/ledger/verification?subject=${bystander}`)).body).toMatchObject({ ok: true, entries: 4 });
  });

  it.each([
    ['UPDATE', "UPDATE ledger_entry SET actor = actor"], ['UPDATE of one row', `UPDATE ledger_entry SET data = '{}' WHERE seq = 1`], ['DELETE', 'DELETE FROM ledger_entry'],
    ['TRUNCATE', 'TRUNCATE ledger_entry'], ['TRUNCATE with others', 'TRUNCATE ledger_head, ledger_entry CASCADE'], ['an upsert', 'INSERT INTO ledger_entry SELECT * FROM ledger_entry ON CONFLICT ON CONSTRAINT ledger_entry_pk DO UPDATE SET actor = excluded.actor'],
  ])('refuses %s by trigger, even to the superuser and to the owner', async (_, sql) => {
    const there = await app.sql.admin('SELECT count(*)::int AS n FROM ledger_entry');
    await expect(app.sql.admin(sql)).rejects.toMatchObject({ code: '23000', message: expect.stringContaining('append-only') as unknown });
    // The owner sees no rows through row-level security; the policies put away, the trigger still stands.
    await expect(app.sql.admin(`BEGIN; ALTER TABLE ledger_entry NO FORCE ROW LEVEL SECURITY; ALTER TABLE ledger_head NO FORCE ROW LEVEL SECURITY; SET LOCAL ROLE zhiheng_owner; ${sql}; COMMIT`)).rejects.toMatchObject({ code: '23000' });
    expect(await app.sql.admin('SELECT count(*)::int AS n FROM ledger_entry')).toEqual(there);
  });

  it('agrees with digests computed here, from the columns, by RFC 8785 and the hashes of OpenSSL', async () => {
    const entries = await app.sql.admin<Entry>("SELECT * FROM ledger_entry WHERE subject_type = 'complaint' AND subject_id = $1 ORDER BY seq", [bystander]);
    expect(entries.map(({ event }) => event)).toEqual(['complaint.registered', 'complaint.accepted', 'identity.unmasked', 'complaint.case-opened']);
    let [prevSha256, prevSm3]: (string | null)[] = [null, null];
    for (const { subject_type: subjectType, subject_id: subjectId, seq, at, actor, event, data, sha256, sm3, prev_sha256, prev_sm3 } of entries) {
      const bytes = canonicalize({ v: 1, subjectType, subjectId, seq, at: at.toISOString(), actor, event, data, prevSha256, prevSm3 }) ?? '';
      expect({ seq, sha256, sm3, prev_sha256, prev_sm3 }).toEqual({ seq, sha256: createHash('sha256').update(bytes).digest('hex'), sm3: createHash('sm3').update(bytes).digest('hex'), prev_sha256: prevSha256, prev_sm3: prevSm3 });
      [prevSha256, prevSm3] = [sha256, sm3];
    }
    expect(await app.sql.admin("SELECT seq, sha256, sm3 FROM ledger_head WHERE subject_type = 'complaint' AND subject_id = $1", [bystander])).toEqual([{ seq: 4, sha256: prevSha256, sm3: prevSm3 }]);
    const shown = await officer.get(`/v1/complaints/${bystander}/timeline`);
    expect(shown.body.items.map(({ sha256 }: { sha256: string }) => sha256)).toEqual(entries.map(({ sha256 }) => sha256));
  });

  it('keeps the chain whole while officers of the same complaint act at once', async () => {
    const filed = await operator.post('/v1/complaints', report());
    const id: string = filed.body.id;
    const looks = await Promise.all(Array.from({ length: 12 }, () => officer.post(`/v1/complaints/${id}/unmask`, { purpose: 'identity-check', reason: '并发' })));
    expect(looks.map((look) => look.status)).toEqual(looks.map(() => 200));
    expect(await verify(id)).toEqual({ ok: true, subjects: 1, entries: 13, broken: [] });
  });
});
