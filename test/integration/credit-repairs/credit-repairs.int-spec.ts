import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { codes, DECISION, done, FINE, GOODS, notified, REASONS, service, type Walk } from '../penalties/penalties.ground.js';
import { follow, move as moveOn, published, publicationOf, publishersOf, sweep, type Publishers } from '../publications/publications.ground.js';

jest.setTimeout(120_000);

const USCC = '91445103MA7T01017W';
const ALL = ['application', 'identity', 'promise', 'proof'];
const PROMISE = '本企业承诺依法诚信经营，不再侵犯他人知识产权';
const VERIFIED = { at: '2026-11-13T10:00:00+08:00', way: 'written', findings: '罚款已缴清，侵权餐具已没收', performed: true, rectified: true, relapsed: false, dangerous: false };
const ROUTE = '/v1/credit-repairs';

/** Published on Monday 10 August 2026 as ordinary: three months are over on 10 November. */
describe('the repair of a publication', () => {
  let app: TestApp;
  let cast: Publishers;
  let walk: Walk;
  let shown: string;
  let id: string;
  const clocks = async (subject: string): Promise<Record<string, [string, string]>> =>
    Object.fromEntries((await app.sql.admin("SELECT kind, status, to_char(legal_due AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS due FROM deadline WHERE subject_id = $1 ORDER BY id", [subject])).map(({ kind, status, due }: Json) => [kind, [status, due]]));
  const command = async (by: Client, name: string, body?: object): Promise<{ status: number; body: Json }> => by.command(`${ROUTE}/${id}/${name}`, Number((await cast.officer.get(`${ROUTE}/${id}`)).body.version), body);
  const ok = async (by: Client, name: string, body?: object): Promise<Json> => {
    const answer = await command(by, name, body);
    if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const ask = (more: object = {}): object => ({ targetType: 'publication', targetId: shown, uscc: USCC, appliedAt: '2026-11-11T09:00:00+08:00', materials: ALL, promise: PROMISE, ...more });
  const file = async (more: object = {}): Promise<Json> => {
    const { status, body } = await cast.officer.post(ROUTE, ask(more));
    if (status !== 201) throw new Error(JSON.stringify(body));
    ({ id } = body);
    return body;
  };
  const visible = async (): Promise<boolean> => (await app.sql.admin<{ ended: Date | null }>('SELECT ended_at AS ended FROM public_record WHERE id = $1', [shown]))[0]?.ended === null;

  beforeAll(async () => {
    app = await startTestApp();
    cast = await publishersOf(app);
    walk = await notified(app, cast, { notice: { ...REASONS, penalties: [FINE, GOODS] } });
    await app.sql.admin('UPDATE organisation o SET uscc = $2 FROM case_party p WHERE p.id = $1 AND o.id = p.organisation_id', [walk.party, USCC]);
    app.now.set('2026-08-03T10:00:00+08:00');
    const { document } = await done(cast.head, walk.id, 'decide', { ...DECISION, penalties: [FINE, GOODS] });
    app.now.set('2026-08-04T10:00:00+08:00');
    await done(cast.officer, walk.id, 'serve-decision', service(cast, walk, document.id, '2026-08-04T09:00:00+08:00'));
    await follow(app, 'penalty.decision-served', walk.id, 'publications.draft');
    ({ id: shown } = await publicationOf(app, cast.officer, walk.id));
    app.now.set('2026-08-10T10:00:00+08:00');
    await published(cast, shown);
  });
  afterAll(() => app.close());

  it('shows what it asks of each class, with articles, and how orders that differ were read', async () => {
    const { body } = await cast.officer.get(`${ROUTE}/conditions`);
    expect(body.classes.find(({ code }: Json) => code === 'serious-restriction')).toMatchObject({ earlyMonths: 12, conditions: expect.arrayContaining(['restriction-over', 'no-relapse']) });
    expect(body.conflicts.map(({ code }: Json) => code)).toEqual(['decision-time', 'first-year', 'fraud']);
    expect(body.conditions.every(({ basis }: Json) => basis.status === 'verified')).toBe(true);
  });

  it('is asked for by the party that is shown, at the agency that decided', async () => {
    app.now.set('2026-09-01T10:00:00+08:00');
    const early = { appliedAt: '2026-09-01T09:00:00+08:00' };
    expect(codes(await cast.officer.post(ROUTE, ask({ ...early, uscc: '91445103MA7T01025P' })))).toEqual(['credit-repair.not-the-party']);
    expect(codes(await cast.officer.post(ROUTE, ask()))).toEqual(['credit-repair.ahead']);
    expect((await cast.stranger.post(ROUTE, ask(early))).status).toBe(404);
    expect((await cast.publisher.post(ROUTE, ask(early))).status).toBe(403);
    expect((await cast.officer.post(ROUTE, ask({ ...early, materials: ['anything'] }))).status).toBe(400);
  });

  it('is not accepted before its time, for a reason and with a remedy', async () => {
    await file({ appliedAt: '2026-09-01T09:00:00+08:00' });
    expect(codes(await cast.officer.post(ROUTE, ask({ appliedAt: '2026-09-01T09:00:00+08:00' })))).toEqual(['credit-repair.open-already']);
    // Two working days from Tuesday 1 September.
    expect(await clocks(id)).toEqual({ 'repair.acceptance': ['running', '2026-09-03'] });
    const refused = await command(cast.officer, 'accept');
    expect(codes(refused)).toEqual(['credit-repair.not-acceptable']);
    expect(refused.body.failedGuards[0].details).toMatchObject([{ code: 'minimum-shown', holds: false, facts: { shownOn: '2026-08-10', minimumUntil: '2026-11-10', appliedOn: '2026-09-01' } }]);
    expect((await command(cast.officer, 'refuse-acceptance', { reasons: '公示未满三个月' })).status).toBe(403);
    const { document, state } = await ok(cast.head, 'refuse-acceptance', { reasons: '公示未满三个月' });
    expect([state, document.kind]).toEqual(['not-accepted', 'repair-non-acceptance']);
    const { body } = await cast.officer.get(`/v1/documents/${document.id}`);
    expect(JSON.stringify(body)).toContain('可以依法申请行政复议或者提起行政诉讼');
    expect((await clocks(id))['repair.acceptance']?.[0]).toBe('met');
  });

  it('is told once what is missing; the time begins with what is handed in later', async () => {
    app.now.set('2026-11-11T10:00:00+08:00');
    await file({ materials: ['application', 'identity'] });
    // Wednesday 11 November: two working days are Friday the 13th.
    expect(await clocks(id)).toEqual({ 'repair.correction-notice': ['running', '2026-11-13'] });
    expect(codes(await command(cast.head, 'refuse-acceptance', { reasons: '材料不全' }))).toEqual(['credit-repair.correction-first']);
    expect((await ok(cast.officer, 'ask-correction')).document).toMatchObject({ kind: 'repair-correction' });
    expect(await clocks(id)).toEqual({ 'repair.correction-notice': ['met', '2026-11-13'] });
    app.now.set('2026-11-12T10:00:00+08:00');
    await ok(cast.officer, 'correct', { at: '2026-11-12T09:00:00+08:00', materials: ['promise'] });
    expect((await clocks(id))['repair.acceptance']).toEqual(['running', '2026-11-16']);
    expect(codes(await command(cast.officer, 'ask-correction'))).toEqual(['credit-repair.asked-once']);
    await ok(cast.officer, 'withdraw', { at: '2026-11-12T09:30:00+08:00' });
    expect((await clocks(id))['repair.acceptance']?.[0]).toBe('void');
  });

  it('is decided in seven working days, ten more once; refused with reasons where a condition fails', async () => {
    await file();
    expect((await ok(cast.officer, 'accept')).document).toMatchObject({ kind: 'repair-acceptance' });
    // Thursday 12 November: seven working days are Monday the 23rd, ten more Monday 7 December.
    expect((await clocks(id))['repair.decision']).toEqual(['running', '2026-11-23']);
    expect(codes(await command(cast.head, 'refuse', { reasons: '无' }))).toEqual(['credit-repair.not-verified']);
    await ok(cast.head, 'extend', { reasons: '需要实地核查' });
    expect((await clocks(id))['repair.decision']).toEqual(['running', '2026-12-07']);
    expect(codes(await command(cast.head, 'extend', { reasons: '再延长' }))).toEqual(['credit-repair.extended-once']);
    app.now.set('2026-11-13T12:00:00+08:00');
    await ok(cast.officer, 'record-verification', { ...VERIFIED, performed: false });
    expect(codes(await command(cast.head, 'grant', { reasons: '同意' }))).toEqual(['credit-repair.conditions-fail']);
    const { document, state, reasons } = await ok(cast.head, 'refuse', { reasons: '罚款未缴清' });
    expect([state, reasons, document.kind]).toEqual(['refused', '罚款未缴清', 'repair-refusal']);
    expect((await cast.officer.get(`${ROUTE}/${id}`)).body.conditions.find(({ code }: Json) => code === 'performed')).toMatchObject({ holds: false });
  });

  it('ends the display in the moment of the decision; the data are confirmed in three working days', async () => {
    await file();
    await ok(cast.officer, 'accept');
    await ok(cast.officer, 'record-verification', VERIFIED);
    expect(codes(await command(cast.head, 'refuse', { reasons: '无' }))).toEqual(['credit-repair.conditions-hold']);
    expect(await visible()).toBe(true);
    const { state, document } = await ok(cast.head, 'grant', { reasons: '已履行义务并完成整改' });
    expect([state, document.kind]).toEqual(['granted', 'repair-grant']);
    expect(await visible()).toBe(false);
    expect(await publicationOf(app, cast.officer, walk.id)).toMatchObject({ state: 'repaired' });
    expect((await clocks(shown))['publication.display-ordinary']?.[0]).toBe('void');
    // Friday 13 November.
    expect((await clocks(id))['repair.data']).toEqual(['running', '2026-11-18']);
    await follow(app, 'credit-repair.granted', id, 'credit-repairs.remove-listing');
    expect(codes(await command(cast.officer, 'record-push', { at: '2026-11-13T11:00:00+08:00', receipt: '1' }))).toEqual(['credit-repair.same-province']);
    expect(await ok(cast.officer, 'confirm-data', { at: '2026-11-13T11:30:00+08:00', channel: '国家企业信用信息公示系统（广东）' })).toMatchObject({ state: 'repaired', nextDue: null });
    expect(codes(await cast.officer.post(ROUTE, ask()))).toEqual(['credit-repair.not-shown']);
    expect((await moveOn(cast.head, shown, 'stop-early')).status).toBe(404);
  });

  it('falls where it was got by fraud: shown again, a year anew, and a bar of three years', async () => {
    app.now.set('2027-01-11T10:00:00+08:00');
    expect((await command(cast.officer, 'revoke', { facts: '缴纳凭证系伪造', reasons: '弄虚作假' })).status).toBe(403);
    const { state, document } = await ok(cast.head, 'revoke', { facts: '缴纳凭证系伪造', reasons: '弄虚作假' });
    expect([state, document.kind]).toEqual(['barred', 'repair-revocation']);
    expect(await visible()).toBe(true);
    expect(await publicationOf(app, cast.officer, walk.id)).toMatchObject({ state: 'published' });
    expect((await app.sql.admin("SELECT to_char(legal_due AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS due FROM deadline WHERE subject_id = $1 AND status = 'running'", [shown]))).toEqual([{ due: '2028-01-11' }]);
    expect((await clocks(id))['repair.ban']).toEqual(['running', '2030-01-11']);
    expect(await app.sql.admin('SELECT uscc, last_day FROM credit_repair_ban')).toEqual([{ uscc: USCC, last_day: '2030-01-11' }]);
    const barred = id;
    app.now.set('2027-06-01T10:00:00+08:00');
    await file({ appliedAt: '2027-06-01T09:00:00+08:00' });
    const { body } = await command(cast.officer, 'accept');
    expect(body.failedGuards[0].details.map(({ code }: Json) => code)).toEqual(['never-restored', 'no-bar']);
    await ok(cast.head, 'refuse-acceptance', { reasons: '三年内不得申请，且恢复公示的不得提前停止' });
    app.now.set('2030-01-12T00:30:00+08:00');
    await sweep(app);
    expect((await app.sql.admin('SELECT state FROM credit_repair WHERE id = $1', [barred]))[0]).toEqual({ state: 'bar-over' });
    expect((await (await app.as('administrator')).get(`/v1/ledger/verification?subject=${barred}`)).body).toMatchObject({ ok: true });
    app.now.set('2027-06-02T10:00:00+08:00');
  });

  it('is seen by its agency only', async () => {
    expect((await cast.stranger.get(`${ROUTE}/${id}`)).status).toBe(404);
    expect((await cast.stranger.get(ROUTE)).body.items).toEqual([]);
    expect((await cast.officer.get(`${ROUTE}?limit=2`)).body.items).toHaveLength(2);
    expect((await cast.officer.get(`${ROUTE}?state=refused`)).body.items).toHaveLength(1);
    expect((await cast.operator.get(ROUTE)).status).toBe(403);
    expect((await cast.officer.get(`${ROUTE}/${id}/available-commands`)).status).toBe(200);
    expect((await cast.officer.get(`${ROUTE}/${id}/timeline`)).body.items.length).toBeGreaterThan(0);
  });
});
