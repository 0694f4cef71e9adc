import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { consumerComplaint } from '../../support/builders.js';
import { CHAOAN, day } from './clocks.ground.js';

describe('the law that a matter is pinned to', () => {
  let app: TestApp;
  let operator: Client;
  let officer: Client;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-04-16T09:00:00+08:00' });
    [operator, officer] = await Promise.all([app.as('hotline-operator'), app.as('enforcement-officer', CHAOAN)]);
  });
  afterAll(() => app.close());

  const file = async (receivedAt: string): Promise<Json> => (await operator.post('/v1/complaints', consumerComplaint({ receivedAt, hotlineReceivedAt: receivedAt }))).body;
  const clock = (body: Json, kind: string): unknown => ((found: Json) => [day(found.legalDue), found.basis.source.includes('第20号') ? 'Order 20' : 'Order 121', found.basis.article])(body.deadlines.find((one: Json) => one.kind === kind));
  const article = async (id: string, command: string): Promise<unknown> => (await officer.get(`/v1/complaints/${id}/available-commands`)).body.commands.find((one: Json) => one.command === command)?.basis.article;

  // Both are accepted at the same moment, on 16 April: the day of receipt decides.
  it.each([
    /*
     * Seven working days from Tuesday 14 April: Thursday 23. Forty-five from Thursday 16 April: ten to the 30th, none on 1 to 5 May; 6 to 8 and Saturday 9,
     * which is worked, make fourteen, the three weeks to 29 May twenty-nine; 1 to 18 June forty-three; 19 to 21 are free; the 22nd and 23rd are the last two.
     */
    ['2026-04-14T23:59:00+08:00', '2026-03-20', ['2026-04-23', 'Order 20', '第十四条'], ['2026-06-23', 'Order 20', '第二十一条第一款第五项'], '第十四条', '第十四条、第十五条、第二十九条'],
    // Seven working days from Wednesday 15 April: Friday 24. Sixty days from 16 April: 15 June.
    ['2026-04-15T00:00:00+08:00', '2026-04-15', ['2026-04-24', 'Order 121', '第十五条'], ['2026-06-15', 'Order 121', '第二十三条第一款第五项'], '第十五条第一款', '第十五条第二款、第十六条、第三十四条'],
  ])('of %s is version %s: clocks, articles and ledger follow it', async (receivedAt, version, acceptance, mediation, accept, decline) => {
    const filed = await file(receivedAt);
    expect([filed.lawVersion, clock(filed, 'complaint.acceptance')]).toEqual([version, acceptance]);
    expect([await article(filed.id, 'accept'), await article(filed.id, 'decline')]).toEqual([accept, decline]);
    const documents = (await officer.get(`/v1/complaints/${filed.id}/available-commands`)).body.commands.map(({ command, document }: Json) => [command, document]);
    expect(documents).toEqual(expect.arrayContaining([['accept', 'complaint-acceptance'], ['decline', 'complaint-non-acceptance'], ['withdraw', null]]));
    const accepted = await officer.command(`/v1/complaints/${filed.id}/accept`, filed.version);
    expect([accepted.status, clock(accepted.body, 'mediation.consumer')]).toEqual([200, mediation]);
    const entries = (await officer.get(`/v1/complaints/${filed.id}/timeline`)).body.items;
    expect(entries.find(({ event }: Json) => event === 'complaint.accepted').data.basis.article).toBe(accept);
  });

  it.each([['2026-04-14T10:00:00+08:00', '第三十七条第二款'], ['2026-04-15T10:00:00+08:00', '第四十一条第二款']])('of %s is what a refusal cites', async (receivedAt, cited) => {
    const filed = await file(receivedAt);
    const refused = await officer.command(`/v1/complaints/${filed.id}/transfer`, filed.version, { agency: 'xiangqiao-market-regulation', reason: '测试' });
    expect([refused.status, refused.body.failedGuards?.map(({ basis }: Json) => basis?.article)]).toEqual([409, [cited]]);
  });

  it('stays with the clock when it is counted again', async () => {
    const filed = await file('2026-04-14T10:00:00+08:00');
    const { body } = await officer.command(`/v1/complaints/${filed.id}/accept`, filed.version);
    const { id, version, legalDue } = body.deadlines.find(({ kind }: Json) => kind === 'mediation.consumer');
    const paused = await officer.command(`/v1/deadlines/${id}/pause`, version, { reason: 'metrology', note: '送检定机构检定' });
    // Order 121 knows no verification of measuring instruments; Order 20 does.
    expect([paused.status, paused.body.pauses[0].basis.article]).toEqual([200, '第二十条第三款']);
    app.now.set('2026-04-17T09:00:00+08:00');
    const resumed = await (await app.as('enforcement-officer', CHAOAN)).command(`/v1/deadlines/${id}/resume`, version + 1, {});
    expect(resumed.body.basis.article).toBe('第二十一条第一款第五项');
    expect(new Date(resumed.body.legalDue).getTime()).toBeGreaterThan(new Date(legalDue).getTime());
    app.now.set('2026-04-16T09:00:00+08:00');
  });
});

describe('GET /v1/laws', () => {
  let app: TestApp;
  let reader: Client;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-11-22T09:00:00+08:00' });
    reader = await app.as('statistician');
  });
  afterAll(() => app.close());

  it('lists every instrument with its validity and what was not read, and the version of today', async () => {
    const { body } = await reader.get('/v1/laws');
    expect(body.version).toBe('2026-06-01');
    expect(body.laws.filter(({ code }: Json) => code === 'complaints').map(({ effectiveFrom, effectiveTo, status }: Json) => [effectiveFrom, effectiveTo, status])).toEqual([['2020-01-01', '2026-04-14', 'verified'], ['2026-04-15', null, 'verified']]);
    expect((await reader.get('/v1/laws', { 'accept-language': 'zh-CN' })).body.laws[0].title).toBe('市场监督管理投诉举报处理暂行办法（总局令第20号）');
  });

  it('lists what is in force on a day', async () => {
    const { body } = await reader.get('/v1/laws?on=2026-04-14');
    expect([body.version, body.laws.filter(({ code }: Json) => code === 'complaints').length, body.laws.some(({ code }: Json) => code === 'commercial-mediation')]).toEqual(['2026-03-20', 1, false]);
    expect((await reader.get('/v1/laws?on=today')).status).toBe(400);
  });
});
