/**
 * What two complaints have in common, measured. Candidates come from indexes (number, code, name by trigrams, words), so that
 * the table is never read whole. $1 complaint, $2 days back, $3 least likeness of names. Words of facts: share of the smaller set.
 */
const near = (join: string): string => `SELECT o.id FROM complaint o, one WHERE ${join} AND o.id <> one.id AND o.leg = 1 AND o.filed_at > one.filed_at - make_interval(days => $2) LIMIT 200`;

export const PAIRS = {
  name: 'matters-pairs',
  text: `WITH one AS MATERIALIZED (
           SELECT c.*, jsonb_build_array(jsonb_build_object('sourceSystem', source_system, 'externalNumber', external_number)) AS number,
             (SELECT to_tsquery('simple', string_agg(quote_literal(word), ' | ')) FROM (SELECT word FROM unnest(tsvector_to_array(c.tokens)) AS word ORDER BY length(word) DESC, word LIMIT 6) w) AS longest
           FROM complaint c WHERE id = $1),
         related AS (SELECT r.* FROM one, jsonb_to_recordset(one.related) AS r ("sourceSystem" text, "externalNumber" text)),
         near AS (
           (SELECT o.id FROM complaint o JOIN related r ON o.source_system = r."sourceSystem" AND o.external_number = r."externalNumber" WHERE o.leg = 1)
           UNION (${near('o.right_number = one.right_number')})
           UNION (${near('o.target_uscc = one.target_uscc')})
           UNION (${near('o.target_name % one.target_name')})
           UNION (${near('o.target_address % one.target_address')})
           UNION (${near("o.related @> one.number AND o.related <> '[]'")})
           UNION (${near('o.tokens @@ one.longest')}))
         SELECT o.id, o.receipt_number AS "receiptNumber", o.channel, o.state, o.target_name AS "targetName", o.case_id AS "caseId",
           (EXISTS (SELECT 1 FROM related r WHERE r."sourceSystem" = o.source_system AND r."externalNumber" = o.external_number)
             OR o.related @> one.number)::int AS "same-number",
           coalesce((o.right_number = one.right_number AND o.right_type = one.right_type)::int, 0) AS "same-right",
           coalesce((o.target_uscc = one.target_uscc)::int, 0) AS "same-party",
           CASE WHEN similarity(o.target_name, one.target_name) >= $3 THEN similarity(o.target_name, one.target_name) ELSE 0 END::float8 AS "like-name",
           coalesce(similarity(o.target_address, one.target_address), 0)::float8 AS "like-address",
           (SELECT CASE WHEN least(length(o.tokens), length(one.tokens)) = 0 THEN 0 ELSE count(*)::float8 / least(length(o.tokens), length(one.tokens)) END
              FROM (SELECT unnest(tsvector_to_array(o.tokens)) INTERSECT SELECT unnest(tsvector_to_array(one.tokens))) common) AS "like-facts"
         FROM one JOIN complaint o ON o.id IN (SELECT id FROM near) AND o.id <> one.id AND coalesce(o.lead_id, o.id) <> coalesce(one.lead_id, one.id)`,
};

/**
 * The first report of the same fact by the same person, told by the blind indexes of the vault, on the same party: the one that is repeated. The same share of words
 * as above. An earlier one about another fact does not hide it, and somebody who reports without end makes one link a report. $1 complaints, $2 share.
 * Each step is asked key by key (OFFSET 0 keeps it apart): while a large file comes in, statistics know nothing of the tables yet, and a plan made then reads them whole.
 */
