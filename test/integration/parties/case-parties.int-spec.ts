import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newId } from '../../../src/platform/database/id.js';
import { Queues } from '../../../src/platform/queues/queues.js';
import type { JobData } from '../../../src/platform/queues/catalogue.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';
import { endVerification } from '../../support/proceedings.js';

jest.setTimeout(30_000);

const CHAOAN = 'chaoan-market-regulation';
const XIANGQIAO = 'xiangqiao-market-regulation';

describe('parties and rights of a case', () => {
  let app: TestApp;
  let operator: Client;
  let officer: Client;
  let stranger: Client;

  // HTTP only: the test runs the job itself, as often as it wants.
  beforeAll(async () => {
    app = await startTestApp();
    [operator, officer, stranger] = await Promise.all([app.as('hotline-operator'), app.as('agency-head', CHAOAN), app.as('agency-head', XIANGQIAO)]);
  });
  afterAll(() => app.close());

  async function openCase(by: Client, more: Record<string, unknown> = {}): Promise<string> {
    const { body } = await operator.post('/v1/complaints', report({ region: by === officer ? '445103' : '445102', ...more }));
    await by.command(`/v1/complaints/${body.id}/accept`, 1);
    return (await by.command(`/v1/complaints/${body.id}/open-case`, 2)).body.caseId;
  }
  const enrol = async (caseId: string): Promise<void> => {
    const [row] = await app.sql.admin("SELECT id, seq FROM outbox WHERE event = 'case.opened' AND subject_id = $1", [caseId]);
    const { handlers } = app.app.get<{ handlers: { job: string; handle: (data: JobData) => Promise<void> }[] }>(Queues);
    await handlers.find(({ job }) => job === 'parties.enrol')?.handle({ outboxId: String(row?.['id']), event: 'case.opened', subjectType: 'case', subjectId: caseId, seq: Number(row?.['seq']) });
  };
  const joined = async (caseId: string, more: Record<string, unknown>): Promise<void> => {
    const { body } = await operator.post('/v1/complaints', report({ region: '445103', ...more }));
    await officer.command(`/v1/complaints/${body.id}/join-case`, 1, { caseId });
    const [row] = await app.sql.admin("SELECT id, seq FROM outbox WHERE event = 'complaint.joined' AND subject_id = $1", [body.id]);
    const { handlers } = app.app.get<{ handlers: { job: string; handle: (data: JobData) => Promise<void> }[] }>(Queues);
    for (const _ of [1, 2]) await handlers.find(({ job }) => job === 'parties.enrol')?.handle({ outboxId: String(row?.['id']), event: 'complaint.joined', subjectType: 'complaint', subjectId: body.id, seq: Number(row?.['seq']) });
  };
  const parties = async (caseId: string, by = officer, tail = ''): Promise<Json[]> => (await by.get(`/v1/cases/${caseId}/parties${tail}`)).body.items;
  const rights = async (caseId: string, tail = ''): Promise<Json[]> => (await officer.get(`/v1/cases/${caseId}/rights${tail}`)).body.items;
  const firm = async (name: string): Promise<string> => (await officer.post('/v1/organisations', { name })).body.id;
  const events = async (caseId: string): Promise<string[]> => (await officer.get(`/v1/cases/${caseId}/timeline`)).body.items.map(({ event }: Json) => event);
  const add = (caseId: string, body: object, by = officer, headers = {}): Promise<Json> => by.post(`/v1/cases/${caseId}/parties`, { reason: '测试', ...body }, headers);

  describe('when a case is opened from a complaint', () => {
    it('target and right are entered and linked, and the case keeps its version', async () => {
      const caseId = await openCase(officer, { target: { name: '潮州市潮安区某不锈钢制品厂（测试）', uscc: ' 91445103ma00tqt27j', address: '彩塘镇测试路1号' }, right: { type: 'trademark', number: '第１２３４５６７８号', holder: 'none' } });
      await enrol(caseId);
      const [target, ...rest] = await parties(caseId);
      expect(rest).toEqual([]);
      expect(target).toMatchObject({ role: 'respondent', source: 'complaint', addedBy: 'system:parties', organisation: { name: '潮州市潮安区某不锈钢制品厂（测试）', uscc: '91445103MA00TQT27J', state: 'registered' }, person: null, warnings: [], removedAt: null });
      expect(await rights(caseId)).toMatchObject([{ source: 'complaint', right: { type: 'trademark', number: '12345678' }, validity: { standing: 'unknown' }, reliedUpon: null, claimedLicence: null }]);
      expect((await officer.get(`/v1/organisations/${target?.organisation.id}`)).body).toMatchObject({ address: '彩塘镇测试路1号', region: '445103' });
      expect((await officer.get(`/v1/cases/${caseId}`)).headers.get('etag')).toBe('"1"');
      expect(await events(caseId)).toEqual(['case.opened', 'case.parties-enrolled']);
      expect((await (await app.as('oversight')).get(`/v1/ledger/verification?subject=${caseId}`)).body).toMatchObject({ ok: true, entries: 2 });
    });

    it('the same job again, and four at once, change nothing', async () => {
      const caseId = await openCase(officer, { matter: 'counterfeit', target: { name: '重复任务厂（测试）' }, right: { type: 'patent', number: '202630000001.X', holder: 'none' } });
      await Promise.all([enrol(caseId), enrol(caseId), enrol(caseId), enrol(caseId)]);
      await enrol(caseId);
      expect([(await parties(caseId)).length, (await rights(caseId)).length, await events(caseId)]).toEqual([1, 1, ['case.opened', 'case.parties-enrolled']]);
      expect(await app.sql.admin("SELECT count(*)::int AS n FROM organisation WHERE name = '重复任务厂（测试）'")).toEqual([{ n: 1 }]);
    });

    it('a complaint that joins brings its target and right as well, once, and no person of whom nobody knows who it is', async () => {
      const target = { name: '潮州市潮安区某不锈钢制品厂（测试）', uscc: '91445103MA00TQT27J' };
      const caseId = await openCase(officer, { matter: 'counterfeit', target, right: { type: 'trademark', number: '30000001', holder: 'none' } });
      await enrol(caseId);
      await joined(caseId, { matter: 'counterfeit', target, right: { type: 'trademark', number: '30000002', holder: 'none' } });
      await joined(caseId, { matter: 'counterfeit', target: { name: '并案另一厂（测试）' }, right: { type: 'trademark', number: '30000001', holder: 'none' } });
      await joined(caseId, { matter: 'counterfeit', target: { name: '陈测试' } });
      expect((await parties(caseId)).map(({ organisation }) => organisation?.name).sort()).toEqual(['并案另一厂（测试）', '潮州市潮安区某不锈钢制品厂（测试）']);
      expect((await rights(caseId)).map(({ right }) => right.number).sort()).toEqual(['30000001', '30000002']);
      expect((await events(caseId)).filter((event) => event === 'case.parties-enrolled')).toHaveLength(3);
    });

    it('two cases about the same firm and right, at once, share one entry of each', async () => {
      const target = { name: '并发案件厂（测试）', uscc: '91445122MA00TQT36A' };
      const right = { type: 'patent', number: 'ZL202620000002.9', holder: 'none' };
      const cases = [await openCase(officer, { matter: 'counterfeit', target, right }), await openCase(stranger, { matter: 'counterfeit', target, right }), await openCase(officer, { matter: 'counterfeit', target, right })];
      await Promise.all(cases.map(enrol));
      const [ours] = await parties(cases[0] ?? '');
      expect((await parties(cases[1] ?? '', stranger))[0]?.organisation).toEqual(ours?.organisation);
      expect(await app.sql.admin('SELECT count(*)::int AS n FROM case_party WHERE organisation_id = $1', [ours?.organisation.id])).toEqual([{ n: 3 }]);
      expect(await app.sql.admin("SELECT count(*)::int AS n FROM ip_right WHERE number = '202620000002.9'")).toEqual([{ n: 1 }]);
      // Each sees the cases that it sees anyway.
      const involved = async (by: Client, tail = ''): Promise<string[]> => (await by.get(`/v1/organisations/${ours?.organisation.id}/cases${tail}`)).body.items.map(({ id }: Json) => id);
      expect([await involved(officer), await involved(stranger), (await involved(await app.as('oversight'))).length]).toEqual([[cases[2], cases[0]], [cases[1]], 3]);
      const page = await officer.get(`/v1/organisations/${ours?.organisation.id}/cases?limit=1`);
      expect(page.body.items).toMatchObject([{ id: cases[2], roles: ['respondent'], agency: CHAOAN }]);
      expect((await officer.get(/<([^>]+)>/.exec(page.headers.get('link') ?? '')?.[1] ?? '')).body.items.map(({ id }: Json) => id)).toEqual([cases[0]]);
      expect((await officer.get(`/v1/organisations/${newId()}/cases`)).status).toBe(404);
    });

    it('a request brings its holder as a party, with the licence that it claims; a report does not tell who holds', async () => {
      const right = { type: 'trademark', number: '33334444', holder: 'agent', validUntil: '2031-05-20', holderName: '潮州市某商标持有有限公司（测试）', niceClasses: [21], licence: { kind: 'exclusive', from: '2024-01-01', to: '2028-12-31', authorisedToAct: false } };
      const requested = await openCase(officer, { right });
      await enrol(requested);
      expect((await parties(requested)).map(({ role, organisation }) => [role, organisation.name])).toEqual(expect.arrayContaining([['respondent', '潮州市潮安区某不锈钢制品厂（测试）'], ['complainant-right-holder', '潮州市某商标持有有限公司（测试）']]));
      const [relied] = await rights(requested);
      expect(relied).toMatchObject({ claimedLicence: right.licence, right: { number: '33334444', validTo: '2031-05-20' }, validity: { standing: 'unknown' } });
      expect((await officer.get(`/v1/rights/${relied?.right.id}`)).body).toMatchObject({ niceClasses: [21], holders: [{ capacity: 'owner', party: { name: '潮州市某商标持有有限公司（测试）' } }], licences: [] });
      const reported = await openCase(officer, { right: { ...right, holder: 'none', number: '55556666' } });
      await enrol(reported);
      expect((await parties(reported)).map(({ role }) => role)).toEqual(['respondent']);
      expect(await rights(reported)).toMatchObject([{ claimedLicence: null, right: { number: '55556666' } }]);
    });

    it('what an officer took out stays out, and whom an officer entered is not entered twice', async () => {
      const target = { name: '先行登记厂（测试）', address: '某路9号' };
      const caseId = await openCase(officer, { target, right: { type: 'none', holder: 'none' } });
      const { body: { id: organisationId } } = await officer.post('/v1/organisations', target);
      expect((await add(caseId, { role: 'respondent', organisationId })).status).toBe(201);
      await enrol(caseId);
      expect(await parties(caseId)).toHaveLength(1);
      const other = await openCase(officer, { target: { name: '移除后重跑厂（测试）' } });
      await enrol(other);
      await officer.post(`/v1/cases/${other}/parties/${(await parties(other))[0]?.id}/remove`, { reason: '不是被请求人' });
      await officer.post(`/v1/cases/${other}/rights/${(await rights(other))[0]?.id}/remove`, { reason: '号码有误' });
      await enrol(other);
      expect([await parties(other), await rights(other)]).toEqual([[], []]);
    });

    it('a trade secret leaves no trace in the register of rights', async () => {
      const caseId = await openCase(officer, { right: { type: 'trade_secret_business', number: '客户名单', holder: 'none' } });
      await enrol(caseId);
      expect(await rights(caseId)).toEqual([]);
      expect(await app.sql.admin("SELECT 1 FROM ip_right WHERE number LIKE '%客户名单%'")).toEqual([]);
    });
  });

  describe('by hand', () => {
    it('a party comes, goes and comes back, each on the chain of the case', async () => {
      const caseId = await openCase(officer);
      const [respondent, agency] = [await firm('被请求人厂（测试）'), await firm('某律师事务所（测试）')];
      const added = await add(caseId, { role: 'respondent', organisationId: respondent });
      expect([added.status, added.body]).toEqual([201, { id: expect.any(String), caseId, live: true }]);
      const power = { matters: '答辩', scope: '一般授权', validUntil: '2020-01-31', signed: false };
      const agent = await add(caseId, { role: 'agent', organisationId: agency, represents: added.body.id, powerOfAttorney: power });
      expect((await parties(caseId)).find(({ role }) => role === 'agent')).toMatchObject({ represents: added.body.id, powerOfAttorney: power, warnings: [{ code: 'party.power-unsigned' }, { code: 'party.power-ended', text: expect.stringContaining('2020-01-31') }] });
      const path = `/v1/cases/${caseId}/parties/${added.body.id}`;
      const represented = await officer.post(`${path}/remove`, { reason: '误列' }, { 'accept-language': 'zh-CN' });
      expect([represented.status, represented.body]).toMatchObject([409, { code: 'case-party.represented', title: '尚有代理人代表该当事人' }]);
      expect((await officer.post(`/v1/cases/${caseId}/parties/${agent.body.id}/remove`, { reason: '解除委托' })).body).toEqual({ id: agent.body.id, caseId, live: false });
      expect((await officer.post(`${path}/remove`, { reason: '误列' })).status).toBe(200);
      expect(await parties(caseId)).toEqual([]);
      expect((await parties(caseId, officer, '?removed=yes')).map(({ role, removedBy, removedReason }) => [role, removedBy, removedReason])).toEqual([['respondent', officer.id, '误列'], ['agent', officer.id, '解除委托']]);
      expect((await officer.post(`${path}/remove`, { reason: '再次' })).body.code).toBe('case-party.not-so');
      expect((await officer.post(`${path}/restore`, { reason: '并非误列' })).body).toMatchObject({ live: true });
      expect(await parties(caseId)).toMatchObject([{ id: added.body.id, removedAt: null, removedBy: null, removedReason: null }]);
      expect((await officer.post(`${path}/restore`, { reason: '再次' })).body.code).toBe('case-party.not-so');
      expect(await events(caseId)).toEqual(['case.opened', 'case.party-added', 'case.party-added', 'case.party-removed', 'case.party-removed', 'case.party-restored']);
      expect((await (await app.as('administrator')).get(`/v1/ledger/verification?subject=${caseId}`)).body).toMatchObject({ ok: true, entries: 6 });
    });

    it('nobody stands twice in the same role, also not by two requests at once; a request sent again is the same', async () => {
      const caseId = await openCase(officer);
      const organisationId = await firm('两次登记厂（测试）');
      const both = await Promise.all([add(caseId, { role: 'platform', organisationId }), add(caseId, { role: 'platform', organisationId })]);
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
      const made = both.find(({ status }) => status === 201)?.body;
      expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'case-party.already', entryId: made.id });
      expect((await add(caseId, { role: 'third-party', organisationId })).status).toBe(201);
      const key = { 'idempotency-key': 'case-party-again-1' };
      const [first, second] = [await add(caseId, { role: 'witness' }, officer, key), await add(caseId, { role: 'witness' }, officer, key)];
      expect([second.status, second.body, second.headers.get('idempotency-replayed')]).toEqual([201, first.body, 'true']);
      await add(caseId, { role: 'witness' });
      expect((await parties(caseId)).filter(({ role }) => role === 'witness')).toMatchObject([{ organisation: null, person: null }, { organisation: null, person: null }]);
    });

    it('an entry that was merged shows as the one that it became', async () => {
      const caseId = await openCase(officer);
      const { body: into } = await officer.post('/v1/organisations', { name: '有码厂（测试）', uscc: '91445102MA00TQT199' });
      const without = await firm('无码厂（测试）');
      const later = await firm('后来并入的厂（测试）');
      await add(caseId, { role: 'respondent', organisationId: without });
      await officer.command(`/v1/organisations/${without}/merge`, 1, { into: into.id, reason: '同一家' });
      expect(await parties(caseId)).toMatchObject([{ organisation: { id: into.id, name: '有码厂（测试）', uscc: '91445102MA00TQT199' } }]);
      expect((await officer.get(`/v1/organisations/${into.id}/cases`)).body.items).toMatchObject([{ id: caseId }]);
      await officer.command(`/v1/organisations/${later}/merge`, 1, { into: into.id, reason: '同一家' });
      await add(caseId, { role: 'platform', organisationId: later });
      expect(await app.sql.admin("SELECT organisation_id FROM case_party WHERE case_id = $1 AND role = 'platform'", [caseId])).toEqual([{ organisation_id: into.id }]);
    });

    it('a right comes, goes and comes back', async () => {
      const caseId = await openCase(officer, { right: { type: 'none', holder: 'none' } });
      const { body: { id: rightId } } = await officer.post('/v1/rights', { type: 'patent', number: '202610000003.8', validFrom: '2006-01-01', validTo: '2015-12-31' });
      const body = { rightId, reliedUpon: '权利要求1、3', reason: '请求书' };
      const added = await officer.post(`/v1/cases/${caseId}/rights`, body);
      expect(added.status).toBe(201);
      expect(await rights(caseId)).toMatchObject([{ reliedUpon: '权利要求1、3', source: 'officer', right: { number: '202610000003.8', kind: 'invention' }, validity: { standing: 'ended' } }]);
      expect((await officer.post(`/v1/cases/${caseId}/rights`, body)).body).toMatchObject({ code: 'case-party.already', entryId: added.body.id });
      const path = `/v1/cases/${caseId}/rights/${added.body.id}`;
      expect((await officer.post(`${path}/remove`, { reason: '放弃' })).body).toMatchObject({ live: false });
      const again = await officer.post(`/v1/cases/${caseId}/rights`, body);
      expect(again.status).toBe(201);
      expect((await officer.post(`${path}/restore`, { reason: '恢复' })).body.code).toBe('case-party.already');
      await officer.post(`/v1/cases/${caseId}/rights/${again.body.id}/remove`, { reason: '重复' });
      expect((await officer.post(`${path}/restore`, { reason: '恢复' })).body).toMatchObject({ live: true });
      expect((await rights(caseId, '?removed=yes')).map(({ removedReason }) => removedReason)).toEqual([null, '重复']);
      expect(await events(caseId)).toEqual(['case.opened', 'case.right-added', 'case.right-removed', 'case.right-added', 'case.right-removed', 'case.right-restored']);
    });
  });

  describe('refusals', () => {
    let caseId: string;
    let organisationId: string;
    beforeAll(async () => {
      caseId = await openCase(officer);
      organisationId = await firm('拒绝测试厂');
    });

    it('name every field that does not fit, in both languages', async () => {
      const wrong = async (body: object): Promise<string[]> => (await add(caseId, body)).body.errors.map(({ path, code }: Json) => `${path} ${code}`);
      expect(await wrong({ role: 'respondent' })).toEqual(['organisationId one-party']);
      expect(await wrong({ role: 'respondent', organisationId, person: { name: '林测试' } })).toEqual(['organisationId one-party']);
      expect(await wrong({ role: 'witness', person: { name: '林测试' } })).toEqual(['organisationId one-party']);
      expect(await wrong({ role: 'agent', organisationId })).toEqual(['represents agent-represents']);
      expect(await wrong({ role: 'respondent', organisationId, represents: newId(), powerOfAttorney: { matters: 'x', scope: 'x', signed: true } })).toEqual(['represents agent-represents', 'powerOfAttorney agent-only']);
      expect(await wrong({ role: 'reporter', organisationId })).toEqual(['role isIn']);
      const { body } = await add(caseId, { role: 'witness', person: { name: '林测试' } }, officer, { 'accept-language': 'zh-CN' });
      expect(body.errors[0].message).toBe('证人只登记身份，不登记姓名');
    });

    it('know what is not there', async () => {
      for (const body of [{ role: 'respondent', organisationId: newId() }, { role: 'agent', organisationId, represents: newId() }]) expect((await add(caseId, body)).body).toMatchObject({ status: 409, code: 'case-party.unknown' });
      expect((await officer.post(`/v1/cases/${caseId}/rights`, { rightId: newId(), reason: '测试' }, { 'accept-language': 'zh-CN' })).body).toMatchObject({ code: 'case-party.unknown', title: '所指机构、权利或被代理人不存在' });
      for (const what of ['parties', 'rights']) for (const act of ['remove', 'restore']) expect((await officer.post(`/v1/cases/${caseId}/${what}/${newId()}/${act}`, { reason: '测试' })).status).toBe(404);
      // An entry of another case is none of this one.
      const other = await openCase(officer);
      const added = await add(other, { role: 'respondent', organisationId });
      expect((await officer.post(`/v1/cases/${caseId}/parties/${added.body.id}/remove`, { reason: '测试' })).status).toBe(404);
    });

    it('leave a case to its agency, and a closed one alone', async () => {
      const clerk = await app.as('intake-clerk');
      const foreign = await add(caseId, { role: 'respondent', organisationId }, clerk, { 'accept-language': 'zh-CN' });
      expect([foreign.status, foreign.body]).toMatchObject([409, { code: 'case-party.foreign-agency', title: '案件不在本单位' }]);
      const closed = await openCase(officer);
      await officer.command(`/v1/cases/${closed}/assign`, 1, { officer: officer.id });
      await endVerification(await app.as('agency-head', CHAOAN), closed);
      const [reply] = (await officer.get(`/v1/cases/${closed}`)).body.replies;
      await officer.command(`/v1/replies/${reply.id}/answer`, 1, { answer: '已核查' });
      expect((await officer.command(`/v1/cases/${closed}/close`, 2, { outcome: '测试' })).status).toBe(200);
      expect((await add(closed, { role: 'respondent', organisationId })).body).toMatchObject({ status: 409, code: 'case-party.case-closed', title: 'The case is closed' });
    });

    it.each(['mediator', 'court-liaison', 'oversight', 'hotline-operator', 'statistician', 'administrator', 'system-client'])('%s changes nothing', async (role) => {
      const client = await app.as(role, role === 'mediator' ? CHAOAN : undefined);
      expect([(await add(caseId, { role: 'respondent', organisationId }, client)).status, (await client.post(`/v1/cases/${caseId}/rights`, { rightId: newId(), reason: 'x' })).status]).toEqual([403, 403]);
    });

    it('tell another agency as little as if the case were not there', async () => {
      const there = await add(caseId, { role: 'third-party', organisationId });
      const ask = async (id: string, entry: string): Promise<unknown[]> => {
        const answers = [
          await stranger.get(`/v1/cases/${id}/parties`), await stranger.get(`/v1/cases/${id}/rights`), await add(id, { role: 'respondent', organisationId }, stranger), await stranger.post(`/v1/cases/${id}/rights`, { rightId: newId(), reason: '测试' }),
          await stranger.post(`/v1/cases/${id}/parties/${entry}/remove`, { reason: '测试' }), await stranger.post(`/v1/cases/${id}/persons/${entry}/unmask`, { purpose: 'identity-check', reason: '测试' }),
        ];
        return answers.map(({ status, body: { code, title } }) => [status, code, title]);
      };
      const [foreign, nothing] = [await ask(caseId, there.body.id), await ask(newId(), newId())];
      expect(foreign).toEqual(nothing);
      expect(foreign.every((answer) => (answer as unknown[])[0] === 404)).toBe(true);
    });
  });

  it('the database shows parties and rights of a case to those who see the case, and to nobody without claims', async () => {
    const [ours, theirs] = [await openCase(officer), await openCase(stranger)];
    await Promise.all([enrol(ours), enrol(theirs)]);
    for (const table of ['case_party', 'case_right']) {
      const seen = async (scope: 'agencies' | 'none' | 'city-read', agencies: string[]): Promise<string[]> => (await app.database.read<{ case_id: string }>({ scope, actor: 'test', agencies, regions: null }, { name: `seen-${table}`, text: `SELECT DISTINCT case_id FROM ${table} WHERE case_id = ANY($1::uuid[])` }, [[ours, theirs]])).map(({ case_id }) => case_id);
      expect([table, await seen('none', []), await seen('agencies', []), await seen('agencies', [CHAOAN]), await seen('agencies', [XIANGQIAO]), (await seen('city-read', [])).sort()]).toEqual([table, [], [], [ours], [theirs], [ours, theirs].sort()]);
    }
  });
});
