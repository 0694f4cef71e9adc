import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, ReadRoute } from '../../platform/http/documented.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { DecideRecusalDto, MovedProceedingDto, ProceedingQueries, RecusalRequests, Recusals, RequestRecusalDto } from '../proceedings/index.js';
import { DeclineReferralDto, FileReferralDto, ForwardReferralDto, InterveneDto, ReceiveReferralDto, ReturnReferralDto, ServedPaperDto, SignHandoverDto, TellIncompleteDto, UpholdReferralDto } from './referral-answers.dto.js';
import { ReferralReasonDto } from './referral.dto.js';
import { REFERRAL } from './referral.subject.js';
import { ReferralAnswersService } from './referrals.answers.service.js';

/** What others than the team say to a referral: police, procuratorate, and whoever wants somebody to keep out. */
@ApiTags('referrals')
@Controller('v1/referrals')
export class ReferralAnswersController {
  constructor(
    private readonly answers: ReferralAnswersService,
    private readonly recusals: Recusals,
    private readonly proceedings: ProceedingQueries,
  ) {}

  @Get(':id/recusals')
  @Permit('proceeding.read')
  @ReadRoute('Requests that somebody keeps out, and the decisions on them', RecusalRequests)
  requests(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<RecusalRequests> {
    return this.proceedings.recusals(acting, REFERRAL, id);
  }

  @Post(':id/request-recusal')
  @Permit('proceeding.request-recusal')
  @CommandRoute('referral.request-recusal', 'Record that somebody of the team is asked to keep out', MovedProceedingDto)
  requestRecusal(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RequestRecusalDto): Promise<Answer<MovedProceedingDto>> {
    return this.recusals.request(acting, REFERRAL, id, body);
  }

  @Post(':id/decide-recusal')
  @Permit('proceeding.decide-recusal')
  @CommandRoute('referral.decide-recusal', 'Decide on it', MovedProceedingDto)
  decideRecusal(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DecideRecusalDto): Promise<Answer<MovedProceedingDto>> {
    return this.recusals.decide(acting, REFERRAL, id, body);
  }

  @Post(':id/receive')
  @Permit('referral.answer')
  @CommandRoute('referral.receive', 'The police sign the receipt', MovedProceedingDto)
  receive(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReceiveReferralDto): Promise<Answer<MovedProceedingDto>> {
    return this.answers.receive(acting, id, body);
  }

  @Post(':id/tell-incomplete')
  @Permit('referral.answer')
  @CommandRoute('referral.tell-incomplete', 'The police say what is missing, within 24 hours', MovedProceedingDto)
  tellIncomplete(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: TellIncompleteDto): Promise<Answer<MovedProceedingDto>> {
    return this.answers.tellIncomplete(acting, id, body);
  }

  @Post(':id/forward')
  @Permit('referral.answer')
  @CommandRoute('referral.forward', 'The police forward what is not theirs, within 24 hours', MovedProceedingDto)
  forward(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ForwardReferralDto): Promise<Answer<MovedProceedingDto>> {
    return this.answers.forward(acting, id, body);
  }

  @Post(':id/file')
  @Permit('referral.answer')
  @CommandRoute('referral.file', 'The police file the case', MovedProceedingDto)
  file(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: FileReferralDto): Promise<Answer<MovedProceedingDto>> {
    return this.answers.file(acting, id, body);
  }

  @Post(':id/decline')
  @Permit('referral.answer')
  @CommandRoute('referral.decline', 'The police do not file, with reasons, and return the papers', MovedProceedingDto)
  decline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DeclineReferralDto): Promise<Answer<MovedProceedingDto>> {
    return this.answers.decline(acting, id, body);
  }

  @Post(':id/uphold')
  @Permit('referral.answer')
  @CommandRoute('referral.uphold', 'The police reconsider and still do not file', MovedProceedingDto)
  uphold(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: UpholdReferralDto): Promise<Answer<MovedProceedingDto>> {
    return this.answers.uphold(acting, id, body);
  }

  @Post(':id/explain')
  @Permit('referral.answer')
  @CommandRoute('referral.explain', 'The police explain to the procuratorate why they do not file, within seven days', MovedProceedingDto)
  explain(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReferralReasonDto): Promise<Answer<MovedProceedingDto>> {
    return this.answers.explain(acting, id, body);
  }

  @Post(':id/sign-handover')
  @Permit('referral.answer')
  @CommandRoute('referral.sign-handover', 'The police sign for the goods and papers', MovedProceedingDto)
  signHandover(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SignHandoverDto): Promise<Answer<MovedProceedingDto>> {
    return this.answers.signHandover(acting, id, body);
  }

  @Post(':id/return')
  @Permit('referral.answer')
  @CommandRoute('referral.return', 'The police give the case back: no crime, or not prosecuted', MovedProceedingDto)
  return(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReturnReferralDto): Promise<Answer<MovedProceedingDto>> {
    return this.answers.return(acting, id, body);
  }

  @Post(':id/intervene')
  @Permit('referral.supervise')
  @CommandRoute('referral.intervene', 'The procuratorate looks on early and gives its opinion', MovedProceedingDto)
  intervene(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: InterveneDto): Promise<Answer<MovedProceedingDto>> {
    return this.answers.intervene(acting, id, body);
  }

  @Post(':id/demand-explanation')
  @Permit('referral.supervise')
  @CommandRoute('referral.demand-explanation', 'The procuratorate asks the police why they do not file', MovedProceedingDto)
  demandExplanation(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ServedPaperDto): Promise<Answer<MovedProceedingDto>> {
    return this.answers.demandExplanation(acting, id, body);
  }

  @Post(':id/refuse-supervision')
  @Permit('referral.supervise')
  @CommandRoute('referral.refuse-supervision', 'The procuratorate finds the refusal right', MovedProceedingDto)
  refuseSupervision(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReferralReasonDto): Promise<Answer<MovedProceedingDto>> {
    return this.answers.refuseSupervision(acting, id, body);
  }

  @Post(':id/order-filing')
  @Permit('referral.supervise')
  @CommandRoute('referral.order-filing', 'The procuratorate tells the police to file, within fifteen days', MovedProceedingDto)
  orderFiling(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ServedPaperDto): Promise<Answer<MovedProceedingDto>> {
    return this.answers.orderFiling(acting, id, body);
  }

  @Post(':id/accept-explanation')
  @Permit('referral.supervise')
  @CommandRoute('referral.accept-explanation', 'The procuratorate accepts the reasons of the police', MovedProceedingDto)
  acceptExplanation(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReferralReasonDto): Promise<Answer<MovedProceedingDto>> {
    return this.answers.acceptExplanation(acting, id, body);
  }

  @Post(':id/return-from-prosecution')
  @Permit('referral.supervise')
  @CommandRoute('referral.return-from-prosecution', 'The procuratorate does not prosecute and gives the case back', MovedProceedingDto)
  returnFromProsecution(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReturnReferralDto): Promise<Answer<MovedProceedingDto>> {
    return this.answers.returnFromProsecution(acting, id, body);
  }
}
