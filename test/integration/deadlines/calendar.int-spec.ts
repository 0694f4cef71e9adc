import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sweep } from '../../../src/platform/workflow/sweep.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';

const day = (kind: string, zh: string, en: string): object => ({ kind, name: { zh, en } });
/** Made up for this test; the State Council has announced no such days. */
const SYNTHETIC = {
  year: 2027, notice: '测试通知', noticeTitle: '测试用放假安排（非官方）', noticeDate: '2026-12-01',
  days: { '2027-01-01': day('statutory_holiday', '测试假日', 'Test holiday'), '2027-01-03': day('make_up_working_day', '测试调休', 'Test make-up day'), '2027-01-04': day('shifted_rest_day', '测试调休', 'Test rest day') },
};

describe('POST /v1/calendars', () => {
  let app: TestApp;
  let administrator: Client;
  let officer: Client;
  let complaint: string;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-12-25T10:00:00+08:00' });
    [administrator, officer] = await Promise.all([app.as('administrator'), app.as('enforcement-officer', 'chaoan-market-regulation')]);
    complaint = (await (await app.as('hotline-operator')).post('/v1/complaints', report({ receivedAt: '2026-12-24T10:00:00+08:00' }))).body.id;
  });
  afterAll(() => app.close());

  const clocks = async (): Promise<Json[]> => (await officer.get(`/v1/complaints/${complaint}`)).body.deadlines;
  const years = async (): Promise<number[]> => (await officer.get('/v1/calendars')).body.items.map(({ year }: Json) => year);

  it.each<[string, object]>([
    ['no days at all', { days: {} }], ['a day of another year', { days: { '2026-06-01': day('statutory_holiday', '测试', 'Test') } }], ['a day that does not exist', { days: { '2027-02-30': day('statutory_holiday', '测试', 'Test') } }],
    ['a kind that does not exist', { days: { '2027-01-01': day('half_day', '测试', 'Test') } }], ['a make-up day on a working day', { days: { ...SYNTHETIC.days, '2027-01-05': day('make_up_working_day', '测试', 'Test') } }],
  ])('refuses %s, and says why', async (_, change) => {
    const before = await years();
    const answer = await administrator.post('/v1/calendars', { ...SYNTHETIC, ...change });
    expect([answer.status, answer.body.code, typeof answer.body.reason]).toEqual([422, 'calendar.refused', 'string']);
    expect(await years()).toEqual(before);
  });

  it.each<[string, object]>([['no notice', { notice: '' }], ['a date that is none', { noticeDate: '1 December' }], ['days that are a list', { days: [] }], ['a year beyond use', { year: 1999 }]])('refuses %s as a wrong field', async (_, change) => {
    expect((await administrator.post('/v1/calendars', { ...SYNTHETIC, ...change })).status).toBe(400);
  });

  it('is for those who may load one', async () => {
    for (const role of ['enforcement-officer', 'agency-head', 'intake-clerk', 'oversight', 'statistician', 'hotline-operator']) expect([role, (await (await app.as(role)).post('/v1/calendars', SYNTHETIC)).status]).toEqual([role, 403]);
    expect(await years()).not.toContain(2027);
  });

  it('counts provisional clocks again, and records before and after in the ledger', async () => {
    const before = await clocks();
    expect(before.map(({ kind, provisional }) => [kind, provisional])).toEqual([['report.verification', true]]);
    expect((await officer.get('/v1/deadlines?show=provisional')).body.items).toHaveLength(2);
    const key = { 'idempotency-key': randomUUID() };
    const loaded = await administrator.post('/v1/calendars', SYNTHETIC, key);
    expect([loaded.status, loaded.body]).toEqual([201, { year: 2027, notice: '测试通知' }]);
    /*
     * Fifteen working days after Thursday 2026-12-24, by hand: 12-25, 12-28 to 12-31 are five; 01-01 is free; Sunday 01-03 is worked, six; Monday 01-04
     * is free; 01-05 to 01-08 make ten; 01-11 to 01-15 fifteen.
     */
    const after = await clocks();
    expect(after.map(({ legalDue, provisional }) => [legalDue, provisional])).toEqual([['2027-01-15T15:59:59.999Z', false]]);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    const { body } = await officer.get(`/v1/complaints/${complaint}/timeline`);
    const recounts = body.items.filter(({ event }: Json) => event === 'deadline.recounted');
    expect(recounts.map(({ data }: Json) => data)).toEqual(before.map(({ id, kind, legalDue, safeDue }, n) => ({ deadlineId: id, kind, before: { legalDue, safeDue, provisional: true }, after: { legalDue: after[n].legalDue, safeDue: after[n].safeDue, provisional: false } })));
    expect((await officer.get('/v1/deadlines?show=provisional')).body.items).toEqual([]);
    expect(await years()).toContain(2027);
    expect((await administrator.get('/v1/ledger/verification')).body.ok).toBe(true);
    // Sent again under its key it is no second loading.
    const again = await administrator.post('/v1/calendars', SYNTHETIC, key);
    expect([again.status, again.headers.get('idempotency-replayed'), again.body]).toEqual([201, 'true', loaded.body]);
    expect((await officer.get(`/v1/complaints/${complaint}/timeline`)).body.items).toHaveLength(body.items.length);
  });

  it('loads a year once', async () => {
    const again = await administrator.post('/v1/calendars', { ...SYNTHETIC, notice: '测试通知二' });
    expect([again.status, again.body.code, again.body.year]).toEqual([409, 'calendar.already-loaded', 2027]);
    const twice = await Promise.all([1, 2, 3].map((n) => administrator.post('/v1/calendars', { ...SYNTHETIC, year: 2028, notice: `测试通知 ${n}`, days: { '2028-01-03': day('statutory_holiday', '测试假日', 'Test holiday') } })));
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });
});

