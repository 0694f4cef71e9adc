import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { allowedCommands } from '../../kernel/lifecycle/index.js';
import { Config } from '../../platform/config/config.js';
import type { Claims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import { csvFile } from '../../platform/tables/csv.js';
import type { ImportDto, ImportListQuery, ImportResultDto, ResultListQuery } from './import.dto.js';
import { ComplaintImport, type ImportCheckpoint } from './import.entity.js';
import { COMMANDS_OF_PEOPLE, IMPORT_LIFECYCLE } from './domain/import.lifecycle.js';
import { importErrors, type ImportErrorCode } from './imports.errors.js';

const HEADINGS = {
  'zh-CN': ['行号', '结果', '来源编号', '回执编号', '投诉举报标识', '问题'],
  en: ['row', 'outcome', 'external number', 'receipt number', 'complaint', 'problems'],
} as const;
const OUTCOME_LABELS: Readonly<Record<string, string>> = { filed: '已登记', 'already-filed': '此前已登记', revised: '内容有变，已补充', refused: '未登记' };

export type Counts = Pick<ImportCheckpoint, 'done' | 'filed' | 'alreadyFiled' | 'revised' | 'refused'>;

export const NO_COUNTS: Counts = { done: 0, filed: 0, alreadyFiled: 0, revised: 0, refused: 0 };

const DAY_MILLISECONDS = 24 * 3_600_000;

const COUNTS = 'coalesce(c.done, 0) AS done, coalesce(c.filed, 0) AS filed, coalesce(c.already_filed, 0) AS "alreadyFiled", coalesce(c.revised, 0) AS revised, coalesce(c.refused, 0) AS refused';
const LATEST = 'LEFT JOIN LATERAL (SELECT * FROM import_checkpoint p WHERE p.import_id = i.id ORDER BY p.batch DESC LIMIT 1) c ON true';
const ONE: Statement = { name: 'import-one', text: `SELECT i.*, ${COUNTS} FROM complaint_import i ${LATEST} WHERE i.id = $1` };
const RESULT = 'row, outcome, external_number AS "externalNumber", receipt_number AS "receiptNumber", complaint_id AS "complaintId", coalesce(problems, \'[]\') AS problems';

@Injectable()
export class ImportsQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
    private readonly config: Config,
  ) {}

  /** Newest first. Instants are UTC. */
  async list({ claims }: Acting, { state, cursor, limit }: ImportListQuery): Promise<Page<ImportDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const by = claims.scope === 'agencies' ? 'agency' : 'all';
    const found = await this.database.read<object & Record<string, never>>(claims, listStatement(by, state !== undefined), [by === 'all' ? claims.actor : claims.agencies, after, limit + 1, ...(state === undefined ? [] : [state])]);
    return pageOf(found.map((row) => this.shown(row)), limit, ({ id }) => [id]);
  }

  async one({ claims }: Acting, id: string): Promise<ImportDto> {
    const [found] = await this.database.read<object & Record<string, never>>(claims, ONE, [id]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return this.shown(found);
  }

  /** In the order of the file. */
  async results({ claims }: Acting, id: string, { outcome, cursor, limit }: ResultListQuery): Promise<Page<ImportResultDto>> {
    const [after = '0'] = decodeCursor(cursor, 'count') ?? [];
    const [[seen] = [], rows = []] = await this.database.readAll(claims, [{ statement: ONE, values: [id] }, { statement: resultStatement(outcome), values: [id, after, limit + 1] }]);
    if (seen === undefined) throw httpProblem('subject.not-found');
    return pageOf(rows as unknown as ImportResultDto[], limit, ({ row }) => [String(row)]);
  }

  /** All of them, a thousand at a time: the reader takes the next when it has sent the last. */
  private async *allResults(claims: Claims, id: string, outcome: string | undefined): AsyncGenerator<ImportResultDto> {
    const most = 1_000;
    for (let after = 0; ; ) {
      const rows = await this.database.read<ImportResultDto & Record<string, never>>(claims, resultStatement(outcome), [id, after, most]);
      yield* rows;
      if (rows.length < most) return;
      after = rows.at(-1)?.row ?? after;
    }
  }

  /** The same as a file: what a sender gave as a number is shown to others here. */
  resultsFile(claims: Claims, id: string, outcome: string | undefined, language: 'zh-CN' | 'en'): Readable {
    return csvFile(HEADINGS[language], fileRows(this.allResults(claims, id, outcome), language));
  }

  private shown(raw: object): ImportDto {
    return shownImport(this.rows.map(ComplaintImport, raw), countsOf(raw), this.config.IMPORT_KEPT_DAYS);
  }
}

