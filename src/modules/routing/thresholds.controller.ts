import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting } from '../../platform/http/acting.js';
import { ReadRoute } from '../../platform/http/documented.js';
import { Act, Permit, Repeatable } from '../../platform/http/route.js';
import { ThresholdAnswerDto, ThresholdQuestionDto } from './threshold.dto.js';
import { ThresholdsService } from './thresholds.service.js';

@ApiTags('criminal thresholds')
@Controller('v1/criminal-thresholds')
export class ThresholdsController {
  constructor(private readonly thresholds: ThresholdsService) {}

  @Post('calculations')
  @HttpCode(200)
  @Permit('threshold.calculate')
  @Repeatable('Nothing is written: the same figures give the same answer')
  @ReadRoute('Sum goods and income by the law, hold them against the limits of an offence, and show every step with its article', ThresholdAnswerDto)
  calculate(@Act() acting: Acting, @Body() body: ThresholdQuestionDto): ThresholdAnswerDto {
    return this.thresholds.calculate(acting, body);
  }
}
