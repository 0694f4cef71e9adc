import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ProceedingColumns } from '../proceedings/index.js';
import type { ClaimWay, Content, FindingCode, LiftingGround } from './domain/takedown.rules.js';

@Entity('takedown', { comment: 'Notices to platforms, what they did, declarations of merchants, and what became of the measures (电子商务法第四十二条至第四十四条). Instants within are RFC 3339 UTC' })
@Index('takedown_number', ['number'], { unique: true })
@Index('takedown_case', ['caseId', 'id'])
@Index('takedown_newest', ['agency', 'id', 'state'])
export class Takedown extends ProceedingColumns {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'takedown_pk', comment: 'UUIDv7' })
  declare id: string;

  @Column('text', { comment: 'Platform or provider of network services' })
  platform: string;

  @Column('uuid', { comment: 'Right holder, by its entry in the case' })
  rightHolder: string;

  @Column('uuid', { comment: 'Merchant or user, by its entry in the case' })
  merchant: string;

  @Column('jsonb', { comment: 'Links and goods that the notice names' })
  links: readonly string[];

  @Column('jsonb', { comment: 'The notice: when it reached the platform, what it holds' })
  notice: { readonly at: string; readonly contents: readonly Content[] };

  @Column('jsonb', { nullable: true, comment: 'What was asked for, once: when, codes; when it was supplied' })
  correction: { readonly at: string; readonly missing: readonly string[]; readonly suppliedAt?: string } | null;

  @Column('jsonb', { nullable: true, comment: 'Measures of the platform, when taken, when the notice was passed on to the merchant' })
  measure: { readonly measures: readonly string[]; readonly takenAt: string; readonly forwardedAt: string } | null;

  @Column('jsonb', { nullable: true, comment: 'Declaration of the merchant: when, what it holds' })
  declaration: { readonly at: string; readonly contents: readonly Content[] } | null;

  @Column('jsonb', { nullable: true, comment: 'Way of the declaration to the right holder: when sent, when arrived, days of the reasonable period' })
  forwarding: { readonly sentAt: string; readonly arrivedAt?: string; readonly days?: number } | null;

  @Column('jsonb', { nullable: true, comment: 'Delay beyond control that does not count: from, to, reason' })
  delay: { readonly from: string; readonly to?: string; readonly reason: string } | null;

  @Column('jsonb', { nullable: true, comment: 'Complaint or suit that keeps the measure: way, when made, when the platform was told, with whom, reference' })
  claim: { readonly way: ClaimWay; readonly madeAt: string; readonly toldAt: string | null; readonly with: string; readonly reference?: string } | null;

  @Column('jsonb', { nullable: true, comment: 'End of the measure: when, ground' })
  lifting: { readonly at: string; readonly ground: LiftingGround } | null;

  @Column('jsonb', { nullable: true, comment: 'Publication of notice, declaration and result: when, where' })
  publication: { readonly at: string; readonly where: string } | null;

  @Column('jsonb', { nullable: true, comment: 'Finding that the notice was wrong or malicious: when, which, reason, multiplier of the damages' })
  finding: { readonly at: string; readonly finding: FindingCode; readonly reason: string; readonly multiplier: number } | null;
}
