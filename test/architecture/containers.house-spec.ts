import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Config, loadConfig } from '../../src/platform/config/config.js';
import { Variable } from '../../src/platform/config/variable.js';

interface Service {
  readonly image?: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: string[];
  readonly cap_add?: string[];
  readonly privileged?: boolean;
  readonly security_opt?: string[];
  readonly ports?: string[];
  readonly command?: string[];
  readonly environment?: Record<string, string>;
  readonly healthcheck?: { readonly disable?: boolean };
  readonly networks?: string[];
  readonly volumes?: string[];
}

// Comes with @nestjs/swagger; it has no types of its own. The older schema knows merge keys (<<), as Compose does.
const { load, YAML11_SCHEMA: schema } = createRequire(import.meta.url)('js-yaml') as { load(text: string, options: { schema: unknown }): unknown; YAML11_SCHEMA: unknown };
const text = readFileSync('docker/compose.yml', 'utf8');
const { services, networks } = load(text, { schema }) as { services: Record<string, Service>; networks: Record<string, { internal?: boolean } | null> };
const nginx = readFileSync('docker/nginx.conf', 'utf8');
const dockerfile = readFileSync('docker/Dockerfile', 'utf8');
const example = readFileSync('docker/.env.example', 'utf8');
const known = new Set(Variable.all(Config).map(({ name }) => name));
const OURS = ['api', 'worker', 'migrate'];

/** What a service opens that it should not. */
function softness({ read_only: readOnly, cap_drop: dropped, cap_add: added, privileged, security_opt: options }: Service): string[] {
  return [
    ...(readOnly === true ? [] : ['root file system can be written']),
    ...(JSON.stringify(dropped) === '["ALL"]' && added === undefined && privileged !== true ? [] : ['keeps capabilities']),
    ...(options?.includes('no-new-privileges:true') === true ? [] : ['may gain privileges']),
  ];
}

describe('compose.yml', () => {
  it('hardens every service, and the check can tell', () => {
    for (const [name, service] of Object.entries(services)) expect([name, softness(service)]).toEqual([name, []]);
    expect(softness({ cap_drop: ['ALL'], cap_add: ['SYS_ADMIN'] })).toEqual(['root file system can be written', 'keeps capabilities', 'may gain privileges']);
  });

  it('runs nothing as root, and opens one port, on this machine', () => {
    const users = Object.entries(services).filter(([name]) => !OURS.includes(name)).map(([name, { user }]) => [name, user]);
    expect(users.map(([name]) => name).sort()).toEqual(['nginx', 'postgres', 'redis']);
    expect(users.filter(([, user]) => user === undefined || /^(root|0)(:|$)/.test(user))).toEqual([]);
    expect(dockerfile.split(/^FROM /m).at(-1)).toMatch(/^USER node$/m);
    expect(Object.entries(services).filter(([, { ports }]) => ports !== undefined).map(([name, { ports }]) => [name, ports])).toEqual([['nginx', ['127.0.0.1:8080:8080']]]);
    expect(networks['inside']).toEqual({ internal: true });
    for (const name of ['postgres', 'redis', 'migrate', 'worker']) expect([name, services[name]?.networks]).toEqual([name, ['inside']]);
  });

  it('names only variables that the system knows, with values that production accepts', () => {
    for (const name of OURS) expect([name, Object.keys(services[name]?.environment ?? {}).filter((variable) => !known.has(variable))]).toEqual([name, []]);
    const key = Buffer.alloc(32, 7).toString('base64');
    const filled: Record<string, string> = { TOKEN_SECRET: 'k'.repeat(48), VAULT_KEYS: `k1:${key}`, VAULT_INDEX_KEY: key };
    for (const name of OURS) {
      const environment = Object.fromEntries(Object.entries(services[name]?.environment ?? {}).map(([variable, value]) => [variable, value.replace(/\$\{(\w+)[^}]*\}/g, (whole: string, used: string) => filled[used] ?? /^\$\{\w+:-([^}]*)\}$/.exec(whole)?.[1] ?? 'a1b2')]));
      expect(loadConfig(environment)).toMatchObject({ production: true, MIGRATE_ON_START: 'no', DEMO_ACCOUNTS: 'no' });
    }
  });

  it('keeps the owner to the migration, and the roles to their work', () => {
    expect(Object.entries(services).filter(([, { environment }]) => environment?.['DATABASE_OWNER_URL'] !== undefined).map(([name]) => name)).toEqual(['migrate']);
    expect([services['api']?.environment?.['ROLE'], services['worker']?.environment?.['ROLE'], services['migrate']?.command]).toEqual(['api', 'worker', ['node', 'dist/src/cli.js', 'migrate']]);
    expect([services['worker']?.healthcheck, services['migrate']?.healthcheck]).toEqual([{ disable: true }, { disable: true }]);
    expect(services['redis']?.command?.join(' ')).toContain('--maxmemory-policy noeviction');
    expect(services['postgres']?.volumes).toContain('./roles.sql:/docker-entrypoint-initdb.d/roles.sql:ro');
  });

  it('takes every secret from a file that holds none', () => {
    const used = new Set([...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name ?? ''));
    const lines = example.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines.map((line) => line.replace(/=.*$/, '')).sort()).toEqual([...used].sort());
    expect(lines.filter((line) => !/^\w+=$/.test(line))).toEqual(['LOG_LEVEL=info']);
    for (const name of used) if (/PASSWORD|SECRET|KEY/.test(name)) expect([name, [...text.matchAll(new RegExp(`\\$\\{${name}(?!:\\?)`, 'g'))]]).toEqual([name, []]);
    expect(execFileSync('git', ['check-ignore', '--no-index', '-q', 'docker/.env'], { encoding: 'utf8' })).toBe('');
  });
});

