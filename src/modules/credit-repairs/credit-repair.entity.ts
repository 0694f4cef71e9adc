import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Verification } from './domain/repair.rules.js';

@Entity('credit_repair', { comment: 'Credit repair (总局令第107号): applications to end a display early or to be removed from the list, with what came of them' })
@Index('credit_repair_newest', ['agency', 'id', 'state'])
@Index('credit_repair_target', ['targetId', 'state'])
export class CreditRepair {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'credit_repair_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency that decided what is shown, and decides on the repair (第四条)' })
  agency: string;

  @Column('text', { comment: 'Region code' })
  region: string;

  @Column('uuid', { nullable: true, comment: 'Case' })
  caseId: string | null;

  @Column('text', { comment: 'Kind of what is to be repaired: publication or listing' })
  targetType: string;

  @Column('uuid', { comment: 'What is to be repaired' })
  targetId: string;

  @Column('text', { comment: 'Unified social credit code of the applicant' })
  uscc: string;

  @Column('text', { comment: 'Name of the applicant, a firm' })
  partyName: string;

  @Column('boolean', { comment: 'Registered in another province' })
  otherProvince: boolean;

  @Column('text', { comment: 'Display class' })
  displayClass: string;

  @Column('text', { nullable: true, comment: 'First day of the display, YYYY-MM-DD, Asia/Shanghai' })
  shownOn: string | null;

  @Column('timestamp with time zone', { comment: 'When the application arrived' })
  appliedAt: Date;

  @Column('text', { array: true, comment: 'Materials that were handed in, codes' })
  materials: string[];

  @Column('text', { comment: 'The promise to be honest, which everybody may read once the repair is granted' })
  promise: string;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the applicant was told once what is missing' })
  askedAt: Date | null;

  @Column('jsonb', { nullable: true, comment: 'What was verified, and how' })
  verification: Verification | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the time to decide was extended' })
  extendedAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was decided' })
  decidedAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was pushed to the province of the party' })
  pushedAt: Date | null;

  @Column('uuid', { array: true, comment: 'Publications whose display the repair ended' })
  stopped: string[];

  @Column('timestamp with time zone', { nullable: true, comment: 'When the repair was revoked for fraud' })
  revokedAt: Date | null;

  @Column('text', { nullable: true, comment: 'Reasons of the last decision, in words' })
  reasons: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'Earliest safe date of its open clocks' })
  nextDue: Date | null;
}

@Entity('credit_repair_ban', { comment: 'Firms that deceived in a repair: no new application until the last day, at any agency. Never changed' })
@Index('credit_repair_ban_uscc', ['uscc', 'lastDay'])
export class CreditRepairBan {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'credit_repair_ban_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Repair that was refused or revoked for fraud' })
  repairId: string;

  @Column('text', { comment: 'Unified social credit code' })
  uscc: string;

  @Column('text', { comment: 'Agency that decided' })
  agency: string;

  @Column('timestamp with time zone', { comment: 'When it was decided' })
  decidedAt: Date;

  @Column('text', { comment: 'Last day of the bar, YYYY-MM-DD, Asia/Shanghai' })
  lastDay: string;
}