export const REPEATS = {
  name: 'matters-repeats',
  text: `WITH mine AS MATERIALIZED (
           SELECT c.*, v.phone_index, v.document_index FROM unnest($1::uuid[]) AS asked (id)
           CROSS JOIN LATERAL (SELECT id, lead_id, filed_at, tokens, target_uscc, target_name FROM complaint WHERE id = asked.id AND classification = 'report' OFFSET 0) c
           CROSS JOIN LATERAL (SELECT phone_index, document_index FROM vault.record WHERE subject_id = c.id AND part = 'reporter' OFFSET 0) v),
         theirs AS MATERIALIZED (
           SELECT mine.id, t.subject_id FROM mine CROSS JOIN LATERAL (SELECT subject_id FROM vault.record WHERE phone_index = mine.phone_index AND part = 'reporter' OFFSET 0) t
           UNION SELECT mine.id, t.subject_id FROM mine CROSS JOIN LATERAL (SELECT subject_id FROM vault.record WHERE document_index = mine.document_index AND part = 'reporter' OFFSET 0) t)
         SELECT DISTINCT ON (f.asked) f.asked, f.id, f.share FROM (
           SELECT c.id AS asked, o.id, (SELECT CASE WHEN least(length(o.tokens), length(c.tokens)) = 0 THEN 0 ELSE count(*)::float8 / least(length(o.tokens), length(c.tokens)) END
                FROM (SELECT unnest(tsvector_to_array(o.tokens)) INTERSECT SELECT unnest(tsvector_to_array(c.tokens))) common) AS share
           FROM theirs JOIN mine c ON c.id = theirs.id
           CROSS JOIN LATERAL (SELECT id, lead_id, filed_at, tokens, target_uscc, target_name FROM complaint WHERE id = theirs.subject_id AND classification = 'report' OFFSET 0) o
           WHERE theirs.subject_id <> c.id AND coalesce(o.lead_id, o.id) <> coalesce(c.lead_id, c.id) AND (o.filed_at, o.id) < (c.filed_at, c.id)
             AND (o.target_uscc = c.target_uscc OR o.target_name = c.target_name)) f
         WHERE f.share >= $2 ORDER BY f.asked, f.id`,
};

/** Complaints under the numbers that these name, and those that name their numbers. $1 complaints. The number is made first: row-level security lets no other work near an index. */
export const SAME_MATTER = {
  name: 'matters-same',
  text: `WITH one AS MATERIALIZED (
           SELECT c.id, c.related, jsonb_build_array(jsonb_build_object('sourceSystem', c.source_system, 'externalNumber', c.external_number)) AS number
           FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (SELECT id, related, source_system, external_number FROM complaint WHERE id = asked.id AND leg = 1 OFFSET 0) c)
         SELECT one.id AS asked, o.id FROM one CROSS JOIN LATERAL jsonb_to_recordset(one.related) AS r ("sourceSystem" text, "externalNumber" text)
         CROSS JOIN LATERAL (SELECT id FROM complaint WHERE source_system = r."sourceSystem" AND external_number = r."externalNumber" AND leg = 1 OFFSET 0) o WHERE o.id <> one.id
         UNION SELECT one.id, o.id FROM one CROSS JOIN LATERAL (SELECT id FROM complaint WHERE related @> one.number AND related <> '[]' AND leg = 1 OFFSET 0) o WHERE o.id <> one.id`,
};

/** How often the telephone of the caller came in lately, on the same party and at all, and how many documents were given with it. Counts, and nobody. $1 complaint, $2 days. */
export const CONTACT_COUNTS = {
  name: 'matters-contact-counts',
  text: `SELECT count(DISTINCT o.id) FILTER (WHERE o.target_uscc = c.target_uscc OR o.target_name = c.target_name)::int AS "sameParty", count(DISTINCT o.id)::int AS total, count(DISTINCT theirs.document_index)::int AS documents
         FROM complaint c JOIN vault.record mine ON mine.subject_id = c.id AND mine.part = 'reporter' JOIN vault.record theirs ON theirs.part = 'reporter' AND theirs.phone_index = mine.phone_index
         JOIN complaint o ON o.id = theirs.subject_id AND o.leg = 1 AND o.filed_at > c.filed_at - make_interval(days => $2) WHERE c.id = $1`,
};
