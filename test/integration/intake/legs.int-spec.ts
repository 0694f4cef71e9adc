import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { consumerComplaint, report } from '../../support/builders.js';

const ENDS = (day: string): string => `${day}T15:59:59.999Z`;

/** 总局令第121号 article 9: what holds a complaint and a report is handled by two procedures; article 37: the party never learns of the report. */
describe('a submission that mixes complaint and report', () => {
  let app: TestApp;
  let operator: Client;
  let clerk: Client;
  let chaoan: Client;
  let city: Client;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-10-30T10:00:00+08:00' });
    [operator, clerk, chaoan, city] = await Promise.all([app.as('hotline-operator'), app.as('intake-clerk'), app.as('enforcement-officer', 'chaoan-market-regulation'), app.as('enforcement-officer', 'cz-market-regulation')]);
  });
  afterAll(() => app.close());

  const SECRET = '店主私下向工商举报的线人就是我，仓库在后巷';
  const mixed = (more: Record<string, unknown> = {}): Record<string, unknown> => consumerComplaint({
    asks: ['settle-dispute', 'investigate'], claims: ['refund', 'compensation'], right: { type: 'trademark', number: '12345678', holder: 'none' }, matter: 'counterfeit', facts: `购买餐具为假冒商标，要求退一赔三。${SECRET}`,
    receivedAt: '2026-09-18T10:00:00+08:00', hotlineReceivedAt: '2026-09-17T09:00:00+08:00', ...more,
  });

  it('becomes two legs, each with its own procedure, receipt and clock, and one answer owed', async () => {
    const { status, body } = await operator.post('/v1/complaints', mixed());
    expect([status, body.outcome, body.classification, body.route.track]).toEqual([201, 'filed', 'consumer-complaint', 'mediation']);
    const [leg] = body.otherLegs;
    expect([body.otherLegs.length, leg.classification, leg.route.track]).toEqual([1, 'report', 'administrative']);
    expect(leg.receiptNumber).toBe(`${body.receiptNumber}-2`);
    // Seven working days (article 15) and fifteen (令2 article 18) after Friday 09-18, by hand.
    expect(body.deadlines.map(({ kind, legalDue }: Json) => [kind, legalDue])).toEqual([['complaint.acceptance', ENDS('2026-09-29')]]);
    expect(leg.deadlines.map(({ kind, legalDue }: Json) => [kind, legalDue])).toEqual([['report.verification', ENDS('2026-10-15')]]);
    expect(body.reply).toMatchObject({ channel: 'hotline-12345', deadlines: [{ kind: 'hotline12345.complaint', legalDue: ENDS('2026-10-14') }] });
    for (const one of [body, leg]) expect(one.classificationReasons.at(-1).basis.article).toBe('第九条');
    expect((await app.sql.admin("SELECT leg, lead_id, reply_id IS NULL AS unanswered FROM complaint WHERE receipt_number LIKE $1 ORDER BY leg", [`${body.receiptNumber}%`]))).toEqual([{ leg: 1, lead_id: null, unanswered: false }, { leg: 2, lead_id: body.id, unanswered: true }]);
  });

  it('is the same two legs when it is sent again', async () => {
    const sent = mixed();
    const first = await operator.post('/v1/complaints', sent);
    const again = await operator.post('/v1/complaints', sent);
    expect([again.status, again.body]).toEqual([200, { ...first.body, outcome: 'already-filed' }]);
  });

  it('goes its two ways: declining the one leaves the other as it is', async () => {
    const { body } = await operator.post('/v1/complaints', mixed());
    const [leg] = body.otherLegs;
    expect((await chaoan.command(`/v1/complaints/${body.id}/decline`, 1, { ground: 'already-handled', reason: '消费者协会已受理' })).body.state).toBe('declined');
    expect((await chaoan.command(`/v1/complaints/${leg.id}/accept`, 1)).body.state).toBe('accepted');
    expect((await chaoan.get(`/v1/complaints/${leg.id}`)).body.deadlines).toMatchObject([{ kind: 'report.verification', status: 'running' }]);
  });

  it('shows each leg to its own people only', async () => {
    const { body } = await operator.post('/v1/complaints', mixed({ right: { type: 'trade_secret_technical', holder: 'none' } }));
    const [leg] = body.otherLegs;
    expect([body.route.agency, leg.route.agency]).toEqual(['chaoan-market-regulation', 'cz-market-regulation']);
    // The county mediates and is told nothing of the report that the city verifies.
    expect((await chaoan.get(`/v1/complaints/${body.id}`)).body.otherLegs).toEqual([]);
    expect((await chaoan.get(`/v1/complaints/${leg.id}`)).status).toBe(404);
    expect((await chaoan.get('/v1/complaints')).body.items.map(({ id }: Json) => id)).not.toContain(leg.id);
    expect((await clerk.get(`/v1/complaints/${body.id}`)).body.otherLegs).toMatchObject([{ id: leg.id, classification: 'report' }]);
    // Who filed it is sealed under each leg, and opens for those who handle that leg.
    for (const [reader, id] of [[chaoan, body.id], [city, leg.id]] as const) expect((await reader.get(`/v1/complaints/${id}`)).body.reporter).toMatchObject({ name: '欧阳**' });
  });

  it('shows the respondent of the mediation nothing of the report, and nobody a respondent of the report', async () => {
    const { body } = await operator.post('/v1/complaints', mixed());
    const [leg] = body.otherLegs;
    const view = await chaoan.get(`/v1/complaints/${body.id}/respondent-view`);
    expect([view.status, view.body.facts, view.body.claims]).toEqual([200, null, ['refund', 'compensation']]);
    expect(JSON.stringify(view.body)).not.toContain('举报');
    const refused = await chaoan.get(`/v1/complaints/${leg.id}/respondent-view`);
    expect([refused.status, refused.body.code, refused.body.basis.article]).toEqual([409, 'complaint.no-respondent-view', '第三十七条']);
    // What the clerk writes down for the party is what the party sees.
    expect((await clerk.command(`/v1/complaints/${body.id}/correct`, 1, { disputeFacts: '购买餐具与宣传不符', reason: '供调解使用' })).status).toBe(200);
    expect((await chaoan.get(`/v1/complaints/${body.id}/respondent-view`)).body.facts).toBe('购买餐具与宣传不符');
    const told = await operator.post('/v1/complaints', mixed({ dispute: { facts: '餐具有裂纹，要求退款' } }));
    expect((await chaoan.get(`/v1/complaints/${told.body.id}/respondent-view`)).body.facts).toBe('餐具有裂纹，要求退款');
    const plain = await operator.post('/v1/complaints', consumerComplaint());
    expect((await chaoan.get(`/v1/complaints/${plain.body.id}/respondent-view`)).body.facts).toBe('购买餐具与宣传不符，要求退款。');
  });

  it('is split by the clerk where the system did not see it, once, with the reporter under both legs', async () => {
    const { body } = await operator.post('/v1/complaints', consumerComplaint({ receivedAt: '2026-09-18T10:00:00+08:00', facts: '要求退款，另外该店长期售假，请查处。' }));
    const answer = await clerk.command(`/v1/complaints/${body.id}/split`, 1, { classification: 'report', reason: '材料同时反映违法线索' });
    expect([answer.status, answer.body.version]).toEqual([200, 2]);
    const [other] = (await clerk.get(`/v1/complaints/${body.id}`)).body.otherLegs;
    expect(other).toMatchObject({ receiptNumber: `${body.receiptNumber}-2`, classification: 'report', state: 'registered' });
    const seen = (await clerk.get(`/v1/complaints/${other.id}`)).body;
    expect(seen).toMatchObject({ reporter: { name: '欧阳**' }, classificationReasons: [{ basis: { article: '第九条' } }] });
    expect(seen.deadlines).toMatchObject([{ kind: 'report.verification', legalDue: ENDS('2026-10-15') }]);
    expect(seen.routes).toHaveLength(1);
    expect((await clerk.command(`/v1/complaints/${body.id}/split`, 2, { classification: 'report', reason: '再次' })).body.failedGuards).toMatchObject([{ code: 'complaint.split-already' }]);
    expect((await chaoan.command(`/v1/complaints/${body.id}/split`, 2, { classification: 'report', reason: 'x' })).status).toBe(403);
  });

  describe('with several people behind it', () => {
    const attorney = { matters: '投诉及调解', scope: '一般代理', validUntil: '2027-12-31', signed: true };
    const representative = { name: '林测试', phone: '13700000007', powerOfAttorney: attorney };
    const coComplainants = [{ name: '郑测试', phone: '13600000008' }];

    it('keeps representative and co-complainants in the vault, masked for those who may see that much', async () => {
      const { body } = await operator.post('/v1/complaints', consumerComplaint({ representative, coComplainants, jointRepresentatives: [0, 1], facts: '我代林测试（13700000007）与郑测试一起购买餐具' }));
      const shown = (await chaoan.get(`/v1/complaints/${body.id}`)).body;
      expect(shown.reporter).toMatchObject({ representative: { name: '林**', phone: '137****0007' }, joint: [{ name: '郑**', phone: '136****0008' }] });
      expect(shown.facts).not.toMatch(/林测试|13700000007|郑测试/);
      expect((await chaoan.post(`/v1/complaints/${body.id}/unmask`, { purpose: 'mediation', reason: '通知调解' })).body).toMatchObject({ representative: { name: '林测试' }, joint: [{ name: '郑测试' }] });
    });

    it.each<[string, Record<string, unknown>, string[]]>([
      ['signed and in force', attorney, []],
      ['not signed', { ...attorney, signed: false }, ['power-of-attorney-unsigned']],
      ['run out', { ...attorney, validUntil: '2026-10-29' }, ['power-of-attorney-expired']],
      ['in force on its last day', { ...attorney, validUntil: '2026-10-30' }, []],
    ])('warns of a power of attorney that is %s (article 11)', async (_, powerOfAttorney, codes) => {
      const { status, body } = await operator.post('/v1/complaints', consumerComplaint({ representative: { ...representative, powerOfAttorney } }));
      expect([status, body.warnings.map(({ code }: Json) => code)]).toEqual([201, codes]);
    });

    it.each<[string, Record<string, unknown>, string]>([
      ['more than two speak for all', { coComplainants: [...coComplainants, ...coComplainants], jointRepresentatives: [0, 1, 2] }, 'jointRepresentatives arrayMaxSize'],
      ['somebody speaks who does not complain', { coComplainants, jointRepresentatives: [0, 5] }, 'jointRepresentatives representative-unknown'],
      ['a power of attorney without its matters', { representative: { ...representative, powerOfAttorney: { ...attorney, matters: '' } } }, 'representative.powerOfAttorney.matters isNotEmpty'],
    ])('is refused where %s', async (_, change, code) => {
      const { status, body } = await operator.post('/v1/complaints', consumerComplaint(change));
      expect([status, body.errors.map(({ path, code: found }: Json) => `${path} ${found}`)]).toEqual([400, expect.arrayContaining([code])]);
    });
  });

  describe('looked up by the caller', () => {
    const receipt = async (code: string): Promise<{ status: number; body: Json }> => {
      const answer = await fetch(`${app.url}/v1/public/receipts/${encodeURIComponent(code)}`, { headers: { 'accept-language': 'zh-CN' } });
      return { status: answer.status, body: await answer.json() };
    };

    it('tells state and next step of each leg by the code told at filing, and names nobody', async () => {
      const { body } = await operator.post('/v1/complaints', mixed());
      expect(body.receiptCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
      const seen = await receipt(body.receiptCode);
      expect(seen).toEqual({ status: 200, body: {
        receiptNumber: body.receiptNumber, filedAt: '2026-10-30T02:00:00.000Z', answeredAt: null,
        legs: [
          { receiptNumber: body.receiptNumber, classification: 'consumer-complaint', state: { code: 'registered', label: '已登记' }, nextStepBy: expect.stringMatching(/^2026-09-29/) },
          { receiptNumber: `${body.receiptNumber}-2`, classification: 'report', state: { code: 'registered', label: '已登记' }, nextStepBy: expect.stringMatching(/^2026-10-15/) },
        ],
      } });
      expect(JSON.stringify(seen.body)).not.toMatch(/欧阳|139|餐具|agency|market-regulation/);
      const spelled = `${body.receiptCode.slice(0, 4)}-${body.receiptCode.slice(4).toLowerCase()}`;
      expect((await receipt(spelled)).body.receiptNumber).toBe(body.receiptNumber);
    });

    it.each(['nothing-like-it', '000000000000', "' OR 1=1 --", '%'])('says no more than that there is no such code: %s', async (code) => {
      expect(await receipt(code)).toMatchObject({ status: 404, body: { code: 'receipt.not-found' } });
    });

    it('does not take the receipt number for the code, nor show the code to officers', async () => {
      const { body } = await operator.post('/v1/complaints', report());
      expect((await receipt(body.receiptNumber)).status).toBe(404);
      expect(JSON.stringify((await chaoan.get(`/v1/complaints/${body.id}`)).body)).not.toContain(body.receiptCode);
    });
  });
});
