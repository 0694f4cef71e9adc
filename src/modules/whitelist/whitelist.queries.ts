import { Injectable } from '@nestjs/common';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page, type PageQuery } from '../../platform/http/pagination.js';
import type { Gather } from '../../platform/workflow/workflow.js';
import { CLEAN_MONTHS, MATERIAL_CODES, RENEWAL_DAYS } from './data/whitelist.data.js';
import type { PublicWhitelistDto, WhitelistEntryDto, WhitelistHintsDto, WhitelistQuery } from './whitelist.dto.js';
import { WhitelistEntry } from './whitelist-entry.entity.js';

/** What is asked about a firm in all offices, and what everybody may see, is no matter of one agency. */
const CLAIMS = systemClaims('whitelist');
const LIST: Statement = {
  name: 'whitelist', text: 'SELECT * FROM whitelist_entry WHERE ($1::text IS NULL OR state = $1) AND ($2::text IS NULL OR industry = $2) AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4',
};
const LIST_OF_FIRM: Statement = { name: 'whitelist-of-firm', text: `${LIST.text.replace('ORDER BY', 'AND uscc = $5 ORDER BY')}` };
const ONE: Statement = { name: 'whitelist-one', text: 'SELECT * FROM whitelist_entry WHERE id = $1' };
const SAFE = `name, uscc, industry, state, certificate, listed_at AS "listedAt", valid_until AS "validUntil"`;
const SHOWN: Statement = { name: 'whitelist-public', text: `SELECT id, ${SAFE} FROM whitelist_entry WHERE state IN ('noticed', 'listed', 'exiting') AND ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2` };
const CERTIFICATE: Statement = { name: 'whitelist-certificate', text: `SELECT ${SAFE} FROM whitelist_entry WHERE certificate = $1` };
const RECORD: Statement = {
  name: 'whitelist-record',
  text: `SELECT EXISTS (SELECT FROM registry_entry r WHERE r.uscc = $1 AND r.known_until IS NULL AND r.valid_from <= $2 AND coalesce(r.valid_until > $2, true)) AS dishonest,
           EXISTS (SELECT FROM case_file f JOIN penalty p ON p.case_id = f.id JOIN official_document d ON d.subject_type = 'penalty' AND d.subject_id = p.id AND d.kind = 'penalty-decision' AND d.withdrawn_at IS NULL
             JOIN service_record s ON s.document_id = d.id WHERE f.target_uscc = $1 AND p.state <> 'revoked' AND s.served_at > $2::timestamptz - make_interval(months => ${CLEAN_MONTHS})) AS punished,
           EXISTS (SELECT FROM whitelist_entry w WHERE w.uscc = $1 AND (w.state IN ('applied', 'correcting', 'examining', 'noticed') OR (w.state IN ('listed', 'exiting') AND w.valid_until > $2::timestamptz + make_interval(days => ${RENEWAL_DAYS})))) AS pending`,
};
const CLOCKS: Statement = { name: 'whitelist-clocks', text: "SELECT kind, legal_due AS \"legalDue\" FROM deadline WHERE subject_id = $1 AND kind IN ('whitelist.objection', 'whitelist.statement') ORDER BY id DESC" };
const HINTS: Statement = {
  name: 'whitelist-hints',
  text: `SELECT w.name, w.uscc, p.role, w.id AS entry FROM (
           SELECT o.uscc, y.role FROM case_party y JOIN organisation o ON o.id = y.organisation_id WHERE y.case_id = $1 AND y.removed_at IS NULL AND o.uscc IS NOT NULL
           UNION SELECT f.target_uscc, 'target' FROM case_file f WHERE f.id = $1 AND f.target_uscc IS NOT NULL) p
         JOIN whitelist_entry w ON w.uscc = p.uscc AND w.state IN ('listed', 'exiting') ORDER BY w.id, p.role`,
};
const CASE: Statement = { name: 'whitelist-case', text: 'SELECT id FROM case_file WHERE id = $1' };

