import type { Basis } from '../../../kernel/text.js';
import type { ContentRow } from '../domain/takedown.rules.js';

const commerce = (article: string): Basis => ({ source: '电子商务法', article, status: 'verified' });
const code = (article: string): Basis => ({ source: '民法典', article, status: 'unverified', note: '由事实表转引，条文全文未读' });
const OPINION: Basis = { source: '最高人民法院关于审理涉电子商务平台知识产权民事案件的指导意见（法发〔2020〕32号）', article: '条文未读', status: 'unverified', note: '条文未读；列为建议内容，缺少的不影响平台采取措施' };

/**
 * What a notice and a declaration hold. `demanded`: without it the law knows no notice; the rest is customary, asked for and never
 * a reason to refuse.
 */
export const CONTENTS: readonly ContentRow[] = [
  { regime: 'e-commerce', paper: 'notice', code: 'evidence', label: { zh: '构成侵权的初步证据', en: 'Prima facie evidence of infringement' }, demanded: true, basis: commerce('第四十二条第一款') },
  { regime: 'e-commerce', paper: 'notice', code: 'identity', label: { zh: '权利人真实身份信息', en: 'Who the right holder is' }, demanded: false, basis: OPINION },
  { regime: 'e-commerce', paper: 'notice', code: 'right', label: { zh: '权利证明', en: 'Proof of the right' }, demanded: false, basis: OPINION },
  { regime: 'e-commerce', paper: 'notice', code: 'location', label: { zh: '能够准确定位的商品或者服务信息', en: 'Where the goods or services are found' }, demanded: false, basis: OPINION },
  { regime: 'e-commerce', paper: 'notice', code: 'truth', label: { zh: '通知真实性的书面保证', en: 'Written assurance that the notice is true' }, demanded: false, basis: OPINION },
  { regime: 'e-commerce', paper: 'declaration', code: 'evidence', label: { zh: '不存在侵权行为的初步证据', en: 'Prima facie evidence that nothing is infringed' }, demanded: true, basis: commerce('第四十三条第一款') },
  { regime: 'e-commerce', paper: 'declaration', code: 'identity', label: { zh: '平台内经营者真实身份信息', en: 'Who the merchant is' }, demanded: false, basis: OPINION },
  { regime: 'e-commerce', paper: 'declaration', code: 'truth', label: { zh: '声明真实性的书面保证', en: 'Written assurance that the declaration is true' }, demanded: false, basis: OPINION },
  { regime: 'civil-code', paper: 'notice', code: 'evidence', label: { zh: '构成侵权的初步证据', en: 'Prima facie evidence of infringement' }, demanded: true, basis: code('第一千一百九十五条第一款') },
  { regime: 'civil-code', paper: 'notice', code: 'identity', label: { zh: '权利人真实身份信息', en: 'Who the right holder is' }, demanded: true, basis: code('第一千一百九十五条第一款') },
  { regime: 'civil-code', paper: 'declaration', code: 'evidence', label: { zh: '不存在侵权行为的初步证据', en: 'Prima facie evidence that nothing is infringed' }, demanded: true, basis: code('第一千一百九十六条第一款') },
  { regime: 'civil-code', paper: 'declaration', code: 'identity', label: { zh: '网络用户真实身份信息', en: 'Who the user is' }, demanded: true, basis: code('第一千一百九十六条第一款') },
];
