import helmet from '@fastify/helmet';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/config.js';
import { Metrics } from '../health/metrics.js';
import { PinoLogger } from '../logging/pino-logger.js';
import { addRequestState } from './negotiate.js';

const KEEP_ALIVE_MILLISECONDS = 65_000;

/** Fastify under Nest: limits, headers, trace id and language, request log and metrics. Not yet listening. */
export async function createApp(module: DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: config.BODY_LIMIT_KIB * 1024, keepAliveTimeout: KEEP_ALIVE_MILLISECONDS, trustProxy: 'loopback,linklocal,uniquelocal', forceCloseConnections: 'idle', return503OnClosing: true,
    routerOptions: { maxParamLength: 200 },
  });
  const logger = new PinoLogger(config.LOG_LEVEL);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger, bufferLogs: false, abortOnError: false });
  const server = app.getHttpAdapter().getInstance();
  addRequestState(server);
  await app.register(helmet, { contentSecurityPolicy: { directives: { defaultSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'], scriptSrc: ["'self'", "'unsafe-inline'"], upgradeInsecureRequests: null } } });
  const metrics = app.get(Metrics);
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.observe(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    logger.request(request, reply, route);
  });
  return app;
}
