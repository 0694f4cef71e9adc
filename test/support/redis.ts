import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

const BINARY = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'].map((path) => join(path, 'redis-server')).find((path) => existsSync(path));

/** Where the suite is to be run with Redis, a test may take one of its own: to wipe it and to end it. */
export const OWN_REDIS = process.env['TEST_REDIS_URL'] !== undefined && BINARY !== undefined;
if (process.env['REQUIRE_REDIS'] === '1' && !OWN_REDIS) throw new Error('REQUIRE_REDIS=1, but there is no redis-server on this machine that a test may end: install Redis or unset it');

/** A redis-server that keeps nothing: what it held is gone when it ends. */
export class RedisServer {
  private child: ChildProcess | null = null;
  private readonly folder = mkdtempSync(join(tmpdir(), 'zhiheng-redis-'));

  private constructor(private readonly port: number) {}

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort());
    await server.begin();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async flush(): Promise<void> {
    const redis = new Redis(this.url);
    await redis.flushall();
    await redis.quit();
  }

  async begin(): Promise<void> {
    const child = spawn(BINARY ?? '', ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', this.folder, '--maxmemory-policy', 'noeviction'], { stdio: ['ignore', 'pipe', 'inherit'] });
    this.child = child;
    await new Promise<void>((ready, failed) => {
      child.stdout.on('data', (chunk) => String(chunk).includes('Ready to accept connections') && ready());
      child.once('exit', () => failed(new Error('redis-server ended before it was ready')));
    });
    child.stdout.resume();
  }

  async kill(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (child === null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
  }

  async end(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}
