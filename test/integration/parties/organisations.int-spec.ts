import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OrganisationsService } from '../../../src/modules/parties/index.js';
import { systemClaims } from '../../../src/platform/database/claims.js';
import { withClient } from '../../../src/platform/database/connect.js';
import { newId } from '../../../src/platform/database/id.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';

const SOUND = '91445103MA00TQT27J';
const OTHER = '91445102MA00TQT199';

describe('the register of organisations', () => {
  let app: TestApp;
  let officer: Client;
  let elsewhere: Client;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-11-22T02:00:00.000Z' });
    [officer, elsewhere] = await Promise.all([app.as('enforcement-officer', 'chaoan-market-regulation'), app.as('enforcement-officer', 'xiangqiao-market-regulation')]);
  });
  afterAll(() => app.close());

  const enter = async (body: object): Promise<Json> => {
    const answer = await officer.post('/v1/organisations', body);
    expect(answer.status).toBe(201);
    return answer.body;
  };

  it('takes one in by its code, however that is spelt, and shows it to officers of every agency', async () => {
    const made = await enter({ name: '潮州市潮安区金鹭不锈钢制品厂（测试）', uscc: ' 9144 5103 ma00tqt27j', address: '彩塘镇测试路1号', region: '445103', shops: [{ platform: 'taobao', shopId: 's-1' }] });
    expect(made).toMatchObject({ uscc: SOUND, state: 'registered', version: 1, warnings: [], mergedInto: null, asOf: { day: '2026-11-22', name: '潮州市潮安区金鹭不锈钢制品厂（测试）' } });
    const seen = await elsewhere.get(`/v1/organisations/${made.id}`);
    expect([seen.status, seen.headers.get('etag'), seen.body]).toEqual([200, '"1"', made]);
    expect((await elsewhere.get('/v1/organisations?uscc=91445103MA00TQT27J')).body.items).toMatchObject([{ id: made.id, uscc: SOUND }]);
    expect((await elsewhere.get('/v1/organisations?uscc=nothing')).body.items).toEqual([]);
  });

  it('refuses a second with the same code, in both languages, and names the first', async () => {
    const [{ id }] = (await officer.get(`/v1/organisations?uscc=${SOUND}`)).body.items;
    const [zh, en] = await Promise.all(['zh-CN', 'en'].map((language) => officer.post('/v1/organisations', { name: '另一家', uscc: SOUND }, { 'accept-language': language })));
    expect([zh?.status, zh?.body]).toMatchObject([409, { code: 'organisation.code-taken', title: '该统一社会信用代码已登记', organisationId: id, basis: { article: '第九条' } }]);
    expect([en?.status, en?.body]).toMatchObject([409, { code: 'organisation.code-taken', title: 'This credit code is on the register already', organisationId: id }]);
  });

  it('keeps a code with a wrong check digit and says so; a text that is none is not kept at all', async () => {
    const wrong = await enter({ name: '校验位不符的厂（测试）', uscc: '91445103MA00TQT27K' });
    expect(wrong).toMatchObject({ uscc: '91445103MA00TQT27K', warnings: [{ path: 'uscc', code: 'check_digit_mismatch', text: expect.stringContaining('J') }] });
    const none = await enter({ name: '误填身份证号的店（测试）', uscc: '445102190001010011' });
    expect(none).toMatchObject({ uscc: null, warnings: [{ path: 'uscc', code: 'identity_number' }] });
    const traces = await app.sql.admin("SELECT 1 FROM organisation WHERE row_to_json(organisation)::text LIKE '%445102190001010011%' UNION ALL SELECT 1 FROM ledger_entry WHERE data::text LIKE '%445102190001010011%' UNION ALL SELECT 1 FROM register_version WHERE value::text LIKE '%445102190001010011%'");
    expect(traces).toEqual([]);
  });

  it('tells two without a code apart by their address', async () => {
    const first = await enter({ name: '好运餐具店（测试）', address: '彩塘镇二路2号' });
    const again = await officer.post('/v1/organisations', { name: '好运餐具店(测试)', address: '彩塘镇二路２号' });
    expect([again.status, again.body]).toMatchObject([409, { code: 'organisation.name-taken', organisationId: first.id }]);
    await enter({ name: '好运餐具店（测试）', address: '彩塘镇三路3号' });
    await enter({ name: '好运餐具店（测试）' });
    await enter({ name: '好运餐具店（测试）' });
  });

  it('names every field that is wrong, in both languages', async () => {
    const bad = { name: '', region: 'Chaoan', formerNames: [{ name: 'x', until: '2026-02-30' }], shops: [{ platform: 'p' }], legalRepresentative: '张三' };
    const { status, body } = await officer.post('/v1/organisations', bad, { 'accept-language': 'zh-CN' });
    expect([status, body.code, [...new Set(body.errors.map(({ path }: Json) => path))].sort()]).toEqual([400, 'request.invalid', ['formerNames[0].until', 'legalRepresentative', 'name', 'region', 'shops[0].shopId']]);
    expect(body.errors.every(({ message }: Json) => /[\u4e00-\u9fff]/.test(message))).toBe(true);
    expect(JSON.stringify(body)).not.toContain('张三');
  });

  describe('corrections', () => {
    it('keep what was there, who changed it, when and why, and can be read as of a day', async () => {
      app.now.set('2026-03-01T02:00:00.000Z');
      const { id } = await enter({ name: '旧名厂（测试）', address: '老地址' });
      // 23:30 of the 10th in Shanghai.
      app.now.set('2026-03-10T15:30:00.000Z');
      const renamed = await officer.command(`/v1/organisations/${id}/correct`, 1, { name: '新名厂（测试）', renamedOn: '2026-03-05', reason: '变更登记' });
      expect([renamed.status, renamed.body]).toMatchObject([200, { version: 2, name: '新名厂（测试）', address: '老地址', formerNames: [{ name: '旧名厂（测试）', from: null, until: '2026-03-05' }] }]);
      app.now.set('2026-03-12T02:00:00.000Z');
      const slip = await elsewhere.command(`/v1/organisations/${id}/correct`, 2, { name: '新名制品厂（测试）', clear: ['address'], reason: '更正错字' });
      expect([slip.status, slip.body]).toMatchObject([200, { version: 3, name: '新名制品厂（测试）', address: null, formerNames: [{ name: '旧名厂（测试）' }] }]);
      const read = async (query: string): Promise<unknown> => {
        const { status, body } = await officer.get(`/v1/organisations/${id}${query}`);
        return status === 200 ? [body.version, body.name, body.asOf.name, body.address] : status;
      };
      expect(await read('?knownOn=2026-02-28')).toBe(404);
      expect(await read('?knownOn=2026-03-09')).toEqual([1, '旧名厂（测试）', '旧名厂（测试）', '老地址']);
      expect(await read('?knownOn=2026-03-10')).toEqual([2, '新名厂（测试）', '新名厂（测试）', '老地址']);
      expect(await read('?knownOn=2026-03-10&asOf=2026-03-04')).toEqual([2, '新名厂（测试）', '旧名厂（测试）', '老地址']);
      expect(await read('?asOf=2026-03-04')).toEqual([3, '新名制品厂（测试）', '旧名厂（测试）', null]);
      expect(await read('')).toEqual([3, '新名制品厂（测试）', '新名制品厂（测试）', null]);
      const { body } = await officer.get(`/v1/organisations/${id}/versions`);
      expect(body.items.map(({ version, command, actor, reason, at, value }: Json) => [version, command, actor, reason, at, value.name])).toEqual([
        [3, 'correct', elsewhere.id, '更正错字', '2026-03-12T02:00:00.000Z', '新名制品厂（测试）'], [2, 'correct', officer.id, '变更登记', '2026-03-10T15:30:00.000Z', '新名厂（测试）'], [1, 'register', officer.id, null, '2026-03-01T02:00:00.000Z', '旧名厂（测试）'],
      ]);
      const timeline = (await officer.get(`/v1/organisations/${id}/timeline`)).body.items;
      expect(timeline.map(({ event, actor, data }: Json) => [event, actor, data.changed, data.reason])).toEqual([['organisation.registered', officer.id, undefined, undefined], ['organisation.corrected', officer.id, ['name', 'renamedOn'], '变更登记'], ['organisation.corrected', elsewhere.id, ['clear', 'name'], '更正错字']]);
      expect((await (await app.as('oversight')).get(`/v1/ledger/verification?subject=${id}`)).body).toMatchObject({ ok: true, entries: 3 });
      app.now.set('2026-11-22T02:00:00.000Z');
    });

    it('want the version that they were decided on, and a reason', async () => {
      const { id } = await enter({ name: '版本厂（测试）' });
      const correct = (version: number, body: object): Promise<Json> => officer.command(`/v1/organisations/${id}/correct`, version, body);
      expect((await officer.post(`/v1/organisations/${id}/correct`, { reason: '无' })).status).toBe(428);
      expect((await correct(7, { region: '445102', reason: '测试' })).body).toMatchObject({ code: 'precondition.failed', currentVersion: 1 });
      expect((await correct(1, { region: '445102' })).status).toBe(400);
      const both = await Promise.all([correct(1, { region: '445102', reason: '甲' }), correct(1, { region: '445122', reason: '乙' })]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
      expect((await app.sql.admin('SELECT version FROM register_version WHERE subject_id = $1 ORDER BY 1', [id])).map(({ version }) => version)).toEqual([1, 2]);
    });

    it('never change a sound code into another (令112 第九条), and refuse one that somebody has', async () => {
      const { id } = await enter({ name: '代码厂（测试）' });
      const taken = await officer.command(`/v1/organisations/${id}/correct`, 1, { uscc: SOUND, reason: '补代码' });
      expect([taken.status, taken.body.code, taken.body.organisationId]).toEqual([409, 'organisation.code-taken', (await officer.get(`/v1/organisations?uscc=${SOUND}`)).body.items[0].id]);
      expect((await officer.command(`/v1/organisations/${id}/correct`, 1, { uscc: OTHER, reason: '补代码' })).body).toMatchObject({ uscc: OTHER, version: 2 });
      const refused = await officer.command(`/v1/organisations/${id}/correct`, 2, { clear: ['uscc'], reason: '删代码' }, { 'accept-language': 'zh-CN' });
      expect([refused.status, refused.body]).toMatchObject([409, { code: 'command.refused', failedGuards: [{ code: 'organisation.code-stays', text: expect.stringContaining('终身不变'), basis: { article: '第九条' } }] }]);
    });
  });

  describe('an entry without a code', () => {
    it('is merged into one that has it, and taken back', async () => {
      const [{ id: into }] = (await officer.get(`/v1/organisations?uscc=${SOUND}`)).body.items;
      const { id } = await enter({ name: '金鹭不锈钢（测试）', address: '彩塘镇测试路1号东侧' });
      const without = await enter({ name: '无码店（测试）' });
      const unfit = await officer.command(`/v1/organisations/${id}/merge`, 1, { into: without.id, reason: '同一家' });
      expect([unfit.status, unfit.body.failedGuards]).toMatchObject([409, [{ code: 'organisation.target-unfit' }]]);
      expect((await officer.command(`/v1/organisations/${into}/merge`, 1, { into, reason: '同一家' })).body.failedGuards.map(({ code }: Json) => code)).toEqual(['organisation.has-code', 'organisation.target-unfit']);
      expect((await officer.command(`/v1/organisations/${id}/merge`, 1, { into, reason: '同一家' })).body).toMatchObject({ state: 'merged', mergedInto: into, version: 2 });
      expect((await officer.command(`/v1/organisations/${id}/correct`, 2, { region: '445102', reason: '测试' })).body).toMatchObject({ code: 'command.refused', allowedCommands: ['unmerge'] });
      // Whoever names it again is led to the one that it became.
      const acting = { claims: systemClaims('test'), permissions: new Set<string>(), agency: '', at: app.now.date() };
      expect(await app.app.get(OrganisationsService).enrol(acting, newId(), { name: '金鹭不锈钢（测试）', address: '彩塘镇测试路1号东侧' })).toBe(into);
      expect((await officer.command(`/v1/organisations/${id}/unmerge`, 2, { reason: '不是同一家' })).body).toMatchObject({ state: 'registered', mergedInto: null, version: 3 });
      expect(await app.app.get(OrganisationsService).enrol(acting, newId(), { name: '金鹭不锈钢（测试）', address: '彩塘镇测试路1号东侧' })).toBe(id);
    });
  });

  it('marks one that is deregistered, and takes the mark back', async () => {
    const { id } = await enter({ name: '注销厂（测试）' });
    expect((await officer.command(`/v1/organisations/${id}/strike-off`, 1, { reason: '已注销' })).body).toMatchObject({ state: 'struck-off', version: 2 });
    expect((await officer.command(`/v1/organisations/${id}/reinstate`, 2, { reason: '误标' })).body).toMatchObject({ state: 'registered', version: 3 });
  });

  describe('search', () => {
    it('finds words of a name, present or former, best match first', async () => {
      await enter({ name: '潮州市枫溪区翠屏陶瓷有限公司（测试）', formerNames: [{ name: '枫溪玉瓯瓷厂（测试）', until: '2018-01-01' }] });
      await enter({ name: '潮州市翠屏瓷业有限公司（测试）' });
      const names = async (q: string): Promise<string[]> => (await officer.get(`/v1/organisations?q=${encodeURIComponent(q)}`)).body.items.map(({ name }: Json) => name);
      expect((await names('翠屏陶瓷'))[0]).toBe('潮州市枫溪区翠屏陶瓷有限公司（测试）');
      expect(await names('玉瓯瓷厂')).toEqual(['潮州市枫溪区翠屏陶瓷有限公司（测试）']);
      expect((await names('翠屏')).sort()).toEqual(['潮州市枫溪区翠屏陶瓷有限公司（测试）', '潮州市翠屏瓷业有限公司（测试）'].sort());
      expect(await names('翠屏瓷业')).toContain('潮州市翠屏瓷业有限公司（测试）');
      expect([await names('%_'), await names('完全没有的名字')]).toEqual([[], []]);
    });

    it('goes page by page, without counting and without a row twice', async () => {
      for (let n = 0; n < 7; n += 1) await enter({ name: `翻页测试有限公司第${n}分店` });
      for (const q of ['翻页测试', '翻页', '']) {
        let path: string | null = `/v1/organisations?limit=3${q === '' ? '' : `&q=${encodeURIComponent(q)}`}`;
        const found: string[] = [];
        for (let pages = 0; path !== null && pages < 40; pages += 1) {
          const { body, headers }: Json = await officer.get(path);
          expect(headers.get('total-count')).toBeNull();
          found.push(...body.items.map(({ id }: Json) => id));
          path = /<([^>]+)>/.exec(headers.get('link') ?? '')?.[1] ?? null;
        }
        expect([q, new Set(found).size]).toEqual([q, found.length]);
        expect(found.length).toBeGreaterThanOrEqual(7);
      }
      expect((await officer.get('/v1/organisations?q=%E7%BF%BB%E9%A1%B5%E6%B5%8B&cursor=WyJhIl0')).body.code).toBe('request.cursor-invalid');
    });

    it('goes by the index of trigrams', async () => {
      await app.sql.admin("INSERT INTO organisation SELECT gen_random_uuid(), 'registered', 1, NULL, NULL, '批量' || md5(n::text), '[]', '批量' || md5(n::text), NULL, NULL, '[]', '[]', NULL, now() FROM generate_series(1, 2000) n");
      // So few rows are read faster one by one: the planner is asked what it could do with more.
      const plan = await withClient(app.sql.adminUrl, async (client) => {
        await client.query('SET enable_seqscan = off');
        return (await client.query<{ 'QUERY PLAN': string }>("EXPLAIN SELECT id FROM organisation WHERE '金鹭不锈钢制品' <% search_names")).rows;
      });
      expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('organisation_search');
      expect((await officer.get(`/v1/organisations?q=${encodeURIComponent('金鹭不锈钢制品')}`)).body.items[0].uscc).toBe(SOUND);
    });
  });

  describe('two at once', () => {
    const acting = (): Parameters<OrganisationsService['enrol']>[0] => ({ claims: systemClaims('test'), permissions: new Set<string>(), agency: '', at: app.now.date() });

    it('make one organisation, by code', async () => {
      const service = app.app.get(OrganisationsService);
      const ids = await Promise.all(Array.from({ length: 8 }, () => service.enrol(acting(), newId(), { name: '并发厂（测试）', uscc: '91445122MA00TQT36A' })));
      expect(new Set(ids).size).toBe(1);
      expect(await app.sql.admin("SELECT count(*)::int AS n FROM organisation WHERE uscc = '91445122MA00TQT36A'")).toEqual([{ n: 1 }]);
      expect(await app.sql.admin('SELECT count(*)::int AS n FROM register_version WHERE subject_id = $1', [ids[0]])).toEqual([{ n: 1 }]);
    });

    it('make one organisation, by name and address, and by the id of the event', async () => {
      const service = app.app.get(OrganisationsService);
      const ids = await Promise.all(Array.from({ length: 8 }, () => service.enrol(acting(), newId(), { name: '并发店（测试）', address: '某路1号' })));
      expect(new Set(ids).size).toBe(1);
      const id = newId();
      expect(new Set(await Promise.all(Array.from({ length: 4 }, () => service.enrol(acting(), id, { name: '只有名字的店（测试）' }))))).toEqual(new Set([id]));
    });

    it('a request sent again gives the same answer and no second entry', async () => {
      const headers = { 'idempotency-key': 'organisation-again-1' };
      const [first, second] = [await officer.post('/v1/organisations', { name: '重发厂（测试）' }, headers), await officer.post('/v1/organisations', { name: '重发厂（测试）' }, headers)];
      expect([second.status, second.headers.get('idempotency-replayed'), second.body]).toEqual([201, 'true', first.body]);
    });
  });

  describe('who may', () => {
    it.each<[string, number, number]>([
      ['intake-clerk', 200, 201], ['agency-head', 200, 201], ['mediation-secretary', 200, 201], ['mediator', 200, 403], ['court-liaison', 200, 403], ['registry-reviewer', 200, 403], ['oversight', 200, 403],
      ['hotline-operator', 403, 403], ['system-client', 403, 403], ['statistician', 403, 403], ['administrator', 403, 403],
    ])('%s: reading %i, writing %i', async (role, reads, writes) => {
      const client = await app.as(role);
      expect([(await client.get('/v1/organisations')).status, (await client.post('/v1/organisations', { name: `${role}登记的厂（测试）` })).status]).toEqual([reads, writes]);
    });

    it('the database shows nothing without claims, nor to who works for no agency, and lets only writers write', async () => {
      const count = { name: 'organisations-seen', text: 'SELECT count(*)::int AS n FROM organisation' };
      const seen = async (scope: 'agencies' | 'none' | 'city-read', agencies: string[]): Promise<unknown> => (await app.database.read<{ n: number }>({ scope, actor: 'test', agencies, regions: null }, count, []))[0]?.n;
      expect([await seen('none', []), await seen('agencies', [])]).toEqual([0, 0]);
      expect(Number(await seen('agencies', ['chaoan-market-regulation']))).toBeGreaterThan(10);
      expect(Number(await seen('city-read', []))).toBeGreaterThan(10);
      const acting = { claims: { scope: 'city-read' as const, actor: 'test', agencies: [], regions: null }, permissions: new Set<string>(), agency: '', at: app.now.date() };
      await expect(app.app.get(OrganisationsService).register(acting, { name: '只读者的厂（测试）' })).rejects.toMatchObject({ code: '42501' });
    });

    it('an id that is not there is 404 in both languages', async () => {
      const [zh, en] = await Promise.all(['zh-CN', 'en'].map((language) => officer.get(`/v1/organisations/${newId()}`, { 'accept-language': language })));
      expect([zh?.status, zh?.body.title, en?.status, en?.body.title]).toEqual([404, '没有找到，或无权查看', 404, 'Not found, or not for you to see']);
    });
  });
});
