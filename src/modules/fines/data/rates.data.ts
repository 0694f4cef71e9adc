import type { CollectionLimit, SurchargeRate } from '../domain/fine.rules.js';

/** 加处罚款, as the law stood from day to day. Before the revision of 2021 the cap rests on another text, which was not read: no row. */
export const SURCHARGE_RATES: readonly SurchargeRate[] = [
  {
    from: '2021-07-15', to: null, percentPerDay: 3, capPercent: 100,
    basis: { source: '行政处罚法', article: '第七十二条第一款第一项', status: 'verified', note: '已缴部分不再计算，为本系统判断；复议、诉讼期间不计算（第七十三条第三款）；上限见行政强制法第四十五条第二款' },
  },
];

/** When an officer may take the money on the spot (当场收缴). Amounts in CNY. */
export const COLLECTION_LIMITS: readonly CollectionLimit[] = [
  { ground: 'small', from: '2021-07-15', to: null, kinds: ['simplified'], person: '100', organisation: '100', basis: { source: '市场监督管理行政处罚程序规定', article: '第七十二条第一款第一项', status: 'verified', note: '行政处罚法第六十八条第一项' } },
  { ground: 'hard-to-enforce', from: '2021-07-15', to: null, kinds: ['simplified'], person: '200', organisation: '3000', basis: { source: '市场监督管理行政处罚程序规定', article: '第七十二条第一款第二项', status: 'verified', note: '行政处罚法第六十八条第二项' } },
  { ground: 'remote', from: '2021-07-15', to: null, kinds: ['simplified', 'ordinary'], person: null, organisation: null, basis: { source: '市场监督管理行政处罚程序规定', article: '第七十二条第一款第三项', status: 'verified', note: '行政处罚法第六十九条；须经当事人提出' } },
];

export const COLLECTION_GROUNDS = ['small', 'hard-to-enforce', 'remote'] as const;
