import type { Basis, LocalizedText } from '../../../kernel/text.js';

export const CLASSIFICATIONS = [
  'consumer-complaint', 'report', 'right-holder-request', 'patent-adjudication', 'patent-mediation', 'copyright-complaint', 'plant-variety-request',
  'customs-clue', 'transfer-in', 'assignment', 'consultation', 'out-of-scope',
] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

export const ASKS = ['settle-dispute', 'investigate', 'adjudicate', 'mediate', 'inform'] as const;
export type Ask = (typeof ASKS)[number];

/** The parts of a submission that say what it is in law. */
export interface ClassificationFacts {
  readonly channel: string;
  readonly requestType: string;
  readonly matter: string;
  readonly rightType: string;
  /** How the caller stands to the right: owner, agent of the owner, or nobody in particular. */
  readonly holder: string;
  /** The caller bought for daily life. */
  readonly livingConsumption: boolean;
  readonly border: boolean;
  readonly asks?: readonly string[];
  readonly claims?: readonly string[];
}

/** One thing in law, with why. A submission that mixes two is two of them. */
export interface Classified {
  readonly classification: Classification;
  readonly reasons: readonly { readonly text: LocalizedText; readonly basis: Basis }[];
}

const COMPLAINTS = '市场监督管理投诉举报处理办法（总局令第121号）';
const PENALTY = '市场监督管理行政处罚程序规定';
const PATENT = '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）';
/** Matters that are no complaint at all (第四十四条). */
export const OTHER_WAYS: ReadonlySet<string> = new Set(['information-disclosure', 'administrative-review', 'petition', 'discipline']);

/** What is asked for: as told, or as the kind of call says. A claim for a refund asks to settle, a report to investigate; both may stand in one call. */
export function asksOf({ asks, claims = [], requestType, livingConsumption }: Pick<ClassificationFacts, 'asks' | 'claims' | 'requestType' | 'livingConsumption'>): Ask[] {
  if (asks !== undefined && asks.length > 0) return ASKS.filter((ask) => asks.includes(ask));
  if (['consultation', 'suggestion', 'praise'].includes(requestType)) return ['inform'];
  const settle = livingConsumption && (claims.length > 0 || requestType === 'complaint');
  const investigate = requestType === 'report' || !settle;
  return ASKS.filter((ask) => (ask === 'settle-dispute' && settle) || (ask === 'investigate' && investigate));
}

/**
 * What a submission is in law, leg by leg: one, or two where it holds a complaint and a report (第九条). In law 投诉 is a
 * consumer asking to have a dispute settled, whatever the hotline ticked: a right holder who complains of infringement
 * makes a request or a report.
 */
export function classify(facts: ClassificationFacts): Classified[] {
  const asks = asksOf(facts);
  const single = withoutComplaint(facts, asks) ?? ofRightHolder(facts, asks);
  if (single !== null) return [single];
  const settles = facts.livingConsumption && asks.includes('settle-dispute');
  const complaint = because('consumer-complaint', { zh: '为生活消费需要发生争议，请求解决', en: 'Bought for daily life, and asks for the dispute to be settled' }, COMPLAINTS, '第三条第一款');
  const report = because('report', { zh: '反映经营者涉嫌违法的线索', en: 'Tells of a suspected violation by a business' }, COMPLAINTS, '第三条第二款');
  if (!settles) return [report];
  return asks.includes('investigate') ? [split(complaint), split(report)] : [complaint];
}

