import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PLACEHOLDER_TEXTS, PLACEHOLDERS, scrub, type KnownIdentity } from './scrub.js';

const KNOWN: KnownIdentity = { name: '陈测试', phone: '0768-2345678', address: '广东省潮州市湘桥区测试路1号', documentNumber: 'E12345678', email: 'ce_shi@example.cn' };

describe('scrub, known values', () => {
  it.each([
    ['我叫陈测试，住附近', '我叫〔举报人〕，住附近'],
    ['我叫陈 测 试。', '我叫〔举报人〕。'],
    ['陈测试与陈测试的厂', '〔举报人〕与〔举报人〕的厂'],
    ['电话0768-2345678', '电话〔电话〕'],
    ['电话 (0768) 234 5678', '电话 (〔电话〕'],
    ['电话０７６８２３４５６７８', '电话〔电话〕'],
    ['电话0768.2345678', '电话〔电话〕'],
    ['电话+86 768 2345678', '电话〔电话〕'],
    ['电话0768-2345678转8001', '电话〔电话〕转8001'],
    ['本地拨2345678', '本地拨〔电话〕'],
    ['护照e-1234 5678号', '护照〔证件号〕号'],
    ['护照Ｅ１２３４５６７８号', '护照〔证件号〕号'],
    ['住广东省潮州市湘桥区测试路1号二楼', '住〔住址〕二楼'],
    ['住广东省 潮州市 湘桥区 测试路１号', '住〔住址〕'],
    ['住湘桥区测试路1号', '住〔住址〕'],
    ['住潮州市测试路1号', '住〔住址〕'],
    ['店在测试路1号对面', '店在〔住址〕对面'],
    ['写信到CE_SHI@Example.cn即可', '写信到〔邮箱〕即可'],
  ])('%s', (text, scrubbed) => {
    expect(scrub(text, KNOWN)).toBe(scrubbed);
  });

  it('does not tear a text apart for a name of one character', () => {
    expect(scrub('测试店铺在试卖', { name: '试' })).toBe('测试店铺在试卖');
    expect(scrub('测试店铺', { name: '', phone: '', address: '', documentNumber: '', email: '' })).toBe('测试店铺');
  });

  it('takes a Latin name only as a word of its own', () => {
    expect(scrub('Li sold Ali an application, said Ｌｉ; Li卖', { name: 'Li' })).toBe('〔举报人〕 sold Ali an application, said 〔举报人〕; 〔举报人〕卖');
  });

  it('does not take a part of a longer number for the person\'s', () => {
    expect(scrub('订单9076823456781，12345678901234567', { phone: '0768-2345678', documentNumber: '2345678901' })).toBe('订单9076823456781，12345678901234567');
  });

  it('finds the line of a number that was given with its extension', () => {
    expect(scrub('打 0768-2345678', { phone: '0768-2345678转8001' })).toBe('打 〔电话〕');
    expect(scrub('打 0755-12345678', { phone: '0755-12345678转8' })).toBe('打 〔电话〕8');
  });

  it('leaves short values alone', () => {
    expect(scrub('价格1234，编号12345', { documentNumber: '1234', phone: '12345' })).toBe('价格1234，编号12345');
  });

  it('takes an address that is only a district as a whole', () => {
    expect(scrub('住广东省潮州市湘桥区。', { address: '广东省潮州市湘桥区' })).toBe('住〔住址〕。');
  });

  it('finds each of two telephone numbers that were given in one field', () => {
    expect(scrub('打 13800000000 或 0768-2345678', { phone: '13800000000/0768-2345678' })).toBe('打 〔电话〕 或 〔电话〕');
  });

  it('finds a landline that was given with the country code', () => {
    expect(scrub('打 0768-2345678', { phone: '+86 768 2345678' })).toBe('打 〔电话〕');
  });

  it('takes signs of the value for what they are', () => {
    expect(scrub('名A.B*C(D)[E]|完 aXbYc', { name: 'A.B*C(D)[E]|' })).toBe('名〔举报人〕完 aXbYc');
    expect(scrub('acb', { name: 'a.b' })).toBe('acb');
  });

  it('gives what overlaps one placeholder, and never one inside another', () => {
    expect(scrub('陈测试路1号', KNOWN)).toBe('〔举报人〕');
    expect(scrub('电话13800000000', { name: '电话', phone: '13800000000' })).toBe('〔举报人〕〔电话〕');
  });
});

