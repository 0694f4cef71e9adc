import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Json, TestApp } from '../../support/app.js';
import { startTestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';
import { refusals } from '../../support/proceeding.steps.js';
import { until } from '../../support/wait.js';
import { castOf, CHAOAN, CITY, openCase, type Cast } from '../cases/cases.ground.js';

const NOW = '2026-11-23T10:00:00+08:00';
let orders = 0;
const order = (): string => `CZ20261123${String((orders += 1)).padStart(5, '0')}U`;

describe('urgings over HTTP', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp({ at: NOW, env: { ROLE: 'all' } });
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  const numbered = async (): Promise<{ id: string; sourceSystem: string; externalNumber: string; complaint: string }> => {
    const { id, complaint } = await openCase(cast);
    const { body } = await cast.operator.get(`/v1/complaints/${complaint}`);
    return { id, complaint, sourceSystem: body.sourceSystem, externalNumber: body.externalNumber };
  };
  const urge = (by: Client, caseId: string, more: Json = {}): Promise<{ status: number; body: Json }> => by.post('/v1/urgings', { caseId, channel: 'head', reason: '请尽快办结', ...more });
  const step = (by: Client, { id, version }: Json, command: string, body: Json): Promise<{ status: number; body: Json }> => by.command(`/v1/urgings/${id}/${command}`, version, body);

  it('are sent by the head, answered by whoever has the case, and never move the date of the case', async () => {
    const { id: caseId } = await openCase(cast);
    const dates = async (): Promise<Json[]> => app.sql.admin<Json>('SELECT next_due, rank_at FROM case_file WHERE id = $1', [caseId]);
    const before = await dates();
    const sent = await urge(cast.head, caseId, { days: 1 });
    expect(sent).toMatchObject({ status: 201, body: { state: 'sent', version: 1, channel: 'head', nth: 1, agency: CHAOAN, sender: CHAOAN, days: 1, reason: '请尽快办结', answer: null, answerDue: '2026-11-24T15:59:59.999Z' } });
    expect(await dates()).toEqual(before);
    expect((await app.sql.admin<Json>("SELECT within_id, kind, status FROM deadline WHERE subject_id = $1", [sent.body.id]))).toEqual([{ within_id: null, kind: 'urging.answer', status: 'running' }]);

    expect(refusals(await step(cast.city, sent.body, 'answer', { answer: '代为答复' }))).toEqual(['urging.not-the-handler']);
    const answered = await step(cast.officer, sent.body, 'answer', { answer: '已完成现场检查' });
    expect(answered).toMatchObject({ status: 200, body: { state: 'answered', version: 2, nth: 1, answer: '已完成现场检查', answeredBy: cast.officer.id, answeredAt: '2026-11-23T02:00:00.000Z', answerDue: null } });
    expect((await step(cast.officer, answered.body, 'answer', { answer: '再答' })).body).toMatchObject({ code: 'command.refused', reason: 'not-allowed-now' });
    expect(await dates()).toEqual(before);
    expect((await cast.officer.get(`/v1/urgings/${sent.body.id}`)).body).toEqual(answered.body);
    expect((await cast.officer.get(`/v1/urgings/${sent.body.id}/timeline`)).body.items.map(({ event }: Json) => event)).toEqual(['urging.sent', 'urging.answered']);
  });

  it('take the days of their channel where the note sets none, and are refused in the wrong one', async () => {
    const { id } = await openCase(cast);
    // Three working days from Monday 23 November; five.
    expect((await urge(cast.city, id, { channel: 'city-bureau' })).body).toMatchObject({ days: 3, answerDue: '2026-11-26T15:59:59.999Z', sender: CITY });
    expect((await urge(cast.city, id, { channel: 'supervision-authority', letter: '潮人大督〔2026〕3号' })).body).toMatchObject({ days: 5, answerDue: '2026-11-30T15:59:59.999Z', letter: '潮人大督〔2026〕3号' });
    expect(refusals(await urge(cast.city, id))).toEqual(['urging.wrong-channel']);
    expect(refusals(await urge(cast.head, id, { channel: 'city-bureau' }))).toEqual(['urging.wrong-channel']);
    expect(refusals(await urge(cast.city, id, { channel: 'supervision-authority' }))).toEqual(['urging.letter-missing']);
    expect(refusals(await urge(cast.head, id, { letter: '无' }))).toEqual(['urging.letter-missing']);
    for (const wrong of [{ channel: 'hotline-12345' }, { reason: '' }, { days: 0 }, { days: 31 }]) expect([wrong, (await urge(cast.head, id, wrong)).status]).toEqual([wrong, 400]);
    expect((await urge(cast.stranger, id)).status).toBe(404);
    expect((await urge(cast.officer, id)).status).toBe(403);
    expect((await urge(cast.operator, id)).status).toBe(403);
  });

  it('of the hotline name the order that is urged; the second on the same case is shown as such, the same order is recorded once', async () => {
    const { id, sourceSystem, externalNumber } = await numbered();
    const [one, two] = [order(), order()];
    const record = (number: string, more: Json = {}, headers: Record<string, string> = {}): Promise<{ status: number; body: Json }> => cast.operator.post('/v1/urgings/from-hotline', { sourceSystem, externalNumber, order: number, reason: '来电人催办', ...more }, headers);
    const first = await record(one, {}, { 'idempotency-key': `${one}-key` });
    expect(first).toMatchObject({ status: 201, body: { outcome: 'recorded', items: [{ caseId: id, channel: 'hotline-12345', nth: 1, order: one, externalNumber, sender: 'cz-hotline-12345', agency: CHAOAN, days: 2, answerDue: '2026-11-25T15:59:59.999Z' }] } });
    expect(await record(one, {}, { 'idempotency-key': `${one}-key` })).toMatchObject({ status: 201, body: first.body });
    expect(await record(one)).toMatchObject({ status: 200, body: { outcome: 'already-recorded', items: [{ id: first.body.items[0].id }] } });
    const second = await record(two);
    expect(second).toMatchObject({ status: 201, body: { outcome: 'recorded', items: [{ nth: 2 }] } });

    const { body } = await cast.head.get(`/v1/cases/${id}/urgings`);
    expect(body.counts).toEqual([{ channel: 'hotline-12345', sent: 2, answered: 0, withdrawn: 0, total: 2 }]);
    expect(body.items.map(({ nth, order: number }: Json) => [nth, number])).toEqual([[2, two], [1, one]]);
    // Withdrawn, it counts for nothing: the second has become the first.
    expect(refusals(await step(cast.head, first.body.items[0], 'withdraw', { reason: '无' }))).toEqual(['urging.not-the-sender']);
    expect(await step(cast.operator, first.body.items[0], 'withdraw', { reason: '重复登记' })).toMatchObject({ status: 200, body: { state: 'withdrawn', nth: null, withdrawnFor: '重复登记', answerDue: null } });
    expect((await cast.head.get(`/v1/cases/${id}/urgings`)).body).toMatchObject({ counts: [{ sent: 1, answered: 0, withdrawn: 1, total: 1 }], items: [{ nth: 1 }, { nth: null }] });
    expect((await app.sql.admin<Json>("SELECT status FROM deadline WHERE subject_id = $1", [first.body.items[0].id]))).toEqual([{ status: 'void' }]);
  });

  it('of the hotline are recorded once, however often they come at the same time', async () => {
    const { id, sourceSystem, externalNumber } = await numbered();
    const body = { sourceSystem, externalNumber, order: order(), reason: '来电人催办' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => cast.operator.post('/v1/urgings/from-hotline', body)));
    expect(answers.map(({ status, body: { outcome } }) => `${status} ${outcome}`).sort()).toEqual([...Array.from({ length: 5 }, () => '200 already-recorded'), '201 recorded']);
    expect(new Set(answers.map(({ body: { items } }) => items[0].id)).size).toBe(1);
    expect((await cast.head.get(`/v1/cases/${id}/urgings`)).body.counts).toEqual([{ channel: 'hotline-12345', sent: 1, answered: 0, withdrawn: 0, total: 1 }]);
  });

  it('of the hotline are refused where no case has been opened, and where the order is not its own', async () => {
    const filed = await cast.operator.post('/v1/complaints', report());
    const { body } = await cast.operator.get(`/v1/complaints/${filed.body.id}`);
    const urged = { sourceSystem: body.sourceSystem, externalNumber: body.externalNumber, order: order(), reason: '来电人催办' };
    expect(await cast.operator.post('/v1/urgings/from-hotline', urged)).toMatchObject({ status: 409, body: { code: 'urging.no-case' } });
    expect((await cast.operator.post('/v1/urgings/from-hotline', { ...urged, externalNumber: 'NOWHERE-1' })).status).toBe(404);
    const elsewhere = await app.as('system-client', 'cz-culture');
    expect((await elsewhere.post('/v1/urgings/from-hotline', urged)).status).toBe(404);
    for (const wrong of [{ order: '' }, { order: '含汉字' }, { sourceSystem: 'a b' }, { reason: '' }]) expect([wrong, (await cast.operator.post('/v1/urgings/from-hotline', { ...urged, ...wrong })).status]).toEqual([wrong, 400]);
    expect((await cast.head.post('/v1/urgings/from-hotline', urged)).status).toBe(403);
  });

  it('keep nothing of who reported, in any word, event or entry', async () => {
    const { id } = await openCase(cast);
    const { name, phone } = report()['reporter'] as { name: string; phone: string };
    const { body: sent } = await urge(cast.head, id, { reason: `${name}（${phone}）多次来电，请办结` });
    const { body } = await step(cast.officer, sent, 'answer', { answer: `已电话告知${name}，电话${phone}` });
    const kept = JSON.stringify([sent, body, await app.sql.admin('SELECT * FROM ledger_entry WHERE subject_id = $1', [sent.id]), await app.sql.admin('SELECT * FROM urging WHERE id = $1', [sent.id])]);
    expect([kept.includes(name), kept.includes(phone), body.answer.length > 5]).toEqual([false, false, true]);
  });

  it('are listed by case, agency, channel and state, page by page, for those whom they concern', async () => {
    const { id, sourceSystem, externalNumber } = await numbered();
    await urge(cast.head, id);
    await urge(cast.city, id, { channel: 'city-bureau' });
    await cast.operator.post('/v1/urgings/from-hotline', { sourceSystem, externalNumber, order: order(), reason: '来电人催办' });
    const channels = async (by: Client, query: string): Promise<string[]> => (await by.get(`/v1/urgings?case=${id}${query}`)).body.items.map(({ channel }: Json) => channel);
    expect(await channels(cast.head, '')).toEqual(['hotline-12345', 'city-bureau', 'head']);
    expect([await channels(cast.head, '&channel=head'), await channels(cast.head, '&state=answered'), await channels(cast.head, `&agency=${CITY}`)]).toEqual([['head'], [], []]);
    const first = await cast.head.get(`/v1/urgings?case=${id}&limit=2`);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect([first.body.items.length, (await cast.head.get(next.replace(app.url, ''))).body.items.map(({ channel }: Json) => channel)]).toEqual([2, ['head']]);
    // The hotline sees its own alone, the stranger nothing, oversight all.
    expect([await channels(cast.operator, ''), await channels(cast.stranger, ''), (await channels(await app.as('oversight'), '')).length]).toEqual([['hotline-12345'], [], 3]);
    expect([(await cast.stranger.get(`/v1/cases/${id}/urgings`)).status, (await cast.operator.get(`/v1/cases/${id}/urgings`)).status]).toEqual([404, 404]);
    const ofAgency = (await cast.head.get(`/v1/urgings?agency=${CHAOAN}&state=sent&limit=200`)).body.items;
    expect([ofAgency.length > 2, ofAgency.every(({ agency, state }: Json) => agency === CHAOAN && state === 'sent')]).toEqual([true, true]);
    expect((await cast.head.get('/v1/urging-channels')).body.items.map(({ code }: Json) => code)).toEqual(['head', 'city-bureau', 'supervision-authority', 'hotline-12345']);
  });

  it('tell the agency that is urged, and whoever urged of the answer', async () => {
    const { id } = await openCase(cast);
    const { body: sent } = await urge(cast.city, id, { channel: 'city-bureau' });
    await step(cast.officer, sent, 'answer', { answer: '已完成现场检查' });
    const notices = (): Promise<Json[]> => app.sql.admin<Json>('SELECT event, agency FROM notice WHERE subject_id = $1 ORDER BY event', [sent.id]);
    await until('both are told', async () => (await notices()).length === 2, 20);
    expect(await notices()).toEqual([{ event: 'urging.answered', agency: CITY }, { event: 'urging.sent', agency: CHAOAN }]);
    const commands = (await cast.officer.get(`/v1/urgings/${sent.id}/available-commands`)).body.commands;
    expect(commands).toEqual([]);
  });
});
