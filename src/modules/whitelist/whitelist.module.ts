import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { WhitelistController } from './whitelist.controller.js';
import { PublicWhitelistController } from './whitelist.public.controller.js';
import { WhitelistQueries } from './whitelist.queries.js';
import { WhitelistService } from './whitelist.service.js';

@Module({ imports: [CasesModule], controllers: [WhitelistController, PublicWhitelistController], providers: [WhitelistService, WhitelistQueries] })
export class WhitelistModule {}
