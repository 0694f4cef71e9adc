import { Injectable } from '@nestjs/common';
import { moneyText } from '../../kernel/money/index.js';
import { legalDay } from '../../platform/clocks/clocks.js';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { uniqueViolation } from '../../platform/http/idempotency.js';
import { Vault } from '../../platform/security/vault.js';
import { Workflow, type Command, type Gather } from '../../platform/workflow/workflow.js';
import { CaseTexts } from '../cases/index.js';
import { rewardRulesOn, SCOPES } from './data/rewards.data.js';
import { collectedOf, rewardOf, unsettledOf, type MoneyOfDecision } from './domain/reward.rules.js';
import type { ApproveRewardDto, PayRewardDto, ProposeRewardDto, RefuseRewardDto, RewardDto, ShownPayeeDto } from './reward.dto.js';
import type { Reward } from './reward.entity.js';
import { REWARD } from './reward.subject.js';
import { rewardProblem } from './rewards.errors.js';
import { shownReward } from './rewards.queries.js';

const REPORT: Statement = { name: 'reward-report', text: 'SELECT complaint_id AS "complaintId" FROM reward WHERE id = $1' };
const CASE: Statement = { name: 'reward-case', text: 'SELECT f.state FROM reward r JOIN case_file f ON f.id = r.case_id WHERE r.id = $1' };
const DECISIONS: Statement = {
  name: 'reward-decisions', text: "SELECT d.id FROM reward r JOIN official_document d ON d.case_id = r.case_id AND d.kind IN ('penalty-decision', 'on-the-spot-decision') AND d.withdrawn_at IS NULL WHERE r.id = $1",
};
const MONEY: Statement = {
  name: 'reward-money',
  text: `SELECT f.state, (f.fine::numeric + f.confiscation::numeric)::numeric(14,2)::text AS imposed, coalesce(sum(p.amount) FILTER (WHERE p.item IN ('fine', 'confiscation')), 0)::numeric(14,2)::text AS paid
         FROM reward r JOIN fine f ON f.case_id = r.case_id AND f.state <> 'annulled' LEFT JOIN fine_payment p ON p.fine_id = f.id WHERE r.id = $1 GROUP BY f.id`,
};
const OTHERS: Statement = { name: 'reward-others', text: "SELECT o.id FROM reward r JOIN reward o ON o.case_id = r.case_id AND o.id <> r.id AND o.state NOT IN ('claimed', 'refused', 'lapsed') WHERE r.id = $1" };
const HANDLERS: Statement = {
  name: 'reward-handlers',
  text: `SELECT f.assignee AS account FROM reward r JOIN case_file f ON f.id = r.case_id WHERE r.id = $1 AND f.assignee IS NOT NULL
         UNION SELECT m->>'account' FROM reward r JOIN proceeding p ON p.case_id = r.case_id CROSS JOIN LATERAL jsonb_array_elements(p.members) m WHERE r.id = $1`,
};
/** Parts of the case in which the same person was found, by keyed digests of telephone and document. Nobody is shown what is read for it. */
const EXCLUDED: Statement = {
  name: 'reward-excluded',
  text: `SELECT DISTINCT p.role FROM reward r JOIN vault.record me ON me.subject_id = r.complaint_id AND me.part = 'reporter' JOIN case_party p ON p.case_id = r.case_id AND p.removed_at IS NULL AND p.person_id IS NOT NULL
           JOIN vault.record v ON ((v.subject_id = p.id AND v.part = 'party') OR (v.subject_id = p.person_id AND v.part = 'person')) AND (v.document_index = me.document_index OR v.phone_index = me.phone_index) WHERE r.id = $1 ORDER BY p.role`,
};
const CHECK = systemClaims('rewards', 'reward-check');
const PAYING = 'pay-reward';

