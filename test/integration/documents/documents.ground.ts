import type { Client, Json, TestApp } from '../../support/app.js';
import { consumerComplaint } from '../../support/builders.js';

export const CHAOAN = 'chaoan-market-regulation';
export const XIANGQIAO = 'xiangqiao-market-regulation';
export const CITY = 'cz-market-regulation';

/** People of the county office, of the city, and of another county. */
export interface Cast {
  readonly operator: Client;
  readonly officer: Client;
  readonly head: Client;
  readonly city: Client;
  readonly stranger: Client;
}

export async function castOf(app: TestApp): Promise<Cast> {
  const [operator, officer, head, city, stranger] = await Promise.all([app.as('hotline-operator'), app.as('enforcement-officer', CHAOAN), app.as('agency-head', CHAOAN), app.as('agency-head', CITY), app.as('enforcement-officer', XIANGQIAO)]);
  return { operator, officer, head, city, stranger };
}

/** A consumer complaint that waits for its decision. */
export async function complaint({ operator }: Pick<Cast, 'operator'>, more: Record<string, unknown> = {}): Promise<string> {
  const filed = await operator.post('/v1/complaints', consumerComplaint(more));
  if (filed.status !== 201) throw new Error(JSON.stringify(filed.body));
  return filed.body.id as string;
}

/** Accepted: with the decision that was issued. */
export async function accepted(cast: Pick<Cast, 'operator' | 'officer'>): Promise<{ id: string; document: Json }> {
  const id = await complaint(cast);
  const { status, body } = await cast.officer.command(`/v1/complaints/${id}/accept`, 1);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return { id, document: body.document };
}

export const serialOf = (number: string): number => Number(/第?(\d+)号$/.exec(number)?.[1]);
