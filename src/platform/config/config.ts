import 'reflect-metadata';
import { plainToInstance, Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUrl, Matches, Max, Min, MinLength, validateSync } from 'class-validator';
import { Variable } from './variable.js';

const toInt = Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value));
const url = (...protocols: string[]): PropertyDecorator => IsUrl({ protocols, require_tld: false, require_protocol: true });

/** Every variable that the process reads, described once: types, limits, documentation and boot check come from here. */
export class Config {
  @Variable({ about: { zh: '运行模式；production 拒绝默认密钥、演示账号和内嵌数据库', en: 'Mode. production refuses default secrets, demo accounts and the embedded database' }, allowed: 'development | test | production' })
  @IsIn(['development', 'test', 'production'])
  NODE_ENV: 'development' | 'test' | 'production' = 'development';

  @Variable({ about: { zh: '本进程承担的角色', en: 'What this process does: HTTP, background work, or both' }, allowed: 'api | worker | all' })
  @IsIn(['api', 'worker', 'all'])
  ROLE: 'api' | 'worker' | 'all' = 'all';

  @Variable({ about: { zh: '监听地址', en: 'Address to listen on' }, allowed: 'an IP address or host name' })
  @Matches(/^[\w.:-]+$/)
  HOST = '127.0.0.1';

  @Variable({ about: { zh: '监听端口；0 表示任选空闲端口', en: 'Port to listen on; 0 takes any free one' }, allowed: '0–65535' })
  @toInt @IsInt() @Min(0) @Max(65535)
  PORT = 3000;

  @Variable({ about: { zh: '公示接口对外的网址，用于订阅源中的链接', en: 'Address under which everybody reaches the public API; links of the feeds begin with it' }, allowed: 'http://… or https://…' })
  @url('http', 'https')
  PUBLIC_URL = 'http://127.0.0.1:3000';

  @Variable({ about: { zh: '运行时数据库连接；不设则使用内嵌 PostgreSQL', en: 'PostgreSQL 16 or newer for the running system. Unset: the embedded PostgreSQL. The login must be zhiheng_app or be allowed to SET ROLE to it' }, allowed: 'postgres://user:password@host:port/database', secret: true })
  @IsOptional() @url('postgres', 'postgresql')
  DATABASE_URL?: string;

  @Variable({ about: { zh: '迁移所用的属主连接；不设则与 DATABASE_URL 相同', en: 'Owner login for migrations; unset: DATABASE_URL is used' }, allowed: 'postgres://user:password@host:port/database', secret: true })
  @IsOptional() @url('postgres', 'postgresql')
  DATABASE_OWNER_URL?: string;

  @Variable({ about: { zh: '每进程数据库连接数', en: 'Database connections per process' }, allowed: '2–200' })
  @toInt @IsInt() @Min(2) @Max(200)
  DATABASE_POOL = 12;

  @Variable({ about: { zh: '启动时是否执行迁移', en: 'Run migrations at start. In production run `npm run cli -- migrate` instead when several processes start together' }, allowed: 'yes | no' })
  @IsIn(['yes', 'no'])
  MIGRATE_ON_START: 'yes' | 'no' = 'yes';

  @Variable({ about: { zh: '内嵌数据库与自动生成密钥的目录', en: 'Folder of the embedded database and of generated development secrets' }, allowed: 'a folder that this user may write' })
  @MinLength(1)
  DATA_DIR = '.data';

  @Variable({ about: { zh: '设置后 BullMQ 使用 Redis，否则使用同一 PostgreSQL', en: 'Set: BullMQ runs on this Redis. Unset: on the same PostgreSQL' }, allowed: 'redis://[user:password@]host:port[/db] or rediss://…', secret: true })
  @IsOptional() @url('redis', 'rediss')
  REDIS_URL?: string;

  @Variable({ about: { zh: '发送提醒所用的邮件服务器；不设则只有站内消息', en: 'Mail server by which people are told outside the system. Unset: the inbox alone. Ask for encryption with smtps:// or ?requireTLS=true' }, allowed: 'smtp://[user:password@]host:port or smtps://…', secret: true })
  @IsOptional() @url('smtp', 'smtps')
  SMTP_URL?: string;

  @Variable({ about: { zh: '提醒邮件的发件人', en: 'Sender of what is sent by mail' }, allowed: 'an e-mail address' })
  @Matches(/^[^\s@<>]+@[^\s@<>]+$/)
  MAIL_FROM = 'zhiheng@localhost';

