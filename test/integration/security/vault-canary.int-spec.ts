import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PATH_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { RequestMethod } from '@nestjs/common';
import { ROLES } from '../../../src/modules/identity/index.js';
import type { Config } from '../../../src/platform/config/config.js';
import { systemClaims } from '../../../src/platform/database/claims.js';
import { Vault } from '../../../src/platform/security/vault.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { consumerComplaint, report } from '../../support/builders.js';
import { until } from '../../support/wait.js';

// Hundreds of statements in one test: on a busy machine that takes more than the usual five seconds.
jest.setTimeout(60_000);

const SURNAMES = ['陈', '林', '黄', '欧阳', '蔡', '郑'];
const GIVEN = '麒麟鹭鸶翡翠琥珀璎珞鸳鸯鹦鹉蝴蝶';

/** Identities that occur nowhere else. All are synthetic: numbers of the test range, addresses of streets that do not exist. */
interface Canary { readonly name: string; readonly phone: string; readonly address: string; readonly documentNumber: string }
const CANARIES: readonly Canary[] = Array.from({ length: 60 }, (_, n) => {
  const at = (step: number): string => GIVEN[(n * step + step) % GIVEN.length] ?? '';
  return { name: `${SURNAMES[n % SURNAMES.length]}${at(1)}${at(7)}`, phone: `1380077${String(1000 + n)}`, address: `广东省潮州市湘桥区金丝雀巷${700 + n}号${n}房`, documentNumber: `44510219000101${String(7000 + n)}` };
});
const wide = (text: string): string => [...text].map((character) => (/[!-~]/.test(character) ? String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0) : character)).join('');
const grouped = (digits: string, mark: string): string => digits.replace(/^(\d{3})(\d{4})(\d{4})$/, `$1${mark}$2${mark}$3`);

/** Where people put their own data into the story: as it is, grouped, in full width. */
function story({ name, phone, address, documentNumber }: Canary, n: number): string {
  const spelt = [[phone, documentNumber], [grouped(phone, '-'), `${documentNumber.slice(0, 6)} ${documentNumber.slice(6, 14)} ${documentNumber.slice(14)}`], [grouped(phone, ' '), wide(documentNumber)], [wide(phone), documentNumber.toLowerCase()], [`+86 ${phone}`, documentNumber]][n % 5];
  const called = n % 3 === 0 ? [...name].join(' ') : name;
  return `本人${called}（电话${spelt?.[0]}，证件${spelt?.[1]}）住${address}，在该店购得标有他人注册商标的餐具，疑为侵权商品。`;
}

/** Everything that a canary may be recognised by, whatever stands between its characters and however wide they are. */
function hits(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[\s\-‐-―_·()\u200b]/g, '');
  return CANARIES.flatMap(({ name, phone, address, documentNumber }) => [name, phone, documentNumber.toLowerCase(), address.replace('广东省潮州市湘桥区', '')].filter((value) => plain.includes(value)));
}

