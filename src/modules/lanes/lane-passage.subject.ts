import type { Subject } from '../../platform/workflow/subject.js';
import { CaseFile } from '../cases/index.js';
import { LANE_RULES } from './data/lane-rules.data.js';
import { passageGuards } from './domain/lane-passage.guards.js';
import { LANE_PASSAGE_LIFECYCLE } from './domain/lane-passage.lifecycle.js';
import { LanePassage } from './lane-passage.entity.js';

/** The passage as the workflow knows it. The case is locked with it, and does not show its clocks: they are targets, no limits. */
export const LANE_PASSAGE: Subject<LanePassage> = {
  lifecycle: LANE_PASSAGE_LIFECYCLE,
  guards: passageGuards(LANE_RULES),
  entity: LanePassage,
  place: ({ agency, region }) => ({ agency, intakeAgency: agency, region }),
  within: { entity: CaseFile, property: 'caseId', apart: true },
  derived: (_, to, at) => (to === 'proposed' || to === 'running' ? {} : { endedAt: at }),
};
