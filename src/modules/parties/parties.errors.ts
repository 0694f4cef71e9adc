import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

const ONE_CODE = { source: '组织机构统一社会信用代码管理办法（总局令第112号）', article: '第九条', status: 'verified' } as const;

export const partiesErrors = {
  'organisation.code-taken': {
    status: 409, severity: 'warning', basis: ONE_CODE,
    title: { zh: '该统一社会信用代码已登记', en: 'This credit code is on the register already' },
    remedy: { zh: '使用 organisationId 所指的机构；无代码的重复条目请并入该机构', en: 'Use the organisation that organisationId names; merge an entry without a code into it' },
  },
  'organisation.name-taken': {
    status: 409, severity: 'warning',
    title: { zh: '同名同址且无代码的机构已登记', en: 'An organisation of this name at this address, without a code, is on the register already' },
    remedy: { zh: '使用 organisationId 所指的机构，或补充统一社会信用代码', en: 'Use the organisation that organisationId names, or add its credit code' },
  },
} as const satisfies ProblemCatalogue;

export const partiesProblem = problemsOf(partiesErrors);
