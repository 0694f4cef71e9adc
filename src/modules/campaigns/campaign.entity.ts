import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ClueResult } from './domain/campaign.guards.js';

@Entity('campaign', { comment: 'Campaigns (专项行动): what several agencies do together for a time (潮办发〔2021〕2号第1项)' })
@Index('campaign_newest', ['id', 'state'])
export class Campaign {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'campaign_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency that leads it' })
  agency: string;

  @Column('text', { array: true, comment: 'Agencies that take part, the one that leads among them' })
  agencies: string[];

  @Column('text', { comment: 'Name' })
  name: string;

  @Column('text', { array: true, comment: 'What it is to bring about, item by item' })
  targets: string[];

  @Column('text', { array: true, comment: 'Types of rights that it is about' })
  rightTypes: string[];

  @Column('text', { array: true, comment: 'Region codes' })
  regions: string[];

  @Column('text', { comment: 'First day, YYYY-MM-DD, Asia/Shanghai' })
  startsOn: string;

  @Column('text', { comment: 'Last day, YYYY-MM-DD, Asia/Shanghai' })
  endsOn: string;

  @Column('text', { nullable: true, comment: 'What it brought about, or why it was called off' })
  summary: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'Safe date of its last day' })
  nextDue: Date | null;
}

@Entity('campaign_clue', { comment: 'Clues of campaigns and what came of them. Nothing in them tells who gave them' })
@Index('campaign_clue_campaign', ['campaignId', 'id', 'agency', 'state'])
export class CampaignClue {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'campaign_clue_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Campaign' })
  campaignId: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency that checks it' })
  agency: string;

  @Column('text', { comment: 'Whom it is about' })
  targetName: string;

  @Column('text', { nullable: true, comment: 'Unified social credit code' })
  targetUscc: string | null;

  @Column('text', { comment: 'Where' })
  place: string;

  @Column('text', { comment: 'What is suspected' })
  suspicion: string;

  @Column('text', { nullable: true, comment: 'Code of what came of it' })
  result: ClueResult | null;

  @Column('uuid', { nullable: true, comment: 'Case that it led to' })
  caseId: string | null;

  @Column('text', { nullable: true, comment: 'What was found, in words' })
  note: string | null;

  @Column('text', { nullable: true, comment: 'Account that settled it' })
  settledBy: string | null;
}
