import { describe, expect, it } from '@jest/globals';
import { classify, CLASSIFICATIONS, type ClassificationFacts } from './classify.js';
import { checkedIdentifiers } from './identifiers.rules.js';
import { fieldProblems, type Submission } from './submission.rules.js';

describe('classify', () => {
  const facts = (requestType: string, rightType: string, holder: ClassificationFacts['holder'], livingConsumption = false): ClassificationFacts => ({ requestType, rightType, holder, livingConsumption });

  it.each<[string, ClassificationFacts, string, string]>([
    ['the hotline ticked 投诉, but a right holder complains of infringement', facts('complaint', 'trademark', 'self'), 'right-holder-request', '参照总局令第121号第四十三条'],
    ['the hotline ticked 举报, and the agent of a patentee speaks', facts('report', 'patent', 'agent'), 'right-holder-request', '参照总局令第121号第四十三条'],
    ['a right holder made a test purchase and calls it consumption', facts('complaint', 'copyright', 'self', true), 'right-holder-request', '参照总局令第121号第四十三条'],
    ['a right holder asks for help', facts('assistance', 'geographical_indication', 'self'), 'right-holder-request', '参照总局令第121号第四十三条'],
    ['a consumer asks for a refund', facts('complaint', 'none', 'none', true), 'consumer-complaint', '第三条第一款'],
    ['a consumer bought a counterfeit and asks for a refund', facts('complaint', 'trademark', 'none', true), 'consumer-complaint', '第三条第一款'],
    ['a consumer says "holder" where no right is named', facts('complaint', 'none', 'self', true), 'consumer-complaint', '第三条第一款'],
    ['the hotline ticked 投诉, but nobody bought for daily life', facts('complaint', 'trademark', 'none'), 'report', '第三条第二款'],
    ['a consumer reports without asking for settlement', facts('report', 'none', 'none', true), 'report', '第三条第二款'],
    ['a neighbour reports counterfeit goods', facts('report', 'trademark', 'none'), 'report', '第三条第二款'],
    ['a suggestion tells of a violation', facts('suggestion', 'none', 'none'), 'report', '第三条第二款'],
    ['a question', facts('consultation', 'none', 'none'), 'consultation', '第四十四条'],
    ['a question of a right holder', facts('consultation', 'trademark', 'self'), 'consultation', '第四十四条'],
    ['a question of a consumer', facts('consultation', 'none', 'none', true), 'consultation', '第四十四条'],
  ])('%s', (_, given, classification, article) => {
    expect(classify(given)).toMatchObject({ classification, reasons: [{ basis: { article, status: 'verified' } }] });
  });

  it('always gives one class with one reason in both languages and with its source', () => {
    for (const requestType of ['consultation', 'assistance', 'suggestion', 'complaint', 'report', 'praise']) for (const rightType of ['trademark', 'none']) for (const holder of ['self', 'agent', 'none'] as const) for (const living of [true, false]) {
      const { classification, reasons } = classify(facts(requestType, rightType, holder, living));
      expect(CLASSIFICATIONS).toContain(classification);
      expect(reasons).toEqual([{ text: { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) }, basis: { source: expect.stringMatching(/./), article: expect.stringMatching(/./), status: 'verified' } }]);
    }
  });
});

