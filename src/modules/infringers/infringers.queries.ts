import { Injectable } from '@nestjs/common';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import { LINK_RULES } from './data/link-rules.data.js';
import type { CaseClustersDto, ClusterCaseDto, ClusterDetailDto, ClusterDto, ClusterListQuery, PartyLinkDto, LinkSignalDto, MarkDto, MarkPage, OtherCasesDto, SeparationDto, SeparationListQuery } from './infringer.dto.js';
import { InfringerCluster, InfringerLink, InfringerMark, InfringerNode, InfringerSeparation } from './infringer.entity.js';

const CLUSTERS: Statement = {
  name: 'infringer-clusters',
  text: 'SELECT * FROM infringer_cluster WHERE cases >= $1 AND ($2::int IS NULL OR (cases, id) < ($2, $3::uuid)) ORDER BY cases DESC, id DESC LIMIT $4',
};
const CLUSTER: Statement = { name: 'infringer-cluster-one', text: 'SELECT * FROM infringer_cluster WHERE id = $1' };
const MEMBERS: Statement = { name: 'infringer-members', text: 'SELECT * FROM infringer_node WHERE cluster_id = $1 ORDER BY id' };
const LINKS: Statement = {
  name: 'infringer-links',
  text: `SELECT l.*, s.id AS "separation", s.reason AS "separatedFor" FROM infringer_link l LEFT JOIN infringer_separation s ON s.a = l.a AND s.b = l.b AND s.state = 'separated'
         WHERE l.a IN (SELECT id FROM infringer_node WHERE cluster_id = $1) OR l.b IN (SELECT id FROM infringer_node WHERE cluster_id = $1) ORDER BY l.strength DESC, l.id`,
};
const LINK: Statement = { name: 'infringer-link-one', text: 'SELECT * FROM infringer_link WHERE id = $1' };
const CASES: Statement = { name: 'infringer-cases', text: 'SELECT id, case_number AS "caseNumber", agency, right_type AS "rightType", state, opened_at AS "openedAt" FROM case_file WHERE id = ANY ($1::uuid[]) ORDER BY opened_at DESC, id' };
const CASE_SEEN: Statement = { name: 'infringer-case-seen', text: 'SELECT id FROM case_file WHERE id = $1' };
const OF_CASE: Statement = {
  name: 'infringer-clusters-of-case',
  text: `SELECT c.* FROM infringer_cluster c WHERE c.id IN (SELECT n.cluster_id FROM case_party p LEFT JOIN organisation o ON o.id = p.organisation_id JOIN infringer_node n ON n.id = coalesce(o.merged_into, o.id, p.person_id)
         WHERE p.case_id = $1 AND p.role = 'respondent' AND p.removed_at IS NULL) ORDER BY c.id`,
};
const MARKS: Statement = { name: 'infringer-marks-of-case', text: 'SELECT * FROM infringer_mark WHERE case_id = $1 ORDER BY id' };
const MARK: Statement = { name: 'infringer-mark-one', text: 'SELECT * FROM infringer_mark WHERE id = $1' };
const SEPARATIONS: Statement = { name: 'infringer-separations', text: 'SELECT * FROM infringer_separation WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3' };
const CLAIMS = systemClaims('infringers');
/** Cases from which on a cluster is one of repetition. */
const REPEATED = 2;

type CaseRow = Omit<ClusterCaseDto, 'openedAt'> & { readonly openedAt: Date };
type LinkRow = InfringerLink & Pick<PartyLinkDto, 'separation' | 'separatedFor'>;

