import type { Subject } from '../../platform/workflow/subject.js';
import { CaseFile } from '../cases/index.js';
import { PUBLIC_NOTICE_GUARDS } from './domain/public-notice.guards.js';
import { PUBLIC_NOTICE_LIFECYCLE } from './domain/public-notice.lifecycle.js';
import { PublicNotice } from './public-notice.entity.js';

/** Service by public notice as the workflow knows it. */
export const PUBLIC_NOTICE: Subject<PublicNotice> = {
  lifecycle: PUBLIC_NOTICE_LIFECYCLE,
  guards: PUBLIC_NOTICE_GUARDS,
  entity: PublicNotice,
  place: ({ agency, region }) => ({ agency, intakeAgency: agency, region }),
  lawDay: ({ lawVersion }) => lawVersion,
  within: { entity: CaseFile, property: 'caseId' },
};
