import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';
import { endVerification } from '../../support/proceedings.js';
import { act, castOf, CHAOAN, failures, openCase, versionOf, XIANGQIAO, type Cast } from './cases.ground.js';

// Filing, accepting and opening before every test: on a busy machine that takes more than the usual five seconds.
jest.setTimeout(60_000);

const CHINESE = { 'accept-language': 'zh-CN' };

describe('commands on a case', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp();
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  const timeline = async (id: string): Promise<Json[]> => (await cast.head.get(`/v1/cases/${id}/timeline`)).body.items;
  const events = async (id: string): Promise<string[]> => (await timeline(id)).map(({ event }) => event);
  const assigned = async (): Promise<string> => {
    const { id } = await openCase(cast);
    expect((await act(cast.head, id, 'assign', { officer: cast.officer.id })).status).toBe(200);
    return id;
  };

  describe('assign and reassign', () => {
    it('put an officer of the agency in charge, once without a reason, then with one', async () => {
      const { id } = await openCase(cast);
      expect(failures(await act(cast.head, id, 'assign', { officer: cast.stranger.id }))).toEqual(['case.officer-unfit']);
      expect((await act(cast.head, id, 'assign', { officer: cast.officer.id })).body).toMatchObject({ state: 'assigned', assignee: cast.officer.id, version: 2 });
      expect((await act(cast.head, id, 'assign', { officer: cast.colleague.id })).body).toMatchObject({ code: 'command.refused', allowedCommands: ['reassign', 'auto-assign', 'allot', 'release', 'recuse', 'link', 'unlink', 'note', 'close'] });
      expect((await act(cast.head, id, 'reassign', { officer: cast.colleague.id })).body.errors.map(({ path }: Json) => path)).toContain('reason');
      const same = await act(cast.head, id, 'reassign', { officer: cast.officer.id, reason: '测试' }, CHINESE);
      expect([same.status, failures(same), same.body.failedGuards[0].text]).toEqual([409, ['case.same-officer'], '该人员已是承办人']);
      expect((await act(cast.head, id, 'reassign', { officer: cast.colleague.id, reason: '原承办人调离' })).body).toMatchObject({ state: 'assigned', assignee: cast.colleague.id });
      expect(await events(id)).toEqual(['case.opened', 'case.assigned', 'case.reassigned']);
      expect((await timeline(id))[2].data).toMatchObject({ officer: cast.colleague.id, reason: '原承办人调离', basis: { article: '第十九条第二款' } });
    });

    it('are for the head: an officer has no permission, another county sees no case', async () => {
      const { id } = await openCase(cast);
      for (const command of ['assign', 'reassign', 'recuse', 'reopen']) expect([command, (await cast.officer.command(`/v1/cases/${id}/${command}`, 1, {})).status]).toEqual([command, 403]);
      expect((await cast.stranger.command(`/v1/cases/${id}/assign`, 1, { officer: cast.stranger.id })).status).toBe(404);
      expect((await cast.city.command(`/v1/cases/${id}/assign`, 1, { officer: cast.city.id })).body).toMatchObject({ assignee: cast.city.id });
    });

    it('let one of sixty-four win, version by version', async () => {
      const { id } = await openCase(cast);
      for (const [version, command] of [[1, 'assign'], [2, 'reassign']] as const) {
        const officer = version === 1 ? cast.officer.id : cast.colleague.id;
        const body = command === 'assign' ? { officer } : { officer, reason: '测试' };
        const answers = await Promise.all(Array.from({ length: 64 }, () => cast.head.command(`/v1/cases/${id}/${command}`, version, body)));
        expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 63 }, () => 412)]);
        expect(new Set(answers.filter(({ status }) => status === 412).map(({ body: { code, currentVersion } }) => `${code} ${currentVersion}`))).toEqual(new Set([`precondition.failed ${version + 1}`]));
      }
      expect((await cast.head.get(`/v1/cases/${id}`)).body).toMatchObject({ version: 3, assignee: cast.colleague.id });
      expect(await events(id)).toEqual(['case.opened', 'case.assigned', 'case.reassigned']);
    });
  });

  describe('recuse', () => {
    const decision = (officer: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({ officer, raisedBy: 'party', ground: 'direct-interest', reason: '持有当事人股份', decision: 'granted', ...more });

    it('keeps an officer out for good, whoever is in charge now', async () => {
      const { id } = await openCase(cast);
      expect((await act(cast.head, id, 'recuse', decision(cast.officer.id))).body).toMatchObject({ state: 'open', assignee: null });
      const refused = await act(cast.head, id, 'assign', { officer: cast.officer.id }, CHINESE);
      expect([refused.status, refused.body.failedGuards]).toEqual([409, [{ guard: 'officer-not-recused', code: 'case.officer-recused', text: '该人员已从本案回避，不得再承办', basis: expect.objectContaining({ article: '第四条' }) }]]);
      expect((await act(cast.head, id, 'assign', { officer: cast.officer.id })).body.failedGuards[0].text).toBe('This officer keeps out of the case for good');
      await act(cast.head, id, 'assign', { officer: cast.colleague.id });
      expect(failures(await act(cast.head, id, 'reassign', { officer: cast.officer.id, reason: '测试' }))).toEqual(['case.officer-recused']);
      await app.sql.admin("UPDATE reply_obligation SET state = 'answered' WHERE complaint_id = (SELECT complaint_id FROM case_file WHERE id = $1)", [id]);
      await endVerification(cast.head, id);
      expect((await act(cast.colleague, id, 'close', { outcome: '测试' })).body.state).toBe('closed');
      expect((await act(cast.head, id, 'reopen', { reason: '测试' })).body.state).toBe('reopened');
      expect(failures(await act(cast.head, id, 'reassign', { officer: cast.officer.id, reason: '测试' }))).toEqual(['case.officer-recused']);
      expect(failures(await act(cast.head, id, 'recuse', decision(cast.officer.id)))).toEqual(['case.officer-recused']);
      // Elsewhere the officer works on.
      const { id: another } = await openCase(cast);
      expect((await act(cast.head, another, 'assign', { officer: cast.officer.id })).status).toBe(200);
    });

    it('of the officer in charge names a successor who is fit, at once', async () => {
      const id = await assigned();
      expect(failures(await act(cast.head, id, 'recuse', decision(cast.officer.id)))).toEqual(['case.successor-unfit']);
      expect(failures(await act(cast.head, id, 'recuse', decision(cast.officer.id, { successor: cast.officer.id })))).toEqual(['case.successor-unfit']);
      expect(failures(await act(cast.head, id, 'recuse', decision(cast.officer.id, { successor: cast.stranger.id })))).toEqual(['case.successor-unfit']);
      expect(failures(await act(cast.head, id, 'recuse', decision(cast.colleague.id, { successor: cast.head.id })))).toEqual(['case.successor-unfit']);
      expect((await cast.head.get(`/v1/cases/${id}`)).body).toMatchObject({ assignee: cast.officer.id, recusals: [] });
      expect((await act(cast.head, id, 'recuse', decision(cast.officer.id, { successor: cast.colleague.id }))).body).toMatchObject({ state: 'assigned', assignee: cast.colleague.id });
      // The officer has lost the case, and cannot close it any more.
      expect(failures(await act(cast.officer, id, 'close', { outcome: '测试' }))).toEqual(['case.not-in-charge', 'case.actor-recused', 'case.obligations-open']);
      expect((await cast.head.get(`/v1/cases/${id}`)).body.recusals).toMatchObject([{ officer: cast.officer.id, raisedBy: 'party', ground: 'direct-interest', reason: '持有当事人股份', decision: 'granted', decidedBy: cast.head.id }]);
      const [, , recorded] = await timeline(id);
      expect([recorded.event, recorded.data]).toEqual(['case.recusal-decided', expect.objectContaining({ officer: cast.officer.id, decision: 'granted', successor: cast.colleague.id, basis: expect.objectContaining({ article: '第四条' }) })]);
      expect(JSON.stringify(recorded.data)).not.toContain('持有当事人股份');
    });

    it('refused leaves everything as it was, on record, and can be decided anew', async () => {
      const id = await assigned();
      expect((await act(cast.head, id, 'recuse', decision(cast.officer.id, { decision: 'refused', ground: 'other-relation' }))).body).toMatchObject({ assignee: cast.officer.id });
      expect((await act(cast.head, id, 'recuse', decision(cast.officer.id, { successor: cast.colleague.id }))).body).toMatchObject({ assignee: cast.colleague.id });
      expect((await cast.head.get(`/v1/cases/${id}`)).body.recusals.map(({ decision: one }: Json) => one)).toEqual(['refused', 'granted']);
    });

    it('is decided by another, and a head who keeps out decides nothing more', async () => {
      const { id } = await openCase(cast);
      const own = await act(cast.head, id, 'recuse', decision(cast.head.id), CHINESE);
      expect([failures(own), own.body.failedGuards[0].text]).toEqual([['case.own-recusal'], '负责人的回避由主要负责人或者集体讨论决定，不得自行决定']);
      expect((await act(cast.city, id, 'recuse', decision(cast.head.id))).status).toBe(200);
      expect(failures(await act(cast.head, id, 'assign', { officer: cast.officer.id }))).toEqual(['case.actor-recused']);
      expect(failures(await act(cast.head, id, 'assign', { officer: cast.head.id }))).toEqual(['case.actor-recused', 'case.officer-recused']);
      const { body } = await cast.head.get(`/v1/cases/${id}/available-commands`);
      expect(body.commands.filter(({ allowed }: Json) => allowed).map(({ command }: Json) => command)).toEqual(['link', 'unlink', 'note']);
      expect(failures(await act(cast.head, id, 'recuse', decision(cast.colleague.id)))).toEqual(['case.actor-recused']);
      expect((await act(cast.city, id, 'assign', { officer: cast.officer.id })).status).toBe(200);
    });

    it('asks for what the decision needs, and for somebody who works here', async () => {
      const { id } = await openCase(cast);
      const { body } = await act(cast.head, id, 'recuse', { officer: 'x', raisedBy: 'nobody', decision: 'maybe' });
      expect([body.code, body.errors.map(({ path }: Json) => path)]).toEqual(['request.invalid', expect.arrayContaining(['officer', 'raisedBy', 'ground', 'reason', 'decision'])]);
      expect(failures(await act(cast.head, id, 'recuse', decision(cast.stranger.id)))).toEqual(['case.officer-unfit']);
    });

    it('wins over an assignment at the same moment, or loses to it, but never both', async () => {
      const { id } = await openCase(cast);
      const [recused, given] = await Promise.all([cast.head.command(`/v1/cases/${id}/recuse`, 1, decision(cast.officer.id)), cast.head.command(`/v1/cases/${id}/assign`, 1, { officer: cast.officer.id })]);
      expect([recused.status, given.status].sort()).toEqual([200, 412]);
    });
  });

  describe('close and reopen', () => {
    it('waits until every number has its answer, names what is owed, and takes all complaints along', async () => {
      const { id, complaint, reply } = await openCase(cast);
      const second = await cast.operator.post('/v1/complaints', report({ channel: 'hotline-12315', sourceSystem: 'GD12315', externalNumber: '12315-CLOSE' }));
      expect((await cast.officer.command(`/v1/complaints/${second.body.id}/join-case`, 1, { caseId: id })).status).toBe(200);
      await endVerification(cast.head, id);
      await act(cast.head, id, 'assign', { officer: cast.officer.id });
      const owed = [reply, second.body.reply.id].sort();
      const refused = await act(cast.officer, id, 'close', { outcome: '测试' });
      expect([refused.status, refused.body.failedGuards.map(({ code, details }: Json) => [code, details.map((one: Json) => [one.kind, one.id])])]).toEqual([409, [['case.obligations-open', owed.map((one) => ['reply', one])]]]);
      expect((await act(cast.officer, id, 'close', { outcome: '测试' }, CHINESE)).body.failedGuards[0].text).toBe('尚有未答复的来源工单或者未了结的程序');
      const { body: offered } = await cast.officer.get(`/v1/cases/${id}/available-commands`);
      expect(offered.commands.find(({ command }: Json) => command === 'close')).toMatchObject({ allowed: false, failedGuards: [{ code: 'case.obligations-open', details: owed.map((one) => expect.objectContaining({ id: one })) }] });

      await cast.officer.command(`/v1/replies/${reply}/answer`, 1, { answer: '已核查' });
      expect((await act(cast.officer, id, 'close', { outcome: '测试' })).body.failedGuards[0].details.map(({ number }: Json) => number)).toEqual(['GD12315 12315-CLOSE']);
      await cast.officer.command(`/v1/replies/${second.body.reply.id}/answer`, 1, { answer: '已核查' });
      const closed = await act(cast.officer, id, 'close', { outcome: '经核查不构成违法' });
      expect(closed.body).toMatchObject({ state: 'closed', outcome: '经核查不构成违法', nextDue: null });
      expect((await cast.officer.get(`/v1/cases/${id}`)).body.nextDue).toBeNull();
      const states = async (): Promise<string[]> => (await Promise.all([complaint, second.body.id].map((one) => cast.officer.get(`/v1/complaints/${one}`)))).map(({ body }) => body.state);
      expect(await states()).toEqual(['concluded', 'concluded']);
      expect((await act(cast.head, id, 'reopen', { reason: '出现新的证据' })).body).toMatchObject({ state: 'reopened', outcome: null, closedAt: null });
      expect(await states()).toEqual(['in-case', 'in-case']);
      // Asked again by the caller: the reopened case waits for the new answer.
      expect((await cast.operator.command(`/v1/replies/${reply}/demand-again`, 2, { reason: '未说明结果' })).status).toBe(200);
      expect(failures(await act(cast.officer, id, 'close', { outcome: '测试' }))).toEqual(['case.obligations-open']);
      expect((await (await app.as('administrator')).get(`/v1/ledger/verification?subject=${id}`)).body).toMatchObject({ ok: true });
    });

    it('is for the officer in charge or the head, and needs an outcome', async () => {
      const id = await assigned();
      expect(failures(await act(cast.colleague, id, 'close', { outcome: '测试' }))).toEqual(['case.not-in-charge', 'case.obligations-open']);
      expect((await act(cast.officer, id, 'close', {})).body.code).toBe('request.invalid');
      expect((await act(cast.head, id, 'reopen', { reason: '测试' })).body).toMatchObject({ code: 'command.refused', reason: 'not-allowed-now' });
    });

    it('and a complaint that joins at the same moment: it goes along, or stays out', async () => {
      const { id, reply } = await openCase(cast);
      const late = await cast.operator.post('/v1/complaints', report());
      await endVerification(cast.head, id);
      await act(cast.head, id, 'assign', { officer: cast.officer.id });
      await cast.officer.command(`/v1/replies/${reply}/answer`, 1, { answer: '已核查' });
      const { version } = (await cast.officer.get(`/v1/cases/${id}`)).body;
      const [closed, joined] = await Promise.all([cast.officer.command(`/v1/cases/${id}/close`, version, { outcome: '测试' }), cast.officer.command(`/v1/complaints/${late.body.id}/join-case`, 1, { caseId: id })]);
      const complaint = (await cast.officer.get(`/v1/complaints/${late.body.id}`)).body;
      // Joined first, the case has another version and one more answer owed; closed first, it takes nobody in.
      expect([[200, 409, null], [412, 200, id]]).toContainEqual([closed.status, joined.status, complaint.caseId]);
    });
  });

  describe('link and unlink', () => {
    it('tell both files, show from both sides, and can be undone and done again', async () => {
      const [one, other] = [await openCase(cast), await openCase(cast)];
      const body = { other: other.id, kind: 'same-respondent', reason: '同一当事人' };
      expect((await act(cast.officer, one.id, 'link', body)).body).toMatchObject({ state: 'open', version: 2 });
      expect((await cast.officer.get(`/v1/cases/${one.id}`)).body.links).toMatchObject([{ other: other.id, kind: 'same-respondent', reason: '同一当事人', state: 'open', caseNumber: expect.stringMatching(/^CZAJ/) }]);
      expect((await cast.officer.get(`/v1/cases/${other.id}`)).body).toMatchObject({ version: 2, links: [{ other: one.id, kind: 'same-respondent' }] });
      const twice = await act(cast.officer, one.id, 'link', body, CHINESE);
      expect([twice.status, failures(twice), twice.body.failedGuards[0].text]).toEqual([409, ['case.already-linked'], '两案已有此种关联']);
      expect(failures(await act(cast.officer, other.id, 'link', { ...body, other: one.id }))).toEqual(['case.already-linked']);
      expect((await act(cast.officer, other.id, 'link', { ...body, other: one.id, kind: 'same-right' })).status).toBe(200);
      expect((await act(cast.officer, other.id, 'unlink', { ...body, other: one.id, reason: '误关联' })).status).toBe(200);
      expect(failures(await act(cast.officer, one.id, 'unlink', body))).toEqual(['case.not-linked']);
      expect((await cast.officer.get(`/v1/cases/${one.id}`)).body.links.map(({ kind }: Json) => kind)).toEqual(['same-right']);
      expect((await act(cast.officer, one.id, 'link', body)).status).toBe(200);
      expect([await events(one.id), await events(other.id)]).toEqual([['case.opened', 'case.linked', 'case.linked', 'case.unlinked', 'case.linked'], ['case.opened', 'case.linked', 'case.linked', 'case.unlinked', 'case.linked']]);
      expect((await timeline(other.id))[1].data).toMatchObject({ other: one.id, kind: 'same-respondent', reason: '同一当事人' });
    });

    it('refuse the case itself, an unknown kind, and a case that the reader does not see', async () => {
      const [{ id }, foreign] = [await openCase(cast), await openCase({ operator: cast.operator, officer: await app.as('enforcement-officer', XIANGQIAO) }, { region: '445102' })];
      expect(failures(await act(cast.officer, id, 'link', { other: id, kind: 'related', reason: '测试' }))).toEqual(['case.link-to-itself']);
      expect((await act(cast.officer, id, 'link', { other: foreign.id, kind: 'cousin', reason: '测试' })).body.errors).toMatchObject([{ path: 'kind' }]);
      const nothing = '019aa1b2-0000-7000-8000-000000000000';
      const answers = await Promise.all([foreign.id, nothing].map((other) => act(cast.officer, id, 'link', { other, kind: 'related', reason: '测试' })));
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual([[404, 'subject.not-found'], [404, 'subject.not-found']]);
      // The office above sees both. Afterwards each county sees the link on its own file, and nothing of the other case.
      expect((await act(cast.city, id, 'link', { other: foreign.id, kind: 'parallel-track', reason: '测试' })).status).toBe(200);
      expect((await cast.officer.get(`/v1/cases/${id}`)).body.links).toEqual([]);
      expect((await cast.city.get(`/v1/cases/${id}`)).body.links).toMatchObject([{ other: foreign.id }]);
    });

    it('at the same moment from both sides: one link, and nobody is left hanging', async () => {
      const pairs = await Promise.all(Array.from({ length: 6 }, async () => [(await openCase(cast)).id, (await openCase(cast)).id] as const));
      const link = (id: string, other: string): Promise<{ status: number }> => cast.officer.command(`/v1/cases/${id}/link`, 1, { other, kind: 'related', reason: '测试' });
      const answers = await Promise.all(pairs.flatMap(([one, other]) => [link(one, other), link(other, one)]));
      expect(answers.map(({ status }) => status).sort()).toEqual([...pairs.map(() => 200), ...pairs.map(() => 412)]);
      for (const [one, other] of pairs) expect([(await cast.officer.get(`/v1/cases/${one}`)).body.links, (await cast.officer.get(`/v1/cases/${other}`)).body.version]).toEqual([[expect.objectContaining({ other })], 2]);
    });

    it('are possible on a closed file', async () => {
      const [one, other] = [await openCase(cast), await openCase(cast)];
      await act(cast.head, one.id, 'assign', { officer: cast.officer.id });
      await cast.officer.command(`/v1/replies/${one.reply}/answer`, 1, { answer: '已核查' });
      await endVerification(cast.head, one.id);
      await act(cast.officer, one.id, 'close', { outcome: '测试' });
      expect((await act(cast.officer, other.id, 'link', { other: one.id, kind: 'same-right', reason: '测试' })).status).toBe(200);
      expect((await cast.officer.get(`/v1/cases/${one.id}`)).body).toMatchObject({ state: 'closed', links: [{ other: other.id }] });
    });
  });

  describe('note', () => {
    it('is kept on the file without who reported it, and without anybody’s numbers', async () => {
      const { id } = await openCase(cast, { reporter: { name: '翡翠麒麟', phone: '13911112222', address: '广东省潮州市湘桥区金丝雀巷9号' }, representative: { name: '琥珀璎珞', phone: '13833334444', powerOfAttorney: { matters: '举报', scope: '一般代理', validUntil: '2027-12-31', signed: true } } });
      const text = '举报人翡翠麒麟（139-1111-2222）及代理人琥珀璎珞来电，称当事人电话13700001111，住金丝雀巷9号。下周现场检查。';
      expect((await act(cast.officer, id, 'note', { text })).body).toMatchObject({ version: 2, state: 'open' });
      await act(cast.head, id, 'note', { text: '同意' });
      const { body } = await cast.colleague.get(`/v1/cases/${id}/notes`);
      expect(body.items.map(({ text: shown, writtenBy }: Json) => [shown, writtenBy])).toEqual([
        ['同意', cast.head.id],
        ['举报人〔举报人〕（〔电话〕）及代理人〔举报人〕来电，称当事人电话〔电话〕，住〔住址〕。下周现场检查。', cast.officer.id],
      ]);
      const raw = JSON.stringify([await app.sql.admin('SELECT * FROM case_note'), await app.sql.admin('SELECT data FROM ledger_entry'), await app.sql.admin('SELECT body FROM idempotency')]);
      expect(raw).not.toMatch(/翡翠麒麟|琥珀璎珞|13911112222|金丝雀巷/);
      expect(await events(id)).toEqual(['case.opened', 'case.noted', 'case.noted']);
      expect(Object.keys((await timeline(id))[1].data)).not.toContain('text');
    });

    it('scrubs what is written beside other commands, too', async () => {
      const { id } = await openCase(cast, { reporter: { name: '翡翠麒麟', phone: '13911112222' } });
      const told = '翡翠麒麟说的';
      await act(cast.head, id, 'assign', { officer: cast.officer.id });
      await act(cast.head, id, 'reassign', { officer: cast.colleague.id, reason: told });
      await act(cast.head, id, 'recuse', { officer: cast.officer.id, raisedBy: 'party', ground: 'other-relation', reason: told, decision: 'granted' });
      const { id: other } = await openCase(cast);
      await act(cast.head, id, 'link', { other, kind: 'related', reason: told });
      await app.sql.admin("UPDATE reply_obligation SET state = 'answered' WHERE complaint_id = (SELECT complaint_id FROM case_file WHERE id = $1)", [id]);
      await endVerification(cast.head, id);
      await act(cast.head, id, 'close', { outcome: told });
      await act(cast.head, id, 'reopen', { reason: told });
      const { body } = await cast.head.get(`/v1/cases/${id}`);
      expect(body).toMatchObject({ state: 'reopened', recusals: [{ reason: '〔举报人〕说的' }], links: [{ reason: '〔举报人〕说的' }] });
      const reasons = (await timeline(id)).map(({ event, data }) => [event, data.reason]).filter(([, reason]) => reason !== undefined);
      expect(reasons).toEqual([['case.reassigned', '〔举报人〕说的'], ['case.linked', '〔举报人〕说的'], ['case.reopened', '〔举报人〕说的']]);
      expect(JSON.stringify(await app.sql.admin('SELECT * FROM case_file UNION ALL SELECT * FROM case_file'))).not.toContain('翡翠');
    });

    it('is paged, newest first, and bounded', async () => {
      const { id } = await openCase(cast);
      for (const n of [1, 2, 3]) await act(cast.officer, id, 'note', { text: `第${n}条` });
      const first = await cast.officer.get(`/v1/cases/${id}/notes?limit=2`);
      expect(first.body.items.map(({ text }: Json) => text)).toEqual(['第3条', '第2条']);
      const next = /<([^>]+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
      expect((await cast.officer.get(next)).body.items.map(({ text }: Json) => text)).toEqual(['第1条']);
      expect((await act(cast.officer, id, 'note', { text: '长'.repeat(5001) })).body.errors).toMatchObject([{ path: 'text', code: 'maxLength' }]);
      expect((await act(cast.officer, id, 'note', { text: '' })).status).toBe(400);
    });

    it('is for those who work on cases of the agency', async () => {
      const { id } = await openCase(cast);
      expect((await cast.stranger.command(`/v1/cases/${id}/note`, 1, { text: '测试' })).status).toBe(404);
      expect((await cast.stranger.get(`/v1/cases/${id}/notes`)).status).toBe(404);
      expect((await cast.clerk.command(`/v1/cases/${id}/note`, 1, { text: '测试' })).status).toBe(403);
      expect(await versionOf(cast.officer, id)).toBe(1);
      const mediator = await app.as('mediator', CHAOAN);
      expect((await mediator.command(`/v1/cases/${id}/note`, 1, { text: '测试' })).status).toBe(200);
    });
  });
});
