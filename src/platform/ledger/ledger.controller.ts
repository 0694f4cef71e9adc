import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { ReadRoute } from '../http/documented.js';
import { Permit } from '../http/route.js';
import { LedgerQueries } from './ledger.queries.js';

export class VerificationQuery {
  @ApiPropertyOptional({ description: 'Only this subject', example: '019aa1b2-0000-7000-8000-000000000000' })
  @IsOptional() @IsUUID()
  subject?: string;
}

export class VerificationDto {
  @ApiProperty({ description: 'True when every chain is whole', example: true })
  ok: boolean;

  @ApiProperty({ description: 'Chains that were checked', example: 120 })
  subjects: number;

  @ApiProperty({ description: 'Entries that were checked', example: 840 })
  entries: number;

  @ApiProperty({ description: 'Broken chains with the first bad sequence and the fault (edited, missing, out-of-place, relinked, truncated, head-missing, head-differs); at most 100', example: [] })
  broken: unknown;
}

@ApiTags('ledger')
@Controller('v1/ledger')
export class LedgerController {
  constructor(private readonly ledger: LedgerQueries) {}

  @Get('verification')
  @Permit('ledger.verify')
  @ReadRoute('Recompute the hash chains and name the first bad entry of each broken one', VerificationDto)
  verify(@Query() { subject }: VerificationQuery): Promise<VerificationDto> {
    return this.ledger.verify(subject);
  }
}
