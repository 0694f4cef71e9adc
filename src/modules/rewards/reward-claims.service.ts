import { Injectable } from '@nestjs/common';
import { sha256Of } from '../../kernel/ledger/index.js';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { Acting } from '../../platform/http/acting.js';
import { Now } from '../../platform/http/clock.js';
import { uniqueViolation } from '../../platform/http/idempotency.js';
import { randomPiece } from '../../platform/security/random.js';
import { Vault, type PayeeIdentity } from '../../platform/security/vault.js';
import { anyOpening, Workflow } from '../../platform/workflow/workflow.js';
import { REWARD_LIFECYCLE } from './domain/reward.lifecycle.js';
import type { ClaimedRewardDto, ClaimRewardDto, ClaimStatusDto, CollectRewardDto } from './reward.dto.js';
import type { Reward } from './reward.entity.js';
import { REWARD } from './reward.subject.js';
import { rewardProblem } from './rewards.errors.js';

/** Nobody is logged in: what is read and written here is read and written by the system, and the answers name nobody. */
const CLAIMS = systemClaims('public-rewards');
const PURPOSE = 'reward-check';
/** A report whose case is closed, by the code of its submission. */
const BY_RECEIPT: Statement = {
  name: 'reward-by-receipt',
  text: `SELECT l.id, f.id AS "caseId", f.agency, f.region, c.real_name AS "realName" FROM complaint c JOIN complaint l ON (l.id = c.id OR l.lead_id = c.id) AND l.classification = 'report' JOIN case_file f ON f.id = l.case_id AND f.state = 'closed'
         WHERE c.receipt_code = $1 ORDER BY l.leg LIMIT 1`,
};
const BY_CLAIM: Statement = { name: 'reward-by-claim', text: 'SELECT id, state, complaint_id AS "complaintId", case_id AS "caseId", amount, next_due AS "nextDue" FROM reward WHERE claim_digest = $1' };
/** Parties of the case with the same document, whatever the part in which it was sealed. */
const PARTY_WITH: Statement = {
  name: 'reward-party-with',
  text: `SELECT DISTINCT p.role FROM case_party p JOIN vault.record v ON (v.subject_id = p.id AND v.part = 'party') OR (v.subject_id = p.person_id AND v.part = 'person') WHERE p.case_id = $1 AND p.removed_at IS NULL AND p.person_id IS NOT NULL AND v.document_index = $2`,
};
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LENGTH = 16;
const TOLD = new Set(['granted', 'payable', 'asked', 'released', 'paid']);

/** By the public door: by codes, at the pace of log-ins. A code is looked up by its digest or in an index, never compared character by character. */
@Injectable()
export class RewardClaimsService {
  constructor(
    private readonly database: Database,
    private readonly workflow: Workflow,
    private readonly vault: Vault,
    private readonly now: Now,
  ) {}

  /** Throws reward.excluded, and reward.not-claimable for everything else that stands in the way. */
  async claim({ receiptCode, exclusions }: ClaimRewardDto): Promise<ClaimedRewardDto> {
    if (exclusions.length > 0) throw rewardProblem('reward.excluded', { members: { exclusions } });
    const acting = this.acting();
    const [found] = await this.database.read<Claimable & object>(CLAIMS, BY_RECEIPT, [bare(receiptCode)]);
    if (found === undefined) throw rewardProblem('reward.not-claimable');
    const claimCode = newCode();
    const { id: complaintId, ...place } = found;
    try {
      await this.workflow.open(acting, [anyOpening<Reward>({ subject: REWARD, command: 'claim', row: { id: newId(), ...place, ...NOTHING_YET, complaintId, claimDigest: sha256Of(claimCode), claimedAt: acting.at }, input: {} })], [], () => ({ status: 201, body: null }));
    } catch (error) {
      if (uniqueViolation(error) === 'reward_complaint') throw rewardProblem('reward.not-claimable');
      throw error;
    }
    return { claimCode };
  }

  async status(claimCode: string): Promise<ClaimStatusDto> {
    return shownStatus(await this.byClaim(claimCode));
  }

  /** Seals who is paid. Refused without a word of why the person does not fit. */
  async collect({ claimCode, ...payee }: CollectRewardDto): Promise<ClaimStatusDto> {
    const acting = this.acting();
    const { id, complaintId, caseId } = await this.byClaim(claimCode);
    const fits = await this.fits(complaintId, caseId, payee);
    const { body } = await this.workflow.carryOut(acting, { subject: REWARD, id, command: 'collect', input: { fits }, also: () => ({ inserts: [this.vault.sealPerson(id, 'payee', payee, acting.at)] }) }, ({ row }) => ({ status: 200, body: shownStatus(row) }));
    return body;
  }

  /** The same document as the reporter's, or the same name where none was given; and nobody who stands in the case. */
  private async fits(complaintId: string, caseId: string, payee: PayeeIdentity): Promise<boolean> {
    const [reporter, parties] = await Promise.all([this.vault.open(CLAIMS, complaintId, PURPOSE), this.database.read({ ...CLAIMS, purpose: PURPOSE }, PARTY_WITH, [caseId, this.vault.documentIndex(payee.documentNumber)])]);
    if (parties.length > 0) return false;
    if (reporter === null) return true;
    if (reporter.documentNumber === undefined) return plain(reporter.name) === plain(payee.name);
    return this.vault.documentIndex(reporter.documentNumber) === this.vault.documentIndex(payee.documentNumber);
  }

  private async byClaim(claimCode: string): Promise<ByClaim> {
    const [found] = await this.database.read<ByClaim & object>(CLAIMS, BY_CLAIM, [sha256Of(bare(claimCode))]);
    if (found === undefined) throw rewardProblem('reward.not-claimable');
    return found;
  }

  private acting(): Acting {
    return { claims: CLAIMS, permissions: new Set(), agency: '', at: this.now.date() };
  }
}

interface Claimable {
  readonly id: string;
  readonly caseId: string;
  readonly agency: string;
  readonly region: string;
  readonly realName: boolean;
}

interface ByClaim {
  readonly id: string;
  readonly state: string;
  readonly complaintId: string;
  readonly caseId: string;
  readonly amount: string | null;
  readonly nextDue: Date | null;
}

const NOTHING_YET = {
  level: null, scope: null, finding: null, judgment: null, base: null, amount: null, proposedBy: null, secondedBy: null, approvedBy: null, financeNumber: null, ground: null, opinion: null, askedBy: null, releasedBy: null, paidOn: null, voucher: null,
};

function shownStatus({ state, amount, nextDue = null }: Pick<ByClaim, 'state' | 'amount'> & { readonly nextDue?: Date | null }): ClaimStatusDto {
  const code = state as keyof typeof REWARD_LIFECYCLE.states;
  return { state: { code, label: REWARD_LIFECYCLE.states[code].label } as unknown as ClaimStatusDto['state'], amount: TOLD.has(state) ? amount : null, collectBy: state === 'granted' ? (nextDue?.toISOString() ?? null) : null };
}

/** Eighty random bits, in letters and digits that are not mistaken for each other. */
function newCode(): string {
  return [...randomPiece(CODE_LENGTH)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

/** Small letters, spaces and hyphens are forgiven. */
function bare(code: string): string {
  return code.toUpperCase().replace(/[\s-]/g, '');
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/[\s·]/g, '');
}
