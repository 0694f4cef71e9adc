// `npm run demo`: plays demo/work-orders.ndjson against a running system and prints what became of each order.
// BASE_URL: where the system is (http://127.0.0.1:3000). DEMO_PASSWORD: of the demo accounts; unset, it is read where the
// first start kept it, in DATA_DIR. Playing it again changes nothing. Ends with 1 when an answer was not to be expected.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const OUTCOMES = { filed: '已登记', 'already-filed': '原已登记', revised: '已补正', refused: '已退回', failed: '异常' };
const COLUMNS = [['工单', 4], ['结果', 8], ['回执', 19], ['件', 3], ['性质', 21], ['程序', 24], ['承办', 27], ['规则与条文', 72], ['期限', 71], ['提示', 80]];

/** Cells that a terminal gives to a text: Chinese characters and full-width signs take two. */
function cells(text) {
  return [...text].reduce((sum, sign) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u.test(sign) ? 2 : 1), 0);
}

/** The text in exactly so many cells: filled up, or cut with a sign that says so. */
function fit(text, width) {
  if (cells(text) <= width) return text + ' '.repeat(width - cells(text));
  let kept = '';
  for (const sign of text) {
    if (cells(kept + sign) > width - 1) break;
    kept += sign;
  }
  return `${kept}…${' '.repeat(width - 1 - cells(kept))}`;
}

const line = (values) => COLUMNS.map(([, width], index) => fit(values[index] ?? '', width)).join(' ').trimEnd();
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** `report.verification 2026-12-11`; a question mark where the holidays of a year are not known yet. */
function clock({ kind, legalDue, provisional }) {
  return `${kind} ${legalDue === null ? '—' : DAY.format(new Date(legalDue))}${provisional ? '?' : ''}`;
}

const article = ({ source, article }) => `${source.replace(/（.*$/, '')} ${article}`;
const hints = ({ route, warnings }) => [...(route.lane === 'expedited' ? ['快速'] : []), ...(route.flags ?? []), ...warnings.map(({ path = '', code }) => `${path} ${code}`.trim())].join('；');

/** One line a leg; what is owed to the caller stands with the first. */
function legLines(head, body) {
  const legs = [body, ...(body.otherLegs ?? [])];
  return legs.map(({ receiptNumber, classification, route, deadlines, warnings = [] }, index) => {
    const replies = index === 0 ? (body.reply?.deadlines ?? []).map((one) => `答复:${clock(one)}`) : [];
    const values = [receiptNumber, `${index + 1}/${legs.length}`, classification, (route.tracks ?? [route.track]).join('+'), route.agency, `${route.rule} · ${article(route.basis)}`];
    return line([...(index === 0 ? head : ['', '']), ...values, [...deadlines.map(clock), ...replies].join('  '), hints({ route, warnings })]);
  });
}

/** A refused order with every problem of it; or its legs. */
function rowsOf({ id }, { outcome, body }) {
  const head = [id, OUTCOMES[outcome]];
  if (outcome !== 'refused' && outcome !== 'failed') return legLines(head, body);
  const { code = '', title = '没有可读的回应', errors = [] } = body ?? {};
  return [`${line(head)}  ${code} ${title}`, ...errors.map((error) => `${' '.repeat(14)}✗ ${error.path} ${error.code}（${error.message}）`)];
}

/** Waits as long as it is told, where the system asks for patience. */
async function send(url, init) {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await fetch(url, init).catch(() => {
      throw new Error(`${new URL(url).origin} does not answer: start the system, or set BASE_URL`);
    });
    if (![429, 503].includes(answer.status) || attempt === 5) return answer;
    await new Promise((next) => setTimeout(next, Number(answer.headers.get('retry-after') ?? '1') * 1000));
  }
}

/** Files over HTTP as the demo account of a role; logs in once per role. */
function player(base, password) {
  const tokens = new Map();
  const login = async (role) => {
    const answer = await send(`${base}/v1/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: `demo-${role}`, password }) });
    if (!answer.ok) throw new Error(`demo-${role} cannot log in (${answer.status})${answer.status === 401 ? ': is DEMO_PASSWORD the one of the banner?' : ''}`);
    return (await answer.json()).accessToken;
  };
  return async ({ as, body }) => {
    if (!tokens.has(as)) tokens.set(as, await login(as));
    const headers = { authorization: `Bearer ${tokens.get(as)}`, 'content-type': 'application/json', 'accept-language': 'zh-CN', 'idempotency-key': crypto.randomUUID() };
    const answer = await send(`${base}/v1/complaints`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: answer.status, body: await answer.json().catch(() => null) };
  };
}

function outcomeOf({ broken = false }, { status, body }) {
  if ((status === 200 || status === 201) && !broken) return body.outcome;
  return status === 400 && broken ? 'refused' : 'failed';
}

function workOrders() {
  return readFileSync(join(root, 'demo/work-orders.ndjson'), 'utf8').trim().split('\n').map((text) => JSON.parse(text));
}

function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([value, count]) => `${value} ${count}`).join('，');
}

function summary(orders, results) {
  const answered = results.filter(({ outcome }) => outcome !== 'refused' && outcome !== 'failed');
  const legs = answered.flatMap(({ body }) => [body, ...(body.otherLegs ?? [])]);
  const clocks = [...legs, ...answered.map(({ body }) => body.reply ?? { deadlines: [] })].flatMap(({ deadlines }) => deadlines);
  return [
    `工单 ${orders.length} 件：${counted(results.map(({ outcome }) => OUTCOMES[outcome]))}`,
    `拆分后 ${legs.length} 件：${counted(legs.map(({ classification }) => classification))}`,
    `程序：${counted(legs.map(({ route }) => route.track))}`,
    `承办：${counted(legs.map(({ route }) => route.agency))}`,
    `标记：${counted(legs.flatMap(({ route }) => route.flags ?? [])) || '无'}`,
    `期限 ${clocks.length} 个，其中暂定 ${clocks.filter(({ provisional }) => provisional).length} 个；提示 ${legs.flatMap(({ warnings = [] }) => warnings).length} 条`,
  ];
}

function passwordKept() {
  const path = resolve(root, process.env.DATA_DIR ?? '.data', 'demo-accounts.json');
  if (!existsSync(path)) throw new Error('Set DEMO_PASSWORD to the one that the banner prints, or DATA_DIR to the folder of the running system');
  return JSON.parse(readFileSync(path, 'utf8')).password;
}

async function main() {
  const file = player((process.env.BASE_URL ?? 'http://127.0.0.1:3000').replace(/\/$/, ''), process.env.DEMO_PASSWORD ?? passwordKept());
  const orders = workOrders();
  const results = [];
  process.stdout.write(`${line(COLUMNS.map(([title]) => title))}\n`);
  for (const order of orders) {
    const answer = await file(order);
    const result = { outcome: outcomeOf(order, answer), body: answer.body };
    results.push(result);
    process.stdout.write(`${rowsOf(order, result).join('\n')}\n`);
  }
  process.stdout.write(`\n${summary(orders, results).join('\n')}\n`);
  const failed = orders.filter((_, index) => results[index].outcome === 'failed');
  for (const { id, title } of failed) process.stderr.write(`意料之外的回应：${id} ${title}\n`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

await main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
