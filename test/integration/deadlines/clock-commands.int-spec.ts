import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Sweep } from '../../../src/platform/workflow/sweep.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { act, CHAOAN, CITY, day, entries, failed, filed, read, started, type Filed } from './clocks.ground.js';

const NOTE = '委托鉴定书 测鉴〔2026〕3号';
const EVIDENCE = '延长期限审批表 测延〔2026〕12号：样品须送外地检测';

describe('commands on a clock', () => {
  let app: TestApp;
  let operator: Client;
  let officer: Client;
  let head: Client;
  let cityHead: Client;
  let matter: Filed;

  beforeAll(async () => {
    app = await startTestApp();
    [operator, officer, head, cityHead] = await Promise.all([app.as('hotline-operator'), app.as('enforcement-officer', CHAOAN), app.as('agency-head', CHAOAN), app.as('agency-head', CITY)]);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.now.set('2026-11-04T09:00:00+08:00');
    matter = await filed(operator);
  });

  const due = async (id = matter.clock): Promise<unknown> => ((clock: Json) => [clock.status, day(clock.legalDue), day(clock.safeDue)])(await read(officer, id));
  const nextDue = async (): Promise<unknown> => (await app.sql.admin<{ nextDue: Date | null }>('SELECT next_due AS "nextDue" FROM complaint WHERE id = $1', [matter.complaint]))[0]?.nextDue?.toISOString() ?? null;

  describe('pause and resume', () => {
    it('leave out the days of the pause, first and last included, and keep ground, paper and article', async () => {
      expect(await due()).toEqual(['running', '2026-11-23', '2026-11-23']);
      const answer = await act(officer, matter.clock, 'pause', { reason: 'appraisal', note: NOTE });
      expect([answer.status, answer.headers.get('etag'), answer.body.status, answer.body.legalDue, answer.body.remindAt]).toEqual([200, '"2"', 'paused', null, null]);
      expect(answer.body.pauses).toEqual([{ from: '2026-11-04T01:00:00.000Z', to: null, reason: 'appraisal', note: NOTE, basis: expect.objectContaining({ article: '第十八条第二款', status: 'verified' }) }]);
      expect([answer.body.allowedCommands, answer.body.pauseReasons]).toEqual([['resume', 'satisfy'], ['testing', 'inspection', 'quarantine', 'appraisal', 'right_holder_identification']]);
      app.now.set('2026-11-05T18:00:00+08:00');
      // The 4th and the 5th fall out: of fifteen working days from the 3rd the last is now Wednesday 25.
      expect((await act(officer, matter.clock, 'resume', { note: '收到鉴定意见' })).body).toMatchObject({ status: 'running', version: 3, pauses: [{ to: '2026-11-05T10:00:00.000Z' }] });
      expect(await due()).toEqual(['running', '2026-11-25', '2026-11-25']);
    });

    it('stand in the ledger of the subject with before and after, and go out as events of the clock', async () => {
      await act(officer, matter.clock, 'pause', { reason: 'testing', note: NOTE });
      const [entry] = await entries(officer, matter.complaint, 'deadline.paused');
      expect(entry.actor).toBe(officer.id);
      expect(entry.data).toMatchObject({ deadlineId: matter.clock, kind: 'report.verification', command: 'pause', reason: 'testing', note: NOTE, before: { status: 'running', legalDue: '2026-11-23T15:59:59.999Z' }, after: { status: 'paused', legalDue: null }, basis: { article: '第十八条第二款' } });
      expect(await app.sql.admin("SELECT subject_type AS type, subject_id AS id FROM outbox WHERE event = 'deadline.paused' AND subject_id = $1", [matter.clock])).toEqual([{ type: 'deadline', id: matter.clock }]);
      expect((await (await app.as('administrator')).get('/v1/ledger/verification')).body.ok).toBe(true);
    });

    it('move what is due next on the subject, without touching its version', async () => {
      const version = (await officer.get(`/v1/complaints/${matter.complaint}`)).body.version;
      expect(await nextDue()).toBe('2026-11-23T15:59:59.999Z');
      await act(officer, matter.clock, 'pause', { reason: 'testing', note: NOTE });
      expect(await nextDue()).toBeNull();
      app.now.set('2026-11-05T09:00:00+08:00');
      await act(officer, matter.clock, 'resume');
      expect(await nextDue()).toBe('2026-11-25T15:59:59.999Z');
      expect((await officer.get(`/v1/complaints/${matter.complaint}`)).body.version).toBe(version);
    });

    it('take out personal numbers that somebody typed', async () => {
      await act(officer, matter.clock, 'pause', { reason: 'testing', note: '送检，联系人电话13800000000' });
      expect((await read(officer, matter.clock)).pauses[0].note).toBe('送检，联系人电话〔电话〕');
      expect(JSON.stringify(await entries(officer, matter.complaint, 'deadline.paused'))).not.toContain('13800000000');
    });

    it('are refused for a reason that the statute of this kind does not know', async () => {
      expect(failed(await act(officer, matter.clock, 'pause', { reason: 'settlement', note: NOTE }))).toEqual([409, 'command.refused', ['reason-of-kind']]);
      const never = await started(app, matter.complaint, 'mediation.termination-notice');
      expect(failed(await act(officer, never, 'pause', { reason: 'testing', note: NOTE }))).toEqual([409, 'command.refused', ['reason-of-kind']]);
    });

    it('are refused where the table has no such row, with what is allowed', async () => {
      expect(failed(await act(officer, matter.clock, 'resume'))).toEqual([409, 'command.refused', []]);
      await act(officer, matter.clock, 'pause', { reason: 'testing', note: NOTE });
      const again = await act(officer, matter.clock, 'pause', { reason: 'testing', note: NOTE });
      expect([again.status, again.body.reason, again.body.state, again.body.allowedCommands]).toEqual([409, 'not-allowed-now', 'paused', expect.arrayContaining(['resume'])]);
    });

    it('do not reach a clock whose last instant has passed, swept or not', async () => {
      app.now.set('2026-11-24T00:00:00+08:00');
      // Tokens live for minutes: days later one logs in again.
      const later = await app.as('enforcement-officer', CHAOAN);
      const late = await act(later, matter.clock, 'pause', { reason: 'testing', note: NOTE });
      expect([late.status, late.body.state]).toEqual([409, 'overdue']);
      await app.app.get(Sweep).overdue(new Date('2026-11-24T00:00:00+08:00'));
      expect((await act(later, matter.clock, 'pause', { reason: 'testing', note: NOTE })).status).toBe(409);
    });

    it('leave alone what a move of the procedure suspended', async () => {
      const [pause] = [{ from: '2026-11-03T01:00:00.000Z', to: null, reason: 'command', basis: { source: '令2', article: '第四十六条', status: 'verified' } }];
      await app.sql.admin("UPDATE deadline SET status = 'paused', legal_due = NULL, safe_due = NULL, pauses = $2 WHERE id = $1", [matter.clock, JSON.stringify([pause])]);
      expect(failed(await act(officer, matter.clock, 'resume'))).toEqual([409, 'command.refused', ['paused-by-hand']]);
    });
  });

  describe('extend', () => {
    it('grants the rung of the head, by the head, with its evidence and article', async () => {
      expect((await read(head, matter.clock)).nextExtension).toEqual({ code: 'head', label: 'Extension granted by the head of the agency', amount: 15, unit: 'working_day', approver: 'agency-head', basis: expect.objectContaining({ article: '第十八条第一款' }) });
      const answer = await act(head, matter.clock, 'extend', { extension: 'head', evidence: EVIDENCE });
      // Fifteen more working days from Monday 23 November end on Monday 14 December.
      expect([answer.status, day(answer.body.legalDue), answer.body.nextExtension]).toEqual([200, '2026-12-14', null]);
      expect(answer.body.extensions).toEqual([{ code: 'head', at: '2026-11-04T01:00:00.000Z', by: head.id, agency: CHAOAN, evidence: EVIDENCE }]);
      const [entry] = await entries(officer, matter.complaint, 'deadline.extended');
      expect(entry.data).toMatchObject({ extension: 'head', approver: 'agency-head', evidence: EVIDENCE, before: { legalDue: '2026-11-23T15:59:59.999Z' }, after: { legalDue: '2026-12-14T15:59:59.999Z' }, basis: { article: '第十八条第一款' } });
      expect(await nextDue()).toBe('2026-12-14T15:59:59.999Z');
    });

    it('climbs the ladder one rung at a time, and ends at its top', async () => {
      expect(failed(await act(head, matter.clock, 'extend', { extension: 'together', evidence: EVIDENCE }))).toEqual([409, 'command.refused', ['next-rung']]);
      await act(head, matter.clock, 'extend', { extension: 'head', evidence: EVIDENCE });
      expect(failed(await act(head, matter.clock, 'extend', { extension: 'head', evidence: EVIDENCE }))).toEqual([409, 'command.refused', ['next-rung']]);
      const decision = await started(app, matter.complaint, 'case.decision', { triggerAt: '2026-10-12T10:00:00+08:00' });
      expect(failed(await act(head, decision, 'extend', { extension: 'together', amount: 10, evidence: EVIDENCE }))).toEqual([409, 'command.refused', ['next-rung']]);
      // Ninety days from 12 October: 10 January; thirty more: 9 February; ten more: 19 February. 2027 has no notice yet, so nothing rolls.
      expect(day((await act(head, decision, 'extend', { extension: 'head', evidence: EVIDENCE })).body.legalDue)).toBe('2027-02-09');
      expect(day((await act(head, decision, 'extend', { extension: 'together', amount: 10, evidence: EVIDENCE })).body.legalDue)).toBe('2027-02-19');
      expect((await read(head, decision)).extensions.map(({ code, amount }: Json) => [code, amount])).toEqual([['head', undefined], ['together', 10]]);
    });

    it.each<[string, number | undefined, string]>([['missing', undefined, 'amount-missing'], ['too long', 181, 'amount-out-of-bounds']])('refuses a length that the statute leaves open and that is %s', async (_, amount, code) => {
      const decision = await started(app, matter.complaint, 'case.decision');
      await act(head, decision, 'extend', { extension: 'head', evidence: EVIDENCE });
      const { status, body } = await act(head, decision, 'extend', { extension: 'together', amount, evidence: EVIDENCE });
      expect([status, body.code, body.errors.map((error: Json) => [error.path, error.code])]).toEqual([400, 'request.invalid', [['amount', code]]]);
    });

    it('refuses a length where the statute fixes it', async () => {
      const { status, body } = await act(head, matter.clock, 'extend', { extension: 'head', amount: 20, evidence: EVIDENCE });
      expect([status, body.errors[0].code]).toEqual([400, 'amount-given']);
    });

    it('is for the head: not for officers, not for the head of another agency, not for the one above', async () => {
      expect((await officer.command(`/v1/deadlines/${matter.clock}/extend`, 1, { extension: 'head', evidence: EVIDENCE })).status).toBe(403);
      expect((await (await app.as('agency-head', 'raoping-market-regulation')).command(`/v1/deadlines/${matter.clock}/extend`, 1, { extension: 'head', evidence: EVIDENCE })).status).toBe(404);
      expect(failed(await act(cityHead, matter.clock, 'extend', { extension: 'head', evidence: EVIDENCE }))).toEqual([409, 'command.refused', ['approver-of-rung']]);
    });

    it('needs the superior for a rung of the superior', async () => {
      const adjudication = await started(app, matter.complaint, 'adjudication.decision');
      await act(head, adjudication, 'extend', { extension: 'head', evidence: EVIDENCE });
      expect(failed(await act(head, adjudication, 'extend', { extension: 'superior', amount: 2, evidence: EVIDENCE }))).toEqual([409, 'command.refused', ['approver-of-rung']]);
      // Three, one and two months from 2 November.
      expect(day((await act(cityHead, adjudication, 'extend', { extension: 'superior', amount: 2, evidence: EVIDENCE })).body.legalDue)).toBe('2027-05-02');
    });

    it('is refused after the limit has run out, swept or not', async () => {
      app.now.set('2026-11-24T00:00:00+08:00');
      const later = await app.as('agency-head', CHAOAN);
      expect(failed(await act(later, matter.clock, 'extend', { extension: 'head', evidence: EVIDENCE }))).toEqual([409, 'command.refused', ['late-extension-allowed']]);
      await app.app.get(Sweep).overdue(new Date('2026-11-24T00:00:00+08:00'));
      expect(failed(await act(later, matter.clock, 'extend', { extension: 'head', evidence: EVIDENCE }))).toEqual([409, 'command.refused', ['late-extension-allowed']]);
    });

    it('may come late where that was written down, and keeps that the clock was overdue', async () => {
      const fine = await started(app, matter.complaint, 'fine.payment', { triggerAt: '2026-10-12T10:00:00+08:00' });
      const at = '2026-11-04T09:00:00+08:00';
      await app.app.get(Sweep).overdue(new Date(at));
      expect((await read(head, fine)).status).toBe('overdue');
      const answer = await act(head, fine, 'extend', { extension: 'head', amount: 3, evidence: EVIDENCE });
      // Fifteen days from 12 October: the 27th; three months more: 27 January.
      expect([answer.status, answer.body.status, day(answer.body.legalDue), answer.body.overdueAt]).toEqual([200, 'running', '2027-01-27', new Date(at).toISOString()]);
      expect(await entries(officer, matter.complaint, 'deadline.overdue')).toHaveLength(1);
    });

    it('of two at once grants one', async () => {
      const decision = await started(app, matter.complaint, 'case.decision');
      const send = (): Promise<{ status: number }> => head.command(`/v1/deadlines/${decision}/extend`, 1, { extension: 'head', evidence: EVIDENCE });
      expect((await Promise.all([send(), send(), send()])).map(({ status }) => status).sort()).toEqual([200, 412, 412]);
      expect((await read(head, decision)).extensions).toHaveLength(1);
      expect(await entries(officer, matter.complaint, 'deadline.extended')).toHaveLength(1);
    });
  });

  describe('satisfy', () => {
    const REASON = '2026-11-04 已书面告知双方，送达回证存卷';

    it('ends a duty that was done outside the system', async () => {
      const notice = await started(app, matter.complaint, 'mediation.termination-notice');
      const answer = await act(officer, notice, 'satisfy', { reason: REASON });
      expect([answer.body.status, answer.body.endedAt, answer.body.remindAt, answer.body.allowedCommands]).toEqual(['met', '2026-11-04T01:00:00.000Z', null, []]);
      expect((await entries(officer, matter.complaint, 'deadline.satisfied')).map(({ data }) => [data.deadlineId, data.reason, data.basis.article])).toEqual([[notice, REASON, '第二十三条第二款']]);
      expect((await act(officer, notice, 'satisfy', { reason: REASON })).status).toBe(409);
    });

    it('says that it was late, swept or not', async () => {
      const [swept, unswept] = [await started(app, matter.complaint, 'mediation.termination-notice', { triggerAt: '2026-10-12T10:00:00+08:00' }), await started(app, matter.complaint, 'mediation.termination-notice', { triggerAt: '2026-10-13T10:00:00+08:00' })];
      await app.app.get(Sweep).overdue(new Date('2026-10-22T00:00:00+08:00'));
      for (const id of [swept, unswept]) expect((await act(officer, id, 'satisfy', { reason: REASON })).body.status).toBe('met-late');
    });

    it('is refused where a step of the procedure ends the clock', async () => {
      expect(failed(await act(officer, matter.clock, 'satisfy', { reason: REASON }))).toEqual([409, 'command.refused', ['done-outside']]);
    });
  });

  describe('every command', () => {
    const BODIES: Readonly<Record<string, object>> = { pause: { reason: 'testing', note: NOTE }, resume: {}, extend: { extension: 'head', evidence: EVIDENCE }, satisfy: { reason: '已办理并存卷' } };

    it.each(Object.keys(BODIES))('%s asks for the version of the clock, and refuses an old one', async (command) => {
      const path = `/v1/deadlines/${matter.clock}/${command}`;
      const missing = await head.post(path, BODIES[command]);
      expect([missing.status, missing.body.code]).toEqual([428, 'precondition.required']);
      const stale = await head.command(path, 7, BODIES[command]);
      expect([stale.status, stale.body.code, stale.body.currentVersion]).toEqual([412, 'precondition.failed', 1]);
    });

    it.each(Object.keys(BODIES))('%s does not tell another agency that the clock exists', async (command) => {
      const stranger = await app.as('agency-head', 'raoping-market-regulation');
      expect([(await stranger.command(`/v1/deadlines/${matter.clock}/${command}`, 1, BODIES[command])).status, (await stranger.get(`/v1/deadlines/${matter.clock}`)).status]).toEqual([404, 404]);
      expect((await head.command(`/v1/deadlines/${randomUUID()}/${command}`, 1, BODIES[command])).status).toBe(404);
    });

    it.each(['hotline-operator', 'intake-clerk', 'oversight', 'administrator', 'statistician', 'registry-reviewer'])('is not for the %s', async (role) => {
      const client = await app.as(role);
      for (const command of Object.keys(BODIES)) expect([command, (await client.command(`/v1/deadlines/${matter.clock}/${command}`, 1, BODIES[command])).status]).toEqual([command, 403]);
    });

    it('names every wrong field, and all that is unknown', async () => {
      const { status, body } = await head.command(`/v1/deadlines/${matter.clock}/extend`, 1, { extension: '', evidence: '略', amount: 0, status: 'met' });
      expect([status, body.errors.map(({ path }: Json) => path).sort()]).toEqual([400, ['amount', 'evidence', 'extension', 'status']]);
      expect((await officer.command(`/v1/deadlines/${matter.clock}/pause`, 1, { reason: 'holiday' })).body.errors.map(({ path }: Json) => path)).toEqual(['reason', 'note', 'note', 'note']);
    });

    it('sent again under its key gives the same answer and is done once', async () => {
      const key = { 'idempotency-key': randomUUID() };
      const path = `/v1/deadlines/${matter.clock}/extend`;
      const first = await head.command(path, 1, BODIES['extend'], key);
      const again = await head.command(path, 1, BODIES['extend'], key);
      expect([again.status, again.headers.get('idempotency-replayed'), again.body]).toEqual([200, 'true', first.body]);
      expect(await entries(officer, matter.complaint, 'deadline.extended')).toHaveLength(1);
    });

    it('that fails while it writes has changed nothing', async () => {
      await app.sql.admin("CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$; CREATE TRIGGER fail BEFORE INSERT ON outbox FOR EACH ROW WHEN (NEW.event = 'deadline.extended') EXECUTE FUNCTION fail()");
      expect((await act(head, matter.clock, 'extend', BODIES['extend'])).status).toBe(500);
      await app.sql.admin('DROP TRIGGER fail ON outbox; DROP FUNCTION fail()');
      expect([await due(), (await read(head, matter.clock)).version, await entries(officer, matter.complaint, 'deadline.extended'), await nextDue()]).toEqual([['running', '2026-11-23', '2026-11-23'], 1, [], '2026-11-23T15:59:59.999Z']);
    });

    it('and a move of the subject at the same time both happen, in one chain', async () => {
      const version = (await officer.get(`/v1/complaints/${matter.complaint}`)).body.version;
      const [moved, paused] = await Promise.all([officer.command(`/v1/complaints/${matter.complaint}/accept`, version), officer.command(`/v1/deadlines/${matter.clock}/pause`, 1, BODIES['pause'])]);
      expect([moved.status, paused.status]).toEqual([200, 200]);
      expect((await (await app.as('administrator')).get('/v1/ledger/verification')).body.ok).toBe(true);
    });
  });
});
