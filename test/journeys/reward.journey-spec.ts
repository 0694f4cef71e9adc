import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Background } from '../../src/platform/background.js';
import { claimed, door, PAYEE, PROPOSAL, punished, rewardCastOf, step, sure, YES, type RewardCast } from '../integration/rewards/rewards.ground.js';
import { startTestApp, type Json, type TestApp } from '../support/app.js';
import { until } from '../support/wait.js';

jest.setTimeout(120_000);

describe('the reward of a whistle-blower', () => {
  let app: TestApp;
  let cast: RewardCast;

  beforeAll(async () => {
    app = await startTestApp({ env: { ROLE: 'all' } });
    cast = await rewardCastOf(app);
  });
  afterAll(() => app.close());

  it('goes from the code told at filing to the money, and whoever handled the case never hears of it', async () => {
    const { first, second, third, officer, head } = cast;
    const matter = await punished(app, cast, { reporter: { name: '陈测试', phone: '13800000000' } });
    const before = (await officer.get(`/v1/cases/${matter.caseId}/timeline?limit=200`)).body.items;
    const { id, claimCode } = await claimed(app, cast, matter);
    // Fifteen working days go by: the secret list shows it, and no notice.
    app.now.set('2026-08-11T10:00:00+08:00');
    await app.app.get(Background).round();
    expect((await app.sql.admin<{ status: string }>("SELECT status FROM deadline WHERE subject_id = $1 AND kind = 'reward.decision'", [id])).map(({ status }) => status)).toEqual(['overdue']);
    await sure(step(first, id, 'propose', { ...PROPOSAL, level: 3 }));
    await sure(step(second, id, 'second', YES));
    await sure(step(third, id, 'approve', YES));
    // One percent of 3,000 are thirty: the minimum of the third level. Sixty working days from 12 August.
    expect((await door(app, '/status', { claimCode })).body).toEqual({ state: { code: 'granted', label: 'Granted, to be collected' }, amount: '1000.00', collectBy: '2026-11-09T15:59:59.999Z' });
    // No document was told at filing: the name has to be the same.
    expect((await door(app, '/collect', { ...PAYEE, name: '林测试', claimCode })).status).toBe(409);
    await sure(door(app, '/collect', { ...PAYEE, claimCode }));
    await sure(step(second, id, 'ask-payee', { reason: '编制发放清单' }));
    await sure(step(first, id, 'release-payee', { reason: '同意' }));
    expect((await second.post(`/v1/rewards/${id}/payee`, { reason: '编制发放清单' })).body).toMatchObject({ account: PAYEE.account });
    await sure(step(second, id, 'pay', { paidOn: '2026-08-11', voucher: 'JL2026001（测试）' }));
    expect((await door(app, '/status', { claimCode })).body).toMatchObject({ state: { code: 'paid' }, amount: '1000.00' });

    expect((await officer.get(`/v1/cases/${matter.caseId}/timeline?limit=200`)).body.items).toEqual(before);
    await until('the relay to have told everything', async () => (await app.sql.admin<{ n: number }>('SELECT count(*)::int AS n FROM notice'))[0]?.n !== 0);
    for (const reader of [officer, head]) for (const path of ['/v1/notices?limit=200', '/v1/deadlines?limit=200', `/v1/cases/${matter.caseId}/deadlines`]) expect([path, JSON.stringify((await reader.get<Json>(path)).body)]).toEqual([path, expect.not.stringContaining('reward')]);
    expect(await app.sql.admin("SELECT n.id FROM notice n LEFT JOIN deadline d ON d.id = n.subject_id WHERE n.subject_type = 'reward' OR d.subject_type = 'reward'")).toEqual([]);
    expect(await app.sql.admin('SELECT 1 FROM vault.record WHERE subject_id = $1', [id])).toHaveLength(1);
  });
});
