import type { GuardSet, Lifecycle, Move } from '../../kernel/lifecycle/index.js';
import type { Basis } from '../../kernel/text.js';
import type { ExtensionStep, KindRule } from '../../kernel/clock/index.js';
import type { Deadline } from './deadline.entity.js';

/** What the guards of a clock look at: the clock as locked, its law, who acts, what was sent. */
export interface ClockFacts {
  readonly deadline: Deadline;
  readonly rule: KindRule;
  readonly actor: { readonly agency: string; readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

const OWN: Basis = { source: '本系统', article: 'ADR 0015', status: 'verified', note: '具体依据随时限种类：暂停事由、延长阶梯各有条文' };
const NO_ONE = 'The move of the subject that carries it tells of it';
const CARRIED = { permission: 'deadline.read', silent: NO_ONE, emits: [], basis: OWN } as const;
const from = <State extends string>(states: readonly (readonly [State, string])[], move: Omit<Move, 'from' | 'to'>): Move[] => states.map(([state, to]) => ({ ...move, from: state, to }));

/**
 * A clock from its start to its end. Officers send pause, resume, extend and satisfy; time brings expire, clear and recount; the moves
 * of the subject bring start, stop and lapse, and pause and resume too. A clock that was late and was then prolonged runs again:
 * `overdue_at` and the ledger keep that it was late.
 */
export const DEADLINE_LIFECYCLE: Lifecycle = {
  subject: 'deadline',
  label: { zh: '时限', en: 'Clock' },
  states: {
    running: { label: { zh: '计算中', en: 'Running' }, untimed: 'It is the clock; its legal date bounds it' },
    paused: { label: { zh: '中止计算', en: 'Paused' }, untimed: 'Stands as long as its statutory reason does; the officer resumes it' },
    overdue: { label: { zh: '已逾期', en: 'Overdue' }, untimed: 'Run out; it waits for the duty to be done' },
    met: { label: { zh: '按时完成', en: 'Met' }, final: true },
    'met-late': { label: { zh: '逾期完成', en: 'Met late' }, final: true },
    void: { label: { zh: '不再适用', en: 'Void' }, final: true },
  },
  moves: [
    { from: null, command: 'start', to: 'running', ...CARRIED },
    { from: 'running', command: 'pause', to: 'paused', permission: 'deadline.pause', guards: ['clock-of-own-agency', 'reason-of-kind'], requires: ['reason'], emits: ['deadline.paused'], basis: OWN },
    { from: 'paused', command: 'resume', to: 'running', permission: 'deadline.pause', guards: ['clock-of-own-agency', 'paused-by-hand'], emits: ['deadline.resumed'], basis: OWN },
    { from: 'running', command: 'extend', to: 'running', permission: 'deadline.extend', guards: ['next-rung', 'approver-of-rung'], requires: ['extension', 'evidence'], emits: ['deadline.extended'], basis: OWN },
    { from: 'overdue', command: 'extend', to: 'running', permission: 'deadline.extend', guards: ['next-rung', 'approver-of-rung', 'late-extension-allowed'], requires: ['extension', 'evidence'], emits: ['deadline.extended'], basis: OWN },
    ...from([['running', 'met'], ['paused', 'met'], ['overdue', 'met-late']], { command: 'satisfy', permission: 'deadline.satisfy', guards: ['clock-of-own-agency', 'done-outside'], requires: ['reason'], emits: ['deadline.satisfied'], basis: OWN }),
    ...from([['running', 'met'], ['paused', 'met'], ['overdue', 'met-late']], { command: 'stop', ...CARRIED }),
    ...from([['running', 'void'], ['paused', 'void'], ['overdue', 'void']], { command: 'lapse', ...CARRIED }),
    { from: 'running', command: 'expire', to: 'overdue', permission: 'deadline.read', emits: ['deadline.overdue'], basis: OWN },
    { from: 'running', command: 'remind', to: 'running', permission: 'deadline.read', emits: ['deadline.reminder'], basis: OWN },
    ...from([['running', 'running'], ['paused', 'paused'], ['overdue', 'overdue']], { command: 'recount', permission: 'deadline.read', emits: ['deadline.recounted'], basis: OWN }),
    // A year was counted without its notice; the notice shows that the time had not run out.
    { from: 'overdue', command: 'clear', to: 'running', permission: 'deadline.read', emits: ['deadline.recounted'], basis: OWN },
  ],
};

/** The rung that may be granted next; nothing when the ladder is at its end. */
export function nextRung({ deadline, rule }: Pick<ClockFacts, 'deadline' | 'rule'>): ExtensionStep | undefined {
  return rule.extensions[deadline.extensions.length];
}

/** Approvers who decide for the agency that they belong to; the others are bodies that the officer in charge reports of. */
const HEADS: ReadonlySet<string> = new Set(['agency-head', 'agency-heads-together', 'court-president']);
const ABOVE: ReadonlySet<string> = new Set(['superior', 'superior-court']);

function mayApprove(facts: ClockFacts): boolean {
  const { deadline: { agency }, actor } = facts;
  const approver = nextRung(facts)?.approver ?? '';
  if (HEADS.has(approver)) return actor.agency === agency;
  const reaches = actor.agencies.includes(agency);
  return ABOVE.has(approver) ? reaches && actor.agency !== agency : reaches;
}

export const DEADLINE_GUARDS: GuardSet<ClockFacts> = {
  'clock-of-own-agency': {
    code: 'deadline.foreign-agency', text: { zh: '该时限不由本单位履行', en: 'The duty is not that of the actor’s agency' },
    holds: ({ deadline, actor }) => actor.agencies.includes(deadline.agency),
  },
  'reason-of-kind': {
    code: 'deadline.reason-not-of-kind', onInput: true, text: { zh: '依据未规定因该事由扣除时间', en: 'The statute does not leave time out for this reason' },
    holds: ({ rule, input }) => rule.pauses.includes(String(input['reason'])),
  },
  'paused-by-hand': {
    code: 'deadline.paused-by-move', text: { zh: '因程序中止的，随程序恢复', en: 'What the procedure suspended, the procedure resumes' },
    holds: ({ deadline }) => deadline.pauses.at(-1)?.reason !== 'command',
  },
  'next-rung': {
    code: 'deadline.not-the-next-rung', onInput: true, text: { zh: '只能依次延长，且不得超出法定阶梯', en: 'Only the next rung of the ladder can be granted' },
    holds: (facts) => nextRung(facts)?.code === facts.input['extension'],
  },
  'approver-of-rung': {
    code: 'deadline.approver-too-low', text: { zh: '应由有权批准该次延长的机关负责人批准', en: 'This rung is granted by another: the head of the agency itself, or of the one above it' },
    holds: (facts) => nextRung(facts) === undefined || mayApprove(facts),
  },
  'late-extension-allowed': {
    code: 'deadline.expired', text: { zh: '期限已届满，不得再延长', en: 'The limit has run out and cannot be prolonged any more' },
    holds: (facts) => nextRung(facts)?.afterExpiry !== undefined,
  },
  'done-outside': {
    code: 'deadline.stopped-by-move', text: { zh: '该时限随办理步骤结束，不得手工完成', en: 'A step of the procedure ends this clock; it is not ended by hand' },
    holds: ({ rule }) => rule.satisfiable,
  },
};
