import type { Basis } from '../../../kernel/text.js';
import type { FindingRow } from '../domain/takedown.rules.js';

const CODE: Basis = { source: '民法典', article: '第一千一百九十五条第三款', status: 'unverified', note: '由事实表转引，条文全文未读；法律另有规定的依照其规定' };
const commerce = (article: string): Basis => ({ source: '电子商务法', article, status: 'verified' });

/** What follows from a notice that was wrong. The multiplier is that of the damages; a court awards them. */
export const FINDINGS: readonly FindingRow[] = [
  { regime: 'e-commerce', finding: 'wrong', multiplier: 1, consequence: { zh: '通知错误造成平台内经营者损害的，依法承担民事责任', en: 'Liable for what the wrong notice cost the merchant' }, basis: commerce('第四十二条第三款') },
  { regime: 'e-commerce', finding: 'malicious', multiplier: 2, consequence: { zh: '恶意发出错误通知的，加倍承担赔偿责任', en: 'Sent in bad faith: the damages are doubled' }, basis: commerce('第四十二条第三款') },
  { regime: 'civil-code', finding: 'wrong', multiplier: 1, consequence: { zh: '因错误通知造成损害的，承担侵权责任', en: 'Liable for what the wrong notice cost' }, basis: CODE },
  { regime: 'civil-code', finding: 'malicious', multiplier: 1, consequence: { zh: '因错误通知造成损害的，承担侵权责任；民法典未规定加倍', en: 'Liable for what the wrong notice cost; the civil code doubles nothing' }, basis: CODE },
];
