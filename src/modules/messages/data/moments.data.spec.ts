import { describe, expect, it } from '@jest/globals';
import { EVENTS } from '../../../events.data.js';
import { QUEUES } from '../../../queues.data.js';
import { CHANNELS, MOMENTS, momentOf } from './moments.data.js';
import { USUAL_HABITS } from './habits.data.js';
import { isQuiet } from '../domain/due.rules.js';

/** Typed by hand: of what people are told, whom, and how as usual. */
const ORACLE = [
  ['case-given', 'owner', 'at-once', 'off'], ['case-for-the-head', 'heads', 'at-once', 'off'], ['clock-near', 'owner', 'daily', 'off'], ['clock-overdue', 'owner heads', 'at-once', 'at-once'], ['urged', 'owner heads', 'at-once', 'at-once'],
  ['urging-answered', 'person', 'daily', 'off'], ['under-supervision', 'owner heads', 'at-once', 'off'], ['supervision-moved', 'heads', 'daily', 'off'], ['climbed', 'heads', 'at-once', 'off'], ['finding', 'owner heads', 'at-once', 'off'],
  ['asked-again', 'heads', 'at-once', 'off'], ['measure-ended', 'owner heads', 'at-once', 'off'], ['early-warning', 'heads', 'daily', 'off'], ['recall-missing', 'heads', 'at-once', 'off'], ['import-done', 'person', 'off', 'off'], ['bulk-done', 'person', 'off', 'off'],
];

describe('the moments', () => {
  it('are these', () => {
    expect(MOMENTS.map(({ code, to, usual }) => [code, to.join(' '), usual.mail, usual.sms])).toEqual(ORACLE);
  });

  it('have each event once, and every one of them wakes the job that tells', () => {
    const events = MOMENTS.flatMap(({ events: some }) => [...some] as string[]);
    expect(new Set(events).size).toBe(events.length);
    expect(EVENTS.flatMap((event) => ('jobs' in event && event.jobs.includes('messages.write') ? [event.name] : [])).sort()).toEqual([...events].sort());
    expect(momentOf('deadline.overdue')?.code).toBe('clock-overdue');
    expect(momentOf('case.noted')).toBeUndefined();
  });

  it('tell of no reward and of no reporter', () => {
    expect(MOMENTS.flatMap(({ events }) => [...events] as string[]).filter((event) => /reward|identity|reporter/.test(event))).toEqual([]);
  });

  it('leave by channels that have a queue of their own, with a rate', () => {
    expect(CHANNELS.map(({ code, event }) => [code, event, QUEUES.find(({ name }) => name === code)?.limit])).toEqual([
      ['mail', 'delivery.mail-due', { jobs: 120, milliseconds: 60_000 }], ['sms', 'delivery.sms-due', { jobs: 60, milliseconds: 60_000 }],
    ]);
  });

  it('come as usual outside the quiet hours', () => {
    expect(isQuiet(USUAL_HABITS.digestAt, USUAL_HABITS)).toBe(false);
  });
});
