import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { newId } from '../../platform/database/id.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { SubjectQueries, type AvailableCommandsDto } from '../../platform/workflow/subject.queries.js';
import { anyOpening, Workflow, type Command, type Moving, type Opening, type Outcome } from '../../platform/workflow/workflow.js';
import { agedAt, CASE, CaseTexts, type CaseFile } from '../cases/index.js';
import { LANE_RULES } from './data/lane-rules.data.js';
import { TRIAGE_RULES } from './data/triage.data.js';
import { conditionsOf, proposal } from './domain/lane.rules.js';
import { judge, rulesOn, type KnownFacts, type StatedFacts } from './domain/triage.rules.js';
import type { LanePassage } from './lane-passage.entity.js';
import { LANE_PASSAGE } from './lane-passage.subject.js';
import type { ConfirmLaneDto, EjectFromLaneDto, LanePassageWithTargetsDto, TriageDto } from './lanes.dto.js';
import { gatherEntering, gatherFile, gatherKnown, LanesQueries, shownWithTargets, type FileOfPassage } from './lanes.queries.js';

type Moved = Promise<Answer<LanePassageWithTargetsDto>>;

/** Where a case goes that leaves its lane. */
const BACK_TO = 'ordinary';

/** Proposes lanes, puts cases into them and out of them. What statutes say of a case is not touched by any of it. */
@Injectable()
export class LanesService {
  constructor(
    private readonly workflow: Workflow,
    private readonly texts: CaseTexts,
    private readonly queries: LanesQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  /** Simple or complex, under the lock of the case: what the officer states, and what the registers know at that moment. */
  propose(acting: Acting, { caseId, ...stated }: TriageDto): Moved {
    return this.workflow.openIn<CaseFile, LanePassageWithTargetsDto>(acting, { subject: CASE, id: caseId, gather: gatherKnown(caseId, acting.at) }, (file, gathered) => {
      const opening = proposed(acting, file, stated, gathered);
      const { id, proposedLane, verdict: { version, simple, score } } = opening.row;
      return {
        openings: [anyOpening(opening)], fact: { event: 'case.lane-proposed', data: { passage: id, lane: proposedLane, version, simple, score } },
        answer: ([outcome]) => ({ status: 201, body: shownOutcome(outcome as unknown as Outcome<LanePassage>) }),
      };
    });
  }

  async confirm(acting: Acting, id: string, { lane, reason: given }: ConfirmLaneDto): Moved {
    const { caseId, reason } = await this.scrubbed(acting, id, given);
    let file: FileOfPassage | undefined;
    const into = (): Moving => ({ id: caseId, input: {}, patch: moved(lane, file), data: { lane, passage: id } });
    return this.move(acting, {
      id, command: 'confirm', input: { lane, reason }, gather: gatherEntering(id, lane, (known) => (file = known)), cascades: { 'case.enter-lane': into }, data: { lane, reason },
      patch: () => ({ lane, fromLane: file?.lane ?? BACK_TO, reason, readmits: file?.ejected ?? null, enteredAt: acting.at, enteredBy: acting.claims.actor, dueIn: file?.nextDue ?? null }),
    });
  }

  async decline(acting: Acting, id: string, given: string): Moved {
    const { reason } = await this.scrubbed(acting, id, given);
    return this.move(acting, { id, command: 'decline', input: { reason }, gather: gatherFile(id), patch: () => ({ endedBy: acting.claims.actor, endReason: reason }), data: { reason } });
  }

  leave(acting: Acting, id: string, reason: string): Moved {
    return this.out(acting, id, 'leave', reason, null);
  }

  eject(acting: Acting, id: string, { ground, reason }: EjectFromLaneDto): Moved {
    return this.out(acting, id, 'eject', reason, ground);
  }

  available(acting: Acting, id: string): Promise<AvailableCommandsDto> {
    return this.subjects.available(acting, LANE_PASSAGE, id, gatherFile(id));
  }

  /** Back to the ordinary lane, ranked as if it had always been there. Its statutory dates are written down, not counted anew. */
  private async out(acting: Acting, id: string, command: 'leave' | 'eject', given: string, ground: string | null): Moved {
    const { caseId, reason } = await this.scrubbed(acting, id, given);
    let file: FileOfPassage | undefined;
    const back = ({ lane }: LanePassage): Moving => ({ id: caseId, input: {}, patch: moved(BACK_TO, file), data: { lane, passage: id, ground } });
    return this.move(acting, {
      id, command, input: { reason, ground }, gather: gatherFile(id, (known) => (file = known)), cascades: { 'case.leave-lane': back }, data: { reason, ground },
      patch: () => ({ endedBy: acting.claims.actor, ground, endReason: reason, dueOut: file?.nextDue ?? null }),
    });
  }

  private async scrubbed(acting: Acting, id: string, given?: string): Promise<{ caseId: string; reason: string | null }> {
    const { caseId } = await this.queries.one(acting, id);
    return { caseId, reason: given === undefined ? null : await this.texts.scrubbed(caseId, given) };
  }

  private move(acting: Acting, command: Omit<Command<LanePassage>, 'subject'>): Moved {
    return this.workflow.execute(acting, { subject: LANE_PASSAGE, ...command }, (outcome) => ({ status: 200, body: shownOutcome(outcome) }));
  }
}

function proposed({ at, claims }: Acting, { id: caseId, agency, region, lane: fromLane }: CaseFile, stated: StatedFacts, gathered: Readonly<Record<string, unknown>>): Opening<LanePassage> {
  const { rightLive, partiesKnown, holderStanding } = gathered as unknown as KnownFacts;
  const facts = { ...stated, rightLive, partiesKnown, holderStanding };
  const verdict = judge(rulesOn(TRIAGE_RULES, legalDay(at)), facts);
  const conditions = conditionsOf(facts, verdict);
  const { lane, lacking } = proposal(LANE_RULES, conditions);
  return {
    subject: LANE_PASSAGE, command: 'propose', input: gathered, data: { caseId, lane, facts, version: verdict.version, simple: verdict.simple, score: verdict.score, conditions },
    row: {
      id: newId(), caseId, agency, region, proposedLane: lane, lane, fromLane, facts, conditions, verdict: { ...verdict, lacking }, proposedAt: at, proposedBy: claims.actor,
      reason: null, readmits: null, enteredAt: null, enteredBy: null, dueIn: null, endedAt: null, endedBy: null, ground: null, endReason: null, dueOut: null,
    },
  };
}

/** The columns of a case that comes into a lane: from when it ranks with what is due counts from its opening, whenever it comes. */
function moved(lane: string, file: FileOfPassage | undefined): Pick<CaseFile, 'lane' | 'agedAt'> {
  if (file === undefined) throw new Error('The file of the passage was not read under its lock');
  return { lane, agedAt: agedAt(lane, file.openedAt) };
}

function shownOutcome({ row, deadlines }: Outcome<LanePassage>): LanePassageWithTargetsDto {
  return shownWithTargets(row, deadlines);
}
