import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { complaint as consumerComplaint } from '../documents/documents.ground.js';
import { addParty, castOf, codes, decision, ground, reasonOf, signedFor, type Cast, type Ground } from './services.ground.js';

jest.setTimeout(90_000);

describe('service of documents', () => {
  let app: TestApp;
  let cast: Cast;
  let here: Ground;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-11-23T02:00:00Z' });
    cast = await castOf(app);
    here = await ground(cast);
  });
  afterAll(() => app.close());

  const another = async (): Promise<string> => (await decision(cast, here.caseId)).id;
  const serve = async (document: string, body: Record<string, unknown>): Promise<{ status: number; body: Json }> => cast.officer.post(`/v1/documents/${document}/services`, body);

  it('is recorded with mode, time and proof, on the chain of the subject, and behind the document in the file', async () => {
    const { status, body } = await serve(here.document, signedFor(app, cast, here.party, { place: '潮安区彩塘镇测试街2号' }));
    expect([status, body]).toEqual([201, expect.objectContaining({ documentId: here.document, recipient: here.party, mode: 'personal', way: 'signed', servedAt: '2026-11-23T02:00:00.000Z', place: '潮安区彩塘镇测试街2号', servers: [cast.officer.id], proof: { receivedBy: 'recipient' }, recordedBy: cast.officer.id })]);
    expect((await cast.officer.get(`/v1/documents/${here.document}/services`)).body.items).toEqual([body]);
    const [last] = (await cast.officer.get(`/v1/cases/${here.caseId}/timeline?limit=200`)).body.items.slice(-1);
    expect(last).toMatchObject({ event: 'document.served', data: { service: body.id, document: here.document, recipient: here.party, mode: 'personal' } });
    const filed = (await cast.officer.get(`/v1/cases/${here.caseId}/dossier`)).body.main.flatMap(({ documents }: Json) => documents).find(({ id }: Json) => id === here.document);
    expect(filed.services).toEqual([{ id: body.id, recipient: here.party, mode: 'personal', servedAt: '2026-11-23T02:00:00.000Z' }]);
  });

  it('happens once to each recipient', async () => {
    const document = await another();
    expect((await serve(document, signedFor(app, cast, here.party))).status).toBe(201);
    const again = await serve(document, signedFor(app, cast, here.party));
    expect([again.status, again.body.code, codes(again.body), reasonOf(again.body)]).toEqual([409, 'service.refused', ['service.document-unfit'], 'served-already']);
    expect((await serve(document, signedFor(app, cast, here.witness))).status).toBe(201);
    const other = await another();
    const answers = await Promise.all(Array.from({ length: 16 }, () => serve(other, signedFor(app, cast, here.party))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 15 }, () => 409)]);
  });

  it('is on somebody who stands in the case', async () => {
    const [document, elsewhere] = [await another(), await ground(cast)];
    for (const recipient of [elsewhere.party, cast.officer.id, 'nobody', 'complainant-of-another']) expect([recipient, codes((await serve(document, signedFor(app, cast, recipient))).body)]).toEqual([recipient, ['service.recipient-unfit']]);
    const gone = await addParty(cast.officer, here.caseId, 'third-party', '吴测试');
    await cast.officer.post(`/v1/cases/${here.caseId}/parties/${gone}/remove`, { reason: '误列' });
    expect(codes((await serve(document, signedFor(app, cast, gone))).body)).toEqual(['service.recipient-unfit']);
    // An agency has no entry.
    expect((await serve(document, signedFor(app, cast, 'xiangqiao-market-regulation'))).status).toBe(201);
  });

  it('lies between the document and now', async () => {
    const document = await another();
    for (const servedAt of ['2026-11-22T15:59:59Z', '2026-11-23T16:00:00Z']) expect([servedAt, codes((await serve(document, signedFor(app, cast, here.party, { servedAt }))).body)]).toEqual([servedAt, ['service.day-impossible']]);
    expect((await serve(document, signedFor(app, cast, here.party, { servedAt: '2026-11-22T16:00:00Z' }))).status).toBe(201);
  });

  it.each<[string, string, Record<string, unknown>, string]>([
    ['nobody signed', 'personal', {}, 'proof-incomplete'],
    ['no reason of the refusal', 'lien', { recordings: ['照片-1'] }, 'proof-incomplete'],
    ['neither witness nor recording', 'lien', { refusal: '拒绝签收' }, 'proof-incomplete'],
    ['one server where it takes two', 'lien', { refusal: '拒绝签收', recordings: ['照片-1'] }, 'servers'],
    ['no screenshot', 'electronic', { channel: 'sms' }, 'proof-incomplete'],
    ['no confirmation', 'electronic', { channel: 'sms', recordings: ['截屏-1'] }, 'electronic-not-agreed'],
    ['a letter without its receipt', 'postal', { trackingNumber: '123' }, 'proof-incomplete'],
    ['a letter returned from an address that nobody confirmed', 'postal', { trackingNumber: '123', returned: true }, 'address-not-confirmed'],
    ['left at an address that nobody confirmed', 'personal', { leftAtConfirmedAddress: true }, 'address-not-confirmed'],
    ['nobody named who was entrusted', 'entrusted', { receivedBy: 'recipient' }, 'proof-incomplete'],
    ['a notice that there is not', 'public-notice', { notice: '019aa1b2-0000-7000-8000-000000000000' }, 'notice-period-not-over'],
    ['a telephone call for what has to be served', 'told', { channel: 'telephone' }, 'mode-not-open-to-document'],
  ])('is refused without its proof: %s', async (_, mode, proof, reason) => {
    const { status, body } = await serve(here.document, signedFor(app, cast, here.witness, { mode, proof }));
    expect([status, codes(body), body.failedGuards[0].details.reason, body.failedGuards[0].basis.article]).toEqual([409, ['service.proof-missing'], reason, '第八十二条、第八十三条']);
  });

  it('is left with a recipient who refuses by two, before witnesses or on film', async () => {
    const both = [cast.officer.id, cast.colleague.id];
    for (const [way, proof] of [['witnessed', { refusal: '2026年11月23日拒绝签收', witnesses: [here.witness] }], ['recorded', { refusal: '2026年11月23日拒绝签收', recordings: ['录像-1'] }]] as const)
      expect((await serve(await another(), signedFor(app, cast, here.party, { mode: 'lien', servers: both, proof }))).body).toMatchObject({ way, servers: both });
  });

  it('goes over the wire only where the recipient signed for it, and only over what was agreed to', async () => {
    const party = await addParty(cast.officer, here.caseId, 'third-party', '郑测试');
    const confirm = (channels: string[]): Promise<{ status: number; body: Json }> => cast.officer.post(`/v1/cases/${here.caseId}/address-confirmations`, { party, channels, exhibit: '送达地址确认书-001', signedAt: '2026-11-23T09:00:00+08:00' });
    const electronic = async (channel: string): Promise<{ status: number; body: Json }> => serve(await another(), signedFor(app, cast, party, { mode: 'electronic', proof: { channel, recordings: ['截屏-1'] } }));
    expect((await confirm(['sms', 'email'])).status).toBe(201);
    expect((await electronic('sms')).body).toMatchObject({ way: 'arrived' });
    expect((await electronic('fax')).body.failedGuards[0].details.reason).toBe('electronic-not-agreed');
    // Only the last confirmation counts: electronic service is refused now, the address stands.
    expect((await confirm([])).body).toMatchObject({ current: true, channels: [] });
    expect((await electronic('sms')).body.failedGuards[0].details.reason).toBe('electronic-not-agreed');
    expect((await serve(await another(), signedFor(app, cast, party, { mode: 'postal', proof: { trackingNumber: '123', returned: true } }))).body).toMatchObject({ way: 'returned' });
    expect((await serve(await another(), signedFor(app, cast, party, { proof: { leftAtConfirmedAddress: true } }))).body).toMatchObject({ way: 'left-at-confirmed-address' });
    expect((await cast.officer.get(`/v1/cases/${here.caseId}/address-confirmations`)).body.items.filter(({ partyId }: Json) => partyId === party).map(({ channels, current }: Json) => [channels, current])).toEqual([[[], true], [['sms', 'email'], false]]);
  });

  it('takes a confirmation from a party of the case, for those who work on it', async () => {
    const body = { party: here.party, channels: ['sms'], exhibit: '确认书', signedAt: '2026-11-23T09:00:00+08:00' };
    expect((await cast.officer.post(`/v1/cases/${here.caseId}/address-confirmations`, { ...body, party: cast.officer.id })).status).toBe(404);
    expect((await cast.operator.post(`/v1/cases/${here.caseId}/address-confirmations`, body)).status).toBe(403);
    expect((await cast.stranger.post(`/v1/cases/${here.caseId}/address-confirmations`, body)).status).toBe(404);
    expect((await cast.officer.post(`/v1/cases/${here.caseId}/address-confirmations`, { ...body, channels: ['telephone'] })).status).toBe(400);
  });

  it('of what a complainant is told is by telephone, too', async () => {
    const id = await consumerComplaint({ operator: cast.operator });
    const { body } = await cast.officer.command(`/v1/complaints/${id}/accept`, 1);
    const told = await serve(body.document.id, { recipient: 'complainant', mode: 'told', servedAt: '2026-11-23T02:00:00Z', servers: [cast.officer.id], proof: { channel: 'telephone' } });
    expect([told.status, told.body]).toEqual([201, expect.objectContaining({ recipient: 'complainant', mode: 'told', way: 'told' })]);
    expect((await cast.officer.get(`/v1/complaints/${id}/timeline`)).body.items.map(({ event }: Json) => event)).toEqual(['complaint.registered', 'complaint.accepted', 'document.served']);
  });

  it('is seen with its document, and recorded by those who may', async () => {
    const outsider = await app.as('enforcement-officer', 'xiangqiao-market-regulation');
    expect((await outsider.get(`/v1/documents/${here.document}/services`)).status).toBe(404);
    expect((await outsider.post(`/v1/documents/${here.document}/services`, signedFor(app, cast, here.party))).status).toBe(404);
    expect((await cast.clerk.post(`/v1/documents/${here.document}/services`, signedFor(app, cast, here.party))).status).toBe(403);
    const stranger = { scope: 'agencies', actor: 'a', agencies: ['xiangqiao-market-regulation'], regions: null } as const;
    for (const table of ['service_record', 'address_confirmation', 'public_notice']) expect(await app.database.read(stranger, { name: `theirs-${table}`, text: `SELECT id FROM ${table}` }, [])).toEqual([]);
  });

  it('says how it is proved', async () => {
    const { items } = (await cast.officer.get('/v1/service-modes', { 'accept-language': 'zh-CN' })).body;
    expect(items.find(({ way }: Json) => way === 'witnessed')).toEqual({ mode: 'lien', label: '留置送达', way: 'witnessed', wayLabel: '见证人到场', needs: ['refusal', 'witnesses'], servers: 2, confirmed: null, day: '文书留在受送达人住所之日', basis: expect.objectContaining({ article: '第八十二条第二项', status: 'verified' }) });
  });
});

