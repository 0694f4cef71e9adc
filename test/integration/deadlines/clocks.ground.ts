import { Clocks } from '../../../src/platform/clocks/clocks.js';
import { Deadline } from '../../../src/platform/clocks/deadline.entity.js';
import { systemClaims } from '../../../src/platform/database/claims.js';
import { insertInto } from '../../../src/platform/database/insert-statements.js';
import type { Client, Json, Reply, TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';

export const CHAOAN = 'chaoan-market-regulation';
export const CITY = 'cz-market-regulation';

export interface Filed {
  readonly complaint: string;
  /** The clock that verifies the report. */
  readonly clock: string;
}

/** A report at Chao'an, received on a Monday in November: fifteen working days end on 23 November. */
export async function filed(operator: Client, receivedAt = '2026-11-02T10:00:00+08:00'): Promise<Filed> {
  const { body } = await operator.post('/v1/complaints', report({ receivedAt, hotlineReceivedAt: receivedAt }));
  return { complaint: body.id, clock: body.deadlines.find(({ kind }: Json) => kind === 'report.verification').id };
}

/** A clock of a kind that no lifecycle starts yet, running on a complaint. */
export async function started(app: TestApp, complaint: string, kind: string, { triggerAt = '2026-11-02T10:00:00+08:00', agency = CHAOAN, amount = null as number | null } = {}): Promise<string> {
  const clock = app.app.get(Clocks).start(kind, new Date(triggerAt), { subjectType: 'complaint', subjectId: complaint, agency, intakeAgency: 'cz-hotline-12345', region: '445103' }, amount);
  await app.database.transact(systemClaims('test'), [], (transaction) => transaction.batch([transaction.insert([insertInto(Deadline, clock)])]));
  return clock.id;
}

export const read = async (client: Client, id: string): Promise<Json> => (await client.get(`/v1/deadlines/${id}`)).body;

/** A command on the version that the clock has now. */
export async function act(client: Client, id: string, command: string, body: object = {}): Promise<Reply<Json>> {
  return client.command(`/v1/deadlines/${id}/${command}`, (await read(client, id)).version, body);
}

export const failed = ({ status, body }: Reply<Json>): unknown[] => [status, body.code, body.failedGuards?.map(({ guard }: Json) => guard)];
export const day = (instant: string | null): string | null => (instant === null ? null : new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 10));

export async function entries(client: Client, complaint: string, event: string): Promise<Json[]> {
  return (await client.get(`/v1/complaints/${complaint}/timeline?limit=200`)).body.items.filter((entry: Json) => entry.event === event);
}
