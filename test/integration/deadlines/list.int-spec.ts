import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type Json, type Reply, type TestApp } from '../../support/app.js';
import { until } from '../../support/wait.js';
import { CHAOAN, CITY, day, filed, started, type Filed } from './clocks.ground.js';

const RAOPING = 'raoping-market-regulation';

describe('GET /v1/deadlines', () => {
  let app: TestApp;
  let officer: Client;
  let city: Client;
  let desk: Client;
  let matter: Filed;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-11-20T09:00:00+08:00' });
    const operator = await app.as('hotline-operator');
    [officer, city, desk] = await Promise.all([app.as('enforcement-officer', CHAOAN), app.as('enforcement-officer', CITY), app.as('oversight')]);
    matter = await filed(operator);
    // By hand, from the day named: 3 December; 1 December; 25 November; 15 December at Raoping.
    ids['verification'] = await started(app, matter.complaint, 'clue.verification', { triggerAt: '2026-11-12T10:00:00+08:00' });
    ids['assistance'] = await started(app, matter.complaint, 'assistance.reply', { triggerAt: '2026-11-10T10:00:00+08:00' });
    ids['notice'] = await started(app, matter.complaint, 'mediation.termination-notice', { triggerAt: '2026-11-16T10:00:00+08:00' });
    ids['raoping'] = await started(app, matter.complaint, 'case.closing-form', { triggerAt: '2026-11-24T10:00:00+08:00', agency: RAOPING });
    ids['late'] = await started(app, matter.complaint, 'review.legal', { triggerAt: '2026-10-26T10:00:00+08:00' });
    await app.sql.admin("UPDATE deadline SET status = 'overdue', overdue_at = now() WHERE id = $1", [ids['late']]);
    ids['paused'] = await started(app, matter.complaint, 'seizure.term', { triggerAt: '2026-11-12T10:00:00+08:00' });
    await app.sql.admin("UPDATE deadline SET status = 'paused', legal_due = NULL, safe_due = NULL WHERE id = $1", [ids['paused']]);
    ids['ended'] = await started(app, matter.complaint, 'simplified.hand-in');
    await app.sql.admin("UPDATE deadline SET status = 'met', ended_at = now() WHERE id = $1", [ids['ended']]);
  });
  afterAll(() => app.close());

  const kinds = async (query: string, client = officer): Promise<string[]> => (await client.get(`/v1/deadlines?${query}`)).body.items.map(({ kind }: Json) => kind).filter((kind: string) => !kind.startsWith('hotline'));
  const at = (text: string): string => encodeURIComponent(text);
  const ALL = ['review.legal', 'report.verification', 'mediation.termination-notice', 'assistance.reply', 'clue.verification', 'seizure.term'];

  it('shows what has not ended, most urgent first, what rests at the end', async () => {
    expect(await kinds('')).toEqual(ALL);
    const { body } = await officer.get('/v1/deadlines');
    expect(body.items.filter(({ subjectType }: Json) => subjectType === 'complaint').map(({ safeDue }: Json) => day(safeDue))).toEqual(['2026-11-09', '2026-11-23', '2026-11-25', '2026-12-01', '2026-12-03', null]);
  });

  it.each([
    ['show=overdue', ['review.legal']], ['show=paused', ['seizure.term']], ['show=provisional', []],
    // Three days from Friday 20 November, nine in the morning.
    ['show=due-soon', ['review.legal']], ['kind=assistance.reply', ['assistance.reply']], ['kind=nothing', []], ['subjectType=case', []],
    [`dueBefore=${at('2026-11-26T00:00:00+08:00')}`, ['review.legal', 'report.verification', 'mediation.termination-notice']],
    [`dueAfter=${at('2026-11-26T00:00:00+08:00')}`, ['assistance.reply', 'clue.verification', 'seizure.term']],
    [`dueAfter=${at('2026-11-23T23:59:59.999+08:00')}&dueBefore=${at('2026-12-01T23:59:59.999+08:00')}`, ['report.verification', 'mediation.termination-notice']],
    [`show=overdue&kind=review.legal&agency=${CHAOAN}&subjectType=complaint&dueBefore=${at('2026-11-26T00:00:00+08:00')}`, ['review.legal']],
    [`agency=${CHAOAN}`, ALL], [`agency=${RAOPING}`, []], ['agency=nobody', []],
  ])('with %s', async (query, expected) => {
    expect(await kinds(query)).toEqual(expected);
  });

  it('reaches as far as the account does: the agencies below, the city, or nothing', async () => {
    expect(await kinds(`agency=${RAOPING}`, city)).toEqual(['case.closing-form']);
    expect(await kinds(`agency=${RAOPING}`, desk)).toEqual(['case.closing-form']);
    expect(await kinds('', desk)).toEqual([...ALL.slice(0, -1), 'case.closing-form', 'seizure.term']);
    expect((await officer.get(`/v1/deadlines/${ids['raoping']}`)).status).toBe(404);
    expect((await city.get(`/v1/deadlines/${ids['raoping']}`)).status).toBe(200);
    expect((await (await app.as('statistician')).get('/v1/deadlines')).status).toBe(403);
  });

  it.each(['limit=2', `limit=1&agency=${CHAOAN}&dueBefore=${at('2026-12-02T00:00:00+08:00')}`])('follows %s page by page, each row once', async (query) => {
    const whole = await kinds(query.replace(/limit=\d/, 'limit=50'));
    const seen: string[] = [];
    for (let path: string | undefined = `/v1/deadlines?${query}`; path !== undefined; ) {
      const { body, headers }: Reply<Json> = await officer.get(path);
      seen.push(...body.items.map(({ kind }: Json) => kind));
      path = /<([^>]+)>/.exec(headers.get('link') ?? '')?.[1];
    }
    expect(seen.filter((kind) => !kind.startsWith('hotline'))).toEqual(whole);
  });

  it('counts on demand', async () => {
    const { headers } = await officer.get(`/v1/deadlines?count=yes&kind=assistance.reply`);
    expect(headers.get('total-count')).toBe('1');
  });

  it.each([['dueBefore=tomorrow', 'dueBefore isRFC3339'], [`dueAfter=${encodeURIComponent('2026-02-30T00:00:00+08:00')}`, 'dueAfter isInstant'], ['show=everything', 'show isIn'], ['status=overdue', 'status whitelistValidation']])('refuses %s', async (query, fault) => {
    const { status, body } = await officer.get(`/v1/deadlines?${query}`);
    expect([status, body.errors.map(({ path, code }: Json) => `${path} ${code}`)]).toEqual([400, [fault]]);
  });

  it('reads one in full, with its version as ETag, and nothing that is not there', async () => {
    const one = await officer.get(`/v1/deadlines/${ids['notice']}`);
    expect([one.status, one.headers.get('etag')]).toEqual([200, '"1"']);
    expect(one.body).toMatchObject({
      kind: 'mediation.termination-notice', label: 'Tell both sides that mediation has ended', status: 'running', holder: 'agency', subjectType: 'complaint', subjectId: matter.complaint, region: '445103', setAmount: null, pauses: [], extensions: [],
      nextExtension: null, pauseReasons: [], allowedCommands: ['pause', 'extend', 'satisfy'], overdueAt: null, endedAt: null, basis: { article: '第二十三条第二款' },
    });
    expect((await officer.get(`/v1/deadlines/${randomUUID()}`)).status).toBe(404);
    expect((await officer.get('/v1/deadlines/one')).status).toBe(404);
  });

  it('walks an index, whoever asks, when there are many', async () => {
    await app.sql.admin(`INSERT INTO deadline (id, subject_type, subject_id, kind, status, agency, intake_agency, region, trigger_at, legal_due, safe_due, provisional, derivation, warnings, basis, pauses, extensions)
      SELECT gen_random_uuid(), 'complaint', $1, 'report.verification', 'running', 'agency-' || (n % 40), 'cz-hotline-12345', '445103', now(), now() + n * interval '1 minute', now() + n * interval '1 minute', false, '[]', '[]', '{}', '[]', '[]' FROM generate_series(1, 20000) n`, [matter.complaint]);
    await app.sql.admin('ANALYZE deadline');
    const used = async (): Promise<Record<string, number>> => Object.fromEntries((await app.sql.admin<{ name: string; scans: number }>("SELECT indexrelname AS name, (idx_scan)::int AS scans FROM pg_stat_user_indexes WHERE relname = 'deadline'")).map(({ name, scans }) => [name, scans]));
    const before = await used();
    await officer.get(`/v1/deadlines?dueBefore=${at('2026-12-02T00:00:00+08:00')}`);
    await desk.get(`/v1/deadlines?dueBefore=${at('2026-12-02T00:00:00+08:00')}`);
    const risen = await until('both indexes to be scanned', async () => {
      const after = await used();
      return ['deadline_worklist', 'deadline_city_worklist'].every((index) => (after[index] ?? 0) > (before[index] ?? 0));
    });
    expect(risen).toBe(true);
  });
});