/** 举报奖励: one proposes, one seconds, one approves; one asks who is paid, another releases it. */
@Injectable()
export class RewardsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly database: Database,
    private readonly texts: CaseTexts,
    private readonly vault: Vault,
  ) {}

  /** The amount is counted from what was imposed and came in. */
  async propose(acting: Acting, id: string, { level, scope, finding: given, judgment }: ProposeRewardDto): Promise<Answer<RewardDto>> {
    const [finding, excluded] = await Promise.all([this.scrubbed(acting, id, given), this.database.read<{ role: string }>(CHECK, EXCLUDED, [id])]);
    const { levels, most } = rewardRulesOn(legalDay(acting.at));
    const rule = levels.find((one) => one.level === level);
    if (rule === undefined) throw new Error(`Level ${level} is not known`);
    let collected = 0n;
    const gather: Gather = {
      queries: [CASE, DECISIONS, MONEY, OTHERS].map((statement) => ({ statement, values: [id] })),
      facts: ([files = [], decisions = [], money = [], others = []]) => {
        collected = collectedOf(money as MoneyOfDecision[]);
        return { caseState: (files as { state: string }[])[0]?.state, decisions: decisions.length, unsettled: unsettledOf(money as MoneyOfDecision[]), others: others.length };
      },
    };
    const input = { level, scope, finding, judgment, withJudgment: SCOPES.some((one) => one.code === scope && one.withJudgment), excluded: excluded.map(({ role }) => role) };
    const patch = (): Partial<Reward> => ({ level, scope, finding, judgment: judgment ?? null, base: moneyText(collected), amount: rewardOf(collected, { ...rule, most }), proposedBy: acting.claims.actor, secondedBy: null });
    try {
      return await this.move(acting, { id, command: 'propose', input, gather, patch, data: { level, scope } });
    } catch (error) {
      if (uniqueViolation(error) === 'reward_case_alive') throw rewardProblem('reward.other-one-alive');
      throw error;
    }
  }

  async second(acting: Acting, id: string, given: string): Promise<Answer<RewardDto>> {
    const opinion = await this.scrubbed(acting, id, given);
    return this.move(acting, { id, command: 'second', input: { opinion }, gather: handlersOf(id), patch: () => ({ opinion, secondedBy: acting.claims.actor }) });
  }

  async approve(acting: Acting, id: string, { opinion: given, financeNumber }: ApproveRewardDto): Promise<Answer<RewardDto>> {
    const opinion = await this.scrubbed(acting, id, given);
    const { finance } = rewardRulesOn(legalDay(acting.at));
    return this.move(acting, { id, command: 'approve', input: { opinion, financeNumber, finance }, gather: handlersOf(id), patch: () => ({ opinion, financeNumber: financeNumber ?? null, approvedBy: acting.claims.actor }), data: { financeNumber } });
  }

  async sendBack(acting: Acting, id: string, given: string): Promise<Answer<RewardDto>> {
    const opinion = await this.scrubbed(acting, id, given);
    return this.move(acting, { id, command: 'send-back', input: { opinion }, patch: () => ({ opinion, level: null, scope: null, finding: null, judgment: null, base: null, amount: null, proposedBy: null, secondedBy: null }) });
  }

  async refuse(acting: Acting, id: string, { opinion: given, ground }: RefuseRewardDto): Promise<Answer<RewardDto>> {
    const opinion = await this.scrubbed(acting, id, given);
    return this.move(acting, { id, command: 'refuse', input: { opinion, ground }, patch: () => ({ opinion, ground }), data: { ground } });
  }

  async askPayee(acting: Acting, id: string, given: string): Promise<Answer<RewardDto>> {
    const reason = await this.scrubbed(acting, id, given);
    return this.move(acting, { id, command: 'ask-payee', input: { reason }, patch: () => ({ askedBy: acting.claims.actor }), data: { reason } });
  }

  async releasePayee(acting: Acting, id: string, given: string): Promise<Answer<RewardDto>> {
    const reason = await this.scrubbed(acting, id, given);
    return this.move(acting, { id, command: 'release-payee', input: { reason }, patch: () => ({ releasedBy: acting.claims.actor }), data: { reason } });
  }

  async pay(acting: Acting, id: string, { paidOn, voucher: given }: PayRewardDto): Promise<Answer<RewardDto>> {
    const voucher = await this.scrubbed(acting, id, given);
    return this.move(acting, { id, command: 'pay', input: { paidOn, voucher, today: legalDay(acting.at) }, patch: () => ({ paidOn, voucher }), data: { paidOn, voucher } });
  }

  /** Who is paid, in clear: for the two to whom it was released, until it is paid. Each look is in the ledger before anything is shown. */
  async payee(acting: Acting, id: string, given: string): Promise<Answer<ShownPayeeDto>> {
    const reason = await this.scrubbed(acting, id, given);
    const { actor } = acting.claims;
    await this.workflow.attach({ ...acting, idempotency: undefined }, { subject: REWARD, id }, ({ state, askedBy, releasedBy }) => {
      if (state !== 'released' || ![askedBy, releasedBy].includes(actor)) throw rewardProblem('reward.payee-closed');
      return { fact: { event: 'identity.unmasked', data: { purpose: PAYING, reason } }, answer: { status: 200, body: null } };
    });
    const identity = await this.vault.openPayee(acting.claims, id, PAYING);
    if (identity === null) throw httpProblem('subject.not-found');
    return { status: 200, body: identity };
  }

  /** Without what is known of whoever reported. */
  private async scrubbed({ claims }: Acting, id: string, text: string): Promise<string> {
    const rows = await this.database.read<{ complaintId: string }>(claims, REPORT, [id]);
    const [clean = ''] = await this.texts.scrubbedOf(rows.map(({ complaintId }) => complaintId), [text]);
    return clean;
  }

  private move(acting: Acting, command: Omit<Command<Reward>, 'subject'>): Promise<Answer<RewardDto>> {
    return this.workflow.execute(acting, { subject: REWARD, ...command }, ({ row }) => ({ status: 200, body: shownReward(row) }));
  }
}

function handlersOf(id: string): Gather {
  return { queries: [{ statement: HANDLERS, values: [id] }], facts: ([found = []]) => ({ handlers: (found as { account: string }[]).map(({ account }) => account) }) };
}
