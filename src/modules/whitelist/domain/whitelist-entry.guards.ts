import type { Guard, GuardSet } from '../../../kernel/lifecycle/index.js';

/**
 * Read with the row: `pending`, whether the firm has another entry that is neither over nor about to end; `dishonest`, whether it is on the register of the dishonest; `punished`, whether a penalty for infringement was served on it lately;
 * `noticeEnds` and `statementEnds`, epoch in milliseconds; `now`. `materialCodes` are all that an application needs.
 */
export interface EntryFacts {
  readonly row: {
    readonly agency: string; readonly uscc: string; readonly missing: string | null; readonly materials: readonly string[]; readonly examinedBy: string | null; readonly exitAskedBy: string | null; readonly statement: string | null;
    readonly objections: readonly { readonly id: string; readonly answer: string | null; readonly upheld: boolean | null }[];
  };
  readonly actor: { readonly id: string; readonly agency: string };
  readonly input: Readonly<Record<string, unknown>>;
}

const over = (ends: unknown, now: unknown): boolean => typeof ends === 'number' && Number(now) > ends;
const cleanRecord: Guard<EntryFacts> = {
  code: 'whitelist.record-not-clean', text: { zh: '该企业在严重违法失信名单中，或者近期因侵犯知识产权受到处罚', en: 'The firm is on the list for serious dishonesty, or was punished for infringement lately' },
  holds: ({ input }) => input['dishonest'] === false && input['punished'] === false, details: ({ input }) => ({ dishonest: input['dishonest'], punished: input['punished'] }),
};

export const WHITELIST_ENTRY_GUARDS: GuardSet<EntryFacts> = {
  'credit-code-holds': {
    code: 'whitelist.credit-code', onInput: true, text: { zh: '统一社会信用代码校验不通过', en: 'The credit code fails its check' }, holds: ({ input }) => input['creditCodeHolds'] === true,
  },
  'of-an-industry': {
    code: 'whitelist.no-such-industry', onInput: true, text: { zh: '行业代码不属于所选重点领域', en: 'The class of industry does not belong to the field' }, holds: ({ input }) => input['classFits'] === true,
  },
  'nothing-else-pending': {
    code: 'whitelist.already-there', onInput: true, text: { zh: '该企业已有申请或者在列，且未临近到期', en: 'The firm has an application, or a place that does not end soon' }, holds: ({ input }) => input['pending'] === false,
  },
  'in-own-agency': {
    code: 'whitelist.foreign-agency', text: { zh: '由受理单位办理', en: 'The agency that took it in does this' }, holds: ({ row, actor }) => row.agency === actor.agency,
  },
  'asked-once': {
    code: 'whitelist.asked-before', text: { zh: '补正材料应当一次告知', en: 'What is missing is said once' }, holds: ({ row }) => row.missing === null,
  },
  'materials-complete': {
    code: 'whitelist.materials-missing', text: { zh: '申请材料不齐', en: 'Materials are missing' }, holds: ({ row, input }) => missingOf(row, input).length === 0, details: ({ row, input }) => ({ missing: missingOf(row, input) }),
  },
  'rights-confirmed': {
    code: 'whitelist.rights-unconfirmed', onInput: true, text: { zh: '须核实所列权利有效', en: 'The rights have to be confirmed as in force' }, holds: ({ input }) => input['rightsConfirmed'] === true,
  },
  'clean-record': cleanRecord,
  'window-open': {
    code: 'whitelist.window-over', text: { zh: '公示期已满', en: 'The time to object is over' }, holds: ({ input }) => !over(input['noticeEnds'], input['now']),
  },
  'window-over': {
    code: 'whitelist.window-running', text: { zh: '公示期未满', en: 'The time to object is running' }, holds: ({ input }) => over(input['noticeEnds'], input['now']),
  },
  'objection-unanswered': {
    code: 'whitelist.no-such-objection', onInput: true, text: { zh: '没有该异议，或者已经答复', en: 'There is no such objection, or it was answered' },
    holds: ({ row, input }) => row.objections.some(({ id, answer }) => id === input['objection'] && answer === null),
  },
  'objections-answered': {
    code: 'whitelist.objection-open', text: { zh: '尚有异议未答复', en: 'An objection is not answered' }, holds: ({ row }) => row.objections.every(({ answer }) => answer !== null),
  },
  'no-objection-upheld': {
    code: 'whitelist.objection-upheld', text: { zh: '异议成立，不得列入', en: 'An objection was upheld' }, holds: ({ row }) => row.objections.every(({ upheld }) => upheld !== true),
  },
  'somebody-else-examined': {
    code: 'whitelist.examined-by-oneself', text: { zh: '审核人不得自行决定', en: 'Whoever examined it does not decide' }, holds: ({ row, actor }) => row.examinedBy !== null && row.examinedBy !== actor.id,
  },
  'somebody-else-asked': {
    code: 'whitelist.asked-by-oneself', text: { zh: '提出退出的人不得自行决定', en: 'Whoever asked for the exit does not decide' }, holds: ({ row, actor }) => row.exitAskedBy !== null && row.exitAskedBy !== actor.id,
  },
  heard: {
    code: 'whitelist.not-heard', text: { zh: '企业尚未陈述意见，陈述期未满', en: 'The firm was not heard, and its time is running' }, holds: ({ row, input }) => row.statement !== null || over(input['statementEnds'], input['now']),
  },
};

function missingOf({ materials }: EntryFacts['row'], input: EntryFacts['input']): string[] {
  return (input['materialCodes'] as readonly string[] | undefined ?? []).filter((code) => !materials.includes(code));
}
