import type { Socket } from 'node:net';
import helmet from '@fastify/helmet';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.js';
import { Metrics } from '../health/metrics.js';
import { PinoLogger } from '../logging/pino-logger.js';
import { TABLE_TYPES } from '../tables/formats.js';
import { httpProblem } from './http.errors.js';
import { addRequestState, giveState } from './negotiate.js';
import { problemDocument } from './problem.filter.js';
import { handOnStreams } from './streamed.js';
import type { ZhihengRequest } from './route.js';

const KEEP_ALIVE_MILLISECONDS = 65_000;

/** Fastify under Nest: limits, headers, trace id and language, request log and metrics. Not yet listening. */
export async function createApp(module: DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: config.BODY_LIMIT_KIB * 1024, keepAliveTimeout: KEEP_ALIVE_MILLISECONDS, trustProxy: 'loopback,linklocal,uniquelocal', forceCloseConnections: 'idle', return503OnClosing: true,
    routerOptions: { maxParamLength: 200 }, frameworkErrors: refuseAddress,
  });
  const logger = new PinoLogger(config.LOG_LEVEL);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger, bufferLogs: false, abortOnError: false, bodyParser: false });
  const server = app.getHttpAdapter().getInstance();
  // JSON and nothing else: Nest would read forms besides, and Fastify plain text.
  server.removeContentTypeParser('text/plain');
  addRequestState(server);
  keepRawBody(server);
  handOnStreams(server, Object.keys(TABLE_TYPES));
  await app.register(helmet, { contentSecurityPolicy: { directives: { defaultSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'], scriptSrc: ["'self'", "'unsafe-inline'"], upgradeInsecureRequests: null } } });
  closeConnectionsAtTheEnd(server);
  const metrics = app.get(Metrics);
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.observe(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    logger.request(request, reply, route);
  });
  return app;
}

/** JSON is parsed as Fastify does it; the text stays with the request for those who have to keep it verbatim. */
function keepRawBody(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    (request as ZhihengRequest).zhiheng.rawBody = String(body);
    void parse(request, String(body), done);
  });
}

/** An address that cannot be read, or is too long to be one, is refused before any hook or filter runs. */
function refuseAddress(_: Error, request: FastifyRequest, reply: FastifyReply): void {
  const { language, traceId } = giveState(request, reply);
  const problem = httpProblem('route.not-found');
  void reply.status(problem.definition.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problemDocument(problem, language, traceId, request.url.split('?')[0] ?? '')));
}

/**
 * What would hold up a server that stops: a connection kept alive after the request that was still running is answered, and
 * one that never asked anything, which Node does not take for idle (browsers and clients open some in advance).
 */
function closeConnectionsAtTheEnd(server: FastifyInstance): void {
  let closing = false;
  const silent = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.server.on('request', ({ socket }) => silent.delete(socket));
  server.addHook('preClose', (done) => {
    closing = true;
    for (const socket of silent) socket.destroy();
    done();
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) void reply.header('connection', 'close');
    done(null, payload);
  });
}
