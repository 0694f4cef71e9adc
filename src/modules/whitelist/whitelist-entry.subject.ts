import type { Subject } from '../../platform/workflow/subject.js';
import { WHITELIST_ENTRY_GUARDS } from './domain/whitelist-entry.guards.js';
import { WHITELIST_ENTRY_LIFECYCLE } from './domain/whitelist-entry.lifecycle.js';
import { WhitelistEntry } from './whitelist-entry.entity.js';

export const WHITELIST_ENTRY: Subject<WhitelistEntry> = { lifecycle: WHITELIST_ENTRY_LIFECYCLE, guards: WHITELIST_ENTRY_GUARDS, entity: WhitelistEntry, place: ({ agency, region }) => ({ agency, intakeAgency: agency, region }) };
