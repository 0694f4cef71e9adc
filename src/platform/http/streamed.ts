import { Readable } from 'node:stream';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { ZhihengRequest } from './route.js';

/** A body that is read while it comes. Nothing of it was looked at, and no limit was applied: the route does both. */
export interface Upload {
  readonly body: Readable;
  /** Media type without parameters, in lower case. */
  readonly type: string;
  /** Length that the sender announced, bytes; null where it did not. */
  readonly announced: number | null;
}

/** This route takes its body as a stream, in the types that the server hands on. */
export const Streamed = (): MethodDecorator => RouteConfig({ streamed: true });

/** The streamed body, or null when something else was sent. */
export const Uploaded = createParamDecorator((_: unknown, context: ExecutionContext): Upload | null => {
  const { body, headers } = context.switchToHttp().getRequest<ZhihengRequest>();
  if (!(body instanceof Readable)) return null;
  const length = headers['content-length'];
  return { body, type: (headers['content-type']?.split(';')[0] ?? '').trim().toLowerCase(), announced: length === undefined ? null : Number(length) };
});

/** Every other route refuses these types as before: nothing may wait in memory that no limit was applied to. */
export function handOnStreams(server: FastifyInstance, types: readonly string[]): void {
  server.addContentTypeParser([...types], (request, payload, done) => {
    const { streamed } = request.routeOptions.config as { streamed?: boolean };
    if (streamed === true) done(null, payload);
    else done(Object.assign(new Error('This route takes no files'), { statusCode: 415 }));
  });
}
