import { createHash } from 'node:crypto';
import { applyDecorators, Injectable, SetMetadata, UseInterceptors, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { stateOf, type ZhihengRequest } from './route.js';

const SECONDS = 'zhiheng:cacheable';

/** An answer that is the same for everybody may be kept for a while by whoever passes it on; asked again with its ETag it is not sent twice. */
@Injectable()
export class CacheableAnswers implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ZhihengRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const seconds = this.reflector.get<number>(SECONDS, context.getHandler());
    return next.handle().pipe(map((result: unknown) => {
      // The same body in another language is another answer.
      const tag = `"${createHash('sha256').update(`${stateOf(context).language}\n${typeof result === 'string' ? result : JSON.stringify(result)}`).digest('base64url')}"`;
      void reply.headers({ etag: tag, 'cache-control': `public, max-age=${seconds}`, vary: 'accept-language' });
      if (!matches(request.headers['if-none-match'], tag)) return result;
      void reply.status(304);
      return undefined;
    }));
  }
}

/** If-None-Match of RFC 9110: a list, each perhaps weak, or an asterisk. */
export function matches(header: string | undefined, tag: string): boolean {
  return header !== undefined && header.split(',').map((one) => one.trim().replace(/^W\//, '')).some((one) => one === '*' || one === tag);
}

/** A read for everybody, that may be kept for so many seconds. */
export const Cacheable = (seconds: number): MethodDecorator => applyDecorators(SetMetadata(SECONDS, seconds), UseInterceptors(CacheableAnswers), ApiResponse({ status: 304, description: 'Nothing has changed since the ETag of If-None-Match' }));
