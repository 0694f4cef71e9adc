export { CreditRepair, CreditRepairBan } from './credit-repair.entity.js';
export { CREDIT_REPAIR } from './credit-repair.subject.js';
export { CreditRepairsModule } from './credit-repairs.module.js';
