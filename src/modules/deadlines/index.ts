export { DeadlineKind, WorkCalendar } from './calendar.entity.js';
export { seedDeadlines } from './calendars.service.js';
export { DEADLINE_KINDS } from './data/index.js';
export { instrumentsOn, lawVersionOn, type Instrument } from './data/index.js';
export { deadlinesErrors } from './deadlines.errors.js';
export { DeadlinesModule } from './deadlines.module.js';
