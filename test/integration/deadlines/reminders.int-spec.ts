import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Sweep } from '../../../src/platform/workflow/sweep.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { until } from '../../support/wait.js';
import { act, CHAOAN, entries, filed, read, started, type Filed } from './clocks.ground.js';

const EVIDENCE = '延长期限审批表 测延〔2026〕12号：样品须送外地检测';
const nine = (day: string): Date => new Date(`${day}T09:00:00+08:00`);

describe('reminders', () => {
  let app: TestApp;
  let operator: Client;
  let matter: Filed;

  // HTTP only: nothing sweeps but what the test starts.
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    // Nothing of an earlier test is left to remind of.
    await app.sql.admin("UPDATE deadline SET status = 'void', ended_at = now() WHERE ended_at IS NULL");
    app.now.set('2026-11-02T12:00:00+08:00');
    operator = await app.as('hotline-operator');
    matter = await filed(operator);
    await app.sql.admin("UPDATE deadline SET status = 'void', ended_at = now() WHERE subject_type = 'reply'");
  });

  const sweep = (at: Date): Promise<{ marked: number; more: boolean }> => app.app.get(Sweep).remind(at);
  /** What was reminded of, and on account of which instant. */
  const told = async (): Promise<string[]> => (await entries(await app.as('enforcement-officer', CHAOAN), matter.complaint, 'deadline.reminder')).map(({ data }: Json) => data.remindAt);

  it('come at half time and five, three and one working days before the safe date, each once', async () => {
    // Fifteen working days from 2 November end on the 23rd: 12, 16, 18 and 20 November, by hand.
    for (const [at, marked] of [['2026-11-12T08:59:59+08:00', 0], ['2026-11-12T09:00:00+08:00', 1], ['2026-11-12T09:00:01+08:00', 0], ['2026-11-15T09:00:00+08:00', 0], ['2026-11-16T09:00:00+08:00', 1], ['2026-11-18T12:00:00+08:00', 1], ['2026-11-20T09:00:00+08:00', 1], ['2026-11-23T23:00:00+08:00', 0]] as const)
      expect([at, (await sweep(new Date(at))).marked]).toEqual([at, marked]);
    expect(await told()).toEqual(['2026-11-12', '2026-11-16', '2026-11-18', '2026-11-20'].map((day) => nine(day).toISOString()));
    expect(await app.sql.admin("SELECT count(*)::int AS events, count(DISTINCT seq)::int AS entries FROM outbox WHERE event = 'deadline.reminder' AND subject_id = $1", [matter.clock])).toEqual([{ events: 4, entries: 4 }]);
  });

  it('that were missed while nothing swept come as one, and the rest follows', async () => {
    expect((await sweep(nine('2026-11-19'))).marked).toBe(1);
    expect((await sweep(nine('2026-11-19'))).marked).toBe(0);
    expect((await sweep(nine('2026-11-20'))).marked).toBe(1);
    expect(await told()).toHaveLength(2);
  });

  it('are not sent for what is overdue: that is told instead', async () => {
    const late = nine('2026-11-25');
    await app.app.get(Sweep).overdue(late);
    expect((await sweep(late)).marked).toBe(0);
    // Nor where the mark is still to come.
    const other = await filed(operator);
    expect((await sweep(late)).marked).toBe(0);
    expect((await read(operator, other.clock)).status).toBe('running');
  });

  it('of two processes at once come once', async () => {
    await Promise.all(Array.from({ length: 30 }, () => filed(operator)));
    await app.sql.admin("UPDATE deadline SET status = 'void', ended_at = now() WHERE subject_type = 'reply' AND ended_at IS NULL");
    let total = 0;
    for (let round = 1; round > 0; ) {
      round = (await Promise.all([1, 2, 3].map(() => sweep(nine('2026-11-12'))))).reduce((sum, { marked }) => sum + marked, 0);
      total += round;
    }
    expect(total).toBe(31);
    expect((await (await app.as('administrator')).get('/v1/ledger/verification')).body.ok).toBe(true);
  });

  it('follow the clock through a pause and an extension', async () => {
    app.now.set('2026-11-04T09:00:00+08:00');
    const [officer, head] = await Promise.all([app.as('enforcement-officer', CHAOAN), app.as('agency-head', CHAOAN)]);
    await act(officer, matter.clock, 'pause', { reason: 'testing', note: '委托检测 测检〔2026〕3号' });
    expect((await sweep(nine('2026-11-20'))).marked).toBe(0);
    app.now.set('2026-11-05T09:00:00+08:00');
    const [later, chief] = await Promise.all([app.as('enforcement-officer', CHAOAN), app.as('agency-head', CHAOAN)]);
    await act(later, matter.clock, 'resume');
    // Due on 25 November now: half of 23 days after the 2nd is the 13th.
    expect((await read(later, matter.clock)).remindAt).toBe(nine('2026-11-13').toISOString());
    expect((await sweep(nine('2026-11-13'))).marked).toBe(1);
    await act(chief, matter.clock, 'extend', { extension: 'head', evidence: EVIDENCE });
    expect(head.agency).toBe(CHAOAN);
    // Fifteen working days more end on 16 December: half of 44 days after 2 November is the 24th.
    expect((await read(later, matter.clock)).remindAt).toBe(nine('2026-11-24').toISOString());
    expect((await sweep(nine('2026-11-20'))).marked).toBe(0);
    expect((await sweep(nine('2026-11-24'))).marked).toBe(1);
  });

  it('go by the legal date where the time is a party’s', async () => {
    // Thirty days to answer from Friday 13 November: Sunday 13 December, so Monday 14 in law and Friday 11 for safety. One working day before the 14th is the 11th.
    const answer = await started(app, matter.complaint, 'adjudication.answer-abroad', { triggerAt: '2026-11-13T10:00:00+08:00' });
    await app.sql.admin('UPDATE deadline SET reminded_at = $2, remind_at = $3 WHERE id = $1', [answer, nine('2026-12-09'), nine('2026-12-09')]);
    await sweep(nine('2026-12-09'));
    expect((await read(operator, answer)).remindAt).toBe(nine('2026-12-11').toISOString());
  });

  it('change no version: nobody’s decision is stale because of one', async () => {
    await sweep(nine('2026-11-12'));
    expect((await read(operator, matter.clock)).version).toBe(1);
  });

  it('that fail in the middle have done nothing, and the next sweep does it', async () => {
    await app.sql.admin("CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$; CREATE TRIGGER fail BEFORE INSERT ON outbox FOR EACH ROW WHEN (NEW.event = 'deadline.reminder') EXECUTE FUNCTION fail()");
    await expect(sweep(nine('2026-11-12'))).rejects.toThrow();
    await app.sql.admin('DROP TRIGGER fail ON outbox; DROP FUNCTION fail()');
    expect(await told()).toEqual([]);
    expect((await sweep(nine('2026-11-12'))).marked).toBe(1);
  });

  it('find their clocks by an index', async () => {
    await app.sql.admin(`INSERT INTO deadline (id, subject_type, subject_id, kind, status, agency, intake_agency, region, trigger_at, legal_due, safe_due, provisional, derivation, warnings, basis, pauses, extensions, remind_at)
      SELECT gen_random_uuid(), 'complaint', $1, 'report.verification', 'running', 'elsewhere', 'elsewhere', '445103', now(), '2030-01-01', '2030-01-01', false, '[]', '[]', '{}', '[]', '[]', '2029-01-01'::timestamptz + n * interval '1 minute' FROM generate_series(1, 20000) n`, [matter.complaint]);
    await app.sql.admin('ANALYZE deadline');
    const scans = async (): Promise<number> => (await app.sql.admin<{ scans: number }>("SELECT idx_scan::int AS scans FROM pg_stat_user_indexes WHERE indexrelname = 'deadline_remind'"))[0]?.scans ?? 0;
    const before = await scans();
    await sweep(nine('2026-11-12'));
    expect(await until('the index to be scanned', async () => (await scans()) > before)).toBe(true);
  });
});

