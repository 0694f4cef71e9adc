import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { filled, type Template } from './template.js';

const BINARY = '/usr/bin/pgbench';
const RUN = '@@@@@@@@';
const CLIENT = '####';
const run = promisify(execFile);

/** The filing statement from pgbench: PostgreSQL without any Node.js. Null where pgbench is not installed. */
export function pgbenchOf(template: Template, url: string, folder: string, clients: number): ((seconds: number, round: number) => Promise<number>) | null {
  if (!existsSync(BINARY)) return null;
  mkdirSync(folder, { recursive: true });
  const script = join(folder, 'file.sql');
  writeFileSync(script, scriptOf(template));
  return async (seconds, round) => {
    const { hostname, port, username, password, pathname } = new URL(url);
    const args = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '1', '-T', String(seconds), '-D', `n=${round * 1_000_000}`, '-f', script, '-h', hostname, '-p', port, '-U', username, pathname.slice(1)];
    const { stdout } = await run(BINARY, args, { env: { PATH: process.env['PATH'], PGPASSWORD: password } });
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? 0);
  };
}

/** Ids and keys are made of the client and a counter. Colons are escaped: pgbench would take them for its variables. */
function scriptOf({ trips, marks }: Template): string {
  const own = marks.map((_, index) => (index < 3 ? `P${index}-${RUN}-${CLIENT}` : `${RUN}-${CLIENT}-7000-8000-${String(index).padStart(12, '0')}`));
  const statements = trips.flat().map((query) => {
    const { text, values } = filled(query, own);
    return `${text.replace(/\$(\d+)/g, (_, number: string) => expression(String(values[Number(number) - 1])))};`;
  });
  return `\\set n :n + 1\n${statements.join('\n')}\n`;
}

function expression(value: string): string {
  const literal = `E'${value.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')}'`;
  if (!value.includes(RUN)) return `${literal}::text`;
  return `replace(replace(${literal}, '${RUN}', lpad(:n::text, 8, '0')), '${CLIENT}', lpad(:client_id::text, 4, '0'))`;
}
