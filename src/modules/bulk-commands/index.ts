export { BulkCommand, BulkResult, BulkWords } from './bulk-command.entity.js';
export { BULK_COMMAND } from './bulk-command.subject.js';
export { bulkCommandErrors } from './bulk-commands.errors.js';
export { BulkCommandsModule } from './bulk-commands.module.js';
