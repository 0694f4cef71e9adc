import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import type { CampaignDto, CampaignListQuery, CampaignWithResultsDto, ClueCountDto, ClueDto, ClueListQuery } from './campaign.dto.js';
import { Campaign, CampaignClue } from './campaign.entity.js';

const LIST: Statement = { name: 'campaigns', text: 'SELECT * FROM campaign WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3' };
const ONE: Statement = { name: 'campaign-one', text: 'SELECT * FROM campaign WHERE id = $1' };
/** A campaign has some thousands of clues at most: its index holds all that is counted but what came of them. */
const COUNTS: Statement = { name: 'campaign-counts', text: "SELECT agency, coalesce(result, 'open') AS result, count(*)::int AS count FROM campaign_clue WHERE campaign_id = $1 GROUP BY 1, 2 ORDER BY 1, 2" };
const CLUES: Statement = { name: 'campaign-clues', text: 'SELECT * FROM campaign_clue WHERE campaign_id = $1 AND ($2::text IS NULL OR state = $2) AND ($3::text IS NULL OR agency = $3) AND ($4::uuid IS NULL OR id > $4) ORDER BY id LIMIT $5' };

/** Campaigns, under the claims of who reads. */
@Injectable()
export class CampaignsQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  async list({ claims }: Acting, { state, cursor, limit }: CampaignListQuery): Promise<Page<CampaignDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const [found = []] = await this.database.readAll(claims, [{ statement: LIST, values: [state ?? null, after, limit + 1] }]);
    return pageOf(found.map((raw) => shownCampaign(this.rows.map(Campaign, raw))), limit, ({ id }) => [id]);
  }

  /** Throws 404 where there is none, or none for this account. */
  async one({ claims }: Acting, id: string): Promise<CampaignWithResultsDto> {
    const [[found] = [], clues = []] = await this.database.readAll(claims, [{ statement: ONE, values: [id] }, { statement: COUNTS, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return { ...shownCampaign(this.rows.map(Campaign, found)), clues: clues as ClueCountDto[] };
  }

  async clues({ claims }: Acting, campaign: string, { state, agency, cursor, limit }: ClueListQuery): Promise<Page<ClueDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const [[found] = [], clues = []] = await this.database.readAll(claims, [{ statement: ONE, values: [campaign] }, { statement: CLUES, values: [campaign, state ?? null, agency ?? null, after, limit + 1] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return pageOf(clues.map((raw) => shownClue(this.rows.map(CampaignClue, raw))), limit, ({ id }) => [id]);
  }
}

export function shownCampaign({ id, state, version, agency, agencies, name, targets, rightTypes, regions, startsOn, endsOn, summary }: Campaign): CampaignDto {
  return { id, state, version, agency, agencies, name, targets, rightTypes, regions, startsOn, endsOn, summary };
}

export function shownClue({ id, state, version, agency, targetName, targetUscc, place, suspicion, result, caseId, note }: CampaignClue): ClueDto {
  return { id, state, version, agency, targetName, targetUscc, place, suspicion, result, caseId, note };
}
