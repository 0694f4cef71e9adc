import { Queues } from '../../../src/platform/queues/queues.js';
import type { JobData } from '../../../src/platform/queues/catalogue.js';
import { Background } from '../../../src/platform/background.js';
import type { Client, Json, TestApp } from '../../support/app.js';
import { CHAOAN } from '../cases/cases.ground.js';
import { castOf, type Cast } from '../penalties/penalties.ground.js';

/** Whoever has a part in publishing for the county office, besides those of the procedure. */
export interface Publishers extends Cast {
  readonly publisher: Client;
  readonly second: Client;
}

export async function publishersOf(app: TestApp): Promise<Publishers> {
  const cast = await castOf(app);
  const [publisher, second] = await Promise.all([app.as('publication-reviewer', CHAOAN), app.as('publication-reviewer', CHAOAN)]);
  return { ...cast, publisher, second };
}

/** Runs the job of an event as the worker would, once for each time that it happened. */
export async function follow(app: TestApp, event: string, subjectId: string, job: string): Promise<void> {
  const rows = await app.sql.admin('SELECT id, seq, subject_type FROM outbox WHERE event = $1 AND subject_id = $2 ORDER BY seq', [event, subjectId]);
  const { handlers } = app.app.get<{ handlers: { job: string; handle: (data: JobData) => Promise<void> }[] }>(Queues);
  for (const row of rows) await handlers.find((one) => one.job === job)?.handle({ outboxId: String(row['id']), event, subjectType: String(row['subject_type']), subjectId, seq: Number(row['seq']) });
}

/** The publication of a subject that decided. */
export async function publicationOf(app: TestApp, by: Client, subjectId: string): Promise<Json> {
  const [row] = await app.sql.admin('SELECT id FROM publication WHERE subject_id = $1', [subjectId]);
  return row === undefined ? null : (await by.get(`/v1/publications/${String(row['id'])}`)).body;
}

/** A command on the version that it has now. */
export async function move(by: Client, id: string, command: string, body: unknown = {}): Promise<{ status: number; body: Json }> {
  const { version } = (await by.get(`/v1/publications/${id}`)).body;
  return by.command(`/v1/publications/${id}/${command}`, Number(version), body);
}

/** The same, which has to go through. */
export async function moved(by: Client, id: string, command: string, body: unknown = {}): Promise<Json> {
  const answer = await move(by, id, command, body);
  if (answer.status !== 200) throw new Error(`${command}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** From draft to the public. */
export async function published(cast: Publishers, id: string, body: object = {}): Promise<Json> {
  await moved(cast.officer, id, 'submit', body);
  await moved(cast.publisher, id, 'approve', { secrecyReviewed: true, opinion: '同意' });
  return moved(cast.head, id, 'publish');
}

/** What time brings. */
export async function sweep(app: TestApp): Promise<void> {
  await app.app.get(Background).round();
}
