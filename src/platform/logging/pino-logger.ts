import type { LoggerService } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pino, type Logger } from 'pino';
import type { ZhihengRequest } from '../http/route.js';

/** Structured logs. What is logged is chosen, not filtered: route patterns, codes and ids; never bodies, queries or headers. */
export class PinoLogger implements LoggerService {
  private readonly logger: Logger;

  constructor(level: string) {
    this.logger = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
  }

  log(message: unknown, context?: string): void {
    this.write('info', message, context);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest.at(-1));
  }

  warn(message: unknown, context?: string): void {
    this.write('warn', message, context);
  }

  debug(message: unknown, context?: string): void {
    this.write('debug', message, context);
  }

  verbose(message: unknown, context?: string): void {
    this.write('debug', message, context);
  }

  /** One line per request. The route is the pattern: an address can hold a receipt number. */
  request(request: FastifyRequest, reply: FastifyReply, route: string): void {
    const { zhiheng } = request as ZhihengRequest;
    this.logger[reply.statusCode >= 500 ? 'warn' : 'debug']({ context: 'Request', method: request.method, route, status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime), traceId: zhiheng?.traceId, account: zhiheng?.principal?.id });
  }

  private write(level: 'info' | 'error' | 'warn' | 'debug', message: unknown, context: unknown): void {
    // Nest tells of every module and route at start: worth having only when looked for.
    const chatty = level === 'info' && typeof context === 'string' && ['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication'].includes(context);
    const line = typeof message === 'object' && message !== null ? message : { text: String(message) };
    this.logger[chatty ? 'debug' : level]({ context, ...line });
  }
}
