import type { Lifecycle, Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const CITY: Basis = { source: '潮办发〔2021〕2号', article: '第3项', status: 'verified', note: '措施要求纳入双随机、一公开重点抽查名单；步骤为本系统拟定' };
const CHECKS: Basis = { source: '企业公示信息抽查办法', article: '第十一条', status: 'unverified', note: '未见原文，步骤为本系统拟定' };
const PLAN = 'spot-check.plan';
const WORK = 'spot-check.work';

/** 重点抽查名单: who is checked more often, why and since when. */
export const KEY_TARGET_LIFECYCLE = {
  subject: 'key-target',
  label: { zh: '重点抽查对象', en: 'Firm on the key list' },
  states: {
    listed: { label: { zh: '在名单', en: 'On the list' }, untimed: 'Nothing that was read says how long; it is taken off with a reason' },
    removed: { label: { zh: '已移出', en: 'Taken off' }, final: true },
  },
  moves: [
    { from: null, command: 'list', to: 'listed', permission: PLAN, guards: ['decision-named'], emits: ['key-target.listed'], basis: CITY },
    { from: 'listed', command: 'remove', to: 'removed', permission: PLAN, guards: ['of-own-agency'], requires: ['reason'], emits: ['key-target.removed'], basis: CITY },
  ],
} satisfies Lifecycle;

/** 抽查计划: a pool that is frozen, and the lot that falls once. */
export const CHECK_DRAW_LIFECYCLE = {
  subject: 'check-draw',
  label: { zh: '抽查计划', en: 'Draw of spot checks' },
  states: {
    planned: { label: { zh: '已制定', en: 'Planned' }, untimed: 'Whoever planned it draws or calls it off; nothing runs before' },
    drawn: { label: { zh: '已抽取', en: 'Drawn' }, final: true },
    'called-off': { label: { zh: '已取消', en: 'Called off' }, final: true },
  },
  moves: [
    { from: null, command: 'plan', to: 'planned', permission: PLAN, guards: ['shares-enough', 'officers-enough', 'not-too-many'], emits: ['check-draw.planned'], basis: CHECKS },
    { from: 'planned', command: 'draw', to: 'drawn', permission: PLAN, guards: ['of-own-agency'], emits: ['check-draw.drawn'], cascade: [{ subject: 'spot-check', command: 'assign' }], basis: CHECKS },
    { from: 'planned', command: 'call-off', to: 'called-off', permission: PLAN, guards: ['of-own-agency'], requires: ['reason'], emits: ['check-draw.called-off'], basis: CHECKS },
  ],
} satisfies Lifecycle;

const CHECK_MOVES: readonly Move[] = [
  { from: null, command: 'assign', to: 'assigned', permission: PLAN, clocks: { start: ['spot-check.completion'] }, emits: ['spot-check.assigned'], basis: CHECKS },
  { from: 'assigned', command: 'replace-officer', to: 'assigned', permission: PLAN, guards: ['of-own-agency', 'is-drawn', 'another-is-left'], requires: ['officer', 'reason'], emits: ['spot-check.officer-replaced'], basis: CHECKS },
  {
    from: 'assigned', command: 'record', to: 'recorded', permission: WORK, guards: ['drawn-to-check', 'case-where-opened'], requires: ['result', 'note'], clocks: { stop: ['spot-check.completion'], start: ['spot-check.publication'] },
    emits: ['spot-check.recorded'], basis: CHECKS,
  },
  { from: 'recorded', command: 'publish', to: 'published', permission: WORK, guards: ['of-own-agency', 'published-after-recording'], requires: ['channel', 'publishedAt'], clocks: { stop: ['spot-check.publication'] }, emits: ['spot-check.published'], basis: CHECKS },
];

/** One firm, two officers, one result that everybody may read. */
export const SPOT_CHECK_LIFECYCLE = {
  subject: 'spot-check',
  label: { zh: '抽查', en: 'Spot check' },
  states: {
    assigned: { label: { zh: '待检查', en: 'To be checked' }, clocks: ['spot-check.completion'] },
    recorded: { label: { zh: '待公示', en: 'Result to be published' }, clocks: ['spot-check.publication'] },
    published: { label: { zh: '已公示', en: 'Published' }, final: true },
  },
  moves: CHECK_MOVES,
} satisfies Lifecycle;
