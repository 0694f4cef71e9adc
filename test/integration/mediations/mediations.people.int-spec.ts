import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { act, agreed, agreement, at, castOf, COMMITTEE, did, failures, mediating, ok, openCase, openMediation, said, session, terms, type Cast, type Ground } from './mediations.ground.js';

jest.setTimeout(90_000);

describe('people’s mediation', () => {
  let app: TestApp;
  let cast: Cast;
  let ground: Ground;

  beforeAll(async () => {
    app = await startTestApp();
    cast = await castOf(app);
    ground = await openCase(cast);
  });
  afterAll(() => app.close());

  const clocks = async (id: string): Promise<string[]> => (await cast.secretary.get(`${at(id)}/deadlines`)).body.items.map(({ kind, status }: Json) => `${kind} ${status}`);
  const fresh = (more: Record<string, unknown> = {}): Promise<string> => openMediation(cast.officer, ground, more);

  it('goes its whole way: asked for by an officer, consented to, held, signed by all, with terms and a door to the court', async () => {
    const id = await fresh();
    expect((await cast.secretary.get(at(id))).body).toMatchObject({ kind: 'people', state: 'requested', agency: COMMITTEE, parties: [], confirmable: 'yes' });
    expect(await clocks(id)).toEqual(['mediation.people running']);
    expect(failures(await act(cast.secretary, at(id), 'take-on'))).toEqual(['mediation.consent-missing']);
    await did(cast.secretary, at(id), 'record-consent', said(ground.claimant));
    expect(failures(await act(cast.secretary, at(id), 'record-consent', said(ground.claimant)))).toEqual(['mediation.consent-on-record']);
    expect(failures(await act(cast.secretary, at(id), 'take-on'))).toEqual(['mediation.consent-missing']);
    await did(cast.secretary, at(id), 'record-consent', said(ground.respondent));
    await did(cast.secretary, at(id), 'take-on');
    expect(failures(await act(cast.mediator, at(id), 'schedule-session', session(cast.mediator.id)))).toEqual(['mediation.mediator-awaited', 'mediation.mediator-not-named']);
    expect(failures(await act(cast.secretary, at(id), 'name-mediators', { mediators: [{ account: cast.officer.id }], by: 'body' }))).toEqual(['mediation.mediator-unfit']);
    const named = await did(cast.secretary, at(id), 'name-mediators', { mediators: [{ account: cast.mediator.id }], by: 'parties' });
    expect(named.state).toBe('arranging');
    const scheduled = await did(cast.mediator, at(id), 'schedule-session', session(cast.mediator.id));
    expect(scheduled).toMatchObject({ state: 'mediating', document: { kind: 'mediation-session-notice', number: expect.stringMatching(/^潮知调调通〔20\d\d〕第\d+号$/) } });
    const { sessions: [planned] } = (await cast.mediator.get(at(id))).body;
    await did(cast.mediator, at(id), 'record-session', { session: planned.id, result: 'held', present: [ground.claimant, ground.respondent], absent: [], minutes: '双方陈述' });
    await did(cast.mediator, at(id), 'reach-agreement', agreement(ground, '2026-12-02T10:00:00+08:00'));
    expect((await cast.mediator.get(at(id))).body).toMatchObject({ state: 'signing', agreement: null });
    expect(failures(await act(cast.mediator, at(id), 'conclude'))).toEqual(['mediation.signature-missing']);
    await did(cast.mediator, at(id), 'sign', { signer: ground.claimant, as: 'party', at: '2026-12-02T10:10:00+08:00', how: 'signed' });
    expect(failures(await act(cast.mediator, at(id), 'sign', { signer: ground.claimant, as: 'party', at: '2026-12-02T10:10:00+08:00', how: 'signed' }))).toEqual(['mediation.signer-foreign']);
    await did(cast.mediator, at(id), 'sign', { signer: ground.respondent, as: 'party', at: '2026-12-02T10:20:00+08:00', how: 'fingerprint' });
    const refused = await act(cast.mediator, at(id), 'conclude');
    expect([failures(refused), refused.body.failedGuards[0].details]).toEqual([['mediation.signature-missing'], [cast.mediator.id]]);
    await did(cast.mediator, at(id), 'sign', { signer: cast.mediator.id, as: 'mediator', at: '2026-12-02T10:30:00+08:00', how: 'signed' });
    const concluded = await did(cast.mediator, at(id), 'conclude');
    expect(concluded).toMatchObject({ state: 'agreed', document: { kind: 'mediation-agreement' } });
    expect((await cast.officer.get(at(id))).body).toMatchObject({ state: 'agreed', outcome: 'agreed', effectiveAt: '2026-12-02T02:30:00.000Z', agreement: { form: 'written', terms: [{ amount: '30000.00' }, { text: '停止销售' }] } });
    expect(await clocks(id)).toEqual(['mediation.people met']);
    const termRows = (await cast.officer.get(`/v1/agreement-terms?case=${ground.caseId}`)).body.items;
    expect(termRows.map(({ state, parentId }: Json) => [state, parentId])).toEqual([['performing', id], ['performing', id]]);
    const due = (await cast.officer.get(`/v1/agreement-terms/${termRows[0].id}`)).body;
    expect(due.deadlines.map(({ kind, legalDue }: Json) => [kind, legalDue])).toEqual([['agreement.performance', '2026-12-31T15:59:59.999Z']]);
    const [door] = (await cast.officer.get(`/v1/confirmations?case=${ground.caseId}`)).body.items;
    expect(door).toMatchObject({ state: 'available', parentId: id });
    // 30 calendar days from 2 December 2026 end on 1 January 2027, a statutory holiday; the calendar of 2027 is not out.
    const [clock] = (await cast.officer.get(`/v1/confirmations/${door.id}/deadlines`)).body.items;
    expect(clock).toMatchObject({ kind: 'confirmation.application', triggerAt: '2026-12-02T02:30:00.000Z', provisional: true });
  });

  it('ends at once when a side refuses, and is closed when both were told', async () => {
    const id = await fresh();
    expect((await did(cast.secretary, at(id), 'record-refusal', said(ground.respondent))).state).toBe('refused');
    expect(await clocks(id)).toEqual(['mediation.end-notice running', 'mediation.people met']);
    const told = (...parties: string[]): object => ({ told: parties.map((party) => ({ party, how: 'letter', at: '2026-11-22T10:00:00+08:00' })) });
    expect(failures(await act(cast.secretary, at(id), 'notify-parties', told(ground.claimant)))).toEqual(['mediation.side-not-told']);
    expect((await did(cast.secretary, at(id), 'notify-parties', told(ground.claimant, ground.respondent))).state).toBe('closed');
    expect((await cast.secretary.get(at(id))).body).toMatchObject({ outcome: 'refused', parties: [{ consent: 'refused', side: 'respondent' }], endedAt: expect.any(String) });
  });

  it('refuses what cannot be mediated, with the article', async () => {
    const asked = await cast.officer.post('/v1/mediations', { caseId: ground.caseId, kind: 'people', agency: COMMITTEE, matters: ['penalty', 'trademark-damages', 'criminal-liability'], request: '请求从轻处罚' });
    expect([asked.status, failures(asked)]).toEqual([409, ['mediation.matter-excluded']]);
    expect(asked.body.failedGuards[0].details).toEqual([
      expect.objectContaining({ code: 'penalty', basis: expect.objectContaining({ article: '第二十七条第二款' }) }), expect.objectContaining({ code: 'criminal-liability', basis: expect.objectContaining({ article: '第三条' }) }),
    ]);
    expect(failures(await cast.officer.post('/v1/mediations', { caseId: ground.caseId, kind: 'people', matters: ['trademark-damages'], request: '测试' }))).toEqual(['mediation.agency-unfit']);
    expect(failures(await cast.officer.post('/v1/mediations', { caseId: ground.caseId, kind: 'consumer', matters: ['trademark-damages'], request: '测试' }))).toEqual(['mediation.matter-excluded']);
  });

  it('stands still while a request for recusal is undecided; granted, the mediator is out of the case', async () => {
    const own = await openCase(cast);
    const id = await openMediation(cast.officer, own);
    await mediating(cast, own, id);
    await did(cast.secretary, at(id), 'request-recusal', { member: cast.mediator.id, raisedBy: 'party', ground: 'direct-interest', reason: '与被申请人有亲属关系' });
    const blocked = await Promise.all([act(cast.secretary, at(id), 'schedule-session', session(cast.mediator.id)), act(cast.secretary, at(id), 'name-mediators', { mediators: [{ account: cast.second.id }], by: 'body' }), act(cast.mediator, at(id), 'record-statement', { kind: 'statement', text: '测试', keptFromOther: false })]);
    expect(blocked.map(failures)).toEqual([['proceeding.recusal-open'], ['proceeding.recusal-open'], ['proceeding.recusal-open']]);
    const [{ id: request }] = (await cast.secretary.get(`${at(id)}/recusals`)).body.items;
    await did(cast.secretary, at(id), 'decide-recusal', { request, decision: 'granted', reason: '情况属实' });
    expect(failures(await act(cast.secretary, at(id), 'schedule-session', session(cast.mediator.id)))).toEqual(['mediation.mediator-awaited', 'mediation.mediator-not-named']);
    expect(failures(await act(cast.secretary, at(id), 'name-mediators', { mediators: [{ account: cast.mediator.id }], by: 'body' }))).toEqual(['proceeding.member-excluded']);
    expect((await did(cast.secretary, at(id), 'name-mediators', { mediators: [{ account: cast.second.id }], by: 'body' })).state).toBe('arranging');
  });

  it('is recorded in one request with everything, or not at all', async () => {
    const elsewhere = await openCase(cast);
    const id = await openMediation(cast.officer, elsewhere);
    const { mediator: presides, ...held } = session(cast.second.id);
    const reachedAt = '2026-12-03T09:00:00+08:00';
    const signatures = [...[elsewhere.claimant, elsewhere.respondent].map((signer) => ({ signer, as: 'party', at: reachedAt, how: 'signed' })), { signer: cast.second.id, as: 'mediator', at: reachedAt, how: 'signed' }];
    const body = {
      consents: [said(elsewhere.claimant), said(elsewhere.respondent)], mediators: [{ account: cast.second.id }], chosenBy: 'parties', sessions: [{ ...held, mediator: presides, present: [elsewhere.claimant, elsewhere.respondent], minutes: '达成一致' }],
      agreement: { form: 'written', facts: '事实', partial: false, terms: terms(elsewhere), reachedAt, signatures },
    };
    const incomplete = await act(cast.secretary, at(id), 'record-outcome', { ...body, consents: [said(elsewhere.claimant)], agreement: { ...body.agreement, signatures: signatures.slice(1) } });
    expect(failures(incomplete)).toEqual(['mediation.outcome-incomplete', 'mediation.terms-unfit']);
    expect((await cast.secretary.get(at(id))).body).toMatchObject({ state: 'requested', version: 1, sessions: [], parties: [] });
    const done = await did(cast.secretary, at(id), 'record-outcome', body);
    expect(done).toMatchObject({ state: 'agreed', version: 2, document: { kind: 'mediation-agreement' } });
    expect((await cast.secretary.get(at(id))).body).toMatchObject({ outcome: 'agreed', chosenBy: 'parties', sessions: [{ state: 'held', mediator: cast.second.id }], parties: [{ side: 'claimant' }, { side: 'respondent' }] });
    expect((await cast.secretary.get(`/v1/agreement-terms?case=${elsewhere.caseId}`)).body.items).toHaveLength(2);
    expect((await cast.secretary.get(`${at(id)}/statements`)).body.items.map(({ kind, text }: Json) => [kind, text])).toEqual([['minutes', '达成一致']]);
    const failing = await openMediation(cast.officer, elsewhere);
    const failed = await did(cast.secretary, at(failing), 'record-outcome', { ...body, sessions: [{ ...session(cast.second.id), present: [elsewhere.claimant] }], agreement: undefined, failure: { reason: 'no-agreement' } });
    expect(failed).toMatchObject({ state: 'failed', document: { kind: 'mediation-end-notice' } });
    const oral = await openMediation(cast.officer, elsewhere);
    const spoken = await did(cast.secretary, at(oral), 'record-outcome', { ...body, sessions: [{ ...session(cast.second.id), present: [] }], agreement: { ...body.agreement, form: 'oral', signatures: [] } });
    expect(spoken).toMatchObject({ state: 'agreed', document: null });
  });

  it('lets an agreement be partial only where it says what is left, and only between those who consented', async () => {
    const id = await fresh();
    await mediating(cast, ground, id);
    await did(cast.mediator, at(id), 'schedule-session', session(cast.mediator.id));
    const stranger = '019aa1b2-0000-7000-8000-0000000000ff';
    const reach = (more: object): Promise<{ status: number; body: Json }> => act(cast.mediator, at(id), 'reach-agreement', { ...agreement(ground, '2026-12-02T10:00:00+08:00'), ...more });
    expect(failures(await reach({ partial: true }))).toEqual(['mediation.left-untold']);
    expect(failures(await reach({ terms: [{ debtor: stranger, creditor: ground.claimant, text: '测试', due: '2026-12-31' }] }))).toEqual(['mediation.terms-unfit']);
    expect(ok(await reach({ partial: true, left: '合理开支' })).state).toBe('signing');
  });

  it('never touches the penalty: nothing beside its own follows from it, and the case stays open', async () => {
    const other = await openCase(cast);
    const id = await openMediation(cast.officer, other);
    await mediating(cast, other, id);
    const before = (await cast.officer.get(`/v1/proceedings?case=${other.caseId}`)).body.items.filter(({ subject }: Json) => subject === 'penalty');
    await agreed(cast, other, id, '2026-12-02T10:00:00+08:00');
    const after = (await cast.officer.get(`/v1/proceedings?case=${other.caseId}`)).body.items;
    expect(after.filter(({ subject }: Json) => subject === 'penalty')).toEqual(before);
    expect([...new Set(after.map(({ subject }: Json) => subject))].filter((subject) => subject !== 'penalty').sort()).toEqual(['agreement-term', 'confirmation', 'mediation']);
    expect((await cast.officer.get(`/v1/cases/${other.caseId}`)).body.state).not.toBe('closed');
  });
});
