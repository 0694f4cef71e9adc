import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('case_file', { comment: 'The case file: what an agency works on' })
@Check('case_file_escalated_reason', '(escalated_at IS NULL) OR (escalated_for IS NOT NULL)')
@Unique('case_file_number_key', ['caseNumber'])
@Index('case_file_assignee', ['assignee', 'id'])
@Index('case_file_newest', ['agency', 'id', 'state', 'rightType', 'region', 'track', 'lane'])
// On expressions, or inverted: see the migration.
@Index('case_file_worklist', { synchronize: false })
@Index('case_file_city_worklist', { synchronize: false })
@Index('case_file_own_worklist', { synchronize: false })
@Index('case_file_unassigned', { synchronize: false })
@Index('case_file_flagged', { synchronize: false })
@Index('case_file_lane_rank', { synchronize: false })
@Index('case_file_city_rank', { synchronize: false })
@Index('case_file_own_rank', { synchronize: false })
@Index('case_file_escalated_rank', { synchronize: false })
@Index('case_file_team_rank', { synchronize: false })
@Index('case_file_untouched', { synchronize: false })
@Index('case_file_unowned', { synchronize: false })
@Index('case_file_unclocked', { synchronize: false })
@Index('case_file_centre', { synchronize: false })
@Index('case_file_tokens', { synchronize: false })
@Index('case_file_names', { synchronize: false })
export class CaseFile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_file_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'Working number of the file; official document numbers are given by the documents' })
  caseNumber: string;

  @Column('text', { comment: 'State of the case lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Track: administrative, judicial or mediation' })
  track: string;

  @Column('text', { comment: 'Agency that has the case' })
  agency: string;

  @Column('text', { comment: 'Region code: jurisdiction of the case' })
  region: string;

  @Column('text', { comment: 'Right type code' })
  rightType: string;

  @Column('text', { comment: 'What the complaint is in law' })
  classification: string;

  @Column('uuid', { comment: 'Complaint that it was opened from' })
  complaintId: string;

  @Column('text', { comment: 'Party complained about' })
  targetName: string;

  @Column('text', { nullable: true, comment: 'Officer in charge' })
  assignee: string | null;

  @Column('timestamp with time zone', { comment: 'When it was opened' })
  openedAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was closed' })
  closedAt: Date | null;

  @Column('text', { nullable: true, comment: 'Outcome stated at closing' })
  outcome: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'Earliest safe date of its open clocks' })
  nextDue: Date | null;

  @Column('text', { comment: 'Version of the law that it falls under, YYYY-MM-DD; from the complaint that it was opened from' })
  lawVersion: string;

  @Column('text', { array: true, comment: 'Tracks that the rules allow' })
  tracks: string[];

  @Column('text', { comment: 'Lane: ordinary or expedited' })
  lane: string;

  @Column('text', { array: true, comment: 'Flags of the rules' })
  flags: string[];

  @Column('tsvector', { comment: 'Words that it is found by: of its complaints, names and numbers. Never of anything in the vault' })
  tokens: string;

  @Column('text', { comment: 'Names and numbers that it is found by a part of, one a line, half-width and lower case' })
  names: string;

  @Column('text', { nullable: true, comment: 'Number of the right, normalised' })
  rightNumber: string | null;

  @Column('text', { nullable: true, comment: 'Unified social credit code of the party' })
  targetUscc: string | null;

  @Column('text', { array: true, default: () => "'{}'", comment: 'Other agencies with a proceeding in it, which see the file' })
  involved: string[];

  @Column('timestamp with time zone', { comment: 'From when on it ranks with what is due: opened, and the patience of its lane' })
  agedAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'Place in the worklists: the earlier of next_due and aged_at, null once it is closed. Kept by the database' })
  rankAt: Date | null;

  @Column('uuid', { nullable: true, comment: 'Team that it is with' })
  team: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'Since when it is on the list of the head; null where it is not' })
  escalatedAt: Date | null;

  @Column('text', { nullable: true, comment: 'Why it is on the list of the head: code of escalations.data.ts' })
  escalatedFor: string | null;

  @Column('timestamp with time zone', { comment: 'When a person last did something in it or in its proceedings. Time and the system do not count' })
  touchedAt: Date;
}
