import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ProceedingColumns } from '../proceedings/index.js';
import type { Judgment, SuitParty } from './domain/civil-suit.guards.js';

export interface Claim {
  readonly claim: string;
  /** CNY. */
  readonly amount?: number;
}

/** Punitive damages as asked for (惩罚性赔偿解释第二条第一款). */
export interface PunitiveClaim {
  readonly amount: number;
  readonly method: string;
  readonly facts: string;
}

/** Which court the rules propose, and whether it is the one that has the suit. */
export interface CourtCheck {
  readonly proposed: string | null;
  readonly rule: string | null;
  readonly differs: boolean;
  readonly warnings: readonly string[];
}

@Entity('civil_suit', { comment: 'A civil suit, or preservation before it, as it is recorded from the papers of the court' })
@Index('civil_suit_number', ['number'], { unique: true })
@Index('civil_suit_case', ['caseId', 'id'])
@Index('civil_suit_newest', ['agency', 'id', 'state'])
@Index('civil_suit_court_number', ['court', 'courtNumber'], { where: '(court_number IS NOT NULL)' })
export class CivilSuit extends ProceedingColumns {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'civil_suit_pk', comment: 'UUIDv7' })
  declare id: string;

  @Column('text', { comment: 'Court: code of the list, or name of one that is not in it' })
  court: string;

  @Column('text', { nullable: true, comment: 'Agency of this system that acts for the court' })
  courtAgency: string | null;

  @Column('jsonb', { comment: 'Court that the rules propose, and whether it is another one' })
  courtCheck: CourtCheck;

  @Column('text', { nullable: true, comment: 'Number of the court, first instance; opaque' })
  courtNumber: string | null;

  @Column('text', { comment: 'Cause of action' })
  cause: string;

  @Column('text', { array: true, comment: 'Right types concerned' })
  rightTypes: string[];

  @Column('jsonb', { comment: 'Parties: entry of the case, side, whether without domicile in the country' })
  parties: readonly SuitParty[];

  @Column('jsonb', { comment: 'Claims in words, with amounts in CNY' })
  claims: readonly Claim[];

  @Column('jsonb', { nullable: true, comment: 'Punitive damages as asked for: amount in CNY, method, facts' })
  punitiveClaim: PunitiveClaim | null;

  @Column('text', { nullable: true, comment: 'ordinary, simple or small-claims' })
  procedure: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the court filed it' })
  filedAt: Date | null;

  @Column('jsonb', { nullable: true, comment: 'Preservation before suit: measures, ruling, security, instants (RFC 3339 UTC)' })
  preservation: object | null;

  @Column('text', { nullable: true, comment: 'Body that the court asked to mediate' })
  mediationBody: string | null;

  @Column('jsonb', { nullable: true, comment: 'Judgment of first instance; money in CNY' })
  judgment: Judgment | null;

  @Column('jsonb', { nullable: true, comment: 'Judgment of second instance, where it changed the first; money in CNY' })
  finalJudgment: Judgment | null;

  @Column('jsonb', { nullable: true, comment: 'Ruling that did not take the suit, or dismissed it: number, reason, service' })
  ruling: object | null;

  @Column('jsonb', { nullable: true, comment: 'Appeal: appellants, court, number, instants' })
  appeal: object | null;

  @Column('boolean', { comment: 'Whether it was sent back for retrial once' })
  remanded: boolean;

  @Column('jsonb', { nullable: true, comment: 'Settlement before the court: number, terms, amount in CNY' })
  settlement: object | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it became effective' })
  effectiveAt: Date | null;

  @Column('jsonb', { nullable: true, comment: 'Enforcement: number, instants, why it ended' })
  enforcement: object | null;
}

export const ENTRY_KINDS = ['hearing', 'investigation-order', 'preservation-order'] as const;

@Entity('civil_suit_entry', { comment: 'Hearings, investigation orders and preservation orders in a suit' })
@Index('civil_suit_entry_suit', ['suitId', 'id'])
@Check('civil_suit_entry_kind', "kind IN ('hearing', 'investigation-order', 'preservation-order')")
export class CivilSuitEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'civil_suit_entry_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Suit' })
  suitId: string;

  @Column('uuid', { comment: 'Case of the suit' })
  caseId: string;

  @Column('text', { comment: 'hearing, investigation-order or preservation-order' })
  kind: (typeof ENTRY_KINDS)[number];

  @Column('timestamp with time zone', { comment: 'When it was held, issued or ordered' })
  at: Date;

  @Column('text', { nullable: true, comment: 'Number of the paper; opaque' })
  reference: string | null;

  @Column('jsonb', { comment: 'What it says: mode, addressee, evidence, measures, last day' })
  details: object;

  @Column('text', { comment: 'Account that recorded it' })
  recordedBy: string;
}
