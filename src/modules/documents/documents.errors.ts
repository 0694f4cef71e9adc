import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const documentErrors = {
  'document.fields-missing': {
    status: 422, severity: 'warning', title: { zh: '文书所需内容不全，未编文号', en: 'The document lacks data that its form asks for; no number was spent' },
    remedy: { zh: '补充 fields 所列各项后再办理', en: 'Give what fields lists, then try again' },
  },
  'document.agency-without-letters': {
    status: 409, severity: 'error', title: { zh: '该单位没有机关代字，不能编文号', en: 'The agency has no letters to number documents with' },
    remedy: { zh: '由有文号的单位办理，或者在系统中登记其机关代字', en: 'Have an agency issue it that has letters, or let them be entered' },
  },
  'document.withdrawn': {
    status: 409, severity: 'info', title: { zh: '该文书已撤回', en: 'The document was withdrawn already' }, remedy: { zh: '使用替代它的文书', en: 'Use the document that took its place' },
  },
  'document.successor-unfit': {
    status: 409, severity: 'warning', title: { zh: '替代文书须是同一事项中其后制发且未撤回的文书', en: 'What takes its place is a later document of the same matter that was not withdrawn itself' },
    remedy: { zh: '先制发替代文书，再撤回原文书', en: 'Issue the new document first, then withdraw the old one' },
  },
  'document.foreign-agency': {
    status: 409, severity: 'warning', title: { zh: '该文书不是本单位制发', en: 'The document was not issued by the actor’s agency' }, remedy: { zh: '由制发单位办理', en: 'Let the agency that issued it do so' },
  },
} as const satisfies ProblemCatalogue;

export const documentProblem = problemsOf(documentErrors);
