import type { Client, Json } from './app.js';

export interface Moved {
  readonly status: number;
  readonly body: Json;
}

/** Commands on one resource of proceedings, each on the version that the row has now. */
export function stepsOn(resource: string): (by: Client, id: string, command: string, body?: unknown) => Promise<Moved> {
  return async (by, id, command, body) => by.command(`/v1/${resource}/${id}/${command}`, Number((await by.get(`/v1/${resource}/${id}`)).body.version ?? 1), body);
}

/** The same, where it has to succeed: the answer. */
export function sureStepsOn(resource: string): (by: Client, id: string, command: string, body?: unknown) => Promise<Json> {
  const step = stepsOn(resource);
  return async (by, id, command, body) => {
    const { status, body: answer } = await step(by, id, command, body);
    if (status !== 200) throw new Error(`${command}: ${JSON.stringify(answer)}`);
    return answer;
  };
}

/** Codes of the guards that refused, in the order of the table. */
export function refusals({ status, body }: Moved): string[] {
  if (status !== 409) throw new Error(`not refused: ${status} ${JSON.stringify(body)}`);
  return (body.failedGuards ?? []).map(({ code }: Json) => code);
}

/** Kind, status and last day of every clock in an answer. */
export function clocks(answer: Json): string[] {
  return (answer.deadlines as Json[]).map(({ kind, status, legalDue }) => `${kind} ${status} ${String(legalDue).slice(0, 16)}`).sort();
}
