import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Json, Reply } from '../../support/app.js';
import { act, clocksOf, done, failures, filing, groundOf, post, read, request, seat, type Ground, type Matter, type Person } from './adjudications.ground.js';

describe('a request for adjudication', () => {
  let ground: Ground;
  let matter: Matter;
  const on = (instant: string): void => ground.app.now.set(instant);
  const by = (who: Person, command: string, body: unknown = {}): Promise<Reply<Json>> => act(ground.app, who, matter.id, command, body);
  const step = (who: Person, command: string, body: unknown = {}): Promise<Json> => done(ground.app, who, matter.id, command, body);

  beforeAll(async () => {
    ground = await groundOf();
  });
  beforeEach(async () => {
    on('2026-05-11T10:00:00+08:00');
    matter = await request(ground);
  });
  afterAll(() => ground.app.close());

  it('tells its checklist and grounds, each with its article', async () => {
    const { body } = await read(ground.app, ground.chair, '/v1/adjudications/requirements');
    expect([body.conditions.length, body.materials.length, body.suspension.length, body.exceptions.length]).toEqual([5, 6, 6, 5]);
    expect(body.conditions[4]).toMatchObject({ code: 'no-suit-no-other-way', basis: { article: '第十二条第一款第五项', status: 'verified' } });
  });

  it.each<[string, (g: Ground, m: Matter) => object, string, unknown]>([
    ['without a condition of article 12', () => ({ conditions: ['entitled-requester'] }), 'adjudication.conditions-not-met', { missing: ['definite-respondent', 'definite-claim', 'within-jurisdiction', 'no-suit-no-other-way'] }],
    ['without the register copy', () => ({ materials: ['written-request', 'requester-identity', 'copies'] }), 'adjudication.materials-missing', { missing: ['patent-register'] }],
    ['by a licensee without proof of the interest', () => ({ requesterKind: 'exclusive-licensee' }), 'adjudication.materials-missing', { missing: ['interest-proof'] }],
    ['without the report that the agency asked for', () => ({ evaluation: 'not-provided' }), 'adjudication.materials-missing', { missing: ['evaluation-report'] }],
    ['by an ordinary licensee alone', () => ({ requesterKind: 'ordinary-licensee', materials: ['written-request', 'requester-identity', 'patent-register', 'copies', 'interest-proof'] }), 'adjudication.requester-not-entitled', undefined],
    ['on something that is no patent number', () => ({ patentNumber: '12345', claims: [1] }), 'adjudication.patent-number-unfit', undefined],
    ['on an invention without its claims', () => ({ patentNumber: '202610000001.4' }), 'adjudication.claims-not-stated', undefined],
    ['against somebody who does not stand in the case', ({ chair }, { requester }) => ({ parties: [{ party: requester, side: 'requester' }, { party: chair.id, side: 'respondent' }] }), 'adjudication.parties-unfit', undefined],
    ['with a panel of two', ({ chair, second }) => ({ members: seat([chair, second]) }), 'adjudication.panel-unfit', { problems: ['fewer-than-three', 'even-number'] }],
    ['with a panel of four', ({ chair, second, third, fourth }) => ({ members: seat([chair, second, third, fourth]) }), 'adjudication.panel-unfit', { problems: ['even-number'] }],
    ['with a panel without credentials', ({ chair, second, third }) => ({ members: seat([chair, second, third]).map((member) => ({ ...member, credential: undefined })) }), 'adjudication.panel-unfit', { problems: ['without-credential'] }],
    ['with somebody of another agency on the panel', ({ chair, second, outsider }) => ({ members: seat([chair, second, outsider]) }), 'adjudication.panel-foreign', undefined],
  ])('is not filed %s', async (_, more, code, details) => {
    const answer = await by(ground.head, 'file', filing(ground, matter, more(ground, matter)));
    expect(failures(answer)).toEqual([409, code]);
    if (details !== undefined) expect(answer.body.failedGuards[0].details).toEqual(details);
    expect(answer.body.failedGuards[0].basis.article).toMatch(/^第/);
  });

  it('offers what the table has, with what each step asks for, and never what is carried in', async () => {
    const { body } = await read(ground.app, ground.head, `/v1/adjudications/${matter.id}/available-commands`);
    expect(body.commands.map(({ command }: Json) => command).sort()).toEqual(['delegate', 'file', 'not-file', 'notify-correction', 'withdraw']);
    expect(body.commands.find(({ command }: Json) => command === 'file')).toMatchObject({ allowed: true, to: 'filed', requires: ['conditions', 'materials', 'patentNumber', 'requesterKind', 'parties', 'members'], failedGuards: [], document: 'adjudication-filing-notice' });
    const stranger = await read(ground.app, ground.chair, `/v1/adjudications/${matter.id}/available-commands`);
    expect(stranger.body.commands.find(({ command }: Json) => command === 'file').allowed).toBe(false);
  });

  it('is filed by the head of its agency, nobody else', async () => {
    expect((await by(ground.chair, 'file', filing(ground, matter))).status).toBe(403);
    expect((await by(ground.outsider, 'file', filing(ground, matter))).status).toBe(403);
    expect((await read(ground.app, ground.outsider, `/v1/adjudications/${matter.id}`)).status).toBe(404);
  });

  it('is corrected once, on a complete notice; the time to file counts anew from the correction', async () => {
    const asked = await step(ground.chair, 'notify-correction', { missing: ['patent-register'], days: 5 });
    expect([asked.state, asked.document.kind, clocksOf(asked)]).toEqual(['correcting', 'adjudication-correction-notice', { filing: 'void 2026-05-18', correction: 'running 2026-05-18' }]);
    expect(failures(await by(ground.head, 'not-file', { grounds: ['not-corrected'], reasons: '未补正' }))).toEqual([409, 'adjudication.correction-period-runs']);
    on('2026-05-14T10:00:00+08:00');
    const corrected = await step(ground.chair, 'record-correction', { receivedAt: '2026-05-13T10:00:00+08:00', supplied: ['patent-register'] });
    expect([corrected.state, clocksOf(corrected)]).toEqual(['requested', { correction: 'met 2026-05-18', filing: 'running 2026-05-20' }]);
    expect(failures(await by(ground.chair, 'notify-correction', { missing: ['copies'], days: 5 }))).toEqual([409, 'adjudication.corrected-before']);
  });

  it('is not filed when the time of the correction is over, and late corrections do not help', async () => {
    await step(ground.chair, 'notify-correction', { missing: ['patent-register'], days: 5 });
    on('2026-05-19T10:00:00+08:00');
    expect(failures(await by(ground.chair, 'record-correction', { receivedAt: '2026-05-19T09:00:00+08:00', supplied: ['patent-register'] }))).toEqual([409, 'adjudication.corrected-late']);
    const refused = await step(ground.head, 'not-file', { grounds: ['not-corrected'], reasons: '逾期未补正' });
    expect([refused.state, refused.document.kind, clocksOf(refused)]).toEqual(['not-filed', 'adjudication-non-filing-notice', { correction: 'void 2026-05-18' }]);
  });

  it('can be taken back before it is filed, not in advance', async () => {
    expect(failures(await by(ground.chair, 'withdraw', { at: '2026-05-12T10:00:00+08:00' }))).toEqual([409, 'adjudication.in-advance']);
    expect((await step(ground.chair, 'withdraw', { at: '2026-05-11T09:30:00+08:00' })).state).toBe('withdrawn');
  });

  it('can be entrusted to the rapid centre, whose people then work on it in the name of the agency', async () => {
    expect(failures(await by(ground.head, 'delegate', { delegate: 'cz-court', authority: '潮市监委〔2026〕1号' }))).toEqual([409, 'adjudication.delegate-unfit']);
    const officer = await ground.app.as('enforcement-officer', 'cz-ip-rapid-centre');
    const centre: Person = { id: officer.id, role: 'enforcement-officer', agency: 'cz-ip-rapid-centre', client: officer };
    expect((await read(ground.app, centre, `/v1/adjudications/${matter.id}`)).status).toBe(404);
    await step(ground.head, 'delegate', { delegate: 'cz-ip-rapid-centre', authority: '潮市监委〔2026〕1号' });
    const asked = await step(centre, 'notify-correction', { missing: ['copies'], days: 5 });
    expect(asked.document.number).toMatch(/^潮市监专裁补〔2026〕\d+号$/);
    expect((await read(ground.app, centre, `/v1/adjudications/${matter.id}`)).body).toMatchObject({ agency: 'cz-market-regulation', delegate: 'cz-ip-rapid-centre' });
  });

  it('is not needed for advice: who was warned gets it after a month of silence, unless the holder asks or sues', async () => {
    const asked = { caseId: matter.caseId, patentNumber: '202630000001.X', warnedAt: '2026-03-01T10:00:00+08:00', demandReceivedAt: '2026-04-13T10:00:00+08:00', holderActed: false };
    expect(failures(await post(ground.app, ground.chair, '/v1/adjudications/advice', asked))).toEqual([409, 'adjudication.advice-too-early', 'adjudication.advice-not-needed']);
    await step(ground.chair, 'withdraw', { at: '2026-05-11T09:30:00+08:00' });
    // The thirteenth ends the month; the two months since it was sent are not over either.
    on('2026-05-13T23:00:00+08:00');
    expect(failures(await post(ground.app, ground.chair, '/v1/adjudications/advice', { ...asked, demandSentAt: '2026-04-10T10:00:00+08:00' }))).toEqual([409, 'adjudication.advice-too-early']);
    on('2026-05-14T10:00:00+08:00');
    const opened = await post(ground.app, ground.chair, '/v1/adjudications/advice', asked);
    expect([opened.status, opened.body.state, opened.body.deadlines]).toEqual([201, 'advice-requested', []]);
    const given = await done(ground.app, ground.head, opened.body.id, 'give-advice', { opinion: 'not-infringing', reasons: '缺少技术特征' });
    expect([given.state, given.document.kind, given.document.number]).toEqual(['advised', 'adjudication-advice', '潮市监专裁咨〔2026〕1号']);
    const refused = await post(ground.app, ground.chair, '/v1/adjudications/advice', asked);
    expect((await done(ground.app, ground.head, refused.body.id, 'refuse-advice', { reasons: '事实不清' })).state).toBe('advice-refused');
  });

  it('of the same case can be received again, and is listed with it', async () => {
    const again = await post(ground.app, ground.chair, '/v1/adjudications', { caseId: matter.caseId, receivedAt: '2026-05-11T09:00:00+08:00' });
    expect([again.status, again.body.state, clocksOf(again.body)]).toEqual([201, 'requested', { filing: 'running 2026-05-18' }]);
    const { body } = await read(ground.app, ground.chair, `/v1/adjudications?case=${matter.caseId}`);
    expect(body.items.map(({ id }: Json) => id).sort()).toEqual([matter.id, again.body.id].sort());
  });
});
