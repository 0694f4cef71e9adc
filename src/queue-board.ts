import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import express, { type NextFunction, type Request, type Response } from 'express';
import { Sessions } from './modules/identity/index.js';
import { Authenticator } from './platform/security/authenticator.js';
import { Queues } from './platform/queues/queues.js';

const PATH = '/ops/queues';
const COOKIE = 'zhiheng_ops';
const PERMISSION = 'queue.manage';

/** The board of BullMQ, to look at: what is put back is put back over the API, on record. It stands behind a log-in: a browser sends name and password once, then a cookie with the access token. */
export async function queueBoard(app: NestFastifyApplication): Promise<express.Express> {
  const adapter = new ExpressAdapter();
  adapter.setBasePath(PATH);
  createBullBoard({ queues: app.get(Queues).open().map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })), serverAdapter: adapter });
  const board = express();
  board.use(async (request: Request, response: Response, next: NextFunction) => {
    if (await admitted(app, request, response)) next();
    else response.status(401).set('www-authenticate', 'Basic realm="zhiheng operations", charset="UTF-8"').type('text/plain').send('Administrators only / 仅限管理员\n');
  });
  board.use(adapter.getRouter() as express.Router);
  return board;
}

async function admitted(app: NestFastifyApplication, request: Request, response: Response): Promise<boolean> {
  const cookie = new RegExp(`(?:^|; )${COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1];
  if (cookie !== undefined && (await allowed(app, cookie))) return true;
  const token = await tokenFromBasic(app, request.headers.authorization);
  if (token === null || !(await allowed(app, token))) return false;
  response.cookie(COOKIE, token, { httpOnly: true, sameSite: 'strict', secure: request.secure, path: PATH });
  return true;
}

async function tokenFromBasic(app: NestFastifyApplication, header: string | undefined): Promise<string | null> {
  const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header ?? '')?.[1];
  const [, username, password] = /^([^:]+):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8')) ?? [];
  if (username === undefined || password === undefined) return null;
  return app.get(Sessions).login(username, password).then(({ accessToken }) => accessToken, () => null);
}

async function allowed(app: NestFastifyApplication, token: string): Promise<boolean> {
  return app.get(Authenticator).authenticate(`Bearer ${token}`).then(({ permissions }) => permissions.has(PERMISSION), () => false);
}
