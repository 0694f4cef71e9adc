import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const mediationErrors = {
  'mediation.mediator-booked': {
    status: 409, severity: 'warning',
    title: { zh: '该调解员在这一时段已有其他调解', en: 'The mediator has another session at that time' },
    remedy: { zh: '请另选时间或者由其他调解员主持', en: 'Choose another time, or another mediator' },
  },
  'mediation.period-too-long': {
    status: 400, severity: 'warning',
    title: { zh: '起止日期有误或者跨度超过五年', en: 'The days are in the wrong order, or more than five years apart' },
    remedy: { zh: '请缩短统计期间', en: 'Ask for a shorter time' },
  },
} as const satisfies ProblemCatalogue;

export const mediationProblem = problemsOf(mediationErrors);
