import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { consumerComplaint, report } from '../../support/builders.js';
import { until } from '../../support/wait.js';

const nobody = { realName: false, reporter: undefined };
let numbers = 0;
/** A party that no other test of this file has. */
const party = (): { name: string; uscc?: string; address: string } => ({ name: `潮州市测试第${(numbers += 1)}号器皿厂（测试）`, address: `测试镇第${numbers}工业区` });

describe('complaints that belong together', () => {
  let app: TestApp;
  let operator: Client;
  let line12315: Client;
  let clerk: Client;
  let officer: Client;
  let head: Client;

  beforeAll(async () => {
    app = await startTestApp({ env: { ROLE: 'all' }, at: '2026-10-30T10:00:00+08:00' });
    [operator, line12315, clerk, officer, head] = await Promise.all([
      app.as('hotline-operator'), app.as('hotline-operator', 'cz-market-regulation'), app.as('intake-clerk'), app.as('enforcement-officer', 'chaoan-market-regulation'), app.as('agency-head', 'chaoan-market-regulation'),
    ]);
  });
  afterAll(() => app.close());

  const file = async (more: Record<string, unknown>, who: Client = operator): Promise<Json> => {
    const answer = await who.post('/v1/complaints', report(more));
    expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
    return answer.body;
  };
  const links = async (id: string): Promise<Json[]> => (await officer.get(`/v1/complaints/${id}/links`)).body.items;
  const candidates = async (id: string, query = ''): Promise<Json[]> => (await officer.get(`/v1/complaints/${id}/duplicates${query}`)).body.items;

  describe('candidates', () => {
    it('are the same party by its code, the same right, the like name and the like words, with score and reasons', async () => {
      const target = { name: '潮州市金鹭不锈钢制品有限公司（测试）', uscc: '91445102MA00TQT199', address: '彩塘镇金砂工业区8号' };
      const facts = '夜市摊位大量销售仿冒金鹭牌保温杯，每只十元。';
      const one = await file({ ...nobody, target, facts, right: { type: 'trademark', number: '87654321', holder: 'none' } });
      const same = await file({ ...nobody, target, facts, right: { type: 'trademark', number: '87654321', holder: 'none' } });
      const like = await file({ ...nobody, target: { name: '潮州金鹭不锈钢制品公司（测试）', address: '彩塘镇金砂工业区8号' }, facts: '有人卖假杯子', right: { type: 'none', holder: 'none' } });
      const other = await file({ ...nobody, target: party(), facts: '网店盗印图案', right: { type: 'copyright', holder: 'none' } });
      const found = await candidates(one.id);
      expect(found[0]).toMatchObject({ id: same.id, score: 1, reasons: expect.arrayContaining([expect.objectContaining({ code: 'same-party' }), expect.objectContaining({ code: 'same-right' }), expect.objectContaining({ code: 'like-facts' })]) });
      const second = found.find(({ id }) => id === like.id);
      expect(second?.reasons.map(({ code }: Json) => code)).toEqual(expect.arrayContaining(['like-name', 'like-address']));
      expect(second?.score).toBeLessThan(1);
      expect(found.map(({ id }) => id)).not.toContain(other.id);
      expect(found.map(({ score }) => score)).toEqual([...found.map(({ score }) => score)].sort((a: number, b: number) => b - a));
      for (const { reasons } of found) for (const { text } of reasons) expect(text).toMatch(/^[A-Z]/);
    });

    it('lie within a window, and are only what the reader may see', async () => {
      const target = { ...party(), uscc: '92445122MA00TQT35T' };
      app.now.set('2026-06-01T10:00:00+08:00');
      const old = await file({ ...nobody, target });
      app.now.set('2026-10-30T10:00:00+08:00');
      const [now, elsewhere] = [await file({ ...nobody, target }), await file({ ...nobody, target, region: '445122' })];
      expect((await candidates(now.id)).map(({ id }) => id)).not.toContain(old.id);
      expect((await candidates(now.id, '?days=365')).map(({ id }) => id)).toContain(old.id);
      expect((await candidates(now.id)).map(({ id }) => id)).not.toContain(elsewhere.id);
      expect((await clerk.get(`/v1/complaints/${now.id}/duplicates`)).body.items.map(({ id }: Json) => id)).toContain(elsewhere.id);
      expect((await officer.get(`/v1/complaints/${elsewhere.id}/duplicates`)).status).toBe(404);
      for (const days of ['0', '731', 'x']) expect((await officer.get(`/v1/complaints/${now.id}/duplicates?days=${days}`)).status).toBe(400);
    });
  });

  describe('links', () => {
    it('are made and taken apart by a clerk, both on record, and made again', async () => {
      const [one, other] = [await file({ ...nobody, target: party() }), await file({ ...nobody, target: party() })];
      const link = { other: other.id, kind: 'related' };
      expect((await officer.command(`/v1/complaints/${one.id}/link`, 1, link)).status).toBe(200);
      expect((await officer.command(`/v1/complaints/${one.id}/link`, 2, link)).body.code).toBe('matter.already-linked');
      expect(await links(other.id)).toMatchObject([{ other: one.id, kind: 'related', score: null, linkedBy: officer.id, unlinkedAt: null }]);
      expect((await officer.command(`/v1/complaints/${one.id}/unlink`, 2, { ...link, reason: '并非同一事项' })).status).toBe(200);
      expect((await officer.command(`/v1/complaints/${one.id}/unlink`, 3, { ...link, reason: '再次' })).body.code).toBe('matter.not-linked');
      expect(await links(one.id)).toMatchObject([{ other: other.id, unlinkedAt: expect.any(String) }]);
      expect((await officer.command(`/v1/complaints/${one.id}/link`, 3, link)).status).toBe(200);
      expect((await links(one.id)).map(({ unlinkedAt }) => unlinkedAt === null)).toEqual([false, true]);
      expect((await officer.get(`/v1/complaints/${one.id}/timeline`)).body.items.map(({ event }: Json) => event)).toEqual(['complaint.registered', 'complaint.linked', 'complaint.unlinked', 'complaint.linked']);
    });

    it.each<[string, (id: string) => Promise<string>]>([['itself', async (id) => id], ['nothing', async () => '019aa1b2-0000-7000-8000-000000000001'], ['what the officer may not see', async () => (await file({ ...nobody, target: party(), region: '445122' })).id]])('do not lead to %s', async (_, to) => {
      const { id } = await file({ ...nobody, target: party() });
      const { status, body } = await officer.command(`/v1/complaints/${id}/link`, 1, { other: await to(id), kind: 'related' });
      expect([status, body.failedGuards.map(({ code }: Json) => code)]).toEqual([409, ['complaint.link-unfit']]);
    });

    it('of the same pair are made once, however many try at once', async () => {
      const [one, other] = [await file({ ...nobody, target: party() }), await file({ ...nobody, target: party() })];
      const answers = await Promise.all(Array.from({ length: 8 }, () => officer.command(`/v1/complaints/${one.id}/link`, 1, { other: other.id, kind: 'duplicate' })));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(await links(one.id)).toHaveLength(1);
    });
  });

  describe('repeats (article 35, paragraph 2)', () => {
    const again = { facts: '店内销售假冒某品牌保温杯，价格明显偏低，疑为侵权商品。', reporter: { name: '郑测试', phone: '13600000009' } };

    it('are marked: the same reporter, the same party, the same fact; and decided by an officer', async () => {
      const target = party();
      const first = await file({ ...again, target });
      const second = await file({ ...again, target });
      const mark = await until('the mark', async () => (await links(second.id)).find(({ kind }) => kind === 'repeat'));
      expect(mark).toMatchObject({ other: first.id, score: 1, linkedBy: 'system:matters', reasons: [{ code: 'like-facts', share: 1 }] });
      expect((await officer.get(`/v1/complaints/${second.id}`)).body.state).toBe('registered');
      expect((await officer.command(`/v1/complaints/${second.id}/decline`, 1, { ground: 'repeated-report', reason: '重复举报，不再另行处理' })).body.state).toBe('declined');
    });

    it.each<[string, (target: object) => Record<string, unknown>]>([
      ['another reporter', (target) => ({ ...again, target, reporter: { name: '林测试', phone: '13600000010' } })],
      ['nobody', (target) => ({ ...again, ...nobody, target })],
      ['the same reporter on another party', () => ({ ...again, target: party() })],
      ['the same reporter with another fact', (target) => ({ ...again, target, facts: '厂区夜间偷运包装盒，仓库位于后山，涉及外观专利。' })],
    ])('are not what comes from %s', async (_, other) => {
      const target = party();
      await file({ ...again, target });
      const second = await file(other(target));
      // A third that is a repeat shows that the job has passed by the second.
      const third = await file({ ...again, target });
      await until('the mark of the third', async () => (await links(third.id)).some(({ kind }) => kind === 'repeat'));
      expect((await links(second.id)).filter(({ kind }) => kind === 'repeat')).toEqual([]);
    });

    it('with new facts are merged into the earlier report, whose clock restarts from the later receipt', async () => {
      const target = party();
      const earlier = await file({ ...again, target, receivedAt: '2026-09-01T10:00:00+08:00' });
      const later = await file({ ...again, target, facts: '新的仓库地址在北区，涉及新的品牌。', receivedAt: '2026-10-29T10:00:00+08:00' });
      const { body } = await officer.command(`/v1/complaints/${later.id}/merge-into`, 1, { earlier: earlier.id, reason: '补充新的仓库地址' });
      expect([body.state, body.deadlines.map(({ status }: Json) => status)]).toEqual(['merged', ['void']]);
      const seen = (await officer.get(`/v1/complaints/${earlier.id}`)).body;
      // Fifteen working days after Thursday 10-29: 10-30, 11-02 to 11-06, 11-09 to 11-13, 11-16 to 11-19.
      expect(seen.deadlines.map(({ kind, status, triggerAt, legalDue }: Json) => [kind, status, triggerAt, legalDue])).toEqual([
        ['report.verification', 'void', '2026-09-01T02:00:00.000Z', expect.any(String)], ['report.verification', 'running', '2026-10-29T02:00:00.000Z', '2026-11-19T15:59:59.999Z'],
      ]);
      expect((await officer.get(`/v1/replies/${later.reply.id}`)).body.state).toBe('owed');
    });

    it('are not merged into a report about somebody else, or one that has ended', async () => {
      const [one, other] = [await file({ ...nobody, target: party() }), await file({ ...nobody, target: party() })];
      const merge = { earlier: other.id, reason: 'x' };
      expect((await officer.command(`/v1/complaints/${one.id}/merge-into`, 1, merge)).body.failedGuards).toMatchObject([{ code: 'complaint.other-party' }]);
    });
  });

  describe('factors of article 17', () => {
    it('are shown to whoever decides, as counts, and refuse nobody', async () => {
      const target = party();
      const caller = (documentNumber: string): Record<string, unknown> => ({ reporter: { name: '欧阳测试', phone: '13500000011', address: '湘桥区测试路1号', documentType: 'resident-id', documentNumber }, target });
      let last = '';
      for (const n of [1, 2, 3, 4, 5]) last = (await operator.post('/v1/complaints', consumerComplaint(caller(n === 5 ? '445102190001020016' : '445102190001010011')))).body.id;
      const { body } = await officer.get(`/v1/complaints/${last}/prompts`);
      expect(body.items).toMatchObject([{ code: 'mass-complaints', count: 5, windowDays: 90, article: expect.stringContaining('第十七条第二项') }, { code: 'shared-contact', count: 2 }]);
      expect(JSON.stringify(body)).not.toMatch(/欧阳|135/);
      const single = await operator.post('/v1/complaints', consumerComplaint({ target: party(), reporter: { name: '陈测试', phone: '13500000012', address: '湘桥区' } }));
      expect((await officer.get(`/v1/complaints/${single.body.id}/prompts`)).body.items).toEqual([]);
      expect((await operator.get(`/v1/complaints/${last}/prompts`)).status).toBe(403);
      expect((await officer.command(`/v1/complaints/${last}/accept`, 1)).status).toBe(200);
    });
  });

  describe('the same matter over two lines (measure 17)', () => {
    it('is one case with two answers owed: found by the number, opened together, closed only when both are answered', async () => {
      const target = party();
      const one = await file({ ...nobody, target, sourceSystem: 'GD12345', externalNumber: `A-${numbers}` });
      const two = await file({ ...nobody, target, channel: 'hotline-12315', sourceSystem: 'N12315', externalNumber: `B-${numbers}`, relatedNumbers: [{ sourceSystem: 'GD12345', externalNumber: `A-${numbers}` }] }, line12315);
      await until('the link', async () => (await links(one.id)).some(({ kind, other }) => kind === 'same-matter' && other === two.id));
      await officer.command(`/v1/complaints/${one.id}/accept`, 1);
      const { body: opened } = await officer.command(`/v1/complaints/${one.id}/open-case`, 2);
      expect((await officer.get(`/v1/complaints/${two.id}`)).body).toMatchObject({ state: 'in-case', caseId: opened.caseId });
      await head.command(`/v1/cases/${opened.caseId}/assign`, 1, { officer: officer.id });
      for (const [{ reply }, due] of [[one, 'hotline12345.complaint'], [two, 'reply.12315']] as const) expect((await officer.get(`/v1/replies/${reply.id}`)).body).toMatchObject({ state: 'owed', deadlines: [{ kind: due, status: 'running' }] });
      expect((await app.sql.admin('SELECT count(*)::int AS n FROM complaint WHERE case_id = $1', [opened.caseId]))).toEqual([{ n: 2 }]);
    });

    it('joins the case that is there when the second line is later, and no case that is closed or elsewhere', async () => {
      const target = party();
      const [one, two] = [await file({ ...nobody, target }), await file({ ...nobody, target })];
      await officer.command(`/v1/complaints/${one.id}/accept`, 1);
      const { caseId } = (await officer.command(`/v1/complaints/${one.id}/open-case`, 2)).body;
      const joined = await officer.command(`/v1/complaints/${two.id}/join-case`, 1, { caseId });
      expect([joined.status, joined.body.state, joined.body.caseId]).toEqual([200, 'in-case', caseId]);
      expect((await officer.get(`/v1/cases/${caseId}/timeline`)).body.items.map(({ event }: Json) => event)).toContain('case.complaint-joined');
      const raoping = await app.as('enforcement-officer', 'raoping-market-regulation');
      const far = await file({ ...nobody, target: party(), region: '445122' });
      expect((await raoping.command(`/v1/complaints/${far.id}/join-case`, 1, { caseId })).body.failedGuards).toMatchObject([{ code: 'complaint.case-unfit' }]);
    });
  });
});
