import type { DemoAccounts } from './modules/identity/index.js';

export interface BannerFacts {
  readonly url: string | null;
  readonly role: string;
  readonly demo: DemoAccounts | null;
  /** Folder of the embedded database; null for one of the operator's own. */
  readonly embedded: string | null;
  readonly redis: boolean;
}

/** What somebody who has just started the system needs: where it is, who may log in, and one command that files a report. */
export function banner({ url, role, demo, embedded, redis }: BannerFacts): string {
  const lines = ['', `Zhiheng 知衡 is up (${role})`, `  database: ${embedded === null ? 'PostgreSQL of DATABASE_URL' : `embedded PostgreSQL in ${embedded}`} · queues: ${redis ? 'Redis' : 'PostgreSQL'}`];
  if (url !== null) lines.push(`  address:  ${url}`, `  API docs: ${url}/docs`, `  health:   ${url}/health/ready`);
  if (url !== null && demo !== null) lines.push('', ...demoLines(demo), '', ...curlLines(url, demo));
  return `${lines.join('\n')}\n\n`;
}

function demoLines({ password, accounts }: DemoAccounts): string[] {
  return [`Demo accounts, one per role, all with the password ${password}`, ...accounts.map(({ login, agency }) => `  ${login.padEnd(28)} ${agency}`)];
}

function curlLines(url: string, { password }: DemoAccounts): string[] {
  const body = JSON.stringify({
    channel: 'hotline-12345', sourceSystem: 'GD12345', externalNumber: 'CZ-DEMO-1', requestType: 'report', region: '445103', matter: 'infringement',
    realName: true, reporter: { name: '陈测试', phone: '13800000000' }, target: { name: '潮州市潮安区某不锈钢制品厂（测试）', uscc: '91445103MA00TQT27J' },
    right: { type: 'trademark', number: '12345678', holder: 'none' }, facts: '市场上出售标有他人注册商标的餐具，疑为侵权商品。',
  });
  return [
    'File a report that came over the 12345 line / 登记一件12345举报:',
    `  TOKEN=$(curl -s ${url}/v1/auth/login -H 'content-type: application/json' -d '{"username":"demo-hotline-operator","password":"${password}"}' | node -pe 'JSON.parse(require("fs").readFileSync(0)).accessToken')`,
    `  curl -s ${url}/v1/complaints -H "authorization: Bearer $TOKEN" -H 'accept-language: en' -H 'content-type: application/json' -H 'idempotency-key: demo-report-1' -d '${body}'`,
  ];
}
