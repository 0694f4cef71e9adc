import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ProceedingColumns } from '../proceedings/index.js';

/** Who approved, or approved afterwards. Instants RFC 3339 UTC. */
export interface Approval {
  readonly by: string;
  readonly agency: string;
  readonly at: string;
  readonly capacity?: string;
  readonly report?: string;
  readonly opinion: string;
}

/** How it was carried out; the witness by the entry in the case. */
export interface CarriedOut {
  readonly at: string;
  readonly place: string;
  readonly keptAt: string;
  readonly urgency?: string;
  readonly partyPresent: boolean;
  readonly witness?: string;
  readonly signed: boolean;
  readonly remark?: string;
  readonly recording?: string;
}

/** What preservation and seizure have in common. */
export abstract class HoldingColumns extends ProceedingColumns {
  @Column('uuid', { comment: 'Party, by its entry in the case' })
  party: string;

  @Column('text', { comment: 'Why it is asked for, and of what' })
  reason: string;

  @Column('jsonb', { nullable: true, comment: 'Approval or approval afterwards: account, agency, time, capacity, written report, opinion' })
  approval: Approval | null;

  @Column('jsonb', { nullable: true, comment: 'How it was carried out: time, place, where it is kept, urgency, presence, witness, signature' })
  carriedOut: CarriedOut | null;

  @Column('uuid', { nullable: true, comment: 'Identification by the right holder that is not answered yet' })
  identification: string | null;
}

@Entity('preservation', { comment: 'Evidence kept by registration (先行登记保存，令2 第三十三条至第三十五条)' })
@Index('preservation_number', ['number'], { unique: true })
@Index('preservation_case', ['caseId', 'id'])
@Index('preservation_newest', ['agency', 'id', 'state'])
export class Preservation extends HoldingColumns {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'preservation_pk', comment: 'UUIDv7' })
  declare id: string;
}

@Entity('seizure', { comment: 'Sealing and taking of places, facilities and goods (查封、扣押，行政强制法第二十二条至第二十八条)' })
@Index('seizure_number', ['number'], { unique: true })
@Index('seizure_case', ['caseId', 'id'])
@Index('seizure_newest', ['agency', 'id', 'state'])
export class Seizure extends HoldingColumns {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'seizure_pk', comment: 'UUIDv7' })
  declare id: string;

  @Column('text', { comment: 'Field of law that gives the power to seize' })
  law: string;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the term was prolonged; it can be once' })
  extendedAt: Date | null;

  @Column('uuid', { nullable: true, comment: 'Test that is under way; its time is left out of the term' })
  testing: string | null;

  @Column('text', { nullable: true, comment: 'Last day of the public notice of early disposal, YYYY-MM-DD' })
  noticeUntil: string | null;
}

@Entity('held_good', { comment: 'Lists of what is kept or seized (场所/设施/财物清单)' })
@Index('held_good_holding', ['holdingId', 'position'])
export class HeldGood {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'held_good_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('text', { comment: 'preservation or seizure' })
  subject: string;

  @Column('uuid', { comment: 'Preservation or seizure whose list it stands on' })
  holdingId: string;

  @Column('integer', { comment: 'Place in the list, from 1' })
  position: number;

  @Column('text', { comment: 'Name as marked, or the place' })
  name: string;

  @Column('text', { nullable: true, comment: 'Specification, model or address' })
  specification: string | null;

  @Column('text', { comment: 'Unit of the quantity' })
  unit: string;

  @Column('numeric', { precision: 14, scale: 3, comment: 'Quantity' })
  quantity: string;

  @Column('text', { nullable: true, comment: 'Remark' })
  remark: string | null;

  @Column('text', { nullable: true, comment: 'What became of it: released, disposed, confiscated, handed-over, destroyed, seized, copied, tested, lapsed; null while it is held' })
  fate: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When that happened' })
  fateAt: Date | null;

  @Column('text', { nullable: true, comment: 'Proceeds of early disposal, kept as money of the case: CNY, decimal' })
  proceeds: string | null;
}

@Entity('examination', { comment: 'Tests, appraisals, and identifications by the right holder (检测、检验、检疫、鉴定、辨认)' })
@Index('examination_holding', ['holdingId', 'id'])
export class Examination {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'examination_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('text', { comment: 'preservation or seizure' })
  subject: string;

  @Column('uuid', { comment: 'Preservation or seizure whose goods are examined' })
  holdingId: string;

  @Column('text', { comment: 'testing, inspection, quarantine, appraisal or identification' })
  kind: string;

  @Column('text', { nullable: true, comment: 'Institution; for an identification the right holder, by its entry in the case' })
  examiner: string | null;

  @Column('uuid', { array: true, comment: 'Goods of the list' })
  goods: string[];

  @Column('text', { comment: 'What is asked' })
  question: string;

  @Column('text', { nullable: true, comment: 'First day told to the party, YYYY-MM-DD' })
  fromDay: string | null;

  @Column('text', { nullable: true, comment: 'Last day told to the party, YYYY-MM-DD' })
  untilDay: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the result was there' })
  endedAt: Date | null;

  @Column('text', { nullable: true, comment: 'Number of the report' })
  report: string | null;

  @Column('text', { nullable: true, comment: 'Result' })
  result: string | null;

  @Column('text', { comment: 'Account that recorded it' })
  recordedBy: string;

  @Column('timestamp with time zone', { comment: 'When it was recorded' })
  recordedAt: Date;
}
