import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Sweep } from '../../../src/platform/workflow/sweep.js';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { act, agreed, castOf, did, failures, mediating, ok, openCase, openMediation, type Cast, type Ground } from '../mediations/mediations.ground.js';

jest.setTimeout(120_000);

/** Monday 2 November 2026; thirty days later it is Wednesday 2 December. */
const EFFECTIVE = '2026-11-02T10:00:00+08:00';
const LAST = '2026-12-02T15:59:59.999Z';

describe('judicial confirmation', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp();
    app.now.set(EFFECTIVE);
    cast = await castOf(app);
  });
  beforeEach(() => app.now.set(EFFECTIVE));
  afterAll(() => app.close());

  const at = (id: string): string => `/v1/confirmations/${id}`;
  const term = (id: string): string => `/v1/agreement-terms/${id}`;
  interface Agreed { readonly ground: Ground; readonly id: string; readonly terms: string[] }

  async function agreement(more: Record<string, unknown> = {}, due = '2026-11-20'): Promise<Agreed> {
    const ground = await openCase(cast);
    const mediation = await openMediation(cast.officer, ground, more);
    await mediating(cast, ground, mediation);
    await agreed(cast, ground, mediation, EFFECTIVE, due);
    const [{ id }] = (await cast.secretary.get(`/v1/confirmations?case=${ground.caseId}`)).body.items;
    const terms = (await cast.secretary.get(`/v1/agreement-terms?case=${ground.caseId}`)).body.items.map((one: Json) => one.id).reverse();
    return { ground, id, terms };
  }
  const both = ({ claimant, respondent }: Ground): string[] => [claimant, respondent];
  const apply = ({ ground, id }: Agreed, more: Record<string, unknown> = {}): Promise<{ status: number; body: Json }> => act(cast.secretary, at(id), 'apply', { applicants: both(ground), court: 'chaoan-court', appliedAt: app.now.date().toISOString(), ...more });
  const sweep = async (when: string): Promise<void> => {
    app.now.set(when);
    await app.app.get(Sweep).expiry.carryOut(app.now.date());
  };
  const clocks = async (id: string): Promise<string[]> => (await cast.secretary.get(`${at(id)}/deadlines`)).body.items.map(({ kind, status }: Json) => `${kind} ${status}`).sort();
  async function confirmed(): Promise<Agreed> {
    const made = await agreement();
    ok(await apply(made));
    await did(cast.court, at(made.id), 'record-acceptance', { courtNumber: '（2026）粤5103诉前调确1号', acceptedAt: '2026-11-04T09:00:00+08:00' });
    await did(cast.court, at(made.id), 'record-confirmation', { ruledAt: '2026-11-10T09:00:00+08:00', servedAt: '2026-11-11T09:00:00+08:00' });
    return made;
  }

  describe('thirty days', () => {
    it('on day thirty both may still apply; the court is proposed with its reason', async () => {
      const made = await agreement();
      const proposal = (await cast.secretary.get(`${at(made.id)}/court`)).body;
      expect(proposal).toMatchObject({ court: 'chaoan-court', applyBy: LAST, excluded: [], basis: { article: '第二百零五条第二项' } });
      await sweep('2026-12-02T23:59:59+08:00');
      expect((await cast.secretary.get(at(made.id))).body.state).toBe('available');
      expect(failures(await apply(made, { applicants: [made.ground.claimant] }))).toEqual(['confirmation.not-joint']);
      expect(failures(await apply(made, { court: 'raoping-court' }))).toEqual(['confirmation.court-unreasoned']);
      expect(failures(await apply(made, { appliedAt: '2026-12-03T10:00:00+08:00' }))).toEqual(['confirmation.in-future', 'confirmation.door-closed']);
      expect(ok(await apply(made))).toMatchObject({ state: 'applied', document: { kind: 'confirmation-application', number: null } });
      expect(await clocks(made.id)).toEqual(['confirmation.application met', 'confirmation.court-acceptance running']);
      expect((await cast.secretary.get(at(made.id))).body).toMatchObject({ court: 'chaoan-court', courtAgency: 'cz-court', endedAt: null, courtReason: expect.stringContaining('基层人民法院') });
    });

    it('on day thirty-one time closes the door, and both are told; what was posted before is in time', async () => {
      const made = await agreement();
      await sweep('2026-12-03T00:00:01+08:00');
      expect((await cast.secretary.get(at(made.id))).body).toMatchObject({ state: 'lapsed', endedAt: expect.any(String) });
      expect(await clocks(made.id)).toEqual(['confirmation.application void']);
      const history = (await cast.secretary.get(`${at(made.id)}/timeline`)).body.items;
      expect(history.at(-1)).toMatchObject({ event: 'confirmation.door-closed', actor: 'system:sweeper', data: { to: 'lapsed', kind: 'confirmation.application' } });
      const late = await apply(made);
      expect([late.status, failures(late), late.body.failedGuards[0].details, late.body.failedGuards[0].basis.article]).toEqual([409, ['confirmation.door-closed'], { lastInstant: LAST }, '第二百零五条']);
      expect(failures(await act(cast.secretary, at(made.id), 'notify-lapse', { told: [made.ground.claimant] }))).toEqual(['confirmation.party-not-told']);
      expect(await did(cast.secretary, at(made.id), 'notify-lapse', { told: both(made.ground) })).toMatchObject({ state: 'lapsed', document: { kind: 'confirmation-lapse-notice', number: expect.stringMatching(/确告〔2026〕\d+号$/) } });
      expect(ok(await apply(made, { appliedAt: '2026-12-02T20:00:00+08:00' })).state).toBe('applied');
    });

    it('refuses at once what no court confirms (解释第三百五十五条)', async () => {
      const made = await agreement({ matters: ['patent-ownership'] });
      expect((await cast.secretary.get(`${at(made.id)}/court`)).body.excluded).toMatchObject([{ code: 'ip-validity-or-ownership' }]);
      const refused = await apply(made);
      expect([failures(refused), refused.body.failedGuards[0].details[0].basis.article]).toEqual([['confirmation.contents-excluded'], '第三百五十五条第一款第五项']);
      const plain = await agreement();
      expect(failures(await apply(plain, { contents: ['identity'] }))).toEqual(['confirmation.contents-excluded']);
    });
  });

  describe('the court', () => {
    it('alone records: three days to accept, fifteen to decide, fifteen to object, two years to enforce', async () => {
      const made = await agreement();
      ok(await apply(made));
      expect((await act(cast.secretary, at(made.id), 'record-acceptance', { courtNumber: '1', acceptedAt: EFFECTIVE })).status).toBe(403);
      const elsewhere = await app.as('court-liaison', 'cz-procuratorate');
      expect((await elsewhere.command(`${at(made.id)}/record-acceptance`, 2, { courtNumber: '1', acceptedAt: EFFECTIVE })).status).toBe(404);
      await did(cast.court, at(made.id), 'record-acceptance', { courtNumber: '（2026）粤5103诉前调确1号', acceptedAt: '2026-11-04T09:00:00+08:00' });
      const dues = async (): Promise<Record<string, string>> => Object.fromEntries((await cast.court.get(`${at(made.id)}/deadlines`)).body.items.map(({ kind, legalDue }: Json) => [kind, legalDue]));
      expect(await dues()).toMatchObject({ 'confirmation.court-acceptance': '2026-11-05T15:59:59.999Z', 'confirmation.court-decision': '2026-11-19T15:59:59.999Z', 'confirmation.special-procedure': '2026-12-04T15:59:59.999Z' });
      await did(cast.court, at(made.id), 'record-confirmation', { ruledAt: '2026-11-10T09:00:00+08:00', servedAt: '2026-11-11T09:00:00+08:00' });
      // Two years from the last day of performance, 20 November 2026.
      expect(await dues()).toMatchObject({ 'confirmation.objection': '2026-11-26T15:59:59.999Z', 'execution.application': expect.stringMatching(/^2028-11-2\d/) });
      expect((await cast.secretary.get(at(made.id))).body).toMatchObject({ state: 'confirmed', outcome: 'confirmed' });
    });

    it('is judged by the day on which it acted, not by the day on which that was recorded', async () => {
      const [inTime, late] = [await agreement(), await agreement()];
      for (const made of [inTime, late]) ok(await apply(made));
      // Three days end on 5 November; the sweeper finds nothing recorded.
      app.now.set('2026-11-09T09:00:00+08:00');
      await app.app.get(Sweep).overdue(app.now.date());
      expect(await clocks(inTime.id)).toContain('confirmation.court-acceptance overdue');
      await did(cast.court, at(inTime.id), 'record-acceptance', { courtNumber: '4', acceptedAt: '2026-11-05T17:00:00+08:00' });
      await did(cast.court, at(late.id), 'record-acceptance', { courtNumber: '5', acceptedAt: '2026-11-06T09:00:00+08:00' });
      expect(await clocks(inTime.id)).toContain('confirmation.court-acceptance met');
      expect(await clocks(late.id)).toContain('confirmation.court-acceptance met-late');
    });

    it('does not accept, or rejects, on a ground of the law; within the thirty days both may ask again', async () => {
      const made = await agreement();
      ok(await apply(made));
      await did(cast.court, at(made.id), 'record-non-acceptance', { ground: 'wrong-court' });
      expect(ok(await apply(made, { court: 'raoping-court', courtReason: '调解组织所在地' })).state).toBe('applied');
      await did(cast.secretary, at(made.id), 'withdraw', { reason: '补充材料' });
      expect(ok(await apply(made)).state).toBe('applied');
      await did(cast.court, at(made.id), 'record-acceptance', { courtNumber: '2', acceptedAt: EFFECTIVE });
      expect(await did(cast.court, at(made.id), 'record-rejection', { ground: 'unclear', ruledAt: EFFECTIVE })).toMatchObject({ state: 'rejected' });
    });

    it('hears objections: of a party for fifteen days, of a third party for six months from knowledge', async () => {
      const made = await confirmed();
      const object = (body: object): Promise<{ status: number; body: Json }> => act(cast.court, at(made.id), 'record-objection', body);
      expect(failures(await object({ by: 'party', objectedAt: '2026-11-27T00:00:00+08:00' }))).toEqual(['confirmation.objection-late']);
      expect(failures(await object({ by: 'third-party', knownAt: '2026-01-05T10:00:00+08:00', objectedAt: '2026-11-12T00:00:00+08:00' }))).toEqual(['confirmation.objection-late']);
      expect(ok(await object({ by: 'party', objectedAt: '2026-11-26T23:00:00+08:00' })).state).toBe('objected');
      await did(cast.court, at(made.id), 'dismiss-objection', { ruledAt: '2026-12-01T10:00:00+08:00' });
      expect(ok(await object({ by: 'third-party', knownAt: '2026-11-20T10:00:00+08:00', objectedAt: '2026-12-05T10:00:00+08:00' })).state).toBe('objected');
      expect(await did(cast.court, at(made.id), 'revoke', { ruledAt: '2026-12-20T10:00:00+08:00' })).toMatchObject({ state: 'revoked' });
      expect(await clocks(made.id)).toContain('execution.application void');
    });
  });

  describe('terms', () => {
    it('are performed, in part and in full; the last one settles the confirmation', async () => {
      const made = await confirmed();
      const [money = '', other = ''] = made.terms;
      const paid = (command: string, amount: string): Promise<{ status: number; body: Json }> => act(cast.secretary, term(money), command, { amount, performedAt: '2026-11-15T10:00:00+08:00' });
      expect(failures(await paid('record-performance', '29999.99'))).toEqual(['agreement.not-whole']);
      expect(failures(await paid('record-part', '30000.00'))).toEqual(['agreement.no-part']);
      await did(cast.secretary, term(money), 'record-part', { amount: '10000', performedAt: '2026-11-15T10:00:00+08:00' });
      expect(ok(await paid('record-performance', '20000.00')).state).toBe('performed');
      expect((await cast.secretary.get(term(money))).body).toMatchObject({ paid: '30000.00', outcome: 'performed' });
      expect((await cast.secretary.get(at(made.id))).body.state).toBe('confirmed');
      await did(cast.secretary, term(other), 'record-performance', { performedAt: '2026-11-15T10:00:00+08:00' });
      expect((await cast.secretary.get(at(made.id))).body.state).toBe('settled');
      expect(await clocks(made.id)).toEqual(['confirmation.application met', 'confirmation.court-acceptance met-late', 'confirmation.court-decision met', 'confirmation.objection void', 'confirmation.special-procedure met', 'execution.application void'].map((clock) => (clock.startsWith('confirmation.court-acceptance') ? expect.stringMatching(/^confirmation.court-acceptance met/) : clock)));
    });

    it('in default open what the law leaves: confirmation, suit; after confirmation enforcement, and no suit', async () => {
      const made = await agreement();
      const [money = ''] = made.terms;
      const steps = async (): Promise<Record<string, boolean>> => Object.fromEntries((await cast.secretary.get(`${term(money)}/next-steps`)).body.items.map(({ step, open }: Json) => [step, open]));
      expect(failures(await act(cast.secretary, term(money), 'record-default', { reason: 'not-at-all' }))).toEqual(['agreement.not-due']);
      app.now.set('2026-11-21T10:00:00+08:00');
      expect((await did(cast.secretary, term(money), 'record-default', { reason: 'not-at-all' })).state).toBe('defaulted');
      expect(await steps()).toEqual({ confirmation: true, enforcement: false, 'notarised-enforcement': false, suit: true, administrative: true });
      expect(failures(await act(cast.secretary, term(money), 'take-step', { step: 'enforcement', at: EFFECTIVE }))).toEqual(['agreement.way-closed']);
      ok(await apply(made));
      await did(cast.court, at(made.id), 'record-acceptance', { courtNumber: '3', acceptedAt: '2026-11-22T09:00:00+08:00' });
      await did(cast.court, at(made.id), 'record-confirmation', { ruledAt: '2026-11-25T09:00:00+08:00', servedAt: '2026-11-26T09:00:00+08:00' });
      expect(await steps()).toEqual({ confirmation: false, enforcement: true, 'notarised-enforcement': false, suit: false, administrative: true });
      expect((await did(cast.secretary, at(made.id), 'apply-enforcement', { creditor: made.ground.claimant, appliedAt: '2026-11-28T09:00:00+08:00' })).state).toBe('enforcing');
      expect((await did(cast.court, at(made.id), 'record-enforced', { at: '2026-11-30T09:00:00+08:00' })).state).toBe('enforced');
    });

    it('that nobody fails are not enforced; after day thirty-one a suit is left', async () => {
      const made = await confirmed();
      expect(failures(await act(cast.secretary, at(made.id), 'apply-enforcement', { creditor: made.ground.claimant, appliedAt: EFFECTIVE }))).toEqual(['confirmation.nothing-in-default']);
      const other = await agreement();
      await sweep('2026-12-03T08:00:00+08:00');
      const [money = ''] = other.terms;
      await did(cast.secretary, term(money), 'record-default', { reason: 'refused' });
      const offers = (await cast.secretary.get(`${term(money)}/next-steps`)).body.items;
      expect(offers.filter(({ open }: Json) => open).map(({ step }: Json) => step)).toEqual(['suit', 'administrative']);
      expect((await did(cast.secretary, term(money), 'take-step', { step: 'suit', at: '2026-12-03T09:00:00+08:00' })).state).toBe('handed-on');
      expect((await did(cast.secretary, term(other.terms[1] ?? ''), 'release', { reason: '另行和解', at: '2026-12-03T09:00:00+08:00' })).state).toBe('released');
    });
  });
});
