import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, Equals, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { IsInstant } from '../../platform/http/instant.js';
import { BasisDto, type ShownText } from '../../platform/http/shared.dto.js';
import { CHANNELS, ELECTRONIC_CHANNELS, RECEIVERS, SERVICE_MODES } from './data/modes.data.js';
import type { ServiceMode } from './domain/service.rules.js';

const ID = '019aa1b2-0000-7000-8000-000000000000';
const MODES = Object.keys(SERVICE_MODES) as ServiceMode[];

/** Proof of service; which parts a mode needs is data (GET /v1/service-modes). */
export class ServiceProofDto {
  @ApiPropertyOptional({ description: 'Who signed for it (令2 第八十二条第一项)', enum: RECEIVERS, example: 'recipient' })
  @IsOptional() @IsIn(RECEIVERS)
  receivedBy?: string;

  @ApiPropertyOptional({ description: 'It was left at the address that the recipient confirmed (令2 第八十三条)', enum: [true], example: true, type: Boolean })
  @IsOptional() @Equals(true)
  leftAtConfirmedAddress?: boolean;

  @ApiPropertyOptional({ description: 'Why and when receipt was refused, as the return slip says (令2 第八十二条第二项); no names', example: '2026年12月1日，受送达人以不认可处罚为由拒绝签收', maxLength: 1000 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(1000)
  refusal?: string;

  @ApiPropertyOptional({ description: 'Witnesses, by the ids of their entries in the case', type: [String], example: [ID] })
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(10) @ArrayUnique() @IsUUID(undefined, { each: true })
  witnesses?: string[];

  @ApiPropertyOptional({ description: 'Photographs, films or screenshots of the service: numbers of exhibits or digests', type: [String], example: ['sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'] })
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @IsString({ each: true }) @IsNotEmpty({ each: true }) @MaxLength(200, { each: true })
  recordings?: string[];

  @ApiPropertyOptional({ description: 'Over what it was sent or told', enum: CHANNELS, example: 'sms' })
  @IsOptional() @IsIn(CHANNELS)
  channel?: string;

  @ApiPropertyOptional({ description: 'Number of the letter', example: '1234567890123', maxLength: 60 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(60)
  trackingNumber?: string;

  @ApiPropertyOptional({ description: 'The letter to the confirmed address came back (令2 第八十三条第二款)', enum: [true], example: true, type: Boolean })
  @IsOptional() @Equals(true)
  returned?: boolean;

  @ApiPropertyOptional({ description: 'Authority that served or passed it on', example: '饶平县市场监督管理局', maxLength: 200 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(200)
  through?: string;

  @ApiPropertyOptional({ description: 'Public notice whose period is over', example: ID })
  @IsOptional() @IsUUID()
  notice?: string;
}

/** Body of a command that serves a document of its proceeding. */
export class ServeDocumentDto {
  @ApiProperty({ description: 'Document served', example: ID })
  @IsUUID()
  document: string;

  @ApiProperty({ description: 'Recipient: id of the entry in the case', example: ID })
  @IsUUID()
  recipient: string;

  @ApiProperty({ description: 'Mode of service', enum: MODES, example: 'personal' })
  @IsIn(MODES)
  mode: ServiceMode;

  @ApiProperty({ description: 'When it was served, by the day that counts for the mode, RFC 3339 with time zone', example: '2026-12-01T10:00:00+08:00' })
  @IsInstant()
  servedAt: string;

  @ApiPropertyOptional({ description: 'Where', example: '潮安区彩塘镇测试街2号', maxLength: 300 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(300)
  place?: string;

  @ApiProperty({ description: 'Accounts of those who served it; leaving it with a recipient who refuses takes two', type: [String], example: [ID] })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(5) @ArrayUnique() @IsUUID(undefined, { each: true })
  servers: string[];

  @ApiProperty({ description: 'Proof of service', type: ServiceProofDto, example: { receivedBy: 'recipient' } })
  @ValidateNested() @Type(() => ServiceProofDto)
  proof: ServiceProofDto;
}

/** Service of a document whose service starts no clock of a proceeding. */
export class RecordServiceDto extends OmitType(ServeDocumentDto, ['document', 'recipient'] as const) {
  @ApiProperty({ description: 'Recipient: id of the entry in the case, code of an agency, or complainant or reporter for a document that has no case', example: 'complainant', maxLength: 60 })
  @IsString() @Matches(/^[\w-]{1,60}$/)
  recipient: string;
}

export class WithdrawDocumentDto {
  @ApiProperty({ description: 'Why it is withdrawn; known personal data of reporters are replaced', example: '文书日期有误，已另行制发', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;

  @ApiPropertyOptional({ description: 'Later document of the same kind and matter that takes its place', example: ID })
  @IsOptional() @IsUUID()
  successor?: string;
}

export class WithdrawnDocumentDto {
  @ApiProperty({ description: 'Document id', example: ID })
  id: string;

  @ApiProperty({ description: 'Its number, which is not given again', example: '潮安市监投受〔2026〕第1号', nullable: true, type: String })
  number: string | null;

  @ApiProperty({ description: 'When it was withdrawn, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  withdrawnAt: string;

  @ApiProperty({ description: 'Document that takes its place', example: null, nullable: true, type: String })
  successorId: string | null;
}

export class ConfirmAddressDto {
  @ApiProperty({ description: 'Who signed: id of the entry in the case', example: ID })
  @IsUUID()
  party: string;

  @ApiProperty({ description: 'Electronic ways agreed to; none where electronic service is refused (文书10)', enum: ELECTRONIC_CHANNELS, isArray: true, example: ['sms'] })
  @IsArray() @ArrayMaxSize(ELECTRONIC_CHANNELS.length) @ArrayUnique() @IsIn(ELECTRONIC_CHANNELS, { each: true })
  channels: string[];

  @ApiProperty({ description: 'Number or digest of the signed paper, in which the address stands', example: '送达地址确认书-001', maxLength: 200 })
  @IsString() @IsNotEmpty() @MaxLength(200)
  exhibit: string;

  @ApiProperty({ description: 'When it was signed, RFC 3339 with time zone', example: '2026-12-01T10:00:00+08:00' })
  @IsInstant()
  signedAt: string;
}

export class AddressConfirmationDto {
  @ApiProperty({ description: 'Confirmation id (UUIDv7)', example: ID })
  id: string;

  @ApiProperty({ description: 'Who signed: id of the entry in the case', example: ID })
  partyId: string;

  @ApiProperty({ description: 'Electronic ways agreed to', type: [String], example: ['sms'] })
  channels: string[];

  @ApiProperty({ description: 'Signed paper', example: '送达地址确认书-001' })
  exhibit: string;

  @ApiProperty({ description: 'When it was signed, RFC 3339 UTC', example: '2026-12-01T02:00:00.000Z' })
  signedAt: string;

  @ApiProperty({ description: 'The last one of a party counts', example: true })
  current: boolean;
}

export class AddressConfirmations {
  @ApiProperty({ description: 'Of all parties of the case, newest first', type: [AddressConfirmationDto], example: [] })
  items: AddressConfirmationDto[];
}

export class ServiceRecordDto {
  @ApiProperty({ description: 'Service id (UUIDv7)', example: ID })
  id: string;

  @ApiProperty({ description: 'Document', example: ID })
  documentId: string;

  @ApiProperty({ description: 'Recipient: id of the entry in the case, complainant, reporter, or an agency', example: ID })
  recipient: string;

  @ApiProperty({ description: 'Mode of service', enum: MODES, example: 'personal' })
  mode: string;

  @ApiProperty({ description: 'How it is proved', example: 'signed' })
  way: string;

  @ApiProperty({ description: 'When it was served, RFC 3339 UTC', example: '2026-12-01T02:00:00.000Z' })
  servedAt: string;

  @ApiProperty({ description: 'Where', example: null, nullable: true, type: String })
  place: string | null;

  @ApiProperty({ description: 'Accounts that served it', type: [String], example: [ID] })
  servers: string[];

  @ApiProperty({ description: 'Proof', type: ServiceProofDto, example: { receivedBy: 'recipient' } })
  proof: object;

  @ApiProperty({ description: 'Account that recorded it', example: ID })
  recordedBy: string;

  @ApiProperty({ description: 'When it was recorded, RFC 3339 UTC', example: '2026-12-01T02:05:00.000Z' })
  recordedAt: string;
}

export class ServiceRecords {
  @ApiProperty({ description: 'By day of service', type: [ServiceRecordDto], example: [] })
  items: ServiceRecordDto[];
}

export class ServiceWayDto {
  @ApiProperty({ description: 'Mode', enum: MODES, example: 'lien' })
  mode: string;

  @ApiProperty({ description: 'Name of the mode in the reader’s language', example: '留置送达', type: String })
  label: ShownText;

  @ApiProperty({ description: 'Way of the mode', example: 'witnessed' })
  way: string;

  @ApiProperty({ description: 'Name of the way in the reader’s language', example: '见证人到场', type: String })
  wayLabel: ShownText;

  @ApiProperty({ description: 'Parts of the proof that it needs', type: [String], example: ['refusal', 'witnesses'] })
  needs: readonly string[];

  @ApiProperty({ description: 'How many serve it at least', example: 2 })
  servers: number;

  @ApiProperty({ description: 'Whether it rests on a signed confirmation of the address, or of electronic service', enum: ['address', 'electronic'], nullable: true, type: String, example: null })
  confirmed: string | null;

  @ApiProperty({ description: 'Which day counts, in the reader’s language', example: '文书留在受送达人住所之日', type: String })
  day: ShownText;

  @ApiProperty({ description: 'Article', type: BasisDto, example: { source: '市场监督管理行政处罚程序规定', article: '第八十二条第二项', status: 'verified' } })
  basis: BasisDto;
}

export class ServiceModes {
  @ApiProperty({ description: 'Every way of every mode', type: [ServiceWayDto], example: [] })
  items: ServiceWayDto[];
}