describe('withdrawing a document', () => {
  let app: TestApp;
  let cast: Cast;
  let here: Ground;

  beforeAll(async () => {
    app = await startTestApp();
    cast = await castOf(app);
    here = await ground(cast);
  });
  afterAll(() => app.close());

  const withdraw = (id: string, body: Record<string, unknown>): Promise<{ status: number; body: Json }> => cast.officer.post(`/v1/documents/${id}/withdraw`, body);

  it('marks it, with the reason and what takes its place; its number is not given again', async () => {
    const successor = await decision(cast, here.caseId);
    const { status, body } = await withdraw(here.document, { reason: '陈测试（13800000000）指出日期有误', successor: successor.id });
    expect([status, body]).toEqual([200, { id: here.document, number: here.number, withdrawnAt: expect.any(String), successorId: successor.id }]);
    const read = (await cast.officer.get(`/v1/documents/${here.document}`)).body;
    expect(read).toMatchObject({ withdrawnAt: body.withdrawnAt, successorId: successor.id, digest: { intact: true } });
    expect(read.withdrawnReason).toMatch(/日期有误$/);
    expect(read.withdrawnReason).not.toMatch(/陈测试|13800000000/);
    const [last] = (await cast.officer.get(`/v1/cases/${here.caseId}/timeline?limit=200`)).body.items.slice(-1);
    expect(last).toMatchObject({ event: 'document.withdrawn', data: { document: here.document, number: here.number, successor: successor.id } });
    expect((await cast.officer.get(`/v1/documents?case=${here.caseId}&withdrawn=no`)).body.items.map(({ id }: Json) => id)).toEqual([successor.id]);
    const next = await decision(cast, here.caseId);
    expect([here.number, successor.number, next.number].map((number) => Number(/(\d+)号/.exec(number)?.[1]))).toEqual([1, 2, 3]);
  });

  it('happens once, and what was withdrawn is not served', async () => {
    const { id } = await decision(cast, here.caseId);
    expect((await withdraw(id, { reason: '误制' })).status).toBe(200);
    expect((await withdraw(id, { reason: '误制' })).body.code).toBe('document.withdrawn');
    const served = await cast.officer.post(`/v1/documents/${id}/services`, signedFor(app, cast, here.party));
    expect([codes(served.body), reasonOf(served.body)]).toEqual([['service.document-unfit'], 'withdrawn']);
  });

  it('takes a later document of the same matter in its place, that stands itself', async () => {
    const [earlier, later] = [await decision(cast, here.caseId), await decision(cast, here.caseId)];
    const elsewhere = await ground(cast);
    for (const successor of [later.id, elsewhere.document]) expect((await withdraw(later.id, { reason: '误制', successor })).body.code).toBe('document.successor-unfit');
    expect((await withdraw(later.id, { reason: '误制', successor: earlier.id })).body.code).toBe('document.successor-unfit');
    await withdraw(later.id, { reason: '误制' });
    expect((await withdraw(earlier.id, { reason: '误制', successor: later.id })).body.code).toBe('document.successor-unfit');
  });

  it('is for the agency that issued it', async () => {
    const { id } = await decision(cast, here.caseId);
    const [outsider, operator] = await Promise.all([app.as('enforcement-officer', 'xiangqiao-market-regulation'), app.as('hotline-operator')]);
    expect([(await outsider.post(`/v1/documents/${id}/withdraw`, { reason: 'x' })).status, (await operator.post(`/v1/documents/${id}/withdraw`, { reason: 'x' })).status]).toEqual([404, 403]);
    await app.sql.admin(`UPDATE case_file SET involved = '{xiangqiao-market-regulation}' WHERE id = '${here.caseId}'`);
    expect((await outsider.post(`/v1/documents/${id}/withdraw`, { reason: 'x' })).body.code).toBe('document.foreign-agency');
    expect((await cast.city.post(`/v1/documents/${id}/withdraw`, { reason: '上级纠正' })).status).toBe(200);
  });
});
