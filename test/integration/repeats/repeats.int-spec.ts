import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { until } from '../../support/wait.js';
import { castOf, done, served, type Cast, type Walk } from '../penalties/penalties.ground.js';
import { openCase, XIANGQIAO } from '../cases/cases.ground.js';

jest.setTimeout(90_000);

const ROUTE = '/v1/infringers/cases';
const ALL = ['crime-within-two-years', 'trademark-within-five-years', 'same-right-in-guangdong', 'punitive-after-penalty', 'listing-for-frequency'];

describe('prompts about repeated infringement over HTTP', () => {
  let app: TestApp;
  let cast: Cast;
  let away: Client;
  let oversight: Client;
  /** A penalty of 4 August 2026, and the organisation that it fell on. */
  let before: Walk;
  let organisationId: string;

  beforeAll(async () => {
    app = await startTestApp({ env: { ROLE: 'all' } });
    cast = await castOf(app);
    [away, oversight] = await Promise.all([app.as('enforcement-officer', XIANGQIAO), app.as('oversight')]);
    before = await served(app, cast);
    const [row] = await app.sql.admin('SELECT organisation_id AS id FROM case_party WHERE id = $1', [before.party]);
    organisationId = String((row as Json).id);
    app.now.set('2026-10-15T10:00:00+08:00');
  });
  afterAll(() => app.close());

  const ok = <T extends { status: number; body: Json }>(answer: T, status: number): Json => {
    if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const accuse = async (organisation: string, officer = cast.officer, more: object = {}): Promise<{ caseId: string; party: string }> => {
    const { id: caseId } = await openCase({ operator: cast.operator, officer }, { ...(officer === away ? { region: '445102' } : {}), ...more });
    return { caseId, party: ok(await officer.post(`/v1/cases/${caseId}/parties`, { role: 'respondent', reason: '测试', organisationId: organisation }), 201).id };
  };
  const promptsOf = async (caseId: string, by = cast.officer): Promise<Json> => ok(await by.get(`${ROUTE}/${caseId}/prompts`), 200);
  const prompted = (caseId: string, by = cast.officer): Promise<Json> => until('prompts', async () => { const found = await promptsOf(caseId, by); return found.items.length > 0 ? found : null; });
  const of = (found: Json, rule: string): Json => found.items.find((one: Json) => one.rule === rule);

  it('tell what was decided before, why it matters, and how to go on; and change nothing', async () => {
    const { caseId } = await accuse(organisationId);
    const file = async (): Promise<Json> => { const { body } = await cast.officer.get(`/v1/cases/${caseId}`); return [body.version, body.state, body.lane, body.flags, body.nextDue]; };
    const untouched = await file();
    const found = await prompted(caseId);
    expect(found).toMatchObject({ actDay: '2026-10-15', actDayFrom: 'received', fallen: [] });
    expect(found.items.map(({ rule, state }: Json) => [rule, state])).toEqual(ALL.map((rule) => [rule, 'open']));
    const crime = of(found, 'crime-within-two-years');
    expect(crime).toMatchObject({ label: 'Again within two years of a penalty', basis: { source: '法释〔2025〕5号', status: 'unverified' } });
    expect(crime.earlier).toMatchObject([{ kind: 'penalty', agency: 'chaoan-market-regulation', servedOn: '2026-08-04', identity: 'same', stands: true, proceeding: before.id, caseId: before.caseId, number: expect.stringContaining('〔2026〕'), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(of(found, 'trademark-within-five-years').basis).toMatchObject({ article: '第六十条第二款', status: 'verified' });
    // The calculator takes the fact as it stands: 32,000 is a crime for who was punished before, and none for others.
    expect(crime.next).toEqual({ feeds: 'criminal-threshold', route: 'POST /v1/criminal-thresholds/calculations', body: { day: '2026-10-15', punishedWithinTwoYears: true } });
    const sums = { offence: '214', goods: [{ name: '餐具', quantity: 400, sold: true, price: '80' }], cost: '30000' };
    const met = async (body: object): Promise<boolean> => ok(await cast.officer.post('/v1/criminal-thresholds/calculations', { ...sums, ...body }), 200).criminal.met;
    expect([await met(crime.next.body), await met({ punishedWithinTwoYears: false })]).toEqual([true, false]);
    expect(of(found, 'listing-for-frequency').next).toMatchObject({ route: 'POST /v1/listings', body: { caseId, proceedingId: null, ground: 'wilful-ip-infringement', facts: expect.stringContaining('2026-08-04') } });
    expect(of(found, 'trademark-within-five-years').next).toMatchObject({ feeds: 'heavier-penalty', route: null });
    expect(await file()).toEqual(untouched);
    expect([(await cast.stranger.get(`${ROUTE}/${caseId}/prompts`)).status, (await oversight.get(`${ROUTE}/${caseId}/prompts`)).status, (await cast.operator.get(`${ROUTE}/${caseId}/prompts`)).status]).toEqual([404, 200, 403]);
  });

  it('name no case of another agency', async () => {
    const { caseId } = await accuse(organisationId, away);
    const found = await prompted(caseId, away);
    expect(of(found, 'crime-within-two-years').earlier).toMatchObject([{ agency: 'chaoan-market-regulation', servedOn: '2026-08-04', identity: 'same', proceeding: null, caseId: null, document: null, number: null, sha256: null }]);
    expect(JSON.stringify(found)).not.toContain(before.caseId);
    const pack = ok(await away.post(`${ROUTE}/${caseId}/punitive-packs`), 201);
    expect(JSON.stringify(pack)).not.toContain(before.id);
  });

  it('tell a linked party from the same one: for a person to find', async () => {
    const other = ok(await cast.officer.post('/v1/organisations', { name: '潮州市潮安区测试新设餐具厂' }), 201).id;
    const { caseId, party } = await accuse(other);
    const mark = (at: string, partyId: string): Promise<Json> => cast.officer.post('/v1/infringers/marks', { caseId: at, partyId, field: 'identity-document', value: '445102190001010011', foundIn: '营业执照' });
    expect([(await mark(caseId, party)).status, (await mark(before.caseId, before.party)).status]).toEqual([201, 201]);
    const found = await prompted(caseId);
    expect(of(found, 'punitive-after-penalty').earlier).toMatchObject([{ identity: 'linked', proceeding: before.id }]);
    const { content } = ok(await cast.officer.post(`${ROUTE}/${caseId}/punitive-packs`), 201);
    expect(content.gravity.filter(({ supported }: Json) => supported)).toEqual([]);
    expect(content.decisions).toMatchObject([{ identity: 'linked' }]);
  });

  it('make a pack for the court that can be checked against the chain, and holds nothing of whoever reported', async () => {
    const { caseId } = await accuse(organisationId);
    await prompted(caseId);
    expect((await oversight.post(`${ROUTE}/${caseId}/punitive-packs`)).status).toBe(403);
    const key = { 'idempotency-key': `pack-${caseId}` };
    const pack = ok(await cast.officer.post(`${ROUTE}/${caseId}/punitive-packs`, undefined, key), 201);
    expect(pack.content).toMatchObject({ format: 'punitive-pack/1', rightType: 'trademark', rightNumber: '12345678', decisions: [{ servedOn: '2026-08-04', document: expect.any(String), documentKind: 'penalty-decision', sha256: expect.any(String), sm3: expect.any(String) }] });
    expect(pack.content.gravity.filter(({ supported }: Json) => supported)).toMatchObject([{ code: 'again-after-penalty', basis: { article: '第四条第二款第一项', status: 'verified' } }]);
    expect(pack.content.wilfulness.map(({ supported }: Json) => supported)).toEqual([false, false, false, false, false, false]);
    const [kept] = await app.sql.admin('SELECT sha256 FROM official_document WHERE id = $1', [pack.content.decisions[0].document]);
    expect((kept as Json).sha256).toBe(pack.content.decisions[0].sha256);
    const again = await cast.officer.post(`${ROUTE}/${caseId}/punitive-packs`, undefined, key);
    expect([again.body.id, ok(await cast.officer.get(`${ROUTE}/${caseId}/punitive-packs`), 200).items.map(({ id }: Json) => id)]).toEqual([pack.id, [pack.id]]);
    const answer = await fetch(`${app.url}/v1/infringers/punitive-packs/${pack.id}/file`, { headers: { authorization: `Bearer ${(await app.as('oversight')).token}` } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([answer.status, answer.headers.get('content-disposition'), createHash('sha256').update(bytes).digest('hex')]).toEqual([200, `attachment; filename="punitive-pack-${caseId}-2026-10-15.json"`, pack.sha256]);
    const [chained] = await app.sql.admin("SELECT data ->> 'sha256' AS sha256 FROM ledger_entry WHERE subject_id = $1 AND event = 'case.punitive-pack-made'", [caseId]);
    expect((chained as Json).sha256).toBe(pack.sha256);
    for (const secret of ['陈测试', '13800000000']) expect(bytes.toString()).not.toContain(secret);
    expect((await away.get(`/v1/infringers/punitive-packs/${pack.id}/file`)).status).toBe(404);
  });

  it('are answered on record, and open again when the penalty is revoked', async () => {
    const { caseId } = await accuse(organisationId);
    const { digest } = of(await prompted(caseId), 'crime-within-two-years');
    const say = (body: object, by = cast.officer): Promise<{ status: number; body: Json }> => by.post(`${ROUTE}/${caseId}/prompts/answer`, { rule: 'crime-within-two-years', digest, outcome: 'followed', reason: '拟从重，联系人13812345678', ...body });
    expect([(await say({ rule: 'trademark-within-five-years' })).body.code, (await say({ rule: 'same-patent-again' })).body.code, (await say({}, oversight)).status, (await say({}, away)).status]).toEqual(['repeat.facts-changed', 'repeat.no-prompt', 403, 404]);
    ok(await say({}), 201);
    const answered = of(await promptsOf(caseId), 'crime-within-two-years');
    expect(answered).toMatchObject({ state: 'answered', outcome: 'followed', digest });
    expect(answered.reason).not.toContain('13812345678');
    app.now.set('2026-10-20T10:00:00+08:00');
    await done(cast.officer, before.id, 'record-challenge', { way: 'reconsideration', at: '2026-10-20T09:00:00+08:00', body: '潮安区人民政府（测试）', fileNumber: '安府复〔2026〕1号' });
    expect(of(await promptsOf(caseId), 'crime-within-two-years').state).toBe('answered');
    await done(cast.head, before.id, 'record-revocation', { at: '2026-10-20T09:30:00+08:00', fileNumber: '安府复决〔2026〕1号' });
    const fell = await promptsOf(caseId);
    expect(fell.items).toMatchObject([{ rule: 'crime-within-two-years', state: 'reopened', earlier: [], outcome: 'followed', next: { body: { punishedWithinTwoYears: false } } }]);
    expect(fell.fallen).toMatchObject([{ proceeding: before.id, stands: false }]);
    ok(await say({ digest: fell.items[0].digest, outcome: 'not-followed', reason: '处罚已撤销' }), 201);
    expect((await promptsOf(caseId)).items).toMatchObject([{ state: 'answered', outcome: 'not-followed' }]);
  });

  it('show no row without claims or to an agency without the case, and change none', async () => {
    const stranger = { scope: 'agencies' as const, actor: 'test', agencies: ['raoping-market-regulation'], regions: null };
    for (const table of ['repeat_answer', 'punitive_pack']) {
      for (const claims of [stranger, { ...stranger, scope: 'none' as const }]) expect(await app.database.read(claims, { name: `none-${table}`, text: `SELECT id FROM ${table}` }, [])).toEqual([]);
      const change = app.database.transact({ ...stranger, scope: 'city' as const }, [], (transaction) => transaction.query({ name: `change-${table}`, text: `UPDATE ${table} SET case_id = case_id RETURNING id` }, []));
      await expect(change).rejects.toThrow('permission denied');
    }
  });
});
