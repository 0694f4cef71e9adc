import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsDay } from '../../platform/http/day.js';

export class RegisterReasonDto {
  @ApiProperty({ description: 'Why; kept with the version and in the ledger, no personal data', example: '依据营业执照更正', maxLength: 500 })
  @IsString() @IsNotEmpty() @MaxLength(500)
  reason: string;
}

/** How an entry of a register is to be read. */
export class AsOfQuery {
  @ApiPropertyOptional({ description: 'Day in law, YYYY-MM-DD (Asia/Shanghai): what held on that day; today where it is left out', example: '2026-11-22' })
  @IsOptional() @IsDay()
  asOf?: string;

  @ApiPropertyOptional({ description: 'Day of record, YYYY-MM-DD (Asia/Shanghai): the entry as it stood at the end of that day, so that a decision can be read as of its day', example: '2026-11-22' })
  @IsOptional() @IsDay()
  knownOn?: string;
}

export class RegisterVersionDto {
  @ApiProperty({ description: 'Version', example: 2 })
  version: number;

  @ApiProperty({ description: 'Command that wrote it', example: 'correct' })
  command: string;

  @ApiProperty({ description: 'When, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  at: string;

  @ApiProperty({ description: 'Account that wrote it, or system:…', example: '019aa1b2-0000-7000-8000-00000000000a' })
  actor: string;

  @ApiProperty({ description: 'Why; null for the first version', example: '依据营业执照更正', nullable: true, type: String })
  reason: string | null;

  @ApiProperty({ description: 'The whole entry as this version had it', example: { name: '潮州市潮安区某不锈钢制品厂（测试）' } })
  value: unknown;
}

export class RegisterHistoryPage {
  @ApiProperty({ description: 'Versions, newest first; the next page is in the Link header', type: [RegisterVersionDto], example: [] })
  items: RegisterVersionDto[];
}
