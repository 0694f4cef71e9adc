import { Injectable } from '@nestjs/common';
import { Feed } from 'feed';
import { Config } from '../../platform/config/config.js';
import type { Claims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import { AGENCIES } from '../identity/index.js';
import { searched } from './domain/search.rules.js';
import type { PublicListQuery, PublicRecordDto, PublicTextDto, Shelf } from './public-record.dto.js';
import { PublicRecord } from './public-record.entity.js';

/** Nobody in particular. Row-level security shows what is published now, and no row of anything else. */
export const PUBLIC: Claims = { scope: 'public', actor: 'public', agencies: [], regions: null };

const COLUMNS = "id, shelf, agency, title, number, decided_on, parties, '' AS search, '' AS text, display_class, published_at, ended_at";
const BEHIND = '($2::timestamptz IS NULL OR (published_at, id) < ($2, $3::uuid))';
const NEWEST = 'ORDER BY published_at DESC, id DESC';
const LIST: Statement = { name: 'public-list', text: `SELECT ${COLUMNS} FROM public_record WHERE shelf = $1 AND ended_at IS NULL AND ${BEHIND} ${NEWEST} LIMIT $4` };
/** A frequent word fills the page soon; how far is walked for it. */
const WALK = 1000;
const NEAR: Statement = {
  name: 'public-near',
  text: `SELECT ${COLUMNS} FROM (SELECT * FROM public_record WHERE shelf = $1 AND ended_at IS NULL AND ${BEHIND} ${NEWEST} LIMIT ${WALK}) near WHERE search LIKE $5 ${NEWEST} LIMIT $4`,
};
/** A rare one is in few rows: all of them by the index, then in order. */
const FAR: Statement = {
  name: 'public-far',
  text: `WITH hit AS MATERIALIZED (SELECT * FROM public_record WHERE search LIKE $5 AND ended_at IS NULL) SELECT ${COLUMNS} FROM hit WHERE shelf = $1 AND ${BEHIND} ${NEWEST} LIMIT $4`,
};
const ONE: Statement = { name: 'public-one', text: 'SELECT * FROM public_record WHERE id = $1 AND ended_at IS NULL' };
const FEED: Statement = { name: 'public-feed', text: `SELECT * FROM public_record WHERE ($1::text IS NULL OR shelf = $1) AND ended_at IS NULL ${NEWEST} LIMIT $2` };
const FEED_LENGTH = 50;

/** Reads of the public. */
@Injectable()
export class PublicRecordsQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
    private readonly config: Config,
  ) {}

  async list(shelf: Shelf, { q, cursor, limit }: PublicListQuery): Promise<Page<PublicRecordDto>> {
    const [at = null, id = null] = decodeCursor(cursor, 'instant', 'uuid') ?? [];
    const values = [shelf, at, id, limit + 1];
    const found = q === undefined ? await this.read(LIST, values) : await this.search([...values, searched(q)], limit);
    return pageOf(found.map(shown), limit, (row) => [row.publishedAt, row.id]);
  }

  /** 404 for whatever is not published now, whether it ever was or not. */
  async one(id: string): Promise<PublicTextDto> {
    const [found] = await this.read(ONE, [id]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return { ...shown(found), text: found.text };
  }

  /** The newest of a list, or of all. */
  async feed(shelf: Shelf | undefined): Promise<Feed> {
    const base = this.config.PUBLIC_URL.replace(/\/$/, '');
    const records = await this.read(FEED, [shelf ?? null, FEED_LENGTH]);
    const query = shelf === undefined ? '' : `?shelf=${shelf}`;
    const feed = new Feed({
      id: `${base}/v1/public/feed.json${query}`, title: '知识产权行政处罚、行政裁决公示', description: '潮州市知识产权保护公示信息', language: 'zh-CN', copyright: '', link: base, generator: 'Zhiheng',
      updated: records[0]?.publishedAt ?? new Date(0), feedLinks: { json: `${base}/v1/public/feed.json${query}`, rss: `${base}/v1/public/feed.rss${query}` },
    });
    for (const { id, title, number, text, publishedAt, parties } of records) {
      const link = `${base}/v1/public/publications/${id}`;
      feed.addItem({ id: link, link, guid: id, title: [title, number, ...parties.map(({ name }) => name)].filter((part) => part !== null).join(' '), content: text, date: publishedAt });
    }
    return feed;
  }

  private async search(values: readonly unknown[], limit: number): Promise<PublicRecord[]> {
    const near = await this.read(NEAR, values);
    return near.length > limit ? near : this.read(FAR, values);
  }

  private async read(statement: Statement, values: readonly unknown[]): Promise<PublicRecord[]> {
    return (await this.database.read<object & Record<string, never>>(PUBLIC, statement, values)).map((raw) => this.rows.map(PublicRecord, raw));
  }
}

/** Instants are RFC 3339 UTC. */
function shown({ id, shelf, title, number, agency, decidedOn, parties, publishedAt }: PublicRecord): PublicRecordDto {
  const known = AGENCIES.find(({ code }) => code === agency);
  const name = known === undefined ? agency : { zh: known.currentName?.zh ?? known.name.zh, en: known.name.en };
  return { id, shelf, title, number, agency: name, decidedOn, parties, publishedAt: publishedAt.toISOString() };
}
