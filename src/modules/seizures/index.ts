export { Assistance } from './assistance.entity.js';
export { Examination, HeldGood, Preservation, Seizure } from './holdings.entity.js';
export { SeizuresModule } from './seizures.module.js';
export { ASSISTANCE, PRESERVATION, SEIZURE } from './seizures.subject.js';