describe('who reported it', () => {
  let app: TestApp;
  const logged: string[] = [];
  const written = process.stdout.write.bind(process.stdout);
  const filed: { id: string; caseId: string | null }[] = [];
  const answers: string[] = [];
  const clients = new Map<string, Client>();

  beforeAll(async () => {
    // The logger writes to standard output; whatever else does is looked at too.
    process.stdout.write = (chunk: string | Uint8Array) => logged.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')) > 0;
    app = await startTestApp({ env: { ROLE: 'all', LOG_LEVEL: 'debug' } });
    for (const { code } of ROLES) clients.set(code, await app.as(code, ['enforcement-officer', 'agency-head'].includes(code) ? 'chaoan-market-regulation' : undefined));
    const [operator, officer] = [client('hotline-operator'), client('enforcement-officer')];
    for (const [n, canary] of CANARIES.entries()) {
      const reporter = { ...canary, documentType: 'resident-id' };
      const body = n % 2 === 0 ? report({ reporter, facts: story(canary, n) }) : consumerComplaint({ reporter, facts: story(canary, n) });
      const answer = await operator.post('/v1/complaints', body);
      expect(answer.status).toBe(201);
      answers.push(JSON.stringify(answer.body));
      // Sent again, and sent with other words under the same number: neither answer may tell.
      answers.push(JSON.stringify((await operator.post('/v1/complaints', body)).body), JSON.stringify((await operator.post('/v1/complaints', { ...body, facts: `${story(canary, n)}又及` })).body));
      filed.push({ id: answer.body.id, caseId: null });
    }
    for (const [n, row] of filed.slice(0, 4).entries()) {
      answers.push(JSON.stringify((await officer.command(`/v1/complaints/${row.id}/accept`, 1)).body));
      const opened = await officer.command(`/v1/complaints/${row.id}/open-case`, 2);
      answers.push(JSON.stringify(opened.body));
      filed[n] = { id: row.id, caseId: opened.body.caseId };
    }
    await until('all the notices', async () => (await app.sql.admin<{ n: number }>('SELECT count(*)::int AS n FROM notice'))[0]?.n === 124);
  }, 60_000);
  afterAll(async () => {
    process.stdout.write = written;
    await app.close();
  });

  const client = (role: string): Client => {
    const found = clients.get(role);
    if (found === undefined) throw new Error(role);
    return found;
  };

  it('finds its own canaries: the check can be red', () => {
    for (const [n, canary] of CANARIES.entries()) expect(hits(story(canary, n)).length).toBeGreaterThanOrEqual(4);
    expect(hits('某店铺 138****1007 陈** 广东省潮州市湘桥区****')).toEqual([]);
    expect(new Set(CANARIES.map(({ name }) => name)).size).toBeGreaterThan(40);
  });

  it('was not in the answers to filing, resending, conflicting or moving', () => {
    expect(answers).toHaveLength(60 * 3 + 8);
    expect(hits(answers.join('\n'))).toEqual([]);
  });

  it('comes out of no GET of any role', async () => {
    const paths = getPaths(app);
    expect(paths).toEqual(expect.arrayContaining(['/v1/complaints', '/v1/complaints/:id', '/v1/complaints/:id/timeline', '/v1/cases', '/v1/cases/:id', '/v1/deadlines', '/v1/notices', '/v1/ledger/verification', '/v1/ops/dead-letters', '/metrics']));
    const asked = new Map<string, number>();
    for (const [role, reader] of clients) {
      for (const path of paths) {
        const ids = path.includes('/complaints/') ? filed.map(({ id }) => id) : path.includes('/cases/') ? filed.flatMap(({ caseId }) => caseId ?? []) : [''];
        for (const id of ids.slice(0, path.endsWith('/:id') ? 60 : 6)) {
          const answer = await reader.get(withLimit(path.replace(/:\w+/, id)));
          expect([role, path, hits(JSON.stringify(answer.body) + JSON.stringify([...answer.headers]))]).toEqual([role, path, []]);
          expect([role, path, answer.status < 500]).toEqual([role, path, true]);
          if (answer.status === 200) asked.set(role, (asked.get(role) ?? 0) + 1);
        }
      }
    }
    expect([...asked.keys()].sort()).toEqual(ROLES.map(({ code }) => code).sort());
    expect(asked.get('intake-clerk')).toBeGreaterThan(60);
  }, 180_000);

  it('is shown masked to those who may see that much, and to nobody else', async () => {
    const seen = filed.find((_, n) => n % 2 === 0);
    const canary = CANARIES[0];
    const expected = { name: `${canary?.name.slice(0, 1)}**`, phone: `138****${canary?.phone.slice(-4)}`, address: '广东省潮州市湘桥区****', documentNumber: `4451**********${canary?.documentNumber.slice(-4)}` };
    for (const { code, permissions } of ROLES as readonly { code: string; permissions: readonly string[] }[]) {
      const { status, body } = await client(code).get(`/v1/complaints/${seen?.id}`);
      if (status !== 200) continue;
      expect([code, body.reporter]).toEqual([code, permissions.includes('identity.view-masked') ? expected : null]);
    }
  });

  it('is in no problem document for a request that was refused', async () => {
    const operator = client('hotline-operator');
    const [canary] = CANARIES;
    const bad: unknown[] = [
      report({ reporter: canary, region: canary?.phone, channel: canary?.name, matter: canary?.address }), report({ reporter: { ...canary, phone: 13800771000, name: [canary?.name] }, facts: '' }),
      { [canary?.name ?? '']: 1 }, report({ reporter: { ...canary, [canary?.phone ?? '']: 1 } }), report({ externalNumber: canary?.name, sourceSystem: canary?.address }), report({ reporter: canary, receivedAt: canary?.documentNumber }),
      report({ reporter: canary, realName: false }), report({ reporter: canary, facts: `${canary?.name}\0` }), [canary], canary?.name,
    ];
    for (const body of bad) {
      const answer = await operator.post('/v1/complaints', body);
      expect([body, answer.status]).toEqual([body, 400]);
      // Names of fields are the sender's own; values are never repeated.
      const { errors = [], ...rest } = answer.body;
      expect(hits(JSON.stringify([rest, errors.map(({ message, code }: Json) => [message, code])]).replaceAll(canary?.name ?? '', keyed(body, canary?.name)).replaceAll(canary?.phone ?? '', keyed(body, canary?.phone)))).toEqual([]);
    }
    const malformed = await fetch(`${app.url}/v1/complaints`, { method: 'POST', headers: { authorization: `Bearer ${operator.token}`, 'content-type': 'application/json', 'idempotency-key': 'malformed-1' }, body: `{"reporter":{"name":"${canary?.name}","phone":"${canary?.phone}"` });
    expect(malformed.status).toBe(400);
    expect(hits(await malformed.text())).toEqual([]);
    const lost = await fetch(`${app.url}/v1/${canary?.phone}?q=${encodeURIComponent(canary?.name ?? '')}`);
    expect(lost.status).toBe(404);
  });

  it('stands in no column of any table, nor in the queues, but as ciphertext', async () => {
    const tables = await app.sql.admin<{ name: string }>("SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')");
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['vault.record', 'public.complaint', 'public.idempotency', 'bullmq.job']));
    let [rows, found] = [0, [] as [string, string[]][]];
    for (const { name } of tables) {
      const dump = await app.sql.admin<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM ${name} t`);
      rows += dump.length;
      const there = hits(dump.map(({ row }) => row).join('\n'));
      if (there.length > 0) found = [...found, [name, there]];
    }
    expect(rows).toBeGreaterThan(500);
    expect(found).toEqual([]);
  });

  it('is not in the log, at the level that tells most', () => {
    expect(logged.length).toBeGreaterThan(200);
    expect(hits(logged.join('\n'))).toEqual([]);
    // Not the address as asked for either: it could hold a number.
    expect(logged.join('\n')).not.toMatch(/13800771000/);
  });

  describe('in clear', () => {
    it('is given to an officer with a purpose, after the ledger has it', async () => {
      const officer = client('enforcement-officer');
      const [first] = filed;
      const { body: before } = await officer.get(`/v1/complaints/${first?.id}/timeline`);
      const shown = await officer.post(`/v1/complaints/${first?.id}/unmask`, { purpose: 'contact-complainant', reason: '电话核实' });
      expect([shown.status, shown.body]).toEqual([200, { ...CANARIES[0], documentType: 'resident-id' }]);
      const { body: after } = await officer.get(`/v1/complaints/${first?.id}/timeline`);
      expect(after.items).toHaveLength(before.items.length + 1);
      expect(after.items.at(-1)).toMatchObject({ event: 'identity.unmasked', actor: officer.id, data: { purpose: 'contact-complainant', reason: '电话核实' } });
      expect(await app.sql.admin("SELECT 1 FROM idempotency WHERE body::text LIKE '%documentNumber%'")).toEqual([]);
    });

    it('is not given when the ledger cannot take the entry', async () => {
      const officer = client('enforcement-officer');
      const [, , third] = filed;
      await app.sql.admin("CREATE FUNCTION refuse_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.event = 'identity.unmasked' THEN RAISE EXCEPTION 'no'; END IF; RETURN NEW; END $$; CREATE TRIGGER no_note BEFORE INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION refuse_note()");
      const refused = await officer.post(`/v1/complaints/${third?.id}/unmask`, { purpose: 'contact-complainant', reason: '电话核实' });
      await app.sql.admin('DROP TRIGGER no_note ON ledger_entry; DROP FUNCTION refuse_note()');
      expect(refused.status).toBe(500);
      expect(hits(JSON.stringify(refused.body))).toEqual([]);
    });

    it('is refused to every role without the permission, and for a purpose that is not in the list', async () => {
      const [first] = filed;
      const body = { purpose: 'contact-complainant', reason: '电话核实' };
      for (const { code, permissions } of ROLES as readonly { code: string; permissions: readonly string[] }[]) {
        if (permissions.includes('identity.unmask')) continue;
        expect([code, (await client(code).post(`/v1/complaints/${first?.id}/unmask`, body)).status]).toEqual([code, 403]);
      }
      const officer = client('enforcement-officer');
      expect((await officer.post(`/v1/complaints/${first?.id}/unmask`, { ...body, purpose: 'curiosity' })).status).toBe(400);
      expect((await officer.post(`/v1/complaints/${first?.id}/unmask`, { purpose: 'mediation' })).status).toBe(400);
    });

    it('says that there is nobody to show for an anonymous report', async () => {
      const { body } = await client('hotline-operator').post('/v1/complaints', report({ realName: false, reporter: undefined }));
      const answer = await client('enforcement-officer').post(`/v1/complaints/${body.id}/unmask`, { purpose: 'identity-check', reason: '测试' });
      expect(answer.status).toBe(404);
      expect((await client('enforcement-officer').get(`/v1/complaints/${body.id}`)).body.reporter).toBeNull();
    });

    it('does not open under another complaint, and the refusal tells nothing', async () => {
      const [a, b] = [filed[10]?.id, filed[12]?.id];
      const kept = await app.sql.admin<{ ciphertext: string }>("SELECT ciphertext FROM vault.record WHERE subject_id = $1 AND part = 'reporter' ORDER BY id DESC", [b]);
      await app.sql.admin("UPDATE vault.record SET ciphertext = (SELECT ciphertext FROM vault.record WHERE subject_id = $1 AND part = 'reporter' ORDER BY id DESC LIMIT 1) WHERE subject_id = $2 AND part = 'reporter'", [a, b]);
      logged.splice(0);
      const answer = await client('enforcement-officer').post(`/v1/complaints/${b}/unmask`, { purpose: 'identity-check', reason: '测试' });
      await app.sql.admin("UPDATE vault.record SET ciphertext = $2 WHERE subject_id = $1 AND part = 'reporter'", [b, kept[0]?.ciphertext]);
      expect([answer.status, answer.body.code]).toEqual([500, 'server.error']);
      expect(hits(JSON.stringify(answer.body) + logged.join('\n'))).toEqual([]);
      expect(JSON.stringify(answer.body)).not.toMatch(/ciphertext|decrypt|at \w+ \(/);
      expect((await client('enforcement-officer').post(`/v1/complaints/${b}/unmask`, { purpose: 'identity-check', reason: '测试' })).body).toMatchObject(CANARIES[12] ?? {});
    });
  });

  it('stays readable through a rotation of the keys, and needs the new one afterwards', async () => {
    const operator = client('hotline-operator');
    await Promise.all(Array.from({ length: 45 }, () => operator.post('/v1/complaints', report({ reporter: CANARIES[0] }))));
    const ids = async (): Promise<string[]> => (await app.sql.admin<{ ciphertext: string }>('SELECT ciphertext FROM vault.record')).map(({ ciphertext }) => ciphertext);
    const old = new Set(await ids());
    const ring = `${app.config.VAULT_KEYS},next:${randomBytes(32).toString('base64')}`;
    const rotating = new Vault(Object.assign(Object.create(app.config) as Config, { VAULT_KEYS: ring }), app.database);
    const before = await app.sql.admin<{ n: number }>('SELECT count(*)::int AS n FROM vault.record');
    // More rows than one batch takes, or the loop over batches is not proved.
    expect(before[0]?.n).toBeGreaterThan(200);
    expect(await rotating.rotate(systemClaims('key-rotation'))).toBe(before[0]?.n);
    expect((await ids()).filter((ciphertext) => old.has(ciphertext))).toEqual([]);
    expect(await rotating.rotate(systemClaims('key-rotation'))).toBe(0);
    for (const [n, { id }] of filed.entries()) expect(await rotating.open(systemClaims('test'), id, 'test')).toEqual({ ...CANARIES[n], documentType: 'resident-id' });
    // The process that still has the old ring only cannot open them; a complaint of its own is answered with an error, not with a leak.
    await expect(app.app.get(Vault).open(systemClaims('test'), filed[0]?.id ?? '', 'test')).rejects.toThrow();
  }, 30_000);
});

/** What a body has as a name of a field is what its sender wrote, not what is kept of a person. */
function keyed(body: unknown, value: string | undefined): string {
  return JSON.stringify(body).includes(`"${value}":1`) ? 'field' : value ?? '';
}

/** Every GET address of the running system, as its controllers declare it. */
function getPaths(app: TestApp): string[] {
  const [discovery, scanner] = [app.app.get(DiscoveryService, { strict: false }), app.app.get(MetadataScanner, { strict: false })];
  return discovery.getControllers().flatMap(({ instance, metatype }) => {
    const prototype = Object.getPrototypeOf(instance ?? {}) as Record<string, () => unknown>;
    const base = String(Reflect.getMetadata(PATH_METADATA, metatype ?? {}) ?? '');
    return scanner.getAllMethodNames(prototype).flatMap((method) => {
      const handler = prototype[method];
      if (handler === undefined || Reflect.getMetadata(METHOD_METADATA, handler) !== RequestMethod.GET) return [];
      return [`/${base}/${String(Reflect.getMetadata(PATH_METADATA, handler))}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1')];
    });
  });
}

function withLimit(path: string): string {
  return ['/v1/complaints', '/v1/cases', '/v1/deadlines', '/v1/notices'].includes(path) ? `${path}?limit=200` : path;
}
