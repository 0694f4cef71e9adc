import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RightsService } from '../../../src/modules/rights/index.js';
import { systemClaims } from '../../../src/platform/database/claims.js';
import { newId } from '../../../src/platform/database/id.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';

describe('the register of rights', () => {
  let app: TestApp;
  let officer: Client;
  const firms: Record<string, string> = {};

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-11-22T02:00:00.000Z' });
    officer = await app.as('enforcement-officer', 'cz-market-regulation');
    for (const name of ['owner', 'licensee', 'buyer', 'shadow']) firms[name] = (await officer.post('/v1/organisations', { name: `${name}公司（测试）`, ...(name === 'owner' ? { uscc: '91445103MA00TQT27J' } : {}) })).body.id;
  });
  afterAll(() => app.close());

  const enter = async (body: object): Promise<Json> => {
    const answer = await officer.post('/v1/rights', body);
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const party = (name: string): object => ({ organisationId: firms[name] });

  it('takes one in by type and number, and shows what to look at', async () => {
    const made = await enter({ type: 'patent', number: 'ZL 202630000001.x', title: '餐具（测试）', locarnoClasses: ['07-01'], validFrom: '2016-11-23', validTo: '2026-11-22', pendingInvalidation: { number: '4W1', filedOn: '2026-10-08' } });
    expect(made).toMatchObject({ number: '202630000001.X', kind: 'design', version: 1, entry: null, validity: { day: '2026-11-22', standing: 'in-force' } });
    expect(made.warnings.map(({ code }: Json) => code)).toEqual(['right.status-not-looked-up', 'right.no-evaluation-report', 'right.invalidation-pending']);
    const again = await officer.post('/v1/rights', { type: 'patent', number: 'CN202630000001.X' }, { 'accept-language': 'zh-CN' });
    expect([again.status, again.body]).toMatchObject([409, { code: 'right.number-taken', title: '该类型与号码的权利已登记', rightId: made.id }]);
    // The same number under another type is another right.
    await enter({ type: 'layout_design', number: '202630000001.X' });
    const mark = await enter({ type: 'trademark', number: '第87654321号', niceClasses: [21] });
    expect((await officer.get(`/v1/rights?type=trademark&number=${encodeURIComponent('８７６５４３２１')}`)).body.items).toMatchObject([{ id: mark.id, number: '87654321' }]);
    expect((await officer.get('/v1/rights?number=zl202630000001.x')).body.items.map(({ type }: Json) => type).sort()).toEqual(['layout_design', 'patent']);
    expect((await officer.get('/v1/rights?type=copyright&number=87654321')).body.items).toEqual([]);
    expect((await officer.get('/v1/rights?limit=1&type=patent')).body.items).toHaveLength(1);
  });

  it('shows that its validity has ended, on the day asked for', async () => {
    const [{ id }] = (await officer.get('/v1/rights?type=patent&number=202630000001.X')).body.items;
    const on = async (day: string, language = 'en'): Promise<Json> => (await officer.get(`/v1/rights/${id}?asOf=${day}`, { 'accept-language': language })).body;
    expect((await Promise.all(['2016-11-22', '2016-11-23', '2026-11-22', '2026-11-23'].map((day) => on(day)))).map(({ validity }) => [validity.day, validity.standing])).toEqual([['2016-11-22', 'not-yet'], ['2016-11-23', 'in-force'], ['2026-11-22', 'in-force'], ['2026-11-23', 'ended']]);
    expect((await on('2026-11-23', 'zh-CN')).warnings).toContainEqual({ path: 'validTo', code: 'right.ended', text: '该日已过有效期（至 2026-11-22）' });
    // 00:30 of the 23rd in Shanghai is still the 22nd in UTC.
    app.now.set('2026-11-22T16:30:00.000Z');
    const late = await app.as('enforcement-officer');
    expect((await late.get(`/v1/rights/${id}`)).body.validity).toMatchObject({ day: '2026-11-23', standing: 'ended' });
    app.now.set('2026-11-22T02:00:00.000Z');
    expect((await officer.get(`/v1/rights/${id}?asOf=2026-02-30`)).body).toMatchObject({ code: 'request.invalid', errors: [{ path: 'asOf' }] });
  });

  it('keeps what a correction replaced, and reads a decision’s day', async () => {
    app.now.set('2026-05-01T02:00:00.000Z');
    const { id } = await enter({ type: 'patent', number: '202620000002.9', validFrom: '2020-01-01', validTo: '2029-12-31', status: { value: 'in-force', seenOn: '2026-05-01', source: '登记簿副本' } });
    app.now.set('2026-06-01T02:00:00.000Z');
    const body = { status: { value: 'invalidated', since: '2026-05-20', seenOn: '2026-06-01', source: '无效决定公告' }, evaluationReport: { issuedOn: '2026-01-10', conclusion: '全部权利要求不具备创造性' }, reason: '收到无效决定' };
    expect((await officer.command(`/v1/rights/${id}/correct`, 1, body)).body).toMatchObject({ version: 2, status: 'invalidated', validity: { standing: 'void', basis: { article: '第四十七条第一款' } } });
    const read = async (query: string): Promise<unknown> => {
      const { body: { version, status, statusSeenOn, statusSource, validity } } = await officer.get(`/v1/rights/${id}?${query}`);
      return [version, status, statusSeenOn, statusSource, validity.standing];
    };
    expect(await read('knownOn=2026-05-31&asOf=2026-05-31')).toEqual([1, 'in-force', '2026-05-01', '登记簿副本', 'in-force']);
    expect(await read('asOf=2026-05-31')).toEqual([2, 'invalidated', '2026-06-01', '无效决定公告', 'void']);
    expect((await officer.get(`/v1/rights/${id}?knownOn=2026-04-30`)).status).toBe(404);
    expect((await officer.command(`/v1/rights/${id}/correct`, 2, { clear: ['evaluationReport', 'title'], reason: '误录' })).body.warnings.map(({ code }: Json) => code)).toContain('right.no-evaluation-report');
    expect((await officer.get(`/v1/rights/${id}/versions`)).body.items.map(({ version, reason, value }: Json) => [version, reason, value.evaluationReport])).toEqual([[3, '误录', null], [2, '收到无效决定', body.evaluationReport], [1, null, null]]);
    expect((await officer.get(`/v1/rights/${id}/timeline`)).body.items.map(({ event, data }: Json) => [event, data.changed])).toEqual([['right.registered', undefined], ['right.corrected', ['evaluationReport', 'status']], ['right.corrected', ['evaluationReport', 'title']]]);
    expect((await (await app.as('administrator')).get(`/v1/ledger/verification?subject=${id}`)).body).toMatchObject({ ok: true, entries: 3 });
    app.now.set('2026-11-22T02:00:00.000Z');
  });

  describe('holders and licences', () => {
    let id: string;
    const at = async (day: string): Promise<Json> => (await officer.get(`/v1/rights/${id}?asOf=${day}`)).body;
    const standing = async (who: string, day: string, more = ''): Promise<string> => {
      const { body } = await officer.get(`/v1/rights/${id}/standing?organisation=${firms[who]}&asOf=${day}${more}`);
      return `${body.as}: ${body.entitled}`;
    };

    it('come and go by the day', async () => {
      ({ id } = await enter({ type: 'patent', number: '202610000003.8', validFrom: '2018-01-01', validTo: '2037-12-31' }));
      const first = await officer.command(`/v1/rights/${id}/holders`, 1, { party: party('owner'), capacity: 'owner', share: 100, from: '2018-01-01', reason: '登记簿副本' });
      expect([first.status, first.body]).toMatchObject([200, { version: 2, entry: expect.any(String) }]);
      expect((await officer.command(`/v1/rights/${id}/holders/${first.body.entry}/end`, 2, { to: '2017-12-31', reason: '转让' })).body.failedGuards).toMatchObject([{ code: 'right.entry-unfit' }]);
      expect((await officer.command(`/v1/rights/${id}/holders/${first.body.entry}/end`, 2, { to: '2025-06-30', reason: '转让' })).body).toMatchObject({ version: 3, entry: first.body.entry });
      expect((await officer.command(`/v1/rights/${id}/holders`, 3, { party: party('buyer'), capacity: 'owner', from: '2025-07-01', reason: '转让' })).status).toBe(200);
      const [before, after] = [await at('2025-06-30'), await at('2025-07-01')];
      expect([before, after].map(({ holders }) => holders.map(({ party: { name }, holds }: Json) => [name, holds]))).toEqual([[['owner公司（测试）', true], ['buyer公司（测试）', false]], [['owner公司（测试）', false], ['buyer公司（测试）', true]]]);
      expect((await officer.get(`/v1/rights?holder=${firms['owner']}`)).body.items.map((right: Json) => right.id)).toEqual([id]);
    });

    it('tell who may ask, by 令81 第十二条', async () => {
      const sole = await officer.command(`/v1/rights/${id}/licences`, 4, { licensor: party('owner'), licensee: party('licensee'), kind: 'sole', territory: '广东省', from: '2024-01-01', to: '2026-12-31', reason: '备案' });
      expect([sole.status, sole.body.version]).toEqual([200, 5]);
      const under = await officer.command(`/v1/rights/${id}/licences`, 5, { licensor: party('licensee'), licensee: party('shadow'), kind: 'ordinary', from: '2025-01-01', mayActAlone: true, under: sole.body.entry, reason: '分许可' });
      expect(under.status).toBe(200);
      expect([await standing('buyer', '2026-11-22'), await standing('owner', '2026-11-22'), await standing('owner', '2025-06-30')]).toEqual(['owner: yes', 'none: no', 'owner: yes']);
      expect([await standing('licensee', '2026-11-22'), await standing('licensee', '2026-11-22', '&holderRequests=false'), await standing('licensee', '2026-11-22', '&holderRequests=true'), await standing('licensee', '2027-01-01')]).toEqual(['sole: if-holder-does-not', 'sole: yes', 'sole: no', 'sole: no']);
      expect([await standing('shadow', '2026-11-22'), await standing('shadow', '2024-12-31')]).toEqual(['ordinary: yes', 'ordinary: no']);
      expect((await officer.command(`/v1/rights/${id}/licences/${sole.body.entry}/end`, 6, { to: '2026-10-31', reason: '解除' })).status).toBe(200);
      expect([await standing('licensee', '2026-11-22'), await standing('shadow', '2026-11-22')]).toEqual(['sole: no', 'ordinary: no']);
      const { body } = await officer.get(`/v1/rights/${id}/standing?organisation=${firms['licensee']}&asOf=2026-10-31`, { 'accept-language': 'zh-CN' });
      expect(body).toMatchObject({ text: expect.stringContaining('权利人不请求'), basis: { article: '第十二条第二款', status: 'verified' }, validity: { standing: 'in-force' } });
    });

    it('know an organisation by the entry that was merged into it', async () => {
      const merged = await officer.command(`/v1/organisations/${firms['buyer']}/merge`, 1, { into: firms['owner'], reason: '同一家' });
      expect(merged.status).toBe(200);
      expect([await standing('owner', '2026-11-22'), await standing('buyer', '2026-11-22')]).toEqual(['owner: yes', 'owner: yes']);
      expect((await at('2026-11-22')).holders.map(({ party: { name } }: Json) => name)).toEqual(['owner公司（测试）', 'owner公司（测试）']);
      await officer.command(`/v1/organisations/${firms['buyer']}/unmerge`, 2, { reason: '不是' });
      expect(await standing('owner', '2026-11-22')).toBe('none: no');
    });

    it('refuse who is not on the register, what stands under nothing, and days in the wrong order', async () => {
      const version = (await at('2026-11-22')).version;
      const nobody = { organisationId: newId() };
      const refused = await officer.command(`/v1/rights/${id}/holders`, version, { party: nobody, capacity: 'owner', reason: '测试' }, { 'accept-language': 'zh-CN' });
      expect([refused.status, refused.body.failedGuards]).toMatchObject([409, [{ code: 'right.party-unknown', text: expect.stringContaining('登记簿') }]]);
      const licence = { licensor: party('owner'), licensee: party('licensee'), kind: 'exclusive', reason: '测试' };
      expect((await officer.command(`/v1/rights/${id}/licences`, version, { ...licence, under: newId() })).body.failedGuards).toMatchObject([{ code: 'right.licence-above-unknown', text: expect.stringContaining('licence above') }]);
      expect((await officer.command(`/v1/rights/${id}/licences`, version, { ...licence, licensee: {}, from: '2026-02-01', to: '2026-01-31' })).body.errors.map(({ path, code }: Json) => `${path} ${code}`)).toEqual(['licensee one-party', 'to ends-before-it-begins']);
      expect((await officer.command(`/v1/rights/${id}/licences`, version, { ...licence, kind: 'absolute' })).body.errors).toMatchObject([{ path: 'kind' }]);
      expect((await at('2026-11-22')).version).toBe(version);
    });
  });

  it('has no place for what no office registers: a trade secret must not be written into a shared register', async () => {
    const { status, body } = await officer.post('/v1/rights', { type: 'trade_secret_technical', number: '配方' }, { 'accept-language': 'zh-CN' });
    expect([status, body.errors[0].path]).toEqual([400, 'type']);
  });

  it('strikes off an entry made by mistake, and takes it back', async () => {
    const { id } = await enter({ type: 'trademark', number: '1111111' });
    expect((await officer.command(`/v1/rights/${id}/strike-off`, 1, { reason: '号码录错' })).body).toMatchObject({ state: 'struck-off' });
    expect((await officer.command(`/v1/rights/${id}/correct`, 2, { title: 'x', reason: '测试' })).body).toMatchObject({ code: 'command.refused', allowedCommands: ['reinstate'] });
    expect((await officer.command(`/v1/rights/${id}/reinstate`, 2, { reason: '号码没有错' })).body).toMatchObject({ state: 'registered', version: 3 });
  });

  it('two enrolments at once make one right', async () => {
    const acting = { claims: systemClaims('test'), permissions: new Set<string>(), agency: '', at: app.now.date() };
    const ids = await Promise.all(Array.from({ length: 8 }, () => app.app.get(RightsService).enrol(acting, newId(), { type: 'trademark', number: '2222222' })));
    expect(new Set(ids).size).toBe(1);
    expect(await app.sql.admin("SELECT count(*)::int AS n FROM ip_right WHERE number = '2222222'")).toEqual([{ n: 1 }]);
  });

  it.each<[string, number, number]>([['intake-clerk', 200, 201], ['mediation-secretary', 200, 201], ['mediator', 200, 403], ['prosecutor-liaison', 200, 403], ['oversight', 200, 403], ['hotline-operator', 403, 403], ['statistician', 403, 403], ['administrator', 403, 403], ['system-client', 403, 403]])('%s: reading %i, writing %i', async (role, reads, writes) => {
    const client = await app.as(role);
    expect([(await client.get('/v1/rights')).status, (await client.post('/v1/rights', { type: 'special_mark', number: `T-${role}` })).status]).toEqual([reads, writes]);
  });
});
