import { servesKind, SERVICE_GUARDS } from '../document-services/index.js';
import { proceedingSubject } from '../proceedings/index.js';
import { COLLECTION_LIMITS, SURCHARGE_RATES } from './data/rates.data.js';
import { fineGuards } from './domain/fine.guards.js';
import { FINE_LIFECYCLE } from './domain/fine.lifecycle.js';
import { Fine } from './fine.entity.js';

/** Money of a decision, as the workflow knows it. */
export const FINE = proceedingSubject<Fine>({
  lifecycle: FINE_LIFECYCLE, guards: { ...SERVICE_GUARDS, 'serves-demand': servesKind('demand-letter'), ...fineGuards({ rates: SURCHARGE_RATES, limits: COLLECTION_LIMITS }) }, entity: Fine,
});
