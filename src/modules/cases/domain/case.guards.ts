/** The columns that guards look at. */
export interface CaseFacts {
  readonly row: { readonly agency: string; readonly track: string; readonly rightType: string; readonly classification: string; readonly assignee: string | null };
  readonly actor: { readonly id: string; readonly agencies: readonly string[]; readonly permissions: ReadonlySet<string> };
  readonly input: Readonly<Record<string, unknown>>;
}

export const CASE_GUARDS = {
  'in-own-agency': {
    code: 'case.foreign-agency', text: { zh: '案件不在本单位', en: 'The case is not with the actor’s agency' },
    holds: ({ row, actor }: CaseFacts) => actor.agencies.includes(row.agency),
  },
  'in-charge': {
    code: 'case.not-in-charge', text: { zh: '只有承办人或负责人可以结案', en: 'Only the officer in charge or the head closes a case' },
    holds: ({ row, actor }: CaseFacts) => row.assignee === actor.id || actor.permissions.has('case.assign'),
  },
  'officer-of-the-agency': {
    code: 'case.officer-unfit', onInput: true, text: { zh: '指定的人员不是本单位（或上级单位）可以办案的在岗人员', en: 'The officer named does not work on cases of this agency' },
    holds: ({ row, input }: CaseFacts) => Array.isArray(input['officerAgencies']) && input['officerAgencies'].includes(row.agency),
  },
  'under-penalty-procedure': {
    code: 'case.no-penalty-procedure', text: { zh: '仅适用于行政处罚程序', en: 'For the penalty procedure' },
    holds: ({ row }: CaseFacts) => row.track === 'administrative' && !isAdjudication(row),
  },
  'under-patent-adjudication': {
    code: 'case.no-adjudication', text: { zh: '仅适用于专利侵权纠纷行政裁决', en: 'For patent adjudication' },
    holds: ({ row }: CaseFacts) => row.track === 'administrative' && isAdjudication(row),
  },
} as const;

/** A right holder of a patent asks for a decision between two parties: no penalty, and a clock of its own. */
function isAdjudication({ rightType, classification }: CaseFacts['row']): boolean {
  return rightType === 'patent' && classification === 'patent-adjudication';
}
