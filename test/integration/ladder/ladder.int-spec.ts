import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LadderService } from '../../../src/modules/ladder/ladder.service.js';
import { Background } from '../../../src/platform/background.js';
import { Sweep } from '../../../src/platform/workflow/sweep.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { act, castOf, CHAOAN, CITY, openCase, type Cast } from '../cases/cases.ground.js';

const MONDAY = '2026-11-23T10:00:00+08:00';

describe('the escalation ladder', () => {
  let app: TestApp;
  let cast: Cast;
  let ladder: LadderService;

  beforeAll(async () => {
    // No worker runs: what a test does not call for does not happen.
    app = await startTestApp({ at: MONDAY });
    cast = await castOf(app);
    ladder = app.app.get(LadderService);
  });
  afterAll(() => app.close());

  const at = async (instant: string): Promise<void> => {
    app.now.set(instant);
    const sweep = app.app.get(Sweep);
    while ((await sweep.overdue(app.now.date())).more);
    while ((await sweep.remind(app.now.date())).more);
    await ladder.climb(app.now.date());
  };
  const steps = async (caseId: string, by: Client = cast.head): Promise<Json[]> => (await by.get(`/v1/cases/${caseId}/escalation-steps`)).body.items.reverse();
  const told = (found: Json[]): string[] => found.map(({ rule, rung, told: agency }: Json) => `${rule} ${rung} ${agency}`);
  const shown = async (caseId: string): Promise<Json> => (await cast.head.get(`/v1/cases/${caseId}`)).body;
  const listed = async (caseId: string): Promise<Json[]> => app.sql.admin<Json>('SELECT escalated_for AS reason FROM case_file WHERE id = $1', [caseId]);
  const urgedOf = async (): Promise<{ id: string; sourceSystem: string; externalNumber: string }> => {
    const { id, complaint } = await openCase(cast);
    const { body: { sourceSystem, externalNumber } } = await cast.operator.get(`/v1/complaints/${complaint}`);
    return { id, sourceSystem, externalNumber };
  };
  let orders = 0;
  const record = (of: Json): Promise<Json> => cast.operator.post('/v1/urgings/from-hotline', { sourceSystem: of.sourceSystem, externalNumber: of.externalNumber, order: `L${(orders += 1)}`, reason: '来电人催办' });

  it('is readable as data, by whoever reads cases', async () => {
    const { body } = await cast.officer.get('/v1/escalation-ladder');
    expect(body.rungs.map(({ code, told: who }: Json) => [code, who])).toEqual([['owner', 'handling'], ['head', 'handling'], ['city-bureau', 'superior'], ['joint-meeting', 'cz-market-regulation']]);
    expect(body.rules.map(({ code, list, warning }: Json) => [code, list, warning])).toContainEqual(['overdue', 'overdue', null]);
    expect(body.rules).toHaveLength(10);
    expect((await cast.operator.get('/v1/escalation-ladder')).status).toBe(403);
  });

  it('takes a case up with the clock that warned and ran out, each step once, until it is done', async () => {
    app.now.set(MONDAY);
    const { id } = await openCase(cast);
    // Fifteen working days from Monday 23 November: Monday 14 December.
    const [clock] = await app.sql.admin<Json>("SELECT id, kind, legal_due FROM deadline WHERE within_id = $1 AND holder = 'agency' AND ended_at IS NULL ORDER BY legal_due LIMIT 1", [id]);
    expect(clock.legal_due.toISOString()).toBe('2026-12-14T15:59:59.999Z');
    await at('2026-12-08T10:00:00+08:00');
    expect(told(await steps(id))).toEqual([]);
    // Wednesday: Thursday, Friday and Monday are left.
    await at('2026-12-09T10:00:00+08:00');
    expect(told(await steps(id))).toEqual([`yellow-warning owner ${CHAOAN}`]);
    await at('2026-12-11T10:00:00+08:00');
    expect(told(await steps(id)).slice(1)).toEqual([`red-warning head ${CHAOAN}`]);
    expect(await listed(id)).toEqual([{ reason: null }]);
    await at('2026-12-15T00:00:01+08:00');
    expect(told(await steps(id)).slice(2)).toEqual([`overdue head ${CHAOAN}`]);
    expect((await steps(id)).at(-1)).toMatchObject({ cause: clock.id, kind: clock.kind, due: '2026-12-14T15:59:59.999Z', listed: true, count: null, caseId: id, agency: CHAOAN, warning: null, label: 'Overdue: to the head' });
    expect(await listed(id)).toEqual([{ reason: 'overdue' }]);

    // The head gives it to an officer; five working days later it goes to the city, and before the head again.
    await act(cast.head, id, 'assign', { officer: cast.officer.id });
    expect(await listed(id)).toEqual([{ reason: null }]);
    await at('2026-12-21T23:00:00+08:00');
    expect(await steps(id)).toHaveLength(3);
    await at('2026-12-22T00:00:00+08:00');
    expect(told(await steps(id)).slice(3)).toEqual([`overdue-to-city city-bureau ${CITY}`]);
    expect((await steps(id)).at(-1)).toMatchObject({ officer: cast.officer.id, listed: true });
    await ladder.climb(app.now.date());
    await ladder.climb(app.now.date(), [clock.id]);
    expect(await steps(id)).toHaveLength(4);
    await at('2027-01-08T10:00:00+08:00');
    expect(told(await steps(id)).slice(4)).toEqual([`overdue-to-joint-meeting joint-meeting ${CITY}`]);
    expect((await shown(id)).nextDue).toBe('2026-12-14T15:59:59.999Z');
  });

  it('catches up with everything that was missed, in order, however many look at once', async () => {
    app.now.set(MONDAY);
    const { id } = await openCase(cast);
    app.now.set('2027-03-01T10:00:00+08:00');
    const sweep = app.app.get(Sweep);
    while ((await sweep.overdue(app.now.date())).more);
    await Promise.all(Array.from({ length: 6 }, () => ladder.climb(app.now.date())));
    // It was never near: it is late, and nobody was reminded in between.
    expect(told(await steps(id))).toEqual([`overdue head ${CHAOAN}`, `overdue-to-city city-bureau ${CITY}`, `overdue-to-joint-meeting joint-meeting ${CITY}`]);
    expect((await app.sql.admin<Json>("SELECT count(*)::int AS count FROM ledger_entry WHERE subject_id = $1 AND event = 'case.escalated'", [id]))).toEqual([{ count: 1 }]);
  });

  it('leaves alone what is the time of a party, what was done in time, and what another kind of subject owes', async () => {
    app.now.set(MONDAY);
    const { id } = await openCase(cast);
    await app.sql.admin("UPDATE deadline SET holder = 'party' WHERE within_id = $1", [id]);
    await at('2026-12-22T10:00:00+08:00');
    expect(await steps(id)).toEqual([]);
    expect(await listed(id)).toEqual([{ reason: null }]);
  });

  it('takes an urging that nobody answers to the head and to the city, and one that was answered nowhere', async () => {
    app.now.set(MONDAY);
    const { id } = await openCase(cast);
    const urge = (): Promise<Json> => cast.city.post('/v1/urgings', { caseId: id, channel: 'city-bureau', reason: '请说明进展', days: 2 });
    const [open, answered] = [(await urge()).body, (await urge()).body];
    await cast.officer.command(`/v1/urgings/${answered.id}/answer`, 1, { answer: '已完成现场检查' });
    // Due on Wednesday 25 November.
    await at('2026-11-26T00:00:01+08:00');
    expect(told(await steps(id))).toEqual([`urging-unanswered head ${CHAOAN}`]);
    expect(await listed(id)).toEqual([{ reason: 'urging-unanswered' }]);
    await at('2026-12-01T00:00:01+08:00');
    expect(told(await steps(id)).slice(1)).toEqual([`urging-unanswered-to-city city-bureau ${CITY}`]);
    const [clock] = await app.sql.admin<Json>('SELECT id FROM deadline WHERE subject_id = $1', [open.id]);
    expect((await steps(id)).map(({ cause, kind, listed: on }: Json) => [cause, kind, on])).toEqual([[clock.id, 'urging.answer', true], [clock.id, 'urging.answer', false]]);
  });

  it('counts how often the hotline urged, and nothing that was withdrawn', async () => {
    app.now.set(MONDAY);
    const of = await urgedOf();
    const first = await record(of);
    await ladder.climb(app.now.date());
    expect(await steps(of.id)).toEqual([]);
    await cast.operator.command(`/v1/urgings/${first.body.items[0].id}/withdraw`, 1, { reason: '重复登记' });
    await record(of);
    await ladder.climb(app.now.date());
    expect(await steps(of.id)).toEqual([]);
    const second = await record(of);
    await ladder.climb(app.now.date(), [second.body.items[0].id]);
    expect((await steps(of.id)).map(({ rule, count, cause, listed: on }: Json) => [rule, count, cause, on])).toEqual([['urged-twice-by-hotline', 2, of.id, true]]);
    expect(await listed(of.id)).toEqual([{ reason: 'urged-repeatedly' }]);
    await record(of);
    await ladder.climb(app.now.date());
    expect(told(await steps(of.id)).slice(1)).toEqual([`urged-three-times-by-hotline city-bureau ${CITY}`]);
    // Urgings of others are not counted with those of the hotline.
    expect((await cast.head.get(`/v1/cases/${of.id}/urgings`)).body.counts).toEqual([{ channel: 'hotline-12345', sent: 3, answered: 0, withdrawn: 1, total: 3 }]);
  });

  it('climbs with all others where one cannot, and says so', async () => {
    app.now.set(MONDAY);
    const [broken, whole] = [await openCase(cast), await openCase(cast)];
    // Without the head of its chain nothing can be written of a case.
    const [head] = await app.sql.admin<Json>("DELETE FROM ledger_head WHERE subject_type = 'case' AND subject_id = $1 RETURNING *", [broken.id]);
    app.now.set('2026-12-15T00:00:01+08:00');
    const sweep = app.app.get(Sweep);
    while ((await sweep.overdue(app.now.date())).more);
    await expect(ladder.climb(app.now.date())).rejects.toMatchObject({ code: 'subject.not-found' });
    expect([told(await steps(broken.id)), told(await steps(whole.id))]).toEqual([[], [`overdue head ${CHAOAN}`]]);
    const columns = Object.keys(head);
    await app.sql.admin(`INSERT INTO ledger_head (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`, Object.values(head));
    await ladder.climb(app.now.date());
    expect(told(await steps(broken.id))).toEqual([`overdue head ${CHAOAN}`]);
  });

  it('shows its steps to whoever sees the case and to whom they were told, and lets nobody write them', async () => {
    const [{ id, case_id: caseId }] = await app.sql.admin<Json>("SELECT id, case_id FROM escalation_step WHERE rung = 'city-bureau' ORDER BY id LIMIT 1") as [Json];
    const { body } = await cast.city.get(`/v1/escalation-steps?told=${CITY}&rung=city-bureau&limit=200`);
    expect(body.items.map((one: Json) => one.id)).toContain(id);
    expect((await cast.stranger.get(`/v1/escalation-steps?case=${caseId}`)).body.items).toEqual([]);
    expect((await steps(caseId, await app.as('oversight'))).length).toBeGreaterThan(0);
    expect((await cast.head.get('/v1/escalation-steps?rung=cellar')).status).toBe(400);
const change = (scope: 'city' | 'agencies'): Promise<object[]> => app.database.transact({ scope, actor: 'somebody', agencies: [CITY], regions: null }, [{ statement: { name: 'test-step', text: "UPDATE escalation_step SET rung = 'owner' RETURNING id" }, values: [] }], async (_, [rows = []]) => rows);
    expect([await change('city'), await change('agencies')]).toEqual([[], []]);
    expect((await cast.operator.get('/v1/escalation-steps')).status).toBe(403);
  });

  it('is climbed by the sweep and the queue themselves, and by the chore of the hour when the queue has lost everything', async () => {
    app.now.set(MONDAY);
    const { id } = await openCase(cast);
    app.now.set('2026-12-15T00:00:01+08:00');
    await app.app.get(Background).round();
    // This process works no queue: nothing has climbed. The chore finds it.
    expect(await steps(id)).toEqual([]);
    await ladder.climb(app.now.date());
    expect(told(await steps(id))).toEqual([`overdue head ${CHAOAN}`]);
  });
});
