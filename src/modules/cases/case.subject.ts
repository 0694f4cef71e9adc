import { anyCommand, type Command, type Gather } from '../../platform/workflow/command.js';
import type { Subject } from '../../platform/workflow/subject.js';
import { CaseFile } from './case.entity.js';
import { CASE_GUARDS } from './domain/case.guards.js';
import { escalated, type Escalation } from './data/escalations.data.js';
import { CASE_LIFECYCLE } from './domain/case.lifecycle.js';

/** The case file as the workflow knows it. */
export const CASE: Subject<CaseFile> = {
  lifecycle: CASE_LIFECYCLE,
  guards: CASE_GUARDS,
  entity: CaseFile,
  place: ({ agency, region }) => ({ agency, intakeAgency: agency, region }),
  lawDay: ({ lawVersion }) => lawVersion,
  within: { entity: CaseFile, property: 'id' },
};

/** Puts a case on the list of the head. `data`: what it rests on, without personal data. */
export function toTheHead(id: string, reason: Escalation, at: Date, data: Readonly<Record<string, unknown>> = {}, gather?: Gather): Command {
  return anyCommand<CaseFile>({ subject: CASE, id, command: 'escalate', input: {}, patch: () => escalated(reason, at), data: { ...data, reason }, gather });
}
