import { Problem } from '../http/problem.js';

/** A failure of a job whose words were written by us and hold ids only. */
export class JobFault extends Error {}

const TOLD = ['name', 'code', 'table', 'constraint'] as const;

/**
 * Why a job failed, fit to be kept and shown: our own words, the code of a refusal, or kind and code of any other error. Messages
 * of the database, of readers and of systems outside may quote what somebody wrote.
 */
export function reasonOf(error: unknown): string {
  if (error instanceof JobFault) return error.message;
  if (error instanceof Problem) return error.code;
  const parts = TOLD.map((part) => (error as Record<string, unknown> | null)?.[part]).filter((part) => typeof part === 'string' && part !== '');
  return parts.length === 0 ? 'unknown' : parts.join(' ');
}

/** Where it happened: the frames without the message, which stands above them. */
export function framesOf(error: unknown): string[] {
  const { stack = '' } = error instanceof Error ? error : {};
  return stack.split('\n').filter((line) => /^ {4}at /.test(line)).map((line) => line.trim()).slice(0, 12);
}
