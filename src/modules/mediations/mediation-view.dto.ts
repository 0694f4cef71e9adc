import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsDay } from '../../platform/http/day.js';
import { IsInstant } from '../../platform/http/instant.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { ProceedingWithClocksDto } from '../proceedings/index.js';
import { AgreementViewDto } from './mediation-outcome.dto.js';

const ID = '019aa1b2-0000-7000-8000-000000000000';
const INSTANT = '2026-11-22T01:10:00.000Z';

export class MediationPartyDto {
  @ApiProperty({ description: 'Party of the case', example: ID })
  party: string;

  @ApiProperty({ description: 'Side', enum: ['claimant', 'respondent'], example: 'claimant' })
  side: string;

  @ApiProperty({ description: 'Whether it consented', enum: ['given', 'refused'], example: 'given' })
  consent: string;

  @ApiProperty({ description: 'When, RFC 3339', example: INSTANT })
  consentAt: string;

  @ApiProperty({ description: 'How', example: 'letter' })
  how: string;
}

export class MediationSessionDto {
  @ApiProperty({ description: 'Session id (UUIDv7)', example: ID })
  id: string;

  @ApiProperty({ description: 'Mediation', example: ID })
  mediationId: string;

  @ApiProperty({ description: 'Account of the mediator who presides', example: ID })
  mediator: string;

  @ApiProperty({ description: 'Beginning, RFC 3339 UTC', example: INSTANT })
  startsAt: string;

  @ApiProperty({ description: 'End, RFC 3339 UTC', example: INSTANT })
  endsAt: string;

  @ApiProperty({ description: 'On site, or how else', example: 'on-site' })
  mode: string;

  @ApiProperty({ description: 'Place', example: '调解室', nullable: true, type: String })
  place: string | null;

  @ApiProperty({ description: 'How to join', example: null, nullable: true, type: String })
  link: string | null;

  @ApiProperty({ description: 'planned, held, missed or cancelled', example: 'planned' })
  state: string;

  @ApiProperty({ description: 'Parties that were there', example: [], type: [String] })
  present: readonly string[];

  @ApiProperty({ description: 'Parties that were not, and whether for a good reason', type: [Object], example: [] })
  absent: readonly object[];

  @ApiProperty({ description: 'How often it was moved', example: 0 })
  moves: number;
}

export class MediationDto extends ProceedingWithClocksDto {
  @ApiProperty({ description: 'What is to be settled', example: ['trademark-damages'], type: [String] })
  matters: readonly string[];

  @ApiProperty({ description: 'What is asked for', example: '请求赔偿损失' })
  request: string;

  @ApiProperty({ description: 'Paper that the law asks for', example: null, nullable: true, type: String })
  paper: string | null;

  @ApiProperty({ description: 'Stage of the suit that it was assigned from', example: null, nullable: true, type: String })
  courtStage: string | null;

  @ApiProperty({ description: 'Court that asked for it', example: null, nullable: true, type: String })
  invitedBy: string | null;

  @ApiProperty({ description: 'Who said yes or no', type: [MediationPartyDto], example: [] })
  parties: readonly MediationPartyDto[];

  @ApiProperty({ description: 'Who chose the mediators', example: 'parties', nullable: true, type: String })
  chosenBy: string | null;

  @ApiProperty({ description: 'The agreement, once it is in force', type: AgreementViewDto, nullable: true, example: null })
  agreement: object | null;

  @ApiProperty({ description: 'When it took effect, RFC 3339 UTC', example: null, nullable: true, type: String })
  effectiveAt: string | null;

  @ApiProperty({ description: 'Ground on which it ended', example: null, nullable: true, type: String })
  ground: string | null;

  @ApiProperty({ description: 'Sessions', type: [MediationSessionDto], example: [] })
  sessions: MediationSessionDto[];

  @ApiProperty({ description: 'Whether a court confirms an agreement of this kind: yes, explored (only where a court tries it out) or no', enum: ['yes', 'explored', 'no'], example: 'yes' })
  confirmable: string;
}

export class StatementDto {
  @ApiProperty({ description: 'Id (UUIDv7)', example: ID })
  id: string;

