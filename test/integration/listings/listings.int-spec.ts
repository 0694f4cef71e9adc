import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { ListingsJobs } from '../../../src/modules/listings/listings.jobs.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { until } from '../../support/wait.js';
import { act, castOf, codes, done, notified, service } from '../penalties/penalties.ground.js';
import * as ground from './listings.ground.js';
import { ask, CHECK, PROVISIONS, type Listed, type ListingCast } from './listings.ground.js';

jest.setTimeout(60_000);

/** Synthetic, with valid check characters. */
const CODES = ['91445103MA7T01017W', '91445103MA7T01025P', '91445103MA7T01033J', '91445103MA7T01041D'];

describe('listings over HTTP', () => {
  let app: TestApp;
  let cast: ListingCast;
  let city: Client;
  let other: Client;
  let used = 0;

  beforeAll(async () => {
    app = await startTestApp({ env: { ROLE: 'all' } });
    const people = await castOf(app);
    [city, other] = await Promise.all([app.as('agency-head', 'cz-market-regulation'), app.as('system-client')]);
    cast = { ...people, city };
  });
  afterAll(() => app.close());

  const command = (by: Client, id: string, name: string, body?: object): Promise<{ status: number; body: Json }> => ground.command(cast, by, id, name, body);
  const ok = (by: Client, id: string, name: string, body?: object): Promise<Json> => ground.ok(cast, by, id, name, body);
  const sure = async (answer: Promise<{ status: number; body: Json }>): Promise<void> => {
    const { status, body } = await answer;
    if (status !== 200) throw new Error(JSON.stringify(body));
  };
  const check = async (uscc: string, more = '', by = other): Promise<Json> => (await by.get(`${CHECK}?uscc=${uscc}${more}`)).body;
  const next = (): string => CODES[used++] ?? '';
  const told = async (): Promise<Listed> => {
    const walk = await ground.told(app, cast, next());
    const { body } = await cast.officer.get(`/v1/listings/${walk.listing}`);
    expect(body).toMatchObject({ state: 'notified', uscc: walk.uscc });
    expect(body.facts).not.toContain('13812345678');
    return walk;
  };
  const decided = (walk: Listed): Promise<{ penalty: string; decision: string }> => ground.decided(app, cast, walk);
  const inEffect = (): Promise<Listed> => ground.inEffect(app, cast, next());

  it('are proposed on a ground that was read, a penalty of one’s own and a firm; once; and hold the case open', async () => {
    const walk = await notified(app, cast);
    expect(codes(await cast.officer.post('/v1/listings', ask(walk)))).toEqual(['listing.party-unfit']);
    expect(codes(await cast.officer.post('/v1/listings', ask(walk, { ground: 'court-list' })))).toEqual(['listing.no-ground', 'listing.no-base', 'listing.party-unfit']);
    expect((await cast.officer.post('/v1/listings', ask(walk, { ground: 'anything' }))).status).toBe(400);
    expect((await other.post('/v1/listings', ask(walk))).status).toBe(403);
    expect((await cast.stranger.post('/v1/listings', ask(walk))).status).toBe(404);
    const again = await told();
    expect(codes(await cast.officer.post('/v1/listings', ask(again)))).toEqual(['listing.proposed-already']);
    const fileOf = async (): Promise<number> => Number((await cast.officer.get(`/v1/cases/${again.caseId}`)).body.version);
    expect((await cast.officer.command(`/v1/cases/${again.caseId}/claim`, await fileOf())).status).toBe(200);
    const closing = await cast.officer.command(`/v1/cases/${again.caseId}/close`, await fileOf(), { outcome: '完结' });
    expect(JSON.stringify(closing.body)).toContain(again.listing);
    // Not decided before the party could answer, nor without the superior, nor on another day than the penalty.
    expect(codes(await command(cast.head, again.listing, 'decide', PROVISIONS))).toEqual(['listing.notice-period-running', 'listing.no-consent', 'listing.no-decision', 'listing.not-together']);
    expect(codes(await command(cast.head, again.listing, 'ask-consent', { opinion: '拟列入' }))).toEqual(['listing.notice-period-running']);
    await ok(cast.officer, again.listing, 'record-statement', { at: '2026-07-24T15:40:00+08:00', content: '系误购', hearingRequested: true });
    app.now.set('2026-08-03T10:00:00+08:00');
    expect(codes(await command(cast.head, again.listing, 'ask-consent', { opinion: '拟列入' }))).toEqual(['listing.not-heard']);
    await ok(cast.officer, again.listing, 'record-hearing', { at: '2026-08-03T09:00:00+08:00', course: '已听证', opinion: '维持' });
    await ok(cast.head, again.listing, 'ask-consent', { opinion: '拟列入' });
    expect(codes(await command(cast.head, again.listing, 'consent', { opinion: '同意', letter: '8' }))).toEqual(['listing.not-the-superior']);
    expect(await ok(city, again.listing, 'refuse-consent', { opinion: '情节不够严重' })).toMatchObject({ state: 'not-listed', reason: '情节不够严重' });
    expect(await check(again.uscc)).toMatchObject({ listed: false, entries: [] });
  });

  it('take effect with service only, answer for ever as they did then, and fall with their base', async () => {
    const walk = await told();
    const { penalty, decision } = await decided(walk);
    const serve = service(cast, walk, decision, '2026-08-04T09:00:00+08:00');
    app.now.set('2026-08-04T10:00:00+08:00');
    expect(await check(walk.uscc)).toMatchObject({ listed: false, asOf: '2026-08-04T01:59:58.000Z' });
    expect(codes(await command(cast.officer, walk.listing, 'serve-decision', serve))).toEqual(['listing.base-unserved']);
    await done(cast.officer, walk.id, 'serve-decision', service(cast, walk, penalty, '2026-08-04T09:00:00+08:00'));
    expect(await ok(cast.officer, walk.listing, 'serve-decision', serve)).toMatchObject({ state: 'in-effect', servedAt: '2026-08-04T01:00:00.000Z' });
    // What began just now is not settled: the answer is of two seconds ago.
    expect((await check(walk.uscc)).listed).toBe(false);
    expect((await other.get(`${CHECK}?uscc=${walk.uscc}&asOf=2026-08-04T10:00:00%2B08:00`)).body).toMatchObject({ status: 422, code: 'registry.not-settled', latest: '2026-08-04T01:59:58.000Z' });
    app.now.set('2026-08-04T10:01:00+08:00');
    const then = await check(walk.uscc);
    expect(then).toMatchObject({ listed: true, warnings: [], entries: [{ list: 'serious-dishonesty', ground: 'wilful-ip-infringement', agency: 'chaoan-market-regulation', validFrom: '2026-08-04T01:00:00.000Z', validUntil: null }] });
    expect(then.entries[0].effects.map(({ code }: Json) => code)).toContain('no-honours');
    expect((await cast.officer.get(`/v1/cases/${walk.caseId}`)).status).toBe(200);
    const clocks: Json[] = await app.sql.admin("SELECT kind, status, to_char(legal_due AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS due FROM deadline WHERE subject_id = $1 ORDER BY kind", [walk.listing]);
    expect(Object.fromEntries(clocks.map(({ kind, status, due }) => [kind, [status, due]]))).toMatchObject({
      // Twenty working days from Tuesday 4 August; one year and three from 4 August.
      'list.publication': ['running', '2026-08-31'], 'list.early-removal': ['running', '2027-08-04'], 'list.removal': ['running', '2029-08-04'], 'hearing.request': ['void', '2026-07-31'], 'decision.service': ['met', expect.anything()],
    });
    await ok(cast.officer, walk.listing, 'record-publication', { at: '2026-08-04T10:00:30+08:00', channel: '国家企业信用信息公示系统（广东）' });
    expect(codes(await command(cast.head, walk.listing, 'cancel', { reasons: '无' }))).toEqual(['listing.base-stands']);

    app.now.set('2026-10-20T10:00:00+08:00');
    await done(cast.officer, walk.id, 'record-challenge', { way: 'reconsideration', at: '2026-10-20T09:00:00+08:00', body: '潮安区人民政府（测试）', fileNumber: '安府复〔2026〕1号' });
    expect((await act(cast.head, walk.id, 'record-revocation', { at: '2026-10-20T09:30:00+08:00', fileNumber: '安府复决〔2026〕1号' })).status).toBe(200);
    await until('the listing to fall with its base', async () => (await cast.officer.get(`/v1/listings/${walk.listing}`)).body.state === 'cancelled');
    app.now.set('2026-10-20T10:01:00+08:00');
    expect(await check(walk.uscc)).toMatchObject({ listed: false });
    // What was known then is told as it was told; what is known now says that it was void from the beginning.
    expect(await check(walk.uscc, `&asOf=${then.asOf}`)).toEqual(then);
    expect(await check(walk.uscc, `&on=${then.asOf}`)).toMatchObject({ listed: false });
    expect(await ok(cast.officer, walk.listing, 'confirm-ended', { at: '2026-10-20T10:00:30+08:00', channel: '国家企业信用信息公示系统（广东）' })).toMatchObject({ state: 'archived', nextDue: null });
    const { body: { items } } = await cast.officer.get(`/v1/documents?case=${walk.caseId}&limit=200`);
    expect(items.map(({ kind }: Json) => kind)).toEqual(expect.arrayContaining(['listing-notice', 'listing-decision', 'listing-cancellation']));
    expect((await (await app.as('administrator')).get(`/v1/ledger/verification?subject=${walk.listing}`)).body).toMatchObject({ ok: true });
  });

  it('are removed on application after a year, by all three conditions', async () => {
    const walk = await inEffect();
    await ok(cast.officer, walk.listing, 'record-publication', { at: '2026-08-04T10:00:00+08:00', channel: '国家企业信用信息公示系统（广东）' });
    const removal = { appliedAt: '2027-08-05T09:00:00+08:00', reasons: '已履行并整改', performed: true, harmRemoved: true, nothingSince: true };
    app.now.set('2027-08-05T10:00:00+08:00');
    expect(codes(await command(cast.head, walk.listing, 'remove', { ...removal, nothingSince: false }))).toEqual(['listing.conditions-missing', 'listing.no-repair']);
    expect((await command(cast.officer, walk.listing, 'remove', removal)).status).toBe(403);
    // By a credit repair that was granted, and by nothing else.
    const { body: { id: repair } } = await cast.officer.post('/v1/credit-repairs', { targetType: 'listing', targetId: walk.listing, uscc: walk.uscc, appliedAt: removal.appliedAt, materials: ['application', 'identity', 'promise', 'proof'], promise: '依法诚信经营' });
    await sure(cast.officer.command(`/v1/credit-repairs/${repair}/accept`, 1));
    await sure(cast.officer.command(`/v1/credit-repairs/${repair}/record-verification`, 2, { at: removal.appliedAt, way: 'written', findings: '已履行', performed: true, rectified: true, relapsed: false, dangerous: false }));
    await sure(cast.head.command(`/v1/credit-repairs/${repair}/grant`, 3, { reasons: removal.reasons }));
    await until('the listing to be removed', async () => (await cast.officer.get(`/v1/listings/${walk.listing}`)).body.state === 'removed');
    expect((await cast.officer.get(`/v1/listings/${walk.listing}`)).body).toMatchObject({ reason: removal.reasons, endedAt: '2027-08-05T02:00:00.000Z' });
    app.now.set('2027-08-05T10:01:00+08:00');
    expect(await check(walk.uscc)).toMatchObject({ listed: false });
    expect(await check(walk.uscc, '&on=2027-08-05T09:59:00%2B08:00')).toMatchObject({ listed: true });
    const clocks: Json[] = await app.sql.admin("SELECT kind, status, to_char(legal_due AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS due FROM deadline WHERE subject_id = $1 AND kind IN ('list.early-removal', 'list.removal', 'repair.data') ORDER BY kind", [walk.listing]);
    // Thursday 5 August 2027: three working days are Friday, Monday, Tuesday.
    expect(clocks).toMatchObject([{ kind: 'list.early-removal' }, { kind: 'list.removal', status: 'void' }, { kind: 'repair.data', status: 'running', due: '2027-08-10' }]);
    expect(await ok(cast.officer, walk.listing, 'confirm-ended', { at: '2027-08-05T10:00:30+08:00', channel: '国家企业信用信息公示系统（广东）' })).toMatchObject({ state: 'archived' });
  });

  it('end on application after a year, or by time after three', async () => {
    const walk = await inEffect();
    const removal = { appliedAt: '2027-08-04T09:00:00+08:00', reasons: '已履行并整改', performed: true, harmRemoved: true, nothingSince: true };
    app.now.set('2027-08-04T10:00:00+08:00');
    expect(codes(await command(cast.head, walk.listing, 'remove', { ...removal, harmRemoved: false }))).toEqual(['listing.year-running', 'listing.conditions-missing', 'listing.no-repair']);
    app.now.set('2029-08-04T10:00:00+08:00');
    const jobs = app.app.get(ListingsJobs, { strict: false });
    await jobs.removeExpired(app.now.date());
    expect((await cast.officer.get(`/v1/listings/${walk.listing}`)).body.state).toBe('in-effect');
    app.now.set('2029-08-05T00:00:00+08:00');
    await jobs.removeExpired(app.now.date());
    await jobs.removeExpired(app.now.date());
    expect((await cast.officer.get(`/v1/listings/${walk.listing}`)).body).toMatchObject({ state: 'removed', reason: '列入满三年', endedAt: '2029-08-04T16:00:00.000Z' });
    app.now.set('2029-08-05T00:01:00+08:00');
    expect(await check(walk.uscc)).toMatchObject({ listed: false });
    expect(await check(walk.uscc, '&on=2029-08-04T10:00:00%2B08:00')).toMatchObject({ listed: true });
  });

  it('warn of a wrong check character, and refuse what is no code', async () => {
    expect(await check('91445103MA00TQT27K')).toMatchObject({ listed: false, warnings: [{ code: expect.any(String) }] });
    expect((await other.get(`${CHECK}?uscc=9144510IMA00TQT27J`)).body).toMatchObject({ status: 422, code: 'registry.code-misshapen' });
    expect((await (await app.as('hotline-operator')).get(`${CHECK}?uscc=91445103MA00TQT27J`)).status).toBe(403);
  });

  it('let nobody put a name on the list without a served decision: as the application’s own login', async () => {
    const entry = (listing: string, decision: string): string => `INSERT INTO registry_entry (id, list, listing_id, decision_id, agency, uscc, name, ground, valid_from, known_from)
      VALUES (gen_random_uuid(), 'serious-dishonesty', '${listing}', '${decision}', 'chaoan-market-regulation', '91445103MA4UM5D39B', '某厂（测试）', 'wilful-ip-infringement', now(), now())`;
    const nothing = '019aa1b2-0000-7000-8000-000000000000';
    const [listing] = await app.sql.admin<{ id: string }>("SELECT id FROM listing WHERE state = 'not-listed' LIMIT 1");
    const [notice] = await app.sql.admin<{ id: string }>("SELECT id FROM official_document WHERE kind = 'listing-notice' LIMIT 1");
    const client = new pg.Client(app.sql.address.appUrl);
    await client.connect();
    const attempt = async (...statements: string[]): Promise<string> => {
      await client.query('BEGIN');
      try {
        await client.query("SELECT set_config('zhiheng.scope', 'system', true), set_config('zhiheng.actor', 'system:attack', true), set_config('zhiheng.agencies', '{}', true), set_config('zhiheng.regions', '', true), set_config('zhiheng.purpose', '', true)");
        for (const statement of statements) await client.query(statement);
        await client.query('COMMIT');
        return 'written';
      } catch (error) {
        await client.query('ROLLBACK');
        return String((error as { constraint?: string; code?: string }).constraint ?? (error as { code?: string }).code);
      }
    };
    const before = await app.sql.admin('SELECT * FROM registry_entry ORDER BY id');
    const outcomes = [
      await attempt(entry(nothing, nothing)), await attempt(entry(listing?.id ?? '', notice?.id ?? '')), await attempt('SET CONSTRAINTS ALL DEFERRED', entry(nothing, nothing)), await attempt('SET CONSTRAINTS ALL IMMEDIATE', entry(nothing, nothing)),
      await attempt("UPDATE registry_entry SET uscc = '91445103MA4UM5D39B'"), await attempt('UPDATE registry_entry SET known_until = known_from + interval \'1 hour\' WHERE known_until IS NULL'), await attempt('UPDATE registry_entry SET known_until = NULL'),
      await attempt('DELETE FROM registry_entry'), await attempt('TRUNCATE registry_entry'), await attempt('ALTER TABLE registry_entry DISABLE TRIGGER ALL'), await attempt('SET session_replication_role = replica'), await attempt('DROP FUNCTION sec.registry_entry_is_served() CASCADE'),
    ];
    await client.end();
    expect(outcomes).toEqual([
      ...Array(4).fill('registry_entry_served'), 'registry_entry_kept', 'registry_entry_followed', 'registry_entry_kept', ...Array(5).fill('42501'),
    ]);
    expect(await app.sql.admin('SELECT * FROM registry_entry ORDER BY id')).toEqual(before);
    // And no route writes the register.
    const { paths } = JSON.parse(readFileSync('openapi/openapi.json', 'utf8'));
    const written = Object.entries(paths as Record<string, object>).filter(([path, methods]) => path.includes('/registries/') && Object.keys(methods).some((method) => method !== 'get'));
    expect(written.map(([path]) => path).filter((path) => !/^\/v1\/registries\/(subscribers|recalls)(\/|$)/.test(path))).toEqual([]);
    expect((await cast.head.post('/v1/registries/blacklist', {})).status).toBe(404);
  });
});
