import { Injectable } from '@nestjs/common';
import type { Statement } from '../../platform/database/database.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Workflow, type Command, type Gather } from '../../platform/workflow/workflow.js';
import { CaseTexts } from '../cases/index.js';
import { CHECK_RESULTS } from './data/spot-checks.data.js';
import { officersInOrder } from './domain/draw.rules.js';
import type { PublishCheckDto, RecordCheckDto, ReplaceOfficerDto, SpotCheckDto } from './spot-check.dto.js';
import type { SpotCheck } from './spot-check.entity.js';
import { SPOT_CHECK } from './spot-check.subject.js';
import { shownCheck } from './spot-checks.queries.js';

/** Who checks now, and what the lot fell with. A draw that fell does not change. */
const LOT: Statement = { name: 'spot-check-lot', text: 'SELECT s.identifier, s.officers AS now, d.seed, d.officers AS named FROM spot_check s JOIN check_draw d ON d.id = s.draw_id WHERE s.id = $1' };
const CASE_SEEN: Statement = { name: 'spot-check-case', text: 'SELECT id FROM case_file WHERE id = $1' };
const WITH_CASE: readonly string[] = CHECK_RESULTS.filter(({ withCase }) => withCase).map(({ code }) => code);

/** What is done with a firm on which the lot fell. */
@Injectable()
export class SpotChecksService {
  constructor(
    private readonly workflow: Workflow,
    private readonly texts: CaseTexts,
  ) {}

  /** The next one takes his place on whom the lot of this firm falls. */
  async replaceOfficer(acting: Acting, id: string, { officer, reason: given }: ReplaceOfficerDto): Promise<Answer<SpotCheckDto>> {
    const [reason = ''] = await this.texts.scrubbedOf([], [given]);
    let next: string | undefined;
    const gather: Gather = { queries: [{ statement: LOT, values: [id] }], facts: ([found = []]) => ({ next: (next = nextIn(found[0] as Lot | undefined)) }) };
    const patch = ({ officers }: SpotCheck): Partial<SpotCheck> => ({ officers: officers.map((one) => (one === officer ? (next ?? one) : one)) });
    return this.move(acting, { id, command: 'replace-officer', input: { officer, reason }, gather, patch, data: { officer, reason } });
  }

  async record(acting: Acting, id: string, { result, caseId, note: given }: RecordCheckDto): Promise<Answer<SpotCheckDto>> {
    const note = caseId === undefined ? (await this.texts.scrubbedOf([], [given]))[0] ?? '' : await this.texts.scrubbed(caseId, given);
    const gather: Gather = { queries: [{ statement: CASE_SEEN, values: [caseId ?? null] }], facts: ([found = []]) => ({ caseSeen: found.length === 1, withCase: WITH_CASE }) };
    return this.move(acting, { id, command: 'record', input: { result, caseId, note }, gather, patch: () => ({ result, caseId: caseId ?? null, note, recordedAt: acting.at }), data: { result, caseId } });
  }

  async publish(acting: Acting, id: string, { channel, publishedAt }: PublishCheckDto): Promise<Answer<SpotCheckDto>> {
    const at = new Date(publishedAt);
    return this.move(acting, { id, command: 'publish', input: { channel, publishedAt, now: acting.at.getTime() }, acted: at, patch: () => ({ channel, publishedAt: at }), data: { channel, publishedAt: at } });
  }

  private move(acting: Acting, command: Omit<Command<SpotCheck>, 'subject'>): Promise<Answer<SpotCheckDto>> {
    return this.workflow.execute(acting, { subject: SPOT_CHECK, ...command }, ({ row }) => ({ status: 200, body: shownCheck(row) }));
  }
}

interface Lot {
  readonly identifier: string;
  readonly now: readonly string[];
  readonly seed: string;
  readonly named: readonly string[];
}

/** Whoever was replaced does not come back: he stands before those who check now. */
function nextIn(lot: Lot | undefined): string | undefined {
  if (lot === undefined) return undefined;
  const order = officersInOrder(lot.seed, lot.identifier, lot.named);
  return order[Math.max(...lot.now.map((one) => order.indexOf(one))) + 1];
}
