import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const infringerErrors = {
  'infringer.party-unfit': { status: 409, severity: 'warning', title: { zh: '该当事人不是本案的被投诉举报人，或者已移除', en: 'This party is no respondent of the case, or was removed' }, remedy: { zh: '从 GET /v1/cases/{id}/parties 中选择 role 为 respondent 的当事人', en: 'Choose one with the role respondent from GET /v1/cases/{id}/parties' } },
  'infringer.value-unfit': { status: 422, severity: 'warning', title: { zh: '所填内容不能用于比对', en: 'The value cannot be compared' }, remedy: { zh: '电话须为手机或者带区号的固定电话，地址须有门牌号，店铺须填平台和店铺编号或者网址', en: 'A mobile number or a landline with its area code; an address with the number of the house; a shop with its platform and number, or its address in the web' } },
  'infringer.already-separated': { status: 409, severity: 'info', title: { zh: '该关联已由他人解除', en: 'Somebody else removed the link just now' }, remedy: { zh: '见 GET /v1/infringers/separations', en: 'See GET /v1/infringers/separations' } },
  'infringer.mark-struck': { status: 409, severity: 'info', title: { zh: '该标识已作废', en: 'This mark was struck out already' }, remedy: { zh: '如需恢复，请重新登记', en: 'To have it again, record it again' } },
} as const satisfies ProblemCatalogue;

export const infringerProblem = problemsOf(infringerErrors);
