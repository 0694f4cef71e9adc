import type { Basis, LocalizedText } from '../../../kernel/text.js';

const SOURCE = '市场监管领域重大违法行为举报奖励暂行办法';
const rule = (article: string, note: string): Basis => ({ source: SOURCE, article, status: 'unverified', note: `未见原文，由资料汇编转引；${note}` });

export interface RewardLevel {
  readonly level: 1 | 2 | 3;
  readonly label: LocalizedText;
  /** What the report has to hold. */
  readonly criteria: LocalizedText;
  /** Whole percent of the money that came in. */
  readonly percent: number;
  /** CNY, decimal text. */
  readonly least: string;
}

/** How much is paid, from a day on. */
export interface RewardRules {
  /** First day, YYYY-MM-DD, Asia/Shanghai. */
  readonly from: string;
  readonly levels: readonly RewardLevel[];
  /** Most for one case, CNY. */
  readonly most: string;
  /** From this amount on the finance bureau has to agree, CNY. */
  readonly finance: string;
  readonly basis: Basis;
}

export const REWARD_RULES: readonly RewardRules[] = [
  {
    from: '2021-12-01', most: '1000000.00', finance: '500000.00', basis: rule('奖励标准', '等级、比例、下限、上限均据此'),
    levels: [
      { level: 1, percent: 5, least: '5000.00', label: { zh: '一级', en: 'First level' }, criteria: { zh: '详细事实和直接证据，与查办结论完全相符，且违法行为特别重大或者涉嫌犯罪', en: 'Facts in detail and direct evidence that fit fully, of a violation that is especially major or a crime' } },
      { level: 2, percent: 3, least: '3000.00', label: { zh: '二级', en: 'Second level' }, criteria: { zh: '事实和直接证据，与查办结论完全相符', en: 'Facts and direct evidence that fit fully' } },
      { level: 3, percent: 1, least: '1000.00', label: { zh: '三级', en: 'Third level' }, criteria: { zh: '基本事实和相关证据，与查办结论基本相符', en: 'Basic facts and related evidence that fit on the whole' } },
    ],
  },
];

export const LEVELS = [1, 2, 3] as const;

/** Why the violation is a major one. `withJudgment`: the number of the judgment is named, and no penalty decision is asked for. */
export const SCOPES = [
  { code: 'crime', label: { zh: '被追究刑事责任', en: 'Prosecuted as a crime' }, withJudgment: true },
  { code: 'suspension', label: { zh: '责令停产停业', en: 'Business suspended' }, withJudgment: false },
  { code: 'closure', label: { zh: '责令关闭', en: 'Business closed' }, withJudgment: false },
  { code: 'licence-revoked', label: { zh: '吊销许可证件', en: 'Licence revoked' }, withJudgment: false },
  { code: 'large-fine', label: { zh: '较大数额罚没款', en: 'Large fine or confiscation' }, withJudgment: false },
] as const satisfies readonly { code: string; label: LocalizedText; withJudgment: boolean }[];

/** Guangdong's value of a large fine is not known: whoever proposes says so in words. */
export const SCOPE_BASIS: Basis = rule('适用范围', '“较大数额”由省级规定，广东标准未查到');

/** Who gets nothing. Each is asked of whoever claims; what the file knows is asked of the file. */
export const EXCLUSIONS = [
  { code: 'staff', label: { zh: '市场监管部门工作人员或者负有法定监督、报告义务的人员', en: 'Staff of market regulation, or somebody who has the duty to supervise or report' } },
  { code: 'infringed', label: { zh: '被侵权方', en: 'The infringed party' } },
  { code: 'agent', label: { zh: '被侵权方的代理人、利害关系人', en: 'Agent of the infringed party, or somebody with an interest' } },
  { code: 'offender', label: { zh: '违法行为人（内部举报人除外）', en: 'The offender, unless an insider' } },
  { code: 'paid', label: { zh: '受其他经营者委托、收取报酬举报的人', en: 'Somebody whom another business pays for reporting' } },
] as const satisfies readonly { code: string; label: LocalizedText }[];

export const EXCLUSION_CODES: readonly string[] = EXCLUSIONS.map(({ code }) => code);
export const EXCLUSION_BASIS: Basis = rule('不予奖励的情形', '被侵权方及其代理人、利害关系人等除外');

export const REFUSALS = [
  { code: 'not-major', label: { zh: '不属于重大违法行为', en: 'No major violation' } },
  { code: 'not-first', label: { zh: '同一事实已由他人先行举报', en: 'Somebody else reported the same facts before' } },
  { code: 'excluded', label: { zh: '属于不予奖励的人员', en: 'A person who is excluded' } },
  { code: 'no-help', label: { zh: '举报内容与查办结论不符', en: 'The report does not fit what was found' } },
  { code: 'not-found', label: { zh: '未认定违法', en: 'No violation was found' } },
] as const satisfies readonly { code: string; label: LocalizedText }[];

export const REFUSAL_CODES: readonly string[] = REFUSALS.map(({ code }) => code);

/** Documents that natural persons have. */
export const PAYEE_DOCUMENTS: readonly string[] = ['resident-id', 'passport', 'other'];

/** The rules in force on a day, YYYY-MM-DD. Throws before the first. */
export function rewardRulesOn(day: string): RewardRules {
  const found = REWARD_RULES.filter(({ from }) => from <= day).at(-1);
  if (found === undefined) throw new Error(`No rules of rewards are known for ${day}`);
  return found;
}
