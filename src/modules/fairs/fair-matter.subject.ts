import { proceedingSubject } from '../proceedings/index.js';
import { ANSWER_PERIODS, FAIR_GROUNDS, FAIR_MATERIALS, FAIR_REMEDIES } from './data/fair-law.data.js';
import { fairMatterGuards } from './domain/fair-matter.guards.js';
import { FAIR_MATTER_LIFECYCLE } from './domain/fair-matter.lifecycle.js';
import { FairMatter } from './fair-matter.entity.js';

/** A complaint at a fair as the workflow knows it. Once remedied it is over, though the finding may still be revoked. */
export const FAIR_MATTER = proceedingSubject<FairMatter>({
  lifecycle: FAIR_MATTER_LIFECYCLE, guards: fairMatterGuards({ materials: FAIR_MATERIALS, grounds: FAIR_GROUNDS, remedies: FAIR_REMEDIES, answers: ANSWER_PERIODS }), entity: FairMatter, ended: ['remedied'],
});
