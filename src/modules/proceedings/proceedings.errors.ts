import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const proceedingErrors = {
  'proceeding.case-closed': {
    status: 409, severity: 'warning',
    title: { zh: '案件已结案，不能再启动程序', en: 'The case is closed: no proceeding can be opened in it' },
    remedy: { zh: '需要继续办理的，由负责人先重新办理该案件', en: 'Where it has to go on, let the head reopen the case first' },
  },
} as const satisfies ProblemCatalogue;

export const proceedingProblem = problemsOf(proceedingErrors);
