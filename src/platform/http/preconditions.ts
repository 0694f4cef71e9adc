import { createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Acting } from './acting.js';
import { httpProblem } from './http.errors.js';
import { problemsOf, type ProblemCatalogue } from './problem.js';

export const preconditionErrors = {
  'precondition.malformed': { status: 400, severity: 'warning', title: { zh: 'If-Match 请求头格式不符', en: 'The If-Match header is not usable' }, remedy: { zh: '原样发送读取时得到的一个强 ETag，如 If-Match: "3"；不接受 * 与多个值', en: 'Send the one strong ETag that reading gave you, such as If-Match: "3"; * and lists are not taken' } },
} as const satisfies ProblemCatalogue;

const problem = problemsOf(preconditionErrors);

/** The parts of a request that its preconditions are read from. */
export interface Sent {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

const KEY = /^[\x21-\x7e]{8,128}$/;
const STRONG = /^"(0|[1-9]\d{0,8})"$/;
const WEAK = /^W\/"/;

/** Idempotency-Key (asked for on POST unless the route is repeatable) and If-Match. Throws 400 and 412 as problems. */
export function preconditionsOf(sent: Sent, repeatable: boolean, digestKey: Buffer): Pick<Acting, 'idempotency' | 'ifMatch'> {
  const ifMatch = versionOf(one(sent.headers['if-match']));
  return sent.method === 'POST' && !repeatable ? { idempotency: idempotencyOf(sent, digestKey), ifMatch } : { ifMatch };
}

function idempotencyOf(sent: Sent, digestKey: Buffer): { key: string; digest: string } {
  const key = one(sent.headers['idempotency-key']);
  if (key === undefined || key === '') throw httpProblem('idempotency.key-required');
  if (!KEY.test(key)) throw httpProblem('idempotency.key-invalid');
  return { key, digest: digestOf(sent, digestKey) };
}

/** Keyed, because a plain digest of a short body could be guessed back to the personal data in it. */
function digestOf({ method, url, body }: Sent, digestKey: Buffer): string {
  return createHmac('sha256', digestKey).update(`${method}\n${url}\n`).update(canonical(body)).digest('hex');
}

/** Equal for bodies that differ in spacing or order of members only. Text that is not Unicode and numbers beyond the range cannot be written down: 400. */
function canonical(body: unknown): string {
  try {
    return canonicalize(body) ?? '';
  } catch {
    throw httpProblem('request.unreadable');
  }
}

/** A weak tag never matches, by RFC 9110 section 13.1.1. */
function versionOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const version = STRONG.exec(header.trim())?.[1];
  if (version !== undefined) return Number(version);
  throw WEAK.test(header.trim()) ? httpProblem('precondition.failed') : problem('precondition.malformed');
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(', ') : header;
}
