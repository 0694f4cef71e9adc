import type { LocalizedText } from '../../../kernel/text.js';

/** An instrument with the days on which it is in force, Asia/Shanghai. */
export interface Instrument {
  readonly code: string;
  readonly title: LocalizedText;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly status: 'verified' | 'unverified';
}

const row = (code: string, zh: string, en: string, [effectiveFrom, effectiveTo]: readonly [string, string | null], status: Instrument['status'] = 'verified'): Instrument => ({ code, title: { zh, en }, effectiveFrom, effectiveTo, status });

/** Each change of one of them makes a new version of the law. */
export const INSTRUMENTS: readonly Instrument[] = [
  row('complaints', '市场监督管理投诉举报处理暂行办法（总局令第20号）', 'Interim Measures on Complaints and Reports (Order 20)', ['2020-01-01', '2026-04-14'], 'unverified'),
  row('complaints', '市场监督管理投诉举报处理办法（总局令第121号）', 'Measures on Complaints and Reports (Order 121)', ['2026-04-15', null]),
  row('trademark', '商标法（2019）', 'Trademark Law (2019)', ['2019-11-01', '2026-12-31']),
  row('trademark', '商标法（2026年修订）', 'Trademark Law (revised 2026)', ['2027-01-01', null]),
  row('unfair-competition', '反不正当竞争法（2025年修订）', 'Anti-Unfair Competition Law (revised 2025)', ['2025-10-15', null]),
  row('trade-secrets', '商业秘密保护规定（总局令第126号）', 'Provisions on Trade Secrets (Order 126)', ['2026-06-01', null]),
  row('patent-disputes', '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）', 'Measures on Patent Disputes (Order 81)', ['2025-02-01', null]),
];

/** Version of the law on a day: the day of the last change on or before it. Days are YYYY-MM-DD. */
export function lawVersionOn(day: string): string {
  const changes = INSTRUMENTS.map(({ effectiveFrom }) => effectiveFrom).filter((from) => from <= day).sort();
  return changes.at(-1) ?? day;
}

export function instrumentsOn(day: string): Instrument[] {
  return INSTRUMENTS.filter(({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo));
}
