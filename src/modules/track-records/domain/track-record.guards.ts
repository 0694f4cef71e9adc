import type { GuardSet } from '../../../kernel/lifecycle/index.js';

/** `baseFell`, gathered: whether the decision that it came from was revoked or withdrawn. Read beforehand into the input: `known`, whether the organisation is in the register; `openParty`, whether it is the asking party in the case, for all to see. */
export interface TrackFactFacts {
  readonly row: { readonly agency: string; readonly occurredOn: string; readonly strikeAskedBy: string | null };
  readonly actor: { readonly id: string; readonly agency: string };
  readonly input: Readonly<Record<string, unknown>>;
}

export const TRACK_FACT_GUARDS: GuardSet<TrackFactFacts> = {
  'known-organisation': {
    code: 'track-record.organisation-unknown', onInput: true, text: { zh: '主体不在登记簿中或者已被合并', en: 'The organisation is not in the register, or was merged' },
    holds: ({ input }) => input['known'] === true,
  },
  'open-party-of-the-case': {
    code: 'track-record.not-a-party', onInput: true, text: { zh: '该主体不是案卷中公开的权利人当事人；举报人身份不得写入诚信记录', en: 'It is not openly the right holder in the case: who reported is never written into a record' },
    holds: ({ input }) => input['openParty'] === true,
  },
  'not-in-the-future': {
    code: 'track-record.future', onInput: true, text: { zh: '发生日期不得晚于今日', en: 'It has not happened yet' },
    holds: ({ row, input }) => row.occurredOn <= String(input['today']),
  },
  'base-fell': {
    code: 'track-record.base-stands', onInput: true, text: { zh: '所依据的决定仍然有效', en: 'The decision that it came from stands' },
    holds: ({ input }) => input['baseFell'] === true,
  },
  'of-own-agency': {
    code: 'track-record.foreign-agency', text: { zh: '由记录单位的负责人决定', en: 'The head of the agency that recorded it decides' },
    holds: ({ row, actor }) => row.agency === actor.agency,
  },
  'somebody-else-asked': {
    code: 'track-record.asked-by-oneself', text: { zh: '申请人不得自行批准', en: 'Whoever asked does not decide' },
    holds: ({ row, actor }) => row.strikeAskedBy !== null && row.strikeAskedBy !== actor.id,
  },
};
