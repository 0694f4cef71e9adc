import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from '../support/app.js';
import { act, clocksOf, done, failures, filing, groundOf, ORDER, read, request, service, votes, type Ground, type Matter } from '../integration/adjudications/adjudications.ground.js';

/** Dates typed from 令81 and the calendar of 2026: 19 to 21 June is the Dragon Boat Festival. */
describe('a patentee of a tableware design asks for a decision', () => {
  let ground: Ground;
  let matter: Matter;
  const on = (instant: string): void => ground.app.now.set(instant);
  const step = (by: keyof Ground, command: string, body: unknown = {}): Promise<Json> => done(ground.app, ground[by] as Ground['head'], matter.id, command, body);

  beforeAll(async () => {
    ground = await groundOf();
    on('2026-05-11T10:00:00+08:00');
    matter = await request(ground);
  });
  afterAll(() => ground.app.close());

  it('has five working days to be filed, and is filed with a panel of three', async () => {
    const { body } = await read(ground.app, ground.chair, `/v1/adjudications/${matter.id}`);
    expect([body.state, body.number.slice(0, 6), clocksOf(body)]).toEqual(['requested', 'CJ2026', { filing: 'running 2026-05-18' }]);
    on('2026-05-12T10:00:00+08:00');
    const filed = await step('head', 'file', filing(ground, matter));
    expect([filed.state, filed.document.kind, filed.document.number]).toEqual(['filed', 'adjudication-filing-notice', '潮市监专裁立〔2026〕1号']);
    expect(clocksOf(filed)).toMatchObject({ filing: 'met 2026-05-18', service: 'running 2026-05-19', decision: 'running 2026-08-12', 'recusal-request': 'running 2026-05-15' });
  });

  it('reaches the respondent, who has fifteen days', async () => {
    on('2026-05-13T10:00:00+08:00');
    const notice = await step('chair', 'call-for-answer');
    const served = await step('chair', 'serve-request', service(ground, notice.document.id, matter.respondent, '2026-05-13T09:30:00+08:00'));
    expect([served.state, clocksOf(served)]).toEqual(['examining', expect.objectContaining({ service: 'met 2026-05-19', answer: 'running 2026-05-28' })]);
    const evidence = await step('chair', 'set-evidence-period', { days: 15, agreed: false });
    for (const party of [matter.requester, matter.respondent]) await step('chair', 'serve-evidence-notice', service(ground, evidence.document.id, party, '2026-05-13T09:30:00+08:00'));
  });

  it('is answered, and the answer forwarded within five working days', async () => {
    on('2026-05-20T10:00:00+08:00');
    const answered = await step('second', 'record-answer', { respondent: matter.respondent, receivedAt: '2026-05-20T09:00:00+08:00', summary: '现有设计抗辩' });
    expect(clocksOf(answered)).toMatchObject({ answer: 'met 2026-05-28', 'answer-forwarding': 'running 2026-05-27' });
    on('2026-05-21T10:00:00+08:00');
    expect(clocksOf(await step('second', 'forward-answer', { mode: 'postal', servedAt: '2026-05-21T09:00:00+08:00' }))).toMatchObject({ 'answer-forwarding': 'met 2026-05-27' });
  });

  it('is heard, three working days after the notice at the least', async () => {
    on('2026-05-29T10:00:00+08:00');
    const announced = await step('chair', 'announce-hearing', { at: '2026-06-05T09:30:00+08:00', place: '第一会议室', online: false, open: true });
    expect([announced.state, clocksOf(announced)['oral-hearing-notice']]).toEqual(['hearing-announced', 'running 2026-06-02']);
    for (const party of [matter.requester, matter.respondent]) await step('chair', 'serve-hearing-notice', service(ground, announced.document.id, party, '2026-05-29T09:30:00+08:00'));
    on('2026-06-05T11:30:00+08:00');
    const heard = await step('chair', 'hold-hearing', { at: '2026-06-05T11:00:00+08:00', course: '双方就现有设计抗辩质证、辩论', absent: [] });
    expect([heard.state, heard.document.kind]).toEqual(['heard', 'adjudication-hearing-minutes']);
  });

  it('is decided as the majority carried, and the decision published within twenty working days', async () => {
    on('2026-06-08T10:00:00+08:00');
    await step('third', 'deliberate', votes(ground, '2026-06-08T09:30:00+08:00'));
    const decided = await step('head', 'decide', ORDER);
    expect([decided.state, decided.document.number, decided.document.kind]).toEqual(['decided', '潮市监专裁〔2026〕1号', 'adjudication-decision']);
    expect(clocksOf(decided)).toMatchObject({ decision: 'met 2026-08-12', publication: 'running 2026-07-07' });
    const { body } = await read(ground.app, ground.head, `/v1/adjudications/${matter.id}`);
    expect([body.outcome, body.marks, body.deliberation.votes.length]).toEqual(['stop-ordered', ['infringement-found'], 3]);
  });

  it('is served, and may be sued against for fifteen days; execution is not stayed', async () => {
    on('2026-06-09T10:00:00+08:00');
    const { body: documents } = await read(ground.app, ground.chair, `/v1/adjudications/${matter.id}/timeline?limit=100`);
    const decision = documents.items.map(({ data }: Json) => data.document).find((document: Json) => document?.kind === 'adjudication-decision').id;
    await step('chair', 'serve-decision', service(ground, decision, matter.requester, '2026-06-09T09:00:00+08:00'));
    const served = await step('chair', 'serve-decision', service(ground, decision, matter.respondent, '2026-06-09T09:00:00+08:00'));
    expect([served.state, clocksOf(served)]).toEqual(['served', expect.objectContaining({ suit: 'running 2026-06-24', 'enforcement-agency': 'running 2026-10-10' })]);
    expect(failures(await act(ground.app, ground.head, matter.id, 'apply-enforcement', { court: '广州知识产权法院', reasons: '未停止' }))).toEqual([409, 'adjudication.suit-period-runs', 'adjudication.term-runs']);
    on('2026-06-22T10:00:00+08:00');
    const sued = await step('chair', 'record-suit', { plaintiff: matter.respondent, court: '广州知识产权法院', courtNumber: '（2026）粤73行初12号', filedAt: '2026-06-22T09:00:00+08:00' });
    expect([sued.state, clocksOf(sued)]).toEqual(['sued', expect.objectContaining({ suit: 'met 2026-06-24', 'enforcement-agency': 'void 2026-10-10' })]);
    expect((await step('chair', 'record-performance', { at: '2026-06-22T08:00:00+08:00', manner: '已停止销售' })).state).toBe('sued');
    on('2026-09-01T10:00:00+08:00');
    const upheld = await step('chair', 'record-upheld', { courtNumber: '（2026）粤73行初12号', effectiveAt: '2026-08-31T09:00:00+08:00' });
    expect([upheld.state, clocksOf(upheld)['enforcement-agency']]).toEqual(['effective', undefined]);
    const concluded = await step('chair', 'conclude', { reason: '裁决已履行，诉讼已终结' });
    expect(concluded.state).toBe('concluded');
    expect((await read(ground.app, ground.chair, `/v1/adjudications/${matter.id}`)).body.endedAt).toBe('2026-09-01T02:00:00.000Z');
  });
});
