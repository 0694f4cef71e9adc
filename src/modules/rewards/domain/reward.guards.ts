import { centsOf } from '../../../kernel/money/index.js';
import type { GuardSet } from '../../../kernel/lifecycle/index.js';

/**
 * `caseState`, `decisions` that stand, `unsettled` decisions and `others`: of the case; `excluded`: parts in the case in which the same person was found; `handlers`: who worked
 * on it; `finance`: amount from which the finance bureau agrees; `fits`: the payee is who reported, and no party; `today`.
 */
export interface RewardFacts {
  readonly row: { readonly amount: string | null; readonly proposedBy: string | null; readonly secondedBy: string | null; readonly askedBy: string | null; readonly releasedBy: string | null };
  readonly actor: { readonly id: string };
  readonly input: Readonly<Record<string, unknown>>;
}

export const REWARD_GUARDS: GuardSet<RewardFacts> = {
  'case-closed': { code: 'reward.case-open', text: { zh: '案件结案后启动奖励', en: 'A reward comes after the case is closed' }, holds: ({ input }) => input['caseState'] === 'closed' },
  'violation-found': {
    code: 'reward.no-decision', text: { zh: '须有生效的处罚决定，或者填写刑事判决文号', en: 'A penalty decision stands, or a judgment is named' },
    holds: ({ input }) => Number(input['decisions']) > 0 || typeof input['judgment'] === 'string',
  },
  'judgment-where-crime': {
    code: 'reward.judgment', onInput: true, text: { zh: '被追究刑事责任的须填写判决文号，其他情形不填', en: 'The judgment is named where it was a crime, and nowhere else' },
    holds: ({ input }) => (input['withJudgment'] === true) === (typeof input['judgment'] === 'string'),
  },
  'money-settled': {
    code: 'reward.money-open', text: { zh: '罚没款尚未缴清或者终结执行，数额未定', en: 'Money of the penalty may still come in: the amount is not known yet' },
    holds: ({ input }) => Number(input['unsettled']) === 0, details: ({ input }) => ({ unsettled: input['unsettled'] }),
  },
  'not-excluded': {
    code: 'reward.excluded-person', text: { zh: '举报人是本案当事人或者代理人，不予奖励', en: 'Whoever reported is a party of the case, or its agent' },
    holds: ({ input }) => listed(input['excluded']).length === 0, details: ({ input }) => ({ roles: input['excluded'] }),
  },
  'only-one': { code: 'reward.other-one', text: { zh: '同一案件已有奖励申请在办理或者已发放', en: 'Another reward of the same case is under way or paid' }, holds: ({ input }) => Number(input['others']) === 0 },
  'another-person': { code: 'reward.same-person', text: { zh: '提出人不得自行审核', en: 'Whoever proposed it does not approve it' }, holds: ({ row, actor }) => row.proposedBy !== actor.id },
  'third-person': {
    code: 'reward.same-person', text: { zh: '须由提出人、初审人以外的人员审批', en: 'Whoever proposed or seconded it does not approve it' },
    holds: ({ row, actor }) => row.proposedBy !== actor.id && row.secondedBy !== actor.id,
  },
  'not-handler': { code: 'reward.handler', text: { zh: '案件承办人员不得审核、审批奖励', en: 'Whoever handled the case does not approve its reward' }, holds: ({ actor, input }) => !listed(input['handlers']).includes(actor.id) },
  'finance-agreed': {
    code: 'reward.finance', onInput: true, text: { zh: '达到规定数额的，须会同财政部门决定并填写文号', en: 'From this amount on the finance bureau decides with it: its number is named' },
    holds: ({ row, input }) => centsOf(row.amount ?? '0') < centsOf(String(input['finance'])) || typeof input['financeNumber'] === 'string', details: ({ input }) => ({ from: input['finance'] }),
  },
  'payee-fits': { code: 'reward.payee', onInput: true, text: { zh: '领取人须为举报人本人，且不属于不予奖励的人员', en: 'Whoever collects is the person who reported, and is not excluded' }, holds: ({ input }) => input['fits'] === true },
  'another-releases': { code: 'reward.same-person', text: { zh: '申请查看人不得自行批准', en: 'Whoever asks to see the payee does not release it' }, holds: ({ row, actor }) => row.askedBy !== actor.id },
  'saw-payee': { code: 'reward.not-released-to', text: { zh: '由申请查看人或者批准人登记发放', en: 'One of the two to whom the payee was released records the payment' }, holds: ({ row, actor }) => row.askedBy === actor.id || row.releasedBy === actor.id },
  'not-in-advance': { code: 'reward.paid-in-advance', onInput: true, text: { zh: '发放日期不得晚于今天', en: 'It was paid today or before' }, holds: ({ input }) => String(input['paidOn']) <= String(input['today']) },
};

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
