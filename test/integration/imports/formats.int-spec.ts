import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';
import { csv, CSV, DEFAULTS, ended, HEADINGS, imported, LINES, number, results, row, upload, workbook, XLSX } from './imports.ground.js';

jest.setTimeout(60_000);

/** The characters of these tests in GB18030, by hand: Node.js writes UTF-8 only. */
const GB18030: Readonly<Record<string, number[]>> = { 事: [0xca, 0xc2], 实: [0xca, 0xb5], 陈: [0xb3, 0xc2], 测: [0xb2, 0xe2], 试: [0xca, 0xd4], 餐: [0xb2, 0xcd], 具: [0xbe, 0xdf], 店: [0xb5, 0xea], 𠮷: [0x95, 0x34, 0xb2, 0x35] };
const gb18030 = (text: string): Buffer => Buffer.from([...text].flatMap((character) => GB18030[character] ?? [character.charCodeAt(0)]));

describe('a file', () => {
  let app: TestApp;
  let clerk: Client;
  let officer: Client;
  beforeAll(async () => {
    app = await startTestApp({ env: { ROLE: 'all' } });
    [clerk, officer] = [await app.as('intake-clerk'), await app.as('enforcement-officer', 'chaoan-market-regulation')];
  });
  afterAll(() => app.close());

  const complaint = async (id: string): Promise<Json> => (await officer.get(`/v1/complaints/${id}`)).body;
  const counts = ({ progress }: Json): number[] => [progress.rowsTotal, progress.rowsDone, progress.filed, progress.alreadyFiled, progress.revised, progress.refused, progress.percent];

  it('of CSV is filed row by row, each with its receipt, under the headings of the offices', async () => {
    const rows = [row(), row({ 4: '否', 5: '', 6: '' }), row({ 11: '第一行\n第二行，"带引号"' })];
    const done = await imported(app, clerk, CSV, csv(HEADINGS, ...rows));
    expect([done.state, done.encoding, done.failure, done.warnings, counts(done), done.version]).toEqual(['finished', 'utf-8', null, [], [3, 3, 3, 0, 0, 0, 100], 3]);
    const found = await results(clerk, done.id);
    expect(found.map((result) => [result.row, result.outcome, result.externalNumber, /^CZ\d{15}$/.test(result.receiptNumber), result.problems])).toEqual(rows.map(([external], index) => [index + 2, 'filed', external, true, []]));
    expect(await complaint(found[0].complaintId)).toMatchObject({ receiptNumber: found[0].receiptNumber, channel: 'hotline-12345', classification: 'report', rightType: 'trademark', rightNumber: '12345678', targetName: '潮州市潮安区某不锈钢制品厂（测试）', reporter: { name: '陈**', phone: '138****0000' } });
    expect((await complaint(found[1].complaintId)).reporter).toBeNull();
    expect((await complaint(found[2].complaintId)).facts).toBe('第一行\n第二行，"带引号"');
    const timeline = (await clerk.get(`/v1/complaints/imports/${done.id}/timeline`)).body.items;
    expect(timeline.map(({ event, actor }: Json) => [event, actor])).toEqual([['import.received', clerk.id], ['import.started', 'system:imports'], ['import.finished', 'system:imports']]);
    // The rows are filed in the name of the sender, not of the worker.
    expect((await officer.get(`/v1/complaints/${found[0].complaintId}/timeline`)).body.items[0]).toMatchObject({ event: 'complaint.registered', actor: clerk.id });
    expect(await app.sql.admin('SELECT DISTINCT intake_agency FROM complaint WHERE id = $1', [found[0].complaintId])).toEqual([{ intake_agency: 'cz-ip-intake' }]);
  });

  it('of CSV may have the paths of the fields as headings, a byte order mark, and blank rows at its end', async () => {
    const headings = ['channel', 'sourceSystem', 'externalNumber', 'requestType', 'hotlineReceivedAt', 'region', 'matter', 'realName', 'target.name', 'right.type', 'right.holder', 'right.niceClasses', 'facts'];
    const cells = ['hotline-12315', 'N12315', number(), 'report', '2026-11-20 16:42', '445103', 'infringement', 'false', '某店（测试）', 'trademark', 'none', '21;8', '疑为侵权商品。'];
    const done = await imported(app, clerk, CSV, `\ufeff${csv(headings, cells, [], cells.map(() => ''), [])}`, '');
    expect([done.state, counts(done)]).toEqual(['finished', [1, 1, 1, 0, 0, 0, 100]]);
    const [{ complaintId }] = await results(clerk, done.id) as [Json];
    expect(await app.sql.admin('SELECT channel, source_system, hotline_received_at AS at FROM complaint WHERE id = $1', [complaintId])).toEqual([{ channel: 'hotline-12315', source_system: 'N12315', at: new Date('2026-11-20T08:42:00Z') }]);
  });

  it('in GB18030 is read as it was meant, characters of four bytes too', async () => {
    const headings = 'externalNumber,requestType,region,matter,realName,reporter.name,reporter.phone,target.name,right.type,right.holder,事实';
    const external = number();
    const file = gb18030(`${headings}\n${external},report,445103,infringement,true,陈测试,13800000000,餐具店,trademark,none,测试餐具𠮷\n`);
    const done = await imported(app, clerk, CSV, file);
    expect([done.state, done.encoding, counts(done)]).toEqual(['finished', 'gb18030', [1, 1, 1, 0, 0, 0, 100]]);
    expect(await app.sql.admin('SELECT target_name AS target, facts FROM complaint WHERE external_number = $1', [external])).toEqual([{ target: '餐具店', facts: '测试餐具𠮷' }]);
  });

  it('in GB18030 whose first other character comes after a mebibyte is recognised all the same', async () => {
    const lines = Array.from({ length: 700 }, () => JSON.stringify(report({ sourceSystem: 'GD12345', externalNumber: '', realName: false, reporter: undefined, target: { name: 'shop' }, facts: 'a'.repeat(1500) })));
    const last = JSON.stringify(report({ externalNumber: number(), realName: false, reporter: undefined, target: { name: '餐具店' }, facts: '事实' }));
    const done = await imported(app, clerk, LINES, gb18030(`${lines.join('\n')}\n${last}\n`));
    expect([done.state, done.encoding, counts(done)]).toEqual(['finished', 'gb18030', [701, 701, 1, 0, 0, 700, 100]]);
  });

  it('of JSON lines is the body of a filing in each line, lists and parties and all', async () => {
    const whole = report({ externalNumber: number(), coComplainants: [{ name: '郑测试', phone: '13600000000' }], relatedNumbers: [{ sourceSystem: 'N12315', externalNumber: '1445' }], channel: undefined, sourceSystem: undefined });
    const done = await imported(app, clerk, LINES, Readable.from([`${JSON.stringify(whole)}\r\n\r\n`, Buffer.from(JSON.stringify(report({ externalNumber: number() })))]));
    expect([done.state, counts(done)]).toEqual(['finished', [2, 2, 2, 0, 0, 0, 100]]);
    expect((await results(clerk, done.id)).map(({ row: line }) => line)).toEqual([1, 3]);
  });

  it('of a spreadsheet is read from its first sheet, with dates, rich text and numbers as they stand there', async () => {
    const external = number();
    const file = await workbook((book) => {
      const sheet = book.addWorksheet('工单');
      sheet.addRow(['编号', '诉求类型', '来电时间', '区域', '事项', '是否实名', '姓名', '联系电话', '被投诉人', '权利类型', '权利人身份', '商标类别', '诉求内容']);
      sheet.addRow([external, '举报', new Date(Date.UTC(2026, 10, 20, 16, 42)), '潮安区', '侵权', true, { richText: [{ text: '陈' }, { font: { bold: true }, text: '测试' }] }, 13800000000, '某厂（测试）', '商标', '无', 21, '疑为侵权商品。']);
      book.addWorksheet('说明').addRow(['不读']);
    });
    const done = await imported(app, clerk, XLSX, file);
    expect([done.state, done.encoding, done.warnings, counts(done)]).toEqual(['finished', null, [{ code: 'first-sheet-only', otherSheets: 1 }], [1, 1, 1, 0, 0, 0, 100]]);
    const [{ complaintId }] = await results(clerk, done.id) as [Json];
    expect(await app.sql.admin('SELECT hotline_received_at AS at, external_number AS external FROM complaint WHERE id = $1', [complaintId])).toEqual([{ at: new Date('2026-11-20T08:42:00Z'), external }]);
    expect((await complaint(complaintId)).reporter).toEqual({ name: '陈**', phone: '138****0000' });
  });

  it('of the official form for complaints needs no more than the form says, and the region', async () => {
    const headings = ['登记单位', '编号', '姓名', '联系电话', '证件类型', '证件号码', '联系地址', '是否同意公示投诉信息', '是否同意委托调解', '名称（姓名）', '联系人', '地址', '消费者权益争议事实依据', '投诉请求', '经办人（签字）'];
    const cells = ['潮安区市场监督管理局', number(), '欧阳测试', '139-0000-0000', '身份证', '445102190001010011', '广东省潮州市湘桥区测试路1号', '否', '是', '潮州市潮安区某餐具店（测试）', '某', '潮安区彩塘镇测试街2号', '购买餐具与宣传不符。', '退货、退还货款', '某某'];
    const done = await imported(app, clerk, CSV, csv(headings, cells), 'channel=window&sourceSystem=CZ-WINDOW&region=445103&mapping=complaint-form');
    expect([done.state, done.failure, counts(done), await results(clerk, done.id)]).toMatchObject(['finished', null, [1, 1, 1, 0, 0, 0, 100], [{ outcome: 'filed' }]]);
    const [{ complaintId }] = await results(clerk, done.id) as [Json];
    expect(await app.sql.admin('SELECT channel, classification, claims, consent_publish AS publish, consent_entrusted_mediation AS mediation FROM complaint WHERE id = $1', [complaintId])).toEqual([{ channel: 'window', classification: 'consumer-complaint', claims: ['return', 'refund'], publish: false, mediation: true }]);
  });

  it('of the official form for reports may leave the reporter out', async () => {
    const headings = ['编号', '姓名', '联系电话', '联系地址', '身份证件号码', '名称（姓名）', '地址', '涉嫌违反市场监督管理法律、法规、规章的具体线索和相应的事实依据'];
    const done = await imported(app, clerk, CSV, csv(headings, [number(), '', '', '', '', '某餐具店（测试）', '潮安区', '出售三无产品。'], [number(), '陈测试', '13800000000', '', '', '某餐具店（测试）', '潮安区', '出售三无产品。']), 'channel=window&sourceSystem=CZ-WINDOW&region=445103&mapping=report-form');
    expect([done.state, counts(done)]).toEqual(['finished', [2, 2, 2, 0, 0, 0, 100]]);
    const [anonymous, named] = await results(clerk, done.id) as [Json, Json];
    expect(await app.sql.admin('SELECT id, real_name FROM complaint WHERE id = ANY ($1) ORDER BY real_name', [[anonymous.complaintId, named.complaintId]])).toEqual([{ id: anonymous.complaintId, real_name: false }, { id: named.complaintId, real_name: true }]);
  });

  it('sent again files nothing, in whatever format; with other content it adds revisions', async () => {
    const rows = Array.from({ length: 5 }, () => row());
    const first = await imported(app, clerk, CSV, csv(HEADINGS, ...rows));
    const again = await imported(app, clerk, CSV, csv(HEADINGS, ...rows));
    expect([counts(first), counts(again)]).toEqual([[5, 5, 5, 0, 0, 0, 100], [5, 5, 0, 5, 0, 0, 100]]);
    const sheet = await imported(app, clerk, XLSX, await workbook((book) => {
      book.addWorksheet('a').addRows([HEADINGS, ...rows]);
    }));
    expect(counts(sheet)).toEqual([5, 5, 0, 5, 0, 0, 100]);
    const changed = await imported(app, clerk, CSV, csv(HEADINGS, ...rows.map((cells, index) => (index < 2 ? cells : [...cells.slice(0, -1), '后来又补充了情况。']))));
    expect(counts(changed)).toEqual([5, 5, 0, 2, 3, 0, 100]);
    const ids = await Promise.all([first, again, sheet, changed].map(async ({ id }) => (await results(clerk, id)).map(({ complaintId, receiptNumber }) => [complaintId, receiptNumber])));
    for (const other of ids.slice(1)) expect(other).toEqual(ids[0]);
    expect(await app.sql.admin('SELECT count(*)::int AS n FROM complaint WHERE external_number = ANY ($1)', [rows.map(([external]) => external)])).toEqual([{ n: 5 }]);
  });

  it('with one number twice files it once', async () => {
    const cells = row();
    const done = await imported(app, clerk, CSV, csv(HEADINGS, cells, row(), cells, [...cells.slice(0, -1), '另一种说法。']));
    expect([counts(done), (await results(clerk, done.id)).map(({ outcome }) => outcome)]).toEqual([[4, 4, 2, 1, 1, 0, 100], ['filed', 'filed', 'already-filed', 'revised']]);
  });

  it('with a mixed submission files both legs under one row', async () => {
    const mixed = report({ externalNumber: number(), requestType: 'complaint', matter: 'consumer-dispute', livingConsumption: true, right: { type: 'none', holder: 'none' }, asks: ['settle-dispute', 'investigate'], reporter: { name: '欧阳测试', phone: '13900000000', address: '湘桥区测试路1号' }, target: { name: '某店（测试）', address: '潮安区测试街2号' } });
    const done = await imported(app, clerk, LINES, JSON.stringify(mixed));
    expect([done.state, counts(done)]).toEqual(['finished', [1, 1, 1, 0, 0, 0, 100]]);
    expect(await app.sql.admin('SELECT leg FROM complaint WHERE external_number = $1 ORDER BY leg', [mixed['externalNumber']])).toEqual([{ leg: 1 }, { leg: 2 }]);
  });

  it('of the same rows sent twice at once files each once', async () => {
    const file = csv(HEADINGS, ...Array.from({ length: 400 }, () => row()));
    const ids = (await Promise.all([upload(app, clerk, CSV, file), upload(app, clerk, CSV, file)])).map(({ body }) => body.id);
    const done = await Promise.all(ids.map((id: string) => ended(clerk, id)));
    expect(done.map((one) => [one.state, one.progress.rowsDone])).toEqual([['finished', 400], ['finished', 400]]);
    expect(done.reduce((sum, { progress }) => sum + progress.filed, 0)).toBe(400);
    expect(done.reduce((sum, { progress }) => sum + progress.alreadyFiled, 0)).toBe(400);
  });

  it('gives its results page by page, the refused alone, and as a file for a spreadsheet', async () => {
    const rows = [row({ 0: '=1+1' }), row({ 2: '=cmd|calc' }), row({ 0: '-42' }), row({ 0: '+8613' }), row({ 0: '@SUM' }), row({ 0: '' })];
    const done = await imported(app, clerk, CSV, csv(HEADINGS, ...rows));
    const first = await clerk.get(`/v1/complaints/imports/${done.id}/results?limit=4`);
    const second = await clerk.get(/<([^>]+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '');
    expect([first.body.items.length, second.body.items.length, second.headers.get('link')]).toEqual([4, 2, null]);
    expect((await results(clerk, done.id, 'outcome=refused')).map(({ row: line, problems }) => [line, problems])).toEqual([[3, [{ path: 'region', code: 'isIn' }]], [7, [{ path: 'externalNumber', code: 'matches' }]]]);
    const file = await fetch(`${app.url}/v1/complaints/imports/${done.id}/results.csv`, { headers: { authorization: `Bearer ${clerk.token}`, 'accept-language': 'zh-CN' } });
    expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([200, 'text/csv; charset=utf-8', `attachment; filename="import-${done.id}.csv"`]);
    const bytes = Buffer.from(await file.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').slice(1).trimEnd().split('\r\n').map((line) => line.split(','));
    expect(lines[0]).toEqual(['行号', '结果', '来源编号', '回执编号', '投诉举报标识', '问题']);
    expect(lines.slice(1).map(([line, outcome, external, , , problems]) => [line, outcome, external, problems])).toEqual([
      ['2', '已登记', "'=1+1", ''], ['3', '未登记', rows[1]?.[0], 'region: isIn'], ['4', '已登记', "'-42", ''], ['5', '已登记', "'+8613", ''], ['6', '已登记', "'@SUM", ''], ['7', '未登记', '', 'externalNumber: matches'],
    ]);
    const refused = await fetch(`${app.url}/v1/complaints/imports/${done.id}/results.csv?outcome=refused`, { headers: { authorization: `Bearer ${clerk.token}`, 'accept-language': 'en' } });
    expect((await refused.text()).replace('\ufeff', '').split('\r\n').slice(0, 2)).toEqual(['row,outcome,external number,receipt number,complaint,problems', `3,refused,${rows[1]?.[0]},,,region: isIn`]);
  });

  it('with columns that nobody knows is refused with all of them, or read without them when the sender says so', async () => {
    const file = csv(['备注', ...HEADINGS, '满意度', '编号'], ['x', ...row(), '好', 'y']);
    const refused = await imported(app, clerk, CSV, file);
    expect([refused.state, refused.failure.code, refused.failure.where]).toEqual(['failed', 'import.columns-unknown', { columns: [{ column: 'A', code: 'unknown', heading: '备注' }, { column: 'N', code: 'unknown', heading: '满意度' }, { column: 'O', code: 'doubled', heading: '编号' }] }]);
    const read = await imported(app, clerk, CSV, csv(['备注', ...HEADINGS], ['x', ...row()]), `${DEFAULTS}&unknownColumns=ignore`);
    expect([read.state, read.warnings, counts(read)]).toEqual(['finished', [{ code: 'columns-ignored', columns: [{ column: 'A', code: 'unknown', heading: '备注' }] }], [1, 1, 1, 0, 0, 0, 100]]);
  });
});
