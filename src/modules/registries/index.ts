export { effectsOf } from './data/effects.data.js';
export { registryErrors } from './registries.errors.js';
export { RegistriesModule } from './registries.module.js';
export { RegistryChange, RegistryRecall, RegistrySubscriber } from './registry-change.entity.js';
export { RegistryEntry } from './registry-entry.entity.js';
export { REGISTRY_RECALL, REGISTRY_SUBSCRIBER } from './subscriber.subject.js';
