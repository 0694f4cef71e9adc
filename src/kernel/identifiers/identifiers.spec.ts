import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkIdentifier, type IdentifierCheck, type IdentifierKind } from './index.js';

const codes = ({ warnings }: IdentifierCheck): string[] => warnings.map(({ code }) => code);
const fullWidth = (text: string): string => [...text].map((character) => (/[!-~]/.test(character) ? String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0) : character)).join('');
const spaced = (text: string): string => ` ${[...text].join(' ')}\u3000\u200b`;

/** Check digits written from the standards with another arithmetic than the source: running powers and Horner's rule. */
const USCC = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
function usccCheck(seventeen: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of seventeen) {
    sum += USCC.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return String(USCC[(31 * 31 - (sum % 31)) % 31]);
}
function organisationCheck(eight: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...eight].reduce((total, character, index) => total + Number.parseInt(character, 36) * Number(weights[index]), 0);
  return '0X987654321'.charAt(sum % 11);
}
/** ISO 7064 MOD 11-2: the running remainder, doubled at every digit. */
function residentCheck(seventeen: string): string {
  const rest = [...seventeen].reduce((running, digit) => ((running + Number(digit)) * 2) % 11, 0);
  return '0123456789X'.charAt((12 - rest) % 11);
}
function patentCheck(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (2 + (index % 8)), 0);
  return '0123456789X'.charAt(sum % 11);
}

describe('synthetic values', () => {
  it.each<[IdentifierKind, string]>([
    ['uscc', '91445102MA00TQT199'], ['uscc', '91445103MA00TQT27J'], ['uscc', '92445122MA00TQT35T'], ['uscc', '91445100000000019Y'],
    ['resident_id', '445102190001010011'],
    ['patent_application', '202630000001.X'], ['patent_application', '202620000002.9'], ['patent_application', '202610000003.8'],
  ])('%s %s is right, in full width and with spaces too', (kind, value) => {
    for (const text of [value, value.toLowerCase(), fullWidth(value), spaced(value)]) expect(checkIdentifier(kind, text)).toMatchObject({ ok: true, kind, normalized: value, warnings: [] });
  });

  it('gives the parts of a code', () => {
    expect(checkIdentifier('uscc', '91445102MA00TQT199').parts).toEqual({ registrar: '9', category: '1', region: '445102', organisation: 'MA00TQT19' });
    expect(checkIdentifier('resident_id', '445102190001010011').parts).toEqual({ region: '445102', birth: '1900-01-01' });
    expect(checkIdentifier('patent_application', '202630000001.X').parts).toEqual({ year: '2026', type: 'design' });
  });
});

describe('a wrong check digit is a warning that names what is expected and what is printed', () => {
  it.each<[IdentifierKind, string, string, string]>([
    ['uscc', '91445102MA00TQT198', '9', '8'],
    ['resident_id', '445102190001010012', '1', '2'],
    ['resident_id', '44510219000101001x', '1', 'X'],
    ['patent_application', '202630000001.0', 'X', '0'],
    ['patent_application', 'ZL2026200000028', '9', '8'],
  ])('%s %s', (kind, value, expected, printed) => {
    expect(checkIdentifier(kind, value)).toMatchObject({ ok: true, warnings: [{ code: 'check_digit_mismatch', text: { zh: `校验位不符：应为 ${expected}，实为 ${printed}，请核对`, en: `The check digit should be ${expected} but is ${printed}: please compare with the document` } }] });
  });

  it('warns of the code in official use that prints 6 where R is expected', () => {
    // Known from public registers; built here from a synthetic body, so that no real party is named.
    const body = [...Array(9999).keys()].map((serial) => `914451${String(serial).padStart(4, '0')}0000019`.slice(0, 17)).find((text) => usccCheck(text) === 'R') ?? '';
    const found = checkIdentifier('uscc', `${body}6`);
    expect(found).toMatchObject({ ok: true, normalized: `${body}6` });
    expect(found.warnings).toContainEqual({ code: 'check_digit_mismatch', text: { zh: '校验位不符：应为 R，实为 6，请核对', en: 'The check digit should be R but is 6: please compare with the document' } });
  });

  it('warns of the organisation code inside, on its own', () => {
    const body = '91445102MA00TQT18';
    expect(checkIdentifier('uscc', `${body}${usccCheck(body)}`)).toMatchObject({ ok: true, warnings: [{ code: 'organisation_check_mismatch', text: { zh: '其中组织机构代码校验位应为 9，实为 8', en: 'The organisation code inside should end with 9 but ends with 8' } }] });
  });

  it('warns of an impossible date of birth', () => {
    const body = '44510219990230001';
    expect(checkIdentifier('resident_id', `${body}${residentCheck(body)}`)).toMatchObject({ ok: true, warnings: [{ code: 'birth_date_impossible', text: { zh: '其中的出生日期不存在，请核对' } }] });
    const leap = '44510219000229001';
    expect(codes(checkIdentifier('resident_id', `${leap}${residentCheck(leap)}`))).toEqual(['birth_date_impossible']);
  });
});

