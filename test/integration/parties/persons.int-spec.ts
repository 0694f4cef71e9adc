import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PATH_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ROLES } from '../../../src/modules/identity/index.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';
import { until } from '../../support/wait.js';

jest.setTimeout(60_000);

/** Persons who occur nowhere else. All are synthetic. */
const CANARIES = Array.from({ length: 8 }, (_, n) => ({ name: `${'蔡郑辜连翁佘纪詹'[n]}璎珞${'甲乙丙丁戊己庚辛'[n]}`, phone: `1390066${1000 + n}`, address: `广东省潮州市饶平县金翅雀巷${300 + n}号`, documentType: 'resident-id', documentNumber: `44512219000101${8000 + n}` }));
/** A person complained about, who stands in the complaint in clear, and in no register. */
const TARGET = '詹鸢尾';
const HOLDER = '纪鹧鸪';

function hits(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[\s\-_·()\u200b]/g, '');
  return CANARIES.flatMap(({ name, phone, address, documentNumber }) => [name, phone, documentNumber, address.slice(9)].filter((value) => plain.includes(value)));
}

describe('natural persons in cases', () => {
  let app: TestApp;
  let operator: Client;
  let officer: Client;
  let stranger: Client;
  const logged: string[] = [];
  const answers: string[] = [];
  const written = process.stdout.write.bind(process.stdout);
  let caseId: string;
  let theirs: string;
  let rightId: string;

  beforeAll(async () => {
    process.stdout.write = (chunk: string | Uint8Array) => logged.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')) > 0;
    app = await startTestApp({ env: { ROLE: 'all', LOG_LEVEL: 'debug' } });
    [operator, officer, stranger] = await Promise.all([app.as('hotline-operator'), app.as('enforcement-officer', 'chaoan-market-regulation'), app.as('enforcement-officer', 'xiangqiao-market-regulation')]);
    caseId = await openCase(officer, '445103');
    theirs = await openCase(stranger, '445102');
    for (const [n, person] of CANARIES.slice(0, 4).entries()) await add(officer, caseId, { role: n === 0 ? 'respondent' : 'third-party', person });
    const [{ id: represents }] = (await officer.get(`/v1/cases/${caseId}/parties`)).body.items.filter(({ role }: Json) => role === 'third-party');
    await add(officer, caseId, { role: 'agent', person: CANARIES[4], represents, powerOfAttorney: { matters: '答辩', scope: '一般', signed: true } });
    rightId = (await officer.post('/v1/rights', { type: 'patent', number: '202630000001.X' })).body.id;
    answers.push(JSON.stringify((await officer.command(`/v1/rights/${rightId}/holders`, 1, { party: { person: CANARIES[5] }, capacity: 'owner', reason: '登记簿副本' })).body));
  });
  afterAll(async () => {
    process.stdout.write = written;
    await app.close();
  });

  async function openCase(by: Client, region: string, target: object = { name: '某厂（测试）' }): Promise<string> {
    const { body } = await operator.post('/v1/complaints', report({ region, target }));
    await by.command(`/v1/complaints/${body.id}/accept`, 1);
    const opened = (await by.command(`/v1/complaints/${body.id}/open-case`, 2)).body.caseId;
    await until('its parties', async () => (await by.get(`/v1/cases/${opened}/parties`)).body.items.length > 0);
    return opened;
  }
  async function add(by: Client, id: string, body: object): Promise<Json> {
    const answer = await by.post(`/v1/cases/${id}/parties`, { reason: '测试', ...body });
    answers.push(JSON.stringify(answer.body) + JSON.stringify([...answer.headers]));
    return answer;
  }
  const people = async (by: Client, id: string): Promise<Json[]> => (await by.get(`/v1/cases/${id}/parties`)).body.items.filter(({ person }: Json) => person !== null);
  const unmask = (by: Client, id: string, person: string, body: object = { purpose: 'service-of-documents', reason: '送达' }): Promise<Json> => by.post(`/v1/cases/${id}/persons/${person}/unmask`, body);

  it('finds its own canaries: the check can be red', () => {
    for (const canary of CANARIES) expect(hits(JSON.stringify(canary))).toHaveLength(4);
    expect(hits('蔡** 4451**********8000')).toEqual([]);
  });

  it('are masked in lists, and in no answer in clear', async () => {
    expect((await people(officer, caseId)).map(({ role, person: { label } }) => [role, label])).toEqual([['respondent', '蔡**'], ['third-party', '郑**'], ['third-party', '辜**'], ['third-party', '连**'], ['agent', '翁**']]);
    expect(answers).toHaveLength(6);
    expect(hits(answers.join('\n'))).toEqual([]);
  });

  it('come out of no GET of any role', async () => {
    const [discovery, scanner] = [app.app.get(DiscoveryService, { strict: false }), app.app.get(MetadataScanner, { strict: false })];
    const paths = discovery.getControllers().flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance ?? {}) as Record<string, () => unknown>;
      const base = String(Reflect.getMetadata(PATH_METADATA, metatype ?? {}) ?? '');
      return scanner.getAllMethodNames(prototype).filter((method) => Reflect.getMetadata(METHOD_METADATA, prototype[method] ?? {}) === RequestMethod.GET).map((method) => `/${base}/${String(Reflect.getMetadata(PATH_METADATA, prototype[method] ?? {}))}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'));
    });
    expect(paths).toEqual(expect.arrayContaining(['/v1/cases/:id/parties', '/v1/cases/:id/rights', '/v1/rights/:id', '/v1/rights/:id/versions', '/v1/organisations/:id/cases', '/v1/cases/:id/timeline']));
    const [party] = await people(officer, caseId);
    const ids: Readonly<Record<string, string[]>> = { cases: [caseId, theirs], rights: [rightId], organisations: (await officer.get('/v1/organisations?limit=2')).body.items.map(({ id }: Json) => id) };
    let asked = 0;
    for (const { code } of ROLES) {
      const reader = await app.as(code, ['enforcement-officer', 'agency-head'].includes(code) ? 'chaoan-market-regulation' : undefined);
      for (const path of paths) for (const id of ids[path.split('/')[2] ?? ''] ?? [party?.person.id]) {
        const answer = await reader.get(path.replace(/:\w+/, id ?? ''));
        expect([code, path, hits(JSON.stringify(answer.body) + JSON.stringify([...answer.headers])), answer.status < 500]).toEqual([code, path, [], true]);
        if (answer.status === 200) asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(100);
  });

  it('stand in no column of any table, nor in the queues, but as ciphertext', async () => {
    const tables = await app.sql.admin<{ name: string }>("SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')");
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['vault.record', 'public.person', 'public.case_party', 'public.ip_right', 'public.register_version', 'public.ledger_entry', 'public.outbox', 'public.idempotency', 'bullmq.job']));
    const found: unknown[] = [];
    for (const { name } of tables) {
      const there = hits((await app.sql.admin<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM ${name} t`)).map(({ row }) => row).join('\n'));
      if (there.length > 0) found.push([name, there]);
    }
    expect(found).toEqual([]);
    expect((await app.sql.admin<{ n: number }>("SELECT count(*)::int AS n FROM vault.record WHERE part IN ('party', 'person')"))[0]?.n).toBe(6);
  });

  it('are in no refusal and in no line of the log', async () => {
    const [canary] = CANARIES;
    const bad = [{ role: 'witness', person: canary }, { role: canary?.name, person: canary }, { role: 'respondent', person: { ...canary, documentType: canary?.name } }, { role: 'respondent', person: { ...canary, name: [canary?.name] } }, { role: 'respondent', person: canary, organisationId: canary?.documentNumber }];
    for (const body of bad) {
      const answer = await officer.post(`/v1/cases/${caseId}/parties`, { reason: '测试', ...body });
      expect([answer.status, hits(JSON.stringify(answer.body))]).toEqual([400, []]);
    }
    const again = await add(officer, caseId, { role: 'respondent', person: canary });
    expect([again.status, again.body.code, hits(JSON.stringify(again.body))]).toEqual([409, 'case-party.already', []]);
    expect(logged.length).toBeGreaterThan(50);
    expect(hits(logged.join('\n'))).toEqual([]);
  });

  it('are the same person by the number of their document, however it is written and whoever enters it', async () => {
    const [first] = await people(officer, caseId);
    const spelt = { name: '蔡璎珞甲', documentNumber: `${CANARIES[0]?.documentNumber.slice(0, 6)} ${CANARIES[0]?.documentNumber.slice(6)}` };
    expect((await add(stranger, theirs, { role: 'respondent', person: spelt })).status).toBe(201);
    expect((await people(stranger, theirs)).map(({ person }) => person)).toEqual([first?.person]);
    // What each agency was told stays with its case: the other one’s telephone and address are not shown.
    expect((await unmask(stranger, theirs, first?.person.id)).body).toEqual(spelt);
    expect((await unmask(officer, caseId, first?.person.id)).body).toEqual(CANARIES[0]);
    // Without a number nobody knows: two entries are two persons.
    const two = [await add(officer, caseId, { role: 'third-party', person: { name: '林同名' } }), await add(officer, caseId, { role: 'third-party', person: { name: '林同名' } })];
    expect(two.map(({ status }) => status)).toEqual([201, 201]);
  });

  it('are one person also when two officers enter them at once', async () => {
    const person = CANARIES[6];
    const both = await Promise.all([add(officer, caseId, { role: 'third-party', person }), add(stranger, theirs, { role: 'third-party', person })]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect((await app.sql.admin('SELECT DISTINCT person_id FROM case_party WHERE id = ANY($1::uuid[])', [both.map(({ body }) => body.id)]))).toHaveLength(1);
  });

  describe('in clear', () => {
    it('for a purpose of the list, after the ledger has it, and stored nowhere', async () => {
      const person = (await people(officer, caseId)).find(({ role }) => role === 'agent');
      const before = (await officer.get(`/v1/cases/${caseId}/timeline?limit=200`)).body.items.length;
      const shown = await unmask(officer, caseId, person?.person.id);
      expect([shown.status, shown.body]).toEqual([200, CANARIES[4]]);
      const after = (await officer.get(`/v1/cases/${caseId}/timeline?limit=200`)).body.items;
      expect(after).toHaveLength(before + 1);
      expect(after.at(-1)).toMatchObject({ event: 'identity.unmasked', actor: officer.id, data: { person: person?.person.id, purpose: 'service-of-documents', reason: '送达' } });
      expect(await app.sql.admin("SELECT 1 FROM idempotency WHERE body::text LIKE '%documentNumber%'")).toEqual([]);
      expect((await unmask(officer, caseId, person?.person.id, { purpose: 'curiosity', reason: '好奇' })).status).toBe(400);
      expect((await unmask(officer, caseId, person?.person.id, { purpose: 'mediation' })).status).toBe(400);
    });

    it('not when the ledger cannot take the entry', async () => {
      const [person] = await people(officer, caseId);
      await app.sql.admin("CREATE FUNCTION refuse_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.event = 'identity.unmasked' THEN RAISE EXCEPTION 'no'; END IF; RETURN NEW; END $$; CREATE TRIGGER no_note BEFORE INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION refuse_note()");
      const refused = await unmask(officer, caseId, person?.person.id);
      await app.sql.admin('DROP TRIGGER no_note ON ledger_entry; DROP FUNCTION refuse_note()');
      expect([refused.status, hits(JSON.stringify(refused.body))]).toEqual([500, []]);
    });

    it('not to a role without the permission, not through another case, and not to another agency', async () => {
      const person = (await people(officer, caseId)).find(({ role }) => role === 'agent');
      for (const { code, permissions } of ROLES as readonly { code: string; permissions: readonly string[] }[]) {
        if (permissions.includes('identity.unmask')) continue;
        expect([code, (await unmask(await app.as(code), caseId, person?.person.id)).status]).toEqual([code, 403]);
      }
      expect((await unmask(stranger, caseId, person?.person.id)).status).toBe(404);
      expect((await unmask(stranger, theirs, person?.person.id)).status).toBe(404);
    });
  });

  describe('who hold a right', () => {
    const holder = async (by: Client): Promise<Json> => (await by.get(`/v1/rights/${rightId}`)).body.holders[0];

    it('are seen masked, and in clear, only through a case that relies upon it', async () => {
      expect((await holder(officer)).party).toMatchObject({ person: expect.any(String), name: null });
      const { party: { person } } = await holder(officer);
      expect((await unmask(officer, caseId, person)).status).toBe(404);
      expect((await officer.post(`/v1/cases/${caseId}/rights`, { rightId, reason: '请求书' })).status).toBe(201);
      expect([(await holder(officer)).party.name, (await holder(stranger)).party.name, (await holder(await app.as('oversight'))).party.name]).toEqual(['佘**', null, '佘**']);
      const { name, documentType, documentNumber } = CANARIES[5] ?? {};
      // Of a holder only name and document are kept.
      expect((await unmask(officer, caseId, person)).body).toEqual({ name, documentType, documentNumber });
      expect((await unmask(stranger, caseId, person)).status).toBe(404);
      expect((await officer.get(`/v1/rights/${rightId}/standing?person=${person}`)).body).toMatchObject({ entitled: 'yes', as: 'owner' });
    });

    it('may license by the id under which they stand in the right, and by no other', async () => {
      const { party: { person } } = await holder(officer);
      const licensee = { organisationId: (await officer.post('/v1/organisations', { name: '被许可人厂（测试）' })).body.id };
      const licence = { licensee, kind: 'exclusive', reason: '备案' };
      const stranger_ = (await people(officer, caseId))[0]?.person.id;
      expect((await officer.command(`/v1/rights/${rightId}/licences`, 2, { ...licence, licensor: { personId: stranger_ } })).body.failedGuards).toMatchObject([{ code: 'right.party-unknown' }]);
      expect((await officer.command(`/v1/rights/${rightId}/licences`, 2, { ...licence, licensor: { personId: person } })).status).toBe(200);
      expect((await officer.get(`/v1/rights/${rightId}/standing?organisation=${licensee.organisationId}`)).body).toMatchObject({ entitled: 'yes', as: 'exclusive' });
    });
  });

  it('who are complained about by a bare name go into the vault, not into the register of firms', async () => {
    const id = await openCase(officer, '445103', { name: TARGET });
    const [party] = await people(officer, id);
    expect(party).toMatchObject({ role: 'respondent', source: 'complaint', organisation: null, person: { label: '詹**' } });
    expect((await unmask(officer, id, party?.person.id)).body).toEqual({ name: TARGET });
    const traces = await app.sql.admin("SELECT 'organisation' AS place FROM organisation o WHERE o::text LIKE '%' || $1 || '%' UNION ALL SELECT 'version' FROM register_version v WHERE v::text LIKE '%' || $1 || '%' UNION ALL SELECT 'person' FROM person p WHERE p::text LIKE '%' || $1 || '%' UNION ALL SELECT 'ledger' FROM ledger_entry l WHERE l::text LIKE '%' || $1 || '%'", [TARGET]);
    expect(traces).toEqual([]);
  });

  it('who hold the right of a request stand masked, as a party and as its holder', async () => {
    const { body } = await operator.post('/v1/complaints', report({ region: '445103', right: { type: 'trademark', number: '66667777', holder: 'self', holderName: HOLDER } }));
    await officer.command(`/v1/complaints/${body.id}/accept`, 1);
    const opened = (await officer.command(`/v1/complaints/${body.id}/open-case`, 2)).body.caseId;
    const [party] = await until('the holder', async () => ((found) => (found.length > 0 ? found : null))(await people(officer, opened)));
    expect(party).toMatchObject({ role: 'complainant-right-holder', person: { label: '纪**' } });
    const [{ right }] = (await officer.get(`/v1/cases/${opened}/rights`)).body.items;
    expect((await officer.get(`/v1/rights/${right.id}`)).body.holders).toMatchObject([{ party: { person: party?.person.id, name: '纪**' } }]);
    expect((await stranger.get(`/v1/rights/${right.id}`)).body.holders).toMatchObject([{ party: { name: null } }]);
    expect((await unmask(officer, opened, party?.person.id)).body).toEqual({ name: HOLDER });
    const traces = await app.sql.admin("SELECT 1 FROM ip_right r WHERE r::text LIKE '%' || $1 || '%' UNION ALL SELECT 1 FROM register_version v WHERE v::text LIKE '%' || $1 || '%' UNION ALL SELECT 1 FROM ledger_entry l WHERE l::text LIKE '%' || $1 || '%'", [HOLDER]);
    expect(traces).toEqual([]);
  });

  it('never are those who reported: reporters stand in no register', async () => {
    const rows = await app.sql.admin("SELECT 1 FROM vault.record r WHERE r.part IN ('party', 'person') AND EXISTS (SELECT 1 FROM complaint c WHERE c.id = r.subject_id)");
    expect(rows).toEqual([]);
    expect((await app.sql.admin<{ n: number }>("SELECT count(*)::int AS n FROM vault.record WHERE part = 'reporter'"))[0]?.n).toBeGreaterThan(2);
    const reporters = await app.sql.admin<{ n: number }>("SELECT count(*)::int AS n FROM person p JOIN vault.record r ON r.document_index = p.document_index WHERE r.part = 'reporter'");
    expect(reporters).toEqual([{ n: 0 }]);
  });

  it('are shown by the database to nobody without a purpose, nor to who sees no case of theirs', async () => {
    const count = async (agencies: string[], purpose: string | undefined, text: string): Promise<number> => (await app.database.read<{ n: number }>({ scope: 'agencies', actor: 'test', agencies, regions: null, purpose }, { name: `count-${text.length}`, text }, []))[0]?.n ?? -1;
    const SEALED = "SELECT count(*)::int AS n FROM vault.record WHERE part IN ('party', 'person')";
    const PEOPLE = 'SELECT count(*)::int AS n FROM person';
    expect([await count(['chaoan-market-regulation'], undefined, SEALED), await count([], 'test', SEALED), await count(['raoping-market-regulation'], 'test', SEALED), await count(['raoping-market-regulation'], 'test', PEOPLE), await count([], undefined, PEOPLE)]).toEqual([0, 0, 0, 0, 0]);
    const [ours, others] = [await count(['chaoan-market-regulation'], 'test', SEALED), await count(['xiangqiao-market-regulation'], 'test', SEALED)];
    expect(ours).toBeGreaterThan(others);
    expect(others).toBe(2);
  });
});
