import { ApiProperty } from '@nestjs/swagger';
import { LabelDto } from '../../platform/http/shared.dto.js';

export class ReceiptLegDto {
  @ApiProperty({ description: 'Receipt number of the leg', example: 'CZ202611220000001' })
  receiptNumber: string;

  @ApiProperty({ description: 'What it is in law', example: 'report' })
  classification: string;

  @ApiProperty({ description: 'State', type: LabelDto, example: { code: 'registered', label: '已登记' } })
  state: LabelDto;

  @ApiProperty({ description: 'By when the next step is due, RFC 3339 UTC; null where no clock runs', example: '2026-12-11T15:59:59.999Z', nullable: true, type: String })
  nextStepBy: string | null;
}

/** What a complainant sees with the code that was told at filing. Nobody is named. */
export class ReceiptDto {
  @ApiProperty({ description: 'Receipt number', example: 'CZ202611220000001' })
  receiptNumber: string;

  @ApiProperty({ description: 'When it was filed, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  filedAt: string;

  @ApiProperty({ description: 'Its legs: one, or two where a complaint and a report came together', type: [ReceiptLegDto], example: [] })
  legs: ReceiptLegDto[];

  @ApiProperty({ description: 'When it was answered over its channel, RFC 3339 UTC; null while the answer is owed or none is', example: null, nullable: true, type: String })
  answeredAt: string | null;
}
