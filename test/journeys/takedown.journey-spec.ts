import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Background } from '../../src/platform/background.js';
import { castOf } from '../integration/cases/cases.ground.js';
import { courtNumber, suitOf, type SuitCast } from '../integration/civil-suits/civil-suits.ground.js';
import { forwarded, noticed, sure } from '../integration/takedowns/takedowns.ground.js';
import { startTestApp, type Json, type TestApp } from '../support/app.js';
import { clocks, refusals, stepsOn, sureStepsOn } from '../support/proceeding.steps.js';
import { until } from '../support/wait.js';

jest.setTimeout(120_000);

const step = stepsOn('takedowns');

describe('a measure of a platform', () => {
  let app: TestApp;
  let cast: SuitCast;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-11-16T10:00:00+08:00', env: { ROLE: 'all' } });
    const [court, secretary] = await Promise.all([app.as('court-liaison'), app.as('mediation-secretary')]);
    cast = { ...(await castOf(app)), court, secretary };
  });
  afterAll(() => app.close());

  it('is lifted after the counter-statement when nobody complains in fifteen days, and everything is published', async () => {
    const { officer, head } = cast;
    app.now.set('2026-11-16T10:00:00+08:00');
    const { id, caseId } = await noticed(cast);
    await forwarded(officer, id);
    // Sent on the 4th, arrived on the 10th: the 25th is the last day.
    expect(clocks(await sure(officer, id, 'record-arrival', { arrivedAt: '2026-11-10T09:00:00+08:00' }))).toEqual(['platform.lift-measures running 2026-11-25T15:59']);
    const open = await head.command(`/v1/cases/${caseId}/close`, 1, { outcome: '办结' });
    expect(open.status).toBe(409);
    app.now.set('2026-11-25T23:59:00+08:00');
    await app.app.get(Background).round();
    expect((await officer.get(`/v1/takedowns/${id}`)).body.state).toBe('waiting');
    app.now.set('2026-11-26T00:00:01+08:00');
    await until('the period to be over', async () => (await officer.get(`/v1/takedowns/${id}`)).body.state === 'to-lift');
    await until('the agency to be told', async () => (await officer.get('/v1/notices')).body.items.some(({ event }: Json) => event === 'takedown.period-over'));
    const late = { way: 'suit', madeAt: '2026-11-25T16:00:00+08:00', toldAt: '2026-11-26T00:00:00+08:00', with: '潮州市中级人民法院' };
    expect(refusals(await step(officer, id, 'record-claim', late))).toEqual(['takedown.told-late']);
    await sure(officer, id, 'lift', { liftedAt: '2026-11-26T00:00:01+08:00', ground: 'no-claim' });
    await sure(officer, id, 'publish', { publishedAt: '2026-11-26T00:00:01+08:00', where: '平台知识产权保护公示专栏' });
    await sure(head, id, 'record-finding', { at: '2026-11-26T00:00:01+08:00', finding: 'malicious', reason: '明知商标已被宣告无效仍发出通知' });
    expect((await officer.get(`/v1/takedowns/${id}`)).body).toMatchObject({ state: 'published', outcome: 'lifted', endedAt: '2026-11-25T16:00:01.000Z', finding: { multiplier: 2 } });
    expect((await officer.get(`/v1/takedowns/${id}/timeline`)).body.items.map(({ event }: Json) => event).filter((event: string) => event.startsWith('takedown.')).map((event: string) => event.replace('takedown.', ''))).toEqual(['noticed', 'measure-taken', 'declared', 'forwarded', 'arrived', 'period-over', 'lifted', 'published', 'finding-recorded']);
  });

  it('is kept when the right holder sues, the platform is told, and the clock is over', async () => {
    const { officer } = cast;
    app.now.set('2026-11-16T10:00:00+08:00');
    const ground = await noticed(cast);
    await forwarded(officer, ground.id);
    await sure(officer, ground.id, 'record-arrival', { arrivedAt: '2026-11-10T09:00:00+08:00' });
    const { body: suit } = await officer.post('/v1/civil-suits', suitOf(ground, { submittedAt: '2026-11-16T09:00:00+08:00' }));
    expect((await officer.get(`/v1/takedowns/${ground.id}`)).body.state).toBe('waiting');
    await sureStepsOn('civil-suits')(cast.court, suit.id, 'file', { number: courtNumber(), procedure: 'ordinary', filedAt: '2026-11-16T10:00:00+08:00' });
    const { body } = await officer.get(`/v1/takedowns/${ground.id}`);
    expect([body.state, body.claim.way, body.claim.with, clocks(body)]).toEqual(['kept', 'suit', 'cz-court', ['platform.lift-measures met 2026-11-25T15:59']]);
    await until('the agency to tell the platform', async () => (await officer.get('/v1/notices')).body.items.some(({ event, subjectId }: Json) => event === 'takedown.stopped' && subjectId === ground.id));
    await sure(officer, ground.id, 'publish', { publishedAt: '2026-11-16T10:00:00+08:00', where: '平台知识产权保护公示专栏' });
    // The court rejects the claim: what was kept is lifted, and shown again.
    expect(refusals(await step(officer, ground.id, 'lift', { liftedAt: '2026-11-16T10:00:00+08:00', ground: 'no-claim' }))).toEqual(['takedown.no-such-ground']);
    await sure(officer, ground.id, 'lift', { liftedAt: '2026-11-16T10:00:00+08:00', ground: 'claim-failed' });
    expect((await officer.get(`/v1/takedowns/${ground.id}`)).body).toMatchObject({ state: 'lifted', endedAt: null });
    await sure(officer, ground.id, 'publish', { publishedAt: '2026-11-16T10:00:00+08:00', where: '平台知识产权保护公示专栏' });
  });
});
