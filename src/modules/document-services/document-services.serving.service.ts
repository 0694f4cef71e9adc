import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import type { Query, Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting } from '../../platform/http/acting.js';
import type { Also, Gather } from '../../platform/workflow/workflow.js';
import { SERVICE_WAYS, type CHANNELS } from './data/modes.data.js';
import type { ServeDocumentDto, ServiceRecordDto } from './document-service.dto.js';
import { wayOf, type Serving } from './domain/service.rules.js';
import { ServiceRecord } from './service-record.entity.js';

const DOCUMENT: Statement = { name: 'serving-document', text: 'SELECT id, kind, subject_id AS "subjectId", case_id AS "caseId", issued_at AS "issuedAt", withdrawn_at IS NOT NULL AS withdrawn FROM official_document WHERE id = $1' };
/** The entry stands in the case of the document. */
const PARTY: Statement = { name: 'serving-party', text: 'SELECT p.id, p.removed_at IS NULL AS live FROM case_party p JOIN official_document d ON d.case_id = p.case_id WHERE p.id::text = $2 AND d.id = $1' };
const SERVED: Statement = { name: 'serving-served', text: 'SELECT id FROM service_record WHERE document_id = $1 AND recipient = $2' };
const CONFIRMATION: Statement = { name: 'serving-confirmation', text: 'SELECT channels FROM address_confirmation WHERE party_id::text = $1 ORDER BY id DESC LIMIT 1' };
/** The document counts as served on the day after the period of the notice. */
const NOTICE: Statement = { name: 'serving-notice', text: `SELECT c.legal_due AS "periodEnds" FROM public_notice n JOIN deadline c ON c.subject_id = n.id AND c.kind = 'service.public-notice' AND c.ended_at IS NOT NULL WHERE n.id = $3 AND n.document_id = $1 AND n.recipient::text = $2 AND n.state = 'completed'` };

/** The last paper that stands of those kinds, and who has it. */
const TO_TELL: Statement = {
  name: 'serving-to-tell',
  text: `SELECT d.id, d.case_id AS "caseId", d.issued_at AS "issuedAt", ARRAY(SELECT s.recipient FROM service_record s WHERE s.document_id = d.id) AS served
         FROM official_document d WHERE d.subject_id = $1 AND d.kind = ANY($2::text[]) AND d.withdrawn_at IS NULL ORDER BY d.id DESC LIMIT 1`,
};

interface ToTell {
  readonly id: string;
  readonly caseId: string | null;
  readonly issuedAt: Date;
  readonly served: readonly string[];
}

/** Whom a command says to have told, when, and over what: one of CHANNELS. */
export interface Told {
  readonly party: string;
  readonly at: Date;
  readonly channel: (typeof CHANNELS)[number];
}

/** What a command adds to serve a document. */
export interface Service {
  /** Reads what the guards look at, as `input.serving`. */
  readonly gather: Gather;
  readonly also: () => Also;
  /** The record as it is written. */
  readonly record: () => ServiceRecord;
  /** For the ledger. */
  readonly data: Readonly<Record<string, unknown>>;
  /** When it was served: the instant that the clocks of the law start from. */
  readonly at: Date;
}

/** Order of a service: the body of a command, or a recipient without an entry in the case. */
export type ServiceOrder = Omit<ServeDocumentDto, 'recipient'> & { readonly recipient: string };

