import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { factsWith, RoutingService } from '../../../src/modules/routing/index.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { consumerComplaint, report } from '../../support/builders.js';
import { changed } from './routing.ground.js';

jest.setTimeout(60_000);

describe('decisions of the routing', () => {
  let app: TestApp;
  let clerk: Client;
  let operator: Client;
  let officer: Client;
  beforeAll(async () => {
    app = await startTestApp();
    [clerk, operator, officer] = await Promise.all([app.as('intake-clerk'), app.as('hotline-operator'), app.as('enforcement-officer', 'chaoan-market-regulation')]);
  });
  afterAll(() => app.close());

  const decisionOf = async (complaint: string): Promise<string> => (await app.sql.admin<{ id: string }>('SELECT id FROM routing_decision WHERE complaint_id = $1 ORDER BY id DESC LIMIT 1', [complaint]))[0]?.id ?? '';
  const filed = async (body: Record<string, unknown>): Promise<Json> => {
    const answer = await operator.post('/v1/complaints', body);
    expect(answer.status).toBe(201);
    return answer.body;
  };

  describe('GET /v1/routing/decisions/{id}', () => {
    it('explains in sentences: facts, the rule and its version, the ground, where it goes', async () => {
      const { id } = await filed(report({ matter: 'counterfeit', amounts: { businessAmount: 52_000 } }));
      const { status, body } = await officer.get(`/v1/routing/decisions/${await decisionOf(id)}`, { 'accept-language': 'zh-CN' });
      expect(status).toBe(200);
      expect(body).toMatchObject({ complaintId: id, kind: 'rule', ruleSetVersion: 2, rule: 'trademark', agency: 'chaoan-market-regulation', track: 'administrative', tracks: ['administrative'], lane: 'ordinary', flags: ['criminal-suspicion'], overriddenBy: null });
      expect(body.sentences).toEqual([
        '事实：性质为举报；事项为假冒；权利类型为商标；地点为潮安区；涉嫌犯罪为数额达到标准。',
        '第2版规则集的规则“trademark”决定：侵犯注册商标专用权，由违法行为发生地县级市场监管部门查处。',
        '依据：市场监督管理行政处罚程序规定（市场监管总局令第2号，2022年修正）第七条、第八条。',
        '办理单位：潮安区市场监管局；途径：行政处理；普通程序。',
        '请注意：涉嫌犯罪，由人决定是否移送。',
      ]);
      expect((await officer.get(`/v1/routing/decisions/${body.id}`)).body.sentences[1]).toBe('Rule trademark of rule set 2 decided: Trademark infringement: the market regulator of the county where it happened.');
    });

    it('tells of every rule that was tried whether it fits and why', async () => {
      const { id } = await filed(report());
      const { body } = await clerk.get(`/v1/routing/decisions/${await decisionOf(id)}`);
      const of = (code: string): Json => body.tried.find(({ rule }: Json) => rule === code);
      expect(of('border-goods')).toEqual({ rule: 'border-goods', group: 'destination', fits: false, failed: 'border', why: 'goods at the border is “no”; the rule asks for “yes”' });
      expect(of('patent-adjudication')).toMatchObject({ fits: false, failed: 'classification' });
      expect(of('trademark')).toMatchObject({ group: 'destination', fits: true, failed: null });
      expect([of('special-mark'), of('intake-desk')]).toEqual([undefined, undefined]);
      expect(of('ordinary')).toMatchObject({ group: 'lane', fits: true });
      expect(body.tried.filter(({ fits }: Json) => fits === true).map(({ rule }: Json) => rule)).toEqual(['trademark', 'ordinary']);
    });

    it('explains a decision of version 1 from what was stored then', async () => {
      const { id } = await filed(report());
      const decision = await decisionOf(id);
      await app.sql.admin(`UPDATE routing_decision SET rule_set_version = 1, rule = 'consumer-dispute', facts = '{"classification": "consumer-complaint", "matter": "consumer-dispute", "rightType": "none", "region": "445103", "border": false}',
        tried = '[{"rule": "other-procedure", "failed": {"fact": "matter", "wanted": ["information-disclosure"], "was": "consumer-dispute"}}, {"rule": "consultation", "failed": {"fact": "classification", "wanted": ["consultation"], "was": "consumer-complaint"}}, {"rule": "border", "failed": {"fact": "border", "wanted": [true], "was": false}}]',
        outcome = '{"track": "mediation", "agency": "chaoan-market-regulation", "explanation": {"zh": "消费者权益争议", "en": "A consumer dispute"}, "basis": {"source": "令121", "article": "第十三条第一款、第十八条", "status": "verified"}, "measures": [7, 17]}' WHERE id = $1`, [decision]);
      const { body } = await clerk.get(`/v1/routing/decisions/${decision}`);
      expect(body).toMatchObject({ ruleSetVersion: 1, rule: 'consumer-dispute', tracks: ['mediation'], lane: 'ordinary', flags: [], agency: 'chaoan-market-regulation' });
      expect(body.tried.map(({ rule, fits }: Json) => [rule, fits])).toEqual([['other-procedure', false], ['consultation', false], ['border', false], ['consumer-dispute', true]]);
      expect(body.tried[2].why).toBe('goods at the border is “no”; the rule asks for “yes”');
      expect(body.sentences[1]).toBe('Rule consumer-dispute of rule set 1 decided: A consumer dispute.');
    });

    it('is seen by those who see the matter, and by nobody else', async () => {
      const { id } = await filed(report());
      const decision = await decisionOf(id);
      const [stranger, overseer] = [await app.as('enforcement-officer', 'raoping-market-regulation'), await app.as('oversight')];
      expect([(await officer.get(`/v1/routing/decisions/${decision}`)).status, (await overseer.get(`/v1/routing/decisions/${decision}`)).status, (await stranger.get(`/v1/routing/decisions/${decision}`)).status, (await operator.get(`/v1/routing/decisions/${decision}`)).status]).toEqual([200, 200, 404, 403]);
    });

    it('keeps a decision small: facts, one letter for each rule, and the outcome', async () => {
      const { id } = await filed(report());
      const [row] = await app.sql.admin<Json>('SELECT tried, kind, pg_column_size(d.*) AS size FROM routing_decision d WHERE complaint_id = $1', [id]);
      expect(row.tried).toMatch(/^[.+a-z]+$/);
      expect([row.kind, row.size < 2000]).toEqual(['rule', true]);
    });
  });

  describe('POST /v1/routing/simulations', () => {
    const simulate = (body: unknown, by = officer): Promise<Json> => by.post('/v1/routing/simulations', body);

    it('decides on facts, explains, and writes nothing', async () => {
      const count = async (): Promise<unknown> => app.sql.admin('SELECT (SELECT count(*) FROM routing_decision) AS decisions, (SELECT count(*) FROM ledger_entry) AS entries, (SELECT count(*) FROM idempotency) AS keys');
      const before = await count();
      const { status, body } = await simulate({ facts: { classification: 'right-holder-request', matter: 'infringement', rightType: 'trademark', region: '445103' } });
      expect([status, body]).toMatchObject([200, { ruleSetVersion: 2, rule: 'trademark-request', agency: 'chaoan-market-regulation', tracks: ['administrative', 'mediation'], lane: 'ordinary', facts: { venue: 'none', bothWilling: false } }]);
      expect(body.tried.find(({ rule }: Json) => rule === 'trademark-damages')).toMatchObject({ group: 'tracks', fits: true });
      expect(await count()).toEqual(before);
    });

    it('decides with a draft that is named', async () => {
      const { body: draft } = await clerk.post('/v1/routing/rule-sets', await changed(clerk, 'trademark', (rule) => ({ ...rule, outcome: { track: 'administrative', agency: 'cz-market-regulation' } })));
      const facts = { classification: 'report', matter: 'infringement', rightType: 'trademark', region: '445103' };
      expect([(await simulate({ facts })).body.agency, (await simulate({ facts, ruleSet: draft.number })).body]).toMatchObject(['chaoan-market-regulation', { agency: 'cz-market-regulation', ruleSetVersion: draft.number }]);
      expect((await simulate({ facts, ruleSet: 4711 })).status).toBe(404);
    });

    it('refuses facts and values that nobody knows, all at once, and whoever may not', async () => {
      const { status, body } = await simulate({ facts: { nationality: 'cn', rightType: 'patents', border: 'yes' } });
      expect([status, body.errors.map(({ path, code }: Json) => `${path} ${code}`).sort()]).toEqual([400, ['facts.border isBoolean', 'facts.nationality whitelistValidation', 'facts.rightType isIn']]);
      expect((await simulate({ facts: {} }, await app.as('mediator'))).status).toBe(403);
    });
  });

  describe('a backtest', () => {
    it('of the live rules over history finds no difference', async () => {
      for (const body of [report(), report({ region: '445102', venue: { kind: 'trade-fair', fairName: '交易会（测试）' } }), consumerComplaint(), report({ border: true }), report({ matter: 'petition' }), report({ foreignRelated: true, right: { type: 'patent', holder: 'self' } })]) await filed(body);
      await app.sql.admin("DELETE FROM routing_decision WHERE rule_set_version = 1");
      const { status, body } = await clerk.post('/v1/routing/backtests', { ruleSet: 2 });
      expect([status, body.result.changed, body.result.moves]).toEqual([201, 0, []]);
      expect(body.result.considered).toBeGreaterThanOrEqual(6);
      expect((await clerk.get(`/v1/routing/backtests/${body.id}`)).body).toEqual(body);
    });

    it('of a draft counts from rule to rule what would change, with facts and no matter named', async () => {
      await filed(report());
      await filed(report());
      const { body: draft } = await clerk.post('/v1/routing/rule-sets', await changed(clerk, 'trademark', (rule) => ({ ...rule, code: 'trademark-to-city', outcome: { track: 'administrative', agency: 'cz-market-regulation' } })));
      const { body } = await clerk.post('/v1/routing/backtests', { ruleSet: draft.number, last: 2 });
      expect(body).toMatchObject({ ruleSetVersion: draft.number, digest: draft.digest, sample: { last: 2, from: null, to: null } });
      expect(body.result).toMatchObject({ considered: 2, changed: 2, moves: [{ from: 'trademark', to: 'trademark-to-city', count: 2, changes: ['agency'] }] });
      expect(body.result.moves[0].examples[0]).toMatchObject({ facts: { rightType: 'trademark', region: '445103' }, before: { agency: 'chaoan-market-regulation' }, after: { agency: 'cz-market-regulation' } });
      const ids = await app.sql.admin<{ id: string }>('SELECT id FROM complaint UNION ALL SELECT id FROM routing_decision');
      expect(ids.some(({ id }) => JSON.stringify(body).includes(id))).toBe(false);
    });

    it('takes the period that is asked for, in days of Beijing', async () => {
      const { id } = await filed(report());
      await app.sql.admin("UPDATE routing_decision SET decided_at = '2026-10-31T16:00:00Z' WHERE complaint_id = $1", [id]);
      const considered = async (period: object): Promise<number> => (await clerk.post('/v1/routing/backtests', { ruleSet: 2, ...period })).body.result.considered;
      expect([await considered({ from: '2026-11-01', to: '2026-11-01' }), await considered({ from: '2026-10-31', to: '2026-10-31' })]).toEqual([1, 0]);
    });

    it('is for those who draft', async () => {
      expect([(await officer.post('/v1/routing/backtests', { ruleSet: 2 })).status, (await clerk.post('/v1/routing/backtests', { ruleSet: 4711 })).status, (await clerk.post('/v1/routing/backtests', { ruleSet: 2, last: 0 })).status]).toEqual([403, 404, 400]);
    });
  });

  describe('an override', () => {
    const override = (id: string, body: object): Promise<Json> => clerk.command(`/v1/complaints/${id}/override-route`, 1, { reason: '当事人在潮安', ...body });

    it('within the permitted tracks is a decision of its own, and is counted for the rule that was set aside', async () => {
      const { id } = await filed(report({ requestType: 'complaint', right: { type: 'trademark', number: '12345678', holder: 'self' } }));
      const first = await decisionOf(id);
      const moved = await override(id, { track: 'mediation', agency: 'cz-market-regulation' });
      expect([moved.status, moved.body]).toMatchObject([200, { track: 'mediation', handlingAgency: 'cz-market-regulation' }]);
      const { body } = await clerk.get(`/v1/routing/decisions/${await decisionOf(id)}`);
      expect(body).toMatchObject({ kind: 'override', rule: 'trademark-request', ruleSetVersion: 2, track: 'mediation', tracks: ['mediation', 'administrative'], agency: 'cz-market-regulation', overriddenBy: clerk.id, overrideReason: '当事人在潮安', tried: [] });
      expect(body.sentences.at(-1)).toBe('A clerk set rule trademark-request aside. Reason: 当事人在潮安.');
      expect((await clerk.get(`/v1/routing/decisions/${first}`)).body).toMatchObject({ kind: 'rule', track: 'administrative' });
      // Everybody counts what he may see.
      const { body: counted } = await (await app.as('agency-head', 'raoping-market-regulation')).get('/v1/routing/overrides');
      expect(counted.items).toEqual([]);
      expect((await clerk.get('/v1/routing/overrides')).body.items).toEqual([{ ruleSetVersion: 2, rule: 'trademark-request', decided: 1, overridden: 1, tracks: { mediation: 1 } }]);
      expect((await clerk.get('/v1/routing/overrides?from=2020-01-01&to=2020-12-31')).body.items).toEqual([]);
    });

    it('outside of them, or to an agency without competence, is refused and leaves no trace', async () => {
      const { id } = await filed(report());
      expect((await override(id, { track: 'mediation', agency: 'cz-ip-mediation-committee' })).status).toBe(409);
      const refused = await override(id, { track: 'administrative', agency: 'cz-culture-enforcement' });
      expect([refused.status, refused.body.code]).toEqual([422, 'routing.agency-not-competent']);
      expect(refused.body.competentAgencies).toContain('raoping-market-regulation');
      expect(await app.sql.admin('SELECT kind FROM routing_decision WHERE complaint_id = $1', [id])).toEqual([{ kind: 'rule' }]);
    });

    it('is no history for a backtest: it says nothing about the rules', async () => {
      const { id } = await filed(report({ requestType: 'complaint', right: { type: 'trademark', number: '12345678', holder: 'self' } }));
      expect((await override(id, { track: 'mediation', agency: 'cz-market-regulation' })).status).toBe(200);
      expect((await clerk.post('/v1/routing/backtests', { ruleSet: 2, last: 1 })).body.result).toMatchObject({ considered: 1, changed: 0 });
    });
  });

  it('an error of evaluation loses no complaint: it goes to the desk with its cause', async () => {
    const routing = app.app.get(RoutingService);
    const spy = jest.spyOn(routing, 'inForce').mockImplementation(() => {
      throw new Error('the rules are upside down');
    });
    try {
      const filedAnyway = await filed(report());
      expect(filedAnyway.route).toMatchObject({ agency: 'cz-ip-intake', track: 'outside', rule: 'evaluation-error', flags: ['evaluation-error'] });
      const [row] = await app.sql.admin<Json>('SELECT outcome FROM routing_decision WHERE complaint_id = $1', [filedAnyway.id]);
      expect(row.outcome.warnings).toEqual([{ code: 'routing.evaluation-failed', text: { zh: '规则计算出错：the rules are upside down', en: 'The rules could not be evaluated: the rules are upside down' } }]);
    } finally {
      spy.mockRestore();
    }
    expect(routing.route(factsWith({ region: '445103' })).rule).toBe('intake-desk');
  });
});
