import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { castOf, caseWithParty, codes, officersOf, type Cast } from '../penalties/penalties.ground.js';

const KEY = '91445103MA00TQT27J';
const firms = (label: string, count: number): Json[] => Array.from({ length: count }, (_, index) => ({ name: `某陶瓷厂${label}${index}（测试）`, region: '445103' }));

describe('spot checks over HTTP', () => {
  let app: TestApp;
  let cast: Cast;
  let stranger: Client;
  let oversight: Client;
  let decision: string;
  let acceptance: string;
  let caseId: string;
  let officers: string[];

  beforeAll(async () => {
    app = await startTestApp();
    cast = await castOf(app);
    [stranger, oversight] = await Promise.all([app.as('agency-head', 'xiangqiao-market-regulation'), app.as('oversight')]);
    officers = [cast.officer.id, cast.colleague.id];
    app.now.set('2026-07-20T11:00:00+08:00');
    const made = await caseWithParty(cast);
    caseId = made.caseId;
    const { body: { id } } = await cast.officer.post('/v1/simplified-penalties', { caseId, party: made.party, person: false, facts: '销售假冒注册商标的商品一件', members: officersOf(cast), credentialsShown: true, factsCertain: true });
    await cast.officer.command(`/v1/simplified-penalties/${id}/tell`, 1, { at: '2026-07-20T10:00:00+08:00', warning: true, fine: '3000', reasons: '情节轻微', provisions: '《商标法》第五十二条', statement: '未陈述、申辩' });
    const { body: { document } } = await cast.officer.command(`/v1/simplified-penalties/${id}/decide`, 2, { at: '2026-07-20T10:10:00+08:00', place: '彩塘镇', payment: '当场缴纳', remedies: '可在六十日内申请行政复议', signed: true });
    decision = document.id;
    const { body: { items } } = await cast.officer.get(`/v1/documents?case=${caseId}`);
    acceptance = items.find(({ kind }: Json) => kind !== 'on-the-spot-decision')?.id ?? caseId;
  });
  afterAll(() => app.close());

  const plan = (more: Json = {}): Json => ({ name: '2026年第三季度知识产权抽查（测试）', matter: '商标使用行为', pool: firms('甲', 40), withKeyList: true, shareGeneral: 5, shareKey: 20, officers, days: 30, ...more });
  const planned = async (more: Json = {}, by = cast.head): Promise<string> => {
    const { status, body } = await by.post('/v1/check-draws', plan(more));
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id;
  };
  const drawn = async (more: Json = {}): Promise<{ id: string; checks: Json[] }> => {
    const id = await planned(more);
    const { status, body } = await cast.head.command(`/v1/check-draws/${id}/draw`, 1);
    if (status !== 200) throw new Error(JSON.stringify(body));
    const { body: { items } } = await cast.officer.get(`/v1/spot-checks?draw=${id}&limit=200`);
    expect(items).toHaveLength(body.drawn);
    return { id, checks: items };
  };
  const replayed = (draw: Json): string => execFileSync(process.execPath, ['scripts/replay-draw.mjs'], { input: JSON.stringify(draw), encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });

  it('put a firm on the key list by a decision that stands, once, and take it off with a reason', async () => {
    const listing = { name: '某不锈钢制品厂（测试）', uscc: KEY, region: '445103', ground: 'infringement', document: decision };
    expect((await cast.officer.post('/v1/key-targets', listing)).status).toBe(403);
    expect(codes(await cast.head.post('/v1/key-targets', { ...listing, document: acceptance }))).toEqual(['key-target.no-decision']);
    expect(codes(await stranger.post('/v1/key-targets', listing))).toEqual(['key-target.no-decision']);
    const { status, body } = await cast.head.post('/v1/key-targets', listing);
    expect([status, body]).toEqual([201, expect.objectContaining({ state: 'listed', uscc: KEY, documentId: decision, listedAt: '2026-07-20T03:00:00.000Z' })]);
    expect((await cast.head.post('/v1/key-targets', listing)).body).toMatchObject({ status: 409, code: 'key-target.already-listed' });
    expect((await stranger.get('/v1/key-targets')).body.items).toEqual([]);
    expect((await oversight.get('/v1/key-targets')).body.items.map(({ id }: Json) => id)).toEqual([body.id]);
    expect((await stranger.command(`/v1/key-targets/${body.id}/remove`, 1, { reason: '无' })).status).toBe(404);

    const second = await cast.head.post('/v1/key-targets', { ...listing, name: '某餐具厂（测试）', uscc: undefined });
    expect((await cast.head.command(`/v1/key-targets/${second.body.id}/remove`, 1, { reason: '处罚决定已被撤销，联系人13812345678' })).body).toMatchObject({ state: 'removed', reason: expect.not.stringContaining('13812345678') });
    expect((await cast.officer.get('/v1/key-targets?state=listed')).body.items.map(({ id }: Json) => id)).toEqual([body.id]);
  });

  it('refuse a plan that draws too little, too much, twice, or with officers from elsewhere', async () => {
    const refused = async (more: Json): Promise<string[]> => codes(await cast.head.post('/v1/check-draws', plan(more)));
    expect(await refused({ shareGeneral: 2 })).toEqual(['check-draw.share-too-low']);
    expect(await refused({ shareKey: 19 })).toEqual(['check-draw.share-too-low']);
    expect(await refused({ officers: officers.slice(0, 1) })).toEqual(['check-draw.officers']);
    expect(await refused({ officers: [...officers, '019aa1b2-0000-7000-8000-00000000000a'] })).toEqual(['check-draw.officers']);
    expect(await refused({ pool: firms('多', 501), shareGeneral: 100, withKeyList: false })).toEqual(['check-draw.too-many']);
    expect((await cast.head.post('/v1/check-draws', plan({ pool: [...firms('重', 2), ...firms('重', 1)] }))).body).toMatchObject({ status: 422, code: 'check-draw.pool-twice', identifiers: ['某陶瓷厂重0（测试）'] });
    expect((await cast.officer.post('/v1/check-draws', plan())).status).toBe(403);
  });

  it('let the lot fall once, so that anybody can replay it, and check firms of the key list apart', async () => {
    const id = await planned();
    expect((await cast.head.get(`/v1/check-draws/${id}`)).body).toMatchObject({ state: 'planned', seed: null, officersPerCheck: 2 });
    const before = (await cast.head.get(`/v1/check-draws/${id}`)).body;
    expect(() => replayed(before)).toThrow();
    const { body } = await cast.head.command(`/v1/check-draws/${id}/draw`, 1);
    // Five of a hundred of forty, and one of one on the key list: three.
    expect(body).toMatchObject({ state: 'drawn', drawn: 3, seed: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await cast.head.command(`/v1/check-draws/${id}/draw`, 2)).body).toMatchObject({ code: 'command.refused', reason: 'not-allowed-now' });
    const { body: { items } } = await cast.officer.get(`/v1/spot-checks?draw=${id}`);
    const draw = (await oversight.get(`/v1/check-draws/${id}`)).body;
    expect(replayed(draw).trim().split('\n').sort()).toEqual(items.map(({ identifier, officers }: Json) => `${identifier}\t${officers.join(' ')}`).sort());
    expect(items.filter(({ keyGround }: Json) => keyGround !== null)).toEqual([expect.objectContaining({ identifier: KEY, keyGround: 'infringement', before: 0 })]);
    expect(() => replayed({ ...draw, pool: draw.pool.slice(1) })).toThrow();
    // Thirty days from 21 July.
    expect(items.map(({ nextDue }: Json) => nextDue)).toEqual(Array(3).fill('2026-08-19T15:59:59.999Z'));
    expect((await cast.head.get(`/v1/check-draws/${id}/timeline`)).body.items.map(({ event }: Json) => event)).toEqual(['check-draw.planned', 'check-draw.drawn']);
    expect((await (await app.as('administrator')).get(`/v1/ledger/verification?subject=${id}`)).body).toMatchObject({ ok: true, entries: 2 });
  });

  it('are called off before the lot fell, not after', async () => {
    const id = await planned();
    expect((await stranger.command(`/v1/check-draws/${id}/call-off`, 1, { reason: '无' })).status).toBe(404);
    expect((await cast.head.command(`/v1/check-draws/${id}/call-off`, 1, { reason: '抽查事项调整' })).body).toMatchObject({ state: 'called-off', reason: '抽查事项调整', seed: null });
    expect((await cast.head.command(`/v1/check-draws/${id}/draw`, 2)).body).toMatchObject({ code: 'command.refused' });
  });

  it('are recorded by those on whom the lot fell, and published in twenty working days', async () => {
    const { checks: [one, two, three] } = await drawn();
    const outsider = await app.as('enforcement-officer', 'chaoan-market-regulation');
    const record = { result: 'nothing-found', note: '未发现问题' };
    expect(codes(await outsider.command(`/v1/spot-checks/${one.id}/record`, 1, record))).toEqual(['spot-check.other-officers']);
    expect(codes(await cast.officer.command(`/v1/spot-checks/${one.id}/record`, 1, { ...record, result: 'case-opened' }))).toEqual(['spot-check.case-missing']);
    expect(codes(await cast.officer.command(`/v1/spot-checks/${one.id}/record`, 1, { ...record, caseId }))).toEqual(['spot-check.case-missing']);
    expect((await cast.officer.command(`/v1/spot-checks/${one.id}/publish`, 1, { channel: '公示系统', publishedAt: '2026-07-20T11:00:00+08:00' })).body).toMatchObject({ code: 'command.refused', reason: 'not-allowed-now' });
    const { body: recorded } = await cast.officer.command(`/v1/spot-checks/${one.id}/record`, 1, { ...record, result: 'case-opened', caseId });
    // Twenty working days from Tuesday 21 July.
    expect(recorded).toMatchObject({ state: 'recorded', caseId, nextDue: '2026-08-17T15:59:59.999Z' });
    expect(codes(await cast.officer.command(`/v1/spot-checks/${one.id}/publish`, 2, { channel: '公示系统', publishedAt: '2026-07-20T10:59:59+08:00' }))).toEqual(['spot-check.published-too-early']);
    expect((await cast.officer.command(`/v1/spot-checks/${one.id}/publish`, 2, { channel: '国家企业信用信息公示系统（广东）', publishedAt: '2026-07-20T11:00:00+08:00' })).body).toMatchObject({ state: 'published', nextDue: null });
    expect((await cast.officer.command(`/v1/spot-checks/${two.id}/record`, 1, { ...record, note: '现场负责人13812345678' })).body.note).not.toContain('13812345678');
    expect((await stranger.get(`/v1/spot-checks/${three.id}`)).status).toBe(404);
    expect((await oversight.command(`/v1/spot-checks/${three.id}/record`, 1, record)).status).toBe(403);
    expect((await cast.officer.get('/v1/spot-checks?state=published')).body.items.map(({ id }: Json) => id)).toEqual([one.id]);
  });

  it('put the next of the lot in the place of an officer, until nobody is left', async () => {
    const third = await app.as('enforcement-officer', 'chaoan-market-regulation');
    const { checks: [one] } = await drawn({ officers: [...officers, third.id] });
    const replace = (version: number, officer: string): Promise<{ body: Json; status: number }> => cast.head.command(`/v1/spot-checks/${one.id}/replace-officer`, version, { officer, reason: '与检查对象有利害关系' });
    const [first, second] = one.officers as [string, string];
    const [last = ''] = [...officers, third.id].filter((id) => !one.officers.includes(id));
    expect(codes(await replace(1, last))).toEqual(['spot-check.not-drawn']);
    expect((await replace(1, first)).body.officers).toEqual([last, second]);
    // Who was replaced does not come back.
    expect(codes(await replace(2, second))).toEqual(['spot-check.nobody-left']);
    expect((await cast.officer.command(`/v1/spot-checks/${one.id}/replace-officer`, 2, { officer: second, reason: '无' })).status).toBe(403);
  });

  it('show firms that were drawn again within a year, and say so when they are', async () => {
    const pool = firms('再', 1);
    const first = await drawn({ pool, withKeyList: false });
    const second = await drawn({ pool, withKeyList: false });
    expect([first.checks[0].before, second.checks[0].before]).toEqual([0, 1]);
    const again = async (by: Client): Promise<Json> => (await by.get('/v1/spot-checks/repeated?limit=200')).body.items.find(({ identifier }: Json) => identifier === pool[0].name);
    expect(await again(oversight)).toMatchObject({ name: pool[0].name, checks: [{ id: second.checks[0].id, agency: 'chaoan-market-regulation', keyGround: null }, { id: first.checks[0].id }] });
    expect(await again(stranger)).toBeUndefined();
    const page = await oversight.get('/v1/spot-checks/repeated?limit=1');
    const next = /<([^>]+)>/.exec(page.headers.get('link') ?? '')?.[1] ?? '';
    expect((await oversight.get(next)).body.items[0].identifier > page.body.items[0].identifier).toBe(true);
    app.now.set('2027-07-21T11:00:00+08:00');
    expect(await again(oversight)).toBeUndefined();
    app.now.set('2026-07-20T11:00:00+08:00');
  });
});
