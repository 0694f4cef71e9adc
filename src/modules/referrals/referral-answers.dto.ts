import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsInstant } from '../../platform/http/instant.js';
import { PAPER_CODES } from './domain/paper.rules.js';
import { ReferralReasonDto } from './referral.dto.js';
import { INTERVENTION_FORMS } from './referral.entity.js';

export const FINDINGS = ['complete', 'incomplete', 'not-competent'] as const;
export const RETURN_GROUNDS = ['no-crime', 'minor', 'not-prosecuted'] as const;
const LATER = 'RFC 3339 with offset; not later than now';

export class ReceiveReferralDto {
  @ApiProperty({ description: `When the receipt was signed, ${LATER}; the three days and the 24 hours count from it (移送规定第七条、第八条)`, example: '2026-11-23T15:00:00+08:00' })
  @IsInstant()
  receivedAt: string;

  @ApiProperty({ description: 'What was found on receipt: papers complete, incomplete (told within 24 hours; no ground to refuse), or not for this police (forwarded within 24 hours)', enum: FINDINGS, example: 'complete' })
  @IsIn(FINDINGS)
  finding: (typeof FINDINGS)[number];
}

export class TellIncompleteDto {
  @ApiProperty({ description: 'What is missing; the agency has three days (公安机关办理刑事案件程序规定第一百八十条)', enum: PAPER_CODES, isArray: true, example: ['goods-list'] })
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @ArrayMaxSize(PAPER_CODES.length) @IsIn(PAPER_CODES, { each: true })
  missing: string[];
}

export class ForwardReferralDto extends ReferralReasonDto {
  @ApiProperty({ description: 'Police that are competent, by name', example: '汕头市公安局', maxLength: 100 })
  @IsString() @IsNotEmpty() @MaxLength(100)
  to: string;

  @ApiPropertyOptional({ description: 'Its code, where it works in this system; else the agency that forwards records the answers', example: 'cz-police', maxLength: 60 })
  @IsOptional() @IsString() @MaxLength(60)
  police?: string;
}

class NotifiedDto extends ReferralReasonDto {
  @ApiProperty({ description: `When the agency got the written notice, ${LATER}; its three days count from it (移送规定第九条)`, example: '2026-11-25T10:00:00+08:00' })
  @IsInstant()
  notifiedAt: string;
}

export class FileReferralDto {
  @ApiProperty({ description: 'Number that the police gave the case; taken as it is', example: '潮公（经）立字〔2026〕15号', maxLength: 100 })
  @IsString() @IsNotEmpty() @MaxLength(100)
  number: string;

  @ApiProperty({ description: `When the agency got the written notice, ${LATER}; goods and papers follow within three days (移送规定第十二条)`, example: '2026-11-25T10:00:00+08:00' })
  @IsInstant()
  notifiedAt: string;
}

export class DeclineReferralDto extends NotifiedDto {
  @ApiProperty({ description: 'Whether the papers went back to the agency; the police have to return them (移送规定第八条)', example: true })
  @IsBoolean()
  papersReturned: boolean;
}

export class UpholdReferralDto extends NotifiedDto {}

export class SignHandoverDto {
  @ApiProperty({ description: `When goods and papers were taken over, ${LATER}`, example: '2026-11-27T10:00:00+08:00' })
  @IsInstant()
  signedAt: string;
}

export class ReturnReferralDto extends ReferralReasonDto {
  @ApiProperty({ description: 'No crime, a minor one that is not prosecuted, or the procuratorate does not prosecute (移送规定第十三条、行政处罚法第二十七条)', enum: RETURN_GROUNDS, example: 'minor' })
  @IsIn(RETURN_GROUNDS)
  ground: (typeof RETURN_GROUNDS)[number];
}

export class ServedPaperDto {
  @ApiProperty({ description: 'Number of the paper; taken as it is', example: '潮检立监〔2026〕2号', maxLength: 100 })
  @IsString() @IsNotEmpty() @MaxLength(100)
  number: string;

  @ApiProperty({ description: `When the police got it, ${LATER}; seven days to explain, fifteen to file (公安机关办理刑事案件程序规定第一百八十二条)`, example: '2026-12-01T10:00:00+08:00' })
  @IsInstant()
  servedAt: string;
}

export class InterveneDto {
  @ApiProperty({ description: 'What was done: the file read, a meeting, presence on site, or a written opinion', enum: INTERVENTION_FORMS, example: 'meeting' })
  @IsIn(INTERVENTION_FORMS)
  form: (typeof INTERVENTION_FORMS)[number];

  @ApiProperty({ description: 'Opinion on evidence and direction; known personal data of reporters are replaced', example: '建议补充固定销售记录的电子数据', maxLength: 5000 })
  @IsString() @IsNotEmpty() @MaxLength(5000)
  opinion: string;

  @ApiProperty({ description: `When it was, ${LATER}`, example: '2026-11-24T10:00:00+08:00' })
  @IsInstant()
  at: string;
}
