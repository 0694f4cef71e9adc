export { REGISTERED_TYPES, validityOn, type Holder, type Licence, type PartyRef, type RegisteredType } from './domain/right.rules.js';
export { IpRight } from './right.entity.js';
export { RightRowDto, ValidityDto } from './right-view.dto.js';
export { RIGHT } from './right.subject.js';
export { rightsErrors } from './rights.errors.js';
export { RightsModule } from './rights.module.js';
export { RightsService, type RightFacts } from './rights.service.js';
