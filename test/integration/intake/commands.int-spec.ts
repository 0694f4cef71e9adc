import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { consumerComplaint, report } from '../../support/builders.js';

const reason = { reason: '测试' };
const ENDS = (day: string): string => `${day}T15:59:59.999Z`;

describe('what the desk and the offices do with a complaint', () => {
  let app: TestApp;
  let operator: Client;
  let clerk: Client;
  let chaoan: Client;
  let xiangqiao: Client;
  let superior: Client;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-10-30T10:00:00+08:00' });
    [operator, clerk, chaoan, xiangqiao, superior] = await Promise.all([
      app.as('hotline-operator'), app.as('intake-clerk'), app.as('enforcement-officer', 'chaoan-market-regulation'), app.as('enforcement-officer', 'xiangqiao-market-regulation'), app.as('agency-head', 'cz-market-regulation'),
    ]);
  });
  afterAll(() => app.close());

  const filed = async (body = report()): Promise<Json> => (await operator.post('/v1/complaints', body)).body;
  const kinds = (body: Json): string[] => body.deadlines.filter(({ status }: Json) => ['running', 'overdue'].includes(status)).map(({ kind }: Json) => kind);
  const failed = (body: Json): string[] => body.failedGuards.map(({ code }: Json) => code);

  describe('classification', () => {
    it('is proposed, and confirmed by the clerk', async () => {
      const { id } = await filed();
      expect((await clerk.get(`/v1/complaints/${id}`)).body.classificationStatus).toBe('proposed');
      expect((await clerk.command(`/v1/complaints/${id}/confirm-classification`, 1)).status).toBe(200);
      expect((await clerk.get(`/v1/complaints/${id}`)).body.classificationStatus).toBe('confirmed');
      expect((await chaoan.command(`/v1/complaints/${id}/confirm-classification`, 2)).status).toBe(403);
    });

    it('is corrected with a reason: routed again, and only the clocks that apply run, from the same receipt', async () => {
      const { id } = await filed(consumerComplaint({ receivedAt: '2026-09-18T10:00:00+08:00' }));
      const { status, body } = await clerk.command(`/v1/complaints/${id}/correct`, 1, { classification: 'report', matter: 'infringement', right: { type: 'copyright', holder: 'none' }, reason: '实为举报盗版' });
      expect([status, body.classification, body.handlingAgency, body.track]).toEqual([200, 'report', 'cz-culture-enforcement', 'administrative']);
      // Fifteen calendar days after 09-18.
      expect(body.deadlines.filter(({ status: now }: Json) => now !== 'void').map(({ kind, legalDue }: Json) => [kind, legalDue])).toEqual([['copyright.acceptance', ENDS('2026-10-03')]]);
      const seen = (await clerk.get(`/v1/complaints/${id}`)).body;
      expect(seen).toMatchObject({ classificationStatus: 'changed', classification: 'report', rightType: 'copyright' });
      expect(seen.deadlines.find(({ kind }: Json) => kind === 'complaint.acceptance')).toMatchObject({ status: 'void' });
      expect(seen.routes).toHaveLength(2);
      expect((await app.sql.admin('SELECT agency FROM reply_obligation WHERE complaint_id = $1', [id]))).toEqual([{ agency: 'cz-culture-enforcement' }]);
    });

    it('keeps the dates of a clock that still applies', async () => {
      const sent = await filed(report({ receivedAt: '2026-10-20T10:00:00+08:00' }));
      const { body } = await clerk.command(`/v1/complaints/${sent.id}/correct`, 1, { region: '445102', reason: '地址在湘桥区' });
      expect([body.handlingAgency, body.deadlines.map(({ id, legalDue }: Json) => [id, legalDue])]).toEqual(['xiangqiao-market-regulation', sent.deadlines.map(({ id, legalDue }: Json) => [id, legalDue])]);
    });

    it('is not corrected by nothing, without a reason, by an officer, or once it was accepted', async () => {
      const { id } = await filed();
      expect((await clerk.command(`/v1/complaints/${id}/correct`, 1, reason)).body.code).toBe('complaint.nothing-to-correct');
      expect((await clerk.command(`/v1/complaints/${id}/correct`, 1, { region: '445102' })).status).toBe(400);
      expect((await chaoan.command(`/v1/complaints/${id}/correct`, 1, { region: '445102', ...reason })).status).toBe(403);
      await chaoan.command(`/v1/complaints/${id}/accept`, 1);
      expect((await clerk.command(`/v1/complaints/${id}/correct`, 2, { region: '445102', ...reason })).body.code).toBe('command.refused');
    });

    it('warns again of the numbers that were corrected', async () => {
      const { id } = await filed();
      await clerk.command(`/v1/complaints/${id}/correct`, 1, { target: { name: '某厂（测试）', uscc: '91445103MA00TQT270' }, ...reason });
      expect((await clerk.get(`/v1/complaints/${id}`)).body).toMatchObject({ targetName: '某厂（测试）', warnings: [{ path: 'target.uscc', code: 'check_digit_mismatch' }] });
    });
  });

  describe('identity (article 10)', () => {
    it('is asked for within the period of the notice, while the clock of acceptance runs on', async () => {
      const sent = await filed(consumerComplaint({ receivedAt: '2026-10-30T09:00:00+08:00' }));
      const asked = await chaoan.command(`/v1/complaints/${sent.id}/request-identity-proof`, 1, { workingDays: 3, reason: '电话无法接通', materials: ['有效身份证件'] });
      expect(asked.status).toBe(200);
      // Three working days after Friday 10-30: Monday to Wednesday.
      expect(asked.body.deadlines.map(({ kind, status, legalDue }: Json) => [kind, status, legalDue])).toEqual([['complaint.acceptance', 'running', sent.deadlines[0].legalDue], ['identity.proof', 'running', ENDS('2026-11-04')]]);
      expect(kinds((await chaoan.command(`/v1/complaints/${sent.id}/record-identity-proof`, 2)).body)).toEqual(['complaint.acceptance']);
    });

    it.each([0, 31, 1.5, '3', undefined])('is not asked for within %p days', async (workingDays) => {
      const { id } = await filed(consumerComplaint());
      expect((await chaoan.command(`/v1/complaints/${id}/request-identity-proof`, 1, { workingDays, reason: 'x' })).status).toBe(400);
    });
  });

  describe('withdrawal', () => {
    it('ends a consumer complaint, whose clocks lapse; the answer to the line is still owed', async () => {
      const sent = await filed(consumerComplaint());
      await chaoan.command(`/v1/complaints/${sent.id}/accept`, 1);
      const { body } = await chaoan.command(`/v1/complaints/${sent.id}/withdraw`, 2, { reason: '双方自行和解' });
      expect([body.state, kinds(body)]).toEqual(['withdrawn', []]);
      expect((await chaoan.get(`/v1/replies/${sent.reply.id}`)).body).toMatchObject({ state: 'owed', deadlines: [{ status: 'running' }] });
    });

    it('does not end a clue (令2 article 18)', async () => {
      const { id } = await filed();
      const { status, body } = await chaoan.command(`/v1/complaints/${id}/withdraw`, 1, reason);
      expect([status, failed(body), body.failedGuards[0].basis.article]).toEqual([409, ['complaint.clue-stays'], '第十八条']);
    });
  });

  describe('what belongs elsewhere (article 44)', () => {
    it('is closed with the way that the caller was told', async () => {
      const { id } = await filed(report({ matter: 'administrative-review' }));
      const { body } = await clerk.command(`/v1/complaints/${id}/mark-out-of-scope`, 1, { route: 'administrative-review', reason: '已告知复议途径' });
      expect([body.state, kinds(body)]).toEqual(['out-of-scope', []]);
      expect((await clerk.get(`/v1/complaints/${id}`)).body.toldRoute).toBe('administrative-review');
    });

    it('names a way that exists, and is for the desk that has it', async () => {
      const { id } = await filed(report({ matter: 'petition' }));
      expect((await clerk.command(`/v1/complaints/${id}/mark-out-of-scope`, 1, { route: 'somewhere', ...reason })).status).toBe(400);
      const other = await filed();
      expect(failed((await clerk.command(`/v1/complaints/${other.id}/mark-out-of-scope`, 1, { route: 'court', ...reason })).body)).toEqual(['complaint.foreign-agency']);
    });
  });

  describe('who may handle it (articles 33 and 41)', () => {
    it('is never settled between offices: a direct transfer is refused with the article', async () => {
      const { id } = await filed();
      const { status, body } = await chaoan.command(`/v1/complaints/${id}/transfer`, 1, { agency: 'xiangqiao-market-regulation', ...reason });
      expect([status, failed(body), body.failedGuards[0].basis]).toEqual([409, ['complaint.no-direct-transfer'], expect.objectContaining({ article: '第四十一条第二款', status: 'verified' })]);
      expect((await chaoan.get(`/v1/complaints/${id}`)).body).toMatchObject({ handlingAgency: 'chaoan-market-regulation', version: 1 });
    });

    it('becomes a dispute with the third return: seven working days, and only the common superior designates', async () => {
      const { id } = await filed();
      let version = 1;
      const go = async (who: Client, command: string, body: object): Promise<Json> => {
        const answer = await who.command(`/v1/complaints/${id}/${command}`, version, body);
        if (answer.status === 200) version = answer.body.version;
        return answer.body;
      };
      const officers: Record<string, Client> = { 'chaoan-market-regulation': chaoan, 'xiangqiao-market-regulation': xiangqiao };
      for (const [from, to] of [['chaoan-market-regulation', 'xiangqiao-market-regulation'], ['xiangqiao-market-regulation', 'chaoan-market-regulation']] as const) {
        expect(kinds(await go(officers[from] as Client, 'return-to-intake', reason))).toEqual(['report.verification']);
        expect(failed(await go(superior, 'designate', { agency: to, ...reason }))).toEqual(['complaint.no-jurisdiction-dispute']);
        expect((await go(clerk, 'reroute', { agency: to, ...reason })).handlingAgency).toBe(to);
      }
      const third = await go(chaoan, 'return-to-intake', reason);
      expect([third.returns, kinds(third)]).toEqual([3, ['report.verification', 'jurisdiction.dispute']]);
      // Seven working days after Friday 10-30: 11-02 to 11-06 are five, 11-09 and 11-10.
      expect(third.deadlines.find(({ kind }: Json) => kind === 'jurisdiction.dispute').legalDue).toBe(ENDS('2026-11-10'));
      expect(failed(await go(clerk, 'reroute', { agency: 'raoping-market-regulation', ...reason }))).toEqual(['complaint.jurisdiction-disputed']);
      const designated = await go(superior, 'designate', { agency: 'chaoan-market-regulation', ...reason });
      expect([designated.state, designated.handlingAgency, kinds(designated)]).toEqual(['registered', 'chaoan-market-regulation', ['report.verification']]);
    });

    it('may differ from the rules, by the clerk, within the tracks that they allow, on record', async () => {
      const sent = await filed();
      const outside = await clerk.command(`/v1/complaints/${sent.id}/override-route`, 1, { agency: 'cz-court', track: 'judicial', ...reason });
      expect([outside.status, failed(outside.body)]).toEqual([409, ['complaint.track-not-permitted']]);
      const { status, body } = await clerk.command(`/v1/complaints/${sent.id}/override-route`, 1, { agency: 'cz-market-regulation', track: 'administrative', reason: '市局直接查办' });
      expect([status, body.handlingAgency]).toEqual([200, 'cz-market-regulation']);
      expect(body.deadlines.map(({ id, legalDue }: Json) => [id, legalDue])).toEqual(sent.deadlines.map(({ id, legalDue }: Json) => [id, legalDue]));
      expect((await chaoan.command(`/v1/complaints/${sent.id}/override-route`, 2, { agency: 'cz-market-regulation', track: 'administrative', ...reason })).status).toBe(403);
      expect((await clerk.get(`/v1/complaints/${sent.id}`)).body.routes).toHaveLength(2);
    });
  });

  it('is listed by what has to be done first, each row once, and without what has ended', async () => {
    const late = await filed(report({ receivedAt: '2026-10-01T10:00:00+08:00' }));
    const early = await filed(report({ receivedAt: '2026-09-01T10:00:00+08:00' }));
    const ended = await filed(report({ receivedAt: '2026-08-01T10:00:00+08:00' }));
    await chaoan.command(`/v1/complaints/${ended.id}/decline`, 1, { ground: 'no-competence', ...reason });
    const seen: string[] = [];
    for (let path: string | undefined = '/v1/complaints?order=due&limit=3'; path !== undefined; ) {
      const answer: Json = await chaoan.get(path);
      seen.push(...answer.body.items.map(({ id }: Json) => id));
      path = /^<([^>]+)>/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect(seen.slice(0, 1)).toEqual([early.id]);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.indexOf(late.id)).toBeGreaterThan(seen.indexOf(early.id));
    expect(seen).not.toContain(ended.id);
    expect((await chaoan.get('/v1/complaints?classification=consumer-complaint')).body.items.every(({ classification }: Json) => classification === 'consumer-complaint')).toBe(true);
  });

  it('is chosen from tables: channels, the classification of the line, grounds', async () => {
    const channels = (await read('/v1/channels')).items;
    expect(channels.find(({ code }: Json) => code === 'line-12330')).toMatchObject({ mergedInto: 'hotline-12345', reply: 'hotline-12345', basis: { status: 'unverified' } });
    expect(channels.find(({ code }: Json) => code === 'patrol')).toMatchObject({ mergedInto: null, reply: 'none' });
    const { nodes, status } = await read('/v1/code-tables/db44t2479-2024');
    expect([status, nodes.find(({ code }: Json) => code === '100302')]).toEqual(['unverified', { key: 'db44t2479-2024:1003:100302', code: '100302', label: 'Trademarks' }]);
    const { grounds, factors, otherRoutes } = await read('/v1/complaint-grounds');
    expect([grounds.length, factors.length, otherRoutes.length > 5]).toEqual([8, 4, true]);
    expect((await filed(report({ db44Node: 'db44t2479-2024:1003:100302' }))).warnings).toEqual([]);
    expect((await filed(report({ db44Node: 'db44t2479-2024:9999:999999' }))).warnings).toMatchObject([{ path: 'db44Node', code: 'db44-node-unknown' }]);
  });

  const read = async (path: string): Promise<Json> => (await chaoan.get(path)).body;
});
