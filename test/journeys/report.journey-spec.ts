import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type TestApp } from '../support/app.js';
import { report } from '../support/builders.js';
import { endVerification } from '../support/proceedings.js';
import { until } from '../support/wait.js';

/** The whole way over HTTP and workers, once on each queue backend. */
const REDIS = process.env['TEST_REDIS_URL'];
const BACKENDS: { backend: string; env: Record<string, string> }[] = [{ backend: 'postgresql', env: {} }, ...(REDIS === undefined ? [] : [{ backend: 'redis', env: { REDIS_URL: REDIS } }])];

describe.each(BACKENDS)('a report from the 12345 line, queues on $backend', ({ backend, env }) => {
  let app: TestApp;
  let operator: Client;
  let officer: Client;
  let head: Client;
  beforeAll(async () => {
    app = await startTestApp({ env: { ...env, ROLE: 'all' } });
    [operator, officer, head] = await Promise.all([app.as('hotline-operator'), app.as('enforcement-officer', 'chaoan-market-regulation'), app.as('agency-head', 'chaoan-market-regulation')]);
  });
  afterAll(() => app.close());

  it('is filed, routed, accepted, worked on, closed, and proved', async () => {
    const ready = await fetch(`${app.url}/health/ready`);
    expect(await ready.json()).toEqual({ status: 'ok', parts: { database: 'ok', queues: 'ok', calendars: 'ok' } });

    const filed = await operator.post('/v1/complaints', report({ receivedAt: '2026-11-20T17:10:00+08:00', hotlineReceivedAt: '2026-11-20T16:42:00+08:00' }));
    expect(filed.status).toBe(201);
    expect(filed.body).toMatchObject({ state: 'registered', classification: 'report', route: { track: 'administrative', agency: 'chaoan-market-regulation', rule: 'trademark', basis: { article: '第七条、第八条' } } });
    const { id } = filed.body;

    // The officer's agency is told by the workers, and finds it on its worklist.
    const notice = await until('the notice to the county office', async () => (await officer.get('/v1/notices')).body.items.find((row: { subjectId: string }) => row.subjectId === id));
    expect(notice).toMatchObject({ agency: 'chaoan-market-regulation', event: 'complaint.registered' });
    const worklist = await officer.get('/v1/complaints?state=registered');
    expect(worklist.body.items.map((row: { id: string }) => row.id)).toContain(id);
    const due = await officer.get('/v1/deadlines');
    expect(due.body.items.map(({ kind, legalDue }: { kind: string; legalDue: string }) => [kind, legalDue])).toEqual([
      // 2026-11-20 + 15 working days, no holiday between: 12-11, end of the day in Beijing. Counted by hand.
      ['report.verification', '2026-12-11T15:59:59.999Z'],
      ['hotline12345.complaint', '2026-12-11T15:59:59.999Z'],
    ]);

    const accepted = await officer.command(`/v1/complaints/${id}/accept`, 1);
    expect(accepted.body).toMatchObject({ state: 'accepted', version: 2, assignee: officer.id });
    const opened = await officer.command(`/v1/complaints/${id}/open-case`, 2);
    expect(opened.body).toMatchObject({ state: 'in-case', version: 3 });
    const { caseId } = opened.body;
    await until('the notice of the case', async () => (await officer.get('/v1/notices')).body.items.some((row: { subjectId: string }) => row.subjectId === caseId));

    // Target and right have gone into the registers, and into the case.
    const parties = await until('the parties of the case', async () => ((found) => (found.length > 0 ? found : null))((await officer.get(`/v1/cases/${caseId}/parties`)).body.items as { role: string; organisation: { uscc: string } }[]));
    expect(parties).toMatchObject([{ role: 'respondent', organisation: { uscc: '91445103MA00TQT27J' } }]);
    expect((await officer.get(`/v1/cases/${caseId}/rights`)).body.items).toMatchObject([{ right: { type: 'trademark', number: '12345678' } }]);

    expect((await head.command(`/v1/cases/${caseId}/assign`, 1, { officer: officer.id })).body).toMatchObject({ state: 'assigned', assignee: officer.id });
    const mine = await officer.get('/v1/cases?assignee=me');
    expect(mine.body.items).toMatchObject([{ id: caseId, state: 'assigned', track: 'administrative', agency: 'chaoan-market-regulation' }]);
    // The line is answered under its number; that is a duty of its own.
    const [owed] = (await officer.get('/v1/replies')).body.items;
    expect(owed).toMatchObject({ complaintId: id, state: 'owed', agency: 'chaoan-market-regulation', nextDue: '2026-12-11T15:59:59.999Z' });
    expect((await officer.command(`/v1/replies/${owed.id}/answer`, 1, { answer: '经核查不构成违法' })).body).toMatchObject({ state: 'answered', nextDue: null, deadlines: [{ kind: 'hotline12345.complaint', status: 'met' }] });
    await endVerification(head, caseId);
    expect((await officer.command(`/v1/cases/${caseId}/close`, 2, { outcome: '经核查不构成违法，已答复' })).body).toMatchObject({ state: 'closed', outcome: '经核查不构成违法，已答复' });

    const concluded = await officer.get(`/v1/complaints/${id}`);
    expect(concluded.body).toMatchObject({ state: 'concluded', caseId });
    // The clock of verification went on with the first proceeding of the case, and ended there.
    expect(concluded.body.deadlines).toEqual([]);
    const clocks = (await officer.get(`/v1/cases/${caseId}/deadlines`)).body.items;
    expect(clocks.map(({ subjectType, kind, status }: Record<string, string>) => [subjectType, kind, status])).toEqual(expect.arrayContaining([['penalty', 'report.verification', 'met'], ['reply', 'hotline12345.complaint', 'met']]));
    const timeline = await officer.get(`/v1/complaints/${id}/timeline`);
    expect(timeline.body.items.map(({ event }: { event: string }) => event)).toEqual(['complaint.registered', 'complaint.accepted', 'complaint.case-opened', 'complaint.concluded']);

    const administrator = await app.as('administrator');
    const verification = await administrator.get('/v1/ledger/verification');
    // With the two rule sets that come with the software.
    expect(verification.body).toEqual({ ok: true, subjects: 8, entries: 16, broken: [] });
    const dead = await administrator.get('/v1/ops/dead-letters');
    expect(dead.body).toEqual({ items: [] });
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    expect(metrics).toMatch(/zhiheng_queue_finished_jobs\{queue="notices",outcome="failed"\} 0/);
    expect(metrics).toMatch(/zhiheng_http_request_seconds_count\{method="POST",route="\/v1\/complaints",status="201"\} 1/);
    expect(backend).toBe(env['REDIS_URL'] === undefined ? 'postgresql' : 'redis');
  });

  it('runs out of time: the sweeper marks the clock, the ledger records it, the agency is told', async () => {
    const { body: filed } = await operator.post('/v1/complaints', report({ externalNumber: `${backend}-LATE`, reporter: { name: '郑测试', phone: '13600000000' }, receivedAt: '2026-09-01T09:00:00+08:00', hotlineReceivedAt: '2026-09-01T09:00:00+08:00' }));
    const overdue = await until('both clocks overdue', async () => {
      const { body } = await officer.get(`/v1/complaints/${filed.id}`);
      const { body: reply } = await officer.get(`/v1/replies/${filed.reply.id}`);
      const clocks = [...body.deadlines, ...reply.deadlines];
      return clocks.every(({ status }: { status: string }) => status === 'overdue') && clocks;
    });
    expect(overdue).toHaveLength(2);
    await until('two notices', async () => (await officer.get('/v1/notices')).body.items.filter(({ event }: { event: string }) => event === 'deadline.overdue').length === 2);
    const { body } = await officer.get(`/v1/complaints/${filed.id}/timeline`);
    expect(body.items.map(({ event }: { event: string }) => event)).toEqual(['complaint.registered', 'deadline.overdue']);
    const accepted = await officer.command(`/v1/complaints/${filed.id}/accept`, 1);
    expect(accepted.status).toBe(200);
    const { body: opened } = await officer.command(`/v1/complaints/${filed.id}/open-case`, 2);
    // Late is late: opening a case resets nothing.
    expect((await officer.get(`/v1/cases/${opened.caseId}`)).body.deadlines).toMatchObject([{ kind: 'report.verification', status: 'overdue' }]);
    await endVerification(head, opened.caseId);
    expect((await officer.get(`/v1/cases/${opened.caseId}/deadlines`)).body.items.find(({ kind }: { kind: string }) => kind === 'report.verification')).toMatchObject({ subjectType: 'penalty', status: 'met-late' });
    expect((await (await app.as('administrator')).get('/v1/ledger/verification')).body).toMatchObject({ ok: true });
  });
});
