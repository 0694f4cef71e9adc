import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import { loadConfig } from '../platform/config/config.js';
import { SystemNow } from '../platform/http/clock.js';
import { withLimits } from './limits.js';
import { ProblemDto } from '../platform/http/problem.dto.js';

const ABOUT = `Case management for intellectual-property protection in a Chinese city (知衡).

Every POST takes an Idempotency-Key; commands on a case or complaint take If-Match. Lists are paged by the Link header. Refusals are
RFC 9457 problem documents with a stable code, in Chinese or English by Accept-Language. Instants are RFC 3339 UTC; legal days are those
of Asia/Shanghai.`;

/** In the order of a working day. */
const TAGS = [
  ['complaints', 'File, route, accept, decline, return, open a case 投诉举报'], ['imports', 'Files of submissions, filed row by row 批量导入'], ['cases', 'Case files 案件'], ['worklists', 'Worklists, live 工作清单'], ['deadlines', 'Clocks, calendars, time limits 时限'],
  ['notices', 'What an agency has to know 提醒'], ['routing', 'Rules that decide 分流规则'], ['ledger', 'Proof of what happened 台账校验'], ['reference', 'Agencies, roles and the 25 measures 机构、岗位与措施'], ['identity', 'Log-in and accounts 登录与账号'], ['operations', 'Health, metrics, dead letters 运维'],
] as const;

/** The document, made from the controllers without a database: nothing is instantiated. */
export async function openapiDocument(): Promise<OpenAPIObject> {
  const parts = { config: loadConfig({}), dataSource: new DataSource({ type: 'postgres' }), databaseUrl: 'postgres://nobody@localhost/none', now: new SystemNow() };
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(parts), new FastifyAdapter(), { preview: true, logger: false });
  const settings = new DocumentBuilder().setTitle('Zhiheng 知衡').setDescription(ABOUT).setVersion('1').setOpenAPIVersion('3.1.0').addBearerAuth();
  for (const [tag, about] of TAGS) settings.addTag(tag, about);
  const document = SwaggerModule.createDocument(app, settings.build(), { extraModels: [ProblemDto], operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '').toLowerCase()}.${method}` });
  await app.close();
  return withLimits(document);
}
