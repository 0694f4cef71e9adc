import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { consumerComplaint, report } from '../../support/builders.js';
import { accepted, castOf, CHAOAN, CITY, complaint, serialOf, XIANGQIAO, type Cast } from './documents.ground.js';

jest.setTimeout(90_000);

const NOT_OURS = { ground: 'no-competence', reason: '所反映事项不属于本机关职责' };

describe('issuing documents', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-11-23T02:00:00Z' });
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  const numbers = async (kind: string, agency = CHAOAN): Promise<number[]> => {
    const rows = await app.sql.admin<{ serial: number }>('SELECT serial FROM official_document WHERE kind = $1 AND agency = $2 AND year = 2026 ORDER BY serial', [kind, agency]);
    return rows.map(({ serial }) => serial);
  };
  const counted = async (word: string, year = 2026, signer = CHAOAN): Promise<number | undefined> => {
    const rows = await app.sql.admin<{ last: number }>('SELECT last FROM document_counter WHERE signer = $1 AND word = $2 AND year = $3', [signer, word, year]);
    return rows[0]?.last;
  };

  it('gives the decision its number, and writes what the form asks for', async () => {
    const id = await complaint(cast, { receivedAt: '2026-11-20T09:00:00+08:00' });
    const { body } = await cast.officer.command(`/v1/complaints/${id}/accept`, 1, undefined, { 'accept-language': 'zh-CN' });
    expect(body.document).toEqual({ id: expect.any(String), kind: 'complaint-acceptance', number: expect.stringMatching(/^潮安市监投受〔2026〕第\d+号$/), title: '投诉受理决定书' });
    const read = (await cast.officer.get(`/v1/documents/${body.document.id}`, { 'accept-language': 'zh-CN' })).body;
    expect(read).toMatchObject({ kind: 'complaint-acceptance', title: '投诉受理决定书', number: body.document.number, agency: CHAOAN, signer: CHAOAN, subjectType: 'complaint', subjectId: id, caseId: null, volume: 'main', item: 3, issuedBy: cast.officer.id, withdrawnAt: null, kindFrom: '2026-04-15', digest: { intact: true } });
    expect(Object.fromEntries(read.fields.map(({ label, value }: Json) => [label, value]))).toEqual({ 收件人: 'complainant', 收到日期: '2026-11-20', '投诉/举报事项': expect.stringContaining('某餐具店'), 联系人: cast.officer.id, 联系电话: null });
    const [, entry] = (await cast.officer.get(`/v1/complaints/${id}/timeline`)).body.items;
    expect(entry).toMatchObject({ event: 'complaint.accepted', data: { document: { id: body.document.id, kind: 'complaint-acceptance', number: body.document.number, sha256: read.digest.sha256, sm3: read.digest.sm3 } } });
  });

  it('issues nothing for what the form is not for: a report is taken on without a decision', async () => {
    const { body: filed } = await cast.operator.post('/v1/complaints', report());
    const before = await counted('投受');
    expect((await cast.officer.command(`/v1/complaints/${filed.id}/accept`, 1)).body).toMatchObject({ state: 'accepted', document: null });
    expect(await counted('投受')).toBe(before);
  });

  it('declines with the item of article 16, and keeps the complainant out of the reason', async () => {
    const id = await complaint(cast);
    const { body } = await cast.officer.command(`/v1/complaints/${id}/decline`, 1, { ...NOT_OURS, reason: '欧阳测试（13900000000）所反映事项不属于本机关职责' });
    const { fields } = (await cast.officer.get(`/v1/documents/${body.document.id}`)).body;
    const stated = Object.fromEntries(fields.map(({ name, value }: Json) => [name, value]));
    expect([body.document.kind, stated.item, JSON.stringify(fields)]).toEqual(['complaint-non-acceptance', 1, expect.not.stringMatching(/欧阳|13900000000/)]);
    expect(stated.reason).toContain('所反映事项不属于本机关职责');
  });

  it('names what is missing before a number is spent', async () => {
    const id = await complaint(cast);
    const { status, body } = await cast.officer.command(`/v1/complaints/${id}/request-identity-proof`, 1, { workingDays: 3, reason: '电话无法接通' }, { 'accept-language': 'zh-CN' });
    expect([status, body.code, body.document, body.fields]).toEqual([422, 'document.fields-missing', 'identity-proof-notice', [{ field: 'materials', label: '应提供的身份证明材料' }]]);
    expect(await counted('限提证')).toBeUndefined();
    expect((await cast.officer.get(`/v1/complaints/${id}`)).body).toMatchObject({ version: 1 });
    const { body: sent } = await cast.officer.command(`/v1/complaints/${id}/request-identity-proof`, 1, { workingDays: 3, reason: '电话无法接通', materials: ['有效身份证件'] });
    expect(serialOf(sent.document.number)).toBe(1);
    // Three working days after Monday 11-23.
    expect((await cast.officer.get(`/v1/documents/${sent.document.id}`)).body.fields.find(({ name }: Json) => name === 'until').value).toBe('2026-11-26');
  });

  it('gives a refused command’s number to the next one', async () => {
    const [first, second] = [await complaint(cast), await complaint(cast)];
    const before = await counted('投不受');
    // Refused by a guard, by the version, and by the missing permission.
    expect((await cast.officer.command(`/v1/complaints/${first}/decline`, 1, { ground: 'repeated-report', reason: 'x' })).status).toBe(409);
    expect((await cast.officer.command(`/v1/complaints/${first}/decline`, 7, NOT_OURS)).status).toBe(412);
    expect((await cast.stranger.command(`/v1/complaints/${first}/decline`, 1, NOT_OURS)).status).toBe(404);
    expect(await counted('投不受')).toBe(before);
    const { body } = await cast.officer.command(`/v1/complaints/${second}/decline`, 1, NOT_OURS);
    expect(serialOf(body.document.number)).toBe((before ?? 0) + 1);
  });

  it('gives the same number to the same request sent again', async () => {
    const id = await complaint(cast);
    const key = { 'idempotency-key': `documents-again-${process.pid}` };
    const [one, again] = [await cast.officer.command(`/v1/complaints/${id}/accept`, 1, undefined, key), await cast.officer.command(`/v1/complaints/${id}/accept`, 1, undefined, key)];
    expect(again.body.document).toEqual(one.body.document);
    expect(await counted('投受')).toBe(serialOf(one.body.document.number));
  });

  it('numbers sixty-four at once from 1 to 64, without a gap, whatever is refused between them', async () => {
    const operator = cast.operator;
    const officer = await app.as('enforcement-officer', XIANGQIAO);
    const ids = await Promise.all(Array.from({ length: 64 }, () => complaint({ operator }, { region: '445102', target: { name: '潮州市湘桥区某餐具店（测试）', address: '湘桥区测试街3号' } })));
    const answers = await Promise.all(ids.flatMap((id, index) => [
      officer.command(`/v1/complaints/${id}/decline`, 1, NOT_OURS),
      ...(index % 4 === 0 ? [officer.command(`/v1/complaints/${id}/decline`, 1, { ground: 'repeated-report', reason: 'x' })] : []),
    ]));
    const given = answers.filter(({ status }) => status === 200).map(({ body }) => body.document.number as string);
    expect(given.map(serialOf).sort((one, other) => one - other)).toEqual(Array.from({ length: 64 }, (_, index) => index + 1));
    expect(new Set(given.map((number) => number.replace(/\d+号$/, '')))).toEqual(new Set(['湘桥市监投不受〔2026〕第']));
    expect(await numbers('complaint-non-acceptance', XIANGQIAO)).toEqual(Array.from({ length: 64 }, (_, index) => index + 1));
  });

  it('begins again with the year of the city, not of Greenwich', async () => {
    const last = await counted('投受');
    app.now.set('2026-12-31T15:59:59Z');
    // Tokens of November have expired.
    const late = await castOf(app);
    expect(serialOf((await accepted(late)).document.number)).toBe((last ?? 0) + 1);
    app.now.set('2026-12-31T16:00:00Z');
    const { document } = await accepted(late);
    expect([document.number, await counted('投受', 2027), await counted('投受')]).toEqual(['潮安市监投受〔2027〕第1号', 1, (last ?? 0) + 1]);
    app.now.set('2026-11-23T02:00:00Z');
  });

  it('lets a superior number what it decides, and a unit sign in the name of its bureau', async () => {
    const clerk = await app.as('intake-clerk');
    const { body: filed } = await cast.operator.post('/v1/complaints', consumerComplaint());
    await clerk.command(`/v1/complaints/${filed.id}/request-identity-proof`, 1, { workingDays: 5, reason: '核验', materials: ['有效身份证件'] });
    const rows = await app.sql.admin('SELECT agency, signer, number FROM official_document WHERE subject_id = $1', [filed.id]);
    expect(rows).toEqual([{ agency: 'cz-ip-intake', signer: CITY, number: '潮市监限提证〔2026〕第1号' }]);
  });

  it('never lets a counter go back, jump, or be thrown away', async () => {
    const acting = { scope: 'city', actor: 'a', agencies: [CHAOAN], regions: null } as const;
    const run = (text: string): Promise<unknown> => app.database.transact(acting, [], (transaction) => transaction.query({ name: 'tamper', text }, []));
    for (const set of ['last = 1', 'last = last + 2', 'last = last', "word = 'x', last = last + 1"]) await expect(run(`UPDATE document_counter SET ${set} WHERE word = '投受' AND year = 2026`)).rejects.toThrow('a document number follows the one before');
    await expect(run(`INSERT INTO document_counter VALUES ('${CHAOAN}', '新', 2026, 5)`)).rejects.toThrow('a document number follows the one before');
    await expect(run('DELETE FROM document_counter')).rejects.toThrow('permission denied');
  });
});
