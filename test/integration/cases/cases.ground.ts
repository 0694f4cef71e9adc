import type { Client, Json, TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';

export const CHAOAN = 'chaoan-market-regulation';
export const XIANGQIAO = 'xiangqiao-market-regulation';
export const CITY = 'cz-market-regulation';

export interface OpenedCase {
  readonly id: string;
  readonly complaint: string;
  readonly reply: string;
}

/** Whoever takes part in a case of the county office, and a clerk who sees the whole city. */
export interface Cast {
  readonly operator: Client;
  readonly officer: Client;
  readonly colleague: Client;
  readonly head: Client;
  readonly city: Client;
  readonly clerk: Client;
  readonly stranger: Client;
}

export async function castOf(app: TestApp): Promise<Cast> {
  const [operator, officer, colleague, head, city, clerk, stranger] = await Promise.all([
    app.as('hotline-operator'), app.as('enforcement-officer', CHAOAN), app.as('enforcement-officer', CHAOAN), app.as('agency-head', CHAOAN), app.as('agency-head', CITY), app.as('intake-clerk'), app.as('agency-head', XIANGQIAO),
  ]);
  return { operator, officer, colleague, head, city, clerk, stranger };
}

/** Files, accepts and opens a case. The reply is owed until somebody answers it. */
export async function openCase({ operator, officer }: Pick<Cast, 'operator' | 'officer'>, more: Record<string, unknown> = {}): Promise<OpenedCase> {
  const filed = await operator.post('/v1/complaints', report(more));
  if (filed.status !== 201) throw new Error(JSON.stringify(filed.body));
  const complaint: string = filed.body.id;
  await officer.command(`/v1/complaints/${complaint}/accept`, 1);
  const opened = await officer.command(`/v1/complaints/${complaint}/open-case`, 2);
  if (opened.status !== 200) throw new Error(JSON.stringify(opened.body));
  return { id: opened.body.caseId, complaint, reply: filed.body.reply.id };
}

export async function versionOf(reader: Client, id: string): Promise<number> {
  return Number((await reader.get(`/v1/cases/${id}`)).body.version);
}

/** A command on the version that the case has now. */
export async function act(by: Client, id: string, command: string, body?: unknown, headers?: Record<string, string>): Promise<{ status: number; body: Json }> {
  return by.command(`/v1/cases/${id}/${command}`, await versionOf(by, id), body, headers);
}

export const idsOf = (rows: Json[]): string[] => rows.map(({ id }) => id);
export const failures = ({ body }: { body: Json }): string[] => (body.failedGuards ?? []).map(({ code }: Json) => code);
