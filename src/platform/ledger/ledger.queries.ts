import { verifyChain, type ChainedEntry, type Link, type Verification } from '../../kernel/ledger/index.js';
import { systemClaims, type Claims } from '../database/claims.js';
import type { Database, Statement } from '../database/database.js';
import { decodeCursor, pageOf, type Page } from '../http/pagination.js';

const ENTRY = `subject_type AS "subjectType", subject_id AS "subjectId", seq, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, actor, event, data, prev_sha256 AS "prevSha256", prev_sm3 AS "prevSm3", sha256, sm3`;
const TIMELINE = { name: 'ledger-timeline', text: `SELECT ${ENTRY} FROM ledger_entry WHERE subject_type = $1 AND subject_id = $2 AND seq > $3 ORDER BY seq LIMIT $4` };
const CHAINS = { name: 'ledger-chains', text: `SELECT ${ENTRY} FROM ledger_entry WHERE subject_id = ANY($1::uuid[]) ORDER BY subject_id, subject_type, seq` };
const HEADS = { name: 'ledger-heads', text: 'SELECT subject_type AS "subjectType", subject_id AS "subjectId", seq, sha256, sm3 FROM ledger_head WHERE subject_id = ANY($1::uuid[])' };
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const BATCH = 500;

export interface BadChain {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly result: Exclude<Verification, { ok: true }>;
}

export interface LedgerVerification {
  readonly ok: boolean;
  readonly subjects: number;
  readonly entries: number;
  /** The first chains that are broken, at most 100. */
  readonly broken: readonly BadChain[];
}

interface Key {
  readonly subjectType: string;
  readonly subjectId: string;
}

/** Reads and proves history. `owners` are the kinds of subject whose rows must each have a chain. */
export class LedgerQueries {
  private readonly subjects: Statement;

  constructor(
    private readonly database: Database,
    owners: readonly { readonly subject: string; readonly table: string }[],
  ) {
    this.subjects = subjectsStatement(owners);
  }

  /** Entries of one subject, oldest first. Empty for a reader who does not see the subject. */
  async timeline(claims: Claims, subjectType: string, subjectId: string, { cursor, limit }: { cursor?: string; limit: number }): Promise<Page<ChainedEntry>> {
    const [after = '0'] = decodeCursor(cursor, 'count') ?? [];
    const rows = await this.database.read<ChainedEntry & Record<string, never>>(claims, TIMELINE, [subjectType, subjectId, Number(after), limit + 1]);
    return pageOf<ChainedEntry>(rows, limit, ({ seq }) => [String(seq)]);
  }

  /** Recomputes every chain, or that of one subject. Reads in batches; the ledger may grow meanwhile. */
  async verify(subject?: string): Promise<LedgerVerification> {
    const broken: BadChain[] = [];
    let [subjects, entries] = [0, 0];
    for await (const keys of this.batches(subject ?? null)) {
      const { checked, bad } = await this.verifyBatch(keys);
      subjects += keys.length;
      entries += checked;
      broken.push(...bad.slice(0, Math.max(0, 100 - broken.length)));
    }
    return { ok: broken.length === 0, subjects, entries, broken };
  }

  private async *batches(only: string | null): AsyncGenerator<Key[]> {
    for (let after: Key | undefined = { subjectId: FIRST_ID, subjectType: '' }; after !== undefined; ) {
      const found: Key[] = await this.database.read<Key & Record<string, never>>(systemClaims('ledger'), this.subjects, [after.subjectId, after.subjectType, BATCH, only]);
      if (found.length > 0) yield found;
      after = found.length === BATCH ? found.at(-1) : undefined;
    }
  }

  private async verifyBatch(keys: readonly Key[]): Promise<{ checked: number; bad: BadChain[] }> {
    const ids = [...new Set(keys.map(({ subjectId }) => subjectId))];
    const [rows = [], heads = []] = await this.database.readAll(systemClaims('ledger'), [{ statement: CHAINS, values: [ids] }, { statement: HEADS, values: [ids] }]);
    const chains = new Map<string, ChainedEntry[]>();
    for (const entry of rows as unknown as ChainedEntry[]) chains.set(keyText(entry), [...(chains.get(keyText(entry)) ?? []), entry]);
    const links = new Map((heads as unknown as (Key & Link)[]).map((head) => [keyText(head), head]));
    const bad = keys.flatMap((key): BadChain[] => {
      const entries = chains.get(keyText(key)) ?? [];
      const head = links.get(keyText(key)) ?? null;
      const result: Verification = entries.length === 0 && head === null ? { ok: false, firstBadSeq: 1, fault: 'truncated', detail: { zh: '该对象的全部历史缺失', en: 'The whole history of the subject is gone' } } : verifyChain(entries, head);
      return result.ok ? [] : [{ ...key, result }];
    });
    return { checked: rows.length, bad };
  }
}

function keyText({ subjectType, subjectId }: Key): string {
  return `${subjectType} ${subjectId}`;
}

/** Subjects in order of id, from entries, from heads, and from the rows that must have a chain: one whose whole history is gone is found too. */
function subjectsStatement(owners: readonly { readonly subject: string; readonly table: string }[]): Statement {
  const from = (type: string, id: string, table: string): string => `(SELECT ${type} AS subject_type, ${id} AS subject_id FROM ${table} WHERE (${id}, ${type}) > ($1::uuid, $2::text) AND ($4::uuid IS NULL OR ${id} = $4) ORDER BY ${id}, ${type} LIMIT $3)`;
  const parts = [from('subject_type', 'subject_id', 'ledger_head'), from('subject_type', 'subject_id', 'ledger_entry').replace('SELECT', 'SELECT DISTINCT'), ...owners.map(({ subject, table }) => from(`'${subject}'::text`, 'id', table))];
  return { name: 'ledger-subjects', text: `SELECT DISTINCT subject_type AS "subjectType", subject_id AS "subjectId" FROM (${parts.join(' UNION ALL ')}) known ORDER BY "subjectId", "subjectType" LIMIT $3` };
}
