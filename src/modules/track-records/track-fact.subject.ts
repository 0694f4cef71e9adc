import type { Subject } from '../../platform/workflow/subject.js';
import { TRACK_FACT_GUARDS } from './domain/track-record.guards.js';
import { TRACK_FACT_LIFECYCLE } from './domain/track-record.lifecycle.js';
import { TrackFact } from './track-fact.entity.js';

export const TRACK_FACT: Subject<TrackFact> = { lifecycle: TRACK_FACT_LIFECYCLE, guards: TRACK_FACT_GUARDS, entity: TrackFact, place: ({ agency }) => ({ agency, intakeAgency: agency, region: '' }) };
