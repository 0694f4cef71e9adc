import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type TestApp } from '../../support/app.js';

describe('which court is competent', () => {
  let app: TestApp;
  let officer: Client;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-11-23T10:00:00+08:00' });
    officer = await app.as('enforcement-officer');
  });
  afterAll(() => app.close());

  it('is proposed with reason and article, and nothing is written', async () => {
    const { status, body } = await officer.post('/v1/courts/proposals', { matter: 'civil', rightTypes: ['patent'], patentKind: 'design' });
    expect([status, body]).toEqual([200, expect.objectContaining({
      court: expect.objectContaining({ code: 'guangzhou-ip-court', name: 'Guangzhou Intellectual Property Court', agency: null }), rule: 'technical', on: '2026-11-23', alternatives: [],
      basis: expect.objectContaining({ article: '第一条至第三条', status: 'verified' }), warnings: [expect.objectContaining({ code: 'court_elsewhere' })],
    })]);
  });

  it('says of an ordinary mark that neither the designated court nor the limit was read', async () => {
    const { body } = await officer.post('/v1/courts/proposals', { matter: 'civil', rightTypes: ['trademark'], amount: 3_000_000, regions: ['445103'] });
    expect(body.court).toMatchObject({ code: 'cz-designated-basic-court', basis: { status: 'unverified' } });
    expect(body.alternatives).toEqual([expect.objectContaining({ code: 'cz-court' })]);
    expect(body.warnings.map(({ code }: { code: string }) => code)).toEqual(['court_unverified', 'limit_unknown', 'court_elsewhere']);
  });

  it('is none for a day whose rules are not kept', async () => {
    expect((await officer.post('/v1/courts/proposals', { matter: 'civil', rightTypes: ['trademark'], on: '2020-01-01' })).body).toMatchObject({ court: null, rule: null, on: '2020-01-01' });
  });

  it.each<[string, Record<string, unknown>]>([
    ['no right', { rightTypes: [] }], ['an unknown right', { rightTypes: ['name'] }], ['an unknown court', { invitedBy: 'moon-court' }], ['a day that is none', { on: '2026-02-30' }], ['half a yuan', { amount: 0.5 }], ['something else', { judge: 'x' }],
  ])('is not sought with %s', async (_, more) => {
    expect((await officer.post('/v1/courts/proposals', { matter: 'civil', rightTypes: ['trademark'], ...more })).status).toBe(400);
  });

  it('is listed with all rules for everybody who works here, and for nobody else', async () => {
    const { body } = await (await app.as('statistician')).get('/v1/courts');
    expect([body.items.length, body.rules.length, body.limit, body.limitBasis.status]).toEqual([9, 17, null, 'unverified']);
    expect((await fetch(`${app.url}/v1/courts`)).status).toBe(401);
  });
});
