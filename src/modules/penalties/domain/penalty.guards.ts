import type { Guard } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';
import { heavierThan, incomeAddsUp, isPublished, needsConsent, sumOf, type HearingReason, type IllegalIncome, type PenaltyItem } from './penalty.rules.js';

/** What was announced to the party (告知). Instants RFC 3339 UTC. */
export interface Announced {
  readonly penalties: readonly PenaltyItem[];
  readonly approvedAt: string;
  readonly servedAt: string | null;
  /** Why the party may ask for a hearing; empty where it may not. */
  readonly hearing: readonly HearingReason[];
  /** The agency offers a hearing that it does not owe. */
  readonly offered: boolean;
}

/** The hearing of the round. */
export interface Heard {
  readonly chair: string | null;
  readonly at: string | null;
  readonly noticeServedAt: string | null;
  readonly heldAt: string | null;
  /** The party stayed away, left, or took its request back. */
  readonly givenUp: boolean;
}

export interface Decided {
  readonly penalties: readonly PenaltyItem[];
  readonly decidedAt: string;
}

export interface Challenge {
  readonly way: 'reconsideration' | 'suit';
  readonly at: string;
  readonly result: 'upheld' | 'changed' | 'revoked' | null;
}

interface MemberFacts {
  readonly account: string;
  readonly role: string;
  readonly credential?: string;
}

/** The columns that guards look at. */
export interface PenaltyFacts {
  readonly row: {
    readonly id: string;
    readonly party: string | null;
    readonly members: readonly MemberFacts[];
    readonly rightsTold: boolean;
    /** Grounds for legal review and collective discussion (第五十条第一款). */
    readonly reviewGrounds: readonly string[];
    readonly legalReviewedAt: Date | null;
    readonly announced: Announced | null;
    readonly defences: number;
    readonly waivedAt: Date | null;
    readonly hearing: Heard | null;
    readonly discussedAt: Date | null;
    readonly decision: Decided | null;
    readonly goodsDisposed: boolean;
    readonly challenge: Challenge | null;
  };
  readonly actor: { readonly id: string };
  readonly input: Readonly<Record<string, unknown>>;
}

type PenaltyGuard = Guard<PenaltyFacts>;

const procedure = (article: string): Basis => ({ source: '市场监督管理行政处罚程序规定', article, status: 'verified' });
const law = (article: string): Basis => ({ source: '行政处罚法', article, status: 'verified' });
const income = (article: string): Basis => ({ source: '市场监督管理行政处罚案件违法所得认定办法（总局令第118号）', article, status: 'verified' });
const referral = (article: string): Basis => ({ source: '行政执法机关移送涉嫌犯罪案件的规定', article, status: 'verified' });

const VERIFYING = {
  'clock-not-carried': {
    code: 'penalty.clock-carried', text: { zh: '核查期限随投诉举报转入', en: 'The clock of the clue goes on' },
    holds: ({ input }) => input['carried'] !== true,
  },
  'filing-standard-met': {
    code: 'penalty.filing-standard', onInput: true, text: { zh: '未同时符合四项立案条件', en: 'Not all four conditions of filing are met' }, basis: procedure('第十九条第一款'),
    holds: ({ input }) => unmet(input).length === 0, details: ({ input }) => unmet(input),
  },
  'party-of-the-case': {
    code: 'penalty.party-unknown', onInput: true, text: { zh: '当事人不是本案登记的当事人', en: 'The party named is not a party of the case' }, basis: procedure('第六十二条第一项'),
    holds: ({ input }) => input['partyKnown'] === true,
  },
} satisfies Readonly<Record<string, PenaltyGuard>>;

