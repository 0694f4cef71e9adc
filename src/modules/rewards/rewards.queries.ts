import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import type { RewardDto, RewardListQuery } from './reward.dto.js';
import { Reward } from './reward.entity.js';

const LIST: Statement = { name: 'rewards', text: 'SELECT * FROM reward WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3' };
const ONE: Statement = { name: 'reward-one', text: 'SELECT * FROM reward WHERE id = $1' };

/** The secret list. */
@Injectable()
export class RewardsQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  async list({ claims }: Acting, { state, cursor, limit }: RewardListQuery): Promise<Page<RewardDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const [found = []] = await this.database.readAll(claims, [{ statement: LIST, values: [state ?? null, after, limit + 1] }]);
    return pageOf(found.map((raw) => shownReward(this.rows.map(Reward, raw))), limit, ({ id }) => [id]);
  }

  /** Throws 404 where there is none, or none for this account. */
  async one({ claims }: Acting, id: string): Promise<RewardDto> {
    const [[found] = []] = await this.database.readAll(claims, [{ statement: ONE, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return shownReward(this.rows.map(Reward, found));
  }
}

export function shownReward({ complaintId: _, claimDigest: __, region: ___, claimedAt, nextDue, ...row }: Reward): RewardDto {
  return { ...row, claimedAt: claimedAt.toISOString(), nextDue: nextDue?.toISOString() ?? null };
}
