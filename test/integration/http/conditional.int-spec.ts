import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';

describe('conditional requests', () => {
  let app: TestApp;
  let operator: Client;
  let officer: Client;
  let head: Client;

  beforeAll(async () => {
    app = await startTestApp();
    [operator, officer, head] = await Promise.all([app.as('hotline-operator'), app.as('enforcement-officer', 'chaoan-market-regulation'), app.as('agency-head', 'chaoan-market-regulation')]);
  });
  afterAll(() => app.close());

  const filed = async (): Promise<string> => (await operator.post('/v1/complaints', report())).body.id;
  const entries = async (id: string): Promise<unknown[]> => app.sql.admin('SELECT seq FROM ledger_entry WHERE subject_id = $1', [id]);

  it('asks every command for the version that it was decided on', async () => {
    const id = await filed();
    const reason = { reason: '测试' };
    const commands: [Client, string, unknown][] = [
      [officer, `/v1/complaints/${id}/accept`, undefined], [officer, `/v1/complaints/${id}/decline`, { ground: 'repeated-report', ...reason }], [officer, `/v1/complaints/${id}/return-to-intake`, reason], [officer, `/v1/complaints/${id}/open-case`, undefined],
      [officer, `/v1/complaints/${id}/conclude`, reason], [head, `/v1/cases/${id}/assign`, { officer: officer.id }], [head, `/v1/cases/${id}/close`, { outcome: '测试' }], [head, `/v1/cases/${id}/reopen`, reason], [await app.as('intake-clerk'), `/v1/complaints/${id}/reroute`, { agency: 'cz-culture', ...reason }],
    ];
    for (const [by, path, body] of commands) {
      const answer = await by.post(path, body);
      expect([path, answer.status, answer.body.code]).toEqual([path, 428, 'precondition.required']);
    }
    expect(await entries(id)).toHaveLength(1);
  });

  it('refuses a version that is no longer the one, and names the one that is', async () => {
    const id = await filed();
    await officer.command(`/v1/complaints/${id}/accept`, 1);
    const stale = await officer.command(`/v1/complaints/${id}/open-case`, 1);
    expect([stale.status, stale.body]).toEqual([412, expect.objectContaining({ code: 'precondition.failed', currentVersion: 2, state: 'accepted' })]);
    const future = await officer.command(`/v1/complaints/${id}/open-case`, 3);
    expect([future.status, future.body.currentVersion]).toEqual([412, 2]);
    expect(await entries(id)).toHaveLength(2);
    expect((await officer.command(`/v1/complaints/${id}/open-case`, stale.body.currentVersion)).status).toBe(200);
  });

  it.each([['*', 400], ['1', 400], ['"1", "2"', 400], ['"01"', 400], ['""', 400], ['W/"1"', 412], [' "1" ', 200]])('takes one strong tag and nothing else: %s', async (tag, status) => {
    const id = await filed();
    expect((await officer.post(`/v1/complaints/${id}/accept`, undefined, { 'if-match': tag })).status).toBe(status);
  });

  it('gives the version as ETag wherever a subject is shown or changed', async () => {
    const filing = await operator.post('/v1/complaints', report());
    const { id } = filing.body;
    expect(filing.headers.get('etag')).toBe('"1"');
    const accepted = await officer.command(`/v1/complaints/${id}/accept`, 1);
    expect([accepted.headers.get('etag'), accepted.body.version]).toEqual(['"2"', 2]);
    for (const path of ['', '/available-commands']) expect([path, (await officer.get(`/v1/complaints/${id}${path}`)).headers.get('etag')]).toEqual([path, '"2"']);
    const opened = await officer.command(`/v1/complaints/${id}/open-case`, 2);
    const { caseId } = opened.body;
    expect((await officer.get(`/v1/cases/${caseId}`)).headers.get('etag')).toBe('"1"');
    const assigned = await head.command(`/v1/cases/${caseId}/assign`, 1, { officer: officer.id });
    expect([assigned.headers.get('etag'), assigned.body.version]).toEqual(['"2"', 2]);
    expect((await officer.get(`/v1/cases/${caseId}/available-commands`)).headers.get('etag')).toBe('"2"');
  });

  it('lets one of two officers through who accept at once, ten times', async () => {
    const second = await app.as('enforcement-officer', 'chaoan-market-regulation');
    for (let round = 0; round < 10; round += 1) {
      const id = await filed();
      const answers = await Promise.all([officer, second, officer, second].map((by) => by.command(`/v1/complaints/${id}/accept`, 1)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
      const winner = answers.find(({ status }) => status === 200);
      expect((await head.get(`/v1/complaints/${id}`)).body).toMatchObject({ state: 'accepted', version: 2, assignee: winner?.body.assignee });
      expect(await entries(id)).toHaveLength(2);
    }
  });

  it('lets one of two different commands through that are decided on the same version', async () => {
    const id = await filed();
    const answers = await Promise.all([officer.command(`/v1/complaints/${id}/accept`, 1), officer.command(`/v1/complaints/${id}/return-to-intake`, 1, { reason: '测试' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});
