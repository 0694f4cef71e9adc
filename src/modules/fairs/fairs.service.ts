import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import type { Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { uniqueViolation } from '../../platform/http/idempotency.js';
import { SubjectQueries, type AvailableCommandsDto } from '../../platform/workflow/subject.queries.js';
import { anyOpening, Workflow, type Command, type Gather, type Outcome } from '../../platform/workflow/workflow.js';
import { BAR_RULE } from './data/fair-law.data.js';
import { barringFrom, daysOf, eveOf, startOf, type Strike } from './domain/fair.rules.js';
import type { AnnounceFairDto, CancelFairDto, FairWithClocksDto, RegisterStallDto } from './fair.dto.js';
import { FairStall, type Fair } from './fair.entity.js';
import { FAIR } from './fair.subject.js';
import { fairProblem } from './fairs.errors.js';
import { shownFair } from './fairs.queries.js';

type Moved = Promise<Answer<FairWithClocksDto>>;

const EXHIBITOR: Statement = { name: 'fair-exhibitor', text: 'SELECT 1 FROM organisation WHERE id = $1 AND merged_into IS NULL' };
const TAKEN: Statement = { name: 'fair-stall-taken', text: 'SELECT 1 FROM fair_stall WHERE fair_id = $1 AND number = $2' };
const STRIKES: Statement = {
  name: 'fair-strikes-of',
  text: 'SELECT k.edition, k.revoked_at IS NULL AS standing, k.found_at AS "foundAt", f.edition AS "into" FROM fair f JOIN fair_strike k ON k.series = f.series AND k.organisation_id = $2 AND k.edition < f.edition WHERE f.id = $1 ORDER BY k.found_at, k.id',
};

/** Fairs, and who exhibits there. */
@Injectable()
export class FairsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly subjects: SubjectQueries,
  ) {}

  /** Throws fair.edition-known. Its end comes by itself, and its organiser keeps the records for the years of the law from its first day. */
  async announce(acting: Acting, body: AnnounceFairDto): Moved {
    const { series, edition, organiser, region, startsOn, endsOn, hasDesk } = body;
    const row: Omit<Fair, 'state' | 'version' | 'nextDue'> = { id: newId(), agency: acting.agency, region, series, edition, organiser, startsOn, endsOn, hasDesk };
    const opening = anyOpening({
      subject: FAIR, command: 'announce', row, input: { ...body, today: legalDay(acting.at) }, data: { series, edition, startsOn, endsOn, hasDesk },
      triggers: { 'fair.end': eveOf(startsOn), 'fair.records': startOf(startsOn) }, amounts: { 'fair.end': Math.max(daysOf(startsOn, endsOn), 1) },
    });
    try {
      return await this.workflow.open(acting, [opening], [], ([outcome]) => ({ status: 201, body: moved(outcome as unknown as Outcome<Fair>) }));
    } catch (error) {
      throw uniqueViolation(error) === 'fair_edition' ? fairProblem('fair.edition-known') : error;
    }
  }

  open(acting: Acting, id: string): Moved {
    return this.move(acting, { id, command: 'open', input: {}, gather: today(acting) });
  }

  cancel(acting: Acting, id: string, { reason }: CancelFairDto): Moved {
    return this.move(acting, { id, command: 'cancel', input: { reason }, data: { reason } });
  }

  registerStall(acting: Acting, id: string, body: RegisterStallDto): Moved {
    const { number, organisationId } = body;
    const gather: Gather = {
      queries: [{ statement: EXHIBITOR, values: [organisationId] }, { statement: TAKEN, values: [id, number] }, { statement: STRIKES, values: [id, organisationId] }],
      facts: ([known = [], taken = [], strikes = []]) => ({ exhibitorKnown: known.length > 0, stallTaken: taken.length > 0, barring: barring(strikes as readonly Counted[]) }),
    };
    const stall: FairStall = { id: newId(), fairId: id, number, organisationId, registeredAt: acting.at };
    return this.move(acting, { id, command: 'register-stall', input: { ...body }, gather, data: { stall: stall.id, number, organisationId }, also: () => ({ inserts: [insertInto(FairStall, stall)] }) });
  }

  available(acting: Acting, id: string): Promise<AvailableCommandsDto> {
    return this.subjects.available(acting, FAIR, id, today(acting));
  }

  private move(acting: Acting, given: Omit<Command<Fair>, 'subject'>): Moved {
    return this.workflow.execute(acting, { subject: FAIR, ...given }, (outcome) => ({ status: 200, body: moved(outcome) }));
  }
}

interface Counted extends Strike {
  readonly foundAt: Date;
  /** The edition that the exhibitor wants to come to. */
  readonly into: number;
}

function barring(strikes: readonly Counted[]): object[] {
  const into = strikes[0]?.into ?? 0;
  return barringFrom(BAR_RULE, strikes, into).map(({ edition, foundAt }) => ({ edition, foundAt: foundAt.toISOString() }));
}

function today({ at }: Acting): Gather {
  return { queries: [], facts: () => ({ today: legalDay(at) }) };
}

function moved({ row, deadlines }: Outcome<Fair>): FairWithClocksDto {
  return { ...shownFair(row), deadlines: deadlines.map(showDeadline) };
}
