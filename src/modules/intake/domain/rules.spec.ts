import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ASKS, classify, CLASSIFICATIONS, type ClassificationFacts } from './classify.js';
import { checkedIdentifiers } from './identifiers.rules.js';
import { fieldProblems, type Submission } from './submission.rules.js';

describe('classify', () => {
  const given = (change: Partial<ClassificationFacts>): ClassificationFacts => ({ channel: 'hotline-12345', requestType: 'report', matter: 'infringement', rightType: 'none', holder: 'none', livingConsumption: false, border: false, ...change });
  const holder = (rightType: string, change: Partial<ClassificationFacts> = {}): ClassificationFacts => given({ rightType, holder: 'self', ...change });
  const consumer = (change: Partial<ClassificationFacts> = {}): ClassificationFacts => given({ requestType: 'complaint', matter: 'consumer-dispute', livingConsumption: true, ...change });

  /** Typed from 总局令第121号第三条、第九条、第四十四条, 令2第十八条, 令81第十二条、第六十三条 and the statutes of each right; never from the code. */
  it.each<[string, ClassificationFacts, [string, string][]]>([
    ['the hotline ticked 投诉, but a right holder complains of infringement', holder('trademark', { requestType: 'complaint' }), [['right-holder-request', '参照总局令第121号第四十三条']]],
    ['the hotline ticked 举报, and the agent of a patentee speaks', given({ rightType: 'patent', holder: 'agent' }), [['patent-adjudication', '第十二条']]],
    ['a patentee tells of a forged patent mark: a violation, no dispute between two', holder('patent', { matter: 'counterfeit' }), [['report', '第六十八条']]],
    ['a patentee asks whether a patent stands: that is for the national office', holder('patent', { matter: 'validity' }), [['out-of-scope', '第四十五条']]],
    ['a patentee asks for mediation', holder('patent', { asks: ['mediate'] }), [['patent-mediation', '第六十三条、第六十五条']]],
    ['a dispute over who owns a patent can only be mediated here', holder('patent', { matter: 'ownership' }), [['patent-mediation', '第六十三条、第六十五条']]],
    ['a patentee asks for both: the decision leads', holder('patent', { asks: ['adjudicate', 'mediate'] }), [['patent-adjudication', '第十二条']]],
    ['a right holder made a test purchase and calls it consumption', holder('copyright', { requestType: 'complaint', livingConsumption: true }), [['copyright-complaint', '第十一条、第十三条']]],
    ['the holder of a technical secret: the rule of 2026 lets him report', holder('trade_secret_technical', { requestType: 'complaint' }), [['report', '第十七条第一款']]],
    ['the holder of a business secret', holder('trade_secret_business'), [['report', '第十七条第一款']]],
    ['a business that is defamed', holder('unfair_competition', { requestType: 'complaint' }), [['report', '第二十条']]],
    ['the holder of a variety', holder('plant_variety'), [['plant-variety-request', '第四十一条']]],
    ['a right holder asks for help', holder('geographical_indication', { requestType: 'assistance' }), [['right-holder-request', '参照总局令第121号第四十三条']]],
    ['a consumer asks for a refund', consumer(), [['consumer-complaint', '第三条第一款']]],
    ['a consumer bought a counterfeit and asks for a refund', consumer({ rightType: 'trademark' }), [['consumer-complaint', '第三条第一款']]],
    ['a consumer says "holder" where no right is named', consumer({ holder: 'self' }), [['consumer-complaint', '第三条第一款']]],
    ['a consumer asks for a refund and wants the seller punished', consumer({ asks: ['settle-dispute', 'investigate'] }), [['consumer-complaint', '第三条第一款'], ['report', '第三条第二款']]],
    ['a consumer reports, and claims a refund in the same breath', consumer({ requestType: 'report', claims: ['refund'] }), [['consumer-complaint', '第三条第一款'], ['report', '第三条第二款']]],
    ['a trader asks for a refund: no consumer, and the clue remains', given({ requestType: 'complaint', claims: ['refund'] }), [['report', '第三条第二款']]],
    ['the hotline ticked 投诉, but nobody bought for daily life', given({ requestType: 'complaint', rightType: 'trademark' }), [['report', '第三条第二款']]],
    ['a consumer reports without asking for settlement', consumer({ requestType: 'report' }), [['report', '第三条第二款']]],
    ['a neighbour reports counterfeit goods', given({ rightType: 'trademark' }), [['report', '第三条第二款']]],
    ['a patrol finds counterfeit goods', given({ channel: 'patrol', rightType: 'trademark' }), [['report', '第三条第二款']]],
    ['a suggestion', given({ requestType: 'suggestion' }), [['consultation', '第四十四条']]],
    ['a suggestion that tells of a violation and asks to look into it', given({ requestType: 'suggestion', asks: ['investigate'] }), [['report', '第三条第二款']]],
    ['a question', given({ requestType: 'consultation' }), [['consultation', '第四十四条']]],
    ['a question of a right holder', holder('trademark', { requestType: 'consultation' }), [['consultation', '第四十四条']]],
    ['a question of a consumer', consumer({ requestType: 'consultation' }), [['consultation', '第四十四条']]],
    ['a request for disclosure, whatever was ticked', consumer({ matter: 'information-disclosure' }), [['out-of-scope', '第四十四条']]],
    ['a review about a trademark case', holder('trademark', { matter: 'administrative-review' }), [['out-of-scope', '第四十四条']]],
    ['a complaint about an official', given({ matter: 'discipline' }), [['out-of-scope', '第四十四条']]],
    ['another agency transfers a clue', holder('trademark', { channel: 'agency-transfer' }), [['transfer-in', '第十八条']]],
    ['the superior assigns a clue', given({ channel: 'superior-assignment' }), [['assignment', '第十八条']]],
    ['counterfeit goods in export', given({ border: true, rightType: 'trademark' }), [['customs-clue', '第三条']]],
  ])('%s', (_, facts, expected) => {
    expect(classify(facts).map(({ classification, reasons }) => [classification, reasons[0]?.basis.article])).toEqual(expected);
  });

  it('says of each leg that it was split, with the article', () => {
    const legs = classify(consumer({ asks: ['settle-dispute', 'investigate'] }));
    expect(legs.map(({ reasons }) => reasons.at(-1)?.basis)).toEqual([expect.objectContaining({ article: '第九条' }), expect.objectContaining({ article: '第九条' })]);
  });

  it('gives one leg or two, each with a reason in both languages and its source', () => {
    const any = fc.record({
      channel: fc.constantFrom('hotline-12345', 'hotline-12315', 'agency-transfer', 'patrol'), requestType: fc.constantFrom('consultation', 'assistance', 'suggestion', 'complaint', 'report', 'praise'),
      matter: fc.constantFrom('infringement', 'counterfeit', 'ownership', 'petition', 'other'), rightType: fc.constantFrom('trademark', 'patent', 'copyright', 'plant_variety', 'none'),
      holder: fc.constantFrom('self', 'agent', 'none'), livingConsumption: fc.boolean(), border: fc.boolean(), asks: fc.option(fc.uniqueArray(fc.constantFrom(...ASKS), { minLength: 1 }), { nil: undefined }), claims: fc.constantFrom([], ['refund']),
    });
    fc.assert(fc.property(any, (facts) => {
      const legs = classify(facts);
      expect([1, 2]).toContain(legs.length);
      if (legs.length === 2) expect(legs.map(({ classification }) => classification)).toEqual(['consumer-complaint', 'report']);
      for (const { classification, reasons } of legs) {
        expect(CLASSIFICATIONS).toContain(classification);
        for (const { text, basis } of reasons) expect([text.zh, text.en, basis.source, basis.article].every((part) => part.trim() !== '')).toBe(true);
      }
    }));
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
    ['a joint complaint with two representatives', { coComplainants: [{}, {}], jointRepresentatives: [0, 2] }, []],
    ['a representative who does not complain', { coComplainants: [{}], jointRepresentatives: [0, 2] }, ['jointRepresentatives representative-unknown']],
    ['the same representative twice', { coComplainants: [{}], jointRepresentatives: [1, 1] }, ['jointRepresentatives representative-unknown']],
    ['representatives of nobody', { jointRepresentatives: [0] }, ['jointRepresentatives no-joint-complaint']],
    ['an anonymous report with a representative and others', { requestType: 'report', realName: false, livingConsumption: false, reporter: undefined, representative: {}, coComplainants: [{}] }, ['representative representative-not-allowed', 'coComplainants joint-not-allowed']],
    ['no addresses of a report that claims a refund', { requestType: 'report', claims: ['refund'], reporter: {}, target: {} }, ['reporter.address address-required', 'target.address address-required']],
    ['nothing about addresses where the matter goes another way', { matter: 'petition', reporter: {}, target: {} }, []],
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

  it.each(['445102190001010011', '445102 19000101 0011', '445102190001010012'])('does not keep the number of a person that was typed as a code: %s', (typed) => {
    const { uscc, warnings } = checkedIdentifiers(typed, 'none', undefined);
    expect([uscc, warnings.map(({ path, code }) => `${path} ${code}`)]).toEqual([null, ['target.uscc looks-like-identity-number']]);
    expect(JSON.stringify(warnings)).not.toContain('19000101');
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

  it.each([['trademark', '12345678'], ['copyright', '粤作登字-2019-F-00015229'], ['copyright', '2023SR0123456'], ['plant_variety', 'CNA20191000123'], ['geographical_indication', '凤凰单丛'], ['unfair_competition', '随便 什么'], ['none', 'x'], ['constructor', 'y']])('of the right %s keeps %s', (type, number) => {
    expect(checkedIdentifiers(undefined, type, number)).toEqual({ uscc: null, rightNumber: number, warnings: [] });
  });
});
