import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { banner } from './banner.js';
import { makeApp, prepare, type Prepared } from './boot.js';
import { ConfigError, loadConfig, type Config } from './platform/config/config.js';
import { fillDevelopmentSecrets } from './platform/config/secrets.js';
import { mountDocs } from './docs-site.js';
import { listen, PortTaken } from './platform/http/listen.js';
import { stopGracefully, type Stoppable } from './platform/http/stop.js';

/**
 * How much garbage V8 lets lie beside what lives, in percent of it, before it collects the old generation. Its own rule gives up to
 * three times of it, on any machine with memory to spare; this is no limit, so nothing that needs much fails.
 */
const HEAP_GROWING_PERCENT = 40;
setFlagsFromString(`--heap-growing-percent=${HEAP_GROWING_PERCENT}`);

/** One process: HTTP API and workers, as ROLE says. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  fillDevelopmentSecrets(config);
  const parts: Stoppable[] = [];
  const stop = stopGracefully(parts, config.SHUTDOWN_SECONDS);
  try {
    await start(config, parts);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(config: Config, parts: Stoppable[]): Promise<void> {
  const prepared = await prepare(config);
  parts.unshift({ name: 'PostgreSQL', stop: async () => prepared.address.embedded?.stop() });
  const app = await makeApp(config, prepared);
  parts.unshift({ name: 'application', stop: () => app.close() });
  await mountDocs(app);
  const url = config.ROLE === 'worker' ? await initOnly(app.init()) : await listen(app, config, process.env['PORT'] !== undefined);
  announce(config, prepared, url);
}

async function initOnly(ready: Promise<unknown>): Promise<null> {
  await ready;
  return null;
}

function announce(config: Config, { demo, address }: Prepared, url: string | null): void {
  process.stdout.write(banner({ url, role: config.ROLE, demo, embedded: address.embedded?.folder ?? null, redis: config.REDIS_URL !== undefined }));
}

main().catch((error: unknown) => {
  const known = error instanceof ConfigError || error instanceof PortTaken;
  process.stderr.write(`${known || !(error instanceof Error) ? String((error as Error).message ?? error) : describe(error)}\n`);
  process.exitCode = 1;
  // Connections that a failed start left behind must not keep the process alive.
  setTimeout(() => process.exit(1), 1_000).unref();
});

function describe(error: Error): string {
  const cause = error.cause instanceof Error ? `\n  because: ${error.cause.message}` : '';
  return `The system did not start / 系统未能启动: ${error.message}${cause}\n${process.env['LOG_LEVEL'] === 'debug' ? (error.stack ?? '') : 'More with LOG_LEVEL=debug'}`;
}
