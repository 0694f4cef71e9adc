import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';
import { clocks, refusals, stepsOn, sureStepsOn } from '../../support/proceeding.steps.js';
import { act, castOf, CHAOAN, openCase, type Cast } from '../cases/cases.ground.js';

const NOW = '2026-11-23T10:00:00+08:00';
const FIRMS = ['91445102MA00TQT199', '91445103MA00TQT27J', '92445122MA00TQT35T', '91445100000000019Y'];
const MATERIALS = ['application-form', 'business-licence', 'right-certificates', 'evidence-of-use', 'promise'];
const step = stepsOn('whitelist-entries');
const sure = sureStepsOn('whitelist-entries');
const CONTACT = { name: '周联系测试', phone: '13600000001', post: '法务经理' };
const application = (uscc: string, more: Json = {}): Json => ({
  name: '潮州市潮安区某不锈钢制品厂（测试）', uscc, industry: 'stainless-steel', industryClass: '3382', region: '445103', rights: [{ type: 'trademark', number: '12345678', name: '测试牌' }], contacts: [CONTACT], materials: MATERIALS, ...more,
});

describe('the whitelist over HTTP', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp({ at: NOW });
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  const free = async (uscc: string): Promise<void> => void (await app.sql.admin("UPDATE whitelist_entry SET state = 'withdrawn' WHERE uscc = $1", [uscc]));
  const applied = async (uscc: string, more: Json = {}, by: Client = cast.officer): Promise<Json> => {
    await free(uscc);
    const { status, body } = await by.post('/v1/whitelist-entries', application(uscc, more));
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body;
  };
  const NOTICE = { opinion: '权利有效，信用记录良好', channel: '潮州市市场监督管理局网站', rightsConfirmed: true };
  const noticed = async (uscc: string): Promise<string> => {
    const { id } = await applied(uscc);
    await sure(cast.officer, id, 'take-on', {});
    await sure(cast.officer, id, 'give-notice', NOTICE);
    return id;
  };
  const listed = async (uscc: string): Promise<string> => {
    const id = await noticed(uscc);
    app.now.set('2026-12-03T10:00:00+08:00');
    await sure(cast.head, id, 'decide', {});
    app.now.set(NOW);
    return id;
  };

  it('go from the application to the certificate, with what is missing said once', async () => {
    const [uscc = ''] = FIRMS;
    const { id, ...entry } = await applied(uscc, { materials: MATERIALS.slice(0, 4) });
    expect(entry).toMatchObject({ state: 'applied', version: 1, agency: CHAOAN, rights: [{ type: 'trademark', number: '12345678', name: '测试牌' }], contacts: [CONTACT], certificate: null, listedAt: null, objections: [] });
    // Five working days from Monday 23 November: Monday 30.
    expect(entry.nextDue).toBe('2026-11-30T15:59:59.999Z');
    const taken = await step(cast.officer, id, 'take-on', {});
    expect([refusals(taken), taken.body.failedGuards[0].details]).toEqual([['whitelist.materials-missing'], { missing: ['promise'] }]);
    await sure(cast.officer, id, 'ask-correction', { missing: '缺少诚信承诺书' });
    expect(await sure(cast.officer, id, 'correct', { materials: ['promise'] })).toMatchObject({ state: 'applied', missing: '缺少诚信承诺书', materials: MATERIALS });
    expect(refusals(await step(cast.officer, id, 'ask-correction', { missing: '再次' }))).toEqual(['whitelist.asked-before']);
    await sure(cast.officer, id, 'take-on', {});
    expect(refusals(await step(cast.officer, id, 'give-notice', { ...NOTICE, rightsConfirmed: false }))).toEqual(['whitelist.rights-unconfirmed']);
    await sure(cast.officer, id, 'give-notice', NOTICE);
    expect((await app.sql.admin("SELECT kind, legal_due::text FROM deadline WHERE subject_id = $1 AND status = 'running' ORDER BY kind", [id])).map(({ kind, legal_due }: Json) => `${kind} ${legal_due.slice(0, 10)}`)).toEqual(['whitelist.decision 2026-12-21', 'whitelist.objection 2026-12-02']);
    expect(refusals(await step(cast.head, id, 'decide', {}))).toEqual(['whitelist.window-running']);
    app.now.set('2026-12-03T10:00:00+08:00');
    expect((await step(cast.officer, id, 'decide', {})).status).toBe(403);
    const decided = await sure(cast.head, id, 'decide', {});
    expect(decided).toMatchObject({ state: 'listed', listedAt: '2026-12-03T02:00:00.000Z', validUntil: '2028-12-03T15:59:59.999Z', certificate: expect.stringMatching(/^ZB2026-[0-9A-F]{12}$/) });
    expect(clocks({ deadlines: await app.sql.admin('SELECT kind, status, to_char(legal_due AT TIME ZONE \'UTC\', \'YYYY-MM-DD"T"HH24:MI\') AS "legalDue" FROM deadline WHERE subject_id = $1 AND ended_at IS NULL ORDER BY kind', [id]) })).toEqual(['whitelist.term running 2028-12-03T15:59', 'whitelist.yearly-review running 2027-12-03T15:59']);
    // Whoever is shown the certificate looks it up; nothing of the contacts is there.
    const shown = await fetch(`${app.url}/v1/public/whitelist-certificates/${decided.certificate}`);
    expect(await shown.json()).toEqual({ name: '潮州市潮安区某不锈钢制品厂（测试）', uscc, industry: 'stainless-steel', state: 'listed', certificate: decided.certificate, listedAt: '2026-12-03T02:00:00.000Z', validUntil: '2028-12-03T15:59:59.999Z' });
    expect((await fetch(`${app.url}/v1/public/whitelist-certificates/ZB2026-000000000000`)).status).toBe(404);
    const all = await (await fetch(`${app.url}/v1/public/whitelist?limit=200`)).text();
    expect([all.includes(uscc), all.includes('周联系'), all.includes('13600000001')]).toEqual([true, false, false]);
    expect(JSON.stringify(await app.sql.admin('SELECT data FROM ledger_entry WHERE subject_id = $1', [id]))).not.toContain('13600000001');
    app.now.set(NOW);
  });

  it('refuse what is not in order', async () => {
    const [, , uscc = ''] = FIRMS;
    const post = async (more: Json): Promise<string[]> => refusals(await cast.officer.post('/v1/whitelist-entries', application(uscc, more)));
    await free(uscc);
    expect(await post({ uscc: '91445103MA00TQT27A' })).toEqual(['whitelist.credit-code']);
    expect(await post({ industryClass: '3071' })).toEqual(['whitelist.no-such-industry']);
    for (const wrong of [{ rights: [] }, { contacts: [] }, { materials: ['bribe'] }, { industry: 'tea' }, { uscc: '1' }]) expect([wrong, (await cast.officer.post('/v1/whitelist-entries', application(uscc, wrong))).status]).toEqual([wrong, 400]);
    const both = await Promise.all([1, 2, 3, 4].map(() => cast.officer.post('/v1/whitelist-entries', application(uscc))));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(both.filter(({ status }) => status === 409).flatMap(refusals)).toEqual(Array.from({ length: 3 }, () => 'whitelist.already-there'));
    expect((await cast.operator.post('/v1/whitelist-entries', application(uscc))).status).toBe(403);
  });

  it('hear objections, and list nobody against one that is right', async () => {
    const [, , uscc = ''] = FIRMS;
    const id = await noticed(uscc);
    const { objections: [first] } = await sure(cast.officer, id, 'record-objection', { from: 'person', content: '权利已无效，我是13812345678' });
    expect(first).toMatchObject({ from: 'person', answer: null, upheld: null, content: expect.not.stringContaining('13812345678') });
    const { objections } = await sure(cast.officer, id, 'record-objection', { from: 'firm', content: '另一企业在先使用' });
    app.now.set('2026-12-03T10:00:00+08:00');
    expect(refusals(await step(cast.officer, id, 'record-objection', { from: 'firm', content: '迟到' }))).toEqual(['whitelist.window-over']);
    expect(refusals(await step(cast.head, id, 'decide', {}))).toEqual(['whitelist.objection-open']);
    await sure(cast.officer, id, 'answer-objection', { objection: first.id, answer: '经查有效', upheld: false });
    expect(refusals(await step(cast.officer, id, 'answer-objection', { objection: first.id, answer: '再答', upheld: false }))).toEqual(['whitelist.no-such-objection']);
    await sure(cast.officer, id, 'answer-objection', { objection: objections[1].id, answer: '异议成立', upheld: true });
    expect(refusals(await step(cast.head, id, 'decide', {}))).toEqual(['whitelist.objection-upheld']);
    expect(await sure(cast.head, id, 'refuse', { reason: '异议成立' })).toMatchObject({ state: 'refused', nextDue: null });
    app.now.set(NOW);
  });

  it('are decided by somebody else than examined them', async () => {
    const [, , , uscc = ''] = FIRMS;
    const { id } = await applied(uscc);
    await sure(cast.officer, id, 'take-on', {});
    await sure(cast.head, id, 'give-notice', NOTICE);
    app.now.set('2026-12-03T10:00:00+08:00');
    expect(refusals(await step(cast.head, id, 'decide', {}))).toEqual(['whitelist.examined-by-oneself']);
    expect((await sure(await app.as('agency-head', CHAOAN), id, 'decide', {})).state).toBe('listed');
    app.now.set(NOW);
  });

  it('are not for a firm that is on the register of the dishonest, or was punished lately', async () => {
    const [, , uscc = ''] = FIRMS;
    const { id } = await applied(uscc);
    await sure(cast.officer, id, 'take-on', {});
    await app.sql.admin('ALTER TABLE registry_entry DISABLE TRIGGER USER');
    await app.sql.admin("INSERT INTO registry_entry (id, list, listing_id, decision_id, agency, uscc, name, ground, valid_from, known_from) VALUES (uuidv7(), 'serious-dishonesty', uuidv7(), uuidv7(), $2, $1, '某厂', 'wilful-ip-infringement', '2026-01-01', '2026-01-01')", [uscc, CHAOAN]);
    const refused = await step(cast.officer, id, 'give-notice', NOTICE);
    expect([refusals(refused), refused.body.failedGuards[0].details]).toEqual([['whitelist.record-not-clean'], { dishonest: true, punished: false }]);
    await app.sql.admin('DELETE FROM registry_entry WHERE uscc = $1', [uscc]);
    await app.sql.admin('ALTER TABLE registry_entry ENABLE TRIGGER USER');
    expect((await sure(cast.officer, id, 'give-notice', NOTICE)).state).toBe('noticed');
  });

  it('change, are reviewed every year, and end after a hearing', async () => {
    const [, uscc = ''] = FIRMS;
    const id = await listed(uscc);
    const changed = await sure(cast.officer, id, 'change', { reason: '变更联系人', contacts: [{ ...CONTACT, phone: '13600000002' }] });
    expect([changed.contacts[0].phone, changed.rights.length]).toEqual(['13600000002', 1]);
    app.now.set('2027-11-01T10:00:00+08:00');
    expect(await sure(cast.officer, id, 'review', { opinion: '权利有效' })).toMatchObject({ reviewedAt: '2027-11-01T02:00:00.000Z', nextDue: '2028-11-01T15:59:59.999Z' });
    await sure(cast.officer, id, 'ask-exit', { ground: 'infringed', facts: '行政处罚决定书已送达' });
    expect(refusals(await step(cast.head, id, 'exit', { reason: '退出' }))).toEqual(['whitelist.not-heard']);
    await sure(cast.officer, id, 'record-statement', { content: '愿意整改' });
    expect(await sure(cast.head, id, 'keep', { reason: '情节轻微' })).toMatchObject({ state: 'listed', exitGround: null, statement: null });
    await sure(cast.head, id, 'ask-exit', { ground: 'false-materials', facts: '材料不实' });
    expect(refusals(await step(cast.head, id, 'exit', { reason: '退出' }))).toEqual(['whitelist.asked-by-oneself', 'whitelist.not-heard']);
    app.now.set('2027-11-20T10:00:00+08:00');
    expect(await sure(await app.as('agency-head', CHAOAN), id, 'exit', { reason: '材料不实' })).toMatchObject({ state: 'exited', exitGround: 'false-materials', nextDue: null });
    app.now.set(NOW);
  });

  it('leave by the wish of the firm, and before anything was decided', async () => {
    const [, uscc = ''] = FIRMS;
    expect((await sure(cast.officer, await listed(uscc), 'leave', { reason: '企业申请退出' })).state).toBe('exited');
    expect((await sure(cast.officer, (await applied(uscc)).id, 'withdraw', { reason: '企业撤回' })).state).toBe('withdrawn');
  });

  it('are seen in the agency that took them in, and by who sees the city', async () => {
    const [, uscc = ''] = FIRMS;
    const { id } = await applied(uscc);
    for (const by of [cast.officer, cast.head, cast.city, await app.as('oversight'), await app.as('registry-reviewer', CHAOAN)]) expect((await by.get(`/v1/whitelist-entries/${id}`)).status).toBe(200);
    expect((await cast.stranger.get(`/v1/whitelist-entries/${id}`)).status).toBe(404);
    expect((await cast.operator.get(`/v1/whitelist-entries/${id}`)).status).toBe(403);
    expect((await cast.stranger.get(`/v1/whitelist-entries?uscc=${uscc}`)).body.items).toEqual([]);
    expect((await cast.officer.get(`/v1/whitelist-entries?uscc=${uscc}&state=applied&industry=stainless-steel`)).body.items.map((one: Json) => one.id)).toEqual([id]);
    expect(refusals(await step(cast.city, id, 'take-on', {}))).toEqual(['whitelist.foreign-agency']);
    expect((await cast.officer.get(`/v1/whitelist-entries/${id}/timeline`)).body.items.map(({ event }: Json) => event)).toEqual(['whitelist-entry.applied']);
  });

  it('shield nobody: a complaint about a listed firm goes as one about any other', async () => {
    const [, listedFirm = '', otherFirm = ''] = FIRMS;
    await listed(listedFirm);
    await free(otherFirm);
    const NAME = '潮州市潮安区某厨具厂（测试）';
    const bare = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, one: unknown) => (/^(id|.*Id|receiptNumber|externalNumber|caseNumber|uscc|targetUscc|sha256|seq|rankAt|receiptCode|sm3|number)$/.test(key) ? '*' : one)));
    const walked = async (uscc: string): Promise<unknown> => {
      const filed = await cast.operator.post('/v1/complaints', report({ target: { name: NAME, uscc } }));
      const complaint: string = filed.body.id;
      await cast.officer.command(`/v1/complaints/${complaint}/accept`, 1);
      const opened = await cast.officer.command(`/v1/complaints/${complaint}/open-case`, 2);
      const caseId: string = opened.body.caseId;
      const decision = (await cast.officer.get(`/v1/complaints/${complaint}`)).body;
      const file = (await cast.officer.get(`/v1/cases/${caseId}`)).body;
      const commands = (await cast.officer.get(`/v1/cases/${caseId}/available-commands`)).body;
      const passage = (await cast.officer.post('/v1/lane-passages', { caseId, sameMarkOrDesign: true, factsClear: true, evidenceComplete: true, foreignEvidence: false, contested: false, grave: false, amount: 12_000, venue: 'elsewhere' })).body;
      const deadlines = await app.sql.admin('SELECT kind, status, legal_due, safe_due FROM deadline WHERE within_id = $1 OR subject_id IN ($1, $2) ORDER BY kind, legal_due', [caseId, complaint]);
      const [rank] = await app.sql.admin<Json>('SELECT lane, flags, tracks, agency, rank_at - opened_at AS waits FROM case_file WHERE id = $1', [caseId]);
      return bare({ filed: filed.body, decision, file, commands, lane: [passage.proposedLane, passage.verdict], deadlines, rank });
    };
    expect(await walked(listedFirm)).toEqual(await walked(otherFirm));
  });

  it('are a hint to who sees the case, and to nobody else', async () => {
    const [, uscc = ''] = FIRMS;
    const id = await listed(uscc);
    const { id: caseId } = await openCase(cast, { target: { name: '潮州市潮安区某厨具厂（测试）', uscc } });
    expect((await cast.officer.get(`/v1/cases/${caseId}/whitelist-hints`)).body.items).toEqual([{ name: '潮州市潮安区某不锈钢制品厂（测试）', uscc, role: 'target', entry: id }]);
    expect((await cast.stranger.get(`/v1/cases/${caseId}/whitelist-hints`)).status).toBe(404);
    const { body: organisation } = await cast.officer.post('/v1/organisations', { name: '某权利人（测试）', uscc: FIRMS[0] });
    await cast.officer.post(`/v1/cases/${caseId}/parties`, { role: 'complainant-right-holder', organisationId: organisation.id, reason: '测试' });
    await app.sql.admin("UPDATE whitelist_entry SET state = 'listed' WHERE uscc = $1 AND certificate IS NOT NULL", [FIRMS[0]]);
    expect((await cast.officer.get(`/v1/cases/${caseId}/whitelist-hints`)).body.items.map(({ role }: Json) => role).sort()).toEqual(['complainant-right-holder', 'target']);
    expect((await act(cast.officer, caseId, 'claim')).status).toBe(200);
  });
});
