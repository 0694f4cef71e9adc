export { ComplaintImport, ImportCheckpoint, ImportChunk, ImportLease, ImportResult } from './import.entity.js';
export { IMPORT } from './import.subject.js';
export { importErrors } from './imports.errors.js';
export { ImportsModule } from './imports.module.js';
export { rotateImportChunks } from './imports.store.service.js';
