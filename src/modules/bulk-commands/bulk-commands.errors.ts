import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const bulkCommandErrors = {
  'bulk-command.account-gone': { status: 403, severity: 'warning', title: { zh: '提交人账号已停用', en: 'The account that gave the command is no longer active' }, remedy: { zh: '由在岗人员对尚未执行的案件重新提交', en: 'Somebody who is active gives the command again for the cases that it did not reach' } },
} as const satisfies ProblemCatalogue;

export const bulkCommandProblem = problemsOf(bulkCommandErrors);
