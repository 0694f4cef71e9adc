import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { act, castOf, type Cast } from '../integration/cases/cases.ground.js';
import { ACCEPTANCE, complained, FINDING, runningFair, sure } from '../integration/fairs/fairs.ground.js';
import { startTestApp, type Json, type TestApp } from '../support/app.js';
import { clocks } from '../support/proceeding.steps.js';
import { until } from '../support/wait.js';

jest.setTimeout(120_000);

describe('a stall of a fair', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-11-23T09:00:00+08:00', env: { ROLE: 'all' } });
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  it('is complained of in the morning and cleared before the evening', async () => {
    const { officer, head } = cast;
    const fair = await runningFair(officer);
    // 09:00: the complaint lacks its reasons, and has them an hour later.
    const { id, caseId, respondent } = await complained(cast, fair, { materials: ['right', 'party'] });
    await sure(officer, id, 'ask-for-missing', { at: '2026-11-23T09:00:00+08:00' });
    app.now.set('2026-11-23T10:00:00+08:00');
    await sure(officer, id, 'suspend-display', { at: '2026-11-23T10:00:00+08:00' });
    expect(clocks(await sure(officer, id, 'supplement', { at: '2026-11-23T10:00:00+08:00', materials: ['reasons'] }))).toContain('fair.forwarding running 2026-11-24T02:00');
    await sure(officer, id, 'pass-on', { at: '2026-11-23T10:00:00+08:00' });
    // 11:00: four hours to answer, for the fair has five days.
    app.now.set('2026-11-23T11:00:00+08:00');
    expect(clocks(await sure(officer, id, 'accept', { ...ACCEPTANCE, notifiedAt: '2026-11-23T11:00:00+08:00' }))).toContain('fair.answer running 2026-11-23T07:00');
    expect((await act(head, caseId, 'close', { outcome: '办结' })).status).toBe(409);
    // 15:00: no answer; time goes on by itself.
    app.now.set('2026-11-23T15:00:01+08:00');
    await until('the time to answer to be over', async () => (await officer.get(`/v1/fair-matters/${id}`)).body.state === 'to-decide');
    const decided = await sure(head, id, 'find-infringement', { ...FINDING, at: '2026-11-23T15:00:00+08:00' });
    expect(decided).toMatchObject({ state: 'infringing', document: { kind: 'correction-order' } });
    // 17:00: the goods are gone.
    app.now.set('2026-11-23T17:00:00+08:00');
    await sure(officer, id, 'record-remedy', { at: '2026-11-23T17:00:00+08:00', done: ['withdraw-goods', 'sign-promise'] });
    const { body } = await officer.get(`/v1/fair-matters/${id}`);
    expect(body).toMatchObject({ state: 'remedied', outcome: 'remedied', endedAt: '2026-11-23T09:00:00.000Z', nextDue: null, respondent, suspendedAt: '2026-11-23T02:00:00.000Z' });
    expect((await officer.get(`/v1/fair-matters/${id}/timeline`)).body.items.map(({ event }: Json) => event).filter((event: string) => event.startsWith('fair-matter.'))).toEqual(
      ['filed', 'missing-asked', 'display-suspended', 'supplemented', 'passed-on', 'accepted', 'unanswered', 'infringement-found', 'remedied'].map((event) => `fair-matter.${event}`));
  });

  it('that is not cleared when the fair is over goes to the agency that is competent, and that agency is told', async () => {
    const { officer, stranger } = cast;
    app.now.set('2026-11-23T17:00:00+08:00');
    const fair = await runningFair(officer);
    const { id } = await complained(cast, fair, { competent: 'xiangqiao-market-regulation' });
    app.now.set('2026-12-16T00:00:01+08:00');
    await until('the hand-over', async () => (await officer.get(`/v1/fair-matters/${id}`)).body.state === 'handed-over');
    await until('the competent agency to be told', async () => (await stranger.get('/v1/notices')).body.items.some(({ event }: Json) => event === 'fair-matter.handed-over'));
    expect((await officer.get(`/v1/fairs/${fair.fairId}`)).body.state).toBe('ended');
    expect(await sure(stranger, id, 'take-over', { at: '2026-12-16T00:00:01+08:00' })).toMatchObject({ state: 'taken-over' });
  });
});
