import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PUBLIC } from '../../../src/modules/public-records/index.js';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { served } from '../penalties/penalties.ground.js';
import { follow, moved, publicationOf, published, publishersOf, sweep, type Publishers } from '../publications/publications.ground.js';

jest.setTimeout(120_000);

describe('what everybody may read', () => {
  let app: TestApp;
  let cast: Publishers;
  let penalty: Json;
  const written: string[] = [];
  const get = async (path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: Json; text: string; headers: Headers }> => {
    const answer = await fetch(`${app.url}/v1/public/${path}`, { headers });
    const text = await answer.text();
    return { status: answer.status, text, body: text.startsWith('{') ? JSON.parse(text) : null, headers: answer.headers };
  };
  const ids = ({ body }: { body: Json }): string[] => body.items.map(({ id }: Json) => id);

  beforeAll(async () => {
    app = await startTestApp({ env: { PUBLIC_URL: 'https://zhiheng.example' } });
    cast = await publishersOf(app);
    const walk = await served(app, cast);
    await follow(app, 'penalty.decision-served', walk.id, 'publications.draft');
    penalty = await publicationOf(app, cast.officer, walk.id);
    await published(cast, penalty.id);
    for (const [index, name] of ['甲厂（测试）', '乙厂（测试）', '丙厂（测试）'].entries()) {
      app.now.set(`2026-08-0${5 + index}T10:00:00+08:00`);
      const { body } = await cast.officer.post('/v1/publications', { profile: 'typical-case', title: `典型案例（${name}）`, text: `${name}销售侵权餐具。`, parties: [{ name, uscc: index === 0 ? '91445103MA00TQT27J' : undefined }] });
      await published(cast, body.id);
      written.push(body.id);
    }
  });
  afterAll(() => app.close());

  it('is listed by kind without log-in, newest first, page by page', async () => {
    expect((await get('penalties')).body.items).toEqual([{ id: penalty.id, shelf: 'penalties', title: '行政处罚决定书', number: penalty.number, agency: '潮州市潮安区市场监督管理局', decidedOn: '2026-08-03', parties: penalty.parties, publishedAt: '2026-08-04T02:00:00.000Z' }]);
    expect(ids(await get('typical-cases'))).toEqual([...written].reverse());
    const first = await get('typical-cases?limit=2');
    expect(ids(first)).toEqual([written[2], written[1]]);
    const next = /<\/v1\/public\/([^>]+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await get(next);
    expect([ids(second), second.headers.get('link')]).toEqual([[written[0]], null]);
    expect([ids(await get('adjudications')), ids(await get('lists')), ids(await get('check-results'))]).toEqual([[], [], []]);
  });

  it('is found by a part of a name, a credit code or a number, in any width', async () => {
    expect(ids(await get(`typical-cases?q=${encodeURIComponent('乙厂（测')}`))).toEqual([written[1]]);
    expect(ids(await get(`typical-cases?q=${encodeURIComponent('９1445103ma00tqt27j')}`))).toEqual([written[0]]);
    expect(ids(await get(`penalties?q=${encodeURIComponent(penalty.number)}`))).toEqual([penalty.id]);
    expect(ids(await get(`typical-cases?q=${encodeURIComponent('厂（测试')}&limit=1`))).toEqual([written[2]]);
    expect(ids(await get(`typical-cases?q=${encodeURIComponent('%%%')}`))).toEqual([]);
    expect(await get(`penalties?q=${encodeURIComponent('乙厂')}`)).toMatchObject({ status: 400 });
  });

  it('has its text, and may be kept: asked again with the ETag nothing is sent', async () => {
    const one = await get(`publications/${penalty.id}`);
    expect(one.body.text).toContain('罚款人民币十五万元');
    expect(one.body).not.toHaveProperty('original');
    expect(one.headers.get('cache-control')).toBe('public, max-age=60');
    const again = await get(`publications/${penalty.id}`, { 'if-none-match': String(one.headers.get('etag')) });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await get(`publications/${penalty.id}`, { 'if-none-match': String(one.headers.get('etag')), 'accept-language': 'en' })).status).toBe(200);
    expect((await get(`publications/${penalty.id}`, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('comes as JSON Feed and RSS', async () => {
    const json = await get('feed.json');
    expect(json.headers.get('content-type')).toContain('application/feed+json');
    expect(json.body.items.map(({ url }: Json) => url)).toEqual([...[...written].reverse(), penalty.id].map((id) => `https://zhiheng.example/v1/public/publications/${id}`));
    const rss = await get('feed.rss?shelf=penalties');
    expect(rss.headers.get('content-type')).toContain('application/rss+xml');
    expect(rss.text).toContain('<rss version="2.0"');
    expect(rss.text.match(/<item>/g)).toHaveLength(1);
    expect((await get('feed.rss', { 'if-none-match': String((await get('feed.rss')).headers.get('etag')) })).status).toBe(304);
  });

  it('is counted by address', async () => {
    const { headers } = await get('penalties');
    expect(headers.get('ratelimit-policy')).toBe('"public";q=300;w=60');
  });

  it('is all that claims of the public see, in any table', async () => {
    const tables = await app.sql.admin("SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname IN ('public', 'vault') AND has_table_privilege('zhiheng_app', schemaname || '.' || tablename, 'SELECT')");
    expect(tables.length).toBeGreaterThan(60);
    const seen: string[] = [];
    for (const { name } of tables) {
      const [row] = await app.database.read<{ count: number }>(PUBLIC, { name: `count-${String(name)}`, text: `SELECT count(*)::int AS count FROM ${String(name)}` }, []);
      if (Number(row?.count) > 0) seen.push(`${String(name)} ${Number(row?.count)}`);
    }
    expect(seen).toEqual(['public.public_record 4']);
    await expect(app.database.transact(PUBLIC, [], (transaction) => transaction.query({ name: 'public-writes', text: 'UPDATE public_record SET title = $1 RETURNING id' }, ['x']))).resolves.toEqual([]);
    await expect(app.database.transact(PUBLIC, [], (transaction) => transaction.query({ name: 'public-adds', text: "INSERT INTO public_record (id, shelf, agency, title, parties, search, text, display_class, published_at) VALUES (gen_random_uuid(), 'lists', 'x', 'x', '[]', 'x', 'x', 'list', now())" }, []))).rejects.toThrow(/row-level security/);
  });

  it('is hidden with the command that hides it, everywhere at once', async () => {
    const [one = ''] = written;
    await moved(cast.head, one, 'withdraw', { reason: '更正' });
    expect((await get(`publications/${one}`)).status).toBe(404);
    expect(ids(await get('typical-cases'))).not.toContain(one);
    expect(ids(await get(`typical-cases?q=${encodeURIComponent('91445103MA00TQT27J')}`))).toEqual([]);
    expect((await get('feed.json')).text).not.toContain(one);
  });

  it('is hidden when its time is over, and shows at once what more is hidden', async () => {
    await moved(cast.publisher, penalty.id, 'redact', { hide: [{ start: 0, end: 2, rule: 'reviewer', reason: '更正' }] });
    expect((await get(`publications/${penalty.id}`)).body.text).toMatch(/^〔不予公示〕/);
    app.now.set('2027-08-05T00:30:00+08:00');
    await sweep(app);
    expect((await get(`publications/${penalty.id}`)).status).toBe(404);
    expect(ids(await get('penalties'))).toEqual([]);
  });
});
