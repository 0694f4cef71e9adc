import type { GuardSet } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';
import type { Judged, Verification } from './repair.rules.js';

const art = (article: string): Basis => ({ source: '市场监督管理信用修复管理办法（总局令第107号）', article, status: 'verified' });

export interface CreditRepairFacts {
  readonly row: {
    readonly agency: string; readonly caseId: string | null; readonly otherProvince: boolean; readonly askedAt: Date | null; readonly extendedAt: Date | null; readonly pushedAt: Date | null; readonly verification: Verification | null;
  };
  readonly actor: { readonly id: string; readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

type Input = CreditRepairFacts['input'];
const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const failing = (input: Input, stage: Judged['stage']): Judged[] => (listed(input['conditions']) as readonly Judged[]).filter((one) => one.stage === stage && one.holds !== true);
const told = (judged: readonly Judged[]): object[] => judged.map(({ code, label, holds, facts, basis }) => ({ code, label, holds, facts, basis }));
const all = (input: Input): Judged[] => [...failing(input, 'acceptance'), ...failing(input, 'decision')];

/** Gathered: `now`, `conditions` (judged), `missing` (materials), `shown` (whether the target is), `left` (what is still shown of what the repair ended). */
export const CREDIT_REPAIR_GUARDS: GuardSet<CreditRepairFacts> = {
  'in-own-agency': { code: 'credit-repair.foreign-agency', text: { zh: '由作出决定的部门办理', en: 'The agency that decided handles it' }, basis: art('第四条第一款'), holds: ({ row, actor }) => actor.agencies.includes(row.agency) },
  'nothing-ahead': {
    code: 'credit-repair.ahead', onInput: true, text: { zh: '时间尚未到来', en: 'The time lies ahead' },
    holds: ({ input }) => [input['at'], input['appliedAt']].every((at) => typeof at !== 'string' || Date.parse(at) <= Number(input['now'])),
  },
  'applicant-is-shown': { code: 'credit-repair.not-the-party', onInput: true, text: { zh: '申请人不是被公示或者列入的当事人', en: 'The applicant is not the party that is shown or listed' }, basis: art('第二条第一款'), holds: ({ input }) => input['applicantShown'] === true },
  'target-is-shown': { code: 'credit-repair.not-shown', text: { zh: '相关信息已不在公示', en: 'It is not shown any more' }, basis: art('第二条第一款'), holds: ({ input }) => input['shown'] === true },
  'no-display-of-a-listing': { code: 'credit-repair.apply-for-the-listing', onInput: true, text: { zh: '名单公示信息，申请移出名单', en: 'What shows a listing ends with the listing: apply for that' }, basis: art('第十三条第一款'), holds: ({ input }) => input['ofListing'] !== true },
  'rests-on-a-case': { code: 'credit-repair.no-decision', text: { zh: '公示信息没有对应的案件和决定', en: 'No case and decision stands behind what is shown' }, basis: art('第二条第二款'), holds: ({ row }) => row.caseId !== null },
  'no-other-open': { code: 'credit-repair.open-already', text: { zh: '已有办理中的信用修复申请', en: 'An application on it is open' }, holds: ({ input }) => input['openAlready'] !== true },
  'materials-complete': { code: 'credit-repair.materials-missing', text: { zh: '申请材料不齐全', en: 'Materials are missing' }, basis: art('第十四条第二款'), holds: ({ input }) => listed(input['missing']).length === 0, details: ({ input }) => input['missing'] },
  'materials-missing': { code: 'credit-repair.materials-complete', text: { zh: '申请材料齐全', en: 'The materials are complete' }, basis: art('第十四条第四款'), holds: ({ input }) => listed(input['missing']).length > 0 },
  'not-asked-before': { code: 'credit-repair.asked-once', text: { zh: '补正只能一次性告知', en: 'What is missing is told once' }, basis: art('第十四条第四款'), holds: ({ row }) => row.askedAt === null },
  'may-be-accepted': { code: 'credit-repair.not-acceptable', text: { zh: '不符合受理条件', en: 'It cannot be accepted' }, basis: art('第十四条第四款'), holds: ({ input }) => failing(input, 'acceptance').length === 0, details: ({ input }) => told(failing(input, 'acceptance')) },
  'may-not-be-accepted': { code: 'credit-repair.acceptable', text: { zh: '符合受理条件，应当受理', en: 'It has to be accepted' }, basis: art('第十四条第四款'), holds: ({ input }) => failing(input, 'acceptance').length > 0 },
  'was-asked-to-correct': {
    code: 'credit-repair.correction-first', text: { zh: '仅材料不齐全的，应当先一次性告知补正', en: 'Where only materials are missing, say first what is missing' }, basis: art('第十四条第四款'),
    holds: ({ row, input }) => row.askedAt !== null || failing(input, 'acceptance').some(({ code }) => code !== 'materials'),
  },
  verified: { code: 'credit-repair.not-verified', text: { zh: '尚未核实', en: 'Nothing was verified' }, basis: art('第十五条'), holds: ({ row }) => row.verification !== null },
  'not-extended': { code: 'credit-repair.extended-once', text: { zh: '只能延长一次', en: 'It is extended once' }, basis: art('第十六条第三款'), holds: ({ row }) => row.extendedAt === null },
  'conditions-hold': { code: 'credit-repair.conditions-fail', text: { zh: '不符合信用修复条件', en: 'Conditions of the repair do not hold' }, basis: art('第十一条、第十三条、第十八条'), holds: ({ input }) => all(input).length === 0, details: ({ input }) => told(all(input)) },
  'a-condition-fails': { code: 'credit-repair.conditions-hold', text: { zh: '符合条件的，应当准予修复', en: 'All conditions hold: it has to be granted' }, basis: art('第二条第一款、第十七条'), holds: ({ input }) => all(input).length > 0 },
  'other-province': { code: 'credit-repair.same-province', text: { zh: '当事人登记地在本省', en: 'The party is registered in this province' }, basis: art('第四条第二款'), holds: ({ row }) => row.otherProvince },
  'not-pushed': { code: 'credit-repair.pushed', text: { zh: '已经推送', en: 'It was pushed' }, holds: ({ row }) => row.pushedAt === null },
  'pushed-where-due': { code: 'credit-repair.not-pushed', text: { zh: '尚未推送当事人登记地', en: 'It was not pushed to where the party is registered' }, basis: art('第四条第二款'), holds: ({ row }) => !row.otherProvince || row.pushedAt !== null },
  'nothing-shown': { code: 'credit-repair.still-shown', text: { zh: '相关信息仍在公示或者在列', en: 'It is still shown or listed' }, basis: art('第十七条'), holds: ({ input }) => listed(input['left']).length === 0, details: ({ input }) => input['left'] },
};