/** Records the service of a document with the command of the proceeding that serves it. */
@Injectable()
export class DocumentServices {
  /** `more` is gathered along. The row of the table names the guards of SERVICE_GUARDS. */
  serving(acting: Acting, order: ServiceOrder, more: Gather = { queries: [], facts: () => ({}) }): Service {
    const { document, recipient, mode, proof, servers, place } = order;
    const at = new Date(order.servedAt);
    const id = newId();
    let caseId: string | null = null;
    const queries = queriesOf(order);
    const record = (): ServiceRecord => {
      const way = wayOf(SERVICE_WAYS, mode, proof)?.way;
      if (way === undefined) throw new Error(`A service by ${mode} went through without its proof: its row lacks the guard mode-has-its-proof`);
      return { id, documentId: document, caseId, recipient, mode, way, servedAt: at, place: place ?? null, servers, proof, recordedBy: acting.claims.actor, recordedAt: acting.at };
    };
    return {
      at,
      data: { service: id, document, recipient, mode, servedAt: at },
      gather: {
        queries: [...queries, ...more.queries],
        facts: (results) => {
          const serving = servingOf(results, legalDay(at), legalDay(acting.at));
          caseId = serving.document?.caseId ?? null;
          return { serving, ...more.facts(results.slice(queries.length)) };
        },
      },
      record,
      also: () => ({ inserts: [insertInto(ServiceRecord, record())] }),
    };
  }

  /**
   * Records with a command that parties were told of the last paper of some kinds which its proceeding issued; nothing where it
   * issued none, and nothing twice. Guards see `input.toldImpossible`: somebody was told before there was the paper, or later than now.
   */
  telling(acting: Acting, subjectId: string, kinds: readonly string[], told: readonly Told[]): Pick<Service, 'gather' | 'also'> {
    let paper: ToTell | undefined;
    return {
      gather: {
        queries: [{ statement: TO_TELL, values: [subjectId, kinds] }],
        facts: ([found = []]) => {
          [paper] = found as ToTell[];
          const first = paper === undefined ? '' : legalDay(paper.issuedAt);
          return { toldImpossible: told.some(({ at }) => at > acting.at || legalDay(at) < first) };
        },
      },
      also: () => ({ inserts: paper === undefined ? [] : [insertInto(ServiceRecord, ...toldRecords(acting, paper, told))] }),
    };
  }
}

/** One for each party: the first time that it was told. */
function toldRecords({ claims, at: recordedAt }: Acting, { id: documentId, caseId, served }: ToTell, told: readonly Told[]): ServiceRecord[] {
  const firsts = new Map([...told].sort((one, other) => other.at.getTime() - one.at.getTime()).map((one) => [one.party, one]));
  return [...firsts.values()].filter(({ party }) => !served.includes(party)).map(({ party, at, channel }) => (
    { id: newId(), documentId, caseId, recipient: party, mode: 'told', way: 'told', servedAt: at, place: null, servers: [claims.actor], proof: { channel }, recordedBy: claims.actor, recordedAt }
  ));
}

function queriesOf({ document, recipient, proof }: ServiceOrder): Query[] {
  return [
    { statement: DOCUMENT, values: [document] }, { statement: PARTY, values: [document, recipient] }, { statement: SERVED, values: [document, recipient] },
    { statement: CONFIRMATION, values: [recipient] }, { statement: NOTICE, values: [document, recipient, proof.notice ?? null] },
  ];
}

function servingOf(results: readonly (readonly object[])[], servedOn: string, today: string): Serving {
  const [document, party, served, confirmation, notice] = [0, 1, 2, 3, 4].map((index) => results[index]?.[0] ?? null);
  return { document: documentOf(document), party: party as Serving['party'], served: served !== null, confirmation: confirmation as Serving['confirmation'], notice: noticeOf(notice), servedOn, today };
}

function documentOf(found: object | null | undefined): Serving['document'] {
  if (found === null || found === undefined) return null;
  const { issuedAt, ...document } = found as NonNullable<Serving['document']> & { issuedAt: Date };
  return { ...document, issuedOn: legalDay(issuedAt) };
}

function noticeOf(found: object | null | undefined): Serving['notice'] {
  if (found === null || found === undefined) return null;
  return { servedOn: legalDay(new Date((found as { periodEnds: Date }).periodEnds.getTime() + 1)) };
}

/** Instants are RFC 3339 UTC. */
export function shownService({ id, documentId, recipient, mode, way, servedAt, place, servers, proof, recordedBy, recordedAt }: ServiceRecord): ServiceRecordDto {
  return { id, documentId, recipient, mode, way, servedAt: servedAt.toISOString(), place, servers, proof, recordedBy, recordedAt: recordedAt.toISOString() };
}
