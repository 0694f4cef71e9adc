import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { documentDigests, type OfficialDocument } from '../../../src/modules/documents/index.js';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { act, openCase, castOf as caseCast, type Cast as CaseCast } from '../cases/cases.ground.js';
import { accepted, castOf, CHAOAN, complaint, type Cast } from './documents.ground.js';

jest.setTimeout(90_000);

describe('reading documents', () => {
  let app: TestApp;
  let cast: Cast;
  let cases: CaseCast;

  beforeAll(async () => {
    app = await startTestApp();
    [cast, cases] = await Promise.all([castOf(app), caseCast(app)]);
  });
  afterAll(() => app.close());

  it('shows the kinds with what they ask for', async () => {
    const { items } = (await cast.officer.get('/v1/document-kinds', { 'accept-language': 'zh-CN' })).body;
    expect(items.find(({ kind }: Json) => kind === 'complaint-non-acceptance')).toEqual({
      kind: 'complaint-non-acceptance', title: '投诉不予受理决定书', word: '投不受', volume: 'main', item: 3, visibility: 'case', when: { property: 'classification', is: ['consumer-complaint'] }, unissued: null, validFrom: '2026-04-15', validTo: null,
      fields: [
        { name: 'addressee', label: '收件人', required: true }, { name: 'receivedOn', label: '收到日期', required: true }, { name: 'matter', label: '投诉/举报事项', required: true },
        { name: 'item', label: '不予受理情形（第十六条第几项）', required: true }, { name: 'reason', label: '不予受理的理由', required: true },
      ],
      source: { source: '市场监督管理部门处理投诉举报文书式样（2026年4月）', article: '文书式样六', status: 'verified', note: '式样未印文号用字，本系统拟定' },
    });
  });

  it('is for those who see the matter, and for nobody without the permission', async () => {
    const { id, document } = await accepted(cast);
    const operator = await app.as('hotline-operator');
    const statuses = await Promise.all([cast.officer, cast.city, cast.stranger, operator].map(async (client) => (await client.get(`/v1/documents/${document.id}`)).status));
    expect(statuses.slice(0, 3)).toEqual([200, 200, 404]);
    expect([200, 403]).toContain(statuses[3]);
    expect((await cast.stranger.get(`/v1/documents?subject=${id}`)).body.items).toEqual([]);
    expect((await (await app.as('statistician')).get('/v1/documents')).status).toBe(403);
  });

  it('lists newest first, page by page, by kind, agency and subject', async () => {
    for (let count = 0; count < 3; count += 1) await accepted(cast);
    const first = await cast.officer.get(`/v1/documents?kind=complaint-acceptance&agency=${CHAOAN}&limit=2`);
    expect(first.body.items.map(({ kind, agency }: Json) => [kind, agency])).toEqual([['complaint-acceptance', CHAOAN], ['complaint-acceptance', CHAOAN]]);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await cast.officer.get(next.replace(/^https?:\/\/[^/]+/, ''));
    const ids = [...first.body.items, ...second.body.items].map(({ id }: Json) => id);
    expect(ids).toEqual([...ids].sort().reverse());
    expect((await cast.officer.get(`/v1/documents?cursor=x`)).status).toBe(400);
    expect((await cast.officer.get(`/v1/documents?case=x`)).status).toBe(400);
  });

  it('keeps what an agency writes for itself from other agencies of the case', async () => {
    const { id, complaint: report } = await openCase(cases);
    const told = await cases.officer.command(`/v1/complaints/${report}/tell-result`, Number((await cases.officer.get(`/v1/complaints/${report}`)).body.version), { law: '《反不正当竞争法》第二十条', result: '已立案查处' });
    expect(told.body.document).toMatchObject({ kind: 'report-result-notice', number: expect.stringMatching(/^潮安市监举告〔\d{4}〕第1号$/) });
    await app.sql.admin(`UPDATE case_file SET involved = '{cz-ip-mediation-committee}' WHERE id = '${id}'`);
    const committee = await app.as('mediation-secretary');
    expect((await committee.get(`/v1/cases/${id}`)).status).toBe(200);
    expect((await committee.get(`/v1/documents/${told.body.document.id}`)).status).toBe(404);
    expect((await cases.officer.get(`/v1/documents/${told.body.document.id}`)).status).toBe(200);
  });

  it('binds the file in the order of 令2 第七十八条', async () => {
    const { id, complaint: report, reply } = await openCase(cases);
    await act(cases.head, id, 'assign', { officer: cases.officer.id });
    const recused = await act(cases.head, id, 'recuse', { officer: cases.colleague.id, raisedBy: 'party', ground: 'direct-interest', reason: '持有当事人股份', decision: 'granted' });
    expect(recused.body.document).toMatchObject({ kind: 'recusal-decision', number: expect.stringMatching(/^潮安市监回避〔\d{4}〕1号$/) });
    await cases.officer.command(`/v1/complaints/${report}/tell-result`, Number((await cases.officer.get(`/v1/complaints/${report}`)).body.version), { law: '《反不正当竞争法》第二十条', result: '已处罚' });
    const { body } = await cases.officer.get(`/v1/cases/${id}/dossier`, { 'accept-language': 'zh-CN' });
    const index = (items: Json[]): unknown[] => items.map(({ item, label, documents }) => [item, label, documents.map(({ place, title, caseId, services }: Json) => [place, title, caseId, services])]);
    expect(index(body.main)).toEqual([[7, '其他有关材料', [[1, '回避决定书', id, []]]]]);
    // A document of the complaint comes along with it.
    expect(index(body.sub)).toEqual([[6, '其他有关材料', [[1, '举报处理结果告知书', expect.anything(), []]]]]);
    expect((await cases.officer.get(`/v1/documents?case=${id}`)).body.items.map(({ kind }: Json) => kind)).toEqual(['report-result-notice', 'recusal-decision']);
    expect((await cases.stranger.get(`/v1/cases/${id}/dossier`)).status).toBe(404);
    expect(reply).toEqual(expect.any(String));
  });

  describe('what was issued', () => {
    it('is what is shown: both digests are computed again, from what the database gives back', async () => {
      const { document } = await accepted(cast);
      const [row] = await app.sql.admin<Record<string, Json>>('SELECT * FROM official_document WHERE id = $1', [document.id]);
      const again = documentDigests({
        id: row?.id, kind: row?.kind, kindFrom: row?.kind_from, variant: row?.variant, number: row?.number, agency: row?.agency, subjectType: row?.subject_type, subjectId: row?.subject_id, caseId: row?.case_id, issuedBy: row?.issued_by, issuedAt: row?.issued_at, data: row?.data,
      } satisfies Partial<OfficialDocument> & Parameters<typeof documentDigests>[0]);
      expect(again).toEqual({ sha256: row?.sha256, sm3: row?.sm3 });
      expect((await cast.officer.get(`/v1/documents/${document.id}`)).body.digest).toEqual({ ...again, intact: true });
    });

    it.each([
      ['what it states', `data = data || '{"matter": "他案"}'`], ['its number', `number = '潮安市监投受〔2026〕第999号'`], ['who issued it', `issued_by = 'somebody'`], ['one digest', `sm3 = repeat('0', 64)`],
    ])('is not what is shown once the owner of the database has changed %s', async (_, set) => {
      const { document } = await accepted(cast);
      await app.sql.admin(`UPDATE official_document SET ${set} WHERE id = '${document.id}'`);
      expect((await cast.officer.get(`/v1/documents/${document.id}`)).body.digest.intact).toBe(false);
    });

    it('is found out by the ledger, too, where the digests were made anew', async () => {
      const { document } = await accepted(cast);
      await app.sql.admin(`UPDATE official_document SET data = data || '{"matter": "他案"}' WHERE id = '${document.id}'`);
      const [row] = await app.sql.admin<Record<string, Json>>('SELECT * FROM official_document WHERE id = $1', [document.id]);
      const { sha256, sm3 } = documentDigests({ id: row?.id, kind: row?.kind, kindFrom: row?.kind_from, variant: row?.variant, number: row?.number, agency: row?.agency, subjectType: row?.subject_type, subjectId: row?.subject_id, caseId: row?.case_id, issuedBy: row?.issued_by, issuedAt: row?.issued_at, data: row?.data });
      await app.sql.admin(`UPDATE official_document SET sha256 = '${sha256}', sm3 = '${sm3}' WHERE id = '${document.id}'`);
      expect((await cast.officer.get(`/v1/documents/${document.id}`)).body.digest).toEqual({ sha256, sm3, intact: false });
    });

    it('cannot be edited or thrown away by the application, whoever asks', async () => {
      await accepted(cast);
      const city = { scope: 'city', actor: 'a', agencies: [CHAOAN], regions: null } as const;
      const run = (text: string): Promise<unknown> => app.database.transact(city, [], (transaction) => transaction.query({ name: 'tamper', text }, []));
      for (const text of [`UPDATE official_document SET data = '{}'`, `UPDATE official_document SET number = 'x'`, 'DELETE FROM official_document']) await expect(run(text)).rejects.toThrow('permission denied');
      const nobody = { scope: 'none', actor: '', agencies: [], regions: [] } as const;
      expect(await app.database.read(nobody, { name: 'nothing', text: 'SELECT id FROM official_document' }, [])).toEqual([]);
      const stranger = { scope: 'agencies', actor: 'a', agencies: ['xiangqiao-market-regulation'], regions: null } as const;
      expect(await app.database.read(stranger, { name: 'theirs', text: 'SELECT id FROM official_document' }, [])).toEqual([]);
    });
  });

  it('leaves no name of a complainant in any document', async () => {
    const id = await complaint(cast);
    await cast.officer.command(`/v1/complaints/${id}/decline`, 1, { ground: 'no-competence', reason: '欧阳测试的事项不属于本机关职责' });
    const rows = await app.sql.admin(`SELECT id FROM official_document WHERE data::text ~ '欧阳测试|陈测试|13800000000|13900000000|445102190001010011'`);
    expect(rows).toEqual([]);
  });
});