/** What comes from an agency, goes another way, or only asks. */
function withoutComplaint({ channel, matter, border }: ClassificationFacts, asks: readonly Ask[]): Classified | null {
  if (OTHER_WAYS.has(matter)) return because('out-of-scope', { zh: '信息公开、复议、信访、检举控告，不适用投诉举报程序', en: 'Disclosure, review, petition or discipline: not under the procedure for complaints' }, COMPLAINTS, '第四十四条');
  if (asks.length === 1 && asks[0] === 'inform') return because('consultation', { zh: '咨询、建议事项，不属于投诉举报', en: 'A question or suggestion: neither complaint nor report' }, COMPLAINTS, '第四十四条');
  if (channel === 'agency-transfer') return because('transfer-in', { zh: '其他部门移送的违法行为线索', en: 'A clue transferred by another agency' }, PENALTY, '第十八条');
  if (channel === 'superior-assignment') return because('assignment', { zh: '上级交办的违法行为线索', en: 'A clue assigned from above' }, PENALTY, '第十八条');
  if (border) return because('customs-clue', { zh: '进出境货物涉嫌侵权的线索', en: 'A clue of infringing goods at the border' }, '知识产权海关保护条例', '第三条');
  return null;
}

/** Statutes that give the injured one no request of his own: he reports, like anybody. */
const REPORTED_BY_HOLDER: Readonly<Record<string, readonly [source: string, article: string]>> = {
  trade_secret_technical: ['商业秘密保护规定（总局令第126号）', '第十七条第一款'], trade_secret_business: ['商业秘密保护规定（总局令第126号）', '第十七条第一款'], unfair_competition: ['反不正当竞争法（2025）', '第二十条'],
};

function ofRightHolder({ rightType, holder, matter }: ClassificationFacts, asks: readonly Ask[]): Classified | null {
  if (holder === 'none' || rightType === 'none') return null;
  const reported = REPORTED_BY_HOLDER[rightType];
  if (reported !== undefined) return because('report', { zh: '权利人或受损害的经营者举报', en: 'The holder, or the business that is harmed, reports' }, ...reported);
  if (rightType === 'patent') return ofPatentee(matter, asks);
  if (rightType === 'copyright') return because('copyright-complaint', { zh: '著作权人或利害关系人投诉侵权', en: 'The owner of a copyright, or an interested party, complains of infringement' }, '著作权行政处罚实施办法', '第十一条、第十三条');
  if (rightType === 'plant_variety') return because('plant-variety-request', { zh: '品种权人请求处理侵权', en: 'The holder of a plant variety right asks for infringement to be dealt with' }, '植物新品种保护条例（国务院令第807号）', '第四十一条');
  return because('right-holder-request', { zh: '权利人或其代理人请求处理侵权', en: 'The right holder, or an agent, asks for infringement to be dealt with' }, '商标法（2019）第六十条', '参照总局令第121号第四十三条');
}

/** Ownership, inventorship, rewards and fees can only be mediated; infringement is adjudicated unless mediation is asked for; validity is for the national office. */
function ofPatentee(matter: string, asks: readonly Ask[]): Classified {
  if (matter === 'counterfeit') return because('report', { zh: '专利权人举报假冒专利', en: 'A patentee reports a counterfeit patent: a violation, no dispute between two' }, '专利法', '第六十八条');
  if (matter === 'validity') return because('out-of-scope', { zh: '专利权效力由国务院专利行政部门审查', en: 'Whether a patent is valid is examined by the national office' }, '专利法', '第四十五条');
  const mediates = asks.includes('mediate') || matter === 'ownership';
  if (mediates && !asks.includes('adjudicate')) return because('patent-mediation', { zh: '专利纠纷当事人请求调解', en: 'A party to a patent dispute asks for mediation' }, PATENT, '第六十三条、第六十五条');
  return because('patent-adjudication', { zh: '专利权人或利害关系人请求处理侵权纠纷', en: 'The patentee, or an interested party, asks for a decision on infringement' }, PATENT, '第十二条');
}

function because(classification: Classification, text: LocalizedText, source: string, article: string): Classified {
  return { classification, reasons: [{ text, basis: { source, article, status: 'verified' } }] };
}

function split(one: Classified): Classified {
  const text = { zh: '材料同时包含投诉和举报，分别处理', en: 'The material holds a complaint and a report: each is handled by its own procedure' };
  return { ...one, reasons: [...one.reasons, { text, basis: { source: COMPLAINTS, article: '第九条', status: 'verified' } }] };
}
