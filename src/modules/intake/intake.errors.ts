import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const intakeErrors = {
  'complaint.natural-key-taken': {
    status: 409, severity: 'warning',
    title: { zh: '同一来源编号已登记，且内容不同', en: 'This source number is already filed with other content' },
    remedy: { zh: '核对来源编号；receiptNumber 为已登记的回执。补充内容请通过该件办理，不要重新登记', en: 'Check the source number; receiptNumber is the receipt that exists. Add to that matter instead of filing it anew' },
  },
} as const satisfies ProblemCatalogue;

export const intakeProblem = problemsOf(intakeErrors);
