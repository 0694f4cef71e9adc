import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { act, DECISION, done, FINE, GOODS, notified, REASONS, served, service, WARNING, type Walk } from '../penalties/penalties.ground.js';
import { follow, move, moved, publicationOf, published, publishersOf, sweep, type Publishers } from './publications.ground.js';

jest.setTimeout(120_000);

const codes = ({ body }: { body: Json }): string[] => (body.failedGuards ?? []).map(({ code }: Json) => code);
const SECRETS = '汇款至6222020000000000000，司机座机0768-2345678，住潮州市湘桥区测试路12号3栋502室';

/** Days counted by hand on the calendar of 2026. The decision is of 3 August, a Monday; served on the 4th. */
describe('the life of a publication', () => {
  let app: TestApp;
  let cast: Publishers;
  const clocks = async (id: string): Promise<Record<string, [string, string | null]>> =>
    Object.fromEntries((await app.sql.admin('SELECT kind, status, legal_due FROM deadline WHERE subject_id = $1', [id])).map(({ kind, status, legal_due: due }: Json) => [kind, [status, due === null ? null : new Date(due.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)]]));
  const decided = async (facts: string): Promise<Walk> => {
    const walk = await notified(app, cast, { notice: { ...REASONS, penalties: [FINE, GOODS] } });
    app.now.set('2026-08-03T10:00:00+08:00');
    const { document } = await done(cast.head, walk.id, 'decide', { ...DECISION, facts, penalties: [FINE, GOODS] });
    app.now.set('2026-08-04T10:00:00+08:00');
    await done(cast.officer, walk.id, 'serve-decision', service(cast, walk, document.id, '2026-08-04T09:00:00+08:00'));
    return walk;
  };

  beforeAll(async () => {
    app = await startTestApp();
    cast = await publishersOf(app);
  });
  afterAll(() => app.close());

  describe('of a penalty', () => {
    let walk: Walk;
    let id: string;

    it('is drafted once when the decision is served, and takes over the clock of twenty working days (公示规定第九条)', async () => {
      walk = await decided(`当事人销售侵权餐具二百套。${SECRETS}。`);
      expect((await clocks(walk.id))['penalty.publication']).toEqual(['running', '2026-08-31']);
      await follow(app, 'penalty.decision-served', walk.id, 'publications.draft');
      await follow(app, 'penalty.decision-served', walk.id, 'publications.draft');
      const draft = await publicationOf(app, cast.officer, walk.id);
      ({ id } = draft);
      expect(draft).toMatchObject({ state: 'draft', profile: 'penalty-decision', title: '行政处罚决定书', number: expect.stringMatching(/^潮安市监处罚〔2026〕\d+号$/), decidedOn: '2026-08-03', displayClass: 'ordinary', otherProvince: false, toldAt: '2026-08-04T01:00:00.000Z' });
      expect(await clocks(id)).toEqual({ 'penalty.publication': ['running', '2026-08-31'] });
      expect(Object.keys(await clocks(walk.id))).not.toContain('penalty.publication');
    });

    it('shows original and redacted side by side; the machine has hidden numbers, accounts and addresses', async () => {
      const { status, body } = await cast.publisher.get(`/v1/publications/${id}/review`);
      expect(status).toBe(200);
      const hidden = body.segments.filter(({ kept }: Json) => !kept).map(({ rule, original, shown }: Json) => [rule, original, shown]);
      expect(hidden).toEqual([['bank-account', '6222020000000000000', '〔账号〕'], ['phone', '0768-2345678', '〔电话〕'], ['address', '潮州市湘桥区测试路12号3栋502室', '〔住址〕']]);
      const original = body.segments.map((segment: Json) => segment.original).join('');
      expect(original).toContain('市场监督管理部门将依法向社会公开行政处罚决定信息');
      expect(original).toMatch(/^行政处罚、行政裁决信息摘要\n文号：/);
      expect(await cast.stranger.get(`/v1/publications/${id}/review`)).toMatchObject({ status: 404 });
    });

    it('goes from the officer of the case to a reviewer who did not handle it', async () => {
      expect(await move(cast.publisher, id, 'submit')).toMatchObject({ status: 403 });
      expect(codes(await move(cast.officer, id, 'submit', { restrictedUntil: '2027-01-01' }))).toEqual(['publication.restriction-undated']);
      expect(await moved(cast.officer, id, 'submit', { band: 'light', field: 'food' })).toMatchObject({ state: 'in-review', displayClass: 'serious-field', preparedBy: cast.officer.id });
      await app.sql.admin('UPDATE publication SET handlers = handlers || $2::text WHERE id = $1', [id, cast.second.id]);
      expect(codes(await move(cast.second, id, 'approve', { secrecyReviewed: true, opinion: '同意' }))).toEqual(['publication.reviewer-handled']);
      expect(await moved(cast.publisher, id, 'return', { reason: '领域有误' })).toMatchObject({ state: 'draft', reason: '领域有误' });
      expect(await moved(cast.officer, id, 'submit')).toMatchObject({ displayClass: 'ordinary', reason: null });
    });

    it('is edited with reasons; what has to stay hidden stays hidden', async () => {
      const { body: { segments } } = await cast.publisher.get(`/v1/publications/${id}/review`);
      const at = (rule: string): { start: number; end: number } => segments.map(({ start, end, rule: name }: Json) => ({ start, end, name })).find(({ name }: Json) => name === rule);
      const { start, end } = at('phone');
      expect(codes(await move(cast.publisher, id, 'redact', { showAgain: [{ start, end, reason: '测试' }] }))).toEqual(['publication.must-stay-hidden']);
      expect(codes(await move(cast.publisher, id, 'redact', { hide: [{ start: end - 2, end: end + 3, rule: 'reviewer', reason: '测试' }] }))).toEqual(['publication.spans-unfit']);
      const address = at('address');
      await moved(cast.publisher, id, 'redact', { hide: [{ start: 0, end: 4, rule: 'reviewer', reason: '测试' }], showAgain: [{ start: address.start, end: address.end, reason: '系经营场所' }] });
      const after = (await cast.publisher.get(`/v1/publications/${id}/review`)).body.segments.filter(({ kept }: Json) => !kept).map(({ rule }: Json) => rule);
      expect(after).toEqual(['reviewer', 'bank-account', 'phone']);
      await moved(cast.publisher, id, 'redact', { hide: [{ start: address.start, end: address.end, rule: 'address', reason: '住址' }], showAgain: [{ start: 0, end: 4, reason: '误加' }] });
    });

    it('is published by another than the reviewer; the display begins', async () => {
      expect(codes(await move(cast.publisher, id, 'approve', { secrecyReviewed: false, opinion: '同意' }))).toEqual(['publication.secrecy-not-reviewed']);
      expect(await moved(cast.publisher, id, 'approve', { secrecyReviewed: true, opinion: '同意' })).toMatchObject({ state: 'approved', approvedBy: cast.publisher.id });
      expect(await move(cast.officer, id, 'publish')).toMatchObject({ status: 403 });
      app.now.set('2026-08-10T10:00:00+08:00');
      expect(await moved(cast.head, id, 'publish')).toMatchObject({ state: 'published', publishedAt: '2026-08-10T02:00:00.000Z' });
      expect(await clocks(id)).toEqual({ 'penalty.publication': ['met', '2026-08-31'], 'publication.display-ordinary': ['running', '2027-08-10'] });
      const [{ published: text, original }] = (await app.sql.admin('SELECT published, original FROM publication WHERE id = $1', [id])) as [Json];
      expect(text).not.toMatch(/0768-2345678|6222020000000000000|测试路12号/);
      expect(original).toContain('0768-2345678');
    });

    it('may hide more at any time, and never show more', async () => {
      expect(codes(await move(cast.publisher, id, 'redact', { showAgain: [{ start: (await place('address')).start, end: (await place('address')).end, reason: '测试' }] }))).toEqual(['publication.shows-more']);
      expect(await moved(cast.publisher, id, 'redact', { hide: [{ start: 0, end: 2, rule: 'reviewer', reason: '更正' }] })).toMatchObject({ state: 'published' });
      expect((await app.sql.admin('SELECT left(published, 6) AS text FROM publication WHERE id = $1', [id]))[0]).toEqual({ text: '〔不予公示〕' });
    });

    it('stops by itself when its time is over (第十五条)', async () => {
      app.now.set('2027-08-11T00:30:00+08:00');
      await sweep(app);
      expect(await publicationOf(app, cast.officer, walk.id)).toMatchObject({ state: 'stopped' });
    });

    const place = async (rule: string): Promise<Json> => (await cast.publisher.get(`/v1/publications/${id}/review`)).body.segments.find((segment: Json) => segment.rule === rule);
  });

  it('is not opened for a mere warning: the reason is on record, and no clock runs (第二条第二款)', async () => {
    const walk = await served(app, cast, [WARNING]);
    await follow(app, 'penalty.decision-served', walk.id, 'publications.draft');
    const left = await publicationOf(app, cast.officer, walk.id);
    expect(left).toMatchObject({ state: 'not-published', exemption: 'warning-only', displayClass: 'none' });
    expect(await clocks(left.id)).toEqual({});
    expect((await cast.publisher.get(`/v1/publications/${left.id}/review`)).body.segments).toEqual([]);
  });

  it('of a firm of another province is pushed there before it is published; each half has its ten working days (第十条)', async () => {
    const walk = await decided('当事人销售侵权餐具二百套');
    await app.sql.admin("UPDATE organisation SET region = '350583' WHERE id IN (SELECT organisation_id FROM case_party WHERE case_id = $1)", [walk.caseId]);
    await follow(app, 'penalty.decision-served', walk.id, 'publications.draft');
    const draft = await publicationOf(app, cast.officer, walk.id);
    expect(draft.otherProvince).toBe(true);
    // The ten days begin after the decision of 3 August: the tenth is the 17th.
    expect((await clocks(draft.id))['penalty.publication-push']).toEqual(['running', '2026-08-17']);
    await moved(cast.officer, draft.id, 'submit', {});
    await moved(cast.publisher, draft.id, 'approve', { secrecyReviewed: true, opinion: '同意' });
    expect(codes(await move(cast.head, draft.id, 'publish'))).toEqual(['publication.not-pushed']);
    app.now.set('2026-08-05T10:00:00+08:00');
    await moved(cast.officer, draft.id, 'record-push', { to: '福建省市场监督管理局', receipt: '闽推送〔2026〕1号' });
    expect(await clocks(draft.id)).toMatchObject({ 'penalty.publication-push': ['met', '2026-08-17'], 'penalty.publication-assist': ['running', '2026-08-19'] });
    expect(await moved(cast.head, draft.id, 'publish')).toMatchObject({ state: 'published' });
    expect((await clocks(draft.id))['penalty.publication-assist']?.[0]).toBe('met');
  });

  it('is hidden at once when its base is revoked; the reason is owed in three working days (第十一条)', async () => {
    const walk = await decided('当事人销售侵权餐具二百套');
    await follow(app, 'penalty.decision-served', walk.id, 'publications.draft');
    const { id } = await publicationOf(app, cast.officer, walk.id);
    await published(cast, id);
    app.now.set('2026-09-01T10:00:00+08:00');
    await done(cast.officer, walk.id, 'record-challenge', { way: 'reconsideration', at: '2026-09-01T09:00:00+08:00', body: '潮州市潮安区人民政府', fileNumber: '安府复〔2026〕1号' });
    expect((await act(cast.head, walk.id, 'record-revocation', { at: '2026-09-01T09:30:00+08:00', fileNumber: '安府复决〔2026〕1号' })).status).toBe(200);
    await follow(app, 'penalty.revoked', walk.id, 'publications.fall');
    expect(await publicationOf(app, cast.officer, walk.id)).toMatchObject({ state: 'withdrawing' });
    // 2, 3, 4 September 2026.
    expect(await clocks(id)).toMatchObject({ 'penalty.publication-withdrawal': ['running', '2026-09-04'], 'publication.display-ordinary': ['void', expect.any(String)] });
    expect(await moved(cast.head, id, 'withdraw', { reason: '处罚决定被复议机关撤销' })).toMatchObject({ state: 'withdrawn', reason: '处罚决定被复议机关撤销' });
    expect((await clocks(id))['penalty.publication-withdrawal']?.[0]).toBe('met');
  });

  it('is set aside on a ground of law by the head, and the duty falls away', async () => {
    const walk = await decided('当事人销售侵权餐具二百套');
    await follow(app, 'penalty.decision-served', walk.id, 'publications.draft');
    const { id } = await publicationOf(app, cast.officer, walk.id);
    expect(await move(cast.publisher, id, 'set-aside', { ground: 'state-secret', reason: '测试' })).toMatchObject({ status: 403 });
    expect(await moved(cast.head, id, 'set-aside', { ground: 'state-secret', reason: '经保密审查不宜公示' })).toMatchObject({ state: 'not-published', exemption: 'state-secret' });
    expect(await clocks(id)).toEqual({ 'penalty.publication': ['void', '2026-08-31'] });
  });

  it('is proposed by hand for a typical case, without reporters and without who works on it as reviewer', async () => {
    app.now.set('2026-08-03T10:00:00+08:00');
    const { body } = await cast.officer.post('/v1/publications', { profile: 'typical-case', title: '典型案例（一）', text: '某厂销售侵权餐具。联系人李测试，电话13900000000。', parties: [{ name: '某厂（测试）' }] });
    expect(body).toMatchObject({ state: 'draft', profile: 'typical-case', displayClass: 'lasting' });
    expect(await published(cast, body.id)).toMatchObject({ state: 'published' });
    expect((await app.sql.admin('SELECT published FROM publication WHERE id = $1', [body.id]))[0]).toEqual({ published: '某厂销售侵权餐具。联系人〔自然人〕，电话〔电话〕。' });
    expect((await cast.officer.get('/v1/publications?state=published&profile=typical-case')).body.items.map(({ id }: Json) => id)).toEqual([body.id]);
    expect((await cast.officer.get('/v1/publication-rules')).body.profiles.map(({ code }: Json) => code)).toContain('penalty-decision');
    expect((await cast.officer.get(`/v1/publications/${body.id}/timeline`)).body.items.map(({ event }: Json) => event)).toEqual(['publication.drafted', 'publication.submitted', 'publication.approved', 'publication.published']);
  });
});
