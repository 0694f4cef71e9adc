import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blindIndex } from './blind-index.js';
import { decrypt, encrypt, needsRotation, VaultError } from './field-cipher.js';
import { KeyRingError, parseKeyRing } from './key-ring.js';
import { maskAddress, maskDocument, maskName, maskPhone } from './masking.js';
import { PLACEHOLDERS, scrub, type KnownIdentity } from './scrub.js';

const thrown = (work: () => unknown): Error => {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('Nothing was thrown');
};
const fullWidth = (text: string): string => [...text].map((character) => (/[!-~]/.test(character) ? String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0) : character)).join('');

describe('parseKeyRing', () => {
  const one = Buffer.alloc(32, 1).toString('base64');
  const two = Buffer.alloc(32, 2).toString('base64');

  it('reads every key and writes with the last', () => {
    const ring = parseKeyRing(`2026a:${one}, 2026-b:${two}`);
    expect([ring.primary, [...ring.keys.keys()], ring.keys.get('2026a')?.equals(Buffer.alloc(32, 1))]).toEqual(['2026-b', ['2026a', '2026-b'], true]);
  });

  it.each<[string, string, string]>([
    ['nothing', '', 'VAULT_KEYS: key 1 has no usable name'],
    ['a key without a name', one, 'VAULT_KEYS: key 1 has no usable name'],
    ['a name with a blank', `a b:${one}`, 'VAULT_KEYS: key 1 has no usable name'],
    ['a name with the separator of ciphertexts', `a.b:${one}`, 'VAULT_KEYS: key 1 has no usable name'],
    ['a name that is too long', `${'a'.repeat(33)}:${one}`, 'VAULT_KEYS: key 1 has no usable name'],
    ['a trailing comma', `a:${one},`, 'VAULT_KEYS: key 2 has no usable name'],
    ['a name twice', `a:${one},a:${two}`, 'VAULT_KEYS: key a stands twice'],
    ['a key that is too short', `a:${randomBytes(31).toString('base64')}`, 'VAULT_KEYS: key a is not base64 of 32 bytes'],
    ['a key that is too long', `a:${randomBytes(33).toString('base64')}`, 'VAULT_KEYS: key a is not base64 of 32 bytes'],
    ['a key in hex', `a:${randomBytes(32).toString('hex')}`, 'VAULT_KEYS: key a is not base64 of 32 bytes'],
    ['a key with a stray character', `a:!${one}`, 'VAULT_KEYS: key a is not base64 of 32 bytes'],
    ['a key with something behind it', `a:${one}:${two}`, 'VAULT_KEYS: key a is not base64 of 32 bytes'],
  ])('refuses %s without printing a key', (_, text, message) => {
    const error = thrown(() => parseKeyRing(text));
    expect(error).toBeInstanceOf(KeyRingError);
    expect(error.message).toBe(message);
  });
});

const RING = parseKeyRing(`k1:${Buffer.alloc(32, 1).toString('base64')},k2:${Buffer.alloc(32, 2).toString('base64')}`);
const OLD = parseKeyRing(`k1:${Buffer.alloc(32, 1).toString('base64')}`);

describe('the field cipher', () => {
  it('gives back any text under its context', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, context) => {
      expect(decrypt(RING, encrypt(RING, plain, context), context)).toBe(plain);
    }), { numRuns: 100 });
  });

  it('never makes the same ciphertext twice, and shows nothing of the text', () => {
    const sealed = [1, 2, 3].map(() => encrypt(RING, '13800000000', 'complaint:1:phone'));
    expect(new Set(sealed).size).toBe(3);
    for (const text of sealed) expect([text.startsWith('v1.k2.'), text.includes('138')]).toEqual([true, false]);
    expect(new Set(sealed.map((text) => text.split('.')[2])).size).toBe(3);
  });

  it('does not open when any byte of nonce, body or tag was changed', () => {
    const [format, id, nonce = '', body = ''] = encrypt(RING, '陈测试', 'c').split('.');
    const flipped = (part: string, at: number): string => Buffer.from(Buffer.from(part, 'base64url').map((byte, index) => (index === at ? byte ^ 1 : byte))).toString('base64url');
    for (let at = 0; at < Buffer.from(nonce, 'base64url').length; at += 1) expect(thrown(() => decrypt(RING, [format, id, flipped(nonce, at), body].join('.'), 'c'))).toMatchObject({ code: 'not-authentic' });
    for (let at = 0; at < Buffer.from(body, 'base64url').length; at += 1) expect(thrown(() => decrypt(RING, [format, id, nonce, flipped(body, at)].join('.'), 'c'))).toMatchObject({ code: 'not-authentic' });
  });

  it('does not open when the body or tag was shortened: a short tag is easier to guess', () => {
    const [format, id, nonce, body = ''] = encrypt(RING, '', 'c').split('.');
    for (const bytes of [0, 4, 8, 12, 15]) expect(thrown(() => decrypt(RING, [format, id, nonce, Buffer.from(body, 'base64url').subarray(0, bytes).toString('base64url')].join('.'), 'c'))).toMatchObject({ code: 'not-authentic' });
    expect(thrown(() => decrypt(RING, [format, id, '', body].join('.'), 'c'))).toMatchObject({ code: 'not-authentic' });
  });

  it('does not open under another context, and its error holds no text', () => {
    const sealed = encrypt(RING, '陈测试', 'complaint:1:name');
    const error = thrown(() => decrypt(RING, sealed, 'complaint:2:name'));
    expect(error).toBeInstanceOf(VaultError);
    expect(error).toMatchObject({ name: 'VaultError', code: 'not-authentic', message: 'The ciphertext was changed, or belongs to another row' });
  });

  it('does not open under the name of another key', () => {
    expect(thrown(() => decrypt(RING, encrypt(RING, 'x', 'c').replace('v1.k2.', 'v1.k1.'), 'c'))).toMatchObject({ code: 'not-authentic' });
    expect(thrown(() => decrypt(RING, encrypt(RING, 'x', 'c').replace('v1.k2.', 'v1.gone.'), 'c'))).toMatchObject({ code: 'unknown-key', message: 'The key ring has no key gone' });
  });

  it.each(['', 'v1', 'v1.k2.abc', 'v2.k2.abc.def', 'v1.k2.abc.def.ghi', 'plain text'])('does not take "%s" for a ciphertext', (text) => {
    expect(thrown(() => decrypt(RING, text, 'c'))).toMatchObject({ code: 'malformed', message: 'Not a vault ciphertext' });
  });

  it('reads what an older key wrote, and tells that it should be written anew', () => {
    const old = encrypt(OLD, '陈测试', 'c');
    expect([decrypt(RING, old, 'c'), needsRotation(RING, old), needsRotation(OLD, old)]).toEqual(['陈测试', true, false]);
    expect(thrown(() => decrypt(OLD, encrypt(RING, 'x', 'c'), 'c'))).toMatchObject({ code: 'unknown-key' });
  });
});

