// `npm run bench -- public-search`: what the public reads cost over few publications and over many:
// the newest page, a part of a name that is in one row, and a credit code. Asked in turn, so that what else the machine does meets all.
import { mkdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { makeApp, prepare } from '../src/boot.js';
import { loadConfig } from '../src/platform/config/config.js';
import { SystemNow } from '../src/platform/http/clock.js';
import { prepareGround, startPostgres } from './ground.js';
import { settle } from './grow.js';

const FOLDER = '.data/bench';
const GROWTH = 1.2;
const POOL = 12;
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const goal = (met: boolean, text: string): void => say(`  ${met ? 'MET   ' : 'MISSED'} ${text}`);

interface Side {
  readonly rows: number;
  readonly app: NestFastifyApplication;
  readonly client: pg.Client;
}

/** Publications of made-up firms, each with a name and a code of its own, over three years. */
async function side(postgres: Awaited<ReturnType<typeof startPostgres>>, name: string, rows: number): Promise<Side> {
  const ground = await prepareGround(postgres, name, POOL);
  const client = await ground.admin();
  await client.query(
    `INSERT INTO public_record (id, shelf, agency, title, number, decided_on, parties, search, text, display_class, published_at)
     SELECT uuidv7(), 'penalties', 'cz-market-regulation', '行政处罚决定书', '潮市监处罚〔2026〕' || n || '号', '2026-08-03', jsonb_build_array(jsonb_build_object('name', '第' || md5(n::text) || '厂', 'uscc', upper(left(md5('c' || n), 18)))),
       '潮市监处罚〔2026〕' || n || E'号\\n第' || md5(n::text) || E'厂\\n' || left(md5('c' || n), 18), repeat('销售侵权餐具。', 60), 'ordinary', now() - n * interval '95 seconds' FROM generate_series(1, $1::int) n`, [rows]);
  await settle(client);
  const config = loadConfig({ ...ground.env, LOG_LEVEL: 'silent', ROLE: 'api' });
  const app = await makeApp(config, await prepare(config, { ...ground.address, embedded: null }), new SystemNow());
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return { rows, app, client };
}

function quantile(values: readonly number[], part: number): number {
  return [...values].sort((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? NaN;
}

async function timed(times: number[], work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  await work();
  times.push(performance.now() - started);
}

/** Each asks for one row out of all, by what is in no other. */
async function asks({ client, rows }: Side): Promise<Readonly<Record<string, string>>> {
  const n = Math.max(1, Math.floor(rows * Math.random()));
  const { rows: [made] } = await client.query<{ name: string; code: string }>("SELECT left(md5($1::text), 12) AS name, left(md5('c' || $1::text), 18) AS code", [String(n)]);
  return { newest: '', name: made?.name ?? '', code: made?.code ?? '' };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ args: process.argv.slice(2).filter((arg) => arg !== 'public-search'), options: { small: { type: 'string', default: '10000' }, large: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '300' } } });
  mkdirSync(FOLDER, { recursive: true });
  const postgres = await startPostgres();
  try {
    const sides = [await side(postgres, 'zhiheng_bench_few', Number(values.small)), await side(postgres, 'zhiheng_bench_many', Number(values.large))];
    const times = sides.map((): Record<string, number[]> => ({ newest: [], name: [], code: [] }));
    for (let round = -20; round < Number(values.rounds); round += 1)
      for (const [index, one] of sides.entries())
        for (const [what, q] of Object.entries(await asks(one))) {
          const kept = round < 0 ? [] : (times[index]?.[what] ?? []);
          await timed(kept, async () => {
            const { statusCode, body } = await one.app.getHttpAdapter().getInstance().inject({ headers: { 'x-forwarded-for': `203.0.113.${1 + (round + 20) % 200}` }, url: `/v1/public/penalties?limit=20${q === '' ? '' : `&q=${q}`}` });
            if (statusCode !== 200 || (q !== '' && (JSON.parse(body) as { items: object[] }).items.length !== 1)) throw new Error(`${what}: ${statusCode} ${body.slice(0, 200)}`);
          });
        }
    say(`\nPublic search: Node.js ${process.version}, load average ${loadavg()[0]?.toFixed(1)}; ${values.rounds} of each, in turn, without the network`);
    for (const what of ['newest', 'name', 'code']) {
      const shown = sides.map(({ rows }, index) => `${rows} rows p50 ${quantile(times[index]?.[what] ?? [], 0.5).toFixed(2)} ms, p99 ${quantile(times[index]?.[what] ?? [], 0.99).toFixed(2)} ms`);
      const growth = quantile(times[1]?.[what] ?? [], 0.99) / quantile(times[0]?.[what] ?? [], 0.99);
      say(`  ${what.padEnd(8)}${shown.join('   ')}`);
      goal(growth <= GROWTH, `${what}: p99 grows ${growth.toFixed(2)} times (goal: ${GROWTH} at most)`);
    }
    for (const { app, client } of sides) {
      await app.close();
      await client.end();
    }
  } finally {
    await postgres.stop();
  }
}

await main().then(() => process.exit(0), (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
