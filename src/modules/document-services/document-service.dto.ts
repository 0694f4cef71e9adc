import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, Equals, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { IsInstant } from '../../platform/http/instant.js';
import { CHANNELS, RECEIVERS, SERVICE_MODES } from './data/modes.data.js';
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
