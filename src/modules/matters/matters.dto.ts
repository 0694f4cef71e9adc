import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';

export const LINK_KINDS = ['duplicate', 'same-matter', 'repeat', 'related'] as const;

export class LinkDto {
  @ApiProperty({ description: 'The other complaint', example: '019aa1b2-0000-7000-8000-000000000001' })
  @IsUUID()
  other: string;

  @ApiProperty({ description: 'duplicate: the same words again; same-matter: over another line; repeat: same reporter, fact and party (总局令第121号第三十五条第二款); related', enum: LINK_KINDS, example: 'same-matter' })
  @IsIn(LINK_KINDS)
  kind: (typeof LINK_KINDS)[number];
}

export class UnlinkDto extends LinkDto {
  @ApiProperty({ description: 'Reason, kept in the ledger; no personal data', example: '并非同一事项', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class JoinCaseDto {
  @ApiProperty({ description: 'Open case of the same agency about the same matter', example: '019aa1b2-0000-7000-8000-000000000010' })
  @IsUUID()
  caseId: string;
}

export class MergeReportDto {
  @ApiProperty({ description: 'Earlier report on the same party; its clock restarts from this one (总局令第121号第三十五条第二款)', example: '019aa1b2-0000-7000-8000-000000000000' })
  @IsUUID()
  earlier: string;

  @ApiProperty({ description: 'What is new in it; kept in the ledger, no personal data', example: '补充新的销售地点', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class CandidatesQuery {
  @ApiPropertyOptional({ description: 'How far back, calendar days', example: 90, default: 90, minimum: 1, maximum: 730 })
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(730)
  days?: number;
}

export class CandidateDto {
  @ApiProperty({ description: 'The other complaint', example: '019aa1b2-0000-7000-8000-000000000001' })
  id: string;

  @ApiProperty({ description: 'Its receipt number', example: 'CZ202611220000002' })
  receiptNumber: string;

  @ApiProperty({ description: 'Its channel', example: 'hotline-12315' })
  channel: string;

  @ApiProperty({ description: 'Its state', example: 'registered' })
  state: string;

  @ApiProperty({ description: 'Party complained about there', example: '潮州市潮安区某不锈钢制品厂（测试）' })
  targetName: string;

  @ApiProperty({ description: 'How alike they are, from 0 to 1; orders the candidates and decides nothing', example: 0.7 })
  score: number;

  @ApiProperty({ description: 'Why: what is the same or alike, each with its share', example: [{ code: 'same-party', share: 1, text: '同一统一社会信用代码' }] })
  reasons: unknown;

  @ApiProperty({ description: 'Case that it belongs to', example: null, nullable: true, type: String })
  caseId: string | null;
}

export class CandidatePage {
  @ApiProperty({ description: 'Most alike first, at most twenty', type: [CandidateDto], example: [] })
  items: CandidateDto[];
}

export class LinkRowDto {
  @ApiProperty({ description: 'The other complaint', example: '019aa1b2-0000-7000-8000-000000000001' })
  other: string;

  @ApiProperty({ description: 'Kind', enum: LINK_KINDS, example: 'same-matter' })
  kind: string;

  @ApiProperty({ description: 'How alike they are; null where a clerk linked them', example: 0.7, nullable: true, type: Number })
  score: number | null;

  @ApiProperty({ description: 'Why', example: [] })
  reasons: unknown;

  @ApiProperty({ description: 'Account that linked them, or system:…', example: 'system:matters' })
  linkedBy: string;

  @ApiProperty({ description: 'When, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  linkedAt: string;

  @ApiProperty({ description: 'When they were taken apart, RFC 3339 UTC', example: null, nullable: true, type: String })
  unlinkedAt: string | null;
}

export class LinkPage {
  @ApiProperty({ description: 'Oldest first, those taken apart included', type: [LinkRowDto], example: [] })
  items: LinkRowDto[];
}

export class PromptDto {
  @ApiProperty({ description: 'Factor', example: 'mass-complaints' })
  code: string;

  @ApiProperty({ description: 'Article', example: '总局令第121号第十七条第二项' })
  article: string;

  @ApiProperty({ description: 'Words in the reader’s language', example: '短期内对同一经营者、同类问题大量投诉' })
  label: string;

  @ApiProperty({ description: 'How many were counted', example: 6 })
  count: number;

  @ApiProperty({ description: 'Over how many calendar days', example: 90 })
  windowDays: number;
}

export class PromptPage {
  @ApiProperty({ description: 'What an officer may look at before deciding on ground no-consumer-dispute; nothing is refused because of it', type: [PromptDto], example: [] })
  items: PromptDto[];
}
