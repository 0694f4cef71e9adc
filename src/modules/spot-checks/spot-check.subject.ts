import type { Subject } from '../../platform/workflow/subject.js';
import { CHECK_DRAW_GUARDS, KEY_TARGET_GUARDS, SPOT_CHECK_GUARDS } from './domain/spot-check.guards.js';
import { CHECK_DRAW_LIFECYCLE, KEY_TARGET_LIFECYCLE, SPOT_CHECK_LIFECYCLE } from './domain/spot-check.lifecycle.js';
import { CheckDraw, KeyTarget, SpotCheck } from './spot-check.entity.js';

export const KEY_TARGET: Subject<KeyTarget> = { lifecycle: KEY_TARGET_LIFECYCLE, guards: KEY_TARGET_GUARDS, entity: KeyTarget, place: ({ agency, region }) => ({ agency, intakeAgency: agency, region }) };
export const CHECK_DRAW: Subject<CheckDraw> = { lifecycle: CHECK_DRAW_LIFECYCLE, guards: CHECK_DRAW_GUARDS, entity: CheckDraw, place: ({ agency }) => ({ agency, intakeAgency: agency, region: '' }) };
/** A subject of its own, so that officers who check firms of the same draw do not wait for each other. */
export const SPOT_CHECK: Subject<SpotCheck> = { lifecycle: SPOT_CHECK_LIFECYCLE, guards: SPOT_CHECK_GUARDS, entity: SpotCheck, place: ({ agency, region }) => ({ agency, intakeAgency: agency, region }) };
