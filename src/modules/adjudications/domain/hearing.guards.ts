import { art, dues, instant, listed, nowOf, partyOf, text, type AdjudicationFacts as Facts, type Guards } from './adjudication.facts.rules.js';
import { exceptionHolds, mustSuspend, panelOf, panelProblems } from './adjudication.rules.js';

/** Panel, oral hearing, standstill, settlement (第二十条、第二十六条至第二十九条、第三十五条). */
export const HEARING_GUARDS = {
  'panel-complete': {
    code: 'adjudication.panel-incomplete', text: { zh: '合议组人数不足、为双数或者缺组长', en: 'The panel is incomplete, even, or without a chair' }, basis: art('第二十条'),
    holds: ({ row }: Facts) => panelProblems(row.members).length === 0,
    details: ({ row }: Facts) => ({ problems: panelProblems(row.members) }),
  },
  'panel-not-excluded': {
    code: 'adjudication.panel-member-excluded', text: { zh: '合议组中有应当回避的人员', en: 'Somebody on the panel has to keep out' }, basis: art('第五条'),
    holds: ({ row, input }: Facts) => panelOf(row.members).every(({ account }) => !listed(input['excluded']).includes(account)),
  },
  'hearing-ahead': {
    code: 'adjudication.hearing-in-the-past', onInput: true, text: { zh: '口头审理时间已过', en: 'The hearing is not ahead' }, basis: art('第二十六条'),
    holds: ({ input }: Facts) => instant(input['at']) > nowOf(input),
  },
  'closed-with-reason': {
    code: 'adjudication.closed-without-reason', onInput: true, text: { zh: '不公开审理的，应当说明依据', en: 'A closed hearing needs its ground' }, basis: art('第二十七条第二款'),
    holds: ({ input }: Facts) => input['open'] === true || (typeof input['closedBecause'] === 'string' && input['closedBecause'].trim() !== ''),
  },
  'recipient-unnotified': {
    code: 'adjudication.recipient-notified', onInput: true, text: { zh: '不是当事人，或者已经通知', en: 'No party, or told already' }, basis: art('第二十六条'),
    holds: ({ row, input }: Facts) => partyOf(row, input['recipient'])?.hearingServedAt === null,
  },
  'three-days-before': {
    code: 'adjudication.notice-too-late', onInput: true, text: { zh: '应当至少在口头审理三个工作日前通知，请另定时间', en: 'Notice is given three working days before: fix another day' }, basis: art('第二十六条'),
    holds: ({ input }: Facts) => dues(input, ['adjudication.oral-hearing-notice']).every((due) => instant(input['servedAt']) <= due),
  },
  'everybody-notified': {
    code: 'adjudication.notice-missing', text: { zh: '尚有当事人未收到口头审理通知', en: 'A party was not told of the hearing' }, basis: art('第二十六条'),
    holds: ({ row }: Facts) => row.parties.every(({ hearingServedAt }) => hearingServedAt !== null),
  },
  'hearing-time-come': {
    code: 'adjudication.hearing-ahead', text: { zh: '口头审理时间未到', en: 'The time of the hearing has not come' }, basis: art('第二十六条'),
    holds: ({ row, input }: Facts) => row.hearing !== null && instant(row.hearing.at) <= nowOf(input),
  },
  'requester-attends': {
    code: 'adjudication.requester-absent', onInput: true, text: { zh: '请求人无正当理由缺席的，按撤回请求处理', en: 'A requester who stays away without a good reason is deemed to withdraw' }, basis: art('第二十六条'),
    holds: ({ row, input }: Facts) => listed(input['absent']).every((party) => partyOf(row, party) !== undefined && partyOf(row, party)?.side !== 'requester'),
  },
  'invalidity-pending': {
    code: 'adjudication.no-invalidity', text: { zh: '没有已受理且未审结的无效宣告请求', en: 'No accepted request for invalidation is pending' }, basis: art('第二十九条'),
    holds: ({ row }: Facts) => row.invalidity !== null && row.invalidity.result === null,
  },
  'invalidity-dealt-with': {
    code: 'adjudication.must-be-suspended', text: { zh: '实用新型、外观设计专利的无效宣告请求已被受理，应当中止，或者先认定不中止的情形', en: 'An accepted request for invalidation suspends it, unless an exception is found first' }, basis: art('第二十八条第一款第一项、第二十九条'),
    holds: ({ row }: Facts) => !mustSuspend(row.patentType, row.invalidity),
  },
  'exception-holds': {
    code: 'adjudication.exception-unfit', onInput: true, text: { zh: '案情不符合该项可以不中止的情形', en: 'The facts of the case are not those of this exception' }, basis: art('第二十九条'),
    holds: ({ row, input }: Facts) => exceptionHolds(String(input['exception']), { type: row.patentType, evaluation: row.evaluation, repeated: row.invalidity?.repeated === true, upheldBy: text(input['upheldBy']) }),
  },
  'invalidity-answered': {
    code: 'adjudication.invalidity-undecided', onInput: true, text: { zh: '因无效宣告中止的，恢复时应当载明无效宣告的结果', en: 'What was suspended for invalidation is resumed with the result of it' }, basis: art('第二十八条第二款'),
    holds: ({ row, input }: Facts) => row.standstill !== 'invalidity' || input['result'] !== undefined,
  },
  'claims-remain': {
    code: 'adjudication.claims-gone', onInput: true, text: { zh: '部分无效的，应当载明仍然有效且据以请求的权利要求项', en: 'After an invalidation in part, the claims that stand and are relied upon are stated' }, basis: art('第三十三条第一款、第三十六条第二款'),
    holds: ({ row, input }: Facts) => (input['result'] ?? input['ground']) !== 'partly-invalid' || row.patentType === 'design' || (listed(input['claims']).length > 0 && listed(input['claims']).every((claim) => row.claims.includes(Number(claim)))),
  },
  'everybody-signed': {
    code: 'adjudication.unsigned', onInput: true, text: { zh: '调解协议书应由双方当事人签字或者盖章', en: 'Both sides sign the settlement' }, basis: art('第三十五条第一款'),
    holds: ({ row, input }: Facts) => row.parties.filter(({ side }) => side !== 'third-party').every(({ party }) => listed(input['signedBy']).includes(party)),
  },
} satisfies Guards;
