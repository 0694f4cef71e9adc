import { LRUCache } from 'lru-cache';

export interface LockoutLimits {
  readonly failures: number;
  readonly minutes: number;
}

interface Count {
  readonly failures: number;
  readonly lockedUntil: Date | null;
}

const MOST_NAMES = 10_000;

/**
 * Locks names that have no account exactly as accounts are locked, so that a lock does not tell that an account exists.
 * Per process and forgotten at a restart: it protects nothing but that secret.
 */
export class PhantomLockouts {
  private readonly counts = new LRUCache<string, Count>({ max: MOST_NAMES });

  constructor(private readonly limits: LockoutLimits) {}

  /** Counts a failure and tells until when the name is locked now, null when it is not. */
  fail(login: string, at: Date): Date | null {
    const before = this.counts.get(login);
    const held = before?.lockedUntil ?? null;
    if (held !== null && held > at) return held;
    const failures = before === undefined || held !== null ? 1 : before.failures + 1;
    const lockedUntil = failures >= this.limits.failures ? lockEnd(at, this.limits) : null;
    this.counts.set(login, { failures, lockedUntil });
    return lockedUntil;
  }
}

export function lockEnd(at: Date, { minutes }: Pick<LockoutLimits, 'minutes'>): Date {
  return new Date(at.getTime() + minutes * 60_000);
}
