import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sweep } from '../../../src/platform/workflow/sweep.js';
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';

describe('the sweeper', () => {
  let app: TestApp;
  let second: TestApp;
  let operator: Client;

  // HTTP only: nothing sweeps but what the test starts.
  beforeAll(async () => {
    app = await startTestApp();
    second = await startTestApp({ sql: app.sql });
    operator = await app.as('hotline-operator');
  });
  afterAll(async () => {
    await second.close();
    await app.close();
  });

  const late = { receivedAt: '2026-09-01T09:00:00+08:00', hotlineReceivedAt: '2026-09-01T09:00:00+08:00' };
  const at = new Date('2026-11-20T00:00:00Z');
  const file = async (count: number): Promise<void> => {
    await Promise.all(Array.from({ length: count }, () => operator.post('/v1/complaints', report(late))));
  };
  const marks = async (): Promise<{ deadlines: number; entries: number; distinct: number; events: number }[]> => app.sql.admin("SELECT (SELECT count(*)::int FROM deadline WHERE status = 'overdue') AS deadlines, (SELECT count(*)::int FROM ledger_entry WHERE event = 'deadline.overdue') AS entries, (SELECT count(DISTINCT data->>'deadlineId')::int FROM ledger_entry WHERE event = 'deadline.overdue') AS distinct, (SELECT count(*)::int FROM outbox WHERE event = 'deadline.overdue') AS events");
  const sweeps = (): Sweep[] => [app.app.get(Sweep), second.app.get(Sweep)];

  async function untilNoneIsLeft(): Promise<number> {
    let total = 0;
    for (let round = 1; round > 0; ) {
      const results = await Promise.all([...sweeps(), ...sweeps()].map((sweep) => sweep.overdue(at)));
      round = results.reduce((sum, { marked }) => sum + marked, 0);
      total += round;
    }
    return total;
  }

  it('of two processes at once marks each clock once, with one entry and one event', async () => {
    await file(80);
    expect(await untilNoneIsLeft()).toBe(160);
    expect(await marks()).toEqual([{ deadlines: 160, entries: 160, distinct: 160, events: 160 }]);
    // Eighty complaints and their replies, one organisation and one right that they all name, and what the sweep wrote.
    expect((await (await app.as('administrator')).get('/v1/ledger/verification')).body).toMatchObject({ ok: true, entries: 322 });
  }, 30_000);

  it('that fails in the middle has done nothing, and the next one does it all', async () => {
    await file(3);
    await app.sql.admin("CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$; CREATE TRIGGER fail BEFORE INSERT ON outbox FOR EACH ROW WHEN (NEW.event = 'deadline.overdue') EXECUTE FUNCTION fail()");
    await expect(app.app.get(Sweep).overdue(at)).rejects.toThrow();
    await app.sql.admin('DROP TRIGGER fail ON outbox; DROP FUNCTION fail()');
    expect(await marks()).toEqual([{ deadlines: 160, entries: 160, distinct: 160, events: 160 }]);
    expect(await second.app.get(Sweep).overdue(at)).toEqual({ marked: 6, more: false });
    expect(await app.app.get(Sweep).overdue(at)).toEqual({ marked: 0, more: false });
    expect(await marks()).toEqual([{ deadlines: 166, entries: 166, distinct: 166, events: 166 }]);
  });

  it('marks at the instant after the last one, and leaves alone what is paused or ended', async () => {
    const { body } = await operator.post('/v1/complaints', report(late));
    const [[one], [other]] = [body.deadlines, body.reply.deadlines];
    await app.sql.admin("UPDATE deadline SET status = 'paused', legal_due = NULL, safe_due = NULL WHERE id = $1", [one.id]);
    const last = new Date(other.legalDue);
    expect(await app.app.get(Sweep).overdue(last)).toEqual({ marked: 0, more: false });
    expect(await app.app.get(Sweep).overdue(new Date(last.getTime() + 1))).toEqual({ marked: 1, more: false });
    expect(await app.sql.admin('SELECT status FROM deadline WHERE id = ANY($1::uuid[]) ORDER BY status', [[one.id, other.id]])).toEqual([{ status: 'overdue' }, { status: 'paused' }]);
  });
});
