import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const intakeErrors = {
  'complaint.natural-key-taken': {
    status: 409, severity: 'warning',
    title: { zh: '该来源编号已由其他单位登记', en: 'Another desk has filed this source number' },
    remedy: { zh: '核对来源系统与编号；如确为同一工单，请联系统一接收机构', en: 'Check source system and number; if it is the same work order, turn to the intake desk' },
  },
  'complaint.nothing-to-correct': {
    status: 422, severity: 'info',
    title: { zh: '没有要更正的内容', en: 'There is nothing to correct' },
    remedy: { zh: '至少给出一项更正内容；只需确认分类时请用 confirm-classification', en: 'Give at least one field; to confirm what it was taken for, use confirm-classification' },
  },
  'complaint.no-respondent-view': {
    status: 409, severity: 'warning', basis: { source: '市场监督管理投诉举报处理办法（总局令第121号）', article: '第三十七条', status: 'verified' },
    title: { zh: '该件不得向被举报人透露', en: 'Nothing of this leg may be shown to the party' },
    remedy: { zh: '只有调解件可以向被投诉人提供组织调解所必需的信息', en: 'Only a mediation gives its respondent what organising it needs' },
  },
  'receipt.not-found': {
    status: 404, severity: 'info',
    title: { zh: '查无此查询码', en: 'No such receipt code' },
    remedy: { zh: '核对登记时告知的12位查询码；不是回执编号', en: 'Check the twelve characters that you were told at filing; it is not the receipt number' },
  },
} as const satisfies ProblemCatalogue;

export const intakeProblem = problemsOf(intakeErrors);
