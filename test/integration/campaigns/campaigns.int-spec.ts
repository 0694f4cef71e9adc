import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { refusals } from '../../support/proceeding.steps.js';
import { until } from '../../support/wait.js';
import { castOf, CHAOAN, CITY, openCase, XIANGQIAO, type Cast } from '../cases/cases.ground.js';

const PLAN = { name: '“铁拳”知识产权专项行动（测试）', targets: ['查处假冒注册商标的不锈钢制品'], rightTypes: ['trademark'], regions: ['445103'], agencies: [CHAOAN], startsOn: '2026-11-24', endsOn: '2026-12-23' };
const clueFor = (agency: string, number = 1): Json => ({ agency, targetName: `某不锈钢制品厂${number}（测试）`, place: '彩塘镇测试路1号', suspicion: '涉嫌生产假冒注册商标的不锈钢锅' });

describe('campaigns over HTTP', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-11-23T10:00:00+08:00', env: { ROLE: 'all' } });
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  const planned = async (more: Json = {}): Promise<string> => {
    const { status, body } = await cast.city.post('/v1/campaigns', { ...PLAN, ...more });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id;
  };
  const step = async (by: Client, id: string, command: string, body?: Json): Promise<{ status: number; body: Json }> => by.command(`/v1/campaigns/${id}/${command}`, (await cast.city.get(`/v1/campaigns/${id}`)).body.version, body);
  const clues = async (id: string, query = ''): Promise<Json[]> => (await cast.city.get(`/v1/campaigns/${id}/clues${query}`)).body.items;
  const settle = (by: Client, { id, version }: Json, body: Json): Promise<{ status: number; body: Json }> => by.command(`/v1/campaign-clues/${id}/settle`, version, body);

  it('go from the plan over clues and cases to what they brought about', async () => {
    const id = await planned({ agencies: [CHAOAN, XIANGQIAO] });
    expect((await step(cast.city, id, 'add-clues', { clues: [clueFor(CHAOAN, 1), clueFor(CHAOAN, 2), clueFor(XIANGQIAO, 3)] })).body).toMatchObject({ state: 'planned', added: 3 });
    expect((await step(cast.city, id, 'launch')).body).toMatchObject({ state: 'running' });
    const [clock] = await app.sql.admin<Json>("SELECT kind, legal_due FROM deadline WHERE subject_id = $1", [id]);
    // Thirty days from 24 November, the first among them: 23 December.
    expect([clock.kind, clock.legal_due.toISOString()]).toEqual(['campaign.end', '2026-12-23T15:59:59.999Z']);

    const [one, two, three] = await clues(id);
    const { id: caseId } = await openCase(cast);
    expect(refusals(await settle(cast.officer, one, { result: 'case-opened', note: '已立案' }))).toEqual(['campaign.case-missing']);
    expect((await settle(cast.officer, one, { result: 'case-opened', caseId, note: '已立案' })).body).toMatchObject({ state: 'settled', result: 'case-opened', caseId });
    expect(refusals(await step(cast.city, id, 'conclude', { summary: '无' }))).toEqual(['campaign.clues-open']);
    const handed = await cast.officer.command(`/v1/campaign-clues/${two.id}/hand-on`, two.version, { agency: XIANGQIAO, reason: '经营地在湘桥区' });
    expect([handed.status, handed.body.agency]).toEqual([200, XIANGQIAO]);
    expect(refusals(await settle(cast.officer, handed.body, { result: 'no-infringement', note: '未发现' }))).toEqual(['campaign.clue-of-another']);
    for (const clue of [handed.body, three]) expect((await settle(cast.stranger, clue, { result: 'no-infringement', note: '未发现违法行为' })).status).toBe(200);
    expect((await cast.city.get(`/v1/campaigns/${id}`)).body.clues).toEqual([{ agency: CHAOAN, result: 'case-opened', count: 1 }, { agency: XIANGQIAO, result: 'no-infringement', count: 2 }]);
    expect((await step(cast.city, id, 'conclude', { summary: '立案一件' })).body).toMatchObject({ state: 'concluded', summary: '立案一件' });
    expect((await cast.city.get(`/v1/campaigns/${id}/timeline`)).body.items.map(({ event }: Json) => event)).toEqual(['campaign.planned', 'campaign.clues-added', 'campaign.launched', 'campaign.concluded']);
    expect((await (await app.as('administrator')).get(`/v1/ledger/verification?subject=${id}`)).body).toMatchObject({ ok: true, entries: 4 });
  });

  it('are led by the agency that planned them', async () => {
    const id = await planned();
    expect(refusals(await step(cast.head, id, 'launch'))).toEqual(['campaign.not-the-leader']);
    expect((await step(cast.officer, id, 'launch')).status).toBe(403);
    expect(refusals(await step(cast.city, id, 'add-clues', { clues: [clueFor(XIANGQIAO), clueFor(CHAOAN)] }))).toEqual(['campaign.agency-outside']);
    expect(await clues(id)).toEqual([]);
    expect((await step(cast.city, id, 'call-off', { reason: '与省局行动合并' })).body).toMatchObject({ state: 'called-off', summary: '与省局行动合并' });
    expect((await step(cast.city, id, 'launch')).body).toMatchObject({ code: 'command.refused', reason: 'not-allowed-now' });
  });

  it('are seen by the agencies that take part, and by nobody else', async () => {
    const id = await planned();
    await step(cast.city, id, 'add-clues', { clues: [clueFor(CHAOAN)] });
    const [clue] = await clues(id);
    expect((await cast.officer.get(`/v1/campaigns/${id}`)).body).toMatchObject({ agency: CITY, agencies: [CITY, CHAOAN] });
    for (const path of ['', '/clues', '/timeline']) expect([path, (await cast.stranger.get(`/v1/campaigns/${id}${path}`)).status]).toEqual([path, 404]);
    expect((await settle(cast.stranger, clue, { result: 'not-found', note: '查无此户' })).status).toBe(404);
    expect((await cast.stranger.get('/v1/campaigns')).body.items.map((one: Json) => one.id)).not.toContain(id);
    expect((await cast.officer.get('/v1/campaigns?state=planned')).body.items.map((one: Json) => one.id)).toContain(id);
    expect((await cast.operator.get('/v1/campaigns')).status).toBe(403);
  });

  it('take a batch whole or not at all, in pages, and tell its agency of each clue', async () => {
    const id = await planned();
    const batch = Array.from({ length: 120 }, (_, index) => clueFor(CHAOAN, index));
    expect((await step(cast.city, id, 'add-clues', { clues: [...batch.slice(0, 5), { ...clueFor(CHAOAN), targetUscc: 'x' }] })).body).toMatchObject({ code: 'request.invalid' });
    expect((await step(cast.city, id, 'add-clues', { clues: batch })).body.added).toBe(120);
    const first = await cast.city.get(`/v1/campaigns/${id}/clues?limit=100`);
    const next = /^<([^>]+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect([first.body.items.length, (await cast.city.get(next)).body.items.length, (await clues(id, '?state=settled')).length, (await clues(id, `?agency=${CHAOAN}&limit=200`)).length]).toEqual([100, 20, 0, 120]);
    const told = async (): Promise<number> => (await app.sql.admin<{ n: number }>("SELECT count(*)::int AS n FROM notice n JOIN campaign_clue c ON c.id = n.subject_id WHERE c.campaign_id = $1 AND n.agency = $2", [id, CHAOAN]))[0]?.n ?? NaN;
    await until('all are told', async () => (await told()) === 120, 60);
    expect(await told()).toBe(120);
  });

  it('refuse what cannot be', async () => {
    expect(refusals(await cast.city.post('/v1/campaigns', { ...PLAN, endsOn: '2026-11-23' }))).toEqual(['campaign.days-reversed']);
    for (const wrong of [{ name: '' }, { targets: [] }, { rightTypes: ['magic'] }, { regions: ['1'] }, { startsOn: '2026-02-30' }, { agencies: ["x' OR 1=1"] }]) expect([wrong, (await cast.city.post('/v1/campaigns', { ...PLAN, ...wrong })).status]).toEqual([wrong, 400]);
    const id = await planned();
    for (const wrong of [{ clues: [] }, { clues: [{}] }, { clues: [{ ...clueFor(CHAOAN), reporter: '张三' }] }]) expect([wrong, (await step(cast.city, id, 'add-clues', wrong)).status]).toEqual([wrong, 400]);
  });
});
