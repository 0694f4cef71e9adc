import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { Answer } from './acting.js';
import { localise } from './localise.js';
import type { Page } from './pagination.js';
import { stateOf, type ZhihengRequest } from './route.js';

/** Puts use case results on the wire: status of an answer, ETag of a versioned body, Link of a page, texts in the reader's language. */
@Injectable()
export class Answers implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ZhihengRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(map((result: unknown) => localise(send(result, request, reply), stateOf(context).language)));
  }
}

function send(result: unknown, request: ZhihengRequest, reply: FastifyReply): unknown {
  if (isPage(result)) return sendPage(result, request, reply);
  if (!isAnswer(result)) return versioned(result, reply);
  void reply.status(result.status);
  if (result.replayed === true) void reply.header('idempotency-replayed', 'true');
  return versioned(result.body, reply);
}

function versioned(body: unknown, reply: FastifyReply): unknown {
  const { version } = (body ?? {}) as { version?: unknown };
  if (typeof version === 'number') void reply.header('etag', `"${version}"`);
  return body;
}

function sendPage(page: Page<unknown>, request: ZhihengRequest, reply: FastifyReply): unknown {
  if (page.next !== null) {
    const next = new URL(request.url, 'http://host');
    next.searchParams.set('cursor', page.next);
    void reply.header('link', `<${next.pathname}${next.search}>; rel="next"`);
  }
  if (page.total !== undefined) void reply.header('total-count', page.total);
  return { items: page.items };
}

function isPage(value: unknown): value is Page<unknown> {
  return typeof value === 'object' && value !== null && 'items' in value && 'next' in value;
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'status' in value && 'body' in value && typeof value.status === 'number';
}
