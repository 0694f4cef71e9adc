import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { until } from '../../support/wait.js';
import { act, castOf, CHAOAN, CITY, failures, openCase, XIANGQIAO, type Cast } from '../cases/cases.ground.js';

jest.setTimeout(120_000);

const NOON = '2026-11-23T04:00:00.000Z';
/** Of nobody: planted where reporters stand. */
const NAMES = ['翡翠麒麟', '琥珀凤凰', '青铜玄武'];
const PHONES = ['13911112222', '13933334444', '13955556666'];
const PLANTED = new RegExp([...NAMES, ...PHONES, '银杏巷九十九号'].join('|'));
const PERIOD = { openedFrom: '2026-11-01', openedTo: '2026-11-30' };

describe('inspections', () => {
  let app: TestApp;
  let cast: Cast;
  let inspector: Client;
  let oversight: Client;
  let xiangqiao: Client;
  let ours: string[];
  let theirs: string;
  beforeAll(async () => {
    app = await startTestApp({ at: NOON, env: { ROLE: 'all' } });
    cast = await castOf(app);
    [inspector, oversight, xiangqiao] = await Promise.all([app.as('inspector'), app.as('oversight'), app.as('enforcement-officer', XIANGQIAO)]);
    ours = [];
    for (const [index, phone] of PHONES.slice(0, 2).entries()) ours.push((await openCase(cast, { reporter: { name: NAMES[index], phone, address: '银杏巷九十九号' }, facts: `举报人${NAMES[index]}电话${phone}称在店内看到` })).id);
    theirs = (await openCase({ operator: cast.operator, officer: xiangqiao }, { region: '445102', reporter: { name: NAMES[2], phone: PHONES[2], address: '银杏巷九十九号' } })).id;
    await act(cast.officer, ours[0] ?? '', 'claim');
  });
  afterAll(() => app.close());

  const draw = (by: Client, more: Json = {}): Promise<{ status: number; body: Json }> => by.post('/v1/inspections', { title: '2026年商标执法检查', ...PERIOD, most: 50, ...more });
  const drawn = async (by: Client, more: Json = {}): Promise<Json> => {
    const { status, body } = await draw(by, more);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body;
  };
  const raise = async (by: Client, { id, version }: Json, more: Json): Promise<{ status: number; body: Json }> =>
    by.command(`/v1/inspections/${id}/raise`, version, { severity: 'irregular', article: '《市场监督管理行政处罚程序规定》第六十四条', text: '未见延期审批', answerDays: 10, ...more });
  const findingCommand = async (by: Client, id: string, command: string, body?: Json): Promise<{ status: number; body: Json }> => by.command(`/v1/inspection-findings/${id}/${command}`, (await by.get(`/v1/inspection-findings/${id}`)).body.version ?? 1, body);
  const itemsOf = async (by: Client, path: string): Promise<Json[]> => (await by.get(path)).body.items;

  it('are drawn by an oversight body over all agencies, and frozen with the facts of the day', async () => {
    const inspection = await drawn(inspector, { letter: '潮人办函〔2026〕12号', rightTypes: ['trademark'] });
    expect(inspection).toMatchObject({ state: 'open', version: 1, agency: 'cz-npc-office', cases: 3, more: false, agencies: [CHAOAN, XIANGQIAO], drawnAt: NOON, drawnBy: inspector.id, criteria: { ...PERIOD, rightTypes: ['trademark'], most: 50 } });
    const set = await itemsOf(inspector, `/v1/inspections/${inspection.id}/cases`);
    expect([set.map(({ seq }) => seq), set.map(({ caseId }) => caseId).sort()]).toEqual([[1, 2, 3], [...ours, theirs].sort()]);
    const before = set.find(({ caseId }) => caseId === ours[0])?.drawn;
    expect(before).toMatchObject({ caseNumber: expect.stringMatching(/^CZAJ/), state: 'assigned', lane: 'ordinary', rightType: 'trademark', overdue: false, closedAt: null });
    await act(cast.officer, ours[0] ?? '', 'release', { reason: '测试' });
    const now = await inspector.get(`/v1/inspections/${inspection.id}/cases/${ours[0]}`);
    expect([now.status, now.body.drawn, now.body.now.state]).toEqual([200, before, 'open']);
    expect(now.body.events.map(({ event }: Json) => event)).toEqual(expect.arrayContaining(['case.released', 'case.claimed', 'case.opened']));
    expect(now.body.clocks.length).toBeGreaterThan(0);
    expect(now.body.proceedings).toEqual([expect.objectContaining({ kind: 'penalty', agency: CHAOAN, endedAt: null })]);
    // Neither a case outside the set nor the case itself.
    expect((await inspector.get(`/v1/inspections/${inspection.id}/cases/${randomUUID()}`)).status).toBe(404);
    expect(await Promise.all(['/v1/cases', `/v1/cases/${ours[0]}`, '/v1/complaints', '/v1/deadlines', '/v1/proceedings'].map(async (path) => (await inspector.get(path)).status))).toEqual([403, 403, 403, 403, 403]);
    expect(await app.sql.admin("SELECT has_table_privilege('zhiheng_app', 'inspection_case', 'UPDATE') AS changes, has_table_privilege('zhiheng_app', 'inspection_case', 'DELETE') AS deletes")).toEqual([{ changes: false, deletes: false }]);
  });

  it('are narrowed by criteria, and where more fit than are wanted chance decides, alike for alike', async () => {
    const count = async (more: Json): Promise<number | string> => {
      const { status, body } = await draw(inspector, more);
      return status === 201 ? body.cases : failures({ body }).join();
    };
    expect(await count({ agencies: [CHAOAN] })).toBe(2);
    expect(await count({ states: ['open'], agencies: [XIANGQIAO] })).toBe(1);
    expect(await count({ states: ['closed'] })).toBe('inspection.nothing-drawn');
    expect(await count({ lanes: ['expedited'] })).toBe('inspection.nothing-drawn');
    expect(await count({ overdue: true })).toBe('inspection.nothing-drawn');
    expect(await count({ overdue: false })).toBe(3);
    expect(await count({ openedFrom: '2026-11-24' })).toBe('inspection.nothing-drawn');
    expect(await count({ openedTo: '2026-11-22' })).toBe('inspection.nothing-drawn');
    expect(await count({ openedFrom: '2026-11-23', openedTo: '2026-11-23' })).toBe(3);
    expect(await drawn(inspector, { most: 2 })).toMatchObject({ cases: 2, more: true });
    expect((await draw(inspector, { most: 501 })).status).toBe(400);
    expect((await draw(inspector, { most: 0 })).status).toBe(400);
  });

  it('are for bodies that inspect: the city bureau looks into its offices, nobody into his own cases', async () => {
    expect(await drawn(cast.city, { agencies: [CHAOAN] })).toMatchObject({ agency: CITY, cases: 2 });
    expect(failures(await draw(cast.city, { agencies: [CITY] }))).toEqual(['inspection.agency-outside', 'inspection.nothing-drawn']);
    expect(failures(await draw(cast.city, { agencies: ['cz-court', CHAOAN] }))).toContain('inspection.agency-outside');
    expect(failures(await draw(cast.head))).toContain('inspection.not-a-body');
    for (const reader of [oversight, cast.officer, cast.clerk]) expect((await draw(reader)).status).toBe(403);
  });

  it('show an agency its own part, the body and the oversight role all of it, and nobody else anything', async () => {
    const inspection = await drawn(inspector);
    const seen = async (reader: Client): Promise<string[] | number> => {
      const { status, body } = await reader.get(`/v1/inspections/${inspection.id}/cases`);
      return status === 200 ? [...new Set<string>(body.items.map(({ agency }: Json) => agency))].sort() : status;
    };
    const [congress, court, confined] = await Promise.all([app.as('inspector', 'cz-cppcc-culture'), app.as('court-liaison'), app.as('agency-head', CHAOAN, ['445103'])]);
    expect(await Promise.all([inspector, oversight, cast.head, cast.stranger, cast.city, congress, court, confined, cast.operator].map(seen))).toEqual([[CHAOAN, XIANGQIAO], [CHAOAN, XIANGQIAO], [CHAOAN], [XIANGQIAO], [CHAOAN, XIANGQIAO], 404, 404, 404, 403]);
    expect((await cast.head.get(`/v1/inspections/${inspection.id}/cases/${theirs}`)).status).toBe(404);
    expect((await itemsOf(cast.head, '/v1/inspections')).map(({ id }) => id)).toContain(inspection.id);
    expect((await itemsOf(congress, '/v1/inspections'))).toEqual([]);
    await until('the agencies to be told', async () => (await itemsOf(cast.stranger, '/v1/notices')).some(({ event, subjectId }) => event === 'inspection.drawn' && subjectId === inspection.id));
    expect((await itemsOf(cast.head, '/v1/notices')).filter(({ event, subjectId }) => event === 'inspection.drawn' && subjectId === inspection.id)).toHaveLength(1);
  });

  it('go from finding to answer, follow-up and acceptance, and close only then', async () => {
    const inspection = await drawn(inspector);
    const { status, body } = await raise(inspector, inspection, { caseId: ours[0] });
    expect([status, body.version]).toEqual([200, 2]);
    const { finding } = body;
    const set = (await raise(inspector, body, { agency: XIANGQIAO, severity: 'advice', answerDays: 30 })).body;
    expect((await inspector.get(`/v1/inspection-findings/${finding}`)).body).toMatchObject({ state: 'raised', body: 'cz-npc-office', agency: CHAOAN, caseId: ours[0], severity: 'irregular', severityLabel: 'Irregular', followUps: 0, clocks: [{ kind: 'inspection.answer', status: 'running', agency: CHAOAN, basis: expect.objectContaining({ status: 'unverified' }) }] });
    await until('the agency to be told', async () => (await itemsOf(cast.head, '/v1/notices')).some(({ event, subjectId }) => event === 'inspection-finding.raised' && subjectId === finding));
    const close = (by: Client, version: number): Promise<{ status: number; body: Json }> => by.command(`/v1/inspections/${inspection.id}/close`, version, { summary: '发现问题两项，均已整改' });
    expect(failures(await close(inspector, set.version))).toEqual(['inspection.findings-open']);
    // Only the agency answers, only the body decides; another agency does not see it.
    expect((await cast.stranger.get(`/v1/inspection-findings/${finding}`)).status).toBe(404);
    expect((await findingCommand(cast.officer, finding, 'answer', { answer: '测试' })).status).toBe(403);
    expect((await findingCommand(inspector, finding, 'answer', { answer: '测试' })).status).toBe(403);
    expect(failures(await findingCommand(cast.city, finding, 'withdraw', { reason: '测试' }))).toEqual(['inspection.not-the-body']);
    expect((await findingCommand(cast.head, finding, 'answer', { answer: '已补办延期审批' })).body).toMatchObject({ state: 'answered', answer: '已补办延期审批', answeredBy: cast.head.id, nextDue: null });
    await until('the body to be told', async () => (await app.sql.admin("SELECT 1 FROM notice WHERE event = 'inspection-finding.answered' AND agency = 'cz-npc-office' AND subject_id = $1", [finding])).length === 1);
    expect((await findingCommand(inspector, finding, 'follow-up', { reason: '请补充审批文书', answerDays: 5 })).body).toMatchObject({ state: 'raised', followUps: 1, reason: '请补充审批文书' });
    expect((await inspector.get(`/v1/inspection-findings/${finding}`)).body.clocks.map(({ status: clock }: Json) => clock).sort()).toEqual(['met', 'running']);
    expect((await findingCommand(cast.city, finding, 'answer', { answer: '已补充' })).body).toMatchObject({ state: 'answered', answer: '已补充' });
    expect((await findingCommand(inspector, finding, 'accept', { reason: '整改到位' })).body).toMatchObject({ state: 'accepted' });
    expect((await inspector.get(`/v1/inspection-findings/${finding}/timeline`)).body.items.map(({ event }: Json) => event)).toEqual(['inspection-finding.raised', 'inspection-finding.answered', 'inspection-finding.followed-up', 'inspection-finding.answered', 'inspection-finding.accepted']);
    expect(failures(await close(inspector, set.version))).toEqual(['inspection.findings-open']);
    expect((await findingCommand(inspector, set.finding, 'withdraw', { reason: '经核实不成立' })).body).toMatchObject({ state: 'withdrawn', nextDue: null });
    expect((await close(cast.city, set.version)).status).toBe(404);
    expect((await inspector.get(`/v1/inspections/${inspection.id}`)).body.findings).toEqual([{ agency: CHAOAN, state: 'accepted', count: 1 }, { agency: XIANGQIAO, state: 'withdrawn', count: 1 }]);
    expect((await close(inspector, set.version)).body).toMatchObject({ state: 'closed', summary: '发现问题两项，均已整改', endedAt: NOON });
    expect((await raise(inspector, { ...inspection, version: set.version + 1 }, { caseId: ours[0] })).body).toMatchObject({ code: 'command.refused', state: 'closed', allowedCommands: [] });
    expect((await itemsOf(inspector, `/v1/inspections/${inspection.id}/timeline`)).map(({ event }) => event)).toEqual(['inspection.drawn', 'inspection.finding-noted', 'inspection.finding-noted', 'inspection.closed']);
    expect((await itemsOf(cast.head, `/v1/inspections/${inspection.id}/findings`)).map(({ agency }) => agency)).toEqual([CHAOAN]);
    expect(await itemsOf(inspector, `/v1/inspections/${inspection.id}/findings?state=withdrawn&agency=${XIANGQIAO}`)).toHaveLength(1);
  });

  it('keep findings to the set, and are called off when nothing is open', async () => {
    const inspection = await drawn(inspector, { agencies: [CHAOAN] });
    for (const outside of [{ caseId: theirs }, { agency: XIANGQIAO }, {}, { caseId: ours[0], agency: CHAOAN }]) expect(failures(await raise(inspector, inspection, outside))).toEqual(['inspection.outside-the-set']);
    expect((await raise(inspector, inspection, { caseId: ours[0], answerDays: 91 })).status).toBe(400);
    // Who is inspected sees it, and locks nothing of it.
    expect((await raise(cast.head, inspection, { caseId: ours[0] })).status).toBe(404);
    const { body } = await raise(inspector, inspection, { agency: CHAOAN });
    const callOff = (version: number): Promise<{ status: number; body: Json }> => inspector.command(`/v1/inspections/${inspection.id}/call-off`, version, { reason: '与省级检查合并进行' });
    expect(failures(await callOff(body.version))).toEqual(['inspection.findings-open']);
    await findingCommand(inspector, body.finding, 'withdraw', { reason: '合并进行' });
    expect((await callOff(body.version)).body).toMatchObject({ state: 'called-off', summary: '与省级检查合并进行' });
  });

  it('tell nobody who reported, through any route, whatever officers and inspectors write', async () => {
    const inspection = await drawn(inspector);
    const words = `举报人${NAMES[0]}（${PHONES[0]}）与${NAMES[1]}（${PHONES[1]}）的材料`;
    const one = (await raise(inspector, inspection, { caseId: ours[0], text: words })).body;
    const other = (await raise(inspector, one, { agency: CHAOAN, text: words })).body;
    await findingCommand(cast.head, one.finding, 'answer', { answer: words });
    await findingCommand(inspector, one.finding, 'follow-up', { reason: words, answerDays: 5 });
    await findingCommand(cast.head, one.finding, 'answer', { answer: words });
    await findingCommand(inspector, one.finding, 'accept', { reason: words });
    await findingCommand(inspector, other.finding, 'withdraw', { reason: words });
    await inspector.command(`/v1/inspections/${inspection.id}/close`, other.version, { summary: `${words}；${NAMES[2]}${PHONES[2]}` });
    const paths = ['/v1/inspections', `/v1/inspections/${inspection.id}`, `/v1/inspections/${inspection.id}/cases`, ...[...ours, theirs].map((id) => `/v1/inspections/${inspection.id}/cases/${id}`), `/v1/inspections/${inspection.id}/findings`, `/v1/inspections/${inspection.id}/timeline`,
      ...[one.finding, other.finding].flatMap((id: string) => [`/v1/inspection-findings/${id}`, `/v1/inspection-findings/${id}/timeline`])];
    for (const reader of [inspector, oversight, cast.head, cast.city]) {
      for (const path of paths) {
        const { status, body } = await reader.get(path);
        if (reader === inspector || reader === oversight) expect([path, status]).toEqual([path, 200]);
        expect([path, PLANTED.exec(JSON.stringify(body))?.[0] ?? null]).toEqual([path, null]);
      }
    }
    // A member that looks like an identity is not there either.
    const keys = (value: Json): string[] => (typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => [key, ...keys(inner)]) : []);
    const now = (await oversight.get(`/v1/inspections/${inspection.id}/cases/${ours[0]}`)).body;
    expect(keys(now).filter((key) => /reporter|phone|name$|address|complaint/i.test(key) && key !== 'targetName')).toEqual([]);
    const kept = await app.sql.admin<{ text: string }>("SELECT string_agg(t::text, ' ') AS text FROM (SELECT to_jsonb(i) AS t FROM inspection i UNION ALL SELECT to_jsonb(c) FROM inspection_case c UNION ALL SELECT data FROM ledger_entry WHERE subject_type IN ('inspection', 'inspection-finding')) all_of_it");
    expect(kept[0]?.text).toContain('的材料');
    expect(PLANTED.exec(kept[0]?.text ?? '')).toBeNull();
  });
});
