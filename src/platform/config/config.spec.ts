import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseKeyRing } from '../security/vault/key-ring.js';
import { Config, ConfigError, loadConfig } from './config.js';
import { fillDevelopmentSecrets } from './secrets.js';
import { Variable } from './variable.js';

const KEY = Buffer.alloc(32, 7).toString('base64');
const PRODUCTION = { NODE_ENV: 'production', DATABASE_URL: 'postgres://app:pw@db:5432/zhiheng', TOKEN_SECRET: 'k'.repeat(48), VAULT_KEYS: `k1:${KEY}`, VAULT_INDEX_KEY: KEY, DEMO_ACCOUNTS: 'no' };
const problems = (env: Record<string, string | undefined>): readonly string[] => {
  try {
    loadConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).problems;
  }
  return [];
};

describe('loadConfig', () => {
  it('needs nothing: every default is allowed', () => {
    expect(loadConfig({})).toMatchObject({
      NODE_ENV: 'development', ROLE: 'all', HOST: '127.0.0.1', PORT: 3000, DATABASE_POOL: 12, MIGRATE_ON_START: 'yes', DATA_DIR: '.data', ACCESS_TOKEN_SECONDS: 900, REFRESH_TOKEN_HOURS: 12, LOCKOUT_FAILURES: 5, LOCKOUT_MINUTES: 15,
      OIDC_AUDIENCE: 'zhiheng', RATE_LIMIT_PER_MINUTE: 1200, BODY_LIMIT_KIB: 1024, IMPORT_LIMIT_MIB: 200, IMPORT_KEPT_DAYS: 30, DEMO_ACCOUNTS: 'yes', LOG_LEVEL: 'info', RELAY_MILLISECONDS: 250, SWEEP_MILLISECONDS: 15000, WORKLIST_MILLISECONDS: 500, WORKLIST_HEARTBEAT_SECONDS: 15, SHUTDOWN_SECONDS: 25, production: false,
    });
    const config = loadConfig({});
    expect([config.DATABASE_URL, config.DATABASE_OWNER_URL, config.REDIS_URL, config.TOKEN_SECRET, config.VAULT_KEYS, config.VAULT_INDEX_KEY, config.OIDC_ISSUER]).toEqual(Array(7).fill(undefined));
  });

  it('takes an empty value for not set, and does not look at what it does not know', () => {
    const { PORT, DATABASE_URL, production } = loadConfig({ PORT: '', DATABASE_URL: '', PATH: '/bin', production: 'true' });
    expect([PORT, DATABASE_URL, production]).toEqual([3000, undefined, false]);
    expect(loadConfig({ PATH: '/bin' })).not.toHaveProperty('PATH');
  });

  it.each<[string, string, unknown]>([
    ['NODE_ENV', 'test', 'test'], ['ROLE', 'worker', 'worker'], ['HOST', '::1', '::1'], ['HOST', 'api.internal', 'api.internal'], ['PORT', '0', 0], ['PORT', '65535', 65535], ['DATABASE_POOL', '2', 2],
    ['DATABASE_URL', 'postgres://localhost/zhiheng', undefined], ['DATABASE_URL', 'postgresql://app:p%40ss@127.0.0.1:5432/zhiheng', undefined], ['DATABASE_OWNER_URL', 'postgres://owner:pw@db:5432/zhiheng', undefined],
    ['SMTP_URL', 'smtp://mail.internal:25', undefined], ['SMTP_URL', 'smtps://zhiheng:secret@mail.example.cn:465', undefined], ['MAIL_FROM', 'zhiheng@example.cn', undefined], ['SMS_ADDRESS', '{phone}@sms.example.cn', undefined],
    ['PUBLIC_URL', 'https://ip.example.cn', undefined], ['REDIS_URL', 'redis://localhost:6379', undefined], ['REDIS_URL', 'rediss://:secret@redis:6379/2', undefined], ['OIDC_ISSUER', 'http://localhost:8080/realms/city', undefined], ['OIDC_ISSUER', 'https://login.example.cn', undefined],
    ['TOKEN_SECRET', 'x'.repeat(32), undefined], ['VAULT_KEYS', `a:${KEY},b-2:${KEY}`, undefined], ['VAULT_INDEX_KEY', KEY, undefined], ['LOG_LEVEL', 'silent', undefined], ['DEMO_ACCOUNTS', 'no', undefined],
  ])('reads %s=%s', (name, text, value) => {
    expect(loadConfig({ [name]: text })[name as keyof Config]).toBe(value ?? text);
  });

  const WRONG: [string, string, string][] = [
    ['MAIL_FROM', 'zhiheng', 'an e-mail address'], ['SMS_ADDRESS', 'sms@example.cn', '{phone}@host'],
    ['PUBLIC_URL', 'ftp://ip.example.cn', 'http://… or https://…'], ['PUBLIC_URL', 'ip.example.cn', 'http://… or https://…'], ['NODE_ENV', 'prod', 'development | test | production'], ['ROLE', 'web', 'api | worker | all'], ['HOST', 'a b', 'an IP address or host name'],
    ['PORT', '65536', '0–65535'], ['PORT', '-1', '0–65535'], ['PORT', '80a', '0–65535'], ['PORT', '1.5', '0–65535'], ['DATABASE_POOL', '1', '2–200'], ['DATABASE_POOL', '201', '2–200'],
    ['MIGRATE_ON_START', 'true', 'yes | no'], ['ACCESS_TOKEN_SECONDS', '59', '60–3600'], ['ACCESS_TOKEN_SECONDS', '3601', '60–3600'], ['REFRESH_TOKEN_HOURS', '0', '1–720'], ['REFRESH_TOKEN_HOURS', '721', '1–720'],
    ['LOCKOUT_FAILURES', '2', '3–20'], ['LOCKOUT_FAILURES', '21', '3–20'], ['LOCKOUT_MINUTES', '0', '1–1440'], ['LOCKOUT_MINUTES', '1441', '1–1440'], ['OIDC_ISSUER', 'ftp://login', 'https://… (http only outside production)'], ['OIDC_ISSUER', 'login', 'https://… (http only outside production)'],
    ['RATE_LIMIT_PER_MINUTE', '9', '10–10000000'], ['RATE_LIMIT_PER_MINUTE', '10000001', '10–10000000'], ['BODY_LIMIT_KIB', '15', '16–65536'], ['BODY_LIMIT_KIB', '65537', '16–65536'], ['IMPORT_LIMIT_MIB', '0', '1–1024'], ['IMPORT_LIMIT_MIB', '1025', '1–1024'], ['IMPORT_KEPT_DAYS', '0', '1–365'], ['IMPORT_KEPT_DAYS', '366', '1–365'], ['DEMO_ACCOUNTS', '1', 'yes | no'], ['LOG_LEVEL', 'trace', 'silent | error | warn | info | debug'],
    ['RELAY_MILLISECONDS', '9', '10–60000'], ['RELAY_MILLISECONDS', '60001', '10–60000'], ['SWEEP_MILLISECONDS', '49', '50–3600000'], ['SWEEP_MILLISECONDS', '3600001', '50–3600000'], ['SHUTDOWN_SECONDS', '0', '1–600'], ['SHUTDOWN_SECONDS', '601', '1–600'],
    ['WORKLIST_MILLISECONDS', '19', '20–60000'], ['WORKLIST_MILLISECONDS', '60001', '20–60000'], ['WORKLIST_HEARTBEAT_SECONDS', '0', '1–300'], ['WORKLIST_HEARTBEAT_SECONDS', '301', '1–300'],
  ];
  it.each(WRONG)('refuses %s=%s and says what is allowed', (name, value, allowed) => {
    expect(problems({ [name]: value })).toEqual([`${name}=${JSON.stringify(value)}: allowed is ${allowed} / 允许的取值: ${allowed}`]);
  });

  const SECRET: [string, string][] = [
    ['SMTP_URL', 'mail.example.cn:25'], ['SMTP_URL', 'http://mail.example.cn'],
    ['DATABASE_URL', 'mysql://app:hunter2@db/zhiheng'], ['DATABASE_URL', 'hunter2'], ['DATABASE_OWNER_URL', 'http://owner:hunter2@db'], ['REDIS_URL', 'http://:hunter2@redis'], ['TOKEN_SECRET', 'hunter2'],
    ['VAULT_KEYS', 'hunter2'], ['VAULT_KEYS', `a:${KEY},hunter2`], ['VAULT_KEYS', `a:${KEY.slice(1)}`], ['VAULT_INDEX_KEY', 'hunter2'], ['VAULT_INDEX_KEY', `${KEY}=`],
  ];
  it.each(SECRET)('refuses %s=%s without printing it', (name, value) => {
    const allowed = Variable.of(Config, name).allowed;
    expect(problems({ [name]: value })).toEqual([`${name}=(not shown): allowed is ${allowed} / 允许的取值: ${allowed}`]);
  });

  it('tries a wrong value of every variable that can have one', () => {
    const tried = new Set([...WRONG, ...SECRET].map(([name]) => name));
    // Any text but an empty one will do, and an empty one counts as not set.
    expect(Variable.all(Config).map(({ name }) => name).filter((name) => !tried.has(name))).toEqual(['DATA_DIR', 'OIDC_AUDIENCE']);
  });

  it('describes every variable in both languages', () => {
    for (const { name, about, allowed } of Variable.all(Config)) expect([name, about.zh !== '', about.en !== '', allowed !== '']).toEqual([name, true, true, true]);
    expect(() => Variable.of(Config, 'production')).toThrow('Variable production is not described');
    expect(Variable.all(Config).filter(({ secret }) => secret === true).map(({ name }) => name).sort()).toEqual(['DATABASE_OWNER_URL', 'DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'TOKEN_SECRET', 'VAULT_INDEX_KEY', 'VAULT_KEYS']);
  });

  it('reports every problem at once', () => {
    expect(problems({ PORT: 'x', ROLE: 'x', TOKEN_SECRET: 'x' })).toHaveLength(3);
    expect(new ConfigError(['a', 'b']).message).toBe('Configuration refused / 配置有误:\n  - a\n  - b');
  });
});

describe('production', () => {
  it('starts with what is its own', () => {
    expect(loadConfig(PRODUCTION)).toMatchObject({ production: true, DEMO_ACCOUNTS: 'no' });
  });

  it('has no demo accounts when nobody asks for them', () => {
    expect(loadConfig({ ...PRODUCTION, DEMO_ACCOUNTS: undefined }).DEMO_ACCOUNTS).toBe('no');
  });

  it.each(['DATABASE_URL', 'TOKEN_SECRET', 'VAULT_KEYS', 'VAULT_INDEX_KEY'])('refuses to start without %s', (name) => {
    const found = problems({ ...PRODUCTION, [name]: undefined });
    expect(found).toEqual([expect.stringMatching(new RegExp(`^${name} is not set: production starts with your own only, allowed is .+ / 生产模式必须显式设置 ${name}$`))]);
    expect(problems({ ...PRODUCTION, [name]: '' })).toEqual(found);
  });

  it('refuses demo accounts', () => {
    expect(problems({ ...PRODUCTION, DEMO_ACCOUNTS: 'yes' })).toEqual(['DEMO_ACCOUNTS=yes: production has no demo accounts, set no / 生产模式不得启用演示账号']);
  });

  it.each(['change-me-change-me-change-me-change-me', 'CHANGEME'.repeat(5), 'this-is-an-example-secret-for-you', 'put-your-secret-here-put-your-secret'])('refuses the sample secret %s without printing it', (secret) => {
    const found = problems({ ...PRODUCTION, TOKEN_SECRET: secret });
    expect(found).toEqual([expect.stringContaining('TOKEN_SECRET looks like a sample')]);
    expect(found.join()).not.toContain(secret);
  });

  it('refuses single sign-on without encryption', () => {
    expect(problems({ ...PRODUCTION, OIDC_ISSUER: 'http://login.example.cn' })).toEqual([expect.stringContaining('OIDC_ISSUER')]);
    expect(problems({ ...PRODUCTION, OIDC_ISSUER: 'HTTP://login.example.cn' })).toEqual([expect.stringContaining('OIDC_ISSUER')]);
    expect(problems({ ...PRODUCTION, OIDC_ISSUER: 'https://login.example.cn' })).toEqual([]);
  });

  it('refuses only in production', () => {
    expect(problems({ NODE_ENV: 'test', DEMO_ACCOUNTS: 'yes', OIDC_ISSUER: 'http://localhost' })).toEqual([]);
  });

  it('names everything that is missing at once', () => {
    expect(problems({ NODE_ENV: 'production', DEMO_ACCOUNTS: 'yes' })).toHaveLength(5);
  });
});

describe('fillDevelopmentSecrets', () => {
  it('makes secrets once, keeps them for this user alone, and leaves what was given', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhiheng-config-'));
    try {
      const DATA_DIR = join(folder, 'deep', 'data');
      const first = loadConfig({ DATA_DIR });
      fillDevelopmentSecrets(first);
      const again = loadConfig({ DATA_DIR, TOKEN_SECRET: 't'.repeat(40) });
      fillDevelopmentSecrets(again);
      expect([again.VAULT_KEYS, again.VAULT_INDEX_KEY, again.TOKEN_SECRET]).toEqual([first.VAULT_KEYS, first.VAULT_INDEX_KEY, 't'.repeat(40)]);
      expect(statSync(join(DATA_DIR, 'secrets.json')).mode & 0o777).toBe(0o600);
      expect(problems({ DATA_DIR, TOKEN_SECRET: first.TOKEN_SECRET, VAULT_KEYS: first.VAULT_KEYS, VAULT_INDEX_KEY: first.VAULT_INDEX_KEY })).toEqual([]);
      expect(parseKeyRing(first.VAULT_KEYS ?? '').primary).toBe('dev1');
      expect(readFileSync(join(DATA_DIR, 'secrets.json'), 'utf8')).not.toContain('ttttt');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('writes nothing where all were given', () => {
    fillDevelopmentSecrets(loadConfig({ ...PRODUCTION, DATA_DIR: '/nowhere/at/all' }));
    expect(existsSync('/nowhere')).toBe(false);
  });
});
