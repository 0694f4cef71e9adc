import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const fairErrors = {
  'fair.edition-known': {
    status: 409, severity: 'info',
    title: { zh: '该展会的这一届已登记', en: 'This edition of the fair is announced already' },
    remedy: { zh: '在展会列表中按系列查找；届次有误的请改正', en: 'Look for it in the list by its series, or give the right number of the edition' },
  },
} as const satisfies ProblemCatalogue;

export const fairProblem = problemsOf(fairErrors);
