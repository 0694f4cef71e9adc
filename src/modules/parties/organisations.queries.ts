import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { Database, type Query, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import { checkedCode, nameOn } from './domain/organisation.rules.js';
import type { OrganisationDto, OrganisationListQuery, OrganisationRowDto } from './organisation.dto.js';
import { Organisation } from './organisation.entity.js';
import type { AsOfQuery } from './register.dto.js';
import { Registers } from './registers.service.js';

const COLUMNS = 'id, state, version, uscc, name, address, region, merged_into AS "mergedInto"';
const ONE: Statement = { name: 'organisation-one', text: 'SELECT * FROM organisation WHERE id = $1' };
const BY_CODE: Statement = { name: 'organisation-by-code', text: `SELECT ${COLUMNS} FROM organisation WHERE uscc = $1` };
const NEWEST: Statement = { name: 'organisation-newest', text: `SELECT ${COLUMNS} FROM organisation WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2` };
/** Two characters have no trigram of their own: they are looked for as they stand. */
const SHORT: Statement = { name: 'organisation-short', text: `SELECT ${COLUMNS} FROM organisation WHERE search_names LIKE '%' || $3 || '%' AND ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2` };
const TRIGRAM = 3;
/** Every name of three characters or more that holds the words is within this; of a name with other words between, most are. */
const LIKE_ENOUGH: Query = { statement: { name: 'organisation-like-enough', text: "SELECT set_config('pg_trgm.word_similarity_threshold', '0.25', true)" }, values: [] };
const ALIKE: Statement = {
  name: 'organisation-alike',
  text: `SELECT * FROM (SELECT ${COLUMNS}, (word_similarity($1, search_names) * 10000)::int AS score FROM organisation WHERE $1 <% search_names) found
         WHERE $2::int IS NULL OR (-score, id) > (-$2::int, $3::uuid) ORDER BY score DESC, id LIMIT $4`,
};

@Injectable()
export class OrganisationsQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
    private readonly registers: Registers,
  ) {}

  async list(acting: Acting, query: OrganisationListQuery): Promise<Page<OrganisationRowDto>> {
    const { q, uscc } = query;
    if (uscc !== undefined) return this.byCode(acting, uscc);
    const words = q?.normalize('NFKC').trim() ?? '';
    return [...words].length >= TRIGRAM ? this.alike(acting, words, query) : this.newest(acting, words, query);
  }

  /** One entry, as it stands or stood. Throws 404 also for a day before it was entered. */
  async one({ claims, at }: Acting, id: string, { asOf = legalDay(at), knownOn }: AsOfQuery): Promise<OrganisationDto> {
    const asked = knownOn === undefined ? { statement: ONE, values: [id] } : this.registers.knownOn('organisation', id, knownOn);
    const [[found] = []] = await this.database.readAll(claims, [asked]);
    if (found === undefined) throw httpProblem('subject.not-found');
    const row = knownOn === undefined ? this.rows.map(Organisation, found) : (found['value'] as Organisation);
    return showOrganisation(row, asOf);
  }

  private async byCode({ claims }: Acting, uscc: string): Promise<Page<OrganisationRowDto>> {
    const rows = await this.database.read<OrganisationRowDto & object>(claims, BY_CODE, [checkedCode(uscc).uscc]);
    return { items: rows, next: null };
  }

  private async alike({ claims }: Acting, words: string, { cursor, limit }: OrganisationListQuery): Promise<Page<OrganisationRowDto>> {
    const [score = null, id = null] = decodeCursor(cursor, 'count', 'uuid') ?? [];
    const [, rows = []] = await this.database.readAll(claims, [LIKE_ENOUGH, { statement: ALIKE, values: [words, score, id, limit + 1] }]);
    const page = pageOf(rows as (OrganisationRowDto & { score: number })[], limit, (row) => [String(row.score), row.id]);
    return { ...page, items: page.items.map(({ score: _, ...row }) => row) };
  }

  private async newest({ claims }: Acting, words: string, { cursor, limit }: OrganisationListQuery): Promise<Page<OrganisationRowDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const escaped = words.replace(/[\\%_]/g, '\\$&');
    const rows = await (words === '' ? this.database.read(claims, NEWEST, [after, limit + 1]) : this.database.read(claims, SHORT, [after, limit + 1, escaped]));
    return pageOf(rows as OrganisationRowDto[], limit, ({ id }) => [id]);
  }
}

export function showOrganisation(row: Organisation, day: string): OrganisationDto {
  const { nameKey: _, searchNames: __, ...shown } = row;
  return { ...shown, asOf: { day, name: nameOn(row, day) } } as unknown as OrganisationDto;
}
