import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../../platform/database/database.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import { MOMENTS } from './data/moments.data.js';
import type { Message } from './message.entity.js';
import type { InboxQuery, MarkedDto, MessageDto, UnreadDto } from './messages.dto.js';

const MOST_COUNTED = 100;
const COLUMNS = 'id, moment, event, about_type AS "aboutType", about_id AS "aboutId", number, clock, due, created_at AS "createdAt", read_at AS "readAt"';
const list = (name: string, only: string): Statement => ({
  name, text: `SELECT ${COLUMNS} FROM message WHERE person = $1${only} AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid)) ORDER BY created_at DESC, id DESC LIMIT $4`,
});
const ALL = list('inbox', '');
const UNREAD = list('inbox-unread', ' AND read_at IS NULL');
const COUNT: Statement = { name: 'inbox-unread-count', text: `SELECT count(*)::int AS unread FROM (SELECT 1 FROM message WHERE person = $1 AND read_at IS NULL LIMIT ${MOST_COUNTED + 1}) found` };
const READ: Statement = { name: 'inbox-read', text: `UPDATE message SET read_at = coalesce(read_at, $3) WHERE id = $1 AND person = $2 RETURNING ${COLUMNS}` };
const READ_UNTIL: Statement = { name: 'inbox-read-until', text: 'UPDATE message SET read_at = $3 WHERE person = $1 AND read_at IS NULL AND created_at <= $2 RETURNING id' };

type Row = Omit<Message, 'person' | 'mail' | 'sms'>;

/** The inbox of whoever asks; the database shows nobody another's. */
@Injectable()
export class InboxService {
  constructor(private readonly database: Database) {}

  async list({ claims }: Acting, { unread, cursor, limit }: InboxQuery): Promise<Page<MessageDto>> {
    const [at = null, id = null] = decodeCursor(cursor, 'instant', 'uuid') ?? [];
    const rows = await this.database.read<Row & Record<string, never>>(claims, unread === true ? UNREAD : ALL, [claims.actor, at, id, limit + 1]);
    return pageOf(rows.map(shown), limit, (row) => [row.createdAt, row.id]);
  }

  async unread({ claims }: Acting): Promise<UnreadDto> {
    const [{ unread } = { unread: 0 }] = await this.database.read<{ unread: number }>(claims, COUNT, [claims.actor]);
    return { unread: Math.min(unread, MOST_COUNTED), more: unread > MOST_COUNTED };
  }

  /** Reading twice keeps the first time. */
  async read({ claims, at }: Acting, id: string): Promise<Answer<MessageDto>> {
    const [row] = await this.database.transact(claims, [{ statement: READ, values: [id, claims.actor, at] }], async (_, [rows = []]) => rows as Row[]);
    if (row === undefined) throw httpProblem('subject.not-found');
    return { status: 200, body: shown(row) };
  }

  async readUntil({ claims, at }: Acting, until: string): Promise<Answer<MarkedDto>> {
    const marked = await this.database.transact(claims, [{ statement: READ_UNTIL, values: [claims.actor, until, at] }], async (_, [rows = []]) => rows.length);
    return { status: 200, body: { marked } };
  }
}

function shown({ id, moment, event, aboutType, aboutId, number, clock, due, createdAt, readAt }: Row): MessageDto {
  const label = (MOMENTS.find(({ code }) => code === moment)?.label ?? { zh: moment, en: moment }) as unknown as string;
  return { id, moment, label, event, aboutType, aboutId, number, clock, due: due?.toISOString() ?? null, createdAt: createdAt.toISOString(), readAt: readAt?.toISOString() ?? null };
}
