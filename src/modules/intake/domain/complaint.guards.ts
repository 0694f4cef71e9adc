import type { Basis } from '../../../kernel/text.js';
import { inBoth } from './orders.rules.js';
import { DECLINE_GROUNDS, REPORT_GROUNDS } from './grounds.rules.js';

/** The columns that guards look at. */
export interface ComplaintFacts {
  readonly row: {
    readonly classification: string; readonly track: string; readonly tracks: readonly string[]; readonly rightType: string;
    readonly handlingAgency: string; readonly intakeAgency: string; readonly returns: number; readonly leg: number;
  };
  readonly actor: { readonly agency: string; readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

/** Agencies that do not act under the penalty procedure of the market regulators. */
const NOT_MARKET_REGULATION: ReadonlySet<string> = new Set(['chaozhou-customs', 'cz-culture', 'cz-culture-enforcement', 'cz-propaganda', 'cz-agriculture', 'cz-forestry', 'cz-ip-intake', 'cz-ip-mediation-committee', 'cz-court', 'cz-police']);
/** The bureau, and its enforcement team that the rules name since version 2. */
const COPYRIGHT_AGENCIES: ReadonlySet<string> = new Set(['cz-culture', 'cz-culture-enforcement']);
/** What an officer verifies as a clue, whoever brought it (令2第十八条). */
const CLUES: ReadonlySet<string> = new Set(['report', 'right-holder-request', 'transfer-in', 'assignment', 'customs-clue', 'copyright-complaint', 'plant-variety-request']);
/** Only the side that asked may take these back; a clue stays a clue (令2第十八条). */
const WITHDRAWABLE: ReadonlySet<string> = new Set(['consumer-complaint', 'patent-adjudication', 'patent-mediation', 'right-holder-request', 'copyright-complaint', 'plant-variety-request', 'consultation']);
/** Requests that a proceeding of their own takes or refuses, with reasons (令81第十六条、第二十条、第六十五条、第六十六条). */
const PATENT_DISPUTES: ReadonlySet<string> = new Set(['patent-adjudication', 'patent-mediation']);
const PATENT_FILING: Basis = { source: '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）', article: '第二十条、第六十六条', status: 'verified' };
/** The third time that an office hands a matter back there is a dispute. */
const RETURNS_BEFORE_DISPUTE = 3;
/** The two things that one letter may hold (第九条). */
const MIXED: ReadonlySet<string> = new Set(['consumer-complaint', 'report']);
/** Superior of the market regulators of the city's counties. */
const COMMON_SUPERIOR = 'cz-market-regulation';

type Row = ComplaintFacts['row'];
const forMarketRegulators = ({ handlingAgency, track }: Row): boolean => track !== 'outside' && !NOT_MARKET_REGULATION.has(handlingAgency);
const isClue = (row: Row): boolean => CLUES.has(row.classification) && row.track === 'administrative' && forMarketRegulators(row);
const isCopyright = (row: Row): boolean => row.rightType === 'copyright' && row.track === 'administrative' && COPYRIGHT_AGENCIES.has(row.handlingAgency);
// Where somebody has sued the city decides nothing, and has to say so with reasons in the same five days (令81第二十条).
const isAdjudication = (row: Row): boolean => row.classification === 'patent-adjudication' && forMarketRegulators(row);
const isPatentMediation = (row: Row): boolean => row.classification === 'patent-mediation' && forMarketRegulators(row);
const isConsumer = ({ classification }: Row): boolean => classification === 'consumer-complaint';

/** Named predicates. Names of clocks' conditions and of refusals are the same thing here. */
export const COMPLAINT_GUARDS = {
  'filed-for-own-desk': {
    code: 'complaint.foreign-desk', text: { zh: '只能以本单位名义登记', en: 'A desk files in its own name only' },
    holds: ({ row, actor }: ComplaintFacts) => row.intakeAgency === actor.agency,
  },
  'handled-by-own-agency': {
    code: 'complaint.foreign-agency', text: { zh: '该件不由本单位办理', en: 'The matter is not with the actor’s agency' }, basis: inBoth('第四十一条', '第三十七条'),
    holds: ({ row, actor }: ComplaintFacts) => actor.agencies.includes(row.handlingAgency),
  },
  'ground-is-known': {
    code: 'complaint.ground-unknown', onInput: true, text: { zh: '不予受理的理由必须是法定情形之一', en: 'A decline names one of the statutory grounds' }, basis: inBoth('第十六条', '第十五条'),
    holds: ({ input }: ComplaintFacts) => [...DECLINE_GROUNDS, ...REPORT_GROUNDS].includes(input['ground'] as (typeof DECLINE_GROUNDS)[number]),
  },
  'ground-fits-classification': {
    code: 'complaint.ground-does-not-fit', onInput: true, text: { zh: '第十六条的情形只适用于投诉；举报仅可因不具备处理权限或重复举报而不再处理', en: 'The grounds of article 16 are for consumer complaints; a report ends only for want of competence or as a repetition' }, basis: inBoth('第十六条、第三十四条、第三十五条第二款', '第十五条、第二十九条'),
    holds: ({ row, input }: ComplaintFacts) => (row.classification === 'consumer-complaint' ? DECLINE_GROUNDS : REPORT_GROUNDS).some((ground) => ground === input['ground']),
  },
  'agency-may-handle': {
    code: 'complaint.agency-cannot-handle', onInput: true, text: { zh: '改派的单位不存在或不能承办', en: 'The agency named does not exist or handles no matters' }, basis: inBoth('第四十一条', '第三十七条'),
    holds: ({ input }: ComplaintFacts) => input['agencyKnown'] === true,
  },
  'has-a-track': {
    code: 'complaint.no-track', text: { zh: '不属于行政、司法或调解程序，不能立案', en: 'A matter outside the tracks opens no case' },
    holds: ({ row }: ComplaintFacts) => row.track !== 'outside',
  },
  'decided-at-the-desk': {
    code: 'complaint.decided-in-its-proceeding', text: { zh: '专利裁决、调解请求是否立案在程序中决定，请直接建立案件（open-case）', en: 'Whether a patent dispute is filed is decided in its proceeding: open the case (open-case)' }, basis: PATENT_FILING,
    holds: ({ row }: ComplaintFacts) => !PATENT_DISPUTES.has(row.classification),
  },
  'decided-in-its-proceeding': {
    code: 'complaint.not-accepted-yet', text: { zh: '须先受理，再建立案件', en: 'It is accepted before a case is opened from it' },
    holds: ({ row }: ComplaintFacts) => PATENT_DISPUTES.has(row.classification),
  },
  'a-proceeding-begins': {
    code: 'complaint.no-first-proceeding', text: { zh: '该件不启动行政或调解程序', en: 'No administrative or mediation proceeding begins with it' },
    holds: ({ input }: ComplaintFacts) => input['begins'] !== undefined && input['begins'] !== 'none',
  },
  'a-mediation-begins': {
    code: 'complaint.no-first-mediation', text: { zh: '该件不启动调解程序', en: 'No mediation begins with it' },
    holds: ({ input }: ComplaintFacts) => input['begins'] === 'mediation',
  },
  'is-whole': {
    code: 'complaint.split-already', text: { zh: '该件已分为两件', en: 'It was split already' }, basis: inBoth('第九条', '第七条'),
    holds: ({ row, input }: ComplaintFacts) => row.leg === 1 && input['otherLegs'] !== true,
  },
  'holds-another': {
    code: 'complaint.not-mixed', onInput: true, text: { zh: '只能在投诉与举报之间分开', en: 'Only a complaint and a report are split from each other' }, basis: inBoth('第九条', '第七条'),
    holds: ({ row, input }: ComplaintFacts) => MIXED.has(row.classification) && MIXED.has(String(input['classification'])) && row.classification !== input['classification'],
  },
  'hands-back-instead': {
    code: 'complaint.no-direct-transfer', text: { zh: '不具备处理权限的，应反馈统一接收机构（return-to-intake），不得自行移送', en: 'An office without the power hands back to the intake desk (return-to-intake) and passes nothing on by itself' }, basis: inBoth('第四十一条第二款', '第三十七条第二款'),
    // The law knows no case in which this is allowed: the row is here so that whoever tries is told the article.
    holds: () => false,
  },
  'no-dispute-open': {
    code: 'complaint.jurisdiction-disputed', text: { zh: '已第三次退回，处理权限有争议，须由共同上一级指定', en: 'Handed back for the third time: the common superior designates who handles it' }, basis: inBoth('第三十三条', '第三十条'),
    holds: ({ row }: ComplaintFacts) => row.returns < RETURNS_BEFORE_DISPUTE,
  },
  'dispute-open': {
    code: 'complaint.no-jurisdiction-dispute', text: { zh: '尚无处理权限争议，由统一接收机构改派', en: 'There is no dispute: the intake desk distributes it' }, basis: inBoth('第三十三条', '第三十条'),
    holds: ({ row }: ComplaintFacts) => row.returns >= RETURNS_BEFORE_DISPUTE,
  },
  'is-common-superior': {
    code: 'complaint.not-the-superior', text: { zh: '只有共同的上一级市场监管部门可以指定', en: 'Only the common superior designates' }, basis: inBoth('第三十三条', '第三十条'),
    holds: ({ actor }: ComplaintFacts) => actor.agency === COMMON_SUPERIOR,
  },
  'within-permitted-tracks': {
    code: 'complaint.track-not-permitted', onInput: true, text: { zh: '规则未允许该程序轨道', en: 'The rules do not allow that track for the matter' }, basis: inBoth('第四十一条', '第三十七条'),
    holds: ({ row, input }: ComplaintFacts) => [row.track, ...row.tracks].includes(String(input['track'])),
  },
  'may-be-withdrawn': {
    code: 'complaint.clue-stays', text: { zh: '举报、移送、交办的线索不因撤回而终止核查', en: 'A clue is verified whether or not who brought it takes it back' }, basis: { source: '市场监督管理行政处罚程序规定', article: '第十八条', status: 'verified' },
    holds: ({ row }: ComplaintFacts) => WITHDRAWABLE.has(row.classification),
  },
  'is-report': {
    code: 'complaint.not-a-clue', text: { zh: '仅举报类事项可以并入先前举报', en: 'Only a report is merged into an earlier one' }, basis: inBoth('第三十五条第二款', null),
    holds: ({ row }: ComplaintFacts) => row.classification === 'report',
  },
  'earlier-report-fits': {
    code: 'complaint.other-party', onInput: true, text: { zh: '先前举报不存在、已办结或针对其他被举报人', en: 'The earlier report does not exist, has ended, or is about another party' }, basis: inBoth('第三十五条第二款', null),
    holds: ({ input }: ComplaintFacts) => input['earlierFits'] === true,
  },
  'case-takes-it': {
    code: 'complaint.case-unfit', onInput: true, text: { zh: '案件不存在、已结案或不在本单位', en: 'The case does not exist, is closed, or is with another agency' },
    holds: ({ input }: ComplaintFacts) => input['caseOpen'] === true,
  },
  'links-to-another': {
    code: 'complaint.link-unfit', onInput: true, text: { zh: '关联对象不存在、不可见或为本件', en: 'The other complaint does not exist, is not yours to see, or is this one' },
    holds: ({ input }: ComplaintFacts) => input['otherSeen'] === true,
  },
  'third-return': {
    code: 'complaint.not-the-third-return', text: { zh: '尚未第三次退回', en: 'Not the third return' }, basis: inBoth('第三十三条', '第三十条'),
    holds: ({ row }: ComplaintFacts) => row.returns >= RETURNS_BEFORE_DISPUTE,
  },
  'is-consumer-complaint': {
    code: 'complaint.not-a-consumer-complaint', text: { zh: '仅适用于消费投诉', en: 'For consumer complaints only' }, basis: inBoth('第三条第一款', '第三条第一款'),
    holds: ({ row }: ComplaintFacts) => isConsumer(row),
  },
  'is-verified-as-report': {
    code: 'complaint.not-a-report', text: { zh: '仅适用于由市场监管部门核查的线索', en: 'For clues that a market regulator verifies' }, basis: inBoth('第三条第二款', '第三条第二款'),
    holds: ({ row }: ComplaintFacts) => isClue(row),
  },
  'asks-patent-adjudication': {
    code: 'complaint.no-adjudication', text: { zh: '仅适用于专利侵权纠纷处理请求', en: 'For requests to adjudicate patent infringement' }, basis: { source: '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）', article: '第十六条、第二十条', status: 'verified' },
    holds: ({ row }: ComplaintFacts) => isAdjudication(row),
  },
  'asks-patent-mediation': {
    code: 'complaint.no-patent-mediation', text: { zh: '仅适用于专利纠纷调解请求', en: 'For requests to mediate a patent dispute' }, basis: { source: '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）', article: '第六十五条', status: 'verified' },
    holds: ({ row }: ComplaintFacts) => isPatentMediation(row),
  },
  'is-copyright-complaint': {
    code: 'complaint.not-copyright', text: { zh: '仅适用于版权投诉', en: 'For copyright complaints' }, basis: { source: '著作权行政处罚实施办法', article: '第十三条', status: 'verified' },
    holds: ({ row }: ComplaintFacts) => isCopyright(row),
  },
  'has-no-statutory-clock': {
    code: 'complaint.has-statutory-clock', text: { zh: '仅适用于没有法定时限的事项', en: 'For matters that no statute puts on a clock' },
    holds: ({ row }: ComplaintFacts) => ![isConsumer, isClue, isAdjudication, isPatentMediation, isCopyright].some((known) => known(row)),
  },
} as const;