describe('blindIndex', () => {
  const key = Buffer.alloc(32, 3);

  it.each(['138 0000 0000', '138-0000-0000', '+86 138 0000 0000', '8613800000000', '0086 13800000000', '１３８００００００００', '(138)0000.0000', '＋８６　138—0000—0000'])('finds 13800000000 written as %s', (text) => {
    expect(blindIndex(key, 'phone', text)).toBe(blindIndex(key, 'phone', '13800000000'));
  });

  it('takes a document number for the same in either case and width', () => {
    expect(blindIndex(key, 'document', '44510219000101001x')).toBe(blindIndex(key, 'document', '４４５１０２ 19000101 001Ｘ'));
  });

  it('keeps other numbers, fields and keys apart', () => {
    const values = [blindIndex(key, 'phone', '13800000000'), blindIndex(key, 'phone', '13800000001'), blindIndex(key, 'document', '13800000000'), blindIndex(Buffer.alloc(32, 4), 'phone', '13800000000'), blindIndex(key, 'phone', '8676800000000'), blindIndex(key, 'phone', '76800000000')];
    expect(new Set(values).size).toBe(values.length);
    expect(values[0]).toMatch(/^[\w-]{43}$/);
  });
});

describe('masks', () => {
  it.each([['陈测试', '陈**'], ['李四', '李**'], ['欧阳测试', '欧阳**'], ['欧阳', '欧**'], ['John Smith', 'J**'], ['陈', '*'], ['', '*'], ['潮州市潮安区某某厂', '潮州**'], ['𠮷田测试', '𠮷**']])('name %s is shown as %s', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  it.each([['13800000000', '138****0000'], ['+86 138-0000-0000', '138****0000'], ['１３８００００００００', '138****0000'], ['0768-2280000', '076****0000'], ['2280000', '****00'], ['12', '****'], ['', '****']])('phone %s is shown as %s', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown);
  });

  it.each([['445102190001010011', '4451**********0011'], ['445102900101001', '4451*******1001'], ['E12345678', '*******78'], ['1234', '****34'], ['12', '****'], ['1', '****'], ['', '****']])('document %s is shown as %s', (number, shown) => {
    expect(maskDocument(number)).toBe(shown);
  });

  it.each([['广东省潮州市湘桥区测试路1号', '广东省潮州市湘桥区****'], ['潮州市饶平县黄冈镇1号', '潮州市饶平县****'], ['测试路1号', '****'], ['湘桥区', '****'], ['', '****'], ['某小区3栋501', '****']])('address %s is shown as %s', (address, shown) => {
    expect(maskAddress(address)).toBe(shown);
  });

  it('never show the whole of anything', () => {
    const any = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), fc.string({ unit: fc.constantFrom(...'0123456789X'), minLength: 1, maxLength: 20 }), fc.string({ unit: fc.constantFrom(...'省市区县镇路号陈1'), minLength: 1, maxLength: 20 }));
    fc.assert(fc.property(any, (secret) => {
      // A star in the secret itself cannot be told from one of the mask.
      fc.pre(/\S/u.test(secret) && !secret.normalize('NFKC').includes('*'));
      for (const mask of [maskName, maskPhone, maskDocument, maskAddress]) expect([mask.name, mask(secret).includes(secret.trim())]).toEqual([mask.name, false]);
    }), { numRuns: 500 });
  });
});

