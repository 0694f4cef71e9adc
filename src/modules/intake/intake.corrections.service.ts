import { Injectable } from '@nestjs/common';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { newId } from '../../platform/database/id.js';
import type { Insert } from '../../platform/database/insert-statements.js';
import { vectorOf } from '../../platform/search/words.js';
import { Vault } from '../../platform/security/vault.js';
import { anyOpening, Workflow, type Command, type Gather, type Opening, type Outcome } from '../../platform/workflow/workflow.js';
import { factsWith, RoutingService, type RoutingAnswer, type RoutingFacts, type StoredDecision } from '../routing/index.js';
import type { CorrectComplaintDto, OverrideRouteDto, SplitComplaintDto } from './complaint-commands.dto.js';
import type { Complaint } from './complaint.entity.js';
import { COMPLAINT } from './complaint.subject.js';
import { checkedIdentifiers } from './domain/identifiers.rules.js';
import { dutyTriggers } from './filing.js';
import { HANDLING, replyFollows } from './intake.commands.service.js';
import { intakeProblem } from './intake.errors.js';
import { movedComplaint, type MovedComplaint } from './moved-complaint.js';

const RECEIVED = { name: 'complaint-received', text: 'SELECT received_at AS "receivedAt" FROM complaint WHERE id = $1' };
const OTHER_LEG = { name: 'complaint-other-leg', text: 'SELECT id FROM complaint WHERE lead_id = $1' };

/** What the desk changes after filing: what was taken down, what it is in law, and where it goes. */
@Injectable()
export class IntakeCorrections {
  constructor(
    private readonly workflow: Workflow,
    private readonly routing: RoutingService,
    private readonly vault: Vault,
  ) {}

  /** What was corrected is routed again under the rules of today. Throws complaint.nothing-to-correct. */
  correct(acting: Acting, id: string, { reason, ...change }: CorrectComplaintDto): Promise<Answer<MovedComplaint>> {
    if (Object.values(change).every((value) => value === undefined)) throw intakeProblem('complaint.nothing-to-correct');
    let decision: Insert | null = null;
    const { gather, known } = this.gathered(id);
    const patch = (row: Complaint): Partial<Complaint> => {
      const facts = correctedFacts(known.last?.facts ?? {}, change);
      const routed = this.routing.route(facts);
      decision = this.routing.decision(id, facts, routed, acting.at);
      return { ...correctedRow(row, change), ...whereTo(routed), decisionReason: reason };
    };
    const data = { reason, fields: Object.keys(change).filter((field) => change[field as keyof typeof change] !== undefined), classification: change.classification };
    return this.move(acting, { id, command: 'correct', input: { reason }, gather, patch, data, triggers: known.triggers, also: () => ({ inserts: decision === null ? [] : [decision] }), cascades: { 'reply.follow': replyFollows } });
  }

  overrideRoute(acting: Acting, id: string, { agency, track, reason }: OverrideRouteDto): Promise<Answer<MovedComplaint>> {
    const { gather, known } = this.gathered(id);
    const patch = (): Partial<Complaint> => ({ handlingAgency: agency, track, decisionReason: reason });
    const also = (): { inserts: Insert[] } => ({ inserts: known.last === null ? [] : [this.routing.override(id, known.last, { agency, track, reason, by: acting.claims.actor }, acting.at)] });
    return this.move(acting, { id, command: 'override-route', input: { agency, track, reason, agencyKnown: HANDLING.has(agency) }, gather, patch, data: { agency, track, reason }, triggers: known.triggers, also, cascades: { 'reply.follow': replyFollows } });
  }

