import { Injectable } from '@nestjs/common';
import { systemClaims, type Claims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { legalDay } from '../../platform/clocks/clocks.js';
import { STANDING_STATES } from './data/repeat-rules.data.js';
import type { Earlier, Matter } from './domain/repeat.rules.js';
import type { PunitivePackDto, PunitivePackPage } from './repeat.dto.js';
import { PunitivePack, RepeatAnswer } from './repeat.entity.js';

const CLAIMS = systemClaims('repeats');
const MATTER: Statement = {
  name: 'repeat-matter',
  text: `SELECT f.right_type AS "rightType", f.right_number AS "rightNumber", c.act_date AS "actDate", c.received_at AS "receivedAt" FROM case_file f LEFT JOIN complaint c ON c.id = f.complaint_id WHERE f.id = $1`,
};
const RESPONDENTS: Statement = {
  name: 'repeat-respondents',
  text: `SELECT p.id AS party, coalesce(o.merged_into, o.id, p.person_id) AS node, coalesce(o.name, s.label) AS name, o.uscc FROM case_party p LEFT JOIN organisation o ON o.id = p.organisation_id LEFT JOIN person s ON s.id = p.person_id
         WHERE p.case_id = $1 AND p.role = 'respondent' AND p.removed_at IS NULL ORDER BY p.id`,
};
/** The penalty of the case on which a listing would rest. */
const OWN_PENALTY: Statement = { name: 'repeat-own-penalty', text: "SELECT id, party FROM penalty WHERE case_id = $1 AND party IS NOT NULL AND state NOT IN ('revoked', 'terminated', 'transferred', 'not-filed') ORDER BY id DESC LIMIT 1" };
const DOCUMENT = (kind: string): string => `LEFT JOIN LATERAL (SELECT d.id AS document, d.number, d.sha256, d.sm3 FROM official_document d WHERE d.subject_id = x.id AND d.kind = '${kind}' AND d.withdrawn_at IS NULL ORDER BY d.issued_at DESC, d.id DESC LIMIT 1) d ON true`;
/** Decisions that were served on parties of the clusters of these respondents, in other cases. $1 case, $2 respondents. */
const EARLIER: Statement = {
  name: 'repeat-earlier',
  text: `WITH members AS MATERIALIZED (SELECT n.id, n.cluster_id, n.case_ids FROM infringer_node n WHERE n.cluster_id IN (SELECT cluster_id FROM infringer_node WHERE id = ANY ($2::uuid[]))),
         entries AS MATERIALIZED (
           SELECT p.id AS party, m.id AS node, m.cluster_id AS cluster, p.case_id, f.right_type, f.right_number FROM members m JOIN case_party p ON p.case_id = ANY (m.case_ids) AND p.role = 'respondent' AND p.removed_at IS NULL
           LEFT JOIN organisation o ON o.id = p.organisation_id JOIN case_file f ON f.id = p.case_id WHERE coalesce(o.merged_into, o.id, p.person_id) = m.id AND p.case_id <> $1)
         SELECT 'penalty' AS kind, x.id AS proceeding, x.state, x.agency, x.decision_served_at AS "servedAt", e.case_id AS "caseId", e.node, e.cluster, e.right_type AS "rightType", e.right_number AS "rightNumber", e.party, NULL::jsonb AS acts, d.*
           FROM entries e JOIN penalty x ON x.case_id = e.case_id AND x.party = e.party ${DOCUMENT('penalty-decision')} WHERE x.decision_served_at IS NOT NULL AND jsonb_array_length(x.decision -> 'penalties') > 0
         UNION ALL SELECT 'on-the-spot', x.id, x.state, x.agency, x.decided_at, e.case_id, e.node, e.cluster, e.right_type, e.right_number, e.party, NULL::jsonb, d.*
           FROM entries e JOIN simplified_penalty x ON x.case_id = e.case_id AND x.party = e.party ${DOCUMENT('on-the-spot-decision')} WHERE x.decided_at IS NOT NULL
         UNION ALL SELECT 'adjudication', x.id, x.state, x.agency, (side ->> 'decisionServedAt')::timestamptz, e.case_id, e.node, e.cluster, e.right_type, coalesce(x.patent_number, e.right_number), e.party, x.decision -> 'acts', d.*
           FROM entries e JOIN adjudication x ON x.case_id = e.case_id CROSS JOIN LATERAL jsonb_array_elements(x.parties) side ${DOCUMENT('adjudication-decision')}
           WHERE side ->> 'party' = e.party::text AND side ->> 'side' = 'respondent' AND side ->> 'decisionServedAt' IS NOT NULL AND jsonb_array_length(x.decision -> 'acts') > 0`,
};
const ANSWERS: Statement = { name: 'repeat-answers', text: 'SELECT DISTINCT ON (rule) * FROM repeat_answer WHERE case_id = $1 ORDER BY rule, id DESC' };
const SEEN: Statement = { name: 'repeat-cases-seen', text: 'SELECT id FROM case_file WHERE id = ANY ($1::uuid[])' };
const PACKS: Statement = { name: 'punitive-packs', text: 'SELECT * FROM punitive_pack WHERE case_id = $1 ORDER BY id DESC' };
const PACK: Statement = { name: 'punitive-pack-one', text: 'SELECT * FROM punitive_pack WHERE id = $1' };

export interface Respondent {
  readonly party: string;
  readonly node: string;
  readonly name: string;
  readonly uscc: string | null;
}

export interface EarlierRow extends Earlier {
  readonly cluster: string;
  readonly party: string;
  readonly acts: readonly { readonly type: string }[] | null;
  readonly document: string | null;
  readonly number: string | null;
  readonly sha256: string | null;
  readonly sm3: string | null;
  readonly servedAt: Date;
  /** The reader sees its case. */
  readonly visible: boolean;
}

/** What is known of a case and of those who are accused in it. */
export interface Known {
  readonly caseId: string;
  readonly matter: Matter;
  readonly actDayFrom: 'told' | 'received';
  readonly respondents: readonly Respondent[];
  readonly ownPenalty: { readonly id: string; readonly party: string } | null;
  readonly earlier: readonly EarlierRow[];
  readonly answers: readonly RepeatAnswer[];
}

interface MatterRow {
  readonly rightType: string;
  readonly rightNumber: string | null;
  readonly actDate: string | null;
  readonly receivedAt: Date;
}
type Raw = Omit<EarlierRow, 'servedOn' | 'stands' | 'identity' | 'visible'> & { readonly state: string; readonly node: string };

@Injectable()
export class RepeatsQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  /** Throws 404 where there is no such case, or none for this account. Decisions of others are found, and not named. */
  async known({ claims }: Acting, caseId: string): Promise<Known> {
    const [[matter], respondents, [own], answers] = await this.of(claims, caseId);
    if (matter === undefined) throw httpProblem('subject.not-found');
    const accused = respondents as Respondent[];
    const { rightType, rightNumber, actDate, receivedAt } = matter as MatterRow;
    return {
      caseId, matter: { rightType, rightNumber, actDay: actDate ?? legalDay(receivedAt) }, actDayFrom: actDate === null ? 'received' : 'told', respondents: accused, ownPenalty: own === undefined ? null : (own as { id: string; party: string }),
      earlier: await this.earlier(claims, caseId, accused), answers: answers.map((raw) => this.rows.map(RepeatAnswer, raw)),
    };
  }

  async packs({ claims }: Acting, caseId: string): Promise<PunitivePackPage> {
    const [[seen] = [], found = []] = await this.database.readAll(claims, [{ statement: SEEN, values: [[caseId]] }, { statement: PACKS, values: [caseId] }]);
    if (seen === undefined) throw httpProblem('subject.not-found');
    return { items: found.map((raw) => shownPack(this.rows.map(PunitivePack, raw))) };
  }

  async pack({ claims }: Acting, id: string): Promise<PunitivePackDto> {
    const [found] = await this.database.read(claims, PACK, [id]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return shownPack(this.rows.map(PunitivePack, found));
  }

  private async of(claims: Claims, caseId: string): Promise<[object[], object[], object[], object[]]> {
    const [matter = [], respondents = [], own = [], answers = []] = await this.database.readAll(claims, [MATTER, RESPONDENTS, OWN_PENALTY, ANSWERS].map((statement) => ({ statement, values: [caseId] })));
    return [matter, respondents, own, answers];
  }

  private async earlier(claims: Claims, caseId: string, accused: readonly Respondent[]): Promise<EarlierRow[]> {
    const found = await this.database.read<Raw & object>(CLAIMS, EARLIER, [caseId, accused.map(({ node }) => node)]);
    const seen = await this.database.read<{ id: string }>(claims, SEEN, [[...new Set(found.map((one) => one.caseId))]]);
    const [nodes, visible] = [new Set(accused.map(({ node }) => node)), new Set(seen.map(({ id }) => id))];
    return found.map((raw) => earlierOf(raw, nodes, visible));
  }
}

function earlierOf({ state, node, ...raw }: Raw, respondents: ReadonlySet<string>, seen: ReadonlySet<string>): EarlierRow {
  const stands = (STANDING_STATES as Readonly<Record<string, readonly string[]>>)[raw.kind]?.includes(state) ?? false;
  return { ...raw, servedOn: legalDay(raw.servedAt), stands, identity: respondents.has(node) ? 'same' : 'linked', visible: seen.has(raw.caseId) };
}

export function shownPack({ id, caseId, madeAt, sha256, content }: PunitivePack): PunitivePackDto {
  return { id, caseId, madeAt: madeAt.toISOString(), sha256, content };
}
