import { Injectable } from '@nestjs/common';
import { Clocks, legalDay } from '../../platform/clocks/clocks.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { Database, type Statement } from '../../platform/database/database.js';
import type { Acting } from '../../platform/http/acting.js';
import type { Gather } from '../../platform/workflow/workflow.js';
import { Courts, type CourtProposal } from '../courts/index.js';
import { ProceedingQueries, shownProceeding } from '../proceedings/index.js';
import type { ConfirmationDto, ProposedCourtDto, RecordObjectionDto } from './confirmation.dto.js';
import type { Confirmation } from './confirmation.entity.js';
import { CONFIRMATION } from './confirmation.subject.js';
import { contentsRefused } from './domain/confirmation.rules.js';

const DUES: Statement = { name: 'confirmation-dues', text: 'SELECT kind, max(legal_due) AS due FROM deadline WHERE subject_id = $1 GROUP BY kind' };
const DISPUTE: Statement = {
  name: 'confirmation-dispute',
  text: `SELECT f.right_type AS "rightType", f.region, (SELECT sum(t.amount)::float8 FROM agreement_term t WHERE t.parent_id = c.parent_id) AS amount FROM confirmation c JOIN case_file f ON f.id = c.case_id WHERE c.id = $1`,
};
const THIRD_PARTY = 'confirmation.objection-third-party';

@Injectable()
export class ConfirmationsQueries {
  constructor(
    private readonly database: Database,
    private readonly proceedings: ProceedingQueries,
    private readonly courts: Courts,
    private readonly clocks: Clocks,
  ) {}

  async one(acting: Acting, id: string): Promise<ConfirmationDto> {
    const { row, deadlines } = await this.proceedings.one(acting, CONFIRMATION, id);
    const { matters, parties, invitedBy, lastDueOn, court, courtReason, courtAgency, courtNumber, appliedAt, ruledAt, ground } = row;
    return {
      ...shownProceeding('confirmation', row), matters, parties, invitedBy, lastDueOn, court, courtReason, courtAgency, courtNumber, appliedAt: appliedAt?.toISOString() ?? null, ruledAt: ruledAt?.toISOString() ?? null, ground,
      deadlines: deadlines.map(showDeadline),
    };
  }

  async before(acting: Acting, id: string): Promise<Confirmation> {
    return (await this.proceedings.one(acting, CONFIRMATION, id)).row;
  }

  /** The competent court with its reason, what stands in the way, and until when. */
  async proposal(acting: Acting, id: string): Promise<ProposedCourtDto> {
    const { row, deadlines } = await this.proceedings.one(acting, CONFIRMATION, id);
    const { court, alternatives, why, basis, warnings } = await this.proposed(acting, row);
    const due = deadlines.find(({ kind }) => kind === 'confirmation.application')?.legalDue ?? null;
    return { court, alternatives, why, basis, warnings: [...warnings], excluded: contentsRefused(row.matters, []), applyBy: due?.toISOString() ?? null };
  }

  /** From the right, the sum and the places of the dispute (民事诉讼法第二百零五条). */
  async proposed({ claims, at }: Acting, { id, invitedBy }: Confirmation): Promise<CourtProposal> {
    const [found] = await this.database.read<{ rightType: string; region: string; amount: number | null }>(claims, DISPUTE, [id]);
    const { rightType = 'none', region = '', amount = null } = found ?? {};
    return this.courts.propose({ matter: 'confirmation', rightTypes: [rightType], regions: region === '' ? [] : [region], amount, invitedBy }, legalDay(at));
  }

  /** Last instant for an objection of a third party, counted from the day on which it knew. */
  thirdPartyDue({ agency, region, lawVersion }: Confirmation, { knownAt = '' }: RecordObjectionDto): Date | null {
    return this.clocks.start(THIRD_PARTY, new Date(knownAt), { subjectType: 'confirmation', subjectId: '', agency, intakeAgency: agency, region, lawDay: lawVersion }).legalDue;
  }
}

/** Last instants, from the clocks as they were counted last, running or not. */
export function confirmationDues(id: string, at: Date): Gather {
  return {
    queries: [{ statement: DUES, values: [id] }],
    facts: ([found = []]) => {
      const due = (kind: string): Date | null => (found as { kind: string; due: Date | null }[]).find((one) => one.kind === kind)?.due ?? null;
      const execution = due('execution.application');
      return { applyBy: due('confirmation.application')?.toISOString(), partyObjectBy: due('confirmation.objection')?.toISOString(), executeBy: execution?.toISOString(), executionOver: execution !== null && execution < at };
    },
  };
}
