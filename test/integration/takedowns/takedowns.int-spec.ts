import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Background } from '../../../src/platform/background.js';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';
import { clocks, refusals, stepsOn } from '../../support/proceeding.steps.js';
import { castOf, type Cast } from '../cases/cases.ground.js';
import { forwarded, noticed, noticeOf, sure } from './takedowns.ground.js';

const NOW = '2026-11-23T10:00:00+08:00';
const step = stepsOn('takedowns');

describe('takedowns over HTTP', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp({ at: NOW });
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  it('say once and in full what a notice lacks, and take it when it is there', async () => {
    const { officer } = cast;
    const { id } = await noticed(cast, { contents: ['identity'] });
    const { body } = await officer.get(`/v1/takedowns/${id}`);
    expect(body.missing.map(({ code, demanded }: Json) => [code, demanded])).toEqual([['evidence', true], ['right', false], ['location', false], ['truth', false]]);
    const measure = { measures: ['delete'], takenAt: NOW, forwardedAt: NOW };
    const refused = await step(officer, id, 'take-measure', measure);
    expect(refusals(refused)).toEqual(['takedown.notice-incomplete']);
    expect(refused.body.failedGuards[0].details).toEqual([expect.objectContaining({ code: 'evidence' })]);
    expect(await sure(officer, id, 'ask-for-missing', { at: NOW })).toMatchObject({ state: 'incomplete' });
    await sure(officer, id, 'supplement', { at: NOW, contents: ['evidence'] });
    expect(refusals(await step(officer, id, 'ask-for-missing', { at: NOW }))).toEqual(['takedown.asked-already']);
    expect(refusals(await step(officer, id, 'refuse-notice', { at: NOW, reason: '无' }))).toEqual(['takedown.notice-complete']);
    expect((await officer.get(`/v1/takedowns/${id}`)).body.correction).toMatchObject({ missing: ['evidence', 'right', 'location', 'truth'], suppliedAt: '2026-11-23T02:00:00.000Z' });
    expect(await sure(officer, id, 'take-measure', measure)).toMatchObject({ state: 'measured' });
  });

  it('belong to parties of the case, an agency and somebody who may', async () => {
    const { id, ...parties } = await noticed(cast);
    const stranger = await cast.officer.post('/v1/takedowns', noticeOf({ ...parties, plaintiff: parties.defendant }));
    expect(refusals(stranger)).toEqual(['takedown.party-unknown']);
    expect(refusals(await cast.officer.post('/v1/takedowns', noticeOf(parties, { noticedAt: '2026-11-24T09:00:00+08:00' })))).toEqual(['takedown.in-advance']);
    expect((await cast.officer.post('/v1/takedowns', noticeOf(parties, { contents: ['hearsay'] }))).status).toBe(400);
    expect((await cast.operator.post('/v1/takedowns', noticeOf(parties))).status).toBe(403);
    expect((await cast.stranger.get(`/v1/takedowns/${id}`)).status).toBe(404);
    expect((await cast.officer.command(`/v1/takedowns/${id}/record-finding`, 1, { at: NOW, finding: 'wrong', reason: '无' })).status).toBe(403);
    expect((await cast.officer.get(`/v1/takedowns?case=${parties.caseId}`)).body.items).toHaveLength(1);
    expect((await cast.officer.get(`/v1/takedowns/${id}/deadlines`)).body.items).toEqual([]);
    const { body } = await cast.officer.get(`/v1/takedowns/${id}/available-commands`);
    expect(body.commands.find(({ command }: Json) => command === 'take-measure')).toMatchObject({ allowed: true });
  });

  it('count fifteen calendar days from the arrival, wherever it was sent from and whenever', async () => {
    const { id } = await noticed(cast);
    await forwarded(cast.officer, id);
    expect(refusals(await step(cast.officer, id, 'record-arrival', { arrivedAt: '2026-11-04T10:59:00+08:00', days: 15 }))).toEqual(['takedown.arrived-before-sent', 'takedown.period-of-another-law']);
    // Sent on 4 November, arrived on 9 November: the 24th is the last day, a Tuesday.
    expect(clocks(await sure(cast.officer, id, 'record-arrival', { arrivedAt: '2026-11-09T16:00:00+08:00' }))).toEqual(['platform.lift-measures running 2026-11-24T15:59']);
    expect(refusals(await step(cast.officer, id, 'record-delay', { at: NOW, reason: '公证' }))).toEqual(['takedown.not-civil-code']);
  });

  it('take a claim of which the platform was told in time, even where it is recorded later', async () => {
    const { id } = await noticed(cast);
    await forwarded(cast.officer, id);
    // The 15th day is Sunday 22 November: the day after it counts still.
    expect(clocks(await sure(cast.officer, id, 'record-arrival', { arrivedAt: '2026-11-07T09:00:00+08:00' }))).toEqual(['platform.lift-measures running 2026-11-23T15:59']);
    app.now.set('2026-11-24T09:00:00+08:00');
    await app.app.get(Background).round();
    expect((await cast.officer.get(`/v1/takedowns/${id}`)).body).toMatchObject({ state: 'to-lift', nextDue: null });
    const claim = { way: 'complaint', madeAt: '2026-11-23T08:00:00+08:00', with: '潮州市版权局' };
    expect(refusals(await step(cast.officer, id, 'record-claim', { ...claim, toldAt: '2026-11-24T00:00:00+08:00' }))).toEqual(['takedown.told-late']);
    expect(await sure(cast.officer, id, 'record-claim', { ...claim, toldAt: '2026-11-23T23:00:00+08:00' })).toMatchObject({ state: 'kept' });
    app.now.set(NOW);
  });

  it('leave the days of notaries out of the reasonable period, twenty working days at most', async () => {
    const { id } = await noticed(cast, { regime: 'civil-code' });
    await forwarded(cast.officer, id);
    expect(refusals(await step(cast.officer, id, 'record-arrival', { arrivedAt: '2026-11-05T09:00:00+08:00' }))).toEqual(['takedown.period-of-another-law']);
    expect(clocks(await sure(cast.officer, id, 'record-arrival', { arrivedAt: '2026-11-16T09:00:00+08:00', days: 10 }))).toEqual(['platform.reasonable-period running 2026-11-26T15:59']);
    const delayed = await sure(cast.officer, id, 'record-delay', { at: NOW, reason: '域外公证认证' });
    // Twenty working days from Monday 23 November 2026.
    expect(clocks(delayed)).toEqual(['platform.reasonable-period paused null', 'platform.uncounted-delay running 2026-12-21T15:59']);
    // 17 to 22 November are six days; from the 23rd to 22 December nothing counts; the tenth day is Saturday 26 December, the next that counts Monday.
    app.now.set('2026-12-22T09:00:00+08:00');
    await app.app.get(Background).round();
    const resumed = (await cast.officer.get(`/v1/takedowns/${id}`)).body;
    expect([resumed.state, clocks(resumed).filter((one) => one.includes(' running '))]).toEqual(['waiting', ['platform.reasonable-period running 2026-12-28T15:59']]);
    expect(refusals(await step(cast.officer, id, 'record-delay', { at: '2026-12-22T08:00:00+08:00', reason: '再次' }))).toEqual(['takedown.delayed-already']);
    app.now.set(NOW);
  });

  it('end a delay by hand, withdraw a notice, keep what nobody disputes', async () => {
    app.now.set(NOW);
    const { officer } = cast;
    const { id } = await noticed(cast, { regime: 'civil-code' });
    await forwarded(officer, id);
    await sure(officer, id, 'record-arrival', { arrivedAt: '2026-11-20T09:00:00+08:00', days: 10 });
    await sure(officer, id, 'record-delay', { at: NOW, reason: '公证' });
    expect(await sure(officer, id, 'end-delay', { at: NOW })).toMatchObject({ state: 'waiting' });
    expect(await sure(officer, id, 'withdraw-notice', { at: NOW })).toMatchObject({ state: 'to-lift' });
    expect(await sure(officer, id, 'lift', { liftedAt: NOW, ground: 'notice-withdrawn' })).toMatchObject({ state: 'lifted' });
    const { id: quiet } = await noticed(cast);
    await sure(officer, quiet, 'take-measure', { measures: ['block'], takenAt: NOW, forwardedAt: NOW });
    expect(await sure(officer, quiet, 'keep', { at: NOW })).toMatchObject({ state: 'kept' });
    await sure(officer, quiet, 'publish', { publishedAt: NOW, where: '公示专栏' });
    expect((await officer.get(`/v1/takedowns/${quiet}`)).body).toMatchObject({ outcome: 'undisputed', endedAt: '2026-11-23T02:00:00.000Z' });
    // A late declaration opens the matter again.
    expect(refusals(await step(officer, quiet, 'declare', { declaredAt: NOW, contents: ['identity'] }))).toEqual(['takedown.declaration-incomplete']);
    await sure(officer, quiet, 'declare', { declaredAt: NOW, contents: ['evidence'] });
    expect((await officer.get(`/v1/takedowns/${quiet}`)).body).toMatchObject({ state: 'declared', outcome: null, endedAt: null });
  });

  it('record a platform that did not act, and a notice without evidence', async () => {
    const { id } = await noticed(cast);
    expect(await sure(cast.officer, id, 'record-inaction', { at: NOW, reason: '平台两周未处理' })).toMatchObject({ state: 'not-acted' });
    const { id: empty } = await noticed(cast, { contents: [] });
    expect(await sure(cast.officer, empty, 'refuse-notice', { at: NOW, reason: '无初步证据' })).toMatchObject({ state: 'refused' });
  });

  it('find a notice wrong, then malicious, never less again: doubled under the e-commerce law alone', async () => {
    const finding = { at: NOW, reason: '经查明知权利已失效' };
    for (const [regime, multiplier, source] of [['e-commerce', 2, '电子商务法'], ['civil-code', 1, '民法典']] as const) {
      const { id } = await noticed(cast, { regime });
      await sure(cast.officer, id, 'take-measure', { measures: ['block'], takenAt: NOW, forwardedAt: NOW });
      await sure(cast.head, id, 'record-finding', { ...finding, finding: 'wrong' });
      await sure(cast.head, id, 'record-finding', { ...finding, finding: 'malicious' });
      expect(refusals(await step(cast.head, id, 'record-finding', { ...finding, finding: 'wrong' }))).toEqual(['takedown.found-already']);
      expect((await cast.officer.get(`/v1/takedowns/${id}`)).body.finding).toMatchObject({ finding: 'malicious', multiplier, basis: { source } });
    }
  });

  it('are stopped by the right holder’s complaint that joins the case, not by a report of somebody else', async () => {
    const { officer, operator } = cast;
    const joining = async (caseId: string, more: Json): Promise<void> => {
      const { body } = await operator.post('/v1/complaints', report(more));
      const { status, body: joined } = await officer.command(`/v1/complaints/${body.id}/join-case`, body.version ?? 1, { caseId });
      if (status !== 200) throw new Error(JSON.stringify(joined));
    };
    const { id, caseId } = await noticed(cast);
    await forwarded(officer, id);
    await sure(officer, id, 'record-arrival', { arrivedAt: '2026-11-20T09:00:00+08:00' });
    await joining(caseId, {});
    expect((await officer.get(`/v1/takedowns/${id}`)).body.state).toBe('waiting');
    await joining(caseId, { requestType: 'complaint', right: { type: 'trademark', number: '12345678', holder: 'self' } });
    const { body } = await officer.get(`/v1/takedowns/${id}`);
    expect(body).toMatchObject({ state: 'kept', outcome: 'kept', nextDue: null, claim: { way: 'complaint', with: 'chaoan-market-regulation' } });
    expect((await officer.get(`/v1/takedowns/${id}/timeline`)).body.items.at(-1)).toMatchObject({ event: 'takedown.stopped' });
  });
});
