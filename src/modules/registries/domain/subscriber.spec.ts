import { describe, expect, it } from '@jest/globals';
import { allowedCommands } from '../../../kernel/lifecycle/index.js';
import { RECALL_GUARDS, SUBSCRIBER_GUARDS, type RecallFacts, type SubscriberFacts } from './subscriber.guards.js';
import { RECALL_LIFECYCLE, SUBSCRIBER_LIFECYCLE } from './subscriber.lifecycle.js';

const rowsOf = ({ moves }: typeof RECALL_LIFECYCLE | typeof SUBSCRIBER_LIFECYCLE): string[] => moves.map(({ from, command, to, permission }) => `${from ?? '-'} ${command} ${to} ${permission}`);

describe('following the register', () => {
  it('moves by these rows, typed by hand', () => {
    expect(rowsOf(SUBSCRIBER_LIFECYCLE)).toEqual(['- subscribe subscribed registry.subscribe', 'subscribed acknowledge subscribed registry.subscribe', 'subscribed end ended registry.subscribe']);
    expect(rowsOf(RECALL_LIFECYCLE)).toEqual([
      '- send awaited listing.approve', '- note acknowledged listing.approve', 'awaited acknowledge acknowledged registry.subscribe', 'missing acknowledge acknowledged registry.subscribe',
      'awaited confirm-otherwise acknowledged listing.handle', 'missing confirm-otherwise acknowledged listing.handle', 'awaited raise-alarm missing listing.approve',
    ]);
  });

  it('lets the clock of a recall end with the acknowledgement or the alarm', () => {
    const clocksOf = (command: string): unknown[] => RECALL_LIFECYCLE.moves.filter((move) => move.command === command).map(({ clocks }) => clocks);
    expect(clocksOf('send')).toEqual([{ start: ['registry.recall'] }]);
    expect(clocksOf('raise-alarm')).toEqual([{ lapse: ['registry.recall'] }]);
    expect([...clocksOf('acknowledge'), ...clocksOf('confirm-otherwise')]).toEqual([{ stop: ['registry.recall'] }, undefined, { stop: ['registry.recall'] }, undefined]);
    expect(RECALL_LIFECYCLE.moves.find(({ command }) => command === 'raise-alarm')?.emits).toEqual(['registry-recall.unacknowledged']);
    expect(allowedCommands(RECALL_LIFECYCLE, 'acknowledged')).toEqual([]);
  });

  const subscriber = (input: Record<string, unknown>, actor = 'a'): SubscriberFacts => ({ row: { account: 'a', acknowledged: 5 }, actor: { id: actor, agencies: ['one'] }, input });
  it.each([
    ['not-subscribed-yet', subscriber({ subscribed: false }), subscriber({ subscribed: true })],
    ['is-ones-own', subscriber({}), subscriber({}, 'b')],
    ['told-already', subscriber({ upTo: 7, last: 7 }), subscriber({ upTo: 8, last: 7 })],
    ['goes-on', subscriber({ upTo: 5 }), subscriber({ upTo: 4 })],
    ['owes-nothing', subscriber({ owed: 0 }), subscriber({ owed: 1 })],
  ])('asks %s', (name, held, failed) => {
    expect([SUBSCRIBER_GUARDS[name]?.holds(held), SUBSCRIBER_GUARDS[name]?.holds(failed)]).toEqual([true, false]);
  });

  it('lets the agency that had decided confirm otherwise, and no other', () => {
    const facts = (agency: string): RecallFacts => ({ row: { agency }, actor: { id: 'a', agencies: ['one'] }, input: {} });
    expect(['one', 'two'].map((agency) => RECALL_GUARDS['in-own-agency']?.holds(facts(agency)))).toEqual([true, false]);
  });
});
