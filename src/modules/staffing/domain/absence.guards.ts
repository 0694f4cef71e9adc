/** The columns that guards look at; the instant of the request is in the input. */
export interface AbsenceFacts {
  readonly row: { readonly officer: string; readonly agency: string; readonly fromAt: Date; readonly untilAt: Date };
  readonly actor: { readonly id: string; readonly agencies: readonly string[]; readonly permissions: ReadonlySet<string> };
  readonly input: Readonly<Record<string, unknown>>;
}

export const ABSENCE_GUARDS = {
  'own-or-of-the-agency': {
    code: 'absence.of-another', text: { zh: '只能登记、取消本人的外出休假；负责人可以办理本单位人员的', en: 'Everybody enters his own absence; the head those of the agency' },
    holds: ({ row, actor }: AbsenceFacts) => row.officer === actor.id || (actor.permissions.has('team.manage') && actor.agencies.includes(row.agency)),
  },
  'ends-after-it-begins': {
    code: 'absence.without-length', onInput: true, text: { zh: '结束时间须晚于开始时间', en: 'It ends after it begins' },
    holds: ({ row }: AbsenceFacts) => row.fromAt < row.untilAt,
  },
  'not-over': {
    code: 'absence.over', text: { zh: '外出休假已经结束', en: 'The absence is over' },
    holds: ({ row, input }: AbsenceFacts) => !(input['at'] instanceof Date) || row.untilAt > input['at'],
  },
} as const;
