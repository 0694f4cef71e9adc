import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { httpErrors, httpProblem } from './http.errors.js';
import { localise } from './localise.js';
import { Problem } from './problem.js';
import type { ZhihengRequest } from './route.js';

const BY_STATUS: Readonly<Record<number, keyof typeof httpErrors>> = {
  400: 'request.unreadable', 401: 'auth.required', 403: 'permission.denied', 404: 'route.not-found', 413: 'request.too-large', 415: 'request.media-type', 503: 'server.stopping',
};

/** The only place that makes error answers: RFC 9457 documents, in the reader's language, without personal data. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<ZhihengRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = asProblem(error);
    const { traceId, language } = request.zhiheng ?? { traceId: '', language: 'zh-CN' };
    if (problem.definition.status >= 500) this.logger.error({ traceId, code: problem.code, reason: describe(error) });
    void reply
      .status(problem.definition.status)
      .headers({ ...problem.extras.headers })
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemDocument(problem, language, traceId, request.url.split('?')[0] ?? '')));
  }
}

/** The document itself; also used where an answer is made outside Nest. */
export function problemDocument({ code, definition, extras }: Problem, language: 'zh-CN' | 'en', traceId: string, instance: string): Record<string, unknown> {
  const { status, severity, title, remedy, basis } = definition;
  const { detail, members } = extras;
  return localise({ type: `urn:zhiheng:problem:${code}`, title, status, ...(detail === undefined ? {} : { detail }), instance, code, severity, remedy, ...(basis === undefined ? {} : { basis }), ...members, traceId }, language) as Record<string, unknown>;
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null | undefined)?.statusCode;
  const code = typeof status === 'number' ? BY_STATUS[status] : undefined;
  return httpProblem(code ?? 'server.error');
}

/** Messages of the database may quote values: only its code and names are logged. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string };
  const fromDatabase = code !== undefined && /^[0-9A-Z]{5}$/.test(code);
  return fromDatabase ? { code, constraint, table, stack: error.stack?.split('\n').slice(1) } : { message: error.message, stack: error.stack };
}
