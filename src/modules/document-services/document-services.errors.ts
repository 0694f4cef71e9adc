import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const serviceErrors = {
  'service.refused': {
    status: 409, severity: 'warning', title: { zh: '送达不能登记', en: 'The service cannot be recorded' }, remedy: { zh: '按 failedGuards 所列补正后再登记', en: 'Put right what failedGuards lists, then try again' },
  },
  'service.by-command': {
    status: 409, severity: 'info', title: { zh: '该文书由所属程序的送达步骤送达，送达起算其期限', en: 'A command of its proceeding serves this document, and starts its clocks' }, remedy: { zh: '使用 command 所指的步骤', en: 'Use the command that is named' },
  },
  'service.no-case': {
    status: 409, severity: 'warning', title: { zh: '该文书不属于案件，不适用公告送达', en: 'The document belongs to no case: it is not served by public notice' }, remedy: { zh: '以其他方式告知', en: 'Tell it in another way' },
  },
  'service.foreign-agency': {
    status: 409, severity: 'warning', title: { zh: '该案件或文书不在本单位', en: 'The case or document is not with the actor’s agency' }, remedy: { zh: '由承办单位办理', en: 'Let the agency that has it do so' },
  },
  'service.case-closed': {
    status: 409, severity: 'warning', title: { zh: '案件已结案', en: 'The case is closed' }, remedy: { zh: '先由负责人重新办理', en: 'Have the head reopen it first' },
  },
} as const satisfies ProblemCatalogue;

export const serviceProblem = problemsOf(serviceErrors);
