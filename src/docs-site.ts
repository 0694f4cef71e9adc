import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import express from 'express';
import swaggerUi from 'swagger-ui-express';
import { queueBoard } from './queue-board.js';

/** Swagger UI at /docs from the committed document, and the queue board at /ops/queues for administrators: Express apps beside Fastify. */
export async function mountDocs(app: NestFastifyApplication): Promise<void> {
  const document = fromRoot('openapi/openapi.json');
  const docs = express();
  // From the disk to whoever asks: it is large, and few ask.
  docs.get('/openapi.json', (_request, response) => void response.sendFile(document));
  docs.use('/', swaggerUi.serve, swaggerUi.setup(undefined, { customSiteTitle: '知衡 Zhiheng API', swaggerUrl: '/docs/openapi.json' }));
  for (const path of ['/docs', '/ops/queues']) app.use(path, keepInside);
  app.use('/docs', docs);
  app.use('/ops/queues', await queueBoard(app));
}

/** These pages load nothing from outside: an office network may have no way out, and nobody outside learns who looks. */
function keepInside(_request: express.Request, response: express.Response, next: express.NextFunction): void {
  response.setHeader('content-security-policy', "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'");
  next();
}

/** A file of the project, from src/ and from dist/src/ alike. */
function fromRoot(path: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) if (existsSync(join(folder, path))) return join(folder, path);
  throw new Error(`${path} is missing: run npm run generate`);
}
