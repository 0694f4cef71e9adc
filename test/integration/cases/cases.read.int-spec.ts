import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';
import { act, castOf, CHAOAN, openCase, type Cast, type OpenedCase } from './cases.ground.js';

jest.setTimeout(60_000);

const NOTHING = '019aa1b2-0000-7000-8000-000000000000';

describe('one case', () => {
  let app: TestApp;
  let cast: Cast;
  let opened: OpenedCase;
  let second: { complaint: string; reply: string };

  beforeAll(async () => {
    app = await startTestApp();
    // A Friday. The case.decision clock: 90 days from 2026-11-20 end on 2027-02-18.
    app.now.set('2026-11-20T10:00:00+08:00');
    cast = await castOf(app);
    opened = await openCase(cast, { receivedAt: '2026-11-20T09:00:00+08:00', hotlineReceivedAt: '2026-11-20T09:00:00+08:00', externalNumber: 'READ-1' });
    app.now.set('2026-11-20T10:05:00+08:00');
    const filed = await cast.operator.post('/v1/complaints', report({ channel: 'hotline-12315', sourceSystem: 'GD12315', externalNumber: 'READ-2', receivedAt: '2026-11-20T09:30:00+08:00' }));
    app.now.set('2026-11-20T10:06:00+08:00');
    await cast.officer.command(`/v1/complaints/${filed.body.id}/join-case`, 1, { caseId: opened.id });
    second = { complaint: filed.body.id, reply: filed.body.reply.id };
    app.now.set('2026-11-20T10:10:00+08:00');
    await act(cast.head, opened.id, 'assign', { officer: cast.officer.id });
  });
  afterAll(() => app.close());

  it('shows its complaints, the answers owed, its clocks, its flags and its law', async () => {
    const { body, headers } = await cast.officer.get(`/v1/cases/${opened.id}`);
    expect(headers.get('etag')).toBe(`"${body.version}"`);
    expect(body).toMatchObject({
      id: opened.id, state: 'assigned', assignee: cast.officer.id, agency: CHAOAN, region: '445103', track: 'administrative', rightType: 'trademark', rightNumber: '12345678', targetName: '潮州市潮安区某不锈钢制品厂（测试）', targetUscc: '91445103MA00TQT27J',
      classification: 'report', complaintId: opened.complaint, lane: 'ordinary', flags: [], openedAt: '2026-11-20T02:00:00.000Z', closedAt: null, outcome: null, links: [], recusals: [],
      complaints: [{ id: opened.complaint, state: 'in-case', channel: 'hotline-12345', externalNumber: 'READ-1', filedAt: '2026-11-20T02:00:00.000Z' }, { id: second.complaint, state: 'in-case', channel: 'hotline-12315', externalNumber: 'READ-2' }],
      replies: [{ id: opened.reply, complaintId: opened.complaint, state: 'owed', sourceSystem: 'GD12345', externalNumber: 'READ-1', agency: CHAOAN, answeredAt: null }, { id: second.reply, complaintId: second.complaint, state: 'owed' }],
      proceedings: [{ subject: 'penalty', parentId: null, kind: 'ordinary', state: 'verifying', agency: CHAOAN, endedAt: null, outcome: null }],
      deadlines: [{ kind: 'report.verification', status: 'running' }],
    });
    expect(body.nextDue).toBe(body.deadlines[0].safeDue);
    // 2026-11-20 lies after the revision of the trade secrets provisions and before the new trademark law.
    expect(body.law.version).toBe('2026-06-01');
    expect(body.law.instruments.map(({ code, effectiveFrom }: Json) => `${code} ${effectiveFrom}`)).toEqual(expect.arrayContaining(['complaints 2026-04-15', 'trademark 2019-11-01', 'trade-secrets 2026-06-01']));
    const titles = async (language: string): Promise<string> => (await cast.officer.get(`/v1/cases/${opened.id}`, { 'accept-language': language })).body.law.instruments.map(({ title }: Json) => title).join();
    expect([/Trademark Law/.test(await titles('en')), /[\u4e00-\u9fff]/.test(await titles('en')), /商标法/.test(await titles('zh-CN'))]).toEqual([true, false, true]);
    expect(JSON.stringify(body)).not.toMatch(/陈测试|13800000000|tokens|names/);
  });

  it.each([['2026-04-14T10:00:00+08:00', '2026-03-20', 'complaints 2020-01-01'], ['2026-04-15T10:00:00+08:00', '2026-04-15', 'complaints 2026-04-15']])('received on %s falls under the law of %s', async (receivedAt, version, instrument) => {
    const { id } = await openCase(cast, { receivedAt, hotlineReceivedAt: receivedAt });
    const { law } = (await cast.officer.get(`/v1/cases/${id}`)).body;
    expect([law.version, law.instruments.filter(({ code }: Json) => code === 'complaints').map(({ code, effectiveFrom }: Json) => `${code} ${effectiveFrom}`)]).toEqual([version, [instrument]]);
  });

  it('shows of its complaints and replies those that the reader sees', async () => {
    // The second complaint goes to another region: an account confined to the first sees one less.
    await app.sql.admin("UPDATE complaint SET region = '445122' WHERE id = $1", [second.complaint]);
    await app.sql.admin("UPDATE reply_obligation SET region = '445122' WHERE id = $1", [second.reply]);
    try {
      const confined = await app.as('enforcement-officer', CHAOAN, ['445103']);
      const { body } = await confined.get(`/v1/cases/${opened.id}`);
      expect([body.complaints.map(({ id }: Json) => id), body.replies.map(({ id }: Json) => id)]).toEqual([[opened.complaint], [opened.reply]]);
      expect((await confined.get(`/v1/cases/${opened.id}/timeline?with=complaints`)).body.items.map(({ subjectId }: Json) => subjectId)).not.toContain(second.complaint);
    } finally {
      await app.sql.admin("UPDATE complaint SET region = '445103' WHERE id = $1", [second.complaint]);
      await app.sql.admin("UPDATE reply_obligation SET region = '445103' WHERE id = $1", [second.reply]);
    }
  });

  it('lists every clock that runs on it, on its complaints and on its replies', async () => {
    const { body } = await cast.officer.get(`/v1/cases/${opened.id}/deadlines`);
    const shown = body.items.map(({ subjectType, subjectId, kind, status }: Json) => [subjectType, subjectId, kind, status]);
    expect(shown).toEqual(expect.arrayContaining([
      ['penalty', expect.any(String), 'report.verification', 'running'], ['complaint', second.complaint, 'report.verification', 'met'], ['reply', opened.reply, 'hotline12345.complaint', 'running'],
    ]));
    const open = body.items.filter(({ status }: Json) => status === 'running');
    expect(open.map(({ safeDue }: Json) => safeDue)).toEqual(open.map(({ safeDue }: Json) => safeDue).sort());
    expect(body.items.slice(0, open.length)).toEqual(open);
    expect(new Set(body.items.map(({ id }: Json) => id)).size).toBe(body.items.length);
  });

  it('tells its own history, and on demand that of its complaints in order of time', async () => {
    const own = (await cast.officer.get(`/v1/cases/${opened.id}/timeline`)).body.items;
    expect(own.map(({ event, seq }: Json) => [seq, event])).toEqual([[1, 'case.opened'], [2, 'case.complaint-joined'], [3, 'case.assigned']]);
    const { body } = await cast.officer.get(`/v1/cases/${opened.id}/timeline?with=complaints`);
    expect(body.items.map(({ subjectType, event }: Json) => `${subjectType} ${event}`)).toEqual([
      'complaint complaint.registered', 'complaint complaint.accepted', 'complaint complaint.case-opened', 'case case.opened', 'penalty penalty.opened',
      'complaint complaint.registered', 'case case.complaint-joined', 'complaint complaint.joined', 'case case.assigned',
    ]);
    expect(body.items.map(({ at }: Json) => at)).toEqual(body.items.map(({ at }: Json) => at).sort());
    for (const subject of [opened.id, opened.complaint, second.complaint]) {
      const chain = body.items.filter(({ subjectId }: Json) => subjectId === subject).map(({ seq }: Json) => seq);
      expect(chain).toEqual(chain.map((_: number, index: number) => index + 1));
    }
    expect(body.items.filter(({ subjectId }: Json) => subjectId === opened.id).map(({ sha256 }: Json) => sha256)).toEqual(own.map(({ sha256 }: Json) => sha256));
  });

  it.each([1, 2, 3, 5])('gives the merged history in pages of %i, every entry once', async (limit) => {
    const all = (await cast.officer.get(`/v1/cases/${opened.id}/timeline?with=complaints`)).body.items;
    const walked: Json[] = [];
    for (let at: string | null = `/v1/cases/${opened.id}/timeline?with=complaints&limit=${limit}`; at !== null; ) {
      const { body, headers }: { body: Json; headers: Headers } = await cast.officer.get(at);
      walked.push(...body.items);
      at = /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1] ?? null;
    }
    expect(walked).toEqual(all);
  });

  it('refuses a cursor of another list, and an option that it does not know', async () => {
    const cursor = Buffer.from(JSON.stringify(['3'])).toString('base64url');
    expect((await cast.officer.get(`/v1/cases/${opened.id}/timeline?with=complaints&cursor=${cursor}`)).body.code).toBe('request.cursor-invalid');
    expect((await cast.officer.get(`/v1/cases/${opened.id}/timeline?with=everything`)).status).toBe(400);
  });

  it('says what can be done now, and what stands in the way of the rest', async () => {
    const { body } = await cast.officer.get(`/v1/cases/${opened.id}/available-commands`);
    expect(body.commands.map(({ command, allowed }: Json) => [command, allowed])).toEqual([['reassign', false], ['auto-assign', false], ['allot', false], ['release', true], ['recuse', false], ['link', true], ['unlink', true], ['note', true], ['close', false]]);
    expect(body.commands.at(-1).failedGuards).toMatchObject([{ code: 'case.obligations-open', details: [{ id: opened.reply }, { kind: 'penalty', number: expect.stringMatching(/^CF2026-\d{7}$/) }, { id: second.reply }] }]);
    const head = (await cast.head.get(`/v1/cases/${opened.id}/available-commands`)).body.commands;
    expect(head.filter(({ allowed }: Json) => allowed).map(({ command }: Json) => command)).toEqual(['reassign', 'auto-assign', 'allot', 'recuse', 'link', 'unlink', 'note']);
    const oversight = (await (await app.as('oversight')).get(`/v1/cases/${opened.id}/available-commands`)).body.commands;
    expect(oversight.filter(({ allowed }: Json) => allowed)).toEqual([]);
  });

  it.each(['', '/timeline', '/timeline?with=complaints', '/deadlines', '/notes', '/available-commands'])('%s: another county’s case is not there', async (tail) => {
    const [foreign, unknown] = await Promise.all([opened.id, NOTHING].map((id) => cast.stranger.get(`/v1/cases/${id}${tail}`)));
    expect([foreign?.status, foreign?.body.code]).toEqual([404, 'subject.not-found']);
    expect([unknown?.status, unknown?.body.code]).toEqual([404, 'subject.not-found']);
    expect((await cast.city.get(`/v1/cases/${opened.id}${tail}`)).status).toBe(200);
  });
});
