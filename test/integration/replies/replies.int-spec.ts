import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';

const ENDS = (day: string): string => `${day}T15:59:59.999Z`;

describe('the answer that is owed under a source number', () => {
  let app: TestApp;
  let operator: Client;
  let officer: Client;
  let stranger: Client;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-10-30T10:00:00+08:00' });
    [operator, officer, stranger] = await Promise.all([app.as('hotline-operator'), app.as('enforcement-officer', 'chaoan-market-regulation'), app.as('enforcement-officer', 'raoping-market-regulation')]);
  });
  afterAll(() => app.close());

  const filed = async (more: Record<string, unknown> = {}): Promise<Json> => (await operator.post('/v1/complaints', report({ receivedAt: '2026-10-19T10:00:00+08:00', hotlineReceivedAt: '2026-10-16T10:00:00+08:00', ...more }))).body;

  /** Working days after Friday 2026-10-16, counted by hand: 2nd 10-20, 10th 10-30, 15th 11-06. Only 12345's own amounts have a source, and that one was not read. */
  it.each<[string, string, string | null, string | null]>([
    ['hotline-12345', 'consultation', 'hotline12345.consultation', '2026-10-20'], ['hotline-12345', 'assistance', 'hotline12345.request', '2026-10-30'], ['hotline-12345', 'report', 'hotline12345.complaint', '2026-11-06'],
    ['line-12330', 'report', 'hotline12345.complaint', '2026-11-06'], ['line-12331', 'consultation', 'hotline12345.consultation', '2026-10-20'],
    ['hotline-12315', 'report', 'reply.12315', null], ['window', 'report', 'reply.direct', null], ['mail', 'report', 'reply.direct', null], ['web', 'report', 'reply.direct', null],
    ['platform', 'report', 'reply.partner', null], ['trade-fair-desk', 'report', 'reply.partner', null], ['rapid-centre', 'report', 'reply.partner', null],
    ['agency-transfer', 'report', 'reply.agency', null], ['superior-assignment', 'report', 'reply.agency', null], ['patrol', 'report', null, null],
  ])('over %s, asked as %s, runs %s', async (channel, requestType, kind, due) => {
    const { reply } = await filed({ channel, requestType });
    if (kind === null) expect(reply).toBeNull();
    else expect(reply).toMatchObject({ channel, deadlines: [{ kind, status: 'running', triggerAt: '2026-10-16T02:00:00.000Z', ...(due === null ? {} : { legalDue: ENDS(due) }), warnings: [{ code: 'source_unverified' }] }] });
  });

  it('is given by who has the matter, once, and stops its clock', async () => {
    const { reply, id } = await filed();
    expect((await stranger.get(`/v1/replies/${reply.id}`)).status).toBe(404);
    expect((await stranger.command(`/v1/replies/${reply.id}/answer`, 1, { answer: 'x' })).status).toBe(404);
    expect((await operator.command(`/v1/replies/${reply.id}/answer`, 1, { answer: 'x' })).status).toBe(403);
    expect((await officer.command(`/v1/replies/${reply.id}/answer`, 1, { answer: ' ' })).status).toBe(400);
    const { body } = await officer.command(`/v1/replies/${reply.id}/answer`, 1, { answer: '已立案调查' });
    expect(body).toMatchObject({ state: 'answered', complaintId: id, answer: '已立案调查', answeredAt: '2026-10-30T02:00:00.000Z', nextDue: null, deadlines: [{ status: 'met' }] });
    expect((await officer.command(`/v1/replies/${reply.id}/answer`, 2, { answer: '再答' })).body.code).toBe('command.refused');
    const receipt = await fetch(`${app.url}/v1/public/receipts/${(await filed()).receiptCode}`);
    expect(((await receipt.json()) as Json).answeredAt).toBeNull();
  });

  it('is owed again when the caller is not satisfied, with a clock of its own', async () => {
    const { reply } = await filed();
    await officer.command(`/v1/replies/${reply.id}/answer`, 1, { answer: '已处理' });
    const { body } = await operator.command(`/v1/replies/${reply.id}/demand-again`, 2, { reason: '未说明结果' });
    expect(body).toMatchObject({ state: 'owed', demands: 1, answeredAt: null, answer: '已处理' });
    expect((await officer.get(`/v1/replies/${reply.id}`)).body.deadlines.map(({ kind, status, triggerAt }: Json) => [kind, status, triggerAt])).toEqual([['hotline12345.complaint', 'met', '2026-10-16T02:00:00.000Z'], ['hotline12345.complaint', 'running', '2026-10-30T02:00:00.000Z']]);
  });

  it('goes with the matter to its new agency', async () => {
    const { reply, id } = await filed();
    const clerk = await app.as('intake-clerk');
    await officer.command(`/v1/complaints/${id}/return-to-intake`, 1, { reason: 'x' });
    await clerk.command(`/v1/complaints/${id}/reroute`, 2, { agency: 'raoping-market-regulation', reason: 'x' });
    expect((await officer.get(`/v1/replies/${reply.id}`)).status).toBe(404);
    expect((await stranger.get(`/v1/replies/${reply.id}`)).body).toMatchObject({ agency: 'raoping-market-regulation', deadlines: [{ agency: 'raoping-market-regulation', status: 'running' }] });
  });

  it('is listed most urgent first, for who answers and for the desk it goes through, each row once', async () => {
    const late = await filed({ hotlineReceivedAt: '2026-09-01T10:00:00+08:00' });
    for (const [who, query] of [[officer, ''], [operator, '&through=desk']] as const) {
      const seen: Json[] = [];
      for (let path: string | undefined = `/v1/replies?limit=2${query}`; path !== undefined; ) {
        const answer: Json = await who.get(path);
        seen.push(...answer.body.items);
        path = /^<([^>]+)>/.exec(answer.headers.get('link') ?? '')?.[1];
      }
      expect(seen[0].id).toBe(late.reply.id);
      expect(seen.map(({ nextDue }) => nextDue)).toEqual(seen.map(({ nextDue }) => nextDue).sort());
      expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
      expect(seen.every(({ state }) => state === 'owed')).toBe(true);
    }
    expect((await officer.get('/v1/replies?count=yes&limit=1')).headers.get('x-total-count') ?? 'none').not.toBe('0');
  });
});
