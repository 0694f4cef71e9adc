import type { Basis } from '../../../kernel/text.js';
import { SOURCES } from '../../identity/index.js';

/** Titles of the instruments that the rules cite beside those of the reference data. */
export const LAWS = {
  ...SOURCES,
  complaintsBefore: '市场监督管理投诉举报处理暂行办法（总局令第20号，2022年修正）',
  tradeFairs: '展会知识产权保护办法（2006）',
  copyright: '著作权法（2020）',
  copyrightPenalties: '著作权行政处罚实施办法（2009）',
} as const;

/** Which order on complaints is in force, by the day of receipt. It decides where a consumer's complaint belongs. */
const INTAKE_LAWS = [{ law: 'order-121', from: '2026-04-15' }, { law: 'order-20', from: '2020-01-01' }] as const;

/** The order under which a matter received on this day is taken in; YYYY-MM-DD, Asia/Shanghai. */
export function intakeLawOn(day: string): (typeof INTAKE_LAWS)[number]['law'] {
  return INTAKE_LAWS.find(({ from }) => from <= day)?.law ?? 'order-20';
}

export type Cited = (typeof LAWS)[keyof typeof LAWS];

/** Read in a stored copy of the text. */
export function verified(source: Cited, article: string, note?: string): Basis {
  return { source, article, status: 'verified', ...(note === undefined ? {} : { note }) };
}

/** Known, but not read in the text itself. */
export function unverified(source: Cited, article: string, note: string): Basis {
  return { source, article, status: 'unverified', note };
}

/**
 * Articles that make it matter whether a party comes from abroad, Hong Kong, Macao or Taiwan. The first was read: the
 * province may take such patent cases. The second is named in the order for this system; the copy that was read speaks of
 * delegation there, so no delivered rule rests on it.
 */
export const ORIGIN_BASES = [{ source: LAWS.patentDisputes, article: '第七条' }, { source: LAWS.guangdongIp, article: '第二十七条' }] as const;
