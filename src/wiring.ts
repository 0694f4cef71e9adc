import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { EVENTS, JOBS } from './events.data.js';
import { QUEUES } from './queues.data.js';
import { validateLifecycles } from './kernel/lifecycle/index.js';
import { DOCUMENT_KINDS, kindProblems } from './modules/documents/index.js';
import { PERMISSIONS } from './modules/identity/index.js';
import { Clocks } from './platform/clocks/clocks.js';
import { COMMAND } from './platform/http/documented.js';
import { OPEN, PERMISSION } from './platform/http/route.js';
import { catalogueProblems } from './platform/queues/catalogue.js';
import { Queues } from './platform/queues/queues.js';
import { TABLES } from './subjects.js';

/** A route as declared: who may use it, and which command of a table it carries out. */
export interface Route {
  readonly name: string;
  readonly permission?: string;
  readonly open?: string;
  readonly command?: string;
}

/** Commands without a route of their own: carried in by the move of another subject or by time, with the reason. */
export const CASCADE_ONLY: Readonly<Record<string, string>> = {
  'case.open': 'Opened by complaint.open-case',
  'complaint.resume': 'Carried in by case.reopen',
  'deadline.start': 'A move of the subject starts it',
  'deadline.stop': 'A move of the subject ends it',
  'deadline.lapse': 'A move of the subject lets it fall',
  'deadline.expire': 'The sweeper finds it overdue',
  'deadline.remind': 'The sweeper reminds of it',
  'deadline.recount': 'The sweeper counts it again when a calendar is loaded',
  'deadline.clear': 'The sweeper finds that it was not overdue after all',
  'complaint.split-off': 'Opened by complaint.split',
  'complaint.take-in': 'Carried in by complaint.merge-into',
  'case.be-linked': 'Carried in by case.link on the other case',
  'case.be-unlinked': 'Carried in by case.unlink on the other case',
  'case.admit': 'Carried in by complaint.join-case',
  'case.escalate': 'Carried in where nobody can take the case, or its officer cannot go on',
  'case.enter-lane': 'Carried in by lane-passage.confirm',
  'case.leave-lane': 'Carried in by lane-passage.leave and lane-passage.eject',
  'lane-passage.finish': 'Carried in by case.close',
  'case.de-escalate': 'Carried in when the officer in charge is back',
  'reply.owe': 'Opened with the complaint',
  'import.start': 'Carried out by the worker that has the import',
  'import.finish': 'Carried out by the worker that has the import',
  'import.fail': 'Carried out by the worker that has the import',
  'bulk-command.finish': 'Carried out by the worker that has done the last item',
  'reply.follow': 'Carried in when a complaint goes to another agency',
  'rule-set.retire': 'Carried out by the system when a later rule set takes over',
  // Proceedings in general.
  // Penalty procedure.
  'penalty.flag-referral': 'Carried in when a criminal referral is opened',
  'penalty.referral-ended': 'Carried in when a criminal referral ends without a criminal case',
  'penalty.resume-from-police': 'Carried in when the police hand the case back',
  // Preservation, seizure, assistance.
  'preservation.lapse': 'Brought by time: preservation.decision has run out',
  'seizure.run-out': 'Brought by time: seizure.term has run out',
  // Fines.
  'fine.be-challenged': 'Carried in when a decision is attacked',
  'fine.be-upheld': 'Carried in when an attacked decision stands',
  'fine.be-annulled': 'Carried in when a decision falls',
  'fine.open': 'Opened by the decision that asks for the money',
  'fine.fall-due': 'Brought by time: fine.payment or fine.instalment has run out',
  // Simplified penalties.
  // Patent adjudication.
  'adjudication.end-by-suit': 'Carried in by civil-suit.file',
  // Mediation.
  'mediation.open-entrusted': 'Opened by mediation.entrust',
  'mediation.receive-back': 'Carried in when the entrusted mediation has ended',
  'mediation.record-oral-outcome': 'The route of mediation.record-outcome carries it out for an oral agreement',
  'mediation.record-failed-outcome': 'The route of mediation.record-outcome carries it out where there is no agreement',
  // Agreements.
  'agreement-term.open': 'Opened with the agreement that it stands in',
  // Judicial confirmation.
  'confirmation.open': 'Begins with an agreement that can be confirmed',
  'confirmation.close-door': 'Time carries it out on day thirty-one',
  'confirmation.settle': 'Carried in with the last term that is performed',
  // Criminal referral.
  // Civil suits.
  'civil-suit.receive-back': 'Carried in by mediation.return-to-court',
  // Publications.
  'publication.draft': 'Opened by the job that follows the service of a decision',
  'publication.leave-out': 'Opened by the job that follows the service of a decision',
  'publication.fall': 'Carried out by the job that follows the fall of a decision',
  'publication.stop': 'Brought by time: the time of display is over',
  'publication.stop-early': 'Carried in by a credit repair',
  'publication.restore': 'Carried in by a credit repair that is revoked for fraud',
  'listing.restore': 'Carried out by the job that follows the revocation of its credit repair',
  'credit-repair.end-bar': 'Brought by time: repair.ban has run out',
  'penalty.begin-publication': 'Carried out by the job that follows the service of the decision',
  'penalty.leave-unpublished': 'Carried out by the job that follows the service of the decision',
  'adjudication.begin-publication': 'Carried out by the job that follows the service of the decision',
  'adjudication.leave-unpublished': 'Carried out by the job that follows the service of the decision',
  // The escalation ladder.
  'escalation-step.take': 'Time or an urging brings it',
  'escalation-step.take-above': 'Time or an urging brings it',
  // Campaigns.
  'inspection-finding.raise': 'Opened by inspection.raise',
  'campaign-clue.register': 'Opened by campaign.add-clues',
  // Track records.
  'track-fact.fall': 'Carried out by the job that follows the fall of a decision',
  // The whitelist.
  'watch-alert.raise': 'Raised by the job that looks at what happens',
  'whitelist-entry.end-term': 'Brought by time: whitelist.term has run out',
  // Spot checks.
  'spot-check.assign': 'Opened by check-draw.draw',
  // Rewards.
  'reward.claim': 'By the public door, with the code told at filing',
  'reward.collect': 'By the public door, with the code of the claim',
  'reward.lapse': 'Brought by time: reward.collection has run out',
  // Subscribers of the register.
  'registry-recall.send': 'Opened by the job that follows listing.cancelled',
  'registry-recall.note': 'Opened by the job that follows listing.cancelled',
  'registry-recall.acknowledge': 'Carried in by registry-subscriber.acknowledge',
  'registry-recall.raise-alarm': 'Brought by time: registry.recall has run out',
  // Takedowns by platforms.
  'takedown.run-out': 'Brought by time: platform.uncounted-delay has run out',
  'takedown.fall-due': 'Brought by time: nobody complained or sued in the period',
  'takedown.stop-by-suit': 'Carried in by civil-suit.file',
  'takedown.stop-by-complaint': 'Carried in by complaint.join-case',
  // Trade fairs.
  'fair.end': 'Brought by time: fair.end, the last day is over',
  'fair.archive': 'Brought by time: fair.records, the years are over',
  'fair-matter.go-on': 'Brought by time: fair.answer has run out',
  'fair-matter.pass-to-competent': 'Brought by time: fair.handover has run out',
  // Documents.
  'public-notice.complete': 'Carried out by time, when the thirty days are over',
};

