import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { DUPLICATES, likeness, type Measured } from './domain/likeness.rules.js';
import { PAIRS } from './matters.sql.js';
import type { CandidateDto, LinkRowDto } from './matters.dto.js';

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

  links({ claims }: Acting, id: string): Promise<LinkRowDto[]> {
    return this.database.read<LinkRowDto & Record<string, never>>(claims, LINKS, [id]);
  }
}
