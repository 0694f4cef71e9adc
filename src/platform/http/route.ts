import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '../security/principal.js';
import type { Acting } from './acting.js';

export const PERMISSION = 'zhiheng:permission';
export const OPEN = 'zhiheng:open';
export const REPEATABLE = 'zhiheng:repeatable';

/** The permission that a route asks for, a code of the catalogue. A route with neither this nor {@link Open} stops the boot. */
export const Permit = (permission: string): CustomDecorator => SetMetadata(PERMISSION, permission);

/** A route for everyone, with the reason why. */
export const Open = (reason: string): CustomDecorator => SetMetadata(OPEN, reason);

/** A POST that needs no Idempotency-Key, with the reason why. */
export const Repeatable = (reason: string): CustomDecorator => SetMetadata(REPEATABLE, reason);

/** What guards and hooks add to a request. */
export interface RequestState {
  principal?: Principal;
  acting?: Acting;
  traceId: string;
  language: 'zh-CN' | 'en';
  /** The body as it came over the wire, before anything read it. */
  rawBody?: string;
}

export type ZhihengRequest = FastifyRequest & { zhiheng: RequestState };

export function stateOf(context: ExecutionContext): RequestState {
  return context.switchToHttp().getRequest<ZhihengRequest>().zhiheng;
}

/** Who acts, when and under which key: the first argument of every use case. */
export const Act = createParamDecorator((_: unknown, context: ExecutionContext): Acting => {
  const { acting } = stateOf(context);
  if (acting === undefined) throw new Error('This route has no principal: it is open');
  return acting;
});

/** The authenticated principal. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = stateOf(context);
  if (principal === undefined) throw new Error('This route has no principal: it is open');
  return principal;
});

/** The body as it came, to be kept verbatim. */
export const RawBody = createParamDecorator((_: unknown, context: ExecutionContext): string => stateOf(context).rawBody ?? '');