/** Refuses to boot with incomplete wiring: better a system that does not start than one with a door left open. */
@Injectable()
export class Wiring implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly clocks: Clocks,
    private readonly queues: Queues,
  ) {}

  onApplicationBootstrap(): void {
    const problems = [...routeProblems(this.routes()), ...lifecycleProblems(this.clocks.codes, this.clocks.expiring), ...kindProblems(DOCUMENT_KINDS, TABLES.map(({ lifecycle }) => lifecycle), new Set([...this.clocks.expiring.values()].flat())), ...catalogueProblems({ events: EVENTS, jobs: JOBS, queues: QUEUES }, this.queues.handled)];
    if (problems.length > 0) throw new Error(`The wiring is not complete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }

  routes(): Route[] {
    return this.discovery.getControllers().flatMap(({ instance, name }) => {
      const prototype = Object.getPrototypeOf(instance ?? {}) as Record<string, unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((method): Route[] => {
        const handler = prototype[method] as () => unknown;
        if (Reflect.getMetadata(METHOD_METADATA, handler) === undefined) return [];
        const declared = (key: string): string | undefined => this.reflector.get<string | undefined>(key, handler);
        return [{ name: `${String(name)}.${method}`, permission: declared(PERMISSION), open: declared(OPEN), command: declared(COMMAND) }];
      });
    });
  }
}

/** Every route has a permission of the catalogue or says why it is open; every command of a table has its route, under the table's permission. */
export function routeProblems(routes: readonly Route[]): string[] {
  const known = new Set<string>(PERMISSIONS.map(({ code }) => code));
  const moves = TABLES.flatMap(({ lifecycle }) => lifecycle.moves.map((move) => ({ command: `${lifecycle.subject}.${move.command}`, permission: move.permission })));
  const commands = new Set(moves.map(({ command }) => command));
  return [
    ...routes.filter(({ permission, open }) => permission === undefined && (open ?? '').trim() === '').map(({ name }) => `route ${name} declares neither a permission nor why it is open`),
    ...routes.filter(({ permission, open }) => permission !== undefined && open !== undefined).map(({ name }) => `route ${name} is both open and guarded`),
    ...routes.filter(({ permission }) => permission !== undefined && !known.has(permission)).map(({ name, permission }) => `route ${name}: permission ${permission} does not exist`),
    ...routes.filter(({ command }) => command !== undefined && !commands.has(command)).map(({ name, command }) => `route ${name}: command ${command} stands in no table`),
    ...[...commands].filter((command) => !(command in CASCADE_ONLY) && routes.filter((route) => route.command === command).length !== 1).map((command) => `command ${command} has ${routes.filter((route) => route.command === command).length} routes instead of one`),
    ...routes.flatMap(({ name, command, permission }) => moves.filter((move) => move.command === command && move.permission !== permission).slice(0, 1).map((move) => `route ${name} asks for ${permission}, its table for ${move.permission}`)),
  ];
}

export function lifecycleProblems(clocks: ReadonlySet<string>, expiring: ReadonlyMap<string, readonly string[]> = new Map()): string[] {
  const guards = Object.fromEntries(TABLES.map(({ lifecycle, guards: set }) => [lifecycle.subject, new Set(Object.keys(set))]));
  return validateLifecycles(TABLES.map(({ lifecycle }) => lifecycle), { permissions: new Set(PERMISSIONS.map(({ code }) => code)), events: new Set(EVENTS.map(({ name }) => name)), clocks, expiring, guards });
}
