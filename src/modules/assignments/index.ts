export { assignmentErrors } from './assignments.errors.js';
export { AssignmentsModule } from './assignments.module.js';
export { AssignmentWatch } from './assignments.watch.service.js';