const ACTS = {
  'officers-of-the-case': {
    code: 'penalty.officers-not-named', onInput: true, text: { zh: '取证人员不是本案指定的办案人员', en: 'Somebody who acted was not named for this case' }, basis: procedure('第十九条第二款'),
    // Nobody is named before filing.
    holds: ({ row, input }) => officersOf(row.members).length === 0 || accountsOf(input['members']).every((account) => officersOf(row.members).includes(account)),
  },
  'two-on-the-case': {
    code: 'penalty.officers-missing', text: { zh: '本案办案人员不足两人', en: 'Fewer than two officers are on the case' }, basis: procedure('第十九条第二款'),
    holds: ({ row }) => officersOf(row.members).length >= 2,
  },
  'rights-told-first': {
    code: 'penalty.rights-not-told', onInput: true, text: { zh: '首次向当事人取证，应当告知陈述、申辩和申请回避的权利', en: 'Taking evidence from the party for the first time, its rights are told' }, basis: procedure('第二十一条第二款'),
    holds: ({ row, input }) => row.rightsTold || input['rightsTold'] === true || input['fromParty'] === false,
  },
  'refusal-recorded': {
    code: 'penalty.refusal-not-recorded', onInput: true, text: { zh: '当事人不到场或者拒绝签名的，应当注明情况并录音、录像', en: 'Where the party is absent or does not sign, it is noted and recorded on film' }, basis: procedure('第四十三条'),
    holds: ({ input }) => input['confirmed'] === 'signed' || (filled(input['recording']) && filled(input['remark'])),
  },
  'nothing-in-advance': {
    code: 'penalty.in-the-future', onInput: true, text: { zh: '不得登记尚未发生的事项', en: 'What has not happened yet is not recorded' },
    holds: ({ input }) => ['at', 'until'].every((name) => !(after(input[name], input['now']))),
  },
} satisfies Readonly<Record<string, PenaltyGuard>>;

const REVIEW = {
  'legal-review-where-mandatory': {
    code: 'penalty.legal-review-asked', onInput: true, text: { zh: '本案应当进行法制审核，不得以案件审核代替', en: 'This case goes to legal review; a review of the case is not enough' }, basis: procedure('第五十条'),
    holds: ({ row, input }) => input['review'] === 'legal' || !mandatory(row), details: ({ row }) => row.reviewGrounds,
  },
  'reviewer-not-investigator': {
    code: 'penalty.reviewer-investigated', text: { zh: '办案人员不得作为审核人员', en: 'Who investigated does not review' }, basis: procedure('第四十九条第三款'),
    holds: ({ row, actor }) => !officersOf(row.members).includes(actor.id),
  },
  'first-reviewer-qualified': {
    code: 'penalty.reviewer-unqualified', onInput: true, text: { zh: '初次从事法制审核的人员应当取得法律职业资格', en: 'Who does legal review for the first time holds the legal professional qualification' }, basis: procedure('第五十一条第二款'),
    holds: ({ input }) => input['firstTime'] !== true || filled(input['qualification']),
  },
} satisfies Readonly<Record<string, PenaltyGuard>>;

