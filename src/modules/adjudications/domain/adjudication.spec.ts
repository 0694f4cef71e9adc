import { describe, expect, it } from '@jest/globals';
import { allowedCommands, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import { ADJUDICATION_LIFECYCLE, DECIDED, OVER, UNDECIDED } from './adjudication.lifecycle.js';

const TABLE: Lifecycle = ADJUDICATION_LIFECYCLE;

/**
 * Typed from 令81, never from the table: in which state which step is open, and where it leads (nothing after the arrow: it stays).
 * Whatever is not here is refused.
 */
const EVIDENCE = ['record-inspection', 'record-sampling', 'register-evidence', 'decide-registration', 'set-evidence-period', 'serve-evidence-notice'];
const INVALIDITY = ['record-invalidity', 'continue-despite-invalidity', 'suspend-for-invalidity → suspended', 'suspend → suspended'];
const ANSWER = ['record-answer', 'forward-answer', 'waive-evidence'];
const ENDS = ['dismiss → dismissed', 'end-by-suit → ended-by-suit'];
const ORACLE: Readonly<Record<string, readonly string[]>> = {
  '(new)': ['open → requested', 'open-advice → advice-requested'],
  // 第十三条: given or not; whoever is sued needs none.
  'advice-requested': ['give-advice → advised', 'refuse-advice → advice-refused', 'end-by-suit → advice-refused'],
  advised: [],
  'advice-refused': [],
  // 第十六条: one notice; 第二十条: filed or not; nothing is examined before.
  requested: ['notify-correction → correcting', 'file → filed', 'not-file → not-filed', 'withdraw → withdrawn', 'delegate', 'end-by-suit → ended-by-suit'],
  correcting: ['record-correction → requested', 'not-file → not-filed', 'withdraw → withdrawn', 'delegate', 'end-by-suit → ended-by-suit'],
  'not-filed': [],
  withdrawn: [],
  // 第二十二条: served first. 第三十四条: a repeated infringement may be stopped at once, after the panel deliberated (第二十五条).
  filed: ['delegate', 'call-for-answer', 'serve-request → examining', ...EVIDENCE, 'name-panel', ...INVALIDITY, 'deliberate', 'decide-directly → decided', ...ENDS],
  examining: [
    'delegate', 'call-for-answer', 'serve-request', ...ANSWER, 'raise-objection → objected', ...EVIDENCE, 'commission-appraisal → appraising', 'name-panel', 'add-party', 'announce-hearing → hearing-announced', ...INVALIDITY,
    'start-settlement → settling', 'settle → settled', 'deliberate', 'decide → decided', 'decide-directly → decided', ...ENDS,
  ],
  // 第九条: decided before anything else goes on.
  objected: ['reject-objection → examining', 'uphold-objection → transferred', ...ENDS],
  transferred: [],
  appraising: ['record-appraisal → examining', ...ENDS],
  settling: ['end-settlement → examining', 'settle → settled', ...ENDS],
  // 第二十八条: nothing but the panel may change until it is resumed.
  suspended: ['name-panel', 'resume → examining', ...ENDS],
  // 第二十六条: no decision while a hearing is due.
  'hearing-announced': ['delegate', ...ANSWER, ...EVIDENCE, 'name-panel', 'announce-hearing', 'serve-hearing-notice', 'hold-hearing → heard', 'cancel-hearing → examining', 'deem-withdrawn → dismissed', ...INVALIDITY, ...ENDS],
  // 第二十四条第三款: no party is added after the hearing.
  heard: [
    'delegate', ...ANSWER, ...EVIDENCE, 'commission-appraisal → appraising', 'name-panel', 'announce-hearing → hearing-announced', ...INVALIDITY, 'start-settlement → settling', 'settle → settled', 'deliberate', 'decide → decided', 'decide-directly → decided', ...ENDS,
  ],
  settled: [],
  dismissed: [],
  'ended-by-suit': ['dismiss → dismissed'],
  // 第三十三条: corrected, changed, revoked by the agency itself.
  decided: ['end-by-suit', 'serve-decision → served', 'rectify', 'revoke-decision → revoked'],
  served: [
    'end-by-suit', 'begin-publication', 'leave-unpublished', 'serve-decision', 'rectify', 'change-decision', 'revoke-decision → revoked', 'record-suit → sued', 'record-performance → performed', 'apply-enforcement → enforcing', 'leave-enforcement', 'record-holder-enforcement → enforcing', 'conclude → concluded',
  ],
  // 第八十条第一款: a suit does not stay execution.
  sued: ['end-by-suit', 'begin-publication', 'leave-unpublished', 'record-upheld → effective', 'record-changed → effective', 'record-annulled → annulled', 'record-performance'],
  effective: ['end-by-suit', 'begin-publication', 'leave-unpublished', 'rectify', 'change-decision', 'revoke-decision → revoked', 'record-performance → performed', 'apply-enforcement → enforcing', 'leave-enforcement', 'record-holder-enforcement → enforcing', 'conclude → concluded'],
  enforcing: ['end-by-suit', 'begin-publication', 'leave-unpublished', 'change-decision', 'revoke-decision → revoked', 'record-performance → performed', 'end-enforcement → concluded'],
  performed: ['end-by-suit', 'begin-publication', 'leave-unpublished', 'record-suit → sued'],
  concluded: ['end-by-suit', 'begin-publication', 'leave-unpublished'],
  annulled: ['end-by-suit', 'examine-anew → examining'],
  revoked: [],
};
const text = ({ from, command, to }: Move): string => (from === to ? command : `${command} → ${to}`);

/** Who decides: the head where the measures say so or where rights are touched; else who conducts it. */
const BY_THE_HEAD = [
  'file', 'not-file', 'delegate', 'reject-objection', 'uphold-objection', 'register-evidence', 'decide-registration', 'name-panel', 'deem-withdrawn', 'continue-despite-invalidity', 'suspend-for-invalidity', 'suspend', 'resume', 'settle', 'decide', 'decide-directly', 'dismiss',
  'rectify', 'change-decision', 'revoke-decision', 'examine-anew', 'apply-enforcement', 'give-advice', 'refuse-advice',
];

/** Articles, typed from the text. */
const ARTICLES: Readonly<Record<string, string>> = {
  'begin-publication': '第八十三条第一款', 'leave-unpublished': '第八十三条第一款',
  open: '第十二条、第二十条', 'open-advice': '第十三条', 'give-advice': '第十三条', 'refuse-advice': '第十三条', 'notify-correction': '第十六条', 'record-correction': '第十六条、第二十条', file: '第十二条至第十六条、第二十条', withdraw: '第三十六条第一款第二项', delegate: '第八条第三款', 'call-for-answer': '第二十二条第一款', 'serve-request': '第二十二条第一款', 'record-answer': '第二十二条',
  'forward-answer': '第二十二条第二款', 'raise-objection': '第九条第一款、第三十七条第二款', 'reject-objection': '第九条第一款', 'uphold-objection': '第九条第一款', 'set-evidence-period': '第五十四条', 'serve-evidence-notice': '第五十四条', 'waive-evidence': '第五十四条', 'record-inspection': '第四十七条', 'record-sampling': '第四十八条',
  'register-evidence': '第四十九条', 'decide-registration': '第四十九条第一款', 'commission-appraisal': '第三十七条第二款、第五十三条', 'record-appraisal': '第五十三条', 'name-panel': '第五条、第二十条', 'add-party': '第二十三条、第二十四条', 'announce-hearing': '第二十六条、第二十七条', 'serve-hearing-notice': '第二十六条',
  'hold-hearing': '第二十六条、第二十七条', 'cancel-hearing': '第二十六条', 'deem-withdrawn': '第二十六条、第三十六条第一款第二项', 'record-invalidity': '第二十八条第一款第一项、第二十九条', 'continue-despite-invalidity': '第二十九条', 'suspend-for-invalidity': '第二十八条第一款第一项、第三十七条第二款',
  suspend: '第二十八条第一款第二项至第七项、第三十七条第二款', resume: '第二十八条第二款', 'start-settlement': '第三十五条第一款、第三十七条第二款', 'end-settlement': '第三十五条第一款', settle: '第三十条第一款第二项、第三十五条', deliberate: '第二十五条', decide: '第三十条第一款第一项、第三十一条、第三十二条',
  'decide-directly': '第三十四条第一款', 'serve-decision': '第十条、第三十一条、第八十条', rectify: '第三十三条第二款', 'change-decision': '第三十三条第一款', 'revoke-decision': '第三十三条第一款', 'record-suit': '第六十五条', 'record-upheld': '第八十条第二款', 'record-changed': '第八十三条第二款', 'record-annulled': '第八十三条第二款',
  'examine-anew': '第七十条', 'apply-enforcement': '第八十条第二款', 'leave-enforcement': '第八十条第二款', 'record-holder-enforcement': '第八十条第二款', 'end-enforcement': '第八十条第二款', conclude: '第三十条第一款第一项、第八十条',
};

/** What a step does to the clocks: + start, - met, x fallen away, || and > stand still and go on; ? on a condition. */
const CLOCKS: readonly (readonly [state: string | null, command: string, ...clocks: string[]])[] = [
  [null, 'open', '+filing?'], ['requested', 'notify-correction', '+correction', 'xfiling'], ['correcting', 'record-correction', '+filing', '-correction'], ['requested', 'file', '+service', '+recusal-request', '+decision', '-filing'], ['requested', 'not-file', '-filing'],
  ['filed', 'serve-request', '+answer?', '+answer-abroad?', '-service?'], ['examining', 'record-answer', '+answer-forwarding', '-answer?', '-answer-abroad?'], ['examining', 'forward-answer', '-answer-forwarding'],
  ['examining', 'raise-objection', '+jurisdiction-objection', '||decision'], ['objected', 'reject-objection', '-jurisdiction-objection', '>decision'], ['examining', 'serve-evidence-notice', '+evidence'], ['examining', 'waive-evidence', 'xevidence'],
  ['examining', 'register-evidence', '+evidence-registration'], ['examining', 'decide-registration', '-evidence-registration'], ['examining', 'commission-appraisal', '||decision'], ['appraising', 'record-appraisal', '>decision'],
  ['examining', 'announce-hearing', '+oral-hearing-notice', 'xoral-hearing-notice'], ['hearing-announced', 'serve-hearing-notice', '-oral-hearing-notice?'], ['examining', 'start-settlement', '||decision'], ['settling', 'end-settlement', '>decision'],
  ['examining', 'suspend-for-invalidity', '||decision', '||service', '||answer', '||answer-abroad', '||evidence', 'xoral-hearing-notice'], ['suspended', 'resume', '>decision', '>service', '>answer', '>answer-abroad', '>evidence'],
  ['heard', 'decide', '+publication', '-decision', 'xanswer', 'xanswer-abroad', 'xservice', 'xanswer-forwarding', 'xrecusal-request', 'xevidence', 'xoral-hearing-notice', 'xevidence-registration'],
  ['decided', 'serve-decision', '+suit', '+enforcement-agency?'], ['served', 'record-suit', '-suit', 'xenforcement-agency', 'xenforcement-holder'], ['sued', 'record-upheld', '+enforcement-agency?'], ['sued', 'record-annulled', '+publication-change'],
  ['served', 'apply-enforcement', '-enforcement-agency'], ['served', 'leave-enforcement', '+enforcement-holder', 'xenforcement-agency'], ['served', 'record-holder-enforcement', '-enforcement-holder'], ['annulled', 'examine-anew', '+recusal-request', '+decision'],
];

function effects({ clocks = {} }: Move): string[] {
  const name = (code: string): string => code.replace('adjudication.', '');
  return [
    ...(clocks.start ?? []).map((start) => (typeof start === 'string' ? `+${name(start)}` : `+${name(start.kind)}?`)), ...(clocks.stop ?? []).map((kind) => `-${name(kind)}`), ...(clocks.stopWhen ?? []).map(({ kind }) => `-${name(kind)}?`),
    ...(clocks.pause ?? []).map((kind) => `||${name(kind)}`), ...(clocks.resume ?? []).map((kind) => `>${name(kind)}`), ...(clocks.lapse ?? []).map((kind) => `x${name(kind)}`),
  ];
}

const move = (state: string | null, command: string): Move | undefined => TABLE.moves.find((row) => row.from === state && row.command === command);

describe('the adjudication lifecycle', () => {
  it.each(Object.entries(ORACLE))('in %s these steps are open, and no other', (state, steps) => {
    const rows = TABLE.moves.filter((row) => (row.from ?? '(new)') === state);
    expect(rows.map(text).sort()).toEqual([...steps].sort());
  });

  it('has no state that the oracle does not know', () => {
    expect(Object.keys(TABLE.states).sort()).toEqual(Object.keys(ORACLE).filter((state) => state !== '(new)').sort());
  });

  it('lets the head decide what touches rights, and who conducts it do the rest', () => {
    const permissions = Object.fromEntries(TABLE.moves.map(({ command, permission }) => [command, permission]));
    const expected = Object.fromEntries(Object.keys(permissions).map((command) => [command, command === 'end-by-suit' ? 'civil-suit.record' : ['begin-publication', 'leave-unpublished'].includes(command) ? 'publication.prepare' : BY_THE_HEAD.includes(command) ? 'adjudication.approve' : 'adjudication.handle']));
    expect(permissions).toEqual(expected);
    expect(BY_THE_HEAD.filter((command) => !(command in permissions))).toEqual([]);
  });

  it.each(Object.entries(ARTICLES))('%s rests on %s', (command, article) => {
    const bases = TABLE.moves.filter((row) => row.command === command).map(({ basis }) => ('article' in basis ? basis.article : ''));
    expect([...new Set(bases)]).toEqual([article]);
  });

  it.each(CLOCKS)('%s: %s moves these clocks', (state, command, ...expected) => {
    const row = move(state, command);
    expect(row === undefined ? [] : effects(row).sort()).toEqual([...expected].sort());
  });

  it('never offers what is carried in, and ends by a suit wherever nothing is decided', () => {
    for (const state of ['requested', 'correcting', ...UNDECIDED]) expect(move(state, 'end-by-suit')?.to).toBe('ended-by-suit');
    for (const state of DECIDED) expect(move(state, 'end-by-suit')?.to).toBe(state);
    expect(Object.keys(TABLE.states).filter((state) => allowedCommands(TABLE, state).includes('end-by-suit'))).toEqual([]);
  });

  it('lets no decision be made without deliberation, an open recusal, or with a suit pending', () => {
    for (const row of TABLE.moves.filter(({ command }) => command === 'decide' || command === 'decide-directly')) {
      expect(row.guards).toEqual(expect.arrayContaining(['majority-carries', 'panel-complete', 'panel-not-excluded', 'no-recusal-open', 'actor-not-excluded', 'invalidity-dealt-with', 'patent-stands', 'order-complete', 'nobody-has-sued']));
    }
    for (const state of ['examining', 'heard']) expect(move(state, 'decide')?.guards).toEqual(expect.arrayContaining(['everybody-served', 'answer-period-over', 'evidence-period-set', 'evidence-period-over', 'registration-decided']));
  });

  it('pauses the time of the decision exactly where it stands still, and lets it go on where it leads back', () => {
    const still = ['objected', 'appraising', 'settling', 'suspended'];
    const wrong = TABLE.moves.filter(({ from, to, clocks = {} }) => {
      const enters = still.includes(to) && !still.includes(from ?? '');
      const returns = still.includes(from ?? '') && to === 'examining';
      return enters !== (clocks.pause ?? []).includes('adjudication.decision') || returns !== (clocks.resume ?? []).includes('adjudication.decision');
    });
    expect(wrong.map(text)).toEqual([]);
  });

  it('leads from every state to an end', () => {
    const ends = new Set<string>([...OVER, ...Object.entries(TABLE.states).flatMap(([name, { final }]) => (final === true ? [name] : []))]);
    for (let before = -1; before !== ends.size; ) {
      before = ends.size;
      for (const { from, to } of TABLE.moves) if (from !== null && ends.has(to)) ends.add(from);
    }
    expect(Object.keys(TABLE.states).filter((state) => !ends.has(state))).toEqual([]);
  });

  it('ends every clock of the proceeding before it is over', () => {
    const running = ['adjudication.decision', 'adjudication.service', 'adjudication.answer', 'adjudication.answer-abroad', 'adjudication.answer-forwarding', 'adjudication.evidence', 'adjudication.evidence-registration', 'adjudication.recusal-request', 'adjudication.oral-hearing-notice'];
    const ending = TABLE.moves.filter(({ from, to }) => (UNDECIDED as readonly (string | null)[]).includes(from) && ['transferred', 'settled', 'dismissed', 'ended-by-suit', 'decided'].includes(to));
    for (const row of ending) expect([text(row), running.filter((kind) => ![...(row.clocks?.stop ?? []), ...(row.clocks?.lapse ?? [])].includes(kind))]).toEqual([text(row), []]);
  });
});