function countsOf(raw: object): Counts {
  const { done, filed, alreadyFiled, revised, refused } = raw as Counts;
  return { done, filed, alreadyFiled, revised, refused };
}

function listStatement(by: 'all' | 'agency', withState: boolean): Statement {
  const where = `($2::uuid IS NULL OR i.id < $2)${withState ? ' AND i.state = $4' : ''}`;
  const shown = (from: string): string => `SELECT i.*, ${COUNTS} FROM ${from} i ${LATEST} ORDER BY i.id DESC`;
  const all = `(SELECT * FROM complaint_import i WHERE $1::text IS NOT NULL AND ${where} ORDER BY i.id DESC LIMIT $3)`;
  const mine = `(SELECT own.* FROM unnest($1::text[]) AS mine CROSS JOIN LATERAL (SELECT * FROM complaint_import i WHERE i.agency = mine AND ${where} ORDER BY i.id DESC LIMIT $3) own ORDER BY own.id DESC LIMIT $3)`;
  return { name: `import-list-${by}${withState ? '-state' : ''}`, text: shown(by === 'all' ? all : mine) };
}

/** Outcomes are a closed list: each has its statement, and the one for refused rows its index. */
function resultStatement(outcome: string | undefined): Statement {
  const only = outcome === undefined ? '' : ` AND outcome = '${outcome}'`;
  return { name: `import-results-${outcome ?? 'all'}`, text: `SELECT ${RESULT} FROM import_result WHERE import_id = $1 AND row > $2::int${only} ORDER BY row LIMIT $3` };
}

/** An import as its readers see it. */
export function shownImport({ permissions: _, nextDue: __, ...row }: ComplaintImport & { nextDue?: unknown }, { done, ...counts }: Counts, keptDays: number): ImportDto {
  const { rowsTotal, failure, endedAt, state } = row;
  const percent = rowsTotal === null || rowsTotal === 0 ? 0 : Math.floor((100 * done) / rowsTotal);
  const uploadKeptUntil = endedAt === null ? null : new Date(endedAt.getTime() + keptDays * DAY_MILLISECONDS);
  return {
    ...row, failure: shownFailure(failure), progress: { rowsTotal, rowsDone: done, ...counts, percent }, uploadKeptUntil, allowedCommands: allowedCommands(IMPORT_LIFECYCLE, state).filter((command) => COMMANDS_OF_PEOPLE.has(command)),
  } as unknown as ImportDto;
}

function shownFailure(failure: unknown): object | null {
  if (failure === null) return null;
  const { code, where } = failure as { code: ImportErrorCode; where: unknown };
  const { title, remedy } = importErrors[code];
  return { code, title, remedy, where };
}

async function* fileRows(results: AsyncIterable<ImportResultDto>, language: 'zh-CN' | 'en'): AsyncGenerator<string[]> {
  for await (const { row, outcome, externalNumber, receiptNumber, complaintId, problems } of results)
    yield [String(row), language === 'en' ? outcome : (OUTCOME_LABELS[outcome] ?? outcome), externalNumber ?? '', receiptNumber ?? '', complaintId ?? '', problems.map(({ path, code }) => (path === '' ? code : `${path}: ${code}`)).join('; ')];
}
