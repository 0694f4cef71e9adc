import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import { NumberBlocks } from '../../platform/database/number-blocks.js';
import { legalDay, NoRuleInForce } from '../../platform/clocks/clocks.js';
import { Deadline } from '../../platform/clocks/deadline.entity.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { uniqueViolation } from '../../platform/http/idempotency.js';
import type { Problem } from '../../platform/http/problem.js';
import { Vault } from '../../platform/security/vault.js';
import { anyOpening, Workflow, type Outcome } from '../../platform/workflow/workflow.js';
import { factsWith, RoutingService, type RoutingAnswer } from '../routing/index.js';
import type { FileComplaintDto } from './complaint.dto.js';
import { Complaint } from './complaint.entity.js';
import { COMPLAINT } from './complaint.subject.js';
import { HOTLINE_CLOCKS } from './domain/complaint.lifecycle.js';
import { classify, type Classified } from './domain/classify.js';
import { checkedIdentifiers } from './domain/identifiers.rules.js';
import { receiptOf, type FiledComplaint } from './filed-complaint.js';
import { intakeProblem } from './intake.errors.js';
import { RECEIPT_NUMBERS } from './intake.tokens.js';

const FIND_BY_KEY = {
  name: 'complaint-by-natural-key',
  text: `SELECT c.*, r.outcome AS routed, r.rule, r.rule_set_version AS "ruleSetVersion" FROM complaint c JOIN routing_decision r ON r.complaint_id = c.id
         WHERE c.source_system = $1 AND c.external_number = $2 ORDER BY r.id LIMIT 1`,
};
// Rows of their own, not JSON inside the other: instants must come back as they went out.
const DEADLINES_BY_KEY = {
  name: 'deadlines-by-natural-key',
  text: 'SELECT d.* FROM complaint c JOIN deadline d ON d.subject_id = c.id WHERE c.source_system = $1 AND c.external_number = $2 ORDER BY d.id',
};