describe('a clock that was called overdue on a calendar that was guessed', () => {
  it('runs again when the notice shows that it was not, and what is due next follows', async () => {
    const app = await startTestApp();
    try {
      app.now.set('2026-12-11T10:00:00+08:00');
      const { body } = await (await app.as('hotline-operator')).post('/v1/complaints', report({ receivedAt: '2026-12-10T10:00:00+08:00', hotlineReceivedAt: '2026-12-10T10:00:00+08:00' }));
      // Fifteen working days after 10 December, Monday to Friday: 11; 14 to 18; 21 to 25; 28 to 31 is fifteen.
      const clock = async (): Promise<Json> => (await app.sql.admin<Json>('SELECT status, legal_due AS "legalDue", overdue_at AS "overdueAt", version FROM deadline WHERE subject_id = $1', [body.id]))[0];
      const nextDue = async (): Promise<unknown> => (await app.sql.admin<Json>('SELECT next_due AS "nextDue" FROM complaint WHERE id = $1', [body.id]))[0].nextDue.toISOString();
      expect([(await clock()).legalDue.toISOString(), await nextDue()]).toEqual(['2026-12-31T15:59:59.999Z', '2026-12-31T15:59:59.999Z']);
      app.now.set('2027-01-01T10:00:00+08:00');
      await app.app.get(Sweep).overdue(app.now.date());
      expect((await clock()).status).toBe('overdue');
      // The made-up notice frees 31 December: the fifteenth day is Monday 4 January.
      const days = { '2026-12-31': day('shifted_rest_day', '测试调休', 'Test rest day'), '2027-01-01': day('statutory_holiday', '测试假日', 'Test holiday') };
      expect((await (await app.as('administrator')).post('/v1/calendars', { ...SYNTHETIC, days })).status).toBe(201);
      const after = await clock();
      expect([after.status, after.legalDue.toISOString(), after.overdueAt, after.version, await nextDue()]).toEqual(['running', '2027-01-04T15:59:59.999Z', null, 3, '2027-01-04T15:59:59.999Z']);
      const recounts = (await (await app.as('enforcement-officer', 'chaoan-market-regulation')).get(`/v1/complaints/${body.id}/timeline`)).body.items.filter(({ event }: Json) => event === 'deadline.recounted');
      expect(recounts.map(({ data }: Json) => [data.before.status, data.after.status])).toEqual([['overdue', 'running']]);
    } finally {
      await app.close();
    }
  });
});
