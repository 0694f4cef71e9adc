import type { Lifecycle } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const BY_HOUSE: Basis = { source: '潮办发〔2021〕2号', article: '第10项', status: 'verified', note: '外出、休假登记为系统内部分工规则' };

/** An absence in the calendar. It begins and ends by its dates: nothing has to be done for that. */
export const ABSENCE_LIFECYCLE = {
  subject: 'absence',
  label: { zh: '外出休假', en: 'Absence' },
  states: {
    planned: { label: { zh: '已登记', en: 'In the calendar' }, untimed: 'It ends by its own date' },
    cancelled: { label: { zh: '已取消', en: 'Cancelled' }, final: true },
  },
  moves: [
    { from: null, command: 'plan', to: 'planned', permission: 'absence.plan', guards: ['own-or-of-the-agency', 'ends-after-it-begins', 'not-over'], emits: ['absence.planned'], basis: BY_HOUSE },
    { from: 'planned', command: 'cancel', to: 'cancelled', permission: 'absence.plan', guards: ['own-or-of-the-agency', 'not-over'], emits: ['absence.cancelled'], basis: BY_HOUSE },
  ],
} as const satisfies Lifecycle;
