import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { act, announced, articles, BODIES, castOf, codes, DECISION, done, FINE, GOODS, heard, investigated, notified, officersOf, REASONS, reviewed, ROUTE, served, service, WARNING, type Cast, type Walk } from './penalties.ground.js';

jest.setTimeout(180_000);

describe('what a penalty procedure refuses, with the article', () => {
  let app: TestApp;
  let cast: Cast;
  const decision = (penalties: object[] = [FINE, GOODS], more: object = {}): object => ({ ...DECISION, penalties, ...more });
  const refused = async (answer: Promise<{ status: number; body: Json }>): Promise<{ codes: string[]; articles: string[] }> => {
    const given = await answer;
    expect(given.status).toBe(409);
    return { codes: codes(given), articles: articles(given) };
  };

  beforeAll(async () => {
    app = await startTestApp();
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  it('is for the agency of the case, and for the post', async () => {
    const walk = await investigated(app, cast);
    expect((await cast.stranger.get(`${ROUTE}/${walk.id}`)).status).toBe(404);
    expect((await cast.officer.command(`${ROUTE}/${walk.id}/suspend`, 2, { ground: 'other', reason: '测试' })).status).toBe(403);
    expect((await cast.reviewer.command(`${ROUTE}/${walk.id}/conclude-investigation`, 2, BODIES.conclude())).status).toBe(403);
    expect((await cast.officer.command(`${ROUTE}/${walk.id}/conclude-investigation`, 1, BODIES.conclude())).status).toBe(412);
  });

  it('is not filed without the four conditions, two officers with credentials and a party of the case (第十九条)', async () => {
    app.now.set('2026-07-06T10:00:00+08:00');
    const other = await investigated(app, cast);
    app.now.set('2026-07-06T10:00:00+08:00');
    const { body: { id } } = await cast.officer.post(ROUTE, { caseId: other.caseId, source: 'inspection', foundAt: '2026-07-06T09:00:00+08:00' });
    const body = BODIES.file(cast, other);
    expect(await refused(act(cast.head, id, 'file', { ...body, standard: { ...body.standard, inTime: false } }))).toEqual({ codes: ['penalty.filing-standard'], articles: ['第十九条第一款'] });
    expect(await refused(act(cast.head, id, 'file', { ...body, party: cast.officer.id }))).toEqual({ codes: ['penalty.party-unknown'], articles: ['第六十二条第一项'] });
    expect(await refused(act(cast.head, id, 'file', { ...body, members: officersOf(cast).slice(1) }))).toEqual({ codes: ['proceeding.two-officers'], articles: ['第四十二条'] });
    expect(await refused(act(cast.head, id, 'file', { ...body, members: officersOf(cast).map((one) => ({ ...one, credential: undefined })) }))).toEqual({ codes: ['proceeding.two-officers'], articles: ['第四十二条'] });
    expect(await done(cast.head, id, 'not-file', { ground: 'minor-corrected', findings: '数量极少，已改正' })).toMatchObject({ state: 'not-filed', document: { kind: 'non-filing-approval' }, deadlines: [{ kind: 'report.verification', status: 'met' }] });
  });

  it('takes evidence through two officers of the case, with rights told and refusals on film (第二十一条、第二十二条、第四十三条)', async () => {
    const walk = await investigated(app, cast);
    const evidence = BODIES.evidence(cast, walk);
    const [first] = officersOf(cast);
    expect(await refused(act(cast.officer, walk.id, 'take-evidence', { ...evidence, members: [first] , rightsTold: true }))).toEqual({ codes: ['proceeding.two-officers'], articles: ['第四十二条'] });
    expect(await refused(act(cast.officer, walk.id, 'take-evidence', { ...evidence, rightsTold: true, members: [first, { account: cast.deputy.id, role: 'officer', credential: '粤执法A0000009' }] }))).toEqual({ codes: ['penalty.officers-not-named'], articles: ['第十九条第二款'] });
    expect(await refused(act(cast.officer, walk.id, 'take-evidence', evidence))).toEqual({ codes: ['penalty.rights-not-told'], articles: ['第二十一条第二款'] });
    expect(await refused(act(cast.officer, walk.id, 'record-inspection', { ...BODIES.inspection(cast), confirmed: 'refused' }))).toEqual({ codes: ['penalty.refusal-not-recorded'], articles: ['第四十三条'] });
    expect((await refused(act(cast.officer, walk.id, 'record-inspection', { ...BODIES.inspection(cast), until: '2026-07-20T09:00:01+08:00' }))).codes).toEqual(['penalty.in-the-future']);
    await done(cast.officer, walk.id, 'take-evidence', { ...evidence, rightsTold: true });
    // Told once is enough.
    await done(cast.officer, walk.id, 'take-evidence', evidence);
    expect((await cast.officer.command(`${ROUTE}/${walk.id}/take-evidence`, 4, { ...evidence, evidence: 'rumour' })).status).toBe(400);
  });

  it('is not reviewed by who investigated, and by lawyers where the law says so (第四十九条至第五十一条)', async () => {
    const walk = await investigated(app, cast);
    await done(cast.officer, walk.id, 'conclude-investigation', { ...BODIES.conclude(), reviewGrounds: ['public-interest'] });
    expect(await refused(act(cast.officer, walk.id, 'submit-for-review', BODIES.review('case')))).toEqual({ codes: ['penalty.legal-review-asked'], articles: ['第五十条'] });
    await done(cast.officer, walk.id, 'submit-for-review', BODIES.review('legal'));
    expect(await refused(act(cast.reviewer, walk.id, 'pass-review', { ...BODIES.pass(), firstTime: true }))).toEqual({ codes: ['penalty.reviewer-unqualified'], articles: ['第五十一条第二款'] });
    await done(cast.head, walk.id, 'name-officers', { members: [...officersOf(cast), { account: cast.reviewer.id, role: 'officer', credential: '粤执法A0000003' }], reason: '增加人员' });
    expect(await refused(act(cast.reviewer, walk.id, 'pass-review', BODIES.pass()))).toEqual({ codes: ['penalty.reviewer-investigated'], articles: ['第四十九条第三款'] });
  });

  it('announces what fits its kind, and income that adds up (处罚法第九条、总局令第118号)', async () => {
    const walk = await reviewed(app, cast);
    const notice = (penalties: object[], illegalIncome?: object): Promise<{ status: number; body: Json }> => act(cast.head, walk.id, 'approve-notice', { ...REASONS, penalties, illegalIncome });
    expect(await refused(notice([{ kind: 'fine', content: '罚款' }]))).toEqual({ codes: ['penalty.amounts-unfit'], articles: ['第九条'] });
    const taken = { kind: 'confiscate-income', amount: 100, content: '没收违法所得' };
    expect((await refused(notice([taken]))).codes).toEqual(['penalty.income-does-not-add-up']);
    expect((await refused(notice([FINE], { way: 'unknowable', received: 0, deducted: 0, amount: 0, refunded: 0 }))).codes).toEqual(['penalty.income-without-consent']);
    expect((await refused(act(cast.head, walk.id, 'decide', decision()))).codes).toEqual([]);
  });

  it('waits for the hearing period, and decides nothing that was not announced (第五十七条、处罚法第四十四条)', async () => {
    const walk = await notified(app, cast);
    expect(await refused(act(cast.head, walk.id, 'decide', decision()))).toEqual({ codes: ['penalty.hearing-period-runs'], articles: ['第五十七条第二款'] });
    app.now.set('2026-07-31T23:59:00+08:00');
    expect((await refused(act(cast.head, walk.id, 'decide', decision()))).codes).toEqual(['penalty.hearing-period-runs']);
    const { body: { commands } } = await cast.head.get(`${ROUTE}/${walk.id}/available-commands`);
    expect(commands.find(({ command }: Json) => command === 'decide')).toMatchObject({ allowed: false, failedGuards: [{ code: 'penalty.hearing-period-runs' }] });
    app.now.set('2026-08-03T10:00:00+08:00');
    expect(await refused(act(cast.officer, walk.id, 'request-hearing', { at: '2026-08-01T00:00:00+08:00' }))).toEqual({ codes: ['penalty.hearing-too-late'], articles: ['第五十七条第二款'] });
    expect(await refused(act(cast.head, walk.id, 'decide', decision([{ ...FINE, amount: 150_001 }])))).toEqual({ codes: ['penalty.not-announced'], articles: ['第四十四条、第六十二条'] });
    expect((await act(cast.head, walk.id, 'decide', decision())).status).toBe(200);
  });

  it('is not heavier because the party defended itself; new facts are announced anew (处罚法第四十五条第二款)', async () => {
    const walk = await notified(app, cast);
    app.now.set('2026-07-28T10:00:00+08:00');
    await done(cast.officer, walk.id, 'record-defence', { at: '2026-07-28T09:00:00+08:00', place: '本局', content: '请求从轻' });
    await done(cast.officer, walk.id, 'waive', { at: '2026-07-28T09:30:00+08:00' });
    const heavy = [{ ...FINE, amount: 160_000 }];
    expect(await refused(act(cast.head, walk.id, 'decide', decision(heavy, { defenceAnswer: '不予采纳' })))).toEqual({ codes: ['penalty.not-announced', 'penalty.heavier-for-defence'], articles: ['第四十四条、第六十二条', '第四十五条第二款'] });
    expect(await refused(act(cast.head, walk.id, 'decide', decision()))).toEqual({ codes: ['penalty.defence-unanswered'], articles: ['第五十八条、第六十二条第三项'] });
    await done(cast.head, walk.id, 'reinvestigate', { reason: '当事人提出新的线索' });
    await done(cast.officer, walk.id, 'conclude-investigation', BODIES.conclude());
    await done(cast.officer, walk.id, 'submit-for-review', BODIES.review());
    await done(cast.reviewer, walk.id, 'pass-review', BODIES.pass());
    expect(await refused(act(cast.head, walk.id, 'approve-notice', { ...REASONS, penalties: heavy }))).toEqual({ codes: ['penalty.heavier-again'], articles: ['第四十五条第二款'] });
    expect(await done(cast.head, walk.id, 'approve-notice', { ...REASONS, penalties: heavy, newFacts: '另查明销售二百套' })).toMatchObject({ state: 'notice-approved' });
  });

  it('hears who may ask for it, before a chair who did not investigate, seven working days after notice (处罚法第六十三条、第六十四条)', async () => {
    const light = await notified(app, cast, { notice: { ...REASONS, penalties: [WARNING] } });
    app.now.set('2026-07-28T10:00:00+08:00');
    expect(await refused(act(cast.officer, light.id, 'request-hearing', { at: '2026-07-28T09:00:00+08:00' }))).toEqual({ codes: ['penalty.no-hearing-right'], articles: ['第六十三条、第六十四条第六项'] });

    const walk = await notified(app, cast);
    app.now.set('2026-07-28T10:00:00+08:00');
    await done(cast.officer, walk.id, 'request-hearing', { at: '2026-07-28T09:00:00+08:00' });
    expect(await refused(act(cast.head, walk.id, 'schedule-hearing', { ...BODIES.hearing(cast), chair: cast.colleague.id }))).toEqual({ codes: ['penalty.chair-investigated'], articles: ['第六十四条第四项'] });
    // 6 August is the last day for 17 August.
    const { document } = await done(cast.head, walk.id, 'schedule-hearing', BODIES.hearing(cast));
    app.now.set('2026-08-07T10:00:00+08:00');
    expect(await refused(act(cast.officer, walk.id, 'serve-hearing-notice', service(cast, walk, document.id, '2026-08-07T09:00:00+08:00')))).toEqual({ codes: ['penalty.hearing-notice-too-late'], articles: ['第六十四条第二项、第八十五条'] });
    const again = await done(cast.head, walk.id, 'schedule-hearing', { ...BODIES.hearing(cast), at: '2026-08-24T09:30:00+08:00' });
    expect(again.deadlines.filter(({ kind }: Json) => kind === 'hearing.notice').map(({ status }: Json) => status).sort()).toEqual(['running', 'void']);
    await done(cast.officer, walk.id, 'serve-hearing-notice', service(cast, walk, again.document.id, '2026-08-07T09:00:00+08:00'));
    app.now.set('2026-08-24T12:00:00+08:00');
    const held = { ...BODIES.hold(), at: '2026-08-24T09:30:00+08:00', until: '2026-08-24T11:00:00+08:00' };
    expect(await refused(act(cast.reviewer, walk.id, 'hold-hearing', held))).toEqual({ codes: ['penalty.not-the-chair'], articles: ['第六十四条第四项'] });
    // Who stays away gives the hearing up, and nothing else (第六项).
    expect(await done(cast.chair, walk.id, 'terminate-hearing', { ground: 'absent', reason: '无正当理由未到场' })).toMatchObject({ state: 'notified' });
    expect((await refused(act(cast.officer, walk.id, 'request-hearing', { at: '2026-07-28T09:00:00+08:00' }))).codes).toEqual(['penalty.no-hearing-right']);
    expect((await act(cast.head, walk.id, 'decide', decision())).status).toBe(200);
  });

  it('is not decided after a hearing without legal review and discussion by the heads (第五十条、第六十条第二款)', async () => {
    const walk = await heard(app, cast);
    expect(await refused(act(cast.head, walk.id, 'decide', decision(undefined, { defenceAnswer: '不予采纳' })))).toEqual({ codes: ['penalty.legal-review-missing', 'penalty.discussion-missing'], articles: ['第五十条', '第六十条第二款'] });
    expect((await refused(act(cast.officer, walk.id, 'submit-for-review', BODIES.review('case')))).codes).toEqual(['penalty.legal-review-asked']);
    await done(cast.officer, walk.id, 'submit-for-review', BODIES.review('legal'));
    await done(cast.reviewer, walk.id, 'pass-review', BODIES.pass());
    expect(await refused(act(cast.head, walk.id, 'record-discussion', { ...BODIES.discussion(cast, '2026-08-19T09:00:00+08:00'), attendees: [cast.head.id] }))).toEqual({ codes: ['penalty.discussion-of-one'], articles: ['第六十条第二款'] });
    expect((await refused(act(cast.head, walk.id, 'decide', decision(undefined, { defenceAnswer: '不予采纳' })))).codes).toEqual(['penalty.discussion-missing']);
    await done(cast.head, walk.id, 'record-discussion', BODIES.discussion(cast, '2026-08-19T09:00:00+08:00'));
    expect((await act(cast.head, walk.id, 'decide', decision(undefined, { defenceAnswer: '不予采纳' }))).status).toBe(200);
  });

  it('waits for a recusal, and is without those who keep out (第四条、处罚法第四十三条)', async () => {
    const walk = await notified(app, cast);
    app.now.set('2026-08-03T10:00:00+08:00');
    await done(cast.officer, walk.id, 'request-recusal', { member: cast.colleague.id, raisedBy: 'party', ground: 'direct-interest', reason: '与当事人有投资关系' });
    expect(await refused(act(cast.head, walk.id, 'decide', decision()))).toEqual({ codes: ['proceeding.recusal-open'], articles: ['第四十三条'] });
    // The investigation goes on meanwhile (第四条第二款).
    await done(cast.officer, walk.id, 'record-correction', { at: '2026-08-03T09:00:00+08:00', acts: '已下架' });
    const { body: { items: [request] } } = await cast.head.get(`${ROUTE}/${walk.id}/recusals`);
    await done(cast.head, walk.id, 'decide-recusal', { request: request.id, decision: 'granted', reason: '经核实属实' });
    expect(await refused(act(cast.head, walk.id, 'decide', decision()))).toEqual({ codes: ['penalty.officers-missing'], articles: ['第十九条第二款'] });
    const [first, second] = officersOf(cast);
    expect(await refused(act(cast.head, walk.id, 'name-officers', { members: [first, second], reason: '补足' }))).toEqual({ codes: ['proceeding.member-excluded'], articles: ['第四十三条'] });
    expect((await refused(act(cast.colleague, walk.id, 'record-defence', { at: '2026-08-03T09:00:00+08:00', place: '本局', content: '申辩' }))).codes).toEqual(['proceeding.actor-excluded']);
    await done(cast.head, walk.id, 'name-officers', { members: [first, { account: cast.deputy.id, role: 'officer', credential: '粤执法A0000009' }], reason: '补足' });
    expect((await act(cast.head, walk.id, 'decide', decision())).status).toBe(200);
  });

  it('serves its own document on its own party (第八十二条)', async () => {
    const walk = await reviewed(app, cast);
    app.now.set('2026-07-23T10:00:00+08:00');
    const { document } = await done(cast.head, walk.id, 'approve-notice', BODIES.notice());
    const third = await cast.officer.post(`/v1/cases/${walk.caseId}/parties`, { role: 'third-party', reason: '测试', organisationId: (await cast.officer.post('/v1/organisations', { name: `第三人（测试）${walk.id.slice(-6)}` })).body.id });
    app.now.set('2026-07-24T16:00:00+08:00');
    const at = '2026-07-24T15:00:00+08:00';
    expect((await refused(act(cast.officer, walk.id, 'serve-notice', service(cast, { party: third.body.id }, document.id, at)))).codes).toEqual(['penalty.served-on-another']);
    expect((await refused(act(cast.officer, walk.id, 'serve-notice', service(cast, walk, walk.id, at)))).codes).toContain('service.document-unfit');
    expect((await refused(act(cast.officer, walk.id, 'serve-notice', service(cast, walk, document.id, '2026-07-22T15:00:00+08:00')))).codes).toEqual(['service.day-impossible']);
  });

  it('lets off with education, and closes what is performed before a witness (第六十一条、处罚法第七十四条)', async () => {
    const light = await reviewed(app, cast);
    const letOff = { ground: 'minor-corrected', facts: '数量极少', reasons: '轻微并及时改正', provisions: '《行政处罚法》第三十三条第一款', remedies: '可以申请行政复议' };
    expect(await refused(act(cast.head, light.id, 'decide-no-penalty', letOff))).toEqual({ codes: ['penalty.not-educated'], articles: ['第六十一条'] });
    const { document } = await done(cast.head, light.id, 'decide-no-penalty', { ...letOff, education: '告知进货查验要求' });
    expect(document).toMatchObject({ kind: 'no-penalty-decision' });
    await done(cast.officer, light.id, 'serve-decision', service(cast, light, document.id, '2026-07-20T09:00:00+08:00'));
    expect(await done(cast.head, light.id, 'close', { opinion: '同意' })).toMatchObject({ state: 'closed' });

    const walk = await served(app, cast, [GOODS]);
    expect(await refused(act(cast.officer, walk.id, 'record-performance', { at: '2026-08-04T09:30:00+08:00', manner: 'voluntary' }))).toEqual({ codes: ['penalty.goods-left'], articles: ['第七十四条第一款'] });
    const disposal = { members: officersOf(cast), at: '2026-08-04T09:30:00+08:00', place: '环保处理中心（测试）', method: 'destroyed', goods: '餐具二百套', course: '粉碎', witness: { kind: 'account', id: cast.officer.id } };
    expect((await refused(act(cast.officer, walk.id, 'record-disposal', disposal))).codes).toEqual(['penalty.disposal-unwitnessed']);
    await done(cast.officer, walk.id, 'record-disposal', { ...disposal, witness: { kind: 'account', id: cast.deputy.id } });
    await done(cast.officer, walk.id, 'record-performance', { at: '2026-08-04T09:30:00+08:00', manner: 'voluntary' });
    expect((await refused(act(cast.head, walk.id, 'record-revocation', { at: '2026-08-04T09:30:00+08:00', fileNumber: '1' }))).codes).toEqual(['penalty.no-challenge']);
  });

  it('imposes no fine while a criminal referral is open; other penalties stand (移送规定第十一条)', async () => {
    const walk: Walk = await notified(app, cast, { notice: { ...REASONS, penalties: [FINE, GOODS, WARNING] } });
    app.now.set('2026-08-03T10:00:00+08:00');
    const opened = await cast.officer.post('/v1/referrals', {
      caseId: walk.caseId, penalty: walk.id, members: officersOf(cast), offence: 'trademark-counterfeiting', suspicion: 'threshold-met', facts: '涉案金额达到追诉标准',
    });
    expect(opened.status).toBe(201);
    expect(await refused(act(cast.head, walk.id, 'decide', decision()))).toEqual({ codes: ['interlock.no-referral-open'], articles: ['第十一条'] });
    expect((await refused(act(cast.head, walk.id, 'hand-to-police', { reason: '公安机关已立案' }))).codes).toEqual(['penalty.police-not-filed']);
    expect(await done(cast.head, walk.id, 'decide', decision([GOODS, WARNING]))).toMatchObject({ state: 'decided' });
  });

  it('keeps the hearing back while the chair is asked to keep out', async () => {
    const walk = await announced(app, cast);
    app.now.set('2026-08-17T12:00:00+08:00');
    await done(cast.officer, walk.id, 'request-recusal', { member: cast.chair.id, raisedBy: 'party', ground: 'other-relation', reason: '与办案人员同一科室' });
    expect(await refused(act(cast.chair, walk.id, 'hold-hearing', BODIES.hold()))).toEqual({ codes: ['proceeding.recusal-open'], articles: ['第四十三条'] });
  });
});
