import type { LocalizedText } from '../../../kernel/text.js';
import { LAW } from './kind.js';

/** An instrument, or a version of one, with the days on which it is in force, Asia/Shanghai. */
export interface Instrument {
  /** The same for every version of an instrument, and for what replaced it. */
  readonly code: string;
  readonly title: LocalizedText;
  /** First day, YYYY-MM-DD. */
  readonly effectiveFrom: string;
  /** Last day, included; null while in force. */
  readonly effectiveTo: string | null;
  /** verified: text and day were read in a stored copy. */
  readonly status: 'verified' | 'unverified';
  readonly note?: string;
}

type Days = readonly [from: string, to: string | null];
const read = (code: string, zh: string, en: string, [effectiveFrom, effectiveTo]: Days, note?: string): Instrument => ({ code, title: { zh, en }, effectiveFrom, effectiveTo, status: 'verified', ...(note === undefined ? {} : { note }) });
const unread = (code: string, zh: string, en: string, days: Days, note: string): Instrument => ({ ...read(code, zh, en, days, note), status: 'unverified' });

/** Each first day of one of them is a new version of the law. Every kind of deadline begins on one of these days. */
export const INSTRUMENTS: readonly Instrument[] = [
  read('complaints', LAW.complaintsOld, 'Interim Measures on Complaints and Reports (Order 20)', ['2020-01-01', '2026-04-14'], '读过2022年3月修改后的文本；修改前的第十五条第二项未读'),
  read('complaints', LAW.complaints, 'Measures on Complaints and Reports (Order 121)', ['2026-04-15', null]),
  unread('penalty-procedure', '市场监督管理行政处罚程序规定（总局令第42号修正）', 'Penalty Procedure of Market Regulation, as amended by Order 42', ['2021-07-15', '2022-10-31'], '读过2022年修正后的文本；2021年文本未读'),
  unread('penalty-procedure', '市场监督管理行政处罚程序规定（总局令第61号修正）', 'Penalty Procedure of Market Regulation, as amended by Order 61', ['2022-11-01', null], '文本已读，修正案的施行日未读'),
  read('administrative-penalty', '行政处罚法（2021年修订）', 'Administrative Penalty Law (revised 2021)', ['2021-07-15', null]),
  read('administrative-compulsion', LAW.compulsion, 'Administrative Compulsion Law', ['2012-01-01', null]),
  unread('trademark', '商标法（2019年修正）', 'Trademark Law (amended 2019)', ['2019-11-01', '2026-12-31'], '文本已读，修正决定的施行日未读'),
  read('trademark', '商标法（2026年修订）', 'Trademark Law (revised 2026)', ['2027-01-01', null]),
  read('patent', '专利法（2020年修正）', 'Patent Law (amended 2020)', ['2021-06-01', null]),
  unread('patent-rules', '专利法实施细则（2023年修订）', 'Implementing Rules of the Patent Law (revised 2023)', ['2024-01-20', null], '文本已读，修订决定的施行日未读'),
  read('patent-disputes', LAW.patentDisputes, 'Measures on Patent Disputes (Order 81)', ['2025-02-01', null]),
  unread('unfair-competition', '反不正当竞争法（2019年修正）', 'Anti-Unfair Competition Law (amended 2019)', ['2019-04-23', '2025-10-14'], '文本未读'),
  read('unfair-competition', '反不正当竞争法（2025年修订）', 'Anti-Unfair Competition Law (revised 2025)', ['2025-10-15', null]),
  unread('trade-secrets', '关于禁止侵犯商业秘密行为的若干规定（原工商局令第41号）', 'Provisions against Infringing Trade Secrets (Order 41)', ['1995-11-23', '2026-05-31'], '文本未读；由总局令第126号废止'),
  read('trade-secrets', '商业秘密保护规定（总局令第126号）', 'Provisions on Trade Secrets (Order 126)', ['2026-06-01', null]),
  read('illegal-gains', '市场监督管理行政处罚案件违法所得认定办法（总局令第118号）', 'Measures on Illegal Gains in Penalty Cases (Order 118)', ['2026-03-20', null]),
  read('copyright-penalty', LAW.copyright, 'Measures on Copyright Penalties', ['2009-06-15', null]),
  unread('plant-varieties', '植物新品种保护条例（国令第807号）', 'Plant Variety Regulation (Order 807)', ['2025-06-01', null], '由资料汇编转引，文本未读'),
  read('dishonesty-list', LAW.list, 'Measures on the List of the Seriously Dishonest (Order 44)', ['2021-09-01', null]),
  read('credit-repair', LAW.repair, 'Measures on Credit Repair (Order 107)', ['2025-12-25', null]),
  read('penalty-disclosure', LAW.disclosure, 'Provisions on Disclosing Penalties (Order 45)', ['2021-09-01', null], '2025年两次修正，施行日未读；期限条款前后相同'),
  read('criminal-referral', LAW.referral, 'Provisions on Referring Suspected Crimes (Order 310, revised 2020)', ['2020-08-07', null]),
  unread('criminal-thresholds', '法释〔2025〕5号', 'Judicial Interpretation on Crimes against Intellectual Property', ['2025-04-26', null], '由资料汇编转引，文本未读'),
  read('police-procedure', LAW.police, 'Police Procedure in Criminal Cases (amended 2020)', ['2020-09-01', null]),
  read('civil-procedure', '民事诉讼法（2023年修正）', 'Civil Procedure Law (amended 2023)', ['2024-01-01', null]),
  read('reconsideration', '行政复议法（2023年修订）', 'Administrative Reconsideration Law (revised 2023)', ['2024-01-01', null]),
  read('administrative-litigation', '行政诉讼法（2017年修正）', 'Administrative Litigation Law (amended 2017)', ['2017-07-01', null]),
  read('confirmation', LAW.confirmation, 'Provisions on Confirming Agreements of People’s Mediation', ['2011-03-30', null]),
  read('invited-mediation', LAW.invitedMediation, 'Provisions on Invited Mediation', ['2016-07-01', null]),
  read('online-mediation', LAW.onlineMediation, 'Rules of Online Mediation', ['2022-01-01', null]),
  read('peoples-mediation', LAW.peoplesMediation, 'People’s Mediation Law', ['2011-01-01', null]),
  unread('commercial-mediation', '商事调解条例', 'Commercial Mediation Regulation', ['2026-05-01', null], '仅见新闻摘要'),
  read('e-commerce', LAW.commerce, 'E-Commerce Law', ['2019-01-01', null]),
  read('online-reply', LAW.onlineReply, 'Reply on Online Infringement', ['2020-09-14', null]),
  read('trade-fairs', LAW.fairs, 'Measures on Intellectual Property at Trade Fairs', ['2006-03-01', null]),
  read('guangdong-ip', LAW.guangdong, 'Guangdong Regulation on Protecting Intellectual Property', ['2022-05-01', null]),
  read('guangdong-copyright', '广东省版权条例', 'Guangdong Copyright Regulation', ['2023-01-01', null]),
  read('customs', LAW.customs, 'Customs Regulation (amended 2018)', ['2018-03-19', null]),
  unread('hotline', LAW.hotline, 'Guangdong Measures on the 12345 Hotline', ['2022-09-01', null], '仅见转载，未见官方文本'),
  read('enterprise-information', LAW.enterprises, 'Interim Regulation on Publishing Enterprise Information', ['2014-10-01', null], '读过2014年文本；2024年修订的条文由资料汇编转引'),
  unread('counterfeit-disclosure', '国发〔2014〕6号', 'Opinions on Disclosing Penalties for Counterfeiting', ['2014-02-04', null], '仅见转载'),
  unread('referral-supervision', '高检会〔2006〕2号', 'Opinions on Copying Referrals to the Procuratorate', ['2006-01-26', null], '仅见转引'),
  unread('clue-check', '公通字〔2016〕16号', 'Provisions on Checking Clues', ['2016-06-16', null], '仅见标题'),
];

/** Version of the law on a day: the day of the last change on or before it; before all of them, the day itself. Days are YYYY-MM-DD, Asia/Shanghai. */
export function lawVersionOn(day: string): string {
  return INSTRUMENTS.map(({ effectiveFrom }) => effectiveFrom).filter((from) => from <= day).sort().at(-1) ?? day;
}

/** What is in force on a day, in the order of the table. */
export function instrumentsOn(day: string): Instrument[] {
  return INSTRUMENTS.filter(({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo));
}
