import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sweep } from '../../../src/platform/workflow/sweep.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { castOf, codes, investigated, officersOf, type Cast, type Walk } from '../penalties/penalties.ground.js';

const GOODS = [{ name: '不锈钢汤锅', specification: '24cm', unit: '件', quantity: '120' }, { name: '外包装箱', unit: '个', quantity: '60.5' }];

describe('preservation, seizure and assistance over HTTP', () => {
  let app: TestApp;
  let cast: Cast;
  let city: Client;
  let walk: Walk;

  beforeAll(async () => {
    app = await startTestApp();
    cast = await castOf(app);
    city = await app.as('agency-head', 'cz-market-regulation');
    walk = await investigated(app, cast);
  });
  afterAll(() => app.close());

  const opened = async (path: string, more: object = {}): Promise<string> => {
    const { status, body } = await cast.officer.post(`/v1/${path}`, { caseId: walk.caseId, penalty: walk.id, party: walk.party, reason: '仓库内存放涉嫌侵权汤锅', ...more });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id;
  };
  const act = async (by: Client, path: string, id: string, command: string, body: object = {}): Promise<{ status: number; body: Json }> => by.command(`/v1/${path}/${id}/${command}`, Number((await by.get(`/v1/${path}/${id}`)).body.version), body);
  const done = async (by: Client, path: string, id: string, command: string, body: object = {}): Promise<Json> => {
    const answer = await act(by, path, id, command, body);
    if (answer.status !== 200) throw new Error(`${command}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const scene = (at: string): object => ({ members: officersOf(cast), at, place: '彩塘镇测试路1号仓库', keptAt: '本局罚没仓库', goods: GOODS, credentialsShown: true, partyPresent: true, signed: true });
  const taking = (at: string): object => ({ ...scene(at), rightsTold: true, heard: true, related: true, necessities: false, sealedByOthers: false, remedies: '可以在六十日内申请行政复议，六个月内提起行政诉讼' });
  const dueOf = ({ deadlines }: Json, kind: string): string | undefined => deadlines.find((one: Json) => one.kind === kind)?.legalDue;
  const sweep = (at: string): Promise<number> => app.app.get(Sweep).expiry.carryOut(new Date(at));
  const approval = { capacity: 'principal-head', report: '书面报告1号', opinion: '同意' };

  it('seizes at once, has it approved, leaves a test out, prolongs it once, and runs out', async () => {
    app.now.set('2026-07-20T10:30:00+08:00');
    const id = await opened('seizures', { law: 'trademark', measure: 'take' });
    const early = await act(cast.officer, 'seizures', id, 'carry-out-at-once', { ...taking('2026-07-20T10:00:00+08:00'), urgency: '正在装车', partyPresent: false, sealedByOthers: true });
    expect([early.status, codes(early)]).toEqual([409, ['holding.no-witness', 'holding.not-seizable']]);
    const seized = await done(cast.officer, 'seizures', id, 'carry-out-at-once', { ...taking('2026-07-20T10:00:00+08:00'), urgency: '正在装车' });
    expect(seized).toMatchObject({ state: 'seized-unapproved', document: { kind: 'seizure-decision', number: expect.stringContaining('强制〔2026〕') } });
    // 30 calendar days from Monday 20 July; 24 hours from ten o'clock.
    expect([dueOf(seized, 'seizure.term'), dueOf(seized, 'seizure.approval')]).toEqual(['2026-08-19T15:59:59.999Z', '2026-07-21T02:00:00.000Z']);
    expect((await act(cast.officer, 'seizures', id, 'approve-afterwards', approval)).status).toBe(403);
    await done(cast.head, 'seizures', id, 'approve-afterwards', { ...approval, capacity: 'head' });

    const { body: shown } = await cast.officer.get(`/v1/seizures/${id}`);
    const [pot, box] = shown.goods.map(({ id: good }: Json) => good);
    expect(shown.goods.map(({ name, quantity, fate }: Json) => [name, quantity, fate])).toEqual([['不锈钢汤锅', '120.000', null], ['外包装箱', '60.500', null]]);

    app.now.set('2026-07-25T09:00:00+08:00');
    const testing = { testing: 'testing', institution: '广东省测试检验院', goods: [pot], question: '材质是否符合国家标准', from: '2026-07-25', until: '2026-08-10' };
    expect(await done(cast.officer, 'seizures', id, 'begin-testing', testing)).toMatchObject({ document: { kind: 'testing-period-notice' }, deadlines: [{ kind: 'seizure.term', status: 'paused', legalDue: null }] });
    expect(codes(await act(cast.officer, 'seizures', id, 'begin-testing', testing))).toEqual(['holding.testing-open']);
    expect(codes(await act(cast.head, 'seizures', id, 'extend', { reason: '案情复杂', remedies: '复议、诉讼' }))).toEqual(['holding.testing-open']);
    app.now.set('2026-08-04T09:00:00+08:00');
    const tested = await done(cast.officer, 'seizures', id, 'end-testing', { at: '2026-08-04T08:30:00+08:00', report: 'GD-2026-0815', result: '不符合标准' });
    const resumed = String(dueOf(tested, 'seizure.term'));
    expect(resumed > '2026-08-28' && resumed < '2026-08-31').toBe(true);

    await done(cast.head, 'seizures', id, 'extend', { reason: '案情复杂', remedies: '复议、诉讼' });
    expect(codes(await act(cast.head, 'seizures', id, 'extend', { reason: '再延', remedies: '复议、诉讼' }))).toEqual(['holding.extended-before']);
    const { body: extended } = await cast.officer.get(`/v1/seizures/${id}`);
    const last = Date.parse(String(dueOf(extended, 'seizure.term')));
    expect((last - Date.parse(resumed)) / 86_400_000).toBe(30);

    await done(cast.head, 'seizures', id, 'release-part', { goods: [box], ground: 'unrelated', reason: '包装箱与违法行为无关' });
    expect(codes(await act(cast.head, 'seizures', id, 'release-part', { goods: [box], ground: 'unrelated', reason: '再次' }))).toEqual(['holding.goods-not-held']);
    expect(codes(await act(cast.officer, 'seizures', id, 'confiscate', { reason: '没收' }))).toEqual(['holding.penalty-undecided']);
    expect(codes(await act(cast.officer, 'seizures', id, 'hand-to-police', { at: '2026-08-04T08:30:00+08:00', to: '公安', reason: '移送' }))).toEqual(['holding.police-not-filed']);

    // Time itself: not at the last instant, but after it; and only once.
    expect(await sweep(new Date(last).toISOString())).toBe(0);
    app.now.set(new Date(last + 1).toISOString());
    expect(await sweep(new Date(last + 1).toISOString())).toBe(1);
    expect(await sweep(new Date(last + 1).toISOString())).toBe(0);
    const { body: out } = await cast.head.get(`/v1/seizures/${id}`);
    expect(out).toMatchObject({ state: 'run-out', endedAt: null });
    expect((await cast.head.get(`/v1/seizures/${id}/timeline`)).body.items.map(({ event, actor }: Json) => [event, actor])).toContainEqual(['seizure.run-out', 'system:sweeper']);
    expect(await app.sql.admin("SELECT count(*)::int AS told FROM outbox WHERE event = 'seizure.run-out' AND subject_id = $1", [id])).toEqual([{ told: 1 }]);
    const late = await act(cast.head, 'seizures', id, 'extend', { reason: '再延', remedies: '复议、诉讼' });
    expect([late.status, late.body.allowedCommands]).toEqual([409, ['release-part', 'release']]);
    expect(await done(cast.head, 'seizures', id, 'release', { ground: 'term-over', reason: '期限届满' })).toMatchObject({ state: 'released', document: { kind: 'seizure-release' } });
    expect((await cast.head.get(`/v1/seizures/${id}`)).body.goods.map(({ fate }: Json) => fate)).toEqual(['released', 'released']);
  });

  it('asks for the principal head of the city where the law does', async () => {
    app.now.set('2026-08-05T09:00:00+08:00');
    const id = await opened('seizures', { law: 'unfair-competition', measure: 'seal' });
    const county = await act(cast.head, 'seizures', id, 'approve', approval);
    expect([county.status, codes(county), county.body.failedGuards[0].details]).toEqual([409, ['holding.approver-too-low'], { approver: 'city-principal-head', basis: { source: '反不正当竞争法（2025年修订）', article: '第十六条第二款', status: 'verified' } }]);
    expect(codes(await act(city, 'seizures', id, 'approve', { ...approval, capacity: 'head' }))).toEqual(['holding.approver-too-low']);
    expect(await done(city, 'seizures', id, 'approve', approval)).toMatchObject({ state: 'approved' });
    await done(cast.officer, 'seizures', id, 'withdraw', { reason: '当事人已主动改正' });
  });

  it('releases evidence by itself when nobody deals with it in seven working days', async () => {
    app.now.set('2026-08-05T10:00:00+08:00');
    const id = await opened('preservations');
    await done(cast.head, 'preservations', id, 'approve', { opinion: '同意' });
    const kept = await done(cast.officer, 'preservations', id, 'carry-out', scene('2026-08-05T09:30:00+08:00'));
    // Wednesday 5 August: 6, 7, 10, 11, 12, 13, 14.
    expect([kept.document.kind, dueOf(kept, 'preservation.decision')]).toEqual(['preservation-notice', '2026-08-14T15:59:59.999Z']);
    expect(await sweep('2026-08-14T15:59:59.999Z')).toBe(0);
    app.now.set('2026-08-15T00:00:00+08:00');
    expect(await Promise.all([sweep('2026-08-14T16:00:00Z'), sweep('2026-08-14T16:00:00Z')]).then((counts) => counts.reduce((sum, count) => sum + count, 0))).toBe(1);
    const { body } = await cast.officer.get(`/v1/preservations/${id}`);
    expect([body.state, body.endedAt, body.deadlines.map(({ kind, status }: Json) => [kind, status])]).toEqual(['lapsed', '2026-08-14T16:00:00.000Z', [['preservation.decision', 'void']]]);
    expect((await act(cast.officer, 'preservations', id, 'secure-copies', { method: '拍照' })).status).toBe(409);
  });

  it('lets no evidence wait for what fails beside it', async () => {
    app.now.set('2026-08-05T10:00:00+08:00');
    const kept: string[] = [];
    for (let one = 0; one < 2; one += 1) {
      const id = await opened('preservations');
      await done(cast.head, 'preservations', id, 'approve', { opinion: '同意' });
      await done(cast.officer, 'preservations', id, 'carry-out', scene('2026-08-05T09:30:00+08:00'));
      kept.push(id);
    }
    const [stuck = '', free = ''] = kept;
    await app.sql.admin(`CREATE FUNCTION sec.fail_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken on purpose'; END $$`);
    await app.sql.admin(`CREATE TRIGGER fail_here BEFORE UPDATE ON preservation FOR EACH ROW WHEN (OLD.id = '${stuck}') EXECUTE FUNCTION sec.fail_here()`);
    try {
      app.now.set('2026-08-15T00:00:00+08:00');
      expect(await sweep('2026-08-14T16:00:00Z')).toBe(1);
      const stateOf = async (id: string): Promise<string> => (await cast.officer.get(`/v1/preservations/${id}`)).body.state;
      expect([await stateOf(stuck), await stateOf(free)]).toEqual(['preserved', 'lapsed']);
    } finally {
      await app.sql.admin('DROP TRIGGER fail_here ON preservation');
      await app.sql.admin('DROP FUNCTION sec.fail_here()');
    }
    expect(await sweep('2026-08-14T16:00:00Z')).toBe(1);
  });

  it('leaves alone what was dealt with, and lets a seizure take over', async () => {
    app.now.set('2026-08-05T10:00:00+08:00');
    const id = await opened('preservations');
    await done(cast.officer, 'preservations', id, 'carry-out-at-once', { ...scene('2026-08-05T09:30:00+08:00'), urgency: '可能灭失' });
    await done(cast.head, 'preservations', id, 'approve-afterwards', { opinion: '同意' });
    const seizure = await opened('seizures', { law: 'trademark', measure: 'take' });
    expect(codes(await act(cast.officer, 'preservations', id, 'turn-into-seizure', { seizure }))).toEqual(['holding.no-seizure']);
    await done(cast.head, 'seizures', seizure, 'approve', approval);
    await done(cast.officer, 'seizures', seizure, 'carry-out', taking('2026-08-05T09:50:00+08:00'));
    expect(await done(cast.officer, 'preservations', id, 'turn-into-seizure', { seizure })).toMatchObject({ state: 'seized' });
    expect(await sweep('2026-08-20T00:00:00Z')).toBe(0);
    expect((await cast.stranger.get(`/v1/seizures/${seizure}`)).status).toBe(404);
    const { body } = await cast.officer.get(`/v1/seizures/${seizure}/available-commands`);
    expect(body.commands.map(({ command }: Json) => command)).toEqual(expect.arrayContaining(['begin-testing', 'ask-identification']));
    const { body: list } = await cast.officer.get(`/v1/seizures?case=${walk.caseId}&state=seized`);
    expect(list.items.map(({ id: one }: Json) => one)).toEqual([seizure]);
    const { body: { goods } } = await cast.officer.get(`/v1/seizures/${seizure}`);
    const asked = await done(cast.officer, 'seizures', seizure, 'ask-identification', { rightHolder: walk.party, goods: goods.map(({ id: good }: Json) => good), question: '是否为权利人生产', workingDays: 5 });
    expect([asked.document.kind, dueOf(asked, 'identification.right-holder')]).toEqual(['identification-request', '2026-08-12T15:59:59.999Z']);
    await done(cast.officer, 'seizures', seizure, 'record-identification', { at: '2026-08-05T09:59:00+08:00', result: '非权利人生产' });
  });

  it('sends a letter of assistance, hears of a delay in time only, and gets its answer', async () => {
    app.now.set('2026-08-05T10:00:00+08:00');
    const { body: { id } } = await cast.officer.post('/v1/assistance-letters', { caseId: walk.caseId, penalty: walk.id, to: '揭阳市市场监督管理局', reason: '供货方在其辖区', matters: '核查供货合同' });
    const sent = await done(cast.officer, 'assistance-letters', id, 'send', { receivedAt: '2026-08-05T09:00:00+08:00' });
    // 15 working days from Wednesday 5 August.
    expect([sent.document.kind, dueOf(sent, 'assistance.reply')]).toEqual(['assistance-letter', '2026-08-26T15:59:59.999Z']);
    app.now.set('2026-08-28T10:00:00+08:00');
    expect(codes(await act(cast.officer, 'assistance-letters', id, 'record-delay', { at: '2026-08-27T00:00:00+08:00', reason: '人手不足', workingDays: 5 }))).toEqual(['assistance.delay-too-late']);
    const delayed = await done(cast.officer, 'assistance-letters', id, 'record-delay', { at: '2026-08-26T10:00:00+08:00', reason: '人手不足', workingDays: 5 });
    expect(dueOf(delayed, 'assistance.reply')).toBe('2026-09-02T15:59:59.999Z');
    expect(await done(cast.officer, 'assistance-letters', id, 'record-reply', { at: '2026-08-28T09:00:00+08:00', result: '供货合同真实' })).toMatchObject({ state: 'answered' });
    const received = await cast.officer.post('/v1/assistance-letters/received', { caseId: walk.caseId, from: '揭阳市市场监督管理局', letter: '揭市监协查〔2026〕8号', receivedAt: '2026-08-28T09:00:00+08:00', reason: '在本辖区', matters: '核查' });
    expect([received.status, received.body.state]).toEqual([201, 'received']);
    expect(await done(cast.officer, 'assistance-letters', received.body.id, 'reply', { at: '2026-08-28T09:30:00+08:00', result: '已核查' })).toMatchObject({ state: 'answered' });
  });
});
