import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const deadlinesErrors = {
  'calendar.refused': {
    status: 422, severity: 'warning',
    title: { zh: '日历不可用', en: 'The calendar is refused' },
    remedy: { zh: '按放假通知逐日核对；reason 说明了问题所在', en: 'Compare day by day with the notice; reason says what is wrong' },
  },
  'calendar.already-loaded': {
    status: 409, severity: 'info',
    title: { zh: '该年日历已载入', en: 'The calendar of this year is loaded already' },
    remedy: { zh: '如通知有更正，请由数据库属主处理并留档', en: 'If the notice was corrected, the owner of the database changes it, on record' },
  },
} as const satisfies ProblemCatalogue;

export const deadlinesProblem = problemsOf(deadlinesErrors);