const HEARING = {
  'served-on-its-party': {
    code: 'penalty.served-on-another', onInput: true, text: { zh: '应当送达本程序的当事人（可由其代理人、代收人签收）', en: 'It is served on the party of the procedure; others may sign for it' }, basis: procedure('第八十二条第一项'),
    holds: ({ row, input }) => row.party !== null && input['recipient'] === row.party,
  },
  'has-hearing-right': {
    code: 'penalty.no-hearing-right', text: { zh: '拟处罚不属于听证范围，或者当事人已放弃听证', en: 'The penalties announced give no right to a hearing, or the party gave it up' }, basis: law('第六十三条、第六十四条第六项'),
    holds: ({ row }) => row.hearing?.givenUp !== true && row.announced !== null && (row.announced.offered || row.announced.hearing.length > 0) && row.waivedAt === null,
  },
  'within-hearing-period': {
    code: 'penalty.hearing-too-late', onInput: true, text: { zh: '当事人未在告知书送达之日起五个工作日内要求听证，视为放弃', en: 'Not asked for within five working days of service: given up' }, basis: procedure('第五十七条第二款'),
    holds: ({ input }) => typeof input['hearingPeriodEnds'] === 'string' && !after(input['at'], input['hearingPeriodEnds']), details: ({ input }) => input['hearingPeriodEnds'] ?? null,
  },
  'chair-not-investigator': {
    code: 'penalty.chair-investigated', onInput: true, text: { zh: '听证由非本案调查人员主持', en: 'Who investigated does not chair the hearing' }, basis: law('第六十四条第四项'),
    holds: ({ row, input }) => !officersOf(row.members).includes(String(input['chair'])),
  },
  'hearing-ahead': {
    code: 'penalty.hearing-in-the-past', onInput: true, text: { zh: '听证时间应当在今后', en: 'The hearing lies ahead' },
    holds: ({ input }) => after(input['at'], input['now']),
  },
  'seven-days-before': {
    code: 'penalty.hearing-notice-too-late', onInput: true, text: { zh: '听证通知应当在举行听证的七个工作日前送达，须另定听证时间', en: 'Notice is given seven working days before the hearing; fix another day' }, basis: law('第六十四条第二项、第八十五条'),
    holds: ({ input }) => typeof input['hearingNoticeDue'] === 'string' && !after(input['servedAt'], input['hearingNoticeDue']), details: ({ input }) => input['hearingNoticeDue'] ?? null,
  },
  'is-chair': {
    code: 'penalty.not-the-chair', text: { zh: '本人不是听证主持人', en: 'The actor does not chair the hearing' }, basis: law('第六十四条第四项'),
    holds: ({ row, actor }) => row.members.some(({ account, role }) => role === 'hearing-chair' && account === actor.id),
  },
  'held-as-announced': {
    code: 'penalty.hearing-not-as-announced', onInput: true, text: { zh: '听证不得早于通知的时间', en: 'The hearing is not held before the time announced' }, basis: law('第六十四条第二项'),
    holds: ({ row, input }) => typeof row.hearing?.at === 'string' && !after(row.hearing.at, input['at']),
  },
  'notice-period-over': {
    code: 'penalty.hearing-period-runs', text: { zh: '告知书尚未送达，或者陈述、申辩和要求听证的期限未满，不得作出处罚决定', en: 'The notice is not served, or the time for a defence or a hearing still runs' }, basis: procedure('第五十七条第二款'),
    holds: ({ row, input }) => noticePeriodOver(row, input), details: ({ input }) => input['hearingPeriodEnds'] ?? null,
  },
} satisfies Readonly<Record<string, PenaltyGuard>>;

