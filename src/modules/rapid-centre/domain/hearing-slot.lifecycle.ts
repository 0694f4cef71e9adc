import { staying, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const CITY: Basis = { source: '潮办发〔2021〕2号', article: '第12项', status: 'verified', note: '措施要求开展远程和驻场审理；预约方式为本系统拟定' };
const MANAGE = 'centre.manage';

const MOVES: readonly Move[] = [
  { from: null, command: 'offer', to: 'open', permission: MANAGE, guards: ['in-the-future'], emits: ['hearing-slot.offered'], basis: CITY },
  ...staying(['open'], { command: 'book', permission: 'centre.work', guards: ['place-left', 'not-begun', 'case-open-to-it', 'not-booked-twice', 'heard-in-the-case'], requires: ['caseId', 'purpose'], emits: ['hearing-slot.booked'], basis: CITY }),
  ...staying(['open'], { command: 'release', permission: 'centre.work', guards: ['booking-there', 'not-begun'], requires: ['booking', 'reason'], emits: ['hearing-slot.released'], basis: CITY }),
  { from: 'open', command: 'withdraw', to: 'withdrawn', permission: MANAGE, guards: ['of-own-agency', 'nobody-booked'], requires: ['reason'], emits: ['hearing-slot.withdrawn'], basis: CITY },
];

/** A time at which the centre hears cases, in its rooms or from afar, with so many places. */
export const HEARING_SLOT_LIFECYCLE = {
  subject: 'hearing-slot',
  label: { zh: '审理时段', en: 'Slot for hearings' },
  states: {
    open: { label: { zh: '可预约', en: 'Open' }, untimed: 'It is over when its time is over' },
    withdrawn: { label: { zh: '已取消', en: 'Withdrawn' }, final: true },
  },
  moves: MOVES,
} satisfies Lifecycle;
