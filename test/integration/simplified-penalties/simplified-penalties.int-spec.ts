import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';
import { castOf, caseWithParty, codes, officersOf, type Cast } from '../penalties/penalties.ground.js';

describe('a penalty on the spot over HTTP', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp();
    cast = await castOf(app);
    app.now.set('2026-07-20T11:00:00+08:00');
  });
  afterAll(() => app.close());

  it('is told, heard, decided with a number, collected and handed in', async () => {
    const { caseId, party } = await caseWithParty(cast);
    const open = { caseId, party, person: false, facts: '销售标注不实商品一件', members: officersOf(cast), credentialsShown: true, factsCertain: true };
    expect(codes(await cast.officer.post('/v1/simplified-penalties', { ...open, members: officersOf(cast).slice(0, 1), credentialsShown: false }))).toEqual(['proceeding.two-officers', 'simplified.credentials-not-shown']);
    const { status, body: { id } } = await cast.officer.post('/v1/simplified-penalties', open);
    expect(status).toBe(201);
    const tell = { at: '2026-07-20T10:00:00+08:00', warning: true, fine: '3000', reasons: '情节轻微', provisions: '《商标法》第五十二条', statement: '未陈述、申辩' };
    expect(codes(await cast.officer.command(`/v1/simplified-penalties/${id}/tell`, 1, { ...tell, fine: '3000.01' }))).toEqual(['simplified.fine-too-high']);
    expect((await cast.officer.command(`/v1/simplified-penalties/${id}/tell`, 1, tell)).status).toBe(200);
    const decide = { at: '2026-07-20T10:10:00+08:00', place: '彩塘镇', payment: '当场缴纳', remedies: '可在六十日内申请行政复议', signed: true };
    expect(codes(await cast.officer.command(`/v1/simplified-penalties/${id}/decide`, 2, { ...decide, signed: false }))).toEqual(['simplified.not-delivered']);
    const { body: decided } = await cast.officer.command(`/v1/simplified-penalties/${id}/decide`, 2, decide);
    // Seven working days from Monday 20 July.
    expect(decided).toMatchObject({ state: 'decided', document: { kind: 'on-the-spot-decision', number: '潮安市监当罚〔2026〕1号' }, deadlines: [{ kind: 'simplified.hand-in', legalDue: '2026-07-29T15:59:59.999Z' }] });
    const { body: { items: [fine] } } = await cast.officer.get(`/v1/fines?case=${caseId}`);
    const collect = { ground: 'small', amount: '3000', receipt: '粤财票0001234', at: '2026-07-20T10:20:00+08:00' };
    expect(codes(await cast.officer.command(`/v1/fines/${fine.id}/collect-on-the-spot`, 1, collect))).toEqual(['fine.no-collection']);
    expect((await cast.officer.command(`/v1/fines/${fine.id}/collect-on-the-spot`, 1, { ...collect, ground: 'hard-to-enforce' })).body).toMatchObject({ state: 'collected' });
    expect((await cast.officer.command(`/v1/fines/${fine.id}/hand-over`, 2, { at: '2026-07-20T10:50:00+08:00' })).status).toBe(200);
    expect((await cast.officer.command(`/v1/fines/${fine.id}/bank`, 3, { at: '2026-07-20T10:55:00+08:00', receipt: 'BK1' })).body.state).toBe('paid');
    expect((await cast.officer.command(`/v1/simplified-penalties/${id}/hand-in`, 3, { at: '2026-07-20T10:58:00+08:00' })).body.state).toBe('handed-in');
    expect((await cast.officer.get(`/v1/simplified-penalties/${id}`)).body).toMatchObject({ outcome: 'penalty', told: { fine: '3000' } });
  });
});
