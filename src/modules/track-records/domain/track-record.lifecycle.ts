import type { Lifecycle, Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const HOUSE: Basis = { source: '本系统拟定', article: '诚信记录', status: 'unverified', note: '未见原文规定，步骤为本系统拟定' };
const RECORD = 'track-record.record';
const STRIKE = 'track-record.strike';

const MOVES: readonly Move[] = [
  { from: null, command: 'record', to: 'recorded', permission: RECORD, guards: ['known-organisation', 'open-party-of-the-case', 'not-in-the-future'], emits: ['track-fact.recorded'], basis: HOUSE },
  { from: 'recorded', command: 'ask-strike', to: 'strike-asked', permission: RECORD, requires: ['reason'], emits: ['track-fact.strike-asked'], basis: HOUSE },
  { from: 'strike-asked', command: 'strike', to: 'struck', permission: STRIKE, guards: ['of-own-agency', 'somebody-else-asked'], emits: ['track-fact.struck'], basis: HOUSE },
  // The decision that it came from is gone: nobody has to ask.
  ...['recorded', 'strike-asked'].map((from): Move => ({ from, command: 'fall', to: 'struck', permission: STRIKE, guards: ['base-fell'], emits: ['track-fact.fallen'], basis: HOUSE })),
  { from: 'strike-asked', command: 'keep', to: 'recorded', permission: STRIKE, guards: ['of-own-agency'], requires: ['reason'], emits: ['track-fact.kept'], basis: HOUSE },
];

/** 诚信记录: a fact about how a right holder used its rights. What is wrong is struck out by two people, what has lost its base by itself; nothing is erased. */
export const TRACK_FACT_LIFECYCLE = {
  subject: 'track-fact',
  label: { zh: '诚信记录', en: 'Fact of a track record' },
  states: {
    recorded: { label: { zh: '有效', en: 'Counts' }, untimed: 'It ceases to count by itself after its months' },
    'strike-asked': { label: { zh: '申请撤销', en: 'To be struck out' }, untimed: 'It counts until the head decides; nothing that was read sets a time' },
    struck: { label: { zh: '已撤销', en: 'Struck out' }, final: true },
  },
  moves: MOVES,
} satisfies Lifecycle;
