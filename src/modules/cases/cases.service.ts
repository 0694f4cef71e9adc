import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import { NumberBlocks } from '../../platform/database/number-blocks.js';
import { legalDay } from '../../platform/clocks/clocks.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { vectorOf } from '../../platform/search/words.js';
import { anyOpening, Workflow, type Command, type Moving, type Opening } from '../../platform/workflow/workflow.js';
import { Documents, type Paper } from '../documents/index.js';
import { Principals } from '../identity/index.js';
import { CaseRecusal } from './case-records.entity.js';
import type { RecuseDto, ReassignCaseDto } from './case.dto.js';
import type { CaseFile } from './case.entity.js';
import { CASE } from './case.subject.js';
import { movedCase, type MovedCaseDto } from './case-view.dto.js';
import { absenceOf, gatherFor, gatherToClose } from './cases.obligations.queries.js';
import { CaseTexts } from './cases.texts.service.js';
import { OFF_THE_LIST } from './data/escalations.data.js';
import { agedAt } from './data/lanes.data.js';
import { searchable } from './cases.worklist.queries.js';

/** Working numbers of case files. */
export const CASE_NUMBERS = Symbol('case numbers');

/** What a case is found by, of a complaint that is in it. */
export interface CaseName {
  readonly id: string;
  readonly receiptNumber: string;
  readonly externalNumber: string;
  readonly targetName: string;
  readonly targetUscc: string | null;
  readonly rightNumber: string | null;
  readonly tokens: string;
}

/** What a complaint gives to the case that is opened from it. */
export interface CaseOrigin extends CaseName {
  readonly track: string;
  readonly handlingAgency: string;
  readonly region: string;
  readonly rightType: string;
  readonly classification: string;
  readonly tracks: readonly string[];
  readonly lane: string;
  readonly flags: readonly string[];
  readonly lawVersion: string;
}

const IN_LANE = { name: 'case-in-lane', text: "SELECT id FROM lane_passage WHERE case_id = $1 AND state IN ('proposed', 'running')" };
const IN_IT = { name: 'case-complaints-in-it', text: 'SELECT id FROM complaint WHERE case_id = $1 AND state = $2 ORDER BY id' };

interface Along {
  readonly along?: { readonly cascade: string; readonly in: string; readonly reason: string };
  readonly present?: string;
  readonly paper?: Paper<CaseFile>;
}

@Injectable()
export class CasesService {
  constructor(
    private readonly workflow: Workflow,
    private readonly principals: Principals,
    private readonly texts: CaseTexts,
    private readonly documents: Documents,
    @Inject(CASE_NUMBERS) private readonly numbers: NumberBlocks,
  ) {}

  /** A case about to be opened from a complaint, with its number; written by the complaint's move. `others` go into it with the first. */
  async opening(acting: Acting): Promise<{ id: string; from: (origin: CaseOrigin, others?: readonly CaseName[]) => Opening }> {
    const id = newId();
    const caseNumber = `CZAJ${legalDay(acting.at).slice(0, 4)}-${String(await this.numbers.take()).padStart(7, '0')}`;
    const from = (origin: CaseOrigin, others: readonly CaseName[] = []): Opening<CaseFile> => {
      const { id: complaintId, track, handlingAgency, region, rightType, classification, targetName, targetUscc, rightNumber, tracks, lane, flags, lawVersion } = origin;
      const { tokens, names } = foundBy([origin, ...others], caseNumber);
      return {
        subject: CASE, command: 'open', input: {}, data: { caseNumber, complaintId },
        row: {
          id, caseNumber, track, agency: handlingAgency, region, rightType, classification, complaintId, targetName, targetUscc, rightNumber, tracks: [...tracks], lane, flags: [...flags], lawVersion, tokens, names,
          assignee: null, openedAt: acting.at, closedAt: null, outcome: null, involved: [], agedAt: agedAt(lane, acting.at), rankAt: null, team: null, escalatedAt: null, escalatedFor: null, touchedAt: acting.at,
        },
      };
    };
    return { id, from: (origin, others) => anyOpening(from(origin, others)) };
  }

  /** From now on a case is found by the words and numbers of a complaint that joins it, too. */
  static takingUp(found: FoundBy, joining: CaseName): FoundBy {
    const { tokens, names } = foundBy([joining]);
    return { tokens: `${found.tokens} ${tokens}`, names: `${found.names}\n${names}` };
  }

  async assign(acting: Acting, id: string, officer: string): Promise<Answer<MovedCaseDto>> {
    const officerAgencies = await this.principals.caseAgencies(officer);
    return this.move(acting, { id, command: 'assign', input: { officer, officerAgencies }, patch: () => ({ assignee: officer, ...OFF_THE_LIST }), data: { officer } }, { present: officer });
  }

  async reassign(acting: Acting, id: string, { officer, reason: given }: ReassignCaseDto): Promise<Answer<MovedCaseDto>> {
    const [officerAgencies, reason] = await Promise.all([this.principals.caseAgencies(officer), this.texts.scrubbed(id, given)]);
    return this.move(acting, { id, command: 'reassign', input: { officer, officerAgencies, reason }, patch: () => ({ assignee: officer, ...OFF_THE_LIST }), data: { officer, reason } }, { present: officer });
  }

