import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { uniqueViolation } from '../../platform/http/idempotency.js';
import { anyOpening, Workflow, type Command } from '../../platform/workflow/workflow.js';
import { checkedCode, nameKey, searchNames, type CheckedCode } from './domain/organisation.rules.js';
import type { CorrectOrganisationDto, MergeOrganisationDto, OrganisationDto, RegisterOrganisationDto } from './organisation.dto.js';
import type { FormerName, Organisation } from './organisation.entity.js';
import { ORGANISATION } from './organisation.subject.js';
import { showOrganisation } from './organisations.queries.js';
import { partiesProblem } from './parties.errors.js';
import type { RegisterReasonDto } from './register.dto.js';
import { Registers } from './registers.service.js';

const TARGET: Statement = { name: 'merge-target', text: 'SELECT id, state, uscc FROM organisation WHERE id = $1 FOR SHARE' };
/** By code; without one by name and address; or by the id that was derived for it. An entry that was merged answers with the one it became. */
const FIND: Statement = {
  name: 'organisation-find',
  text: `SELECT coalesce(merged_into, id) AS id FROM organisation WHERE uscc = $1 OR ($1::text IS NULL AND name_key = $2) OR id = $3 ORDER BY (uscc IS NULL), id LIMIT 1`,
};
const TAKEN: Readonly<Record<string, 'organisation.code-taken' | 'organisation.name-taken'>> = { organisation_uscc_key: 'organisation.code-taken', organisation_name_key: 'organisation.name-taken' };

/** The register of organisations. One method for each command of its table. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly database: Database,
    private readonly registers: Registers,
  ) {}

  /** 201; 409 with the id of the entry that has the code, or the name and address, already. */
  async register(acting: Acting, body: RegisterOrganisationDto, id = newId()): Promise<Answer<OrganisationDto>> {
    const row = { id, ...described(body), mergedInto: null, createdAt: acting.at };
    const opening = { subject: ORGANISATION, command: 'register', row, input: {}, data: { uscc: row.uscc, region: row.region } };
    const first = { ...row, state: 'registered', version: 1 };
    return this.refusingTwins(acting, row, () => this.workflow.open(acting, [anyOpening(opening)], [this.registers.version(acting, 'organisation', first, 'register', null)], () => ({ status: 201, body: showOrganisation(first, legalDay(acting.at)) })));
  }

  /** The entry for these facts, made if there is none: safe to call twice and at once. `id` is the same for the same fact. */
  async enrol(acting: Acting, id: string, facts: RegisterOrganisationDto): Promise<string> {
    const row = described(facts);
    const known = await this.find(acting, row.uscc, row.nameKey, id);
    if (known !== null) return known;
    try {
      await this.register(acting, facts, id);
      return id;
    } catch (error) {
      const meanwhile = await this.find(acting, row.uscc, row.nameKey, id);
      if (meanwhile === null) throw error;
      return meanwhile;
    }
  }

  correct(acting: Acting, id: string, body: CorrectOrganisationDto): Promise<Answer<OrganisationDto>> {
    const code = body.clear?.includes('uscc') === true ? { uscc: null, warnings: [] } : body.uscc === undefined ? null : checkedCode(body.uscc);
    const { reason, ...changes } = body;
    const input = { reason, ...(code === null ? {} : { uscc: code.uscc }) };
    const names = { uscc: code?.uscc ?? null, nameKey: null as string | null };
    const patch = (row: Organisation): Described => {
      const next = corrected(row, body, code);
      names.nameKey = next.nameKey;
      return next;
    };
    return this.refusingTwins(acting, names, () => this.move(acting, { id, command: 'correct', input, patch, data: { reason, changed: Object.keys(changes).sort() } }, reason));
  }

  merge(acting: Acting, id: string, { into, reason }: MergeOrganisationDto): Promise<Answer<OrganisationDto>> {
    const gather = { queries: [{ statement: TARGET, values: [into] }], facts: ([found]: readonly (readonly object[])[]) => ({ target: found?.[0] }) };
    return this.move(acting, { id, command: 'merge', input: { into, reason }, gather, patch: () => ({ mergedInto: into }), data: { into, reason } }, reason);
  }

  unmerge(acting: Acting, id: string, { reason }: RegisterReasonDto): Promise<Answer<OrganisationDto>> {
    return this.move(acting, { id, command: 'unmerge', input: { reason }, patch: () => ({ mergedInto: null }), data: { reason } }, reason);
  }

  strikeOff(acting: Acting, id: string, { reason }: RegisterReasonDto): Promise<Answer<OrganisationDto>> {
    return this.move(acting, { id, command: 'strike-off', input: { reason }, data: { reason } }, reason);
  }

  reinstate(acting: Acting, id: string, { reason }: RegisterReasonDto): Promise<Answer<OrganisationDto>> {
    return this.move(acting, { id, command: 'reinstate', input: { reason }, data: { reason } }, reason);
  }

  private move(acting: Acting, command: Omit<Command<Organisation>, 'subject'>, reason: string): Promise<Answer<OrganisationDto>> {
    const also = (row: Organisation): { inserts: ReturnType<Registers['version']>[] } => ({ inserts: [this.registers.version(acting, 'organisation', row, command.command, reason)] });
    return this.workflow.execute(acting, { subject: ORGANISATION, also, ...command }, ({ row }) => ({ status: 200, body: showOrganisation(row, legalDay(acting.at)) }));
  }

  /** A unique violation told as a refusal that names the other entry. */
  private async refusingTwins<T>(acting: Acting, { uscc, nameKey: key }: { uscc: string | null; nameKey: string | null }, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const code = TAKEN[uniqueViolation(error) ?? ''];
      if (code === undefined) throw error;
      throw partiesProblem(code, { members: { organisationId: await this.find(acting, uscc, key, null) } });
    }
  }

  private async find({ claims }: Acting, uscc: string | null, key: string | null, id: string | null): Promise<string | null> {
    const [row] = await this.database.read<{ id: string }>(claims, FIND, [uscc, key, id]);
    return row?.id ?? null;
  }
}

