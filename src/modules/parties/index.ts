export { checkedCode, type PathWarning } from './domain/organisation.rules.js';
export { Organisation } from './organisation.entity.js';
export { ORGANISATION } from './organisation.subject.js';
export { OrganisationsService } from './organisations.service.js';
export { partiesErrors } from './parties.errors.js';
export { PartiesModule } from './parties.module.js';
export { RegisterVersion } from './register-version.entity.js';
export { AsOfQuery, RegisterHistoryPage, RegisterReasonDto, type RegisterVersionDto } from './register.dto.js';
export { Registers } from './registers.service.js';
