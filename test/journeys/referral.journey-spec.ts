import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../support/app.js';
import { clocks, sureStepsOn } from '../support/proceeding.steps.js';
import { act, articles, castOf, codes, DECISION, done, FINE, GOODS, notified, ROUTE, served, type Cast, type Walk } from '../integration/penalties/penalties.ground.js';
import { opening, PAPERS } from '../integration/referrals/referrals.ground.js';

jest.setTimeout(120_000);

interface Everybody extends Cast {
  readonly police: Client;
  readonly prosecutor: Client;
}

const sure = sureStepsOn('referrals');
const REASON = { reason: '根据现有证据' };
const BOTH = { ...DECISION, penalties: [FINE, GOODS] };

/** Days typed from 国令310 and the calendar: 3 August 2026 is a Monday. */
describe('counterfeit goods above the threshold', () => {
  let app: TestApp;
  let cast: Everybody;
  const at = (instant: string): void => app.now.set(`${instant}:00+08:00`);

  beforeAll(async () => {
    app = await startTestApp();
    const people = await castOf(app);
    const [police, prosecutor] = await Promise.all([app.as('police-liaison'), app.as('prosecutor-liaison')]);
    cast = { ...people, police, prosecutor };
  });
  afterAll(() => app.close());

  const state = async (walk: Walk): Promise<string> => (await cast.officer.get(`${ROUTE}/${walk.id}`)).body.state;
  const events = async (walk: Walk): Promise<string[]> => (await cast.officer.get(`${ROUTE}/${walk.id}/timeline`)).body.items.map(({ event }: Json) => event);
  const decide = (walk: Walk, body: Json = BOTH): Promise<{ status: number; body: Json }> => act(cast.head, walk.id, 'decide', body);
  /** Noticed with a fine and the goods; then the suspicion comes up, and is reported on Monday. */
  const reported = async (): Promise<{ walk: Walk; id: string }> => {
    const walk = await notified(app, cast, { notice: { facts: '当事人销售侵犯注册商标专用权的餐具二百套', reasons: '主动配合调查，从轻处罚', provisions: '《商标法》第五十七条第三项、第六十条第二款', penalties: [FINE, GOODS] } });
    at('2026-08-03T09:00');
    const opened = await cast.officer.post('/v1/referrals', opening(cast, walk.caseId, { penalty: walk.id }));
    expect([opened.status, opened.body.state]).toEqual([201, 'preparing']);
    await sure(cast.officer, opened.body.id, 'report', { report: '经核实货值十二万元，达到追诉标准' });
    return { walk, id: opened.body.id };
  };
  const received = async (id: string): Promise<void> => {
    at('2026-08-04T10:00');
    await sure(cast.head, id, 'approve', { capacity: 'principal' });
    await sure(cast.officer, id, 'transfer', { police: 'cz-police', procuratorate: 'cz-procuratorate', papers: PAPERS });
    await sure(cast.police, id, 'receive', { receivedAt: '2026-08-04T10:00:00+08:00', finding: 'complete' });
  };

  describe('are referred, filed, and handed over', () => {
    let walk: Walk;
    let id: string;

    it('bars the fine from the day on which the referral is open, and nothing else (第十一条)', async () => {
      ({ walk, id } = await reported());
      const refused = await decide(walk);
      expect([refused.status, codes(refused), articles(refused)]).toEqual([409, ['interlock.no-referral-open'], ['第十一条']]);
      expect(await events(walk)).toContain('penalty.referral-flagged');
    });

    it('leaves other penalties alone', async () => {
      const other = await reported();
      expect(await decide(other.walk, { ...DECISION, penalties: [GOODS] })).toMatchObject({ status: 200, body: { state: 'decided' } });
    });

    it('is decided in three days and sent in 24 hours, and the police decide in three days', async () => {
      await received(id);
      at('2026-08-06T16:00');
      const filed = await sure(cast.police, id, 'file', { number: '潮公立字〔2026〕15号', notifiedAt: '2026-08-06T15:00:00+08:00' });
      expect([filed.state, clocks(filed)]).toEqual(['filed', ['police.review met 2026-08-07T15:59', 'referral.handover running 2026-08-09T15:59']]);
      expect(codes(await decide(walk))).toEqual(['interlock.no-referral-open', 'interlock.no-crime-filed']);
    });

    it('takes the goods and papers in three days, on a list that both sides sign; the agency closes its part', async () => {
      at('2026-08-07T10:00');
      await sure(cast.officer, id, 'hand-over', { items: [{ name: '侵权餐具', quantity: '二百套', condition: '封条完好' }, { name: '案卷', quantity: '一卷' }] });
      expect(clocks(await sure(cast.police, id, 'sign-handover', { signedAt: '2026-08-07T10:00:00+08:00' }))).toEqual(['referral.handover met 2026-08-09T15:59']);
      await done(cast.head, walk.id, 'hand-to-police', { reason: '公安机关已立案' });
      expect(await state(walk)).toBe('transferred');
    });

    it('comes back where there is no crime, and the penalty procedure goes on (行政处罚法第二十七条)', async () => {
      at('2026-08-20T10:00');
      await sure(cast.police, id, 'return', { ground: 'minor', reason: '犯罪事实显著轻微，不需要追究刑事责任' });
      expect(await state(walk)).toBe('investigating');
      expect((await cast.officer.get(`${ROUTE}/${walk.id}`)).body.deadlines.filter(({ status }: Json) => status === 'running').map(({ kind, triggerAt }: Json) => [kind, triggerAt])).toEqual([['case.decision', '2026-08-20T02:00:00.000Z']]);
      expect((await cast.officer.get(`/v1/referrals/${id}`)).body).toMatchObject({ state: 'returned', marks: [] });
    });
  });

  describe('are referred, and the police do not file', () => {
    let walk: Walk;
    let id: string;

    it('asks them to reconsider in three days; until then no fine', async () => {
      ({ walk, id } = await reported());
      await received(id);
      at('2026-08-05T10:00');
      await sure(cast.police, id, 'decline', { reason: '货值认定依据不足', notifiedAt: '2026-08-05T10:00:00+08:00', papersReturned: true });
      at('2026-08-07T10:00');
      expect(clocks(await sure(cast.officer, id, 'ask-reconsideration', REASON))).toEqual(['police.reconsideration running 2026-08-10T15:59', 'referral.reconsideration met 2026-08-08T15:59']);
      expect(codes(await decide(walk))).toEqual(['interlock.no-referral-open']);
    });

    it('goes to the procuratorate, which finds the police right', async () => {
      at('2026-08-10T10:00');
      await sure(cast.police, id, 'uphold', { reason: '维持不予立案', notifiedAt: '2026-08-10T10:00:00+08:00' });
      at('2026-08-12T10:00');
      await sure(cast.officer, id, 'ask-supervision', REASON);
      at('2026-08-14T10:00');
      await sure(cast.prosecutor, id, 'demand-explanation', { number: '潮检立监〔2026〕1号', servedAt: '2026-08-14T10:00:00+08:00' });
      at('2026-08-18T10:00');
      await sure(cast.police, id, 'explain', { reason: '货值不足追诉标准' });
      at('2026-08-19T10:00');
      expect(await sure(cast.prosecutor, id, 'accept-explanation', { reason: '不立案理由成立' })).toMatchObject({ state: 'unfiled' });
    });

    it('punishes by itself: the administrative procedure goes on (第十条)', async () => {
      expect((await events(walk)).slice(-1)).toEqual(['penalty.referral-over']);
      expect(await decide(walk)).toMatchObject({ status: 200, body: { state: 'decided' } });
    });
  });

  it('a fine imposed before counts against the criminal fine, and has to be stated (第十一条第三款)', async () => {
    const walk = await served(app, cast);
    at('2026-08-05T10:00');
    const { body: { id } } = await cast.officer.post('/v1/referrals', opening(cast, walk.caseId, { penalty: walk.id }));
    await sure(cast.officer, id, 'report', { report: '执行中发现新的涉案数额' });
    await sure(cast.head, id, 'approve', { capacity: 'principal' });
    await sure(cast.officer, id, 'transfer', { police: 'cz-police', procuratorate: 'cz-procuratorate', papers: PAPERS });
    const now = { receivedAt: '2026-08-05T10:00:00+08:00', notifiedAt: '2026-08-05T10:00:00+08:00', signedAt: '2026-08-05T10:00:00+08:00' };
    await sure(cast.police, id, 'receive', { receivedAt: now.receivedAt, finding: 'complete' });
    await sure(cast.police, id, 'file', { number: '潮公立字〔2026〕16号', notifiedAt: now.notifiedAt });
    await sure(cast.officer, id, 'hand-over', { items: [{ name: '案卷', quantity: '一卷' }] });
    await sure(cast.police, id, 'sign-handover', { signedAt: now.signedAt });
    const judgment = { court: '潮州市潮安区人民法院', number: '（2026）粤5103刑初12号', outcome: 'convicted', judgedAt: now.signedAt, criminalFine: 200_000 };
    const { version } = (await cast.officer.get(`/v1/referrals/${id}`)).body;
    expect(codes(await cast.officer.command(`/v1/referrals/${id}/record-judgment`, version, judgment))).toEqual(['referral.earlier-fine-unstated']);
    await sure(cast.officer, id, 'record-judgment', { ...judgment, earlierFine: 150_000 });
    expect((await cast.officer.get(`/v1/referrals/${id}`)).body.judgment).toMatchObject({ criminalFine: 200_000, earlierFine: 150_000, offset: 150_000 });
    expect((await events(walk)).slice(-1)).toEqual(['penalty.referral-flagged']);
  });
});
