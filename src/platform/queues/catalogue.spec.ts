import { describe, expect, it } from '@jest/globals';
import { EVENTS, JOBS } from '../../events.data.js';
import { QUEUES } from '../../queues.data.js';
import { catalogueProblems, type EventDefinition, type JobDefinition, type QueueDefinition } from './catalogue.js';

const label = { zh: '测试', en: 'Test' };
const job = (name: string): JobDefinition => ({ name, queue: 'q', label, attempts: 3, backoff: 100 });
const event = (name: string, ...jobs: string[]): EventDefinition => ({ name, label, jobs });
const quiet = (name: string, unconsumed: string): EventDefinition => ({ name, label, unconsumed });
const queue: QueueDefinition = { name: 'q', label, concurrency: 1, patience: 15, timeout: 60 };
const problems = (events: EventDefinition[], jobs: JobDefinition[], handled: string[], queues = [queue]): string[] => catalogueProblems({ events, jobs, queues }, handled);

describe('catalogueProblems', () => {
  it('finds nothing in a clean catalogue', () => {
    expect(problems([event('e', 'a', 'b'), event('f', 'a'), quiet('g', 'nobody listens yet')], [job('a'), job('b')], ['b', 'a'])).toEqual([]);
  });

  it.each<[string, string[], string[]]>([
    ['a job that stands twice', problems([event('e', 'a')], [job('a'), job('a')], ['a']), ['job a stands twice in the catalogue']],
    ['an event that stands twice', problems([event('e', 'a'), quiet('e', 'why')], [job('a')], ['a']), ['event e stands twice in the catalogue']],
    ['an event that wakes a job that is not there', problems([event('e', 'a', 'x')], [job('a')], ['a']), ['event e wakes job x, which does not exist']],
    ['an event that wakes a job twice', problems([event('e', 'a', 'a')], [job('a')], ['a']), ['event e wakes job a twice']],
    ['an event without consumer and reason', problems([event('e', 'a'), event('f')], [job('a')], ['a']), ['event f has no consumer and no reason (unconsumed)']],
    ['an event with a blank reason', problems([event('e', 'a'), quiet('f', ' ')], [job('a')], ['a']), ['event f has no consumer and no reason (unconsumed)']],
    ['a queue that stands twice', problems([event('e', 'a')], [job('a')], ['a'], [queue, queue]), ['queue q stands twice in the catalogue']],
    ['a job in a queue that is not there', problems([event('e', 'a')], [job('a')], ['a'], []), ['job a stands in queue q, which does not exist']],
    ['a job that no event wakes', problems([event('e', 'a')], [job('a'), job('b')], ['a', 'b']), ['job b is woken by no event']],
    ['a job without a handler', problems([event('e', 'a')], [job('a')], []), ['job a has 0 handlers instead of one']],
    ['a job with two handlers', problems([event('e', 'a')], [job('a')], ['a', 'a']), ['job a has 2 handlers instead of one']],
    ['a handler without a job', problems([event('e', 'a')], [job('a')], ['a', 'x']), ['a handler is registered for job x, which does not exist']],
  ])('finds %s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('finds nothing in the real catalogue, each job having one handler', () => {
    expect(catalogueProblems({ events: EVENTS, jobs: JOBS, queues: QUEUES }, JOBS.map(({ name }) => name))).toEqual([]);
  });
});
