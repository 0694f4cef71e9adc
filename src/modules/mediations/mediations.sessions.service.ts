import { Injectable } from '@nestjs/common';
import type { Query } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto, type Insert } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Proceedings, type MovedProceedingDto, type Step } from '../proceedings/index.js';
import type { CancelSessionDto, MoveSessionDto, RecordSessionDto, RecordStatementDto, ScheduleSessionDto } from './mediation.dto.js';
import { MediationSession, MediationStatement } from './mediation-records.entity.js';
import type { Mediation } from './mediation.entity.js';
import { MEDIATION } from './mediation.subject.js';
import { mediationProblem } from './mediations.errors.js';
import { MEDIATION_FACTS } from './mediations.queries.js';

type Moved = Promise<Answer<MovedProceedingDto>>;

const MOVE = {
  name: 'mediation-session-move',
  text: `UPDATE mediation_session SET starts_at = $3, ends_at = $4, mode = $5, place = $6, link = $7, mediator = coalesce($8, mediator), reason = $9, moves = moves + 1 WHERE id = $1 AND mediation_id = $2 AND course = 'planned' RETURNING id`,
};
const END = {
  name: 'mediation-session-end',
  text: `UPDATE mediation_session SET course = $3, present = $4, absent = $5, reason = $6 WHERE id = $1 AND mediation_id = $2 AND course = 'planned' RETURNING id`,
};
/** SQLSTATE exclusion_violation. */
const EXCLUDED = '23P01';

/** The calendar of a mediation, and what is said in it. */
@Injectable()
export class MediationSessionsService {
  constructor(private readonly proceedings: Proceedings) {}

  schedule(acting: Acting, id: string, body: ScheduleSessionDto): Moved {
    const session = newId();
    return this.booking(acting, id, 'schedule-session', inUtc(body), {
      data: ({ mediator, mode, startsAt, endsAt }) => ({ session, mediator, mode, startsAt, endsAt }),
      also: ({ agency }, input) => ({ inserts: [insertInto(MediationSession, sessionOf(id, session, agency, input))] }),
      paper: ({ matters, members }, { startsAt, endsAt, mode, place, link }) => ({ matters, startsAt, endsAt, mode, place: place ?? null, link: link ?? null, mediators: members.filter(({ role }) => role === 'mediator').map(({ account }) => account) }),
    });
  }

  move(acting: Acting, id: string, body: MoveSessionDto): Moved {
    return this.booking(acting, id, 'move-session', inUtc(body), {
      gather: MEDIATION_FACTS.session(id, body.session), data: ({ session, startsAt, endsAt, reason }) => ({ session, startsAt, endsAt, reason }),
      also: (_, { session, startsAt, endsAt, mode, place, link, mediator, reason }) => ({ updates: [update(MOVE, session, id, new Date(startsAt), new Date(endsAt), mode, place ?? null, link ?? null, mediator ?? null, reason)] }),
    });
  }

  cancel(acting: Acting, id: string, body: CancelSessionDto): Moved {
    return this.proceedings.run(acting, MEDIATION, id, 'cancel-session', body, {
      gather: MEDIATION_FACTS.session(id, body.session), data: ({ session, reason }) => ({ session, reason }),
      also: (_, { session, reason }) => ({ updates: [update(END, session, id, 'cancelled', '[]', '[]', reason)] }),
    });
  }

  /** Held, or missed by a side. Minutes go where only members read them. */
  record(acting: Acting, id: string, body: RecordSessionDto): Moved {
    return this.proceedings.run(acting, MEDIATION, id, 'record-session', body, {
      gather: MEDIATION_FACTS.session(id, body.session), data: ({ session, result, present, absent }) => ({ session, result, present, absent }),
      also: (_, { session, result, present, absent, minutes }) => ({
        updates: [update(END, session, id, result, JSON.stringify(present), JSON.stringify(absent), null)], inserts: minutes === undefined ? [] : [minutesOf(acting, id, session, minutes)],
      }),
    });
  }

  /** The ledger keeps that something was said, not what. */
  recordStatement(acting: Acting, id: string, body: RecordStatementDto): Moved {
    const statement = newId();
    return this.proceedings.run(acting, MEDIATION, id, 'record-statement', body, {
      data: () => ({ statement }),
      also: (_, { kind, party, session, text, amount, keptFromOther }) => ({
        inserts: [insertInto(MediationStatement, { id: statement, mediationId: id, kind, party: party ?? null, sessionId: session ?? null, text, amount: amount ?? null, keptFromOther, writtenBy: acting.claims.actor, writtenAt: acting.at })],
      }),
    });
  }

  /** A mediator is in one session at a time; the database says so, whatever runs at once. */
  private async booking<Body extends object>(acting: Acting, id: string, command: string, body: Body, step: Step<Mediation, Body>): Moved {
    return unbooked(() => this.proceedings.run(acting, MEDIATION, id, command, body, step));
  }
}

/** Throws mediation.mediator-booked where a session meets another of the same mediator. */
export async function unbooked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw (error as { code?: unknown }).code === EXCLUDED ? mediationProblem('mediation.mediator-booked') : error;
  }
}

export function minutesOf({ claims, at }: Acting, mediationId: string, sessionId: string, text: string): Insert {
  return insertInto(MediationStatement, { id: newId(), mediationId, kind: 'minutes', party: null, sessionId, text, amount: null, keptFromOther: false, writtenBy: claims.actor, writtenAt: at });
}

export function sessionOf(mediationId: string, id: string, agency: string, { mediator, startsAt, endsAt, mode, place, link }: ScheduleSessionDto): MediationSession {
  return { id, mediationId, agency, mediator, startsAt: new Date(startsAt), endsAt: new Date(endsAt), mode, place: place ?? null, link: link ?? null, course: 'planned', present: [], absent: [], reason: null, moves: 0 };
}

/** Instants are compared as text: all in UTC. */
function inUtc<Times extends { readonly startsAt: string; readonly endsAt: string }>(times: Times): Times {
  return { ...times, startsAt: new Date(times.startsAt).toISOString(), endsAt: new Date(times.endsAt).toISOString() };
}

function update(statement: Query['statement'], ...values: readonly unknown[]): Query {
  return { statement, values };
}
