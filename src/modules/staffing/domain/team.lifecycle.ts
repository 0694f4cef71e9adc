import type { Lifecycle } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const BY_HOUSE: Basis = { source: '潮办发〔2021〕2号', article: '第10项', status: 'verified', note: '组成办案小组为系统内部分工规则' };

/** A team from its forming to its end. */
export const TEAM_LIFECYCLE = {
  subject: 'team',
  label: { zh: '办案小组', en: 'Team' },
  states: {
    formed: { label: { zh: '在用', en: 'At work' }, untimed: 'A team waits for nothing' },
    dissolved: { label: { zh: '已撤销', en: 'Dissolved' }, final: true },
  },
  moves: [
    { from: null, command: 'form', to: 'formed', permission: 'team.manage', guards: ['in-own-agency', 'members-fit'], emits: ['team.formed'], basis: BY_HOUSE },
    { from: 'formed', command: 'rearrange', to: 'formed', permission: 'team.manage', guards: ['in-own-agency', 'members-fit'], requires: ['name', 'members'], emits: ['team.rearranged'], basis: BY_HOUSE },
    // Its cases go to somebody else first: nothing is left with a team that is not there.
    { from: 'formed', command: 'dissolve', to: 'dissolved', permission: 'team.manage', guards: ['in-own-agency', 'without-open-cases'], emits: ['team.dissolved'], basis: BY_HOUSE },
  ],
} as const satisfies Lifecycle;
