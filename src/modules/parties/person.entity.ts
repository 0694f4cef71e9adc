import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@Entity('person', { comment: 'Natural persons who are parties, representatives or right holders; never reporters. Who they are is in the vault only' })
@Unique('person_document_key', ['documentIndex'])
export class Person {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_pk', comment: 'UUIDv7, or derived from the event that brought the person' })
  id: string;

  @Column('text', { comment: 'Masked name for lists, such as 陈**' })
  label: string;

  @Column('text', { nullable: true, comment: 'Blind index of the document number: the same person is found again without being read' })
  documentIndex: string | null;

  @Column('timestamp with time zone', { comment: 'When the person was entered' })
  createdAt: Date;
}
