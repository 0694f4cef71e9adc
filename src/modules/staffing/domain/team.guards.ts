/** The columns that guards look at; what stands in other tables is gathered into the input. */
export interface TeamFacts {
  readonly row: { readonly agency: string };
  readonly actor: { readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

export const TEAM_GUARDS = {
  'in-own-agency': {
    code: 'team.foreign-agency', text: { zh: '小组不在本单位', en: 'The team is not with the actor’s agency' },
    holds: ({ row, actor }: TeamFacts) => actor.agencies.includes(row.agency),
  },
  'members-fit': {
    code: 'team.members-unfit', onInput: true, text: { zh: '有成员重复，或不是可以办理本单位案件的在岗人员', en: 'A member is named twice, or does not work on cases of this agency' },
    holds: ({ input }: TeamFacts) => listed(input['unfit']).length === 0,
    details: ({ input }: TeamFacts) => listed(input['unfit']),
  },
  'without-open-cases': {
    code: 'team.has-open-cases', text: { zh: '小组尚有未结案件', en: 'The team still has open cases' },
    holds: ({ input }: TeamFacts) => listed(input['openCases']).length === 0,
    details: ({ input }: TeamFacts) => listed(input['openCases']),
  },
} as const;

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
