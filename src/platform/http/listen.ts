import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/config.js';

/** The port that was asked for is in use, and may not be changed silently. */
export class PortTaken extends Error {
  constructor(port: number) {
    super(`Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start\n端口 ${port} 已被占用，请停止占用者或另选端口：PORT=${port + 1} npm start`);
    this.name = 'PortTaken';
  }
}

const TRIES = 20;

/** Listens and returns the address. A default port that is taken moves to the next free one, and says so; a chosen one is refused. */
export async function listen(app: NestFastifyApplication, { HOST, PORT }: Config, chosen: boolean): Promise<string> {
  await app.init();
  for (let port = PORT; ; port += 1) {
    try {
      await app.listen(port, HOST);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      if (chosen || port - PORT >= TRIES) throw new PortTaken(PORT);
      process.stdout.write(`Port ${port} is taken, trying ${port + 1} / 端口 ${port} 已被占用，改用 ${port + 1}\n`);
    }
  }
  return (await app.getUrl()).replace('[::1]', 'localhost').replace('0.0.0.0', 'localhost');
}
