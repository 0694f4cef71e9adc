import { Injectable } from '@nestjs/common';
import { Clocks } from '../../platform/clocks/clocks.js';
import { nextRung, type ClockFacts } from '../../platform/clocks/deadline.lifecycle.js';
import { ended, extended, paused, resumed } from '../../platform/clocks/transitions.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Vault } from '../../platform/security/vault.js';
import { ClockCommands, type ClockCommand } from '../../platform/workflow/clock-commands.js';
import type { ExtendDeadlineDto, PauseDeadlineDto, ResumeDeadlineDto, SatisfyDeadlineDto } from './deadline-command.dto.js';
import type { DeadlineDetailDto } from './deadline-list.dto.js';
import { showClock } from './show-clock.js';

/** What officers do to a clock itself. One method per command of the table; the version is that of the clock. */
@Injectable()
export class DeadlineCommandsService {
  constructor(
    private readonly commands: ClockCommands,
    private readonly clocks: Clocks,
    private readonly vault: Vault,
  ) {}

  /** Time stops on a ground of the kind's own statute, which is recorded with the pause. */
  pause(acting: Acting, id: string, { reason, note: typed }: PauseDeadlineDto): Promise<Answer<DeadlineDetailDto>> {
    const note = this.vault.scrub(typed, {});
    const basisOf = ({ rule }: ClockFacts): ClockFacts['deadline']['basis'] => rule.pauseBasis ?? rule.basis;
    return this.execute(acting, {
      id, command: 'pause', input: { reason },
      change: (clocks, facts) => paused(clocks, facts.deadline, acting.at, { reason, basis: basisOf(facts), note }),
      data: (facts) => ({ reason, note, basis: basisOf(facts) }),
    });
  }

  resume(acting: Acting, id: string, { note = '' }: ResumeDeadlineDto): Promise<Answer<DeadlineDetailDto>> {
    return this.execute(acting, {
      id, command: 'resume', input: {},
      change: (clocks, { deadline }) => resumed(clocks, deadline, acting.at),
      data: ({ deadline }) => ({ since: deadline.pauses.at(-1)?.from, note: this.vault.scrub(note, {}) }),
    });
  }

  /** The next rung of the ladder, by whom the statute names for it. */
  extend(acting: Acting, id: string, { extension, amount, evidence: typed }: ExtendDeadlineDto): Promise<Answer<DeadlineDetailDto>> {
    const evidence = this.vault.scrub(typed, {});
    const granted = { code: extension, amount, at: acting.at.toISOString(), by: acting.claims.actor, agency: acting.agency, evidence };
    return this.execute(acting, {
      id, command: 'extend', input: { extension, evidence },
      change: (clocks, { deadline }) => extended(clocks, deadline, acting.at, granted),
      data: (facts) => ({ extension, amount, evidence, approver: nextRung(facts)?.approver, basis: nextRung(facts)?.basis }),
    });
  }

  satisfy(acting: Acting, id: string, { reason: typed }: SatisfyDeadlineDto): Promise<Answer<DeadlineDetailDto>> {
    const reason = this.vault.scrub(typed, {});
    return this.execute(acting, {
      id, command: 'satisfy', input: { reason },
      change: (_, { deadline }) => ended(deadline, 'satisfy', acting.at),
      data: ({ rule }) => ({ reason, basis: rule.basis }),
    });
  }

  private execute(acting: Acting, command: ClockCommand): Promise<Answer<DeadlineDetailDto>> {
    return this.commands.execute(acting, command, (after) => showClock(this.clocks, after, acting.at));
  }
}
