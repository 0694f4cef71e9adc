import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../support/app.js';
import { until } from '../support/wait.js';
import { CHECK, inEffect, revoked, type ListingCast } from '../integration/listings/listings.ground.js';
import { castOf } from '../integration/penalties/penalties.ground.js';

jest.setTimeout(120_000);

const REGISTRIES = '/v1/registries';

/** A system as other agencies would write it: it pulls by number, keeps what it was told, and acknowledges how far it came. */
class Follower {
  readonly names = new Map<string, { name: string; effects: string[] }>();
  private id = '';
  private after = 0;

  constructor(private readonly client: Client) {}

  async subscribe(label: string): Promise<void> {
    const { status, body } = await this.client.post(`${REGISTRIES}/subscribers`, { label });
    if (status !== 201) throw new Error(JSON.stringify(body));
    this.id = body.id;
  }

  async pull(): Promise<void> {
    for (let last = Infinity; this.after < last; ) {
      const { body } = await this.client.get(`${REGISTRIES}/blacklist/feed?after=${this.after}&limit=1`);
      last = body.last;
      for (const { number, kind, entry, effects } of body.items as Json[]) {
        if (number !== this.after + 1) throw new Error(`${number} follows ${this.after}`);
        this.after = number;
        if (kind === 'entered') this.names.set(entry.uscc, { name: entry.name, effects: effects.map(({ code }: Json) => code) });
        if (kind === 'recalled' || kind === 'ended') this.names.delete(entry.uscc);
      }
    }
  }

  async acknowledge(): Promise<Json> {
    const { version } = (await this.client.get(`${REGISTRIES}/subscribers/${this.id}`)).body;
    return this.client.command(`${REGISTRIES}/subscribers/${this.id}/acknowledgements`, Number(version), { upTo: this.after });
  }
}

describe('a listing whose penalty falls', () => {
  let app: TestApp;
  let cast: ListingCast;
  let court: Follower;
  let police: Follower;

  beforeAll(async () => {
    app = await startTestApp({ env: { ROLE: 'all' } });
    const people = await castOf(app);
    const [city, one, two] = await Promise.all([app.as('agency-head', 'cz-market-regulation'), app.as('system-client', 'cz-court'), app.as('system-client', 'cz-police')]);
    cast = { ...people, city };
    court = new Follower(one);
    police = new Follower(two);
  });
  afterAll(() => app.close());

  it('is taken back by everybody who was told of it, and who is silent is seen', async () => {
    await Promise.all([court.subscribe('法院系统（测试）'), police.subscribe('公安系统（测试）')]);
    const walk = await inEffect(app, cast, '91445103MA7T01017W');
    for (const follower of [court, police]) {
      await follower.pull();
      expect((await follower.acknowledge()).status).toBe(200);
      expect(follower.names.get(walk.uscc)?.effects).toEqual(expect.arrayContaining(['weighed-in-licensing', 'no-honours']));
    }
    await revoked(app, cast, walk);
    const recalls = async (more = ''): Promise<Json[]> => (await cast.officer.get(`${REGISTRIES}/recalls?limit=50${more}`)).body.items;
    await until('both to be called', async () => (await recalls()).length === 2);
    expect((await cast.officer.get(`/v1/listings/${walk.listing}`)).body.state).toBe('cancelled');
    expect((await recalls()).map(({ state, nextDue }) => [state, nextDue])).toEqual(Array(2).fill(['awaited', '2026-10-23T15:59:59.999Z']));

    await court.pull();
    expect(court.names.has(walk.uscc)).toBe(false);
    app.now.set('2026-10-22T10:00:00+08:00');
    expect((await court.acknowledge()).status).toBe(200);
    // Friday 23 October is the third working day: until it ends nobody is late.
    app.now.set('2026-10-23T23:59:00+08:00');
    expect((await recalls()).map(({ state, subscriberAgency }) => `${subscriberAgency} ${state}`).sort()).toEqual(['cz-court acknowledged', 'cz-police awaited']);
    app.now.set('2026-10-24T00:00:00+08:00');
    await until('the alarm', async () => (await recalls('&state=missing')).length === 1);
    expect(await recalls('&state=missing')).toMatchObject([{ subscriberAgency: 'cz-police', subscriberLabel: '公安系统（测试）', uscc: walk.uscc, acknowledgedAt: null }]);
    expect(await (await fetch(`${app.url}/metrics`)).text()).toContain('zhiheng_registry_recalls_missing 1');

    // Late is better than never: the alarm ends with the acknowledgement, and the history keeps it.
    await police.pull();
    expect(police.names.has(walk.uscc)).toBe(false);
    expect((await police.acknowledge()).status).toBe(200);
    expect(await recalls('&state=missing')).toEqual([]);
    expect(await (await fetch(`${app.url}/metrics`)).text()).toContain('zhiheng_registry_recalls_missing 0');
    const late = (await recalls()).find(({ subscriberAgency }) => subscriberAgency === 'cz-police');
    const events = (await cast.officer.get(`${REGISTRIES}/recalls/${String(late?.['id'])}/timeline`)).body.items.map(({ event }: Json) => event);
    expect(events).toEqual(expect.arrayContaining(['registry-recall.sent', 'registry-recall.unacknowledged', 'registry-recall.acknowledged']));
    expect((await cast.officer.get(`${CHECK}?uscc=${walk.uscc}`)).body).toMatchObject({ listed: false });
  });
});
