import type { AgencyCode } from './data/agencies.data.js';

export * from './data/index.js';
export { PERMISSIONS, type PermissionCode, type PermissionRow } from './data/permissions.data.js';
export { ROLES, roleOf, type Role, type RoleCode, type RoleRow } from './data/roles.data.js';
export { Account, Agency as AgencyEntity, Competence as CompetenceEntity, Measure as MeasureEntity, RefreshToken, Region as RegionEntity } from './identity.entity.js';
export { createAccount, deactivation, type CreatedAccount, type NewAccount } from './identity.accounts.js';
export { DEMO_ACCOUNTS, ensureDemoAccounts, refuseDemoInProduction, type DemoAccount, type DemoAccounts } from './identity.demo.js';
export { identityErrors, identityProblem } from './identity.errors.js';
export { IdentityModule } from './identity.module.js';
export { Principals } from './identity.principals.js';
export { seedIdentityReference } from './identity.reference.js';
export { Sessions } from './identity.sessions.js';

/** The desk that distributes, and takes back what an office cannot handle (总局令第121号第四十一条). */
export const INTAKE_DESK: AgencyCode = 'cz-ip-intake';
