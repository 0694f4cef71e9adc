import { describe, expect, it } from '@jest/globals';
import { lockEnd, PhantomLockouts } from './lockouts.js';

const start = new Date('2026-11-20T08:00:00Z');
const after = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);

describe('names without an account', () => {
  it('are locked at the same failure and for as long as accounts are', () => {
    const lockouts = new PhantomLockouts({ failures: 3, minutes: 15 });
    expect([lockouts.fail('nobody', start), lockouts.fail('nobody', start)]).toEqual([null, null]);
    expect(lockouts.fail('nobody', after(1))).toEqual(after(16));
  });

  it('are not locked for longer by trying on', () => {
    const lockouts = new PhantomLockouts({ failures: 1, minutes: 15 });
    expect(lockouts.fail('nobody', start)).toEqual(after(15));
    expect(lockouts.fail('nobody', after(14))).toEqual(after(15));
  });

  it('start again at one when the lock has run out', () => {
    const lockouts = new PhantomLockouts({ failures: 2, minutes: 15 });
    lockouts.fail('nobody', start);
    lockouts.fail('nobody', start);
    expect(lockouts.fail('nobody', after(15))).toBeNull();
    expect(lockouts.fail('nobody', after(15))).toEqual(after(30));
  });

  it('are counted one by one', () => {
    const lockouts = new PhantomLockouts({ failures: 2, minutes: 15 });
    lockouts.fail('one', start);
    expect(lockouts.fail('two', start)).toBeNull();
  });

  it('knows minutes', () => {
    expect(lockEnd(start, { minutes: 90 })).toEqual(new Date('2026-11-20T09:30:00Z'));
  });
});
