/** The columns that guards look at. */
export interface CaseFacts {
  readonly row: { readonly agency: string; readonly track: string; readonly assignee: string | null };
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
  'on-administrative-track': {
    code: 'case.not-administrative', text: { zh: '仅适用于行政程序', en: 'For the administrative track only' },
    holds: ({ row }: CaseFacts) => row.track === 'administrative',
  },
} as const;
