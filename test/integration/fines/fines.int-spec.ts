import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sweep } from '../../../src/platform/workflow/sweep.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { castOf, codes, act as penalty, served, service, type Cast, type Walk } from '../penalties/penalties.ground.js';

describe('the money of a decision over HTTP', () => {
  let app: TestApp;
  let cast: Cast;
  let walk: Walk;
  let fine: string;

  beforeAll(async () => {
    app = await startTestApp();
    cast = await castOf(app);
    walk = await served(app, cast);
    fine = (await cast.officer.get(`/v1/fines?case=${walk.caseId}`)).body.items[0].id;
  });
  afterAll(() => app.close());

  const at = (instant: string): void => app.now.set(instant);
  const shown = async (): Promise<Json> => (await cast.officer.get(`/v1/fines/${fine}`)).body;
  const act = async (by: Client, command: string, body: object): Promise<{ status: number; body: Json }> => by.command(`/v1/fines/${fine}/${command}`, Number((await shown()).version), body);
  const done = async (by: Client, command: string, body: object): Promise<Json> => {
    const answer = await act(by, command, body);
    if (answer.status !== 200) throw new Error(`${command}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const dueOf = ({ deadlines }: Json, kind: string): string | undefined => deadlines.find((one: Json) => one.kind === kind && one.status === 'running')?.legalDue;
  const sweep = (instant: string): Promise<number> => app.app.get(Sweep).expiry.carryOut(new Date(instant));
  const pay = (paidOn: string, items: object[]): object => ({ items, paidOn, way: 'bank', receipt: 'GD2026' });

  it('is due with the service of the decision, and falls into default by itself', async () => {
    // Served on 4 August; fifteen days are Wednesday 19 August.
    expect(await shown()).toMatchObject({ state: 'due', parentId: walk.id, party: walk.party, fine: '150000.00', confiscation: '0.00', payBy: '2026-08-19', remediesEnd: '2027-02-04T15:59:59.999Z' });
    const again = await cast.officer.post('/v1/fines', { caseId: walk.caseId, penalty: walk.id, party: walk.party, person: false, fine: '150000', confiscation: '0', servedAt: '2026-08-04T09:00:00+08:00' });
    expect([again.status, codes(again)]).toEqual([409, ['fine.there-already']]);
    expect(await sweep('2026-08-19T15:59:59.999Z')).toBe(0);
    at('2026-08-21T10:00:00+08:00');
    expect(await sweep('2026-08-21T02:00:00Z')).toBe(1);
    expect((await shown()).state).toBe('in-default');
  });

  it('shows the surcharge step by step, and asks for it once it is imposed', async () => {
    // 3 % of 150,000 on 20 and 21 August.
    expect((await cast.officer.get(`/v1/fines/${fine}/surcharge`)).body).toMatchObject({ on: '2026-08-21', imposed: false, amount: '9000.00', cap: '150000.00', steps: [{ from: '2026-08-20', to: '2026-08-21', days: 2, amount: '9000.00' }], outstanding: { total: '150000.00' } });
    expect((await act(cast.officer, 'impose-surcharge', { opinion: '加处' })).status).toBe(403);
    await done(cast.head, 'impose-surcharge', { opinion: '当事人有履行能力' });
    expect((await shown()).outstanding).toEqual({ fine: '150000.00', confiscation: '0.00', surcharge: '9000.00', total: '159000.00' });
    expect((await cast.officer.get(`/v1/fines/${fine}/surcharge?on=2027-08-21`)).body.amount).toBe('150000.00');
  });

  it('is put off in parts that add up to the cent, each with its clock', async () => {
    const plan = (last: string): object => ({ parts: [{ amount: '50000', dueOn: '2026-09-21' }, { amount: last, dueOn: '2026-10-21' }], opinion: '同意' });
    expect(codes(await act(cast.head, 'approve-schedule', plan('100000')))).toEqual(['fine.nothing-asked']);
    await done(cast.officer, 'request-schedule', { at: '2026-08-21T09:00:00+08:00', reason: '经营困难' });
    expect(codes(await act(cast.head, 'approve-schedule', plan('100000.01')))).toEqual(['fine.plan-unfit']);
    const scheduled = await done(cast.head, 'approve-schedule', plan('100000'));
    expect([scheduled.state, scheduled.document.kind, dueOf(scheduled, 'fine.instalment')]).toEqual(['scheduled', 'deferral-notice', '2026-09-21T15:59:59.999Z']);
    expect((await shown()).outstanding.surcharge).toBe('9000.00');

    at('2026-09-21T10:00:00+08:00');
    expect(codes(await act(cast.officer, 'record-payment', pay('2026-09-21', [{ item: 'fine', amount: '150000.01' }])))).toEqual(['fine.overpaid']);
    const part = await done(cast.officer, 'record-payment', pay('2026-09-21', [{ item: 'fine', amount: '20000' }]));
    expect(dueOf(part, 'fine.instalment')).toBe('2026-09-21T15:59:59.999Z');
    const whole = await done(cast.officer, 'record-payment', pay('2026-09-21', [{ item: 'fine', amount: '30000' }]));
    expect(dueOf(whole, 'fine.instalment')).toBe('2026-10-21T15:59:59.999Z');
    expect(await sweep('2026-09-22T00:00:00Z')).toBe(0);
    at('2026-10-22T10:00:00+08:00');
    expect(await sweep('2026-10-22T02:00:00Z')).toBe(1);
    expect((await shown()).state).toBe('in-default');
  });

  it('goes to the court only after the demand, the ten working days and the remedies', async () => {
    const demanded = await done(cast.officer, 'demand', { manner: '通过指定银行缴纳' });
    expect(demanded.document).toMatchObject({ kind: 'demand-letter', number: expect.stringContaining('罚催〔2026〕') });
    const servedDemand = await done(cast.officer, 'serve-demand', service(cast, walk, demanded.document.id, '2026-10-22T09:30:00+08:00'));
    // 23, 26, 27, 28, 29, 30 October, 2, 3, 4, 5 November.
    expect(dueOf(servedDemand, 'enforcement.demand')).toBe('2026-11-05T15:59:59.999Z');
    const application = { court: '潮州市潮安区人民法院', facts: '逾期未缴', partyOpinion: '未提出意见' };
    expect(codes(await act(cast.head, 'apply-to-court', application))).toEqual(['fine.demand-too-fresh', 'fine.remedies-open']);
    await done(cast.officer, 'record-challenge', { at: '2026-10-22T09:50:00+08:00', way: 'suit', fileNumber: '（2026）粤51行初1号' });
    at('2026-11-06T10:00:00+08:00');
    expect(codes(await act(cast.head, 'apply-to-court', application))).toEqual(['fine.remedies-open', 'fine.challenged']);
    await done(cast.officer, 'record-challenge-outcome', { at: '2026-11-06T09:00:00+08:00', finalOn: '2026-11-06', fileNumber: '（2026）粤51行初1号' });
    const applied = await done(cast.head, 'apply-to-court', application);
    // Five working days from Friday 6 November.
    expect([applied.state, applied.document.kind, dueOf(applied, 'enforcement.court-acceptance')]).toEqual(['applied', 'enforcement-application', '2026-11-13T15:59:59.999Z']);
  });

  it('keeps the penalty open until it is paid to the cent', async () => {
    at('2026-11-10T10:00:00+08:00');
    expect(codes(await penalty(cast.officer, walk.id, 'record-performance', { at: '2026-11-10T09:00:00+08:00', manner: 'enforced' }))).toContain('penalty.money-left');
    await done(cast.officer, 'record-court-acceptance', { at: '2026-11-09T09:00:00+08:00', fileNumber: '（2026）粤5103行审1号' });
    // 9,000 had accrued. The suit of 22 October to 5 November is not counted: 6 to 9 November, four days of 100,000; the day of payment is no day of arrears.
    const sums = [{ item: 'fine', amount: '100000' }, { item: 'surcharge', amount: '21000' }];
    expect(codes(await act(cast.officer, 'settle', pay('2026-11-10', sums.slice(0, 1))))).toEqual(['fine.money-left']);
    expect(codes(await act(cast.officer, 'settle', pay('2026-11-11', sums)))).toContain('fine.in-the-future');
    expect(await done(cast.officer, 'settle', pay('2026-11-10', sums))).toMatchObject({ state: 'paid' });
    expect(await shown()).toMatchObject({ outcome: 'paid', endedAt: '2026-11-10T02:00:00.000Z', outstanding: { total: '0.00' } });
    expect((await shown()).deadlines.filter(({ status }: Json) => status === 'running' || status === 'paused')).toEqual([]);
    expect(codes(await penalty(cast.officer, walk.id, 'record-performance', { at: '2026-11-10T09:00:00+08:00', manner: 'enforced' }))).not.toContain('penalty.money-left');
  });
});

describe('the money of a decision that is attacked', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp();
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  const fineOf = async ({ caseId }: Walk): Promise<Json> => (await cast.officer.get(`/v1/fines/${(await cast.officer.get(`/v1/fines?case=${caseId}`)).body.items[0].id}`)).body;
  const uncounted = async ({ id }: Json): Promise<Json> => (await app.sql.admin<Json>('SELECT uncounted FROM fine WHERE id = $1', [id]))[0].uncounted;
  const clock = ({ deadlines }: Json): Json => deadlines.find(({ kind, status }: Json) => kind === 'enforcement.application' && status !== 'lapsed');
  const attack = async (walk: Walk, way: string, at: string): Promise<void> => {
    app.now.set(at);
    const { status, body } = await penalty(cast.officer, walk.id, 'record-challenge', { way, at, body: '潮安区人民政府（测试）', fileNumber: '安府复〔2026〕1号' });
    expect([status, body.state]).toEqual([200, 'performing']);
  };
  const outcome = (walk: Walk, at: string, more: object): Promise<{ status: number; body: Json }> => {
    app.now.set(at);
    return penalty(cast.head, walk.id, 'record-review-outcome', { at, fileNumber: '安府复决〔2026〕1号', ...more });
  };

  it('counts no day of the attack, and is recorded once, on the decision', async () => {
    const walk = await served(app, cast);
    await attack(walk, 'reconsideration', '2026-09-01T10:00:00+08:00');
    const waiting = await fineOf(walk);
    expect([await uncounted(waiting), clock(waiting).status]).toEqual([[{ from: '2026-09-01', to: null }], 'paused']);
    expect(codes(await cast.officer.command(`/v1/fines/${waiting.id}/record-challenge`, waiting.version, { at: '2026-09-01T10:00:00+08:00', way: 'suit', fileNumber: '1' }))).toEqual(['fine.challenged']);

    expect((await outcome(walk, '2026-10-20T10:00:00+08:00', { result: 'upheld' })).status).toBe(200);
    const stands = await fineOf(walk);
    // A suit is open for fifteen days after 20 October: 4 November. Three months from then: 4 February 2027.
    expect([await uncounted(stands), stands.remediesEnd, stands.fine]).toEqual([[{ from: '2026-09-01', to: '2026-10-19' }], '2026-11-04T15:59:59.999Z', '150000.00']);
    expect([clock(stands).status, clock(stands).legalDue.slice(0, 10)]).toEqual(['running', '2027-02-04']);
    expect((await cast.officer.get(`/v1/fines/${stands.id}/timeline`)).body.items.map(({ event }: Json) => event)).toEqual(expect.arrayContaining(['fine.challenged', 'fine.challenge-decided']));
  });

  it('follows a decision that is changed, down to nothing', async () => {
    const walk = await served(app, cast);
    await attack(walk, 'reconsideration', '2026-09-01T10:00:00+08:00');
    const less = await outcome(walk, '2026-10-20T10:00:00+08:00', { result: 'changed', penalties: [{ kind: 'fine', amount: 60_000, content: '罚款人民币六万元' }] });
    expect(less.status).toBe(200);
    expect(await fineOf(walk)).toMatchObject({ fine: '60000.00', outstanding: { fine: '60000.00' } });
    await attack(walk, 'suit', '2026-10-30T10:00:00+08:00');
    expect((await outcome(walk, '2026-11-20T10:00:00+08:00', { result: 'changed', penalties: [{ kind: 'warning', content: '警告' }] })).status).toBe(200);
    expect(await fineOf(walk)).toMatchObject({ state: 'annulled', outcome: 'annulled', nextDue: null });
  });

  it('falls with the decision', async () => {
    const walk = await served(app, cast);
    await attack(walk, 'suit', '2026-09-01T10:00:00+08:00');
    app.now.set('2026-12-01T10:00:00+08:00');
    expect((await penalty(cast.head, walk.id, 'record-revocation', { at: '2026-12-01T10:00:00+08:00', fileNumber: '（2026）粤51行初1号' })).body.state).toBe('revoked');
    expect(await fineOf(walk)).toMatchObject({ state: 'annulled', nextDue: null });
  });
});
