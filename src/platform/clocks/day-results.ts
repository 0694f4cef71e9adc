import type { ClockRule, ComputedDeadline } from '../../kernel/clock/index.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Beijing time has been eight hours ahead without a break since 1992. */
const SINCE = Date.UTC(1992, 0, 1);
const LIMIT = 1_000;

/**
 * Limits in days and months depend on the day of the trigger alone; its minute stands only in the first step of the derivation.
 * So the result of one trigger serves every other of the same day, with that minute put in. Holds for one calendar.
 */
export class DayResults {
  private readonly results = new Map<ClockRule, Map<number, { readonly shown: string; readonly result: ComputedDeadline }>>();
  private size = 0;

  of(rule: ClockRule, trigger: Date, compute: () => ComputedDeadline): ComputedDeadline {
    if (trigger.getTime() < SINCE) return compute();
    const day = Math.floor((trigger.getTime() + 8 * HOUR) / DAY);
    const shown = beijing(trigger);
    const known = this.results.get(rule)?.get(day);
    if (known !== undefined) return { ...known.result, derivation: withTrigger(known.result.derivation, known.shown, shown) };
    const result = compute();
    this.keep(rule, day, shown, result);
    return result;
  }

  private keep(rule: ClockRule, day: number, shown: string, result: ComputedDeadline): void {
    // Never a result whose minute cannot be put in.
    const [first] = result.derivation;
    if (first?.zh.includes(shown) !== true || !first.en.includes(shown)) return;
    if (this.size >= LIMIT) {
      this.results.clear();
      this.size = 0;
    }
    const days = this.results.get(rule) ?? new Map<number, { shown: string; result: ComputedDeadline }>();
    this.results.set(rule, days.set(day, { shown, result }));
    this.size += 1;
  }
}

function withTrigger([first, ...rest]: ComputedDeadline['derivation'], before: string, now: string): ComputedDeadline['derivation'] {
  return first === undefined ? [] : [{ zh: first.zh.replace(before, now), en: first.en.replace(before, now) }, ...rest];
}

function beijing(at: Date): string {
  return new Date(at.getTime() + 8 * HOUR).toISOString().replace('Z', '+08:00');
}
