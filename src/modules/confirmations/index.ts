export { CONFIRMATION } from './confirmation.subject.js';
export { Confirmation } from './confirmation.entity.js';
export { ConfirmationOpenings, type ConfirmationOrder } from './confirmations.openings.service.js';
export { ConfirmationsModule } from './confirmations.module.js';
