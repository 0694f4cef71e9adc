import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { Choice, Count, Id, OptionalWords, Rows, Shown, Words } from '../../platform/http/fields.js';
import { ProceedingWithClocksDto } from '../proceedings/index.js';
import { AUTHORITY_CODES, SUPERVISION_REASONS, type AuthorityCode, type SupervisionReason, type TargetResult } from './domain/supervision.rules.js';

const TARGETS = 20;

export class ListForSupervisionDto {
  @Id('Case') caseId: string;
  @Choice('Who lists it; labels: GET /v1/supervision-authorities', AUTHORITY_CODES) authority: AuthorityCode;
  @OptionalWords('Number of the letter, where the authority is outside of the system', '粤知保督〔2026〕8号', 200) letter?: string;

  @ApiProperty({ description: 'Why; labels: GET /v1/supervision-authorities', enum: SUPERVISION_REASONS, isArray: true, example: ['public-concern'] })
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @IsIn(SUPERVISION_REASONS, { each: true })
  reasons: SupervisionReason[];

  @Words('The reasons in words', '多个商户反映同一厂家持续假冒注册商标', 2000) explanation: string;

  @ApiProperty({ description: 'What is wanted, item by item', type: [String], example: ['查明货源并依法处理'], maxItems: TARGETS })
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(TARGETS) @IsString({ each: true }) @IsNotEmpty({ each: true }) @MaxLength(500, { each: true })
  targets: string[];

  @Count('Calendar days to the end of it, set by the authority', 1, 730) days: number;
  @Count('Calendar days from one report of progress to the next', 1, 90) reportEvery: number;
}

export class ReportProgressDto {
  @Words('What was done and what comes next', '已完成现场检查，正在调查货源', 4000) progress: string;
}

export class TargetResultDto implements TargetResult {
  @Count('Target, counted from 1', 1, TARGETS) target: number;
  @Words('What became of it', '已作出行政处罚决定并送达', 2000) result: string;
}

export class AskDelistingDto {
  @Rows('Result of every target', TargetResultDto, [{ target: 1, result: '已作出行政处罚决定并送达' }], TARGETS) results: TargetResultDto[];
}

export class SupervisionReasonDto {
  @Words('Reason', '督办要求均已办结', 2000) reason: string;
}

export class ProgressReportDto {
  @Shown('When, RFC 3339 UTC', '2026-11-22T09:10:00.000Z') at: string;
  @Shown('Account', '019aa1b2-0000-7000-8000-00000000000a') by: string;
  @Shown('What was done and what comes next; known personal data of reporters are replaced', '已完成现场检查，正在调查货源') progress: string;
}

export class SupervisionDto extends ProceedingWithClocksDto {
  @Shown('Who lists it', 'joint-meeting') authority: string;
  @Shown('Number of the letter', '粤知保督〔2026〕8号', { nullable: true }) letter: string | null;
  @Shown('Why', ['public-concern'], { type: [String] }) reasons: readonly string[];
  @Shown('The reasons in words; known personal data of reporters are replaced', '多个商户反映同一厂家持续假冒注册商标') explanation: string;
  @Shown('What is wanted', ['查明货源并依法处理'], { type: [String] }) targets: readonly string[];
  @Shown('Calendar days from one report of progress to the next', 15) reportEvery: number;
  @Shown('Reports of progress, oldest first', [], { type: [ProgressReportDto] }) reports: readonly ProgressReportDto[];

  @ApiProperty({ description: 'Result of every target; null before delisting was asked for', type: [TargetResultDto], nullable: true, example: null })
  results: readonly TargetResult[] | null;
}

export class LabelledDto {
  @Shown('Code', 'joint-meeting') code: string;
  @Shown('Label in both languages', { zh: '知识产权联席会议', en: 'Joint meeting on intellectual property' }, { type: Object }) label: object;
}

export class SupervisionAuthorityDto extends LabelledDto {
  @Shown('Whether it lists by a letter, whose number is asked for', true) byLetter: boolean;
}

export class SupervisionAuthorities {
  @Shown('Who may list a case', [], { type: [SupervisionAuthorityDto] }) authorities: readonly SupervisionAuthorityDto[];
  @Shown('Why', [], { type: [LabelledDto] }) reasons: readonly LabelledDto[];
}
