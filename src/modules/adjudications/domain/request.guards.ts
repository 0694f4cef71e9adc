import { absent, art, dues, instant, listed, nowOf, over, type AdjudicationFacts as Facts, type Guards, type Input, type Row } from './adjudication.facts.rules.js';
import { panelProblems, patentOf, type PartyAt } from './adjudication.rules.js';
import { CONDITION_CODES, materialsNeeded, mayAskAlone, type Evaluation, type RequesterKind } from './requirements.rules.js';

/** From the request to the filing (第九条至第二十条). */
export const REQUEST_GUARDS = {
  'conducts-it': {
    code: 'adjudication.foreign-agency', text: { zh: '该案不由本单位办理，也未委托本单位承办', en: 'Neither with the actor’s agency nor delegated to it' }, basis: art('第八条第三款'),
    holds: ({ row, actor }: Facts) => actor.agencies.includes(row.agency) || (row.delegate !== null && actor.agencies.includes(row.delegate)),
  },
  'came-directly': {
    code: 'adjudication.came-as-complaint', text: { zh: '随投诉举报转入，时限延续', en: 'It came as a complaint and keeps its clock' },
    holds: ({ row }: Facts) => row.source !== 'complaint',
  },
  'nothing-in-advance': {
    code: 'adjudication.in-advance', onInput: true, text: { zh: '登记的时间尚未到来', en: 'A time that is recorded has not come yet' },
    holds: ({ input }: Facts) => ['at', 'receivedAt', 'servedAt', 'signedAt', 'acceptedAt', 'filedAt', 'effectiveAt', 'appliedAt'].every((name) => input[name] === undefined || instant(input[name]) <= nowOf(input)),
  },
  'not-corrected-before': {
    code: 'adjudication.corrected-before', text: { zh: '补正应当一次性全面告知，不得再次要求补正', en: 'What is to be corrected is told once and completely' }, basis: art('第十六条'),
    holds: ({ row }: Facts) => row.correctedAt === null,
  },
  'corrected-in-time': {
    code: 'adjudication.corrected-late', onInput: true, text: { zh: '逾期补正', en: 'The correction came late' }, basis: art('第十六条'),
    holds: ({ input }: Facts) => dues(input, ['adjudication.correction']).every((due) => instant(input['receivedAt']) <= due),
  },
  'correction-period-over': {
    code: 'adjudication.correction-period-runs', text: { zh: '补正期限尚未届满', en: 'The time for the correction still runs' }, basis: art('第十六条'),
    holds: ({ input }: Facts) => over(input, ['adjudication.correction']),
  },
  'conditions-met': {
    code: 'adjudication.conditions-not-met', onInput: true, text: { zh: '受理条件未全部具备', en: 'Not all conditions of a request are met' }, basis: art('第十二条第一款'),
    holds: ({ input }: Facts) => absent(CONDITION_CODES, input['conditions']).length === 0,
    details: ({ input }: Facts) => ({ missing: absent(CONDITION_CODES, input['conditions']) }),
  },
  'requester-entitled': {
    code: 'adjudication.requester-not-entitled', onInput: true, text: { zh: '被许可人不能单独提出请求', en: 'This licensee may not ask alone' }, basis: art('第十二条第二款'),
    holds: ({ input }: Facts) => mayAskAlone(input['requesterKind'] as RequesterKind, input['mayAskAlone'] === true),
  },
  'materials-complete': {
    code: 'adjudication.materials-missing', onInput: true, text: { zh: '请求材料不齐', en: 'Materials of the request are missing' }, basis: art('第十四条、第十五条'),
    holds: ({ input }: Facts) => absent(needed(input), input['materials']).length === 0,
    details: ({ input }: Facts) => ({ missing: absent(needed(input), input['materials']) }),
  },
  'patent-number-fits': {
    code: 'adjudication.patent-number-unfit', onInput: true, text: { zh: '专利号格式不符', en: 'The patent number has another form' }, basis: art('第十四条第一款第二项'),
    holds: ({ input }: Facts) => patentOf(String(input['patentNumber'])) !== undefined,
  },
  'claims-stated': {
    code: 'adjudication.claims-not-stated', onInput: true, text: { zh: '发明、实用新型专利应当载明据以请求的权利要求项', en: 'The claims relied upon have to be stated' }, basis: art('第三十六条第二款'),
    holds: ({ input }: Facts) => patentOf(String(input['patentNumber']))?.type === 'design' || listed(input['claims']).length > 0,
  },
  'parties-of-the-case': {
    code: 'adjudication.parties-unfit', onInput: true, text: { zh: '请求人、被请求人须为本案当事人，各不少于一人，且不得重复', en: 'Requester and respondents are parties of the case, one of each at least, nobody twice' }, basis: art('第十二条第一款第一项、第二项'),
    holds: ({ input }: Facts) => partiesFit(listed(input['parties']) as NamedParty[], listed(input['caseParties'])),
  },
  'panel-named': {
    code: 'adjudication.panel-unfit', onInput: true, text: { zh: '合议组应为三名以上单数持证办案人员，设一名组长', en: 'The panel has three or more members, an odd number, each with a credential, one in the chair' }, basis: art('第四条第二款、第二十条'),
    holds: ({ input }: Facts) => panelProblems(listed(input['members']) as Row['members']).length === 0,
    details: ({ input }: Facts) => ({ problems: panelProblems(listed(input['members']) as Row['members']) }),
  },
  'panel-of-the-agency': {
    code: 'adjudication.panel-foreign', onInput: true, text: { zh: '合议组应由本部门（或者受委托组织）可以办案的在岗人员组成', en: 'The panel consists of people of the agency, or of the body that it entrusted' }, basis: art('第八条第三款、第二十条'),
    holds: ({ row, input }: Facts) => (listed(input['memberAgencies']) as (readonly string[])[]).every((agencies) => agencies.includes(row.agency) || (row.delegate !== null && agencies.includes(row.delegate))),
  },
  'silence-lasted': {
    code: 'adjudication.advice-too-early', onInput: true, text: { zh: '自权利人收到书面催告或者不侵权意见未满一个月，且自发出未满两个月', en: 'Neither a month since the holder got the demand, nor two since it was sent' }, basis: art('第十三条'),
    holds: ({ input }: Facts) => listed(input['silentUntil']).some((end) => instant(end) < nowOf(input)),
  },
  'holder-does-nothing': {
    code: 'adjudication.advice-not-needed', onInput: true, text: { zh: '权利人已撤回警告、提出行政裁决请求或者起诉', en: 'The holder withdrew the warning, asked for adjudication, or sued' }, basis: art('第十三条'),
    holds: ({ input }: Facts) => input['holderActed'] !== true && (listed(input['siblings']) as readonly { kind: string; variant: string; ended: boolean }[]).every(({ kind, variant, ended }) => kind !== 'adjudication' || variant === 'advice' || ended),
  },
  'delegate-fit': {
    code: 'adjudication.delegate-unfit', onInput: true, text: { zh: '只能委托具有管理知识产权公共事务职能的组织', en: 'Only a body with public functions in intellectual property can be entrusted' }, basis: art('第八条第三款'),
    holds: ({ input }: Facts) => input['delegateKind'] === 'public-institution',
  },
} satisfies Guards;

interface NamedParty {
  readonly party: string;
  readonly side: PartyAt['side'];
}

function partiesFit(parties: readonly NamedParty[], known: readonly unknown[]): boolean {
  const sides = parties.map(({ side }) => side);
  return sides.includes('requester') && sides.includes('respondent') && new Set(parties.map(({ party }) => party)).size === parties.length && parties.every(({ party }) => known.includes(party));
}

function needed(input: Input): readonly string[] {
  return materialsNeeded(input['requesterKind'] as RequesterKind, (input['evaluation'] as Evaluation | undefined) ?? 'not-asked');
}
