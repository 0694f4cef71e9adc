import { describe, expect, it } from '@jest/globals';
import { EVENTS, JOBS } from '../../events.data.js';
import { catalogueProblems, type EventDefinition, type JobDefinition } from './catalogue.js';

const label = { zh: '测试', en: 'Test' };
const job = (name: string): JobDefinition => ({ name, queue: 'q', label, attempts: 3, backoff: 100 });
const event = (name: string, ...jobs: string[]): EventDefinition => ({ name, label, jobs });
const quiet = (name: string, unconsumed: string): EventDefinition => ({ name, label, unconsumed });

describe('catalogueProblems', () => {
  it('finds nothing in a clean catalogue', () => {
    expect(catalogueProblems([event('e', 'a', 'b'), event('f', 'a'), quiet('g', 'nobody listens yet')], [job('a'), job('b')], ['b', 'a'])).toEqual([]);
  });

  it.each<[string, string[], string[]]>([
    ['a job that stands twice', catalogueProblems([event('e', 'a')], [job('a'), job('a')], ['a']), ['job a stands twice in the catalogue']],
    ['an event that stands twice', catalogueProblems([event('e', 'a'), quiet('e', 'why')], [job('a')], ['a']), ['event e stands twice in the catalogue']],
    ['an event that wakes a job that is not there', catalogueProblems([event('e', 'a', 'x')], [job('a')], ['a']), ['event e wakes job x, which does not exist']],
    ['an event that wakes a job twice', catalogueProblems([event('e', 'a', 'a')], [job('a')], ['a']), ['event e wakes job a twice']],
    ['an event without consumer and reason', catalogueProblems([event('e', 'a'), event('f')], [job('a')], ['a']), ['event f has no consumer and no reason (unconsumed)']],
    ['an event with a blank reason', catalogueProblems([event('e', 'a'), quiet('f', ' ')], [job('a')], ['a']), ['event f has no consumer and no reason (unconsumed)']],
    ['a job that no event wakes', catalogueProblems([event('e', 'a')], [job('a'), job('b')], ['a', 'b']), ['job b is woken by no event']],
    ['a job without a handler', catalogueProblems([event('e', 'a')], [job('a')], []), ['job a has 0 handlers instead of one']],
    ['a job with two handlers', catalogueProblems([event('e', 'a')], [job('a')], ['a', 'a']), ['job a has 2 handlers instead of one']],
    ['a handler without a job', catalogueProblems([event('e', 'a')], [job('a')], ['a', 'x']), ['a handler is registered for job x, which does not exist']],
  ])('finds %s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('finds nothing in the real catalogue, each job having one handler', () => {
    expect(catalogueProblems(EVENTS, JOBS, JOBS.map(({ name }) => name))).toEqual([]);
  });
});
