import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { clocks, refusals, stepsOn, sureStepsOn } from '../../support/proceeding.steps.js';
import { caseWithParties, courtNumber, filedSuit, JUDGMENT, PUNITIVE, PUNITIVE_CLAIM, suitCast, suitOf, type Sued, type SuitCast } from './civil-suits.ground.js';

/** A Monday. What the court did before is written down today: a clock that is stopped by it is met late, because the record came late. */
const NOW = '2026-11-23T10:00:00+08:00';
const step = stepsOn('civil-suits');
const sure = sureStepsOn('civil-suits');

describe('a civil suit', () => {
  let app: TestApp;
  let cast: SuitCast;

  beforeAll(async () => {
    app = await startTestApp();
    app.now.set(NOW);
    cast = await suitCast(app);
  });
  afterAll(() => app.close());

  const open = async (more: Json = {}): Promise<Sued> => {
    const parties = await caseWithParties(cast);
    const { status, body } = await cast.officer.post('/v1/civil-suits', suitOf(parties, more));
    expect([status, body.state]).toEqual([201, 'submitted']);
    return { ...parties, id: body.id };
  };

  describe('before the court has filed it', () => {
    it('is recorded with parties of the case on both sides, and the court has seven days', async () => {
      const { officer, court, stranger } = cast;
      const parties = await caseWithParties(cast);
      const unknown = '019aa1b2-0000-7000-8000-000000000050';
      const wrong = await officer.post('/v1/civil-suits', suitOf({ ...parties, defendant: unknown }));
      expect([refusals(wrong), wrong.body.failedGuards[0].details]).toEqual([['civil-suit.party-unknown'], [unknown]]);
      expect(refusals(await officer.post('/v1/civil-suits', suitOf(parties, { parties: [{ party: parties.plaintiff, side: 'plaintiff' }] })))).toEqual(['civil-suit.side-missing']);
      expect(refusals(await officer.post('/v1/civil-suits', suitOf(parties, { submittedAt: '2026-11-23T10:01:00+08:00' })))).toEqual(['civil-suit.in-advance']);
      const { status, body } = await officer.post('/v1/civil-suits', suitOf(parties, { submittedAt: '2026-11-23T09:00:00+08:00' }));
      expect([status, body.number, clocks(body)]).toEqual([201, expect.stringMatching(/^SS2026-\d{7}$/), ['civil.filing running 2026-11-30T15:59']]);
      expect((await court.get(`/v1/civil-suits/${body.id}`)).body).toMatchObject({ amountClaimed: 830_000.5, courtCheck: { proposed: 'cz-designated-basic-court', differs: false, warnings: ['court_unverified', 'limit_unknown', 'court_elsewhere'] } });
      expect((await stranger.get(`/v1/civil-suits/${body.id}`)).status).toBe(404);
    });

    it('tells where the rules propose another court', async () => {
      const { id } = await open({ rightTypes: ['patent'], cause: '侵害外观设计专利权纠纷' });
      expect((await cast.officer.get(`/v1/civil-suits/${id}`)).body.courtCheck).toEqual({ proposed: 'guangzhou-ip-court', rule: 'technical', differs: true, warnings: ['court_elsewhere'] });
    });

    it('is not taken, and the ruling is final after ten days', async () => {
      const { court } = cast;
      const { id } = await open();
      const ruled = await sure(court, id, 'not-accept', { number: '（2026）粤51民初裁1号', servedAt: '2026-11-10T10:00:00+08:00', reason: '不属于本院管辖' });
      expect([ruled.state, clocks(ruled)]).toEqual(['ruled', ['civil.appeal-ruling running 2026-11-20T15:59', 'civil.filing met-late 2026-09-08T15:59']]);
      expect(await sure(court, id, 'become-effective', { effectiveAt: '2026-11-21T00:00:00+08:00' })).toMatchObject({ state: 'dismissed' });
    });

    it('is filed after an appeal against the ruling, where the court above orders it', async () => {
      const { court } = cast;
      const { id, plaintiff } = await open();
      await sure(court, id, 'not-accept', { number: '（2026）粤51民初裁2号', servedAt: '2026-11-16T10:00:00+08:00', reason: '不属于本院管辖' });
      expect(refusals(await step(court, id, 'become-effective', { effectiveAt: NOW }))).toEqual(['civil-suit.appeal-time-runs']);
      await sure(court, id, 'appeal', { appellant: plaintiff, appealedAt: '2026-11-20T10:00:00+08:00' });
      expect(clocks(await sure(court, id, 'file-appeal', { court: 'guangdong-high-court', number: '（2026）粤民终1号', filedAt: '2026-11-21T10:00:00+08:00' }))).toEqual(['civil.second-instance-ruling running 2026-12-21T15:59']);
      expect(refusals(await step(court, id, 'order-trial', { number: '裁', orderedAt: NOW }))).toEqual(['civil-suit.was-not-filed']);
      expect(await sure(court, id, 'order-filing', { number: '（2026）粤民终1号之一', orderedAt: NOW })).toMatchObject({ state: 'submitted' });
    });

    it('keeps its number to itself, in its court', async () => {
      const { court } = cast;
      const number = courtNumber();
      const [one, other] = [await open(), await open()];
      const filing = { number, procedure: 'simple', filedAt: '2026-09-04T10:00:00+08:00' };
      expect(await sure(court, one.id, 'file', filing)).toMatchObject({ state: 'first-instance', deadlines: [{ kind: 'civil.filing', status: 'met' }, { kind: 'civil.simple', status: 'running' }] });
      expect(refusals(await step(court, other.id, 'file', filing))).toEqual(['civil-suit.number-taken']);
    });
  });

  describe('after preservation (第一百零四条)', () => {
    const applied = async (): Promise<Sued> => {
      const parties = await caseWithParties(cast);
      const { claims, submittedAt, ...base } = suitOf(parties);
      expect([claims.length, submittedAt]).toEqual([3, expect.any(String)]);
      const { status, body } = await cast.officer.post('/v1/civil-suits/preservations', { ...base, measures: ['property', 'evidence'], appliedAt: '2026-10-19T10:00:00+08:00' });
      expect([status, body.state, clocks(body)]).toEqual([201, 'preservation-applied', ['preservation.ruling running 2026-10-21T02:00']]);
      return { ...parties, id: body.id };
    };
    const granted = async (measuresAt: string): Promise<Sued> => {
      const suit = await applied();
      const ruling = { number: '（2026）粤51财保1号', ruledAt: '2026-10-20T10:00:00+08:00', measuresAt };
      expect(refusals(await step(cast.court, suit.id, 'grant-preservation', ruling))).toEqual(['civil-suit.no-security']);
      await sure(cast.court, suit.id, 'grant-preservation', { ...ruling, security: '保险公司保函' });
      return suit;
    };

    it('is refused without security, or for another reason', async () => {
      const { id } = await applied();
      expect(await sure(cast.court, id, 'refuse-preservation', { number: '裁', ruledAt: '2026-10-20T10:00:00+08:00', reason: '情况不紧急' })).toMatchObject({ state: 'not-preserved', deadlines: [{ status: 'met' }] });
    });

    it('follows within thirty days, and its clock becomes that of filing', async () => {
      const { id } = await granted('2026-11-01T10:00:00+08:00');
      expect(refusals(await step(cast.court, id, 'lift-preservation', { ground: 'no-suit', liftedAt: NOW }))).toEqual(['civil-suit.thirty-days-run']);
      const submitted = await sure(cast.officer, id, 'submit', { claims: [{ claim: '赔偿', amount: 100_000 }], submittedAt: '2026-11-20T10:00:00+08:00' });
      expect([submitted.state, clocks(submitted)]).toEqual(['submitted', ['civil.filing running 2026-11-27T15:59', 'preservation.suit met 2026-12-01T15:59']]);
      expect((await cast.officer.get(`/v1/civil-suits/${id}`)).body).toMatchObject({ kind: 'ordinary', preservation: { measures: ['property', 'evidence'], security: '保险公司保函' } });
    });

    it('comes too late after thirty days: the court lifts the measures', async () => {
      const { id } = await granted('2026-10-20T10:00:00+08:00');
      expect(refusals(await step(cast.officer, id, 'submit', { claims: [{ claim: '赔偿' }], submittedAt: '2026-11-20T00:00:00+08:00' }))).toEqual(['civil-suit.suit-late']);
      expect(await sure(cast.court, id, 'lift-preservation', { ground: 'no-suit', liftedAt: '2026-11-20T09:00:00+08:00' })).toMatchObject({ state: 'lapsed', deadlines: [{ kind: 'preservation.suit', status: 'void' }] });
    });
  });

  describe('mediated on behalf of the court', () => {
    it('is in the hands of the committee, which sees the case from then on, and takes its clock up again', async () => {
      const { court, secretary } = cast;
      const { id, caseId } = await open({ kind: 'pre-litigation-mediation' });
      expect((await secretary.get(`/v1/cases/${caseId}`)).status).toBe(404);
      expect(refusals(await step(court, id, 'assign-mediation', { body: 'cz-police', assignedAt: NOW }))).toEqual(['civil-suit.no-mediation-body']);
      const assigned = await sure(court, id, 'assign-mediation', { body: 'cz-ip-mediation-committee', assignedAt: NOW });
      expect([assigned.state, assigned.deadlines.map(({ status }: Json) => status)]).toEqual(['in-mediation', ['void']]);
      expect((await secretary.get(`/v1/civil-suits/${id}`)).body).toMatchObject({ kind: 'pre-litigation-mediation', mediationBody: 'cz-ip-mediation-committee' });
      expect(await sure(court, id, 'withdraw', { reason: '已自行和解', withdrawnAt: NOW })).toMatchObject({ state: 'withdrawn' });
    });

    it('goes on in court meanwhile, where it was filed before', async () => {
      const { id } = await filedSuit(cast);
      const entrusted = await sure(cast.court, id, 'assign-mediation', { body: 'cz-ip-mediation-committee', assignedAt: NOW });
      expect([entrusted.state, clocks(entrusted)]).toEqual(['entrusted', ['civil.ordinary running 2027-03-04T15:59']]);
      expect(await sure(cast.court, id, 'settle', { number: '（2026）粤51民初调1号', terms: '被告支付15万元', amount: 150_000, effectiveAt: '2026-11-20T10:00:00+08:00', performBy: '2026-12-20' })).toMatchObject({ state: 'effective' });
    });
  });

  describe('in first instance', () => {
    it.each<[string, string, string]>([['ordinary', 'civil.ordinary', '2027-03-04'], ['simple', 'civil.simple', '2026-12-04'], ['small-claims', 'civil.small-claims', '2026-11-04']])('in %s procedure runs %s until %s', async (procedure, kind, day) => {
      const { id } = await filedSuit(cast, {}, { procedure });
      expect((await cast.court.get(`/v1/civil-suits/${id}`)).body.deadlines.filter(({ status }: Json) => status === 'running').map(({ kind: code, legalDue }: Json) => [code, legalDue])).toEqual([[kind, `${day}T15:59:59.999Z`]]);
    });

    it('has no limit of trial where a party is abroad (第二百八十七条), which has thirty days to appeal', async () => {
      const parties = await caseWithParties(cast);
      const { body } = await cast.officer.post('/v1/civil-suits', suitOf(parties, { parties: [{ party: parties.plaintiff, side: 'plaintiff', abroad: true }, { party: parties.defendant, side: 'defendant' }] }));
      expect(clocks(await sure(cast.court, body.id, 'file', { number: courtNumber(), procedure: 'ordinary', filedAt: '2026-09-04T10:00:00+08:00' }))).toEqual(['civil.filing met 2026-09-08T15:59']);
      expect(clocks(await sure(cast.court, body.id, 'judge', JUDGMENT))).toEqual(['civil.appeal running 2026-10-26T15:59', 'civil.appeal-abroad running 2026-11-09T15:59']);
      expect(refusals(await step(cast.court, body.id, 'appeal', { appellant: parties.defendant, appealedAt: '2026-10-27T10:00:00+08:00' }))).toEqual(['civil-suit.appeal-late']);
      expect(await sure(cast.court, body.id, 'appeal', { appellant: parties.plaintiff, appealedAt: '2026-10-27T10:00:00+08:00' })).toMatchObject({ state: 'appealed' });
    });

    it('keeps hearings, preservation and investigation orders, and says that the rule of the last was not read', async () => {
      const { court, officer } = cast;
      const { id, plaintiff } = await filedSuit(cast);
      await sure(court, id, 'hold-hearing', { at: '2026-09-20T09:30:00+08:00', mode: 'online', note: '交换证据' });
      await sure(court, id, 'preserve', { number: '（2026）粤51民初保1号', measures: ['evidence'], ruledAt: '2026-09-21T10:00:00+08:00' });
      const order = { number: '（2026）粤51民初令1号', party: plaintiff, addressee: '某电商平台经营者', evidence: '店铺销售记录', issuedAt: '2026-09-22T10:00:00+08:00', days: 15 };
      expect(refusals(await step(court, id, 'record-investigation-order', { ...order, party: '019aa1b2-0000-7000-8000-000000000050' }))).toEqual(['civil-suit.order-for-stranger']);
      await sure(court, id, 'record-investigation-order', order);
      expect((await officer.get(`/v1/civil-suits/${id}`)).body.entries).toMatchObject([
        { kind: 'hearing', details: { mode: 'online', note: '交换证据' }, basis: null }, { kind: 'preservation-order', reference: '（2026）粤51民初保1号', details: { measures: ['evidence'] } },
        { kind: 'investigation-order', reference: '（2026）粤51民初令1号', details: { days: 15, lastDay: '2026-10-07' }, basis: { status: 'unverified' } },
      ]);
    });

    it('awards punitive damages only as the interpretation allows', async () => {
      const { court, officer } = cast;
      const { id } = await filedSuit(cast);
      const judge = (punitive: Json, more: Json = {}): Promise<{ status: number; body: Json }> => step(court, id, 'judge', { ...JUDGMENT, punitive, ...more });
      expect(refusals(await judge(PUNITIVE))).toEqual(['civil-suit.punitive-unclaimed']);
      await sure(officer, id, 'amend-claims', { claims: [{ claim: '赔偿', amount: 800_000 }], punitive: PUNITIVE_CLAIM });
      const wrong = await judge({ ...PUNITIVE, factor: 6, gravity: [] }, { damages: 100_000 });
      expect(refusals(wrong)).toEqual(['civil-suit.punitive-sum', 'civil-suit.factor-out-of-law', 'civil-suit.punitive-facts', 'civil-suit.damages-too-small']);
      expect(wrong.body.failedGuards.map(({ basis }: Json) => basis.article)).toEqual(['第五条、第六条', '第六条第一款', '第三条、第四条', '第五条']);
      expect((await judge({ ...PUNITIVE, wilfulness: ['bad-character'] })).status).toBe(400);
      const judged = await sure(court, id, 'judge', { ...JUDGMENT, punitive: PUNITIVE });
      expect([judged.state, clocks(judged)]).toEqual(['judged', ['civil.appeal running 2026-10-26T15:59', 'civil.ordinary met 2027-03-04T15:59']]);
      expect((await officer.get(`/v1/civil-suits/${id}`)).body.judgment).toMatchObject({ damages: 800_000, expenses: 30_000, punitive: PUNITIVE });
    });

    it('ends with it in small claims', async () => {
      const { court } = cast;
      const { id } = await filedSuit(cast, {}, { procedure: 'small-claims' });
      expect(refusals(await step(court, id, 'judge', JUDGMENT))).toEqual(['civil-suit.one-instance']);
      const final = await sure(court, id, 'judge-finally', { ...JUDGMENT, performBy: '2026-10-20' });
      expect([final.state, clocks(final)]).toEqual(['effective', ['civil.small-claims met-late 2026-11-04T15:59', 'execution.application running 2028-10-20T15:59']]);
      const { id: ordinary } = await filedSuit(cast);
      expect(refusals(await step(court, ordinary, 'judge-finally', JUDGMENT))).toEqual(['civil-suit.two-instances']);
    });

    it('is dismissed by ruling, appealed, and tried after all', async () => {
      const { court } = cast;
      const { id, plaintiff } = await filedSuit(cast);
      await sure(court, id, 'dismiss', { number: '裁', servedAt: '2026-10-09T10:00:00+08:00', reason: '不符合起诉条件' });
      await sure(court, id, 'appeal', { appellant: plaintiff, appealedAt: '2026-10-12T10:00:00+08:00' });
      await sure(court, id, 'file-appeal', { court: 'guangdong-high-court', number: '（2026）粤民终2号', filedAt: '2026-10-20T10:00:00+08:00' });
      expect(refusals(await step(court, id, 'order-filing', { number: '裁', orderedAt: NOW }))).toEqual(['civil-suit.was-filed']);
      expect(await sure(court, id, 'order-trial', { number: '裁', orderedAt: '2026-11-02T10:00:00+08:00' })).toMatchObject({ state: 'first-instance' });
    });
  });

  describe('on appeal', () => {
    const appealed = async (): Promise<Sued> => {
      const suit = await filedSuit(cast);
      await sure(cast.court, suit.id, 'judge', JUDGMENT);
      expect(refusals(await step(cast.court, suit.id, 'appeal', { appellant: suit.caseId, appealedAt: '2026-10-20T10:00:00+08:00' }))).toEqual(['civil-suit.appellant-unknown']);
      await sure(cast.court, suit.id, 'appeal', { appellant: suit.defendant, appealedAt: '2026-10-26T23:00:00+08:00' });
      expect(clocks(await sure(cast.court, suit.id, 'file-appeal', { court: 'guangdong-high-court', number: '（2026）粤民终3号', filedAt: '2026-11-02T10:00:00+08:00' }))).toEqual(['civil.second-instance running 2027-02-02T15:59']);
      return suit;
    };
    const DECISION = { number: '（2026）粤民终3号判', effectiveAt: '2026-11-20T10:00:00+08:00', performBy: '2026-11-30' };

    it('adds no punitive damages (惩罚性赔偿解释第二条第二款)', async () => {
      const { id } = await appealed();
      const late = await step(cast.court, id, 'amend-claims', { claims: [{ claim: '赔偿' }], punitive: PUNITIVE_CLAIM });
      expect([refusals(late), late.body.failedGuards[0].basis.article]).toEqual([['civil-suit.punitive-too-late'], '第二条第二款']);
      expect(await sure(cast.court, id, 'amend-claims', { claims: [{ claim: '赔偿', amount: 1 }] })).toMatchObject({ state: 'second-instance' });
    });

    it.each<[string, Json, Json]>([
      ['affirm', DECISION, { outcome: 'partly', appeal: { result: 'affirmed', decision: DECISION.number } }], ['withdraw-appeal', DECISION, { outcome: 'partly', appeal: { result: 'withdrawn' } }],
      ['change', { ...JUDGMENT, result: 'granted', damages: 900_000, performBy: '2026-11-30' }, { outcome: 'granted', finalJudgment: { damages: 900_000 } }], ['settle', { ...DECISION, terms: '支付50万元', amount: 500_000 }, { outcome: 'settled', settlement: { amount: 500_000 } }],
    ])('ends by %s; two years to ask for enforcement', async (command, body, row) => {
      const { id } = await appealed();
      const moved = await sure(cast.court, id, command, body);
      expect([moved.state, clocks(moved)]).toEqual(['effective', ['civil.second-instance met 2027-02-02T15:59', 'execution.application running 2028-11-30T15:59']]);
      expect((await cast.officer.get(`/v1/civil-suits/${id}`)).body).toMatchObject(row);
    });

    it('is sent back once, not twice (第一百七十七条第二款)', async () => {
      const { court } = cast;
      const { id, defendant } = await appealed();
      expect(await sure(court, id, 'remand', { number: '裁', reason: '基本事实不清', remandedAt: '2026-11-03T10:00:00+08:00' })).toMatchObject({ state: 'first-instance' });
      await sure(court, id, 'judge', { ...JUDGMENT, judgedAt: '2026-11-10T10:00:00+08:00', servedAt: '2026-11-11T10:00:00+08:00' });
      await sure(court, id, 'appeal', { appellant: defendant, appealedAt: '2026-11-12T10:00:00+08:00' });
      await sure(court, id, 'file-appeal', { court: 'guangdong-high-court', number: '（2026）粤民终4号', filedAt: '2026-11-13T10:00:00+08:00' });
      expect(refusals(await step(court, id, 'remand', { number: '裁', reason: '基本事实不清', remandedAt: NOW }))).toEqual(['civil-suit.remanded-before']);
    });
  });

  describe('in enforcement', () => {
    const effective = async (result: string): Promise<Sued> => {
      const suit = await filedSuit(cast);
      await sure(cast.court, suit.id, 'judge', { ...JUDGMENT, result });
      await sure(cast.court, suit.id, 'become-effective', { effectiveAt: '2026-10-27T00:00:00+08:00' });
      return suit;
    };

    it('may find nothing, which ends the record until somebody asks again', async () => {
      const { court, officer } = cast;
      const { id } = await effective('granted');
      expect(refusals(await step(court, id, 'conclude', { reason: '无可执行内容' }))).toEqual(['civil-suit.still-enforceable']);
      await sure(court, id, 'apply-enforcement', { number: '（2026）粤51执1号', appliedAt: '2026-11-02T10:00:00+08:00' });
      await sure(court, id, 'end-enforcement', { reason: '未发现财产', endedAt: '2026-11-20T10:00:00+08:00' });
      expect((await officer.get(`/v1/civil-suits/${id}`)).body).toMatchObject({ state: 'unenforced', endedAt: '2026-11-23T02:00:00.000Z', enforcement: { number: '（2026）粤51执1号', reason: '未发现财产' } });
      await sure(court, id, 'resume-enforcement', { number: '（2026）粤51执恢1号', appliedAt: NOW });
      expect((await officer.get(`/v1/civil-suits/${id}`)).body).toMatchObject({ state: 'enforcing', endedAt: null });
      expect(await sure(court, id, 'record-performance', { performedAt: NOW })).toMatchObject({ state: 'performed' });
    });

    it('has nothing to do where the claims were rejected', async () => {
      const { court } = cast;
      const { id } = await effective('rejected');
      for (const [command, body] of [['apply-enforcement', { number: 'x', appliedAt: NOW }], ['record-performance', { performedAt: NOW }]] as const) expect(refusals(await step(court, id, command, body))).toEqual(['civil-suit.nothing-to-perform']);
      expect(await sure(court, id, 'conclude', { reason: '诉讼请求被驳回' })).toMatchObject({ state: 'concluded' });
    });
  });

  it('is recorded by its agency and its court, read with its case, and keeps the case open', async () => {
    const { officer, court, city, stranger, secretary } = cast;
    const { id, caseId } = await filedSuit(cast);
    expect((await step(await app.as('police-liaison'), id, 'hold-hearing', { at: NOW, mode: 'on-site' })).status).toBe(403);
    expect((await stranger.get(`/v1/civil-suits?case=${caseId}`)).body.items).toEqual([]);
    expect((await secretary.get(`/v1/civil-suits/${id}`)).status).toBe(404);
    expect((await city.get(`/v1/civil-suits?case=${caseId}`)).body.items).toMatchObject([{ id, subject: 'civil-suit', state: 'first-instance', marks: ['suit-filed'] }]);
    expect((await court.get(`/v1/civil-suits/${id}/timeline`)).body.items.map(({ event }: Json) => event)).toEqual(['civil-suit.submitted', 'civil-suit.filed']);
    expect((await officer.get(`/v1/civil-suits/${id}/available-commands`)).body.commands.map(({ command }: Json) => command)).toEqual(['amend-claims', 'assign-mediation', 'hold-hearing', 'record-investigation-order', 'preserve', 'judge', 'judge-finally', 'dismiss', 'settle', 'withdraw']);
    expect((await officer.get(`/v1/civil-suits/${id}/deadlines`)).body.items.map(({ kind }: Json) => kind)).toEqual(['civil.ordinary', 'civil.filing']);
  });
});
