import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const staffingErrors = {
  'team.name-taken': { status: 409, severity: 'warning', title: { zh: '本单位已有同名小组', en: 'The agency has a team of this name' }, remedy: { zh: '换一个名称，或变更已有小组', en: 'Choose another name, or rearrange the team that is there' } },
  'staffing.agency-foreign': { status: 422, severity: 'warning', title: { zh: '该单位不是本单位或者下级单位', en: 'The agency is not one’s own, nor below it' }, remedy: { zh: '省略 agency 表示本单位；下级单位见 GET /v1/auth/me 的 agencies', en: 'Leave agency out for one’s own; agencies of GET /v1/auth/me names those below' } },
} as const satisfies ProblemCatalogue;

export const staffingProblem = problemsOf(staffingErrors);
