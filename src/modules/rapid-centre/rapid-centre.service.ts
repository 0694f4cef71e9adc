import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { anyOpening, Workflow, type Command, type Gather } from '../../platform/workflow/workflow.js';
import { CASE, CaseTexts, type CaseFile } from '../cases/index.js';
import { CENTRE_CLASSES, CENTRE_LANE, fits } from './data/centre.data.js';
import { classServed } from './domain/rapid-centre.rules.js';
import type { BookedSlotDto, BookSlotDto, CentreServiceDto, HearingSlotDto, OfferSlotDto, RecordCentreServiceDto, ReleaseSlotDto, WithdrawSlotDto } from './rapid-centre.dto.js';
import { CentreServiceRow, SlotBooking, type HearingSlot } from './rapid-centre.entity.js';
import { rapidCentreProblem } from './rapid-centre.errors.js';
import { shownCentreService, shownSlot } from './rapid-centre.queries.js';
import { HEARING_SLOT } from './rapid-centre.subject.js';

/** Held until the place is written: whoever takes the case out of the lane meanwhile waits, and what he sets off then finds the booking. */
const BOOKABLE: Statement = { name: 'slot-bookable', text: 'SELECT lane, rank_at IS NOT NULL AS open FROM case_file WHERE id = $1 FOR SHARE' };
const BOOKED: Statement = { name: 'slot-booked', text: 'SELECT id FROM slot_booking WHERE slot_id = $1 AND case_id = $2 AND released_at IS NULL' };
const HELD: Statement = { name: 'slot-held', text: 'SELECT case_id AS "caseId" FROM slot_booking WHERE id = $1 AND slot_id = $2 AND released_at IS NULL' };
const OF_THE_CASE: Statement = {
  name: 'slot-heard-in-case',
  text: `SELECT ($2::uuid IS NULL OR EXISTS (SELECT FROM mediation_session s JOIN mediation m ON m.id = s.mediation_id WHERE s.id = $2 AND m.case_id = $1))
           AND ($3::uuid IS NULL OR EXISTS (SELECT FROM adjudication a WHERE a.id = $3 AND a.case_id = $1)) AND ($2::uuid IS NULL OR $3::uuid IS NULL) AS fits`,
};
/** Of cases that the lane has no longer, places that nobody has used yet. */
const LEFT_BEHIND: Statement = {
  name: 'slots-left-behind',
  text: `SELECT b.id AS booking, b.slot_id AS slot FROM slot_booking b JOIN hearing_slot h ON h.id = b.slot_id JOIN case_file f ON f.id = b.case_id
         WHERE b.case_id = $1 AND b.released_at IS NULL AND h.starts_at > $2 AND NOT (f.lane = '${CENTRE_LANE}' AND f.rank_at IS NOT NULL) ORDER BY b.slot_id`,
};
const RELEASE: Statement = { name: 'slot-release', text: 'UPDATE slot_booking SET released_at = $2 WHERE id = $1 AND released_at IS NULL RETURNING id' };
const RIGHTS: Statement = {
  name: 'centre-rights',
  text: `SELECT r.nice_classes AS "niceClasses", r.locarno_classes AS "locarnoClasses", r.state = 'registered' AND r.status = 'in-force' AND r.pending_invalidation IS NULL AND coalesce(r.valid_from <= $2::text, true) AND coalesce(r.valid_to >= $2::text, true) AS live
         FROM case_right c JOIN ip_right r ON r.id = c.right_id WHERE c.case_id = $1 AND c.removed_at IS NULL`,
};

const NO_LONGER = '案件已退出快速维权中心通道或者已结案';

interface RightSeen {
  readonly niceClasses: readonly number[];
  readonly locarnoClasses: readonly string[];
  readonly live: boolean;
}

/** What the rapid-protection centre does: pre-checks, aid, and slots in which cases are heard. */
@Injectable()
export class RapidCentreService {
  constructor(
    private readonly workflow: Workflow,
    private readonly database: Database,
    private readonly texts: CaseTexts,
  ) {}

  /** On the chain of the case. Whether its right is live, and of a class that is served, comes from the register at that moment. */
  async serve(acting: Acting, caseId: string, { service, result, note: given }: RecordCentreServiceDto): Promise<Answer<CentreServiceDto>> {
    if (!fits(service, result)) throw rapidCentreProblem('centre.result-unfit');
    const note = await this.texts.scrubbed(caseId, given);
    const gather: Gather = { queries: [{ statement: RIGHTS, values: [caseId, legalDay(acting.at)] }], facts: ([rights = []]) => ({ rights }) };
    return this.workflow.attach<CaseFile, CentreServiceDto>(acting, { subject: CASE, id: caseId, gather }, ({ lane, rankAt }, gathered) => {
      if (lane !== CENTRE_LANE || rankAt === null) throw rapidCentreProblem('centre.case-elsewhere');
      const rights = gathered['rights'] as readonly RightSeen[];
      const inForce = rights.filter(({ live }) => live);
      const row: CentreServiceRow = { id: newId(), caseId, service, result, note, rightLive: inForce.length > 0, classServed: classServed(inForce, CENTRE_CLASSES.nice, CENTRE_CLASSES.locarno), recordedBy: acting.claims.actor, recordedAt: acting.at };
      const { rightLive, classServed: served } = row;
      return { fact: { event: 'case.centre-served', data: { service, result, rightLive, classServed: served }, also: { inserts: [insertInto(CentreServiceRow, row)] } }, answer: { status: 201, body: shownCentreService(row) } };
    });
  }

