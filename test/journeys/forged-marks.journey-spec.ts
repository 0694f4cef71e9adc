import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../support/app.js';
import { report } from '../support/builders.js';
import { sureStepsOn } from '../support/proceeding.steps.js';
import { BODIES, castOf, DECISION, done, FINE, GOODS, officersOf, REASONS, ROUTE, service, type Cast, type Walk } from '../integration/penalties/penalties.ground.js';

jest.setTimeout(120_000);

const [seize, pay] = [sureStepsOn('seizures'), sureStepsOn('fines')];

/** Forged marks on stainless steel from 彩塘: a call on Monday 6 July 2026. All days counted by hand; no holiday lies between. */
describe('forged marks, from the work order to a penalty that waits for publication', () => {
  let app: TestApp;
  let cast: Cast;
  let walk: Walk;
  let reply: string;
  const on = (instant: string): void => app.now.set(`${instant}:00+08:00`);
  const clocks = async (path: string): Promise<Record<string, string>> => Object.fromEntries((await cast.officer.get(path)).body.items.map(({ kind, status, legalDue }: Json) => [kind, `${status} ${String(legalDue).slice(0, 10)}`]));
  const moveCase = async (by: Client, command: string, body?: unknown): Promise<{ status: number; body: Json }> => by.command(`/v1/cases/${walk.caseId}/${command}`, Number((await by.get(`/v1/cases/${walk.caseId}`)).body.version), body);

  beforeAll(async () => {
    app = await startTestApp();
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  it('comes over 12345, is accepted, and its fifteen days go on in the penalty procedure', async () => {
    on('2026-07-06T10:00');
    const filed = await cast.operator.post('/v1/complaints', report({ matter: 'counterfeit', facts: '彩塘镇某仓库存放大量标注他人注册商标的不锈钢汤锅。' }));
    expect([filed.status, filed.body.route]).toMatchObject([201, { track: 'administrative', agency: 'chaoan-market-regulation' }]);
    reply = filed.body.reply.id;
    const { body: accepted } = await cast.officer.command(`/v1/complaints/${filed.body.id}/accept`, 1);
    const { body: { caseId } } = await cast.officer.command(`/v1/complaints/${filed.body.id}/open-case`, accepted.version);
    const { body: { items: [penalty] } } = await cast.officer.get(`${ROUTE}?case=${caseId}`);
    expect(penalty).toMatchObject({ state: 'verifying', source: 'complaint' });
    const { body: party } = await cast.officer.post(`/v1/cases/${caseId}/parties`, { role: 'respondent', person: { name: '李测试' }, reason: '现场核实' });
    walk = { id: penalty.id, caseId, party: party.id };
    expect(await clocks(`/v1/cases/${caseId}/deadlines`)).toMatchObject({ 'report.verification': 'running 2026-07-27' });
    expect((await moveCase(cast.head, 'assign', { officer: cast.officer.id })).status).toBe(200);
  });

  it('is filed, and the goods are seized before they are moved', async () => {
    on('2026-07-08T12:00');
    await done(cast.officer, walk.id, 'record-inspection', BODIES.inspection(cast));
    on('2026-07-10T10:00');
    await done(cast.head, walk.id, 'file', BODIES.file(cast, walk));
    const { body: seizure } = await cast.officer.post('/v1/seizures', { caseId: walk.caseId, penalty: walk.id, party: walk.party, reason: '正在装车转移', law: 'trademark', measure: 'take' });
    const taken = await seize(cast.officer, seizure.id, 'carry-out-at-once', {
      members: officersOf(cast), at: '2026-07-10T09:30:00+08:00', place: '彩塘镇测试路1号仓库', keptAt: '本局罚没仓库', goods: [{ name: '不锈钢汤锅', unit: '件', quantity: '120' }], credentialsShown: true, partyPresent: true, signed: true,
      rightsTold: true, heard: true, related: true, necessities: false, sealedByOthers: false, remedies: '可以申请行政复议、提起行政诉讼', urgency: '正在装车',
    });
    expect([taken.state, taken.document.kind]).toEqual(['seized-unapproved', 'seizure-decision']);
    await seize(cast.head, seizure.id, 'approve-afterwards', { capacity: 'head', report: '书面报告1号', opinion: '同意' });
    // Thirty days after the 10th, of which the authority gets no rest day; ninety after filing.
    expect(await clocks(`/v1/cases/${walk.caseId}/deadlines`)).toMatchObject({ 'report.verification': expect.stringMatching(/^met /), 'case.decision': 'running 2026-10-08', 'seizure.term': 'running 2026-08-09', 'seizure.approval': expect.stringMatching(/^met /) });
  });

  it('is announced, decided once the five days are over, and served', async () => {
    on('2026-07-20T09:00');
    await done(cast.officer, walk.id, 'conclude-investigation', { ...BODIES.conclude(), reviewGrounds: [] });
    await done(cast.officer, walk.id, 'submit-for-review', BODIES.review());
    await done(cast.reviewer, walk.id, 'pass-review', BODIES.pass());
    on('2026-07-23T10:00');
    const notice = await done(cast.head, walk.id, 'approve-notice', { ...REASONS, penalties: [FINE, GOODS] });
    on('2026-07-24T16:00');
    await done(cast.officer, walk.id, 'serve-notice', service(cast, walk, notice.document.id, '2026-07-24T15:00:00+08:00'));
    on('2026-07-31T10:00');
    const early = await cast.head.command(`${ROUTE}/${walk.id}/decide`, Number((await cast.head.get(`${ROUTE}/${walk.id}`)).body.version), { ...DECISION, penalties: [FINE, GOODS] });
    expect([early.status, early.body.failedGuards.map(({ code }: Json) => code)]).toEqual([409, ['penalty.hearing-period-runs']]);
    on('2026-08-03T10:00');
    const decided = await done(cast.head, walk.id, 'decide', { ...DECISION, penalties: [FINE, GOODS] });
    expect(decided.document.number).toBe('潮安市监处罚〔2026〕1号');
    on('2026-08-04T10:00');
    await done(cast.officer, walk.id, 'serve-decision', service(cast, walk, decided.document.id, '2026-08-04T09:00:00+08:00'));
    // Twenty working days after 3 August: 31 August. Sixty days after the 4th end in the holidays of October, so on the 8th.
    expect(await clocks(`${ROUTE}/${walk.id}/deadlines`)).toMatchObject({ 'penalty.publication': 'running 2026-08-31', 'review.application': 'running 2026-10-08' });
  });

  it('is performed: the goods destroyed before a witness, the fine paid, the file of the procedure closed', async () => {
    on('2026-08-05T10:00');
    const { body: { items: [seizure] } } = await cast.officer.get(`/v1/seizures?case=${walk.caseId}`);
    expect(await seize(cast.officer, seizure.id, 'confiscate', { reason: '处罚决定没收' })).toMatchObject({ state: 'confiscated' });
    await done(cast.officer, walk.id, 'record-disposal', { members: officersOf(cast), at: '2026-08-05T09:00:00+08:00', place: '环保处理中心（测试）', method: 'destroyed', goods: '侵权汤锅一百二十件', course: '当场粉碎', witness: { kind: 'party', id: walk.party } });
    on('2026-08-10T10:00');
    const { body: { items: [fine] } } = await cast.officer.get(`/v1/fines?case=${walk.caseId}`);
    expect(await pay(cast.officer, fine.id, 'settle', { items: [{ item: 'fine', amount: '150000' }], paidOn: '2026-08-10', way: 'bank', receipt: 'GD20260810000001' })).toMatchObject({ state: 'paid' });
    await done(cast.officer, walk.id, 'record-performance', { at: '2026-08-10T09:30:00+08:00', manner: 'voluntary' });
    on('2026-08-12T10:00');
    expect(await done(cast.head, walk.id, 'close', { opinion: '同意结案' })).toMatchObject({ state: 'closed', document: { kind: 'closing-approval' } });
  });

  it('closes the case only when the line has its answer; publication is still owed, and shows', async () => {
    const early = await moveCase(cast.officer, 'close', { outcome: '已处罚' });
    expect([early.status, early.body.failedGuards[0].details.map(({ kind, id }: Json) => [kind, id])]).toEqual([409, [['reply', reply]]]);
    expect((await cast.officer.command(`/v1/replies/${reply}/answer`, 1, { answer: '已立案查处并作出行政处罚' })).status).toBe(200);
    expect((await moveCase(cast.officer, 'close', { outcome: '已处罚' })).body).toMatchObject({ state: 'closed', document: { kind: 'file-cover' } });
    const open = (await cast.officer.get(`/v1/cases/${walk.caseId}/deadlines`)).body.items.filter(({ status, holder }: Json) => status === 'running' && holder === 'agency');
    expect(open.map(({ kind, legalDue }: Json) => [kind, legalDue.slice(0, 10)])).toEqual([['penalty.publication', '2026-08-31']]);
    const { body: dossier } = await cast.officer.get(`/v1/cases/${walk.caseId}/dossier`);
    expect(JSON.stringify(dossier)).toContain('潮安市监处罚〔2026〕1号');
    expect(await (await app.as('administrator')).get('/v1/ledger/verification')).toMatchObject({ body: { ok: true, broken: [] } });
  });
});
