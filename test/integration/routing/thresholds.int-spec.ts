import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';

describe('the calculator of criminal thresholds', () => {
  let app: TestApp;
  let officer: Client;
  const QUESTION = {
    offence: '213-goods', day: '2026-11-23', cost: '12000', punishedWithinTwoYears: false, refunded: '2000',
    goods: [{ name: '汤锅', quantity: 400, sold: true, price: '100' }, { name: '汤锅', quantity: 100, sold: false, labelledPrice: '399' }], outlays: [{ what: '购进价款', amount: '12000', proved: true }, { what: '租金', amount: '5000', proved: false }],
  };

  beforeAll(async () => {
    app = await startTestApp();
    officer = await app.as('enforcement-officer');
  });
  afterAll(() => app.close());

  it('shows both figures apart, each step with its article, and writes nothing', async () => {
    const before = await app.sql.admin('SELECT count(*)::int AS entries FROM ledger_entry');
    const { status, body } = await officer.post('/v1/criminal-thresholds/calculations', QUESTION);
    expect(status).toBe(200);
    // 400 × 100 sold, 100 × 100 on average unsold: 50,000 reaches the limit; 40,000 less 12,000 is 28,000 and does not.
    expect(body.criminal).toMatchObject({ sold: '40000.00', unsold: '10000.00', businessAmount: '50000.00', illegalIncome: '28000.00', met: true, unvalued: [] });
    expect(body.criminal.compared).toMatchObject([{ figure: 'illegalIncome', limit: 30_000, given: 28_000, reached: false, basis: { article: '第三条第一款' } }, { figure: 'businessAmount', limit: 50_000, given: 50_000, reached: true }]);
    expect(body.administrative).toMatchObject({ received: '40000.00', deducted: '12000.00', amount: '28000.00', refunded: '2000.00', toConfiscate: '26000.00', basis: { article: '第三条' } });
    expect(await app.sql.admin('SELECT count(*)::int AS entries FROM ledger_entry')).toEqual(before);
  });

  it('knows no administrative figure before its rule, and no threshold before its interpretation', async () => {
    expect((await officer.post('/v1/criminal-thresholds/calculations', { ...QUESTION, day: '2026-03-19' })).body.administrative).toBeNull();
    expect(await officer.post('/v1/criminal-thresholds/calculations', { ...QUESTION, day: '2025-04-25' })).toMatchObject({ status: 422, body: { code: 'threshold.not-in-force' } });
  });

  it('takes the money received by itself, with the fees, and says what follows where it cannot be found out', async () => {
    const ask = async (more: object): Promise<Json> => (await officer.post('/v1/criminal-thresholds/calculations', { ...QUESTION, ...more })).body;
    const { criminal, administrative } = await ask({ fees: '3000' });
    expect([criminal.illegalIncome, criminal.met, criminal.feesBasis.article, administrative.received]).toEqual(['31000.00', true, '第二十八条', '43000.00']);
    expect((await ask({ received: '90000' })).administrative).toMatchObject({ received: '90000.00', amount: '78000.00', toConfiscate: '76000.00', notFound: null });
    expect((await ask({ notFound: 'whole' })).administrative).toMatchObject({ amount: null, toConfiscate: null, notFound: { extent: 'whole', weighs: 'fine', approval: 'principal-head', basis: { article: '第十四条第一款、第三款' } } });
    expect((await ask({ received: '20000', notFound: 'rest' })).administrative).toMatchObject({ amount: '8000.00', toConfiscate: '6000.00', notFound: { extent: 'rest', basis: { article: '第十四条第二款、第三款' } } });
  });

  it('counts the labels of whoever made them; whoever sells those of others has three times as many', async () => {
    const goods = [{ name: '标识', quantity: 10_000, sold: false, labelledPrice: '0.1' }];
    const ask = async (more: object): Promise<Json> => (await officer.post('/v1/criminal-thresholds/calculations', { ...QUESTION, offence: '215', goods, cost: '0', ...more })).body.criminal;
    expect(await ask({ made: true })).toMatchObject({ met: true, allPieces: 10_000, soldPieces: 0 });
    expect(await ask({})).toMatchObject({ met: false, compared: expect.arrayContaining([expect.objectContaining({ figure: 'pieces', limit: 30_000, given: 10_000, basis: expect.objectContaining({ article: '第六条' }) })]) });
  });

  it.each([[{ notFound: 'some' }], [{ received: '-1' }], [{ cost: '12,000' }], [{ goods: [] }], [{ offence: '140' }], [{ goods: [{ name: '锅', quantity: 1.5, sold: true, price: '1' }] }]])('refuses %j', async (more) => {
    expect((await officer.post('/v1/criminal-thresholds/calculations', { ...QUESTION, ...more })).status).toBe(400);
  });

  it('is closed to those who handle no cases', async () => {
    expect((await (await app.as('statistician')).post('/v1/criminal-thresholds/calculations', QUESTION)).status).toBe(403);
  });
});
