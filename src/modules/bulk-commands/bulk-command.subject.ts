import type { Subject } from '../../platform/workflow/subject.js';
import { BulkCommand } from './bulk-command.entity.js';
import { BULK_COMMAND_GUARDS } from './domain/bulk-command.guards.js';
import { BULK_COMMAND_LIFECYCLE } from './domain/bulk-command.lifecycle.js';

export const BULK_COMMAND: Subject<BulkCommand> = { lifecycle: BULK_COMMAND_LIFECYCLE, guards: BULK_COMMAND_GUARDS, entity: BulkCommand, place: ({ agency }) => ({ agency, intakeAgency: agency, region: '' }) };
