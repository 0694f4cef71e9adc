import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { RoutingService } from '../../../src/modules/routing/index.js';
import { Chores } from '../../../src/platform/chores/chores.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';
import { until } from '../../support/wait.js';
import { changed, contentOf, put } from './routing.ground.js';

jest.setTimeout(60_000);

const quick = (rule: Json): Json => ({ ...rule, outcome: { lane: 'expedited' } });
const guards = (body: Json): string[] => body.failedGuards.map(({ code }: { code: string }) => code);

describe('/v1/routing/rule-sets', () => {
  let app: TestApp;
  let clerk: Client;
  let head: Client;
  let otherHead: Client;
  let countyHead: Client;
  let officer: Client;
  beforeAll(async () => {
    app = await startTestApp({ at: '2026-11-22T02:00:00Z' });
    [clerk, head, otherHead, countyHead, officer] = await Promise.all([app.as('intake-clerk'), app.as('agency-head'), app.as('agency-head'), app.as('agency-head', 'chaoan-market-regulation'), app.as('enforcement-officer')]);
  });
  afterAll(() => app.close());

  async function drafted(body: Json, by = clerk): Promise<Json> {
    const answer = await by.post('/v1/routing/rule-sets', body);
    expect(answer.status).toBe(201);
    return answer.body;
  }
  const path = (number: number, command = ''): string => `/v1/routing/rule-sets/${number}${command}`;
  const backtest = async (number: number): Promise<void> => {
    expect((await clerk.post('/v1/routing/backtests', { ruleSet: number, last: 10 })).status).toBe(201);
  };

  describe('what is delivered', () => {
    it('is version 1, kept for the decisions that name it, and version 2, which decides', async () => {
      const { body } = await officer.get('/v1/routing/rule-sets');
      expect(body.items.filter(({ number }: Json) => number <= 2).map(({ number, state, effectiveFrom, inForce, writtenBy, publishedBy }: Json) => [number, state, effectiveFrom, inForce, writtenBy, publishedBy])).toEqual([
        [2, 'published', '2026-06-01', true, [], null], [1, 'retired', '2026-04-15', false, [], null],
      ]);
      const live = await officer.get(path(2).replace('/2', '/live'));
      expect([live.body.number, live.body.rules.length, live.body.findings]).toEqual([2, (await contentOf(clerk, 2)).rules.length, []]);
      expect((await officer.get(`${path(1)}/timeline`)).body.items).toMatchObject([{ seq: 1, event: 'rule-set.delivered', actor: 'system:seed', data: { number: 1, to: 'retired' } }]);
    });

    it('shows both languages of every rule, whatever the reader asks for', async () => {
      const { rules } = await contentOf(clerk, 2);
      expect(rules.find(({ code }) => code === 'trademark').explanation).toEqual({ 'zh-CN': '侵犯注册商标专用权，由违法行为发生地县级市场监管部门查处', en: 'Trademark infringement: the market regulator of the county where it happened' });
    });
  });

  describe('a draft', () => {
    it('is kept with the next number from 100 on, its author and what the linter finds', async () => {
      const draft = await drafted(await changed(clerk, 'ordinary', quick));
      expect(draft).toMatchObject({ number: 100, state: 'draft', version: 1, effectiveFrom: null, inForce: false, writtenBy: [clerk.id], findings: [] });
      const shown = await officer.get(path(100));
      expect([shown.status, shown.headers.get('etag'), shown.body.digest]).toEqual([200, '"1"', draft.digest]);
      expect(shown.body.rules).toEqual(draft.rules);
    });

    it('comes back as it was sent', async () => {
      const sent = await changed(clerk, 'ordinary', quick);
      const { offices, rules, title } = await drafted(sent);
      expect({ title, offices, rules }).toEqual(sent);
    });

    it('is told everything that is wrong with it at once, and may rest with it', async () => {
      const { offices, rules } = await contentOf(clerk, 2);
      const at = (code: string): number => rules.findIndex((rule) => rule.code === code);
      const faulty = structuredClone(rules);
      faulty[at('trademark')].basis.article = ' ';
      faulty[at('copyright')].outcome.agency = 'nobody';
      faulty[at('special-mark')].when = { foreignRelated: [true], rightType: ['special_mark'] };
      faulty[at('petition')].measures = [];
      const draft = await drafted({ title: '错误', offices, rules: [...faulty, { ...rules[at('trademark')], code: 'trademark-again', stage: 14 }] });
      expect(draft.findings.map(({ code, rule }: Json) => [code, rule])).toEqual(expect.arrayContaining([['missing-basis', 'trademark'], ['unknown-agency', 'copyright'], ['restricted-fact', 'special-mark'], ['missing-measure', 'petition'], ['shadowed', 'trademark-again']]));
      const refused = await clerk.command(path(draft.number, '/submit'), 1);
      expect([refused.status, refused.body.code, guards(refused.body)]).toEqual([409, 'command.refused', ['routing.rules-have-problems']]);
    });

    it('with fields that nobody knows, or words in one language only, is refused with every path', async () => {
      const { offices, rules } = await contentOf(clerk, 2);
      const { status, body } = await clerk.post('/v1/routing/rule-sets', { title: '', offices, colour: 'red', rules: [{ ...rules[0], code: 'Not a code', explanation: { en: 'why' }, group: 'colours' }] });
      expect([status, body.errors.map(({ path: where, code }: Json) => `${where} ${code}`).sort()]).toEqual([400, ['colour whitelistValidation', 'rules[0].code matches', 'rules[0].explanation.zh-CN isString', 'rules[0].explanation.zh-CN maxLength', 'rules[0].group isIn', 'title isNotEmpty']]);
    });

    it('is replaced with its ETag; whoever writes in it becomes an author', async () => {
      const draft = await drafted(await changed(clerk, 'ordinary', quick));
      const body = await changed(clerk, 'fast-trade-fair', (rule) => ({ ...rule, outcome: { lane: 'ordinary' } }), '第二稿');
      expect([(await put(clerk, app.url, path(draft.number), null, body)).status, (await put(clerk, app.url, path(draft.number), 7, body)).status]).toEqual([428, 412]);
      const revised = await put(head, app.url, path(draft.number), 1, body);
      expect([revised.status, revised.body]).toMatchObject([200, { version: 2, title: '第二稿', writtenBy: [clerk.id, head.id] }]);
      expect(revised.body.digest).not.toBe(draft.digest);
      expect((await officer.get(`${path(draft.number)}/timeline`)).body.items.map(({ event, actor }: Json) => [event, actor])).toEqual([['rule-set.drafted', clerk.id], ['rule-set.revised', head.id]]);
    });

    it('sent twice under one key is one draft', async () => {
      const body = await changed(clerk, 'ordinary', quick);
      const key = { 'idempotency-key': 'draft-sent-twice-1' };
      const [one, two] = [await clerk.post('/v1/routing/rule-sets', body, key), await clerk.post('/v1/routing/rule-sets', body, key)];
      expect([one.status, two.status, two.body.number]).toEqual([201, 201, one.body.number]);
      expect(two.headers.get('idempotency-replayed')).toBe('true');
    });

    it('is written by clerks and heads, and by nobody else', async () => {
      const body = await changed(clerk, 'ordinary', quick);
      for (const role of ['enforcement-officer', 'oversight', 'administrator', 'hotline-operator']) expect([role, (await (await app.as(role)).post('/v1/routing/rule-sets', body)).status]).toEqual([role, 403]);
      expect((await clerk.get(path(999_999))).status).toBe(404);
    });
  });

  describe('four eyes', () => {
    async function submitted(by = clerk): Promise<Json> {
      const draft = await drafted(await changed(clerk, 'ordinary', quick, `提交 ${Math.random()}`), by);
      const answer = await by.command(path(draft.number, '/submit'), 1);
      expect([answer.status, answer.body.state]).toEqual([200, 'submitted']);
      return answer.body;
    }

    it('lets nobody change what was submitted, not even in the database', async () => {
      const { number } = await submitted();
      expect((await put(clerk, app.url, path(number), 2, await changed(clerk, 'ordinary', quick))).body).toMatchObject({ code: 'command.refused', reason: 'not-allowed-now' });
      await expect(app.sql.admin("UPDATE rule_set SET rules = '{}' WHERE number = $1", [number])).rejects.toThrow('Rules are written in a draft only');
      await expect(app.sql.admin('UPDATE rule_set SET number = 900 WHERE number = 1')).rejects.toThrow('Rules are written in a draft only');
    });

    it('refuses an author, an office that does not distribute, and what was not tried; everything is told at once', async () => {
      const { number } = await submitted(countyHead);
      const refused = await countyHead.command(path(number, '/publish'), 2, { effectiveFrom: '2026-11-21' });
      expect([refused.status, guards(refused.body)]).toEqual([409, ['routing.not-the-distributing-bureau', 'routing.four-eyes', 'routing.no-backtest', 'routing.first-day-past']]);
      expect(guards((await head.command(path(number, '/publish'), 2, { effectiveFrom: '2026-12-24' })).body)).toEqual(['routing.no-backtest']);
      expect((await clerk.command(path(number, '/publish'), 2, { effectiveFrom: '2026-12-24' })).status).toBe(403);
      expect((await head.command(path(number, '/publish'), 2, { effectiveFrom: '2026-02-30' })).status).toBe(400);
    });

    it('asks for a backtest of the very content: one of an earlier draft does not count', async () => {
      const draft = await drafted(await changed(clerk, 'ordinary', quick, '先回测再修改'));
      await backtest(draft.number);
      await put(clerk, app.url, path(draft.number), 1, await changed(clerk, 'fast-trade-fair', (rule) => ({ ...rule, outcome: { lane: 'ordinary' } })));
      await clerk.command(path(draft.number, '/submit'), 2);
      expect(guards((await head.command(path(draft.number, '/publish'), 3, { effectiveFrom: '2026-12-24' })).body)).toEqual(['routing.no-backtest']);
    });

    it('sends back with a reason, and takes it up again', async () => {
      const { number } = await submitted();
      expect((await head.command(path(number, '/send-back'), 2, {})).status).toBe(400);
      expect((await head.command(path(number, '/send-back'), 2, { reason: '条款号有误' })).body).toMatchObject({ state: 'draft', version: 3 });
      expect((await officer.get(`${path(number)}/timeline`)).body.items.at(-1)).toMatchObject({ event: 'rule-set.sent-back', actor: head.id, data: { reason: '条款号有误' } });
      expect((await clerk.command(path(number, '/submit'), 3)).body.state).toBe('submitted');
    });

    it('tells what can be done with it now', async () => {
      const { number } = await submitted();
      const { body } = await head.get(`${path(number)}/available-commands`);
      expect(body.commands.map(({ command, allowed }: Json) => [command, allowed])).toEqual([['send-back', true], ['publish', true]]);
      expect((await clerk.get(`${path(number)}/available-commands`)).body.commands.map(({ command, allowed }: Json) => [command, allowed])).toEqual([['send-back', false], ['publish', false]]);
    });
  });

  it('published by a second person, decides from its first day in every process, and retires what was before; every move is on record', async () => {
    const operator = await app.as('hotline-operator');
    const second = await startTestApp({ sql: app.sql });
    second.now.set('2026-11-22T02:00:00Z');
    try {
      const before = (await operator.post('/v1/complaints', report())).body.route;
      expect(before).toMatchObject({ ruleSetVersion: 2, lane: 'ordinary' });
      const draft = await drafted(await changed(clerk, 'ordinary', quick, '一律快办'));
      await backtest(draft.number);
      await clerk.command(path(draft.number, '/submit'), 1);
      const published = await otherHead.command(path(draft.number, '/publish'), 2, { effectiveFrom: '2026-12-01' });
      expect([published.status, published.body]).toMatchObject([200, { state: 'published', effectiveFrom: '2026-12-01', inForce: false, publishedBy: otherHead.id }]);

      // A day before: nothing has changed, and nobody may quietly slip another set in between.
      expect((await operator.post('/v1/complaints', report())).body.route).toMatchObject({ ruleSetVersion: 2, lane: 'ordinary' });
      const rival = await drafted(await changed(clerk, 'fast-trade-fair', (rule) => ({ ...rule, outcome: { lane: 'ordinary' } }), '抢先'));
      await backtest(rival.number);
      await clerk.command(path(rival.number, '/submit'), 1);
      expect(guards((await head.command(path(rival.number, '/publish'), 2, { effectiveFrom: '2026-11-25' })).body)).toEqual(['routing.first-day-taken']);

      // Its first day begins at midnight in Beijing.
      app.now.set('2026-11-30T15:59:59Z');
      expect(app.app.get(RoutingService).inForce().number).toBe(2);
      app.now.set('2026-11-30T16:00:00Z');
      // Tokens of the week before have run out.
      const [laterOperator, reader, administrator] = await Promise.all([app.as('hotline-operator'), app.as('enforcement-officer'), app.as('administrator')]);
      expect((await laterOperator.post('/v1/complaints', report())).body.route).toMatchObject({ ruleSetVersion: draft.number, lane: 'expedited' });

      // The other process has not been restarted: it looks by itself.
      second.now.set('2026-11-30T16:00:00Z');
      await until('the other process to see it', async () => {
        await second.app.get(RoutingService).refresh();
        return (await (await second.as('enforcement-officer')).get('/v1/routing/rule-sets/live')).body.number === draft.number;
      });

      // The worker retires what was superseded, once, on record.
      const chores = app.app.get(Chores);
      await Promise.all([chores.tidy(), second.app.get(Chores).tidy()]);
      const { body } = await reader.get('/v1/routing/rule-sets');
      expect(body.items.filter(({ number }: Json) => number === 2 || number === draft.number).map(({ number, state, inForce }: Json) => [number, state, inForce])).toEqual([[draft.number, 'published', true], [2, 'retired', false]]);
      expect((await reader.get(`${path(2)}/timeline`)).body.items.map(({ event, actor }: Json) => [event, actor])).toEqual([['rule-set.delivered', 'system:seed'], ['rule-set.retired', 'system:routing']]);
      expect((await reader.get(`${path(draft.number)}/timeline`)).body.items.map(({ event, actor }: Json) => [event, actor])).toEqual([['rule-set.drafted', clerk.id], ['rule-set.submitted', clerk.id], ['rule-set.published', otherHead.id]]);
      expect((await administrator.get('/v1/ledger/verification')).body).toMatchObject({ ok: true });
    } finally {
      await second.close();
    }
  });
});

describe('a process with rules that it cannot trust', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const tamper = (change: string): Promise<unknown> => app.sql.admin(`SET session_replication_role = replica; UPDATE rule_set SET ${change} WHERE number = 2; SET session_replication_role = origin`);

  it('keeps the rules that it has, and one that starts does not start', async () => {
    const [kept] = await app.sql.admin<{ rules: unknown; digest: string }>('SELECT rules, digest FROM rule_set WHERE number = 2');
    await tamper(`rules = jsonb_set(rules, '{rules,0,when}', '{"nationality": ["cn"]}'), digest = 'other'`);
    await expect(app.app.get(RoutingService).refresh()).rejects.toThrow('Routing rule set 2 is refused');
    expect(app.app.get(RoutingService).inForce().number).toBe(2);
    await expect(startTestApp({ sql: app.sql })).rejects.toThrow('disclosure-request: Fact nationality does not exist');
    await app.sql.admin('SET session_replication_role = replica');
    await tamper(`rules = '${JSON.stringify(kept?.rules).replaceAll("'", "''")}', digest = '${kept?.digest ?? ''}'`);
    await expect(app.app.get(RoutingService).refresh()).resolves.toBeUndefined();
  });
});
