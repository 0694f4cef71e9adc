import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const casePartiesErrors = {
  'case-party.foreign-agency': {
    status: 409, severity: 'warning', title: { zh: '案件不在本单位', en: 'The case is not with the actor’s agency' }, remedy: { zh: '由承办单位登记当事人和权利', en: 'The agency that has the case enters parties and rights' },
  },
  'case-party.case-closed': {
    status: 409, severity: 'warning', title: { zh: '案件已结案', en: 'The case is closed' }, remedy: { zh: '先由负责人重新办理', en: 'Have the head reopen it first' },
  },
  'case-party.already': {
    status: 409, severity: 'warning', title: { zh: '已以同一身份列入本案', en: 'It stands in this case in that role already' }, remedy: { zh: '使用 entryId 所指的记录', en: 'Use the entry that entryId names' },
  },
  'case-party.unknown': {
    status: 409, severity: 'warning', title: { zh: '所指机构、权利或被代理人不存在', en: 'The organisation, right or party that is named is not there' }, remedy: { zh: '先在登记簿登记，或核对编号', en: 'Enter it into the register first, or check the id' },
  },
  'case-party.not-so': {
    status: 409, severity: 'info', title: { zh: '该记录已移除，或没有移除', en: 'The entry was removed already, or was not removed' }, remedy: { zh: '重新读取后再办理', en: 'Read it again' },
  },
  'case-party.represented': {
    status: 409, severity: 'warning', title: { zh: '尚有代理人代表该当事人', en: 'An agent still acts for this party' }, remedy: { zh: '先移除代理人', en: 'Remove the agent first' },
  },
} as const satisfies ProblemCatalogue;

export const casePartyProblem = problemsOf(casePartiesErrors);
