export { effectsOf } from './data/effects.data.js';
export { registryErrors } from './registries.errors.js';
export { RegistriesModule } from './registries.module.js';
export { RegistryEntry } from './registry-entry.entity.js';
