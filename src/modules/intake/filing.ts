import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/id.js';
import { NumberBlocks } from '../../platform/database/number-blocks.js';
import type { Insert } from '../../platform/database/insert-statements.js';
import { legalDay } from '../../platform/clocks/clocks.js';
import type { Acting } from '../../platform/http/acting.js';
import { vectorOf } from '../../platform/search/words.js';
import { randomPiece } from '../../platform/security/random.js';
import { Vault, type ReporterIdentity } from '../../platform/security/vault.js';
import { anyOpening, type Opening, type Outcome } from '../../platform/workflow/workflow.js';
import { lawVersionOn } from '../deadlines/index.js';
import { owe } from '../replies/index.js';
import { RoutingService, type RoutingAnswer } from '../routing/index.js';
import type { FileComplaintDto } from './complaint.dto.js';
import { Complaint } from './complaint.entity.js';
import { COMPLAINT } from './complaint.subject.js';
import { channelOf } from './data/channels.data.js';
import { nodeWarnings } from './data/db44.data.js';
import { DUTY_CLOCKS } from './domain/complaint.lifecycle.js';
import { asksOf, classify, type Classified } from './domain/classify.js';
import { checkedIdentifiers } from './domain/identifiers.rules.js';
import { attorneyWarnings } from './domain/submission.rules.js';
import { filedComplaint, type FiledComplaint } from './filed-complaint.js';
import { RECEIPT_NUMBERS } from './intake.tokens.js';
import { factsOf } from './routing-facts.js';

export type NewComplaint = Omit<Complaint, 'state' | 'version' | 'nextDue'>;

/** Everything that one submission is about to write, and what its sender will be told. */
export interface FilingPlan {
  readonly body: FileComplaintDto;
  readonly digest: string;
  readonly lead: NewComplaint;
  readonly identity: ReporterIdentity | null;
  readonly openings: readonly Opening[];
  readonly also: readonly Insert[];
  /** What was opened, in the order of the openings. */
  readonly answer: (outcomes: readonly Outcome[]) => FiledComplaint;
}

interface Leg {
  readonly row: NewComplaint;
  readonly routed: RoutingAnswer;
  readonly decision: Insert;
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;

/** From a submission to the rows of its legs: named in law, routed, scrubbed, sealed. Reads and writes no case data. */
@Injectable()
export class Filing {
  constructor(
    private readonly routing: RoutingService,
    private readonly vault: Vault,
    @Inject(RECEIPT_NUMBERS) private readonly numbers: NumberBlocks,
  ) {}

  async plan(acting: Acting, body: FileComplaintDto, raw: string): Promise<FilingPlan> {
    const digest = this.vault.digest(body);
    const identity = identityOf(body);
    const number = `CZ${legalDay(acting.at).replaceAll('-', '')}${String(await this.numbers.take()).padStart(7, '0')}`;
    const common = this.common(acting, body, identity, digest);
    const legs = classify({ ...body, rightType: body.right.type, holder: body.right.holder }).map((classified, index) => this.leg(acting, body, { ...common, receiptNumber: index === 0 ? number : `${number}-${index + 1}`, leg: index + 1 }, classified));
    const [lead, ...others] = linked(legs);
    if (lead === undefined) throw new Error('A submission without a leg');
    const reply = replyOf(lead.row);
    const row = { ...lead.row, replyId: reply?.row.id ?? null };
    const rows = [row, ...others.map((leg) => leg.row)];
    return {
      body, digest, lead: row, identity,
      openings: [...rows.map((one, index) => opening(one, legs[index]?.routed)), ...(reply === null ? [] : [anyOpening(reply)])],
      // Who handles a leg may see who filed it, and nobody else: each leg has its own sealed record.
      also: [...rows.map((one) => this.vault.seal(one.id, identity, one.leg === 1 ? raw : null, acting.at)), ...legs.map((leg) => leg.decision)],
      answer: (outcomes) => filedComplaint(outcomes, legs.map(({ routed }) => routed), 'filed'),
    };
  }

  /** The facts as told, without the people who told them. */
  scrubbed(facts: string, identity: ReporterIdentity | null): string {
    const others = [...(identity?.representative === undefined ? [] : [identity.representative]), ...(identity?.joint ?? [])];
    return others.reduce((text, person) => this.vault.scrub(text, person), this.vault.scrub(facts, identity ?? {}));
  }

  private leg(acting: Acting, body: FileComplaintDto, common: Omit<NewComplaint, 'id' | 'classification' | 'classificationReasons' | 'handlingAgency' | 'track' | 'tracks' | 'lane' | 'flags'>, { classification, reasons }: Classified): Leg {
    const id = newId();
    const facts = factsOf(body, classification, legalDay(common.receivedAt));
    const routed = this.routing.route(facts);
    const { agency, track, tracks, lane, flags } = routed;
    const row = { ...common, id, classification, classificationReasons: reasons, handlingAgency: agency, track, tracks: [...tracks], lane, flags: [...flags] };
    return { row, routed, decision: this.routing.decision(id, facts, routed, acting.at) };
  }

