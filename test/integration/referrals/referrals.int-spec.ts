import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { clocks, refusals, stepsOn, sureStepsOn } from '../../support/proceeding.steps.js';
import { openCase } from '../cases/cases.ground.js';
import { opening, PAPERS, referral, referralCast, team, type ReferralCast } from './referrals.ground.js';

/** A Monday. */
const NOW = '2026-11-23T10:00:00+08:00';
const REASON = { reason: '根据现有证据' };
const TRANSFER = { police: 'cz-police', procuratorate: 'cz-procuratorate', papers: PAPERS };
const step = stepsOn('referrals');
const sure = sureStepsOn('referrals');

describe('a criminal referral', () => {
  let app: TestApp;
  let cast: ReferralCast;

  beforeAll(async () => {
    app = await startTestApp();
    app.now.set(NOW);
    cast = await referralCast(app);
  });
  afterAll(() => app.close());

  describe('inside the agency (第五条)', () => {
    it('is opened by two officers of the agency with credentials, once for the same matter', async () => {
      const { officer, stranger } = cast;
      const { id: caseId } = await openCase(cast);
      const open = (more: Json = {}): Promise<{ status: number; body: Json }> => officer.post('/v1/referrals', opening(cast, caseId, more));
      expect(refusals(await open({ members: team(cast).slice(1) }))).toEqual(['proceeding.two-officers']);
      expect(refusals(await open({ members: [team(cast)[0], { account: stranger.id, role: 'officer', credential: 'X1' }] }))).toEqual(['referral.officer-unfit']);
      expect(refusals(await open({ penalty: '019aa1b2-0000-7000-8000-000000000000' }))).toEqual(['referral.parent-unfit']);
      const { status, body } = await open();
      expect([status, body]).toEqual([201, expect.objectContaining({ subject: 'referral', state: 'preparing', version: 1, deadlines: [], number: expect.stringMatching(/^YS2026-\d{7}$/) })]);
      expect(refusals(await open())).toEqual(['referral.open-already']);
      expect((await stranger.get(`/v1/referrals/${body.id}`)).status).toBe(404);
      expect((await cast.police.get(`/v1/referrals/${body.id}`)).status).toBe(404);
    });

    it('is decided by the chief alone, in three days, and sent in 24 hours', async () => {
      const { officer, head, colleague } = cast;
      const { id } = await referral(cast, 'opened');
      expect((await step(officer, id, 'report', {})).status).toBe(400);
      const reported = await sure(officer, id, 'report', { report: '建议移送' });
      expect([reported.state, clocks(reported)]).toEqual(['reported', ['referral.approval running 2026-11-26T15:59']]);
      expect(reported.document).toMatchObject({ kind: 'referral-report', number: null });
      expect((await step(colleague, id, 'approve', { capacity: 'principal' })).status).toBe(403);
      expect(refusals(await step(head, id, 'approve', { capacity: 'deputy' }))).toEqual(['referral.not-the-principal']);
      const approved = await sure(head, id, 'approve', { capacity: 'acting-principal' });
      expect([approved.state, clocks(approved)]).toEqual(['approved', ['referral.approval met 2026-11-26T15:59', 'referral.transfer running 2026-11-24T02:00']]);
    });

    it('is not decided by a chief who is of the team', async () => {
      const { officer, head } = cast;
      const { id } = await referral(cast, 'opened', { members: [team(cast)[0], { account: head.id, role: 'officer', credential: '粤执法A0000009' }] });
      await sure(officer, id, 'report', { report: '建议移送' });
      expect(refusals(await step(head, id, 'approve', { capacity: 'principal' }))).toEqual(['referral.own-report']);
    });

    it('ends where the chief does not approve, with the reason on the file', async () => {
      const { officer, head } = cast;
      const { id, caseId } = await referral(cast, 'reported');
      expect((await step(head, id, 'refuse', { capacity: 'principal' })).status).toBe(400);
      expect(await sure(head, id, 'refuse', { capacity: 'principal', reason: '未达追诉标准' })).toMatchObject({ state: 'refused', deadlines: [{ kind: 'referral.approval', status: 'met' }] });
      expect((await officer.get(`/v1/referrals/${id}`)).body).toMatchObject({ refusal: '未达追诉标准', outcome: 'not-approved', endedAt: '2026-11-23T02:00:00.000Z' });
      // Another one may be opened, on new facts.
      expect((await officer.post('/v1/referrals', opening(cast, caseId))).status).toBe(201);
    });

    it('waits while somebody of the team may have to keep out, and for a whole team', async () => {
      const { officer, colleague, head, city } = cast;
      const { id } = await referral(cast, 'reported');
      await sure(officer, id, 'request-recusal', { member: colleague.id, raisedBy: 'party', ground: 'direct-interest', reason: '与当事人有投资关系' });
      expect(refusals(await step(head, id, 'approve', { capacity: 'principal' }))).toEqual(['proceeding.recusal-open']);
      const [{ id: request }] = (await head.get(`/v1/referrals/${id}/recusals`)).body.items;
      await sure(head, id, 'decide-recusal', { request, decision: 'granted', reason: '经核实' });
      expect(refusals(await step(head, id, 'replace-officers', { members: team(cast), reason: '补足' }))).toEqual(['proceeding.member-excluded']);
      await sure(head, id, 'replace-officers', { members: [team(cast)[0], { account: city.id, role: 'officer', credential: '粤执法A0000005' }], reason: '补足' });
      expect(await sure(head, id, 'approve', { capacity: 'principal' })).toMatchObject({ state: 'approved' });
    });

    it('frees its words of who reported', async () => {
      const { officer } = cast;
      const { id } = await referral(cast, 'opened', { facts: '举报人陈测试（13800000000）反映查获3000件' });
      const { facts } = (await officer.get(`/v1/referrals/${id}`)).body;
      expect(facts).toContain('3000件');
      expect(facts).not.toMatch(/陈测试|13800000000/);
    });
  });

  describe('to the police (第六条至第八条)', () => {
    it('is not sent without the papers of article 6, each named with its item', async () => {
      const { officer } = cast;
      const { id } = await referral(cast, 'approved');
      const answer = await step(officer, id, 'transfer', { ...TRANSFER, papers: PAPERS.slice(0, 1) });
      expect(refusals(answer)).toEqual(['referral.papers-missing']);
      expect(answer.body.failedGuards[0]).toMatchObject({ basis: { article: '第六条', status: 'verified' }, details: [{ paper: 'goods-list', article: '第六条第三项' }, { paper: 'expert-report', article: '第六条第四项' }, { paper: 'other-papers', article: '第六条第五项' }] });
      expect(refusals(await step(officer, id, 'transfer', { ...TRANSFER, police: 'cz-court', procuratorate: 'cz-police' }))).toEqual(['referral.police-unknown', 'referral.procuratorate-unknown']);
      expect((await officer.get(`/v1/referrals/${id}`)).body.papers.map(({ paper, missing }: Json) => [paper, missing])).toEqual([['investigation-report', true], ['goods-list', true], ['expert-report', true], ['other-papers', true]]);
    });

    it('goes with a numbered letter and a copy; from then on police and procuratorate see the case', async () => {
      const { officer, police, prosecutor } = cast;
      const { id, caseId } = await referral(cast, 'approved');
      expect((await police.get(`/v1/cases/${caseId}`)).status).toBe(404);
      const sent = await sure(officer, id, 'transfer', TRANSFER);
      expect(sent).toMatchObject({ state: 'transferred', document: { kind: 'criminal-referral-letter', number: expect.stringMatching(/^潮安市监涉罪移〔2026〕\d+号$/) }, deadlines: [{ kind: 'referral.transfer', status: 'met' }] });
      for (const reader of [police, prosecutor]) expect([(await reader.get(`/v1/cases/${caseId}`)).status, (await reader.get(`/v1/referrals/${id}`)).status]).toEqual([200, 200]);
      expect((await officer.get(`/v1/referrals/${id}`)).body.papers).toMatchObject([{ references: ['调查报告1号'], missing: false }, { references: ['清单3号'] }, { references: [], absent: '未委托检验鉴定', missing: false }, {}]);
    });

    it('is signed for by the police that got it, not in advance, and decided in three days', async () => {
      const { officer, head, police, prosecutor } = cast;
      const { id } = await referral(cast, 'transferred');
      const receipt = { receivedAt: NOW, finding: 'complete' };
      for (const other of [officer, head, prosecutor]) expect((await step(other, id, 'receive', receipt)).status).toBe(403);
      const elsewhere = await app.as('police-liaison', 'cz-court');
      expect((await elsewhere.get(`/v1/referrals/${id}`)).status).toBe(404);
      expect(refusals(await step(police, id, 'receive', { ...receipt, receivedAt: '2026-11-23T10:01:00+08:00' }))).toEqual(['referral.in-advance']);
      const received = await sure(police, id, 'receive', receipt);
      expect([received.state, clocks(received), received.document]).toEqual(['under-review', ['police.review running 2026-11-26T15:59'], expect.objectContaining({ kind: 'referral-receipt', number: null })]);
    });

    it('is completed in three days where papers miss, and the police may not refuse it for that', async () => {
      const { officer, police } = cast;
      const { id } = await referral(cast, 'transferred');
      const received = await sure(police, id, 'receive', { receivedAt: '2026-11-23T09:00:00+08:00', finding: 'incomplete' });
      expect(clocks(received)).toEqual(['police.incomplete-notice running 2026-11-24T01:00', 'police.review running 2026-11-26T15:59']);
      const told = await sure(police, id, 'tell-incomplete', { missing: ['expert-report', 'goods-list'] });
      expect([told.state, clocks(told)]).toEqual(['supplementing', ['police.incomplete-notice met 2026-11-24T01:00', 'police.review running 2026-11-26T15:59', 'referral.supplement running 2026-11-26T15:59']]);
      const half = await step(officer, id, 'supplement', { papers: [{ paper: 'expert-report', reference: '鉴定1号' }] });
      expect([refusals(half), half.body.failedGuards[0].details]).toEqual([['referral.still-incomplete'], ['goods-list']]);
      const whole = await sure(officer, id, 'supplement', { papers: [{ paper: 'expert-report', reference: '鉴定1号' }, { paper: 'goods-list', reference: '清单4号' }] });
      expect(whole).toMatchObject({ state: 'under-review' });
      expect((await police.get(`/v1/referrals/${id}`)).body.papers[1]).toMatchObject({ references: ['清单3号', '清单4号'], asked: false });
    });

    it('is forwarded in 24 hours where other police are competent; the one that forwards records their answers', async () => {
      const { police } = cast;
      const { id } = await referral(cast, 'transferred');
      expect(clocks(await sure(police, id, 'receive', { receivedAt: NOW, finding: 'not-competent' }))).toEqual(['police.forwarding running 2026-11-24T02:00', 'police.review running 2026-11-26T15:59']);
      expect(refusals(await step(police, id, 'forward', { to: '市公安局', police: 'cz-police', ...REASON }))).toEqual(['referral.forwarded-to-itself']);
      const forwarded = await sure(police, id, 'forward', { to: '汕头市公安局', reason: '犯罪地在汕头' });
      expect([forwarded.state, clocks(forwarded)]).toEqual(['transferred', ['police.forwarding met 2026-11-24T02:00', 'police.review void 2026-11-26T15:59']]);
      expect((await police.get(`/v1/referrals/${id}`)).body).toMatchObject({ police: 'cz-police', policeElsewhere: '汕头市公安局' });
      await sure(police, id, 'receive', { receivedAt: NOW, finding: 'complete' });
      expect(await sure(police, id, 'file', { number: '汕公立字〔2026〕9号', notifiedAt: NOW })).toMatchObject({ state: 'filed' });
    });
  });

  describe('filed by the police (第十二条)', () => {
    const filed = async (): Promise<{ id: string; caseId: string }> => {
      const opened = await referral(cast, 'received');
      await sure(cast.police, opened.id, 'file', { number: '潮公立字〔2026〕15号', notifiedAt: NOW });
      return opened;
    };

    it('takes goods and papers in three days, on a list that both sides sign', async () => {
      const { officer, police } = cast;
      const { id } = await filed();
      const row = (await officer.get(`/v1/referrals/${id}`)).body;
      expect([row.policeNumber, row.marks, row.nextDue]).toEqual(['潮公立字〔2026〕15号', ['police-filed'], '2026-11-26T15:59:59.999Z']);
      expect(refusals(await step(police, id, 'sign-handover', { signedAt: NOW }))).toEqual(['referral.nothing-listed']);
      expect((await step(officer, id, 'hand-over', { items: [] })).status).toBe(400);
      expect((await step(officer, id, 'sign-handover', { signedAt: NOW })).status).toBe(403);
      expect(await sure(officer, id, 'hand-over', { items: [{ name: '假冒注册商标餐盘', quantity: '3000件', condition: '封条完好' }] })).toMatchObject({ state: 'filed', document: { kind: 'referral-handover-list' } });
      const signed = await sure(police, id, 'sign-handover', { signedAt: NOW });
      expect([signed.state, signed.deadlines.map(({ status }: Json) => status)]).toEqual(['investigating', ['met']]);
      expect((await officer.get(`/v1/referrals/${id}`)).body.handover).toEqual({ items: [{ name: '假冒注册商标餐盘', quantity: '3000件', condition: '封条完好' }], handedBy: officer.id, handedAt: '2026-11-23T02:00:00.000Z', receivedBy: police.id, receivedAt: '2026-11-23T02:00:00.000Z' });
    });

    const handedOver = async (): Promise<{ id: string; caseId: string }> => {
      const opened = await filed();
      await sure(cast.officer, opened.id, 'hand-over', { items: [{ name: '案卷', quantity: '1卷' }] });
      await sure(cast.police, opened.id, 'sign-handover', { signedAt: NOW });
      return opened;
    };
    const judgment = { court: '潮州市潮安区人民法院', number: '（2026）粤5103刑初12号', judgedAt: NOW };

    it('ends with a judgment, against whose fine an earlier one counts', async () => {
      const { officer } = cast;
      const { id } = await handedOver();
      expect(refusals(await step(officer, id, 'record-judgment', { ...judgment, outcome: 'exempted', criminalFine: 1000 }))).toEqual(['referral.fine-without-conviction']);
      expect(await sure(officer, id, 'record-judgment', { ...judgment, outcome: 'convicted', criminalFine: 50000, earlierFine: 20000 })).toMatchObject({ state: 'judged' });
      expect((await officer.get(`/v1/referrals/${id}`)).body).toMatchObject({ outcome: 'convicted', marks: ['police-filed'], judgment: { criminalFine: 50000, earlierFine: 20000, offset: 20000 } });
    });

    it.each<[string, 'police' | 'prosecutor', string]>([['the police', 'police', 'return'], ['the procuratorate', 'prosecutor', 'return-from-prosecution']])('comes back from %s where there is no crime (行政处罚法第二十七条)', async (_, who, command) => {
      const { officer } = cast;
      const { id } = await handedOver();
      expect((await step(officer, id, command, { ground: 'minor', ...REASON })).status).toBe(403);
      expect(await sure(cast[who], id, command, { ground: 'minor', reason: '犯罪事实显著轻微' })).toMatchObject({ state: 'returned', document: { kind: 'reverse-transfer-letter' } });
      expect((await officer.get(`/v1/referrals/${id}`)).body).toMatchObject({ outcome: 'minor', marks: [], endedAt: '2026-11-23T02:00:00.000Z' });
    });

    it('gives the case back after an acquittal', async () => {
      const { id } = await handedOver();
      await sure(cast.officer, id, 'record-judgment', { ...judgment, outcome: 'acquitted' });
      expect((await cast.officer.get(`/v1/referrals/${id}`)).body).toMatchObject({ state: 'judged', outcome: 'acquitted', marks: [], judgment: { criminalFine: 0, offset: 0 } });
    });
  });

  describe('not filed by the police (第九条、第十条)', () => {
    const declined = async (notifiedAt = NOW): Promise<string> => {
      const { id } = await referral(cast, 'received');
      await sure(cast.police, id, 'decline', { reason: '情节显著轻微', notifiedAt, papersReturned: true });
      return id;
    };

    it('gets reasons and its papers back, and three days to answer', async () => {
      const { officer, police } = cast;
      const { id } = await referral(cast, 'received');
      const answer = { reason: '情节显著轻微', notifiedAt: NOW };
      expect(refusals(await step(police, id, 'decline', { ...answer, papersReturned: false }))).toEqual(['referral.papers-kept']);
      const moved = await sure(police, id, 'decline', { ...answer, papersReturned: true });
      expect([moved.state, clocks(moved)]).toEqual(['declined', ['police.review met 2026-11-26T15:59', 'referral.reconsideration running 2026-11-26T15:59']]);
      expect((await officer.get(`/v1/referrals/${id}`)).body.policeReason).toBe('情节显著轻微');
    });

    it('may rest there: the administrative procedure goes on', async () => {
      const { officer, head } = cast;
      const id = await declined();
      expect((await step(officer, id, 'rest', REASON)).status).toBe(403);
      expect(await sure(head, id, 'rest', REASON)).toMatchObject({ state: 'unfiled', deadlines: [{ kind: 'referral.reconsideration', status: 'void' }] });
    });

    it.each([['ask-reconsideration', 'referral.reconsideration-late', '第九条第一款'], ['ask-supervision', 'referral.supervision-late', '第九条']])('may not %s after three days', async (command, code, article) => {
      const { officer } = cast;
      const id = await declined('2026-11-19T10:00:00+08:00');
      const late = await step(officer, id, command, REASON);
      expect([refusals(late), late.body.failedGuards[0].basis.article]).toEqual([[code], article]);
      expect((await officer.get(`/v1/referrals/${id}/available-commands`)).body.commands.find((one: Json) => one.command === command)).toMatchObject({ allowed: false, failedGuards: [{ code }] });
    });

    it('is reconsidered, and may be filed then', async () => {
      const { officer, police } = cast;
      const id = await declined();
      const asked = await sure(officer, id, 'ask-reconsideration', REASON);
      expect([asked.state, clocks(asked), asked.document.kind]).toEqual(['reconsidering', ['police.reconsideration running 2026-11-26T15:59', 'referral.reconsideration met 2026-11-26T15:59'], 'referral-reconsideration-request']);
      expect(await sure(police, id, 'file', { number: '潮公立字〔2026〕16号', notifiedAt: NOW })).toMatchObject({ state: 'filed' });
    });

    it('goes over reconsideration and the procuratorate to an ordered filing', async () => {
      const { officer, police, prosecutor } = cast;
      const id = await declined();
      await sure(officer, id, 'ask-reconsideration', REASON);
      expect(clocks(await sure(police, id, 'uphold', { reason: '维持', notifiedAt: NOW }))).toContain('referral.supervision-request running 2026-11-26T15:59');
      expect(await sure(officer, id, 'ask-supervision', REASON)).toMatchObject({ state: 'supervision', document: { kind: 'filing-supervision-suggestion' } });
      expect((await step(police, id, 'demand-explanation', { number: 'x', servedAt: NOW })).status).toBe(403);
      expect(clocks(await sure(prosecutor, id, 'demand-explanation', { number: '潮检立监〔2026〕1号', servedAt: NOW }))).toEqual(['police.explanation running 2026-11-30T15:59']);
      expect(await sure(police, id, 'explain', { reason: '证据不足' })).toMatchObject({ state: 'explained' });
      expect(clocks(await sure(prosecutor, id, 'order-filing', { number: '潮检立监〔2026〕2号', servedAt: NOW }))).toEqual(['police.ordered-filing running 2026-12-08T15:59']);
      const filed = await sure(police, id, 'file', { number: '潮公立字〔2026〕17号', notifiedAt: NOW });
      expect([filed.state, clocks(filed)]).toEqual(['filed', ['police.ordered-filing met 2026-12-08T15:59', 'referral.handover running 2026-11-26T15:59']]);
    });

    it.each<[string, readonly string[], string]>([['right at once', [], 'refuse-supervision'], ['right after the explanation', ['demand-explanation', 'explain'], 'accept-explanation']])('ends where the procuratorate finds the refusal %s', async (_, before, last) => {
      const { officer, police, prosecutor } = cast;
      const id = await declined();
      await sure(officer, id, 'ask-supervision', REASON);
      for (const command of before) await sure(command === 'explain' ? police : prosecutor, id, command, command === 'explain' ? REASON : { number: '潮检立监〔2026〕3号', servedAt: NOW });
      expect(await sure(prosecutor, id, last, REASON)).toMatchObject({ state: 'unfiled' });
    });
  });

  describe('under the eyes of the procuratorate (第十四条)', () => {
    it('shows what it did, from the day on which it was invited', async () => {
      const { officer, prosecutor } = cast;
      const { id, caseId } = await referral(cast, 'opened');
      expect((await prosecutor.get(`/v1/cases/${caseId}`)).status).toBe(404);
      expect(refusals(await step(officer, id, 'invite-procuratorate', { procuratorate: 'cz-police', ...REASON }))).toEqual(['referral.procuratorate-unknown']);
      await sure(officer, id, 'invite-procuratorate', { procuratorate: 'cz-procuratorate', ...REASON });
      await sure(prosecutor, id, 'intervene', { form: 'meeting', opinion: '建议补充固定销售记录', at: NOW });
      expect((await officer.get(`/v1/referrals/${id}`)).body).toMatchObject({ state: 'preparing', interventions: [{ form: 'meeting', opinion: '建议补充固定销售记录', at: '2026-11-23T02:00:00.000Z' }] });
      expect((await officer.get(`/v1/referrals/${id}/timeline`)).body.items.map(({ event }: Json) => event)).toEqual(['referral.opened', 'referral.procuratorate-invited', 'referral.intervened']);
    });
  });

  it('keeps its case open, is listed with it, and offers what can be done', async () => {
    const { officer, head, stranger } = cast;
    const { id, caseId } = await referral(cast, 'reported');
    expect((await officer.get(`/v1/cases/${caseId}/available-commands`)).status).toBe(200);
    expect((await officer.get(`/v1/referrals?case=${caseId}`)).body.items).toMatchObject([{ id, subject: 'referral', state: 'reported', kind: 'threshold-met' }]);
    expect((await stranger.get(`/v1/referrals?case=${caseId}`)).body.items).toEqual([]);
    expect((await head.get(`/v1/referrals/${id}/available-commands`)).body.commands.filter(({ allowed }: Json) => allowed).map(({ command }: Json) => command)).toEqual(['replace-officers', 'invite-procuratorate', 'approve', 'refuse', 'request-recusal', 'decide-recusal']);
    expect((await officer.get(`/v1/referrals/${id}/deadlines`)).body.items).toMatchObject([{ kind: 'referral.approval', status: 'running' }]);
  });
});
