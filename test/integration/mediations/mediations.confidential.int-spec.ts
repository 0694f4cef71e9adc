import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { act, agreement, at, castOf, COMMITTEE, did, failures, mediating, openCase, openMediation, session, type Cast, type Ground } from './mediations.ground.js';

jest.setTimeout(120_000);

const SECRET = '只愿意赔偿一万二千三百四十五元';

describe('what is said in a mediation', () => {
  let app: TestApp;
  let cast: Cast;
  let ground: Ground;
  let id: string;

  beforeAll(async () => {
    app = await startTestApp();
    cast = await castOf(app);
    ground = await openCase(cast);
    id = await openMediation(cast.officer, ground);
    await mediating(cast, ground, id);
    await did(cast.mediator, at(id), 'schedule-session', session(cast.mediator.id));
    const { sessions: [planned] } = (await cast.mediator.get(at(id))).body;
    await did(cast.mediator, at(id), 'record-session', { session: planned.id, result: 'held', present: [ground.claimant], absent: [{ party: ground.respondent, excused: true }], minutes: `笔录：${SECRET}` });
    await did(cast.mediator, at(id), 'record-statement', { kind: 'offer', party: ground.respondent, text: SECRET, amount: '76543.21', keptFromOther: true });
    await did(cast.secretary, at(id), 'record-statement', { kind: 'statement', party: ground.claimant, text: '要求停止销售', keptFromOther: false });
  });
  afterAll(() => app.close());

  const texts = async (reader: Client, query = ''): Promise<string[]> => (await reader.get(`${at(id)}/statements${query}`)).body.items.map(({ kind }: Json) => kind);
  /** Everything that an account can read of the case and the mediation. */
  const everything = async (reader: Client): Promise<string> => {
    const paths = [at(id), `${at(id)}/timeline`, `${at(id)}/statements`, `${at(id)}/available-commands`, `${at(id)}/deadlines`, `/v1/cases/${ground.caseId}`, `/v1/cases/${ground.caseId}/timeline?with=complaints`, `/v1/proceedings?case=${ground.caseId}`, `/v1/agreement-terms?case=${ground.caseId}`, `/v1/mediations/calendar?from=2026-11-01T00:00:00Z&to=2026-12-31T00:00:00Z`];
    return JSON.stringify(await Promise.all(paths.map(async (path) => (await reader.get(path)).body)));
  };
  const outsiders = (): [string, Client][] => [['the officer on the penalty', cast.officer], ['a head', cast.head], ['oversight', cast.oversight], ['the court', cast.court], ['another mediator of the committee', cast.second]];

  it('is read by its members, and offers that are kept from the other side are marked', async () => {
    expect(await texts(cast.mediator)).toEqual(['minutes', 'offer', 'statement']);
    expect(await texts(cast.secretary)).toEqual(['minutes', 'offer', 'statement']);
    expect(await texts(cast.mediator, '?to=shown')).toEqual(['minutes', 'statement']);
    expect(await everything(cast.mediator)).toContain(SECRET);
  });

  it.each([0, 1, 2, 3, 4])('is not seen from other tracks, by nobody and nowhere (%#)', async (index) => {
    const [who, reader] = outsiders()[index] as [string, Client];
    const seen = await everything(reader);
    expect([who, seen.includes(SECRET), seen.includes('76543')]).toEqual([who, false, false]);
    const answer = await reader.get(`${at(id)}/statements`);
    expect([who, answer.status === 200 ? answer.body.items : answer.status]).toEqual([who, [403, 404].includes(answer.status) ? answer.status : []]);
  });

  it('is not written by whoever is no member', async () => {
    expect(failures(await act(cast.second, at(id), 'record-statement', { kind: 'statement', text: '测试', keptFromOther: false }))).toEqual(['proceeding.not-a-member']);
    expect(failures(await act(cast.officer, at(id), 'record-statement', { kind: 'statement', text: '测试', keptFromOther: false }))).toEqual(['proceeding.foreign-agency', 'proceeding.not-a-member']);
  });

  it('is hidden by the database itself, whatever the scope that is claimed', async () => {
    const count = async (claims: { scope: string; actor: string; agencies: string }): Promise<number> => {
      const [row] = await app.sql.admin<{ count: string }>(
        `WITH who AS MATERIALIZED (SELECT set_config('zhiheng.scope', '${claims.scope}', false), set_config('zhiheng.actor', '${claims.actor}', false), set_config('zhiheng.agencies', '${claims.agencies}', false)), act AS MATERIALIZED (SELECT 1 FROM who)
         SELECT (SELECT count(*) FROM mediation_statement s, act WHERE EXISTS (SELECT 1 FROM mediation m WHERE m.id = s.mediation_id AND m.agency = ANY (sec.agencies()) AND m.members @> jsonb_build_array(jsonb_build_object('account', sec.actor()))))::text AS count`,
      );
      return Number(row?.count);
    };
    expect(await count({ scope: 'agencies', actor: cast.mediator.id, agencies: `{${COMMITTEE}}` })).toBe(3);
    expect(await count({ scope: 'city', actor: cast.officer.id, agencies: `{${COMMITTEE}}` })).toBe(0);
    const [policy] = await app.sql.admin<{ qual: string }>(`SELECT string_agg(qual, ' OR ') AS qual FROM pg_policies WHERE tablename = 'mediation_statement' AND cmd = 'SELECT'`);
    expect(policy?.qual).toMatch(/sec\.agencies\(\).*@>.*sec\.actor\(\)/s);
    expect(policy?.qual).not.toMatch(/sees_all|is_system/);
  });

  it('stays hidden when it fails; a draft that nobody signed does, too', async () => {
    await did(cast.mediator, at(id), 'reach-agreement', { ...agreement(ground, '2026-12-02T10:00:00+08:00'), facts: SECRET });
    for (const [who, reader] of outsiders()) expect([who, (await everything(reader)).includes(SECRET)]).toEqual([who, false]);
    await did(cast.mediator, at(id), 'record-failure', { reason: 'refuses-to-sign' });
    for (const [who, reader] of outsiders()) expect([who, (await everything(reader)).includes(SECRET)]).toEqual([who, false]);
    expect((await cast.officer.get(at(id))).body).toMatchObject({ state: 'failed', agreement: null, ground: 'refuses-to-sign' });
    expect(await texts(cast.mediator)).toHaveLength(3);
  });
});

