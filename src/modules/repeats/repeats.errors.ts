import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const repeatErrors = {
  'repeat.no-prompt': { status: 409, severity: 'info', title: { zh: '该规则目前没有提示', en: 'There is no prompt under this rule now' }, remedy: { zh: '见 GET /v1/infringers/cases/{id}/prompts', en: 'See GET /v1/infringers/cases/{id}/prompts' } },
  'repeat.facts-changed': { status: 409, severity: 'warning', title: { zh: '提示所依据的事实已变化', en: 'The facts of the prompt have changed' }, remedy: { zh: '请重新查看提示，以新的 digest 答复', en: 'Look at the prompt again and answer with its new digest' } },
} as const satisfies ProblemCatalogue;

export const repeatProblem = problemsOf(repeatErrors);
