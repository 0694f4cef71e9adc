import type { LocalizedText } from '../../kernel/text.js';

/** What a job carries: names and ids, never facts. Lost jobs are made again from the outbox. */
export interface JobData {
  readonly outboxId: string;
  readonly event: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly seq: number;
}

/** Where jobs of one purpose stand in line. Many processes may work on it. */
export interface QueueDefinition {
  readonly name: string;
  readonly label: LocalizedText;
  /** Jobs at a time in one process. */
  readonly concurrency: number;
  /** Minutes that ordinary work stands behind hurried work; after them nothing that comes new overtakes it. */
  readonly patience: number;
  /** Seconds after which an attempt that has not ended counts as failed; 0 for work that keeps a lease of its own. */
  readonly timeout: number;
  /** What the target of the queue bears from all processes together. */
  readonly limit?: { readonly jobs: number; readonly milliseconds: number };
}

export interface JobDefinition {
  /** `room.what`, unique. */
  readonly name: string;
  readonly queue: string;
  readonly label: LocalizedText;
  readonly attempts: number;
  /** Milliseconds before the second attempt; doubled each time, and scattered over its second half. */
  readonly backoff: number;
  /** So many events may share one job, where they come together: a large import wakes hundreds of jobs, not a hundred thousand. Alone, where it is left out. */
  readonly together?: number;
}

/** Events that came together, in one job. */
export interface Together {
  readonly together: readonly JobData[];
}

/** An event and who listens. `unconsumed` says why nobody does yet. */
export type EventDefinition = { readonly name: string; readonly label: LocalizedText } & ({ readonly jobs: readonly string[] } | { readonly unconsumed: string });

export interface Catalogues {
  readonly events: readonly EventDefinition[];
  readonly jobs: readonly JobDefinition[];
  readonly queues: readonly QueueDefinition[];
}

/** Everything that is wrong with the catalogues, in words. */
export function catalogueProblems({ events, jobs, queues }: Catalogues, handled: readonly string[]): string[] {
  const names = jobs.map(({ name }) => name);
  const lines = queues.map(({ name }) => name);
  const consumed = new Set(events.flatMap((event) => ('jobs' in event ? event.jobs : [])));
  return [
    ...repeated(names).map((name) => `job ${name} stands twice in the catalogue`),
    ...repeated(lines).map((name) => `queue ${name} stands twice in the catalogue`),
    ...jobs.filter(({ queue }) => !lines.includes(queue)).map(({ name, queue }) => `job ${name} stands in queue ${queue}, which does not exist`),
    ...repeated(events.map(({ name }) => name)).map((name) => `event ${name} stands twice in the catalogue`),
    ...events.flatMap((event) => ('jobs' in event ? event.jobs.filter((job) => !names.includes(job)).map((job) => `event ${event.name} wakes job ${job}, which does not exist`) : [])),
    ...events.flatMap((event) => ('jobs' in event ? repeated(event.jobs).map((job) => `event ${event.name} wakes job ${job} twice`) : [])),
    ...events.filter((event) => ('jobs' in event ? event.jobs.length === 0 : event.unconsumed.trim() === '')).map(({ name }) => `event ${name} has no consumer and no reason (unconsumed)`),
    ...names.filter((name) => !consumed.has(name)).map((name) => `job ${name} is woken by no event`),
    ...names.filter((name) => handled.filter((other) => other === name).length !== 1).map((name) => `job ${name} has ${handled.filter((other) => other === name).length} handlers instead of one`),
    ...handled.filter((name) => !names.includes(name)).map((name) => `a handler is registered for job ${name}, which does not exist`),
  ];
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
