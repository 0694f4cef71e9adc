import type { LocalizedText } from '../../../kernel/text.js';

/** The parts of a submission that the cross-field rules look at. Everything may be absent, null or of another type: other checks say so. */
export interface Submission {
  readonly requestType?: unknown;
  readonly realName?: unknown;
  readonly livingConsumption?: unknown;
  readonly reporter?: { readonly address?: unknown } | null;
  readonly target?: { readonly address?: unknown } | null;
  readonly right?: { readonly type?: unknown; readonly holder?: unknown } | null;
  readonly hotlineReceivedAt?: unknown;
  readonly receivedAt?: unknown;
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
  if (realName === true && absent(reporter)) return [problem('reporter', 'reporter-required', '实名投诉举报须填写 reporter', 'A real-name submission names its reporter')];
  if (realName === false && !absent(reporter)) return [problem('reporter', 'reporter-not-allowed', '匿名举报不得带 reporter；如为实名请将 realName 设为 true', 'An anonymous report has no reporter; set realName to true if it is not anonymous')];
  return [];
}

function consumerProblems({ livingConsumption, requestType, realName, reporter, target }: Submission): FieldProblem[] {
  if (livingConsumption !== true || requestType !== 'complaint') return [];
  return [
    ...(realName === true ? [] : [problem('realName', 'consumer-complaint-needs-name', '消费投诉须提供真实身份（第十条）', 'A consumer complaint is made under a real name (article 10)')]),
    ...(lacksAddress(reporter) ? [problem('reporter.address', 'address-required', '消费投诉须提供通讯地址（第十条）', 'A consumer complaint gives a postal address (article 10)')] : []),
    ...(lacksAddress(target) ? [problem('target.address', 'address-required', '消费投诉须提供被投诉人地址（第十条）', 'A consumer complaint gives the address of the party complained about (article 10)')] : []),
  ];
}

function rightProblems({ right }: Submission): FieldProblem[] {
  if (right?.type === 'none' && !absent(right.holder) && right.holder !== 'none')
    return [problem('right.holder', 'no-right-to-hold', '未涉及权利时 holder 应为 none', 'Where no right is concerned, holder is none')];
  return [];
}

function timeProblems({ hotlineReceivedAt, receivedAt }: Submission): FieldProblem[] {
  // What is no time compares as false both ways.
  if (!(Date.parse(String(hotlineReceivedAt)) > Date.parse(String(receivedAt)))) return [];
  return [problem('receivedAt', 'received-before-hotline', '部门收到时间不能早于热线接听时间', 'The agency cannot have received it before the hotline did')];
}

function problem(path: string, code: string, zh: string, en: string): FieldProblem {
  return { path, code, message: { zh, en } };
}

function absent(value: unknown): boolean {
  return value === undefined || value === null;
}

/** A party that is given, but without an address. */
function lacksAddress(party: { readonly address?: unknown } | null | undefined): boolean {
  if (party === undefined || party === null) return false;
  return absent(party.address) || (typeof party.address === 'string' && party.address.trim() === '');
}
