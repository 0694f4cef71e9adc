import { problemsOf, type ProblemCatalogue } from '../http/problem.js';

/** Refusals of authentication beyond those of {@link httpErrors}. */
export const securityErrors = {
  'auth.issuer-unreachable': { status: 503, severity: 'error', title: { zh: '统一身份认证暂不可用', en: 'The identity provider does not answer' }, remedy: { zh: '稍后重试，或使用本地账号登录', en: 'Retry in a moment, or log in with a local account' } },
} as const satisfies ProblemCatalogue;

export const securityProblem = problemsOf(securityErrors);