const DECISION = {
  'no-member-excluded': {
    code: 'penalty.member-excluded', text: { zh: '办案人员中有应当回避的人员', en: 'Somebody on the case has to keep out' }, basis: law('第四十三条'),
    holds: ({ row, input }) => row.members.every(({ account }) => !listed(input['excluded']).includes(account)),
  },
  'legal-review-passed': {
    code: 'penalty.legal-review-missing', text: { zh: '应当法制审核的案件未经法制审核通过，不得作出决定', en: 'A case for legal review is not decided before it has passed it' }, basis: procedure('第五十条'),
    holds: ({ row }) => !mandatory(row) || reviewedAfterHearing(row), details: ({ row }) => row.reviewGrounds,
  },
  'collectively-discussed': {
    code: 'penalty.discussion-missing', text: { zh: '情节复杂或者重大的案件应当由负责人集体讨论决定', en: 'A complicated or grave case is decided by the heads together' }, basis: procedure('第六十条第二款'),
    holds: ({ row }) => !mandatory(row) || row.discussedAt !== null, details: ({ row }) => row.reviewGrounds,
  },
  'discussed-by-several': {
    code: 'penalty.discussion-of-one', onInput: true, text: { zh: '集体讨论应当有两名以上负责人参加', en: 'One head alone is no discussion' }, basis: procedure('第六十条第二款'),
    holds: ({ input }) => new Set(listed(input['attendees'])).size >= 2,
  },
  'defence-answered': {
    code: 'penalty.defence-unanswered', onInput: true, text: { zh: '当事人陈述、申辩的，应当复核并说明采纳情况及理由', en: 'The defence is examined, and what is taken over of it stated with the reason' }, basis: procedure('第五十八条、第六十二条第三项'),
    holds: ({ row, input }) => (row.defences === 0 && !heard(row)) || filled(input['defenceAnswer']),
  },
  'amounts-fit': {
    code: 'penalty.amounts-unfit', onInput: true, text: { zh: '处罚内容与种类不符：罚款、没收须有金额，限制类可以有期限，其他不得填写', en: 'A fine and a confiscation have a sum, a restriction may have a time, the others have neither' }, basis: law('第九条'),
    holds: ({ input }) => penaltiesOf(input).length > 0 && listed(input['unfit']).length === 0, details: ({ input }) => listed(input['unfit']),
  },
  'income-adds-up': {
    code: 'penalty.income-does-not-add-up', onInput: true, text: { zh: '违法所得、扣除、退赔与没收数额不相符', en: 'Income received, deducted, refunded and confiscated do not agree' }, basis: income('第三条至第六条、第十一条、第十四条'),
    holds: ({ input }) => incomeAddsUp(incomeOf(input), penaltiesOf(input)),
  },
  'income-approved': {
    code: 'penalty.income-without-consent', onInput: true, text: { zh: '违法所得无法查清的，应当报经主要负责人审批同意', en: 'Income that cannot be found out is left out with the consent of the principal head' }, basis: income('第十四条第三款'),
    holds: ({ input }) => !needsConsent(incomeOf(input)) || filled(incomeOf(input)?.consent),
  },
  'as-announced': {
    code: 'penalty.not-announced', onInput: true, text: { zh: '处罚超出告知的内容，应当重新告知', en: 'More than was announced: announce it anew' }, basis: law('第四十四条、第六十二条'),
    holds: ({ row, input }) => more(row, input).length === 0, details: ({ row, input }) => more(row, input),
  },
  'not-heavier-for-defence': {
    code: 'penalty.heavier-for-defence', onInput: true, text: { zh: '不得因当事人陈述、申辩或者要求听证而给予更重的处罚', en: 'A defence or a hearing makes no penalty heavier' }, basis: law('第四十五条第二款'),
    holds: ({ row, input }) => !defended(row) || more(row, input).length === 0, details: ({ row, input }) => more(row, input),
  },
  'heavier-only-for-new-facts': {
    code: 'penalty.heavier-again', onInput: true, text: { zh: '当事人申辩后重新告知更重的处罚，须有新查明的事实', en: 'Announced anew after a defence, a heavier penalty rests on newly found facts' }, basis: law('第四十五条第二款'),
    holds: ({ row, input }) => row.announced === null || !defended(row) || more(row, input).length === 0 || filled(input['newFacts']),
  },
  'no-referral-open': {
    code: 'interlock.no-referral-open', onInput: true, text: { zh: '涉嫌犯罪移送尚未了结，不得以罚款代替移送；其他处罚不受影响', en: 'A criminal referral is open: no fine instead of it; other penalties stand' }, basis: referral('第十一条'),
    holds: ({ input }) => !fines(input) || referrals(input).every(({ ended }) => ended), details: ({ input }) => referrals(input).filter(({ ended }) => !ended).map(({ id, number, state }) => ({ id, number, state })),
  },
  'no-crime-filed': {
    code: 'interlock.no-crime-filed', onInput: true, text: { zh: '公安机关已立案侦查，尚未罚款的不再给予罚款', en: 'The police have filed the case: no fine is added' }, basis: law('第三十五条第二款'),
    holds: ({ input }) => !fines(input) || !policeFiled(input),
  },
  'police-have-filed': {
    code: 'penalty.police-not-filed', text: { zh: '公安机关尚未决定立案', en: 'The police have not filed the case' }, basis: referral('第八条、第十二条'),
    holds: ({ input }) => policeFiled(input),
  },
  educated: {
    code: 'penalty.not-educated', onInput: true, text: { zh: '依法不予行政处罚的，应当对当事人进行教育', en: 'A party that is let off is told what it did wrong' }, basis: procedure('第六十一条'),
    holds: ({ input }) => input['ground'] === 'not-established' || filled(input['education']),
  },
} satisfies Readonly<Record<string, PenaltyGuard>>;

