import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { act, BODIES, caseWithParty, castOf, DECISION, done, FINE, GOODS, officersOf, REASONS, ROUTE, service, type Cast, type Walk } from './penalties.ground.js';

jest.setTimeout(120_000);

/** Days counted by hand on the calendar of 2026: holidays 25 to 27 September and 1 to 7 October, made up on 20 September and 10 October. */
describe('a penalty procedure, from the report to the closed file', () => {
  let app: TestApp;
  let cast: Cast;
  let walk: Walk;
  const clocks = async (): Promise<Record<string, [string, string | null]>> =>
    Object.fromEntries((await cast.officer.get(`${ROUTE}/${walk.id}/deadlines`)).body.items.map(({ kind, status, legalDue }: Json) => [kind, [status, legalDue?.slice(0, 10) ?? null]]));
  const day = (date: string, time = '10:00:00'): void => app.now.set(`${date}T${time}+08:00`);

  beforeAll(async () => {
    app = await startTestApp();
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  it('is verified and filed: fifteen working days, then ninety days (第十八条、第六十四条)', async () => {
    day('2026-07-06');
    const file = await caseWithParty(cast);
    const opened = await cast.officer.post(ROUTE, { caseId: file.caseId, source: 'report', foundAt: '2026-07-06T09:00:00+08:00' });
    expect(opened).toMatchObject({ status: 201, body: { subject: 'penalty', state: 'verifying', version: 1, number: expect.stringMatching(/^CF2026-\d{7}$/), document: null } });
    walk = { ...file, id: opened.body.id };
    expect(await clocks()).toEqual({ 'report.verification': ['running', '2026-07-27'] });

    day('2026-07-08', '12:00:00');
    expect(await done(cast.officer, walk.id, 'record-inspection', BODIES.inspection(cast))).toMatchObject({ state: 'verifying', document: { kind: 'scene-record', number: null } });
    day('2026-07-10');
    expect(await done(cast.head, walk.id, 'file', BODIES.file(cast, walk))).toMatchObject({ state: 'investigating', document: { kind: 'filing-approval' } });
    expect(await clocks()).toEqual({ 'case.decision': ['running', '2026-10-08'], 'report.verification': ['met', '2026-07-27'] });
  });

  it('is investigated by two officers, put right, suspended and resumed (第二十一条至第四十六条)', async () => {
    day('2026-07-15', '12:00:00');
    await done(cast.officer, walk.id, 'record-inquiry', BODIES.inquiry(cast, walk));
    expect(await done(cast.officer, walk.id, 'take-evidence', { ...BODIES.evidence(cast, walk), content: '举报人陈测试 13800000000 提供的送货单' })).toMatchObject({ document: { kind: 'evidence-slip' } });
    const data = { ...BODIES.inspection(cast), at: '2026-07-15T10:00:00+08:00', until: '2026-07-15T11:00:00+08:00', person: walk.party, extractor: cast.officer.id, medium: '卖家手机一部，开机', method: '导出并记录哈希值', content: '网店订单记录一份' };
    expect(await done(cast.officer, walk.id, 'extract-electronic-data', data)).toMatchObject({ document: { kind: 'electronic-data-record', number: null } });
    const { body: { items } } = await cast.officer.get(`${ROUTE}/${walk.id}/records`);
    expect(items.map(({ kind, evidence, people, party }: Json) => [kind, evidence, people.length, party])).toEqual([['inspection', null, 2, null], ['inquiry', null, 2, walk.party], ['evidence', 'document', 2, walk.party], ['evidence', 'electronic', 2, walk.party]]);
    // Who reported is not named anywhere in the file.
    expect(JSON.stringify(items)).not.toMatch(/陈测试|13800000000/);

    expect(await done(cast.head, walk.id, 'order-correction', { provision: '《行政处罚法》第二十八条第一款', acts: '立即停止销售侵权商品' })).toMatchObject({ document: { kind: 'correction-order', number: '潮安市监责改〔2026〕1号' } });
    await done(cast.officer, walk.id, 'record-correction', { at: '2026-07-15T11:00:00+08:00', acts: '已下架' });

    // The 16th to the 18th are left out: three days, first and last included.
    day('2026-07-16');
    expect(await done(cast.head, walk.id, 'suspend', { ground: 'party-missing', reason: '当事人下落不明' })).toMatchObject({ state: 'suspended', document: { kind: 'suspension-approval' } });
    expect((await clocks())['case.decision']?.[0]).toBe('paused');
    day('2026-07-18');
    expect(await done(cast.officer, walk.id, 'resume', { reason: '当事人已找到' })).toMatchObject({ state: 'investigating' });
    expect((await clocks())['case.decision']).toEqual(['running', '2026-10-11']);
  });

  it('is reviewed in ten working days by somebody who did not investigate (第四十九条至第五十五条)', async () => {
    day('2026-07-20');
    await done(cast.officer, walk.id, 'conclude-investigation', BODIES.conclude());
    await done(cast.officer, walk.id, 'submit-for-review', BODIES.review('case'));
    expect((await clocks())['review.legal']).toEqual(['running', '2026-08-03']);
    await done(cast.reviewer, walk.id, 'send-back', { advice: 'investigate-further', opinion: '进货来源未查清' });
    await done(cast.officer, walk.id, 'conclude-investigation', BODIES.conclude());
    await done(cast.officer, walk.id, 'submit-for-review', BODIES.review('case'));
    day('2026-07-22');
    expect(await done(cast.reviewer, walk.id, 'pass-review', BODIES.pass())).toMatchObject({ state: 'reviewed', document: { kind: 'review-form' } });
  });

  it('is announced; five working days for defence and hearing (第五十七条)', async () => {
    day('2026-07-23');
    const income = { way: 'computed', received: 30_000, deducted: 18_000, amount: 12_000, refunded: 2_000 };
    const notice = await done(cast.head, walk.id, 'approve-notice', { ...REASONS, penalties: [FINE, GOODS, { kind: 'confiscate-income', amount: 10_000, content: '没收违法所得一万元' }], illegalIncome: income });
    expect(notice).toMatchObject({ state: 'notice-approved', document: { kind: 'penalty-notice', number: '潮安市监罚告〔2026〕1号' } });
    day('2026-07-24', '16:00:00');
    await done(cast.officer, walk.id, 'serve-notice', service(cast, walk, notice.document.id, '2026-07-24T15:00:00+08:00'));
    expect((await clocks())['hearing.request']).toEqual(['running', '2026-07-31']);
    const { body } = await cast.officer.get(`${ROUTE}/${walk.id}`);
    // 150,000 reaches 100,000 for an organisation; what is taken away does not.
    expect(body).toMatchObject({ announced: { hearing: [{ kind: 'fine', threshold: expect.any(String) }], offered: false, servedAt: '2026-07-24T07:00:00.000Z' }, illegalIncome: income });
    day('2026-07-27');
    expect(await done(cast.officer, walk.id, 'record-defence', { at: '2026-07-27T09:00:00+08:00', place: '本局', content: '请求从轻处罚' })).toMatchObject({ document: { kind: 'defence-record' } });
  });

  it('is heard; the time of the hearing is left out (行政处罚法第六十四条、程序规定第六十四条第二款)', async () => {
    day('2026-07-28');
    await done(cast.officer, walk.id, 'request-hearing', { at: '2026-07-28T09:00:00+08:00' });
    expect(await clocks()).toMatchObject({ 'hearing.request': ['met', '2026-07-31'], 'hearing.scheduling': ['running', '2026-08-04'], 'case.decision': ['paused', null] });
    day('2026-07-29');
    const fixed = await done(cast.head, walk.id, 'schedule-hearing', BODIES.hearing(cast));
    expect(fixed).toMatchObject({ state: 'hearing-scheduled', document: { kind: 'hearing-notice', number: '潮安市监听通〔2026〕1号' } });
    // Seven working days before 17 August: 14, 13, 12, 11, 10, 7, 6.
    expect((await clocks())['hearing.notice']).toEqual(['running', '2026-08-06']);
    day('2026-08-05');
    await done(cast.officer, walk.id, 'serve-hearing-notice', service(cast, walk, fixed.document.id, '2026-08-05T09:00:00+08:00'));
    day('2026-08-17', '12:00:00');
    expect(await done(cast.chair, walk.id, 'hold-hearing', BODIES.hold())).toMatchObject({ state: 'heard', document: { kind: 'hearing-minutes' } });
    // 28 July to 17 August: twenty-one days more than 11 October.
    expect((await clocks())['case.decision']).toEqual(['running', '2026-11-01']);
    day('2026-08-19');
    expect(await done(cast.chair, walk.id, 'report-hearing', { course: '听证于2026年8月17日举行', opinion: '建议维持' })).toMatchObject({ state: 'hearing-reported', document: { kind: 'hearing-report' } });
  });

  it('goes to legal review and to the heads together, for it was heard (第五十条第一款第二项、第六十条第二款)', async () => {
    expect((await cast.officer.get(`${ROUTE}/${walk.id}`)).body.reviewGrounds).toEqual(['hearing-held']);
    day('2026-08-20');
    await done(cast.officer, walk.id, 'submit-for-review', BODIES.review('legal'));
    day('2026-08-24');
    await done(cast.reviewer, walk.id, 'pass-review', { opinion: '同意', firstTime: true, qualification: 'A20264451020001' });
    day('2026-08-25');
    expect(await done(cast.head, walk.id, 'record-discussion', BODIES.discussion(cast, '2026-08-25T09:00:00+08:00'))).toMatchObject({ document: { kind: 'discussion-record' } });
  });

  it('is decided and served; times for publication, reconsideration and suit begin', async () => {
    day('2026-08-26');
    const { body: { penalties } } = { body: { penalties: [FINE, GOODS, { kind: 'confiscate-income', amount: 10_000, content: '没收违法所得一万元' }] } };
    const decided = await done(cast.head, walk.id, 'decide', { ...DECISION, penalties, illegalIncome: { way: 'computed', received: 30_000, deducted: 18_000, amount: 12_000, refunded: 2_000 }, defenceAnswer: '当事人意见不成立，不予采纳' });
    expect(decided).toMatchObject({ state: 'decided', document: { kind: 'penalty-decision', number: '潮安市监处罚〔2026〕1号' } });
    expect(await clocks()).toMatchObject({ 'case.decision': ['met', '2026-11-01'], 'decision.service': ['running', '2026-09-04'], 'penalty.publication': ['running', '2026-09-22'] });
    day('2026-08-28');
    expect(await done(cast.officer, walk.id, 'serve-decision', service(cast, walk, decided.document.id, '2026-08-28T09:00:00+08:00'))).toMatchObject({ state: 'performing' });
    // Sixty days: 27 October. Six months: 28 February 2027, a Sunday, so 1 March.
    expect(await clocks()).toMatchObject({ 'decision.service': ['met', '2026-09-04'], 'review.application': ['running', '2026-10-27'], 'suit.direct': ['running', '2027-03-01'] });
    expect((await cast.officer.get(`${ROUTE}/${walk.id}`)).body).toMatchObject({ marks: ['fine-imposed'], outcome: 'penalty', decisionServedAt: '2026-08-28T01:00:00.000Z' });
  });

  it('is performed before a witness and closed in fifteen working days (第七十七条)', async () => {
    day('2026-09-10');
    const disposal = { members: officersOf(cast), at: '2026-09-10T09:00:00+08:00', place: '环保处理中心（测试）', method: 'destroyed', goods: '侵权餐具二百套', course: '当场粉碎', witness: { kind: 'party', id: walk.party } };
    expect(await done(cast.officer, walk.id, 'record-disposal', disposal)).toMatchObject({ document: { kind: 'goods-disposal-record' } });
    day('2026-09-11');
    // The fine was opened with the service of the decision: fifteen days end on Saturday 12 September, so Monday.
    const { body: { items: [fine] } } = await cast.officer.get(`/v1/fines?case=${walk.caseId}`);
    expect((await cast.officer.get(`/v1/fines/${fine.id}`)).body).toMatchObject({ state: 'due', payBy: '2026-09-14', outstanding: { fine: '150000.00', confiscation: '10000.00', total: '160000.00' } });
    const unpaid = await act(cast.officer, walk.id, 'record-performance', { at: '2026-09-11T09:00:00+08:00', manner: 'voluntary' });
    expect(unpaid.body.failedGuards.map(({ code }: Json) => code)).toEqual(['penalty.money-left']);
    const payment = { items: [{ item: 'fine', amount: '150000' }, { item: 'confiscation', amount: '10000' }], paidOn: '2026-09-11', way: 'bank', receipt: 'GD20260911000001' };
    expect(await cast.officer.command(`/v1/fines/${fine.id}/settle`, fine.version, payment)).toMatchObject({ status: 200, body: { state: 'paid' } });
    await done(cast.officer, walk.id, 'record-performance', { at: '2026-09-11T09:00:00+08:00', manner: 'voluntary' });
    expect((await clocks())['case.closing-form']).toEqual(['running', '2026-10-09']);
    day('2026-09-15');
    expect(await done(cast.head, walk.id, 'close', { opinion: '同意结案' })).toMatchObject({ state: 'closed', document: { kind: 'closing-approval' } });
    expect((await cast.officer.get(`${ROUTE}/${walk.id}`)).body).toMatchObject({ endedAt: '2026-09-15T02:00:00.000Z', outcome: 'penalty' });
    const { body: { items } } = await cast.officer.get(`${ROUTE}/${walk.id}/timeline?limit=100`);
    expect(items.map(({ event }: Json) => event).slice(0, 3)).toEqual(['penalty.opened', 'penalty.act-recorded', 'penalty.filed']);
  });

  it('may still be attacked: upheld after reconsideration, revoked by the court (处罚法第四十八条)', async () => {
    day('2026-10-20');
    await done(cast.officer, walk.id, 'record-challenge', { way: 'reconsideration', at: '2026-10-20T09:00:00+08:00', body: '潮安区人民政府（测试）', fileNumber: '安府复〔2026〕1号' });
    expect(await clocks()).toMatchObject({ 'review.application': ['met', '2026-10-27'], 'suit.direct': ['met', '2027-03-01'] });
    day('2026-11-16');
    await done(cast.head, walk.id, 'record-review-outcome', { result: 'upheld', at: '2026-11-16T09:00:00+08:00', fileNumber: '安府复决〔2026〕1号' });
    // Fifteen days: 1 December.
    expect((await clocks())['suit.after-review']).toEqual(['running', '2026-12-01']);
    day('2026-11-30');
    await done(cast.officer, walk.id, 'record-challenge', { way: 'suit', at: '2026-11-30T09:00:00+08:00', body: '潮州市中级人民法院（测试）', fileNumber: '（2026）粤51行初1号' });
    day('2026-12-14');
    expect(await done(cast.head, walk.id, 'record-revocation', { at: '2026-12-14T09:00:00+08:00', fileNumber: '（2026）粤51行初1号' })).toMatchObject({ state: 'revoked' });
    // Nothing was published yet: nothing is to be withdrawn. What was has its three days itself (publications.int-spec).
    expect(await clocks()).toMatchObject({ 'penalty.publication': ['void', expect.anything()] });
    expect(Object.keys(await clocks())).not.toContain('penalty.publication-withdrawal');
    expect((await cast.officer.get(`${ROUTE}/${walk.id}`)).body).toMatchObject({ outcome: 'revoked', marks: [], endedAt: expect.any(String) });
    expect((await act(cast.officer, walk.id, 'record-challenge', { way: 'suit', at: '2026-12-14T09:00:00+08:00', body: '法院', fileNumber: '1' })).body.allowed ?? []).toEqual([]);
  });
});
