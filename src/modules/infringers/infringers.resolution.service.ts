import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { legalDay } from '../../platform/clocks/clocks.js';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement, type Transaction } from '../../platform/database/database.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import { linkRulesOn, type LinkRules } from './data/link-rules.data.js';
import { components, linksOf, touchedBy, type Linked, type PartyKey } from './domain/resolution.rules.js';
import { InfringerCluster, InfringerKey, InfringerLink, InfringerNode } from './infringer.entity.js';
import { InfringerKeys, type AccusedRow, type MarkRow, type PartyRow } from './infringers.keys.service.js';

const CLAIMS = systemClaims('infringers');
/** Makes the id of a link from its two parties. */
const NAMESPACE = '5d5ad0a4-0f63-5a0e-8c3e-0f3b6b9a2b43';
// One at a time: two parties that come at once would not see each other's keys.
const LOCK: Statement = { name: 'infringers-lock', text: "SELECT pg_advisory_xact_lock(hashtextextended('infringers', 0))" };
const PARTY: Statement = {
  name: 'infringer-party',
  text: `SELECT id, 'organisation' AS kind, version, uscc, name, former_names AS "formerNames", address, shops, merged_into AS "mergedInto", NULL AS "documentIndex" FROM organisation WHERE id = $1
         UNION ALL SELECT id, 'person', 0, NULL, label, '[]'::jsonb, NULL, '[]'::jsonb, NULL, document_index FROM person WHERE id = $1`,
};
const ENTRIES = "p.role = 'respondent' AND p.removed_at IS NULL AND (p.organisation_id = ANY (ARRAY[$1::uuid] || ARRAY(SELECT id FROM organisation WHERE merged_into = $1)) OR p.person_id = $1)";
const ACCUSED: Statement = {
  name: 'infringer-accused',
  text: `SELECT p.case_id AS "caseId", f.agency, f.involved, c.target_address AS address, c.venue
         FROM case_party p JOIN case_file f ON f.id = p.case_id LEFT JOIN complaint c ON c.id = f.complaint_id AND p.source = 'complaint' WHERE ${ENTRIES} ORDER BY p.case_id, p.id`,
};
const MARKS: Statement = { name: 'infringer-marks', text: `SELECT m.field, m.hash, m.shown, m.case_id AS "caseId" FROM case_party p JOIN infringer_mark m ON m.party_id = p.id AND m.struck_at IS NULL WHERE ${ENTRIES} ORDER BY m.id` };
const OLD_KEYS: Statement = { name: 'infringer-old-keys', text: 'DELETE FROM infringer_key WHERE node = $1 RETURNING field, hash' };
const OLD_NODE: Statement = { name: 'infringer-old-node', text: 'DELETE FROM infringer_node WHERE id = $1 RETURNING cluster_id AS cluster' };
/** Who has one of these keys: no more of each than are needed to see that they are too many. */
const SHARING: Statement = {
  name: 'infringer-sharing',
  text: `SELECT h.node, asked.field, asked.hash FROM (SELECT DISTINCT field, hash FROM unnest($1::text[], $2::text[]) AS u (field, hash)) asked
         CROSS JOIN LATERAL (SELECT DISTINCT node FROM infringer_key k WHERE k.field = asked.field AND k.hash = asked.hash LIMIT $3) h`,
};
/** Every key of these parties, with all who have it. */
const HOLDERS: Statement = {
  name: 'infringer-holders',
  text: `SELECT k.node, k.field, k.hash, k.shown, k.source, k.case_id AS "caseId" FROM (SELECT DISTINCT field, hash FROM infringer_key WHERE node = ANY ($1::uuid[])) asked
         CROSS JOIN LATERAL (SELECT DISTINCT node FROM infringer_key n WHERE n.field = asked.field AND n.hash = asked.hash LIMIT $2) h
         JOIN infringer_key k ON k.field = asked.field AND k.hash = asked.hash AND k.node = h.node`,
};
const SEPARATED: Statement = { name: 'infringer-separated', text: "SELECT a, b FROM infringer_separation WHERE state = 'separated' AND (a = ANY ($1::uuid[]) OR b = ANY ($1::uuid[]))" };
const OLD_LINKS: Statement = { name: 'infringer-old-links', text: 'DELETE FROM infringer_link WHERE a = ANY ($1::uuid[]) OR b = ANY ($1::uuid[]) RETURNING a, b' };
const TOGETHER: Statement = {
  name: 'infringer-together',
  text: `SELECT id, name, cluster_id AS cluster, case_ids AS "caseIds", own_agencies AS "ownAgencies" FROM infringer_node
         WHERE id = ANY ($1::uuid[]) OR cluster_id = ANY ($2::uuid[]) OR cluster_id IN (SELECT cluster_id FROM infringer_node WHERE id = ANY ($1::uuid[])) ORDER BY id`,
};
const STANDING: Statement = { name: 'infringer-standing', text: 'SELECT a, b FROM infringer_link WHERE standing AND a = ANY ($1::uuid[]) AND b = ANY ($1::uuid[])' };
const OLD_CLUSTERS: Statement = { name: 'infringer-old-clusters', text: 'DELETE FROM infringer_cluster WHERE id = ANY ($1::uuid[])' };
const PLACE: Statement = {
  name: 'infringer-place',
  text: 'UPDATE infringer_node n SET cluster_id = c.id, agencies = c.agencies FROM unnest($1::uuid[], $2::uuid[]) AS u (node, cluster) JOIN infringer_cluster c ON c.id = u.cluster WHERE n.id = u.node',
};
const LINKS_SEEN: Statement = {
  name: 'infringer-links-seen',
  text: `UPDATE infringer_link l SET agencies = ARRAY(SELECT DISTINCT unnest(x.agencies || y.agencies) ORDER BY 1) FROM infringer_node x, infringer_node y
         WHERE (l.a = ANY ($1::uuid[]) OR l.b = ANY ($1::uuid[])) AND x.id = l.a AND y.id = l.b`,
};
/** Accused parties that were never looked at, or not since something changed. */
const STALE: Statement = {
  name: 'infringers-stale',
  text: `SELECT x.node FROM (SELECT DISTINCT coalesce(o.merged_into, o.id, p.person_id) AS node FROM case_party p LEFT JOIN organisation o ON o.id = p.organisation_id WHERE p.role = 'respondent' AND p.removed_at IS NULL) x
         LEFT JOIN infringer_node n ON n.id = x.node LEFT JOIN organisation o ON o.id = x.node LEFT JOIN infringer_cluster c ON c.id = n.cluster_id
         WHERE ($1::uuid IS NULL OR x.node > $1) AND (c.id IS NULL OR n.rules <> $2 OR n.register_version <> coalesce(o.version, 0)
           OR EXISTS (SELECT FROM case_file f WHERE f.id = ANY (n.case_ids) AND NOT (f.agency = ANY (n.own_agencies) AND f.involved <@ n.own_agencies)))
         ORDER BY x.node LIMIT $3`,
};
const BATCH = 500;