const KNOWN: KnownIdentity = { name: '陈测试', phone: '0768-2280000', address: '湘桥区测试路1号', documentNumber: '445102190001010011' };

describe('scrub', () => {
  it.each<[string, string, string]>([
    ['the name', '我叫陈测试，陈测试住附近', '我叫〔举报人〕，〔举报人〕住附近'],
    ['the name with blanks', '陈 测 试来电', '〔举报人〕来电'],
    ['the phone with and without separators', '电话07682280000或0768 228 0000或0768.2280000', '电话〔电话〕或〔电话〕或〔电话〕'],
    ['the phone in full width', '电话０７６８－２２８００００', '电话〔电话〕'],
    ['the document number', '身份证445102190001010011、445102 19000101 0011、４４５１０２１９０００１０１００１１', '身份证〔证件号〕、〔证件号〕、〔证件号〕'],
    ['the address', '家住湘桥区测试路1号，湘桥区 测试路１号', '家住〔住址〕，〔住址〕'],
  ])('replaces %s', (_, text, expected) => {
    expect(scrub(text, KNOWN)).toBe(expected);
  });

  it.each<[string, string, string]>([
    ['a mobile number', '打13900000001', '打〔电话〕'],
    ['with separators', '打139-0000-0001或139 0000 0001', '打〔电话〕或〔电话〕'],
    ['in full width', '打１３９００００００００', '打〔电话〕'],
    ['with the country', '打+86 13900000001或＋８６１３９００００００００或8613900000001或0086 13900000001', '打〔电话〕或〔电话〕或〔电话〕或〔电话〕'],
    ['an identity number', '证445103199001010015', '证〔证件号〕'],
    ['an identity number ending in x', '证44510319900101001x。', '证〔证件号〕。'],
    ['in full width', '证４４５１０３１９９００１０１００１Ｘ', '证〔证件号〕'],
    ['with blanks', '证445103 19900101 0015', '证〔证件号〕'],
  ])('replaces %s of anybody', (_, text, expected) => {
    expect(scrub(text, {})).toBe(expected);
  });

  it.each([
    '购买单价199.00元，共3件597元', '商标注册号12345678，第21类', '专利号ZL202630000001.X', '2026年11月20日 16:42', '2026-11-20T16:42:00+08:00', '统一社会信用代码91445103MA00TQT27J', '订单号2611201642000138000', '登记号粤作登字-2019-F-00015229',
    '货值13800元', '快递单号SF13800000001234', '电话12345、12315', '订单138000000001',
  ])('leaves "%s" as it is', (text) => {
    expect(scrub(text, KNOWN)).toBe(text);
  });

  it('ignores known values too short to be told from other text', () => {
    expect(scrub('陈家的陈皮12元，1号', { name: '陈', phone: '12', address: '1号', documentNumber: '12' })).toBe('陈家的陈皮12元，1号');
    expect(scrub('x', { name: '', phone: ' ', address: '—' })).toBe('x');
  });

  it('takes special characters of a name as they are', () => {
    expect(scrub('A[B]^C-D\\和AB', { name: 'A[B]^C-D\\' })).toBe('〔举报人〕和AB');
    expect(scrub('张三(化名)', { name: '张三（化名）' })).not.toContain('张三');
  });

  it('does not take part of a longer number for the phone or document of the person', () => {
    expect(scrub('订单9076822800001', KNOWN)).toBe('订单9076822800001');
  });

  it('puts nothing of the text into the replacement', () => {
    expect(scrub('陈测试', { name: '陈测试' })).toBe(PLACEHOLDERS.name);
    expect(scrub('$&陈测试$1', { name: '陈测试' })).toBe('$&〔举报人〕$1');
  });

  it('leaves no known value behind, wherever it stands and however it is spaced', () => {
    const separator = fc.constantFrom('', ' ', '-', '\u3000', '—');
    const text = fc.string({ unit: fc.constantFrom(...'某店售假，价格。买'), maxLength: 10 });
    fc.assert(fc.property(text, text, separator, fc.boolean(), fc.constantFrom<keyof KnownIdentity>('name', 'phone', 'documentNumber'), (before, after, between, wide, field) => {
      const value = [...(KNOWN[field] ?? '').replaceAll('-', '')].join(between);
      const found = scrub(before + (wide ? fullWidth(value) : value) + after, KNOWN);
      expect(found).toBe(`${before}${{ name: PLACEHOLDERS.name, phone: PLACEHOLDERS.phone, documentNumber: PLACEHOLDERS.document, address: '', email: '' }[field]}${after}`);
    }), { numRuns: 200 });
  });

  it('is done once: scrubbing again changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0139-陈测试 4451021900010100X'), maxLength: 40 }), (text) => {
      const once = scrub(text, KNOWN);
      expect(scrub(once, KNOWN)).toBe(once);
    }), { numRuns: 200 });
  });
});
