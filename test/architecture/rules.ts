import ts from 'typescript';
import { calledName, findIn, importedFrom, isSpec, literalText, type Finding, type Source } from './source.js';

/** A rule over the text of the house. Its fixture lies in fixtures/<name>; the lines marked `// red` there, and no others, must be found. */
export interface Rule {
  readonly name: string;
  readonly why: string;
  check(sources: readonly Source[]): Finding[];
}

const each = (wanted: (path: string) => boolean, judge: (node: ts.Node, source: Source) => string | null | undefined) => (sources: readonly Source[]): Finding[] =>
  sources.filter(({ path }) => wanted(path)).flatMap((source) => findIn(source, (node) => judge(node, source)));

const running = (path: string): boolean => path.startsWith('src/') && !isSpec(path);
const within = (...places: string[]) => (path: string): boolean => places.some((place) => path.startsWith(place));

/** Which agencies see a file is no status of it. */
const STATE_WRITES = /\bSET\b[^;]*?(?:^|[\s,(."])state"?\s*=|\bUPDATE\s+(?:ONLY\s+)?"?(?:complaint|case_file(?! SET involved = )|reply_obligation|deadline)\b/i;
const oneWriter = within('src/platform/workflow/');

const stateWriter: Rule = {
  name: 'one-writer-of-state',
  why: 'Only platform/workflow changes the row of something that has a state: it locks, decides, writes ledger, clocks and outbox with it',
  check: each((path) => running(path) && !oneWriter(path), (node) => {
    if (STATE_WRITES.test(literalText(node) ?? '')) return 'writes a state in SQL';
    const called = calledName(node);
    const [entity] = ts.isCallExpression(node) ? node.arguments : [];
    return typeof called?.owner === 'string' && ['update', 'upsert'].includes(called.name) && /^(Complaint|CaseFile|ReplyObligation|Deadline)$/.test(entity?.getText() ?? '') ? 'writes a subject past the workflow' : null;
  }),
};

/** What opens a connection to somebody else: by import, or by a call of a global or of a library that fetches by itself. */
const CLIENTS = /^(undici|axios|got|node-fetch|superagent|ws|soap|nodemailer|amqplib|kafkajs|@nestjs\/axios|(node:)?https|(node:)?http2|(node:)?tls|(node:)?dgram)$/;
const OUTWARD = within('src/modules/integrations/', 'src/platform/security/oidc.ts');

const outbound: Rule = {
  name: 'outbound-only-in-integrations',
  why: 'Only integrations and the keys of single sign-on reach other systems: one place for time limits, secrets and records',
  check: each((path) => running(path) && !OUTWARD(path), (node) => {
    const from = importedFrom(node);
    if (from !== null && CLIENTS.test(from)) return `imports ${from}`;
    const called = calledName(node);
    if (called === null) return ts.isNewExpression(node) && /^(WebSocket|EventSource|XMLHttpRequest)$/.test(node.expression.getText()) ? `opens a ${node.expression.getText()}` : null;
    if (called.name === 'fetch' && (called.owner === null || called.owner === 'globalThis')) return 'calls fetch';
    if (called.name === 'createRemoteJWKSet') return 'fetches keys';
    const opener = called.name === 'request' || called.name === 'get' ? /^https?$/ : /^(net|tls)$/;
    return ['request', 'get', 'connect', 'createConnection'].includes(called.name) && opener.test(called.owner ?? '') ? `opens a connection with ${called.owner}.${called.name}` : null;
  }),
};

const HOOKS = /^(Before|After)(Insert|Update|Remove|SoftRemove|Recover|Load)$|^EventSubscriber$/;

const thinTypeOrm: Rule = {
  name: 'typeorm-stays-thin',
  why: 'No save() of a graph, no synchronize, cascade, eager, lazy or hooks: what is written is written where it can be read',
  check: each((path) => running(path) || path.startsWith('migrations/') || path.startsWith('test/support/'), (node) => {
    if (calledName(node)?.name === 'save' && calledName(node)?.owner !== null) return 'calls save()';
    if (ts.isDecorator(node)) {
      const name = (ts.isCallExpression(node.expression) ? node.expression.expression : node.expression).getText();
      return HOOKS.test(name) ? `hooks into TypeORM with @${name}` : null;
    }
    if (!ts.isPropertyAssignment(node)) return null;
    const name = node.name.getText();
    const value = node.initializer;
    if (['synchronize', 'cascade', 'eager', 'lazy', 'dropSchema'].includes(name) && value.kind === ts.SyntaxKind.TrueKeyword) return `${name}: true`;
    return name === 'cascade' && ts.isArrayLiteralExpression(value) && value.elements.some(ts.isStringLiteral) ? 'cascades in TypeORM' : null;
  }),
};

const noOffset: Rule = {
  name: 'no-offset',
  why: 'A page is found by its key: OFFSET reads and throws away everything before it',
  check: each((path) => running(path) && !path.startsWith('src/kernel/'), (node) => {
    // OFFSET 0 leaves nothing out: it keeps the planner from pulling a subquery up.
    if (/\bOFFSET\s+(\$|\?|[1-9]|:)/i.test(literalText(node) ?? '')) return 'OFFSET in SQL';
    const called = calledName(node);
    return typeof called?.owner === 'string' && called.name === 'offset' ? 'calls offset()' : null;
  }),
};

const noClockInCore: Rule = {
  name: 'no-clock-in-the-core',
  why: 'Kernel and domain are functions of what they are given',
  check: each((path) => running(path) && (path.startsWith('src/kernel/') || /^src\/modules\/[^/]+\/domain\//.test(path)), (node) => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0) return 'new Date() without arguments';
    const called = calledName(node);
    if (called === null || called.owner === null) return called?.name === 'Date' ? 'calls Date()' : null;
    if (called.name === 'now' && called.owner === 'Date') return 'Date.now()';
    if (called.owner === 'Temporal.Now') return 'Temporal.Now';
    return ['Math.random', 'performance.now', 'process.hrtime'].includes(`${called.owner}.${called.name}`) ? `${called.owner}.${called.name}()` : null;
  }),
};

const TESTS = /^(it|test)$|^(it|test)\.(each|concurrent)|^fit$|^xit$/;

/** A test asserts when it names `expect` or `assert`, or calls a function of its own file that does. */
const assertions: Rule = {
  name: 'every-test-asserts',
  why: 'A test that cannot fail proves nothing; one that is skipped or alone is a hole that looks like a pass',
  check: (sources) => sources.filter(({ path }) => /[.-]spec\.ts$/.test(path)).flatMap((source) => {
    const helpers = assertingHelpers(source);
    const asserts = (text: string): boolean => /\b(expect|assert)\b/.test(text) || helpers.some((name) => new RegExp(`\\b${name}\\b`).test(text));
    const found = findIn(source, (node) => {
      if (!ts.isCallExpression(node)) return null;
      const name = node.expression.getText();
      if (/^(it|test|describe)\.(skip|only|todo)\b|^(xit|fit|xdescribe|fdescribe)$/.test(name)) return `${name}: skipped, or alone`;
      const body = node.arguments[1];
      return TESTS.test(name) && body !== undefined && !asserts(body.getText()) ? 'asserts nothing' : null;
    });
    return /\b(expect|assert)\b/.test(source.text) ? found : [...found, { path: source.path, line: 0, what: 'has no assertion at all' }];
  }),
};

function assertingHelpers(source: Source): string[] {
  const names: string[] = [];
  findIn(source, (node) => {
    const named = ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node) ? node.name : undefined;
    if (named !== undefined && ts.isIdentifier(named) && /\b(expect|assert)\b/.test(node.getText())) names.push(named.text);
    return null;
  });
  return names;
}

const entitiesListed: Rule = {
  name: 'entities-are-listed',
  why: 'What is not in src/entities.ts is not compared with the database, and has no comment there',
  check: (sources) => {
    const list = sources.find(({ path }) => path === 'src/entities.ts');
    const listed = new Set<string>();
    // The door of a room may rename: `Agency as AgencyEntity`.
    const renamed = new Map(sources.filter(({ path }) => path.endsWith('/index.ts')).flatMap(({ text }) => [...text.matchAll(/\b(\w+) as (\w+)\b/g)].map(([, from, to]) => [to, from] as const)));
    if (list !== undefined) findIn(list, (node) => {
      if (ts.isArrayLiteralExpression(node)) for (const element of node.elements) listed.add(renamed.get(element.getText()) ?? element.getText());
      return null;
    });
    return each(running, (node) => {
      if (!ts.isDecorator(node) || !ts.isCallExpression(node.expression) || node.expression.expression.getText() !== 'Entity' || !ts.isClassDeclaration(node.parent)) return null;
      const name = node.parent.name?.text ?? '';
      return listed.has(name) ? null : `${name} is not in src/entities.ts`;
    })(sources);
  },
};

/** Their names are the names of the schemas in the API document: of two that share one, clients would see one. */
const bodiesNamedOnce: Rule = {
  name: 'bodies-named-once',
  why: 'What the API takes and answers is published by the name of its class: no two share one',
  check: (sources) => {
    const seen = new Set<string>();
    return each(running, (node) => {
      if (!ts.isClassDeclaration(node) || !/(Dto|Page|Query)$/.test(node.name?.text ?? '')) return null;
      const name = node.name?.text ?? '';
      if (!seen.has(name)) return void seen.add(name);
      return `${name} is the name of another class, too`;
    })(sources);
  },
};

export const RULES: readonly Rule[] = [stateWriter, outbound, thinTypeOrm, noOffset, noClockInCore, assertions, entitiesListed, bodiesNamedOnce];
