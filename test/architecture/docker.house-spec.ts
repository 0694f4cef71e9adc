import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Config } from '../../src/platform/config/config.js';
import { Variable } from '../../src/platform/config/variable.js';

type Node = Record<string, unknown>;

const read = (name: string): string => readFileSync(join('docker', name), 'utf8');
const KNOWN = Variable.all(Config).map(({ name }) => name);
/** Passwords that stand inside addresses: compose puts them there. */
const PASSWORDS = ['POSTGRES_PASSWORD', 'ZHIHENG_APP_PASSWORD', 'ZHIHENG_MIGRATOR_PASSWORD', 'REDIS_PASSWORD'];
const yaml = parser();
const services = yaml === null ? {} : (flat((yaml.load(read('compose.yml')) as Node)['services']) as Record<string, Node>);
const OURS = ['api', 'migrate', 'worker'];

/** The parser comes with Jest; the system itself reads no YAML. */
function parser(): { load(text: string): unknown } | null {
  try {
    return createRequire(import.meta.url)('js-yaml') as { load(text: string): unknown };
  } catch {
    return null;
  }
}

/** Merge keys put in, for parsers that leave that to the reader. */
function flat(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(flat);
  if (typeof value !== 'object' || value === null) return value;
  const { '<<': merged, ...own } = value as Node;
  return Object.assign({}, merged === undefined ? {} : flat(merged), Object.fromEntries(Object.entries(own).map(([key, inner]) => [key, flat(inner)])));
}

(yaml === null ? describe.skip : describe)('compose.yml', () => {
  it('has the services that operations describe', () => {
    expect(Object.keys(services).sort()).toEqual([...OURS, 'nginx', 'postgres', 'redis'].sort());
    expect(services['api']).toMatchObject({ deploy: { replicas: 2 }, environment: { ROLE: 'api', MIGRATE_ON_START: 'no', NODE_ENV: 'production' } });
    expect(services['worker']).toMatchObject({ environment: { ROLE: 'worker' } });
    expect(services['migrate']).toMatchObject({ command: ['node', 'dist/src/cli.js', 'migrate'], restart: 'no' });
    expect(JSON.stringify(services['redis'])).toContain('--maxmemory-policy noeviction');
  });

  it.each(Object.entries(services))('hardens %s', (_, service) => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'], tmpfs: expect.anything() });
    expect(service).not.toHaveProperty('privileged');
    expect(service).not.toHaveProperty('cap_add');
    expect(service['image']).toMatch(/:\d[\w.-]+$/);
  });

  it.each(Object.entries(services))('knows when %s is ready, and what it waits for', (name, service) => {
    // The image of ours has its own check; a process without a port has none.
    if (name !== 'api') expect(service['healthcheck']).toEqual(OURS.includes(name) ? { disable: true } : expect.objectContaining({ test: expect.anything() }));
    for (const [other, { condition }] of Object.entries((service['depends_on'] ?? {}) as Record<string, { condition: string }>)) {
      expect(services).toHaveProperty(other);
      expect(condition).toBe(other === 'migrate' ? 'service_completed_successfully' : 'service_healthy');
    }
  });

  it.each(OURS)('gives %s variables that the system reads, and the owner to migrations alone', (name) => {
    const names = Object.keys((services[name]?.['environment'] ?? {}));
    expect(names.filter((variable) => !KNOWN.includes(variable))).toEqual([]);
    expect(names.includes('DATABASE_OWNER_URL')).toBe(name === 'migrate');
    const secrets = Variable.all(Config).filter((variable) => variable.secret === true).map((variable) => variable.name);
    for (const [variable, value] of Object.entries((services[name]?.['environment'] ?? {}) as Node)) if (secrets.includes(variable)) expect(value).toMatch(/\$\{\w+:\?/);
  });
});

describe('.env.example', () => {
  const lines = [...read('.env.example').matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => ({ name, value }));

  it('names what compose asks for, all of it, and nothing else', () => {
    const asked = [...read('compose.yml').matchAll(/\$\{(\w+):/g)].map(([, name]) => name);
    expect(lines.map(({ name }) => name).sort()).toEqual([...new Set(asked)].sort());
    expect(lines.map(({ name }) => name).filter((name) => !KNOWN.includes(name) && !PASSWORDS.includes(name))).toEqual([]);
  });

  it('holds no secret', () => {
    expect(lines.filter(({ value }) => value !== '').map(({ name }) => name)).toEqual(['LOG_LEVEL']);
    expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain('.env');
    expect(readFileSync('.dockerignore', 'utf8').split('\n')).toContain('**/.env');
  });
});

describe('Dockerfile', () => {
  const text = read('Dockerfile');

  it('runs as an ordinary user on a named version', () => {
    expect(/^USER (\S+)$/m.exec(text)?.[1]).toBe('node');
    const bases = [...text.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
    expect(bases).toEqual(['node:20-bookworm-slim', 'node:20-bookworm-slim']);
    expect(text).not.toContain('latest');
    expect(text).toContain('CMD ["node", "dist/src/main.js"]');
    expect(text).toContain('/health/live');
  });

  it('copies what is there and what .dockerignore lets through', () => {
    const passed = readFileSync('.dockerignore', 'utf8').split('\n').filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    const copied = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, from = '']) => from.split(' '));
    expect(copied.length).toBeGreaterThan(5);
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
    expect(copied.sort()).toEqual(passed.sort());
  });
});

describe('roles.sql', () => {
  it('makes the roles that the code asks for, without power over row security', () => {
    const sql = read('roles.sql');
    for (const role of ['zhiheng_owner', 'zhiheng_app']) expect(sql).toContain(`'${role}'`);
    expect(sql).toContain('NOLOGIN NOSUPERUSER NOBYPASSRLS');
    expect(sql.replaceAll(/NOSUPERUSER|NOBYPASSRLS/g, '')).not.toMatch(/\bSUPERUSER|\bBYPASSRLS/);
  });
});
