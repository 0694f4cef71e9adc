import type { DatedBasis } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const [SOURCE, OLD_SOURCE] = ['市场监督管理投诉举报处理办法（总局令第121号）', '市场监督管理投诉举报处理暂行办法（总局令第20号）'];
const [LAST_OLD, FIRST_NEW] = ['2026-04-14', '2026-04-15'];
const NOT_IN_OLD: Basis = { source: OLD_SOURCE, article: '无对应条文', status: 'unverified', note: '暂行办法没有规定这一步骤；参照第五条依法公正、高效处理，为本系统判断' };

/** A step or rule in Order 121, and in Order 20 for what was received before it; null where Order 20 knew no such thing. */
export function inBoth(article: string, old: string | null): readonly DatedBasis[] {
  const before: Basis = old === null ? NOT_IN_OLD : { source: OLD_SOURCE, article: old, status: 'verified' };
  return [{ ...before, from: null, to: LAST_OLD }, { source: SOURCE, article, status: 'verified', from: FIRST_NEW, to: null }];
}
