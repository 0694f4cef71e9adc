import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import type { AvailableCommandsDto } from '../../platform/workflow/subject.queries.js';
import { duesOf, ProceedingQueries } from '../proceedings/index.js';
import { CivilSuitEntry } from './civil-suit.entity.js';
import { CIVIL_SUIT } from './civil-suit.subject.js';
import { shownSuit, type CivilSuitDto } from './civil-suit-view.dto.js';

const ENTRIES = { name: 'civil-suit-entries', text: 'SELECT * FROM civil_suit_entry WHERE suit_id = $1 ORDER BY at, id' };

@Injectable()
export class CivilSuitsQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
    private readonly proceedings: ProceedingQueries,
  ) {}

  async one(acting: Acting, id: string): Promise<CivilSuitDto> {
    const found = await this.proceedings.one(acting, CIVIL_SUIT, id);
    const [raw = []] = await this.database.readAll(acting.claims, [{ statement: ENTRIES, values: [id] }]);
    return shownSuit(found, raw.map((row) => this.rows.map(CivilSuitEntry, row)));
  }

  available(acting: Acting, id: string): Promise<AvailableCommandsDto> {
    return this.proceedings.available(acting, CIVIL_SUIT, id, duesOf(id, acting.at));
  }
}
