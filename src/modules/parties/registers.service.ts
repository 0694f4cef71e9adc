import { Injectable } from '@nestjs/common';
import { Database, type Query } from '../../platform/database/database.js';
import { insertInto, type Insert } from '../../platform/database/insert-statements.js';
import type { Acting } from '../../platform/http/acting.js';
import { decodeCursor, pageOf, type Page, type PageQuery } from '../../platform/http/pagination.js';
import type { SubjectRow } from '../../platform/workflow/subject.js';
import type { RegisterVersionDto } from './register.dto.js';
import { RegisterVersion } from './register-version.entity.js';

const HISTORY = {
  name: 'register-history',
  text: 'SELECT version, command, at, actor, reason, value FROM register_version WHERE subject_id = $1 AND subject_type = $2 AND ($3::int IS NULL OR version < $3) ORDER BY version DESC LIMIT $4',
};
const KNOWN_ON = {
  name: 'register-known-on',
  text: `SELECT value FROM register_version WHERE subject_id = $1 AND subject_type = $2 AND at < (($3::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai') ORDER BY version DESC LIMIT 1`,
};

/** Both registers keep what every version said. */
@Injectable()
export class Registers {
  constructor(private readonly database: Database) {}

  /** The row to write with a change. */
  version({ claims, at }: Acting, subjectType: string, row: SubjectRow, command: string, reason: string | null): Insert {
    return insertInto(RegisterVersion, { subjectId: row.id, version: row.version, subjectType, value: row, at, actor: claims.actor, command, reason });
  }

  async history({ claims }: Acting, subjectType: string, id: string, { cursor, limit }: PageQuery): Promise<Page<RegisterVersionDto>> {
    const [before = null] = decodeCursor(cursor, 'count') ?? [];
    const rows = await this.database.read<RegisterVersionDto & object>(claims, HISTORY, [id, subjectType, before, limit + 1]);
    return pageOf(rows, limit, ({ version }) => [String(version)]);
  }

  /** One row with the `value`, or none where the entry was not there yet. */
  knownOn(subjectType: string, id: string, day: string): Query {
    return { statement: KNOWN_ON, values: [id, subjectType, day] };
  }
}
