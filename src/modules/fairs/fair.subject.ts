import type { Subject } from '../../platform/workflow/subject.js';
import { proceedingSubject } from '../proceedings/index.js';
import { ANSWER_PERIODS, DESK_FROM_DAYS, FAIR_GROUNDS, FAIR_MATERIALS, FAIR_REMEDIES } from './data/fair-law.data.js';
import { fairMatterGuards } from './domain/fair-matter.guards.js';
import { FAIR_MATTER_LIFECYCLE } from './domain/fair-matter.lifecycle.js';
import { fairGuards } from './domain/fair.guards.js';
import { FAIR_LIFECYCLE } from './domain/fair.lifecycle.js';
import { FairMatter } from './fair-matter.entity.js';
import { Fair } from './fair.entity.js';

/** A trade fair as the workflow knows it. */
export const FAIR: Subject<Fair> = {
  lifecycle: FAIR_LIFECYCLE,
  guards: fairGuards(DESK_FROM_DAYS),
  entity: Fair,
  place: ({ agency, region }) => ({ agency, intakeAgency: agency, region }),
};

/** A complaint at a fair as the workflow knows it. Once remedied it is over, though the finding may still be revoked. */
export const FAIR_MATTER = proceedingSubject<FairMatter>({
  lifecycle: FAIR_MATTER_LIFECYCLE, guards: fairMatterGuards({ materials: FAIR_MATERIALS, grounds: FAIR_GROUNDS, remedies: FAIR_REMEDIES, answers: ANSWER_PERIODS }), entity: FairMatter, ended: ['remedied'],
});
