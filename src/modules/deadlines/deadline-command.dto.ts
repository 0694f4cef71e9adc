import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { PAUSE_REASONS } from './data/index.js';

const REASONS = Object.keys(PAUSE_REASONS);

export class PauseDeadlineDto {
  @ApiProperty({ description: 'Why the time does not count; one of the reasons that the statute of the kind names (see pauses in GET /v1/deadline-kinds)', enum: REASONS, example: 'appraisal' })
  @IsIn(REASONS)
  reason: string;

  @ApiProperty({ description: 'The paper that it rests on: letter of commission, order of suspension and the like. Personal numbers are taken out', example: '委托鉴定书 潮市监鉴〔2026〕3号', minLength: 5, maxLength: 500 })
  @IsString() @MinLength(5) @MaxLength(500)
  note: string;
}

export class ResumeDeadlineDto {
  @ApiPropertyOptional({ description: 'What ended the pause. Personal numbers are taken out', example: '收到鉴定意见', maxLength: 500 })
  @IsOptional() @IsString() @MaxLength(500)
  note?: string;
}

export class ExtendDeadlineDto {
  @ApiProperty({ description: 'Code of the next rung of the ladder; see nextExtension of the clock', example: 'head', maxLength: 40 })
  @IsString() @IsNotEmpty() @MaxLength(40)
  extension: string;

  @ApiPropertyOptional({ description: 'Length in the unit of the rung, only where the statute leaves it to whoever grants it', example: 20, minimum: 1, maximum: 1000, type: 'integer' })
  @IsOptional() @IsInt() @Min(1) @Max(1000)
  amount?: number;

  @ApiProperty({ description: 'Number of the approval and why it was needed. Personal numbers are taken out', example: '延长核查期限审批表 潮市监延〔2026〕12号：样品须送外地检测', minLength: 5, maxLength: 500 })
  @IsString() @MinLength(5) @MaxLength(500)
  evidence: string;
}

export class SatisfyDeadlineDto {
  @ApiProperty({ description: 'What was done outside the system, when and by which paper. Personal numbers are taken out', example: '2026-11-20 已书面告知双方终止调解，送达回证存卷', minLength: 5, maxLength: 500 })
  @IsString() @MinLength(5) @MaxLength(500)
  reason: string;
}
