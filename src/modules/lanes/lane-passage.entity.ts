import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { KnownFacts, StatedFacts, Verdict } from './domain/triage.rules.js';

@Entity('lane_passage', { comment: 'A case on its way through a lane: why it came in, why it went out, and the statutory date of the file at both ends' })
@Index('lane_passage_case', ['caseId', 'id'])
@Index('lane_passage_open', ['caseId'], { unique: true, where: "(state = ANY (ARRAY['proposed'::text, 'running'::text]))" })
@Index('lane_passage_taken', ['agency', 'lane'], { where: "(state = 'running'::text)" })
@Index('lane_passage_newest', ['agency', 'id', 'state', 'lane'])
export class LanePassage {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'lane_passage_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of the lifecycle of passages' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('uuid', { comment: 'The case' })
  caseId: string;

  @Column('text', { comment: 'Agency that has the case' })
  agency: string;

  @Column('text', { comment: 'Region code of the case' })
  region: string;

  @Column('text', { comment: 'Code of the lane that triage proposed' })
  proposedLane: string;

  @Column('text', { comment: 'Code of the lane: as proposed, or as the officer decided' })
  lane: string;

  @Column('text', { comment: 'Code of the lane that the case was in before' })
  fromLane: string;

  @Column('jsonb', { comment: 'Facts that triage looked at: stated by the officer, and known from the registers' })
  facts: StatedFacts & KnownFacts;

  @Column('text', { array: true, comment: 'Conditions that the facts meet, by code' })
  conditions: string[];

  @Column('jsonb', { comment: 'What triage found: version of the rules, points, each criterion, and what every lane lacks' })
  verdict: Verdict & { readonly lacking: Readonly<Record<string, readonly string[]>> };

  @Column('timestamp with time zone', { comment: 'When it was proposed' })
  proposedAt: Date;

  @Column('text', { comment: 'Account that asked for it' })
  proposedBy: string;

  @Column('text', { nullable: true, comment: 'Why another lane, or why in again, without personal data of reporters' })
  reason: string | null;

  @Column('uuid', { nullable: true, comment: 'Passage through the same lane that it had been put out of; the head let it in again' })
  readmits: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it came into the lane' })
  enteredAt: Date | null;

  @Column('text', { nullable: true, comment: 'Account that put it in' })
  enteredBy: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'Earliest statutory date of the file when it came in' })
  dueIn: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was declined, left, was put out or was finished' })
  endedAt: Date | null;

  @Column('text', { nullable: true, comment: 'Account that ended it' })
  endedBy: string | null;

  @Column('text', { nullable: true, comment: 'Ground on which it was put out, by code' })
  ground: string | null;

  @Column('text', { nullable: true, comment: 'Why it was declined, left or was put out, without personal data of reporters' })
  endReason: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'Earliest statutory date of the file when it left or was put out: kept, never counted anew' })
  dueOut: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'Internal target; no statutory date' })
  nextDue: Date | null;
}