  private common(acting: Acting, body: FileComplaintDto, identity: ReporterIdentity | null, submissionDigest: string): Omit<NewComplaint, 'id' | 'leg' | 'receiptNumber' | 'classification' | 'classificationReasons' | 'handlingAgency' | 'track' | 'tracks' | 'lane' | 'flags'> {
    const { target, right, representative, channel, sourceSystem, externalNumber, requestType, region, realName, consentPublish, consentEntrustedMediation, priorProceedings, bothWilling } = body;
    const { type: rightType, number, holder: _, ...rightDetail } = right;
    const { uscc, rightNumber, warnings } = checkedIdentifiers(target.uscc, rightType, number);
    const receivedAt = instant(body.receivedAt) ?? acting.at;
    const received = legalDay(receivedAt);
    const facts = this.scrubbed(body.facts, identity);
    return {
      channel, sourceSystem, externalNumber, requestType, region, intakeAgency: acting.agency, classificationStatus: 'proposed',
      rightType, rightNumber, rightDetail, targetName: target.name, targetUscc: uscc, targetAddress: given(target.address),
      facts, disputeFacts: body.dispute === undefined ? null : this.scrubbed(body.dispute.facts, identity), warnings: [...warnings, ...attorneyWarnings(representative, received), ...nodeWarnings(body.db44Node ?? undefined)],
      db44Node: given(body.db44Node), realName, consentPublish, consentEntrustedMediation, hotlineReceivedAt: instant(body.hotlineReceivedAt), receivedAt, filedAt: acting.at, submissionDigest,
      leadId: null, receiptCode: null, replyId: null, assignee: null, caseId: null, decisionReason: null, toldRoute: null, returns: 0,
      asks: asksOf(body), claims: body.claims ?? [], venue: given(body.venue), amounts: given(body.amounts), priorProceedings, bothWilling, actDate: given(body.actDate), related: body.relatedNumbers ?? [],
      tokens: vectorOf(target.name, facts), lawVersion: lawVersionOn(received),
    };
  }
}

function given<Value>(value: Value | undefined): Value | null {
  return value ?? null;
}

/** The first leg leads: it has the receipt code, the others point to it. */
function linked(legs: readonly Leg[]): Leg[] {
  const lead = legs[0]?.row.id ?? null;
  return legs.map((leg, index) => ({ ...leg, row: index === 0 ? { ...leg.row, receiptCode: receiptCode() } : { ...leg.row, leadId: lead } }));
}

function opening(row: NewComplaint, routed: RoutingAnswer | undefined): Opening {
  const { receiptNumber, leg, leadId, classification, handlingAgency, track, lane, flags, lawVersion, submissionDigest } = row;
  const data = { receiptNumber, leg, leadId, classification, rule: routed?.rule, ruleSetVersion: routed?.ruleSetVersion, agency: handlingAgency, track, lane, flags, lawVersion, submissionDigest };
  return anyOpening({ subject: COMPLAINT, command: 'register', row, input: {}, triggers: dutyTriggers(row), data });
}

/** The statutory clocks count from receipt by the agency with power. */
export function dutyTriggers({ receivedAt }: Pick<Complaint, 'receivedAt'>): Record<string, Date> {
  return Object.fromEntries(DUTY_CLOCKS.map((kind) => [kind, receivedAt]));
}

/** Nobody waits for an answer to what an officer found himself. The clock of a line counts from the call. */
function replyOf(row: NewComplaint): ReturnType<typeof owe> | null {
  const { reply: line } = channelOf(row.channel);
  if (line === 'none') return null;
  const { id: complaintId, channel, sourceSystem, externalNumber, requestType, handlingAgency: agency, intakeAgency, region, hotlineReceivedAt, receivedAt } = row;
  return owe({ complaintId, channel, line, sourceSystem, externalNumber, requestType, agency, intakeAgency, region, owedSince: hotlineReceivedAt ?? receivedAt });
}

/** Everybody behind the submission, in one sealed record. */
export function identityOf({ reporter, representative, coComplainants, jointRepresentatives }: FileComplaintDto): ReporterIdentity | null {
  if (reporter === undefined) return null;
  return { ...reporter, ...(representative === undefined ? {} : { representative }), ...(coComplainants === undefined ? {} : { joint: coComplainants, jointRepresentatives: jointRepresentatives ?? [] }) };
}

/** Sixty bits that nobody can guess from the receipt number. */
function receiptCode(): string {
  let code = '';
  for (const byte of randomPiece(CODE_LENGTH)) code += ALPHABET.charAt(byte % ALPHABET.length);
  return code;
}

function instant(text: string | undefined): Date | null {
  return text === undefined ? null : new Date(text);
}
