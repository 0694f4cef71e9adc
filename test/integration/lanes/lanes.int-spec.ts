import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { refusals, stepsOn } from '../../support/proceeding.steps.js';
import { endVerification } from '../../support/proceedings.js';
import { act, castOf, CHAOAN, openCase, type Cast } from '../cases/cases.ground.js';
import { caseWithLiveRight, proposed, SIMPLE, sureOf, targets } from './lanes.ground.js';

const NOW = '2026-11-23T10:00:00+08:00';
const step = stepsOn('lane-passages');
/** Openings and patience by hand: 72 hours from 23 November, 10:00, in the expedited lane, 240 hours in the ordinary one. */
const RANKED = { expedited: '2026-11-26T02:00:00.000Z', ordinary: '2026-12-03T02:00:00.000Z' };

describe('lanes over HTTP', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp({ at: NOW, env: { ROLE: 'api' } });
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  const file = async (id: string): Promise<Json> => (await app.sql.admin<Json>('SELECT lane, aged_at, next_due, version FROM case_file WHERE id = $1', [id]))[0];
  const running = async (): Promise<{ caseId: string; id: string; reply: string }> => {
    const { id: caseId, reply } = await caseWithLiveRight(cast);
    const { id } = await proposed(cast.officer, caseId);
    await sureOf(cast.officer, id, 'confirm', { lane: 'expedited' });
    return { caseId, id, reply };
  };

  it('tells what a lane asks for, its target, places and grounds, and the rules of triage', async () => {
    const { body } = await cast.officer.get('/v1/lanes');
    expect(body.items.map(({ code, target, patience, capacity }: Json) => `${code} ${target} ${patience} ${capacity}`)).toEqual([
      'major lane.major 120 null', 'exhibition lane.exhibition 12 60', 'rapid-centre lane.rapid-centre 48 120', 'platform lane.platform 72 200', 'market lane.market 72 120', 'expedited lane.expedited 72 200', 'ordinary lane.ordinary 240 null',
    ]);
    expect(body.items[5].entry[0]).toEqual({ code: 'right-live', label: 'The right is registered and live' });
    expect(body.triage).toMatchObject({ version: '1', threshold: 7, smallAmount: 50_000, basis: { status: 'unverified' } });
    expect(body.triage.criteria).toHaveLength(8);
  });

  it('proposes with points and reasons, and changes nothing before an officer confirms', async () => {
    const { id: caseId } = await caseWithLiveRight(cast);
    const before = await file(caseId);
    const passage = await proposed(cast.officer, caseId);
    expect(passage).toMatchObject({ state: 'proposed', proposedLane: 'expedited', facts: { rightLive: true, partiesKnown: true, factsClear: true }, verdict: { version: '1', simple: true, score: 10, threshold: 7, lacking: { expedited: [], major: ['grave-or-complex'], platform: ['on-platform'] } }, targets: [] });
    expect(await file(caseId)).toEqual(before);
    expect(refusals(await cast.officer.post('/v1/lane-passages', { caseId, ...SIMPLE }))).toEqual(['lane-passage.open-already']);
    expect(await sureOf(cast.officer, passage.id, 'decline', { reason: '另有安排' })).toMatchObject({ state: 'declined', endReason: '另有安排' });
    expect(await file(caseId)).toEqual(before);
    expect((await cast.officer.get(`/v1/cases/${caseId}/timeline?limit=200`)).body.items.map(({ event }: Json) => event)).toContain('case.lane-proposed');
  });

  it.each<[string, Json]>([['that nobody has looked up', { value: 'unknown', seenOn: '2026-11-20', source: '无' }], ['that was invalidated', { value: 'invalidated', seenOn: '2026-11-20', source: '商标注册簿' }]])('does not take a right for live %s', async (_, status) => {
    const { id: caseId } = await caseWithLiveRight(cast, status);
    expect(await proposed(cast.officer, caseId)).toMatchObject({ proposedLane: 'ordinary', facts: { rightLive: false }, verdict: { simple: false, lacking: { expedited: ['right-live', 'simple'] } } });
  });

  it('puts the case into the lane with an internal target, and leaves its statutory date and clocks as they are', async () => {
    const { id: caseId } = await caseWithLiveRight(cast);
    const before = await file(caseId);
    const { id } = await proposed(cast.officer, caseId);
    const entered = await sureOf(cast.officer, id, 'confirm', { lane: 'expedited' });
    // Twenty working days from 23 November 2026.
    expect(targets(entered)).toEqual(['lane.expedited running 2026-12-21T15:59']);
    expect(entered.targets[0]).toMatchObject({ basis: { source: '本系统拟定的服务时限', status: 'unverified' } });
    expect(entered).toMatchObject({ state: 'running', lane: 'expedited', reason: null, dueIn: before.next_due.toISOString() });
    const after = await file(caseId);
    expect([after.lane, after.aged_at.toISOString(), after.next_due]).toEqual(['expedited', RANKED.expedited, before.next_due]);
    expect(await app.sql.admin('SELECT within_id FROM deadline WHERE subject_id = $1', [id])).toEqual([{ within_id: null }]);
    const events = (await cast.officer.get(`/v1/cases/${caseId}/timeline?limit=200`)).body.items;
    expect(events.at(-1)).toMatchObject({ event: 'case.lane-entered', data: { lane: 'expedited', passage: id } });
  });

  it('lets an officer decide otherwise only with a reason and where the conditions of the other lane are met', async () => {
    const { id: caseId } = await caseWithLiveRight(cast);
    const { id } = await proposed(cast.officer, caseId);
    const confirm = (body: Json): ReturnType<typeof step> => step(cast.officer, id, 'confirm', body);
    const platform = await confirm({ lane: 'platform', reason: '在平台上销售' });
    expect([refusals(platform), platform.body.failedGuards[0].details]).toEqual([['lane-passage.conditions-unmet'], ['on-platform']]);
    expect(refusals(await confirm({ lane: 'ordinary' }))).toEqual(['lane-passage.change-unexplained']);
    expect(await sureOf(cast.officer, id, 'confirm', { lane: 'ordinary', reason: '举报人陈测试要求详细调查' })).toMatchObject({ state: 'running', proposedLane: 'expedited', lane: 'ordinary', reason: expect.not.stringContaining('陈测试') });
  });

  it('puts a case out on a ground of its lane, keeps the date, and lets it in again only by the head', async () => {
    const { caseId, id } = await running();
    const before = await file(caseId);
    expect(refusals(await step(cast.officer, id, 'eject', { ground: 'fair-over', reason: '无' }))).toEqual(['lane-passage.no-such-ground']);
    const out = await sureOf(cast.officer, id, 'eject', { ground: 'contested', reason: '当事人对侵权事实提出异议' });
    expect(out).toMatchObject({ state: 'ejected', ground: 'contested', dueIn: before.next_due.toISOString(), dueOut: before.next_due.toISOString() });
    expect(targets(out)).toEqual(['lane.expedited void 2026-12-21T15:59']);
    const after = await file(caseId);
    expect([after.lane, after.aged_at.toISOString(), after.next_due]).toEqual(['ordinary', RANKED.ordinary, before.next_due]);
    // It is over: whatever comes is a passage of its own.
    expect((await step(cast.officer, id, 'leave', { reason: '撤销' })).body).toMatchObject({ code: 'command.refused', reason: 'not-allowed-now' });
    const again = await proposed(cast.officer, caseId);
    const refused = await step(cast.officer, again.id, 'confirm', { lane: 'expedited', reason: '异议已撤回' });
    expect([refusals(refused), refused.body.failedGuards[0].details]).toEqual([['lane-passage.readmission-missing'], { passage: id }]);
    expect(refusals(await step(cast.head, again.id, 'confirm', { lane: 'expedited' }))).toEqual(['lane-passage.readmission-missing']);
    expect(await sureOf(cast.head, again.id, 'confirm', { lane: 'expedited', reason: '异议已撤回' })).toMatchObject({ readmits: id, reason: '异议已撤回', state: 'running' });
    expect((await cast.officer.get(`/v1/lane-passages?case=${caseId}`)).body.items.map((one: Json) => `${one.state} ${one.lane}`)).toEqual(['running expedited', 'ejected expedited']);
  });

  it('finishes with the case, in the lane', async () => {
    const { caseId, id, reply } = await running();
    await endVerification(cast.head, caseId);
    await act(cast.head, caseId, 'assign', { officer: cast.officer.id });
    const { body: owed } = await cast.officer.get(`/v1/replies/${reply}`);
    await cast.officer.command(`/v1/replies/${reply}/answer`, owed.version, { answer: '已核查' });
    const closed = await act(cast.officer, caseId, 'close', { outcome: '已依法处理' });
    expect([closed.status, closed.body.lane]).toEqual([200, 'expedited']);
    const { body } = await cast.officer.get(`/v1/lane-passages/${id}`);
    expect([body.state, body.endedBy, targets(body)]).toEqual(['finished', cast.officer.id, ['lane.expedited met 2026-12-21T15:59']]);
    expect(refusals(await cast.officer.post('/v1/lane-passages', { caseId, ...SIMPLE }))).toEqual(['lane-passage.case-closed']);
  });

  it('gives the last place once, however many ask for it', async () => {
    const ids = await Promise.all([1, 2, 3].map(async () => (await proposed(cast.officer, (await caseWithLiveRight(cast)).id, { venue: 'fair' })).id as string));
    await app.sql.admin(
      `INSERT INTO lane_passage (id, state, version, case_id, agency, region, proposed_lane, lane, from_lane, facts, conditions, verdict, proposed_at, proposed_by)
       SELECT gen_random_uuid(), 'running', 1, gen_random_uuid(), $1, '445103', 'exhibition', 'exhibition', 'ordinary', '{}', '{}', '{}', now(), 'test' FROM generate_series(1, 59)`, [CHAOAN]);
    const answers = await Promise.all(ids.map((id) => step(cast.officer, id, 'confirm', { lane: 'exhibition' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    for (const answer of answers.filter(({ status }) => status === 409)) expect(refusals(answer)).toEqual(['lane-passage.lane-full']);
    await app.sql.admin("DELETE FROM lane_passage WHERE proposed_by = 'test'");
  });

  it('is seen by who sees the case, and moved by its agency', async () => {
    const { caseId, id } = await running();
    const oversight = await app.as('oversight');
    for (const reader of [cast.officer, cast.city, cast.clerk, oversight]) expect((await reader.get(`/v1/lane-passages/${id}`)).status).toBe(200);
    expect((await cast.stranger.get(`/v1/lane-passages/${id}`)).status).toBe(404);
    expect((await cast.stranger.get(`/v1/lane-passages?case=${caseId}`)).body.items).toEqual([]);
    expect((await cast.stranger.command(`/v1/lane-passages/${id}/leave`, 2, { reason: '无' })).status).toBe(404);
    expect((await cast.stranger.post('/v1/lane-passages', { caseId, ...SIMPLE })).status).toBe(404);
    for (const reader of [cast.clerk, oversight]) expect((await reader.command(`/v1/lane-passages/${id}/leave`, 2, { reason: '无' })).status).toBe(403);
    expect((await cast.officer.command(`/v1/lane-passages/${id}/leave`, 1, { reason: '无' })).status).toBe(412);
    const { body } = await cast.officer.get(`/v1/lane-passages/${id}/available-commands`);
    expect(body.commands.map(({ command, allowed }: Json) => `${command} ${allowed}`)).toEqual(['leave true', 'eject true']);
    expect((await cast.officer.get(`/v1/lane-passages/${id}/timeline`)).body.items.map(({ event }: Json) => event)).toEqual(['lane-passage.proposed', 'lane-passage.confirmed']);
    const first = await cast.officer.get('/v1/lane-passages?lane=expedited&state=running&limit=1');
    expect([first.body.items.length, first.body.items[0].lane]).toEqual([1, 'expedited']);
    expect(first.headers.get('link')).toMatch(/rel="next"/);
  });

  it('refuses what it does not know', async () => {
    const { id: caseId } = await openCase(cast);
    for (const wrong of [{ venue: 'moon' }, { amount: -1 }, { amount: 'much' }, { factsClear: 'yes' }, { caseId: 'x' }]) expect([wrong, (await cast.officer.post('/v1/lane-passages', { caseId, ...SIMPLE, ...wrong })).status]).toEqual([wrong, 400]);
    const { id } = await proposed(cast.officer, caseId);
    expect((await step(cast.officer, id, 'confirm', { lane: 'nowhere' })).status).toBe(400);
  });
});
