import type { Basis } from '../../../kernel/text.js';
import type { CriminalThreshold } from '../domain/crime.js';

const SOURCE = '最高人民法院、最高人民检察院关于办理侵犯知识产权刑事案件适用法律若干问题的解释（法释〔2025〕5号）';
const read = (article: string, note?: string): Basis => ({ source: SOURCE, article, status: 'verified', ...(note === undefined ? {} : { note }) });
const inForce = { effectiveFrom: '2025-04-26', effectiveTo: null } as const;
const MARKS = ['trademark'] as const;
const SECRETS = ['trade_secret_technical', 'trade_secret_business'] as const;

/**
 * From which figure an infringement is a crime. Read article by article in a stored copy of the text. Money in CNY.
 * What is unsold counts threefold (articles 5, 6, 14): no such value is asked at intake; the calculator compares it.
 */
export const CRIMINAL_THRESHOLDS: readonly CriminalThreshold[] = [
  { code: '213-goods', offence: { zh: '假冒注册商标罪（商品）', en: 'Counterfeiting registered trademarks (goods)' }, ...inForce, rightTypes: MARKS,
    base: { illegalIncome: 30_000, businessAmount: 50_000 }, several: { illegalIncome: 20_000, businessAmount: 30_000 }, again: { illegalIncome: 20_000, businessAmount: 30_000 }, basis: read('第三条第一款') },
  { code: '213-services', offence: { zh: '假冒注册商标罪（服务）', en: 'Counterfeiting registered trademarks (services)' }, ...inForce, rightTypes: MARKS,
    base: { illegalIncome: 50_000 }, several: { illegalIncome: 30_000 }, again: { illegalIncome: 30_000 }, basis: read('第三条第二款') },
  { code: '214', offence: { zh: '销售假冒注册商标的商品罪', en: 'Selling goods with counterfeit trademarks' }, ...inForce, rightTypes: MARKS,
    base: { illegalIncome: 30_000, businessAmount: 50_000 }, again: { illegalIncome: 20_000, businessAmount: 30_000 }, unsold: { times: 3, basis: read('第五条') }, basis: read('第五条第一款') },
  // Its limits in money are lower than those for goods, and only for labels: compared where pieces are counted.
  { code: '215', offence: { zh: '非法制造、销售非法制造的注册商标标识罪', en: 'Illegally making trademark labels, or selling them' }, ...inForce, rightTypes: MARKS, onlyWith: 'pieces',
    base: { pieces: 10_000, illegalIncome: 20_000, businessAmount: 30_000 }, several: { pieces: 5_000, illegalIncome: 10_000, businessAmount: 20_000 }, again: { pieces: 5_000, illegalIncome: 10_000, businessAmount: 20_000 },
    unsold: { times: 3, basis: read('第六条'), pieces: read('第六条'), makers: 'count-all' }, basis: read('第六条第一款') },
  // Infringing a patent is no crime; passing something off as patented by another is.
  { code: '216', offence: { zh: '假冒专利罪', en: 'Passing off patents' }, ...inForce, rightTypes: ['patent'], matters: ['counterfeit'],
    base: { illegalIncome: 100_000, businessAmount: 200_000, directLoss: 300_000 }, several: { illegalIncome: 50_000, businessAmount: 100_000 }, again: { illegalIncome: 50_000, businessAmount: 100_000 }, basis: read('第十条') },
  { code: '217', offence: { zh: '侵犯著作权罪', en: 'Infringing copyright' }, ...inForce, rightTypes: ['copyright'],
    base: { illegalIncome: 30_000, businessAmount: 50_000, pieces: 500, works: 500, downloads: 10_000, clicks: 100_000, members: 1_000 }, again: { illegalIncome: 20_000, businessAmount: 30_000 },
    halves: [['businessAmount'], ['pieces'], ['works', 'downloads', 'clicks', 'members']], basis: read('第十三条第一款') },
  { code: '218', offence: { zh: '销售侵权复制品罪', en: 'Selling infringing copies' }, ...inForce, rightTypes: ['copyright'],
    base: { illegalIncome: 50_000, businessAmount: 100_000, pieces: 1_000 }, again: { illegalIncome: 30_000, businessAmount: 50_000 }, unsold: { times: 3, basis: read('第十四条'), pieces: { ...read('第十四条', '复制品数量的三倍未再核对文本'), status: 'unverified' } }, basis: read('第十四条') },
  { code: '219', offence: { zh: '侵犯商业秘密罪', en: 'Infringing trade secrets' }, ...inForce, rightTypes: SECRETS,
    base: { directLoss: 300_000, illegalIncome: 300_000 }, again: { directLoss: 100_000, illegalIncome: 100_000 }, basis: read('第十七条第一款') },
];

/** How the figures of a crime are summed (第二十八条、第二十九条). */
export const CRIMINAL_SUMS = { sold: read('第二十八条', '已销售的按实际销售价格'), average: read('第二十八条', '未销售的按已查清的实际销售平均价格'), labelled: read('第二十八条', '未销售且无实际价格的按标价'), market: read('第二十八条', '无法查清前两项的按被侵权产品的市场中间价格'), income: read('第二十八条', '违法所得为全部收入扣除原材料、所售产品购进价款'), fees: read('第二十八条', '收取的服务费、会员费、广告费等认定为违法所得'), together: read('第二十九条', '未经处理的累计计算') } as const;

const INCOME = '市场监督管理行政处罚案件违法所得认定办法（总局令第118号）';
const income = (article: string): Basis => ({ source: INCOME, article, status: 'verified' });

/** How illegal income in the administrative sense is found, from the first day of its rule. What held before was not read. */
export const ADMINISTRATIVE_INCOME = { from: '2026-03-20', received: income('第三条'), deducted: income('第四条至第六条'), notProved: income('第六条第二款'), tax: income('第十条'), refunded: income('第十一条'), notComputed: income('第十四条第一款、第三款'), partly: income('第十四条第二款、第三款') } as const;
