import { staying, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const CITY: Basis = { source: '潮办发〔2021〕2号', article: '第1项', status: 'verified', note: '措施要求开展专项行动；步骤为本系统拟定' };
const LEAD = 'campaign.lead';

const CAMPAIGN_MOVES: readonly Move[] = [
  { from: null, command: 'plan', to: 'planned', permission: LEAD, guards: ['ends-after-it-begins'], emits: ['campaign.planned'], basis: CITY },
  { from: 'planned', command: 'launch', to: 'running', permission: LEAD, guards: ['leads-it'], clocks: { start: ['campaign.end'] }, emits: ['campaign.launched'], basis: CITY },
  ...staying(['planned', 'running'], { command: 'add-clues', permission: LEAD, guards: ['leads-it', 'agencies-take-part'], requires: ['clues'], emits: ['campaign.clues-added'], cascade: [{ subject: 'campaign-clue', command: 'register' }], basis: CITY }),
  { from: 'running', command: 'conclude', to: 'concluded', permission: LEAD, guards: ['leads-it', 'every-clue-settled'], requires: ['summary'], clocks: { stop: ['campaign.end'] }, emits: ['campaign.concluded'], basis: CITY },
  ...(['planned', 'running'] as const).map((from): Move => ({ from, command: 'call-off', to: 'called-off', permission: LEAD, guards: ['leads-it'], requires: ['reason'], clocks: { lapse: ['campaign.end'] }, emits: ['campaign.called-off'], basis: CITY })),
];

/** 专项行动: what several agencies do together, for a time, against one kind of infringement. */
export const CAMPAIGN_LIFECYCLE = {
  subject: 'campaign',
  label: { zh: '专项行动', en: 'Campaign' },
  states: {
    planned: { label: { zh: '已部署', en: 'Planned' }, untimed: 'It begins when the agency that leads it says so' },
    running: { label: { zh: '进行中', en: 'Running' }, clocks: ['campaign.end'] },
    concluded: { label: { zh: '已总结', en: 'Concluded' }, final: true },
    'called-off': { label: { zh: '已取消', en: 'Called off' }, final: true },
  },
  moves: CAMPAIGN_MOVES,
} satisfies Lifecycle;

const CLUE_MOVES: readonly Move[] = [
  { from: null, command: 'register', to: 'open', permission: LEAD, emits: ['campaign.clue-registered'], basis: CITY },
  { from: 'open', command: 'settle', to: 'settled', permission: 'campaign.work', guards: ['is-ones-own', 'case-named'], requires: ['result', 'note'], emits: ['campaign.clue-settled'], basis: CITY },
  { from: 'open', command: 'hand-on', to: 'open', permission: 'campaign.work', guards: ['is-ones-own', 'takes-part', 'another-agency'], requires: ['agency', 'reason'], emits: ['campaign.clue-handed-on'], basis: CITY },
];

/** A clue of a campaign, from the batch that brought it to what came of it. */
export const CLUE_LIFECYCLE = {
  subject: 'campaign-clue',
  label: { zh: '专项行动线索', en: 'Clue of a campaign' },
  states: {
    open: { label: { zh: '待核查', en: 'To be checked' }, untimed: 'The campaign has a last day, and is not concluded before every clue is settled' },
    settled: { label: { zh: '已核查', en: 'Settled' }, final: true },
  },
  moves: CLUE_MOVES,
} satisfies Lifecycle;
