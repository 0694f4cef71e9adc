import { staying, type ClockStart, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';
import { PUNITIVE_SOURCE } from './punitive.rules.js';

const civil = (article: string, note?: string): Basis => ({ source: '民事诉讼法', article, status: 'verified', ...(note === undefined ? {} : { note }) });
const PUNITIVE: Basis = { source: PUNITIVE_SOURCE, article: '第二条', status: 'verified', note: '民事诉讼法第一百四十三条' };
const ORDER: Basis = { source: '律师调查令制度', article: '条文未读', status: 'unverified', note: '广东省高级人民法院的规定未读；只能在诉讼中由人民法院签发' };
const ASSIGNED: Basis = { source: '最高人民法院关于人民法院特邀调解的规定', article: '第十一条', status: 'verified', note: '民事诉讼法第一百二十五条' };
const BACK: Basis = { source: '最高人民法院关于人民法院特邀调解的规定', article: '第二十六条第二款', status: 'verified' };

const RECORD = 'civil-suit.record';
const OWN = ['keeps-the-record', 'not-in-advance'];
const TRIAL = ['civil.ordinary', 'civil.simple', 'civil.small-claims'];
const TRIED: ClockStart[] = [{ kind: 'civil.ordinary', when: 'ordinary-limit' }, { kind: 'civil.simple', when: 'simple-limit' }, { kind: 'civil.small-claims', when: 'small-claims-limit' }];
const APPEALS = ['civil.appeal', 'civil.appeal-ruling', 'civil.appeal-abroad'];
const EXECUTION: ClockStart[] = [{ kind: 'execution.application', when: 'something-to-perform' }];
const RULING_SERVED: ClockStart[] = [{ kind: 'civil.appeal-ruling', when: 'some-at-home' }, { kind: 'civil.appeal-abroad', when: 'some-abroad' }];
const AWARD = ['punitive-claimed', 'punitive-adds-up', 'factor-in-law', 'punitive-facts-named', 'damages-hold-punitive'];

const TABLE: readonly Move[] = [
  // Before the court has filed.
  { from: null, command: 'open', to: 'submitted', permission: RECORD, guards: ['parties-of-the-case', 'both-sides-named', 'not-in-advance'], requires: ['court', 'cause', 'claims', 'submittedAt'], clocks: { start: ['civil.filing'] }, emits: ['civil-suit.submitted'], basis: civil('第一百二十二条、第一百二十六条') },
  {
    from: null, command: 'open-preservation', to: 'preservation-applied', permission: RECORD, guards: ['parties-of-the-case', 'both-sides-named', 'not-in-advance'], requires: ['court', 'cause', 'appliedAt', 'measures'], clocks: { start: ['preservation.ruling'] },
    emits: ['civil-suit.preservation-applied'], basis: civil('第一百零四条', '专利法第七十二条、第七十三条，商标法第六十五条、第六十六条'),
  },
  {
    from: 'preservation-applied', command: 'grant-preservation', to: 'preserved', permission: RECORD, guards: [...OWN, 'security-given'], requires: ['number', 'ruledAt', 'measuresAt'], clocks: { stop: ['preservation.ruling'], start: ['preservation.suit'] },
    emits: ['civil-suit.preserved'], basis: civil('第一百零四条第一款、第二款'),
  },
  { from: 'preservation-applied', command: 'refuse-preservation', to: 'not-preserved', permission: RECORD, guards: OWN, requires: ['number', 'ruledAt', 'reason'], clocks: { stop: ['preservation.ruling'] }, emits: ['civil-suit.preservation-refused'], basis: civil('第一百零四条第一款、第二款') },
  { from: 'preserved', command: 'submit', to: 'submitted', permission: RECORD, guards: [...OWN, 'sued-in-time'], requires: ['claims', 'submittedAt'], clocks: { stop: ['preservation.suit'], start: ['civil.filing'] }, emits: ['civil-suit.submitted'], basis: civil('第一百零四条第三款') },
  { from: 'preserved', command: 'lift-preservation', to: 'lapsed', permission: RECORD, guards: [...OWN, 'lifting-ground-holds'], requires: ['ground', 'liftedAt'], clocks: { lapse: ['preservation.suit'] }, emits: ['civil-suit.preservation-lifted'], basis: civil('第一百零四条第三款、第一百零七条') },
  ...staying(['submitted', 'first-instance', 'second-instance'], { command: 'amend-claims', permission: RECORD, guards: [...OWN, 'no-new-punitive-on-appeal'], requires: ['claims'], emits: ['civil-suit.claims-amended'], basis: PUNITIVE }),
  {
    from: 'submitted', command: 'file', to: 'first-instance', permission: RECORD, guards: [...OWN, 'number-free'], requires: ['number', 'procedure', 'filedAt'], clocks: { stop: ['civil.filing'], start: TRIED },
    emits: ['civil-suit.filed'], cascade: [{ subject: 'adjudication', command: 'end-by-suit' }, { subject: 'takedown', command: 'stop-by-suit' }], basis: civil('第一百二十六条', '一方起诉的，专利侵权纠纷行政裁决终结：国家知识产权局令第81号第十二条'),
  },
  { from: 'submitted', command: 'not-accept', to: 'ruled', permission: RECORD, guards: OWN, requires: ['number', 'servedAt', 'reason'], clocks: { stop: ['civil.filing'], start: RULING_SERVED }, emits: ['civil-suit.not-accepted'], basis: civil('第一百二十六条') },
  // Mediation by others on behalf of the court.
  { from: 'submitted', command: 'assign-mediation', to: 'in-mediation', permission: RECORD, guards: [...OWN, 'body-mediates'], requires: ['body', 'assignedAt'], clocks: { lapse: ['civil.filing'] }, emits: ['civil-suit.mediation-assigned'], basis: ASSIGNED },
  { from: 'first-instance', command: 'assign-mediation', to: 'entrusted', permission: RECORD, guards: [...OWN, 'body-mediates'], requires: ['body', 'assignedAt'], emits: ['civil-suit.mediation-assigned'], basis: ASSIGNED },
  { from: 'in-mediation', command: 'receive-back', carried: true, to: 'submitted', permission: 'mediation.handle', clocks: { start: ['civil.filing'] }, emits: ['civil-suit.mediation-returned'], basis: BACK },
  { from: 'entrusted', command: 'receive-back', carried: true, to: 'first-instance', permission: 'mediation.handle', emits: ['civil-suit.mediation-returned'], basis: BACK },
  // First instance.
  ...staying(['first-instance', 'second-instance'], { command: 'hold-hearing', permission: RECORD, guards: OWN, requires: ['at', 'mode'], emits: ['civil-suit.heard'], basis: civil('第一百四十条', '第一百七十六条') }),
  ...staying(['submitted', 'first-instance', 'second-instance'], { command: 'record-investigation-order', permission: RECORD, guards: [...OWN, 'ordered-for-a-party'], requires: ['number', 'party', 'addressee', 'evidence', 'issuedAt', 'days'], emits: ['civil-suit.investigation-ordered'], basis: ORDER }),
  ...staying(['first-instance', 'second-instance'], { command: 'preserve', permission: RECORD, guards: OWN, requires: ['number', 'measures', 'ruledAt'], emits: ['civil-suit.preservation-ordered'], basis: civil('第一百零三条') }),
  {
    from: 'first-instance', command: 'judge', to: 'judged', permission: RECORD, guards: [...OWN, 'appeal-lies', ...AWARD], requires: ['number', 'judgedAt', 'servedAt', 'result'],
    clocks: { stop: TRIAL, start: [{ kind: 'civil.appeal', when: 'some-at-home' }, { kind: 'civil.appeal-abroad', when: 'some-abroad' }] }, emits: ['civil-suit.judged'], basis: civil('第一百五十五条、第一百七十一条第一款', '第二百八十六条'),
  },
  { from: 'first-instance', command: 'judge-finally', to: 'effective', permission: RECORD, guards: [...OWN, 'small-claims', ...AWARD], requires: ['number', 'judgedAt', 'servedAt', 'result'], clocks: { stop: TRIAL, start: EXECUTION }, emits: ['civil-suit.judged'], basis: civil('第一百六十五条') },
  { from: 'first-instance', command: 'dismiss', to: 'ruled', permission: RECORD, guards: OWN, requires: ['number', 'servedAt', 'reason'], clocks: { stop: TRIAL, start: RULING_SERVED }, emits: ['civil-suit.dismissed'], basis: civil('第一百五十七条、第一百七十一条第二款') },
  // Appeal and second instance.
  { from: 'judged', command: 'appeal', to: 'appealed', permission: RECORD, guards: [...OWN, 'appellant-in-suit', 'appeal-in-time'], requires: ['appellant', 'appealedAt'], clocks: { stop: APPEALS }, emits: ['civil-suit.appealed'], basis: civil('第一百七十一条第一款、第一百七十三条') },
  { from: 'ruled', command: 'appeal', to: 'ruling-appealed', permission: RECORD, guards: [...OWN, 'appellant-in-suit', 'appeal-in-time'], requires: ['appellant', 'appealedAt'], clocks: { stop: APPEALS }, emits: ['civil-suit.appealed'], basis: civil('第一百七十一条第二款、第一百七十三条') },
  { from: 'judged', command: 'become-effective', to: 'effective', permission: RECORD, guards: [...OWN, 'appeal-time-over'], requires: ['effectiveAt'], clocks: { stop: APPEALS, start: EXECUTION }, emits: ['civil-suit.effective'], basis: civil('第一百五十八条') },
  { from: 'ruled', command: 'become-effective', to: 'dismissed', permission: RECORD, guards: [...OWN, 'appeal-time-over'], requires: ['effectiveAt'], clocks: { stop: APPEALS }, emits: ['civil-suit.effective'], basis: civil('第一百五十八条') },
  { from: 'appealed', command: 'file-appeal', to: 'second-instance', permission: RECORD, guards: OWN, requires: ['court', 'number', 'filedAt'], clocks: { start: [{ kind: 'civil.second-instance', when: 'limit-binds' }] }, emits: ['civil-suit.appeal-filed'], basis: civil('第一百七十四条、第一百八十三条第一款') },
  { from: 'ruling-appealed', command: 'file-appeal', to: 'second-instance-ruling', permission: RECORD, guards: OWN, requires: ['court', 'number', 'filedAt'], clocks: { start: [{ kind: 'civil.second-instance-ruling', when: 'limit-binds' }] }, emits: ['civil-suit.appeal-filed'], basis: civil('第一百七十四条、第一百八十三条第二款') },
  { from: 'second-instance', command: 'affirm', to: 'effective', permission: RECORD, guards: OWN, requires: ['number', 'effectiveAt'], clocks: { stop: ['civil.second-instance'], start: EXECUTION }, emits: ['civil-suit.affirmed'], basis: civil('第一百七十七条第一款第一项、第一百八十二条') },
  { from: 'second-instance', command: 'change', to: 'effective', permission: RECORD, guards: [...OWN, ...AWARD], requires: ['number', 'judgedAt', 'servedAt', 'result'], clocks: { stop: ['civil.second-instance'], start: EXECUTION }, emits: ['civil-suit.changed'], basis: civil('第一百七十七条第一款第二项、第一百八十二条') },
  { from: 'second-instance', command: 'remand', to: 'first-instance', permission: RECORD, guards: [...OWN, 'remanded-once'], requires: ['number', 'reason', 'remandedAt'], clocks: { stop: ['civil.second-instance'], start: TRIED }, emits: ['civil-suit.remanded'], basis: civil('第一百七十七条') },
  { from: 'second-instance', command: 'withdraw-appeal', to: 'effective', permission: RECORD, guards: OWN, requires: ['number', 'effectiveAt'], clocks: { stop: ['civil.second-instance'], start: EXECUTION }, emits: ['civil-suit.appeal-withdrawn'], basis: civil('第一百八十条') },
  { from: 'second-instance-ruling', command: 'affirm', to: 'dismissed', permission: RECORD, guards: OWN, requires: ['number', 'effectiveAt'], clocks: { stop: ['civil.second-instance-ruling'] }, emits: ['civil-suit.affirmed'], basis: civil('第一百七十七条第一款第一项、第一百七十八条') },
  { from: 'second-instance-ruling', command: 'order-filing', to: 'submitted', permission: RECORD, guards: [...OWN, 'never-filed'], requires: ['number', 'orderedAt'], clocks: { stop: ['civil.second-instance-ruling'], start: ['civil.filing'] }, emits: ['civil-suit.filing-ordered'], basis: civil('第一百七十七条第一款第二项、第一百七十八条') },
  { from: 'second-instance-ruling', command: 'order-trial', to: 'first-instance', permission: RECORD, guards: [...OWN, 'was-filed'], requires: ['number', 'orderedAt'], clocks: { stop: ['civil.second-instance-ruling'], start: TRIED }, emits: ['civil-suit.trial-ordered'], basis: civil('第一百七十七条第一款第二项、第一百七十八条') },
  // Ended by the parties.
  ...(['first-instance', 'entrusted', 'second-instance'] as const).map((from): Move => ({
    from, command: 'settle', to: 'effective', permission: RECORD, guards: OWN, requires: ['number', 'effectiveAt', 'terms'], clocks: { stop: [...TRIAL, 'civil.second-instance'], start: ['execution.application'] }, emits: ['civil-suit.settled'], basis: civil(from === 'second-instance' ? '第一百七十九条' : '第一百条'),
  })),
  ...(['preservation-applied', 'submitted', 'in-mediation', 'first-instance', 'entrusted'] as const).map((from): Move => ({
    from, command: 'withdraw', to: 'withdrawn', permission: RECORD, guards: OWN, requires: ['reason', 'withdrawnAt'], clocks: { lapse: ['preservation.ruling', 'civil.filing', ...TRIAL] }, emits: ['civil-suit.withdrawn'], basis: civil('第十三条第二款、第一百四十八条'),
  })),
  // Enforcement.
  { from: 'effective', command: 'apply-enforcement', to: 'enforcing', permission: RECORD, guards: [...OWN, 'has-something-to-perform'], requires: ['number', 'appliedAt'], clocks: { stop: ['execution.application'] }, emits: ['civil-suit.enforcement-asked'], basis: civil('第二百四十七条、第二百五十条') },
  { from: 'enforcing', command: 'end-enforcement', to: 'unenforced', permission: RECORD, guards: OWN, requires: ['reason', 'endedAt'], emits: ['civil-suit.enforcement-ended'], basis: civil('第二百六十五条') },
  { from: 'unenforced', command: 'resume-enforcement', to: 'enforcing', permission: RECORD, guards: OWN, requires: ['number', 'appliedAt'], emits: ['civil-suit.enforcement-asked'], basis: civil('第二百六十五条') },
  ...(['effective', 'enforcing', 'unenforced'] as const).map((from): Move => ({
    from, command: 'record-performance', to: 'performed', permission: RECORD, guards: [...OWN, 'has-something-to-perform'], requires: ['performedAt'], clocks: { stop: ['execution.application'] }, emits: ['civil-suit.performed'], basis: civil('第二百四十七条'),
  })),
  { from: 'effective', command: 'conclude', to: 'concluded', permission: RECORD, guards: [...OWN, 'nothing-left-to-enforce'], requires: ['reason'], clocks: { lapse: ['execution.application'] }, emits: ['civil-suit.concluded'], basis: civil('第二百五十条') },
];

/** A civil suit as it is recorded: the court decides, the record follows, and what it does to other tracks is done. */
export const CIVIL_SUIT_LIFECYCLE = {
  subject: 'civil-suit',
  label: { zh: '民事诉讼', en: 'Civil suit' },
  states: {
    'preservation-applied': { label: { zh: '已申请诉前保全', en: 'Preservation asked for' }, clocks: ['preservation.ruling'] },
    preserved: { label: { zh: '已采取诉前保全', en: 'Preserved before suit' }, clocks: ['preservation.suit'] },
    'not-preserved': { label: { zh: '驳回保全申请', en: 'Preservation refused' }, final: true },
    lapsed: { label: { zh: '保全解除，未起诉', en: 'Preservation lifted, no suit' }, final: true },
    submitted: { label: { zh: '已起诉待立案', en: 'Submitted' }, clocks: ['civil.filing'] },
    'in-mediation': { label: { zh: '立案前委派调解', en: 'In mediation before filing' }, untimed: 'The mediation that the court assigned has the clock of 特邀调解规定第二十七条; what is owed here begins again when it comes back' },
    'first-instance': { label: { zh: '一审', en: 'First instance' }, clocks: TRIAL },
    entrusted: { label: { zh: '立案后委托调解', en: 'Entrusted to mediators after filing' }, clocks: TRIAL },
    judged: { label: { zh: '一审已判决', en: 'Judged in first instance' }, clocks: ['civil.appeal', 'civil.appeal-abroad'] },
    ruled: { label: { zh: '裁定不予受理或者驳回起诉', en: 'Ruled inadmissible' }, clocks: ['civil.appeal-ruling', 'civil.appeal-abroad'] },
    appealed: { label: { zh: '已上诉待二审立案', en: 'Appealed' }, untimed: 'The court below serves the appeal and passes the file on; each step has its own days (第一百七十四条), none for the whole' },
    'ruling-appealed': { label: { zh: '对裁定已上诉待二审立案', en: 'Ruling appealed' }, untimed: 'The court below serves the appeal and passes the file on; each step has its own days (第一百七十四条), none for the whole' },
    'second-instance': { label: { zh: '二审', en: 'Second instance' }, clocks: ['civil.second-instance'] },
    'second-instance-ruling': { label: { zh: '对裁定的二审', en: 'Second instance on a ruling' }, clocks: ['civil.second-instance-ruling'] },
    effective: { label: { zh: '已生效', en: 'Effective' }, clocks: ['execution.application'] },
    enforcing: { label: { zh: '强制执行', en: 'In enforcement' }, untimed: 'No statute limits how long the court enforces' },
    unenforced: { label: { zh: '终结本次执行', en: 'Enforcement without success' }, untimed: 'The debt stays; the creditor may ask again at any time (第二百六十五条)' },
    performed: { label: { zh: '已履行', en: 'Performed' }, final: true },
    concluded: { label: { zh: '无可执行内容', en: 'Nothing to enforce' }, final: true },
    dismissed: { label: { zh: '起诉不予受理或者驳回', en: 'Dismissed' }, final: true },
    withdrawn: { label: { zh: '撤诉', en: 'Withdrawn' }, final: true },
  },
  moves: TABLE,
} satisfies Lifecycle;
