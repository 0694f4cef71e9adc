import { Injectable } from '@nestjs/common';
import type { Acting } from '../../platform/http/acting.js';
import type { ServeDocumentDto } from '../document-services/index.js';
import type {
  ApplyEnforcementDto, ChangeDecisionDto, DecideDirectlyDto, DecideDto, DeliberateDto, DismissDto, EndAdjudicationEnforcementDto, RecordAnnulledDto, RecordChangedDto, RecordHolderEnforcementDto, RecordAdjudicationJudgmentDto, RecordAdjudicationPerformanceDto, RecordSuitDto, RectifyDto, ReviseDto,
} from './adjudication-decision.dto.js';
import type { NamePanelDto, AdjudicationReasonDto } from './adjudication-request.dto.js';
import type { Adjudication } from './adjudication.entity.js';
import { AdjudicationSteps, caption, captionWithPatent, panelShown, seated, type Moved } from './adjudications.steps.service.js';
import type { DecisionMade, Litigation } from './domain/adjudication.rules.js';

const AGENCY_ENFORCES = 'adjudication.enforcement-agency';

/** Deliberation, decision, and what becomes of it. */
@Injectable()
export class AdjudicationDecisionsService {
  constructor(private readonly steps: AdjudicationSteps) {}

  /** Votes stay with the panel: they are no part of what the case shows to others. */
  deliberate(acting: Acting, id: string, body: DeliberateDto): Moved {
    return this.steps.run(acting, id, 'deliberate', body, {
      patch: (_row, { at, finding, votes }) => ({ deliberation: { at: new Date(at).toISOString(), finding, votes: votes.map(({ member, finding: vote }) => ({ member, finding: vote })) } }),
      data: ({ at }) => ({ at }), paper: ({ number }, { at, facts, law, finding, votes }) => ({ caseReference: number, at, facts, law, finding, votes }),
    });
  }

  decide(acting: Acting, id: string, body: DecideDto): Moved {
    return this.steps.run(acting, id, 'decide', body, {
      patch: ({ marks }, { finding, acts = [], measures = [], performBy = null }) => made({ finding, acts, measures, performBy, at: acting.at.toISOString(), direct: false }, marks),
      data: ({ finding }) => ({ finding }), paper: (row, { statements, reasons, provisions, remedies, finding, acts = [], measures, performBy }) => ({ ...captionWithPatent(row), panel: panelShown(row), statements, finding, reasons, provisions, order: finding === 'infringing' ? acts : 'rejected', measures, performBy, remedies }),
    });
  }

  decideDirectly(acting: Acting, id: string, body: DecideDirectlyDto): Moved {
    return this.steps.run(acting, id, 'decide-directly', body, {
      patch: ({ marks }, { acts, measures = [], performBy = null }) => made({ finding: 'infringing', acts, measures, performBy, at: acting.at.toISOString(), direct: true }, marks),
      data: ({ earlier }) => ({ finding: 'infringing', earlier }),
      paper: (row, { statements, reasons, provisions, remedies, acts, measures, performBy, earlier }) => ({ ...captionWithPatent(row), panel: panelShown(row), statements, finding: 'infringing', reasons, provisions, order: acts, measures, performBy, remedies, earlier }),
    });
  }

  dismiss(acting: Acting, id: string, body: DismissDto): Moved {
    return this.steps.run(acting, id, 'dismiss', body, { patch: () => ({ outcome: 'dismissed' }), data: ({ ground }) => ({ ground }), paper: (row, { ground, reasons }) => ({ ...caption(row), ground, reasons }) });
  }

  /** The suit may be brought from now on; what is ordered beside the stop is enforced when its last day is over. */
  async serveDecision(acting: Acting, id: string, body: ServeDocumentDto): Moved {
    const { decision } = await this.steps.row(acting, id);
    const servedAt = new Date(body.servedAt);
    const performBy = decision?.performBy ?? null;
    const due = performBy === null ? servedAt : endOf(performBy);
    return this.steps.serve(acting, id, 'serve-decision', body, 'decisionServedAt', { triggers: { 'adjudication.suit': servedAt, [AGENCY_ENFORCES]: due > servedAt ? due : servedAt } });
  }

  rectify(acting: Acting, id: string, body: RectifyDto): Moved {
    return this.steps.run(acting, id, 'rectify', body, { paper: (row, { wrong, right }) => ({ ...caption(row), wrong, right }) });
  }

  change(acting: Acting, id: string, body: ChangeDecisionDto): Moved {
    return this.steps.run(acting, id, 'change-decision', body, {
      patch: ({ decision, claims: before }, { acts, ground, claims }) => ({ decision: decision === null ? null : { ...decision, acts }, claims: ground === 'partly-invalid' ? (claims ?? before) : before }),
      data: ({ ground }) => ({ ground }), paper: (row, { ground, reasons, acts }) => ({ ...captionWithPatent(row), ground, reasons, order: acts }),
    });
  }

  revoke(acting: Acting, id: string, body: ReviseDto): Moved {
    return this.steps.run(acting, id, 'revoke-decision', body, { patch: ({ marks }) => ({ outcome: 'revoked', marks: without(marks) }), data: ({ ground }) => ({ ground }), paper: (row, { ground, reasons }) => ({ ...captionWithPatent(row), ground, reasons }) });
  }

