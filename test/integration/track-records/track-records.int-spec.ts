import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { refusals } from '../../support/proceeding.steps.js';
import { until } from '../../support/wait.js';
import { castOf, openCase, type Cast } from '../cases/cases.ground.js';
import { SIMPLE } from '../lanes/lanes.ground.js';
import * as penalties from '../penalties/penalties.ground.js';
import { noticeOf, sure } from '../takedowns/takedowns.ground.js';

const DECEMBER = '2026-12-02T10:00:00+08:00';

describe('track records over HTTP', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp({ at: DECEMBER, env: { ROLE: 'all' } });
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  let made = 0;
  const holder = async (): Promise<string> => (await cast.officer.post('/v1/organisations', { name: `某商标权利人${(made += 1)}（测试）` })).body.id;
  const enter = async (caseId: string, role: string, organisationId: string, by = cast.officer): Promise<string> => {
    const { status, body } = await by.post(`/v1/cases/${caseId}/parties`, { role, organisationId, reason: '测试' });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id;
  };
  const caseOf = async (organisationId: string): Promise<string> => {
    const { id } = await openCase(cast);
    await enter(id, 'complainant-right-holder', organisationId);
    return id;
  };
  const factOf = (organisationId: string, caseId: string, more: Json = {}): Json => ({ organisationId, caseId, kind: 'false-statement', occurredOn: '2026-12-01', note: '经查，授权文件系伪造', ...more });
  const recorded = async (organisationId: string, more: Json = {}): Promise<Json> => {
    const { status, body } = await cast.officer.post('/v1/track-facts', factOf(organisationId, await caseOf(organisationId), more));
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body;
  };
  /** The record, with the first page of its facts. */
  const record = async (organisationId: string, by: Client = cast.officer): Promise<Json> => {
    const path = `/v1/track-records/${organisationId}`;
    return { ...(await by.get(path)).body, facts: (await by.get(`${path}/facts`)).body.items };
  };
  const factsOf = async (organisationId: string): Promise<string[]> => (await record(organisationId)).facts.map(({ kind, state }: Json) => `${kind} ${state}`);

  /** A case that relies upon a mark in force, which belongs to the holder. */
  const caseUpon = async (organisationId: string): Promise<string> => {
    const { id } = await openCase(cast, { right: { type: 'none', holder: 'none' } });
    const right = await cast.officer.post('/v1/rights', {
      type: 'trademark', number: String(40_000_000 + (made += 1)), validFrom: '2020-01-01', validTo: '2029-12-31', status: { value: 'in-force', seenOn: '2026-11-20', source: '商标注册簿' },
    });
    const held = await cast.officer.command(`/v1/rights/${right.body.id}/holders`, 1, { party: { organisationId }, capacity: 'owner', reason: '登记簿副本' });
    const added = await cast.officer.post(`/v1/cases/${id}/rights`, { rightId: right.body.id, reason: '商标注册证' });
    if (held.status !== 200 || added.status !== 201) throw new Error(JSON.stringify([right.body, held.body, added.body]));
    return id;
  };
  const triaged = async (organisationId: string, more: Json = {}): Promise<Json> => {
    const { status, body } = await cast.officer.post('/v1/lane-passages', { caseId: await caseUpon(organisationId), ...SIMPLE, ...more });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return { standing: body.facts.holderStanding, lane: body.proposedLane, score: body.verdict.score, version: body.verdict.version };
  };

  it('take facts only from cases in which the right holder is openly a party', async () => {
    const organisation = await holder();
    const { id: other } = await openCase(cast);
    const refused = async (body: Json, by = cast.officer): Promise<string[]> => refusals(await by.post('/v1/track-facts', body));
    expect(await refused(factOf(organisation, other))).toEqual(['track-record.not-a-party']);
    const mine = await caseOf(organisation);
    expect(await refused(factOf(organisation, mine, { occurredOn: '2026-12-03' }))).toEqual(['track-record.future']);
    expect(await refused(factOf(mine, mine))).toEqual(['track-record.organisation-unknown', 'track-record.not-a-party']);
    // A case of another agency is not seen, and so nobody is seen to be a party in it.
    expect(await refused(factOf(organisation, mine), cast.stranger)).toEqual(['track-record.not-a-party']);
    expect((await cast.operator.post('/v1/track-facts', factOf(organisation, mine))).status).toBe(403);
    expect((await cast.operator.get(`/v1/track-records/${organisation}`)).status).toBe(403);
    expect((await cast.officer.get(`/v1/track-records/${mine}`)).status).toBe(404);
    expect(await record(organisation)).toMatchObject({ standing: 'none', version: '1', goodPoints: 0, badPoints: 0, goodFrom: 2, badFrom: 2, facts: [], basis: { status: 'unverified' } });
  });

  it('are seen by all who work on cases, explained, and struck out by two people', async () => {
    const organisation = await holder();
    const fact = await recorded(organisation, { note: '经查，联系人13812345678提交的授权文件系伪造' });
    expect(fact.note).not.toContain('13812345678');
    expect(await record(organisation, cast.stranger)).toMatchObject({ standing: 'bad', badPoints: 2, counted: [fact.id], facts: [{ id: fact.id, kind: 'false-statement', state: 'recorded' }] });
    const on = (by: Client, command: string, version: number, body?: Json): Promise<{ status: number; body: Json }> => by.command(`/v1/track-facts/${fact.id}/${command}`, version, body);
    expect((await on(cast.officer, 'strike', 1)).status).toBe(403);
    expect((await on(cast.head, 'ask-strike', 1, { reason: '认定有误' })).status).toBe(200);
    expect(refusals(await on(cast.head, 'strike', 2))).toEqual(['track-record.asked-by-oneself']);
    expect(refusals(await on(cast.stranger, 'strike', 2))).toEqual(['track-record.foreign-agency']);
    expect((await record(organisation)).standing).toBe('bad');
    expect((await on(cast.head, 'keep', 2, { reason: '证据充分' })).body).toMatchObject({ state: 'recorded', strikeAskedBy: null, reason: '证据充分' });
    await on(cast.officer, 'ask-strike', 3, { reason: '认定所依据的决定已被撤销' });
    expect((await on(cast.head, 'strike', 4)).body).toMatchObject({ state: 'struck' });
    expect(await record(organisation)).toMatchObject({ standing: 'none', badPoints: 0, counted: [], facts: [{ state: 'struck' }] });
    expect((await cast.officer.get(`/v1/track-facts/${fact.id}/timeline`)).body.items.map(({ event }: Json) => event)).toEqual(['track-fact.recorded', 'track-fact.strike-asked', 'track-fact.kept', 'track-fact.strike-asked', 'track-fact.struck']);
  });

  it('count all that triage counts, however many there are, and show them in pages', async () => {
    const organisation = await holder();
    const { id } = await recorded(organisation);
    const columns = 'state, version, agency, organisation_id, kind, occurred_on, case_id, note, recorded_by, recorded_at';
    await app.sql.admin(`INSERT INTO track_fact (id, ${columns}) SELECT uuidv7(), 'struck', version, agency, organisation_id, kind, occurred_on, case_id, note, recorded_by, recorded_at FROM track_fact, generate_series(1, 230) WHERE id = $1`, [id]);
    expect(await record(organisation)).toMatchObject({ standing: 'bad', badPoints: 2, counted: [id] });
    const pages: string[][] = [];
    for (let path: string | null = `/v1/track-records/${organisation}/facts?limit=100`; path !== null; ) {
      const { body, headers }: { body: Json; headers: Headers } = await cast.officer.get(path);
      pages.push(body.items.map((one: Json) => one.id));
      path = /<([^>]+)>/.exec(headers.get('link') ?? '')?.[1] ?? null;
    }
    expect([pages.map(({ length }) => length), pages.flat().at(-1), new Set(pages.flat()).size]).toEqual([[100, 100, 31], id, 231]);
    expect((await cast.officer.get('/v1/track-records/019aa1b2-0000-7000-8000-000000000000/facts')).status).toBe(404);
    expect((await cast.operator.get(`/v1/track-records/${organisation}/facts`)).status).toBe(403);
  });

  it('open the expedited lane and close it, and say so', async () => {
    const [good, bad, none] = await Promise.all([holder(), holder(), holder()]);
    for (let times = 0; times < 2; times += 1) await recorded(good, { kind: 'complaint-upheld' });
    await recorded(bad);
    // Without complete evidence and with a larger amount six points are left of ten; seven are needed.
    const harder = { evidenceComplete: false, amount: 90_000 };
    expect(await triaged(none)).toEqual({ standing: 'none', lane: 'expedited', score: 10, version: '2' });
    expect(await triaged(none, harder)).toMatchObject({ lane: 'ordinary', score: 6 });
    expect(await triaged(good, harder)).toEqual({ standing: 'good', lane: 'expedited', score: 8, version: '2' });
    expect(await triaged(bad)).toEqual({ standing: 'bad', lane: 'ordinary', score: 10, version: '2' });
    // Before the first day of these rules nobody is asked about.
    app.now.set('2026-11-30T10:00:00+08:00');
    expect(await triaged(bad)).toEqual({ standing: 'none', lane: 'expedited', score: 10, version: '1' });
    app.now.set(DECEMBER);
  });

  it('get the findings of takedowns by themselves, once each', async () => {
    const [organisation, merchant] = await Promise.all([holder(), holder()]);
    const { id: caseId } = await openCase(cast);
    const parties = { caseId, plaintiff: await enter(caseId, 'complainant-right-holder', organisation), defendant: await enter(caseId, 'respondent', merchant) };
    const { body: { id } } = await cast.officer.post('/v1/takedowns', noticeOf(parties));
    await sure(cast.officer, id, 'take-measure', { measures: ['block'], takenAt: '2026-11-02T15:00:00+08:00', forwardedAt: '2026-11-02T15:05:00+08:00' });
    await sure(cast.head, id, 'record-finding', { at: '2026-11-10T10:00:00+08:00', finding: 'wrong', reason: '权利已被宣告无效' });
    await until('the wrong notice is on record', async () => (await factsOf(organisation)).length === 1);
    await sure(cast.head, id, 'record-finding', { at: '2026-11-10T11:00:00+08:00', finding: 'malicious', reason: '明知权利无效' });
    await until('the malicious notice is on record', async () => (await factsOf(organisation)).length === 2);
    // The same events once more.
    await app.sql.admin("INSERT INTO outbox (id, event, subject_type, subject_id, seq, created_at) SELECT uuidv7(), event, subject_type, subject_id, seq, now() FROM outbox WHERE event = 'takedown.finding-recorded'");
    await until('the events were carried again', async () => (await app.sql.admin<Json>("SELECT 1 FROM outbox WHERE event = 'takedown.finding-recorded' AND completed_at IS NULL")).length === 0);
    expect((await factsOf(organisation)).sort()).toEqual(['malicious-notice recorded', 'wrong-notice recorded']);
    // Of the day of the finding, whenever it was recorded.
    expect(await record(organisation)).toMatchObject({ standing: 'bad', badPoints: 3, facts: [{ sourceId: id, caseId, occurredOn: '2026-11-10', recordedBy: 'system:track-records' }, { sourceId: id, occurredOn: '2026-11-10' }] });
    expect(await factsOf(merchant)).toEqual([]);
  });
});