  @ApiProperty({ description: 'minutes, statement or offer', example: 'offer' })
  kind: string;

  @ApiProperty({ description: 'Party that it comes from', example: ID, nullable: true, type: String })
  party: string | null;

  @ApiProperty({ description: 'Session', example: null, nullable: true, type: String })
  sessionId: string | null;

  @ApiProperty({ description: 'Words', example: '愿意一次性赔偿' })
  text: string;

  @ApiProperty({ description: 'Sum offered, CNY', example: '30000.00', nullable: true, type: String })
  amount: string | null;

  @ApiProperty({ description: 'Not to be told to the other side', example: true })
  keptFromOther: boolean;

  @ApiProperty({ description: 'Account that wrote it down', example: ID })
  writtenBy: string;

  @ApiProperty({ description: 'When, RFC 3339 UTC', example: INSTANT })
  writtenAt: string;
}

export class StatementPage {
  @ApiProperty({ description: 'In the order in which they were written; the next page is in the Link header', type: [StatementDto], example: [] })
  items: StatementDto[];
}

export class StatementQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'shown: only what may be told to both sides', enum: ['all', 'shown'], default: 'all', example: 'all' })
  @IsOptional() @IsIn(['all', 'shown'])
  to: 'all' | 'shown' = 'all';
}

export class CalendarQuery {
  @ApiProperty({ description: 'From, RFC 3339 with offset', example: '2026-11-22T00:00:00+08:00' })
  @IsInstant()
  from: string;

  @ApiProperty({ description: 'To, RFC 3339 with offset; at most 500 sessions are shown', example: '2026-11-29T00:00:00+08:00' })
  @IsInstant()
  to: string;

  @ApiPropertyOptional({ description: 'Only those of this mediator', example: ID })
  @IsOptional() @IsUUID()
  mediator?: string;
}

export class SessionCalendarDto {
  @ApiProperty({ description: 'Sessions in the order of time', type: [MediationSessionDto], example: [] })
  items: MediationSessionDto[];
}

export const STATISTICS_PERIODS = ['all', 'year', 'quarter', 'month'] as const;

export class StatisticsQuery {
  @ApiProperty({ description: 'First day on which mediations were opened, YYYY-MM-DD, Asia/Shanghai', example: '2026-01-01' })
  @IsDay()
  from: string;

  @ApiProperty({ description: 'Last day, included, YYYY-MM-DD, Asia/Shanghai; at most five years after the first', example: '2026-12-31' })
  @IsDay()
  to: string;

  @ApiPropertyOptional({ description: 'Divided by year, quarter or month of opening', enum: STATISTICS_PERIODS, default: 'all', example: 'quarter' })
  @IsOptional() @IsIn(STATISTICS_PERIODS)
  by: (typeof STATISTICS_PERIODS)[number] = 'all';
}

export class MediatorFigures {
  @ApiProperty({ description: 'Account of the mediator; null: mediations without one', example: ID, nullable: true, type: String })
  mediator: string | null;

  @ApiProperty({ description: 'First day of the period of opening, YYYY-MM-DD; null where not divided', example: '2026-10-01', nullable: true, type: String })
  period: string | null;

  @ApiProperty({ description: 'Mediations', example: 12 })
  total: number;

  @ApiProperty({ description: 'Not yet ended', example: 2 })
  open: number;

  @ApiProperty({ description: 'With an agreement in force', example: 7 })
  agreed: number;

  @ApiProperty({ description: 'Failed', example: 1 })
  failed: number;

  @ApiProperty({ description: 'Terminated on a ground', example: 1 })
  terminated: number;

  @ApiProperty({ description: 'Withdrawn', example: 1 })
  withdrawn: number;

  @ApiProperty({ description: 'Refused by a side, or not taken on', example: 0 })
  refused: number;

  @ApiProperty({ description: 'Average days from opening to the end, one decimal; null where none has ended', example: 21.5, nullable: true, type: Number })
  averageDays: number | null;
}

export class MediationStatistics {
  @ApiProperty({ description: 'By mediator and period; a mediation of two mediators counts for both', type: [MediatorFigures], example: [] })
  items: MediatorFigures[];
}
