import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { IsInstant } from '../../platform/http/instant.js';
import type { FieldError } from '../../platform/http/validation.js';
import { COURT_CODES } from '../courts/index.js';
import { GROUND_CODES, MATTER_CODES } from './domain/matters.rules.js';
import { COURT_STAGES, MEDIATION_KINDS, type CourtStage, type MediationKind } from './domain/mediation.rules.js';

const PARTY = '019aa1b2-0000-7000-8000-000000000050';
const ACCOUNT = '019aa1b2-0000-7000-8000-00000000000a';
const INSTANT = '2026-11-22T09:10:00+08:00';
export const SESSION_MODES = ['on-site', 'internet', 'telephone', 'audio', 'video'] as const;
/** How somebody was told. */
export const TELLING_MODES = ['in-person', 'letter', 'telephone', 'message', 'e-mail', 'platform'] as const;

export class OpenMediationDto {
  @ApiProperty({ description: 'Case', example: '019aa1b2-0000-7000-8000-000000000000' })
  @IsUUID()
  caseId: string;

  @ApiProperty({ description: 'Kind: people (人民调解法), court-assigned (特邀调解规定), consumer (总局令第121号), administrative (trademark damages), patent (令81); an entrusted one is opened by entrusting', enum: MEDIATION_KINDS.filter((kind) => kind !== 'entrusted'), example: 'people' })
  @IsIn(MEDIATION_KINDS.filter((kind) => kind !== 'entrusted'))
  kind: Exclude<MediationKind, 'entrusted'>;

  @ApiPropertyOptional({ description: 'Body that mediates; that of the account where it is left out', example: 'cz-ip-mediation-committee', maxLength: 60 })
  @IsOptional() @IsString() @MaxLength(60)
  agency?: string;

  @ApiProperty({ description: 'What is to be settled. A penalty, criminal liability and validity are refused with their article', enum: MATTER_CODES, isArray: true, example: ['trademark-damages'] })
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @ArrayMaxSize(10) @IsIn(MATTER_CODES, { each: true })
  matters: string[];

  @ApiProperty({ description: 'What is asked for; known personal data of reporters are replaced', example: '请求赔偿因销售侵权餐具造成的损失', maxLength: 4000 })
  @IsString() @IsNotEmpty() @MaxLength(4000)
  request: string;

