import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

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
