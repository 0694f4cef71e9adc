import { ANSWER_CLOCKS, art, clocksOf, instant, listed, others, over, partyOf, type AdjudicationFacts as Facts, type Guards } from './adjudication.facts.rules.js';

/** Service, answer, evidence (第二十二条至第二十四条、第四十四条至第五十四条). */
export const EXAMINATION_GUARDS = {
  'recipient-unserved': {
    code: 'adjudication.recipient-unfit', onInput: true, text: { zh: '送达对象不是尚未送达的被请求人或者第三人', en: 'The recipient is no respondent that still has to be served' }, basis: art('第二十二条第一款'),
    holds: ({ row, input }: Facts) => partyOf(row, input['recipient'])?.requestServedAt === null && partyOf(row, input['recipient'])?.side !== 'requester',
  },
  'everybody-served': {
    code: 'adjudication.respondent-unserved', text: { zh: '尚有被请求人未送达请求书副本', en: 'A respondent has not been served yet' }, basis: art('第二十二条第一款'),
    holds: ({ row }: Facts) => others(row).every(({ requestServedAt }) => requestServedAt !== null),
  },
  'recipient-at-home': {
    code: 'adjudication.recipient-abroad', onInput: true, text: { zh: '仅适用于境内有固定住所的', en: 'For those with a domicile in the country' },
    holds: ({ row, input }: Facts) => partyOf(row, input['recipient'])?.abroad === false,
  },
  'recipient-abroad': {
    code: 'adjudication.recipient-at-home', onInput: true, text: { zh: '仅适用于境内无固定住所的', en: 'For those without a domicile in the country' },
    holds: ({ row, input }: Facts) => partyOf(row, input['recipient'])?.abroad === true,
  },
  'respondent-may-answer': {
    code: 'adjudication.no-answer-awaited', onInput: true, text: { zh: '该当事人尚未送达，或者已经答辩', en: 'This party was not served, or has answered' }, basis: art('第二十二条第一款'),
    holds: ({ row, input }: Facts) => {
      const party = partyOf(row, input['respondent']);
      return party !== undefined && party.side !== 'requester' && party.requestServedAt !== null && party.answeredAt === null;
    },
  },
  'everybody-answered': {
    code: 'adjudication.answer-awaited', text: { zh: '尚有被请求人未答辩', en: 'A respondent has not answered yet' },
    holds: ({ row }: Facts) => others(row).every(({ answeredAt }) => answeredAt !== null),
  },
  'answer-received': {
    code: 'adjudication.no-answer', text: { zh: '没有待转送的答辩书', en: 'There is no answer to forward' }, basis: art('第二十二条第二款'),
    holds: ({ input }: Facts) => clocksOf(input).some(({ kind, ended }) => kind === 'adjudication.answer-forwarding' && !ended),
  },
  'within-answer-period': {
    code: 'adjudication.objection-late', onInput: true, text: { zh: '管辖权异议应当在提交答辩书期间提出', en: 'An objection to the jurisdiction is raised within the time of the answer' }, basis: art('第九条第一款'),
    holds: ({ row, input }: Facts) => partyOf(row, input['respondent'])?.side === 'respondent' && clocksOf(input).some(({ kind, legalDue }) => ANSWER_CLOCKS.includes(kind) && (legalDue === null || instant(input['receivedAt']) <= legalDue.getTime())),
  },
  'answer-period-over': {
    code: 'adjudication.answer-period-runs', text: { zh: '答辩期限尚未届满', en: 'The time for the answer still runs' }, basis: art('第二十二条第一款'),
    holds: ({ input }: Facts) => over(input, ANSWER_CLOCKS),
  },
  'recipient-untold': {
    code: 'adjudication.recipient-told', onInput: true, text: { zh: '不是本案当事人，或者已经通知举证期限', en: 'Not a party of this proceeding, or told already' }, basis: art('第五十四条'),
    holds: ({ row, input }: Facts) => partyOf(row, input['recipient'])?.evidenceServedAt === null,
  },
  'evidence-period-set': {
    code: 'adjudication.no-evidence-period', text: { zh: '应当指定举证期限', en: 'A period for evidence has to be set' }, basis: art('第五十四条'),
    holds: ({ row }: Facts) => row.parties.filter(({ side }) => side !== 'third-party').every(({ evidenceServedAt }) => evidenceServedAt !== null),
  },
  'evidence-days-set': {
    code: 'adjudication.no-evidence-days', text: { zh: '尚未指定或者批准举证期限', en: 'No period for evidence was set or approved' }, basis: art('第五十四条'),
    holds: ({ row }: Facts) => row.evidenceDays !== null,
  },
  'evidence-period-over': {
    code: 'adjudication.evidence-period-runs', text: { zh: '举证期限尚未届满', en: 'The period for evidence still runs' }, basis: art('第五十四条'),
    holds: ({ input }: Facts) => over(input, ['adjudication.evidence']),
  },
  'everybody-waives': {
    code: 'adjudication.evidence-not-waived', onInput: true, text: { zh: '各方当事人均表示不再举证的，方可提前结束举证', en: 'Only when every party waives, evidence ends early' }, basis: art('第五十四条'),
    holds: ({ row, input }: Facts) => row.parties.every(({ party }) => listed(input['by']).includes(party)),
  },
  'panel-acts': {
    code: 'adjudication.not-the-panel', onInput: true, text: { zh: '办案人员不是本案合议组成员或者书记员', en: 'Those who acted do not work on this proceeding' }, basis: art('第二十条、第四十七条'),
    holds: ({ row, input }: Facts) => listed(input['by']).length > 0 && listed(input['by']).every((account) => row.members.some((member) => member.account === account)),
  },
  'signed-or-noted': {
    code: 'adjudication.refusal-not-noted', onInput: true, text: { zh: '拒绝签字或者盖章的，应当在笔录上注明', en: 'A refusal to sign is noted on the record' }, basis: art('第四十七条第二款、第四十八条第三款、第四十九条第三款'),
    holds: ({ input }: Facts) => input['signed'] === true || (typeof input['refusalNote'] === 'string' && input['refusalNote'].trim() !== ''),
  },
  'no-registration-open': {
    code: 'adjudication.registration-open', text: { zh: '先前登记保存的证据尚未作出处理决定', en: 'Evidence kept by registration still waits for its decision' }, basis: art('第四十九条第一款'),
    holds: ({ row }: Facts) => row.registration === null,
  },
  'registration-open': {
    code: 'adjudication.no-registration', text: { zh: '没有登记保存的证据', en: 'No evidence is kept by registration' }, basis: art('第四十九条第一款'),
    holds: ({ row }: Facts) => row.registration !== null,
  },
  'registration-decided': {
    code: 'adjudication.registration-undecided', text: { zh: '登记保存的证据尚未作出处理决定', en: 'Evidence kept by registration still waits for its decision' }, basis: art('第四十九条第一款'),
    holds: ({ row }: Facts) => row.registration === null,
  },
  'appraisal-asked-in-time': {
    code: 'adjudication.appraisal-late', onInput: true, text: { zh: '当事人应当在举证期限届满前申请鉴定', en: 'A party asks for an appraisal before the period for evidence is over' }, basis: art('第五十三条第一款'),
    holds: ({ input }: Facts) => input['publicInterest'] === true || !over(input, ['adjudication.evidence']),
  },
  'new-party-of-the-case': {
    code: 'adjudication.party-unfit', onInput: true, text: { zh: '追加的须为本案当事人登记中的、尚未列入的人', en: 'Who is added is a party of the case and not yet in the proceeding' }, basis: art('第二十三条、第二十四条'),
    holds: ({ row, input }: Facts) => partyOf(row, input['party']) === undefined && listed(input['caseParties']).includes(input['party']),
  },
  'not-heard-yet': {
    code: 'adjudication.heard-already', text: { zh: '追加当事人应当在口头审理前提出', en: 'Parties are added before the oral hearing' }, basis: art('第二十四条第三款'),
    holds: ({ row }: Facts) => (row.hearing?.heldAt ?? null) === null,
  },
  'adds-respondent': {
    code: 'adjudication.adds-requester', onInput: true, text: { zh: '仅适用于追加被请求人、第三人', en: 'For respondents and third parties' },
    holds: ({ input }: Facts) => input['side'] !== 'requester',
  },
} satisfies Guards;
