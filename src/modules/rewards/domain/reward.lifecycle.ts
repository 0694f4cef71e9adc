import type { Lifecycle, Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const rule = (article: string): Basis => ({ source: '市场监管领域重大违法行为举报奖励暂行办法', article, status: 'unverified', note: '未见原文，步骤为本系统拟定' });
const HANDLE = 'reward.handle';
const DECISION = 'reward.decision';
const COLLECTION = 'reward.collection';

const MOVES: readonly Move[] = [
  { from: null, command: 'claim', to: 'claimed', permission: HANDLE, clocks: { start: [DECISION] }, emits: ['reward.claimed'], basis: rule('奖励申请') },
  {
    from: 'claimed', command: 'propose', to: 'proposed', permission: HANDLE, guards: ['case-closed', 'judgment-where-crime', 'violation-found', 'money-settled', 'not-excluded', 'only-one'], requires: ['level', 'scope', 'finding'],
    emits: ['reward.proposed'], basis: rule('等级认定'),
  },
  { from: 'proposed', command: 'second', to: 'seconded', permission: HANDLE, guards: ['another-person', 'not-handler'], requires: ['opinion'], emits: ['reward.seconded'], basis: rule('审批') },
  {
    from: 'seconded', command: 'approve', to: 'granted', permission: HANDLE, guards: ['third-person', 'not-handler', 'finance-agreed'], requires: ['opinion'], clocks: { stop: [DECISION], start: [COLLECTION] },
    emits: ['reward.granted'], basis: rule('审批'),
  },
  ...(['proposed', 'seconded'] as const).map((from): Move => ({ from, command: 'send-back', to: 'claimed', permission: HANDLE, guards: ['another-person'], requires: ['opinion'], emits: ['reward.sent-back'], basis: rule('审批') })),
  ...(['claimed', 'proposed', 'seconded'] as const).map((from): Move => ({
    from, command: 'refuse', to: 'refused', permission: HANDLE, guards: ['another-person'], requires: ['ground', 'opinion'], clocks: { stop: [DECISION] }, emits: ['reward.refused'], basis: rule('不予奖励的情形'),
  })),
  { from: 'granted', command: 'collect', to: 'payable', permission: HANDLE, guards: ['payee-fits'], clocks: { stop: [COLLECTION] }, emits: ['reward.collected'], basis: rule('领取') },
  { from: 'granted', command: 'lapse', to: 'lapsed', permission: HANDLE, clocks: { lapse: [COLLECTION] }, emits: ['reward.lapsed'], basis: rule('领取') },
  { from: 'payable', command: 'ask-payee', to: 'asked', permission: HANDLE, requires: ['reason'], emits: ['reward.payee-asked'], basis: rule('保密') },
  { from: 'asked', command: 'release-payee', to: 'released', permission: HANDLE, guards: ['another-releases'], requires: ['reason'], emits: ['reward.payee-released'], basis: rule('保密') },
  { from: 'released', command: 'pay', to: 'paid', permission: HANDLE, guards: ['saw-payee', 'not-in-advance'], requires: ['paidOn', 'voucher'], emits: ['reward.paid'], basis: rule('发放') },
];

const UNTIMED = 'Paid out by the treasury in its own time; nothing that was read says how long';

/** 举报奖励: from the claim by code to the payment. Who reported stays in the vault all the way. */
export const REWARD_LIFECYCLE = {
  subject: 'reward',
  label: { zh: '举报奖励', en: 'Reward of a whistle-blower' },
  states: {
    claimed: { label: { zh: '已申请', en: 'Claimed' }, clocks: [DECISION] },
    proposed: { label: { zh: '已提出等级', en: 'Level proposed' }, clocks: [DECISION] },
    seconded: { label: { zh: '已初审', en: 'Seconded' }, clocks: [DECISION] },
    granted: { label: { zh: '待领取', en: 'Granted, to be collected' }, clocks: [COLLECTION] },
    payable: { label: { zh: '待发放', en: 'To be paid' }, untimed: UNTIMED },
    asked: { label: { zh: '申请查看领取人', en: 'Sight of the payee asked for' }, untimed: UNTIMED },
    released: { label: { zh: '领取人已批准查看', en: 'Payee released to two persons' }, untimed: UNTIMED },
    paid: { label: { zh: '已发放', en: 'Paid' }, final: true },
    refused: { label: { zh: '不予奖励', en: 'Refused' }, final: true },
    lapsed: { label: { zh: '逾期未领取', en: 'Not collected in time' }, final: true },
  },
  moves: MOVES,
} satisfies Lifecycle;
