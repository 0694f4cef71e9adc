import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { consumerComplaint, report } from '../../support/builders.js';
import { endVerification } from '../../support/proceedings.js';

describe('commands that the table refuses', () => {
  let app: TestApp;
  let operator: Client;
  let clerk: Client;
  let officer: Client;
  let head: Client;

  beforeAll(async () => {
    app = await startTestApp();
    [operator, clerk, officer, head] = await Promise.all([app.as('hotline-operator'), app.as('intake-clerk'), app.as('enforcement-officer', 'chaoan-market-regulation'), app.as('agency-head', 'chaoan-market-regulation')]);
  });
  afterAll(() => app.close());

  const reason = { reason: '测试' };
  const filed = async (body = report()): Promise<string> => (await operator.post('/v1/complaints', body)).body.id;

  it('are a 409 that names state, command and what is allowed instead', async () => {
    const id = await filed();
    const answer = await officer.command(`/v1/complaints/${id}/conclude`, 1, reason);
    expect([answer.status, answer.body]).toEqual([409, expect.objectContaining({ code: 'command.refused', subject: 'complaint', state: 'registered', command: 'conclude', failedGuards: [], allowedCommands: expect.arrayContaining(['accept', 'decline', 'return-to-intake', 'correct', 'link']) })]);
    const { body } = await officer.get(`/v1/complaints/${id}/available-commands`);
    expect(body.commands.map(({ command }: Json) => command)).toEqual(answer.body.allowedCommands);
    expect((await officer.get(`/v1/complaints/${id}`)).body.allowedCommands).toEqual(answer.body.allowedCommands);
    expect((await officer.get(`/v1/complaints/${id}/timeline`)).body.items).toHaveLength(1);
  });

  it('name the guard that failed with its text and article, as available-commands did before', async () => {
    const id = await filed();
    const { body: before } = await clerk.get(`/v1/complaints/${id}/available-commands`);
    const accept = before.commands.find(({ command }: Json) => command === 'accept');
    const answer = await clerk.command(`/v1/complaints/${id}/accept`, 1);
    expect(answer.status).toBe(409);
    expect(answer.body.failedGuards).toEqual([{ guard: 'handled-by-own-agency', code: 'complaint.foreign-agency', text: 'The matter is not with the actor’s agency', basis: expect.objectContaining({ article: '第四十一条', status: 'verified' }) }]);
    expect(accept).toMatchObject({ allowed: false, failedGuards: answer.body.failedGuards });
    expect((await officer.get(`/v1/complaints/${id}/available-commands`)).body.commands).toEqual(expect.arrayContaining([expect.objectContaining({ command: 'accept', allowed: true, failedGuards: [] }), expect.objectContaining({ command: 'decline', allowed: true, requires: ['ground', 'reason'] }), expect.objectContaining({ command: 'return-to-intake', allowed: true }), expect.objectContaining({ command: 'transfer', allowed: false })]));
    const chinese = await clerk.command(`/v1/complaints/${id}/accept`, 1, undefined, { 'accept-language': 'zh-CN' });
    expect(chinese.body.failedGuards[0].text).toBe('该件不由本单位办理');
  });

  it('hold for an account without the permission too: available-commands says so', async () => {
    const { body } = await operator.get(`/v1/complaints/${await filed()}/available-commands`);
    expect(new Set(body.commands.map(({ allowed }: Json) => allowed))).toEqual(new Set([false]));
  });

  it.each<[string, () => Record<string, unknown>, string, number]>([
    ['a report, for want of competence', report, 'no-competence', 200], ['a report, as a repetition', report, 'repeated-report', 200], ['a report, because the caller hides the identity', report, 'identity-refused', 409], ['a report, as over three years old', report, 'over-three-years', 409],
    ['a consumer complaint, because the caller hides the identity', consumerComplaint, 'identity-refused', 200], ['a consumer complaint, as over three years old', consumerComplaint, 'over-three-years', 200], ['a consumer complaint, as a repeated report', consumerComplaint, 'repeated-report', 409],
    ['a right holder’s request, as no consumer dispute', () => report({ right: { type: 'trademark', holder: 'self' } }), 'no-consumer-dispute', 409], ['anything, on a ground that no statute knows', report, 'too-busy', 400],
  ])('decline %s', async (_, body, ground, status) => {
    const id = await filed(body());
    const answer = await officer.command(`/v1/complaints/${id}/decline`, 1, { ground, ...reason });
    expect(answer.status).toBe(status);
    if (status === 409) expect(answer.body.failedGuards).toMatchObject([{ code: 'complaint.ground-does-not-fit', basis: { article: expect.stringContaining('第十六条') } }]);
    if (status === 200) expect(answer.body).toMatchObject({ state: 'declined', deadlines: [{ status: 'met' }] });
    expect((await officer.get(`/v1/complaints/${id}`)).body.state).toBe(status === 200 ? 'declined' : 'registered');
  });

  it('go back to the desk and on to another county with every clock as it was', async () => {
    const id = await filed();
    const dates = (body: Json): Json[] => body.deadlines.map(({ id: clock, kind, triggerAt, legalDue, safeDue, status }: Json) => ({ clock, kind, triggerAt, legalDue, safeDue, status }));
    const before = dates((await officer.get(`/v1/complaints/${id}`)).body);
    const returned = await officer.command(`/v1/complaints/${id}/return-to-intake`, 1, reason);
    expect([returned.body.state, dates(returned.body)]).toEqual(['returned', before]);
    for (const agency of ['nowhere', 'cz-hotline-12345-x']) expect((await clerk.command(`/v1/complaints/${id}/reroute`, 2, { agency, ...reason })).body.failedGuards).toMatchObject([{ code: 'complaint.agency-cannot-handle' }]);
    const rerouted = await clerk.command(`/v1/complaints/${id}/reroute`, 2, { agency: 'xiangqiao-market-regulation', ...reason });
    expect(rerouted.body).toMatchObject({ state: 'registered', version: 3, handlingAgency: 'xiangqiao-market-regulation' });
    expect(dates(rerouted.body)).toEqual(before);
    const now = await app.as('enforcement-officer', 'xiangqiao-market-regulation');
    const seen = await now.get(`/v1/complaints/${id}`);
    expect(dates(seen.body)).toEqual(before);
    expect(seen.body.deadlines.map(({ agency }: Json) => agency)).toEqual(before.map(() => 'xiangqiao-market-regulation'));
    expect((await now.get('/v1/deadlines?limit=200')).body.items.filter(({ subjectId }: Json) => subjectId === id)).toHaveLength(before.length);
    expect((await officer.get('/v1/deadlines?limit=200')).body.items.filter(({ subjectId }: Json) => subjectId === id)).toEqual([]);
    expect((await officer.get(`/v1/complaints/${id}`)).status).toBe(404);
    expect((await now.command(`/v1/complaints/${id}/accept`, 3)).status).toBe(200);
  });

  it('resume the complaint when its case is reopened, and conclude it again', async () => {
    const id = await filed();
    await officer.command(`/v1/complaints/${id}/accept`, 1);
    const { caseId } = (await officer.command(`/v1/complaints/${id}/open-case`, 2)).body;
    await head.command(`/v1/cases/${caseId}/assign`, 1, { officer: officer.id });
    await endVerification(head, caseId);
    const { replyId } = (await officer.get(`/v1/complaints/${id}`)).body;
    expect((await officer.command(`/v1/cases/${caseId}/close`, 2, { outcome: '已答复' })).body.failedGuards).toMatchObject([{ code: 'case.obligations-open', details: [{ kind: 'reply', id: replyId }] }]);
    await officer.command(`/v1/replies/${replyId}/answer`, 1, { answer: '已核查' });
    const stranger = await app.as('enforcement-officer', 'chaoan-market-regulation');
    const notInCharge = await stranger.command(`/v1/cases/${caseId}/close`, 2, { outcome: '测试' });
    expect([notInCharge.status, notInCharge.body.failedGuards.map(({ code }: Json) => code)]).toEqual([409, ['case.not-in-charge']]);
    const states = async (): Promise<Json[]> => [(await officer.get(`/v1/complaints/${id}`)).body.state, (await officer.get(`/v1/cases/${caseId}`)).body.state];
    await officer.command(`/v1/cases/${caseId}/close`, 2, { outcome: '已答复' });
    expect(await states()).toEqual(['concluded', 'closed']);
    expect((await officer.command(`/v1/cases/${caseId}/close`, 3, { outcome: '已答复' })).body).toMatchObject({ code: 'command.refused', state: 'closed', allowedCommands: ['link', 'unlink', 'note', 'reopen'] });
    expect((await head.command(`/v1/cases/${caseId}/reopen`, 3, reason)).body).toMatchObject({ state: 'reopened', outcome: null, closedAt: null });
    expect(await states()).toEqual(['in-case', 'reopened']);
    expect((await officer.command(`/v1/cases/${caseId}/close`, 4, { outcome: '复核后答复' })).body.state).toBe('closed');
    expect(await states()).toEqual(['concluded', 'closed']);
    expect((await officer.get(`/v1/complaints/${id}/timeline`)).body.items.map(({ event }: Json) => event)).toEqual(['complaint.registered', 'complaint.accepted', 'complaint.case-opened', 'complaint.concluded', 'complaint.resumed', 'complaint.concluded']);
    expect((await (await app.as('administrator')).get('/v1/ledger/verification')).body.ok).toBe(true);
  });
});
