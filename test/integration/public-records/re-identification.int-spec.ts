import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { systemClaims } from '../../../src/platform/database/claims.js';
import { newId } from '../../../src/platform/database/id.js';
import { Vault } from '../../../src/platform/security/vault.js';
import { PublicationsQueries } from '../../../src/modules/publications/publications.queries.js';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { served, type Walk } from '../penalties/penalties.ground.js';
import { follow, publishersOf, type Publishers } from '../publications/publications.ground.js';

jest.setTimeout(400_000);

const DECISIONS = 200;
const SURNAMES = ['陈', '林', '黄', '欧阳', '蔡', '郑'];
const GIVEN = '麒麟鹭鸶翡翠琥珀璎珞鸳鸯鹦鹉蝴蝶';
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const USCC = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Synthetic, with check characters that hold. */
const resident = (n: number): string => {
  const first = `44510219900101${String(100 + n)}`;
  return first + '10X98765432'.charAt(WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(first.charAt(index)), 0) % 11);
};
const creditCode = (n: number): string => {
  const first = `91350203MB0${String(100000 + n)}`;
  const sum = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28].reduce((total, weight, index) => total + weight * USCC.indexOf(first.charAt(index)), 0);
  return first + USCC.charAt((31 - (sum % 31)) % 31);
};
const wide = (text: string): string => [...text].map((character) => (/[!-~]/.test(character) ? String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0) : character)).join('');
const spaced = (text: string, every: number, mark: string): string => (text.match(new RegExp(`.{1,${every}}`, 'g')) ?? []).join(mark);

interface Planted {
  readonly reporter: { name: string; phone: string; address: string; documentType: string; documentNumber: string };
  readonly witness: { name: string; phone: string; address: string; documentType: string; documentNumber: string };
  readonly account: string;
  readonly landline: string;
  readonly email: string;
  readonly messenger: string;
  readonly plate: string;
  readonly address: string;
  readonly other: string;
  readonly receipt: string;
  readonly code: string;
}

/** Everything about a decision that must never be seen outside. */
function planted(n: number): Planted {
  const at = (step: number): string => GIVEN[(n * step + step) % GIVEN.length] ?? '';
  const person = (offset: number): Planted['reporter'] => ({ name: `${SURNAMES[(n + offset) % SURNAMES.length]}${at(1 + offset)}${at(7 + offset)}`, phone: `1${offset}${String(770_000_000 + n * 7 + offset)}`, address: `广东省潮州市湘桥区金丝雀巷${700 + n}号${n + offset}房`, documentType: 'resident-id', documentNumber: resident(n * 2 + offset) });
  return {
    reporter: person(3), witness: person(5), account: `6222020000000${String(100000 + n)}`, landline: `0768-2${String(300000 + n)}`, email: `canary.${n}@example.com`, messenger: `wxid_canary${n}`, plate: `粤U·K${String(1000 + n)}`,
    address: `福建省厦门市思明区鹭鸶路${800 + n}号2栋${n}室`, other: creditCode(n), receipt: `TS2026${String(9_000_000 + n)}`, code: `QK7M${String(100000 + n)}ZP`,
  };
}

/** Spelt in five ways, one for each place and decision in turn. */
function spelt(value: string, way: number): string {
  const digits = /^[\dXx]+$/.test(value);
  return [value, wide(value), digits ? spaced(value, 4, ' ') : value, digits ? spaced(value, 3, '-') : value.toUpperCase(), digits ? spaced(value, 6, '\u200b') : value][way % 5] ?? value;
}

const NAMES = ['cause', 'facts', 'defence', 'reasons', 'provisions', 'performance', 'remedies'] as const;

/** One sentence of everything, cut differently for every field. */
function story({ reporter, witness, account, landline, email, messenger, plate, address, other, receipt, code }: Planted, n: number, place: number): string {
  const way = (offset: number): number => n + place + offset;
  return [
    `根据${reporter.name}（手机${spelt(reporter.phone, way(0))}，证件${spelt(reporter.documentNumber, way(1))}，家住${reporter.address}）的举报，受理编号${spelt(receipt, way(2))}，查询码${code}`,
    `经${way(0) % 2 === 0 ? witness.name : [...witness.name].join(' ')}（${spelt(witness.documentNumber, way(3))}，${spelt(witness.phone, way(4))}，住${witness.address}）指认，货款汇至账号${spelt(account, way(2))}，供货商${spelt(other, way(1))}`,
    `联系邮箱${spelt(email, way(0) % 2)}，微信号${messenger}，座机${landline}，车辆${plate}停于${address}，另付${spelt(account, way(3))}`,
  ].join('；');
}

