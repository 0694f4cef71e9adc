import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const assignmentErrors = {
  'assignment.taken': { status: 409, severity: 'info', title: { zh: '案件已有承办人', en: 'Somebody is in charge of the case already' }, remedy: { zh: '承办人见 assignee（账号）与 login（登录名）；请从清单领取下一件，或由负责人变更承办人', en: 'assignee and login say who has it; take the next case of the list, or have the head put another officer in charge' } },
} as const satisfies ProblemCatalogue;

export const assignmentProblem = problemsOf(assignmentErrors);
