import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { codes, DECISION, done, FINE, GOODS, notified, service } from '../integration/penalties/penalties.ground.js';
import { published, publishersOf, type Publishers } from '../integration/publications/publications.ground.js';
import { startTestApp, type Client, type Json, type TestApp } from '../support/app.js';
import { until } from '../support/wait.js';

jest.setTimeout(120_000);

/** Synthetic, with a valid check character. */
const USCC = '91445103MA7T01017W';
const CHANNEL = '国家企业信用信息公示系统（广东）';
const PROVISIONS = { provisions: '《市场监督管理严重违法失信名单管理办法》第九条第二项', removal: '满一年且符合第十六条条件的可以申请，满三年移出', remedies: '可以在六十日内申请行政复议，六个月内提起行政诉讼', intentDisproved: false };
const APPLICATION = { targetType: 'listing', uscc: USCC, materials: ['application', 'identity', 'promise', 'proof'], promise: '本企业承诺依法诚信经营，不再侵犯他人知识产权' };
const VERIFIED = { way: 'on-site', findings: '罚款已缴清，侵权餐具已销毁', performed: true, rectified: true, relapsed: false, dangerous: false };

/** Listed on 4 August 2026, a Tuesday, by a decision together with the penalty; what rests on it is published on 10 August. */
describe('a firm that is listed, repaired, and found to have forged its proof', () => {
  let app: TestApp;
  let cast: Publishers;
  let city: Client;
  let system: Client;
  let penalty: string;
  let listing: string;
  let repair: string;

  beforeAll(async () => {
    app = await startTestApp({ env: { ROLE: 'all' } });
    cast = await publishersOf(app);
    [city, system] = await Promise.all([app.as('agency-head', 'cz-market-regulation'), app.as('system-client')]);
  });
  afterAll(() => app.close());

  const step = async (by: Client, route: string, id: string, name: string, body?: object): Promise<{ status: number; body: Json }> => by.command(`/v1/${route}/${id}/${name}`, Number((await cast.officer.get(`/v1/${route}/${id}`)).body.version), body);
  const ok = async (by: Client, route: string, id: string, name: string, body?: object): Promise<Json> => {
    const answer = await step(by, route, id, name, body);
    if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const stateOf = async (route: string, id: string): Promise<string> => String((await cast.officer.get(`/v1/${route}/${id}`)).body.state);
  const listed = async (more = ''): Promise<boolean> => (await system.get(`/v1/registries/blacklist/check?uscc=${USCC}${more}`)).body.listed;
  const publicationOf = async (subject: string): Promise<string> => until('the draft', async () => (await app.sql.admin<{ id: string }>('SELECT id FROM publication WHERE subject_id = $1', [subject]))[0]?.id);
  const shown = async (subject: string): Promise<boolean> => (await app.sql.admin<{ ended: Date | null }>('SELECT r.ended_at AS ended FROM publication p JOIN public_record r USING (id) WHERE p.subject_id = $1', [subject]))[0]?.ended === null;

  it('is listed and shown', async () => {
    const walk = await notified(app, cast);
    penalty = walk.id;
    await app.sql.admin('UPDATE organisation o SET uscc = $2 FROM case_party p WHERE p.id = $1 AND o.id = p.organisation_id', [walk.party, USCC]);
    const { body } = await cast.officer.post('/v1/listings', { caseId: walk.caseId, proceedingId: walk.id, partyId: walk.party, ground: 'wilful-ip-infringement', facts: '两年内第三次故意侵权' });
    listing = body.id;
    const { document: notice } = await ok(cast.head, 'listings', listing, 'issue-notice', { rights: '可以在五个工作日内陈述、申辩、要求听证' });
    await ok(cast.officer, 'listings', listing, 'serve-notice', service(cast, walk, notice.id, '2026-07-24T15:30:00+08:00'));
    app.now.set('2026-08-03T10:00:00+08:00');
    await ok(cast.head, 'listings', listing, 'ask-consent', { opinion: '拟列入' });
    await ok(city, 'listings', listing, 'consent', { opinion: '同意' });
    const decided = await done(cast.head, walk.id, 'decide', { ...DECISION, penalties: [FINE, GOODS] });
    const { document: decision } = await ok(cast.head, 'listings', listing, 'decide', PROVISIONS);
    app.now.set('2026-08-04T10:00:00+08:00');
    await done(cast.officer, walk.id, 'serve-decision', service(cast, walk, decided.document.id, '2026-08-04T09:00:00+08:00'));
    await ok(cast.officer, 'listings', listing, 'serve-decision', service(cast, walk, decision.id, '2026-08-04T09:00:00+08:00'));
    app.now.set('2026-08-10T10:00:00+08:00');
    await ok(cast.officer, 'listings', listing, 'record-publication', { at: '2026-08-10T09:00:00+08:00', channel: CHANNEL });
    await published(cast, await publicationOf(penalty));
    app.now.set('2026-08-10T10:01:00+08:00');
    expect([await listed(), await shown(penalty)]).toEqual([true, true]);
  });

  it('is told on the last day of the year what stands in the way', async () => {
    app.now.set('2027-08-10T10:00:00+08:00');
    const { body } = await cast.officer.post('/v1/credit-repairs', { ...APPLICATION, targetId: listing, appliedAt: '2027-08-10T09:00:00+08:00' });
    const refused = await step(cast.officer, 'credit-repairs', body.id, 'accept');
    expect(refused.body.failedGuards[0].details).toMatchObject([{ code: 'minimum-shown', facts: { shownOn: '2026-08-10', minimumUntil: '2027-08-10', appliedOn: '2027-08-10' } }]);
    expect(await ok(cast.head, 'credit-repairs', body.id, 'refuse-acceptance', { reasons: '公示未满一年' })).toMatchObject({ state: 'not-accepted' });
  });

  it('is removed a day later by its repair, and the display of the penalty ends with it', async () => {
    app.now.set('2027-08-11T10:00:00+08:00');
    expect(codes(await step(cast.head, 'listings', listing, 'remove', { appliedAt: '2027-08-11T09:00:00+08:00', reasons: '无', performed: true, harmRemoved: true, nothingSince: true }))).toEqual(['listing.no-repair']);
    const { body } = await cast.officer.post('/v1/credit-repairs', { ...APPLICATION, targetId: listing, appliedAt: '2027-08-11T09:00:00+08:00' });
    repair = body.id;
    await ok(cast.officer, 'credit-repairs', repair, 'accept');
    await ok(cast.officer, 'credit-repairs', repair, 'record-verification', { ...VERIFIED, at: '2027-08-11T09:30:00+08:00' });
    // The ordinary penalty ended by itself on the day before, after its year: nothing more of it is to be done.
    await ok(cast.head, 'credit-repairs', repair, 'grant', { reasons: '已履行义务并完成整改' });
    await until('the listing to be removed', async () => (await stateOf('listings', listing)) === 'removed');
    app.now.set('2027-08-11T10:01:00+08:00');
    expect([await listed(), await shown(penalty)]).toEqual([false, false]);
    await ok(cast.officer, 'listings', listing, 'confirm-ended', { at: '2027-08-11T10:00:30+08:00', channel: CHANNEL });
    expect(await ok(cast.officer, 'credit-repairs', repair, 'confirm-data', { at: '2027-08-11T10:00:30+08:00', channel: CHANNEL })).toMatchObject({ state: 'repaired' });
    expect(await stateOf('listings', listing)).toBe('archived');
  });

  it('comes back for three years anew where the proof was forged, and is barred for three', async () => {
    app.now.set('2027-10-12T10:00:00+08:00');
    expect(await ok(cast.head, 'credit-repairs', repair, 'revoke', { facts: '缴纳凭证系伪造', reasons: '在信用修复中弄虚作假' })).toMatchObject({ state: 'barred', document: { kind: 'repair-revocation' } });
    await until('the listing to be back', async () => (await stateOf('listings', listing)) === 'in-effect');
    app.now.set('2027-10-12T10:01:00+08:00');
    // What was known in between stays known as of then.
    expect([await listed(), await listed('&asOf=2027-09-01T10:00:00%2B08:00')]).toEqual([true, false]);
    expect(await app.sql.admin("SELECT kind, to_char(legal_due AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS due FROM deadline WHERE subject_id = $1 AND status = 'running'", [listing])).toEqual([{ kind: 'list.removal', due: '2030-10-12' }]);
    const { body } = await cast.officer.post('/v1/credit-repairs', { ...APPLICATION, targetId: listing, appliedAt: '2027-10-12T09:00:00+08:00' });
    const refused = await step(cast.officer, 'credit-repairs', body.id, 'accept');
    expect(refused.body.failedGuards[0].details.map(({ code }: Json) => code)).toEqual(['never-restored', 'no-bar']);
    const administrator = await app.as('administrator');
    for (const subject of [listing, repair]) expect((await administrator.get(`/v1/ledger/verification?subject=${subject}`)).body).toMatchObject({ ok: true });
  });
});