  @Variable({ about: { zh: '短信网关收件地址，{phone} 处填手机号码；不设则不发短信', en: 'Address at the gateway that turns mail into short messages, with {phone} where the number belongs. Unset: no short messages' }, allowed: '{phone}@host' })
  @IsOptional() @Matches(/^[^\s@]*\{phone\}[^\s@]*@[^\s@]+$/)
  SMS_ADDRESS?: string;

  @Variable({ about: { zh: '访问令牌签名密钥', en: 'Key that signs access tokens. Development: generated into DATA_DIR' }, allowed: 'at least 32 characters', secret: true })
  @IsOptional() @MinLength(32)
  TOKEN_SECRET?: string;

  @Variable({ about: { zh: '身份保险库密钥环，最后一把用于加密', en: 'Key ring of the identity vault; all keys read, the last one writes. Development: generated' }, allowed: 'id:base64 of 32 bytes[,id:base64…]', secret: true })
  @IsOptional() @Matches(/^[\w-]+:[A-Za-z0-9+/]{43}=(,[\w-]+:[A-Za-z0-9+/]{43}=)*$/)
  VAULT_KEYS?: string;

  @Variable({ about: { zh: '身份盲索引密钥，更换后旧索引失效', en: 'Key of the blind index for exact look-up. Changing it makes old index values unfindable. Development: generated' }, allowed: 'base64 of 32 bytes', secret: true })
  @IsOptional() @Matches(/^[A-Za-z0-9+/]{43}=$/)
  VAULT_INDEX_KEY?: string;

  @Variable({ about: { zh: '访问令牌有效期（秒）', en: 'Life of an access token, seconds' }, allowed: '60–3600' })
  @toInt @IsInt() @Min(60) @Max(3600)
  ACCESS_TOKEN_SECONDS = 900;

  @Variable({ about: { zh: '刷新令牌有效期（小时）', en: 'Life of a refresh token, hours' }, allowed: '1–720' })
  @toInt @IsInt() @Min(1) @Max(720)
  REFRESH_TOKEN_HOURS = 12;

  @Variable({ about: { zh: '连续登录失败多少次后锁定', en: 'Failed log-ins in a row before the account locks' }, allowed: '3–20' })
  @toInt @IsInt() @Min(3) @Max(20)
  LOCKOUT_FAILURES = 5;

  @Variable({ about: { zh: '账号锁定时长（分钟）', en: 'How long a locked account stays locked, minutes' }, allowed: '1–1440' })
  @toInt @IsInt() @Min(1) @Max(1440)
  LOCKOUT_MINUTES = 15;

  @Variable({ about: { zh: '统一身份认证（OIDC）颁发者；账号按 preferred_username 匹配', en: 'OpenID Connect issuer whose tokens are accepted beside local ones; accounts are matched by preferred_username' }, allowed: 'https://… (http only outside production)' })
  @IsOptional() @url('https', 'http')
  OIDC_ISSUER?: string;

  @Variable({ about: { zh: 'OIDC 令牌受众', en: 'Audience that OIDC tokens must carry' }, allowed: 'any text' })
  @MinLength(1)
  OIDC_AUDIENCE = 'zhiheng';

  @Variable({ about: { zh: '每个客户端每分钟请求数上限', en: 'Requests per client and minute' }, allowed: '10–10000000' })
  @toInt @IsInt() @Min(10) @Max(10_000_000)
  RATE_LIMIT_PER_MINUTE = 1200;

  @Variable({ about: { zh: '请求体上限（KiB）', en: 'Largest request body, KiB' }, allowed: '16–65536' })
  @toInt @IsInt() @Min(16) @Max(65_536)
  BODY_LIMIT_KIB = 1024;

  @Variable({ about: { zh: '批量导入文件的上限（MiB）', en: 'Largest file that an import takes, MiB' }, allowed: '1–1024' })
  @toInt @IsInt() @Min(1) @Max(1024)
  IMPORT_LIMIT_MIB = 200;

  @Variable({ about: { zh: '导入结束后原始文件（加密）保留的天数；每件投诉举报的原文另存于其身份保险库记录，不受影响。保存期限应为实现处理目的所必要的最短时间（个人信息保护法第十九条）', en: 'Days for which the encrypted file of an import is kept after its end, so that a sender who finds rows missing can be answered. What was filed keeps its own raw words. No longer than needed: 个人信息保护法第十九条' }, allowed: '1–365' })
  @toInt @IsInt() @Min(1) @Max(365)
  IMPORT_KEPT_DAYS = 30;

