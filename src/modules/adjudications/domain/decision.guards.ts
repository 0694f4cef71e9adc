import { art, dues, endOf, instant, listed, nowOf, over, partyOf, seen, type AdjudicationFacts as Facts, type Guards, type Input, type Row } from './adjudication.facts.rules.js';
import { carries, everybodyVoted, orderFits, patentOf, type Finding, type StoppedAct, type Vote } from './adjudication.rules.js';

/** Deliberation, decision and what follows (第二十五条、第三十条至第三十六条、第八十条). */
export const DECISION_GUARDS = {
  'every-member-votes': {
    code: 'adjudication.votes-unfit', onInput: true, text: { zh: '合议组成员应当全部表决，每人一票，结论从多数', en: 'Every member of the panel votes once, and the majority carries' }, basis: art('第二十五条第二款'),
    holds: ({ row, input }: Facts) => everybodyVoted(row.members, listed(input['votes']) as Vote[]) && carries(listed(input['votes']) as Vote[], input['finding'] as Finding),
  },
  'majority-carries': {
    code: 'adjudication.not-deliberated', onInput: true, text: { zh: '应当经现合议组合议，并按多数意见作出', en: 'The panel as it is now has to deliberate, and its majority carries' }, basis: art('第二十五条'),
    holds: ({ row, input }: Facts) => row.deliberation !== null && row.deliberation.finding === (input['finding'] ?? 'infringing') && everybodyVoted(row.members, row.deliberation.votes),
  },
  'order-complete': {
    code: 'adjudication.order-incomplete', onInput: true, text: { zh: '责令停止的，应当写明行为类型、对象和范围；不侵权的，应当驳回请求', en: 'An order states type, object and scope of what stops; without infringement the request is rejected' }, basis: art('第三十一条第四项'),
    holds: ({ input }: Facts) => orderFits(input['finding'] ?? 'infringing', listed(input['acts']) as StoppedAct[]),
  },
  'patent-stands': {
    code: 'adjudication.patent-invalid', text: { zh: '涉案专利已被宣告全部无效，应当撤销案件', en: 'The patent was declared invalid: the case is withdrawn' }, basis: art('第三十六条第一款'),
    holds: ({ row }: Facts) => row.invalidity?.result !== 'invalid',
  },
  'same-patent-same-type': {
    code: 'adjudication.no-earlier-finding', onInput: true, text: { zh: '须有就同一专利权、同一侵权人、相同类型侵权行为的生效裁决或者判决', en: 'An effective finding on the same patent, the same infringer and the same type of act is needed' }, basis: art('第三十四条第一款'),
    holds: ({ row, input }: Facts) => earlierFits(row, input),
  },
  'dismissal-ground-fits': {
    code: 'adjudication.dismissal-unfit', onInput: true, text: { zh: '事实与该项撤案情形不符', en: 'The facts are not those of this ground' }, basis: art('第十九条第三款、第三十六条'),
    holds: ({ row, input }: Facts) => dismissalFits(row, input),
  },
  'decision-unserved': {
    code: 'adjudication.decision-served', onInput: true, text: { zh: '不是当事人，或者裁决书已经送达', en: 'No party, or served already' }, basis: art('第三十一条'),
    holds: ({ row, input }: Facts) => partyOf(row, input['recipient'])?.decisionServedAt === null,
  },
  'first-served-of-those-bound': {
    code: 'adjudication.not-bound', onInput: true, text: { zh: '仅适用于首次向被责令停止的被请求人送达', en: 'For the first respondent who has to stop' },
    holds: ({ row, input }: Facts) => ordersStop(row) && partyOf(row, input['recipient'])?.side === 'respondent' && row.parties.filter(({ side, decisionServedAt }) => side === 'respondent' && decisionServedAt !== null).length <= 1,
  },
  'orders-stop': {
    code: 'adjudication.nothing-ordered', text: { zh: '裁决未责令停止侵权', en: 'The decision orders nobody to stop' }, basis: art('第八十条'),
    holds: ({ row }: Facts) => ordersStop(row),
  },
  'still-to-perform': {
    code: 'adjudication.nothing-to-perform', text: { zh: '没有待履行的内容', en: 'Nothing is left to perform' },
    holds: ({ row }: Facts) => ordersStop(row) && row.performedAt === null,
  },
  'not-performed': {
    code: 'adjudication.performed', text: { zh: '已经履行或者强制执行的，不具有追溯力', en: 'What was performed or enforced stays as it is' }, basis: art('第三十三条第一款'),
    holds: ({ row }: Facts) => row.performedAt === null,
  },
  'nothing-to-perform': {
    code: 'adjudication.still-to-perform', text: { zh: '裁决尚待履行，且仍可申请强制执行', en: 'It is still to be performed, and may be enforced' }, basis: art('第八十条第二款'),
    holds: ({ row, input }: Facts) => !ordersStop(row) || row.performedAt !== null || (seen(input, 'adjudication.enforcement-holder') && over(input, ['adjudication.enforcement-holder'])),
  },
  'suit-period-over': {
    code: 'adjudication.suit-period-runs', text: { zh: '裁决书未全部送达，或者起诉期限尚未届满', en: 'A party was not served, or may still sue' }, basis: { source: '专利法', article: '第六十五条', status: 'verified' },
    holds: ({ row, input }: Facts) => (row.litigation?.result ?? null) !== null || (row.parties.every(({ decisionServedAt }) => decisionServedAt !== null) && over(input, ['adjudication.suit'])),
  },
  'term-over': {
    code: 'adjudication.term-runs', text: { zh: '履行期限尚未届满', en: 'The time for performance still runs' }, basis: art('第八十条第二款'),
    holds: ({ row, input }: Facts) => (performByOf(row) ?? Number.NEGATIVE_INFINITY) < nowOf(input),
  },
  'agency-period-runs': {
    code: 'adjudication.enforcement-late', text: { zh: '申请强制执行的三个月期限已经届满', en: 'The three months of the agency are over' }, basis: art('第八十条第二款'),
    holds: ({ input }: Facts) => !over(input, ['adjudication.enforcement-agency']),
  },
  'agency-period-over': {
    code: 'adjudication.agency-may-still-apply', text: { zh: '本部门仍在申请强制执行的期限内', en: 'The agency may still apply itself' }, basis: art('第八十条第二款'),
    holds: ({ input }: Facts) => seen(input, 'adjudication.enforcement-agency') && over(input, ['adjudication.enforcement-agency']),
  },
  'holder-period-runs': {
    code: 'adjudication.holder-too-late', onInput: true, text: { zh: '权利人的六个月期限未开始或者已届满', en: 'The six months of the holder have not begun or are over' }, basis: art('第八十条第二款'),
    holds: ({ input }: Facts) => dues(input, ['adjudication.enforcement-holder']).some((due) => instant(input['appliedAt']) <= due),
  },
  'decision-ordered': {
    code: 'adjudication.no-new-decision', text: { zh: '法院未责令重新作出裁决', en: 'The court did not order another decision' }, basis: { source: '行政诉讼法', article: '第七十条', status: 'unverified' },
    holds: ({ row }: Facts) => row.litigation?.anew === true,
  },
} satisfies Guards;

