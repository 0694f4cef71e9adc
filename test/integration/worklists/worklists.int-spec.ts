import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { until } from '../../support/wait.js';
import { act, castOf, CHAOAN, CITY, idsOf, openCase, XIANGQIAO, type Cast } from '../cases/cases.ground.js';
import { follow, type Follower } from './follow.js';

jest.setTimeout(60_000);

/** Looks often, so that nobody waits; hearts beat when a test wants it. */
const ENV = { WORKLIST_MILLISECONDS: '20', WORKLIST_HEARTBEAT_SECONDS: '1' };
const MINE = `agency:${CHAOAN}`;

/** Another process of the same system. */
function beside({ sql, config }: TestApp, env: Readonly<Record<string, string>> = ENV): Promise<TestApp> {
  const { TOKEN_SECRET = '', VAULT_KEYS = '', VAULT_INDEX_KEY = '' } = config;
  return startTestApp({ sql, env: { TOKEN_SECRET, VAULT_KEYS, VAULT_INDEX_KEY, ...env } });
}

describe('worklists', () => {
  let app: TestApp;
  let cast: Cast;
  const followers: Follower[] = [];
  beforeAll(async () => {
    app = await startTestApp({ env: ENV });
    cast = await castOf(app);
  });
  afterAll(async () => {
    for (const follower of followers) follower.cut();
    await app.close();
  });

  /** A line begins where nothing is under way in any database of the server: whoever begins while others' tests write is told of what came before as well. */
  async function nothingUnderWay(): Promise<void> {
    await until('nothing to be under way', async () => (await app.sql.admin<{ clear: boolean | null }>('SELECT max(xid) < pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS clear FROM case_change'))[0]?.clear !== false);
  }

  async function opened(by: Parameters<typeof follow>[1], list: string, lastEventId?: string, url = app.url): Promise<Follower> {
    if (lastEventId === undefined) await nothingUnderWay();
    const follower = await follow(url, by, list, lastEventId);
    followers.push(follower);
    expect(follower.status).toBe(200);
    await follower.until('the beginning', () => follower.heard.length > 0);
    return follower;
  }

  describe('the lists that I have', () => {
    it('are my own, and those of my agency, whole and by lane', async () => {
      const { body } = await cast.officer.get('/v1/worklists');
      expect(body.items.map(({ id }: Json) => id)).toEqual(['me', MINE, ...['exhibition', 'rapid-centre', 'expedited', 'platform', 'market', 'major', 'ordinary'].map((lane) => `lane:${CHAOAN}:${lane}`)]);
      expect(body.items[3]).toEqual({ id: `lane:${CHAOAN}:rapid-centre`, kind: 'lane', title: expect.stringMatching(/: Rapid-protection centre$/), agency: CHAOAN, team: null, lane: 'rapid-centre', patienceHours: 48 });
    });

    it('are those of the agencies below as well, and of all for who sees the city', async () => {
      const kinds = async (reader: typeof cast.officer): Promise<string[]> => (await reader.get('/v1/worklists')).body.items.filter(({ kind }: Json) => kind === 'agency').map(({ agency }: Json) => agency);
      expect(await kinds(cast.city)).toEqual(expect.arrayContaining([CITY, CHAOAN, XIANGQIAO]));
      expect(await kinds(cast.stranger)).toEqual([XIANGQIAO]);
      expect((await kinds(cast.clerk)).length).toBeGreaterThan(15);
    });

    it('need the permission to read cases', async () => {
      const statistician = await app.as('statistician');
      for (const path of ['', '/me', '/me/events']) expect((await statistician.get(`/v1/worklists${path}`)).body).toMatchObject({ code: 'permission.denied', permission: 'case.read' });
    });
  });

  describe('a list', () => {
    it('has open cases in the order of rank, with what decides it', async () => {
      const [first, second, third] = [await openCase(cast), await openCase(cast), await openCase(cast)].map(({ id }) => id);
      await app.sql.admin("UPDATE case_file SET next_due = '2026-12-24T15:59:59.999Z', aged_at = '2026-12-20T09:00:00Z' WHERE id = $1", [first]);
      await app.sql.admin("UPDATE case_file SET next_due = '2026-12-01T15:59:59.999Z', aged_at = '2026-12-20T09:00:00Z' WHERE id = $1", [second]);
      await app.sql.admin("UPDATE case_file SET next_due = NULL, aged_at = '2026-12-10T09:00:00Z', lane = 'expedited' WHERE id = $1", [third]);
      const { body } = await cast.officer.get(`/v1/worklists/${MINE}`);
      expect(body.items.map(({ id, rankAt, rankedBy }: Json) => [id, rankAt, rankedBy])).toEqual([[second, '2026-12-01T15:59:59.999Z', 'due'], [third, '2026-12-10T09:00:00.000Z', 'waited'], [first, '2026-12-20T09:00:00.000Z', 'waited']]);
      expect(idsOf((await cast.officer.get(`/v1/worklists/lane:${CHAOAN}:expedited`)).body.items)).toEqual([third]);
      expect(idsOf((await cast.clerk.get(`/v1/worklists/${MINE}?limit=1`)).body.items)).toEqual([second]);
      expect((await cast.officer.get('/v1/worklists/me')).body.items).toEqual([]);

      await act(cast.head, String(third), 'assign', { officer: cast.officer.id });
      expect(idsOf((await cast.officer.get('/v1/worklists/me')).body.items)).toEqual([third]);
      expect(idsOf((await cast.officer.get(`/v1/worklists/${MINE}?state=open`)).body.items)).toEqual([second, first]);
      expect((await cast.officer.get(`/v1/worklists/${MINE}?count=yes&limit=1`)).headers.get('total-count')).toBe('3');
      const one = await cast.officer.get(`/v1/worklists/${MINE}?limit=2`);
      const next = /^<([^>]+)>/.exec(one.headers.get('link') ?? '')?.[1] ?? '';
      expect(idsOf((await cast.officer.get(next)).body.items)).toEqual([first]);
    });

    it('is not told from none where it is somebody else’s', async () => {
      const problems = await Promise.all([`agency:${CHAOAN}`, `lane:${CHAOAN}:expedited`, 'agency:nowhere', `lane:${XIANGQIAO}:fast`, 'team', 'agency:', encodeURIComponent("agency:x' OR 1=1")].flatMap((key) => ['', '/events'].map((tail) => cast.stranger.get(`/v1/worklists/${key}${tail}`))));
      for (const { status, body } of problems) expect([status, body.code, body.title]).toEqual([404, 'subject.not-found', 'Not found, or not for you to see']);
    });

    it('refuses what it does not know', async () => {
      for (const query of ['order=newest', 'assignee=me', 'agency=x', 'limit=0', 'state=flying']) expect([query, (await cast.officer.get(`/v1/worklists/me?${query}`)).status]).toEqual([query, 400]);
    });
  });

  describe('of a team, and of the head', () => {
    const formed = async (name: string): Promise<string> => (await cast.head.post('/v1/teams', { name, members: [{ officer: cast.officer.id, rightTypes: [] }] })).body.id;
    const away = (officer: { id: string }): Promise<unknown> => cast.head.post('/v1/absences', { officer: officer.id, kind: 'leave', from: new Date(app.now.date().getTime() - 1000).toISOString(), until: new Date(app.now.date().getTime() + 86_400_000).toISOString() });

    it('stand in the index of who may read them, and are no lists for others', async () => {
      const team = await formed('清单组');
      const ids = async (reader: typeof cast.officer): Promise<string[]> => (await reader.get('/v1/worklists')).body.items.map(({ id }: Json) => id);
      expect((await ids(cast.head)).filter((id) => id.startsWith('head:') || id.startsWith('team:'))).toEqual([`head:${CHAOAN}`, `team:${team}`]);
      expect((await ids(cast.officer)).filter((id) => id.startsWith('head:') || id.startsWith('team:'))).toEqual([`team:${team}`]);
      expect((await cast.head.get('/v1/worklists')).body.items.at(-1)).toEqual({ id: `team:${team}`, kind: 'team', title: expect.stringMatching(/: 清单组$/), agency: CHAOAN, team, lane: null, patienceHours: null });
      expect(await ids(cast.city)).toEqual(expect.arrayContaining([`head:${CITY}`, `head:${CHAOAN}`, `team:${team}`]));
      for (const tail of ['', '/events']) {
        for (const [reader, key] of [[cast.officer, `head:${CHAOAN}`], [cast.stranger, `head:${CHAOAN}`], [cast.clerk, `head:${CHAOAN}`], [cast.stranger, `team:${team}`], [cast.officer, 'team:019aa1b2-0000-7000-8000-000000000000']] as const) expect([key, (await reader.get(`/v1/worklists/${key}${tail}`)).status]).toEqual([key, 404]);
      }
    });

    it('have what is with the team, and what waits for the head, and are followed live', async () => {
      const team = await formed('实时组');
      const officer = await app.as('enforcement-officer', CHAOAN);
      const { id } = await openCase(cast);
      await act(officer, id, 'claim');
      const [ofTeam, ofHead] = [await opened(cast.officer, `team:${team}`), await opened(cast.head, `head:${CHAOAN}`)];
      await act(cast.head, id, 'allot', { team });
      await ofTeam.until('it came to the team', () => ofTeam.changes().length === 1);
      await away(officer);
      await ofHead.until('it came to the head', () => ofHead.changes().length === 1);
      expect(ofHead.heard.at(-1)).toMatchObject({ event: 'case', data: { id, escalatedFor: 'owner-absent' } });
      const list = async (reader: typeof cast.officer, key: string): Promise<string[]> => idsOf((await reader.get(`/v1/worklists/${key}`)).body.items);
      expect([await list(cast.officer, `team:${team}`), await list(cast.head, `head:${CHAOAN}`), await list(cast.city, `head:${CHAOAN}`), await list(cast.city, `head:${CITY}`)]).toEqual([[id], [id], [id], []]);
      expect([idsOf((await cast.head.get('/v1/cases?escalated=yes')).body.items), idsOf((await cast.officer.get(`/v1/cases?team=${team}&assignee=none`)).body.items)]).toEqual([[id], []]);
      await act(cast.head, id, 'reassign', { officer: cast.colleague.id, reason: '测试' });
      await ofHead.until('it is off the list', () => ofHead.changes().at(-1)?.[0] === 'gone');
      expect([await list(cast.head, `head:${CHAOAN}`), ofTeam.changes().every(([event]) => event === 'case')]).toEqual([[], true]);
    });
  });

  describe('live', () => {
    it('tells who comes, who changes and who goes, to those whose list it is', async () => {
      const [agency, mine, theirs, all] = [await opened(cast.officer, MINE), await opened(cast.officer, 'me'), await opened(cast.stranger, `agency:${XIANGQIAO}`), await opened(cast.clerk, MINE)];
      for (const follower of [agency, mine, theirs, all]) expect(follower.heard[0]).toMatchObject({ event: 'ready', id: expect.stringMatching(/^\d+-0-\d+$/) });
      const { id } = await openCase(cast);
      await act(cast.head, id, 'assign', { officer: cast.officer.id });
      await mine.until('assigned to me', () => mine.changes().length > 0);
      expect(mine.heard[1]).toMatchObject({ event: 'case', data: { id, assignee: cast.officer.id, state: 'assigned', rankedBy: expect.any(String) } });
      await act(cast.head, id, 'reassign', { officer: cast.colleague.id, reason: '原承办人调离' });
      await mine.until('taken from me', () => mine.changes().length > 1);
      expect(mine.heard[2]).toEqual({ event: 'gone', id: expect.any(String), data: { id } });
      for (const follower of [agency, all]) {
        await follower.until('the last change', () => follower.heard.some(({ data }) => data.assignee === cast.colleague.id));
        expect(new Set(follower.changes().map(([event, about]) => `${event} ${about}`))).toEqual(new Set([`case ${id}`]));
        const versions = follower.heard.slice(1).map(({ data }) => data.version);
        expect(versions).toEqual([...versions].sort((one, other) => one - other));
      }
      expect(theirs.changes()).toEqual([]);
    });

    it('tells that a case is closed or goes to another agency, and never shows it there to those who may not see it', async () => {
      const { id } = await openCase(cast);
      const [here, there, lane] = [await opened(cast.officer, MINE), await opened(cast.stranger, `agency:${XIANGQIAO}`), await opened(cast.officer, `lane:${CHAOAN}:expedited`)];
      await app.sql.admin("UPDATE case_file SET lane = 'expedited' WHERE id = $1", [id]);
      await lane.until('it came into the lane', () => lane.changes().length === 1);
      await app.sql.admin('UPDATE case_file SET agency = $2 WHERE id = $1', [id, XIANGQIAO]);
      await Promise.all([here.until('gone', () => here.changes().some(([event]) => event === 'gone')), there.until('come', () => there.changes().length > 0), lane.until('gone', () => lane.changes().length === 2)]);
      await app.sql.admin("UPDATE case_file SET target_name = '只有对方知道' WHERE id = $1", [id]);
      await there.until('changed', () => there.heard.some(({ data }) => data.targetName === '只有对方知道'));
      expect([lane.changes(), here.changes().at(-1)]).toEqual([[['case', id], ['gone', id]], ['gone', id]]);
      expect(JSON.stringify([here.heard, lane.heard])).not.toContain('只有对方知道');
      await app.sql.admin("UPDATE case_file SET state = 'closed', closed_at = now() WHERE id = $1", [id]);
      await there.until('closed', () => there.changes().at(-1)?.[0] === 'gone');
    });

    it('keeps to the regions of the reader', async () => {
      const elsewhere = await app.as('enforcement-officer', CHAOAN, ['445102']);
      const follower = await opened(elsewhere, MINE);
      const all = await opened(cast.officer, MINE);
      const [hidden, shown] = [await openCase(cast), await openCase(cast)].map(({ id }) => id);
      await app.sql.admin("UPDATE case_file SET region = '445102' WHERE id = $1", [shown]);
      await Promise.all([follower.until('the one in the region', () => follower.changes().some(([, id]) => id === shown)), all.until('both', () => all.changes().some(([, id]) => id === hidden))]);
      expect(follower.changes().map(([, id]) => id)).not.toContain(hidden);
    });

    it('beats when nothing happens, and with each beat tells how far it has come', async () => {
      const follower = await opened(cast.officer, 'me');
      await follower.until('two beats', () => follower.beats() >= 2);
      expect(follower.changes()).toEqual([]);
      expect(follower.lastId()).toMatch(/^\d+-0-\d+$/);
    });

    it('ends with the token', async () => {
      const short = await app.as('enforcement-officer', CHAOAN);
      const follower = await opened(short, MINE);
      app.now.set(new Date(Date.now() + 2 * 3_600_000).toISOString());
      try {
        await follower.until('the end', () => follower.ended());
        expect(follower.heard.at(-1)).toEqual({ id: null, event: 'end', data: { reason: 'not-allowed' } });
      } finally {
        app.now.set(new Date().toISOString());
      }
    });

    it('lets an account follow eight lists at a time', async () => {
      const greedy = await app.as('enforcement-officer', CHAOAN);
      const open: Follower[] = [];
      for (let count = 0; count < 8; count += 1) open.push(await opened(greedy, 'me'));
      expect((await greedy.get('/v1/worklists/me/events')).body).toMatchObject({ code: 'worklist.streams-spent', most: 8 });
      open[0]?.cut();
      await until('a line is free again', async () => {
        const one = await follow(app.url, greedy, 'me');
        followers.push(one);
        return one.status === 200;
      });
    });
  });

  describe('resumed', () => {
    it('goes on at another process where it was: nothing is lost, nothing comes twice', async () => {
      const other = await beside(app);
      try {
        const before = await opened(cast.officer, MINE);
        const made: string[] = [];
        for (let count = 0; count < 3; count += 1) made.push((await openCase(cast)).id);
        await before.until('three', () => made.every((id) => before.changes().some(([, about]) => about === id)));
        before.cut();
        await until('the line is cut', async () => before.ended());
        for (let count = 0; count < 3; count += 1) made.push((await openCase(cast)).id);
        const after = await opened(cast.officer, MINE, before.lastId(), other.url);
        made.push((await openCase(cast)).id);
        await after.until('all', () => made.slice(3).every((id) => after.changes().some(([, about]) => about === id)));
        const ids = [...before.heard, ...after.heard.slice(1)].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect([...new Set([...before.changes(), ...after.changes()].map(([, id]) => id))]).toEqual(made);
        expect(after.changes().filter(([, id]) => made.slice(0, 3).includes(id))).toEqual([]);

        // From the middle of what was heard: the rest comes again, in the same order and under the same numbers of the commit.
        const again = await opened(cast.officer, MINE, before.heard[1]?.id ?? '', other.url);
        await again.until('the rest', () => made.slice(1).every((id) => again.changes().some(([, about]) => about === id)));
        expect([...new Set(again.changes().map(([, id]) => id))]).toEqual(made.slice(1));
      } finally {
        for (const follower of followers) follower.cut();
        await other.close();
      }
    });

    it('in the order of commits: what was begun first and committed last is neither lost nor overtaken', async () => {
      const [slow, quick] = [(await openCase(cast)).id, (await openCase(cast)).id];
      const follower = await opened(cast.officer, MINE);
      const client = new pg.Client({ connectionString: app.sql.adminUrl });
      await client.connect();
      try {
        await client.query('BEGIN');
        await client.query("UPDATE case_file SET flags = '{slow}' WHERE id = $1", [slow]);
        await app.sql.admin("UPDATE case_file SET flags = '{quick}' WHERE id = $1", [quick]);
        const held = follower.beats();
        await follower.until('two beats', () => follower.beats() >= held + 2);
        const meanwhile = [follower.changes(), follower.lastId()] as const;
        await client.query('COMMIT');
        await follower.until('both', () => follower.changes().length === 2);
        expect([meanwhile[0], follower.changes()]).toEqual([[], [['case', slow], ['case', quick]]]);
        const resumed = await opened(cast.officer, MINE, meanwhile[1]);
        await resumed.until('both again', () => resumed.changes().length === 2);
      } finally {
        await client.end();
      }
    });

    it('after too long, or from another database, begins anew and says so', async () => {
      const { id: now } = (await opened(cast.officer, 'me')).heard[0] ?? { id: '' };
      const [xid, seq, at] = String(now).split('-');
      for (const id of [`${xid}-${seq}-${Number(at) - 86_401}`, `${Number(xid) + 1_000_000}-0-${at}`]) expect((await opened(cast.officer, 'me', id)).heard[0]).toMatchObject({ event: 'reset' });
      expect((await opened(cast.officer, 'me', `${xid}-${seq}-${Number(at) - 86_000}`)).heard[0]).toMatchObject({ event: 'ready' });
      for (const id of ['17', 'a-b-c', `1-2-3'; DROP TABLE case_file`]) expect((await cast.officer.get('/v1/worklists/me/events', { 'last-event-id': id })).body.code).toBe('worklist.position-malformed');
    });

    it('a process that stops ends its lines at once', async () => {
      const other = await beside(app, { ...ENV, WORKLIST_HEARTBEAT_SECONDS: '300' });
      const follower = await opened(cast.officer, MINE, undefined, other.url);
      const closing = other.close();
      await follower.until('the end', () => follower.ended());
      await closing;
      expect(follower.heard.at(-1)).toEqual({ id: null, event: 'end', data: { reason: 'stopping' } });
    });
  });

  it('what is older than a day is cleared away, and nobody but the system does it', async () => {
    await app.sql.admin("UPDATE case_change SET at = now() - interval '26 hours' WHERE xid = (SELECT min(xid) FROM case_change)");
    const { WorklistFeed } = await import('../../../src/modules/worklists/worklists.queries.js');
    const count = async (): Promise<number> => Number((await app.sql.admin<{ count: string }>('SELECT count(*) FROM case_change'))[0]?.count);
    const before = await count();
    await app.app.get(WorklistFeed, { strict: false }).forget();
    const after = await count();
    expect([before > after, after > 0]).toEqual([true, true]);
  });
});
