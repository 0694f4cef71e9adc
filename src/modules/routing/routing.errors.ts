import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const routingErrors = {
  'routing.number-taken': {
    status: 409, severity: 'info',
    title: { zh: '同时有人新建了规则集', en: 'Somebody else drafted a rule set at the same time' },
    remedy: { zh: '请再提交一次，系统会给出下一个编号', en: 'Send it again: it gets the next number' },
  },
  'routing.track-not-permitted': {
    status: 422, severity: 'warning',
    title: { zh: '该件依法不能走这一途径', en: 'The law does not open this way for the matter' },
    remedy: { zh: '从 permittedTracks 中选择；如事实有误，请先更正事实再重新分派', en: 'Choose one of permittedTracks; if the facts are wrong, correct them and route again' },
  },
  'routing.agency-not-competent': {
    status: 422, severity: 'warning',
    title: { zh: '该单位对这一途径没有职责', en: 'The agency has no competence on this track' },
    remedy: { zh: '从 competentAgencies 中选择', en: 'Choose one of competentAgencies' },
  },
  'threshold.not-in-force': {
    status: 422, severity: 'warning',
    title: { zh: '该日没有已读条文的追诉标准', en: 'No threshold whose text was read was in force on that day' },
    remedy: { zh: '核对行为日期；此前的司法解释未读，须另行查证', en: 'Check the day of the act; earlier interpretations were not read and have to be looked up' },
  },
} as const satisfies ProblemCatalogue;

export const routingProblem = problemsOf(routingErrors);
