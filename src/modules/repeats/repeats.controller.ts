import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { canonical } from '../../kernel/ledger/index.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { DownloadRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AnswerPromptDto, PromptAnsweredDto, PunitivePackDto, PunitivePackPage, RepeatPromptsDto } from './repeat.dto.js';
import { RepeatsQueries } from './repeats.queries.js';
import { packName, RepeatsService } from './repeats.service.js';

@ApiTags('infringers')
@Controller('v1/infringers')
export class RepeatsController {
  constructor(
    private readonly service: RepeatsService,
    private readonly queries: RepeatsQueries,
  ) {}

  @Get('cases/:id/prompts')
  @Permit('infringer.read')
  @ReadRoute('Whether the respondents of a case were found to infringe before, what that means in law, and how to go on. It decides nothing', RepeatPromptsDto)
  prompts(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<RepeatPromptsDto> {
    return this.service.prompts(acting, id);
  }

  @Post('cases/:id/prompts/answer')
  @Permit('infringer.judge')
  @OpenRoute(null, 'Put on record whether a prompt is followed, and why; with other facts it opens again', PromptAnsweredDto)
  answer(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AnswerPromptDto): Promise<Answer<PromptAnsweredDto>> {
    return this.service.answer(acting, id, body);
  }

  @Get('cases/:id/punitive-packs')
  @Permit('infringer.read')
  @ReadRoute('Packs for the court that were put together in a case, newest first', PunitivePackPage)
  packs(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<PunitivePackPage> {
    return this.queries.packs(acting, id);
  }

  @Post('cases/:id/punitive-packs')
  @Permit('infringer.judge')
  @OpenRoute(null, 'Put together facts and documents with their digests for a court that decides on punitive damages', PunitivePackDto)
  makePack(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<PunitivePackDto>> {
    return this.service.makePack(acting, id);
  }

  @Get('punitive-packs/:id/file')
  @Permit('infringer.read')
  @DownloadRoute('The pack in canonical form: its SHA-256 is the one on the chain', 'application/json')
  async file(@Act() acting: Acting, @Param('id', Uuid) id: string, @Res() reply: FastifyReply): Promise<void> {
    const pack = await this.queries.pack(acting, id);
    await reply.type('application/json; charset=utf-8').header('content-disposition', `attachment; filename="${packName(pack)}"`).send(Buffer.from(canonical(pack.content)));
  }
}
