import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('hearing_slot', { comment: 'Times at which the rapid-protection centre hears cases, and how many places are taken' })
@Check('hearing_slot_places', 'taken >= 0 AND taken <= places')
@Index('hearing_slot_coming', ['startsAt', 'id'])
export class HearingSlot {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hearing_slot_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency that offers it' })
  agency: string;

  @Column('timestamp with time zone', { comment: 'Beginning' })
  startsAt: Date;

  @Column('timestamp with time zone', { comment: 'End' })
  endsAt: Date;

  @Column('text', { comment: 'remote or on-site' })
  mode: string;

  @Column('text', { comment: 'Room, or how to join from afar' })
  place: string;

  @Column('integer', { comment: 'How many cases it has room for' })
  places: number;

  @Column('integer', { comment: 'How many have a place' })
  taken: number;

  @Column('text', { nullable: true, comment: 'Why it was withdrawn' })
  reason: string | null;
}

@Entity('slot_booking', { comment: 'Places in slots for hearings' })
@Index('slot_booking_slot', ['slotId', 'caseId'], { unique: true, where: '(released_at IS NULL)' })
@Index('slot_booking_case', ['caseId', 'id'])
export class SlotBooking {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'slot_booking_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Slot' })
  slotId: string;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('text', { comment: 'What is heard' })
  purpose: string;

  @Column('uuid', { nullable: true, comment: 'Session of a mediation that takes place in it' })
  sessionId: string | null;

  @Column('uuid', { nullable: true, comment: 'Adjudication whose oral hearing takes place in it' })
  adjudicationId: string | null;

  @Column('text', { comment: 'Account that booked it' })
  bookedBy: string;

  @Column('timestamp with time zone', { comment: 'When it was booked' })
  bookedAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was released' })
  releasedAt: Date | null;
}

@Entity('centre_service', { comment: 'What the rapid-protection centre did in a case before anybody heard it: pre-check, aid' })
@Index('centre_service_case', ['caseId', 'id'])
export class CentreServiceRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'centre_service_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('text', { comment: 'pre-check or aid' })
  service: string;

  @Column('text', { comment: 'Code of what came of it' })
  result: string;

  @Column('text', { comment: 'In words, without personal data of reporters' })
  note: string;

  @Column('boolean', { comment: 'Whether a right of the case was in force on the day, by the register' })
  rightLive: boolean;

  @Column('boolean', { comment: 'Whether a right in force is of a class that the centre serves' })
  classServed: boolean;

  @Column('text', { comment: 'Account that recorded it' })
  recordedBy: string;

  @Column('timestamp with time zone', { comment: 'When it was recorded' })
  recordedAt: Date;
}
