import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { AssignmentsService, ChoiceService, type AllotCaseDto, type ReleaseCaseDto } from '../assignments/index.js';
import { CaseRecordsService, CasesService, type AssignCaseDto, type NoteDto, type ReassignCaseDto } from '../cases/index.js';
import { LanesService, type ConfirmLaneDto, type LaneReasonDto } from '../lanes/index.js';
import type { BulkCode } from './data/bulk-commands.data.js';

/** The newest, in whatever state: one that was left in an earlier attempt answers with what it answered then. */
const PASSAGE = { name: 'bulk-passage', text: 'SELECT id FROM lane_passage WHERE case_id = $1 ORDER BY id DESC LIMIT 1' };

/** Does in one case what its own route does: through the same services. Returns the version after it. */
@Injectable()
export class BulkSteps {
  private readonly steps: Readonly<Record<BulkCode, (acting: Acting, caseId: string, input: unknown) => Promise<number>>> = {
    assign: async (acting, id, input) => versionOf(await this.cases.assign(acting, id, (input as AssignCaseDto).officer)),
    reassign: async (acting, id, input) => versionOf(await this.cases.reassign(acting, id, input as ReassignCaseDto)),
    'auto-assign': async (acting, id) => (await this.choice.autoAssign(acting, id)).body.case.version,
    allot: async (acting, id, input) => versionOf(await this.assignments.allot(acting, id, (input as AllotCaseDto).team)),
    claim: async (acting, id) => versionOf(await this.assignments.claim(acting, id)),
    release: async (acting, id, input) => versionOf(await this.assignments.release(acting, id, (input as ReleaseCaseDto).reason)),
    note: async (acting, id, input) => versionOf(await this.records.note(acting, id, (input as NoteDto).text)),
    'confirm-lane': async (acting, id, input) => versionOf(await this.lanes.confirm(acting, await this.passageOf(acting, id), input as ConfirmLaneDto)),
    'leave-lane': async (acting, id, input) => versionOf(await this.lanes.leave(acting, await this.passageOf(acting, id), (input as LaneReasonDto).reason)),
  };

  constructor(
    private readonly database: Database,
    private readonly cases: CasesService,
    private readonly records: CaseRecordsService,
    private readonly assignments: AssignmentsService,
    private readonly choice: ChoiceService,
    private readonly lanes: LanesService,
  ) {}

  carryOut(code: BulkCode, acting: Acting, caseId: string, input: unknown): Promise<number> {
    return this.steps[code](acting, caseId, input);
  }

  private async passageOf({ claims }: Acting, caseId: string): Promise<string> {
    const [found] = await this.database.read<{ id: string }>(claims, PASSAGE, [caseId]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return found.id;
  }
}

function versionOf({ body }: Answer<{ readonly version: number }>): number {
  return body.version;
}
