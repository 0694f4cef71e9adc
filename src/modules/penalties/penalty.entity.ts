import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ProceedingColumns } from '../proceedings/index.js';
import type { Announced, Challenge, Decided, Heard } from './domain/penalty.guards.js';
import type { IllegalIncome } from './domain/penalty.rules.js';

/** What verification found (第十九条). */
export interface Findings {
  readonly text: string;
  readonly standard?: { readonly evidence: boolean; readonly punishable: boolean; readonly jurisdiction: boolean; readonly inTime: boolean };
  readonly ground?: string;
}

/** The order to put an end to the offence, and what the party did (行政处罚法第二十八条). Instants RFC 3339 UTC. */
export interface Correction {
  readonly orderedAt: string | null;
  readonly correctedAt: string | null;
  readonly acts: string;
}

@Entity('penalty', { comment: 'Penalty procedures of market regulation (令2), from the clue to the closed file' })
@Index('penalty_number', ['number'], { unique: true })
@Index('penalty_case', ['caseId', 'id'])
@Index('penalty_newest', ['agency', 'id', 'state'])
export class Penalty extends ProceedingColumns {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'penalty_pk', comment: 'UUIDv7' })
  declare id: string;

  @Column('timestamp with time zone', { comment: 'When the clue was found or the material received; verification counts from there' })
  foundAt: Date;

  @Column('uuid', { nullable: true, comment: 'Party of the case that it is about; named at filing' })
  party: string | null;

  @Column('text', { nullable: true, comment: 'Cause of action (案由)' })
  cause: string | null;

  @Column('jsonb', { nullable: true, comment: 'What verification found: text, the four conditions of filing, ground of not filing' })
  findings: Findings | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was filed (立案)' })
  filedAt: Date | null;

  @Column('boolean', { comment: 'The party was told its rights when evidence was first taken from it (第二十一条第二款)' })
  rightsTold: boolean;

  @Column('text', { array: true, comment: 'Grounds for legal review and collective discussion found so far (第五十条第一款); a hearing that was held is one' })
  reviewGrounds: string[];

  @Column('text', { nullable: true, comment: 'Review that the case is in or was in last: case or legal' })
  review: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the file was given to review' })
  reviewAskedAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When legal review was passed in this round; void once the investigation is concluded anew' })
  legalReviewedAt: Date | null;

  @Column('jsonb', { nullable: true, comment: 'What was announced to the party: penalties (CNY, calendar days), approval and service, right to a hearing' })
  announced: Announced | null;

  @Column('integer', { comment: 'Statements of defence on record' })
  defences: number;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the party gave up statement, defence and hearing in express words' })
  waivedAt: Date | null;

  @Column('jsonb', { nullable: true, comment: 'The hearing: chair, time, service of the notice, whether held or given up' })
  hearing: Heard | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the heads discussed it together (第六十条第二款)' })
  discussedAt: Date | null;

  @Column('jsonb', { nullable: true, comment: 'Decision: penalties (CNY, calendar days), time; after reconsideration or suit as changed' })
  decision: Decided | null;

  @Column('jsonb', { nullable: true, comment: 'Illegal income in the administrative sense, CNY (总局令第118号); the figure of a crime stands with the referral' })
  illegalIncome: IllegalIncome | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the decision was served' })
  decisionServedAt: Date | null;

  @Column('jsonb', { nullable: true, comment: 'Order of correction and what was corrected (行政处罚法第二十八条)' })
  correction: Correction | null;

  @Column('boolean', { comment: 'Confiscated goods are disposed of, with a witness on record' })
  goodsDisposed: boolean;

  @Column('jsonb', { nullable: true, comment: 'Reconsideration or suit against the decision: way, day, body, number, result' })
  challenge: (Challenge & { readonly body: string; readonly fileNumber: string }) | null;
}
