import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitAddress } from './address.js';
import { maskAddress, maskDocument, maskEmail, maskName, maskPhone, maskText } from './masking.js';

describe('maskName', () => {
  it.each([
    ['陈测', '陈**'], ['陈测试', '陈**'], ['欧阳测试', '欧阳**'], ['欧阳测', '欧阳**'], ['司马测试', '司马**'], ['陈', '*'], ['', '*'], [' 陈测试 ', '陈**'],
    ['东方', '东**'], ['上官', '上**'], ['陈李测试', '陈**'], ['阿卜杜拉·买买提', '阿卜**'], ['潮州市测试陶瓷有限公司', '潮州**'], ['Ada Example', 'A**'], ['Ｌｉ', 'L**'], ['𠮷测试', '𠮷**'],
  ])('%s becomes %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});

describe('a compound surname', () => {
  it.each('欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 夏侯 南宫 端木 轩辕 申屠 万俟 澹台 闻人 呼延 濮阳'.split(' '))('%s is kept whole', (surname) => {
    expect(maskName(`${surname}测`)).toBe(`${surname}**`);
  });
});

describe('maskPhone', () => {
  it.each([
    ['13800000000', '138****0000'], ['138-0000 0000', '138****0000'], ['+86 13800000000', '138****0000'], ['0086 13800000000', '138****0000'], ['１３８００００００００', '138****0000'],
    ['0768-2345678', '076****5678'], ['2345678', '****78'], ['12345', '****'], ['12', '****'], ['', '****'], ['陈测试', '****'],
  ])('%s becomes %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });
});

describe('maskDocument', () => {
  it.each([
    ['445102190001011011', '4451**********1011'], ['44510219000101001X', '4451**********001X'], ['４４５１０２ 1900 0101 1011', '4451**********1011'], ['445102190001011', '4451*******1011'],
    ['E12345678', '*******78'], ['12345', '****45'], ['1234', '****34'], ['123', '****'], ['12', '****'], ['', '****'],
  ])('%s becomes %s', (number, masked) => {
    expect(maskDocument(number)).toBe(masked);
  });
});

describe('maskAddress', () => {
  it.each([
    ['广东省潮州市湘桥区测试路1号', '广东省潮州市湘桥区****'],
    ['潮州市饶平县测试镇测试村2号', '潮州市饶平县****'],
    ['湘桥区测试路1号', '湘桥区****'],
    ['广东省揭阳市普宁市测试街3号', '广东省揭阳市普宁市****'],
    ['内蒙古自治区锡林郭勒盟测试旗1号', '内蒙古自治区锡林郭勒盟测试旗****'],
    ['北京市海淀区测试路1号', '北京市海淀区****'],
    ['广东省 潮州市 湘桥区 测试路1号', '广东省潮州市湘桥区****'],
    ['潮州市测试小区3栋', '潮州市****'],
    ['潮州市测试社区3栋', '潮州市****'],
    ['测试镇县前街1号', '****'],
    ['潮州市测试路开发区1号', '潮州市****'],
    ['广东省潮州市湘桥区', '****'],
    ['Example Road 1', '****'],
    ['', '****'],
  ])('%s becomes %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });

  it('splits without losing anything', () => {
    expect(splitAddress('广东省潮州市湘桥区测试路1号')).toEqual({ province: '广东省', city: '潮州市', district: '湘桥区', detail: '测试路1号' });
    fc.assert(fc.property(fc.array(fc.constantFrom(...'广东省潮州市湘桥区县镇路小1号'), { maxLength: 20 }), (characters) => {
      const { province, city, district, detail } = splitAddress(characters.join(''));
      expect(province + city + district + detail).toBe(characters.join(''));
    }));
  });
});

describe('maskEmail and maskText', () => {
  it.each([['ceshi@example.cn', 'c****@example.cn'], ['ab@example.cn', '****@example.cn'], ['@example.cn', '****@example.cn'], ['"a@b"@example.cn', '"****@example.cn'], ['notanaddress', 'n****']])('%s becomes %s', (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });

  it.each([['1234567890', '1****'], ['12345', '****'], ['', '****']])('%s becomes %s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });
});

describe('no mask', () => {
  const digits = (min: number, max: number): fc.Arbitrary<string> => fc.array(fc.constantFrom(...'0123456789'), { minLength: min, maxLength: max }).map((all) => all.join(''));
  const han = fc.array(fc.constantFrom(...'陈欧阳司马测试王李省市区县路小号一二'), { minLength: 1, maxLength: 12 }).map((all) => all.join(''));

  it.each<[string, (value: string) => string, fc.Arbitrary<string>]>([
    ['maskPhone', maskPhone, digits(1, 15)],
    ['maskDocument', maskDocument, digits(1, 20)],
    ['maskName', maskName, han],
    ['maskAddress', maskAddress, han],
    ['maskText', maskText, han],
    ['maskEmail', (local) => maskEmail(`${local}@example.cn`), digits(1, 10)],
  ])('of %s contains the whole secret', (_, mask, secrets) => {
    fc.assert(fc.property(secrets, (secret) => {
      expect(mask(secret)).not.toContain(secret);
      expect(mask(secret)).toContain('*');
    }), { numRuns: 300 });
  });

  it('of a mobile or identity number shows more than 7 or 8 of its characters', () => {
    fc.assert(fc.property(digits(11, 11), digits(18, 18), (phone, document) => {
      expect(maskPhone(phone).replaceAll('*', '')).toHaveLength(7);
      expect(maskDocument(document).replaceAll('*', '')).toHaveLength(8);
    }));
  });
});
