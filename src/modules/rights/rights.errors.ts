import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const rightsErrors = {
  'right.number-taken': {
    status: 409, severity: 'warning',
    title: { zh: '该类型与号码的权利已登记', en: 'A right of this type and number is on the register already' },
    remedy: { zh: '使用 rightId 所指的权利，必要时更正', en: 'Use the right that rightId names, and correct it where needed' },
  },
} as const satisfies ProblemCatalogue;

export const rightsProblem = problemsOf(rightsErrors);