export interface FirmRecord {
  readonly dishonest: boolean;
  readonly punished: boolean;
  readonly pending: boolean;
}
type Shown = Omit<PublicWhitelistDto, 'listedAt' | 'validUntil'> & { readonly id: string; readonly listedAt: Date | null; readonly validUntil: Date | null };

/** What the guards see of time and materials. */
export function gatherEntry({ at }: Acting, id: string): Gather {
  return {
    queries: [{ statement: CLOCKS, values: [id] }],
    facts: ([clocks = []]) => {
      const ends = (kind: string): number | undefined => (clocks as { kind: string; legalDue: Date | null }[]).find((clock) => clock.kind === kind)?.legalDue?.getTime();
      return { noticeEnds: ends('whitelist.objection'), statementEnds: ends('whitelist.statement'), now: at.getTime(), materialCodes: MATERIAL_CODES };
    },
  };
}

/** Entries under the claims of who reads; what is public for everybody. */
@Injectable()
export class WhitelistQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  async list({ claims }: Acting, { state, industry, uscc, cursor, limit }: WhitelistQuery): Promise<Page<WhitelistEntryDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const values = [state ?? null, industry ?? null, after, limit + 1];
    const [found = []] = await this.database.readAll(claims, [uscc === undefined ? { statement: LIST, values } : { statement: LIST_OF_FIRM, values: [...values, uscc] }]);
    return pageOf(found.map((raw) => shownEntry(this.rows.map(WhitelistEntry, raw))), limit, ({ id }) => [id]);
  }

  async entry({ claims }: Acting, id: string): Promise<WhitelistEntry> {
    const [[found] = []] = await this.database.readAll(claims, [{ statement: ONE, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return this.rows.map(WhitelistEntry, found);
  }

  async shown({ cursor, limit }: PageQuery): Promise<Page<PublicWhitelistDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const found = await this.database.read<Shown & Record<string, never>>(CLAIMS, SHOWN, [after, limit + 1]);
    const { items, next } = pageOf(found, limit, ({ id }) => [id]);
    return { items: items.map(shownToAll), next };
  }

  async certificate(number: string): Promise<PublicWhitelistDto> {
    const [found] = await this.database.read<Shown & Record<string, never>>(CLAIMS, CERTIFICATE, [number]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return shownToAll(found);
  }

  /** In all offices: whether the firm may be listed, and whether it is already. */
  async record(uscc: string, at: Date): Promise<FirmRecord> {
    const [found] = await this.database.read<FirmRecord & Record<string, never>>(CLAIMS, RECORD, [uscc, at]);
    return found ?? { dishonest: true, punished: true, pending: true };
  }

  /** Parties that whoever sees the case may look up. Entries of all agencies: that a firm is listed is public. */
  async hints({ claims }: Acting, caseId: string): Promise<WhitelistHintsDto> {
    const [[seen] = []] = await this.database.readAll(claims, [{ statement: CASE, values: [caseId] }]);
    if (seen === undefined) throw httpProblem('subject.not-found');
    return { items: await this.database.read<WhitelistHintsDto['items'][number] & Record<string, never>>(CLAIMS, HINTS, [caseId]) };
  }
}

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

function shownToAll({ name, uscc, industry, state, certificate, listedAt, validUntil }: Shown | WhitelistEntry): PublicWhitelistDto {
  return { name, uscc, industry, state, certificate, listedAt: instant(listedAt), validUntil: instant(validUntil) };
}

export function shownEntry(row: WhitelistEntry): WhitelistEntryDto {
  const { id, version, agency, region, industryClass, rights, contacts, materials, missing, opinion, channel, objections, reviewedAt, exitGround, statement, reason, nextDue } = row;
  return {
    ...shownToAll(row), id, version, agency, region, industryClass, rights: rights.map(({ name, ...rest }) => ({ ...rest, ...(name === null ? {} : { name }) })), contacts, materials, missing, opinion, channel, objections,
    reviewedAt: instant(reviewedAt), exitGround, statement, reason, nextDue: instant(nextDue),
  };
}