/** Filing: what came in is kept, named in law, routed and put on the clock in one statement. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly database: Database,
    private readonly workflow: Workflow,
    private readonly routing: RoutingService,
    private readonly vault: Vault,
    private readonly rows: RowMapper,
    @Inject(RECEIPT_NUMBERS) private readonly numbers: NumberBlocks,
  ) {}

  /**
   * 201 with receipt, where it goes, why, and by when somebody must act. The same natural key with the same content
   * gives 200 and the complaint that exists; with other content complaint.natural-key-taken.
   */
  async file(acting: Acting, body: FileComplaintDto, raw: string): Promise<Answer<FiledComplaint>> {
    refuseFuture(body, acting.at);
    const id = newId();
    const classified = classify({ requestType: body.requestType, rightType: body.right.type, holder: body.right.holder, livingConsumption: body.livingConsumption });
    const facts = factsWith({ classification: classified.classification, matter: body.matter, rightType: body.right.type, region: body.region, border: body.border });
    const routed = this.routing.route(facts);
    const digest = this.vault.digest(body);
    const row = await this.row(acting, id, body, classified, routed, digest);
    const data = { receiptNumber: row.receiptNumber, classification: row.classification, rule: routed.rule, ruleSetVersion: routed.ruleSetVersion, agency: routed.agency, track: routed.track, submissionDigest: digest };
    const also = [this.vault.seal(id, body.reporter ?? null, raw, acting.at), this.routing.decision(id, facts, routed, acting.at)];
    const answer = ([outcome]: readonly Outcome[]): Answer<FiledComplaint> => ({ status: 201, body: receiptOf(outcome?.row as unknown as Complaint, routed, outcome?.deadlines ?? []) });
    try {
      return await this.workflow.open(acting, [anyOpening({ subject: COMPLAINT, command: 'register', row, input: {}, triggers: triggersOf(row), data })], also, answer);
    } catch (error) {
      if (uniqueViolation(error) === 'complaint_natural_key') return this.alreadyFiled(acting, body, digest);
      if (error instanceof NoRuleInForce) throw invalidTime('receivedAt', 'before-known-law', `早于本系统所载时限规则（${error.kind}，${error.day}）`, `Before the first time limit that the system knows (${error.kind}, ${error.day})`);
      throw error;
    }
  }

  private async row(acting: Acting, id: string, body: FileComplaintDto, classified: Classified, routed: RoutingAnswer, submissionDigest: string): Promise<Omit<Complaint, 'state' | 'version'>> {
    const { target, right, reporter } = body;
    const { uscc, rightNumber, warnings } = checkedIdentifiers(target.uscc, right.type, right.number);
    const number = String(await this.numbers.take()).padStart(7, '0');
    return {
      id, receiptNumber: `CZ${legalDay(acting.at).replaceAll('-', '')}${number}`,
      channel: body.channel, sourceSystem: body.sourceSystem, externalNumber: body.externalNumber, requestType: body.requestType,
      classification: classified.classification, classificationReasons: classified.reasons,
      region: body.region, intakeAgency: acting.agency, handlingAgency: routed.agency, track: routed.track,
      rightType: right.type, rightNumber, targetName: target.name, targetUscc: uscc, targetAddress: target.address ?? null,
      facts: reporter === undefined ? this.vault.scrub(body.facts, {}) : this.vault.scrub(body.facts, reporter), warnings,
      db44Node: body.db44Node ?? null, realName: body.realName, consentPublish: body.consentPublish, consentEntrustedMediation: body.consentEntrustedMediation,
      hotlineReceivedAt: instant(body.hotlineReceivedAt), receivedAt: instant(body.receivedAt) ?? acting.at, filedAt: acting.at,
      submissionDigest, assignee: null, caseId: null, decisionReason: null,
    };
  }

  private async alreadyFiled(acting: Acting, body: FileComplaintDto, digest: string): Promise<Answer<FiledComplaint>> {
    const values = [body.sourceSystem, body.externalNumber];
    const [[found] = [], deadlines = []] = await this.database.readAll(acting.claims, [{ statement: FIND_BY_KEY, values }, { statement: DEADLINES_BY_KEY, values }]);
    if (found === undefined) throw intakeProblem('complaint.natural-key-taken');
    const { routed, rule, ruleSetVersion, ...raw } = found as Record<string, unknown>;
    const row = this.rows.map(Complaint, raw);
    if (row.submissionDigest !== digest) throw intakeProblem('complaint.natural-key-taken', { members: { receiptNumber: row.receiptNumber, complaintId: row.id } });
    const answer = { ...(routed as object), rule, ruleSetVersion } as unknown as RoutingAnswer;
    return { status: 200, body: receiptOf(row, answer, deadlines.map((deadline) => this.rows.map(Deadline, deadline))) };
  }
}

/** The hotline clock counts from the call, the statutory clocks from receipt by the agency with power. */
function triggersOf({ hotlineReceivedAt, receivedAt }: { hotlineReceivedAt: Date | null; receivedAt: Date }): Record<string, Date> {
  const call = hotlineReceivedAt ?? receivedAt;
  const statutory = ['complaint.acceptance', 'report.verification', 'adjudication.filing', 'copyright.acceptance', 'service.first-response'];
  return { ...Object.fromEntries(statutory.map((kind) => [kind, receivedAt])), ...Object.fromEntries(HOTLINE_CLOCKS.map((kind) => [kind, call])) };
}

function instant(text: string | undefined): Date | null {
  return text === undefined ? null : new Date(text);
}

/** Clocks of machines differ a little; a date of tomorrow is a slip of the pen. */
const TOLERANCE_MILLISECONDS = 5 * 60_000;

function refuseFuture(body: FileComplaintDto, at: Date): void {
  for (const path of ['hotlineReceivedAt', 'receivedAt'] as const) {
    const given = instant(body[path]);
    if (given !== null && given.getTime() > at.getTime() + TOLERANCE_MILLISECONDS) throw invalidTime(path, 'in-the-future', '时间不能晚于现在', 'The time lies in the future');
  }
}

function invalidTime(path: string, code: string, zh: string, en: string): Problem {
  return httpProblem('request.invalid', { members: { errors: [{ path, code, message: { zh, en } }] } });
}
