import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import type { RequestState, ZhihengRequest } from './route.js';

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Gives every request its trace id (W3C Trace Context) and its language before anything else runs. */
export function addRequestState(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    giveState(request, reply);
  });
}

/** The state of one request, told to its sender in the headers. */
export function giveState(request: FastifyRequest, reply: FastifyReply): RequestState {
  const state = { traceId: traceId(request.headers.traceparent), language: language(request.headers['accept-language']) } satisfies RequestState;
  (request as ZhihengRequest).zhiheng = state;
  void reply.header('traceparent', `00-${state.traceId}-${randomBytes(8).toString('hex')}-01`).header('content-language', state.language);
  return state;
}

function traceId(header: unknown): string {
  const match = typeof header === 'string' ? TRACEPARENT.exec(header) : null;
  const given = match?.[1];
  return given !== undefined && !/^0+$/.test(given) ? given : randomBytes(16).toString('hex');
}

/** Chinese unless English is preferred. */
export function language(header: string | undefined): 'zh-CN' | 'en' {
  if (header === undefined) return 'zh-CN';
  const [best] = new Negotiator({ headers: { 'accept-language': header } }).languages(['zh-CN', 'zh', 'en', 'en-US', 'en-GB']);
  return best?.startsWith('en') === true ? 'en' : 'zh-CN';
}
