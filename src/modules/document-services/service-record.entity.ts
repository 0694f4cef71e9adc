import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ServiceProof } from './domain/service.rules.js';

@Entity('service_record', { comment: 'Service of a document on one recipient (送达回证). Rows are added and never changed' })
@Index('service_record_once', ['documentId', 'recipient'], { unique: true })
@Index('service_record_case', ['caseId', 'id'], { where: '(case_id IS NOT NULL)' })
export class ServiceRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_record_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Document' })
  documentId: string;

  @Column('uuid', { nullable: true, comment: 'Case; null where there was none yet' })
  caseId: string | null;

  @Column('text', { comment: 'Id of the entry in the case; complainant, or the code of an agency, where it is none' })
  recipient: string;

  @Column('text', { comment: 'Mode of service' })
  mode: string;

  @Column('text', { comment: 'How it is proved, a way of the mode' })
  way: string;

  @Column('timestamp with time zone', { comment: 'When it was served, by the day that counts for the mode; starts the clocks of the law' })
  servedAt: Date;

  @Column('text', { nullable: true, comment: 'Where' })
  place: string | null;

  @Column('text', { array: true, comment: 'Accounts that served it' })
  servers: string[];

  @Column('jsonb', { comment: 'Proof, as its way needs it; people by the ids of their entries in the case' })
  proof: ServiceProof;

  @Column('text', { comment: 'Account that recorded it' })
  recordedBy: string;

  @Column('timestamp with time zone', { comment: 'When it was recorded' })
  recordedAt: Date;
}

@Entity('address_confirmation', { comment: 'Signed confirmations of the address for service (送达地址确认书). A new one takes the place of the one before. The address itself stands in the signed paper' })
@Index('address_confirmation_party', ['partyId', 'id'])
export class AddressConfirmation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'address_confirmation_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('uuid', { comment: 'Entry in the case of whoever signed' })
  partyId: string;

  @Column('text', { array: true, comment: 'Electronic ways agreed to: sms, fax, email, messenger; none where electronic service is refused' })
  channels: string[];

  @Column('text', { comment: 'Number or digest of the signed paper, in which the address stands' })
  exhibit: string;

  @Column('timestamp with time zone', { comment: 'When it was signed' })
  signedAt: Date;

  @Column('text', { comment: 'Account that recorded it' })
  recordedBy: string;

  @Column('timestamp with time zone', { comment: 'When it was recorded' })
  recordedAt: Date;
}