  @ApiPropertyOptional({ description: 'Number of the decision that found the infringement, or of the announcement of the grant, where the law asks for it (令81第六十三条第二款、第六十四条第三款)', example: '潮知处字〔2026〕3号', maxLength: 100 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(100)
  paper?: string;

  @ApiPropertyOptional({ description: 'For a consumer complaint: when it was accepted, from which the sixty days count, RFC 3339 with offset; now where it is left out', example: INSTANT })
  @IsOptional() @IsInstant()
  acceptedAt?: string;

  @ApiPropertyOptional({ description: 'For a court-assigned one: before filing of the suit, or after it in ordinary or simple procedure (特邀调解规定第二十七条)', enum: COURT_STAGES, example: 'before-filing' })
  @IsOptional() @IsIn(COURT_STAGES)
  courtStage?: CourtStage;

  @ApiPropertyOptional({ description: 'For a court-assigned one: court that asked for it (民事诉讼法第二百零五条第一项)', enum: COURT_CODES, example: 'cz-court' })
  @IsOptional() @IsIn(COURT_CODES)
  court?: string;

  @ApiPropertyOptional({ description: 'For a court-assigned one: the civil suit of this case that it was assigned from', example: '019aa1b2-0000-7000-8000-000000000070' })
  @IsOptional() @IsUUID()
  suit?: string;

  static problems({ kind, courtStage, court }: OpenMediationDto): FieldError[] {
    const assigned = kind === 'court-assigned';
    return assigned === (courtStage !== undefined) && assigned === (court !== undefined) ? [] : [{ path: 'courtStage', code: 'court-assigned-only', message: { zh: '法院委派、委托的须写明法院和阶段，其他调解不得填写', en: 'a court-assigned mediation names court and stage, no other does' } }];
  }
}

export class ConsentDto {
  @ApiProperty({ description: 'Party of the case (id of its entry), claimant or respondent', example: PARTY })
  @IsUUID()
  party: string;

  @ApiProperty({ description: 'When it was said, RFC 3339 with offset', example: INSTANT })
  @IsInstant()
  at: string;

  @ApiProperty({ description: 'How it was said', enum: TELLING_MODES, example: 'letter' })
  @IsIn(TELLING_MODES)
  how: (typeof TELLING_MODES)[number];
}

export class ServeOpinionNoticeDto {
  @ApiProperty({ description: 'Respondent (id of its entry in the case)', example: PARTY })
  @IsUUID()
  party: string;

  @ApiProperty({ description: 'How it was served', enum: ['personal', 'postal', 'electronic', 'lien', 'entrusted'], example: 'postal' })
  @IsIn(['personal', 'postal', 'electronic', 'lien', 'entrusted'])
  mode: string;

  @ApiProperty({ description: 'When it was received, RFC 3339 with offset; the fifteen days count from it (令81第六十五条)', example: INSTANT })
  @IsInstant()
  servedAt: string;
}

export class MediationReasonDto {
  @ApiProperty({ description: 'Reason; known personal data of reporters are replaced', example: '超出本委员会的调解范围', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class EntrustDto {
  @ApiProperty({ description: 'Organisation that is entrusted, by its code', example: 'cz-ip-mediation-committee', maxLength: 60 })
  @IsString() @MaxLength(60)
  organisation: string;

  @ApiProperty({ description: 'Parties of the case that consent to being sent there: both sides (办法第十九条第一款)', example: [PARTY], type: [String] })
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(50) @IsUUID('all', { each: true })
  agreedBy: string[];
}

export class MediatorDto {
  @ApiProperty({ description: 'Account of a mediator of the body', example: ACCOUNT })
  @IsUUID()
  account: string;
}

export class NameMediatorsDto {
  @ApiProperty({ description: 'One or several mediators; they replace those named before', type: [MediatorDto], example: [{ account: ACCOUNT }] })
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(9) @ValidateNested({ each: true }) @Type(() => MediatorDto)
  mediators: MediatorDto[];

  @ApiProperty({ description: 'Who chose: the parties, or the body (人民调解法第十九条)', enum: ['parties', 'body'], example: 'parties' })
  @IsIn(['parties', 'body'])
  by: 'parties' | 'body';
}

export class SessionTimeDto {
  @ApiProperty({ description: 'On site, or how else (办法第二十条第一款)', enum: SESSION_MODES, example: 'on-site' })
  @IsIn(SESSION_MODES)
  mode: (typeof SESSION_MODES)[number];

  @ApiProperty({ description: 'Beginning, RFC 3339 with offset', example: INSTANT })
  @IsInstant()
  startsAt: string;

  @ApiProperty({ description: 'End, RFC 3339 with offset', example: '2026-11-22T11:10:00+08:00' })
  @IsInstant()
  endsAt: string;

  @ApiPropertyOptional({ description: 'Place of a session on site', example: '潮州市知识产权纠纷人民调解委员会调解室', maxLength: 200 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(200)
  place?: string;

  @ApiPropertyOptional({ description: 'How to join a session elsewhere', example: 'https://mediation.example.gov.cn/room/12', maxLength: 500 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(500)
  link?: string;
}

export class ScheduleSessionDto extends SessionTimeDto {
  @ApiProperty({ description: 'Account of the mediator who presides', example: ACCOUNT })
  @IsUUID()
  mediator: string;
}

export class SessionFieldsDto {
  @ApiProperty({ description: 'Session', example: '019aa1b2-0000-7000-8000-000000000080' })
  @IsUUID()
  session: string;
}

export class MoveSessionDto extends SessionTimeDto {
  @ApiProperty({ description: 'Session', example: '019aa1b2-0000-7000-8000-000000000080' })
  @IsUUID()
  session: string;

  @ApiPropertyOptional({ description: 'Another mediator who presides', example: ACCOUNT })
  @IsOptional() @IsUUID()
  mediator?: string;

  @ApiProperty({ description: 'Why it is moved; known personal data of reporters are replaced', example: '被申请人因出差请求改期', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class CancelSessionDto extends MediationReasonDto {
  @ApiProperty({ description: 'Session', example: '019aa1b2-0000-7000-8000-000000000080' })
  @IsUUID()
  session: string;
}

export class AbsenceDto {
  @ApiProperty({ description: 'Party of the case', example: PARTY })
  @IsUUID()
  party: string;

  @ApiProperty({ description: 'Whether there was a good reason', example: false })
  @IsBoolean()
  excused: boolean;
}

export class RecordSessionDto extends SessionFieldsDto {
  @ApiProperty({ description: 'held, or missed because a side stayed away', enum: ['held', 'missed'], example: 'held' })
  @IsIn(['held', 'missed'])
  result: 'held' | 'missed';

  @ApiProperty({ description: 'Parties of the case that were there', example: [PARTY], type: [String] })
  @IsArray() @ArrayMaxSize(50) @IsUUID('all', { each: true })
  present: string[];

  @ApiProperty({ description: 'Parties of the case that were not', type: [AbsenceDto], example: [] })
  @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => AbsenceDto)
  absent: AbsenceDto[];

  @ApiPropertyOptional({ description: 'Minutes (人民调解法第二十七条); seen by the members of this mediation only', example: '双方陈述了事实和主张……', maxLength: 20000 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(20_000)
  minutes?: string;
}

export class RecordStatementDto {
  @ApiProperty({ description: 'What it is', enum: ['statement', 'offer'], example: 'offer' })
  @IsIn(['statement', 'offer'])
  kind: 'statement' | 'offer';

  @ApiPropertyOptional({ description: 'Party of the case that it comes from', example: PARTY })
  @IsOptional() @IsUUID()
  party?: string;

  @ApiProperty({ description: 'Words; seen by the members of this mediation only, never from another track (特邀调解规定第二十二条)', example: '愿意一次性赔偿', maxLength: 20000 })
  @IsString() @IsNotEmpty() @MaxLength(20_000)
  text: string;

  @ApiPropertyOptional({ description: 'Sum offered, CNY with at most two decimals', example: '30000.00', pattern: '^\\d{1,12}(\\.\\d{1,2})?$' })
  @IsOptional() @Matches(/^\d{1,12}(\.\d{1,2})?$/)
  amount?: string;

  @ApiProperty({ description: 'Whoever said it asks that the other side is not told', example: true })
  @IsBoolean()
  keptFromOther: boolean;

  @ApiPropertyOptional({ description: 'Session in which it was said', example: '019aa1b2-0000-7000-8000-000000000080' })
  @IsOptional() @IsUUID()
  session?: string;
}

export class RecordClueDto {
  @ApiProperty({ description: 'When the clue of a violation was found, RFC 3339 with offset; fifteen working days to verify it count from then (办法第二十七条第一款)', example: INSTANT })
  @IsInstant()
  foundAt: string;
}

export class TerminateDto {
  @ApiProperty({ description: 'Ground, of those that exist for the kind (办法第二十三条第一款 lists eight)', enum: GROUND_CODES, example: 'sixty-days' })
  @IsIn(GROUND_CODES)
  ground: string;
}

export class ToldDto {
  @ApiProperty({ description: 'Party of the case', example: PARTY })
  @IsUUID()
  party: string;

  @ApiProperty({ description: 'How', enum: TELLING_MODES, example: 'letter' })
  @IsIn(TELLING_MODES)
  how: (typeof TELLING_MODES)[number];

  @ApiProperty({ description: 'When, RFC 3339 with offset', example: INSTANT })
  @IsInstant()
  at: string;
}

export class NotifyPartiesDto {
  @ApiProperty({ description: 'Whom, how and when; both sides', type: [ToldDto], example: [{ party: PARTY, how: 'letter', at: INSTANT }] })
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => ToldDto)
  told: ToldDto[];
}

export class ReturnToCourtDto {
  @ApiProperty({ description: 'When the written report and the papers went to the court, RFC 3339 with offset (特邀调解规定第二十六条第二款)', example: INSTANT })
  @IsInstant()
  reportedAt: string;
}
