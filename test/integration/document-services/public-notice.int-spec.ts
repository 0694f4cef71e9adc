import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Sweep } from '../../../src/platform/workflow/sweep.js';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { consumerComplaint } from '../../support/builders.js';
import { castOf, codes, decision, ground, signedFor, type Cast, type Ground } from './services.ground.js';

jest.setTimeout(90_000);

const PUBLISHED = { places: ['website'], publishedAt: '2026-11-23T10:00:00+08:00', content: '对回避申请不予支持', rights: '可以申请复核' };

describe('service by public notice', () => {
  let app: TestApp;
  let cast: Cast;
  let here: Ground;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-11-23T03:00:00Z' });
    cast = await castOf(app);
    here = await ground(cast);
  });
  afterAll(() => app.close());

  const ordered = async (document: string, more: Record<string, unknown> = {}): Promise<{ status: number; body: Json }> =>
    cast.officer.post('/v1/public-notices', { document, recipient: here.party, ground: 'other-modes-failed', reason: '两次直接送达未果，邮寄退回', ...more });
  const later = async (at: string): Promise<void> => {
    app.now.set(at);
    await app.app.get(Sweep).expiry.carryOut(app.now.date());
    // Tokens of November have expired.
    cast = await castOf(app);
  };

  it('is ordered, published under a number, over after thirty days, and served on the day after', async () => {
    const { status, body } = await ordered(here.document);
    expect([status, body]).toEqual([201, expect.objectContaining({ caseId: here.caseId, documentId: here.document, recipient: here.party, state: 'ordered', version: 1, publishedAt: null, deadlines: [], document: null })]);
    const published = await cast.officer.command(`/v1/public-notices/${body.id}/publish`, 1, PUBLISHED);
    expect(published.body).toMatchObject({ state: 'published', version: 2, places: ['website'], publishedAt: '2026-11-23T02:00:00.000Z', document: { kind: 'service-announcement', number: '潮安市监罚送告〔2026〕1号' } });
    // Thirty days after 11-23: 12-23, a Wednesday.
    expect(published.body.deadlines).toMatchObject([{ kind: 'service.public-notice', status: 'running', legalDue: '2026-12-23T15:59:59.999Z' }]);
    const { fields } = (await cast.officer.get(`/v1/documents/${published.body.document.id}`)).body;
    expect(Object.fromEntries(fields.map(({ name, value }: Json) => [name, value]))).toMatchObject({ recipient: here.party, document: here.number, documentIssuedOn: '2026-11-23', ground: 'other-modes-failed', days: 30, contact: cast.officer.id });
    expect((await cast.officer.get(`/v1/cases/${here.caseId}/deadlines`)).body.items.map(({ kind }: Json) => kind)).toContain('service.public-notice');

    const serve = (servedAt: string): Promise<{ status: number; body: Json }> => cast.officer.post(`/v1/documents/${here.document}/services`, signedFor(app, cast, here.party, { mode: 'public-notice', servedAt, proof: { notice: body.id } }));
    expect((await serve('2026-11-23T03:00:00Z')).body.failedGuards[0].details.reason).toBe('notice-period-not-over');
    await later('2026-12-23T15:59:59Z');
    expect((await cast.officer.get(`/v1/public-notices/${body.id}`)).body).toMatchObject({ state: 'published' });
    await later('2026-12-23T16:00:01Z');
    expect((await cast.officer.get(`/v1/public-notices/${body.id}`)).body).toMatchObject({ state: 'completed', version: 3, deadlines: [{ status: 'void', legalDue: '2026-12-23T15:59:59.999Z' }] });
    const early = await serve('2026-12-23T03:00:00Z');
    expect([codes(early.body), early.body.failedGuards[0].details]).toEqual([['service.proof-missing'], expect.objectContaining({ reason: 'served-on-another-day', servedOn: '2026-12-24' })]);
    expect((await serve('2026-12-23T16:00:00Z')).body).toMatchObject({ mode: 'public-notice', way: 'period-over', servedAt: '2026-12-23T16:00:00.000Z' });
    expect((await cast.officer.get(`/v1/public-notices/${body.id}/timeline`)).body.items.map(({ event, actor }: Json) => [event, String(actor).startsWith('system')])).toEqual([['public-notice.ordered', false], ['public-notice.published', false], ['public-notice.completed', true]]);
    await later('2026-11-23T03:00:00Z');
  });

  it('is published where the rule says (第八十二条第五项)', async () => {
    const { body } = await ordered((await decision(cast, here.caseId)).id);
    const publish = (more: Record<string, unknown>): Promise<{ status: number; body: Json }> => cast.officer.command(`/v1/public-notices/${body.id}/publish`, 1, { ...PUBLISHED, ...more });
    for (const more of [{ places: ['bulletin-board'] }, { places: ['residence'], recordings: ['照片-1'] }, { places: ['bulletin-board', 'residence'] }]) expect([more, codes((await publish(more)).body)]).toEqual([more, ['public-notice.place-insufficient']]);
    expect(codes((await publish({ publishedAt: '2026-11-24T10:00:00+08:00' })).body)).toEqual(['public-notice.not-yet-published']);
    expect((await publish({ content: undefined })).status).toBe(400);
    expect((await publish({ places: ['bulletin-board', 'residence'], recordings: ['照片-1'] })).body).toMatchObject({ state: 'published' });
  });

  it('spends no number where it is refused', async () => {
    const { body } = await ordered((await decision(cast, here.caseId)).id);
    const [before] = await app.sql.admin<{ last: number }>(`SELECT last FROM document_counter WHERE word = '罚送告'`);
    await cast.officer.command(`/v1/public-notices/${body.id}/publish`, 1, { ...PUBLISHED, places: ['bulletin-board'] });
    expect(await app.sql.admin(`SELECT last FROM document_counter WHERE word = '罚送告'`)).toEqual([before]);
  });

  it('is called off when the recipient turns up, and may be ordered again', async () => {
    const { id } = await decision(cast, here.caseId);
    const { body } = await ordered(id);
    expect(codes((await ordered(id)).body)).toEqual(['public-notice.document-unfit']);
    await cast.officer.command(`/v1/public-notices/${body.id}/publish`, 1, PUBLISHED);
    const revoked = await cast.officer.command(`/v1/public-notices/${body.id}/revoke`, 2, { reason: '陈测试告知当事人到本局领取' });
    expect(revoked.body).toMatchObject({ state: 'revoked', deadlines: [{ kind: 'service.public-notice', status: 'void' }] });
    expect(JSON.stringify((await cast.officer.get(`/v1/public-notices/${body.id}/timeline`)).body)).not.toContain('陈测试');
    expect((await ordered(id)).status).toBe(201);
  });

  it('is for a document that stands, on a party of its case, by the agency that has it', async () => {
    const { id } = await decision(cast, here.caseId);
    expect(codes((await ordered(id, { recipient: cast.officer.id })).body)).toEqual(['public-notice.recipient-unfit']);
    const outsider = await app.as('enforcement-officer', 'xiangqiao-market-regulation');
    expect((await outsider.post('/v1/public-notices', { document: id, recipient: here.party, ground: 'other-modes-failed', reason: 'x' })).status).toBe(404);
    await cast.officer.post(`/v1/documents/${id}/withdraw`, { reason: '误制' });
    expect(codes((await ordered(id)).body)).toEqual(['public-notice.document-unfit']);
    expect((await ordered(id, { ground: 'too-far' })).status).toBe(400);
    const consumer = await cast.operator.post('/v1/complaints', consumerComplaint());
    const accepted = await cast.officer.command(`/v1/complaints/${consumer.body.id}/accept`, 1);
    expect((await ordered(accepted.body.document.id)).body.code).toBe('service.no-case');
  });

  it('shows what can be done, page by page', async () => {
    const { body } = await ordered((await decision(cast, here.caseId)).id);
    const available = (await cast.officer.get(`/v1/public-notices/${body.id}/available-commands`)).body;
    expect(available.commands.map(({ command, allowed }: Json) => [command, allowed])).toEqual([['publish', true], ['revoke', true]]);
    const page = await cast.officer.get(`/v1/public-notices?case=${here.caseId}&state=ordered&limit=1`);
    expect([page.body.items.map(({ id }: Json) => id), page.headers.get('link')]).toEqual([[body.id], expect.stringContaining('rel="next"')]);
    expect((await cast.stranger.get(`/v1/public-notices?case=${here.caseId}`)).body.items).toEqual([]);
  });
});
