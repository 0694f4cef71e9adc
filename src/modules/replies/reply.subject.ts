import type { Subject } from '../../platform/workflow/subject.js';
import { REPLY_GUARDS } from './domain/reply.guards.js';
import { REPLY_LIFECYCLE } from './domain/reply.lifecycle.js';
import { ReplyObligation } from './reply.entity.js';

/** The owed answer as the workflow knows it. */
export const REPLY: Subject<ReplyObligation> = {
  lifecycle: REPLY_LIFECYCLE,
  guards: REPLY_GUARDS,
  entity: ReplyObligation,
  place: ({ agency, intakeAgency, region }) => ({ agency, intakeAgency, region }),
};
