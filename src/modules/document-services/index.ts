import { SERVICE_WAYS } from './data/modes.data.js';
import { serviceGuards } from './domain/service.guards.js';

export { AddressConfirmation } from './address-confirmation.entity.js';
export { ServeDocumentDto, ServiceProofDto } from './document-service.dto.js';
export { DocumentServicesModule } from './document-services.module.js';
export { DocumentServices, type Service, type ServiceOrder } from './document-services.serving.service.js';
export { servesKind, type ServiceFacts } from './domain/service.guards.js';
export { PublicNotice } from './public-notice.entity.js';
export { ServiceRecord } from './service-record.entity.js';

/** Guards for a row that serves: 'document-is-of-this-proceeding', 'recipient-is-party', 'mode-has-its-proof', 'served-in-time'. */
export const SERVICE_GUARDS = serviceGuards(SERVICE_WAYS);
