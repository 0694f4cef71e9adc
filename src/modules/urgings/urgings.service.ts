import { Injectable } from '@nestjs/common';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { uniqueViolation } from '../../platform/http/idempotency.js';
import { anyOpening, Workflow, type Command, type Gather, type Opening, type Outcome } from '../../platform/workflow/workflow.js';
import { CaseTexts } from '../cases/index.js';
import { daysOf } from './data/urging-channels.data.js';
import type { UrgingChannel } from './domain/urging.guards.js';
import type { RecordedUrgingsDto, RecordUrgingDto, SendUrgingDto, UrgingDto } from './urging.dto.js';
import type { Urging } from './urging.entity.js';
import { URGING } from './urging.subject.js';
import { urgingProblem } from './urgings.errors.js';
import { NTH, shownUrging, UrgingsQueries } from './urgings.queries.js';

const FILE: Statement = { name: 'urging-file', text: 'SELECT id, agency, region, assignee, rank_at IS NOT NULL AS open FROM case_file WHERE id = ANY($1::uuid[]) ORDER BY id' };
const ORDERS: Statement = { name: 'urging-orders', text: 'SELECT case_id AS "caseId" FROM complaint WHERE source_system = $1 AND external_number = $2 ORDER BY leg' };
const HOTLINE: UrgingChannel = 'hotline-12345';
const SYSTEM = systemClaims('urgings');

interface File {
  readonly id: string;
  readonly agency: string;
  readonly region: string;
  readonly assignee: string | null;
  readonly open: boolean;
}

type Told = Pick<Urging, 'channel' | 'reason' | 'days' | 'letter' | 'sourceSystem' | 'externalNumber' | 'orderNumber'>;

/** Urges whoever has a case, and answers. */
@Injectable()
export class UrgingsService {
  constructor(
    private readonly database: Database,
    private readonly workflow: Workflow,
    private readonly texts: CaseTexts,
    private readonly queries: UrgingsQueries,
  ) {}

  async send(acting: Acting, { caseId, channel, letter, reason: given, days = daysOf(channel) }: SendUrgingDto): Promise<Answer<UrgingDto>> {
    const [file] = await this.database.read<File>(acting.claims, FILE, [[caseId]]);
    if (file === undefined) throw httpProblem('subject.not-found');
    const reason = await this.texts.scrubbed(caseId, given);
    const opening = urging(acting, 'send', file, { channel, reason, days, letter: letter ?? null, sourceSystem: null, externalNumber: null, orderNumber: null });
    const before = await this.queries.before(acting, [caseId], channel);
    return this.workflow.open(acting, [opening], [], ([outcome]) => ({ status: 201, body: opened(outcome, before) }));
  }

  /**
   * The hotline names the order that is urged, and sees neither the case nor who works on it. One order that urges is recorded once for
   * every case that the urged one is in; the same again is answered with what stands.
   */
  async record(acting: Acting, body: RecordUrgingDto): Promise<Answer<RecordedUrgingsDto>> {
    const { sourceSystem, externalNumber, order, reason, days = daysOf(HOTLINE) } = body;
    const files = await this.filesOf(acting, sourceSystem, externalNumber);
    const before = await this.queries.before(acting, files.map(({ id }) => id), HOTLINE);
    const openings = await Promise.all(files.map(async (file) => urging(acting, 'record', file, { channel: HOTLINE, reason: await this.texts.scrubbed(file.id, reason), days, letter: null, sourceSystem, externalNumber, orderNumber: order })));
    try {
      return await this.workflow.open(acting, openings, [], (outcomes) => ({ status: 201, body: { outcome: 'recorded', items: outcomes.map((outcome) => opened(outcome, before)) } }));
    } catch (error) {
      if (uniqueViolation(error) !== 'urging_order_key') throw error;
      return { status: 200, body: { outcome: 'already-recorded', items: await this.queries.ofOrder(acting, sourceSystem, order) } };
    }
  }

  async answer(acting: Acting, id: string, given: string): Promise<Answer<UrgingDto>> {
    const answer = await this.scrubbed(acting, id, given);
    return this.move(acting, { id, command: 'answer', input: { answer }, patch: () => ({ answer, answeredBy: acting.claims.actor, answeredAt: acting.at }) });
  }

  async withdraw(acting: Acting, id: string, given: string): Promise<Answer<UrgingDto>> {
    const reason = await this.scrubbed(acting, id, given);
    return this.move(acting, { id, command: 'withdraw', input: { reason }, patch: () => ({ withdrawnFor: reason }), data: { reason } });
  }

  /** Throws 404 where the order is not there, or not for this account. */
  private async filesOf({ claims }: Acting, sourceSystem: string, externalNumber: string): Promise<File[]> {
    const orders = await this.database.read<{ caseId: string | null }>(claims, ORDERS, [sourceSystem, externalNumber]);
    if (orders.length === 0) throw httpProblem('subject.not-found');
    const cases = [...new Set(orders.flatMap(({ caseId }) => caseId ?? []))];
    if (cases.length === 0) throw urgingProblem('urging.no-case', {});
    return this.database.read<File>(SYSTEM, FILE, [cases]);
  }

  private async scrubbed(acting: Acting, id: string, given: string): Promise<string> {
    const { caseId } = await this.queries.one(acting, id);
    return this.texts.scrubbed(caseId, given);
  }

  private move(acting: Acting, command: Omit<Command<Urging>, 'subject' | 'gather'>): Promise<Answer<UrgingDto>> {
    let nth: number | null = null;
    const gather: Gather = { queries: [{ statement: NTH, values: [command.id] }], facts: ([found = []]) => {
      nth = (found[0] as { nth: number | null } | undefined)?.nth ?? null;
      return {};
    } };
    return this.workflow.execute(acting, { subject: URGING, ...command, gather }, ({ row }) => ({ status: 200, body: shownUrging(row, row.state === 'withdrawn' ? null : nth) }));
  }
}

function opened(outcome: Outcome | undefined, before: ReadonlyMap<string, number>): UrgingDto {
  const row = outcome?.row as unknown as Urging;
  return shownUrging(row, (before.get(row.caseId) ?? 0) + 1);
}

function urging({ agency: sender, at, claims }: Acting, command: 'send' | 'record', { id: caseId, agency, region, assignee, open }: File, told: Told): Opening {
  const { channel, reason, days, letter, externalNumber, orderNumber } = told;
  const row = { id: newId(), caseId, agency, sender, region, addressee: assignee, ...told, sentBy: claims.actor, sentAt: at, answer: null, answeredBy: null, answeredAt: null, withdrawnFor: null };
  const input = { caseOpen: open, reason, letter: letter ?? undefined, order: orderNumber ?? undefined };
  return anyOpening<Urging>({ subject: URGING, command, row, input, amounts: { 'urging.answer': days }, data: { caseId, channel, days, reason, letter, externalNumber, order: orderNumber } });
}