describe('fieldProblems', () => {
  const CONSUMER: Submission = { requestType: 'complaint', realName: true, livingConsumption: true, reporter: { address: '湘桥区测试路1号' }, target: { address: '彩塘镇' }, right: { type: 'none', holder: 'none' }, hotlineReceivedAt: '2026-11-20T16:42:00+08:00', receivedAt: '2026-11-20T17:10:00+08:00' };
  const found = (change: Submission): string[] => fieldProblems({ ...CONSUMER, ...change }).map(({ path, code }) => `${path} ${code}`);

  it.each<[string, Submission, string[]]>([
    ['nothing in a complete consumer complaint', {}, []],
    ['nothing in an anonymous report', { requestType: 'report', realName: false, reporter: undefined, livingConsumption: false }, []],
    ['a real name without a reporter', { reporter: undefined }, ['reporter reporter-required']],
    ['a real name with a reporter that is null', { reporter: null }, ['reporter reporter-required']],
    ['a reporter on an anonymous report', { requestType: 'report', realName: false }, ['reporter reporter-not-allowed']],
    ['an anonymous consumer complaint', { realName: false, reporter: undefined }, ['realName consumer-complaint-needs-name']],
    ['no addresses of a consumer complaint', { reporter: {}, target: {} }, ['reporter.address address-required', 'target.address address-required']],
    ['blank addresses of a consumer complaint', { reporter: { address: ' \u3000' }, target: { address: '' } }, ['reporter.address address-required', 'target.address address-required']],
    ['addresses that are null', { reporter: { address: null }, target: { address: null } }, ['reporter.address address-required', 'target.address address-required']],
    ['nothing about addresses that are no text: the type check says so', { reporter: { address: 5 }, target: { address: ['x'] } }, []],
    ['nothing about a target that is missing: another check says so', { target: undefined }, []],
    ['nothing about a target that is null', { target: null }, []],
    ['no need of addresses for a report', { requestType: 'report', reporter: {}, target: {} }, []],
    ['no need of addresses for a trader', { livingConsumption: false, reporter: {}, target: {} }, []],
    ['a holder of no right', { right: { type: 'none', holder: 'self' } }, ['right.holder no-right-to-hold']],
    ['an agent of no right', { right: { type: 'none', holder: 'agent' } }, ['right.holder no-right-to-hold']],
    ['nothing about a holder that is missing', { right: { type: 'none' } }, []],
    ['nothing about a right that is null', { right: null }, []],
    ['nothing about the holder of a right', { right: { type: 'trademark', holder: 'self' } }, []],
    ['a receipt before the hotline', { receivedAt: '2026-11-20T16:41:59+08:00' }, ['receivedAt received-before-hotline']],
    ['a receipt before the hotline in another zone', { receivedAt: '2026-11-20T08:41:59Z' }, ['receivedAt received-before-hotline']],
    ['nothing about a receipt at the same instant', { receivedAt: '2026-11-20T08:42:00Z' }, []],
    ['nothing about a missing receipt', { receivedAt: undefined }, []],
    ['nothing about a time that is null', { hotlineReceivedAt: null }, []],
    ['nothing about times that are no times: the type check says so', { hotlineReceivedAt: 'yesterday', receivedAt: 7 }, []],
    ['several at once', { realName: false, target: {}, right: { type: 'none', holder: 'self' }, receivedAt: '2020-01-01T00:00:00Z' }, ['reporter reporter-not-allowed', 'realName consumer-complaint-needs-name', 'target.address address-required', 'right.holder no-right-to-hold', 'receivedAt received-before-hotline']],
  ])('finds %s', (_, change, expected) => {
    expect(found(change)).toEqual(expected);
  });

  it('says everything in both languages', () => {
    const [first] = fieldProblems({ ...CONSUMER, reporter: undefined });
    expect(first?.message).toEqual({ zh: '实名投诉举报须填写 reporter', en: 'A real-name submission names its reporter' });
  });

  it('finds nothing in an empty body: the type checks do', () => {
    expect(fieldProblems({})).toEqual([]);
  });
});

describe('checkedIdentifiers', () => {
  it('gives normal forms without remarks where all is right', () => {
    expect(checkedIdentifiers('９１445103ma00tqt27j', 'patent', 'ZL 202630000001.x')).toEqual({ uscc: '91445103MA00TQT27J', rightNumber: '202630000001.X', warnings: [] });
  });

  it('remarks on both, each under its path, and rejects nothing', () => {
    const { uscc, rightNumber, warnings } = checkedIdentifiers('91445103MA00TQT270', 'trademark', 'no idea');
    expect([uscc, rightNumber]).toEqual(['91445103MA00TQT270', 'NOIDEA']);
    expect(warnings.map(({ path, code }) => `${path} ${code}`)).toEqual(['target.uscc check_digit_mismatch', 'right.number shape_unexpected']);
    expect(warnings[0]?.text.zh).toBe('校验位不符：应为 J，实为 0，请核对');
  });

  it('takes blank for not given', () => {
    expect(checkedIdentifiers(undefined, 'trademark', undefined)).toEqual({ uscc: null, rightNumber: null, warnings: [] });
    expect(checkedIdentifiers(' ', 'trademark', '')).toEqual({ uscc: null, rightNumber: null, warnings: [] });
  });

  it.each([['trademark', '12345678'], ['copyright', '粤作登字-2019-F-00015229'], ['plant_variety', 'CNA20191000123'], ['geographical_indication', '凤凰单丛'], ['unfair_competition', '随便 什么'], ['none', 'x'], ['constructor', 'y']])('of the right %s keeps %s', (type, number) => {
    expect(checkedIdentifiers(undefined, type, number)).toEqual({ uscc: null, rightNumber: number, warnings: [] });
  });
});
