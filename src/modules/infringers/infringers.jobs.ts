import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Background } from '../../platform/background.js';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { Now } from '../../platform/http/clock.js';
import type { JobData } from '../../platform/queues/catalogue.js';
import { Queues } from '../../platform/queues/queues.js';
import { InfringerResolution } from './infringers.resolution.service.js';

const CLAIMS = systemClaims('infringers');
/** Respondents of a case, removed ones too: they may be accused no longer. */
const OF_CASE: Statement = {
  name: 'infringers-of-case',
  text: "SELECT DISTINCT unnest(ARRAY[p.person_id, o.id, o.merged_into]) AS node FROM case_party p LEFT JOIN organisation o ON o.id = p.organisation_id WHERE p.case_id = $1 AND p.role = 'respondent'",
};
/** An organisation, what it was merged into, and whoever had its cases before. */
const OF_ORGANISATION: Statement = {
  name: 'infringers-of-organisation',
  text: `SELECT unnest(ARRAY[id, merged_into]) AS node FROM organisation WHERE id = $1
         UNION SELECT n.id FROM infringer_node n WHERE n.case_ids && ARRAY(SELECT case_id FROM case_party WHERE organisation_id = $1 AND role = 'respondent')`,
};
const OF_SEPARATION: Statement = { name: 'infringers-of-separation', text: 'SELECT unnest(ARRAY[a, b]) AS node FROM infringer_separation WHERE id = $1' };
const NODES: Readonly<Record<string, Statement>> = { case: OF_CASE, organisation: OF_ORGANISATION, 'infringer-separation': OF_SEPARATION };

/** Looks at accused parties again when something about them changed. Twice does no harm: all is found anew. */
@Injectable()
export class InfringersJobs implements OnModuleInit {
  constructor(
    private readonly queues: Queues,
    private readonly database: Database,
    private readonly now: Now,
    private readonly resolution: InfringerResolution,
    private readonly background: Background,
  ) {}

  onModuleInit(): void {
    this.queues.handle('infringers.resolve', (data) => this.resolve(data));
    this.background.everyHour(async (at) => void (await this.resolution.catchUp(at)));
  }

  private async resolve({ subjectType, subjectId }: JobData): Promise<void> {
    const statement = NODES[subjectType];
    if (statement === undefined) return;
    const found = await this.database.read<{ node: string | null }>(CLAIMS, statement, [subjectId]);
    const nodes = [...new Set(found.flatMap(({ node }) => node ?? []))].sort();
    for (const node of nodes) await this.resolution.resolve(node, this.now.date());
  }
}
