import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const mattersErrors = {
  'matter.already-linked': {
    status: 409, severity: 'info',
    title: { zh: '两件已按此类型关联', en: 'They are linked in this way already' },
    remedy: { zh: '无需重复关联；如有误请先解除', en: 'Nothing to do; if it is wrong, unlink them first' },
  },
  'matter.not-linked': {
    status: 409, severity: 'info',
    title: { zh: '两件未按此类型关联', en: 'They are not linked in this way' },
    remedy: { zh: '查看该件的关联列表', en: 'Look at the links of the complaint' },
  },
} as const satisfies ProblemCatalogue;

export const mattersProblem = problemsOf(mattersErrors);
