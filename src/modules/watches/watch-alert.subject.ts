import type { Subject } from '../../platform/workflow/subject.js';
import { WATCH_ALERT_GUARDS } from './domain/watch-alert.guards.js';
import { WATCH_ALERT_LIFECYCLE } from './domain/watch-alert.lifecycle.js';
import { WatchAlert } from './watch-alert.entity.js';

export const WATCH_ALERT: Subject<WatchAlert> = { lifecycle: WATCH_ALERT_LIFECYCLE, guards: WATCH_ALERT_GUARDS, entity: WatchAlert, place: ({ agency, region }) => ({ agency, intakeAgency: agency, region }) };
