import type { Client, Json, TestApp } from '../../support/app.js';
import { BulkRun } from '../../../src/modules/bulk-commands/bulk-commands.run.service.js';
import { openCase, type Cast } from '../cases/cases.ground.js';

export interface Given {
  readonly status: number;
  readonly id: string;
  readonly body: Json;
  readonly location: string | null;
}

export const one = (caseId: string, version = 1): Json => ({ caseId, version });

export async function give(by: Client, command: string, input: Json, items: Json[], headers?: Record<string, string>): Promise<Given> {
  const { status, body, headers: answered } = await by.post('/v1/bulk-commands', { command, input, items }, headers);
  return { status, id: body.id, body, location: answered.get('location') };
}

/** Carries it out here and now, as the job would. */
export const carryOut = (app: TestApp, id: string): Promise<void> => app.app.get(BulkRun).run(id);

export async function openCases(cast: Cast, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) ids.push((await openCase(cast)).id);
  return ids;
}

export const progressOf = async (by: Client, id: string): Promise<Json> => (await by.get(`/v1/bulk-commands/${id}`)).body.progress;
export const itemsOf = async (by: Client, id: string, query = ''): Promise<Json[]> => (await by.get(`/v1/bulk-commands/${id}/items${query}`)).body.items;
export const outcomes = (items: Json[]): string[] => items.map(({ outcome, problem }) => [outcome, problem?.code].filter((part) => part !== undefined).join(' '));
export const eventsOf = async (by: Client, caseId: string): Promise<string[]> => (await by.get(`/v1/cases/${caseId}/timeline`)).body.items.map(({ event }: Json) => event);
