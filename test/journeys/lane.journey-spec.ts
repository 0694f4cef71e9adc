import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Background } from '../../src/platform/background.js';
import { act, castOf, type Cast } from '../integration/cases/cases.ground.js';
import { caseWithLiveRight, proposed, sureOf, targets } from '../integration/lanes/lanes.ground.js';
import { startTestApp, type Json, type TestApp } from '../support/app.js';
import { endVerification } from '../support/proceedings.js';
import { until } from '../support/wait.js';

jest.setTimeout(120_000);

describe('an expedited case', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-11-16T10:00:00+08:00', env: { ROLE: 'all' } });
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  it('is contested and put out: it keeps the date that it had on its first day, and ends on the ordinary way', async () => {
    const { officer, head } = cast;
    const { id: caseId, reply } = await caseWithLiveRight(cast);
    const shown = async (): Promise<Json> => (await officer.get(`/v1/cases/${caseId}`)).body;
    const statutory = async (): Promise<string[]> => (await app.sql.admin<Json>('SELECT kind, status, legal_due, safe_due, trigger_at, version FROM deadline WHERE within_id = $1 ORDER BY id', [caseId])).map((clock) => JSON.stringify(clock));
    const [{ nextDue: first }, clocks] = [await shown(), await statutory()];
    expect(first).not.toBeNull();
    expect(clocks.length).toBeGreaterThan(0);

    const passage = await proposed(officer, caseId);
    expect(passage).toMatchObject({ proposedLane: 'expedited', verdict: { simple: true, score: 10 } });
    // Twenty working days from 16 November.
    expect(targets(await sureOf(officer, passage.id, 'confirm', { lane: 'expedited' }))).toEqual(['lane.expedited running 2026-12-14T15:59']);
    expect(await shown()).toMatchObject({ lane: 'expedited', nextDue: first });

    app.now.set('2026-11-18T10:00:00+08:00');
    const out = await sureOf(officer, passage.id, 'eject', { ground: 'contested', reason: '当事人书面提出异议，主张在先使用' });
    expect(out).toMatchObject({ state: 'ejected', ground: 'contested', dueIn: first, dueOut: first });
    expect(await shown()).toMatchObject({ lane: 'ordinary', nextDue: first });
    expect(await statutory()).toEqual(clocks);

    // The target is gone with the lane: past its day, nobody is late by it.
    app.now.set('2026-12-15T10:00:00+08:00');
    await app.app.get(Background).round();
    expect(targets((await officer.get(`/v1/lane-passages/${passage.id}`)).body)).toEqual(['lane.expedited void 2026-12-14T15:59']);

    await endVerification(head, caseId);
    await act(head, caseId, 'assign', { officer: officer.id });
    const { body: owed } = await officer.get(`/v1/replies/${reply}`);
    await officer.command(`/v1/replies/${reply}/answer`, owed.version, { answer: '已核查' });
    expect((await act(officer, caseId, 'close', { outcome: '已依法处理' })).status).toBe(200);
    expect((await officer.get(`/v1/lane-passages/${passage.id}`)).body.state).toBe('ejected');
    const events = (await officer.get(`/v1/cases/${caseId}/timeline?limit=200`)).body.items.map(({ event }: Json) => event as string).filter((event: string) => event.startsWith('case.lane'));
    expect(events).toEqual(['case.lane-proposed', 'case.lane-entered', 'case.lane-left']);
  });

  it('is told of when its internal target has passed, while no statutory date moves', async () => {
    app.now.set('2026-11-16T10:00:00+08:00');
    const { id: caseId } = await caseWithLiveRight(cast);
    const { nextDue } = (await cast.officer.get(`/v1/cases/${caseId}`)).body;
    const { id } = await proposed(cast.officer, caseId, { venue: 'fair' });
    // The fair: 24 hours.
    expect(targets(await sureOf(cast.officer, id, 'confirm', { lane: 'exhibition' }))).toEqual(['lane.exhibition running 2026-11-17T02:00']);
    app.now.set('2026-11-17T10:00:01+08:00');
    await app.app.get(Background).round();
    await until('the target to be overdue', async () => targets((await cast.officer.get(`/v1/lane-passages/${id}`)).body)[0] === 'lane.exhibition overdue 2026-11-17T02:00');
    expect((await cast.officer.get(`/v1/cases/${caseId}`)).body).toMatchObject({ lane: 'exhibition', nextDue });
  });
});