describe('what a penalty says of who asked for it', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ env: { ROLE: 'all' } });
  });
  afterAll(() => app.close());

  it('is on the record of the right holder when the decision is served, and of nobody who is not openly a party', async () => {
    const cast = await penalties.castOf(app);
    const walk = await penalties.notified(app, cast, { notice: { ...penalties.REASONS, penalties: [penalties.FINE, penalties.GOODS] } });
    const { body: organisation } = await cast.officer.post('/v1/organisations', { name: '某陶瓷商标权利人（测试）' });
    const { body: { items: before } } = await cast.officer.get(`/v1/cases/${walk.caseId}/parties`);
    expect(before.filter(({ role }: Json) => role === 'complainant-right-holder')).toEqual([]);
    await cast.officer.post(`/v1/cases/${walk.caseId}/parties`, { role: 'complainant-right-holder', organisationId: organisation.id, reason: '测试' });
    app.now.set('2026-08-03T10:00:00+08:00');
    const { document } = await penalties.done(cast.head, walk.id, 'decide', { ...penalties.DECISION, penalties: [penalties.FINE, penalties.GOODS] });
    app.now.set('2026-08-04T10:00:00+08:00');
    await penalties.done(cast.officer, walk.id, 'serve-decision', penalties.service(cast, walk, document.id, '2026-08-04T09:00:00+08:00'));
    const factsNow = async (): Promise<Json[]> => (await cast.officer.get(`/v1/track-records/${organisation.id}/facts`)).body.items;
    const facts = await until('the fact is on record', async () => (await factsNow()).length > 0 && factsNow());
    expect(facts).toEqual([expect.objectContaining({ kind: 'complaint-upheld', occurredOn: '2026-08-04', sourceId: document.id, caseId: walk.caseId, agency: 'chaoan-market-regulation' })]);
    expect(await app.sql.admin('SELECT 1 FROM track_fact')).toHaveLength(1);

    // Another paper of the penalty is withdrawn: the decision stands, and so does the fact.
    const carried = (): Promise<unknown> => until('all was carried', async () => (await app.sql.admin('SELECT 1 FROM outbox WHERE completed_at IS NULL')).length === 0);
    await app.sql.admin("INSERT INTO outbox (id, event, subject_type, subject_id, seq, created_at) VALUES (uuidv7(), 'document.withdrawn', 'penalty', $1, 1, now())", [walk.id]);
    await carried();
    expect((await factsNow())[0].state).toBe('recorded');
    // The penalty is revoked in review: nothing was upheld.
    app.now.set('2026-09-01T10:00:00+08:00');
    await penalties.done(cast.officer, walk.id, 'record-challenge', { way: 'reconsideration', at: '2026-08-20T09:00:00+08:00', body: '潮州市潮安区人民政府', fileNumber: '安府复〔2026〕1号' });
    await penalties.done(cast.head, walk.id, 'record-revocation', { at: '2026-09-01T09:30:00+08:00', fileNumber: '安府复决〔2026〕1号' });
    const [fallen] = await until('the fact has fallen', async () => (await factsNow())[0].state === 'struck' && factsNow());
    expect(fallen).toMatchObject({ id: facts[0].id, kind: 'complaint-upheld', state: 'struck' });
    expect((await cast.officer.get(`/v1/track-facts/${fallen.id}/timeline`)).body.items.map(({ event, actor, data }: Json) => [event, actor, data.cause])).toEqual([['track-fact.recorded', 'system:track-records', undefined], ['track-fact.fallen', 'system:track-records', 'penalty.revoked']]);
    await app.sql.admin("INSERT INTO outbox (id, event, subject_type, subject_id, seq, created_at) SELECT uuidv7(), event, subject_type, subject_id, seq, now() FROM outbox WHERE event = 'penalty.revoked'");
    await carried();
    expect(await factsNow()).toHaveLength(1);
    // A service that is heard of after the revocation brings nothing.
    await app.sql.admin('DELETE FROM track_fact');
    await app.sql.admin("INSERT INTO outbox (id, event, subject_type, subject_id, seq, created_at) VALUES (uuidv7(), 'penalty.decision-served', 'penalty', $1, 1, now())", [walk.id]);
    await carried();
    expect(await factsNow()).toEqual([]);
  });
});
