import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const urgingErrors = {
  'urging.no-case': {
    status: 409, severity: 'info',
    title: { zh: '该工单尚未立案，没有可以催办的案件', en: 'No case has been opened for this work order yet' },
    remedy: { zh: '查看该工单的答复义务及其时限；要求重办的，在答复后登记回访不满意', en: 'Look at the answer that is owed for the order and its clock; where it was answered, ask again there' },
  },
} as const satisfies ProblemCatalogue;

export const urgingProblem = problemsOf(urgingErrors);
