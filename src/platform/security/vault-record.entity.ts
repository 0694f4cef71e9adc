import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('record', { schema: 'vault', comment: 'Identities of complainants, reporters and natural persons in cases, and raw submissions: encrypted, readable only with a stated purpose' })
@Index('vault_record_subject', ['subjectId'])
@Index('vault_record_phone', ['phoneIndex'], { where: '(phone_index IS NOT NULL)' })
@Index('vault_record_document', ['documentIndex'], { where: '(document_index IS NOT NULL)' })
export class VaultRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'vault_record_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Complaint, case party, person or reward that the record belongs to' })
  subjectId: string;

  @Column('text', { comment: 'reporter, representative, submission, party, person or payee' })
  part: string;

  @Column('text', { comment: 'AES-256-GCM: version, key id, nonce, ciphertext and tag' })
  ciphertext: string;

  @Column('text', { nullable: true, comment: 'Blind index of the telephone number, for exact look-up' })
  phoneIndex: string | null;

  @Column('text', { nullable: true, comment: 'Blind index of the identity document number' })
  documentIndex: string | null;

  @Column('timestamp with time zone', { comment: 'When it was stored' })
  createdAt: Date;
}