  /** Records the decision; where it takes the officer in charge away, the successor is in charge at once. */
  async recuse(acting: Acting, id: string, body: RecuseDto): Promise<Answer<MovedCaseDto>> {
    const { officer, raisedBy, ground, decision, successor } = body;
    const [officerAgencies, successorAgencies, reason] = await Promise.all([
      this.principals.caseAgencies(officer), successor === undefined ? [] : this.principals.caseAgencies(successor), this.texts.scrubbed(id, body.reason),
    ]);
    const recusal: CaseRecusal = { id: newId(), caseId: id, officer, raisedBy, ground, reason, decision, decidedBy: acting.claims.actor, decidedAt: acting.at };
    return this.move(acting, {
      id, command: 'recuse', input: { ...body, officerAgencies, successorAgencies }, data: { officer, raisedBy, ground, decision, recusal: recusal.id, successor },
      patch: () => (successor === undefined ? {} : { assignee: successor, ...OFF_THE_LIST }), also: () => ({ inserts: [insertInto(CaseRecusal, recusal)] }),
    }, { paper: () => ({ officer, raisedBy, ground, decision, reason, successor }) });
  }

  /** Concludes every complaint of the case with it, and its passage through a lane, if there is one. */
  async close(acting: Acting, id: string, given: string): Promise<Answer<MovedCaseDto>> {
    const outcome = await this.texts.scrubbed(id, given);
    return this.move(acting, { id, command: 'close', input: { outcome }, patch: () => ({ outcome, closedAt: acting.at, ...OFF_THE_LIST }) }, { along: { cascade: 'complaint.conclude', in: 'in-case', reason: outcome }, paper: (row) => coverOf(row, acting.at) });
  }

  /** Takes up again every complaint that was concluded with it. */
  async reopen(acting: Acting, id: string, given: string): Promise<Answer<MovedCaseDto>> {
    const reason = await this.texts.scrubbed(id, given);
    return this.move(acting, { id, command: 'reopen', input: { reason }, patch: () => ({ outcome: null, closedAt: null }), data: { reason } }, { along: { cascade: 'complaint.resume', in: 'concluded', reason } });
  }

  /** `along`: the complaints in this state go the same way. Which they are is read under the lock of the case, which a complaint takes to join. `present`: the officer who has to be there. `paper`: content of the document that the row of the table names. */
  private move(acting: Acting, command: Omit<Command<CaseFile>, 'subject' | 'gather'>, { along, present, paper = () => ({}) }: Along = {}): Promise<Answer<MovedCaseDto>> {
    let complaints: readonly { readonly id: string }[] = [];
    const absence = present === undefined ? null : absenceOf(present, acting.at);
    let passages: readonly { readonly id: string }[] = [];
    const asked = along === undefined ? (absence === null ? [] : [absence.query]) : [{ statement: IN_IT, values: [command.id, along.in] }, { statement: IN_LANE, values: [command.id] }];
    const gather = (along === undefined ? gatherFor : gatherToClose)(command.id, asked, ([found = [], inLane = []]) => {
      if (absence !== null) return absence.facts(found);
      [complaints, passages] = [found as { id: string }[], inLane as { id: string }[]];
      return {};
    });
    const cascades: Command<CaseFile>['cascades'] = along === undefined ? {} : {
      [along.cascade]: (): Moving[] => complaints.map(({ id }) => ({ id, input: { reason: along.reason } })),
      'lane-passage.finish': (): Moving[] => passages.map(({ id }) => ({ id, input: {}, patch: { endedBy: acting.claims.actor } })),
    };
    const { command: issuing, issued } = this.documents.issuing(acting, { subject: CASE, ...command, gather, cascades }, paper);
    return this.workflow.execute(acting, issuing, ({ row, deadlines }) => ({ status: 200, body: movedCase(row, deadlines, issued()) }));
  }
}

/** 卷宗封面: after closing the papers are bound (令2 第七十八条). */
function coverOf({ targetName, caseNumber, agency, openedAt, outcome }: CaseFile, at: Date): Readonly<Record<string, unknown>> {
  return { caseTitle: targetName, caseNumber, agency, openedOn: legalDay(openedAt), closedOn: legalDay(at), outcome };
}

export type FoundBy = Pick<CaseFile, 'tokens' | 'names'>;

/** The words of its complaints, and the names and numbers that people ask for. */
function foundBy(complaints: readonly CaseName[], ...more: readonly string[]): FoundBy {
  const numbers = [...more, ...complaints.flatMap(({ receiptNumber, externalNumber, rightNumber, targetUscc }) => [receiptNumber, externalNumber, rightNumber ?? '', targetUscc ?? ''])];
  const names = new Set([...complaints.map(({ targetName }) => targetName), ...numbers].map(searchable));
  names.delete('');
  return { tokens: [...complaints.map(({ tokens }) => tokens), vectorOf(...numbers)].join(' '), names: [...names].join('\n') };
}
