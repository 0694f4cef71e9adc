import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LadderService } from '../../src/modules/ladder/ladder.service.js';
import { Background } from '../../src/platform/background.js';
import { act, castOf, CHAOAN, CITY, openCase, type Cast } from '../integration/cases/cases.ground.js';
import { startTestApp, type Json, type TestApp } from '../support/app.js';
import { endVerification } from '../support/proceedings.js';
import { until } from '../support/wait.js';

jest.setTimeout(120_000);

describe('an overdue case', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-11-23T10:00:00+08:00', env: { ROLE: 'all' } });
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  it('climbs from its officer to the city while 12345 urges, is answered for, decided by the head, and ends', async () => {
    const { officer, head, city, operator } = cast;
    const { id, complaint, reply } = await openCase(cast);
    await act(head, id, 'assign', { officer: officer.id });
    const { body: { sourceSystem, externalNumber } } = await operator.get(`/v1/complaints/${complaint}`);
    const steps = async (): Promise<string[]> => (await head.get(`/v1/cases/${id}/escalation-steps`)).body.items.map(({ rule, told }: Json) => `${rule} ${told}`).reverse();
    const round = (): Promise<boolean> => app.app.get(Background).round();
    const shown = async (): Promise<Json> => (await head.get(`/v1/cases/${id}`)).body;
    const urge = (order: string): Promise<Json> => operator.post('/v1/urgings/from-hotline', { sourceSystem, externalNumber, order, reason: '来电人催办，要求告知进展' });

    // The verification ends on Monday 14 December. On Wednesday the clock reminds, and warns.
    app.now.set('2026-12-09T10:00:00+08:00');
    await round();
    await until('the yellow warning', async () => (await steps()).length === 1);
    expect(await steps()).toEqual([`yellow-warning ${CHAOAN}`]);
    app.now.set('2026-12-11T10:00:00+08:00');
    await round();
    await until('the red warning', async () => (await steps()).length === 2);

    // Overdue: the case is on the list of the head.
    app.now.set('2026-12-15T00:00:01+08:00');
    await round();
    await until('the head has it on the list', async () => (await steps()).length === 3);
    expect(await steps()).toEqual([`yellow-warning ${CHAOAN}`, `red-warning ${CHAOAN}`, `overdue ${CHAOAN}`]);
    expect(await shown()).toMatchObject({ escalatedFor: 'overdue' });
    expect((await head.get('/v1/cases?escalated=yes')).body.items.map((one: Json) => one.id)).toContain(id);

    // 12345 urges twice: the second is shown as such, and reaches the head at once. Neither moves the date of the case.
    const { nextDue } = await shown();
    app.now.set('2026-12-15T10:00:00+08:00');
    expect((await urge('CZ2026121500001')).body.items).toMatchObject([{ nth: 1, answerDue: '2026-12-17T15:59:59.999Z' }]);
    const { body: { items: [second] } } = await urge('CZ2026121500002');
    expect(second).toMatchObject({ nth: 2, state: 'sent', agency: CHAOAN });
    await until('the head knows of the second urging', async () => (await steps()).length === 4);
    expect((await steps()).at(-1)).toBe(`urged-twice-by-hotline ${CHAOAN}`);
    expect((await head.get(`/v1/cases/${id}/urgings`)).body.counts).toEqual([{ channel: 'hotline-12345', sent: 2, answered: 0, withdrawn: 0, total: 2 }]);
    expect((await officer.command(`/v1/urgings/${second.id}/answer`, second.version, { answer: '正在核查，已向来电人说明' })).status).toBe(200);
    expect((await shown()).nextDue).toBe(nextDue);

    // The other is left unanswered. Five working days after its limit the case has come to the city.
    app.now.set('2026-12-22T10:00:00+08:00');
    await round();
    await until('the urging is late', async () => (await steps()).some((step) => step.startsWith('urging-unanswered ')));
    await app.app.get(LadderService).climb(app.now.date());
    expect((await steps()).slice(4).sort()).toEqual([`overdue-to-city ${CITY}`, `urging-unanswered ${CHAOAN}`]);
    const notices = (): Promise<Json[]> => app.sql.admin<Json>("SELECT n.event FROM notice n JOIN escalation_step s ON s.id = n.subject_id WHERE s.case_id = $1 AND n.agency = $2", [id, CITY]);
    await until('the city is told', async () => (await notices()).length === 1);
    expect((await city.get(`/v1/escalation-steps?told=${CITY}&case=${id}`)).body.items).toMatchObject([{ rule: 'overdue-to-city', rung: 'city-bureau', officer: officer.id, explanation: 'Five working days after the limit it is still not done' }]);

    // Nothing happens twice, whatever is derived again.
    const before = await steps();
    await round();
    await app.app.get(LadderService).climb(app.now.date());
    expect(await steps()).toEqual(before);

    // The head puts it right.
    await endVerification(head, id);
    await act(head, id, 'reassign', { officer: cast.colleague.id, reason: '原承办人未按期办结' });
    expect((await shown()).escalatedFor ?? null).toBeNull();
    const { body: owed } = await head.get(`/v1/replies/${reply}`);
    await cast.colleague.command(`/v1/replies/${reply}/answer`, owed.version, { answer: '已核查并处理' });
    expect((await act(cast.colleague, id, 'close', { outcome: '已依法处理' })).status).toBe(200);
    app.now.set('2027-01-20T10:00:00+08:00');
    await round();
    await app.app.get(LadderService).climb(app.now.date());
    // The clock ended with the verification: it climbs no further. The urging is still to be answered.
    expect((await steps()).filter((step) => !before.includes(step))).toEqual([`urging-unanswered-to-city ${CITY}`]);
    const { body: { items } } = await officer.get(`/v1/urgings?case=${id}&state=sent`);
    expect(items).toMatchObject([{ order: 'CZ2026121500001', nth: 1 }]);
    expect((await officer.command(`/v1/urgings/${items[0].id}/answer`, items[0].version, { answer: '案件已办结' })).status).toBe(200);
    // Nobody urges a case that is closed.
    expect((await urge('CZ2027012000001')).body).toMatchObject({ code: 'command.refused', failedGuards: [{ code: 'urging.case-closed' }] });
  });
});