describe('nginx.conf', () => {
  it('is whole, by nginx itself where there is one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhiheng-nginx-'));
    try {
      writeFileSync(join(folder, 'nginx.conf'), nginx.replace('api:3000 resolve', '127.0.0.1:3000').replaceAll('/tmp/', `${folder}/`));
      const { error, status, stderr } = spawnSync('nginx', ['-t', '-e', 'stderr', '-c', join(folder, 'nginx.conf')], { encoding: 'utf8' });
      if (error !== undefined) process.stdout.write('NOT RUN: nginx -t (no nginx here); the file was checked by its structure\n');
      else expect([status, stderr]).toEqual([0, expect.stringContaining('syntax is ok')]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    const code = nginx.replace(/#.*$/gm, '');
    expect(code.split('{').length).toBe(code.split('}').length);
    expect(code.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !/[;{}]$/.test(line))).toEqual([]);
  });

  it('keeps connections, hands on who asks, and takes what the system takes', () => {
    for (const line of ['proxy_http_version 1.1;', 'proxy_set_header Connection "";', 'proxy_set_header Host $http_host;', 'proxy_set_header X-Forwarded-For $remote_addr;', 'proxy_set_header X-Forwarded-Proto $scheme;', 'keepalive 64;', 'server api:3000 resolve;', 'proxy_pass http://api;']) expect(nginx).toContain(line);
    expect(nginx).not.toMatch(/limit_req|limit_conn/);
    const [, mebibytes] = /client_max_body_size (\d+)m;/.exec(nginx) ?? [];
    expect(Number(mebibytes) * 1024).toBeGreaterThanOrEqual(loadConfig({}).BODY_LIMIT_KIB);
  });
});

describe('Dockerfile', () => {
  it('copies only what there is, and leaves tools behind', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names]) => (names ?? '').split(' '));
    expect(copied).toEqual(expect.arrayContaining(['src', 'migrations', 'package-lock.json']));
    for (const path of copied) expect([path, spawnSync('git', ['ls-files', '--error-unmatch', path]).status]).toEqual([path, 0]);
    expect(dockerfile).toContain('npm prune --omit=dev');
    expect(dockerfile).toContain('/health/live');
  });
});
