import type { GuardSet } from '../../../kernel/lifecycle/index.js';

interface Facts<Row> {
  readonly row: Row;
  readonly actor: { readonly id: string; readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

export type SubscriberFacts = Facts<{ readonly account: string; readonly acknowledged: number }>;

/** `last`: number of the last change. `owed`: recalls that it has not acknowledged. `subscribed`: whether the account follows already. */
export const SUBSCRIBER_GUARDS: GuardSet<SubscriberFacts> = {
  'not-subscribed-yet': { code: 'registry.subscribed-already', onInput: true, text: { zh: '该系统已订阅', en: 'This system is subscribed already' }, holds: ({ input }) => input['subscribed'] !== true },
  'is-ones-own': { code: 'registry.subscriber-of-another', text: { zh: '只能由订阅的系统本身确认、退订', en: 'Only the system that subscribed acknowledges and ends' }, holds: ({ row, actor }) => row.account === actor.id },
  'told-already': {
    code: 'registry.number-ahead', onInput: true, text: { zh: '序号尚未发出', en: 'There is no such number yet' },
    holds: ({ input }) => Number(input['upTo']) <= Number(input['last']), details: ({ input }) => ({ last: input['last'] }),
  },
  'goes-on': {
    code: 'registry.number-behind', onInput: true, text: { zh: '此前已确认到更大的序号', en: 'A greater number is acknowledged already' },
    holds: ({ row, input }) => Number(input['upTo']) >= row.acknowledged, details: ({ row }) => ({ acknowledged: row.acknowledged }),
  },
  'owes-nothing': {
    code: 'registry.recalls-open', text: { zh: '尚有召回未确认', en: 'Recalls wait for its acknowledgement' },
    holds: ({ input }) => Number(input['owed'] ?? 0) === 0, details: ({ input }) => ({ owed: input['owed'] }),
  },
};

export type RecallFacts = Facts<{ readonly agency: string }>;

export const RECALL_GUARDS: GuardSet<RecallFacts> = {
  'in-own-agency': { code: 'registry.recall-of-another', text: { zh: '由作出列入决定的单位登记', en: 'The agency that had decided records it' }, holds: ({ row, actor }) => actor.agencies.includes(row.agency) },
};
