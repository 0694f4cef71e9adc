import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Json, type TestApp } from '../support/app.js';
import { act, agreed, at, castOf, did, mediating, ok, openCase, openMediation, type Cast, type Ground } from '../integration/mediations/mediations.ground.js';

jest.setTimeout(120_000);

/** Monday 2 November 2026. */
const DAY_ONE = '2026-11-02T10:00:00+08:00';

describe('a right holder and a shop before the mediation committee', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp();
    app.now.set(DAY_ONE);
    cast = await castOf(app);
  });
  beforeEach(() => app.now.set(DAY_ONE));
  afterAll(() => app.close());

  const penaltyOf = async ({ caseId }: Ground): Promise<Json> => (await cast.officer.get(`/v1/administrative-proceedings?case=${caseId}`)).body.items[0];
  const committees = async (path: string, { caseId }: Ground): Promise<Json[]> => (await cast.secretary.get(`/v1/${path}?case=${caseId}`)).body.items;
  const steps = async (term: string): Promise<string[]> => (await cast.secretary.get(`/v1/agreement-terms/${term}/next-steps`)).body.items.filter(({ open }: Json) => open).map(({ step }: Json) => step).sort();

  it('agree, have it confirmed, one does not pay, and the court enforces', async () => {
    const ground = await openCase(cast);
    const before = await penaltyOf(ground);
    const mediation = await openMediation(cast.officer, ground);
    await mediating(cast, ground, mediation);
    expect(await agreed(cast, ground, mediation, DAY_ONE, '2026-11-20')).toMatchObject({ state: 'agreed' });

    // Thirty days: Wednesday 2 December. Both ask together.
    const [confirmation = {} as Json] = await committees('confirmations', ground);
    expect((await cast.secretary.get(`/v1/confirmations/${confirmation.id}/court`)).body).toMatchObject({ court: 'chaoan-court', applyBy: '2026-12-02T15:59:59.999Z', excluded: [] });
    const path = `/v1/confirmations/${confirmation.id}`;
    expect(await did(cast.secretary, path, 'apply', { applicants: [ground.claimant, ground.respondent], court: 'chaoan-court', appliedAt: DAY_ONE })).toMatchObject({ state: 'applied' });
    await did(cast.court, path, 'record-acceptance', { courtNumber: '（2026）粤5103诉前调确1号', acceptedAt: '2026-11-04T09:00:00+08:00' });
    expect(await did(cast.court, path, 'record-confirmation', { ruledAt: '2026-11-10T09:00:00+08:00', servedAt: '2026-11-11T09:00:00+08:00' })).toMatchObject({ state: 'confirmed' });

    // The money does not come on the 20th.
    app.now.set('2026-11-23T10:00:00+08:00');
    const [money = {} as Json] = (await committees('agreement-terms', ground)).filter(({ amount }: Json) => amount !== null);
    await did(cast.secretary, `/v1/agreement-terms/${money.id}`, 'record-default', { reason: 'not-at-all' });
    // What a court has confirmed is enforced, not sued for; the administrative procedure is open all the time.
    expect(await steps(money.id)).toEqual(['administrative', 'enforcement']);
    expect(await did(cast.secretary, path, 'apply-enforcement', { creditor: ground.claimant, appliedAt: '2026-11-23T09:00:00+08:00' })).toMatchObject({ state: 'enforcing' });
    expect(await did(cast.court, path, 'record-enforced', { at: '2026-11-23T09:30:00+08:00' })).toMatchObject({ state: 'enforced' });

    // The penalty procedure never noticed (令121第二十三条).
    expect(await penaltyOf(ground)).toEqual(before);
    const closing = await act(cast.head, `/v1/cases/${ground.caseId}`, 'close', { outcome: '已调解' });
    expect(closing.status).toBe(409);
  });

  it('do not agree: what was said stays with the committee, and the office goes on with the penalty', async () => {
    const ground = await openCase(cast);
    const mediation = await openMediation(cast.officer, ground);
    await mediating(cast, ground, mediation);
    ok(await cast.mediator.command(`${at(mediation)}/record-statement`, (await cast.mediator.get(at(mediation))).body.version, { kind: 'offer', party: ground.respondent, text: '承认从外地市场购进，愿意赔偿五千元', amount: '5000.00', keptFromOther: false }));
    const ended = await did(cast.mediator, at(mediation), 'terminate', { ground: 'cannot-go-on' });
    expect(ended.state).toMatch(/terminat|failed/);

    const { body: { version, state } } = await cast.officer.get(`/v1/administrative-proceedings/${(await penaltyOf(ground)).id}`);
    expect(state).toBe('verifying');
    const members = [cast.officer, cast.colleague].map(({ id: account }, index) => ({ account, role: 'officer', credential: `粤执法A000000${index}` }));
    const filed = ok(await cast.head.command(`/v1/administrative-proceedings/${(await penaltyOf(ground)).id}/file`, version, {
      party: ground.respondent, cause: '涉嫌销售侵犯注册商标专用权的商品', standard: { evidence: true, punishable: true, jurisdiction: true, inTime: true }, findings: '现场查见餐具', members,
    }));
    expect(filed).toMatchObject({ state: 'investigating' });

    // Nothing that was said can be read by those who punish, by any way that leads to the case.
    for (const path of [at(mediation), `${at(mediation)}/timeline`, `${at(mediation)}/statements`, `/v1/cases/${ground.caseId}/timeline`, `/v1/cases/${ground.caseId}`, `/v1/documents?case=${ground.caseId}`, '/v1/cases?q=五千元']) {
      const { body } = await cast.officer.get(path);
      expect([path, JSON.stringify(body)]).toEqual([path, expect.not.stringContaining('五千元')]);
    }
  });
});