const AFTER = {
  'is-published': {
    code: 'penalty.not-published', text: { zh: '仅警告的不公示', en: 'A mere warning is not published' }, basis: { source: '市场监督管理行政处罚信息公示规定', article: '第二条第二款', status: 'verified' },
    holds: ({ row }) => isPublished(row.decision?.penalties ?? []),
  },
  'goods-confiscated': {
    code: 'penalty.no-goods', text: { zh: '处罚决定未没收财物', en: 'No goods were confiscated' }, basis: law('第七十四条第一款'),
    holds: ({ row }) => takesGoods(row),
  },
  'disposal-witnessed': {
    code: 'penalty.disposal-unwitnessed', onInput: true, text: { zh: '处理罚没财物应当有监督人在场', en: 'Goods are disposed of before a witness' }, basis: { source: '市场监督管理行政处罚文书格式范本', article: '文书52', status: 'verified' },
    holds: ({ input }) => witness(input) !== null && !accountsOf(input['members']).includes(String(witness(input))),
  },
  'goods-disposed': {
    code: 'penalty.goods-left', text: { zh: '没收的财物尚未处理', en: 'Confiscated goods are not disposed of' }, basis: law('第七十四条第一款'),
    holds: ({ row }) => !takesGoods(row) || row.goodsDisposed,
  },
  'nothing-left-to-pay': {
    code: 'penalty.money-left', text: { zh: '罚没款的缴纳程序尚未了结', en: 'What is to be paid is not settled' }, basis: procedure('第七十七条第一项、第二项'),
    holds: ({ row, input }) => unpaid(row.id, input).length === 0, details: ({ row, input }) => unpaid(row.id, input).map(({ id, number, state }) => ({ id, number, state })),
  },
  'no-challenge-open': {
    code: 'penalty.challenge-pending', text: { zh: '已有尚未审结的行政复议或者诉讼', en: 'A reconsideration or suit is pending already' }, basis: law('第七十三条'),
    holds: ({ row }) => row.challenge === null || row.challenge.result !== null,
  },
  'challenge-open': {
    code: 'penalty.no-challenge', text: { zh: '没有未审结的行政复议或者诉讼', en: 'No reconsideration or suit is pending' }, basis: law('第七十三条'),
    holds: ({ row }) => row.challenge !== null && row.challenge.result === null,
  },
  'change-stated': {
    code: 'penalty.change-not-stated', onInput: true, text: { zh: '处罚被变更的，应当登记变更后的内容；维持的不登记', en: 'A changed penalty is stated; an upheld one is not' },
    holds: ({ input }) => (input['result'] === 'changed') === penaltiesOf(input).length > 0 && listed(input['unfit']).length === 0,
  },
  'after-reconsideration': {
    code: 'penalty.no-reconsideration', text: { zh: '不是行政复议', en: 'It was no reconsideration' },
    holds: ({ row }) => row.challenge?.way === 'reconsideration',
  },
  'was-changed': {
    code: 'penalty.not-changed', text: { zh: '决定未被变更', en: 'The decision was not changed' },
    holds: ({ row }) => row.challenge?.result === 'changed',
  },
} satisfies Readonly<Record<string, PenaltyGuard>>;

/** Named predicates. Gathered into the input: `now`, `partyKnown`, `hearingPeriodEnds`, `hearingNoticeDue`, `unfit`, and what every proceeding knows of its case. */
export const PENALTY_GUARDS: Readonly<Record<string, PenaltyGuard>> = { ...VERIFYING, ...ACTS, ...REVIEW, ...HEARING, ...DECISION, ...AFTER };

