import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v5 } from 'uuid';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { insertInto, type Insert } from '../../platform/database/insert-statements.js';
import type { Acting } from '../../platform/http/acting.js';
import { Now } from '../../platform/http/clock.js';
import type { JobData } from '../../platform/queues/catalogue.js';
import { Queues } from '../../platform/queues/queues.js';
import { JobFault } from '../../platform/queues/reason.js';
import { Vault } from '../../platform/security/vault.js';
import { Workflow, type Gather } from '../../platform/workflow/workflow.js';
import { CASE, type CaseFile } from '../cases/index.js';
import { REGISTERED_TYPES } from '../rights/index.js';
import { CaseParty } from './case-party.entity.js';
import { CaseRight } from './case-right.entity.js';
import { Registry, type Ids, type Mention } from './case-parties.registry.service.js';
import { enrolmentOf, type ComplaintFacts, type Enrolment } from './domain/enrolment.rules.js';

/** Makes ids from the event: the same job twice names the same rows. */
const NAMESPACE = '8d7c2b0e-41f4-5b7e-9d27-5a3c8e6f1b44';
/** The complaint that a case was opened from, or one that joined a case. */
const COMPLAINT: Statement = { name: 'enrol-complaint', text: 'SELECT row_to_json(c) AS complaint, f.id AS "caseId" FROM case_file f JOIN complaint c ON c.id = f.complaint_id WHERE f.id = $1' };
const JOINED: Statement = { name: 'enrol-joined', text: 'SELECT row_to_json(c) AS complaint, c.case_id AS "caseId" FROM complaint c WHERE c.id = $1 AND c.case_id IS NOT NULL' };
/** Entries, organisations by role, rights and persons that the case has already. */
const THERE: Statement = {
  name: 'enrol-there',
  text: `SELECT id::text FROM case_party WHERE case_id = $1 UNION ALL SELECT role || ' ' || organisation_id FROM case_party WHERE case_id = $1 AND organisation_id IS NOT NULL
         UNION ALL SELECT id::text FROM case_right WHERE case_id = $1 UNION ALL SELECT right_id::text FROM case_right WHERE case_id = $1 UNION ALL SELECT id::text FROM person WHERE id = ANY($2::uuid[])`,
};

/** A case that is opened, and a complaint that joins one, bring their target and their right into the registers, and link them. May run twice, and twice at once. */
@Injectable()
export class CasePartiesJobs implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly now: Now,
    private readonly workflow: Workflow,
    private readonly registers: Registry,
    private readonly vault: Vault,
  ) {}

  onModuleInit(): void {
    this.queues.handle('parties.enrol', (data) => this.enrol(data));
  }

  private async enrol({ outboxId, event, subjectType, subjectId }: JobData): Promise<void> {
    const acting: Acting = { claims: systemClaims('parties'), permissions: new Set(), agency: '', at: this.now.date() };
    const [found] = await this.database.read<{ complaint: ComplaintFacts; caseId: string }>(acting.claims, subjectType === 'complaint' ? JOINED : COMPLAINT, [subjectId]);
    if (found === undefined) throw new JobFault(`${event}: ${subjectType} ${subjectId} is in no case`);
    const { caseId } = found;
    const ids = idsOf(outboxId);
    const enrolment = enrolmentOf(found.complaint, REGISTERED_TYPES);
    // A person of the same name in a second complaint may be the same or another: an officer says which.
    if (subjectType === 'complaint' && enrolment.respondent.kind === 'person') return;
    const respondent = await this.registers.mention(acting, enrolment.respondent, ids.respondent);
    const holder = enrolment.holder === null ? null : await this.registers.mention(acting, enrolment.holder, ids.holder);
    const right = await this.registers.right(acting, enrolment, holder, ids);
    await this.link(acting, caseId, ids, { enrolment, respondent, holder, right });
  }

  /** What is there already is left as it is: an officer may have changed or removed it meanwhile. */
  private async link(acting: Acting, caseId: string, ids: Ids, { enrolment, respondent, holder, right }: { enrolment: Enrolment; respondent: Mention; holder: Mention | null; right: string | null }): Promise<void> {
    const gather: Gather = {
      queries: [{ statement: THERE, values: [caseId, [ids.respondent, ids.holder]] }],
      facts: ([there = []]) => ({ there: new Set((there as { id: string }[]).map(({ id }) => id)) }),
    };
    const asking = enrolment.holderIsParty ? holder : null;
    const entry = right === null ? null : { id: ids.rightEntry, caseId, rightId: right, reliedUpon: null, claimedLicence: enrolment.claimedLicence, ...entered(acting) };
    await this.workflow.attach<CaseFile, null>(acting, { subject: CASE, id: caseId, gather }, (_, gathered) => {
      const { there } = gathered as { there: ReadonlySet<string> };
      const party = (id: string, role: string, mention: Mention | null): Insert[] => (mention === null || there.has(id) || there.has(`${role} ${mention.ref.organisation}`) ? [] : this.party(acting, caseId, id, role, mention, there));
      const relied = entry === null || there.has(entry.id) || there.has(entry.rightId) ? [] : [insertInto(CaseRight, entry)];
      const inserts = [...party(ids.respondentParty, 'respondent', respondent), ...party(ids.holderParty, 'complainant-right-holder', asking), ...relied];
      const data = { respondent: respondent.ref, right, holder: asking?.ref };
      return { fact: inserts.length === 0 ? null : { event: 'case.parties-enrolled', data, also: { inserts } }, answer: { status: 200, body: null } };
    });
  }

  private party(acting: Acting, caseId: string, id: string, role: string, { ref, fresh, name }: Mention, there: ReadonlySet<string>): Insert[] {
    const row: CaseParty = { id, caseId, role, organisationId: ref.organisation ?? null, personId: ref.person ?? null, represents: null, powerOfAttorney: null, ...entered(acting) };
    const sealed = ref.person === undefined ? [] : [this.vault.sealPerson(id, 'party', { name }, acting.at)];
    return [insertInto(CaseParty, row), ...(ref.person !== undefined && there.has(ref.person) ? [] : fresh), ...sealed];
  }
}

function idsOf(outboxId: string): Ids {
  const names = ['respondent', 'respondentParty', 'holder', 'holderParty', 'right', 'rightEntry', 'holding'] as const;
  return Object.fromEntries(names.map((name) => [name, v5(`${outboxId} ${name}`, NAMESPACE)])) as unknown as Ids;
}

function entered({ at, claims }: Acting): Pick<CaseParty, 'addedAt' | 'addedBy' | 'source' | 'removedAt' | 'removedBy' | 'removedReason'> {
  return { addedAt: at, addedBy: claims.actor, source: 'complaint', removedAt: null, removedBy: null, removedReason: null };
}
