import { describe, expect, it } from '@jest/globals';
import { allowedCommands, type Move } from '../../../kernel/lifecycle/index.js';
import { BULK_COMMAND_GUARDS, type BulkFacts } from './bulk-command.guards.js';
import { BULK_COMMAND_LIFECYCLE } from './bulk-command.lifecycle.js';

describe('the table of commands for many cases, typed by hand', () => {
  it('goes from whoever gave it to its last case, or is cancelled', () => {
    expect(BULK_COMMAND_LIFECYCLE.moves.map(({ from, command, to, permission, ...rest }: Move) => `${from ?? '-'} ${command} ${to} | ${permission} | ${(rest.guards ?? []).join(' ')}`)).toEqual([
      '- ask under-way | case.bulk | ', 'under-way finish finished | case.bulk | is-worker every-case-has-a-result', 'under-way cancel cancelled | case.bulk | is-own-or-led',
    ]);
    expect(['finished', 'cancelled'].flatMap((state) => allowedCommands(BULK_COMMAND_LIFECYCLE, state))).toEqual([]);
  });
});

const ROW: BulkFacts['row'] = { agency: 'county', askedBy: 'officer', total: 3, done: 2, refused: 1 };
const holds = (guard: keyof typeof BULK_COMMAND_GUARDS, row: Partial<BulkFacts['row']> = {}, actor: Partial<BulkFacts['actor']> = {}): boolean =>
  BULK_COMMAND_GUARDS[guard].holds({ row: { ...ROW, ...row }, actor: { id: 'officer', agencies: ['county'], permissions: new Set(), ...actor } });

describe('its guards', () => {
  it('leave the end to the worker, and only when every case has a result', () => {
    expect([holds('is-worker'), holds('is-worker', {}, { id: 'system:bulk-commands' })]).toEqual([false, true]);
    expect([holds('every-case-has-a-result'), holds('every-case-has-a-result', { done: 1 }), holds('every-case-has-a-result', { refused: 0 }), holds('every-case-has-a-result', { done: 0, refused: 3 })]).toEqual([true, false, false, true]);
  });

  it('let whoever gave it cancel it, and who puts people in charge in that agency', () => {
    const head = { id: 'head', permissions: new Set(['case.assign']) };
    expect([holds('is-own-or-led'), holds('is-own-or-led', {}, { id: 'colleague' }), holds('is-own-or-led', {}, head), holds('is-own-or-led', {}, { ...head, agencies: ['elsewhere'] })]).toEqual([true, false, true, false]);
  });
});
