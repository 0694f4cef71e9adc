import { applyDecorators, Body, Controller, Header, HttpCode, Post, type Type } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Open, Repeatable } from '../../platform/http/route.js';
import { Rate } from '../../platform/security/rate-limit.js';
import { RewardClaimsService } from './reward-claims.service.js';
import { ClaimCodeDto, ClaimedRewardDto, ClaimRewardDto, ClaimStatusDto, CollectRewardDto } from './reward.dto.js';

const problem = (status: number, description: string): MethodDecorator => ApiResponse({ status, description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } } });

/** Codes go in bodies, not in addresses, which are logged on the way. Nothing of an answer is stored. */
function ByCode(status: number, summary: string, type: Type): MethodDecorator {
  return applyDecorators(
    Open('Whoever reported has no account; codes of sixty random bits and more, at the pace of log-ins'), Rate('authentication'), Repeatable('Holds a secret, and secrets are not stored for replay; a second time changes nothing'), Header('cache-control', 'no-store'), HttpCode(status),
    ApiOperation({ summary, security: [] }), ApiResponse({ status, description: summary, type }), problem(400, 'The request is not valid: every field is named'), problem(404, 'Nothing can be claimed with this code: one answer, whatever the reason'), problem(409, 'Refused, with the reason'), problem(429, 'Too many requests; see Retry-After'),
  );
}

@ApiTags('public')
@Controller('v1/public/reward-claims')
export class RewardClaimsController {
  constructor(private readonly service: RewardClaimsService) {}

  @Post()
  @ByCode(201, 'Claim a reward with the code told at filing', ClaimedRewardDto)
  claim(@Body() body: ClaimRewardDto): Promise<ClaimedRewardDto> {
    return this.service.claim(body);
  }

  @Post('status')
  @ByCode(200, 'How a claim stands', ClaimStatusDto)
  status(@Body() { claimCode }: ClaimCodeDto): Promise<ClaimStatusDto> {
    return this.service.status(claimCode);
  }

  @Post('collect')
  @ByCode(200, 'Collect a reward that was granted: say to whom it is paid', ClaimStatusDto)
  collect(@Body() body: CollectRewardDto): Promise<ClaimStatusDto> {
    return this.service.collect(body);
  }
}
