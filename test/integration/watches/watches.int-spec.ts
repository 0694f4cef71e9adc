import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';
import { refusals, sureStepsOn } from '../../support/proceeding.steps.js';
import { until } from '../../support/wait.js';
import { castOf, CHAOAN, type Cast } from '../cases/cases.ground.js';

const NOW = '2026-11-23T10:00:00+08:00';
const [MINE, OTHER] = ['91445102MA00TQT199', '91445103MA00TQT27J'];
const sure = sureStepsOn('whitelist-entries');

describe('early warnings over HTTP', () => {
  let app: TestApp;
  let cast: Cast;
  let entry: string;

  beforeAll(async () => {
    app = await startTestApp({ at: NOW, env: { ROLE: 'all' } });
    cast = await castOf(app);
    const { body } = await cast.officer.post('/v1/whitelist-entries', {
      name: '潮州市某陶瓷有限公司（测试）', uscc: MINE, industry: 'ceramics', industryClass: '3074', region: '445103', rights: [{ type: 'trademark', number: '7654 3210', name: '映月窑' }],
      contacts: [{ name: '吴联系测试', phone: '13500000001', post: '经理' }], materials: ['application-form', 'business-licence', 'right-certificates', 'evidence-of-use', 'promise'],
    });
    entry = body.id;
    await sure(cast.officer, entry, 'take-on', {});
    await sure(cast.officer, entry, 'give-notice', { opinion: '同意', channel: '网站', rightsConfirmed: true });
    app.now.set('2026-12-03T10:00:00+08:00');
    await sure(cast.head, entry, 'decide', {});
  });
  afterAll(() => app.close());

  const carried = (): Promise<unknown> => until('all was carried', async () => (await app.sql.admin('SELECT 1 FROM outbox WHERE completed_at IS NULL')).length === 0);
  const alerts = async (): Promise<Json[]> => {
    await carried();
    return (await cast.officer.get(`/v1/watch-alerts?entry=${entry}&limit=200`)).body.items;
  };
  const file = async (more: Json): Promise<string> => {
    const { status, body } = await cast.operator.post('/v1/complaints', report(more));
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id;
  };
  const about = async (id: string): Promise<Json[]> => (await alerts()).filter(({ aboutId }) => aboutId === id);

  it('are raised by a complaint that names a right under watch, without a word of who reported or what', async () => {
    const id = await file({ reporter: { name: '卓线索测试', phone: '13700000008' }, facts: '暗号青松：某仓库存放仿冒瓷器', target: { name: '某仿冒者（测试）', uscc: OTHER }, right: { type: 'trademark', number: '76543210', holder: 'none' } });
    const [alert] = await about(id);
    expect(alert).toEqual({ id: expect.any(String), state: 'raised', version: 1, agency: CHAOAN, entryId: entry, touchedBy: 'complaint', aboutId: id, key: 'trademark:76543210', raisedAt: '2026-12-03T02:00:00.000Z', note: null });
    const stored = JSON.stringify([await app.sql.admin('SELECT * FROM watch_alert'), await app.sql.admin("SELECT * FROM ledger_entry WHERE subject_type = 'watch-alert'"), await app.sql.admin("SELECT * FROM message WHERE moment = 'early-warning'"), alert]);
    for (const secret of ['卓线索', '13700000008', '青松', '仿冒者', OTHER]) expect(stored).not.toContain(secret);
    // The heads of the office hear of it.
    expect((await cast.head.get('/v1/inbox?limit=200')).body.items.filter(({ moment }: Json) => moment === 'early-warning').map(({ aboutId }: Json) => aboutId)).toEqual([alert.id]);
    // The same event again raises nothing.
    await app.sql.admin("INSERT INTO outbox (id, event, subject_type, subject_id, seq, created_at) VALUES (uuidv7(), 'complaint.registered', 'complaint', $1, 1, now())", [id]);
    expect(await about(id)).toHaveLength(1);
  });

  it('are not raised by other rights, nor for whom the complaint is about', async () => {
    const others = [await file({ right: { type: 'trademark', number: '11112222', holder: 'none' } }), await file({ right: { type: 'patent', number: '202630000001.X', holder: 'none' } }), await file({ right: { type: 'none', holder: 'none' } })];
    const against = await file({ target: { name: '潮州市某陶瓷有限公司（测试）', uscc: MINE }, right: { type: 'trademark', number: '76543210', holder: 'none' } });
    for (const id of [...others, against]) expect(await about(id)).toEqual([]);
  });

  it('are raised by a right of somebody else under the same name, and not by the firm’s own', async () => {
    const { body: firm } = await cast.officer.post('/v1/organisations', { name: '潮州市某陶瓷有限公司（测试）', uscc: MINE });
    const { body: own } = await cast.officer.post('/v1/rights', { type: 'trademark', number: '76543210', title: '映月窑' });
    const { body: theirs } = await cast.officer.post('/v1/rights', { type: 'trademark', number: '88889999', title: '映月 窑' });
    expect(firm.id).toBeDefined();
    expect((await about(theirs.id)).map(({ touchedBy, key }) => [touchedBy, key])).toEqual([['right', 'name:映月窑']]);
    expect(await about(own.id)).toEqual([]);
  });

  it('are raised by what is published', async () => {
    const publish = async (text: string, search: string): Promise<string> => {
      const [{ id } = { id: '' }] = await app.sql.admin<{ id: string }>("INSERT INTO public_record (id, shelf, agency, title, parties, search, text, display_class, published_at) VALUES (uuidv7(), 'penalties', $1, '测试', '[]', $2, $3, 'ordinary', now()) RETURNING id", [CHAOAN, search, text]);
      await app.sql.admin("INSERT INTO outbox (id, event, subject_type, subject_id, seq, created_at) VALUES (uuidv7(), 'publication.published', 'publication', $1, 1, now())", [id]);
      return id;
    };
    const [touching, other, own] = [await publish('当事人销售标有“映月窑”商标的茶具', '某店'), await publish('当事人销售无证食品', '某店'), await publish('当事人使用“映月窑”商标虚假宣传', MINE.toLowerCase())];
    expect((await about(touching)).map(({ touchedBy, key }) => [touchedBy, key])).toEqual([['publication', 'name:映月窑']]);
    expect([await about(other), await about(own)]).toEqual([[], []]);
  });

  it('are told or dismissed by the office that keeps the entry, once, and seen by nobody else', async () => {
    const [one, two] = [await file({ right: { type: 'trademark', number: '76543210', holder: 'none' } }), await file({ right: { type: 'trademark', number: '76543210', holder: 'none' } })];
    const [[first], [second]] = [await about(one), await about(two)];
    const path = `/v1/watch-alerts/${first.id}`;
    for (const by of [cast.officer, cast.head, cast.city, await app.as('registry-reviewer', CHAOAN)]) expect((await by.get(path)).status).toBe(200);
    expect([(await cast.stranger.get(path)).status, (await cast.operator.get(path)).status, (await cast.stranger.get('/v1/watch-alerts')).body.items]).toEqual([404, 403, []]);
    expect(refusals(await cast.city.command(`${path}/dismiss`, 1, { reason: '无' }))).toEqual(['watch-alert.foreign-agency']);
    const told = await cast.officer.command(`${path}/tell`, 1, { how: '电话告知联系人，回电13812345678' });
    expect(told.body).toMatchObject({ state: 'told', note: expect.not.stringContaining('13812345678') });
    expect((await cast.officer.command(`${path}/tell`, 2, { how: '再次' })).body.code).toBe('command.refused');
    expect((await cast.officer.command(`/v1/watch-alerts/${second.id}/dismiss`, 1, { reason: '与所列权利无关' })).body.state).toBe('dismissed');
    expect((await cast.officer.get(`${path}/timeline`)).body.items.map(({ event, actor }: Json) => [event, actor])).toEqual([['watch-alert.raised', 'system:watches'], ['watch-alert.told', cast.officer.id]]);
    expect((await cast.officer.get(`/v1/watch-alerts?entry=${entry}&state=dismissed`)).body.items.map(({ id }: Json) => id)).toEqual([second.id]);
  });

  it('cease when the firm is off the list, and follow its rights when they change', async () => {
    await sure(cast.officer, entry, 'change', { reason: '新增权利', rights: [{ type: 'trademark', number: '55556666' }] });
    const [old, fresh] = [await file({ right: { type: 'trademark', number: '76543210', holder: 'none' } }), await file({ right: { type: 'trademark', number: '55556666', holder: 'none' } })];
    expect([(await about(old)).length, (await about(fresh)).length]).toEqual([0, 1]);
    await sure(cast.officer, entry, 'leave', { reason: '企业申请' });
    expect(await about(await file({ right: { type: 'trademark', number: '55556666', holder: 'none' } }))).toEqual([]);
  });
});
