export { COMPLAINT } from './complaint.subject.js';
export { Complaint } from './complaint.entity.js';
export { intakeErrors } from './intake.errors.js';
export { IntakeModule } from './intake.module.js';