describe('scrub, anybody\'s numbers', () => {
  it.each([
    ['打13800000000找我', '打〔电话〕找我'],
    ['打 138 0000 0000 找我', '打 〔电话〕 找我'],
    ['打1 3 8 0 0 0 0 0 0 0 0', '打〔电话〕'],
    ['打138-0000-0000', '打〔电话〕'],
    ['打138.0000.0000', '打〔电话〕'],
    ['打+86 13800000000', '打〔电话〕'],
    ['打0086-138-0000-0000。', '打〔电话〕。'],
    ['打１３８００００００００', '打〔电话〕'],
    ['打１３８　００００　００００吧', '打〔电话〕吧'],
    ['①13800000000②13900000000', '①〔电话〕②〔电话〕'],
    ['面积12m²13800000000', '面积12m²〔电话〕'],
    ['打𝟏𝟑𝟖𝟎𝟎𝟎𝟎𝟎𝟎𝟎𝟎', '打〔电话〕'],
    ['13800000000 2026年', '〔电话〕 2026年'],
    ['微信wx13800000000', '微信wx〔电话〕'],
    ['证445102190001010011号', '证〔证件号〕号'],
    ['证 445102 19000101 0011', '证 〔证件号〕'],
    ['证 4451 0219 0001 0100 11', '证 〔证件号〕'],
    ['证44510219000101001x', '证〔证件号〕'],
    ['证４４５１０２１９０００１０１００１Ｘ', '证〔证件号〕'],
    ['甲13800000000乙13900000000', '甲〔电话〕乙〔电话〕'],
    ['我叫陈测试,13800000000,445102190001010011', '我叫〔举报人〕,〔电话〕,〔证件号〕'],
  ])('%s', (text, scrubbed) => {
    expect(scrub(text, { name: '陈测试' })).toBe(scrubbed);
  });

  it.each([
    '专利号ZL202630000001.X，商标第12345678号', '统一代码 91445102MA00TQT199', '91445100000000019Y', '粤作登字-2019-F-00015229', '2023SR0123456', '订单 202611220000000001234', '潮市监处罚〔2026〕12号',
    '售价13.50 26.80 19.9 28元', '13,800,000,000元', '一列：\n13\n80\n00\n00\n00\n0', '长号1380000000012', '12345', '445102190020010011', '2026-11-22 10:30', '１３８元，Ａ级①',
  ])('leaves %j as it was', (text) => {
    expect(scrub(text, { name: '陈测试' })).toBe(text);
  });
});

describe('scrub, any text', () => {
  const word = fc.string({ unit: 'binary', maxLength: 12 });
  const typed = (value: string): fc.Arbitrary<string> => fc.array(fc.tuple(fc.constantFrom('', '', ' ', '-', '\u3000'), fc.boolean()), { minLength: value.length, maxLength: value.length })
    .map((styles) => [...value].map((character, at) => `${at === 0 ? '' : (styles[at]?.[0] ?? '')}${styles[at]?.[1] === true && /[0-9A-Za-z]/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character}`).join(''));

  it('leaves no known value, however it was typed', () => {
    const secrets = [['name', '欧阳测试'], ['phone', '13912345678'], ['documentNumber', '445102190001010011'], ['address', '广东省潮州市湘桥区测试路1号']] as const;
    fc.assert(fc.property(fc.constantFrom(...secrets).chain(([field, value]) => fc.tuple(fc.constant(field), fc.constant(value), typed(value))), ([field, value, written]) => {
      const scrubbed = scrub(`前${written}后`, { [field]: value });
      expect(scrubbed).toMatch(/^前〔[^〕]+〕后$/);
    }), { numRuns: 300 });
  });

  it('changes nothing where nothing is known and no digit stands', () => {
    fc.assert(fc.property(word, (text) => {
      fc.pre(!/\p{N}/u.test(text.normalize('NFKC')));
      expect(scrub(text, {})).toBe(text);
    }), { numRuns: 300 });
  });

  it('finds a number between characters that widen when folded', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('㍿', 'ﷺ', '㎡', '😀', '测', 'İ'), { maxLength: 5 }), (around) => {
      const text = around.join('');
      expect(scrub(`${text}13800000000${text}`, {})).toBe(`${text}〔电话〕${text}`);
    }));
  });

  it('does nothing a second time', () => {
    fc.assert(fc.property(fc.array(fc.oneof(word, fc.constantFrom('陈测试', '13800000000', '445102190001010011', '测试路1号')), { maxLength: 6 }), (parts) => {
      const once = scrub(parts.join('，'), KNOWN);
      expect(scrub(once, KNOWN)).toBe(once);
    }));
  });

  it('has its placeholders in both languages', () => {
    expect(Object.values(PLACEHOLDERS)).toEqual(Object.values(PLACEHOLDER_TEXTS).map(({ zh }) => zh));
    for (const { zh, en } of Object.values(PLACEHOLDER_TEXTS)) expect([zh, en]).toEqual([expect.stringMatching(/^〔.+〕$/), expect.stringMatching(/^\[.+\]$/)]);
  });
});
