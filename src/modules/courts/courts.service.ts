import { Injectable } from '@nestjs/common';
import type { CourtDto, CourtFactsDto, CourtList, CourtProposalDto } from './court.dto.js';
import { AMOUNT_LIMITS, COURT_RULES, COURTS } from './data/courts.data.js';
import { proposeCourt, type CourtFacts, type CourtProposal, type CourtRow } from './domain/court.rules.js';

const TABLES = { courts: COURTS, rules: COURT_RULES, limits: AMOUNT_LIMITS };
const ORDINARY: Omit<CourtFacts, 'matter' | 'rightTypes'> = { patentKind: null, software: false, wellKnownMark: false, major: false, respondent: 'other', amount: null, regions: [], invitedBy: null, firstInstance: null };
/** A basis that is a condition of the table: it has rows. */
const [LIMIT] = AMOUNT_LIMITS as readonly [(typeof AMOUNT_LIMITS)[number]];

/** Which court is competent: proposed with the reason, never decided. */
@Injectable()
export class Courts {
  /** `day`: YYYY-MM-DD, Asia/Shanghai. What is left out of the facts is taken as ordinary. */
  propose(facts: Partial<CourtFacts> & Pick<CourtFacts, 'matter' | 'rightTypes'>, day: string): CourtProposal {
    return proposeCourt(TABLES, { ...ORDINARY, ...facts }, day);
  }

  proposal({ on = '', ...facts }: CourtFactsDto, today: string): CourtProposalDto {
    const day = on === '' ? today : on;
    const { court, alternatives, ...rest } = this.propose(facts, day);
    return { ...rest, court: court === null ? null : this.named(court), alternatives: alternatives.map((code) => this.named(code)), warnings: [...rest.warnings], on: day };
  }

  list(): CourtList {
    return { items: COURTS.map((court) => ({ ...court })), rules: COURT_RULES.map(({ code, from, to, court, why, basis }) => ({ code, from, to, court, why, basis })), limit: LIMIT.limit, limitBasis: LIMIT.basis };
  }

  find(code: string): CourtRow | undefined {
    return COURTS.find((court) => court.code === code);
  }

  private named(code: string): CourtDto {
    const court = this.find(code);
    if (court === undefined) throw new Error(`Court ${code} is not in the list`);
    return { ...court };
  }
}
