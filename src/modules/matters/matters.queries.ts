import { Injectable } from '@nestjs/common';
import { systemClaims } from '../../platform/database/claims.js';
import { Database } from '../../platform/database/database.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { CONSUMER_FACTORS } from '../intake/index.js';
import { DUPLICATES, factors, FACTORS, likeness, type ContactCounts, type Measured } from './domain/likeness.rules.js';
import { CONTACT_COUNTS, PAIRS } from './matters.sql.js';
import type { CandidateDto, LinkRowDto, PromptDto } from './matters.dto.js';

const SEEN = { name: 'matters-complaint-seen', text: 'SELECT id FROM complaint WHERE id = $1' };
const LINKS = {
  name: 'matters-links',
  text: `SELECT CASE WHEN complaint_id = $1 THEN other_id ELSE complaint_id END AS other, kind, score::float8 AS score, reasons, linked_by AS "linkedBy", linked_at AS "linkedAt", unlinked_at AS "unlinkedAt"
         FROM complaint_link WHERE complaint_id = $1 OR other_id = $1 ORDER BY linked_at, id`,
};
const MOST = 20;

type Pair = Measured & { readonly id: string; readonly receiptNumber: string; readonly channel: string; readonly state: string; readonly targetName: string; readonly caseId: string | null };

@Injectable()
export class MattersQueries {
  constructor(private readonly database: Database) {}

  /** Candidates for the same matter, with score and why; only what the reader may see. */
  async candidates({ claims }: Acting, id: string, days: number = DUPLICATES.windowDays): Promise<CandidateDto[]> {
    const [seen = [], pairs = []] = await this.database.readAll(claims, [{ statement: SEEN, values: [id] }, { statement: PAIRS, values: [id, days, DUPLICATES.nameFrom] }]);
    if (seen.length === 0) throw httpProblem('subject.not-found');
    return (pairs as Pair[])
      .map((pair) => ({ pair, ...likeness(pair) }))
      .filter(({ score }) => score >= DUPLICATES.shownFrom)
      .sort((one, other) => other.score - one.score || (one.pair.id < other.pair.id ? -1 : 1))
      .slice(0, MOST)
      .map(({ pair: { id: other, receiptNumber, channel, state, targetName, caseId }, score, reasons }) => ({ id: other, receiptNumber, channel, state, targetName, score, reasons, caseId }));
  }

  /** Factors of 第十七条 that the counts speak for. The counts go over the whole city; nobody and no other complaint is named. */
  async prompts({ claims }: Acting, id: string): Promise<PromptDto[]> {
    const [seen] = await this.database.read(claims, SEEN, [id]);
    if (seen === undefined) throw httpProblem('subject.not-found');
    const [counts] = await this.database.read<ContactCounts & Record<string, number>>(systemClaims('matters', 'factor-check'), CONTACT_COUNTS, [id, FACTORS.windowDays]);
    return (counts === undefined ? [] : factors(counts)).map(({ code, count }) => ({ ...CONSUMER_FACTORS.find((factor) => factor.code === code), code, count, windowDays: FACTORS.windowDays }) as unknown as PromptDto);
  }

  links({ claims }: Acting, id: string): Promise<LinkRowDto[]> {
    return this.database.read<LinkRowDto & Record<string, never>>(claims, LINKS, [id]);
  }
}