interface Earlier {
  readonly patentNumber: string;
  readonly respondent: string;
  readonly types: readonly string[];
  readonly effectiveAt: string;
}

function earlierFits(row: Row, input: Input): boolean {
  const earlier = input['earlier'] as Earlier;
  const acts = listed(input['acts']) as StoppedAct[];
  return patentOf(earlier.patentNumber)?.number === row.patentNumber && partyOf(row, earlier.respondent)?.side === 'respondent' && acts.every(({ type }) => earlier.types.includes(type)) && instant(earlier.effectiveAt) <= nowOf(input);
}

/** Some grounds rest on a fact that is known here. */
function dismissalFits(row: Row, input: Input): boolean {
  const facts: Readonly<Record<string, boolean>> = { 'out-of-time': input['defenceRaised'] === true, 'patent-invalid': row.invalidity?.result === 'invalid', 'claims-not-stated': row.patentType !== 'design' };
  const ground = String(input['ground']);
  return row.state === 'ended-by-suit' ? ground === 'sued' : (facts[ground] ?? true);
}

/** Last instant for what is ordered beside the stop; nothing where all is due at once. */
function performByOf({ decision }: Row): number | undefined {
  const day = decision?.performBy ?? undefined;
  return day === undefined ? undefined : endOf(day);
}

function ordersStop({ decision }: Row): boolean {
  return decision?.finding === 'infringing';
}
