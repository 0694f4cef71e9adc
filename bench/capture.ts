import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import type { Sample } from './scenarios.js';

export interface CapturedQuery {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What the real system sent to PostgreSQL for one request, by round trip, and what it answered. */
export interface Captured {
  readonly trips: readonly (readonly CapturedQuery[])[];
  readonly answer: unknown;
}

type Patchable = { query: (...args: unknown[]) => unknown };

/** Sends one request through the real code and writes down its statements: the floor cannot drift away from the system. */
export async function capture(app: NestFastifyApplication, sample: Sample): Promise<Captured> {
  const { method, path, headers, body, status } = sample;
  const { trips, value } = await watched(() => app.inject({ method, url: path, headers, payload: method === 'GET' ? undefined : body }));
  if (value.statusCode !== status) throw new Error(`${method} ${path} gave ${value.statusCode} where ${status} was expected: ${value.body}`);
  return { trips, answer: value.json() };
}

/** The statements that a piece of work sends, by round trip. */
export async function watched<T>(work: () => Promise<T>): Promise<Pick<Captured, 'trips'> & { value: T }> {
  const trips: CapturedQuery[][] = [];
  const prototype = pg.Client.prototype as unknown as Patchable;
  const original = prototype.query;
  let open = 0;
  prototype.query = function (...args: unknown[]): unknown {
    const result = original.apply(this, args);
    if (!(result instanceof Promise)) return result;
    if (open === 0) trips.push([]);
    trips.at(-1)?.push(queryOf(args[0]));
    open += 1;
    const close = (): void => void (open -= 1);
    result.then(close, close);
    return result;
  };
  try {
    return { value: await work(), trips };
  } finally {
    prototype.query = original;
  }
}

function queryOf(query: unknown): CapturedQuery {
  if (typeof query === 'string') return { text: query, values: [] };
  const { name, text, values = [] } = query as CapturedQuery;
  return { name, text, values };
}
