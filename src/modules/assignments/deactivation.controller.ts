import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { AttachRoute } from '../../platform/http/documented.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { DeactivatedDto } from './deactivation.dto.js';
import { DeactivationService } from './deactivation.service.js';

@ApiTags('identity')
@Controller('v1/accounts')
export class DeactivationController {
  constructor(private readonly accounts: DeactivationService) {}

  @Post(':id/deactivate')
  @HttpCode(200)
  @Permit('account.manage')
  @AttachRoute('Switch an account off and end its sessions; the open cases of an officer go to the list of the head at once', DeactivatedDto)
  deactivate(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<DeactivatedDto>> {
    return this.accounts.deactivate(acting, id);
  }
}
