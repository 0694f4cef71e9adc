import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CheckResult } from './data/spot-checks.data.js';
import type { Candidate } from './domain/draw.rules.js';

@Entity('key_target', { comment: 'Firms on the list of those who are checked more often (重点抽查名单, 潮办发〔2021〕2号第3项)' })
@Index('key_target_listed', { synchronize: false })
@Index('key_target_newest', ['agency', 'id', 'state'])
export class KeyTarget {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'key_target_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency that listed it' })
  agency: string;

  @Column('text', { comment: 'Region code of the firm' })
  region: string;

  @Column('text', { comment: 'Unified social credit code, or the name where there is none' })
  identifier: string;

  @Column('text', { comment: 'Name' })
  name: string;

  @Column('text', { nullable: true, comment: 'Unified social credit code' })
  uscc: string | null;

  @Column('text', { comment: 'Code of the ground' })
  ground: string;

  @Column('uuid', { comment: 'Decision that it rests on' })
  documentId: string;

  @Column('timestamp with time zone', { comment: 'Since when' })
  listedAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was taken off' })
  removedAt: Date | null;

  @Column('text', { nullable: true, comment: 'Why it was taken off' })
  reason: string | null;
}

@Entity('check_draw', { comment: 'Draws of spot checks (双随机): the frozen pool, the officers, and the seed that decided' })
@Index('check_draw_newest', ['agency', 'id', 'state'])
export class CheckDraw {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'check_draw_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency that draws' })
  agency: string;

  @Column('text', { comment: 'Name' })
  name: string;

  @Column('text', { comment: 'What is checked' })
  matter: string;

  @Column('jsonb', { comment: 'Firms on which the lot may fall, frozen' })
  pool: readonly Candidate[];

  @Column('text', { comment: 'SHA-256 of the identifiers with their grounds' })
  poolSha256: string;

  @Column('integer', { comment: 'Percent drawn of the firms that are not on the key list' })
  shareGeneral: number;

  @Column('integer', { comment: 'Percent drawn of the firms on the key list' })
  shareKey: number;

  @Column('text', { array: true, comment: 'Accounts on which the lot may fall' })
  officers: string[];

  @Column('integer', { comment: 'Calendar days in which the checks are to be done' })
  days: number;

  @Column('text', { nullable: true, comment: '32 random bytes as hex, made when it was drawn' })
  seed: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was drawn' })
  drawnAt: Date | null;

  @Column('text', { nullable: true, comment: 'Why it was called off' })
  reason: string | null;
}

@Entity('spot_check', { comment: 'Spot checks: who was drawn, why, by whom it is checked, and what was found' })
@Index('spot_check_draw', ['drawId', 'id'])
@Index('spot_check_newest', ['agency', 'id', 'state'])
@Index('spot_check_again', ['identifier', 'drawnAt'])
export class SpotCheck {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'spot_check_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('uuid', { comment: 'Draw that it comes from' })
  drawId: string;

  @Column('text', { comment: 'Agency that checks' })
  agency: string;

  @Column('text', { comment: 'Region code of the firm' })
  region: string;

  @Column('text', { comment: 'Unified social credit code, or the name where there is none' })
  identifier: string;

  @Column('text', { comment: 'Name' })
  name: string;

  @Column('text', { nullable: true, comment: 'Unified social credit code' })
  uscc: string | null;

  @Column('text', { nullable: true, comment: 'Why it was drawn: ground in the key list; null where it was drawn among all others' })
  keyGround: string | null;

  @Column('integer', { comment: 'Checks of the same firm, by agencies that were seen, in the months before the draw' })
  before: number;

  @Column('text', { array: true, comment: 'Accounts of those who check' })
  officers: string[];

  @Column('timestamp with time zone', { comment: 'When it was drawn' })
  drawnAt: Date;

  @Column('text', { nullable: true, comment: 'Code of what was found' })
  result: CheckResult | null;

  @Column('text', { nullable: true, comment: 'What was found, in words' })
  note: string | null;

  @Column('uuid', { nullable: true, comment: 'Case that was opened' })
  caseId: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the result was recorded' })
  recordedAt: Date | null;

  @Column('text', { nullable: true, comment: 'Where the result was published' })
  channel: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was published' })
  publishedAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'Safe date of its clock' })
  nextDue: Date | null;
}
