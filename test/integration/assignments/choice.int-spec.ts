import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { act, castOf, CHAOAN, failures, openCase, XIANGQIAO, type Cast } from '../cases/cases.ground.js';

jest.setTimeout(60_000);

const NOON = '2026-11-23T04:00:00.000Z';
const TOMORROW = '2026-11-24T04:00:00.000Z';

describe('auto-assign', () => {
  let app: TestApp;
  let cast: Cast;
  beforeAll(async () => {
    app = await startTestApp({ at: NOON });
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  const reasons = ({ considered }: Json): Record<string, string> => Object.fromEntries(considered.map(({ officer, reason }: Json) => [officer, reason]));
  const recusing = (officer: string): Json => ({ officer, raisedBy: 'party', ground: 'direct-interest', reason: '测试', decision: 'granted' });

  it('puts who has least to do in charge, tells why it is nobody else, and the ledger keeps it', async () => {
    const busy = await openCase(cast);
    await act(cast.officer, busy.id, 'claim');
    const { id } = await openCase(cast);
    const { body } = await act(cast.head, id, 'auto-assign');
    expect(body).toMatchObject({ chosen: cast.colleague.id, case: { state: 'assigned', assignee: cast.colleague.id, version: 2 } });
    expect(reasons(body)).toMatchObject({ [cast.colleague.id]: 'chosen', [cast.officer.id]: 'busier', [cast.head.id]: 'appoints' });
    expect(body.considered[0]).toEqual({ officer: cast.colleague.id, login: expect.stringContaining('enforcement-officer'), skills: null, load: 0, absentUntil: null, reason: 'chosen', text: 'Chosen: fit, and with the fewest open cases' });
    expect(Object.keys(reasons(body))).not.toContain(cast.city.id);
    expect((await cast.head.get(`/v1/cases/${id}/timeline`)).body.items.at(-1)).toMatchObject({ event: 'case.auto-assigned', data: { officer: cast.colleague.id, considered: expect.arrayContaining([{ officer: cast.officer.id, load: 1, reason: 'busier' }]) } });
  });

  it('prefers who is skilled in the type, passes over who is away or keeps out, and names the team', async () => {
    const [skilled, away, recused]: Client[] = await Promise.all(['a', 'b', 'c'].map(() => app.as('enforcement-officer', CHAOAN))) as never;
    const members = [skilled, away, recused].map((one) => ({ officer: (one as Client).id, rightTypes: ['trademark'] }));
    const { body: team } = await cast.head.post('/v1/teams', { name: '商标组', members: [...members, { officer: cast.officer.id, rightTypes: ['patent'] }] });
    await cast.head.post('/v1/absences', { officer: away?.id, kind: 'leave', from: NOON, until: TOMORROW });
    const { id } = await openCase(cast);
    await act(cast.head, id, 'recuse', recusing(recused?.id ?? ''));
    const { body } = await act(cast.head, id, 'auto-assign');
    expect(body).toMatchObject({ chosen: skilled?.id, case: { team: team.id } });
    expect(reasons(body)).toMatchObject({ [String(away?.id)]: 'absent', [String(recused?.id)]: 'recused', [cast.officer.id]: 'other-right-type', [cast.colleague.id]: 'generalist' });
    expect(body.considered.find(({ officer }: Json) => officer === away?.id)).toMatchObject({ absentUntil: TOMORROW, skills: ['trademark'] });
    // Once more: who has it is not chosen again, and of the team nobody else is there.
    const again = await act(cast.head, id, 'auto-assign');
    expect([again.body.chosen, reasons(again.body)[String(skilled?.id)], reasons(again.body)[cast.colleague.id]]).toEqual([null, 'in-charge', 'not-in-team']);
    expect(again.body.case).toMatchObject({ assignee: skilled?.id, escalatedAt: NOON, escalatedFor: 'nobody-eligible' });
  });

  it('where nobody is eligible, sends the case to the list of the head at once, with the reasons', async () => {
    const [officer, head] = await Promise.all([app.as('enforcement-officer', XIANGQIAO), app.as('agency-head', XIANGQIAO)]);
    const { id } = await openCase({ operator: cast.operator, officer }, { region: '445102' });
    await act(head, id, 'recuse', recusing(officer.id));
    const { status, body } = await act(head, id, 'auto-assign');
    expect([status, body.chosen, body.case]).toEqual([200, null, expect.objectContaining({ state: 'open', assignee: null, escalatedAt: NOON, escalatedFor: 'nobody-eligible', version: 3 })]);
    expect(reasons(body)).toEqual({ [officer.id]: 'recused', [head.id]: 'appoints', [cast.stranger.id]: 'appoints' });
    expect((await head.get(`/v1/cases/${id}/timeline`)).body.items.at(-1)).toMatchObject({ event: 'case.escalated', data: { reason: 'nobody-eligible', considered: expect.arrayContaining([{ officer: officer.id, load: 0, reason: 'recused' }]) } });
    expect((await act(head, id, 'assign', { officer: head.id })).body).toMatchObject({ assignee: head.id, escalatedAt: null });
  });

  it('is for the head of the agency, who does not keep out himself, and on the version that he has seen', async () => {
    const { id } = await openCase(cast);
    expect((await cast.officer.command(`/v1/cases/${id}/auto-assign`, 1)).status).toBe(403);
    expect((await cast.stranger.command(`/v1/cases/${id}/auto-assign`, 1)).status).toBe(404);
    expect((await cast.head.command(`/v1/cases/${id}/auto-assign`, 7)).status).toBe(412);
    await act(cast.city, id, 'recuse', recusing(cast.head.id));
    expect(failures(await act(cast.head, id, 'auto-assign'))).toEqual(['case.actor-recused']);
    expect((await cast.head.get(`/v1/cases/${id}`)).body).toMatchObject({ state: 'open', escalatedAt: null });
  });

  it('twenty-four cases at the same moment are spread evenly', async () => {
    const agency = 'raoping-market-regulation';
    const [head, ...officers] = await Promise.all([app.as('agency-head', agency), ...Array.from({ length: 4 }, () => app.as('enforcement-officer', agency))]);
    const [officer] = officers;
    const ids = await Promise.all(Array.from({ length: 24 }, async () => (await openCase({ operator: cast.operator, officer: officer as Client }, { region: '445122' })).id));
    const answers = await Promise.all(ids.map((id) => head.command(`/v1/cases/${id}/auto-assign`, 1)));
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
    const loads = officers.map(({ id }) => answers.filter(({ body }) => body.chosen === id).length);
    expect(loads).toEqual([6, 6, 6, 6]);
  });
});
