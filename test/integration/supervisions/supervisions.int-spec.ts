import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { clocks, refusals, stepsOn, sureStepsOn } from '../../support/proceeding.steps.js';
import { until } from '../../support/wait.js';
import { act, castOf, openCase, type Cast } from '../cases/cases.ground.js';
import { endVerification } from '../../support/proceedings.js';

const NOW = '2026-11-23T10:00:00+08:00';
const step = stepsOn('supervisions');
const sure = sureStepsOn('supervisions');
const listing = (caseId: string, more: Json = {}): Json => ({
  caseId, authority: 'joint-meeting', letter: '潮知联督〔2026〕1号', reasons: ['public-concern', 'repeat-infringer'], explanation: '多个商户反映同一厂家持续假冒注册商标', targets: ['查明货源', '依法作出处理'], days: 60, reportEvery: 15, ...more,
});

describe('supervision of a case over HTTP', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp({ at: NOW, env: { ROLE: 'all' } });
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  const listed = async (): Promise<{ caseId: string; id: string; reply: string }> => {
    const { id: caseId, reply } = await openCase(cast);
    const { status, body } = await cast.city.post('/v1/supervisions', listing(caseId));
    if (status !== 201) throw new Error(JSON.stringify(body));
    return { caseId, id: body.id, reply };
  };
  const RESULTS = { results: [{ target: 1, result: '货源已查明' }, { target: 2, result: '已作出处理' }] };

  it('watches the case from the list to the end: reports, results, delisting, and only then the case closes', async () => {
    const { caseId, id, reply } = await listed();
    const { body: shown } = await cast.officer.get(`/v1/supervisions/${id}`);
    expect(shown).toMatchObject({ state: 'listed', authority: 'joint-meeting', letter: '潮知联督〔2026〕1号', number: expect.stringMatching(/^DB2026-\d{7}$/), targets: ['查明货源', '依法作出处理'], reports: [], results: null });
    // Sixty calendar days from 23 November: 22 January. Fifteen: 8 December.
    expect(clocks(shown)).toEqual(['supervision.completion running 2027-01-22T15:59', 'supervision.progress running 2026-12-08T15:59']);

    app.now.set('2026-12-01T10:00:00+08:00');
    const { officer } = cast;
    // The next fifteen days begin with the report.
    expect(clocks(await sure(officer, id, 'report-progress', { progress: '已完成现场检查' }))).toContain('supervision.progress running 2026-12-16T15:59');
    expect(refusals(await step(officer, id, 'ask-delisting', { results: [{ target: 1, result: '货源已查明' }] }))).toEqual(['supervision.target-unanswered']);
    expect(clocks(await sure(officer, id, 'ask-delisting', RESULTS)).filter((clock) => clock.includes('running'))).toEqual(['supervision.completion running 2027-01-22T15:59']);
    expect(clocks(await sure(cast.city, id, 'refuse-delisting', { reason: '货源未查清' }))).toContain('supervision.progress running 2026-12-16T15:59');

    await endVerification(cast.head, caseId);
    await act(cast.head, caseId, 'assign', { officer: officer.id });
    const { body: owed } = await officer.get(`/v1/replies/${reply}`);
    await officer.command(`/v1/replies/${reply}/answer`, owed.version, { answer: '已核查' });
    const close = (): Promise<{ status: number; body: Json }> => act(officer, caseId, 'close', { outcome: '已依法处理' });
    const barred = await close();
    expect([barred.status, barred.body.failedGuards.map(({ code, details }: Json) => [code, details.map((one: Json) => one.id)])]).toEqual([409, [['case.obligations-open', [id]]]]);
    await sure(officer, id, 'ask-delisting', RESULTS);
    expect((await close()).status).toBe(409);
    expect(await sure(cast.city, id, 'delist', { reason: '督办要求均已办结' })).toMatchObject({ state: 'delisted' });
    expect((await close()).status).toBe(200);
    // The sweeper works beside: its reminders come when they come.
    expect((await officer.get(`/v1/supervisions/${id}/timeline`)).body.items.map(({ event }: Json) => event).filter((event: string) => event.startsWith('supervision.'))).toEqual(
      ['supervision.listed', 'supervision.reported', 'supervision.delisting-asked', 'supervision.delisting-refused', 'supervision.delisting-asked', 'supervision.delisted']);
    app.now.set(NOW);
  });

  it('is listed by another agency than the one that has the case, once, with the letter of an authority outside', async () => {
    const { caseId } = await listed();
    const code = async (by: keyof Cast, more: Json = {}): Promise<unknown> => refusals(await cast[by].post('/v1/supervisions', listing(caseId, more)));
    expect(await code('city')).toEqual(['interlock.not-listed-already']);
    const { id: other } = await openCase(cast);
    expect(refusals(await cast.head.post('/v1/supervisions', listing(other)))).toEqual(['supervision.own-case']);
    expect(refusals(await cast.city.post('/v1/supervisions', listing(other, { letter: undefined })))).toEqual(['supervision.letter-missing']);
    expect((await cast.city.post('/v1/supervisions', listing(other, { authority: 'listing-agency', letter: undefined }))).status).toBe(201);
    for (const wrong of [{ targets: [] }, { targets: [''] }, { reasons: [] }, { reasons: ['bored'] }, { days: 0 }, { days: 731 }, { reportEvery: 91 }, { authority: 'me' }]) expect([wrong, (await cast.city.post('/v1/supervisions', listing(other, wrong))).status]).toEqual([wrong, 400]);
    expect((await cast.officer.post('/v1/supervisions', listing(other))).status).toBe(403);
    expect((await cast.stranger.post('/v1/supervisions', listing(other))).status).toBe(404);
  });

  it('ends by the supervisor alone', async () => {
    const { id } = await listed();
    expect(refusals(await step(cast.head, id, 'call-off', { reason: '无' }))).toEqual(['proceeding.foreign-agency']);
    expect(refusals(await step(cast.city, id, 'report-progress', { progress: '代为报告' }))).toEqual(['supervision.not-the-handler']);
    expect((await step(cast.city, id, 'delist', { reason: '无' })).body).toMatchObject({ code: 'command.refused', reason: 'not-allowed-now' });
    await sure(cast.officer, id, 'ask-delisting', RESULTS);
    expect(refusals(await step(cast.head, id, 'delist', { reason: '无' }))).toEqual(['proceeding.foreign-agency']);
    expect(await sure(cast.city, id, 'call-off', { reason: '挂牌有误' })).toMatchObject({ state: 'called-off' });
    const { body } = await cast.officer.get(`/v1/supervisions/${id}/available-commands`);
    expect(body.commands).toEqual([]);
  });

  it('is seen by who sees the case and by oversight, which changes nothing', async () => {
    const { id, caseId } = await listed();
    const oversight = await app.as('oversight');
    for (const reader of [cast.officer, cast.city, cast.clerk, oversight]) expect((await reader.get(`/v1/supervisions/${id}`)).status).toBe(200);
    expect((await cast.stranger.get(`/v1/supervisions/${id}`)).status).toBe(404);
    expect((await oversight.command(`/v1/supervisions/${id}/call-off`, 1, { reason: '无' })).status).toBe(403);
    expect((await cast.officer.get(`/v1/supervisions?case=${caseId}`)).body.items.map((one: Json) => one.id)).toEqual([id]);
    const { body: codes } = await cast.officer.get('/v1/supervision-authorities');
    expect([codes.authorities.length, codes.reasons.length]).toEqual([7, 6]);
    expect((await cast.officer.get(`/v1/supervisions/${id}/deadlines`)).body.items).toHaveLength(2);
  });

  it('gets more time from its supervisor by the ordinary extension of a clock', async () => {
    const { id } = await listed();
    const clock = (await cast.city.get(`/v1/supervisions/${id}`)).body.deadlines.find(({ kind }: Json) => kind === 'supervision.completion');
    const more = { extension: 'supervisor', amount: 30, evidence: '等待鉴定，市局负责人批准' };
    expect((await cast.head.command(`/v1/deadlines/${clock.id}/extend`, clock.version, more)).status).not.toBe(200);
    const extended = await cast.city.command(`/v1/deadlines/${clock.id}/extend`, clock.version, more);
    expect([extended.status, extended.body.legalDue ?? extended.body]).toEqual([200, '2027-02-21T15:59:59.999Z']);
  });

  it('tells the agency that has the case, and the supervisor, each what concerns it', async () => {
    const { id } = await listed();
    await sure(cast.officer, id, 'report-progress', { progress: '已完成现场检查' });
    const notices = (): Promise<Json[]> => app.sql.admin<Json>("SELECT event, agency FROM notice WHERE subject_id = $1 AND event LIKE 'supervision.%' ORDER BY event", [id]);
    await until('both are told', async () => (await notices()).length === 2, 20);
    expect(await notices()).toEqual([{ event: 'supervision.listed', agency: 'chaoan-market-regulation' }, { event: 'supervision.reported', agency: 'cz-market-regulation' }]);
  });
});
