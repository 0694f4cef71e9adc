import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json, Reply } from '../../support/app.js';
import { act, clocksOf, command, DIRECT, done, examining, failures, filing, groundOf, ORDER, post, read, REJECTION, request, seat, service, STOPPED, votes, type Ground, type Matter, type Person } from './adjudications.ground.js';

const UTILITY = '202620000001.7';
const INVENTION = '202610000001.4';

describe('a patent adjudication', () => {
  let ground: Ground;
  let matter: Matter;
  const on = (instant: string): void => ground.app.now.set(instant);
  const by = (who: Person, command: string, body: unknown = {}): Promise<Reply<Json>> => act(ground.app, who, matter.id, command, body);
  const step = (who: Person, command: string, body: unknown = {}): Promise<Json> => done(ground.app, who, matter.id, command, body);
  const refused = async (who: Person, command: string, body: unknown = {}): Promise<unknown[]> => {
    const answer = await by(who, command, body);
    for (const guard of answer.body.failedGuards ?? []) expect([guard.code, guard.basis?.article ?? '第']).toEqual([guard.code, expect.stringMatching(/第/)]);
    return failures(answer);
  };
  const begin = async (more: object = {}, number?: string): Promise<void> => {
    on('2026-05-13T10:00:00+08:00');
    matter = await examining(ground, more, number);
  };
  const ripe = async (more: object = {}, number?: string): Promise<void> => {
    await begin(more, number);
    on('2026-06-01T10:00:00+08:00');
    await step(ground.third, 'deliberate', votes(ground, '2026-06-01T09:30:00+08:00'));
  };

  beforeAll(async () => {
    ground = await groundOf();
  });
  afterAll(() => ground.app.close());

  describe('is not decided', () => {
    it('while the time of the answer or of the evidence runs, or before the panel deliberated', async () => {
      await begin();
      expect(await refused(ground.head, 'decide', ORDER)).toEqual([409, 'adjudication.not-deliberated', 'adjudication.answer-period-runs', 'adjudication.evidence-period-runs']);
      on('2026-05-28T23:59:00+08:00');
      expect(await refused(ground.head, 'decide', ORDER)).toEqual([409, 'adjudication.not-deliberated', 'adjudication.answer-period-runs', 'adjudication.evidence-period-runs']);
      on('2026-05-29T00:00:00+08:00');
      expect(await refused(ground.head, 'decide', ORDER)).toEqual([409, 'adjudication.not-deliberated']);
    });

    it('while a respondent was not served, or nobody was told of the period for evidence', async () => {
      on('2026-05-13T10:00:00+08:00');
      matter = await request(ground);
      await step(ground.head, 'file', filing(ground, matter, { parties: [{ party: matter.requester, side: 'requester' }, { party: matter.respondent, side: 'respondent' }, { party: matter.other, side: 'respondent', abroad: true }] }));
      const notice = (await step(ground.chair, 'call-for-answer')).document.id;
      const first = await step(ground.chair, 'serve-request', service(ground, notice, matter.respondent, '2026-05-13T09:00:00+08:00'));
      expect(clocksOf(first)).toMatchObject({ service: 'running 2026-05-20', answer: 'running 2026-05-28' });
      expect(await refused(ground.chair, 'announce-hearing', { at: '2026-06-05T09:30:00+08:00', place: '第一会议室', online: false, open: true })).toEqual([409, 'adjudication.respondent-unserved', 'adjudication.answer-period-runs']);
      expect(await refused(ground.chair, 'serve-request', service(ground, notice, matter.respondent, '2026-05-13T09:00:00+08:00'))).toEqual([409, 'service.document-unfit', 'adjudication.recipient-unfit']);
      const second = await step(ground.chair, 'serve-request', service(ground, notice, matter.other, '2026-05-13T09:00:00+08:00'));
      expect(clocksOf(second)).toMatchObject({ service: 'met 2026-05-20', answer: 'running 2026-05-28', 'answer-abroad': 'running 2026-06-12' });
      on('2026-06-15T10:00:00+08:00');
      await step(ground.chair, 'deliberate', votes(ground, '2026-06-15T09:30:00+08:00'));
      expect(await refused(ground.head, 'decide', ORDER)).toEqual([409, 'adjudication.no-evidence-period']);
    });

    it('while a recusal is undecided; once granted, the panel is incomplete until another is named, who deliberates anew', async () => {
      await ripe();
      const raised = await by(ground.chair, 'request-recusal', { member: ground.third.id, raisedBy: 'party', ground: 'direct-interest', reason: '与被请求人有利害关系' });
      expect(raised.status).toBe(200);
      expect(await refused(ground.head, 'decide', ORDER)).toEqual([409, 'proceeding.recusal-open']);
      const { body } = await read(ground.app, ground.chair, `/v1/adjudications/${matter.id}/recusals`);
      await step(ground.deputy, 'decide-recusal', { request: body.items[0].id, decision: 'granted', reason: '属实' });
      expect(await refused(ground.head, 'decide', ORDER)).toEqual([409, 'adjudication.panel-incomplete', 'adjudication.not-deliberated']);
      expect(await refused(ground.head, 'name-panel', { members: seat([ground.chair, ground.second, ground.third]), reason: '补足' })).toEqual([409, 'proceeding.member-excluded']);
      await step(ground.head, 'name-panel', { members: seat([ground.chair, ground.second, ground.fourth]), reason: '补足' });
      expect(await refused(ground.head, 'decide', ORDER)).toEqual([409, 'adjudication.not-deliberated']);
      await step(ground.fourth, 'deliberate', votes({ ...ground, third: ground.fourth }, '2026-06-01T09:40:00+08:00'));
      expect((await step(ground.head, 'decide', ORDER)).state).toBe('decided');
    });

    it('otherwise than the majority carried, and never without type, object and scope', async () => {
      await ripe();
      expect(await refused(ground.head, 'decide', REJECTION)).toEqual([409, 'adjudication.not-deliberated']);
      expect(await refused(ground.head, 'decide', { ...ORDER, acts: [] })).toEqual([409, 'adjudication.order-incomplete']);
      expect((await by(ground.head, 'decide', { ...ORDER, damages: 20000 })).status).toBe(400);
      expect(await refused(ground.third, 'deliberate', { ...votes(ground, '2026-06-01T09:30:00+08:00'), finding: 'not-infringing' })).toEqual([409, 'adjudication.votes-unfit']);
      expect(await refused(ground.fifth, 'deliberate', votes(ground, '2026-06-01T09:30:00+08:00'))).toEqual([409, 'proceeding.not-a-member']);
      await step(ground.third, 'deliberate', votes(ground, '2026-06-01T09:45:00+08:00', 'not-infringing'));
      const rejected = await step(ground.head, 'decide', REJECTION);
      const { body } = await read(ground.app, ground.chair, `/v1/adjudications/${matter.id}`);
      expect([rejected.state, body.outcome, body.marks]).toEqual(['decided', 'rejected', []]);
      const decision = rejected.document.id;
      for (const party of [matter.requester, matter.respondent]) await step(ground.chair, 'serve-decision', service(ground, decision, party, '2026-06-01T09:50:00+08:00'));
      expect(await refused(ground.chair, 'record-performance', { at: '2026-06-01T09:55:00+08:00', manner: '无' })).toEqual([409, 'adjudication.nothing-ordered']);
      expect(await refused(ground.chair, 'conclude', { reason: '驳回请求' })).toEqual([409, 'adjudication.suit-period-runs']);
      on('2026-06-17T10:00:00+08:00');
      expect((await step(ground.chair, 'conclude', { reason: '驳回请求，期满未起诉' })).state).toBe('concluded');
    });

    it('while evidence kept by registration waits for its decision, which is due in seven days', async () => {
      await ripe();
      const kept = { at: '2026-06-01T09:00:00+08:00', place: '测试街2号', items: [{ name: '模具', features: '冲压模', quantity: '1套', keptAt: '原地' }], risk: '可能转移', signed: false };
      expect(await refused(ground.head, 'register-evidence', kept)).toEqual([409, 'adjudication.refusal-not-noted']);
      const registered = await step(ground.head, 'register-evidence', { ...kept, refusalNote: '拒绝签字，已注明' });
      expect(clocksOf(registered)['evidence-registration']).toBe('running 2026-06-08');
      expect(await refused(ground.head, 'register-evidence', { ...kept, signed: true })).toEqual([409, 'adjudication.registration-open']);
      expect(await refused(ground.head, 'decide', ORDER)).toEqual([409, 'adjudication.registration-undecided']);
      await step(ground.head, 'decide-registration', { disposal: 'copy-and-release', reasons: '已复制' });
      expect(await refused(ground.head, 'decide-registration', { disposal: 'release', reasons: '无' })).toEqual([409, 'adjudication.no-registration']);
      const { body } = await read(ground.app, ground.chair, `/v1/adjudications/${matter.id}/acts`);
      expect(body.items.map(({ kind }: Json) => kind)).toEqual(['register-evidence', 'decide-registration']);
    });

    it('while a hearing is due', async () => {
      await ripe();
      await step(ground.chair, 'announce-hearing', { at: '2026-06-10T09:30:00+08:00', place: '第一会议室', online: false, open: true });
      const answer = await by(ground.head, 'decide', ORDER);
      expect([answer.status, answer.body.reason, answer.body.state]).toEqual([409, 'not-allowed-now', 'hearing-announced']);
    });
  });

  describe('is heard', () => {
    const hearing = (at: string): object => ({ at, place: '第一会议室', online: false, open: true });

    it('on a notice to everybody three working days before, ahead, and closed only with a ground', async () => {
      await begin();
      on('2026-06-01T10:00:00+08:00');
      expect(await refused(ground.chair, 'announce-hearing', hearing('2026-05-30T09:30:00+08:00'))).toEqual([409, 'adjudication.hearing-in-the-past']);
      expect(await refused(ground.chair, 'announce-hearing', { ...hearing('2026-06-04T09:30:00+08:00'), open: false })).toEqual([409, 'adjudication.closed-without-reason']);
      const soon = await step(ground.chair, 'announce-hearing', hearing('2026-06-03T09:30:00+08:00'));
      expect(await refused(ground.chair, 'serve-hearing-notice', service(ground, soon.document.id, matter.requester, '2026-06-01T09:30:00+08:00'))).toEqual([409, 'adjudication.notice-too-late']);
      const later = await step(ground.chair, 'announce-hearing', hearing('2026-06-05T09:30:00+08:00'));
      await step(ground.chair, 'serve-hearing-notice', service(ground, later.document.id, matter.respondent, '2026-06-01T09:30:00+08:00'));
      on('2026-06-05T11:00:00+08:00');
      const held = { at: '2026-06-05T10:30:00+08:00', course: '质证、辩论', absent: [] };
      expect(await refused(ground.chair, 'hold-hearing', held)).toEqual([409, 'adjudication.notice-missing']);
      expect(await refused(ground.head, 'deem-withdrawn', { conduct: 'stayed-away', reasons: '未到' })).toEqual([409, 'adjudication.notice-missing']);
    });

    it('without a respondent who stays away, but not without the requester, who is deemed to withdraw', async () => {
      for (const gone of ['respondent', 'requester'] as const) {
        await begin();
        on('2026-06-01T10:00:00+08:00');
        const { document } = await step(ground.chair, 'announce-hearing', hearing('2026-06-08T09:30:00+08:00'));
        for (const party of [matter.requester, matter.respondent]) await step(ground.chair, 'serve-hearing-notice', service(ground, document.id, party, '2026-06-01T09:30:00+08:00'));
        expect(await refused(ground.chair, 'hold-hearing', { at: '2026-06-01T09:30:00+08:00', course: '质证', absent: [] })).toEqual([409, 'adjudication.hearing-ahead']);
        on('2026-06-08T11:00:00+08:00');
        const held = await by(ground.chair, 'hold-hearing', { at: '2026-06-08T10:30:00+08:00', course: '质证', absent: [matter[gone]] });
        if (gone === 'respondent') {
          expect(held.body.state).toBe('heard');
          expect((await read(ground.app, ground.chair, `/v1/adjudications/${matter.id}`)).body.hearing.byDefault).toEqual([matter.respondent]);
        } else {
          expect(failures(held)).toEqual([409, 'adjudication.requester-absent']);
          const withdrawn = await step(ground.head, 'deem-withdrawn', { conduct: 'stayed-away', reasons: '请求人无正当理由缺席' });
          expect([withdrawn.state, withdrawn.document.kind]).toEqual(['dismissed', 'adjudication-dismissal']);
        }
      }
    });
  });

  describe('under an accepted request for invalidation', () => {
    const accepted = { requestNumber: '4W123456', acceptedAt: '2026-05-30T10:00:00+08:00', requestedBy: 'respondent' };

    it('of a design stands still until there is a result; the time of the decision is left out', async () => {
      await ripe();
      await step(ground.chair, 'record-invalidity', accepted);
      expect(await refused(ground.head, 'decide', ORDER)).toEqual([409, 'adjudication.must-be-suspended']);
      expect(await refused(ground.chair, 'announce-hearing', { at: '2026-06-10T09:30:00+08:00', place: '第一会议室', online: false, open: true })).toEqual([409, 'adjudication.must-be-suspended']);
      const suspended = await step(ground.head, 'suspend-for-invalidity', { ...accepted, on: 'application' });
      expect([suspended.state, clocksOf(suspended)['decision']]).toEqual(['suspended', 'paused null']);
      const stopped = await by(ground.head, 'decide', ORDER);
      expect([stopped.status, stopped.body.reason]).toEqual([409, 'not-allowed-now']);
      on('2026-07-01T10:00:00+08:00');
      expect(await refused(ground.head, 'resume', { reasons: '决定已作出' })).toEqual([409, 'adjudication.invalidity-undecided']);
      const resumed = await step(ground.head, 'resume', { reasons: '维持有效', result: 'maintained' });
      // 2026-08-13, and the thirty-one days from 1 June to 1 July, which do not count.
      expect([resumed.state, clocksOf(resumed)['decision']]).toEqual(['examining', 'running 2026-09-13']);
      expect((await step(ground.head, 'decide', ORDER)).state).toBe('decided');
    });

    it('goes on where an exception rests on the facts, and only there', async () => {
      await ripe();
      await step(ground.chair, 'record-invalidity', accepted);
      for (const exception of ['invention', 'clean-report', 'second-request', 'upheld-before']) expect(await refused(ground.head, 'continue-despite-invalidity', { exception, reasons: '不中止' })).toEqual([409, 'adjudication.exception-unfit']);
      await step(ground.head, 'continue-despite-invalidity', { exception: 'upheld-before', upheldBy: '第500001号', reasons: '维持有效的决定已生效' });
      expect(await refused(ground.head, 'continue-despite-invalidity', { exception: 'other', reasons: '不中止' }).then(([status]) => status)).toBe(200);
      expect((await step(ground.head, 'decide', ORDER)).state).toBe('decided');
    });

    it('of a utility model with a clean report goes on', async () => {
      await ripe({ claims: [1, 2], evaluation: 'clean', materials: ['written-request', 'requester-identity', 'patent-register', 'copies', 'evaluation-report'] }, UTILITY);
      await step(ground.chair, 'record-invalidity', accepted);
      expect(await refused(ground.head, 'decide', ORDER)).toEqual([409, 'adjudication.must-be-suspended']);
      await step(ground.head, 'continue-despite-invalidity', { exception: 'clean-report', reasons: '评价报告未发现缺陷' });
      expect((await step(ground.head, 'decide', ORDER)).state).toBe('decided');
    });

    it('of an invention need not stand still at all', async () => {
      await ripe({ claims: [1] }, INVENTION);
      await step(ground.chair, 'record-invalidity', accepted);
      expect((await step(ground.head, 'decide', ORDER)).state).toBe('decided');
    });

    it('goes on with the claims that stand after an invalidation in part, and ends after a full one', async () => {
      await begin({ claims: [1, 2] }, UTILITY);
      on('2026-06-01T10:00:00+08:00');
      await step(ground.head, 'suspend-for-invalidity', { ...accepted, on: 'application' });
      expect(await refused(ground.head, 'resume', { reasons: '部分无效', result: 'partly-invalid', claims: [3] })).toEqual([409, 'adjudication.claims-gone']);
      await step(ground.head, 'resume', { reasons: '部分无效', result: 'partly-invalid', claims: [2] });
      expect((await read(ground.app, ground.chair, `/v1/adjudications/${matter.id}`)).body).toMatchObject({ claims: [2], invalidity: { result: 'partly-invalid' } });
      expect(await refused(ground.head, 'dismiss', { ground: 'patent-invalid', reasons: '全部无效' })).toEqual([409, 'adjudication.dismissal-unfit']);
      await step(ground.head, 'suspend-for-invalidity', { ...accepted, requestNumber: '4W999999', on: 'own-motion' });
      await step(ground.head, 'resume', { reasons: '全部无效', result: 'invalid' });
      await step(ground.chair, 'deliberate', votes(ground, '2026-06-01T09:30:00+08:00'));
      expect(await refused(ground.head, 'decide', ORDER)).toEqual([409, 'adjudication.patent-invalid']);
      expect((await step(ground.head, 'dismiss', { ground: 'patent-invalid', reasons: '全部无效' })).state).toBe('dismissed');
    });
  });

  it('waits for a decision on the jurisdiction, raised within the time of the answer', async () => {
    await begin();
    on('2026-05-20T10:00:00+08:00');
    const objection = { respondent: matter.respondent, receivedAt: '2026-05-20T09:00:00+08:00', reason: '住所地在外市' };
    const raised = await step(ground.chair, 'raise-objection', objection);
    expect([raised.state, clocksOf(raised)]).toEqual(['objected', expect.objectContaining({ 'jurisdiction-objection': 'running 2026-05-27', decision: 'paused null' })]);
    on('2026-05-25T10:00:00+08:00');
    // 2026-08-13, and the six days from 20 to 25 May, which do not count.
    expect(clocksOf(await step(ground.head, 'reject-objection', { reasons: '行为地在本市' }))).toMatchObject({ 'jurisdiction-objection': 'met 2026-05-27', decision: 'running 2026-08-19' });
    on('2026-05-29T10:00:00+08:00');
    expect(await refused(ground.chair, 'raise-objection', { ...objection, receivedAt: '2026-05-29T09:00:00+08:00' })).toEqual([409, 'adjudication.objection-late']);
  });

  it('leaves out the time of an appraisal, which a party asks for before the period for evidence is over', async () => {
    await begin();
    const asked = { question: '是否相同', appraiser: '测试鉴定中心', chosenBy: 'parties', at: '2026-05-13T09:30:00+08:00' };
    expect((await step(ground.chair, 'commission-appraisal', asked)).state).toBe('appraising');
    expect((await step(ground.chair, 'record-appraisal', { result: 'abandoned', receivedAt: '2026-05-13T09:40:00+08:00' })).state).toBe('examining');
    on('2026-06-01T10:00:00+08:00');
    expect(await refused(ground.chair, 'commission-appraisal', { ...asked, at: '2026-06-01T09:00:00+08:00' })).toEqual([409, 'adjudication.appraisal-late']);
  });

  it('is suspended when a party dies, with the times of the parties, and goes on at once afterwards', async () => {
    await begin();
    const suspended = await step(ground.head, 'suspend', { ground: 'death', on: 'own-motion', reasons: '被请求人死亡，等待继承人表明是否参加' });
    expect(clocksOf(suspended)).toMatchObject({ decision: 'paused null', answer: 'paused null', evidence: 'paused null' });
    on('2026-05-22T10:00:00+08:00');
    // Nine days do not count: 14 to 22 May. The fifteenth day of the answer is then Saturday 6 June: Monday for a party.
    expect(clocksOf(await step(ground.head, 'resume', { reasons: '继承人参加' }))).toMatchObject({ answer: 'running 2026-06-08', decision: 'running 2026-08-22' });
  });

  it('is withdrawn as out of time only where the respondent pleads it', async () => {
    await begin();
    expect(await refused(ground.head, 'dismiss', { ground: 'out-of-time', reasons: '超过三年' })).toEqual([409, 'adjudication.dismissal-unfit']);
    const dismissed = await step(ground.head, 'dismiss', { ground: 'out-of-time', reasons: '被请求人提出抗辩且成立', defenceRaised: true });
    expect([dismissed.state, clocksOf(dismissed)['decision']]).toEqual(['dismissed', 'met 2026-08-13']);
  });

  it('takes in further parties before the hearing, and has to serve them', async () => {
    await begin();
    expect(await refused(ground.chair, 'add-party', { party: matter.respondent, side: 'respondent', reason: '重复' })).toEqual([409, 'adjudication.party-unfit']);
    const added = await step(ground.chair, 'add-party', { party: matter.other, side: 'respondent', reason: '请求人申请追加' });
    expect(clocksOf(added)['service']).toBe('running 2026-05-20');
    on('2026-06-01T10:00:00+08:00');
    await step(ground.chair, 'deliberate', votes(ground, '2026-06-01T09:30:00+08:00'));
    expect(await refused(ground.head, 'decide', ORDER)).toEqual([409, 'adjudication.respondent-unserved', 'adjudication.no-evidence-period']);
  });

  it('records inspections and samples by those who work on it', async () => {
    await begin();
    const inspection = { act: 'inspection', at: '2026-05-13T09:30:00+08:00', place: '测试街2号', content: '现场有生产线', by: [ground.chair.id], signed: true };
    expect((await step(ground.chair, 'record-inspection', inspection)).document.kind).toBe('adjudication-inspection-record');
    expect(await refused(ground.chair, 'record-inspection', { ...inspection, by: [ground.fifth.id] })).toEqual([409, 'adjudication.not-the-panel']);
    expect(await refused(ground.chair, 'record-sampling', { at: '2026-05-13T09:30:00+08:00', place: '测试街2号', items: [{ name: '汤锅', features: '凸点纹', quantity: '3件', keptAt: '证物室' }], by: [ground.second.id], signed: false })).toEqual([409, 'adjudication.refusal-not-noted']);
  });

  it('ends early with the evidence only when every party waives it', async () => {
    await begin();
    expect(await refused(ground.chair, 'waive-evidence', { by: [matter.requester], at: '2026-05-13T09:59:00+08:00' })).toEqual([409, 'adjudication.evidence-not-waived']);
    expect(clocksOf(await step(ground.chair, 'waive-evidence', { by: [matter.requester, matter.respondent], at: '2026-05-13T09:59:00+08:00' }))['evidence']).toMatch(/^void/);
  });

  it('is settled when both sides sign, damages and all; talks do not count', async () => {
    await ripe();
    expect(clocksOf(await step(ground.chair, 'start-settlement', { at: '2026-06-01T09:00:00+08:00', wishedBy: 'both' }))['decision']).toBe('paused null');
    const terms = { terms: '停止销售并支付补偿款2万元', signedBy: [matter.requester], signedAt: '2026-06-01T09:30:00+08:00' };
    expect(await refused(ground.head, 'settle', terms)).toEqual([409, 'adjudication.unsigned']);
    const settled = await step(ground.head, 'settle', { ...terms, signedBy: [matter.requester, matter.respondent] });
    expect([settled.state, settled.document.kind]).toEqual(['settled', 'adjudication-settlement-agreement']);
  });

  it('stops a repetition at once on an earlier finding about the same patent, infringer and type of act', async () => {
    on('2026-05-13T10:00:00+08:00');
    matter = await request(ground);
    await step(ground.head, 'file', filing(ground, matter));
    await step(ground.chair, 'deliberate', votes(ground, '2026-05-13T09:30:00+08:00'));
    const earlier = { kind: 'judgment', number: '（2025）粤73知民初1号', effectiveAt: '2026-01-10T00:00:00+08:00', patentNumber: '202630000001.X', respondent: matter.respondent, types: ['sell'] };
    for (const wrong of [{ types: ['make'] }, { patentNumber: '202630000002.8' }, { respondent: matter.requester }]) expect(await refused(ground.head, 'decide-directly', { ...DIRECT, earlier: { ...earlier, ...wrong } })).toEqual([409, 'adjudication.no-earlier-finding']);
    const decided = await step(ground.head, 'decide-directly', { ...DIRECT, earlier });
    expect([decided.state, decided.document.kind]).toEqual(['decided', 'adjudication-decision']);
  });

  it('is enforced by the agency within three months of the last day, then by the right holder within six', async () => {
    await ripe();
    const { document } = await step(ground.head, 'decide', { ...ORDER, performBy: undefined });
    for (const party of [matter.requester, matter.respondent]) await step(ground.chair, 'serve-decision', service(ground, document.id, party, '2026-06-01T09:50:00+08:00'));
    on('2026-06-20T10:00:00+08:00');
    expect(await refused(ground.chair, 'leave-enforcement', { reason: '未申请' })).toEqual([409, 'adjudication.agency-may-still-apply']);
    expect(await refused(ground.chair, 'conclude', { reason: '了结' })).toEqual([409, 'adjudication.still-to-perform']);
    on('2026-09-02T10:00:00+08:00');
    expect(await refused(ground.head, 'apply-enforcement', { court: '广州知识产权法院', reasons: '未停止' })).toEqual([409, 'adjudication.enforcement-late']);
    expect(await refused(ground.chair, 'record-holder-enforcement', { court: '广州知识产权法院', appliedAt: '2026-09-02T09:00:00+08:00' })).toEqual([409, 'adjudication.holder-too-late']);
    const left = await step(ground.chair, 'leave-enforcement', { reason: '期满未申请' });
    expect(clocksOf(left)).toMatchObject({ 'enforcement-agency': 'void 2026-09-01', 'enforcement-holder': 'running 2027-03-01' });
    expect((await step(ground.chair, 'record-holder-enforcement', { court: '广州知识产权法院', appliedAt: '2026-09-02T09:00:00+08:00' })).state).toBe('enforcing');
    expect((await step(ground.chair, 'end-enforcement', { result: 'enforced' })).state).toBe('concluded');
  });

  it('is corrected, changed and revoked by the agency, but not where it was performed', async () => {
    await ripe({ claims: [1, 2] }, UTILITY);
    const { document } = await step(ground.head, 'decide', ORDER);
    await step(ground.head, 'rectify', { wrong: '2025年', right: '2026年' });
    await step(ground.chair, 'serve-decision', service(ground, document.id, matter.respondent, '2026-06-01T09:50:00+08:00'));
    expect(await refused(ground.head, 'change-decision', { ground: 'partly-invalid', reasons: '部分无效', acts: STOPPED })).toEqual([409, 'adjudication.claims-gone']);
    const changed = await step(ground.head, 'change-decision', { ground: 'partly-invalid', reasons: '部分无效', acts: [{ type: 'sell', object: '型号A汤锅', scope: '线下' }], claims: [2] });
    expect(changed.document.kind).toBe('adjudication-change-decision');
    expect((await read(ground.app, ground.chair, `/v1/adjudications/${matter.id}`)).body).toMatchObject({ claims: [2], decision: { acts: [{ scope: '线下' }] } });
    expect((await step(ground.head, 'revoke-decision', { ground: 'invalid', reasons: '全部无效' })).state).toBe('revoked');
  });

  describe('and a civil suit over the same infringement', () => {
    const sue = async ({ caseId, requester, respondent }: Matter): Promise<Reply<Json>> => {
      const suit = await post(ground.app, ground.chair, '/v1/civil-suits', {
        caseId, court: '广州知识产权法院', cause: '侵害外观设计专利权纠纷', rightTypes: ['patent'], claims: [{ claim: '停止侵权并赔偿损失', amount: 100000 }], submittedAt: ground.app.now.date().toISOString(),
        parties: [{ party: requester, side: 'plaintiff' }, { party: respondent, side: 'defendant' }],
      });
      return command(ground.app, ground.chair, `/v1/civil-suits/${suit.body.id}/file`, 1, { number: `（2026）粤73知民初${suit.body.number.slice(-4)}号`, procedure: 'ordinary', filedAt: ground.app.now.date().toISOString() });
    };

    it('ends where nothing is decided; the case is then withdrawn on paper, and no other request is filed', async () => {
      await ripe();
      expect((await sue(matter)).status).toBe(200);
      const { body } = await read(ground.app, ground.chair, `/v1/adjudications/${matter.id}`);
      expect([body.state, body.endedAt, body.deadlines.filter(({ endedAt }: Json) => endedAt === null)]).toEqual(['ended-by-suit', '2026-06-01T02:00:00.000Z', []]);
      expect(await refused(ground.head, 'dismiss', { ground: 'withdrawn', reasons: '撤回' })).toEqual([409, 'adjudication.dismissal-unfit']);
      expect((await step(ground.head, 'dismiss', { ground: 'sued', reasons: '请求人已起诉' })).document.kind).toBe('adjudication-dismissal');
      const again = await post(ground.app, ground.chair, '/v1/adjudications', { caseId: matter.caseId, receivedAt: '2026-06-01T09:00:00+08:00' });
      const answer = await act(ground.app, ground.head, again.body.id, 'file', filing(ground, matter));
      expect([failures(answer), answer.body.failedGuards[0].basis.article]).toEqual([[409, 'interlock.nobody-has-sued'], '第十二条']);
    });

    it('leaves a decision as it is', async () => {
      await ripe();
      await step(ground.head, 'decide', ORDER);
      expect((await sue(matter)).status).toBe(200);
      expect((await read(ground.app, ground.chair, `/v1/adjudications/${matter.id}`)).body.state).toBe('decided');
    });
  });

  it('is examined anew where the court annuls it and orders another decision', async () => {
    await ripe();
    const { document } = await step(ground.head, 'decide', ORDER);
    await step(ground.chair, 'serve-decision', service(ground, document.id, matter.respondent, '2026-06-01T09:50:00+08:00'));
    await step(ground.chair, 'record-suit', { plaintiff: matter.respondent, court: '广州知识产权法院', courtNumber: '（2026）粤73行初13号', filedAt: '2026-06-01T09:55:00+08:00' });
    const annulled = await step(ground.chair, 'record-annulled', { courtNumber: '（2026）粤73行初13号', effectiveAt: '2026-06-01T09:58:00+08:00', anew: true });
    expect([annulled.state, clocksOf(annulled)['publication-change']]).toEqual(['annulled', 'running 2026-06-30']);
    const again = await step(ground.head, 'examine-anew', { members: seat([ground.fourth, ground.fifth, ground.second]), reason: '判决责令重新作出' });
    expect([again.state, clocksOf(again)['decision']]).toEqual(['examining', 'running 2026-09-01']);
    expect((await read(ground.app, ground.chair, `/v1/adjudications/${matter.id}`)).body).toMatchObject({ decision: null, deliberation: null, endedAt: null, marks: [] });
  });
});