describe('the calendar', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp();
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  const arranged = async (): Promise<string> => {
    const ground = await openCase(cast);
    const id = await openMediation(cast.officer, ground);
    await mediating(cast, ground, id);
    return id;
  };
  const hour = (startsAt: string, endsAt: string): object => ({ mediator: cast.mediator.id, mode: 'on-site', place: '调解室', startsAt, endsAt });

  it('books a mediator once, however many ask at once; the next hour is free', async () => {
    const ids = await Promise.all([arranged(), arranged(), arranged(), arranged()]);
    const answers = await Promise.all(ids.map((id) => act(cast.mediator, at(id), 'schedule-session', hour('2026-12-10T01:00:00Z', '2026-12-10T02:00:00Z'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(new Set(answers.filter(({ status }) => status === 409).map(({ body }) => body.code))).toEqual(new Set(['mediation.mediator-booked']));
    const [loser = ''] = ids.filter((_, index) => answers[index]?.status === 409);
    expect((await cast.mediator.get(at(loser))).body).toMatchObject({ state: 'arranging', sessions: [] });
    expect((await act(cast.mediator, at(loser), 'schedule-session', hour('2026-12-10T01:30:00Z', '2026-12-10T02:30:00Z'))).body.code).toBe('mediation.mediator-booked');
    expect((await did(cast.mediator, at(loser), 'schedule-session', hour('2026-12-10T02:00:00Z', '2026-12-10T03:00:00Z'))).state).toBe('mediating');
    const { items } = (await cast.second.get('/v1/mediations/calendar?from=2026-12-10T00:00:00Z&to=2026-12-11T00:00:00Z')).body;
    expect(items.map(({ startsAt, mediator }: Json) => [startsAt, mediator])).toEqual([['2026-12-10T01:00:00.000Z', cast.mediator.id], ['2026-12-10T02:00:00.000Z', cast.mediator.id]]);
  });

  it('moves and cancels what is planned, which frees the hour; what is over stays', async () => {
    const [id, other] = [await arranged(), await arranged()];
    await did(cast.mediator, at(id), 'schedule-session', hour('2026-12-12T01:00:00Z', '2026-12-12T02:00:00Z'));
    const { sessions: [{ id: planned }] } = (await cast.mediator.get(at(id))).body;
    const { mediator: _, ...moved } = hour('2026-12-12T05:00:00Z', '2026-12-12T06:00:00Z') as { mediator: string };
    expect(failures(await act(cast.mediator, at(id), 'move-session', { session: planned, reason: '改期', ...moved, endsAt: '2026-12-12T04:00:00Z' }))).toEqual(['mediation.session-incomplete']);
    await did(cast.mediator, at(id), 'move-session', { session: planned, reason: '改期', ...moved });
    expect((await cast.mediator.get(at(id))).body.sessions).toMatchObject([{ startsAt: '2026-12-12T05:00:00.000Z', moves: 1, state: 'planned' }]);
    await did(cast.mediator, at(other), 'schedule-session', hour('2026-12-12T01:00:00Z', '2026-12-12T02:00:00Z'));
    await did(cast.mediator, at(id), 'cancel-session', { session: planned, reason: '双方请求' });
    expect(failures(await act(cast.mediator, at(id), 'cancel-session', { session: planned, reason: '双方请求' }))).toEqual(['mediation.session-not-planned']);
    const link = { ...hour('2026-12-12T05:00:00Z', '2026-12-12T06:00:00Z'), mode: 'video', place: undefined };
    expect(failures(await act(cast.mediator, at(other), 'schedule-session', link))).toEqual(['mediation.session-incomplete']);
    expect((await did(cast.mediator, at(other), 'schedule-session', { ...link, link: 'https://mediation.example.gov.cn/1' })).state).toBe('mediating');
  });
});
