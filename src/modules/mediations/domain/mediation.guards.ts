import type { Guard } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';
import { MATTERS, TERMINATION_GROUNDS } from './matters.rules.js';
import { bothSides, confirmable, missingSignatures, termProblems, type AgreedTerm, type Agreement, type MediationParty, type Signature } from './mediation.rules.js';

/** The columns that guards look at. */
export interface MediationFacts {
  readonly row: {
    readonly id: string;
    readonly agency: string;
    readonly kind: string;
    readonly parentId: string | null;
    readonly source: string;
    readonly matters: readonly string[];
    readonly paper: string | null;
    readonly courtStage: string | null;
    readonly acceptedAt: Date | null;
    readonly parties: readonly MediationParty[];
    readonly members: readonly { readonly account: string; readonly role: string }[];
  };
  readonly actor: { readonly id: string; readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

interface Beside {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly agency: string;
  readonly ended: boolean;
  readonly number: string;
}

const COMPLAINTS = '市场监督管理投诉举报处理办法（总局令第121号）';
const PATENTS = '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）';
const PEOPLE = '人民调解法';
const law = (source: string, article: string, note?: string): Basis => ({ source, article, status: 'verified', ...(note === undefined ? {} : { note }) });
const CONSENT = law(PEOPLE, '第十七条', '办法第十八条、专利纠纷行政裁决和调解办法第六十六条、特邀调解规定第十一条同');

const is = (...kinds: readonly string[]) => ({ row }: MediationFacts): boolean => kinds.includes(row.kind);
const asked = (matter: string) => ({ row }: MediationFacts): boolean => row.matters.includes(matter);

/** Named predicates. What stands in other tables is gathered into the input. */
export const MEDIATION_GUARDS = {
  'can-be-mediated': {
    code: 'mediation.matter-excluded', text: { zh: '所请求的事项不能由这一调解程序调解', en: 'What is asked cannot be settled by this kind of mediation' }, basis: law(PEOPLE, '第三条'),
    holds: ({ row }: MediationFacts) => row.matters.length > 0 && excluded(row).length === 0,
    details: ({ row }: MediationFacts) => excluded(row),
  },
  'papers-for-matter': {
    code: 'mediation.paper-missing', text: { zh: '缺少法律要求提交的文件', en: 'A paper that the law asks for is missing' }, basis: law(PATENTS, '第六十三条第二款、第六十四条第三款'),
    holds: ({ row }: MediationFacts) => row.paper !== null || papersFor(row).length === 0,
    details: ({ row }: MediationFacts) => papersFor(row),
  },
  'agency-fits': {
    code: 'mediation.agency-unfit', text: { zh: '该单位不是这类调解的调解机构', en: 'This body does not conduct this kind of mediation' }, basis: law(PEOPLE, '第七条、第三十四条', '行政调解由受理投诉、查处侵权或者管理专利工作的部门进行'),
    holds: ({ row, input }: MediationFacts) => bodiesFor(row.kind).includes(String(input['agencyKind'])),
  },
  // A request that opens the case begins the handling, too.
  'agency-handles-infringement': {
    code: 'mediation.infringement-not-handled', text: { zh: '商标侵权赔偿数额由正在处理该侵权案件的部门调解', en: 'Damages are mediated by the agency that handles the infringement' }, basis: law('商标法', '2019年修正第六十条第三款；2026年修订第七十四条第三款'),
    holds: ({ row, input }: MediationFacts) => row.kind !== 'administrative' || row.source === 'complaint' || beside(input).some(({ kind, agency }) => kind === 'penalty' && agency === row.agency),
  },
  'suit-of-the-case': {
    code: 'mediation.suit-elsewhere', text: { zh: '所指诉讼不在本案中', en: 'The suit named is not in this case' }, basis: law('最高人民法院关于人民法院特邀调解的规定', '第十一条第一款'),
    holds: ({ row, input }: MediationFacts) => row.kind !== 'court-assigned' || row.parentId === null || beside(input).some(({ id, kind }) => kind === 'civil-suit' && id === row.parentId),
  },
  'not-before-court': {
    code: 'mediation.before-court', text: { zh: '法院已经受理同一消费者权益争议', en: 'A court has the same consumer dispute' }, basis: law(COMPLAINTS, '第十六条第二项、第二十三条第一款第六项'),
    holds: ({ row, input }: MediationFacts) => !consumerMatter(row.kind) || suits(input).length === 0,
    details: ({ input }: MediationFacts) => suits(input),
  },
  'party-of-the-case': {
    code: 'mediation.not-a-side', onInput: true, text: { zh: '该当事人不是本案的一方', en: 'This is no claimant or respondent of the case' },
    holds: ({ input }: MediationFacts) => typeof input['side'] === 'string',
  },
  'respondent-consents': {
    code: 'mediation.respondent-awaited', onInput: true, text: { zh: '等待的是被请求人的意见陈述书', en: 'It is the respondent whose reply is awaited' }, basis: law(PATENTS, '第六十五条、第六十六条'),
    holds: ({ input }: MediationFacts) => input['side'] === 'respondent',
  },
  'both-sides-consented': {
    code: 'mediation.consent-missing', text: { zh: '尚未取得双方当事人的同意', en: 'Both sides have not consented' }, basis: CONSENT,
    holds: ({ row }: MediationFacts) => consented(row.parties),
  },
  'nobody-said-yes-before': {
    code: 'mediation.consent-on-record', onInput: true, text: { zh: '该当事人的同意已经登记', en: 'The consent of this party is on record' }, basis: CONSENT,
    holds: ({ row, input }: MediationFacts) => !row.parties.some(({ party, consent }) => party === input['party'] && consent === 'given'),
  },
  'reply-overdue': {
    code: 'mediation.reply-not-overdue', text: { zh: '提交意见陈述书的期限尚未届满', en: 'The time to reply is not over' }, basis: law(PATENTS, '第六十五条、第六十六条第二款'),
    holds: ({ input }: MediationFacts) => input['replyOverdue'] === true,
  },
  'both-agree-to-entrust': {
    code: 'mediation.entrusting-not-agreed', onInput: true, text: { zh: '委托调解须经投诉人和被投诉人同意', en: 'Entrusting needs the consent of both sides' }, basis: law(COMPLAINTS, '第十九条第一款'),
    holds: ({ row, input }: MediationFacts) => bothSides(row.parties.filter(({ party }) => listed(input['agreedBy']).includes(party))),
  },
  'organisation-fits': {
    code: 'mediation.organisation-unfit', onInput: true, text: { zh: '受委托的须为依法成立的调解组织', en: 'Only a mediation organisation can be entrusted' }, basis: law(COMPLAINTS, '第十九条第一款'),
    holds: ({ input }: MediationFacts) => bodiesFor('entrusted').includes(String(input['organisationKind'])),
  },
  'mediators-named': {
    code: 'mediation.no-mediator', onInput: true, text: { zh: '至少须有一名调解员', en: 'There is at least one mediator' }, basis: law(PEOPLE, '第十九条', '办法第二十一条第一款'),
    holds: ({ input }: MediationFacts) => mediatorsOf(input['members']).length > 0,
  },
  'mediators-fit': {
    code: 'mediation.mediator-unfit', onInput: true, text: { zh: '指定的人员不是该单位可以主持调解的在岗人员', en: 'Somebody named does not conduct mediations of this body' }, basis: law(PEOPLE, '第十三条', '办法第二十一条第一款'),
    holds: ({ input }: MediationFacts) => listed(input['unfit']).length === 0,
    details: ({ input }: MediationFacts) => listed(input['unfit']),
  },
  'has-mediator': {
    code: 'mediation.mediator-awaited', text: { zh: '尚未确定调解员', en: 'No mediator is named' }, basis: law(PEOPLE, '第十九条'),
    holds: ({ row }: MediationFacts) => mediatorsOf(row.members).length > 0,
  },
  'mediator-of-this': {
    code: 'mediation.mediator-not-named', onInput: true, text: { zh: '主持人不是本调解的调解员', en: 'Whoever presides is no mediator of this matter' }, basis: law(PEOPLE, '第十九条'),
    holds: ({ row, input: { mediator } }: MediationFacts) => mediator === undefined || (typeof mediator === 'string' && mediatorsOf(row.members).includes(mediator)),
  },
  'session-in-order': {
    code: 'mediation.session-incomplete', onInput: true, text: { zh: '调解时间须先起后止；现场调解须有地点，非现场调解须有接入方式', en: 'A session ends after it begins; on site it has a place, elsewhere a way to join' }, basis: law(COMPLAINTS, '第二十条'),
    holds: ({ input }: MediationFacts) => String(input['startsAt']) < String(input['endsAt']) && filled(input[input['mode'] === 'on-site' ? 'place' : 'link']),
  },
  'session-planned': {
    code: 'mediation.session-not-planned', onInput: true, text: { zh: '没有这一待举行的调解', en: 'There is no such session ahead' },
    holds: ({ input }: MediationFacts) => input['sessionState'] === 'planned',
  },
  'oral-allowed': {
    code: 'mediation.paper-needed', onInput: true, text: { zh: '须制作调解书（调解协议书），不能只作口头协议', en: 'A written agreement is needed' }, basis: law(COMPLAINTS, '第二十四条第一款', '人民调解法第二十八条、专利纠纷行政裁决和调解办法第六十九条第一款'),
    holds: ({ row, input }: MediationFacts) => oralAllowed(row.kind, input['withoutPaper']),
  },
  'terms-in-order': {
    code: 'mediation.terms-unfit', onInput: true, text: { zh: '协议内容须写明由谁向谁履行，双方均须为同意调解的当事人', en: 'Each term says who owes whom; both have consented' }, basis: law(PEOPLE, '第二十九条第一款第三项'),
    holds: (facts: MediationFacts) => problemsIn(facts).length === 0,
    details: problemsIn,
  },
  'left-where-partial': {
    code: 'mediation.left-untold', onInput: true, text: { zh: '部分达成协议的，须写明尚有争议的事项', en: 'A partial agreement says what is left in dispute' }, basis: law('人民法院在线调解规则', '第十九条第一款'),
    holds: ({ input }: MediationFacts) => input['partial'] !== true || filled(input['left']),
  },
  'signer-concerned': {
    code: 'mediation.signer-foreign', onInput: true, text: { zh: '签名人须为同意调解的当事人或者本调解的调解员，且尚未签名', en: 'Only a consenting party or a mediator of the matter signs, once' }, basis: law(PEOPLE, '第二十九条第二款'),
    holds: (facts: MediationFacts) => unsigned(facts).includes(String(facts.input['signer'])),
  },
  'signed-by-all': {
    code: 'mediation.signature-missing', text: { zh: '尚有当事人或者调解员未签名', en: 'A party or a mediator has not signed' }, basis: law(PEOPLE, '第二十九条第二款', '办法第二十四条第一款、专利纠纷行政裁决和调解办法第六十九条第一款'),
    holds: (facts: MediationFacts) => draftOf(facts) !== null && unsigned(facts).length === 0,
    details: (facts: MediationFacts) => unsigned(facts),
  },
  'ground-fits': {
    code: 'mediation.ground-unfit', onInput: true, text: { zh: '该终止理由不适用于这类调解', en: 'This ground does not exist for this kind of mediation' }, basis: law(COMPLAINTS, '第二十三条第一款'),
    holds: ({ row, input }: MediationFacts) => groundsFor(row.kind).includes(String(input['ground'])),
    details: ({ row }: MediationFacts) => groundsFor(row.kind),
  },
  'time-over-where-claimed': {
    code: 'mediation.time-not-over', onInput: true, text: { zh: '调解期限尚未届满', en: 'The time for mediation is not over' }, basis: law(COMPLAINTS, '第二十三条第一款第五项', '人民法院在线调解规则第二十五条第六项'),
    holds: ({ input }: MediationFacts) => !['sixty-days', 'term-over'].includes(String(input['ground'])) || input['termOverdue'] === true,
  },
  'both-told': {
    code: 'mediation.side-not-told', onInput: true, text: { zh: '须告知双方当事人', en: 'Both sides have to be told' }, basis: law(COMPLAINTS, '第二十三条第二款', '人民调解法第二十六条、专利纠纷行政裁决和调解办法第六十六条第二款、第六十九条第一款'),
    holds: ({ input }: MediationFacts) => bothSides(listed(input['toldSides']).map((side) => ({ side }) as Pick<MediationParty, 'side'>)),
  },
  'told-when-possible': {
    code: 'mediation.told-day-impossible', onInput: true, text: { zh: '告知时间早于文书制发日期，或者尚未到来', en: 'Somebody was told before there was the paper, or later than now' },
    holds: ({ input }: MediationFacts) => input['toldImpossible'] !== true,
  },
  'outcome-by-body': {
    code: 'mediation.outcome-piecemeal', text: { zh: '一次登记结果仅适用于调解组织的调解', en: 'Only a mediation organisation records an outcome at once' }, basis: law(PEOPLE, '第二十七条'),
    holds: is('people', 'entrusted', 'court-assigned'),
  },
  'outcome-complete': {
    code: 'mediation.outcome-incomplete', onInput: true, text: { zh: '缺少同意、调解员、调解经过或者签名', en: 'Consent, mediators, sessions or signatures are missing' }, basis: law(PEOPLE, '第十七条、第十九条、第二十七条、第二十九条第二款'),
    holds: ({ input }: MediationFacts) => outcomeMissing(input).length === 0,
    details: ({ input }: MediationFacts) => outcomeMissing(input),
  },
  'assignment-open': {
    code: 'mediation.assignment-taken', text: { zh: '已确认接受法院的委派、委托', en: 'The assignment by the court has been taken on' }, basis: law('人民法院在线调解规则', '第十二条第一款'),
    holds: ({ row }: MediationFacts) => row.acceptedAt === null,
  },
  'assignment-taken': {
    code: 'mediation.assignment-open', text: { zh: '尚未确认接受法院的委派、委托', en: 'The assignment by the court is still to be taken on' }, basis: law('人民法院在线调解规则', '第十二条第一款'),
    holds: ({ row }: MediationFacts) => row.kind !== 'court-assigned' || row.acceptedAt !== null,
  },
  'of-the-court': { code: 'mediation.not-from-court', text: { zh: '仅适用于法院委派、委托的调解', en: 'For mediation assigned by a court' }, holds: is('court-assigned') },
  'not-of-the-court': { code: 'mediation.from-court', text: { zh: '法院委派、委托的，将材料退回法院', en: 'What a court assigned goes back to it' }, basis: law('最高人民法院关于人民法院特邀调解的规定', '第二十六条第二款'), holds: is('people', 'entrusted', 'consumer', 'administrative', 'patent') },
  'of-a-consumer': { code: 'mediation.not-consumer', text: { zh: '仅适用于市场监管部门受理的消费投诉', en: 'For consumer complaints with market regulation' }, holds: is('consumer') },
  'by-market-regulation': { code: 'mediation.not-market-regulation', text: { zh: '仅适用于市场监管部门的调解', en: 'For mediation by market regulation' }, basis: law(COMPLAINTS, '第二十七条第一款'), holds: is('consumer', 'administrative', 'entrusted') },
  'of-a-patent': { code: 'mediation.not-patent', text: { zh: '仅适用于专利纠纷行政调解', en: 'For administrative mediation of patent disputes' }, basis: law(PATENTS, '第六十五条'), holds: is('patent') },
  'not-of-a-patent': { code: 'mediation.patent-procedure', text: { zh: '专利纠纷行政调解须先送达陈述意见通知书，再立案', en: 'A patent dispute is first served on the respondent, then filed' }, basis: law(PATENTS, '第六十五条、第六十六条'), holds: is('people', 'entrusted', 'court-assigned', 'consumer', 'administrative') },
  'of-the-people': { code: 'mediation.not-people', text: { zh: '仅适用于人民调解', en: 'For people’s mediation' }, holds: is('people') },
  'without-limit': { code: 'mediation.has-limit', text: { zh: '法律未定调解期限', en: 'No law limits its time' }, holds: (facts: MediationFacts) => is('administrative')(facts) || (is('patent')(facts) && !asked('patent-ownership')(facts)) },
  'administrative-opens': { code: 'mediation.not-administrative', text: { zh: '仅适用于商标赔偿数额调解', en: 'For mediation of trademark damages' }, holds: is('administrative') },
  'about-ownership': { code: 'mediation.not-ownership', text: { zh: '仅适用于专利权属纠纷', en: 'For disputes over ownership' }, basis: law(PATENTS, '第七十条第三款'), holds: (facts: MediationFacts) => is('patent')(facts) && asked('patent-ownership')(facts) },
  'consumer-clock-starts': { code: 'mediation.clock-along', text: { zh: '时限随投诉转入', en: 'The clock comes along with the complaint' }, holds: ({ row, input }: MediationFacts) => row.kind === 'consumer' && input['carried'] !== true },
  'patent-clock-starts': { code: 'mediation.patent-clock-along', text: { zh: '时限随请求转入', en: 'The clock comes along with the request' }, holds: ({ row, input }: MediationFacts) => row.kind === 'patent' && input['carried'] !== true },
  'before-filing': { code: 'mediation.stage-other', text: { zh: '立案前委派', en: 'Assigned before filing' }, holds: ({ row }: MediationFacts) => row.courtStage === 'before-filing' },
  'after-filing': { code: 'mediation.stage-not-ordinary', text: { zh: '立案后委托（普通程序）', en: 'Entrusted after filing, ordinary procedure' }, holds: ({ row }: MediationFacts) => row.courtStage === 'ordinary' },
  'after-filing-simple': { code: 'mediation.stage-not-simple', text: { zh: '立案后委托（简易程序）', en: 'Entrusted after filing, simple procedure' }, holds: ({ row }: MediationFacts) => row.courtStage === 'simple' },
  'told-under-the-measures': { code: 'mediation.told-otherwise', text: { zh: '七个工作日内告知双方', en: 'Both are told within seven working days' }, basis: law(COMPLAINTS, '第二十三条第二款'), holds: is('consumer', 'entrusted') },
  'told-without-limit': { code: 'mediation.told-in-time-set', text: { zh: '法律规定告知而未定期限', en: 'The law asks to tell both and sets no time' }, holds: is('people', 'administrative', 'court-assigned', 'patent') },
  'told-of-patent-refusal': { code: 'mediation.no-patent-refusal', text: { zh: '五个工作日内通知请求人', en: 'The requester is told within five working days' }, basis: law(PATENTS, '第六十六条第二款'), holds: is('patent') },
  'told-otherwise': { code: 'mediation.told-as-patent', text: { zh: '法律规定告知而未定期限', en: 'The law asks to tell both and sets no time' }, holds: is('people', 'administrative', 'court-assigned') },
} satisfies Readonly<Record<string, Guard<MediationFacts>>>;

/** Bodies by kind of agency. */
export function bodiesFor(kind: string): readonly string[] {
  if (['people', 'entrusted', 'court-assigned'].includes(kind)) return ['mediation', 'public-institution'];
  return ['administrative', 'party'];
}

export function consented(parties: readonly MediationParty[]): boolean {
  return parties.every(({ consent }) => consent === 'given') && bothSides(parties);
}

export function mediatorsOf(members: unknown): string[] {
  return (listed(members) as { account?: unknown; role?: unknown }[]).filter(({ role }) => role === 'mediator').map(({ account }) => String(account));
}

export function groundsFor(kind: string): string[] {
  return TERMINATION_GROUNDS.filter(({ kinds }) => (kinds as readonly string[]).includes(kind)).map(({ code }) => code);
}

export function isConfirmable({ kind, courtStage }: { readonly kind: string; readonly courtStage: string | null }): boolean {
  return confirmable(kind, courtStage) !== 'no';
}

function excluded({ kind, matters }: MediationFacts['row']): object[] {
  return MATTERS.filter(({ code, kinds }) => matters.includes(code) && !(kinds as readonly string[]).includes(kind)).map(({ code, label, basis }) => ({ code, label, basis }));
}

function papersFor({ kind, matters }: MediationFacts['row']): object[] {
  return kind === 'patent' ? MATTERS.flatMap(({ code, paper, basis }) => (paper !== undefined && matters.includes(code) ? [{ code, paper, basis }] : [])) : [];
}

function consumerMatter(kind: string): boolean {
  return kind === 'consumer' || kind === 'entrusted';
}

function beside(input: MediationFacts['input']): readonly Beside[] {
  return listed(input['siblings']) as readonly Beside[];
}

/** What a court has not yet accepted bars nothing. */
const NOT_ACCEPTED: readonly string[] = ['preservation-applied', 'preserved', 'submitted', 'in-mediation'];

function suits(input: MediationFacts['input']): object[] {
  return beside(input).filter(({ kind, ended, state }) => kind === 'civil-suit' && !ended && !NOT_ACCEPTED.includes(state)).map(({ number }) => ({ number }));
}

/** People’s mediation and invited mediators may do without a paper; market regulation where it was performed at once or both agree. */
function oralAllowed(kind: string, reason: unknown): boolean {
  if (kind === 'people' || kind === 'court-assigned') return true;
  return consumerMatter(kind) && (reason === 'performed-at-once' || reason === 'both-agree');
}

function problemsIn({ row, input }: MediationFacts): string[] {
  const consents = listed(input['consents']) as readonly MediationParty[];
  return termProblems(listed(input['terms']) as readonly AgreedTerm[], consents.length > 0 ? consents : row.parties);
}

/** Gathered from a table that only members see: until it is signed by all, an agreement is a concession. */
function draftOf({ input }: MediationFacts): Agreement | null {
  return (input['draft'] as Agreement | null | undefined) ?? null;
}

function unsigned(facts: MediationFacts): string[] {
  const draft = draftOf(facts);
  return draft === null ? [] : missingSignatures(facts.row.parties, mediatorsOf(facts.row.members), draft.signatures);
}

function outcomeMissing({ consents, members, sessions, form, signatures, terms }: MediationFacts['input']): string[] {
  const parties = listed(consents) as readonly MediationParty[];
  const written = terms !== undefined && form !== 'oral';
  const missing = written ? missingSignatures(parties, mediatorsOf(members), listed(signatures) as readonly Signature[]) : [];
  return [
    ...(consented(parties) ? [] : ['consents']),
    ...(mediatorsOf(members).length > 0 ? [] : ['mediators']),
    ...(listed(sessions).length > 0 ? [] : ['sessions']),
    ...missing.map((signer) => `signature ${signer}`),
  ];
}

function filled(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