  offer(acting: Acting, { startsAt, endsAt, mode, place, places }: OfferSlotDto): Promise<Answer<HearingSlotDto>> {
    const row = { id: newId(), agency: acting.agency, startsAt: new Date(startsAt), endsAt: new Date(endsAt), mode, place, places, taken: 0, reason: null };
    const opening = anyOpening<HearingSlot>({ subject: HEARING_SLOT, command: 'offer', row, input: { now: acting.at.getTime() }, data: { startsAt: row.startsAt, endsAt: row.endsAt, places } });
    return this.workflow.open(acting, [opening], [], ([outcome]) => ({ status: 201, body: shownSlot(outcome?.row as unknown as HearingSlot) }));
  }

  /** Places are given under the lock of the slot, one after the other and none beyond the last: no version is asked for. */
  async book(acting: Acting, id: string, { caseId, purpose: given, ...heard }: BookSlotDto): Promise<Answer<BookedSlotDto>> {
    const [session, adjudication] = [heard.session ?? null, heard.adjudication ?? null];
    const purpose = await this.texts.scrubbed(caseId, given);
    const booking: SlotBooking = { id: newId(), slotId: id, caseId, purpose, sessionId: session, adjudicationId: adjudication, bookedBy: acting.claims.actor, bookedAt: acting.at, releasedAt: null };
    const gather: Gather = {
      queries: [{ statement: BOOKABLE, values: [caseId] }, { statement: BOOKED, values: [id, caseId] }, { statement: OF_THE_CASE, values: [caseId, session, adjudication] }],
      facts: ([found = [], booked = [], fitting = []]) => ({ bookable: isBookable(found[0] as { lane: string; open: boolean } | undefined), booked: booked.length > 0, ofTheCase: (fitting[0] as { fits: boolean } | undefined)?.fits }),
    };
    const command: Omit<Command<HearingSlot>, 'subject'> = {
      id, command: 'book', input: { caseId, purpose, now: acting.at.getTime() }, gather, patch: ({ taken }) => ({ taken: taken + 1 }), data: { booking: booking.id }, also: () => ({ inserts: [insertInto(SlotBooking, booking)] }),
    };
    return this.workflow.carryOut(acting, { subject: HEARING_SLOT, ...command }, ({ row }) => ({ status: 201, body: { ...shownSlot(row), booking: booking.id } }));
  }

  async release(acting: Acting, id: string, { booking, reason: given }: ReleaseSlotDto): Promise<Answer<HearingSlotDto>> {
    const [reason = ''] = await this.texts.scrubbedOf([], [given]);
    const gather: Gather = { queries: [{ statement: HELD, values: [booking, id] }], facts: ([held = []]) => ({ held: held.length > 0 }) };
    const command: Omit<Command<HearingSlot>, 'subject'> = {
      id, command: 'release', input: { booking, reason, now: acting.at.getTime() }, gather, patch: ({ taken }) => ({ taken: taken - 1 }), data: { booking, reason }, also: () => ({ updates: [{ statement: RELEASE, values: [booking, acting.at] }] }),
    };
    return this.workflow.carryOut(acting, { subject: HEARING_SLOT, ...command }, ({ row }) => ({ status: 200, body: shownSlot(row) }));
  }

  /** What a case leaves behind that is no longer in the lane. Asked twice, the second finds none. */
  async releaseLeftBehind(acting: Acting, caseId: string): Promise<void> {
    const left = await this.database.read<{ booking: string; slot: string }>(acting.claims, LEFT_BEHIND, [caseId, acting.at]);
    for (const { booking, slot } of left) await this.release(acting, slot, { booking, reason: NO_LONGER });
  }

  async withdraw(acting: Acting, id: string, { reason: given }: WithdrawSlotDto): Promise<Answer<HearingSlotDto>> {
    const [reason = ''] = await this.texts.scrubbedOf([], [given]);
    return this.workflow.execute(acting, { subject: HEARING_SLOT, id, command: 'withdraw', input: { reason }, patch: () => ({ reason }), data: { reason } }, ({ row }) => ({ status: 200, body: shownSlot(row) }));
  }
}

function isBookable(file: { readonly lane: string; readonly open: boolean } | undefined): boolean {
  return file?.lane === CENTRE_LANE && file.open;
}
