import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/id.js';
import { NumberBlocks } from '../../platform/database/number-blocks.js';
import { legalDay } from '../../platform/clocks/clocks.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { anyOpening, Workflow, type Command, type Opening, type Outcome } from '../../platform/workflow/workflow.js';
import { Principals } from '../identity/index.js';
import type { CaseDto } from './case.dto.js';
import type { CaseFile } from './case.entity.js';
import { CASE } from './case.subject.js';
import { CASE_NUMBERS } from './cases.tokens.js';

/** What a complaint gives to the case that is opened from it. */
export interface CaseOrigin {
  readonly id: string;
  readonly track: string;
  readonly handlingAgency: string;
  readonly region: string;
  readonly rightType: string;
  readonly classification: string;
  readonly targetName: string;
  readonly targetUscc: string | null;
  readonly rightNumber: string | null;
  readonly tracks: readonly string[];
  readonly lane: string;
  readonly flags: readonly string[];
  readonly lawVersion: string;
  readonly tokens: string;
}

@Injectable()
export class CasesService {
  constructor(
    private readonly workflow: Workflow,
    private readonly principals: Principals,
    @Inject(CASE_NUMBERS) private readonly numbers: NumberBlocks,
  ) {}

  /** A case about to be opened from a complaint, with its number; written by the complaint's move. */
  async opening(acting: Acting): Promise<{ id: string; from: (origin: CaseOrigin) => Opening }> {
    const id = newId();
    const caseNumber = `CZAJ${legalDay(acting.at).slice(0, 4)}-${String(await this.numbers.take()).padStart(7, '0')}`;
    const from = ({ id: complaintId, track, handlingAgency, region, rightType, classification, targetName, targetUscc, rightNumber, tracks, lane, flags, lawVersion, tokens }: CaseOrigin): Opening<CaseFile> => ({
      subject: CASE, command: 'open', input: {}, data: { caseNumber, complaintId },
      row: { id, caseNumber, track, agency: handlingAgency, region, rightType, classification, complaintId, targetName, targetUscc, rightNumber, tracks: [...tracks], lane, flags: [...flags], lawVersion, tokens, assignee: null, openedAt: acting.at, closedAt: null, outcome: null },
    });
    return { id, from: (origin) => anyOpening(from(origin)) };
  }

  async assign(acting: Acting, id: string, officer: string): Promise<Answer<CaseDto>> {
    const officerAgencies = await this.principals.caseAgencies(officer);
    return this.move(acting, { id, command: 'assign', input: { officer, officerAgencies }, patch: () => ({ assignee: officer }), data: { officer } });
  }

  close(acting: Acting, id: string, outcome: string): Promise<Answer<CaseDto>> {
    const cascades = { 'complaint.conclude': ({ complaintId }: CaseFile) => ({ id: complaintId, input: { reason: outcome } }) };
    return this.move(acting, { id, command: 'close', input: { outcome }, patch: () => ({ outcome, closedAt: acting.at }), cascades });
  }

  reopen(acting: Acting, id: string, reason: string): Promise<Answer<CaseDto>> {
    const cascades = { 'complaint.resume': ({ complaintId }: CaseFile) => ({ id: complaintId, input: { reason } }) };
    return this.move(acting, { id, command: 'reopen', input: { reason }, patch: () => ({ outcome: null, closedAt: null }), data: { reason }, cascades });
  }

  private move(acting: Acting, command: Omit<Command<CaseFile>, 'subject'>): Promise<Answer<CaseDto>> {
    return this.workflow.execute(acting, { subject: CASE, ...command }, ({ row, deadlines }: Outcome<CaseFile>) => ({
      status: 200,
      body: { ...row, deadlines: deadlines.map(showDeadline) } as unknown as CaseDto,
    }));
  }
}