type NodeRow = Pick<InfringerNode, 'id' | 'name' | 'caseIds' | 'ownAgencies'> & { readonly cluster: string };
interface Found {
  readonly party: PartyRow | undefined;
  readonly accused: readonly AccusedRow[];
  readonly marks: readonly MarkRow[];
}

/** Puts accused parties together. All that it writes follows from registers, cases, marks and what people separated, in whatever order it comes to them. */
@Injectable()
export class InfringerResolution {
  constructor(
    private readonly database: Database,
    private readonly keys: InfringerKeys,
  ) {}

  /** Looks at one party again, and at everybody whom that touches. */
  resolve(node: string, at: Date): Promise<void> {
    const rules = linkRulesOn(legalDay(at));
    const opening = [LOCK, PARTY, ACCUSED, MARKS, OLD_KEYS, OLD_NODE].map((statement) => ({ statement, values: statement === LOCK ? [] : [node] }));
    return this.database.transact(CLAIMS, opening, async (transaction, [, party = [], accused = [], marks = [], before = [], gone = []]) => {
      const found: Found = { party: party[0] as PartyRow | undefined, accused: accused as AccusedRow[], marks: marks as MarkRow[] };
      const fresh = await this.write(transaction, found, rules, at);
      const changed = [...(before as Pick<PartyKey, 'field' | 'hash'>[]), ...fresh];
      const sharing = await transaction.query<Pick<PartyKey, 'node' | 'field' | 'hash'>>(SHARING, [changed.map(({ field }) => field), changed.map(({ hash }) => hash), rules.crowd + 2]);
      const seeds = await relink(transaction, touchedBy(node, sharing, rules.crowd), rules);
      await regroup(transaction, [node, ...seeds], gone.map(({ cluster }) => String(cluster)), at);
    });
  }

