import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AssignmentWatch } from '../../../src/modules/assignments/index.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { endVerification } from '../../support/proceedings.js';
import { act, castOf, CHAOAN, idsOf, openCase, type Cast } from '../cases/cases.ground.js';

jest.setTimeout(60_000);

const NOON = '2026-11-23T04:00:00.000Z';
const days = (count: number): string => new Date(Date.parse(NOON) + count * 86_400_000).toISOString();

describe('GET /v1/limbo', () => {
  let app: TestApp;
  let cast: Cast;
  beforeAll(async () => {
    app = await startTestApp({ at: NOON });
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  const report = async (reader: Client, query = ''): Promise<Json[]> => (await reader.get(`/v1/limbo${query}`)).body.items;
  const said = (rows: Json[], id: string): string[] | undefined => rows.find((row) => row.id === id)?.findings.map(({ finding, explanation }: Json) => `${finding}: ${explanation ?? '?'}`);

  it('reports what nobody has, what has no clock and what nobody touches, each with why it is not forgotten; and what is not explained goes to the head', async () => {
    const [free, mine, still] = [await openCase(cast), await openCase(cast), await openCase(cast)].map(({ id }) => id) as [string, string, string];
    for (const id of [mine, still]) await act(cast.officer, id, 'claim');
    await endVerification(cast.head, still);
    const today = await report(cast.head);
    expect([idsOf(today).sort(), said(today, still)]).toEqual([[free, still].sort(), ['no-clock: ranked-by-waiting']]);
    expect(today.find(({ id }) => id === free)).toMatchObject({ caseNumber: expect.stringMatching(/^CZAJ/), touchedAt: NOON, explained: true, findings: [{ finding: 'no-owner', text: 'Nobody is in charge', explanation: 'may-be-claimed', because: 'It is in the worklist, and there are officers to take it' }] });

    app.now.set(days(60));
    await act(cast.officer, mine, 'note', { text: '仍在调查' });
    const later = await report(cast.head);
    expect([said(later, free), said(later, mine), said(later, still)]).toEqual([['no-owner: ?', 'untouched: ?'], undefined, ['no-clock: ranked-by-waiting', 'untouched: ?']]);
    expect(later.map(({ explained }: Json) => explained)).toEqual([false, false]);

    await app.app.get(AssignmentWatch).search(app.now.date());
    const after = await report(cast.head);
    expect(after.map(({ explained }: Json) => explained)).toEqual([true, true]);
    for (const id of [free, still]) expect((await cast.head.get(`/v1/cases/${id}`)).body).toMatchObject({ escalatedFor: 'in-limbo', escalatedAt: days(60) });
    expect((await cast.head.get(`/v1/cases/${mine}`)).body.escalatedAt).toBeNull();
    // What the system did is no touch: it stays in the report until a person does something.
    expect(said(after, still)).toEqual(['no-clock: on-the-list-of-the-head', 'untouched: on-the-list-of-the-head']);
    await act(cast.officer, still, 'note', { text: '继续办理' });
    expect(said(await report(cast.head), still)).toEqual(['no-clock: on-the-list-of-the-head']);
  });

  it('is narrowed down, paged, and keeps to the scope of the reader', async () => {
    const rows = await report(cast.head);
    expect(idsOf(await report(cast.head, '?finding=no-clock'))).toEqual(rows.filter(({ findings }) => findings.some(({ finding }: Json) => finding === 'no-clock')).map(({ id }) => id));
    const first = await cast.head.get('/v1/limbo?limit=1');
    const next = /^<([^>]+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect([...idsOf(first.body.items), ...idsOf((await cast.head.get(next)).body.items)]).toEqual(idsOf(rows));
    expect([await report(cast.stranger), idsOf(await report(cast.city)), idsOf(await report(cast.clerk, `?agency=${CHAOAN}`))]).toEqual([[], idsOf(rows), idsOf(rows)]);
    expect((await cast.head.get('/v1/limbo?days=0')).status).toBe(400);
    expect((await (await app.as('statistician')).get('/v1/limbo')).status).toBe(403);
    app.now.set(days(60));
    expect((await report(cast.head, '?days=365')).length).toBeLessThanOrEqual(rows.length);
  });

  it('has nothing unexplained after whatever happens to the officers', async () => {
    const officer = await app.as('enforcement-officer', CHAOAN);
    const administrator = await app.as('administrator');
    const ids = await Promise.all(Array.from({ length: 4 }, async () => (await openCase(cast)).id));
    for (const id of ids.slice(0, 3)) await act(officer, id, 'claim');
    await act(officer, ids[0] ?? '', 'release', { reason: '测试' });
    await administrator.post(`/v1/accounts/${officer.id}/deactivate`);
    await app.app.get(AssignmentWatch).round();
    expect((await report(cast.head)).filter(({ explained }) => explained !== true)).toEqual([]);
  });
});