describe('a wrong form is not such an identifier', () => {
  it.each<[IdentifierKind, string]>([
    ['uscc', ''], ['uscc', '91445102MA00TQT19'], ['uscc', '91445102MA00TQT1999'], ['uscc', '91445102IA00TQT199'], ['uscc', '9144510AMA00TQT199'], ['uscc', 'S1445102MA00TQT199'], ['uscc', '９１不是代码'],
    ['resident_id', '44510219000101001'], ['resident_id', '4451021900010100111'], ['resident_id', '044510219000101001'], ['resident_id', '4451021900010100X1'], ['resident_id', '445102900101001'],
    ['patent_application', '202640000001.X'], ['patent_application', '20263000001.X'], ['patent_application', '202630000001'], ['patent_application', '202630000001.Y'], ['patent_application', '182630000001.X'], ['patent_application', 'US202630000001.X'], ['patent_application', '202630000'], ['patent_application', '84100001'], ['patent_application', '04100001.1'], ['patent_application', '85400001'],
    ['patent_publication', '123456789A'], ['patent_publication', 'CN423456789A'], ['patent_publication', 'CN123456789Z'], ['patent_publication', 'CN12345A'],
    ['trademark_registration', '1234567890'], ['trademark_registration', 'A123'], ['trademark_registration', ''],
    ['work_registration', '粤作登字-2019-M-00015229'], ['work_registration', '粤作登字-2019-F-15229'],
    ['software_registration', '2023SR123'], ['plant_variety', 'CN'], ['geographical_indication', ''], ['geographical_indication', '长'.repeat(61)],
    ['phone', '1380000000'], ['phone', '23800000000'], ['phone', '12800000000'], ['phone', '0768-234567'], ['phone', '0168-2345678'], ['phone', '13800000000转1'], ['phone', '2280000'], ['phone', '转8001'], ['region', '4451'], ['region', 'FENGXI'],
    ['work_registration', '粤作登字-2019-F-000152290'], ['software_registration', 'SR0123456'], ['plant_variety', ''], ['plant_variety', '茶'.repeat(101)],
  ])('%s "%s"', (kind, text) => {
    const found = checkIdentifier(kind, text);
    expect(found).toMatchObject({ ok: false, kind, warnings: [{ code: 'shape_unexpected' }] });
    expect(found.warnings[0]?.text.zh).toMatch(/^格式不符：./);
    expect(found.warnings[0]?.text.en).toMatch(/^Unexpected form: ./);
  });
});

