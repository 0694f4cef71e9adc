import { Injectable } from '@nestjs/common';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Workflow, type Command } from '../../platform/workflow/workflow.js';
import type { InspectionFindingDto, FollowUpFindingDto } from './inspection.dto.js';
import type { InspectionFinding } from './inspection.entity.js';
import { INSPECTION_FINDING } from './inspection.subject.js';
import { InspectionsQueries, shownFinding } from './inspections.queries.js';
import { InspectionsService } from './inspections.service.js';

/** What becomes of a finding: the agency answers, the body accepts the answer or asks again. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly inspections: InspectionsService,
    private readonly queries: InspectionsQueries,
  ) {}

  async answer(acting: Acting, id: string, given: string): Promise<Answer<InspectionFindingDto>> {
    const answer = await this.scrubbed(acting, id, given);
    return this.move(acting, { id, command: 'answer', input: { answer }, patch: () => ({ answer, answeredAt: acting.at, answeredBy: acting.claims.actor }), data: { answer } });
  }

  async accept(acting: Acting, id: string, given: string | undefined): Promise<Answer<InspectionFindingDto>> {
    const reason = given === undefined ? null : await this.scrubbed(acting, id, given);
    return this.move(acting, { id, command: 'accept', input: {}, patch: () => ({ reason, decidedAt: acting.at }), data: { reason } });
  }

  async followUp(acting: Acting, id: string, { reason: given, answerDays }: FollowUpFindingDto): Promise<Answer<InspectionFindingDto>> {
    const reason = await this.scrubbed(acting, id, given);
    return this.move(acting, { id, command: 'follow-up', input: { reason }, amounts: { 'inspection.answer': answerDays }, patch: ({ followUps }) => ({ reason, decidedAt: acting.at, followUps: followUps + 1 }), data: { reason } });
  }

  async withdraw(acting: Acting, id: string, given: string): Promise<Answer<InspectionFindingDto>> {
    const reason = await this.scrubbed(acting, id, given);
    return this.move(acting, { id, command: 'withdraw', input: { reason }, patch: () => ({ reason, decidedAt: acting.at }), data: { reason } });
  }

  private async scrubbed(acting: Acting, id: string, text: string): Promise<string> {
    const finding = await this.queries.finding(acting, id);
    return this.inspections.scrubbed(finding.inspectionId, finding, text);
  }

  private move(acting: Acting, command: Omit<Command<InspectionFinding>, 'subject'>): Promise<Answer<InspectionFindingDto>> {
    return this.workflow.execute(acting, { subject: INSPECTION_FINDING, ...command }, ({ row }) => ({ status: 200, body: shownFinding(row) }));
  }
}
