import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const registryErrors = {
  'registry.not-settled': { status: 422, severity: 'warning', title: { zh: '该时点尚未确定', en: 'That instant is not settled yet' }, remedy: { zh: 'asOf 不得晚于 latest；on 不受限制', en: 'asOf is no later than `latest`; `on` may be any instant' } },
  'registry.code-misshapen': { status: 422, severity: 'warning', title: { zh: '不是统一社会信用代码', en: 'That is no unified social credit code' }, remedy: { zh: '18位，不含 I、O、S、V、Z', en: 'Send 18 characters, without I, O, S, V, Z' } },
} as const satisfies ProblemCatalogue;

export const registryProblem = problemsOf(registryErrors);
