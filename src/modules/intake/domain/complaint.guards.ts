import type { Basis } from '../../../kernel/text.js';

const COMPLAINTS = '市场监督管理投诉举报处理办法（总局令第121号）';
const s1 = (article: string): Basis => ({ source: COMPLAINTS, article, status: 'verified' });

/** The columns that guards look at. */
export interface ComplaintFacts {
  readonly row: { readonly classification: string; readonly requestType: string; readonly channel: string; readonly track: string; readonly rightType: string; readonly handlingAgency: string; readonly intakeAgency: string };
  readonly actor: { readonly agency: string; readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

/** Grounds of non-acceptance of a consumer complaint, in the order of article 16. */
export const DECLINE_GROUNDS = ['no-competence', 'already-handled', 'no-consumer-dispute', 'over-three-years', 'material-missing-or-false', 'identity-refused', 'other-by-law'] as const;

/** A report is not refused on those grounds: only want of competence (article 34) and repetition (article 35) end it here. */
export const REPORT_GROUNDS = ['no-competence', 'repeated-report'] as const;

const ON_12345 = 'hotline-12345';
/** Agencies that do not act under the penalty procedure of the market regulators. */
const NOT_MARKET_REGULATION: ReadonlySet<string> = new Set(['chaozhou-customs', 'cz-culture', 'cz-agriculture', 'cz-forestry', 'cz-ip-intake']);

type Row = ComplaintFacts['row'];
const isOurs = ({ classification, track }: Row): boolean => ['report', 'right-holder-request'].includes(classification) && track !== 'outside';
const asksAdjudication = ({ classification, rightType, handlingAgency }: Row): boolean => classification === 'right-holder-request' && rightType === 'patent' && !NOT_MARKET_REGULATION.has(handlingAgency);

/** Named predicates. Names of clocks' conditions and of refusals are the same thing here. */
export const COMPLAINT_GUARDS = {
  'filed-for-own-desk': {
    code: 'complaint.foreign-desk', text: { zh: '只能以本单位名义登记', en: 'A desk files in its own name only' },
    holds: ({ row, actor }: ComplaintFacts) => row.intakeAgency === actor.agency,
  },
  'handled-by-own-agency': {
    code: 'complaint.foreign-agency', text: { zh: '该件不由本单位办理', en: 'The matter is not with the actor’s agency' }, basis: s1('第四十一条'),
    holds: ({ row, actor }: ComplaintFacts) => actor.agencies.includes(row.handlingAgency),
  },
  'ground-is-known': {
    code: 'complaint.ground-unknown', onInput: true, text: { zh: '不予受理的理由必须是法定情形之一', en: 'A decline names one of the statutory grounds' }, basis: s1('第十六条'),
    holds: ({ input }: ComplaintFacts) => [...DECLINE_GROUNDS, ...REPORT_GROUNDS].includes(input['ground'] as (typeof DECLINE_GROUNDS)[number]),
  },
  'ground-fits-classification': {
    code: 'complaint.ground-does-not-fit', onInput: true, text: { zh: '第十六条的情形只适用于投诉；举报仅可因不具备处理权限或重复举报而不再处理', en: 'The grounds of article 16 are for consumer complaints; a report ends only for want of competence or as a repetition' }, basis: s1('第十六条、第三十四条、第三十五条第二款'),
    holds: ({ row, input }: ComplaintFacts) => (row.classification === 'consumer-complaint' ? DECLINE_GROUNDS : REPORT_GROUNDS).some((ground) => ground === input['ground']),
  },
  'agency-may-handle': {
    code: 'complaint.agency-cannot-handle', onInput: true, text: { zh: '改派的单位不存在或不能承办', en: 'The agency named does not exist or handles no matters' }, basis: s1('第四十一条'),
    holds: ({ input }: ComplaintFacts) => input['agencyKnown'] === true,
  },
  'has-a-track': {
    code: 'complaint.no-track', text: { zh: '不属于行政、司法或调解程序，不能立案', en: 'A matter outside the tracks opens no case' },
    holds: ({ row }: ComplaintFacts) => row.track !== 'outside',
  },
  'is-consumer-complaint': {
    code: 'complaint.not-a-consumer-complaint', text: { zh: '仅适用于消费投诉', en: 'For consumer complaints only' }, basis: s1('第三条第一款'),
    holds: ({ row }: ComplaintFacts) => row.classification === 'consumer-complaint',
  },
  'is-verified-as-report': {
    code: 'complaint.not-a-report', text: { zh: '仅适用于由市场监管部门核查的举报与权利人请求', en: 'For reports and right-holder requests that a market regulator verifies' }, basis: s1('第三条第二款'),
    holds: ({ row }: ComplaintFacts) => isOurs(row) && !asksAdjudication(row) && !NOT_MARKET_REGULATION.has(row.handlingAgency),
  },
  'asks-patent-adjudication': {
    code: 'complaint.no-adjudication', text: { zh: '仅适用于专利侵权纠纷处理请求', en: 'For requests to adjudicate patent infringement' }, basis: { source: '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）', article: '第十六条、第二十条', status: 'verified' },
    holds: ({ row }: ComplaintFacts) => isOurs(row) && asksAdjudication(row),
  },
  'is-copyright-complaint': {
    code: 'complaint.not-copyright', text: { zh: '仅适用于版权投诉', en: 'For copyright complaints' }, basis: { source: '著作权行政处罚实施办法', article: '第十三条', status: 'verified' },
    holds: ({ row }: ComplaintFacts) => isOurs(row) && row.rightType === 'copyright' && NOT_MARKET_REGULATION.has(row.handlingAgency),
  },
  'has-no-statutory-clock': {
    code: 'complaint.has-statutory-clock', text: { zh: '仅适用于没有法定时限的事项', en: 'For matters that no statute puts on a clock' },
    holds: ({ row }: ComplaintFacts) => row.classification !== 'consumer-complaint' && (!isOurs(row) || (NOT_MARKET_REGULATION.has(row.handlingAgency) && row.rightType !== 'copyright')),
  },
  'hotline-asks-consultation': {
    code: 'complaint.not-a-consultation', text: { zh: '仅适用于12345咨询', en: 'For questions on the 12345 line only' },
    holds: ({ row }: ComplaintFacts) => row.channel === ON_12345 && row.requestType === 'consultation',
  },
  'hotline-asks-help': {
    code: 'complaint.not-a-request', text: { zh: '仅适用于12345求助、建议', en: 'For requests and suggestions on the 12345 line only' },
    holds: ({ row }: ComplaintFacts) => row.channel === ON_12345 && ['assistance', 'suggestion', 'praise'].includes(row.requestType),
  },
  'hotline-asks-action': {
    code: 'complaint.not-a-complaint', text: { zh: '仅适用于12345投诉、举报', en: 'For complaints and reports on the 12345 line only' },
    holds: ({ row }: ComplaintFacts) => row.channel === ON_12345 && ['complaint', 'report'].includes(row.requestType),
  },
} as const;
