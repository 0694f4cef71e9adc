import { describe, expect, it } from '@jest/globals';
import { intakeLawOn, LAWS, ORIGIN_BASES } from './sources.data.js';

describe('the order on complaints in force', () => {
  it.each([['2026-04-14', 'order-20'], ['2026-04-15', 'order-121'], ['2026-11-22', 'order-121'], ['2020-01-01', 'order-20'], ['2019-12-31', 'order-20']])('on %s it is %s', (day, law) => {
    expect(intakeLawOn(day)).toBe(law);
  });
});

it('where a party comes from may decide on two articles and no others', () => {
  expect(ORIGIN_BASES).toEqual([{ source: '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）', article: '第七条' }, { source: '广东省知识产权保护条例（2022）', article: '第二十七条' }]);
});

it('no two instruments are cited by one title', () => {
  const titles = Object.values(LAWS);
  expect(new Set(titles).size).toBe(titles.length);
});
