import { describe, expect, it } from '@jest/globals';
import { httpProblem } from '../http/http.errors.js';
import { framesOf, JobFault, reasonOf } from './reason.js';

const SECRET = '举报人张某 13800000000';

describe('reasonOf', () => {
  it.each<[string, unknown, string]>([
    ['our own words', new JobFault('case.opened: case 1 is not there'), 'case.opened: case 1 is not there'],
    ['the code of a refusal', httpProblem('subject.not-found'), 'subject.not-found'],
    ['the kind of any other error', new Error(SECRET), 'Error'],
    ['a type error', new TypeError(SECRET), 'TypeError'],
    ['code, table and constraint of the database', Object.assign(new Error(`Key (name)=(${SECRET}) already exists`), { name: 'error', code: '23505', table: 'person', constraint: 'person_pk', detail: SECRET }), 'error 23505 person person_pk'],
    ['the code of the network', Object.assign(new Error(SECRET), { code: 'ECONNREFUSED' }), 'Error ECONNREFUSED'],
    ['a text that was thrown', SECRET, 'unknown'], ['nothing', null, 'unknown'], ['an object without names', { message: SECRET, code: 7 }, 'unknown'],
  ])('gives %s', (_, error, reason) => {
    expect(reasonOf(error)).toBe(reason);
  });
});

describe('framesOf', () => {
  it('gives where, and never what: messages of several lines neither', () => {
    const frames = framesOf(new Error(`${SECRET}\nsecond line ${SECRET}`));
    expect(frames.length).toBeGreaterThan(0);
    expect(frames.join('\n')).not.toContain('张某');
    expect(frames[0]).toMatch(/^at .*reason\.spec\.ts/);
    expect([framesOf('text'), framesOf(null)]).toEqual([[], []]);
  });
});