/** How each of them may be recognised, whatever stands between its characters and however wide they are. */
function marks({ reporter, witness, account, landline, email, messenger, plate, address, other, receipt, code }: Planted): string[] {
  return [reporter, witness].flatMap(({ name, phone, documentNumber, address: home }) => [name, phone, documentNumber, home.replace('广东省潮州市湘桥区', '')]).concat(account, landline, email, messenger, plate, address.replace('福建省厦门市思明区', ''), other, receipt, code);
}
const bare = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s\-‐-―_·()\u200b]/g, '');

describe('re-identification', () => {
  let app: TestApp;
  let cast: Publishers;
  const logged: string[] = [];
  const written = process.stdout.write.bind(process.stdout);
  const all = Array.from({ length: DECISIONS }, (_, n) => planted(n));
  const values = all.flatMap((one) => marks(one).map(bare));
  const hits = (text: string): string[] => {
    const plain = bare(text);
    return [...new Set(values.filter((value) => plain.includes(value)))];
  };
  const subjects: string[] = [];
  const publications: string[] = [];
  const answers: string[] = [];
  let asked = 0;
  /** From many addresses: one alone would be told to wait. */
  const ask = (path: string): Promise<Response> => fetch(`${app.url}/v1/public/${path}`, { headers: { 'x-forwarded-for': `203.0.113.${(asked += 1) % 200}` } });
  const open = async (path: string): Promise<string> => (await ask(path)).text();

  /** One decision as the system writes them, copied with other parties, reporters and words. */
  async function copy(walk: Walk, n: number): Promise<void> {
    const one = all[n];
    if (one === undefined) return;
    const [caseId, complaint, witness, person, party, penalty, document] = Array.from({ length: 7 }, () => newId()) as [string, string, string, string, string, string, string];
    const clone = (table: string, where: string, change: object): Promise<unknown> => app.sql.admin(`INSERT INTO ${table} SELECT (jsonb_populate_record(t, $2::jsonb)).* FROM ${table} t WHERE ${where}`, [walk.id, JSON.stringify(change)]);
    const ofCase = 'case_id = (SELECT case_id FROM penalty WHERE id = $1)';
    await clone('case_file', 'id = (SELECT case_id FROM penalty WHERE id = $1)', { id: caseId, case_number: `R-${n}` });
    await clone('complaint', ofCase, { id: complaint, case_id: caseId, receipt_number: one.receipt, receipt_code: one.code, external_number: `EX-${one.receipt}` });
    await clone('case_party', `${ofCase} AND role = 'respondent'`, { id: party, case_id: caseId });
    await app.sql.admin("INSERT INTO person (id, label, created_at) VALUES ($1, '证人', now())", [person]);
    await clone('case_party', `${ofCase} AND role = 'respondent'`, { id: witness, case_id: caseId, role: 'third-party', organisation_id: null, person_id: person });
    await clone('penalty', 'id = $1', { id: penalty, case_id: caseId, number: `RE-${n}`, party });
    await clone('ledger_head', 'subject_id = $1', { subject_id: penalty });
    const data = { party, penalties: [{ kind: 'fine', amount: 150_000, content: `罚款人民币十五万元，缴至账号${spelt(one.account, n)}` }], illegalIncome: null, ...Object.fromEntries(NAMES.map((name, place) => [name, `第${n}号。${story(one, n, place)}`])) };
    await clone('official_document', "subject_id = $1 AND kind = 'penalty-decision'", { id: document, subject_id: penalty, case_id: caseId, serial: 100_000 + n, number: `潮安市监处罚〔2026〕${100_000 + n}号`, data });
    await app.sql.admin("INSERT INTO service_record SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'document_id', $2::text, 'case_id', $3::text))).* FROM service_record s JOIN official_document d ON d.id = s.document_id WHERE d.subject_id = $1 AND d.kind = 'penalty-decision'", [walk.id, document, caseId]);
    await app.sql.admin("INSERT INTO outbox SELECT (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'subject_id', $2::text))).* FROM outbox o WHERE subject_id = $1 AND event = 'penalty.decision-served'", [walk.id, penalty]);
    const vault = app.app.get(Vault);
    await app.database.transact(systemClaims('test', 'test'), [], (transaction) => transaction.batch([transaction.insert([vault.seal(complaint, one.reporter, null, new Date()), vault.sealPerson(witness, 'party', one.witness, new Date())])]));
    subjects.push(penalty);
  }

  beforeAll(async () => {
    process.stdout.write = (chunk: string | Uint8Array) => logged.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')) > 0;
    app = await startTestApp({ env: { LOG_LEVEL: 'debug' } });
    cast = await publishersOf(app);
    const walk = await served(app, cast);
    for (const n of all.keys()) await copy(walk, n);
    for (const subject of subjects) {
      await follow(app, 'penalty.decision-served', subject, 'publications.draft');
      const [row] = await app.sql.admin('SELECT id FROM publication WHERE subject_id = $1', [subject]);
      const id = String(row?.['id']);
      publications.push(id);
      answers.push(JSON.stringify((await cast.officer.command(`/v1/publications/${id}/submit`, 1, {})).body));
      // The machine alone: nobody has touched the map.
      answers.push(JSON.stringify((await cast.publisher.command(`/v1/publications/${id}/approve`, 2, { secrecyReviewed: true, opinion: '同意' })).body), JSON.stringify((await cast.head.command(`/v1/publications/${id}/publish`, 3, {})).body));
    }
  });
  afterAll(async () => {
    process.stdout.write = written;
    await app.close();
  });

  it('has planted in every place: the originals hold all of it', async () => {
    expect(new Set(values).size).toBeGreaterThan(DECISIONS * 12);
    const rows = await app.sql.admin('SELECT original FROM publication ORDER BY id');
    expect(rows).toHaveLength(DECISIONS);
    expect(hits(rows.map(({ original }) => String(original)).join('\n'))).toHaveLength(new Set(values).size);
  });

  it('finds nothing of it in any published text', async () => {
    const rows = await app.sql.admin('SELECT state, published FROM publication');
    expect(rows.filter(({ state }) => state !== 'published')).toEqual([]);
    expect(hits(rows.map(({ published }) => String(published)).join('\n'))).toEqual([]);
    // What has to be shown is shown.
    expect(rows.every(({ published }) => /罚款人民币十五万元/.test(String(published)) && /某不锈钢制品厂（测试）/.test(String(published)) && /潮安市监处罚〔2026〕1\d{5}号/.test(String(published)))).toBe(true);
  });

  it('finds nothing of it in lists, texts, feeds and search, whatever is looked for', async () => {
    const read: string[] = [await open('feed.json'), await open('feed.rss?shelf=penalties')];
    for (let page = 'penalties?limit=200'; page !== ''; ) {
      const answer = await ask(page);
      read.push(await answer.text());
      page = /<\/v1\/public\/([^>]+)>/.exec(answer.headers.get('link') ?? '')?.[1] ?? '';
    }
    for (const id of publications) read.push(await open(`publications/${id}`));
    expect(hits(read.join('\n'))).toEqual([]);
    for (const one of all.slice(0, 10)) for (const mark of marks(one)) expect(JSON.parse(await open(`penalties?q=${encodeURIComponent(mark)}`))).toEqual({ items: [] });
  });

  it('finds nothing of it in answers, refusals, the ledger, events and logs', async () => {
    const [id = ''] = publications;
    const place = (await app.app.get(PublicationsQueries).review({ claims: systemClaims('test'), permissions: new Set(), agency: '', at: new Date() }, id)).segments.find(({ rule }) => rule === 'reporter');
    const refused = await cast.publisher.command(`/v1/publications/${id}/redact`, 4, { showAgain: [{ start: place?.start, end: place?.end, reason: '测试' }] });
    expect(refused.status).toBe(409);
    const rows = await app.sql.admin("SELECT e.data::text AS text FROM ledger_entry e WHERE e.subject_type = 'publication' UNION ALL SELECT row_to_json(o)::text FROM outbox o WHERE o.subject_type = 'publication' UNION ALL SELECT row_to_json(r)::text FROM public_record r");
    const missing = await open(`publications/${newId()}`);
    const list: Json = (await cast.officer.get('/v1/publications?limit=200')).body;
    expect(rows.length).toBeGreaterThan(DECISIONS * 5);
    expect(hits([...answers, JSON.stringify(refused.body), missing, JSON.stringify(list), ...rows.map(({ text }) => String(text))].join('\n'))).toEqual([]);
    expect(logged.length).toBeGreaterThan(DECISIONS);
    expect(hits(logged.join(''))).toEqual([]);
  });
});
