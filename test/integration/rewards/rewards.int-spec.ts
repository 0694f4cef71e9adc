import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PATH_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { RequestMethod } from '@nestjs/common';
import { ROLES } from '../../../src/modules/identity/index.js';
import { Background } from '../../../src/platform/background.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { codes } from '../penalties/penalties.ground.js';
import { claimed, close, door, granted, PAYEE, PROPOSAL, punished, reported, rewardCastOf, step, sure, YES, type RewardCast, type Reported } from './rewards.ground.js';

jest.setTimeout(120_000);

const REPORTER = { name: '欧阳鹭鸶', phone: '13800770123', documentType: 'resident-id', documentNumber: '445102190001010011' };

describe('rewards over HTTP', () => {
  let app: TestApp;
  let cast: RewardCast;
  let matter: Reported;

  beforeAll(async () => {
    app = await startTestApp();
    cast = await rewardCastOf(app);
    matter = await punished(app, cast, { reporter: REPORTER });
  });
  afterAll(() => app.close());

  const moneyOf = async (caseId: string, imposed: string, paid: string): Promise<void> => {
    await app.sql.admin('UPDATE fine SET fine = $2 WHERE case_id = $1', [caseId, imposed]);
    await app.sql.admin('UPDATE fine_payment SET amount = $2 WHERE case_id = $1', [caseId, paid]);
  };

  it('are claimed by code alone, once, after the case is closed, and say nothing else', async () => {
    const open = await reported(app, cast);
    const claim = (receiptCode: string, exclusions: string[] = []): ReturnType<typeof door> => door(app, '', { receiptCode, exclusions });
    const unknown = await claim('ZZZZZZZZZZZZ');
    expect([unknown.status, unknown.body.code]).toEqual([404, 'reward.not-claimable']);
    const early = await claim(open.receiptCode);
    const { traceId: _, ...told } = unknown.body;
    expect(early.body).toMatchObject({ ...told, traceId: expect.anything() });
    expect((await claim(matter.receiptCode, ['agent'])).body).toMatchObject({ status: 409, code: 'reward.excluded', exclusions: ['agent'] });
    expect((await claim(matter.receiptCode, ['neighbour'])).status).toBe(400);

    const { id, claimCode } = await claimed(app, cast, { ...matter, receiptCode: ` ${matter.receiptCode.toLowerCase()}` });
    expect(claimCode).toMatch(/^[2-9A-HJ-NP-Z]{16}$/);
    expect((await claim(matter.receiptCode)).body.code).toBe('reward.not-claimable');
    expect((await door(app, '/status', { claimCode: matter.receiptCode })).status).toBe(404);
    const status = await door(app, '/status', { claimCode: claimCode.toLowerCase() });
    expect([status.status, status.body, status.headers.get('cache-control')]).toEqual([200, { state: { code: 'claimed', label: 'Claimed' }, amount: null, collectBy: null }, 'no-store']);
    // The code itself is kept nowhere; fifteen working days from 21 July.
    const [row] = await app.sql.admin<{ all: string }>('SELECT row_to_json(r)::text AS all FROM reward r WHERE id = $1', [id]);
    expect(row?.all).not.toContain(claimCode);
    expect((await cast.first.get(`/v1/rewards/${id}`)).body).toMatchObject({ state: 'claimed', realName: true, nextDue: '2026-08-10T15:59:59.999Z' });
  });

  it('are counted from what was imposed and came in, and approved by three persons, none of whom handled the case', async () => {
    const other = await punished(app, cast, { reporter: REPORTER });
    const { id } = await claimed(app, cast, other);
    await moneyOf(other.caseId, '150000.00', '150000.00');
    expect(codes(await step(cast.first, id, 'propose', { ...PROPOSAL, scope: 'crime' }))).toEqual(['reward.judgment']);
    expect(await sure(step(cast.first, id, 'propose', { ...PROPOSAL, finding: `${REPORTER.name}（${REPORTER.phone}）提供进货单据` }))).toMatchObject({ state: 'proposed', base: '150000.00', amount: '4500.00', finding: expect.not.stringMatching(/鹭鸶|13800770123/) });
    expect(codes(await step(cast.first, id, 'second', YES))).toEqual(['reward.same-person']);
    await app.sql.admin('UPDATE case_file SET assignee = $2 WHERE id = $1', [other.caseId, cast.second.id]);
    expect(codes(await step(cast.second, id, 'second', YES))).toEqual(['reward.handler']);
    await app.sql.admin('UPDATE case_file SET assignee = $2 WHERE id = $1', [other.caseId, cast.officer.id]);
    await sure(step(cast.second, id, 'second', YES));
    for (const by of [cast.first, cast.second]) expect(codes(await step(by, id, 'approve', YES))).toEqual(['reward.same-person']);
    expect(await sure(step(cast.third, id, 'send-back', { opinion: '等级偏低' }))).toMatchObject({ state: 'claimed', amount: null, proposedBy: null });
    // Of ten millions imposed and paid five percent are half a million: the finance bureau decides with it.
    await moneyOf(other.caseId, '10000000.00', '10000000.00');
    expect(await sure(step(cast.second, id, 'propose', { ...PROPOSAL, level: 1 }))).toMatchObject({ base: '10000000.00', amount: '500000.00' });
    await sure(step(cast.first, id, 'second', YES));
    expect(codes(await step(cast.third, id, 'approve', YES))).toEqual(['reward.finance']);
    expect(await sure(step(cast.third, id, 'approve', { ...YES, financeNumber: '潮财〔2026〕1号（测试）' }))).toMatchObject({ state: 'granted', approvedBy: cast.third.id });
    expect((await (await app.as('administrator')).get(`/v1/ledger/verification?subject=${id}`)).body).toMatchObject({ ok: true });
  });

  it('wait for the money, and are not given to a party of the case or twice for one case', async () => {
    const other = await punished(app, cast, { reporter: REPORTER });
    const { id } = await claimed(app, cast, other);
    await app.sql.admin("UPDATE fine SET state = 'due' WHERE case_id = $1", [other.caseId]);
    expect(codes(await step(cast.first, id, 'propose', PROPOSAL))).toEqual(['reward.money-open']);
    await app.sql.admin("UPDATE fine SET state = 'paid' WHERE case_id = $1", [other.caseId]);
    // The same document, spelt otherwise, as the agent of the right holder.
    const agent = await sure(cast.officer.post(`/v1/cases/${(await reported(app, cast)).caseId}/parties`, { role: 'third-party', reason: '测试', person: { name: '欧阳鹭鸶', documentType: 'resident-id', documentNumber: '4451 0219 0001 0100 11' } }));
    await app.sql.admin("UPDATE case_party SET case_id = $1 WHERE id = $2", [other.caseId, agent.id]);
    const refused = await step(cast.first, id, 'propose', PROPOSAL);
    expect([codes(refused), refused.body.failedGuards[0].details]).toEqual([['reward.excluded-person'], { roles: ['third-party'] }]);
    await app.sql.admin('UPDATE case_party SET removed_at = now() WHERE id = $1', [agent.id]);
    // A second reporter of the same case.
    const late = await reported(app, cast);
    await app.sql.admin('UPDATE complaint SET case_id = $1 WHERE id = $2', [other.caseId, late.complaint]);
    const { claimCode } = await sure(door(app, '', { receiptCode: late.receiptCode, exclusions: [] }));
    const second = (await cast.first.get('/v1/rewards?state=claimed&limit=200')).body.items.find((one: Json) => one.caseId === other.caseId && one.id !== id);
    await sure(step(cast.first, second.id, 'propose', PROPOSAL));
    expect(codes(await step(cast.first, id, 'propose', PROPOSAL))).toEqual(['reward.other-one']);
    expect(await sure(step(cast.second, second.id, 'refuse', { ground: 'not-first', opinion: '他人先行举报' }))).toMatchObject({ state: 'refused', ground: 'not-first', nextDue: null });
    expect((await door(app, '/status', { claimCode })).body).toMatchObject({ state: { code: 'refused' }, amount: null });
    await sure(step(cast.first, id, 'propose', PROPOSAL));
  });

  it('are collected by whoever reported, and by nobody who stands in the case', async () => {
    const other = await punished(app, cast, { reporter: REPORTER });
    const { id, claimCode } = await granted(app, cast, other);
    const collect = (more: Json): ReturnType<typeof door> => door(app, '/collect', { ...PAYEE, ...more, claimCode });
    const wrong = await collect({ documentNumber: '445102190001010038' });
    expect([wrong.status, codes(wrong)]).toEqual([409, ['reward.payee']]);
    expect(JSON.stringify(wrong.body)).not.toMatch(/4451|鹭鸶/);
    expect((await collect({ documentType: 'organisation' })).status).toBe(400);
    expect((await door(app, '/collect', { ...PAYEE, claimCode: 'ZZZZZZZZZZZZZZZZ' })).status).toBe(404);
    // Three percent of 3,000 are ninety: the minimum.
    expect((await collect({})).body).toEqual({ state: { code: 'payable', label: 'To be paid' }, amount: '3000.00', collectBy: null });
    expect((await collect({})).body).toMatchObject({ code: 'command.refused' });
    expect((await cast.first.get(`/v1/rewards/${id}`)).body.state).toBe('payable');

    // An anonymous report: the code alone says who it was.
    const nameless = await punished(app, cast, { realName: false, reporter: undefined });
    const anonymous = await granted(app, cast, nameless);
    expect((await door(app, '/collect', { ...PAYEE, documentNumber: '445102190001010038', claimCode: anonymous.claimCode })).body.state.code).toBe('payable');
  });

  it('show the payee to two persons, each look on record, until it is paid', async () => {
    const other = await punished(app, cast, { reporter: REPORTER });
    const { id, claimCode } = await granted(app, cast, other);
    await sure(door(app, '/collect', { ...PAYEE, claimCode }));
    const look = (by: Client): Promise<{ status: number; body: Json }> => by.post(`/v1/rewards/${id}/payee`, { reason: '编制发放清单' });
    expect((await look(cast.first)).body.code).toBe('reward.payee-closed');
    await sure(step(cast.first, id, 'ask-payee', { reason: '编制发放清单' }));
    expect((await look(cast.first)).body.code).toBe('reward.payee-closed');
    expect(codes(await step(cast.first, id, 'release-payee', { reason: '同意' }))).toEqual(['reward.same-person']);
    await sure(step(cast.second, id, 'release-payee', { reason: '同意' }));
    for (const by of [cast.first, cast.second]) expect((await look(by)).body).toEqual(PAYEE);
    expect((await look(cast.third)).body.code).toBe('reward.payee-closed');
    // The database says the same, whatever the application asks: without the purpose, for a third person, and after payment.
    const seen = async (actor: string, purpose: string): Promise<number> => (await app.database.read({ scope: 'agencies', actor, agencies: ['chaoan-market-regulation'], regions: null, purpose }, { name: `payee-${purpose}`, text: "SELECT id FROM vault.record WHERE subject_id = $1 AND part = 'payee'" }, [id])).length;
    expect([await seen(cast.first.id, 'pay-reward'), await seen(cast.first.id, 'curiosity'), await seen(cast.third.id, 'pay-reward')]).toEqual([1, 0, 0]);
    expect(codes(await step(cast.third, id, 'pay', { paidOn: '2026-07-20', voucher: 'JL1' }))).toEqual(['reward.not-released-to']);
    expect(codes(await step(cast.first, id, 'pay', { paidOn: '2026-07-21', voucher: 'JL1' }))).toEqual(['reward.paid-in-advance']);
    expect(await sure(step(cast.first, id, 'pay', { paidOn: '2026-07-20', voucher: 'JL1' }))).toMatchObject({ state: 'paid', paidOn: '2026-07-20' });
    expect([(await look(cast.first)).body.code, await seen(cast.first.id, 'pay-reward')]).toEqual(['reward.payee-closed', 0]);
    expect((await cast.first.get(`/v1/rewards/${id}/timeline`)).body.items.map(({ event }: Json) => event)).toEqual(['reward.claimed', 'reward.proposed', 'reward.seconded', 'reward.granted', 'reward.collected', 'reward.payee-asked', 'reward.payee-released', 'identity.unmasked', 'identity.unmasked', 'reward.paid']);
  });

  it('fall away when nobody collects them in sixty working days', async () => {
    const other = await punished(app, cast, { reporter: REPORTER });
    const { id, claimCode } = await granted(app, cast, other);
    const { collectBy } = (await door(app, '/status', { claimCode })).body;
    // Sixty working days from 21 July: 9 in July, 21 in August, 22 in September with the 20th made up and the 25th off, 8 in October with the 10th made up.
    expect(collectBy).toBe('2026-10-16T15:59:59.999Z');
    app.now.set(collectBy);
    await app.app.get(Background).round();
    expect((await cast.first.get(`/v1/rewards/${id}`)).body.state).toBe('granted');
    app.now.set(new Date(Date.parse(collectBy) + 86_400_000 * 3).toISOString());
    await app.app.get(Background).round();
    expect((await cast.first.get(`/v1/rewards/${id}`)).body).toMatchObject({ state: 'lapsed', nextDue: null });
    expect((await door(app, '/status', { claimCode })).body).toMatchObject({ state: { code: 'lapsed' }, amount: null });
    expect((await door(app, '/collect', { ...PAYEE, claimCode })).body).toMatchObject({ code: 'command.refused' });
    expect((await app.sql.admin("SELECT n.id FROM notice n JOIN deadline d ON d.id = n.subject_id WHERE d.subject_type = 'reward'"))).toEqual([]);
    app.now.set('2026-07-20T11:00:00+08:00');
  });

  it('are seen by nobody but the reward officers of the agency: no role finds them from any side', async () => {
    const ids = (await app.sql.admin<{ id: string }>('SELECT id FROM reward')).map(({ id }) => id);
    const deadlines = (await app.sql.admin<{ id: string }>("SELECT id FROM deadline WHERE subject_type = 'reward'")).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(4);
    const tell = [...ids, ...deadlines, PAYEE.account];
    const words = ['reward', '奖励'];
    const files = [matter.caseId, matter.complaint];
    const looked = new Map<string, number>();
    const own = (await cast.first.get('/v1/rewards?limit=200')).body;
    for (const { code } of ROLES) {
      const reader = await app.as(code, ['reward-officer', 'enforcement-officer', 'agency-head', 'legal-reviewer', 'registry-reviewer', 'publication-reviewer'].includes(code) ? (code === 'reward-officer' ? 'xiangqiao-market-regulation' : 'chaoan-market-regulation') : undefined);
      for (const path of getPaths(app)) {
        for (const id of path.includes(':') ? [...files, ids[0] ?? ''] : ['']) {
          const { status, body } = await reader.get(path.replace(/:\w+/g, id));
          if (status >= 300) continue;
          looked.set(path, (looked.get(path) ?? 0) + 1);
          const text = JSON.stringify(body);
          const asked = id === '' ? text : text.replaceAll(id, '');
          expect([code, path, [...tell, ...(GENERAL.test(path) ? [] : words)].filter((word) => asked.includes(word))]).toEqual([code, path, []]);
        }
      }
      expect([code, (await reader.get(`/v1/rewards/${ids[0]}`)).status]).toEqual([code, code === 'reward-officer' ? 404 : 403]);
    }
    for (const path of ['/v1/cases', '/v1/cases/:id', '/v1/cases/:id/timeline', '/v1/complaints/:id', '/v1/deadlines', '/v1/notices', '/v1/documents']) expect([path, (looked.get(path) ?? 0) > 0]).toEqual([path, true]);
    // The check can be red: a reward officer of the agency finds them.
    expect(tell.filter((word) => JSON.stringify(own).includes(word)).length).toBeGreaterThan(4);
    // Those who see every row of the city see none of these, and no history or clock of them.
    for (const scope of ['city', 'city-read', 'agencies'] as const) {
      const claims = { scope, actor: cast.head.id, agencies: ['chaoan-market-regulation', 'cz-market-regulation'], regions: null };
      for (const [table, column] of [['reward', 'id'], ['ledger_entry', 'subject_id'], ['ledger_head', 'subject_id'], ['deadline', 'subject_id']]) {
        expect([scope, table, await app.database.read(claims, { name: `hidden-${table}`, text: `SELECT 1 AS one FROM ${table} WHERE ${column} = ANY($1::uuid[])` }, [ids])]).toEqual([scope, table, []]);
      }
    }
    const dump = await app.sql.admin<{ row: string }>("SELECT row_to_json(t)::text AS row FROM (SELECT data FROM ledger_entry UNION ALL SELECT row_to_json(n)::jsonb FROM notice n UNION ALL SELECT row_to_json(o)::jsonb FROM outbox o UNION ALL SELECT row_to_json(i)::jsonb FROM idempotency i UNION ALL SELECT row_to_json(r)::jsonb FROM reward r) t");
    expect(dump.length).toBeGreaterThan(50);
    expect(dump.filter(({ row }) => row.includes(PAYEE.account) || row.includes(PAYEE.documentNumber) || row.includes('鹭鸶'))).toEqual([]);
  });

  it('leave a case that is reopened alone until it is closed again', async () => {
    const other = await punished(app, cast, { reporter: REPORTER });
    const { id } = await claimed(app, cast, other);
    const { version } = (await cast.head.get(`/v1/cases/${other.caseId}`)).body;
    await sure(cast.head.command(`/v1/cases/${other.caseId}/reopen`, version, { reason: '补充查证' }));
    expect(codes(await step(cast.first, id, 'propose', PROPOSAL))).toEqual(['reward.case-open']);
    await close(cast, other.caseId);
    await sure(step(cast.first, id, 'propose', PROPOSAL));
  });
});

/** What the system knows of itself, of its accounts and of the law: words of the post and names of routes, never a reward. */
const GENERAL = /^\/v1\/(measures|deadline-kinds|roles|permissions|auth\/me|accounts|rewards$)|^\/metrics$/;

/** Every GET address of the running system, as its controllers declare it. */
function getPaths(app: TestApp): string[] {
  const [discovery, scanner] = [app.app.get(DiscoveryService, { strict: false }), app.app.get(MetadataScanner, { strict: false })];
  return discovery.getControllers().flatMap(({ instance, metatype }) => {
    const prototype = Object.getPrototypeOf(instance ?? {}) as Record<string, () => unknown>;
    const base = String(Reflect.getMetadata(PATH_METADATA, metatype ?? {}) ?? '');
    return scanner.getAllMethodNames(prototype).flatMap((method) => {
      const handler = prototype[method];
      if (handler === undefined || Reflect.getMetadata(METHOD_METADATA, handler) !== RequestMethod.GET) return [];
      return [`/${base}/${String(Reflect.getMetadata(PATH_METADATA, handler))}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1')];
    });
  }).filter((path) => !path.endsWith('/stream'));
}
