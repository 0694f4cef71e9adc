import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Json, type TestApp } from '../support/app.js';
import { sureStepsOn } from '../support/proceeding.steps.js';
import { until } from '../support/wait.js';
import { castOf, type Cast } from '../integration/cases/cases.ground.js';

const sure = sureStepsOn('whitelist-entries');

describe('a firm on the whitelist', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-11-23T10:00:00+08:00', env: { ROLE: 'all' } });
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  it('applies, is shown to everybody, is listed, reviewed, and expires by time; then it may come again', async () => {
    const { officer, head } = cast;
    const application = {
      name: '潮州市某日用陶瓷有限公司（测试）', uscc: '91445102MA00TQT199', industry: 'ceramics', industryClass: '3074', region: '445103', rights: [{ type: 'patent', number: '202630000001.X' }],
      contacts: [{ name: '吴联系测试', phone: '13500000001', post: '总经理' }], materials: ['application-form', 'business-licence', 'right-certificates', 'evidence-of-use', 'promise'],
    };
    const { body: { id } } = await officer.post('/v1/whitelist-entries', application);
    await sure(officer, id, 'take-on', {});
    await sure(officer, id, 'give-notice', { opinion: '同意公示', channel: '市局网站', rightsConfirmed: true });
    const everybody = async (): Promise<Json[]> => ((await (await fetch(`${app.url}/v1/public/whitelist`, { headers: { 'cache-control': 'no-cache' } })).json()) as Json).items;
    expect((await everybody()).map(({ state }) => state)).toEqual(['noticed']);
    app.now.set('2026-12-03T10:00:00+08:00');
    const { certificate } = await sure(head, id, 'decide', {});
    app.now.set('2027-11-22T10:00:00+08:00');
    await sure(officer, id, 'review', { opinion: '权利有效，无不良记录' });
    expect((await officer.post('/v1/whitelist-entries', application)).status).toBe(409);
    // Ninety days before the end of the term a firm may apply again.
    app.now.set('2028-10-09T10:00:00+08:00');
    const again = await officer.post('/v1/whitelist-entries', application);
    expect(again.status).toBe(201);
    app.now.set('2028-12-04T10:00:00+08:00');
    const { body } = await until('the term is over', async () => {
      const found = await officer.get(`/v1/whitelist-entries/${id}`);
      return found.body.state === 'expired' && found;
    });
    expect(body.nextDue).toBeNull();
    expect(await (await fetch(`${app.url}/v1/public/whitelist-certificates/${certificate}`)).json()).toMatchObject({ state: 'expired', certificate });
    expect(await everybody()).toEqual([]);
    const events = (await officer.get(`/v1/whitelist-entries/${id}/timeline`)).body.items.map(({ event }: Json) => event).filter((event: string) => event.startsWith('whitelist-entry.'));
    expect(events).toEqual(['whitelist-entry.applied', 'whitelist-entry.taken-on', 'whitelist-entry.noticed', 'whitelist-entry.listed', 'whitelist-entry.reviewed', 'whitelist-entry.expired']);
  });
});
