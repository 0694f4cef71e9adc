import type { Subject } from '../../platform/workflow/subject.js';
import { RECALL_GUARDS, SUBSCRIBER_GUARDS } from './domain/subscriber.guards.js';
import { RECALL_LIFECYCLE, SUBSCRIBER_LIFECYCLE } from './domain/subscriber.lifecycle.js';
import { RegistryRecall, RegistrySubscriber } from './registry-change.entity.js';

export const REGISTRY_SUBSCRIBER: Subject<RegistrySubscriber> = { lifecycle: SUBSCRIBER_LIFECYCLE, guards: SUBSCRIBER_GUARDS, entity: RegistrySubscriber, place: ({ agency }) => ({ agency, intakeAgency: agency, region: '' }) };

/** One for each subscriber, so that each has its own clock and one that is silent holds up no other. */
export const REGISTRY_RECALL: Subject<RegistryRecall> = { lifecycle: RECALL_LIFECYCLE, guards: RECALL_GUARDS, entity: RegistryRecall, place: ({ agency }) => ({ agency, intakeAgency: agency, region: '' }) };
