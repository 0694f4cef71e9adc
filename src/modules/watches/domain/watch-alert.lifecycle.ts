import type { Lifecycle } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const CITY: Basis = { source: '潮办发〔2021〕2号', article: '第3项', status: 'verified', note: '措施要求预警；触发条件和步骤未见规定，为本系统拟定' };
const HANDLE = 'whitelist.handle';

/** 预警: something touches a right under watch. The office tells the firm; the firm never learns who reported. */
export const WATCH_ALERT_LIFECYCLE = {
  subject: 'watch-alert',
  label: { zh: '白名单预警', en: 'Early warning' },
  states: {
    raised: { label: { zh: '待告知企业', en: 'To be told' }, untimed: 'Nothing that was read sets a time; the heads of the office are told of it' },
    told: { label: { zh: '已告知企业', en: 'Told' }, final: true },
    dismissed: { label: { zh: '不予告知', en: 'Dismissed' }, final: true },
  },
  moves: [
    { from: null, command: 'raise', to: 'raised', permission: HANDLE, emits: ['watch-alert.raised'], basis: CITY },
    { from: 'raised', command: 'tell', to: 'told', permission: HANDLE, guards: ['in-own-agency'], requires: ['how'], emits: ['watch-alert.told'], basis: CITY },
    { from: 'raised', command: 'dismiss', to: 'dismissed', permission: HANDLE, guards: ['in-own-agency'], requires: ['reason'], emits: ['watch-alert.dismissed'], basis: CITY },
  ],
} satisfies Lifecycle;
