import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReadRoute } from '../../platform/http/documented.js';
import { Open } from '../../platform/http/route.js';
import { Rate } from '../../platform/security/rate-limit.js';
import { ReceiptDto } from './receipt.dto.js';
import { ReceiptQueries } from './receipts.queries.js';

@ApiTags('public')
@Controller('v1/public/receipts')
export class ReceiptsController {
  constructor(private readonly queries: ReceiptQueries) {}

  @Get(':code')
  @Open('The complainant has no account; the code is sixty random bits, looked up at the pace of log-ins')
  @Rate('authentication')
  @ReadRoute('State of a matter, by the code told at filing', ReceiptDto)
  receipt(@Param('code') code: string): Promise<ReceiptDto> {
    return this.queries.receipt(code);
  }
}