describe('forms in use', () => {
  it.each<[IdentifierKind, string, string]>([
    ['uscc', '91445102-MA00TQT19-9', '91445102MA00TQT199'],
    ['resident_id', '４４５１０２－１９０００１０１－００１１', '445102190001010011'],
    ['patent_application', 'ZL202630000001.X', '202630000001.X'], ['patent_application', 'ZL 2026 3 0000001．x', '202630000001.X'], ['patent_application', 'CN202630000001X', '202630000001.X'], ['patent_application', 'zl202630000001X', '202630000001.X'],
    ['patent_publication', 'cn 123456789 a', 'CN123456789A'], ['patent_publication', 'CN2123456Y', 'CN2123456Y'], ['patent_publication', 'CN300000001S', 'CN300000001S'], ['patent_publication', 'CN100000001B2', 'CN100000001B2'],
    ['trademark_registration', '１２３４ ５６７８', '12345678'], ['trademark_registration', 'g1234567', 'G1234567'], ['trademark_registration', '第12345678号', '12345678'],
    ['work_registration', '粤作登字-2019-F-00015229', '粤作登字-2019-F-00015229'], ['work_registration', '国作登字-2020-f-00000001', '国作登字-2020-F-00000001'], ['work_registration', '粤作登字－２０１９－Ｆ－００００００００', '粤作登字-2019-F-00000000'],
    ['software_registration', '2023sr0123456', '2023SR0123456'], ['plant_variety', 'CNA20191000123', 'CNA20191000123'], ['geographical_indication', '凤凰单丛', '凤凰单丛'],
    ['phone', '138 0000 0000', '13800000000'], ['phone', '+86 138-0000-0000', '13800000000'], ['phone', '0086 13800000000', '13800000000'], ['phone', '（0768）2280000', '07682280000'], ['phone', '0768-2280000', '07682280000'], ['phone', '12345', '12345'],
    ['phone', '+86 768 2280000', '07682280000'], ['phone', '400-800-0000', '4008000000'],
    ['uscc', '91445102—MA00TQT19—9', '91445102MA00TQT199'], ['resident_id', '445102–19000101–0011', '445102190001010011'], ['patent_application', 'ZL—202630000001.X', '202630000001.X'],
    ['trademark_registration', 'G-123 4567', 'G1234567'], ['trademark_registration', '第 1234 号', '1234'],
    ['work_registration', '粤作登字2019F00015229', '粤作登字-2019-F-00015229'], ['work_registration', '粤作登字—2019—F—00015229号', '粤作登字-2019-F-00015229'], ['software_registration', '2023-SR-0123456', '2023SR0123456'],
    ['plant_variety', ' cna 2019 1000123', 'CNA20191000123'], ['plant_variety', 'CNA20100123.4', 'CNA20100123.4'], ['plant_variety', '岭头 单丛 （cna20191000123）', '岭头 单丛 (CNA20191000123)'], ['plant_variety', '粤茶', '粤茶'], ['plant_variety', 'Example Tea', 'Example Tea'],
    ['geographical_indication', ' Chaozhou  Dancong Tea ', 'Chaozhou Dancong Tea'],
    ['phone', '0768-2280000-123', '07682280000-123'], ['phone', '0768 2280000 转 8001', '07682280000-8001'], ['phone', '0768-2280000分机8001', '07682280000-8001'], ['phone', '+86-768-2280000 ext. 12', '07682280000-12'], ['phone', '0768-228-0000', '07682280000'],
    ['phone', '010-12345678', '01012345678'], ['phone', '+86 10 12345678', '01012345678'], ['phone', '138.0000.0000', '13800000000'], ['phone', '12315', '12315'],
    ['region', '445103', '445103'], ['region', 'cz-fengxi', 'CZ-FENGXI'],
  ])('%s "%s" is %s', (kind, text, normalized) => {
    expect(checkIdentifier(kind, text)).toMatchObject({ ok: true, normalized, warnings: [] });
  });

  it.each<[IdentifierKind, string, Record<string, string> | undefined]>([
    ['phone', '13800000000', { type: 'mobile' }], ['phone', '0768-2280000转8', { type: 'landline', area: '0768', extension: '8' }], ['phone', '020-12345678', { type: 'landline', area: '020' }], ['phone', '12345', { type: 'service' }],
    ['work_registration', '粤作登字-2019-F-00015229', { year: '2019', category: 'F' }], ['software_registration', '2023SR0123456', { year: '2023' }], ['trademark_registration', '1234567', undefined],
    ['plant_variety', '岭头单丛（CNA20191000123）', { certificate: 'CNA20191000123' }], ['plant_variety', '岭头单丛', undefined],
    ['patent_publication', 'CN123456789A', { type: 'invention', letter: 'A' }], ['patent_publication', 'CN300000001S', { type: 'design', letter: 'S' }],
  ])('%s "%s" has the parts %j', (kind, text, parts) => {
    expect(checkIdentifier(kind, text).parts).toEqual(parts);
  });

  it.each([['CN123456789U', 'A、B、C', 'A, B, C', 'U'], ['CN223456789B', 'U、Y', 'U, Y', 'B'], ['CN323456789A', 'S、D', 'S, D', 'A']])('warns of %s, whose letter belongs to another type', (text, zh, en, letter) => {
    expect(checkIdentifier('patent_publication', text)).toMatchObject({ ok: true, warnings: [{ code: 'kind_letter_mismatch', text: { zh: `文献种类代码应为 ${zh} 之一，实为 ${letter}，请核对`, en: `The kind letter should be one of ${en} but is ${letter}: please compare with the document` } }] });
  });

  it.each([['99312345.6', '99312345.6'], ['ZL85100001', '85100001'], ['03312345', '03312345'], ['ZL993123456', '99312345.6'], ['ZL 99 1 12345.X', '99112345.X']])('accepts %s from before October 2003 and says that its digit cannot be checked', (text, normalized) => {
    expect(checkIdentifier('patent_application', text)).toMatchObject({ ok: true, normalized, warnings: [{ code: 'check_digit_not_verifiable' }] });
  });
});

const pick = (alphabet: string, length: number): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });
const DIGITS = '0123456789';

