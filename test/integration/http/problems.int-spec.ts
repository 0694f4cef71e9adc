import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';

interface Sent { readonly method?: string; readonly path: string; readonly headers?: Record<string, string>; readonly body?: string; readonly nobody?: true }

/** What must never be in an answer: where it broke, in which file, in which words of the database. */
const INSIDES = /node_modules|\.(ts|js):\d|\bat [\w.]+ \(|SELECT |INSERT |relation|column "|violates|syntax error|constraint|pg_|TypeORM|Fastify|Nest/;

describe('problem documents', () => {
  let app: TestApp;
  let operator: Client;

  beforeAll(async () => {
    app = await startTestApp({ env: { BODY_LIMIT_KIB: '64' } });
    operator = await app.as('hotline-operator');
  });
  afterAll(() => app.close());

  async function send({ method = 'POST', path, headers = {}, body, nobody }: Sent): Promise<{ status: number; headers: Headers; text: string; problem: Json }> {
    const answer = await fetch(`${app.url}${path}`, { method, headers: { ...(nobody === true ? {} : { authorization: `Bearer ${operator.token}` }), 'idempotency-key': 'problem-1234', 'content-type': 'application/json', ...headers }, body });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, problem: JSON.parse(text) };
  }

  const CASES: [string, Sent, number, string][] = [
    ['an address that does not exist', { path: '/v1/nothing', body: '{}' }, 404, 'route.not-found'],
    ['a method that an address does not have', { method: 'DELETE', path: '/v1/complaints', body: '{}' }, 404, 'route.not-found'],
    ['an id that is none', { method: 'GET', path: '/v1/complaints/1' }, 404, 'subject.not-found'],
    ['an id that could be one', { method: 'GET', path: '/v1/complaints/019aa1b2-0000-7000-8000-000000000000' }, 404, 'subject.not-found'],
    ['malformed JSON', { path: '/v1/complaints', body: '{"channel": "hotline-12345", ' }, 400, 'request.unreadable'],
    ['an empty body', { path: '/v1/complaints', body: '' }, 400, 'request.unreadable'],
    ['JSON that would change the prototype', { path: '/v1/complaints', body: '{"__proto__": {"admin": true}}' }, 400, 'request.unreadable'],
    ['an address that cannot be read', { method: 'GET', path: '/v1/complaints/%E0%A4%A' }, 404, 'route.not-found'],
    ['an id longer than any', { method: 'GET', path: `/v1/complaints/${'1'.repeat(300)}` }, 404, 'route.not-found'],
    ['XML', { path: '/v1/complaints', headers: { 'content-type': 'application/xml' }, body: '<a/>' }, 415, 'request.media-type'],
    ['text', { path: '/v1/complaints', headers: { 'content-type': 'text/plain' }, body: 'x' }, 415, 'request.media-type'],
    ['a form', { path: '/v1/complaints', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=b' }, 415, 'request.media-type'],
    ['a body that is too large', { path: '/v1/complaints', body: JSON.stringify({ facts: 'x'.repeat(70_000) }) }, 413, 'request.too-large'],
    ['nobody', { path: '/v1/complaints', nobody: true, body: '{}' }, 401, 'auth.required'],
    ['a token of somebody else’s making', { path: '/v1/complaints', headers: { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' }, body: '{}' }, 401, 'auth.token-invalid'],
    ['a permission that is not held', { method: 'GET', path: '/v1/ledger/verification' }, 403, 'permission.denied'],
    ['wrong fields', { path: '/v1/complaints', body: '{}' }, 400, 'request.invalid'],
  ];

  it.each(CASES)('for %s: complete, by RFC 9457, without the insides', async (_, sent, status, code) => {
    const { headers, text, problem, ...answer } = await send(sent);
    expect([answer.status, problem.code]).toEqual([status, code]);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(problem).toMatchObject({ type: `urn:zhiheng:problem:${code}`, status, code, title: expect.any(String), remedy: expect.any(String), severity: expect.any(String), instance: sent.path.split('?')[0], traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(text).not.toMatch(INSIDES);
    expect(headers.get('traceparent')).toMatch(new RegExp(`^00-${problem.traceId}-[0-9a-f]{16}-01$`));
  });

  it.each([['zh-CN', 'zh-CN'], ['en', 'en'], ['en-GB, zh;q=0.5', 'en'], ['zh;q=0.9, en;q=0.1', 'zh-CN'], ['fr', 'zh-CN'], ['*', 'zh-CN'], ['', 'zh-CN'], [';;;q=,', 'zh-CN']])('in the language of the reader: %s', async (accepted, language) => {
    const { headers, problem } = await send({ method: 'GET', path: '/v1/nothing', headers: { 'accept-language': accepted } });
    expect(headers.get('content-language')).toBe(language);
    expect([problem.title, problem.remedy].map((text: string) => /\p{Script=Han}/u.test(text))).toEqual(language === 'en' ? [false, false] : [true, true]);
  });

  it('under the trace of the caller, where there is one', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const kept = await send({ method: 'GET', path: '/v1/nothing', headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01` } });
    expect(kept.problem.traceId).toBe(trace);
    expect(kept.headers.get('traceparent')).toMatch(new RegExp(`^00-${trace}-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$`));
    const good = await operator.get('/v1/complaints', { traceparent: `00-${trace}-00f067aa0ba902b7-00` });
    expect(good.headers.get('traceparent')).toContain(trace);
    for (const broken of [`00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, `00-${trace.toUpperCase()}-00f067aa0ba902b7-01`, 'nonsense']) {
      const { problem } = await send({ method: 'GET', path: '/v1/nothing', headers: { traceparent: broken } });
      expect(problem.traceId).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
      expect(problem.traceId).not.toBe(trace);
    }
  });

  it('with the headers that keep a browser safe, on good answers and on bad', async () => {
    for (const answer of [await operator.get('/v1/complaints'), await operator.get('/v1/nothing'), await operator.post('/v1/complaints', {})]) {
      expect(Object.fromEntries(['x-content-type-options', 'x-frame-options', 'referrer-policy', 'strict-transport-security', 'content-security-policy', 'x-powered-by'].map((name) => [name, answer.headers.get(name)]))).toEqual({
        'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN', 'referrer-policy': 'no-referrer', 'strict-transport-security': expect.stringContaining('max-age='), 'content-security-policy': expect.stringContaining("default-src 'self'"), 'x-powered-by': null,
      });
    }
  });

  it('without the insides when the database itself fails', async () => {
    const body = report();
    await app.sql.admin('ALTER TABLE complaint RENAME TO complaint_gone');
    const answers = [await operator.get('/v1/complaints'), await operator.get('/v1/complaints/019aa1b2-0000-7000-8000-000000000000'), await operator.post('/v1/complaints', body, { 'idempotency-key': 'failed-once' })];
    await app.sql.admin('ALTER TABLE complaint_gone RENAME TO complaint');
    for (const { status, body: problem } of answers) {
      expect([status, problem.code]).toEqual([500, 'server.error']);
      expect(JSON.stringify(problem)).not.toMatch(INSIDES);
      expect(Object.keys(problem).sort()).toEqual(['code', 'instance', 'remedy', 'severity', 'status', 'title', 'traceId', 'type']);
    }
    // The failure is forgotten: the same key files now.
    expect((await operator.post('/v1/complaints', body, { 'idempotency-key': 'failed-once' })).status).toBe(201);
  });

  it('for a request that is no HTTP to speak of: an answer, and the server lives on', async () => {
    const status = await new Promise<number | undefined>((answered, failed) => {
      const { hostname, port } = new URL(app.url);
      request({ hostname, port, path: '/v1/complaints', method: 'GET', headers: { authorization: 'x'.repeat(9000), 'accept-language': 'y'.repeat(9000) } }, (response) => { response.resume(); answered(response.statusCode); }).on('error', failed).end();
    });
    expect(status).toBe(431);
    expect((await operator.get('/v1/complaints')).status).toBe(200);
  });
});
