import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { Workflow, type Gather } from '../../platform/workflow/workflow.js';
import { CASE, CaseTexts, type CaseFile } from '../cases/index.js';
import { AGENCIES } from '../identity/index.js';
import { documentProblem, SERVED_BY } from '../documents/index.js';
import type { AddressConfirmationDto, ConfirmAddressDto, RecordServiceDto, ServiceRecordDto, WithdrawDocumentDto, WithdrawnDocumentDto } from './document-service.dto.js';
import { SERVICE_GUARDS } from './document-service.subject.js';
import { serviceProblem } from './document-services.errors.js';
import { DocumentServices, shownService } from './document-services.serving.service.js';
import type { Serving } from './domain/service.rules.js';
import { AddressConfirmation } from './service-record.entity.js';

const DOCUMENT: Statement = { name: 'service-document', text: `SELECT id, kind, number, agency, subject_type AS "subjectType", subject_id AS "subjectId", case_id AS "caseId" FROM official_document WHERE id = $1` };
const LOCKED: Statement = { name: 'withdraw-lock', text: 'SELECT withdrawn_at IS NOT NULL AS withdrawn FROM official_document WHERE id = $1 FOR UPDATE' };
/** Later, of the same kind and matter, and standing. */
const SUCCESSOR: Statement = { name: 'withdraw-successor', text: 'SELECT n.id FROM official_document n JOIN official_document o ON o.id = $2 AND o.kind = n.kind AND o.subject_id = n.subject_id AND o.id < n.id WHERE n.id = $1 AND n.withdrawn_at IS NULL' };
const WITHDRAW: Statement = { name: 'document-withdraw', text: 'UPDATE official_document SET withdrawn_at = $2, withdrawn_by = $3, withdrawn_reason = $4, successor_id = $5 WHERE id = $1 AND withdrawn_at IS NULL RETURNING id' };
const PARTY: Statement = { name: 'confirmation-party', text: 'SELECT id FROM case_party WHERE id = $1 AND case_id = $2 AND removed_at IS NULL' };
const OUTSIDE = new Set(['complainant', 'reporter', ...AGENCIES.map(({ code }) => code)]);

interface Found {
  readonly id: string;
  readonly kind: string;
  readonly number: string | null;
  readonly agency: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly caseId: string | null;
}

/** What happens to documents outside the commands of proceedings. They are records: what is done to one is on the chain of the subject that issued it. */
@Injectable()
export class DocumentRecords {
  constructor(
    private readonly database: Database,
    private readonly workflow: Workflow,
    private readonly texts: CaseTexts,
    private readonly services: DocumentServices,
  ) {}

  /** For a document whose service starts no clock. The same guards as in a command judge it. */
  async serve(acting: Acting, id: string, body: RecordServiceDto): Promise<Answer<ServiceRecordDto>> {
    const found = await this.found(acting, id);
    const command = SERVED_BY[found.kind];
    if (command !== undefined) throw serviceProblem('service.by-command', { members: { command } });
    const { subjectType, subjectId } = found;
    const service = this.services.serving(acting, { ...body, document: id });
    return this.workflow.attach(acting, { subject: this.workflow.subject(subjectType), id: subjectId, gather: service.gather }, (_, gathered) => {
      refuseUnfit(found, body, gathered['serving'] as Serving);
      return { fact: { event: 'document.served', data: service.data, also: service.also() }, answer: { status: 201, body: shownService(service.record()) } };
    });
  }

  /** A wrong document is not edited: it is withdrawn, and another takes its place. Its number is not given again. */
  async withdraw(acting: Acting, id: string, body: WithdrawDocumentDto): Promise<Answer<WithdrawnDocumentDto>> {
    const successor = body.successor ?? null;
    const { number, agency, subjectType, subjectId, caseId } = await this.found(acting, id);
    const [reason = ''] = caseId === null ? await this.texts.scrubbedOf([subjectId], [body.reason]) : await this.texts.scrubbedAll(caseId, [body.reason]);
    const gather: Gather = { queries: [{ statement: LOCKED, values: [id] }, { statement: SUCCESSOR, values: [successor, id] }], facts: ([locked = [], fit = []]) => ({ withdrawn: (locked[0] as { withdrawn: boolean } | undefined)?.withdrawn, fit: fit.length > 0 }) };
    return this.workflow.attach(acting, { subject: this.workflow.subject(subjectType), id: subjectId, gather }, (_, { withdrawn, fit }) => {
      if (!acting.claims.agencies.includes(agency)) throw documentProblem('document.foreign-agency');
      if (withdrawn === true) throw documentProblem('document.withdrawn');
      if (successor !== null && fit !== true) throw documentProblem('document.successor-unfit');
      const also = { updates: [{ statement: WITHDRAW, values: [id, acting.at, acting.claims.actor, reason, successor] }] };
      return { fact: { event: 'document.withdrawn', data: { document: id, number, reason, successor }, also }, answer: { status: 200, body: { id, number, withdrawnAt: acting.at.toISOString(), successorId: successor } } };
    });
  }

  confirmAddress(acting: Acting, caseId: string, { party, channels, exhibit, signedAt }: ConfirmAddressDto): Promise<Answer<AddressConfirmationDto>> {
    const row: AddressConfirmation = { id: newId(), caseId, partyId: party, channels, exhibit, signedAt: new Date(signedAt), recordedBy: acting.claims.actor, recordedAt: acting.at };
    const gather: Gather = { queries: [{ statement: PARTY, values: [party, caseId] }], facts: ([live = []]) => ({ live: live.length > 0 }) };
    return this.workflow.attach<CaseFile, AddressConfirmationDto>(acting, { subject: CASE, id: caseId, gather }, ({ agency, involved, state }, { live }) => {
      if (![agency, ...involved].some((one) => acting.claims.agencies.includes(one))) throw serviceProblem('service.foreign-agency');
      if (state === 'closed') throw serviceProblem('service.case-closed');
      if (live !== true) throw httpProblem('subject.not-found');
      return { fact: { event: 'case.address-confirmed', data: { party, channels, exhibit }, also: { inserts: [insertInto(AddressConfirmation, row)] } }, answer: { status: 201, body: shownConfirmation(row, true) } };
    });
  }

  private async found({ claims }: Acting, id: string): Promise<Found> {
    const [found] = await this.database.read<Found & object>(claims, DOCUMENT, [id]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return found;
  }
}

/** Whoever filed a complaint, and agencies, have no entry in the case. */
function refuseUnfit({ subjectId }: Found, body: RecordServiceDto, read: Serving): void {
  const serving: Serving = OUTSIDE.has(body.recipient) ? { ...read, party: { id: body.recipient, live: true } } : read;
  const facts = { row: { id: subjectId }, input: { ...body, serving } };
  const failed = Object.values(SERVICE_GUARDS).filter(({ holds }) => !holds(facts));
  if (failed.length > 0) throw serviceProblem('service.refused', { members: { failedGuards: failed.map(({ code, text, basis, details }) => ({ code, text, basis, details: details?.(facts) })) } });
}

/** Instants are RFC 3339 UTC. */
export function shownConfirmation({ id, partyId, channels, exhibit, signedAt }: AddressConfirmation, current: boolean): AddressConfirmationDto {
  return { id, partyId, channels, exhibit, signedAt: signedAt.toISOString(), current };
}
