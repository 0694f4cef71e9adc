export { nameKey, numberKey, plain } from './domain/watch-keys.rules.js';
export { WhitelistEntry } from './whitelist-entry.entity.js';
export { WHITELIST_ENTRY } from './whitelist-entry.subject.js';
export { WhitelistModule } from './whitelist.module.js';
