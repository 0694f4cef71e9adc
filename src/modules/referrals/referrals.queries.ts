import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import type { AvailableCommandsDto } from '../../platform/workflow/subject.queries.js';
import { duesOf, ProceedingQueries } from '../proceedings/index.js';
import { ReferralIntervention } from './referral.entity.js';
import { REFERRAL } from './referral.subject.js';
import { shownReferral, type ReferralDto } from './referral-view.dto.js';

const INTERVENTIONS = { name: 'referral-interventions', text: 'SELECT * FROM referral_intervention WHERE referral_id = $1 ORDER BY id' };

@Injectable()
export class ReferralsQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
    private readonly proceedings: ProceedingQueries,
  ) {}

  async one(acting: Acting, id: string): Promise<ReferralDto> {
    const found = await this.proceedings.one(acting, REFERRAL, id);
    const [raw = []] = await this.database.readAll(acting.claims, [{ statement: INTERVENTIONS, values: [id] }]);
    return shownReferral(found, raw.map((row) => this.rows.map(ReferralIntervention, row)));
  }

  available(acting: Acting, id: string): Promise<AvailableCommandsDto> {
    return this.proceedings.available(acting, REFERRAL, id, duesOf(id, acting.at));
  }
}
