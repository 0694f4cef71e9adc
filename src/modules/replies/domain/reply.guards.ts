/** The columns that guards look at. */
export interface ReplyFacts {
  readonly row: { readonly line: string; readonly requestType: string; readonly agency: string; readonly intakeAgency: string };
  readonly actor: { readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

const onHotline = ({ row }: ReplyFacts, types: readonly string[]): boolean => row.line === 'hotline-12345' && types.includes(row.requestType);

export const REPLY_GUARDS = {
  'answers-for-own-agency': {
    code: 'reply.foreign-agency', text: { zh: '该件由其他单位答复', en: 'Another agency answers this one' },
    holds: ({ row, actor }: ReplyFacts) => actor.agencies.includes(row.agency) || actor.agencies.includes(row.intakeAgency),
  },
  'asks-consultation': {
    code: 'reply.not-a-consultation', text: { zh: '仅适用于12345咨询', en: 'For questions on the 12345 line only' },
    holds: (facts: ReplyFacts) => onHotline(facts, ['consultation']),
  },
  'asks-help': {
    code: 'reply.not-a-request', text: { zh: '仅适用于12345求助、建议', en: 'For requests and suggestions on the 12345 line only' },
    holds: (facts: ReplyFacts) => onHotline(facts, ['assistance', 'suggestion', 'praise']),
  },
  'asks-action': {
    code: 'reply.not-a-complaint', text: { zh: '仅适用于12345投诉、举报', en: 'For complaints and reports on the 12345 line only' },
    holds: (facts: ReplyFacts) => onHotline(facts, ['complaint', 'report']),
  },
  'came-by-12315': {
    code: 'reply.not-12315', text: { zh: '仅适用于12315平台', en: 'For the 12315 platform only' },
    holds: ({ row }: ReplyFacts) => row.line === 'national-12315',
  },
  'came-directly': {
    code: 'reply.not-direct', text: { zh: '仅适用于窗口、信函、网站', en: 'For window, mail and web only' },
    holds: ({ row }: ReplyFacts) => row.line === 'direct',
  },
  'came-by-partner': {
    code: 'reply.not-a-partner', text: { zh: '仅适用于平台、展会、快速维权中心', en: 'For platforms, fairs and the rapid centre only' },
    holds: ({ row }: ReplyFacts) => row.line === 'partner',
  },
  'came-by-agency': {
    code: 'reply.not-an-agency', text: { zh: '仅适用于移送、交办', en: 'For transfers and assignments only' },
    holds: ({ row }: ReplyFacts) => row.line === 'agency',
  },
} as const;
