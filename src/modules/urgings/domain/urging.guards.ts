import type { GuardSet } from '../../../kernel/lifecycle/index.js';

/** Ways in which a case is urged. */
export const CHANNEL_CODES = ['head', 'city-bureau', 'supervision-authority', 'hotline-12345'] as const;
export type UrgingChannel = (typeof CHANNEL_CODES)[number];
/** Those that an agency sends itself; the hotline sends the number of a work order. */
export const SENT_CHANNELS = ['head', 'city-bureau', 'supervision-authority'] as const satisfies readonly UrgingChannel[];

/** `caseOpen`: the case is being worked on. `letter`: number of the letter of an authority. */
export interface UrgingFacts {
  readonly row: { readonly agency: string; readonly sender: string; readonly channel: string };
  readonly actor: { readonly agency: string; readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

/** Where the sender of a channel stands; a channel that is not named may be used by any sender. */
const STANDS: Readonly<Record<string, (facts: UrgingFacts) => boolean>> = {
  head: ({ row, actor }) => actor.agency === row.agency,
  'city-bureau': ({ row, actor }) => actor.agency !== row.agency && actor.agencies.includes(row.agency),
};

export const URGING_GUARDS: GuardSet<UrgingFacts> = {
  'case-worked-on': {
    code: 'urging.case-closed', onInput: true, text: { zh: '案件已结案，不再催办', en: 'The case is closed: nothing can be urged' },
    holds: ({ input }) => input['caseOpen'] === true,
  },
  'sender-of-channel': {
    code: 'urging.wrong-channel', onInput: true, text: { zh: '本单位负责人只催办本单位案件，上级部门只催办下级单位案件', en: 'A head urges cases of the own agency, an agency above those of the agencies under it' },
    holds: (facts) => STANDS[facts.row.channel]?.(facts) ?? true,
  },
  'letter-named': {
    code: 'urging.letter-missing', onInput: true, text: { zh: '督办、监督机关催办的，须填写函件文号；其他途径不填', en: 'The letter of an authority is named, and no other' },
    holds: ({ row, input }) => (row.channel === 'supervision-authority') === (typeof input['letter'] === 'string'),
  },
  'addressed-to-ones-own': {
    code: 'urging.not-the-handler', text: { zh: '只有承办单位可以答复', en: 'The agency that has the case answers' },
    holds: ({ row, actor }) => actor.agency === row.agency,
  },
  'sent-by-ones-own': {
    code: 'urging.not-the-sender', text: { zh: '只有催办单位可以撤回', en: 'The agency that urged withdraws' },
    holds: ({ row, actor }) => actor.agency === row.sender,
  },
};