const STANDARD = ['evidence', 'punishable', 'jurisdiction', 'inTime'] as const;

function unmet(input: PenaltyFacts['input']): string[] {
  const standard = (input['standard'] ?? {}) as Readonly<Record<string, unknown>>;
  return STANDARD.filter((name) => standard[name] !== true);
}

function mandatory(row: PenaltyFacts['row']): boolean {
  return row.reviewGrounds.length > 0;
}

/** A review before the hearing does not count for what came out in it (第五十条第二款). */
function reviewedAfterHearing({ legalReviewedAt, hearing }: PenaltyFacts['row']): boolean {
  if (legalReviewedAt === null) return false;
  return !after(hearing?.heldAt, legalReviewedAt.toISOString());
}

function noticePeriodOver(row: PenaltyFacts['row'], { now, hearingPeriodEnds }: PenaltyFacts['input']): boolean {
  if ((row.announced?.servedAt ?? null) === null) return false;
  return row.waivedAt !== null || heard(row) || after(now, hearingPeriodEnds);
}

function heard({ hearing }: PenaltyFacts['row']): boolean {
  return (hearing?.heldAt ?? null) !== null;
}

function defended({ defences, hearing }: PenaltyFacts['row']): boolean {
  return defences > 0 || hearing !== null;
}

function more({ announced }: PenaltyFacts['row'], input: PenaltyFacts['input']): string[] {
  return heavierThan(penaltiesOf(input), announced?.penalties ?? []);
}

function fines(input: PenaltyFacts['input']): boolean {
  return penaltiesOf(input).some(({ kind }) => kind === 'fine');
}

function takesGoods({ decision }: PenaltyFacts['row']): boolean {
  return sumOf(decision?.penalties ?? [], 'confiscate-goods') > 0;
}

interface SiblingFacts {
  readonly kind: string;
  readonly id: string;
  readonly parentId: string | null;
  readonly number: string;
  readonly state: string;
  readonly ended: boolean;
  readonly marks: readonly string[];
}

function siblingsOf(input: PenaltyFacts['input'], kind: string): SiblingFacts[] {
  return (listed(input['siblings']) as readonly SiblingFacts[]).filter((one) => one.kind === kind);
}

function referrals(input: PenaltyFacts['input']): SiblingFacts[] {
  return siblingsOf(input, 'referral');
}

function policeFiled(input: PenaltyFacts['input']): boolean {
  return referrals(input).some(({ marks }) => marks.includes('police-filed'));
}

function unpaid(id: string, input: PenaltyFacts['input']): SiblingFacts[] {
  return siblingsOf(input, 'fine').filter(({ parentId, ended }) => parentId === id && !ended);
}

function penaltiesOf(input: PenaltyFacts['input']): readonly PenaltyItem[] {
  return listed(input['penalties']) as readonly PenaltyItem[];
}

function incomeOf(input: PenaltyFacts['input']): IllegalIncome | undefined {
  return (input['illegalIncome'] ?? undefined) as IllegalIncome | undefined;
}

function witness(input: PenaltyFacts['input']): string | null {
  const { id } = (input['witness'] ?? {}) as { id?: unknown };
  return typeof id === 'string' && id !== '' ? id : null;
}

function officersOf(members: readonly MemberFacts[]): string[] {
  return members.filter(({ role }) => role === 'officer').map(({ account }) => account);
}

function accountsOf(members: unknown): string[] {
  return (listed(members) as { account?: unknown }[]).map(({ account }) => String(account));
}

/** Whether one instant lies behind another; where one of them is missing, it does not. */
function after(one: unknown, other: unknown): boolean {
  return typeof one === 'string' && typeof other === 'string' && Date.parse(one) > Date.parse(other);
}

function filled(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
