import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { generate } from '../../src/generate/index.js';
import { openapiDocument } from '../../src/generate/openapi.js';

interface Schema {
  readonly description?: string;
  readonly example?: unknown;
  readonly examples?: unknown;
  readonly properties?: Record<string, Schema>;
}

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly security?: unknown[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly description?: string; readonly schema?: Schema; readonly example?: unknown }[];
  readonly responses: Record<string, { readonly description?: string; readonly content?: Record<string, unknown> }>;
}

interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, Schema> };
}

const document = JSON.parse(readFileSync('openapi/openapi.json', 'utf8')) as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, method, path, operation })));

describe('the committed API document', () => {
  it('is what the code says now, and so are the generated pages', async () => {
    expect(JSON.parse(JSON.stringify(await openapiDocument()))).toEqual(document);
    expect(await generate(true)).toEqual([]);
  });

  it('is OpenAPI 3.1 and knows the first passage', () => {
    expect(document.openapi).toBe('3.1.0');
    const passage = ['POST /v1/complaints', 'GET /v1/complaints', 'GET /v1/complaints/{id}', 'POST /v1/complaints/{id}/accept', 'POST /v1/complaints/{id}/decline', 'POST /v1/complaints/{id}/return-to-intake', 'POST /v1/complaints/{id}/open-case',
      'GET /v1/complaints/{id}/timeline', 'GET /v1/complaints/{id}/available-commands', 'GET /v1/cases', 'POST /v1/cases/{id}/assign', 'POST /v1/cases/{id}/close', 'POST /v1/cases/{id}/reopen', 'GET /v1/cases/{id}/timeline', 'GET /v1/deadlines',
      'GET /v1/measures', 'GET /v1/ledger/verification', 'GET /health/live', 'GET /health/ready', 'GET /metrics'];
    expect(operations.map(({ name }) => name)).toEqual(expect.arrayContaining(passage));
  });

  it('describes every field of every schema with words and an example', () => {
    const bare = Object.entries(document.components.schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties).filter(([, field]) => (field.description ?? '').trim() === '' || (field.example === undefined && field.examples === undefined)).map(([field]) => `${name}.${field}`),
    );
    expect(bare).toEqual([]);
  });

  it('says the limits that a body is held to, where no description repeats them', () => {
    const limits = (schema: string, property: string): unknown => document.components.schemas[schema]?.properties?.[property];
    expect(limits('FileAdjudicationDto', 'parties')).toMatchObject({ minItems: 2, maxItems: 50 });
    expect(limits('FileAdjudicationDto', 'members')).toMatchObject({ minItems: 1, maxItems: 15 });
    expect(limits('PaperDto', 'reference')).toMatchObject({ minLength: 1, maxLength: 200 });
  });

  it('describes every parameter', () => {
    const bare = operations.flatMap(({ name, operation }) => (operation.parameters ?? []).filter(({ in: place, description }) => place !== 'path' && (description ?? '').trim() === '').map((parameter) => `${name} ${parameter.name}`));
    expect(bare).toEqual([]);
  });

  it('sums up every operation and says how it fails', () => {
    expect(operations.filter(({ operation }) => (operation.summary ?? '').trim() === '').map(({ name }) => name)).toEqual([]);
    const guarded = operations.filter(({ path }) => path.startsWith('/v1/') && !path.startsWith('/v1/auth/'));
    expect(guarded.filter(({ operation }) => operation.security === undefined).map(({ name }) => name)).toEqual([]);
    // What needs no log-in says so, and stands where everybody looks for it.
    const open = guarded.filter(({ operation }) => operation.security?.length === 0);
    expect(open.filter(({ path, operation }) => !path.startsWith('/v1/public/') || !('429' in operation.responses)).map(({ name }) => name)).toEqual([]);
    expect(guarded.filter((one) => !open.includes(one) && !['401', '403', '429'].every((status) => status in one.operation.responses)).map(({ name }) => name)).toEqual([]);
  });

  it('asks for an Idempotency-Key on writes and for If-Match on commands', () => {
    const headers = (operation: Operation): string[] => (operation.parameters ?? []).filter(({ in: place, required }) => place === 'header' && required === true).map(({ name }) => name);
    const commands = operations.filter(({ path }) => /^\/v1\/(complaints|cases)\/\{id\}\/(accept|decline|return-to-intake|reroute|open-case|conclude|assign|close|reopen)$/.test(path));
    expect(commands).toHaveLength(9);
    for (const { operation } of commands) expect(headers(operation).sort()).toEqual(['Idempotency-Key', 'If-Match']);
    expect(headers(document.paths['/v1/complaints']?.['post'] as Operation)).toEqual(['Idempotency-Key']);
  });
});
