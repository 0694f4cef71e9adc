import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { Choice, Id, Instant, OptionalCount, OptionalWords, Shown, Words, Yes } from '../../platform/http/fields.js';
import { ProceedingWithClocksDto } from '../proceedings/index.js';
import { CLAIM_WAYS, CONTENT_CODES, FINDING_CODES, LIFTING_GROUNDS, MEASURES, REGIMES, type ClaimWay, type Content, type FindingCode, type LiftingGround, type Regime } from './domain/takedown.rules.js';

const HOLDS = 'evidence (prima facie evidence), identity, right (proof of it), location (of the goods), truth (written assurance)';
const DAYS = 60;

export class OpenTakedownDto {
  @Id('Case') caseId: string;
  @Choice('Law: e-commerce (电子商务法) for platforms of trade, civil-code (民法典第一千一百九十五条) for every other provider of network services', REGIMES) regime: Regime;
  @Words('Platform or provider', '某电商平台', 200) platform: string;
  @Id('Right holder, by its entry in the case') rightHolder: string;
  @Id('Merchant or user, by its entry in the case') merchant: string;

  @ApiProperty({ description: 'Links or goods that the notice names', type: [String], example: ['https://shop.example.cn/item/1'], maxItems: 200 })
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(200) @IsString({ each: true }) @IsNotEmpty({ each: true }) @MaxLength(500, { each: true })
  links: string[];

  @Instant('When the notice reached the platform (电子商务法第四十二条)') noticedAt: string;

  @ApiProperty({ description: `What the notice holds: ${HOLDS}`, enum: CONTENT_CODES, isArray: true, example: ['evidence', 'identity'] })
  @IsArray() @ArrayUnique() @IsIn(CONTENT_CODES, { each: true })
  contents: Content[];
}

export class TakedownAtDto {
  @Instant('When') at: string;
}

export class SupplementDto extends TakedownAtDto {
  @ApiProperty({ description: `What was supplied: ${HOLDS}`, enum: CONTENT_CODES, isArray: true, example: ['evidence'] })
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @IsIn(CONTENT_CODES, { each: true })
  contents: Content[];
}

export class TakedownReasonDto extends TakedownAtDto {
  @Words('Reason', '通知未附构成侵权的初步证据', 2000) reason: string;
}

export class TakeMeasureDto {
  @ApiProperty({ description: 'What the platform did (电子商务法第四十二条第一款)', enum: MEASURES, isArray: true, example: ['disconnect'] })
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @IsIn(MEASURES, { each: true })
  measures: (typeof MEASURES)[number][];

  @Instant('When the measure was taken') takenAt: string;
  @Instant('When the notice was passed on to the merchant (第四十二条第二款)') forwardedAt: string;
}

export class DeclareDto {
  @Instant('When the declaration reached the platform (第四十三条第一款)') declaredAt: string;

  @ApiProperty({ description: `What the declaration holds: ${HOLDS}`, enum: CONTENT_CODES, isArray: true, example: ['evidence', 'identity'] })
  @IsArray() @ArrayUnique() @IsIn(CONTENT_CODES, { each: true })
  contents: Content[];
}

export class ForwardDto {
  @Instant('When the declaration was sent to the right holder') sentAt: string;
  @Yes('The right holder was told that it may complain or sue (第四十三条第二款)') waysTold: boolean;
}

export class ArrivalDto {
  @Instant('When the declaration arrived at the right holder; the period counts from here (第四十三条第二款)') arrivedAt: string;
  @OptionalCount('Calendar days of the reasonable period; only where the civil code applies', 1, DAYS) days?: number;
}

export class RecordClaimDto {
  @Choice('Complaint with an authority, or suit', CLAIM_WAYS) way: ClaimWay;
  @Instant('When the right holder complained or sued') madeAt: string;
  @Instant('When the platform was told of it; it has to be in time') toldAt: string;
  @Words('With whom', '潮州市潮安区市场监督管理局', 200) with: string;
  @OptionalWords('Number of the complaint or suit', '（2026）粤5103民初1号', 100) reference?: string;
}

export class LiftDto {
  @Instant('When the measure was lifted') liftedAt: string;
  @Choice('Nobody complained or sued in time; the notice was withdrawn; the claim failed', LIFTING_GROUNDS) ground: LiftingGround;
}

export class PublishTakedownDto {
  @Instant('When notice, declaration and result were published (第四十四条)') publishedAt: string;
  @Words('Where', '平台知识产权保护公示专栏', 300) where: string;
}

export class TakedownFindingDto extends TakedownReasonDto {
  @Choice('The notice was wrong, or sent in bad faith (第四十二条第三款)', FINDING_CODES) finding: FindingCode;
}

export class TakedownDto extends ProceedingWithClocksDto {
  @Shown('Platform or provider', '某电商平台') platform: string;
  @Shown('Right holder, by its entry in the case', '019aa1b2-0000-7000-8000-000000000040') rightHolder: string;
  @Shown('Merchant, by its entry in the case', '019aa1b2-0000-7000-8000-000000000041') merchant: string;
  @Shown('Links or goods', ['https://shop.example.cn/item/1'], { type: [String] }) links: readonly string[];
  @Shown('Notice: when (RFC 3339 UTC), what it holds', { at: '2026-11-20T02:00:00.000Z', contents: ['evidence'] }, { type: Object }) notice: object;
  @Shown('All that the notice lacks, with label, whether the law demands it, and basis; told once', [], { type: [Object] }) missing: readonly object[];
  @Shown('What was asked for, once', null, { nullable: true, type: Object }) correction: object | null;
  @Shown('What the platform did', null, { nullable: true, type: Object }) measure: object | null;
  @Shown('Declaration of the merchant', null, { nullable: true, type: Object }) declaration: object | null;
  @Shown('Way of the declaration to the right holder: sent, arrived', null, { nullable: true, type: Object }) forwarding: object | null;
  @Shown('Delay beyond control that does not count', null, { nullable: true, type: Object }) delay: object | null;
  @Shown('Complaint or suit that keeps the measure', null, { nullable: true, type: Object }) claim: object | null;
  @Shown('End of the measure', null, { nullable: true, type: Object }) lifting: object | null;
  @Shown('Publication', null, { nullable: true, type: Object }) publication: object | null;
  @Shown('Finding on the notice, with its consequence and basis', null, { nullable: true, type: Object }) finding: object | null;
}