type Described = Omit<Organisation, 'id' | 'state' | 'version' | 'mergedInto' | 'createdAt'>;

function described(body: RegisterOrganisationDto): Described {
  const { uscc, warnings } = checkedCode(body.uscc);
  const address = body.address ?? null;
  const formerNames = (body.formerNames ?? []).map(former);
  return {
    uscc, warnings: [...warnings], nameKey: nameKey(body.name, address), name: body.name, formerNames, searchNames: searchNames(body.name, formerNames),
    address, region: body.region ?? null, shops: body.shops ?? [],
  };
}

function former({ name, from = null as string | null, until = null as string | null }: { name: string; from?: string | null; until?: string | null }): FormerName {
  return { name, from, until };
}

/** What was given in place of what was there. */
function corrected(row: Organisation, body: CorrectOrganisationDto, code: CheckedCode | null): Described {
  const cleared = new Set<string>(body.clear ?? []);
  const kept = <T>(field: string, given: T | undefined, there: T): T | null => (cleared.has(field) ? null : given ?? there);
  const name = body.name ?? row.name;
  const { uscc, warnings } = code ?? row;
  const address = kept('address', body.address, row.address);
  const formerNames = formerNamesOf(row, body, name);
  return {
    uscc, warnings: [...warnings], nameKey: nameKey(name, address), name, formerNames, searchNames: searchNames(name, formerNames),
    address, region: kept('region', body.region, row.region), shops: body.shops ?? row.shops,
  };
}

/** A name given up on a day stays as a former one; a name written wrongly was never borne. */
function formerNamesOf(row: Organisation, { formerNames, renamedOn }: CorrectOrganisationDto, name: string): FormerName[] {
  const there = formerNames?.map(former) ?? row.formerNames;
  return renamedOn === undefined || name === row.name ? [...there] : [...there, { name: row.name, from: there.at(-1)?.until ?? null, until: renamedOn }];
}
