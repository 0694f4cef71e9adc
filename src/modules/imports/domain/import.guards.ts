/** The columns that guards look at. */
export interface ImportFacts {
  readonly row: { readonly agency: string };
  readonly actor: { readonly id: string; readonly agency: string };
}

export const IMPORT_GUARDS = {
  'sent-for-own-desk': {
    code: 'import.foreign-desk', text: { zh: '只能以本单位名义导入', en: 'A desk imports in its own name only' },
    holds: ({ row, actor }: ImportFacts) => row.agency === actor.agency,
  },
  'is-worker': {
    code: 'import.worker-only', text: { zh: '由系统后台执行', en: 'Done by the worker that has the import' },
    holds: ({ actor }: ImportFacts) => actor.id.startsWith('system:'),
  },
  'is-own-desk': {
    code: 'import.not-own', text: { zh: '该导入不是本单位提交的', en: 'The import was sent by another desk' },
    holds: ({ row, actor }: ImportFacts) => row.agency === actor.agency,
  },
} as const;
