import { Injectable } from '@nestjs/common';
import type { Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { uniqueViolation } from '../../platform/http/idempotency.js';
import { anyOpening, Workflow, type Gather } from '../../platform/workflow/workflow.js';
import { CASE, CaseTexts, type CaseFile } from '../cases/index.js';
import type { MarkDto, PutBackDto, RecordMarkDto, SeparateDto, SeparationDto, StrikeMarkDto, StruckMarkDto } from './infringer.dto.js';
import { InfringerMark, type InfringerSeparation } from './infringer.entity.js';
import { INFRINGER_SEPARATION } from './infringer.subject.js';
import { infringerProblem } from './infringers.errors.js';
import { InfringerKeys } from './infringers.keys.service.js';
import { InfringersQueries, shownMark, shownSeparation } from './infringers.queries.js';

const RESPONDENT: Statement = { name: 'infringer-respondent', text: "SELECT id FROM case_party WHERE case_id = $1 AND id = $2 AND role = 'respondent' AND removed_at IS NULL" };
const STRIKE: Statement = { name: 'infringer-strike', text: 'UPDATE infringer_mark SET struck_at = $2, struck_by = $3, struck_reason = $4 WHERE id = $1 AND struck_at IS NULL RETURNING id' };
const UNSTRUCK: Statement = { name: 'infringer-unstruck', text: 'SELECT id FROM infringer_mark WHERE id = $1 AND struck_at IS NULL FOR UPDATE' };

/** What people add to the calculation: marks that they found, and their word on links. */
@Injectable()
export class InfringersService {
  constructor(
    private readonly workflow: Workflow,
    private readonly texts: CaseTexts,
    private readonly keys: InfringerKeys,
    private readonly queries: InfringersQueries,
  ) {}

  /** The value itself is not kept. Throws infringer.value-unfit and infringer.party-unfit. */
  async recordMark(acting: Acting, { caseId, partyId, field, value, platform, foundIn: given }: RecordMarkDto): Promise<Answer<MarkDto>> {
    const key = this.keys.of(field, value, platform);
    if (key === null) throw infringerProblem('infringer.value-unfit');
    const foundIn = await this.texts.scrubbed(caseId, given);
    const shown = field === 'shop' || field === 'address' ? await this.texts.scrubbed(caseId, key.shown) : key.shown;
    const gather: Gather = { queries: [{ statement: RESPONDENT, values: [caseId, partyId] }], facts: ([found = []]) => ({ fits: found.length === 1 }) };
    return this.workflow.attach<CaseFile, MarkDto>(acting, { subject: CASE, id: caseId, gather }, (_, { fits }) => {
      if (fits !== true) throw infringerProblem('infringer.party-unfit');
      const row: InfringerMark = { id: newId(), caseId, partyId, field, hash: key.hash, shown, foundIn, recordedAt: acting.at, recordedBy: acting.claims.actor, struckAt: null, struckBy: null, struckReason: null };
      return { fact: { event: 'case.infringer-marked', data: { mark: row.id, party: partyId, field }, also: { inserts: [insertInto(InfringerMark, row)] } }, answer: { status: 201, body: shownMark(row) } };
    });
  }

  async strikeMark(acting: Acting, id: string, { reason: given }: StrikeMarkDto): Promise<Answer<StruckMarkDto>> {
    const { caseId, field } = await this.queries.mark(acting, id);
    const reason = await this.texts.scrubbed(caseId, given);
    const gather: Gather = { queries: [{ statement: UNSTRUCK, values: [id] }], facts: ([found = []]) => ({ there: found.length === 1 }) };
    return this.workflow.attach<CaseFile, StruckMarkDto>(acting, { subject: CASE, id: caseId, gather }, (_, { there }) => {
      if (there !== true) throw infringerProblem('infringer.mark-struck');
      const updates = [{ statement: STRIKE, values: [id, acting.at, acting.claims.actor, reason] }];
      return { fact: { event: 'case.infringer-mark-struck', data: { mark: id, field, reason }, also: { updates } }, answer: { status: 200, body: { id, caseId } } };
    });
  }

  /** Throws infringer.already-separated where two say so at once. */
  async separate(acting: Acting, { link, reason: given }: SeparateDto): Promise<Answer<SeparationDto>> {
    const { a, b, strength, standing, agencies } = await this.queries.link(acting, link);
    const [reason = ''] = await this.texts.scrubbedOf([], [given]);
    const row: Omit<InfringerSeparation, 'state' | 'version'> = { id: newId(), agency: acting.agency, agencies, a, b, strength, reason, backReason: null };
    const opening = anyOpening<InfringerSeparation>({ subject: INFRINGER_SEPARATION, command: 'separate', row, input: { standing, reason }, data: { a, b, strength, reason } });
    try {
      return await this.workflow.open(acting, [opening], [], ([outcome]) => ({ status: 201, body: shownSeparation(outcome?.row as unknown as InfringerSeparation) }));
    } catch (error) {
      if (uniqueViolation(error) === 'infringer_separation_pair') throw infringerProblem('infringer.already-separated');
      throw error;
    }
  }

  async putBack(acting: Acting, id: string, { reason: given }: PutBackDto): Promise<Answer<SeparationDto>> {
    const [reason = ''] = await this.texts.scrubbedOf([], [given]);
    return this.workflow.execute(acting, { subject: INFRINGER_SEPARATION, id, command: 'put-back', input: { reason }, patch: () => ({ backReason: reason }), data: { reason } }, ({ row }) => ({ status: 200, body: shownSeparation(row) }));
  }
}