describe('every number with its right digit passes, and with any other is warned of', () => {
  const holds = (kind: IdentifierKind, body: string, check: string, alphabet: string): void => {
    expect(codes(checkIdentifier(kind, body + check))).not.toContain('check_digit_mismatch');
    for (const other of alphabet) if (other !== check) expect(checkIdentifier(kind, body + other)).toMatchObject({ ok: true });
    for (const other of alphabet) if (other !== check) expect(codes(checkIdentifier(kind, body + other))).toContain('check_digit_mismatch');
  };

  it('credit codes', () => {
    const bodies = fc.tuple(pick(USCC.join(''), 2), pick(DIGITS, 6), pick(USCC.join(''), 8));
    fc.assert(fc.property(bodies, ([head, region, organisation]) => {
      const body = `${head}${region}${organisation}${organisationCheck(organisation)}`;
      expect(checkIdentifier('uscc', body + usccCheck(body)).warnings).toEqual([]);
      holds('uscc', body, usccCheck(body), USCC.join(''));
    }), { numRuns: 60 });
  });

  it('resident numbers', () => {
    fc.assert(fc.property(fc.tuple(pick('123456', 1), pick(DIGITS, 16)), ([first, rest]) => holds('resident_id', first + rest, residentCheck(first + rest), `${DIGITS}X`)), { numRuns: 60 });
  });

  it('patent numbers', () => {
    fc.assert(fc.property(fc.integer({ min: 2003, max: 2099 }), fc.constantFrom(...'12389'), pick(DIGITS, 7), (year, type, serial) => holds('patent_application', `${year}${type}${serial}`, patentCheck(`${year}${type}${serial}`), `${DIGITS}X`)), { numRuns: 60 });
  });

  it('a change of any one digit of a right resident or patent number is found', () => {
    const changed = (body: string, at: number, by: number): string => `${body.slice(0, at)}${(Number(body.charAt(at)) + by) % 10}${body.slice(at + 1)}`;
    const found = (kind: IdentifierKind, text: string): boolean => !checkIdentifier(kind, text).ok || codes(checkIdentifier(kind, text)).includes('check_digit_mismatch');
    fc.assert(fc.property(fc.tuple(pick('123456', 1), pick(DIGITS, 16)), fc.integer({ min: 1, max: 9 }), ([first, rest], by) => {
      const body = first + rest;
      for (let at = 0; at < body.length; at += 1) expect([at, found('resident_id', changed(body, at, by) + residentCheck(body))]).toEqual([at, true]);
    }), { numRuns: 100 });
    fc.assert(fc.property(fc.integer({ min: 2003, max: 2099 }), fc.constantFrom(...'12389'), pick(DIGITS, 7), fc.integer({ min: 1, max: 9 }), (year, type, serial, by) => {
      const body = `${year}${type}${serial}`;
      for (let at = 0; at < body.length; at += 1) expect([at, found('patent_application', changed(body, at, by) + patentCheck(body))]).toEqual([at, true]);
    }), { numRuns: 100 });
  });

  it('the normal form is its own normal form', () => {
    for (const [kind, text] of [['phone', '0768-2280000转8001'], ['work_registration', '粤作登字2019F00015229'], ['plant_variety', '岭头 单丛（cna20191000123）'], ['trademark_registration', '第1234号'], ['patent_application', '85100001']] as const) {
      const { normalized } = checkIdentifier(kind, text);
      expect(checkIdentifier(kind, normalized)).toMatchObject({ ok: true, normalized });
    }
  });

  it('no warning repeats the number it warns of', () => {
    const bad: [IdentifierKind, string, RegExp][] = [['resident_id', '445102199902300012', /4451|1999/], ['resident_id', '44510219900101', /4451|1990/], ['phone', '1391234567', /139/], ['uscc', '91445102MA00TQT198', /9144|TQT/]];
    for (const [kind, text, number] of bad) {
      const { warnings } = checkIdentifier(kind, text);
      expect(warnings.length).toBeGreaterThan(0);
      for (const { text: { zh, en } } of warnings) expect(`${zh}${en}`).not.toMatch(number);
    }
  });

  it('a transposition of neighbours in a credit code is found', () => {
    fc.assert(fc.property(pick(DIGITS, 6), fc.nat({ max: 4 }), (region, at) => {
      const body = `91${region}000000019`;
      const moved = `${region.slice(0, at)}${region.charAt(at + 1)}${region.charAt(at)}${region.slice(at + 2)}`;
      fc.pre(moved !== region);
      expect(codes(checkIdentifier('uscc', `91${moved}000000019${usccCheck(body)}`))).toContain('check_digit_mismatch');
    }), { numRuns: 60 });
  });

  it('nothing makes a check throw', () => {
    const kinds: IdentifierKind[] = ['uscc', 'resident_id', 'patent_application', 'patent_publication', 'trademark_registration', 'work_registration', 'software_registration', 'geographical_indication', 'plant_variety', 'phone', 'region'];
    fc.assert(fc.property(fc.constantFrom(...kinds), fc.string({ unit: 'binary', maxLength: 40 }), (kind, text) => {
      expect(checkIdentifier(kind, text).kind).toBe(kind);
    }), { numRuns: 300 });
  });
});
