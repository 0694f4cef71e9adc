import type { LocalizedText } from '../../../kernel/text.js';

/** The parts of a submission that the cross-field rules look at. Everything may be absent: other checks say so. */
export interface Submission {
  readonly requestType?: string;
  readonly realName?: boolean;
  readonly livingConsumption?: boolean;
  readonly reporter?: { readonly address?: string };
  readonly target?: { readonly address?: string };
  readonly right?: { readonly type?: string; readonly holder?: string; readonly number?: string };
  readonly hotlineReceivedAt?: string;
  readonly receivedAt?: string;
}

export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly message: LocalizedText;
}

/** What one field says about another. Source of the consumer rules: 总局令第121号 article 10. */
export function fieldProblems(submission: Submission): FieldProblem[] {
  return [...reporterProblems(submission), ...consumerProblems(submission), ...rightProblems(submission), ...timeProblems(submission)];
}

function reporterProblems({ realName, reporter }: Submission): FieldProblem[] {
  if (realName === true && reporter === undefined) return [problem('reporter', 'reporter-required', '实名投诉举报须填写 reporter', 'A real-name submission names its reporter')];
  if (realName === false && reporter !== undefined) return [problem('reporter', 'reporter-not-allowed', '匿名举报不得带 reporter；如为实名请将 realName 设为 true', 'An anonymous report has no reporter; set realName to true if it is not anonymous')];
  return [];
}

function consumerProblems({ livingConsumption, requestType, realName, reporter, target }: Submission): FieldProblem[] {
  if (livingConsumption !== true || requestType !== 'complaint') return [];
  return [
    ...(realName === true ? [] : [problem('realName', 'consumer-complaint-needs-name', '消费投诉须提供真实身份（第十条）', 'A consumer complaint is made under a real name (article 10)')]),
    ...(blank(reporter?.address) && reporter !== undefined ? [problem('reporter.address', 'address-required', '消费投诉须提供通讯地址（第十条）', 'A consumer complaint gives a postal address (article 10)')] : []),
    ...(blank(target?.address) && target !== undefined ? [problem('target.address', 'address-required', '消费投诉须提供被投诉人地址（第十条）', 'A consumer complaint gives the address of the party complained about (article 10)')] : []),
  ];
}

function rightProblems({ right }: Submission): FieldProblem[] {
  if (right?.type === 'none' && right.holder !== undefined && right.holder !== 'none')
    return [problem('right.holder', 'no-right-to-hold', '未涉及权利时 holder 应为 none', 'Where no right is concerned, holder is none')];
  return [];
}

function timeProblems({ hotlineReceivedAt, receivedAt }: Submission): FieldProblem[] {
  if (hotlineReceivedAt === undefined || receivedAt === undefined) return [];
  if (Date.parse(hotlineReceivedAt) <= Date.parse(receivedAt)) return [];
  return [problem('receivedAt', 'received-before-hotline', '部门收到时间不能早于热线接听时间', 'The agency cannot have received it before the hotline did')];
}

function problem(path: string, code: string, zh: string, en: string): FieldProblem {
  return { path, code, message: { zh, en } };
}

function blank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
