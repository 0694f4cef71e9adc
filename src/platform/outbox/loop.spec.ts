import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Loop } from './loop.js';

beforeEach(() => {
  jest.useFakeTimers();
  Logger.overrideLogger(false);
});
afterEach(() => {
  jest.useRealTimers();
  Logger.overrideLogger(['error', 'warn', 'log']);
});

/** Work that counts itself and ends when it is told to. */
function workshop(): { work: () => Promise<boolean>; end: (more?: boolean) => void; fail: () => void; seen: { rounds: number; now: number; most: number } } {
  const seen = { rounds: 0, now: 0, most: 0 };
  const open: { resolve: (more: boolean) => void; reject: (error: Error) => void }[] = [];
  const work = async (): Promise<boolean> => {
    seen.rounds += 1;
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    try {
      return await new Promise<boolean>((resolve, reject) => open.push({ resolve, reject }));
    } finally {
      seen.now -= 1;
    }
  };
  return { work, end: (more = false) => open.shift()?.resolve(more), fail: () => open.shift()?.reject(new Error('broken')), seen };
}

describe('Loop', () => {
  it('works at once, then again after the interval', async () => {
    const { work, end, seen } = workshop();
    const loop = new Loop('test', 1000, work);
    loop.start();
    await jest.advanceTimersByTimeAsync(0);
    expect(seen.rounds).toBe(1);
    end();
    await jest.advanceTimersByTimeAsync(999);
    expect(seen.rounds).toBe(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(seen.rounds).toBe(2);
  });

  it('works on without a pause while there is more to do', async () => {
    const { work, end, seen } = workshop();
    new Loop('test', 1000, work).start();
    await jest.advanceTimersByTimeAsync(0);
    end(true);
    await jest.advanceTimersByTimeAsync(0);
    expect(seen.rounds).toBe(2);
  });

  it('never works twice at a time, however long a round takes', async () => {
    const { work, seen } = workshop();
    new Loop('test', 1000, work).start();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(seen).toEqual({ rounds: 1, now: 1, most: 1 });
  });

  it('tries again after the interval when a round failed', async () => {
    const { work, fail, seen } = workshop();
    new Loop('test', 1000, work).start();
    await jest.advanceTimersByTimeAsync(0);
    fail();
    await jest.advanceTimersByTimeAsync(999);
    expect(seen.rounds).toBe(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(seen.rounds).toBe(2);
  });

  it('also when the work throws before it begins', async () => {
    let rounds = 0;
    new Loop('test', 1000, () => {
      rounds += 1;
      throw new Error('broken');
    }).start();
    await jest.advanceTimersByTimeAsync(1000);
    expect(rounds).toBe(2);
  });

  it('waits at a stop for the round that runs, and works no more', async () => {
    const { work, end, seen } = workshop();
    const loop = new Loop('test', 1000, work);
    loop.start();
    await jest.advanceTimersByTimeAsync(0);
    let stopped = false;
    const stopping = loop.stop().then(() => { stopped = true; });
    await jest.advanceTimersByTimeAsync(5000);
    expect(stopped).toBe(false);
    end(true);
    await stopping;
    await jest.advanceTimersByTimeAsync(5000);
    expect([seen.rounds, jest.getTimerCount()]).toEqual([1, 0]);
  });

  it('stops between rounds at once, and before the first', async () => {
    const { work, seen } = workshop();
    const loop = new Loop('test', 1000, work);
    await loop.stop();
    loop.start();
    await loop.stop();
    await jest.advanceTimersByTimeAsync(5000);
    expect([seen.rounds, jest.getTimerCount()]).toEqual([0, 0]);
  });

  it('starts once, however often it is told', async () => {
    const { work, end, seen } = workshop();
    const loop = new Loop('test', 1000, work);
    loop.start();
    loop.start();
    await jest.advanceTimersByTimeAsync(0);
    expect(seen.most).toBe(1);
    loop.start();
    end();
    await jest.advanceTimersByTimeAsync(1000);
    expect(seen).toEqual({ rounds: 2, now: 1, most: 1 });
    expect(jest.getTimerCount()).toBe(0);
  });

  it('started again during the last round before a stop, waits for it', async () => {
    const { work, end, seen } = workshop();
    const loop = new Loop('test', 1000, work);
    loop.start();
    await jest.advanceTimersByTimeAsync(0);
    const stopping = loop.stop();
    loop.start();
    await jest.advanceTimersByTimeAsync(5000);
    expect(seen).toEqual({ rounds: 1, now: 1, most: 1 });
    end();
    await stopping;
    await jest.advanceTimersByTimeAsync(1000);
    expect(seen).toEqual({ rounds: 2, now: 1, most: 1 });
  });
});
