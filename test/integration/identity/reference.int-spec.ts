import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp } from '../../support/app.js';
import { AGENCIES, COMPETENCES, MEASURES, REGIONS, ROLES, seedIdentityReference } from '../../../src/modules/identity/index.js';
import { call, sql, tokenOf, type Reply } from './identity.ground.js';

let app: Awaited<ReturnType<typeof startTestApp>>;
let token: string;
beforeAll(async () => {
  app = await startTestApp({ env: { RATE_LIMIT_PER_MINUTE: '1000000' } });
  await seedIdentityReference(app.database);
  token = await tokenOf(app.url, app.database, 'mediator');
});
afterAll(() => app.close());

const get = (path: string, language = 'zh-CN', as = token): Promise<Reply> => call(app.url, 'GET', path, { token: as, headers: { 'accept-language': language } });

describe('seeding', () => {
  it('fills the tables, and changes nothing the second time', async () => {
    const count = async (table: string): Promise<unknown> => (await sql(app.database, `SELECT count(*)::int AS n FROM ${table}`))[0]?.['n'];
    expect([await count('region'), await count('agency'), await count('competence'), await count('measure')]).toEqual([REGIONS.length, AGENCIES.length, COMPETENCES.length, MEASURES.length]);
    expect(await seedIdentityReference(app.database)).toBe(0);
  });

  it('mends what was changed, and takes away a competence that is no longer there', async () => {
    await sql(app.database, `UPDATE agency SET parent = NULL WHERE code = 'chaoan-market-regulation'`);
    await sql(app.database, `INSERT INTO competence (id, agency, profile) VALUES ('gone', 'cz-court', '{}')`);
    expect(await seedIdentityReference(app.database)).toBe(2);
    expect(await sql(app.database, `SELECT parent FROM agency WHERE code = 'chaoan-market-regulation'`)).toEqual([{ parent: 'cz-market-regulation' }]);
  });

  it('may run in several processes at once', async () => {
    await sql(app.database, `UPDATE measure SET profile = '{}'`);
    const changed = await Promise.all([1, 2, 3].map(() => seedIdentityReference(app.database)));
    expect(changed.sort((a, b) => a - b)).toEqual([0, 0, MEASURES.length]);
  });
});

describe('measures', () => {
  it('are 25, in order, with the names of those answerable', async () => {
    const { status, body } = await get('/v1/measures');
    expect([status, Object.keys(body as object)]).toEqual([200, ['items']]);
    expect((body.items as { number: number }[]).map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    const [first] = MEASURES;
    expect(body.items[0]).toMatchObject({ title: first?.title.zh, chapter: first?.chapter.zh, lead: first?.lead.map((code) => ({ code, name: AGENCIES.find((agency) => agency.code === code)?.name.zh })) });
  });

  it('are read one by one, in either language', async () => {
    const { body } = await get('/v1/measures/7', 'en');
    expect(body.title).toBe(MEASURES[6]?.title.en);
    for (const { name } of body.supporting as { name: string }[]) expect(name).toMatch(/[A-Za-z]/);
  });

  it('name the bodies that the table only describes', async () => {
    const vague = MEASURES.find(({ genericBodies }) => genericBodies.length > 0);
    expect((await get(`/v1/measures/${vague?.number}`)).body.genericBodies[0].name).toMatch(/各/);
  });

  it.each([[26, 404], [0, 400], ['seven', 400], ['7.5', 400], ['1e1', 400]])('answer %p with %i', async (number, status) => {
    expect((await get(`/v1/measures/${number}`)).status).toBe(status);
  });
});

describe('agencies', () => {
  it('are all listed, by code', async () => {
    const { body } = await get('/v1/agencies');
    expect((body.items as { code: string }[]).map(({ code }) => code)).toEqual(AGENCIES.map(({ code }) => code as string).sort());
  });

  it('are read one by one', async () => {
    const { body } = await get('/v1/agencies/cz-ip-intake');
    expect(body).toMatchObject({ code: 'cz-ip-intake', name: '统一接收机构', parent: 'cz-market-regulation', region: '445100', level: 'city', kind: 'internal-unit', currentName: { status: 'verified' } });
  });

  it('that do not exist are not found', async () => {
    expect((await get('/v1/agencies/nowhere')).body.code).toBe('subject.not-found');
  });
});

describe('reference rows', () => {
  it.each(ROLES.map(({ code }) => code).filter((code) => code !== 'system-client'))('can be read by %s', async (role) => {
    const as = await tokenOf(app.url, app.database, role);
    expect((await get('/v1/agencies', 'en', as)).body.items).toHaveLength(AGENCIES.length);
    expect((await get('/v1/measures', 'en', as)).body.items).toHaveLength(25);
  });
});

it('roles tell what each may do', async () => {
  const { body } = await get('/v1/roles', 'en');
  const oversight = (body.items as { code: string }[]).find(({ code }) => code === 'oversight');
  expect(oversight).toMatchObject({ label: 'Oversight', scope: 'city-read', holder: 'person', alone: true });
  expect((oversight as unknown as { permissions: { effect: string }[] }).permissions.every(({ effect }) => effect === 'reads')).toBe(true);
});
