import { Injectable } from '@nestjs/common';
import type { ClockRule, ComputedDeadline, PauseInterval } from '../../kernel/clock/index.js';
import { Clocks, legalDay, NoRuleInForce, type KindVersion } from '../../platform/clocks/clocks.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import type { Problem } from '../../platform/http/problem.js';
import type { FieldError } from '../../platform/http/validation.js';
import type { CalculatedDeadlineDto, CalculateDeadlineDto, PauseSpanDto } from './calculation.dto.js';
import { calculationFaults } from './domain/calculation.js';

/** The officers' calculator: what a limit comes to, without a clock that runs. */
@Injectable()
export class CalculationsService {
  constructor(private readonly clocks: Clocks) {}

  /** Writes nothing. Throws request.invalid with every fault at once. */
  calculate(asked: CalculateDeadlineDto): CalculatedDeadlineDto {
    const { triggeredAt, amount, pauses, extensions, kind } = asked;
    const version = kind === undefined ? null : this.version(kind, triggeredAt);
    const rule = version?.rule ?? ownRule(asked);
    const faults = calculationFaults({ ...rule, pauses: version?.rule.pauses ?? null }, asked);
    if (faults.length > 0) throw refused(faults);
    const counted = this.clocks.calculate(rule, triggeredAt, { pauses: pauses.map((pause) => intervalOf(rule, pause)), extensions, amount: rule.amount === null ? amount : undefined });
    return shown(rule, version, counted);
  }

  private version(kind: string, triggeredAt: string): KindVersion {
    if (!this.clocks.codes.has(kind)) throw refused([{ path: 'kind', code: 'kind-unknown', message: { zh: '没有这个时限种类', en: 'There is no such kind' } }]);
    try {
      return this.clocks.inForce(kind, new Date(triggeredAt));
    } catch (error) {
      if (!(error instanceof NoRuleInForce)) throw error;
      throw refused([{ path: 'triggeredAt', code: 'not-in-force', message: { zh: `${error.day} 没有施行中的条文`, en: `No version of it was in force on ${error.day}` } }]);
    }
  }
}

/** The class of the request saw to it that amount and unit are there. */
function ownRule({ amount = 1, unit = 'calendar_day', roll = 'none' }: CalculateDeadlineDto): ClockRule {
  return { code: 'own', amount, unit, roll, label: { zh: '自行输入的期限', en: 'A limit of one’s own' }, basis: { source: '自行输入', article: '无', status: 'verified' } };
}

function intervalOf({ basis }: ClockRule, { from, to, reason = '' }: PauseSpanDto): PauseInterval {
  return { from, to: to ?? null, reason, basis };
}

function shown({ label, holder = 'agency' }: ClockRule, version: KindVersion | null, { legalDue, safeDue, reminders, basis, ...counted }: ComputedDeadline): CalculatedDeadlineDto {
  const { paused, provisional, derivation, warnings } = counted;
  const source = version === null ? { kind: null, effectiveFrom: null, effectiveTo: null, basis: null } : { kind: version.code, effectiveFrom: version.effectiveFrom, effectiveTo: version.effectiveTo, basis };
  const dates = { legalDue: utc(legalDue), legalDay: dayOf(legalDue), safeDue: utc(safeDue), safeDay: dayOf(safeDue) };
  return { ...source, ...dates, label, holder, paused, provisional, derivation, warnings, reminders: reminders.map((at) => new Date(at).toISOString()) };
}

function utc(at: string | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/** The day of an instant in Asia/Shanghai. */
function dayOf(at: string | null): string | null {
  return at === null ? null : legalDay(new Date(at));
}

function refused(errors: readonly FieldError[]): Problem {
  return httpProblem('request.invalid', { members: { errors } });
}
