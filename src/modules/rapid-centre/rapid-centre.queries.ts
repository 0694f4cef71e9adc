import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page, type PageQuery } from '../../platform/http/pagination.js';
import { CENTRE_LANE } from './data/centre.data.js';
import { waitsFor } from './domain/rapid-centre.rules.js';
import type { CentreCaseDto, CentreServiceDto, HearingSlotDto, SlotListQuery } from './rapid-centre.dto.js';
import { HearingSlot, type CentreServiceRow } from './rapid-centre.entity.js';

const SLOTS: Statement = { name: 'hearing-slots', text: "SELECT * FROM hearing_slot WHERE state = 'open' AND starts_at >= $1::timestamptz AND ($2::timestamptz IS NULL OR (starts_at, id) > ($2::timestamptz, $3::uuid)) ORDER BY starts_at, id LIMIT $4" };
const SLOT: Statement = { name: 'hearing-slot-one', text: 'SELECT * FROM hearing_slot WHERE id = $1' };
/** Open cases of the lane have an index of their own. */
const CASES: Statement = {
  name: 'centre-cases',
  text: `SELECT f.id, f.case_number AS "caseNumber", f.agency, f.state, f.assignee, f.next_due AS "nextDue",
           coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'service', s.service, 'result', s.result, 'note', s.note, 'rightLive', s.right_live, 'classServed', s.class_served, 'recordedBy', s.recorded_by, 'recordedAt', s.recorded_at) ORDER BY s.id DESC)
             FROM centre_service s WHERE s.case_id = f.id), '[]') AS services,
           coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'kind', replace(p.tableoid::regclass::text, '_', '-'), 'number', p.number, 'state', p.state) ORDER BY p.id) FROM proceeding p WHERE p.case_id = f.id AND p.ended_at IS NULL), '[]') AS proceedings,
           coalesce((SELECT jsonb_agg(jsonb_build_object('booking', b.id, 'slot', h.id, 'startsAt', h.starts_at, 'mode', h.mode, 'purpose', b.purpose, 'session', b.session_id, 'adjudication', b.adjudication_id) ORDER BY h.starts_at)
             FROM slot_booking b JOIN hearing_slot h ON h.id = b.slot_id WHERE b.case_id = f.id AND b.released_at IS NULL), '[]') AS hearings
         FROM case_file f WHERE f.lane = '${CENTRE_LANE}' AND f.rank_at IS NOT NULL AND ($1::uuid IS NULL OR f.id > $1) ORDER BY f.id LIMIT $2`,
};

type Found = Omit<CentreCaseDto, 'nextDue' | 'waitsFor'> & { readonly nextDue: Date | null };

/** The one-stop view of the rapid-protection centre, under the claims of who reads. */
@Injectable()
export class RapidCentreQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  async cases({ claims }: Acting, { cursor, limit }: PageQuery): Promise<Page<CentreCaseDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const found = await this.database.read<Found & object>(claims, CASES, [after, limit + 1]);
    return pageOf(found.map(shownCase), limit, ({ id }) => [id]);
  }

  async slots({ claims, at }: Acting, { from, cursor, limit }: SlotListQuery): Promise<Page<HearingSlotDto>> {
    const [startsAt = null, id = null] = decodeCursor(cursor, 'instant', 'uuid') ?? [];
    const [found = []] = await this.database.readAll(claims, [{ statement: SLOTS, values: [from ?? at, startsAt, id, limit + 1] }]);
    return pageOf(found.map((raw) => shownSlot(this.rows.map(HearingSlot, raw))), limit, (slot) => [slot.startsAt, slot.id]);
  }

  async slot({ claims }: Acting, id: string): Promise<HearingSlotDto> {
    const [[found] = []] = await this.database.readAll(claims, [{ statement: SLOT, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return shownSlot(this.rows.map(HearingSlot, found));
  }
}

const utc = (instant: string): string => new Date(instant).toISOString();

function shownCase({ nextDue, services, hearings, ...rest }: Found): CentreCaseDto {
  return {
    ...rest, nextDue: nextDue?.toISOString() ?? null, waitsFor: waitsFor({ taken: rest.assignee !== null, services, proceedings: rest.proceedings, hearings }),
    services: services.map((one) => ({ ...one, recordedAt: utc(one.recordedAt) })), hearings: hearings.map((one) => ({ ...one, startsAt: utc(one.startsAt) })),
  };
}

export function shownSlot({ id, state, version, agency, startsAt, endsAt, mode, place, places, taken }: HearingSlot): HearingSlotDto {
  return { id, state, version, agency, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), mode, place, places, taken };
}

export function shownCentreService({ id, service, result, note, rightLive, classServed, recordedBy, recordedAt }: CentreServiceRow): CentreServiceDto {
  return { id, service, result, note, rightLive, classServed, recordedBy, recordedAt: recordedAt.toISOString() };
}
