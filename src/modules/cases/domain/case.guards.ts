import type { Basis } from '../../../kernel/text.js';

/** The columns that guards look at. */
export interface CaseFacts {
  readonly row: { readonly id: string; readonly agency: string; readonly assignee: string | null };
  readonly actor: { readonly id: string; readonly agencies: readonly string[]; readonly permissions: ReadonlySet<string> };
  readonly input: Readonly<Record<string, unknown>>;
}

const RECUSAL: Basis = { source: '市场监督管理行政处罚程序规定', article: '第四条', status: 'verified' };

/** Named predicates. What stands in other tables is gathered into the input: `recused`, `obligations`, `linked`. */
export const CASE_GUARDS = {
  'in-own-agency': {
    code: 'case.foreign-agency', text: { zh: '案件不在本单位', en: 'The case is not with the actor’s agency' },
    holds: ({ row, actor }: CaseFacts) => actor.agencies.includes(row.agency),
  },
  'in-charge': {
    code: 'case.not-in-charge', text: { zh: '只有承办人或负责人可以结案', en: 'Only the officer in charge or the head closes a case' },
    holds: ({ row, actor }: CaseFacts) => row.assignee === actor.id || actor.permissions.has('case.assign'),
  },
  'nobody-in-charge': {
    code: 'case.taken', text: { zh: '已有承办人', en: 'Somebody is in charge already' },
    holds: ({ row }: CaseFacts) => row.assignee === null,
    details: ({ row }: CaseFacts) => ({ assignee: row.assignee }),
  },
  'in-own-hands': {
    code: 'case.in-other-hands', text: { zh: '只有承办人本人可以退回', en: 'Only the officer in charge gives it back' },
    holds: ({ row, actor }: CaseFacts) => row.assignee === actor.id,
  },
  'officer-of-the-agency': {
    code: 'case.officer-unfit', onInput: true, text: { zh: '指定的人员不是本单位（或上级单位）可以办案的在岗人员', en: 'The officer named does not work on cases of this agency' },
    holds: ({ row, input }: CaseFacts) => listed(input['officerAgencies']).includes(row.agency),
  },
  'officer-on-duty': {
    code: 'case.officer-absent', onInput: true, text: { zh: '该人员正在外出休假', en: 'The officer is absent' },
    holds: ({ input }: CaseFacts) => !(input['absentUntil'] instanceof Date),
    details: ({ input }: CaseFacts) => ({ until: input['absentUntil'] }),
  },
  'in-the-team': {
    code: 'case.of-a-team', text: { zh: '案件已交由小组，只能由小组成员领取', en: 'The case is with a team: one of its members takes it' },
    holds: ({ actor, input }: CaseFacts) => !Array.isArray(input['teamMembers']) || listed(input['teamMembers']).includes(actor.id),
  },
  'team-of-the-agency': {
    code: 'case.team-unfit', onInput: true, text: { zh: '没有这个小组，或小组不在案件所在单位', en: 'There is no such team at the agency of the case' },
    holds: ({ row, input }: CaseFacts) => input['teamAgency'] === row.agency,
  },
  'another-officer': {
    code: 'case.same-officer', onInput: true, text: { zh: '该人员已是承办人', en: 'This officer is in charge already' },
    holds: ({ row, input }: CaseFacts) => input['officer'] !== row.assignee,
  },
  'officer-not-recused': {
    code: 'case.officer-recused', onInput: true, text: { zh: '该人员已从本案回避，不得再承办', en: 'This officer keeps out of the case for good' }, basis: RECUSAL,
    holds: ({ input }: CaseFacts) => !listed(input['recused']).includes(input['officer']),
  },
  'actor-not-recused': {
    code: 'case.actor-recused', text: { zh: '本人已从本案回避，不得再作出决定', en: 'Whoever keeps out of the case decides nothing in it' }, basis: RECUSAL,
    holds: ({ actor, input }: CaseFacts) => !listed(input['recused']).includes(actor.id),
  },
  'decided-by-another': {
    code: 'case.own-recusal', onInput: true, text: { zh: '负责人的回避由主要负责人或者集体讨论决定，不得自行决定', en: 'Nobody decides on his own recusal' }, basis: RECUSAL,
    holds: ({ actor, input }: CaseFacts) => input['officer'] !== actor.id,
  },
  'successor-named': {
    code: 'case.successor-unfit', onInput: true,
    text: { zh: '承办人回避的，须同时指定本单位其他可以办案的人员；其他情形不指定', en: 'Where the officer in charge keeps out, another fit officer is named at once; else nobody is' },
    holds: (facts: CaseFacts) => (losesItsOfficer(facts) ? successorFits(facts) : facts.input['successor'] === undefined),
  },
  'another-case': {
    code: 'case.link-to-itself', onInput: true, text: { zh: '案件不能与自身关联', en: 'A case is not linked to itself' },
    holds: ({ row, input }: CaseFacts) => input['other'] !== row.id,
  },
  'not-linked': {
    code: 'case.already-linked', onInput: true, text: { zh: '两案已有此种关联', en: 'The two cases are linked in this way already' },
    holds: ({ input }: CaseFacts) => input['linked'] !== true,
  },
  'is-linked': {
    code: 'case.not-linked', onInput: true, text: { zh: '两案没有此种关联', en: 'The two cases are not linked in this way' },
    holds: ({ input }: CaseFacts) => input['linked'] === true,
  },
  'nothing-owed': {
    code: 'case.obligations-open', text: { zh: '尚有未答复的来源工单或者未了结的程序', en: 'A source still waits for its answer, or a proceeding is open' },
    holds: ({ input }: CaseFacts) => Array.isArray(input['obligations']) && input['obligations'].length === 0,
    details: ({ input }: CaseFacts) => listed(input['obligations']),
  },
} as const;

/** The decision takes the officer in charge away. */
function losesItsOfficer({ row, input }: CaseFacts): boolean {
  return input['decision'] === 'granted' && input['officer'] === row.assignee;
}

function successorFits({ row, input }: CaseFacts): boolean {
  const { officer, successor, recused, successorAgencies } = input;
  return typeof successor === 'string' && successor !== officer && !listed(recused).includes(successor) && listed(successorAgencies).includes(row.agency);
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
