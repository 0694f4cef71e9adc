import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import type { AvailableCommandsDto } from '../../platform/workflow/subject.queries.js';
import type { Gather } from '../../platform/workflow/workflow.js';
import { AGENCIES } from '../identity/index.js';
import { ProceedingQueries } from '../proceedings/index.js';
import { AdjudicationAct } from './adjudication.entity.js';
import { ADJUDICATION } from './adjudication.subject.js';
import { shownAct, shownAdjudication, type AdjudicationActs, type AdjudicationDto, type AdjudicationRequirements } from './adjudication-view.dto.js';
import { ACTS, CONDITIONS, DISMISSAL_GROUNDS, EXCEPTIONS, MATERIALS, NON_FILING_GROUNDS, SUSPENSION_GROUNDS } from './domain/requirements.rules.js';

const CLOCKS = { name: 'adjudication-clocks', text: 'SELECT kind, legal_due AS "legalDue", ended_at IS NOT NULL AS ended FROM deadline WHERE subject_id = $1' };
const PARTIES = { name: 'adjudication-case-parties', text: 'SELECT id FROM case_party WHERE case_id = (SELECT case_id FROM adjudication WHERE id = $1) AND removed_at IS NULL' };
const OF_ADJUDICATION = { name: 'adjudication-acts', text: 'SELECT * FROM adjudication_act WHERE adjudication_id = $1 ORDER BY id' };

/** Checklists and grounds, as the commands take them. */
export const REQUIREMENTS: AdjudicationRequirements = { conditions: CONDITIONS, materials: MATERIALS, nonFiling: NON_FILING_GROUNDS, suspension: SUSPENSION_GROUNDS, exceptions: EXCEPTIONS, dismissal: DISMISSAL_GROUNDS, acts: ACTS };

/** What its guards need besides what all proceedings need: the time, its clocks, who stands in the case. */
export function gatherFor({ at }: Pick<Acting, 'at'>, id: string, more: Gather = { queries: [], facts: () => ({}) }): Gather {
  return {
    queries: [{ statement: CLOCKS, values: [id] }, { statement: PARTIES, values: [id] }, ...more.queries],
    facts: ([clocks = [], parties = [], ...rest]) => ({ now: at, clocks, caseParties: (parties as readonly { id: string }[]).map((party) => party.id), ...more.facts(rest) }),
  };
}

/** What kind of body an agency is; nothing where there is no such agency. */
export function kindOfAgency(wanted: string): string | undefined {
  return AGENCIES.find(({ code }) => code === wanted)?.kind;
}

@Injectable()
export class AdjudicationQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
    private readonly proceedings: ProceedingQueries,
  ) {}

  async one(acting: Acting, id: string): Promise<AdjudicationDto> {
    return shownAdjudication(acting, await this.proceedings.one(acting, ADJUDICATION, id));
  }

  available(acting: Acting, id: string): Promise<AvailableCommandsDto> {
    return this.proceedings.available(acting, ADJUDICATION, id, gatherFor(acting, id));
  }

  async acts(acting: Acting, id: string): Promise<AdjudicationActs> {
    await this.proceedings.one(acting, ADJUDICATION, id);
    const [rows = []] = await this.database.readAll(acting.claims, [{ statement: OF_ADJUDICATION, values: [id] }]);
    return { items: rows.map((raw) => shownAct(this.rows.map(AdjudicationAct, raw))) };
  }
}
