import { describe, expect, it } from '@jest/globals';
import { enrolmentOf, looksLikePerson, type ComplaintFacts } from './enrolment.rules.js';
import { partyWarnings } from './party.rules.js';

const REGISTERED = ['trademark', 'patent'];
const complaint = (more: Partial<ComplaintFacts> = {}): ComplaintFacts => ({
  classification: 'report', target_name: '潮州市潮安区某不锈钢制品厂（测试）', target_uscc: '91445103MA00TQT27J', target_address: '彩塘镇', region: '445103', right_type: 'trademark', right_number: '12345678', ...more,
});
const DETAIL = { validUntil: '2030-01-01', holderName: '潮州市某商标持有有限公司', niceClasses: [21], licence: { kind: 'exclusive' } };

describe('what a complaint brings into the registers', () => {
  it('its target, and the right by its number', () => {
    expect(enrolmentOf(complaint(), REGISTERED)).toEqual({
      respondent: { kind: 'organisation', name: '潮州市潮安区某不锈钢制品厂（测试）', uscc: '91445103MA00TQT27J', address: '彩塘镇', region: '445103' },
      right: { type: 'trademark', number: '12345678' }, holder: null, holderIsParty: false, claimedLicence: null,
    });
  });

  it('what was told about the right, where it was', () => {
    expect(enrolmentOf(complaint({ classification: 'right-holder-request', right_detail: DETAIL }), REGISTERED)).toMatchObject({
      right: { type: 'trademark', number: '12345678', validTo: '2030-01-01', niceClasses: [21] }, holder: { kind: 'organisation', name: '潮州市某商标持有有限公司' }, holderIsParty: true, claimedLicence: { kind: 'exclusive' },
    });
  });

  // In a report nobody is a party (令121 第三条第二款), and who reported is told to nobody (第三十七条).
  it.each([['report', false], ['consumer-complaint', false], ['customs-clue', false], ['transfer-in', false], ['assignment', false], ['right-holder-request', true], ['patent-adjudication', true], ['patent-mediation', true], ['copyright-complaint', true], ['plant-variety-request', true]])('%s: the holder is a party: %s', (classification, asks) => {
    const { holderIsParty, claimedLicence, holder } = enrolmentOf(complaint({ classification, right_detail: DETAIL }), REGISTERED);
    expect([holderIsParty, claimedLicence !== null, holder !== null]).toEqual([asks, asks, true]);
  });

  it('no right without a number, and none that no office registers', () => {
    const none = { right: null, holder: null, holderIsParty: false, claimedLicence: null };
    expect(enrolmentOf(complaint({ right_number: null, right_detail: DETAIL }), REGISTERED)).toMatchObject(none);
    expect(enrolmentOf(complaint({ right_type: 'trade_secret_technical', right_number: '配方', right_detail: DETAIL }), REGISTERED)).toMatchObject(none);
    expect(enrolmentOf(complaint({ right_detail: null }), REGISTERED).holder).toBeNull();
  });

  it('a place outside the city is no region of the register', () => {
    expect(enrolmentOf(complaint({ region: 'outside', target_address: null }), REGISTERED).respondent).toEqual({ kind: 'organisation', name: '潮州市潮安区某不锈钢制品厂（测试）', uscc: '91445103MA00TQT27J' });
  });

  it('a bare personal name as a person; with a credit code it is a business', () => {
    expect(enrolmentOf(complaint({ target_name: '林某某', target_uscc: null }), REGISTERED).respondent.kind).toBe('person');
    expect(enrolmentOf(complaint({ target_name: '林某某', target_uscc: '92445122MA00TQT35T' }), REGISTERED).respondent.kind).toBe('organisation');
    expect(enrolmentOf(complaint({ right_detail: { holderName: '欧阳测试' } }), REGISTERED).holder?.kind).toBe('person');
  });
});

describe('names of persons', () => {
  it.each(['张三', '林某某', '欧阳测试', '欧阳锋', '陈 小 明', '黄某（测试）', '司马光'])('%s', (name) => {
    expect(looksLikePerson(name)).toBe(true);
  });

  it.each(['林记店', '陈家馆', '好运来', '某餐具店', '潮州市某厂', '王者归来', '金牌瓷厂', '李', '', 'Zhang San', '麦当劳', '欧阳食品有限公司', '潮安区某不锈钢制品厂（测试）', '欧阳店', '阿明'])('not %s', (name) => {
    expect(looksLikePerson(name)).toBe(false);
  });
});

describe('an agent', () => {
  const power = { matters: '请求处理', scope: '一般授权', validUntil: '2026-11-22', signed: true };
  const codes = (role: string, powerOfAttorney: typeof power | null | Record<string, unknown>, day = '2026-11-22'): string[] => partyWarnings({ role, powerOfAttorney: powerOfAttorney as typeof power }, day).map(({ code }) => code);

  it('acts to the last day of the power', () => {
    expect([codes('agent', power), codes('agent', power, '2026-11-23'), codes('agent', { ...power, validUntil: null }, '2099-01-01')]).toEqual([[], ['party.power-ended'], []]);
  });

  it('without paper, or without a signature, leaves a warning; others need neither', () => {
    expect([codes('agent', null), codes('agent', { ...power, signed: false }), codes('respondent', null), codes('witness', null)]).toEqual([['party.no-power-of-attorney'], ['party.power-unsigned'], [], []]);
  });
});