  /** The second leg takes over what was told, is routed on its own, and counts from the same receipt. */
  async split(acting: Acting, id: string, { classification, reason }: SplitComplaintDto): Promise<Answer<MovedComplaint>> {
    const identity = await this.vault.open(acting.claims, id, 'split');
    const legId = newId();
    const { gather, known } = this.gathered(id);
    const withLegs: Gather = { queries: [...gather.queries, { statement: OTHER_LEG, values: [id] }], facts: (results) => ({ ...gather.facts(results), otherLegs: (results[2]?.length ?? 0) > 0 }) };
    let routed: RoutingAnswer | null = null;
    const also = (): { inserts: Insert[] } => {
      const facts = factsWith({ ...known.last?.facts, classification });
      routed = this.routing.route(facts);
      return { inserts: [this.routing.decision(legId, facts, routed, acting.at), this.vault.seal(legId, identity, null, acting.at)] };
    };
    const leg = (row: Complaint): Opening => {
      const own = { id: legId, leg: 2, leadId: id, receiptNumber: `${row.receiptNumber}-2`, receiptCode: null, replyId: null, assignee: null, caseId: null, returns: 0, classification, classificationReasons: [splitBecause(reason)], classificationStatus: 'changed' };
      return anyOpening({ subject: COMPLAINT, command: 'split-off', row: { ...row, ...own, ...(routed === null ? {} : whereTo(routed)) }, input: {}, triggers: dutyTriggers(row), data: { leadId: id, classification, reason } });
    };
    return this.move(acting, { id, command: 'split', input: { classification, reason }, gather: withLegs, data: { classification, reason, leg: legId }, also, cascades: { 'complaint.split-off': leg } });
  }

  /** The decision that stands, and the instant from which clocks count; filled under the lock. */
  private gathered(id: string): { gather: Gather; known: { last: StoredDecision | null; triggers: Record<string, Date> } } {
    const known = { last: null as StoredDecision | null, triggers: {} as Record<string, Date> };
    const facts: Gather['facts'] = ([last = [], received = []]) => {
      known.last = (last[0] as StoredDecision | undefined) ?? null;
      for (const row of received) Object.assign(known.triggers, dutyTriggers(row as Pick<Complaint, 'receivedAt'>));
      return {};
    };
    return { gather: { queries: [this.routing.lastDecision(id), { statement: RECEIVED, values: [id] }], facts }, known };
  }

  private move(acting: Acting, command: Omit<Command<Complaint>, 'subject'>): Promise<Answer<MovedComplaint>> {
    return this.workflow.execute(acting, { subject: COMPLAINT, ...command }, ({ row, deadlines }: Outcome<Complaint>) => ({ status: 200, body: movedComplaint(row, deadlines) }));
  }
}

function splitBecause(reason: string): object {
  return { text: { zh: `经办人分件：${reason}`, en: `Split by the clerk: ${reason}` }, basis: { source: '市场监督管理投诉举报处理办法（总局令第121号）', article: '第九条', status: 'verified' } };
}

type Change = Omit<CorrectComplaintDto, 'reason'>;

function correctedFacts(before: Partial<RoutingFacts>, { classification, matter, region, target, right }: Change): RoutingFacts {
  const given: Partial<RoutingFacts> = { classification, matter, region, targetRole: target?.role, rightType: right?.type, variety: right === undefined ? undefined : (right.variety ?? 'none') };
  return factsWith({ ...before, ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<RoutingFacts>) });
}

function correctedRow(row: Complaint, { classification, region, target, right, disputeFacts }: Change): Partial<Complaint> {
  const told: Partial<Complaint> = { region, disputeFacts, ...(classification === undefined ? {} : { classification, classificationStatus: 'changed' }) };
  const given = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as Partial<Complaint>;
  return target === undefined && right === undefined ? given : { ...given, ...correctedNumbers(row, target, right) };
}

/** Numbers are checked again, together: their warnings stand in one list. */
function correctedNumbers(row: Complaint, target: Change['target'], right: Change['right']): Partial<Complaint> {
  const { type: rightType, number, holder: _, ...rightDetail } = right ?? { type: row.rightType, number: row.rightNumber ?? undefined, holder: 'none' };
  const { name: targetName, uscc, address } = target ?? { name: row.targetName, uscc: row.targetUscc ?? undefined, address: row.targetAddress ?? undefined };
  const { uscc: targetUscc, rightNumber, warnings } = checkedIdentifiers(uscc, rightType, number);
  return { rightType, rightNumber, rightDetail: right === undefined ? row.rightDetail : rightDetail, targetName, targetUscc, targetAddress: address ?? null, warnings, tokens: vectorOf(targetName, row.facts) };
}

function whereTo({ agency, track, tracks, lane, flags }: RoutingAnswer): Partial<Complaint> {
  return { handlingAgency: agency, track, tracks: [...tracks], lane, flags: [...flags] };
}

