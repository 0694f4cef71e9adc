import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { consumerComplaint } from '../../support/builders.js';
import { act, addParty, agreed, agreement, at, castOf, CHAOAN, CITY, COMMITTEE, did, failures, mediating, ok, openCase, openMediation, said, session, type Cast, type Ground } from './mediations.ground.js';

jest.setTimeout(120_000);

const NOW = '2026-08-05T10:00:00+08:00';

describe('each kind of mediation', () => {
  let app: TestApp;
  let cast: Cast;
  let ground: Ground;

  beforeAll(async () => {
    app = await startTestApp();
    app.now.set(NOW);
    cast = await castOf(app);
    ground = await openCase(cast);
  });
  afterAll(() => app.close());

  const deadlines = async (id: string): Promise<Json[]> => (await cast.head.get(`${at(id)}/deadlines`)).body.items;
  const clocks = async (id: string): Promise<string[]> => (await deadlines(id)).map(({ kind, status }: Json) => `${kind} ${status}`);
  const due = async (id: string, kind: string): Promise<string> => (await deadlines(id)).find((one: Json) => one.kind === kind)?.legalDue;
  const told = ({ claimant, respondent }: Ground, when = NOW): object => ({ told: [claimant, respondent].map((party) => ({ party, how: 'letter', at: when })) });

  describe('a patent dispute (令81 第六十三条至第七十条)', () => {
    const patent = (more: object = {}): Promise<string> => openMediation(cast.officer, ground, { kind: 'patent', agency: CHAOAN, matters: ['other-patent-dispute'], ...more });
    const served = async (id: string): Promise<Json> => did(cast.officer, at(id), 'serve-opinion-notice', { party: ground.respondent, mode: 'postal', servedAt: '2026-08-06T09:00:00+08:00' });

    it('is served in five working days, answered in fifteen days, filed in five working days', async () => {
      const id = await patent();
      // Wednesday 5 August: five working days end on Wednesday 12 August.
      expect(await due(id, 'patent-mediation.service')).toBe('2026-08-12T15:59:59.999Z');
      expect(failures(await act(cast.officer, at(id), 'take-on'))).toEqual(['mediation.patent-procedure', 'mediation.consent-missing']);
      expect(failures(await act(cast.officer, at(id), 'serve-opinion-notice', { party: ground.claimant, mode: 'postal', servedAt: NOW }))).toEqual(['mediation.respondent-awaited']);
      expect(await served(id)).toMatchObject({ state: 'awaiting-reply', document: { kind: 'mediation-opinion-notice' } });
      // Fifteen calendar days after 6 August: 21 August, a Friday.
      expect(await due(id, 'patent-mediation.reply')).toBe('2026-08-21T15:59:59.999Z');
      expect(failures(await act(cast.officer, at(id), 'record-consent', said(ground.claimant, NOW)))).toEqual(['mediation.respondent-awaited']);
      expect((await did(cast.officer, at(id), 'record-consent', said(ground.respondent, '2026-08-10T10:00:00+08:00'))).state).toBe('consented');
      expect(await due(id, 'patent-mediation.filing')).toBe('2026-08-17T15:59:59.999Z');
      expect(await did(cast.officer, at(id), 'file')).toMatchObject({ state: 'arranging', document: { kind: 'mediation-filing-notice' } });
      expect((await clocks(id)).filter((clock) => clock.endsWith('running'))).toEqual(['mediation.administrative running']);
    });

    it('agreed on, a notary makes its terms enforceable: one more way in default (令81 第六十九条第二款)', async () => {
      const own = await openCase(cast);
      const id = await openMediation(cast.officer, own, { kind: 'patent', agency: CHAOAN, matters: ['other-patent-dispute'] });
      await did(cast.officer, at(id), 'serve-opinion-notice', { party: own.respondent, mode: 'postal', servedAt: NOW });
      await did(cast.officer, at(id), 'record-consent', said(own.respondent, NOW));
      await did(cast.officer, at(id), 'file');
      await did(cast.officer, at(id), 'name-mediators', { mediators: [{ account: cast.officer.id }], by: 'body' });
      await agreed({ mediator: cast.officer }, own, id, NOW, '2026-08-10');
      const [{ id: term }] = (await cast.officer.get(`/v1/agreement-terms?case=${own.caseId}`)).body.items;
      const path = `/v1/agreement-terms/${term}`;
      const notarised = { notary: '韩江公证处', certificate: '（2026）粤潮韩江第1号', notarisedAt: NOW };
      expect(await did(cast.officer, path, 'record-notarisation', notarised)).toMatchObject({ state: 'performing' });
      expect(failures(await act(cast.officer, path, 'record-notarisation', notarised))).toEqual(['agreement.not-for-notary']);
      expect((await cast.officer.get(path)).body.notarised).toBe(true);
      app.now.set('2026-08-11T10:00:00+08:00');
      await did(cast.officer, path, 'record-default', { reason: 'not-at-all' });
      expect((await did(cast.officer, path, 'take-step', { step: 'notarised-enforcement', at: '2026-08-11T10:00:00+08:00' })).state).toBe('handed-on');
      app.now.set(NOW);
    });

    it('over ownership is closed in two months', async () => {
      const id = await patent({ matters: ['patent-ownership'] });
      await served(id);
      await did(cast.officer, at(id), 'record-consent', said(ground.respondent, NOW));
      await did(cast.officer, at(id), 'file');
      expect(await due(id, 'patent-mediation.ownership')).toBe('2026-10-05T15:59:59.999Z');
    });

    it('is not filed without a reply: only after the fifteen days, told within five working days of their end', async () => {
      const id = await patent();
      await served(id);
      expect(failures(await act(cast.officer, at(id), 'record-no-reply'))).toEqual(['mediation.reply-not-overdue']);
      app.now.set('2026-08-24T10:00:00+08:00');
      expect((await did(cast.officer, at(id), 'record-no-reply')).state).toBe('refused');
      // Five working days after Friday 21 August.
      expect(await due(id, 'patent-mediation.refusal-notice')).toBe('2026-08-28T15:59:59.999Z');
      expect((await did(cast.officer, at(id), 'notify-parties', told(ground))).state).toBe('closed');
      app.now.set(NOW);
    });

    it('over damages alone needs the decision that found the infringement', async () => {
      const asked = await cast.officer.post('/v1/mediations', { caseId: ground.caseId, kind: 'patent', matters: ['patent-damages'], request: '测试' });
      expect([asked.status, failures(asked), asked.body.failedGuards[0].details[0].basis.article]).toEqual([409, ['mediation.paper-missing'], '第六十四条第三款']);
      expect(await patent({ matters: ['patent-damages'], paper: '潮知裁字〔2026〕3号' })).toEqual(expect.any(String));
    });
  });

  describe('a consumer complaint (令121 第十八条至第二十七条)', () => {
    const consumer = (): Promise<string> => openMediation(cast.officer, ground, { kind: 'consumer', agency: CHAOAN, matters: ['consumer-dispute'], acceptedAt: NOW });
    const consented = async (): Promise<string> => {
      const id = await consumer();
      for (const party of [ground.claimant, ground.respondent]) await did(cast.officer, at(id), 'record-consent', said(party, NOW));
      await did(cast.officer, at(id), 'take-on');
      return id;
    };

    it('has sixty days from acceptance; an agreement may do without a paper only where it was performed at once or both agree', async () => {
      const id = await consented();
      // Sixty days from 5 August end in the National Day holiday: 8 October.
      expect(await due(id, 'mediation.consumer')).toBe('2026-10-08T15:59:59.999Z');
      await did(cast.officer, at(id), 'name-mediators', { mediators: [{ account: cast.officer.id }], by: 'body' });
      await did(cast.officer, at(id), 'schedule-session', session(cast.officer.id, { mode: 'telephone', place: undefined, link: '0768-0000000' }));
      expect(failures(await act(cast.officer, at(id), 'record-oral-agreement', agreement(ground, NOW)))).toEqual(['mediation.paper-needed']);
      expect(await did(cast.officer, at(id), 'record-oral-agreement', { ...agreement(ground, NOW), withoutPaper: 'both-agree' })).toMatchObject({ state: 'agreed', document: null });
      expect((await cast.officer.get(at(id))).body).toMatchObject({ confirmable: 'explored', agreement: { form: 'oral', withoutPaper: 'both-agree' }, effectiveAt: '2026-08-05T02:00:00.000Z' });
    });

    it('ends on one of eight grounds; that time is over only once it is; both are told in seven working days', async () => {
      const id = await consented();
      expect(failures(await act(cast.officer, at(id), 'terminate', { ground: 'too-far-apart' }))).toEqual(['mediation.ground-unfit']);
      expect(failures(await act(cast.officer, at(id), 'terminate', { ground: 'sixty-days' }))).toEqual(['mediation.time-not-over']);
      app.now.set('2026-10-09T10:00:00+08:00');
      expect(await did(cast.officer, at(id), 'terminate', { ground: 'sixty-days' })).toMatchObject({ state: 'terminated', document: { kind: 'mediation-termination' } });
      // Seven working days after Friday 9 October: Saturday 10 October is worked.
      expect(await due(id, 'mediation.termination-notice')).toBe('2026-10-19T15:59:59.999Z');
      expect(failures(await act(cast.officer, at(id), 'notify-parties', told(ground)))).toEqual(['mediation.told-day-impossible']);
      const when = '2026-10-09T11:00:00+08:00';
      expect(failures(await act(cast.officer, at(id), 'notify-parties', told(ground, when)))).toEqual(['mediation.told-day-impossible']);
      // One of them has it already, on record by itself.
      const [{ id: paper }] = (await cast.officer.get(`/v1/documents?case=${ground.caseId}&kind=mediation-termination`)).body.items;
      app.now.set('2026-10-20T09:00:00+08:00');
      ok(await cast.officer.post(`/v1/documents/${paper}/services`, { recipient: ground.claimant, mode: 'told', servedAt: '2026-10-09T10:30:00+08:00', servers: [cast.officer.id], proof: { channel: 'telephone' } }), 201);
      expect((await did(cast.officer, at(id), 'notify-parties', told(ground, when))).state).toBe('closed');
      const services = (await cast.officer.get(`/v1/documents/${paper}/services`)).body.items;
      expect(services.map(({ recipient, mode, servedAt, proof }: Json) => [recipient, mode, servedAt, proof.channel])).toEqual([[ground.claimant, 'told', '2026-10-09T02:30:00.000Z', 'telephone'], [ground.respondent, 'told', '2026-10-09T03:00:00.000Z', 'letter']]);
      // Recorded on the day after the last; done in time.
      expect(await clocks(id)).toContain('mediation.termination-notice met');
      app.now.set(NOW);
      const early = await consumer();
      expect((await did(cast.officer, at(early), 'terminate', { ground: 'absent-or-refused' })).state).toBe('terminated');
    });

    it('opens with the case of the complaint, whose sixty days go on in it', async () => {
      const filed = ok(await cast.operator.post('/v1/complaints', consumerComplaint()), 201);
      ok(await cast.officer.command(`/v1/complaints/${filed.id}/accept`, 1));
      const before = (await cast.officer.get(`/v1/complaints/${filed.id}`)).body.deadlines.find(({ kind }: Json) => kind === 'mediation.consumer');
      app.now.set('2026-08-10T10:00:00+08:00');
      const { caseId } = ok(await cast.officer.command(`/v1/complaints/${filed.id}/open-case`, 2));
      const [first, ...others] = (await cast.officer.get(`/v1/proceedings?case=${caseId}`)).body.items;
      expect([first, others]).toMatchObject([{ subject: 'mediation', kind: 'consumer', state: 'requested', source: 'complaint', agency: CHAOAN }, []]);
      const [clock, ...more] = await deadlines(first.id);
      expect([clock, more]).toMatchObject([{ id: before.id, kind: 'mediation.consumer', triggerAt: before.triggerAt, legalDue: '2026-10-08T15:59:59.999Z', status: 'running' }, []]);
      expect((await cast.officer.get(`/v1/complaints/${filed.id}`)).body.deadlines.filter(({ kind }: Json) => kind === 'mediation.consumer')).toEqual([]);
      app.now.set(NOW);
    });

    it('shows a clue: it is verified in fifteen working days, beside the mediation', async () => {
      const id = await consented();
      await did(cast.officer, at(id), 'record-clue', { foundAt: NOW });
      expect(await due(id, 'clue.verification')).toBe('2026-08-26T15:59:59.999Z');
      expect((await cast.officer.get(at(id))).body.state).toBe('arranging');
    });

    it('is entrusted with the consent of both, clock and all, and comes back with its outcome', async () => {
      const id = await consented();
      const entrust = (body: object): Promise<{ status: number; body: Json }> => act(cast.officer, at(id), 'entrust', { organisation: COMMITTEE, agreedBy: [ground.claimant, ground.respondent], ...body });
      expect(failures(await entrust({ agreedBy: [ground.claimant] }))).toEqual(['mediation.entrusting-not-agreed']);
      expect(failures(await entrust({ organisation: CITY }))).toEqual(['mediation.organisation-unfit']);
      expect(ok(await entrust({})).state).toBe('entrusted');
      const child = (await cast.secretary.get(`/v1/mediations?case=${ground.caseId}`)).body.items.find(({ parentId }: Json) => parentId === id);
      expect(child).toMatchObject({ kind: 'entrusted', agency: COMMITTEE, state: 'arranging' });
      expect([await clocks(id), await clocks(child.id), await due(child.id, 'mediation.consumer')]).toEqual([[], ['mediation.consumer running'], '2026-10-08T15:59:59.999Z']);
      await did(cast.secretary, at(child.id), 'name-mediators', { mediators: [{ account: cast.mediator.id }], by: 'body' });
      await agreed(cast, ground, child.id, NOW);
      expect((await cast.officer.get(at(id))).body).toMatchObject({ state: 'entrusted-ended', outcome: 'agreed', endedAt: expect.any(String) });
    });
  });

  describe('damages for a mark (商标法第六十条第三款、第七十四条第三款)', () => {
    it('are mediated only by the agency that handles the infringement, and nothing else is', async () => {
      const ask = (more: object): Promise<{ status: number; body: Json }> => cast.officer.post('/v1/mediations', { caseId: ground.caseId, kind: 'administrative', matters: ['trademark-damages'], request: '测试', ...more });
      expect(failures(await ask({ matters: ['consumer-dispute'] }))).toContain('mediation.matter-excluded');
      expect(failures(await ask({ agency: 'xiangqiao-market-regulation' }))).toContain('mediation.infringement-not-handled');
    });

    it('go their whole way beside the penalty, which they leave as it is', async () => {
      const own = await openCase(cast);
      const penalty = async (): Promise<Json> => (await cast.officer.get(`/v1/proceedings?case=${own.caseId}`)).body.items.find(({ subject }: Json) => subject === 'penalty');
      const before = await penalty();
      expect(before).toMatchObject({ subject: 'penalty', agency: CHAOAN });
      const id = await openMediation(cast.officer, own, { kind: 'administrative', agency: CHAOAN });
      expect(await clocks(id)).toEqual(['mediation.administrative running']);
      await mediating({ secretary: cast.head, mediator: cast.colleague }, own, id);
      await agreed({ mediator: cast.colleague }, own, id, NOW);
      expect((await cast.officer.get(at(id))).body).toMatchObject({ state: 'agreed', confirmable: 'explored' });
      expect(await penalty()).toEqual(before);
      // Whoever mediated keeps out of the penalty; the head, who named the mediator and keeps the record, does not.
      const path = `/v1/administrative-proceedings/${before.id}`;
      const members = [cast.officer, cast.colleague].map(({ id: account }, index) => ({ account, role: 'officer', credential: `粤执法A000000${index}` }));
      const inspection = { members, at: NOW, place: '彩塘镇测试路1号仓库', confirmed: 'signed', content: '查见餐具二百套' };
      expect(failures(await act(cast.colleague, path, 'record-inspection', inspection))).toEqual(expect.arrayContaining(['proceeding.actor-excluded', 'proceeding.member-excluded']));
      const filing = { party: own.respondent, cause: '涉嫌销售侵权商品', standard: { evidence: true, punishable: true, jurisdiction: true, inTime: true }, findings: '现场查见', members };
      expect(failures(await act(cast.head, path, 'file', filing))).toEqual(['proceeding.member-excluded']);
    });
  });

  describe('assigned by a court (特邀调解规定、在线调解规则)', () => {
    it('is confirmed in three working days, lasts thirty days, fails and goes back to the court', async () => {
      const own = await openCase(cast);
      const asked = { caseId: own.caseId, kind: 'court-assigned', agency: COMMITTEE, matters: ['trademark-damages'], request: '测试', court: 'cz-court', courtStage: 'before-filing' };
      expect((await cast.officer.post('/v1/mediations', { ...asked, courtStage: undefined })).status).toBe(400);
      expect(failures(await cast.officer.post('/v1/mediations', { ...asked, suit: '019aa1b2-0000-7000-8000-0000000000fe' }))).toEqual(['mediation.suit-elsewhere']);
      const suit = ok(await cast.officer.post('/v1/civil-suits', {
        caseId: own.caseId, court: 'cz-court', cause: '侵害商标权纠纷', rightTypes: ['trademark'], parties: [{ party: own.claimant, side: 'plaintiff' }, { party: own.respondent, side: 'defendant' }], claims: [{ claim: '赔偿', amount: 30000 }], submittedAt: NOW,
      }), 201);
      await did(cast.officer, `/v1/civil-suits/${suit.id}`, 'assign-mediation', { body: COMMITTEE, assignedAt: NOW });
      const id = ok(await cast.secretary.post('/v1/mediations', { ...asked, suit: suit.id }), 201).id;
      expect(await due(id, 'court-mediation.confirmation')).toBe('2026-08-10T15:59:59.999Z');
      for (const party of [own.claimant, own.respondent]) await did(cast.secretary, at(id), 'record-consent', said(party, NOW));
      expect(failures(await act(cast.secretary, at(id), 'take-on'))).toEqual(['mediation.assignment-open']);
      await did(cast.secretary, at(id), 'accept-assignment');
      expect(failures(await act(cast.secretary, at(id), 'accept-assignment'))).toEqual(['mediation.assignment-taken']);
      expect(await due(id, 'court-mediation.assigned')).toBe('2026-09-04T15:59:59.999Z');
      await did(cast.secretary, at(id), 'take-on');
      await did(cast.secretary, at(id), 'name-mediators', { mediators: [{ account: cast.mediator.id }], by: 'parties' });
      await did(cast.mediator, at(id), 'schedule-session', session(cast.mediator.id));
      expect(await did(cast.mediator, at(id), 'record-failure', { reason: 'no-agreement' })).toMatchObject({ state: 'failed', document: { kind: 'mediation-end-notice' } });
      expect(failures(await act(cast.secretary, at(id), 'notify-parties', told(own)))).toEqual(['mediation.from-court']);
      expect((await did(cast.secretary, at(id), 'return-to-court', { reportedAt: NOW })).state).toBe('returned');
      expect((await cast.officer.get(`/v1/civil-suits/${suit.id}`)).body.state).toBe('submitted');
    });

    it('after filing has fifteen days, or seven; its agreement is for the court, not for confirmation', async () => {
      const own = await openCase(cast);
      for (const [courtStage, kind, day] of [['ordinary', 'court-mediation.entrusted', '2026-08-20'], ['simple', 'court-mediation.entrusted-simple', '2026-08-12']] as const) {
        const id = await openMediation(cast.officer, own, { kind: 'court-assigned', court: 'cz-court', courtStage });
        await did(cast.secretary, at(id), 'accept-assignment');
        expect(await due(id, kind)).toBe(`${day}T15:59:59.999Z`);
        await mediating(cast, own, id);
        await agreed(cast, own, id, NOW);
        expect((await cast.secretary.get(at(id))).body).toMatchObject({ state: 'agreed', confirmable: 'no' });
        expect((await cast.secretary.get(`/v1/confirmations?case=${own.caseId}`)).body.items).toEqual([]);
        expect((await did(cast.secretary, at(id), 'return-to-court', { reportedAt: NOW })).state).toBe('returned');
      }
    });

    it('may be declined, with the reason', async () => {
      const own = await openCase(cast);
      const id = await openMediation(cast.officer, own, { kind: 'court-assigned', court: 'cz-court', courtStage: 'before-filing' });
      expect((await did(cast.secretary, at(id), 'decline-assignment', { reason: '超出调解范围' })).state).toBe('refused');
      expect((await did(cast.secretary, at(id), 'return-to-court', { reportedAt: NOW })).state).toBe('returned');
    });
  });

  it('is counted by mediator, outcome and period, for whoever may', async () => {
    const figures = (await cast.secretary.get('/v1/mediations/statistics?from=2026-01-01&to=2026-12-31&by=quarter')).body.items;
    const mine = figures.find(({ mediator }: Json) => mediator === cast.mediator.id);
    expect(mine).toMatchObject({ period: '2026-07-01', total: 4, open: 0, agreed: 3, failed: 1, terminated: 0, withdrawn: 0, refused: 0, averageDays: 0 });
    expect((await cast.secretary.get('/v1/mediations/statistics?from=2025-01-01&to=2025-12-31')).body.items).toEqual([]);
    expect((await cast.secretary.get('/v1/mediations/statistics?from=2020-01-01&to=2026-12-31')).body.code).toBe('mediation.period-too-long');
    expect((await cast.mediator.get('/v1/mediations/statistics?from=2026-01-01&to=2026-12-31')).status).toBe(403);
    const anybody = await app.as('statistician');
    expect((await anybody.get('/v1/mediations/statistics?from=2026-01-01&to=2026-12-31')).body.items.length).toBeGreaterThanOrEqual(figures.length);
    expect((await anybody.get('/v1/mediations')).status).toBe(403);
  });

  it('knows no party that is not of the case', async () => {
    const other = await openCase(cast);
    const id = await openMediation(cast.officer, other);
    const witness = await addParty(cast.officer, other.caseId, 'third-party');
    for (const party of [ground.claimant, witness]) expect(failures(await act(cast.secretary, at(id), 'record-consent', said(party, NOW)))).toEqual(['mediation.not-a-side']);
  });
});
