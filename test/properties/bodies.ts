import { readFileSync } from 'node:fs';
import type { Json } from '../support/app.js';

/** Bodies for commands, made from the committed API document: what a client could build its form from. */
interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** What names of fields stand for in the case at hand. */
export interface Known {
  /** Kind of proceeding that the command is for. */
  readonly subject: string;
  readonly accounts: readonly string[];
  /** Whoever works on it. */
  readonly seated: readonly string[];
  readonly parties: readonly string[];
  readonly documents: readonly string[];
  readonly requests: readonly string[];
  readonly rows: readonly string[];
  readonly now: Date;
}

/** Decides: a number from 0 below `below`. */
export type Choose = (below: number) => number;

const api = JSON.parse(readFileSync(new URL('../../openapi/openapi.json', import.meta.url), 'utf8')) as { paths: Record<string, Record<string, Json>>; components: { schemas: Record<string, Schema> } };

/** Commands by `subject.command`: where they are sent, and what they take. */
export const ROUTES: ReadonlyMap<string, { readonly path: string; readonly body: Schema | null }> = new Map(
  Object.entries(api.paths).flatMap(([path, methods]) => {
    const command = /^Command ([\w-]+\.[\w-]+)\./.exec(String(methods['post']?.description ?? ''))?.[1];
    return command === undefined ? [] : [[command, { path, body: (methods['post']?.requestBody?.content?.['application/json']?.schema as Schema | undefined) ?? null }] as const];
  }),
);

/** Bodies of the requests that open something, by path. */
export const OPENINGS: ReadonlyMap<string, Schema> = new Map(
  Object.entries(api.paths).flatMap(([path, methods]) => {
    const schema = methods['post']?.requestBody?.content?.['application/json']?.schema as Schema | undefined;
    return path.includes('{') || schema === undefined ? [] : [[path, schema] as const];
  }),
);

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = 86_400_000;
const HOUR = 3_600_000;

export function bodyOf(schema: Schema | null, known: Known, choose: Choose): unknown {
  return schema === null ? undefined : value('', schema, known, choose);
}

function value(name: string, schema: Schema, known: Known, choose: Choose): unknown {
  const { enum: allowed, type, properties, example } = schema;
  if (schema.$ref !== undefined || schema.allOf !== undefined) return value(name, resolved(schema), known, choose);
  if (allowed !== undefined) return allowed.includes('signed') && choose(4) > 0 ? 'signed' : allowed[choose(allowed.length)];
  if (properties !== undefined) return object(schema, known, choose);
  if (type === 'array') return list(name, schema, known, choose);
  if (type === 'boolean') return choose(12) > 0;
  return scalar(name, example, known, choose);
}

/** Every member that must be there; the others now and then. */
function object({ properties = {}, required = [] }: Schema, known: Known, choose: Choose): Record<string, unknown> {
  if ('servers' in properties && 'proof' in properties && choose(4) > 0) return service(known, choose);
  const names = Object.keys(properties).filter((name) => required.includes(name) || choose(3) > 0);
  return Object.fromEntries(names.map((name) => [name, value(name, properties[name] ?? {}, known, choose)]));
}

function resolved(schema: Schema): Schema {
  const name = (schema.$ref ?? schema.allOf?.[0]?.$ref)?.split('/').at(-1);
  return name === undefined ? schema : (api.components.schemas[name] ?? {});
}

/** Something handed over in person, by two officers. */
function service({ accounts, documents, parties, now }: Known, choose: Choose): Record<string, unknown> {
  return { document: documents[choose(Math.min(2, documents.length))], recipient: parties[choose(parties.length)], mode: 'personal', servedAt: now.toISOString(), servers: accounts.slice(0, 2), proof: { receivedBy: 'recipient' } };
}

function list(name: string, { items = {}, example, minItems = 1 }: Schema, known: Known, choose: Choose): unknown[] {
  if (name === 'members') return members(known, choose);
  if (items.enum !== undefined) return choose(4) > 0 ? [...items.enum] : items.enum.filter(() => choose(2) === 1);
  if (/accounts?|officers|mediators|panel|present/i.test(name) && items.type === 'string' && items.enum === undefined) return pick(known.accounts, 2, choose);
  if (/part(y|ies)|recipients|sides/i.test(name) && items.type === 'string' && items.enum === undefined) return pick(known.parties, 2, choose);
  const shown = Array.isArray(example) ? example : [null];
  if (shown.length > 0 && typeof shown[0] !== 'object') return shown.slice(0, 1 + choose(shown.length));
  if (name === 'papers' && choose(4) > 0) return (resolved(items).properties?.['paper']?.enum ?? []).map((paper) => ({ paper, reference: '1号' }));
  const count = shown.length === 0 ? choose(2) : minItems + choose(2);
  return Array.from({ length: count }, () => value(name.replace(/s$/, ''), items, known, choose));
}

const OFFICERS = ['officer', 'officer'];
const PANEL = ['panel-chair', 'panel-member', 'panel-member'];
/** Who usually works on it: roles, and whose place in the cast is the first of them. */
const USUAL: Readonly<Record<string, readonly [roles: readonly string[], from: number]>> = { adjudication: [PANEL, 0], mediation: [['mediator'], 4] };

function members({ subject, accounts }: Known, choose: Choose): object[] {
  const [usual, first] = USUAL[subject] ?? [OFFICERS, 0];
  const roles = choose(8) > 0 ? usual : ([OFFICERS, PANEL, ['mediator'], ['hearing-chair']][choose(4)] ?? []);
  const from = choose(8) > 0 ? first : choose(accounts.length);
  return roles.map((role, index) => ({ account: accounts[(from + index) % accounts.length], role, credential: `粤执法A000000${index}` }));
}

function scalar(name: string, example: unknown, known: Known, choose: Choose): unknown {
  if (typeof example === 'string' && UUID.test(example)) return id(name, known, choose) ?? example;
  if (typeof example === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(example)) return new Date(known.now.getTime() + (choose(10) > 0 ? -choose(6) * HOUR : choose(20) * DAY)).toISOString();
  if (typeof example === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(example)) return new Date(known.now.getTime() + (choose(30) - 5) * DAY).toISOString().slice(0, 10);
  return example;
}

function id(name: string, { accounts, seated, parties, documents, requests, rows }: Known, choose: Choose): string | undefined {
  const pools: readonly (readonly [RegExp, readonly string[]])[] = [
    [/^request$/, requests], [/document|notice|decision/i, documents], [/part(y|ies)|recipient|person|witness|side|signer|applicant|holder/i, parties], [/^member$/, seated], [/account|officer|member|mediator|chair|reviewer|successor|by$/i, accounts], [/./, [...rows, ...parties]],
  ];
  const pool = pools.find(([pattern]) => pattern.test(name))?.[1] ?? [];
  return pool.length === 0 ? undefined : pool[choose(pool.length)];
}

function pick(pool: readonly string[], most: number, choose: Choose): string[] {
  if (pool.length === 0) return [];
  const from = choose(pool.length);
  return Array.from({ length: Math.min(1 + choose(most), pool.length) }, (_, index) => pool[(from + index) % pool.length] ?? '');
}
