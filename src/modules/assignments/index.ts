export { AllotCaseDto, ReleaseCaseDto } from './assignment.dto.js';
export { ChoiceService } from './assignments.choice.service.js';
export { assignmentErrors } from './assignments.errors.js';
export { AssignmentsModule } from './assignments.module.js';
export { AssignmentsService } from './assignments.service.js';
export { AssignmentWatch } from './assignments.watch.service.js';
