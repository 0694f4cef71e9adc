import { staying, type ClockStart, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const PEOPLE = '人民调解法';
const COMPLAINTS = '市场监督管理投诉举报处理办法（总局令第121号）';
const PATENTS = '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）';
const INVITED = '最高人民法院关于人民法院特邀调解的规定';
const ONLINE = '人民法院在线调解规则';
const law = (source: string, article: string, note?: string): Basis => ({ source, article, status: 'verified', ...(note === undefined ? {} : { note }) });

/** Which of them runs follows from the kind: see {@link START} and {@link TAKEN}. */
const RUNNING = ['mediation.consumer', 'mediation.people', 'mediation.administrative', 'patent-mediation.ownership', 'court-mediation.assigned', 'court-mediation.entrusted', 'court-mediation.entrusted-simple'];
const BEFORE = ['patent-mediation.service', 'patent-mediation.reply', 'patent-mediation.filing', 'court-mediation.confirmation'];
const TELLING = ['mediation.termination-notice', 'patent-mediation.refusal-notice', 'mediation.end-notice'];

const START: ClockStart[] = [
  { kind: 'mediation.consumer', when: 'consumer-clock-starts' }, { kind: 'mediation.people', when: 'of-the-people' }, { kind: 'mediation.administrative', when: 'administrative-opens' },
  { kind: 'patent-mediation.service', when: 'patent-clock-starts' }, { kind: 'court-mediation.confirmation', when: 'of-the-court' },
];
const TAKEN: ClockStart[] = [{ kind: 'court-mediation.assigned', when: 'before-filing' }, { kind: 'court-mediation.entrusted', when: 'after-filing' }, { kind: 'court-mediation.entrusted-simple', when: 'after-filing-simple' }];
const FILED: ClockStart[] = [{ kind: 'patent-mediation.ownership', when: 'about-ownership' }, { kind: 'mediation.administrative', when: 'without-limit' }];
/** Only a refusal before filing has the five days of a patent dispute. */
const TELL_REFUSAL: ClockStart[] = [{ kind: 'mediation.termination-notice', when: 'told-under-the-measures' }, { kind: 'patent-mediation.refusal-notice', when: 'told-of-patent-refusal' }, { kind: 'mediation.end-notice', when: 'told-otherwise' }];
const TELL: ClockStart[] = [{ kind: 'mediation.termination-notice', when: 'told-under-the-measures' }, { kind: 'mediation.end-notice', when: 'told-without-limit' }];

const HANDLE = 'mediation.handle';
const CONDUCT = 'mediation.conduct';
const OWN = ['in-own-agency'];
/** While a request for recusal is undecided, the mediation stands still (办法第二十一条第二款). */
const STILL = ['in-own-agency', 'no-recusal-open'];
/** What is said and agreed is for its members until all have signed. */
const AMONG = [...STILL, 'is-member'];
const AT_WORK = ['arranging', 'mediating'];
const UNDER_WAY = ['requested', 'awaiting-reply', 'consented', 'arranging', 'mediating', 'signing'];
const AGREED = [{ subject: 'agreement-term', command: 'open' }, { subject: 'confirmation', command: 'open' }, { subject: 'mediation', command: 'receive-back' }];

/** From the request to an agreement in force, or to its end without one. It touches no penalty: no row of it leads there. */
export const MEDIATION_LIFECYCLE = {
  subject: 'mediation',
  label: { zh: '调解', en: 'Mediation' },
  states: {
    requested: { label: { zh: '征求同意', en: 'Requested, consent is asked for' }, clocks: ['mediation.consumer', 'mediation.people', 'mediation.administrative', 'patent-mediation.service', 'court-mediation.confirmation', 'court-mediation.assigned', 'court-mediation.entrusted', 'court-mediation.entrusted-simple'] },
    'awaiting-reply': { label: { zh: '待被请求人陈述意见', en: 'The respondent’s reply is awaited' }, clocks: ['patent-mediation.reply'] },
    consented: { label: { zh: '被请求人同意，待立案', en: 'The respondent agreed, to be filed' }, clocks: ['patent-mediation.filing'] },
    arranging: { label: { zh: '确定调解员、安排调解', en: 'Mediators are named, a session arranged' }, clocks: RUNNING },
    mediating: { label: { zh: '调解中', en: 'Under mediation' }, clocks: RUNNING },
    signing: { label: { zh: '待签署协议', en: 'Agreed, signatures are awaited' }, clocks: RUNNING },
    entrusted: { label: { zh: '已委托调解', en: 'Entrusted to an organisation' }, untimed: 'The clock went along with the entrusted mediation' },
    agreed: { label: { zh: '达成协议', en: 'Agreement in force' }, untimed: 'The terms and the application for confirmation have clocks of their own' },
    refused: { label: { zh: '当事人不同意调解，待告知', en: 'Refused, both sides to be told' }, clocks: TELLING },
    failed: { label: { zh: '调解不成，待告知', en: 'Failed, both sides to be told' }, clocks: ['mediation.termination-notice', 'mediation.end-notice'] },
    terminated: { label: { zh: '终止调解，待告知', en: 'Terminated, both sides to be told' }, clocks: ['mediation.termination-notice', 'mediation.end-notice'] },
    withdrawn: { label: { zh: '撤回，待告知', en: 'Withdrawn, both sides to be told' }, clocks: ['mediation.termination-notice', 'mediation.end-notice'] },
    closed: { label: { zh: '终结，双方已告知', en: 'Ended, both sides were told' }, final: true },
    returned: { label: { zh: '已退回法院', en: 'Returned to the court' }, final: true },
    'entrusted-ended': { label: { zh: '委托调解终结', en: 'The entrusted mediation has ended' }, final: true },
  },
  moves: [
    {
      from: null, command: 'open', to: 'requested', permission: HANDLE, guards: ['agency-fits', 'can-be-mediated', 'papers-for-matter', 'agency-handles-infringement', 'suit-of-the-case', 'not-before-court'],
      clocks: { start: START }, emits: ['mediation.requested'], basis: law(PEOPLE, '第十七条', '办法第十八条、专利纠纷行政裁决和调解办法第六十四条、特邀调解规定第十一条'),
    },
    { from: null, command: 'open-entrusted', to: 'arranging', permission: HANDLE, carried: true, emits: ['mediation.requested'], basis: law(COMPLAINTS, '第十九条') },

    // The court asks: first the body says whether it takes the matter on, then both sides are asked.
    { from: 'requested', command: 'accept-assignment', to: 'requested', permission: HANDLE, guards: [...OWN, 'of-the-court', 'assignment-open'], clocks: { stop: ['court-mediation.confirmation'], start: TAKEN }, emits: ['mediation.assignment-accepted'], basis: law(ONLINE, '第十二条第一款', '期限自确认接受之日起算：第二十四条第二款') },
    { from: 'requested', command: 'decline-assignment', to: 'refused', permission: HANDLE, guards: [...OWN, 'of-the-court', 'assignment-open'], requires: ['reason'], clocks: { stop: ['court-mediation.confirmation'], start: ['mediation.end-notice'] }, emits: ['mediation.refused'], basis: law(ONLINE, '第十二条第一款') },

    // A patent dispute: served on the respondent, answered, filed.
    {
      from: 'requested', command: 'serve-opinion-notice', to: 'awaiting-reply', permission: HANDLE, guards: [...OWN, 'of-a-patent', 'party-of-the-case', 'respondent-consents'], requires: ['party', 'mode', 'servedAt'],
      clocks: { stop: ['patent-mediation.service'], start: ['patent-mediation.reply'] }, emits: ['mediation.opinion-asked'], document: 'mediation-opinion-notice', basis: law(PATENTS, '第六十五条'),
    },
    {
      from: 'awaiting-reply', command: 'record-consent', to: 'consented', permission: HANDLE, guards: [...OWN, 'party-of-the-case', 'respondent-consents'], requires: ['party', 'at'],
      clocks: { stop: ['patent-mediation.reply'], start: ['patent-mediation.filing'] }, emits: ['mediation.consent-recorded'], basis: law(PATENTS, '第六十六条第一款'),
    },
    {
      from: 'awaiting-reply', command: 'record-no-reply', to: 'refused', permission: HANDLE, guards: [...OWN, 'reply-overdue'],
      clocks: { stop: ['patent-mediation.reply'], start: ['patent-mediation.refusal-notice'] }, emits: ['mediation.refused'], basis: law(PATENTS, '第六十六条第二款'),
    },
    { from: 'consented', command: 'file', to: 'arranging', permission: HANDLE, guards: OWN, clocks: { stop: ['patent-mediation.filing'], start: FILED }, emits: ['mediation.filed'], document: 'mediation-filing-notice', basis: law(PATENTS, '第六十六条第一款') },

    // Every other kind: both sides say yes, on record; one that says no ends it.
    { from: 'requested', command: 'record-consent', to: 'requested', permission: HANDLE, guards: [...OWN, 'party-of-the-case', 'nobody-said-yes-before'], requires: ['party', 'at'], emits: ['mediation.consent-recorded'], basis: law(PEOPLE, '第十七条', '办法第十八条第一款、特邀调解规定第十一条第一款') },
    ...(['requested', 'awaiting-reply', 'arranging'] as const).map((from): Move => ({
      from, command: 'record-refusal', to: 'refused', permission: HANDLE, guards: [...OWN, 'party-of-the-case'], requires: ['party', 'at'], clocks: { stop: [...RUNNING, ...BEFORE], start: TELL_REFUSAL },
      emits: ['mediation.refused'], basis: law(PEOPLE, '第十七条', '一方明确拒绝调解的，不得调解；专利纠纷行政裁决和调解办法第六十六条第二款'),
    })),
    {
      from: 'requested', command: 'take-on', to: 'arranging', permission: HANDLE, guards: [...OWN, 'not-of-a-patent', 'assignment-taken', 'both-sides-consented', 'not-before-court'],
      emits: ['mediation.taken-on'], basis: law(PEOPLE, '第十七条', '办法第十八条第一款'),
    },
    ...(['requested', 'arranging'] as const).map((from): Move => ({
      from, command: 'entrust', to: 'entrusted', permission: HANDLE, guards: [...STILL, 'of-a-consumer', 'organisation-fits', 'both-sides-consented', 'both-agree-to-entrust'], requires: ['organisation', 'agreedBy'],
      clocks: { carry: ['mediation.consumer'] }, emits: ['mediation.entrusted'], cascade: [{ subject: 'mediation', command: 'open-entrusted' }], basis: law(COMPLAINTS, '第十九条'),
    })),
    { from: 'entrusted', command: 'receive-back', to: 'entrusted-ended', permission: HANDLE, carried: true, emits: ['mediation.received-back'], basis: law(COMPLAINTS, '第十九条第二款') },

    ...staying(AT_WORK, {
      command: 'name-mediators', permission: HANDLE, guards: [...STILL, 'mediators-named', 'mediators-fit', 'members-not-excluded'], requires: ['members', 'by'],
      emits: ['mediation.mediators-named'], basis: law(PEOPLE, '第十九条', '办法第二十一条第一款、特邀调解规定第十二条'),
    }),
    ...AT_WORK.map((from): Move => ({
      from, command: 'schedule-session', to: 'mediating', permission: CONDUCT, guards: [...STILL, 'has-mediator', 'mediator-of-this', 'session-in-order'], requires: ['mediator', 'mode', 'startsAt', 'endsAt'],
      emits: ['mediation.session-scheduled'], document: 'mediation-session-notice', basis: law(COMPLAINTS, '第二十条', '人民调解法第二十二条、特邀调解规定第十四条第二款'),
    })),
    { from: 'mediating', command: 'move-session', to: 'mediating', permission: CONDUCT, guards: [...STILL, 'session-planned', 'mediator-of-this', 'session-in-order'], requires: ['session', 'mode', 'startsAt', 'endsAt'], emits: ['mediation.session-moved'], basis: law(COMPLAINTS, '第二十条第二款') },
    { from: 'mediating', command: 'cancel-session', to: 'mediating', permission: CONDUCT, guards: [...OWN, 'session-planned'], requires: ['session', 'reason'], emits: ['mediation.session-cancelled'], basis: law(COMPLAINTS, '第二十条第二款') },
    { from: 'mediating', command: 'record-session', to: 'mediating', permission: CONDUCT, guards: [...AMONG, 'session-planned'], requires: ['session', 'result'], emits: ['mediation.session-recorded'], basis: law(PEOPLE, '第二十七条') },
    ...staying(AT_WORK, { command: 'record-statement', permission: CONDUCT, guards: AMONG, requires: ['kind', 'text'], emits: ['mediation.statement-recorded'], basis: law(PEOPLE, '第二十七条', '特邀调解规定第二十二条：所作妥协不得作为对其不利的根据') }),
    ...staying(['requested', 'arranging', 'mediating', 'signing'], {
      command: 'record-clue', permission: HANDLE, guards: [...OWN, 'by-market-regulation'], requires: ['foundAt'], clocks: { start: ['clue.verification'] }, emits: ['mediation.clue-found'], basis: law(COMPLAINTS, '第二十七条第一款'),
    }),

    {
      from: 'mediating', command: 'reach-agreement', to: 'signing', permission: CONDUCT, guards: [...AMONG, 'both-sides-consented', 'terms-in-order', 'left-where-partial'], requires: ['facts', 'terms', 'reachedAt'],
      emits: ['mediation.agreement-reached'], basis: law(PEOPLE, '第二十八条、第二十九条', '办法第二十四条、专利纠纷行政裁决和调解办法第六十九条'),
    },
    { from: 'signing', command: 'sign', to: 'signing', permission: CONDUCT, guards: [...AMONG, 'signer-concerned'], requires: ['signer', 'at', 'how'], emits: ['mediation.signed'], basis: law(PEOPLE, '第二十九条第二款') },
    {
      from: 'signing', command: 'conclude', to: 'agreed', permission: CONDUCT, guards: [...AMONG, 'signed-by-all'], clocks: { stop: RUNNING },
      emits: ['mediation.agreed'], cascade: AGREED, document: 'mediation-agreement', basis: law(PEOPLE, '第二十九条第二款', '办法第二十四条第一款、专利纠纷行政裁决和调解办法第六十九条第一款'),
    },
    {
      from: 'mediating', command: 'record-oral-agreement', to: 'agreed', permission: CONDUCT, guards: [...AMONG, 'both-sides-consented', 'oral-allowed', 'terms-in-order', 'left-where-partial'], requires: ['facts', 'terms', 'reachedAt'],
      clocks: { stop: RUNNING }, emits: ['mediation.agreed'], cascade: AGREED, basis: law(PEOPLE, '第二十八条、第三十条', '办法第二十四条、特邀调解规定第二十三条'),
    },

    ...(['mediating', 'signing'] as const).map((from): Move => ({
      from, command: 'record-failure', to: 'failed', permission: CONDUCT, guards: OWN, requires: ['reason'], clocks: { stop: RUNNING, start: TELL },
      emits: ['mediation.failed'], document: 'mediation-end-notice', basis: law(PEOPLE, '第二十六条', '专利纠纷行政裁决和调解办法第六十九条第一款、人民法院在线调解规则第二十一条'),
    })),
    ...(['requested', 'arranging', 'mediating', 'signing'] as const).map((from): Move => ({
      from, command: 'terminate', to: 'terminated', permission: CONDUCT, guards: [...OWN, 'ground-fits', 'time-over-where-claimed'], requires: ['ground'], clocks: { stop: [...RUNNING, ...BEFORE], start: TELL },
      emits: ['mediation.terminated'], document: 'mediation-termination', basis: law(COMPLAINTS, '第二十三条第一款', '人民调解法第二十六条、专利纠纷行政裁决和调解办法第六十七条、特邀调解规定第二十六条'),
    })),
    ...UNDER_WAY.map((from): Move => ({
      from, command: 'withdraw', to: 'withdrawn', permission: HANDLE, guards: [...OWN, 'party-of-the-case'], requires: ['party', 'at'], clocks: { stop: [...RUNNING, ...BEFORE], start: TELL },
      emits: ['mediation.withdrawn'], basis: law(PEOPLE, '第二十三条第二项', '特邀调解规定第二十六条第一款第二项、人民法院在线调解规则第二十五条第二项'),
    })),
    ...(['refused', 'failed', 'terminated', 'withdrawn'] as const).map((from): Move => ({
      from, command: 'notify-parties', to: 'closed', permission: HANDLE, guards: [...OWN, 'not-of-the-court', 'both-told', 'told-when-possible'], requires: ['told'], clocks: { stop: TELLING },
      emits: ['mediation.closed'], cascade: [{ subject: 'mediation', command: 'receive-back' }], basis: law(COMPLAINTS, '第二十三条第二款', '人民调解法第二十六条、专利纠纷行政裁决和调解办法第六十六条第二款'),
    })),
    ...(['agreed', 'refused', 'failed', 'terminated', 'withdrawn'] as const).map((from): Move => ({
      from, command: 'return-to-court', to: 'returned', permission: HANDLE, guards: [...OWN, 'of-the-court'], requires: ['reportedAt'], clocks: { stop: TELLING },
      emits: ['mediation.returned'], cascade: [{ subject: 'civil-suit', command: 'receive-back' }], basis: law(INVITED, '第十九条至第二十一条、第二十六条第二款', '在线调解规则第十五条、第二十一条'),
    })),

    // The body mediated on paper and hands in everything at once.
    ...(['requested', 'arranging', 'mediating'] as const).flatMap((from): Move[] => [
      {
        from, command: 'record-outcome', to: 'agreed', permission: HANDLE, guards: [...STILL, 'outcome-by-body', 'assignment-taken', 'outcome-complete', 'mediators-fit', 'members-not-excluded', 'terms-in-order', 'left-where-partial'],
        requires: ['consents', 'members', 'sessions', 'facts', 'terms', 'reachedAt'], clocks: { stop: RUNNING }, emits: ['mediation.agreed'], cascade: AGREED, document: 'mediation-agreement', basis: law(PEOPLE, '第二十七条至第三十条'),
      },
      {
        from, command: 'record-oral-outcome', to: 'agreed', permission: HANDLE, guards: [...STILL, 'outcome-by-body', 'assignment-taken', 'outcome-complete', 'oral-allowed', 'mediators-fit', 'members-not-excluded', 'terms-in-order', 'left-where-partial'],
        requires: ['consents', 'members', 'sessions', 'facts', 'terms', 'reachedAt'], clocks: { stop: RUNNING }, emits: ['mediation.agreed'], cascade: AGREED, basis: law(PEOPLE, '第二十八条、第三十条'),
      },
      {
        from, command: 'record-failed-outcome', to: 'failed', permission: HANDLE, guards: [...STILL, 'outcome-by-body', 'assignment-taken', 'outcome-complete', 'mediators-fit', 'members-not-excluded'],
        requires: ['consents', 'members', 'sessions', 'reason'], clocks: { stop: RUNNING, start: TELL }, emits: ['mediation.failed'], document: 'mediation-end-notice', basis: law(PEOPLE, '第二十六条、第二十七条'),
      },
    ]),
  ] as readonly Move[],
} satisfies Lifecycle;

/** Where members may be asked to keep out. */
export const WITH_MEMBERS = ['arranging', 'mediating', 'signing'];
export const MEDIATION_ENDED = ['agreed'];
export const MEDIATION_CLOCKS = RUNNING;
