import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AGENCIES } from '../../../src/modules/identity/index.js';
import { CENTRE_LANE } from '../../../src/modules/rapid-centre/data/centre.data.js';
import { RapidCentreService } from '../../../src/modules/rapid-centre/rapid-centre.service.js';
import { systemClaims } from '../../../src/platform/database/claims.js';
import { newId } from '../../../src/platform/database/id.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { refusals } from '../../support/proceeding.steps.js';
import { act, castOf, CHAOAN, openCase, type Cast } from '../cases/cases.ground.js';
import { addParty, at, castOf as mediators, did, mediating, openMediation, session } from '../mediations/mediations.ground.js';
import { caseWithLiveRight, proposed, sureOf } from '../lanes/lanes.ground.js';

const CENTRE = 'cz-ip-rapid-centre';
const NOW = '2026-11-23T10:00:00+08:00';

describe('the rapid-protection centre over HTTP', () => {
  let app: TestApp;
  let cast: Cast;
  let centre: Client;

  beforeAll(async () => {
    app = await startTestApp({ at: NOW });
    cast = await castOf(app);
    centre = await app.as('mediation-secretary', CENTRE);
  });
  afterAll(() => app.close());

  /** A case of the county office in the lane of the centre. */
  const inLane = async (): Promise<string> => {
    const { id } = await caseWithLiveRight(cast);
    const passage = await proposed(cast.officer, id, { venue: 'tableware-centre' });
    await sureOf(cast.officer, passage.id, 'confirm', { lane: 'rapid-centre' });
    return id;
  };
  const offered = async (places = 1, more: Json = {}): Promise<Json> => {
    const { status, body } = await centre.post('/v1/hearing-slots', { startsAt: '2026-11-30T09:00:00+08:00', endsAt: '2026-11-30T11:00:00+08:00', mode: 'remote', place: '远程审理室一', places, ...more });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body;
  };
  const slot = async (id: string): Promise<Json> => (await centre.get(`/v1/hearing-slots/${id}`)).body;
  const book = (by: Client, id: string, body: Json): Promise<{ status: number; body: Json }> => by.post(`/v1/hearing-slots/${id}/book`, body);
  const on = async (by: Client, id: string, command: string, body: Json): Promise<{ status: number; body: Json }> => by.command(`/v1/hearing-slots/${id}/${command}`, (await slot(id)).version, body);
  const seen = async (id: string, by: Client = cast.officer): Promise<Json> => (await by.get('/v1/rapid-centre/cases?limit=200')).body.items.find((one: Json) => one.id === id);
  const serve = (by: Client, id: string, body: Json): Promise<{ status: number; body: Json }> => by.post(`/v1/cases/${id}/centre-services`, { note: '材料齐全', ...body });

  it('shows each case of its lane with what it waits for, from pre-check to hearing', async () => {
    const id = await inLane();
    expect(await seen(id)).toMatchObject({ agency: CHAOAN, state: 'open', waitsFor: 'intake', services: [], hearings: [] });
    await act(cast.officer, id, 'claim');
    expect((await seen(id)).waitsFor).toBe('pre-check');
    expect((await seen(id)).proceedings.map(({ kind }: Json) => kind)).toEqual(['penalty']);
    expect((await serve(cast.officer, id, { service: 'aid', result: 'fit' })).body).toMatchObject({ status: 422, code: 'centre.result-unfit' });
    expect((await serve(cast.officer, id, { service: 'pre-check', result: 'papers-missing', note: '缺少授权书，联系13812345678' })).body).toMatchObject({ rightLive: true, classServed: false, note: expect.not.stringContaining('13812345678') });
    expect((await seen(id)).waitsFor).toBe('papers');
    await serve(cast.officer, id, { service: 'aid', result: 'asked' });
    await serve(cast.officer, id, { service: 'pre-check', result: 'fit' });
    expect((await seen(id)).waitsFor).toBe('aid');
    await serve(cast.officer, id, { service: 'aid', result: 'given' });
    expect(await seen(id)).toMatchObject({ waitsFor: 'hearing', services: [{ service: 'aid', result: 'given' }, { result: 'fit' }, { result: 'asked' }, { result: 'papers-missing' }] });
    const { id: slotId } = await offered();
    const { body: booked } = await on(cast.officer, slotId, 'book', { caseId: id, purpose: '外观设计专利侵权纠纷调解' });
    expect(booked).toMatchObject({ taken: 1, places: 1, booking: expect.any(String) });
    expect(await seen(id)).toMatchObject({ waitsFor: 'outcome', hearings: [{ booking: booked.booking, slot: slotId, startsAt: '2026-11-30T01:00:00.000Z', mode: 'remote', session: null, adjudication: null }] });
    // It was heard: it does not wait for a hearing again.
    app.now.set('2026-11-30T12:00:00+08:00');
    expect((await seen(id)).waitsFor).toBe('outcome');
    app.now.set(NOW);
    expect((await cast.officer.get(`/v1/cases/${id}/timeline`)).body.items.filter(({ event }: Json) => event === 'case.centre-served')).toHaveLength(4);
    // Another county office sees neither the case nor what was done in it.
    expect(await seen(id, cast.stranger)).toBeUndefined();
    expect((await serve(cast.stranger, id, { service: 'pre-check', result: 'fit' })).status).toBe(404);
    expect(refusals(await on(cast.stranger, (await offered()).id, 'book', { caseId: id, purpose: '试' }))).toEqual(['hearing-slot.case-elsewhere']);
    expect((await cast.operator.get('/v1/rapid-centre/cases')).status).toBe(403);
  });

  it('knows the classes that it serves from the register', async () => {
    const id = await inLane();
    // The case has a right in force of another class already: a lapsed one of the class does not help it.
    const old = await cast.officer.post('/v1/rights', { type: 'trademark', number: '51234566', niceClasses: [21], validFrom: '2010-01-01', validTo: '2019-12-31', status: { value: 'lapsed', seenOn: '2026-11-20', source: '商标注册簿' } });
    expect((await cast.officer.post(`/v1/cases/${id}/rights`, { rightId: old.body.id, reason: '商标注册证' })).status).toBe(201);
    expect((await serve(cast.officer, id, { service: 'pre-check', result: 'unfit' })).body).toMatchObject({ classServed: false, rightLive: true });
    const right = await cast.officer.post('/v1/rights', { type: 'trademark', number: '51234567', niceClasses: [21], validFrom: '2020-01-01', validTo: '2029-12-31', status: { value: 'in-force', seenOn: '2026-11-20', source: '商标注册簿' } });
    await cast.officer.post(`/v1/cases/${id}/rights`, { rightId: right.body.id, reason: '商标注册证' });
    expect((await serve(cast.officer, id, { service: 'pre-check', result: 'fit' })).body).toMatchObject({ classServed: true, rightLive: true });
  });

  it('takes only open cases of its lane', async () => {
    const { id } = await openCase(cast);
    expect((await serve(cast.officer, id, { service: 'pre-check', result: 'fit' })).body).toMatchObject({ status: 409, code: 'centre.case-elsewhere' });
    expect(refusals(await on(cast.officer, (await offered()).id, 'book', { caseId: id, purpose: '试' }))).toEqual(['hearing-slot.case-elsewhere']);
    expect(await seen(id)).toBeUndefined();
  });

  it('gives the last place once, to one of eight at the same moment', async () => {
    const { id: slotId } = await offered(1);
    const cases = await Promise.all(Array.from({ length: 8 }, () => inLane()));
    const answers = await Promise.all(cases.map((caseId) => book(cast.officer, slotId, { caseId, purpose: '调解' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    expect(answers.filter(({ status }) => status === 409).flatMap(refusals)).toEqual(Array.from({ length: 7 }, () => 'hearing-slot.full'));
    expect(await slot(slotId)).toMatchObject({ taken: 1, version: 2 });
    const { body: { items } } = await cast.officer.get('/v1/rapid-centre/cases?limit=200');
    expect(items.filter(({ hearings }: Json) => hearings.some((hearing: Json) => hearing.slot === slotId))).toHaveLength(1);
  });

  it('gives eight places to eight at the same moment, and none to the ninth', async () => {
    const { id: slotId } = await offered(8);
    const cases = await Promise.all(Array.from({ length: 9 }, () => inLane()));
    const answers = await Promise.all(cases.slice(0, 8).map((caseId) => book(cast.officer, slotId, { caseId, purpose: '调解' })));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
    expect(refusals(await book(cast.officer, slotId, { caseId: cases[8], purpose: '调解' }))).toEqual(['hearing-slot.full']);
    expect(await slot(slotId)).toMatchObject({ taken: 8, places: 8 });
    // Nor does the table take one more, whoever writes.
    await expect(app.sql.admin('UPDATE hearing_slot SET taken = 9 WHERE id = $1', [slotId])).rejects.toMatchObject({ constraint: 'hearing_slot_places' });
  });

  it('gets places back, and withdraws what nobody booked', async () => {
    const [one, two] = [await inLane(), await inLane()];
    const { id: slotId } = await offered(2);
    const { body: { booking } } = await on(cast.officer, slotId, 'book', { caseId: one, purpose: '调解' });
    expect(refusals(await on(cast.officer, slotId, 'book', { caseId: one, purpose: '再次' }))).toEqual(['hearing-slot.booked-already']);
    expect((await on(cast.officer, slotId, 'book', { caseId: two, purpose: '调解' })).body.taken).toBe(2);
    expect(refusals(await on(centre, slotId, 'withdraw', { reason: '设备检修' }))).toEqual(['hearing-slot.taken']);
    expect(refusals(await on(cast.officer, slotId, 'release', { booking: slotId, reason: '无' }))).toEqual(['hearing-slot.no-booking']);
    // Who does not see the case does not see the booking either.
    expect(refusals(await on(cast.stranger, slotId, 'release', { booking, reason: '无' }))).toEqual(['hearing-slot.no-booking']);
    expect((await on(cast.officer, slotId, 'release', { booking, reason: '双方已自行和解' })).body.taken).toBe(1);
    expect(refusals(await on(cast.officer, slotId, 'release', { booking, reason: '再次' }))).toEqual(['hearing-slot.no-booking']);
    expect((await on(cast.officer, slotId, 'book', { caseId: one, purpose: '重新预约' })).body.taken).toBe(2);

    const { id: unused } = await offered();
    expect(refusals(await on(cast.head, unused, 'withdraw', { reason: '无' }))).toEqual(['hearing-slot.foreign-agency']);
    expect((await on(cast.officer, unused, 'withdraw', { reason: '无' })).status).toBe(403);
    expect((await on(centre, unused, 'withdraw', { reason: '设备检修' })).body.state).toBe('withdrawn');
    expect((await centre.get(`/v1/hearing-slots/${unused}/timeline`)).body.items.map(({ event }: Json) => event)).toEqual(['hearing-slot.offered', 'hearing-slot.withdrawn']);
  });

  it('opens the cases of its lane to the centre, for as long as they are in it, and never their reporters', async () => {
    const worker = await app.as('mediator', CENTRE);
    const id = await inLane();
    const { body: file } = await worker.get(`/v1/cases/${id}`);
    expect(file).toMatchObject({ id, agency: CHAOAN, lane: 'rapid-centre' });
    expect((await seen(id, worker)).id).toBe(id);
    expect((await serve(worker, id, { service: 'pre-check', result: 'fit' })).status).toBe(201);
    expect((await book(worker, (await offered()).id, { caseId: id, purpose: '调解' })).status).toBe(201);
    // The report stays with the office, and so does what is decided in the case.
    expect((await worker.get(`/v1/complaints/${file.complaintId}`)).status).toBe(404);
    expect((await act(centre, id, 'assign', { officer: worker.id })).status).toBe(409);
    const { id: elsewhere } = await openCase(cast);
    expect((await worker.get(`/v1/cases/${elsewhere}`)).status).toBe(404);
    const passage = (await cast.officer.get(`/v1/lane-passages?case=${id}`)).body.items[0];
    await sureOf(cast.officer, passage.id, 'leave', { reason: '当事人要求按普通程序办理' });
    expect((await worker.get(`/v1/cases/${id}`)).status).toBe(404);
    expect((await cast.officer.get(`/v1/cases/${id}`)).status).toBe(200);
    // The policy names lane and agency in SQL.
    const [policy] = await app.sql.admin<{ qual: string }>("SELECT qual FROM pg_policies WHERE tablename = 'case_file' AND policyname = 'rows_select_involved'");
    expect([policy?.qual.includes(`'${CENTRE_LANE}'`), policy?.qual.includes(`'${CENTRE}'`), AGENCIES.some(({ code }) => code === CENTRE)]).toEqual([true, true, true]);
  });

  it('gives places back when the case leaves the lane or is closed, and keeps what was heard', async () => {
    const release = (caseId: string): Promise<void> => app.app.get(RapidCentreService).releaseLeftBehind({ claims: systemClaims('test'), permissions: new Set(), agency: '', at: app.now.date() }, caseId);
    const id = await inLane();
    const [past, coming] = [await offered(1, { startsAt: '2026-11-24T09:00:00+08:00', endsAt: '2026-11-24T10:00:00+08:00' }), await offered()];
    for (const { id: slotId } of [past, coming]) expect((await book(cast.officer, slotId, { caseId: id, purpose: '调解' })).status).toBe(201);
    app.now.set('2026-11-25T09:00:00+08:00');
    await release(id);
    expect([(await slot(past.id)).taken, (await slot(coming.id)).taken]).toEqual([1, 1]);
    const passage = (await cast.officer.get(`/v1/lane-passages?case=${id}`)).body.items[0];
    await sureOf(cast.officer, passage.id, 'leave', { reason: '当事人要求按普通程序办理' });
    expect(await app.sql.admin("SELECT subject_id FROM outbox WHERE event = 'case.lane-left' AND subject_id = $1", [id])).toHaveLength(1);
    await release(id);
    await release(id);
    expect([(await slot(past.id)).taken, (await slot(coming.id)).taken]).toEqual([1, 0]);
    expect((await centre.get(`/v1/hearing-slots/${coming.id}/timeline`)).body.items.map(({ event, actor }: Json) => [event, actor])).toContainEqual(['hearing-slot.released', 'system:test']);
    app.now.set(NOW);
  });

  it('holds a place for a session of the case or its adjudication, and for no other’s', async () => {
    const [id, other] = [await inLane(), await inLane()];
    const { id: slotId } = await offered(3);
    const people = await mediators(app);
    const sessionOf = async (caseId: string): Promise<string> => {
      const ground = { caseId, claimant: await addParty(cast.officer, caseId, 'complainant-right-holder'), respondent: await addParty(cast.officer, caseId, 'respondent') };
      const id = await openMediation(cast.officer, ground);
      await mediating(people, ground, id);
      await did(people.mediator, at(id), 'schedule-session', session(people.mediator.id));
      return (await people.mediator.get(at(id))).body.sessions[0].id;
    };
    const [mine, theirs] = [await sessionOf(id), await sessionOf(other)];
    expect(refusals(await book(cast.officer, slotId, { caseId: id, purpose: '调解', session: theirs }))).toEqual(['hearing-slot.session-elsewhere']);
    expect(refusals(await book(cast.officer, slotId, { caseId: id, purpose: '口审', adjudication: newId() }))).toEqual(['hearing-slot.session-elsewhere']);
    expect(refusals(await book(cast.officer, slotId, { caseId: id, purpose: '两项', session: mine, adjudication: newId() }))).toEqual(['hearing-slot.session-elsewhere']);
    expect((await book(cast.officer, slotId, { caseId: id, purpose: '调解', session: mine })).status).toBe(201);
    expect((await seen(id)).hearings).toMatchObject([{ session: mine, adjudication: null }]);
  });

  it('lists slots to come, soonest first, in pages, and lets nobody into one that has begun', async () => {
    const later = await offered(1, { startsAt: '2026-12-10T09:00:00+08:00', endsAt: '2026-12-10T10:00:00+08:00' });
    const sooner = await offered(1, { startsAt: '2026-12-09T09:00:00+08:00', endsAt: '2026-12-09T10:00:00+08:00' });
    const first = await centre.get('/v1/hearing-slots?limit=1&from=2026-12-01T00:00:00%2B08:00');
    const next = /<([^>]+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect([first.body.items[0].id, (await centre.get(next)).body.items[0].id]).toEqual([sooner.id, later.id]);
    const past = await centre.post('/v1/hearing-slots', { startsAt: '2026-11-22T09:00:00+08:00', endsAt: '2026-11-22T10:00:00+08:00', mode: 'remote', place: '一', places: 1 });
    expect(refusals(past)).toEqual(['hearing-slot.times']);
    const id = await inLane();
    app.now.set('2026-12-09T09:00:00+08:00');
    expect(refusals(await on(cast.officer, sooner.id, 'book', { caseId: id, purpose: '调解' }))).toEqual(['hearing-slot.begun']);
    app.now.set(NOW);
  });
});
