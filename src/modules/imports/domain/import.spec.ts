import { describe, expect, it } from '@jest/globals';
import { decide } from '../../../kernel/lifecycle/index.js';
import { IMPORT_GUARDS } from './import.guards.js';
import { COMMANDS_OF_PEOPLE, IMPORT_LIFECYCLE } from './import.lifecycle.js';

const row = { agency: 'cz-ip-intake' };
const clerk = { id: 'somebody', agency: 'cz-ip-intake' };
const stranger = { id: 'somebody-else', agency: 'cz-hotline-12345' };
const worker = { id: 'system:imports', agency: '' };
const go = (state: string | null, command: string, actor = clerk): unknown => {
  const decision = decide({ lifecycle: IMPORT_LIFECYCLE, guards: IMPORT_GUARDS, state, command, facts: { row, actor }, input: { code: 'import.quotes' } });
  return decision.ok ? decision.move.to : decision.failed[0]?.code ?? decision.reason;
};

// Typed by hand: what may follow what, and who does it.
describe('an import', () => {
  it.each<[string | null, string, typeof clerk, string]>([
    [null, 'receive', clerk, 'received'], ['received', 'start', worker, 'running'], ['received', 'fail', worker, 'failed'], ['running', 'fail', worker, 'failed'], ['running', 'finish', worker, 'finished'],
    ['received', 'cancel', clerk, 'cancelled'], ['running', 'cancel', clerk, 'cancelled'], ['failed', 'retry', clerk, 'received'],
  ])('%s may be told to %s', (state, command, actor, to) => {
    expect(go(state, command, actor)).toBe(to);
  });

  it.each<[string | null, string, typeof clerk, string]>([
    [null, 'receive', stranger, 'import.foreign-desk'], ['received', 'cancel', stranger, 'import.not-own'], ['running', 'cancel', stranger, 'import.not-own'], ['failed', 'retry', stranger, 'import.not-own'],
    ['received', 'start', clerk, 'import.worker-only'], ['running', 'finish', clerk, 'import.worker-only'], ['running', 'fail', clerk, 'import.worker-only'], ['received', 'fail', clerk, 'import.worker-only'],
  ])('%s refuses %s of the wrong one', (state, command, actor, code) => {
    expect(go(state, command, actor)).toBe(code);
  });

  it.each<[string, string]>([
    ['received', 'finish'], ['received', 'retry'], ['running', 'start'], ['running', 'retry'], ['finished', 'cancel'], ['finished', 'retry'], ['finished', 'fail'], ['failed', 'cancel'], ['failed', 'finish'], ['cancelled', 'retry'], ['cancelled', 'start'], ['cancelled', 'cancel'],
  ])('%s knows no %s', (state, command) => {
    expect([go(state, command, clerk), go(state, command, worker)]).toEqual(['not-allowed-now', 'not-allowed-now']);
  });

  it('is moved by people in three ways', () => {
    expect([...COMMANDS_OF_PEOPLE].sort()).toEqual(['cancel', 'receive', 'retry']);
  });
});