/** Clusters under the claims of who reads; cases of others only as numbers. */
@Injectable()
export class InfringersQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  async list({ claims }: Acting, { which, cursor, limit }: ClusterListQuery): Promise<Page<ClusterDto>> {
    const [cases = null, id = null] = decodeCursor(cursor, 'count', 'uuid') ?? [];
    const [found = []] = await this.database.readAll(claims, [{ statement: CLUSTERS, values: [which === 'all' ? 0 : REPEATED, cases, id, limit + 1] }]);
    return pageOf(found.map((raw) => this.cluster(raw)), limit, (one) => [String(one.cases), one.id]);
  }

  /** Throws 404 where there is none, or none for this account. */
  async one({ claims }: Acting, id: string): Promise<ClusterDetailDto> {
    const [[found] = [], nodes = [], links = []] = await this.database.readAll(claims, [{ statement: CLUSTER, values: [id] }, { statement: MEMBERS, values: [id] }, { statement: LINKS, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    const members = nodes.map((raw) => this.rows.map(InfringerNode, raw));
    const caseIds = [...new Set([...members.flatMap((member) => member.caseIds), ...(links as LinkRow[]).flatMap(({ signals }) => signals.flatMap(({ from }) => from.flatMap(({ caseId }) => caseId ?? [])))])];
    const [seen, all] = await Promise.all([this.database.read<CaseRow & object>(claims, CASES, [caseIds]), this.database.read<CaseRow & object>(CLAIMS, CASES, [[...new Set(members.flatMap((member) => member.caseIds))]])]);
    const visible = new Set(seen.map((one) => one.id));
    const own = all.filter((one) => visible.has(one.id));
    return {
      ...this.cluster(found), parties: members.map(({ id: party, kind, name, uscc }) => ({ id: party, kind, name, uscc })),
      links: (links as LinkRow[]).map((raw) => shownLink(this.rows.map(InfringerLink, raw), raw, visible)),
      ownCases: own.map((one) => ({ ...one, openedAt: one.openedAt.toISOString() })), otherCases: counted(all.filter((one) => !visible.has(one.id))),
    };
  }

  async ofCase({ claims }: Acting, caseId: string): Promise<CaseClustersDto> {
    const [[seen] = [], found = []] = await this.database.readAll(claims, [{ statement: CASE_SEEN, values: [caseId] }, { statement: OF_CASE, values: [caseId] }]);
    if (seen === undefined) throw httpProblem('subject.not-found');
    return { items: found.map((raw) => this.cluster(raw)) };
  }

  async link({ claims }: Acting, id: string): Promise<InfringerLink> {
    const [found] = await this.database.read(claims, LINK, [id]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return this.rows.map(InfringerLink, found);
  }

  async marks({ claims }: Acting, caseId: string): Promise<MarkPage> {
    const [[seen] = [], found = []] = await this.database.readAll(claims, [{ statement: CASE_SEEN, values: [caseId] }, { statement: MARKS, values: [caseId] }]);
    if (seen === undefined) throw httpProblem('subject.not-found');
    return { items: found.map((raw) => shownMark(this.rows.map(InfringerMark, raw))) };
  }

  async mark({ claims }: Acting, id: string): Promise<InfringerMark> {
    const [found] = await this.database.read(claims, MARK, [id]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return this.rows.map(InfringerMark, found);
  }

  async separations({ claims }: Acting, { state, cursor, limit }: SeparationListQuery): Promise<Page<SeparationDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const found = await this.database.read(claims, SEPARATIONS, [state ?? null, after, limit + 1]);
    return pageOf(found.map((raw) => shownSeparation(this.rows.map(InfringerSeparation, raw))), limit, ({ id }) => [id]);
  }

  private cluster(raw: object): ClusterDto {
    const { id, name, members, cases, agencies, resolvedAt } = this.rows.map(InfringerCluster, raw);
    return { id, name, members, cases, agencies, resolvedAt: resolvedAt.toISOString() };
  }
}

function counted(cases: readonly CaseRow[]): OtherCasesDto[] {
  const groups = new Map<string, OtherCasesDto>();
  for (const { agency, rightType } of cases) groups.set(`${agency} ${rightType}`, { agency, rightType, count: (groups.get(`${agency} ${rightType}`)?.count ?? 0) + 1 });
  return [...groups.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group);
}

/** A case that the reader does not see is not named. */
function shownLink({ id, a, b, strength, standing, rules, signals }: InfringerLink, { separation, separatedFor }: Pick<PartyLinkDto, 'separation' | 'separatedFor'>, visible: ReadonlySet<string>): PartyLinkDto {
  const known = LINK_RULES.find(({ version }) => version === rules)?.signals ?? [];
  const shown = signals.map(({ field, weight, hash, shown: text, from }): LinkSignalDto => {
    const { label = { zh: field, en: field }, why = { zh: '', en: '' } } = known.find((signal) => signal.field === field) ?? {};
    return { field, label, why, weight, hash, shown: text, from: from.map(({ node, source, caseId }) => ({ node, source, caseId: caseId !== null && visible.has(caseId) ? caseId : null, elsewhere: caseId !== null && !visible.has(caseId) })) };
  });
  return { id, a, b, strength, standing, rules, signals: shown, separation, separatedFor };
}

export function shownMark({ id, caseId, partyId, field, hash, shown, foundIn, recordedAt, struckReason }: InfringerMark): MarkDto {
  return { id, caseId, partyId, field, hash, shown, foundIn, recordedAt: recordedAt.toISOString(), struckReason };
}

export function shownSeparation({ id, state, version, agency, a, b, strength, reason, backReason }: InfringerSeparation): SeparationDto {
  return { id, state, version, agency, a, b, strength, reason, backReason };
}