  /** Everybody who was overlooked: after jobs or tables were lost, rules changed, a case went elsewhere. Returns how many. */
  async catchUp(at: Date): Promise<number> {
    const { version } = linkRulesOn(legalDay(at));
    let [last, done]: [string | null, number] = [null, 0];
    for (;;) {
      const stale: { node: string }[] = await this.database.read(CLAIMS, STALE, [last, version, BATCH]);
      for (const { node } of stale) await this.resolve(node, at);
      done += stale.length;
      last = stale.at(-1)?.node ?? null;
      if (stale.length < BATCH) return done;
    }
  }

  private async write(transaction: Transaction, { party, accused, marks }: Found, { version }: LinkRules, at: Date): Promise<InfringerKey[]> {
    if (party === undefined || party.mergedInto !== null || accused.length === 0) return [];
    const ownAgencies = [...new Set(accused.flatMap(({ agency, involved }) => [agency, ...involved]))].sort();
    const { id, kind, name, uscc } = party;
    const row: InfringerNode = { id, kind, name, uscc, clusterId: id, caseIds: [...new Set(accused.map(({ caseId }) => caseId))], ownAgencies, agencies: ownAgencies, registerVersion: party.version, rules: version, resolvedAt: at };
    const keys = this.keys.all(party, accused, marks);
    await transaction.batch([transaction.insert([insertInto(InfringerNode, row), ...(keys.length === 0 ? [] : [insertInto(InfringerKey, ...keys)])])]);
    return keys;
  }
}

/** Writes the links of these parties anew. Returns everybody at the end of one, old or new. */
async function relink(transaction: Transaction, parties: readonly string[], rules: LinkRules): Promise<string[]> {
  const [holders = [], separated = [], old = []] = await transaction.batch([{ statement: HOLDERS, values: [parties, rules.crowd + 1] }, { statement: SEPARATED, values: [parties] }, { statement: OLD_LINKS, values: [parties] }]);
  const [looked, apart] = [new Set(parties), new Set((separated as Pick<Linked, 'a' | 'b'>[]).map(({ a, b }) => `${a} ${b}`))];
  const links = linksOf(holders as PartyKey[], rules).filter(({ a, b }) => looked.has(a) || looked.has(b));
  const rows = links.map(({ a, b, strength, signals }): InfringerLink => ({ id: v5(`${a} ${b}`, NAMESPACE), a, b, strength, standing: !apart.has(`${a} ${b}`), rules: rules.version, signals, agencies: [] }));
  if (rows.length > 0) await transaction.batch([transaction.insert([insertInto(InfringerLink, ...rows)])]);
  return [...parties, ...[...links, ...(old as Pick<Linked, 'a' | 'b'>[])].flatMap(({ a, b }) => [a, b])];
}

/** Every cluster that one of these parties is or was in, found anew. */
async function regroup(transaction: Transaction, parties: readonly string[], clusters: readonly string[], at: Date): Promise<void> {
  const nodes = await transaction.query<NodeRow & object>(TOGETHER, [parties, clusters]);
  const ids = nodes.map(({ id }) => id);
  const links = await transaction.query<{ a: string; b: string }>(STANDING, [ids]);
  const placed = components(ids, links);
  const groups = new Map<string, NodeRow[]>();
  for (const node of nodes) groups.set(placed.get(node.id) ?? node.id, [...(groups.get(placed.get(node.id) ?? node.id) ?? []), node]);
  const rows = [...groups].map(([id, members]): InfringerCluster => ({
    id, name: members.find((member) => member.id === id)?.name ?? '', members: members.length, cases: new Set(members.flatMap(({ caseIds }) => caseIds)).size,
    agencies: [...new Set(members.flatMap(({ ownAgencies }) => ownAgencies))].sort(), resolvedAt: at,
  }));
  await transaction.batch([
    { statement: OLD_CLUSTERS, values: [[...new Set([...clusters, ...nodes.map(({ cluster }) => cluster), ...ids])]] }, ...(rows.length === 0 ? [] : [transaction.insert([insertInto(InfringerCluster, ...rows)])]),
    { statement: PLACE, values: [ids, ids.map((id) => placed.get(id))] }, { statement: LINKS_SEEN, values: [ids] },
  ]);
}
