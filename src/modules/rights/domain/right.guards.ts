import type { PartyRef } from './right.rules.js';

export interface RightFacts {
  readonly row: { readonly holders: readonly (Entry & { readonly party: PartyRef })[]; readonly licences: readonly (Entry & { readonly licensor: PartyRef; readonly licensee: PartyRef })[] };
  readonly input: Readonly<Record<string, unknown>>;
}

interface Entry {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
}

export const RIGHT_GUARDS = {
  'party-known': {
    code: 'right.party-unknown', onInput: true,
    text: { zh: '所指机构或自然人不在登记簿中', en: 'An organisation or person that is named is not on the register' },
    holds: ({ row, input }: RightFacts) => {
      const named = Array.isArray(input['persons']) ? (input['persons'] as string[]) : [];
      const there = [...row.holders.map(({ party }) => party), ...row.licences.flatMap(({ licensor, licensee }) => [licensor, licensee])];
      return input['organisationsKnown'] === true && named.every((id) => there.some(({ person }) => person === id));
    },
  },
  'licence-above-known': {
    code: 'right.licence-above-unknown', onInput: true,
    text: { zh: '上级许可不在本权利下', en: 'The licence above is none of this right' },
    holds: ({ row, input }: RightFacts) => input['under'] === undefined || row.licences.some(({ id }) => id === input['under']),
  },
  'entry-open': {
    code: 'right.entry-unfit', onInput: true,
    text: { zh: '该条记录不存在，或终止日早于起始日', en: 'There is no such entry, or it would end before it began' },
    holds: ({ row, input }: RightFacts) => [...row.holders, ...row.licences].some(({ id, from }) => id === input['entry'] && (from === null || from <= String(input['to']))),
  },
} as const;
