import { Injectable } from '@nestjs/common';
import { Clocks, legalDay } from '../../platform/clocks/clocks.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { Database, type Query, type Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { anyOpening, Workflow, type Command, type Gather, type Outcome } from '../../platform/workflow/workflow.js';
import { CASE, CaseTexts, type CaseFile } from '../cases/index.js';
import { Documents, type IssuedDocumentDto, type Paper } from '../documents/index.js';
import { serviceProblem } from './document-services.errors.js';
import type { MovedNoticeDto, OrderPublicNoticeDto, PublicNoticeDto, PublishNoticeDto } from './public-notice.dto.js';
import type { PublicNotice } from './public-notice.entity.js';
import { PUBLIC_NOTICE } from './public-notice.subject.js';

const DOCUMENT: Statement = { name: 'notice-document-case', text: 'SELECT case_id AS "caseId", agency FROM official_document WHERE id = $1' };
/** It stands, was not served on the recipient, and no other notice of it runs. */
const STANDS: Statement = {
  name: 'notice-document-stands',
  text: `SELECT d.number, d.issued_at AS "issuedAt", d.kind FROM official_document d WHERE d.id = $1 AND d.withdrawn_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM service_record s WHERE s.document_id = d.id AND s.recipient = $2) AND NOT EXISTS (SELECT 1 FROM public_notice n WHERE n.document_id = d.id AND n.recipient::text = $2 AND n.state <> 'revoked' AND n.id <> $3)`,
};
const LIVE: Statement = { name: 'notice-recipient', text: 'SELECT p.id FROM case_party p WHERE p.id = $1 AND p.case_id = $2 AND p.removed_at IS NULL' };
const OF_NOTICE: Statement = { name: 'notice-of', text: 'SELECT document_id AS "documentId", recipient, case_id AS "caseId" FROM public_notice WHERE id = $1' };

interface Named {
  readonly number: string | null;
  readonly issuedAt: Date;
  readonly kind: string;
}

/** Service by public notice: ordered, published for thirty days, over. What is served by it is then recorded like any service. */
@Injectable()
export class PublicNotices {
  constructor(
    private readonly database: Database,
    private readonly workflow: Workflow,
    private readonly documents: Documents,
    private readonly texts: CaseTexts,
    private readonly clocks: Clocks,
  ) {}

  async order(acting: Acting, body: OrderPublicNoticeDto): Promise<Answer<MovedNoticeDto>> {
    const { document, recipient, ground } = body;
    const [found] = await this.database.read<{ caseId: string | null; agency: string }>(acting.claims, DOCUMENT, [document]);
    if (found === undefined) throw httpProblem('subject.not-found');
    const { caseId, agency } = found;
    if (caseId === null) throw serviceProblem('service.no-case');
    const reason = await this.texts.scrubbed(caseId, body.reason);
    const id = newId();
    const gather: Gather = { queries: [stands(document, recipient, id), { statement: LIVE, values: [recipient, caseId] }], facts: ([standing = [], live = []]) => ({ documentStands: standing.length > 0, recipientLive: live.length > 0 }) };
    return this.workflow.openIn<CaseFile, MovedNoticeDto>(acting, { subject: CASE, id: caseId, gather }, ({ region, lawVersion, state }, gathered) => {
      if (!acting.claims.agencies.includes(agency)) throw serviceProblem('service.foreign-agency');
      if (state === 'closed') throw serviceProblem('service.case-closed');
      const row: Omit<PublicNotice, 'state' | 'version' | 'nextDue'> = { id, caseId, documentId: document, recipient, agency, region, lawVersion, ground, reason, places: [], recordings: [], publishedAt: null, orderedBy: acting.claims.actor, orderedAt: acting.at };
      return {
        openings: [anyOpening({ subject: PUBLIC_NOTICE, command: 'order', row, input: { ground, reason, ...gathered }, data: { document, recipient, ground } })],
        fact: { event: 'case.notice-ordered', data: { notice: id, document, recipient } },
        answer: ([outcome]) => ({ status: 201, body: moved(outcome as unknown as Outcome<PublicNotice>, null) }),
      };
    });
  }

  /** Its period counts from the publication. */
  async publish(acting: Acting, id: string, body: PublishNoticeDto): Promise<Answer<MovedNoticeDto>> {
    const { places, recordings = [] } = body;
    const { documentId, recipient, caseId } = await this.of(acting, id);
    const [content = '', rights = ''] = await this.texts.scrubbedAll(caseId, [body.content, body.rights]);
    const publishedAt = new Date(body.publishedAt);
    let named: Named | undefined;
    const gather: Gather = {
      queries: [stands(documentId, recipient, id)],
      facts: ([standing = []]) => {
        [named] = standing as Named[];
        return { documentStands: named !== undefined };
      },
    };
    const days = this.clocks.inForce('service.public-notice', publishedAt).rule.amount;
    const paper: Paper<PublicNotice> = ({ ground }) => ({ recipient, document: named?.number ?? named?.kind, documentIssuedOn: legalDay(named?.issuedAt ?? acting.at), ground, content, rights, days, contact: acting.claims.actor });
    return this.move(acting, { id, command: 'publish', input: { ...body, recordings, now: acting.at.getTime() }, gather, patch: () => ({ places, recordings, publishedAt }), triggers: { 'service.public-notice': publishedAt }, data: { places, publishedAt } }, paper);
  }

  async revoke(acting: Acting, id: string, given: string): Promise<Answer<MovedNoticeDto>> {
    const { caseId } = await this.of(acting, id);
    const reason = await this.texts.scrubbed(caseId, given);
    return this.move(acting, { id, command: 'revoke', input: { reason }, data: { reason } });
  }

  /** What guards need before the input is known. */
  async gatherFor(acting: Acting, id: string): Promise<Gather> {
    const { documentId, recipient } = await this.of(acting, id);
    return { queries: [stands(documentId, recipient, id)], facts: ([standing = []]) => ({ documentStands: standing.length > 0 }) };
  }

  private async of({ claims }: Acting, id: string): Promise<{ documentId: string; recipient: string; caseId: string }> {
    const [found] = await this.database.read<{ documentId: string; recipient: string; caseId: string }>(claims, OF_NOTICE, [id]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return found;
  }

  private move(acting: Acting, given: Omit<Command<PublicNotice>, 'subject'>, paper: Paper<PublicNotice> = () => ({})): Promise<Answer<MovedNoticeDto>> {
    const { command, issued } = this.documents.issuing(acting, { subject: PUBLIC_NOTICE, ...given }, paper);
    return this.workflow.execute(acting, command, (outcome) => ({ status: 200, body: moved(outcome, issued()) }));
  }
}

function stands(document: string, recipient: string, notice: string): Query {
  return { statement: STANDS, values: [document, recipient, notice] };
}

function moved({ row, deadlines }: Outcome<PublicNotice>, document: IssuedDocumentDto | null): MovedNoticeDto {
  return { ...shownNotice(row), deadlines: deadlines.map(showDeadline), document };
}

/** Instants are RFC 3339 UTC. */
export function shownNotice({ id, caseId, documentId, recipient, state, version, agency, ground, reason, places, publishedAt, orderedAt, nextDue }: PublicNotice): PublicNoticeDto {
  return { id, caseId, documentId, recipient, state, version, agency, ground, reason, places, publishedAt: publishedAt?.toISOString() ?? null, orderedAt: orderedAt.toISOString(), nextDue: nextDue?.toISOString() ?? null };
}
