import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Client, type Json, type Reply, type TestApp } from '../../support/app.js';
import { act, castOf, CHAOAN, CITY, failures, openCase, XIANGQIAO, type Cast } from '../cases/cases.ground.js';

jest.setTimeout(60_000);

const NOON = '2026-11-23T04:00:00.000Z';
const days = (count: number): string => new Date(Date.parse(NOON) + count * 86_400_000).toISOString();

describe('teams and absences', () => {
  let app: TestApp;
  let cast: Cast;
  beforeAll(async () => {
    app = await startTestApp({ at: NOON });
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  let made = 0;
  const formed = async (members: Json[], by = cast.head): Promise<Json> => {
    const { status, body } = await by.post('/v1/teams', { name: `第${(made += 1)}组`, members });
    expect([status, body.code]).toEqual([201, undefined]);
    return body;
  };
  const away = (by: Client, officer: string | undefined, from: string, until: string): Promise<Reply<Json>> => by.post('/v1/absences', { ...(officer === undefined ? {} : { officer }), kind: 'leave', from, until });

  describe('a team', () => {
    it('is formed by the head, rearranged as a whole, and dissolved; its history tells who was in it when', async () => {
      const team = await formed([{ officer: cast.officer.id, rightTypes: ['trademark', 'trademark'] }]);
      expect(team).toMatchObject({ state: 'formed', version: 1, agency: CHAOAN, members: [{ officer: cast.officer.id, rightTypes: ['trademark'] }] });
      const members = [{ officer: cast.colleague.id, rightTypes: [] }];
      expect((await cast.head.command(`/v1/teams/${team.id}/rearrange`, 1, { name: '改名组', members })).body).toMatchObject({ version: 2, name: '改名组', members });
      expect((await cast.officer.get(`/v1/teams?agency=${CHAOAN}`)).body.items.map(({ id }: Json) => id)).toContain(team.id);
      expect((await cast.head.command(`/v1/teams/${team.id}/dissolve`, 2)).body).toMatchObject({ state: 'dissolved', dissolvedAt: NOON });
      expect((await cast.officer.get('/v1/teams')).body.items.map(({ id }: Json) => id)).not.toContain(team.id);
      expect((await cast.head.get(`/v1/teams/${team.id}/timeline`)).body.items.map(({ event, data }: Json) => [event, data.members?.[0]?.officer])).toEqual([['team.formed', cast.officer.id], ['team.rearranged', cast.colleague.id], ['team.dissolved', undefined]]);
    });

    it('has a name of its own, members once each, who work on cases of the agency; the office above may be among them', async () => {
      const { name } = await formed([{ officer: cast.officer.id, rightTypes: [] }, { officer: cast.city.id, rightTypes: ['patent'] }]);
      const member = { officer: cast.officer.id, rightTypes: [] };
      expect((await cast.head.post('/v1/teams', { name, members: [member] })).body).toMatchObject({ status: 409, code: 'team.name-taken' });
      for (const officer of [cast.stranger.id, cast.clerk.id, '019aa1b2-0000-7000-8000-000000000000']) {
        const refused = await cast.head.post('/v1/teams', { name: '不成组', members: [{ officer, rightTypes: [] }] });
        expect([failures(refused), refused.body.failedGuards[0].details]).toEqual([['team.members-unfit'], [officer]]);
      }
      expect(failures(await cast.head.post('/v1/teams', { name: '不成组', members: [member, member] }))).toEqual(['team.members-unfit']);
      expect((await cast.head.post('/v1/teams', { name: '不成组', members: [{ officer: 'x', rightTypes: ['magic'] }] })).body.errors.map(({ path }: Json) => path)).toEqual(expect.arrayContaining(['members[0].officer', 'members[0].rightTypes']));
      expect((await cast.head.post('/v1/teams', { name: '不成组', members: [member], agency: XIANGQIAO })).body).toMatchObject({ status: 422, code: 'staffing.agency-foreign' });
      expect((await cast.city.post('/v1/teams', { name: '市局代建组', members: [member], agency: CHAOAN })).body).toMatchObject({ agency: CHAOAN });
    });

    it('is for heads to arrange, for the agency to see', async () => {
      const team = await formed([{ officer: cast.officer.id, rightTypes: [] }]);
      expect((await cast.officer.post('/v1/teams', { name: 'x', members: [] })).status).toBe(403);
      expect([(await cast.officer.get(`/v1/teams/${team.id}`)).status, (await cast.city.get(`/v1/teams/${team.id}`)).status, (await cast.stranger.get(`/v1/teams/${team.id}`)).status]).toEqual([200, 200, 404]);
      expect((await cast.stranger.command(`/v1/teams/${team.id}/dissolve`, 1)).status).toBe(404);
      expect((await cast.stranger.get('/v1/teams')).body.items).toEqual([]);
    });

    it('takes cases that the head gives to it: only its members claim them, and it does not end before them', async () => {
      const team = await formed([{ officer: cast.officer.id, rightTypes: [] }]);
      const theirs = await formed([{ officer: cast.city.id, rightTypes: [] }], cast.city);
      const { id } = await openCase(cast);
      expect(failures(await act(cast.head, id, 'allot', { team: '019aa1b2-0000-7000-8000-000000000000' }))).toEqual(['case.team-unfit']);
      expect(failures(await act(cast.city, id, 'allot', { team: theirs.id }))).toEqual(['case.team-unfit']);
      expect((await act(cast.head, id, 'allot', { team: team.id })).body).toMatchObject({ team: team.id, state: 'open' });
      expect(failures(await act(cast.colleague, id, 'claim'))).toEqual(['case.of-a-team']);
      const refused = await cast.head.command(`/v1/teams/${team.id}/dissolve`, 1);
      expect([failures(refused), refused.body.failedGuards[0].details]).toEqual([['team.has-open-cases'], [{ id, number: expect.stringMatching(/^CZAJ/) }]]);
      expect((await act(cast.officer, id, 'claim')).body).toMatchObject({ team: team.id, assignee: cast.officer.id });
    });
  });

  describe('an absence', () => {
    it('is entered by oneself or by the head, shows in the calendar until it is over, and can be cancelled', async () => {
      const officer = await app.as('enforcement-officer', CHAOAN);
      const { body: later, status } = await away(officer, undefined, days(3), days(5));
      expect([status, later]).toEqual([201, expect.objectContaining({ state: 'planned', officer: officer.id, agency: CHAOAN, from: days(3), until: days(5), escalated: 0 })]);
      const { body: other } = await away(cast.head, officer.id, days(10), days(12));
      const calendar = async (query: string): Promise<string[]> => (await cast.head.get(`/v1/absences?officer=${officer.id}${query}`)).body.items.map(({ id }: Json) => id);
      expect([await calendar(''), await calendar(`&after=${encodeURIComponent(days(5))}`), await calendar('&limit=1')]).toEqual([[later.id, other.id], [other.id], [later.id]]);
      expect((await officer.command(`/v1/absences/${later.id}/cancel`, 1)).body).toMatchObject({ state: 'cancelled', cancelledAt: NOON, until: days(5) });
      expect(await calendar('')).toEqual([other.id]);
      expect(failures(await officer.command(`/v1/absences/${later.id}/cancel`, 2))).toEqual([]);
    });

    it('is refused without a length, when it is over, for a colleague, and for somebody of another agency', async () => {
      expect(failures(await away(cast.officer, undefined, days(2), days(1)))).toEqual(['absence.without-length']);
      expect(failures(await away(cast.officer, undefined, days(-2), days(-1)))).toEqual(['absence.over']);
      expect(failures(await away(cast.officer, cast.colleague.id, days(1), days(2)))).toEqual(['absence.of-another']);
      expect(failures(await away(cast.stranger, cast.officer.id, days(1), days(2)))).toEqual(['absence.of-another']);
      expect((await away(cast.head, '019aa1b2-0000-7000-8000-000000000000', days(1), days(2))).status).toBe(404);
      expect((await away(await app.as('oversight'), undefined, days(1), days(2))).status).toBe(403);
      const { body } = await away(cast.head, cast.officer.id, days(20), days(21));
      expect([(await cast.stranger.get(`/v1/absences/${body.id}`)).status, (await cast.city.get(`/v1/absences/${body.id}`)).status]).toEqual([404, 200]);
    });

    it('that has begun sends the open cases of the officer to the list of the head at once, and nothing is given to him', async () => {
      const officer = await app.as('enforcement-officer', CHAOAN);
      const [mine, also] = [await openCase(cast), await openCase(cast)];
      for (const { id } of [mine, also]) await act(officer, id, 'claim');
      expect((await away(officer, undefined, days(-1), days(2))).body).toMatchObject({ escalated: 2 });
      for (const { id } of [mine, also]) expect((await cast.head.get(`/v1/cases/${id}`)).body).toMatchObject({ assignee: officer.id, escalatedAt: NOON, escalatedFor: 'owner-absent' });
      expect((await cast.head.get(`/v1/cases/${mine.id}/timeline`)).body.items.at(-1)).toMatchObject({ event: 'case.escalated', actor: officer.id, data: { officer: officer.id, reason: 'owner-absent' } });
      const { id } = await openCase(cast);
      for (const refused of [await act(cast.head, id, 'assign', { officer: officer.id }), await act(officer, id, 'claim')]) expect([failures(refused), refused.body.failedGuards[0].details]).toEqual([['case.officer-absent'], { until: days(2) }]);
      expect((await act(cast.head, mine.id, 'reassign', { officer: cast.colleague.id, reason: '休假' })).body).toMatchObject({ escalatedAt: null });
      expect(failures(await act(cast.head, mine.id, 'reassign', { officer: officer.id, reason: '休假' }))).toEqual(['case.officer-absent']);
    });

    it('of an officer of the office above is seen where he is in a team', async () => {
      const officer = await app.as('enforcement-officer', CITY);
      const { body } = await away(officer, undefined, days(1), days(2));
      expect((await cast.head.get(`/v1/absences/${body.id}`)).status).toBe(404);
      await formed([{ officer: officer.id, rightTypes: [] }]);
      expect((await cast.head.get(`/v1/absences/${body.id}`)).status).toBe(200);
    });
  });
});
