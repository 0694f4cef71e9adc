/** The columns that guards look at. */
export interface BulkFacts {
  readonly row: { readonly agency: string; readonly askedBy: string; readonly total: number; readonly done: number; readonly refused: number };
  readonly actor: { readonly id: string; readonly agencies: readonly string[]; readonly permissions: ReadonlySet<string> };
}

export const BULK_COMMAND_GUARDS = {
  'is-worker': {
    code: 'bulk-command.worker-only', text: { zh: '由系统后台执行', en: 'Done by the worker that carries it out' },
    holds: ({ actor }: BulkFacts) => actor.id.startsWith('system:'),
  },
  'every-case-has-a-result': {
    code: 'bulk-command.cases-open', text: { zh: '尚有案件未执行', en: 'Some cases have no result yet' },
    holds: ({ row }: BulkFacts) => row.done + row.refused === row.total,
  },
  'is-own-or-led': {
    code: 'bulk-command.of-another', text: { zh: '只有提交人或其负责人可以取消', en: 'Whoever gave it cancels it, or his head' },
    holds: ({ row, actor }: BulkFacts) => row.askedBy === actor.id || (actor.permissions.has('case.assign') && actor.agencies.includes(row.agency)),
  },
} as const;