  recordSuit(acting: Acting, id: string, body: RecordSuitDto): Moved {
    return this.steps.run(acting, id, 'record-suit', body, {
      patch: (_row, { plaintiff, court, courtNumber, filedAt }) => ({ litigation: { plaintiff, court, number: courtNumber, filedAt: new Date(filedAt).toISOString(), result: null, effectiveAt: null, anew: false } }),
      data: ({ plaintiff, court, courtNumber, filedAt }) => ({ plaintiff, court, courtNumber, filedAt }),
    });
  }

  recordUpheld(acting: Acting, id: string, body: RecordAdjudicationJudgmentDto): Moved {
    return this.judged(acting, id, 'record-upheld', body, { result: 'upheld' });
  }

  recordChanged(acting: Acting, id: string, body: RecordChangedDto): Moved {
    return this.judged(acting, id, 'record-changed', body, { result: 'changed' });
  }

  recordAnnulled(acting: Acting, id: string, body: RecordAnnulledDto): Moved {
    return this.judged(acting, id, 'record-annulled', body, { result: 'annulled', anew: body.anew }, ({ marks }) => ({ outcome: 'annulled', marks: without(marks) }));
  }

  /** Nothing of the annulled decision binds; what was served and heard stays. */
  async examineAnew(acting: Acting, id: string, body: NamePanelDto): Moved {
    return this.steps.run(acting, id, 'examine-anew', body, {
      gather: await this.steps.seating(body.members),
      patch: ({ parties }, { members }) => ({ members: seated(members, acting.at), deliberation: null, decision: null, outcome: null, performedAt: null, parties: parties.map((party) => ({ ...party, decisionServedAt: null })) }),
      data: ({ reason }) => ({ reason }), paper: (row, { reason }) => ({ ...caption(row), panel: panelShown(row), reason }),
    });
  }

  recordPerformance(acting: Acting, id: string, body: RecordAdjudicationPerformanceDto): Moved {
    const occurred = new Date(body.at);
    return this.steps.record(acting, id, 'record-performance', body, { occurred, patch: () => ({ performedAt: occurred }) });
  }

  applyEnforcement(acting: Acting, id: string, body: ApplyEnforcementDto): Moved {
    return this.steps.run(acting, id, 'apply-enforcement', body, { data: ({ court }) => ({ court }), paper: (row, { court, reasons }) => ({ ...caption(row), court, reasons, order: row.decision?.acts }) });
  }

  /** The six months of the right holder begin where the three of the agency end. */
  async leaveEnforcement(acting: Acting, id: string, body: AdjudicationReasonDto): Moved {
    const end = await this.steps.dueOf(acting, id, AGENCY_ENFORCES);
    return this.steps.run(acting, id, 'leave-enforcement', body, { triggers: { 'adjudication.enforcement-holder': end }, data: ({ reason }) => ({ reason }) });
  }

  recordHolderEnforcement(acting: Acting, id: string, body: RecordHolderEnforcementDto): Moved {
    return this.steps.run(acting, id, 'record-holder-enforcement', body, { data: ({ court, appliedAt }) => ({ court, appliedAt }) });
  }

  endEnforcement(acting: Acting, id: string, body: EndAdjudicationEnforcementDto): Moved {
    return this.steps.run(acting, id, 'end-enforcement', body, { patch: ({ performedAt, outcome }, { result }) => ({ performedAt: result === 'enforced' ? acting.at : performedAt, outcome: outcome ?? `enforcement-${result}` }), data: ({ result }) => ({ result }) });
  }

  conclude(acting: Acting, id: string, body: AdjudicationReasonDto): Moved {
    return this.steps.run(acting, id, 'conclude', body, { data: ({ reason }) => ({ reason }) });
  }

  private judged<Body extends RecordAdjudicationJudgmentDto>(acting: Acting, id: string, command: string, body: Body, judgment: Pick<Litigation, 'result'> & Partial<Litigation>, more: (row: Adjudication) => Partial<Adjudication> = () => ({})): Moved {
    const effective = new Date(body.effectiveAt);
    return this.steps.record(acting, id, command, body, {
      occurred: effective, triggers: { [AGENCY_ENFORCES]: effective, 'adjudication.publication-change': effective },
      patch: (row, { courtNumber }) => ({ ...more(row), litigation: row.litigation === null ? null : { ...row.litigation, ...judgment, number: courtNumber, effectiveAt: effective.toISOString() } }),
    });
  }
}

/** Other tracks look at the mark. */
const FOUND = 'infringement-found';
const without = (marks: readonly string[]): string[] => marks.filter((mark) => mark !== FOUND);

function made(decision: DecisionMade, marks: readonly string[]): Partial<Adjudication> {
  const infringing = decision.finding === 'infringing';
  return { decision, outcome: infringing ? 'stop-ordered' : 'rejected', marks: infringing ? [...without(marks), FOUND] : [...marks] };
}

/** Last instant of a day in Asia/Shanghai. */
function endOf(day: string): Date {
  return new Date(`${day}T23:59:59.999+08:00`);
}
