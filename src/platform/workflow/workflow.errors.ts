import type { Decision } from '../../kernel/lifecycle/index.js';
import { httpProblem } from '../http/http.errors.js';
import type { Problem } from '../http/problem.js';

/** A refusal of the table as a problem document: code, state, failed guards with their article, and what is allowed now. */
export function refusal(subject: string, state: string | null, command: string, decision: Exclude<Decision, { ok: true }>): Problem {
  const { reason, failed, missing, allowed } = decision;
  const members = { subject, state, command, reason, allowedCommands: allowed };
  if (reason === 'input-missing') return httpProblem('command.input-missing', { members: { ...members, missing } });
  return httpProblem('command.refused', { members: { ...members, failedGuards: failed } });
}