describe('a reminder whose queue was lost', () => {
  it('reaches the agency all the same, once', async () => {
    const first = await startTestApp();
    try {
      first.now.set('2026-11-12T10:00:00+08:00');
      const matter = await filed(await first.as('hotline-operator'));
      // Reminded and committed; the process dies before any job runs, and its queue with it.
      await first.app.get(Sweep).overdue(first.now.date());
      expect((await first.app.get(Sweep).remind(first.now.date())).marked).toBeGreaterThan(0);
      // The next reminders are not for this test, whatever day it is.
      await first.sql.admin('UPDATE deadline SET remind_at = NULL');
      const second = await startTestApp({ sql: first.sql, env: { ROLE: 'all' } });
      try {
        second.now.set('2026-11-12T10:00:30+08:00');
        const officer = await second.as('enforcement-officer', CHAOAN);
        const notices = async (): Promise<Json[]> => (await officer.get('/v1/notices?limit=200')).body.items.filter(({ event, subjectId }: Json) => event === 'deadline.reminder' && subjectId === matter.clock);
        await until('the notice', async () => (await notices()).length > 0);
        await until('the outbox to be empty', async () => (await second.sql.admin<{ left: number }>('SELECT count(*)::int AS left FROM outbox WHERE completed_at IS NULL'))[0]?.left === 0);
        expect((await notices()).map(({ subjectType, agency }) => [subjectType, agency])).toEqual([['deadline', CHAOAN]]);
      } finally {
        await second.close();
      }
    } finally {
      await first.close();
    }
  }, 60_000);
});
