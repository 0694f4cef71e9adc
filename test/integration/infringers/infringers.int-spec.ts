import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { InfringerResolution } from '../../../src/modules/infringers/infringers.resolution.service.js';
import { systemClaims } from '../../../src/platform/database/claims.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { until } from '../../support/wait.js';
import { castOf, CHAOAN, CITY, openCase, XIANGQIAO, type Cast } from '../cases/cases.ground.js';

jest.setTimeout(90_000);

/** Synthetic, with valid check characters. */
const CODES = ['91445103MA7T01017W', '91445103MA7T01025P'];
const ROUTE = '/v1/infringers';
let serial = 0;
const name = (): string => `潮州市潮安区测试关联厂${(serial += 1)}号有限公司`;

interface Accused {
  readonly caseId: string;
  readonly party: string;
  readonly organisation: string;
}

describe('clusters of accused parties over HTTP', () => {
  let app: TestApp;
  let cast: Cast;
  let away: Cast;
  let oversight: Client;

  beforeAll(async () => {
    app = await startTestApp({ env: { ROLE: 'all' } });
    cast = await castOf(app);
    oversight = await app.as('oversight');
    const officer = await app.as('enforcement-officer', XIANGQIAO);
    away = { ...cast, officer };
  });
  afterAll(() => app.close());

  const ok = <T extends { status: number; body: Json }>(answer: T, status: number): Json => {
    if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  /** A case of its own for an organisation. */
  const accuse = async (organisation: object | string, by: Cast = cast): Promise<Accused> => {
    const { id: caseId } = await openCase(by, by === away ? { region: '445102' } : {});
    const id: string = typeof organisation === 'string' ? organisation : ok(await by.officer.post('/v1/organisations', { name: name(), ...organisation }), 201).id;
    const added = ok(await by.officer.post(`/v1/cases/${caseId}/parties`, { role: 'respondent', reason: '测试', organisationId: id }), 201);
    return { caseId, party: added.id, organisation: id };
  };
  const clusterOf = async ({ caseId, organisation }: Accused, by = cast.officer): Promise<Json> => {
    const { items } = ok(await by.get(`${ROUTE}/cases/${caseId}/clusters`), 200);
    for (const { id } of items) {
      const { body } = await by.get(`${ROUTE}/clusters/${id}`);
      if (body.parties?.some((party: Json) => party.id === organisation)) return body;
    }
    return null;
  };
  const members = (cluster: Json): string[] => (cluster?.parties ?? []).map(({ id }: Json) => id).sort();
  const together = (one: Accused, ...others: Accused[]): Promise<Json> => until('one cluster', async () => {
    const cluster = await clusterOf(one);
    return JSON.stringify(members(cluster)) === JSON.stringify([one, ...others].map(({ organisation }) => organisation).sort()) ? cluster : null;
  });
  const mark = async ({ caseId, party: partyId }: Accused, field: string, value: string, by = cast.officer): Promise<Json> => ok(await by.post(`${ROUTE}/marks`, { caseId, partyId, field, value, foundIn: '营业执照' }), 201);

  it('come from what two parties have in common, and say why', async () => {
    const address = '潮安区彩塘镇测试路二十三号';
    const one = await accuse({ address, uscc: CODES[0] });
    const other = await accuse({ address: '广东省潮州市潮安区彩塘镇测试路23号', uscc: CODES[1] });
    expect(members(await together(other))).toEqual([other.organisation]);
    await mark(one, 'phone', '139 0000 0021');
    const written = await mark(other, 'phone', '+86 13900000021');
    expect(written).toMatchObject({ field: 'phone', shown: '139****0021', foundIn: '营业执照', struckReason: null });
    const cluster = await together(one, other);
    expect(cluster).toMatchObject({ members: 2, cases: 2, agencies: [CHAOAN], otherCases: [] });
    expect(cluster.id).toBe([one.organisation, other.organisation].sort()[0]);
    const [link] = cluster.links;
    expect(link).toMatchObject({ strength: 90, standing: true, rules: '2026-11', separation: null });
    expect(link.signals.map(({ field, weight }: Json) => [field, weight])).toEqual([['phone', 50], ['address', 40]]);
    expect(link.signals[0]).toMatchObject({ shown: '139****0021', hash: written.hash, label: 'Same telephone' });
    expect(link.signals[0].from.map(({ source, caseId }: Json) => [source, caseId]).sort()).toEqual([['officer', one.caseId], ['officer', other.caseId]].sort());
    // The number itself stands nowhere: not in the mark, not on the chain, not in what is derived.
    const kept = await app.sql.admin("SELECT (SELECT jsonb_agg(to_jsonb(m)) FROM infringer_mark m)::text || (SELECT jsonb_agg(to_jsonb(k)) FROM infringer_key k)::text || (SELECT jsonb_agg(to_jsonb(l)) FROM infringer_link l)::text || (SELECT jsonb_agg(e.data) FROM ledger_entry e WHERE event LIKE 'case.infringer%')::text AS all_of_it");
    expect(JSON.stringify(kept)).not.toContain('13900000021');
  });

  it('a link that a person removed stays removed, until a person puts it back', async () => {
    const address = `湘桥区测试街${(serial += 1)}号`;
    const one = await accuse({ address });
    const other = await accuse({ address });
    await mark(one, 'legal-representative', '林测试');
    await mark(other, 'legal-representative', '林 测试');
    const [link] = (await together(one, other)).links;
    expect(link.signals.map(({ shown }: Json) => shown)).toEqual([address, '林**']);
    expect((await cast.officer.post(`${ROUTE}/separations`, { link: link.id })).status).toBe(400);
    expect((await oversight.post(`${ROUTE}/separations`, { link: link.id, reason: '测试' })).status).toBe(403);
    expect((await away.officer.post(`${ROUTE}/separations`, { link: link.id, reason: '测试' })).status).toBe(404);
    const separation = ok(await cast.officer.post(`${ROUTE}/separations`, { link: link.id, reason: '两家账目各自独立，联系人13812345678' }), 201);
    expect(separation).toMatchObject({ state: 'separated', strength: 70 });
    expect(separation.reason).not.toContain('13812345678');
    const apart = await together(one);
    expect(apart.links).toMatchObject([{ id: link.id, standing: false, separation: separation.id }]);
    expect(ok(await cast.officer.post(`${ROUTE}/separations`, { link: link.id, reason: '测试' }), 409).failedGuards[0].code).toBe('infringer.link-unknown');
    // More that they have in common changes nothing in what a person said.
    await mark(one, 'phone', '13900000022');
    await mark(other, 'phone', '13900000022');
    const stronger = await until('a stronger link', async () => { const cluster = await clusterOf(one); return cluster?.links[0]?.strength === 100 ? cluster : null; });
    expect([members(stronger), stronger.links[0].standing]).toEqual([[one.organisation], false]);
    await app.app.get(InfringerResolution).resolve(other.organisation, app.now.date());
    expect(members(await clusterOf(one))).toEqual([one.organisation]);
    expect((await oversight.command(`${ROUTE}/separations/${separation.id}/put-back`, 1, { reason: '测试' })).status).toBe(403);
    expect((await cast.head.command(`${ROUTE}/separations/${separation.id}/put-back`, 1, { reason: '实际控制人为同一人' })).body).toMatchObject({ state: 'put-back', version: 2 });
    await together(one, other);
    expect(ok(await cast.officer.get(`${ROUTE}/separations?state=put-back`), 200).items.map(({ id }: Json) => id)).toContain(separation.id);
    const told = ok(await cast.officer.get(`${ROUTE}/separations/${separation.id}/timeline`), 200).items.map(({ event }: Json) => event);
    expect([...told].sort()).toEqual(['infringer-separation.put-back', 'infringer-separation.separated']);
  });

  it('fall apart when a mark is struck out or a party is accused no longer', async () => {
    const shop = `https://www.shop.example/${(serial += 1)}`;
    const one = await accuse({});
    const other = await accuse({});
    await mark(one, 'shop', `${shop}?from=ad`);
    const wrong = await mark(other, 'shop', shop);
    await together(one, other);
    expect(ok(await cast.officer.post(`${ROUTE}/marks/${wrong.id}/strike`, { reason: '抄写有误' }), 200)).toEqual({ id: wrong.id, caseId: other.caseId });
    expect(ok(await cast.officer.post(`${ROUTE}/marks/${wrong.id}/strike`, { reason: '抄写有误' }), 409).code).toBe('infringer.mark-struck');
    await together(one);
    await mark(other, 'shop', shop);
    await together(one, other);
    ok(await cast.officer.post(`/v1/cases/${other.caseId}/parties/${other.party}/remove`, { reason: '误列' }), 200);
    await together(one);
    expect(ok(await cast.officer.get(`${ROUTE}/cases/${other.caseId}/marks`), 200).items.map(({ struckReason }: Json) => struckReason)).toEqual(['抄写有误', null]);
    expect(ok(await cast.officer.post(`${ROUTE}/marks`, { caseId: other.caseId, partyId: other.party, field: 'phone', value: '13900000023', foundIn: '现场' }), 409).code).toBe('infringer.party-unfit');
    expect(ok(await cast.officer.post(`${ROUTE}/marks`, { caseId: one.caseId, partyId: one.party, field: 'phone', value: '12345', foundIn: '现场' }), 422).code).toBe('infringer.value-unfit');
  });

  it('are seen by the agencies that have a case of them; cases of others only as numbers; the city sees all', async () => {
    const one = await accuse({});
    const stranger = await accuse({}, away);
    expect((await away.officer.get(`${ROUTE}/clusters/${one.organisation}`)).status).toBe(404);
    expect((await away.officer.get(`${ROUTE}/cases/${one.caseId}/clusters`)).status).toBe(404);
    const document = `44510219900101${String((serial += 1)).padStart(4, '0')}`;
    await mark(one, 'identity-document', document);
    await mark(stranger, 'identity-document', document, away.officer);
    const cluster = await together(one, stranger);
    expect(cluster).toMatchObject({ cases: 2, agencies: [CHAOAN, XIANGQIAO], ownCases: [{ id: one.caseId, agency: CHAOAN }], otherCases: [{ agency: XIANGQIAO, rightType: expect.any(String), count: 1 }] });
    expect(cluster.links[0].signals[0].from.map(({ caseId, elsewhere }: Json) => [caseId, elsewhere]).sort()).toEqual([[null, true], [one.caseId, false]].sort());
    expect(JSON.stringify(cluster)).not.toContain(stranger.caseId);
    const theirs = ok(await away.officer.get(`${ROUTE}/clusters/${cluster.id}`), 200);
    expect([theirs.ownCases.map(({ id }: Json) => id), theirs.otherCases.map(({ agency }: Json) => agency)]).toEqual([[stranger.caseId], [CHAOAN]]);
    for (const all of [oversight, await app.as('intake-clerk')]) {
      const answer = await all.get(`${ROUTE}/clusters/${cluster.id}`);
      expect([answer.status, answer.body.ownCases?.length]).toEqual(all === oversight ? [200, 2] : [403, undefined]);
    }
    expect((await app.as('mediator').then((mediator) => mediator.get(`${ROUTE}/clusters`))).status).toBe(403);
    const [third, city] = [await app.as('enforcement-officer', 'raoping-market-regulation'), await app.as('enforcement-officer', CITY)];
    expect([(await third.get(`${ROUTE}/clusters/${cluster.id}`)).status, (await city.get(`${ROUTE}/clusters/${cluster.id}`)).body.ownCases.length]).toEqual([404, 2]);
  });

  it('are listed page by page, most cases first, and only those that repeat unless all are asked for', async () => {
    const first = ok(await cast.officer.get(`${ROUTE}/clusters?limit=1`), 200);
    expect(first.items).toHaveLength(1);
    const seen: Json[] = [];
    let path: string | null = `${ROUTE}/clusters?limit=2`;
    while (path !== null) {
      const page: { headers: Headers; body: Json } = await cast.officer.get(path);
      seen.push(...page.body.items);
      path = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1] ?? null;
    }
    const counts = seen.map(({ cases }) => Number(cases));
    expect(counts).toEqual([...counts].sort((one, other) => other - one));
    expect([Math.min(...counts) >= 2, new Set(seen.map(({ id }) => id)).size]).toEqual([true, seen.length]);
    const all = ok(await cast.officer.get(`${ROUTE}/clusters?which=all&limit=200`), 200).items;
    expect(all.length).toBeGreaterThan(seen.length);
    expect((await cast.officer.get(`${ROUTE}/clusters?which=some`)).status).toBe(400);
    expect(ok(await cast.officer.get(`${ROUTE}/link-rules`), 200).items[0]).toMatchObject({ version: '2026-11', threshold: 70, crowd: 8, basis: { status: 'unverified' } });
  });

  it('are found again after everything derived was lost, and the same', async () => {
    const derived = 'SELECT (SELECT jsonb_agg(jsonb_build_array(id, cluster_id, agencies) ORDER BY id) FROM infringer_node) AS nodes, (SELECT jsonb_agg(jsonb_build_array(id, strength, standing, signals, agencies) ORDER BY id) FROM infringer_link) AS links, (SELECT jsonb_agg(jsonb_build_array(id, name, members, cases, agencies) ORDER BY id) FROM infringer_cluster) AS clusters';
    const resolution = app.app.get(InfringerResolution);
    await resolution.catchUp(app.now.date());
    const before = await app.sql.admin(derived);
    await app.sql.admin('TRUNCATE infringer_key, infringer_node, infringer_link, infringer_cluster');
    expect(await resolution.catchUp(app.now.date())).toBeGreaterThan(5);
    expect(await app.sql.admin(derived)).toEqual(before);
    expect(await resolution.catchUp(app.now.date())).toBe(0);
  });

  it('show no row without claims, and let nobody but the system write what is derived', async () => {
    const claims = { scope: 'agencies' as const, actor: 'test', agencies: ['fengxi-market-regulation'], regions: null };
    for (const table of ['infringer_node', 'infringer_cluster', 'infringer_link', 'infringer_mark', 'infringer_separation', 'infringer_key']) {
      expect(await app.database.read(claims, { name: `none-${table}`, text: `SELECT id FROM ${table}` }, [])).toEqual([]);
      expect((await app.database.read({ ...claims, scope: 'none' }, { name: `none-${table}`, text: `SELECT id FROM ${table}` }, [])).length).toBe(0);
      expect((await app.database.read(systemClaims('test'), { name: `some-${table}`, text: `SELECT id FROM ${table} LIMIT 1` }, [])).length).toBe(1);
    }
    const city = { scope: 'city' as const, actor: 'test', agencies: [CITY], regions: null };
    const change = (table: string): Promise<object[]> => app.database.transact(city, [], (transaction) => transaction.query({ name: `touch-${table}`, text: `UPDATE ${table} SET agencies = '{}' RETURNING id` }, []));
    expect(await Promise.all(['infringer_node', 'infringer_cluster', 'infringer_link'].map(change))).toEqual([[], [], []]);
  });
});
