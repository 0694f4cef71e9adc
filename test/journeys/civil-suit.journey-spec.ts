import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Json, type TestApp } from '../support/app.js';
import { report } from '../support/builders.js';
import { clocks, refusals, sureStepsOn } from '../support/proceeding.steps.js';
import { addParty, agreed, at, castOf, did, mediating, ok, openCase, openMediation, type Cast } from '../integration/mediations/mediations.ground.js';
import { courtNumber, suitOf } from '../integration/civil-suits/civil-suits.ground.js';

jest.setTimeout(120_000);

const NOW = '2026-11-23T10:00:00+08:00';
const sure = sureStepsOn('civil-suits');

describe('what a suit does to the rest of a case', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp();
    app.now.set(NOW);
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  it('ends a patent adjudication when the court files, and keeps the case open (令81第十二条)', async () => {
    const officer = await app.as('enforcement-officer', 'cz-market-regulation');
    const head = await app.as('agency-head', 'cz-market-regulation');
    const filed = ok(await cast.operator.post('/v1/complaints', report({ requestType: 'complaint', region: '445100', right: { type: 'patent', number: '202630000001.X', holder: 'self' }, facts: '市场上销售的餐具涉嫌侵犯我方外观设计专利。' })), 201);
    const { caseId } = ok(await officer.command(`/v1/complaints/${filed.id}/open-case`, 1));
    const [plaintiff, defendant] = [await addParty(officer, caseId, 'complainant-right-holder'), await addParty(officer, caseId, 'respondent')];
    const [adjudication] = (await officer.get(`/v1/adjudications?case=${caseId}`)).body.items;
    expect(adjudication).toMatchObject({ state: 'requested', nextDue: '2026-11-30T15:59:59.999Z' });
    const { body: suit } = await officer.post('/v1/civil-suits', suitOf({ caseId, plaintiff, defendant }, { court: 'guangzhou-ip-court', cause: '侵害外观设计专利权纠纷', rightTypes: ['patent'] }));
    await sure(officer, suit.id, 'file', { number: courtNumber(), procedure: 'ordinary', filedAt: NOW });
    expect((await officer.get(`/v1/adjudications/${adjudication.id}`)).body).toMatchObject({ state: 'ended-by-suit', nextDue: null, endedAt: '2026-11-23T02:00:00.000Z' });
    expect((await officer.get(`/v1/adjudications/${adjudication.id}/timeline`)).body.items.at(-1)).toMatchObject({ event: 'adjudication.ended-by-suit', data: { suit: suit.id } });
    const file = `/v1/cases/${caseId}`;
    const version = async (): Promise<number> => (await head.get(file)).body.version;
    ok(await head.command(`${file}/assign`, await version(), { officer: officer.id }));
    const closing = await officer.command(`${file}/close`, await version(), { outcome: '已起诉' });
    expect(refusals(closing)).toEqual(['case.obligations-open']);
    expect(closing.body.failedGuards[0].details).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'civil-suit', id: suit.id })]));
  });

  it('keeps consumers out of a mediation while a court has the same dispute (令121第十六条第二项)', async () => {
    const { caseId, claimant: plaintiff, respondent: defendant } = await openCase(cast);
    const { body: suit } = await cast.officer.post('/v1/civil-suits', suitOf({ caseId, plaintiff, defendant }, { court: 'chaoan-court', cause: '买卖合同纠纷', rightTypes: ['none'] }));
    await sure(cast.officer, suit.id, 'file', { number: courtNumber(), procedure: 'small-claims', filedAt: NOW });
    const barred = await cast.officer.post('/v1/mediations', { caseId, kind: 'consumer', matters: ['consumer-dispute'], request: '退款' });
    expect(refusals(barred)).toContain('mediation.before-court');
  });

  describe('the court asks the committee to mediate first', () => {
    const assigned = async (): Promise<{ suit: string; mediation: string; caseId: string; claimant: string; respondent: string }> => {
      const ground = await openCase(cast);
      const { body: suit } = await cast.officer.post('/v1/civil-suits', suitOf({ caseId: ground.caseId, plaintiff: ground.claimant, defendant: ground.respondent }, { kind: 'pre-litigation-mediation', submittedAt: '2026-11-20T10:00:00+08:00' }));
      const moved = await sure(cast.court, suit.id, 'assign-mediation', { body: 'cz-ip-mediation-committee', assignedAt: NOW });
      expect([moved.state, moved.deadlines.map(({ kind, status }: Json) => [kind, status])]).toEqual(['in-mediation', [['civil.filing', 'void']]]);
      const mediation = await openMediation(cast.secretary, ground, { kind: 'court-assigned', courtStage: 'before-filing', court: 'cz-court', suit: suit.id });
      await did(cast.secretary, at(mediation), 'accept-assignment');
      return { ...ground, suit: suit.id, mediation };
    };
    const suitNow = async (id: string): Promise<Json> => (await cast.court.get(`/v1/civil-suits/${id}`)).body;

    it('gets an agreement back, and the suit is withdrawn', async () => {
      const { suit, mediation, ...ground } = await assigned();
      expect(clocks((await cast.secretary.get(at(mediation))).body)).toContain('court-mediation.assigned running 2026-12-23T15:59');
      await mediating(cast, ground, mediation);
      await agreed(cast, ground, mediation, '2026-11-23T09:00:00+08:00');
      await did(cast.secretary, at(mediation), 'return-to-court', { reportedAt: NOW });
      expect(await suitNow(suit)).toMatchObject({ state: 'submitted', nextDue: '2026-11-30T15:59:59.999Z' });
      expect(await sure(cast.court, suit, 'withdraw', { reason: '达成调解协议', withdrawnAt: NOW })).toMatchObject({ state: 'withdrawn' });
    });

    it('gets nothing back but the matter, and files', async () => {
      const { suit, mediation, claimant } = await assigned();
      await did(cast.secretary, at(mediation), 'withdraw', { party: claimant, at: NOW, how: 'letter' });
      await did(cast.secretary, at(mediation), 'return-to-court', { reportedAt: NOW });
      expect((await cast.court.get(`/v1/civil-suits/${suit}/timeline`)).body.items.map(({ event }: Json) => event)).toEqual(['civil-suit.submitted', 'civil-suit.mediation-assigned', 'civil-suit.mediation-returned']);
      expect(await sure(cast.court, suit, 'file', { number: courtNumber(), procedure: 'simple', filedAt: NOW })).toMatchObject({ state: 'first-instance' });
      expect(await suitNow(suit)).toMatchObject({ kind: 'ordinary', marks: ['suit-filed'] });
    });
  });
});
