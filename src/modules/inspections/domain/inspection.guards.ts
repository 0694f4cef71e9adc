import type { GuardSet } from '../../../kernel/lifecycle/index.js';

export const SEVERITY_CODES = ['advice', 'irregular', 'improper', 'unlawful'] as const;
export type Severity = (typeof SEVERITY_CODES)[number];

interface Facts<Row> {
  readonly row: Row;
  readonly actor: { readonly agency: string; readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

export type InspectionFacts = Facts<{ readonly agency: string; readonly cases: number }>;

/** `inspects`: the agency is a body that inspects; `outside`: agencies named that it does not look into; `openFindings`: how many are not settled; `findingAgency`: whom a finding is for, of the set. */
export const INSPECTION_GUARDS: GuardSet<InspectionFacts> = {
  'may-inspect': {
    code: 'inspection.not-a-body', text: { zh: '本单位不是开展执法检查的单位', en: 'This agency is none that inspects' },
    holds: ({ input }) => input['inspects'] === true,
  },
  'looks-into-others': {
    code: 'inspection.agency-outside', onInput: true, text: { zh: '所列单位不在本单位检查范围内；不检查本单位的案件', en: 'An agency named is not one that this body looks into; nobody inspects his own cases' },
    holds: ({ input }) => listed(input['outside']).length === 0, details: ({ input }) => listed(input['outside']),
  },
  'something-drawn': {
    code: 'inspection.nothing-drawn', onInput: true, text: { zh: '没有符合条件的案件', en: 'No case meets the criteria' },
    holds: ({ row }) => row.cases > 0,
  },
  'leads-it': {
    code: 'inspection.not-the-body', text: { zh: '由开展检查的单位决定', en: 'The body that inspects decides' },
    holds: ({ row, actor }) => actor.agency === row.agency,
  },
  'about-the-set': {
    code: 'inspection.outside-the-set', onInput: true, text: { zh: '案件或者单位不在抽取的案件范围内', en: 'The case or the agency is not in the set that was drawn' },
    holds: ({ input }) => typeof input['findingAgency'] === 'string',
  },
  'every-finding-settled': {
    code: 'inspection.findings-open', text: { zh: '尚有问题未答复或者答复未获认可', en: 'Some findings are not answered, or their answer is not accepted' },
    holds: ({ input }) => Number(input['openFindings'] ?? 0) === 0, details: ({ input }) => ({ open: input['openFindings'] }),
  },
};

export type FindingFacts = Facts<{ readonly agency: string; readonly body: string }>;

export const FINDING_GUARDS: GuardSet<FindingFacts> = {
  'is-ones-own': {
    code: 'inspection.finding-of-another', text: { zh: '该问题由其他单位答复', en: 'Another agency answers this finding' },
    holds: ({ row, actor }) => actor.agencies.includes(row.agency),
  },
  'raised-by-own-body': {
    code: 'inspection.not-the-body', text: { zh: '由开展检查的单位决定', en: 'The body that inspects decides' },
    holds: ({ row, actor }) => actor.agency === row.body,
  },
};

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
