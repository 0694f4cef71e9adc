import type { LocalizedText } from '../../../kernel/text.js';
import { asksOf, OTHER_WAYS } from './classify.js';

/** The parts of a submission that the cross-field rules look at. Everything may be absent, null or of another type: other checks say so. */
export interface Submission {
  readonly requestType?: unknown;
  readonly asks?: unknown;
  readonly claims?: unknown;
  readonly matter?: unknown;
  readonly channel?: unknown;
  readonly representative?: unknown;
  readonly coComplainants?: unknown;
  readonly jointRepresentatives?: unknown;
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
  return [...reporterProblems(submission), ...consumerProblems(submission), ...jointProblems(submission), ...rightProblems(submission), ...timeProblems(submission)];
}

function reporterProblems({ realName, reporter }: Submission): FieldProblem[] {
  if (realName === true && absent(reporter)) return [problem('reporter', 'reporter-required', '实名投诉举报须填写 reporter', 'A real-name submission names its reporter')];
  if (realName === false && !absent(reporter)) return [problem('reporter', 'reporter-not-allowed', '匿名举报不得带 reporter；如为实名请将 realName 设为 true', 'An anonymous report has no reporter; set realName to true if it is not anonymous')];
  return [];
}

/** Asks for a dispute to be settled: what a consumer complaint has to bring. Other checks say what is of the wrong type. */
function isConsumerComplaint({ livingConsumption, requestType, asks, claims, matter, channel }: Submission): boolean {
  if (livingConsumption !== true || ['agency-transfer', 'superior-assignment'].includes(String(channel)) || OTHER_WAYS.has(String(matter))) return false;
  const told = Array.isArray(asks) ? (asks as string[]) : undefined;
  return asksOf({ asks: told, claims: Array.isArray(claims) ? (claims as string[]) : [], requestType: String(requestType), livingConsumption }).includes('settle-dispute');
}

function consumerProblems(submission: Submission): FieldProblem[] {
  if (!isConsumerComplaint(submission)) return [];
  const { realName, reporter, target } = submission;
  return [
    ...(realName === true ? [] : [problem('realName', 'consumer-complaint-needs-name', '消费投诉须提供真实身份（第十条）', 'A consumer complaint is made under a real name (article 10)')]),
    ...(lacksAddress(reporter) ? [problem('reporter.address', 'address-required', '消费投诉须提供通讯地址（第十条）', 'A consumer complaint gives a postal address (article 10)')] : []),
    ...(lacksAddress(target) ? [problem('target.address', 'address-required', '消费投诉须提供被投诉人地址（第十条）', 'A consumer complaint gives the address of the party complained about (article 10)')] : []),
  ];
}

/** Who speaks for several has been chosen by them, two at most, out of them (第十二条). */
function jointProblems({ realName, representative, coComplainants, jointRepresentatives }: Submission): FieldProblem[] {
  const others = Array.isArray(coComplainants) ? coComplainants.length : 0;
  const chosen: unknown[] = Array.isArray(jointRepresentatives) ? jointRepresentatives : [];
  return [...(realName === false ? namelessProblems(representative, others) : []), ...(chosen.length > 0 ? chosenProblems(chosen, others) : [])];
}

function namelessProblems(representative: unknown, others: number): FieldProblem[] {
  return [
    ...(absent(representative) ? [] : [problem('representative', 'representative-not-allowed', '匿名举报不得委托代理人', 'An anonymous report has no representative')]),
    ...(others === 0 ? [] : [problem('coComplainants', 'joint-not-allowed', '匿名举报不得列共同投诉人', 'An anonymous report names no co-complainants')]),
  ];
}

function chosenProblems(chosen: readonly unknown[], others: number): FieldProblem[] {
  if (others === 0) return [problem('jointRepresentatives', 'no-joint-complaint', '没有共同投诉人，无须推选代表人', 'Without co-complainants there is nobody to represent')];
  const unknown = chosen.some((index) => typeof index === 'number' && index > others) || new Set(chosen).size !== chosen.length;
  return unknown ? [problem('jointRepresentatives', 'representative-unknown', '代表人须为投诉人之一且不重复（0为reporter）', 'Representatives are among those who complain, each once; 0 is the reporter')] : [];
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

/** A power of attorney that is not signed or has run out is told, not refused: its original may still come (第十一条). */
export function attorneyWarnings(representative: { readonly powerOfAttorney: { readonly signed: boolean; readonly validUntil: string } } | undefined, day: string): { path: string; code: string; text: LocalizedText }[] {
  if (representative === undefined) return [];
  const { signed, validUntil } = representative.powerOfAttorney;
  const path = 'representative.powerOfAttorney';
  return [
    ...(signed ? [] : [{ path, code: 'power-of-attorney-unsigned', text: { zh: '授权委托书未签名，请补正（第十一条）', en: 'The power of attorney is not signed: ask for it (article 11)' } }]),
    ...(validUntil < day ? [{ path, code: 'power-of-attorney-expired', text: { zh: '授权委托书已过期限（第十一条）', en: 'The power of attorney has run out (article 11)' } }] : []),
  ];
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