  @Variable({ about: { zh: '是否创建演示账号（production 拒绝）', en: 'Create one demo account per role (refused in production)' }, allowed: 'yes | no' })
  @IsIn(['yes', 'no'])
  DEMO_ACCOUNTS: 'yes' | 'no' = 'yes';

  @Variable({ about: { zh: '日志级别', en: 'Log level' }, allowed: 'silent | error | warn | info | debug' })
  @IsIn(['silent', 'error', 'warn', 'info', 'debug'])
  LOG_LEVEL: 'silent' | 'error' | 'warn' | 'info' | 'debug' = 'info';

  @Variable({ about: { zh: '发件箱轮询间隔（毫秒）', en: 'How often the relay looks for outbox rows when idle, milliseconds' }, allowed: '10–60000' })
  @toInt @IsInt() @Min(10) @Max(60_000)
  RELAY_MILLISECONDS = 250;

  @Variable({ about: { zh: '时限巡检间隔（毫秒）', en: 'How often the sweeper looks for due deadlines, milliseconds' }, allowed: '50–3600000' })
  @toInt @IsInt() @Min(50) @Max(3_600_000)
  SWEEP_MILLISECONDS = 15_000;

  @Variable({ about: { zh: '工作清单实时更新的轮询间隔（毫秒）', en: 'How often a process looks for changes of the worklists while somebody follows one, milliseconds' }, allowed: '20–60000' })
  @toInt @IsInt() @Min(20) @Max(60_000)
  WORKLIST_MILLISECONDS = 500;

  @Variable({ about: { zh: '工作清单实时更新的心跳间隔（秒）', en: 'How often somebody who follows a worklist hears of it when nothing changes, seconds; then his token and scope are looked at as well' }, allowed: '1–300' })
  @toInt @IsInt() @Min(1) @Max(300)
  WORKLIST_HEARTBEAT_SECONDS = 15;

  @Variable({ about: { zh: '停机时等待在途请求与任务的秒数', en: 'Seconds that a graceful stop waits for running requests and jobs' }, allowed: '1–600' })
  @toInt @IsInt() @Min(1) @Max(600)
  SHUTDOWN_SECONDS = 25;

  get production(): boolean {
    return this.NODE_ENV === 'production';
  }
}

/** What a boot with a wrong configuration ends with: every problem at once, never the value of a secret. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Configuration refused / 配置有误:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Reads and checks the variables. An empty value counts as not set. Throws {@link ConfigError}. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const known = Variable.all(Config).map((variable) => variable.name);
  const given = Object.fromEntries(known.filter((name) => (env[name] ?? '') !== '').map((name) => [name, env[name]]));
  const config = plainToInstance(Config, given, { exposeDefaultValues: true });
  // The default of a demonstration is none of production.
  if (config.production && given['DEMO_ACCOUNTS'] === undefined) config.DEMO_ACCOUNTS = 'no';
  const problems = validateSync(config, { forbidUnknownValues: false }).map(({ property }) => {
    const { allowed, secret } = Variable.of(Config, property);
    const shown = secret === true ? '(not shown)' : JSON.stringify(given[property]);
    return `${property}=${shown}: allowed is ${allowed} / 允许的取值: ${allowed}`;
  });
  problems.push(...productionProblems(config, given));
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

function productionProblems(config: Config, given: Readonly<Record<string, unknown>>): string[] {
  if (!config.production) return [];
  const required = ['DATABASE_URL', 'TOKEN_SECRET', 'VAULT_KEYS', 'VAULT_INDEX_KEY'].filter((name) => given[name] === undefined);
  return [
    ...required.map((name) => `${name} is not set: production starts with your own only, allowed is ${Variable.of(Config, name).allowed} / 生产模式必须显式设置 ${name}`),
    ...(given['DEMO_ACCOUNTS'] === 'yes' ? ['DEMO_ACCOUNTS=yes: production has no demo accounts, set no / 生产模式不得启用演示账号'] : []),
    ...(/change-?me|example|secret-?here/i.test(config.TOKEN_SECRET ?? '') ? ['TOKEN_SECRET looks like a sample: make your own with `openssl rand -base64 48` / TOKEN_SECRET 是示例值'] : []),
    ...(/^http:/i.test(config.OIDC_ISSUER ?? '') ? ['OIDC_ISSUER: allowed in production is https://… / 生产模式仅允许 https'] : []),
  ];
}
