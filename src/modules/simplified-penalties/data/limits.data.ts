import type { SpotLimit } from '../domain/simplified.guards.js';

/** Up to which fine a decision may be made on the spot (当场处罚). CNY. */
export const SPOT_LIMITS: readonly SpotLimit[] = [
  { from: '2021-07-15', to: null, person: '200', organisation: '3000', basis: { source: '市场监督管理行政处罚程序规定', article: '第六十六条', status: 'verified', note: '行政处罚法第五十一条' } },
];
