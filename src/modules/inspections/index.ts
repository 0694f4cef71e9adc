export { Inspection, InspectionCase, InspectionFinding } from './inspection.entity.js';
export { INSPECTION, INSPECTION_FINDING } from './inspection.subject.js';
export { InspectionsModule } from './inspections.module.js';
