import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type Json, type Reply, type TestApp } from '../../support/app.js';

describe('POST /v1/deadlines/calculations', () => {
  let app: TestApp;
  let officer: Client;

  beforeAll(async () => {
    app = await startTestApp();
    officer = await app.as('enforcement-officer', 'chaoan-market-regulation');
  });
  afterAll(() => app.close());

  const ask = (body: object, headers: Record<string, string> = {}): Promise<Reply<Json>> => officer.post('/v1/deadlines/calculations', body, headers);
  const faults = async (body: object): Promise<unknown> => {
    const { status, body: answer } = await ask(body);
    return [status, answer.code, answer.errors?.map(({ path, code }: Json) => `${path} ${code}`)];
  };

  it('counts a limit of the table and says how, by which article, in both languages', async () => {
    const asked = { kind: 'report.verification', triggeredAt: '2026-09-23T10:00:00+08:00' };
    const { status, body } = await ask(asked);
    // Fifteen working days over Mid-autumn and National Day, Saturday 10 October worked: Wednesday 21 October, by hand.
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: 'report.verification', label: 'Verify the report and decide on filing', effectiveFrom: '2021-07-15', effectiveTo: null, holder: 'agency', legalDay: '2026-10-21', safeDay: '2026-10-21',
      legalDue: '2026-10-21T15:59:59.999Z', safeDue: '2026-10-21T15:59:59.999Z', paused: false, provisional: false, warnings: [], basis: { article: '第十八条', status: 'verified' },
    });
    expect(body.derivation).toContain('Make-up working days are counted: 2026-10-10');
    expect((await ask(asked, { 'accept-language': 'zh-CN' })).body).toMatchObject({ label: '举报线索核查', derivation: expect.arrayContaining(['举报线索核查：15个工作日', '调休上班日计入：2026-10-10']) });
  });

  it.each<[string, object, string, string]>([
    ['the old measures up to 14 April 2026', { kind: 'mediation.consumer', triggeredAt: '2026-04-14T23:59:59+08:00' }, '2026-06-18', '第二十一条第一款第五项'],
    ['the new measures from the 15th', { kind: 'mediation.consumer', triggeredAt: '2026-04-15T00:00:00+08:00' }, '2026-06-14', '第二十三条第一款第五项'],
    ['the law of the day in Beijing, whatever offset it was written with', { kind: 'mediation.consumer', triggeredAt: '2026-04-14T16:00:00Z' }, '2026-06-14', '第二十三条第一款第五项'],
    ['a period that the notice set', { kind: 'identity.proof', amount: 5, triggeredAt: '2026-11-16T10:00:00+08:00' }, '2026-11-23', '第十条第三款'],
    ['the whole ladder', { kind: 'case.decision', triggeredAt: '2026-07-05T10:00:00+08:00', extensions: [{ code: 'head' }, { code: 'together', amount: 10 }] }, '2026-11-12', '第六十四条'],
    ['pauses', { kind: 'report.verification', triggeredAt: '2026-11-02T10:00:00+08:00', pauses: [{ from: '2026-11-04T09:00:00+08:00', to: '2026-11-05T18:00:00+08:00', reason: 'appraisal' }] }, '2026-11-25', '第十八条'],
    ['back from a hearing', { kind: 'hearing.notice', triggeredAt: '2026-10-16T09:00:00+08:00' }, '2026-10-08', '第六十四条第二项'],
  ])('counts %s', async (_, asked, day, article) => {
    const { body } = await ask(asked);
    expect([body.legalDay, body.basis.article]).toEqual([day, article]);
  });

  it.each<[string, object, (string | null)[]]>([
    ['calendar days with a roll', { amount: 60, unit: 'calendar_day', roll: 'after_statutory_holiday', triggeredAt: '2026-08-05T10:00:00+08:00' }, ['2026-10-08', '2026-09-30']],
    ['months', { amount: 1, unit: 'month', triggeredAt: '2026-01-31T10:00:00+08:00' }, ['2026-02-28', '2026-02-28']],
    ['hours', { amount: 24, unit: 'hour', triggeredAt: '2026-11-20T22:30:00+08:00' }, ['2026-11-21', '2026-11-21']],
    ['nothing while a pause stands', { amount: 10, unit: 'working_day', triggeredAt: '2026-11-02T10:00:00+08:00', pauses: [{ from: '2026-11-04T09:00:00+08:00' }] }, [null, null]],
  ])('counts a limit of one’s own: %s', async (_, asked, days) => {
    const { body } = await ask(asked);
    expect([body.legalDay, body.safeDay]).toEqual(days);
    expect([body.kind, body.basis, body.effectiveFrom]).toEqual([null, null, null]);
  });

  it('warns of a year without a notice, and of a source that nobody has read', async () => {
    const { body } = await ask({ kind: 'hotline12345.complaint', triggeredAt: '2026-12-21T10:00:00+08:00' });
    expect(body.provisional).toBe(true);
    expect(body.warnings.map(({ code }: Json) => code)).toEqual(['calendar_year_missing', 'source_unverified']);
  });

  it('writes nothing, needs no key, and is for everybody who may see a calendar', async () => {
    const count = async (): Promise<unknown> => app.sql.admin('SELECT (SELECT count(*)::int FROM deadline) AS deadlines, (SELECT count(*)::int FROM ledger_entry) AS entries, (SELECT count(*)::int FROM idempotency) AS keys');
    const before = await count();
    const bare = await fetch(`${app.url}/v1/deadlines/calculations`, { method: 'POST', headers: { authorization: `Bearer ${officer.token}`, 'content-type': 'application/json' }, body: JSON.stringify({ amount: 7, unit: 'working_day', triggeredAt: '2026-11-16T10:00:00+08:00' }) });
    expect([bare.status, await count()]).toEqual([200, before]);
    for (const role of ['statistician', 'hotline-operator', 'oversight']) expect((await (await app.as(role)).post('/v1/deadlines/calculations', { amount: 7, unit: 'working_day', triggeredAt: '2026-11-16T10:00:00+08:00' })).status).toBe(200);
  });

  it.each<[string, object, string[]]>([
    ['neither a kind nor an amount', { triggeredAt: '2026-11-16T10:00:00+08:00' }, ['amount amount-or-kind', 'unit amount-or-kind']],
    ['wrong fields, all of them', { triggeredAt: '16 November', unit: 'fortnight', roll: 'up', amount: 0, surprise: 1 }, ['surprise whitelistValidation', 'triggeredAt isRFC3339', 'amount min', 'unit isIn', 'roll isIn']],
    ['a unit beside a kind', { kind: 'report.verification', unit: 'hour', roll: 'none', triggeredAt: '2026-11-16T10:00:00+08:00' }, ['unit not-with-kind', 'roll not-with-kind']],
    ['a ladder without a kind', { amount: 7, unit: 'working_day', extensions: [{ code: 'head' }], triggeredAt: '2026-11-16T10:00:00+08:00' }, ['extensions ladder-of-kind']],
    ['a kind that is none', { kind: 'report.vindication', triggeredAt: '2026-11-16T10:00:00+08:00' }, ['kind kind-unknown']],
    ['a day before the law', { kind: 'repair.data', triggeredAt: '2021-11-16T10:00:00+08:00' }, ['triggeredAt not-in-force']],
    ['a day that does not exist', { kind: 'report.verification', triggeredAt: '2026-02-30T10:00:00+08:00' }, ['triggeredAt isInstant']],
    ['a second that does not exist', { kind: 'report.verification', triggeredAt: '2026-02-20T10:00:60.5+08:00' }, ['triggeredAt isInstant']],
    ['a pause on a day that does not exist', { amount: 7, unit: 'working_day', triggeredAt: '2026-06-01T10:00:00+08:00', pauses: [{ from: '2026-06-31T10:00:00+08:00' }] }, ['pauses[0].from isInstant']],
    ['a year beyond use', { amount: 7, unit: 'working_day', triggeredAt: '9000-02-20T10:00:00+08:00' }, ['triggeredAt out-of-range']],
    ['an amount that the law fixes', { kind: 'report.verification', amount: 20, triggeredAt: '2026-11-16T10:00:00+08:00' }, ['amount amount-given']],
    ['no amount where the law leaves it open', { kind: 'identity.proof', triggeredAt: '2026-11-16T10:00:00+08:00' }, ['amount amount-missing']],
    ['an amount out of bounds', { kind: 'adjudication.evidence', amount: 14, triggeredAt: '2026-11-16T10:00:00+08:00' }, ['amount amount-out-of-bounds']],
    [
      'pauses and extensions, every fault of them',
      {
        kind: 'case.decision', triggeredAt: '2026-07-05T10:00:00+08:00', extensions: [{ code: 'together', amount: 5 }, { code: 'mayor' }, { code: 'head' }],
        pauses: [{ from: '2026-08-02T10:00:00+08:00', to: '2026-08-01T10:00:00+08:00', reason: 'settlement' }, { from: '2100-06-30T10:00:00+08:00' }],
      },
      ['pauses[0].to pause-reversed', 'pauses[0].reason reason-not-of-kind', 'pauses[1].from out-of-range', 'extensions[0].code extension-out-of-order', 'extensions[1].code extension-unknown', 'extensions[2].code extension-out-of-order'],
    ],
    ['a pause where the statute knows none', { kind: 'complaint.acceptance', triggeredAt: '2026-11-16T10:00:00+08:00', pauses: [{ from: '2026-11-17T10:00:00+08:00' }] }, ['pauses[0] never-paused']],
    ['an open rung without its length', { kind: 'review.legal', triggeredAt: '2026-11-16T10:00:00+08:00', extensions: [{ code: 'head' }] }, ['extensions[0].amount amount-missing']],
  ])('refuses %s', async (_, asked, errors) => {
    expect(await faults(asked)).toEqual([400, 'request.invalid', errors]);
  });
});
