import { SERVICE_WAYS } from './data/modes.data.js';
import { serviceGuards } from './domain/service.guards.js';

/** Guards for a row that serves: 'document-is-of-this-proceeding', 'recipient-is-party', 'mode-has-its-proof', 'served-in-time'. */
export const SERVICE_GUARDS = serviceGuards(SERVICE_WAYS);
