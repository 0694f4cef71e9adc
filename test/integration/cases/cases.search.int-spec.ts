import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';
import { castOf, openCase, XIANGQIAO, type Cast, type OpenedCase } from './cases.ground.js';

jest.setTimeout(60_000);

const REPORTER = { name: '翡翠麒麟', phone: '13911112222', address: '广东省潮州市湘桥区金丝雀巷9号', documentType: 'resident-id', documentNumber: '445102190001010011' };

describe('search over cases', () => {
  let app: TestApp;
  let cast: Cast;
  let steel: OpenedCase;
  let cups: OpenedCase;
  let foreign: OpenedCase;

  beforeAll(async () => {
    app = await startTestApp();
    cast = await castOf(app);
    steel = await openCase(cast, {
      reporter: REPORTER, externalNumber: 'CZ2026112200123', target: { name: '潮州市潮安区彩塘镇某不锈钢制品厂（测试）', uscc: '91445103MA00TQT27J' }, right: { type: 'trademark', number: '12345678', holder: 'none' },
      facts: '本人翡翠麒麟（电话13911112222）在某网店购得标有他人注册商标的锅具，陈列在直播间。',
    });
    cups = await openCase(cast, { externalNumber: 'CZ2026112200999', matter: 'counterfeit', target: { name: '潮州市枫溪区陶瓷工艺有限公司（测试）' }, right: { type: 'patent', number: 'ZL202630000001.X', holder: 'none' }, facts: '抄袭外观设计的茶具，凤凰单丛礼盒内附赠。' });
    foreign = await openCase({ operator: cast.operator, officer: await app.as('enforcement-officer', XIANGQIAO) }, { region: '445102', target: { name: '湘桥区凤凰水族器材店（测试）' }, facts: '销售假冒水泵。' });
  });
  afterAll(() => app.close());

  const find = async (q: string, reader: Client = cast.officer, more = ''): Promise<string[]> => {
    const answer = await reader.get(`/v1/cases?q=${encodeURIComponent(q)}${more}`);
    expect([q, answer.status]).toEqual([q, 200]);
    return answer.body.items.map(({ id }: Json) => (id === steel.id ? 'steel' : id === cups.id ? 'cups' : id === foreign.id ? 'foreign' : id));
  };

  it.each<[string, string[]]>([
    // Words of the facts.
    ['直播间', ['steel']], ['外观设计', ['cups']], ['注册商标 锅具', ['steel']], ['外观 锅具', []], ['凤凰单丛', ['cups']], ['单丛', ['cups']],
    // Names, whole, in part, and with something left out between.
    ['潮州市潮安区彩塘镇某不锈钢制品厂（测试）', ['steel']], ['彩塘镇某不锈钢', ['steel']], ['不锈钢制品', ['steel']], ['彩塘', ['steel']], ['枫溪 陶瓷', ['cups']], ['陶瓷公司', ['cups']], ['枫溪陶瓷', ['cups']], ['溪区陶', ['cups']], ['测试', ['steel', 'cups']],
    // Numbers of rights, with and without check digit, in any dress, and by a part.
    ['12345678', ['steel']], ['第12345678号', ['steel']], ['１２３４５６７８', ['steel']], ['23456', ['steel']], ['12345679', []], ['202630000001.X', ['cups']], ['202630000001', ['cups']], ['ZL202630000001.X', ['cups']], ['202630000001x', ['cups']], ['zl 202630000001.x', []], ['2026300000', ['cups']],
    // Work orders and codes.
    ['CZ2026112200123', ['steel']], ['cz2026112200123', ['steel']], ['20261122', ['steel', 'cups']], ['91445103MA00TQT27J', ['steel']], ['ma00tqt27j', ['steel']],
    // Nothing, and nothing to ask for.
    ['量子纠缠', []], ['不存在的词语', []], ['！？', []], ['😀', []], ['  ', []], ['zz', []],
  ])('%s finds %j', async (q, expected) => {
    expect(await find(q)).toEqual(expected);
  });

  it('finds a case by its own number and by the receipt of its complaint', async () => {
    const { caseNumber } = (await cast.officer.get(`/v1/cases/${steel.id}`)).body;
    const { receiptNumber } = (await cast.officer.get(`/v1/complaints/${steel.complaint}`)).body;
    for (const q of [caseNumber, caseNumber.toLowerCase(), caseNumber.slice(4), receiptNumber, receiptNumber.slice(2)]) expect([q, await find(q)]).toEqual([q, ['steel']]);
  });

  it('never finds who reported it, by any of what is known', async () => {
    for (const q of ['翡翠麒麟', '翡翠', '麒麟', '13911112222', '139111', '1111222', '金丝雀巷', '金丝雀巷9号', '445102190001010011', '4451021900', '陈测试', '13800000000']) for (const reader of [cast.officer, cast.head, cast.clerk]) expect([q, await find(q, reader)]).toEqual([q, []]);
    const [row] = await app.sql.admin<{ tokens: string; names: string }>('SELECT tokens::text, names FROM case_file WHERE id = $1', [steel.id]);
    expect(`${row?.tokens} ${row?.names}`).not.toMatch(/翡|麒|13911112222|金丝/);
  });

  it('never finds another agency’s case, not even counted', async () => {
    expect(await find('水族')).toEqual([]);
    expect(await find('水族', cast.stranger)).toEqual(['foreign']);
    expect(await find('凤凰', cast.stranger)).toEqual(['foreign']);
    expect(await find('凤凰', cast.clerk)).toEqual(expect.arrayContaining(['cups', 'foreign']));
    expect(await find('水族', cast.city)).toEqual(['foreign']);
    expect(await find('湘桥', cast.officer, `&agency=${XIANGQIAO}`)).toEqual([]);
    expect((await cast.officer.get(`/v1/cases?count=yes&q=${encodeURIComponent('水族')}`)).headers.get('total-count')).toBe('0');
  });

  it('joins with the filters of the list', async () => {
    expect(await find('测试', cast.officer, '&rightType=patent')).toEqual(['cups']);
    expect(await find('测试', cast.officer, '&state=closed')).toEqual([]);
    expect(await find('测试', cast.officer, '&order=newest')).toEqual(['cups', 'steel']);
    expect(await find('测试', cast.officer, '&assignee=none')).toEqual(['steel', 'cups']);
  });

  it.each(["'", "''", '\\', '%', '%%%', '___', '%_%', "x' OR '1'='1", "'); DROP TABLE case_file; --", 'a & !b', '!!!', ':*', '<->', '((', 'a:*b', '\\%\\', 'x\\', '"', '$1', '[[:alpha:]]', '.*', '\u200b'])('takes %j for what it is', async (q) => {
    expect(await find(q)).toEqual([]);
    expect((await app.sql.admin<{ n: number }>('SELECT count(*)::int AS n FROM case_file'))[0]?.n).toBe(3);
  });

  it('refuses what cannot be stored and what is too long', async () => {
    for (const q of ['a\0b', '长'.repeat(101)]) expect((await cast.officer.get(`/v1/cases?q=${encodeURIComponent(q)}`)).status).toBe(400);
    expect(await find('长'.repeat(100))).toEqual([]);
  });

  it('finds a case by what a complaint brings that joins it', async () => {
    expect(await find('12315-2026-77')).toEqual([]);
    const filed = await cast.operator.post('/v1/complaints', report({ channel: 'hotline-12315', sourceSystem: 'GD12315', externalNumber: '12315-2026-77', target: { name: '彩塘镇某不锈钢厂门市部（测试）' }, facts: '保温杯上打着别人的牌子。' }));
    expect((await cast.officer.command(`/v1/complaints/${filed.body.id}/join-case`, 1, { caseId: steel.id })).status).toBe(200);
    for (const q of ['12315-2026-77', '保温杯', '门市部', '镇某不锈钢厂门', filed.body.receiptNumber, '12345678']) expect([q, await find(q)]).toEqual([q, ['steel']]);
  });

  it('finds a case by every complaint that was in it from the start', async () => {
    const two = await Promise.all(['先到的水壶', '后到的饭盒'].map((facts) => cast.operator.post('/v1/complaints', report({ facts }))));
    const [one, other] = two.map(({ body }) => body.id as string);
    expect((await cast.officer.command(`/v1/complaints/${one}/link`, 1, { other, kind: 'same-matter' })).status).toBe(200);
    await cast.officer.command(`/v1/complaints/${one}/accept`, 2);
    const { caseId } = (await cast.officer.command(`/v1/complaints/${one}/open-case`, 3)).body;
    expect(await Promise.all(['水壶', '饭盒'].map((q) => find(q)))).toEqual([[caseId], [caseId]]);
  });
});
