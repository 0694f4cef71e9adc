import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { RegistriesJobs } from '../../../src/modules/registries/registries.jobs.js';
import { SubscribersService } from '../../../src/modules/registries/subscribers.service.js';
import { systemClaims, type Claims } from '../../../src/platform/database/claims.js';
import { lookUp } from '../../../src/platform/database/database.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { until } from '../../support/wait.js';
import { inEffect, revoked, type Listed, type ListingCast } from '../listings/listings.ground.js';
import { castOf, codes } from '../penalties/penalties.ground.js';

jest.setTimeout(90_000);

const FEED = '/v1/registries/blacklist/feed';
const SUBSCRIBERS = '/v1/registries/subscribers';
const RECALLS = '/v1/registries/recalls';

describe('subscribers of the register', () => {
  let app: TestApp;
  let cast: ListingCast;
  let platform: Client;
  let hotline: Client;
  let first: Json;
  let walk: Listed;

  beforeAll(async () => {
    app = await startTestApp({ env: { ROLE: 'all' } });
    const people = await castOf(app);
    const [city, data, line] = await Promise.all([app.as('agency-head', 'cz-market-regulation'), app.as('system-client', 'cz-court'), app.as('system-client')]);
    cast = { ...people, city };
    platform = data;
    hotline = line;
  });
  afterAll(() => app.close());

  const feed = async (after: number, by = platform): Promise<Json> => (await by.get(`${FEED}?after=${after}`)).body;
  const entriesAfter = async (after: number): Promise<Json[]> => (await feed(after)).items.filter(({ kind }: Json) => kind !== 'effects-changed');
  const acknowledge = async (by: Client, id: string, upTo: number): Promise<{ status: number; body: Json }> => by.command(`${SUBSCRIBERS}/${id}/acknowledgements`, Number((await by.get(`${SUBSCRIBERS}/${id}`)).body.version), { upTo });
  const recallsOf = async (by: Client, more = ''): Promise<Json[]> => (await by.get(`${RECALLS}?limit=200${more}`)).body.items;

  it('subscribe for themselves, once, and nobody else does', async () => {
    app.now.set('2026-07-01T10:00:00+08:00');
    const answer = await platform.post(SUBSCRIBERS, { label: '法院系统（测试）' });
    expect([answer.status, answer.body]).toEqual([201, expect.objectContaining({ state: 'subscribed', agency: 'cz-court', version: 1 })]);
    first = answer.body;
    expect(first.acknowledged).toBe(first.since);
    expect(codes(await platform.post(SUBSCRIBERS, { label: '再次订阅' }))).toEqual(['registry.subscribed-already']);
    expect((await cast.head.post(SUBSCRIBERS, { label: '非系统' })).status).toBe(403);
    // Another system neither sees it nor acknowledges for it.
    expect((await hotline.get(`${SUBSCRIBERS}/${first.id}`)).status).toBe(404);
    expect((await hotline.command(`${SUBSCRIBERS}/${first.id}/acknowledgements`, 1, { upTo: 0 })).status).toBe(404);
    const sibling = await app.as('system-client', 'cz-court');
    expect(codes(await acknowledge(sibling, first.id, first.since))).toEqual(['registry.subscriber-of-another']);
    expect((await app.as('hotline-operator').then((one) => one.get(FEED))).status).toBe(403);
  });

  it('are told of entries with effects and their days, and of what is void', async () => {
    const before: number = (await feed(0)).last;
    walk = await inEffect(app, cast, '91445103MA7T01017W');
    const [entered, ...more] = await entriesAfter(before);
    expect(more).toEqual([]);
    expect(entered).toMatchObject({ kind: 'entered', list: 'serious-dishonesty', at: '2026-08-04T02:00:00.000Z', entry: { listing: walk.listing, uscc: walk.uscc, validFrom: '2026-08-04T01:00:00.000Z', validUntil: null, reason: null } });
    expect(entered?.['effects']).toContainEqual(expect.objectContaining({ code: 'no-honours', validFrom: '2021-09-01', validUntil: null }));
    expect(await feed(0, cast.officer)).toEqual(await feed(0));
    const number = Number(entered?.['number']);
    expect(codes(await acknowledge(platform, first.id, number + 1000))).toEqual(['registry.number-ahead']);
    expect((await acknowledge(platform, first.id, number)).body).toMatchObject({ acknowledged: number });
    expect(codes(await acknowledge(platform, first.id, first.since - 1 < 0 ? 0 : first.since - 1))).toEqual(number === 0 ? [] : ['registry.number-behind']);

    expect((await hotline.post(SUBSCRIBERS, { label: '12345平台（测试）' })).status).toBe(201);
    await revoked(app, cast, walk);
    await until('both to be called', async () => (await recallsOf(cast.officer)).length === 2);
    const [void_] = await entriesAfter(number);
    expect(void_).toMatchObject({ kind: 'recalled', effects: [], entry: { uscc: walk.uscc, validFrom: '2026-08-04T01:00:00.000Z', validUntil: '2026-08-04T01:00:00.000Z', reason: 'cancelled' } });
    // Three working days from Tuesday 20 October 2026.
    expect(await recallsOf(platform)).toMatchObject([{ state: 'awaited', number: void_?.['number'], subscriber: first.id, recalledAt: '2026-10-20T02:00:00.000Z' }]);
    const clocks = await app.sql.admin("SELECT c.status, to_char(c.legal_due AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS due FROM deadline c WHERE c.kind = 'registry.recall'");
    expect(clocks).toEqual(Array(2).fill({ status: 'running', due: '2026-10-23' }));
    expect((await cast.stranger.get(`${RECALLS}?limit=200`)).body.items).toEqual([]);
  });

  it('acknowledge what was called back, and whoever does not raises the alarm when the clock ends', async () => {
    const last: number = (await feed(0)).last;
    const end = async (): Promise<{ status: number; body: Json }> => platform.command(`${SUBSCRIBERS}/${first.id}/end`, Number((await platform.get(`${SUBSCRIBERS}/${first.id}`)).body.version));
    expect(codes(await end())).toEqual(['registry.recalls-open']);
    expect((await acknowledge(platform, first.id, last)).status).toBe(200);
    expect(await recallsOf(platform)).toMatchObject([{ state: 'acknowledged', acknowledgedAt: '2026-10-20T02:00:00.000Z', nextDue: null }]);
    // The same job again calls nobody a second time.
    await app.app.get(SubscribersService, { strict: false }).recall({ claims: systemClaims('test'), permissions: new Set(), agency: '', at: app.now.date() }, walk.listing);
    expect(await recallsOf(cast.officer)).toHaveLength(2);
    expect(await recallsOf(cast.officer, '&state=missing')).toEqual([]);
    // Rows alone bring it: nothing of it is in a queue.
    app.now.set('2026-10-24T00:00:00+08:00');
    await until('the alarm', async () => (await recallsOf(cast.officer, '&state=missing')).length === 1);
    const [missing] = await recallsOf(cast.officer, '&state=missing');
    expect(missing).toMatchObject({ subscriberLabel: '12345平台（测试）', uscc: walk.uscc, acknowledgedAt: null });
    const noticed = (): Promise<{ agency: string }[]> => app.sql.admin<{ agency: string }>('SELECT agency FROM notice WHERE subject_id = $1 ORDER BY agency', [missing?.['id']]);
    await until('both agencies to be told', async () => (await noticed()).length === 2);
    expect((await noticed()).map(({ agency }) => agency)).toEqual(['chaoan-market-regulation', 'cz-hotline-12345']);
    const events = (await cast.officer.get(`${RECALLS}/${String(missing?.['id'])}/timeline`)).body.items.map(({ event }: Json) => event);
    expect(events).toEqual(expect.arrayContaining(['registry-recall.sent', 'registry-recall.unacknowledged']));
    expect(await (await fetch(`${app.url}/metrics`)).text()).toContain('zhiheng_registry_recalls_missing 1');
    const confirm = (by: Client): Promise<{ status: number; body: Json }> => by.command(`${RECALLS}/${String(missing?.['id'])}/confirm-otherwise`, Number(missing?.['version']), { note: '来函〔2026〕3号确认已删除' });
    expect((await confirm(hotline)).status).toBe(403);
    expect((await confirm(cast.stranger)).status).toBe(404);
    expect(await confirm(cast.officer)).toMatchObject({ status: 200, body: { state: 'acknowledged', note: '来函〔2026〕3号确认已删除' } });
    expect(await (await fetch(`${app.url}/metrics`)).text()).toContain('zhiheng_registry_recalls_missing 0');
    expect((await end()).body).toMatchObject({ state: 'ended' });
  });

  it('are answered by one statement that brings its claims along, and nobody’s claims stay behind', async () => {
    const statement = lookUp({ name: 'test-look-up', columns: 'uscc', from: 'registry_entry', where: (at) => `uscc = ${at(1)}`, order: 'id' });
    const nobody: Claims = { scope: 'none', actor: 'test', agencies: [], regions: null };
    const seen: [number, number][] = [];
    // Often enough that every connection has made its plan for all values.
    for (let turn = 0; turn < 60; turn += 1) {
      const [some, none] = await Promise.all([systemClaims('test'), nobody].map((claims) => app.database.lookUp(claims, statement, [walk.uscc])));
      seen.push([some?.length ?? -1, none?.length ?? -1]);
    }
    expect(seen).toEqual(Array(60).fill([2, 0]));
    expect(await app.database.read(nobody, { name: 'test-plain', text: 'SELECT uscc FROM registry_entry' }, [])).toEqual([]);
  });

  it('are told when effects change, once', async () => {
    const jobs = app.app.get(RegistriesJobs, { strict: false });
    const { last } = await feed(0);
    // Before the first day nothing follows; on it four effects begin.
    await jobs.tellEffects(new Date('2021-08-31T04:00:00Z'));
    await jobs.tellEffects(new Date('2021-08-31T05:00:00Z'));
    await jobs.tellEffects(new Date('2021-09-01T04:00:00Z'));
    const { items } = await feed(last);
    const told = items.filter(({ at }: Json) => String(at).startsWith('2021'));
    expect(told.map(({ kind, entry, effects }: Json) => [kind, entry, effects.length])).toEqual([['effects-changed', null, 0], ['effects-changed', null, 4]]);
    expect(told[1].effects[0]).toMatchObject({ validFrom: '2021-09-01', validUntil: null, basis: { article: '第十五条第一项' } });
  });

  it('get numbers without gaps in the order of commits, whatever is rolled back meanwhile; and nobody forges a change', async () => {
    const { last } = await feed(0);
    const clients = await Promise.all(Array.from({ length: 6 }, async () => {
      const client = new pg.Client(app.sql.address.appUrl);
      await client.connect();
      return client;
    }));
    const claim = "SELECT set_config('zhiheng.scope', 'system', true), set_config('zhiheng.actor', 'system:test', true), set_config('zhiheng.agencies', '{}', true), set_config('zhiheng.regions', '', true), set_config('zhiheng.purpose', '', true)";
    const write = async (client: pg.Client, worker: number): Promise<void> => {
      for (let turn = 0; turn < 15; turn += 1) {
        await client.query('BEGIN');
        await client.query(claim);
        await client.query("INSERT INTO registry_change (list, effects, at) VALUES ('test', $1::jsonb, now())", [JSON.stringify([{ worker, turn }])]);
        await client.query((turn + worker) % 3 === 0 ? 'ROLLBACK' : 'COMMIT');
      }
    };
    const seen: number[][] = [];
    let writing = true;
    const look = async (): Promise<void> => {
      while (writing) seen.push((await feed(last)).items.map(({ number }: Json) => number));
    };
    const looking = look();
    await Promise.all(clients.map((client, worker) => write(client, worker)));
    writing = false;
    await looking;
    const numbers: number[] = (await feed(last)).items.map(({ number }: Json) => number);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => last + 1 + index));
    expect(numbers.length).toBeGreaterThanOrEqual(60);
    // Whoever looks meanwhile never sees a number without all before it.
    for (const found of seen) expect(found).toEqual(numbers.slice(0, found.length));

    const attempt = async (scope: string, statement: string): Promise<string> => {
      const [client] = clients;
      if (client === undefined) return 'no client';
      await client.query('BEGIN');
      try {
        await client.query(claim.replace("'system', true", `'${scope}', true`));
        await client.query(statement);
        await client.query('COMMIT');
        return 'written';
      } catch (error) {
        await client.query('ROLLBACK');
        return String((error as { constraint?: string }).constraint ?? (error as { code?: string }).code);
      }
    };
    expect([
      await attempt('agencies', "INSERT INTO registry_change (list, effects, at) VALUES ('serious-dishonesty', '[]', now())"), await attempt('system', "INSERT INTO registry_change (list, entry_id, at) VALUES ('serious-dishonesty', gen_random_uuid(), now())"),
      await attempt('system', "INSERT INTO registry_change (list, entry_id, at) SELECT list, id, now() FROM registry_entry LIMIT 1"), await attempt('system', 'UPDATE registry_change SET number = number + 1'), await attempt('system', 'DELETE FROM registry_change'),
    ]).toEqual(['registry_change_of_effects', 'P0002', 'registry_change_entry', '42501', '42501']);
    await Promise.all(clients.map((client) => client.end()));
  });
});
