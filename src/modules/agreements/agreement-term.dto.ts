import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsInstant } from '../../platform/http/instant.js';
import { BasisDto, type ShownText } from '../../platform/http/shared.dto.js';
import { ProceedingWithClocksDto } from '../proceedings/index.js';
import { NEXT_STEPS, type NextStep } from './domain/agreement-term.rules.js';

const ID = '019aa1b2-0000-7000-8000-000000000050';
const INSTANT = '2026-12-20T09:10:00+08:00';
const MONEY = /^\d{1,12}(\.\d{1,2})?$/;

export class RecordTermPerformanceDto {
  @ApiProperty({ description: 'When it was performed, RFC 3339 with offset', example: INSTANT })
  @IsInstant()
  performedAt: string;

  @ApiPropertyOptional({ description: 'Sum paid now, CNY with at most two decimals; with what was paid before it makes up the whole', example: '30000.00', pattern: MONEY.source })
  @IsOptional() @Matches(MONEY)
  amount?: string;
}

export class RecordPartDto {
  @ApiProperty({ description: 'When it was paid, RFC 3339 with offset', example: INSTANT })
  @IsInstant()
  performedAt: string;

  @ApiProperty({ description: 'Sum paid now, CNY with at most two decimals', example: '10000.00', pattern: MONEY.source })
  @Matches(MONEY)
  amount: string;
}

export class RecordNotarisationDto {
  @ApiProperty({ description: 'Notary office', example: '广东省潮州市韩江公证处', maxLength: 200 })
  @IsString() @IsNotEmpty() @MaxLength(200)
  notary: string;

  @ApiProperty({ description: 'Number of the certificate that makes it enforceable (令81第六十九条第二款)', example: '（2026）粤潮韩江第1号', maxLength: 100 })
  @IsString() @IsNotEmpty() @MaxLength(100)
  certificate: string;

  @ApiProperty({ description: 'When it was certified, RFC 3339 with offset', example: INSTANT })
  @IsInstant()
  notarisedAt: string;
}

export class RecordDefaultDto {
  @ApiProperty({ description: 'Refused, or not performed in full (人民调解法第三十三条第二款)', enum: ['refused', 'not-in-full', 'not-at-all'], example: 'not-at-all' })
  @IsIn(['refused', 'not-in-full', 'not-at-all'])
  reason: string;
}

export class ReleaseDto {
  @ApiProperty({ description: 'Why the creditor lets it go; known personal data of reporters are replaced', example: '双方另行和解', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;

  @ApiProperty({ description: 'When, RFC 3339 with offset', example: INSTANT })
  @IsInstant()
  at: string;
}

export class TakeStepDto {
  @ApiProperty({ description: 'Way that the creditor takes; one that is open', enum: NEXT_STEPS, example: 'suit' })
  @IsIn(NEXT_STEPS)
  step: NextStep;

  @ApiProperty({ description: 'When, RFC 3339 with offset', example: INSTANT })
  @IsInstant()
  at: string;
}

export class AgreementTermDto extends ProceedingWithClocksDto {
  @ApiProperty({ description: 'Party of the case that owes it', example: ID })
  debtor: string;

  @ApiProperty({ description: 'Party of the case that it is owed to', example: ID })
  creditor: string;

  @ApiProperty({ description: 'What is owed', example: '赔偿经济损失' })
  text: string;

  @ApiProperty({ description: 'Sum owed, CNY; null where it is not money', example: '30000.00', nullable: true, type: String })
  amount: string | null;

  @ApiProperty({ description: 'Paid so far, CNY', example: '0.00' })
  paid: string;

  @ApiProperty({ description: 'Last day of performance, YYYY-MM-DD, Asia/Shanghai', example: '2026-12-31' })
  dueOn: string;

  @ApiProperty({ description: 'A notary made it enforceable', example: false })
  notarised: boolean;

  @ApiProperty({ description: 'When it was performed, last, RFC 3339 UTC', example: null, nullable: true, type: String })
  performedAt: string | null;
}

export class StepOfferDto {
  @ApiProperty({ description: 'Way', enum: NEXT_STEPS, example: 'confirmation' })
  step: NextStep;

  @ApiProperty({ description: 'Whether the law still leaves it open', example: true })
  open: boolean;

  @ApiProperty({ description: 'Last day, YYYY-MM-DD, Asia/Shanghai; null where none is set', example: '2026-12-22', nullable: true, type: String })
  until: string | null;

  @ApiProperty({ description: 'What it is', example: '双方可以共同申请司法确认', type: String })
  why: ShownText;

  @ApiProperty({ description: 'Legal ground', type: BasisDto, example: { source: '民事诉讼法', article: '第二百零五条', status: 'verified' } })
  basis: BasisDto;
}

export class StepOffers {
  @ApiProperty({ description: 'Every way that the law knows, open or not', type: [StepOfferDto], example: [] })
  items: readonly StepOfferDto[];
}
