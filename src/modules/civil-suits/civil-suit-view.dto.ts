import { ApiProperty } from '@nestjs/swagger';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { BasisDto } from '../../platform/http/shared.dto.js';
import { ProceedingWithClocksDto, shownProceeding, type Found } from '../proceedings/index.js';
import type { CivilSuit, CivilSuitEntry } from './civil-suit.entity.js';

/** What is said of every investigation order. */
const ORDER_BASIS = { source: '律师调查令制度', article: '条文未读', status: 'unverified', note: '广东省高级人民法院的规定未读；有效期限以调查令载明的为准' };

export class SuitEntryDto {
  @ApiProperty({ description: 'hearing, investigation-order or preservation-order', example: 'hearing' })
  kind: string;

  @ApiProperty({ description: 'When it was held, issued or ordered, RFC 3339 UTC', example: '2027-01-15T01:30:00.000Z' })
  at: string;

  @ApiProperty({ description: 'Number of the paper', example: null, nullable: true, type: String })
  reference: string | null;

  @ApiProperty({ description: 'What it says: mode, addressee, evidence, measures, last day (YYYY-MM-DD)', example: { mode: 'on-site' } })
  details: object;

  @ApiProperty({ description: 'Ground, where it was not read', type: BasisDto, nullable: true, example: null })
  basis: BasisDto | null;
}

export class CivilSuitDto extends ProceedingWithClocksDto {
  @ApiProperty({ description: 'Court: code of GET /v1/courts, or a name', example: 'cz-court' })
  court: string;

  @ApiProperty({ description: 'Court that the rules propose (null: not known), the rule, whether it is another one, and codes of what is not certain', example: { proposed: 'cz-designated-basic-court', rule: 'designated', differs: false, warnings: ['court_unverified'] } })
  courtCheck: object;

  @ApiProperty({ description: 'Number of the court', example: '（2026）粤51民初12号', nullable: true, type: String })
  courtNumber: string | null;

  @ApiProperty({ description: 'Cause of action', example: '侵害商标权纠纷' })
  cause: string;

  @ApiProperty({ description: 'Rights concerned', example: ['trademark'], type: [String] })
  rightTypes: string[];

  @ApiProperty({ description: 'Parties: entry of the case, side, whether without domicile in the country', type: [Object], example: [] })
  parties: readonly object[];

  @ApiProperty({ description: 'Claims, amounts in CNY', type: [Object], example: [{ claim: '赔偿经济损失', amount: 300000 }] })
  claims: readonly object[];

  @ApiProperty({ description: 'Sum of the claims, CNY', example: 300000 })
  amountClaimed: number;

  @ApiProperty({ description: 'Punitive damages as asked for, CNY', example: null, nullable: true, type: Object })
  punitiveClaim: object | null;

  @ApiProperty({ description: 'ordinary, simple or small-claims', example: 'ordinary', nullable: true, type: String })
  procedure: string | null;

  @ApiProperty({ description: 'When the court filed it, RFC 3339 UTC', example: null, nullable: true, type: String })
  filedAt: string | null;

  @ApiProperty({ description: 'Preservation before suit', example: null, nullable: true, type: Object })
  preservation: object | null;

  @ApiProperty({ description: 'Body that the court asked to mediate', example: null, nullable: true, type: String })
  mediationBody: string | null;

  @ApiProperty({ description: 'Judgment of first instance; CNY', example: null, nullable: true, type: Object })
  judgment: object | null;

  @ApiProperty({ description: 'Judgment of second instance, where it changed the first; CNY', example: null, nullable: true, type: Object })
  finalJudgment: object | null;

  @ApiProperty({ description: 'Ruling that did not take the suit, or dismissed it', example: null, nullable: true, type: Object })
  ruling: object | null;

  @ApiProperty({ description: 'Appeal', example: null, nullable: true, type: Object })
  appeal: object | null;

  @ApiProperty({ description: 'Settlement before the court; CNY', example: null, nullable: true, type: Object })
  settlement: object | null;

  @ApiProperty({ description: 'When it became effective, RFC 3339 UTC', example: null, nullable: true, type: String })
  effectiveAt: string | null;

  @ApiProperty({ description: 'Enforcement', example: null, nullable: true, type: Object })
  enforcement: object | null;

  @ApiProperty({ description: 'Hearings, investigation orders and preservation orders, in their order', type: [SuitEntryDto], example: [] })
  entries: SuitEntryDto[];
}

export function shownSuit({ row, deadlines }: Found<CivilSuit>, entries: readonly CivilSuitEntry[]): CivilSuitDto {
  const { court, courtCheck, courtNumber, cause, rightTypes, parties, claims, punitiveClaim, procedure, filedAt, preservation, mediationBody, judgment, finalJudgment, ruling, appeal, settlement, effectiveAt, enforcement } = row;
  return {
    ...shownProceeding('civil-suit', row), deadlines: deadlines.map(showDeadline), court, courtCheck, courtNumber, cause, rightTypes, parties, claims, amountClaimed: claims.reduce((sum, { amount = 0 }) => sum + amount, 0), punitiveClaim, procedure,
    filedAt: filedAt?.toISOString() ?? null, preservation, mediationBody, judgment, finalJudgment, ruling, appeal, settlement, effectiveAt: effectiveAt?.toISOString() ?? null, enforcement,
    entries: entries.map(({ kind, at, reference, details }) => ({ kind, at: at.toISOString(), reference, details, basis: kind === 'investigation-order' ? ORDER_BASIS : null })),
  };
}
