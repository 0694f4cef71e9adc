import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const rewardErrors = {
  // One answer for a code that is unknown, of another kind of matter, of a case that is open, or used: it tells nothing of any case.
  'reward.not-claimable': { status: 404, severity: 'warning', title: { zh: '凭此编码不能申请', en: 'Nothing can be claimed with this code' }, remedy: { zh: '请核对编码；案件办结后方可申请，每件举报申请一次', en: 'Check the code; a claim can be made once for each report, after the matter has come to its end' } },
  'reward.excluded': { status: 409, severity: 'warning', title: { zh: '属于不予奖励的人员', en: 'No reward is given to these persons' }, remedy: { zh: '见 exclusions；如填写有误，请更正后重新申请', en: 'See exclusions; correct them and claim again if they were named by mistake' } },
  'reward.other-one-alive': { status: 409, severity: 'warning', title: { zh: '同一案件已有奖励在办理或者已发放', en: 'Another reward of the same case is under way or paid' }, remedy: { zh: '同一案件只奖励一次，请以相应理由不予奖励', en: 'A case is rewarded once: refuse this claim with its ground' } },
  'reward.payee-closed': { status: 409, severity: 'warning', title: { zh: '领取人信息未批准查看', en: 'The payee is not released to this account' }, remedy: { zh: '由一人申请查看、另一人批准后，方可由该二人在发放前查看', en: 'One person asks, another releases; these two see the payee until it is paid' } },
} as const satisfies ProblemCatalogue;

export const rewardProblem = problemsOf(rewardErrors);
