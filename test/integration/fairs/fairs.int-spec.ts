import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Background } from '../../../src/platform/background.js';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { clocks, refusals, stepsOn } from '../../support/proceeding.steps.js';
import { castOf, XIANGQIAO, type Cast } from '../cases/cases.ground.js';
import { ACCEPTANCE, caseAtFair, complained, complaintOf, exhibitor, fairOf, FINDING, found, made201, newSeries, runningFair, sure, sureFair, type Exhibition } from './fairs.ground.js';

const NOW = '2026-11-23T10:00:00+08:00';
const step = stepsOn('fair-matters');
const fairStep = stepsOn('fairs');

describe('trade fairs over HTTP', () => {
  let app: TestApp;
  let cast: Cast;
  let fair: Exhibition;

  beforeAll(async () => {
    app = await startTestApp({ at: NOW });
    cast = await castOf(app);
  });
  // Time that goes on in one test ends its fair.
  beforeEach(async () => {
    app.now.set(NOW);
    fair = await runningFair(cast.officer);
  });
  afterAll(() => app.close());

  it('are announced once, with their days, a desk where they are long, and end by themselves', async () => {
    const { officer } = cast;
    const wrong = async (more: Json): Promise<string[]> => refusals(await officer.post('/v1/fairs', fairOf(more)));
    expect(await wrong({ startsOn: '2026-11-25' })).toEqual(['fair.dates']);
    expect(await wrong({ endsOn: '2026-11-22' })).toEqual(['fair.dates']);
    expect(await wrong({ hasDesk: false })).toEqual(['fair.desk-missing']);
    const series = newSeries();
    const given = fairOf({ series, startsOn: '2026-11-25', endsOn: '2026-11-26', hasDesk: false });
    const key = { 'idempotency-key': 'fair-sent-twice-1' };
    const { body: later } = await officer.post('/v1/fairs', given, key);
    expect(await officer.post('/v1/fairs', given, key)).toMatchObject({ status: 201, body: later });
    expect(later).toMatchObject({ state: 'announced', days: 2, nextDue: '2026-11-26T15:59:59.999Z' });
    expect(clocks(later)).toEqual(['fair.end running 2026-11-26T15:59', 'fair.records running 2029-11-25T15:59']);
    expect((await officer.post('/v1/fairs', fairOf({ series }))).body).toMatchObject({ status: 409, code: 'fair.edition-known' });
    expect(refusals(await fairStep(officer, later.id, 'open'))).toEqual(['fair.not-begun']);
    app.now.set('2026-11-27T00:00:01+08:00');
    await app.app.get(Background).round();
    const ended = (await officer.get(`/v1/fairs/${later.id}`)).body;
    expect([ended.state, clocks(ended)]).toEqual(['ended', ['fair.end void 2026-11-26T15:59', 'fair.records running 2029-11-25T15:59']]);
    app.now.set('2029-11-26T00:00:01+08:00');
    await app.app.get(Background).round();
    expect((await officer.get(`/v1/fairs/${later.id}/timeline`)).body.items.map(({ event }: Json) => event)).toEqual(expect.arrayContaining(['fair.announced', 'fair.ended', 'fair.archived']));
  });

  it('are read by everybody and managed by their own agency', async () => {
    const series = newSeries();
    const { id } = await made201(cast.officer, '/v1/fairs', fairOf({ series }));
    expect((await cast.stranger.get(`/v1/fairs?series=${encodeURIComponent(series)}`)).body.items).toEqual([expect.objectContaining({ id, days: 5 })]);
    expect((await cast.stranger.get('/v1/fairs?state=cancelled')).status).toBe(200);
    expect((await cast.operator.post('/v1/fairs', fairOf())).status).toBe(403);
    const elsewhere = await app.as('enforcement-officer', XIANGQIAO);
    expect([404, 409]).toContain((await fairStep(elsewhere, id, 'cancel', { reason: '无' })).status);
    const { body } = await cast.officer.get(`/v1/fairs/${id}/available-commands`);
    expect(body.commands.find(({ command }: Json) => command === 'open')).toMatchObject({ allowed: true });
    expect(await sureFair(cast.officer, id, 'cancel', { reason: '主办方取消' })).toMatchObject({ state: 'cancelled', nextDue: null });
    expect((await cast.officer.get('/v1/fairs/019aa1b2-0000-7000-8000-000000000000/stalls')).status).toBe(404);
  });

  it('have stalls with one exhibitor each, under a contract with the clause', async () => {
    const { id } = await made201(cast.officer, '/v1/fairs', fairOf());
    const organisationId = await exhibitor(cast.officer);
    const register = (more: Json = {}): Promise<{ status: number; body: Json }> => fairStep(cast.officer, id, 'register-stall', { number: 'B-1', organisationId, clauseSigned: true, ...more });
    expect(refusals(await register({ clauseSigned: false }))).toEqual(['fair.clause-unsigned']);
    expect(refusals(await register({ organisationId: '019aa1b2-0000-7000-8000-000000000000' }))).toEqual(['fair.exhibitor-unknown']);
    expect((await register()).status).toBe(200);
    expect(refusals(await register())).toEqual(['fair.stall-taken']);
    await register({ number: 'B-2' });
    const { body, headers } = await cast.officer.get(`/v1/fairs/${id}/stalls?limit=1`);
    expect(body.items).toEqual([expect.objectContaining({ number: 'B-1', organisationId })]);
    expect(String(headers.get('link'))).toContain('cursor=');
  });

  it('take complaints against their stalls while they run, of parties of the case', async () => {
    const { officer } = cast;
    const given = await caseAtFair(cast, fair);
    const filed = async (more: Json): Promise<string[]> => refusals(await officer.post('/v1/fair-matters', complaintOf(given, more)));
    expect(await filed({ receivedAt: '2026-11-24T09:00:00+08:00' })).toEqual(['fair-matter.in-advance']);
    expect(await filed({ stallId: given.caseId })).toEqual(['fair-matter.stall-unknown', 'fair-matter.party-unknown']);
    expect(await filed({ respondent: given.complainant })).toEqual(['fair-matter.party-unknown']);
    const { id: announced } = await made201(officer, '/v1/fairs', fairOf());
    expect(await filed({ fairId: announced })).toEqual(['fair-matter.fair-not-on', 'fair-matter.stall-unknown', 'fair-matter.party-unknown']);
    expect((await officer.post('/v1/fair-matters', complaintOf(given, { fairId: given.caseId }))).status).toBe(404);
    expect((await cast.operator.post('/v1/fair-matters', complaintOf(given))).status).toBe(403);
    const { body } = await officer.post('/v1/fair-matters', complaintOf(given));
    expect(clocks(body)).toEqual(['fair.forwarding running 2026-11-24T01:00', 'fair.handover running 2026-12-15T15:59']);
    expect((await cast.stranger.get(`/v1/fair-matters/${body.id}`)).status).toBe(404);
    expect((await officer.get(`/v1/fair-matters?case=${given.caseId}`)).body.items).toHaveLength(1);
    expect((await officer.get(`/v1/fair-matters/${body.id}/deadlines`)).body.items).toHaveLength(2);
  });

  it('ask once for what is missing, and count the 24 hours from complete materials', async () => {
    const { officer } = cast;
    const { id } = await complained(cast, fair, { materials: ['right'], byAgent: true });
    const { body } = await officer.get(`/v1/fair-matters/${id}`);
    expect([clocks(body), body.missing.map(({ code }: Json) => code), body.answerPeriod.mostHours]).toEqual([['fair.handover running 2026-12-15T15:59'], ['party', 'reasons', 'authorisation'], 48]);
    expect(refusals(await step(officer, id, 'pass-on', { at: NOW }))).toEqual(['fair-matter.incomplete']);
    await sure(officer, id, 'ask-for-missing', { at: NOW });
    const supplied = await sure(officer, id, 'supplement', { at: NOW, materials: ['party', 'reasons', 'authorisation'] });
    expect(clocks(supplied)).toContain('fair.forwarding running 2026-11-24T02:00');
    expect(refusals(await step(officer, id, 'ask-for-missing', { at: NOW }))).toEqual(['fair-matter.asked-already', 'fair-matter.complete']);
    expect(refusals(await step(officer, id, 'not-take', { at: NOW, reason: '无' }))).toEqual(['fair-matter.complete']);
    const { id: empty } = await complained(cast, fair, { materials: [] });
    await sure(officer, empty, 'not-take', { at: NOW, reason: '未补充' });
    expect((await officer.get(`/v1/fair-matters/${empty}`)).body).toMatchObject({ state: 'not-taken', nextDue: null });
  });

  it('suspend the display, accept within the length of the fair and refuse on a ground of the right', async () => {
    const { officer } = cast;
    const { id } = await complained(cast, fair);
    await sure(officer, id, 'suspend-display', { at: NOW });
    expect(refusals(await step(officer, id, 'suspend-display', { at: NOW }))).toEqual(['fair-matter.suspended-already']);
    expect(refusals(await step(officer, id, 'accept', ACCEPTANCE))).toEqual(['fair-matter.still-at-the-desk']);
    await sure(officer, id, 'pass-on', { at: NOW });
    expect(refusals(await step(officer, id, 'accept', { ...ACCEPTANCE, answerHours: 49, organiserTold: false }))).toEqual(['fair-matter.organiser-untold', 'fair-matter.answer-period']);
    expect(refusals(await step(officer, id, 'refuse', { at: NOW, ground: 'invalid-or-cancelled', reason: '无' }))).toEqual(['fair-matter.no-such-ground']);
    await sure(officer, id, 'refuse', { at: NOW, ground: 'invalidation-pending', reason: '正在无效宣告' });
    expect((await officer.get(`/v1/fair-matters/${id}`)).body).toMatchObject({ state: 'refused', outcome: 'refused' });
    const { id: direct } = await complained(cast, fair, { way: 'direct' });
    expect(refusals(await step(officer, direct, 'pass-on', { at: NOW }))).toEqual(['fair-matter.not-at-the-desk']);
    expect(clocks(await sure(officer, direct, 'accept', ACCEPTANCE))).toContain('fair.answer running 2026-11-23T05:30');
    await sure(officer, direct, 'settle', { at: NOW, terms: '撤下展品' });
    expect((await officer.get(`/v1/fair-matters/${direct}`)).body).toMatchObject({ state: 'settled', outcome: 'settled', nextDue: null });
    const { id: other } = await complained(cast, fair);
    expect(await sure(officer, other, 'withdraw', { at: NOW })).toMatchObject({ state: 'withdrawn' });
  });

  it('go on without an answer, read a late one, and need none where a judgment stands', async () => {
    const { officer, head } = cast;
    const { id } = await complained(cast, fair, { way: 'direct' });
    await sure(officer, id, 'accept', ACCEPTANCE);
    app.now.set('2026-11-23T13:30:01+08:00');
    await app.app.get(Background).round();
    expect((await officer.get(`/v1/fair-matters/${id}`)).body).toMatchObject({ state: 'to-decide', answer: null });
    const at = '2026-11-23T13:30:00+08:00';
    await sure(officer, id, 'answer', { at, answer: '展品系自行设计' });
    expect(refusals(await step(officer, id, 'answer', { at, answer: '再答' }))).toEqual(['fair-matter.answered-already']);
    await sure(head, id, 'find-none', { at, reason: '整体视觉效果不同' });
    expect((await head.get(`/v1/fair-matters/${id}`)).body).toMatchObject({ state: 'not-infringing', nextDue: null });
    const { id: clear } = await complained(cast, fair, { way: 'direct' });
    await sure(officer, clear, 'accept', ACCEPTANCE);
    expect((await step(officer, clear, 'find-infringement', FINDING)).status).toBe(403);
    expect(refusals(await step(head, clear, 'find-infringement', FINDING))).toEqual(['fair-matter.nothing-decided-before']);
    expect(refusals(await step(head, clear, 'find-infringement', { ...FINDING, remedies: ['confiscate-goods'], earlierDecision: '粤知法裁字〔2026〕1号' }))).toEqual(['fair-matter.remedy-of-another-right', 'fair-matter.remedies-left-out']);
    const decided = await sure(head, clear, 'find-infringement', { ...FINDING, earlierDecision: '粤知法裁字〔2026〕1号' });
    expect(decided).toMatchObject({ state: 'infringing', document: { kind: 'correction-order' } });
    expect(refusals(await step(officer, clear, 'record-remedy', { at: NOW, done: ['cover'] }))).toEqual(['fair-matter.remedy-undone']);
    await sure(officer, clear, 'record-remedy', { at: NOW, done: ['withdraw-goods', 'cover'] });
    expect((await officer.get(`/v1/fair-matters/${clear}`)).body).toMatchObject({ state: 'remedied', nextDue: null });
  });

  it('bar from the next edition whom two findings in a row hit, until one of them falls', async () => {
    const { officer, head } = cast;
    const series = newSeries();
    const at = await runningFair(officer, { series, edition: 28 });
    const { id: first } = await complained(cast, at);
    const { id: second } = await complained(cast, at);
    await found(cast, first);
    const { id: next } = await made201(officer, '/v1/fairs', fairOf({ series, edition: 29 }));
    expect((await officer.get(`/v1/fairs/${next}/barred`)).body.items).toEqual([]);
    await found(cast, second);
    const finding = { edition: 28, foundAt: '2026-11-23T02:00:00.000Z' };
    expect((await officer.get(`/v1/fairs/${next}/barred`)).body).toMatchObject({ items: [{ organisationId: at.organisationId, findings: [finding, finding] }], rule: { basis: { article: '第三十一条' } } });
    const stall = { number: 'A-12', organisationId: at.organisationId, clauseSigned: true };
    const refused = await fairStep(officer, next, 'register-stall', stall);
    expect(refusals(refused)).toEqual(['fair.exhibitor-barred']);
    expect(refused.body.failedGuards[0]).toMatchObject({ basis: { article: '第三十一条' }, details: [finding, finding] });
    const { id: afterNext } = await made201(officer, '/v1/fairs', fairOf({ series, edition: 30 }));
    await sureFair(officer, afterNext, 'register-stall', stall);
    expect((await step(officer, second, 'revoke-finding', { at: NOW, fileNumber: '（2026）粤51行初1号', reason: '事实不清' })).status).toBe(403);
    await sure(head, second, 'revoke-finding', { at: NOW, fileNumber: '（2026）粤51行初1号', reason: '事实不清' });
    expect((await officer.get(`/v1/fairs/${next}/barred`)).body.items).toEqual([]);
    expect(await sureFair(officer, next, 'register-stall', stall)).toMatchObject({ state: 'announced' });
  });

  it('hand over what is unfinished: by hand to a named agency, which takes it over', async () => {
    const { officer, stranger } = cast;
    const { id, caseId } = await complained(cast, fair);
    const handing = { at: NOW, agency: XIANGQIAO, reason: '被投诉人住所在湘桥区' };
    expect(refusals(await step(officer, id, 'hand-over', handing))).toEqual(['fair-matter.fair-still-on']);
    app.now.set('2026-11-25T09:00:00+08:00');
    expect((await stranger.get(`/v1/fair-matters/${id}`)).status).toBe(404);
    await sure(officer, id, 'hand-over', { ...handing, at: '2026-11-25T09:00:00+08:00' });
    expect((await officer.get(`/v1/fair-matters/${id}`)).body).toMatchObject({ state: 'handed-over', nextDue: null });
    expect((await stranger.get(`/v1/cases/${caseId}`)).status).toBe(200);
    expect(refusals(await step(officer, id, 'take-over', { at: NOW }))).toEqual(['fair-matter.not-handed-to-this-agency']);
    await sure(stranger, id, 'take-over', { at: '2026-11-25T09:00:00+08:00' });
    expect((await stranger.get(`/v1/fair-matters/${id}`)).body).toMatchObject({ state: 'taken-over', outcome: 'handed-over' });
    expect((await stranger.get(`/v1/fair-matters/${id}`)).body.handover).toMatchObject({ reason: '被投诉人住所在湘桥区', takenAt: '2026-11-25T01:00:00.000Z' });
  });

  it('hand over by themselves when fifteen working days are over, also what was found and not carried out', async () => {
    const { officer, stranger } = cast;
    const { id: lying } = await complained(cast, fair, { competent: XIANGQIAO, materials: [] });
    const { id: undone } = await complained(cast, fair);
    await found(cast, undone);
    // The fair ends on 24 November: fifteen working days later is 15 December.
    app.now.set('2026-12-15T23:59:00+08:00');
    await app.app.get(Background).round();
    expect((await officer.get(`/v1/fair-matters/${lying}`)).body.state).toBe('received');
    app.now.set('2026-12-16T00:00:01+08:00');
    await app.app.get(Background).round();
    expect((await stranger.get(`/v1/fair-matters/${lying}`)).body).toMatchObject({ state: 'handed-over', competent: XIANGQIAO, nextDue: null, deadlines: [expect.objectContaining({ kind: 'fair.handover', status: 'met-late' })] });
    expect((await officer.get(`/v1/fair-matters/${undone}`)).body.state).toBe('handed-over');
    expect(await sure(stranger, lying, 'take-over', { at: '2026-12-16T00:00:00+08:00' })).toMatchObject({ state: 'taken-over' });
  });
});
