import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { Insert } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { uniqueViolation } from '../../platform/http/idempotency.js';
import { Vault } from '../../platform/security/vault.js';
import { anyOpening, Workflow, type Also, type Command, type Gather } from '../../platform/workflow/workflow.js';
import { Persons, Registers, type PersonDto, type RegisterReasonDto } from '../parties/index.js';
import { checkedNumber, validityOn, warningsOn, type Holder, type Licence, type PartyRef } from './domain/right.rules.js';
import type { AddHolderDto, AddLicenceDto, CorrectRightDto, EndEntryDto, RightPartyDto, RegisterRightDto, RightDetailsDto } from './right.dto.js';
import type { IpRight } from './right.entity.js';
import { RIGHT } from './right.subject.js';
import type { RightChangedDto } from './right-view.dto.js';
import { rightsProblem } from './rights.errors.js';

const FIND: Statement = { name: 'right-find', text: 'SELECT id FROM ip_right WHERE (right_type = $1 AND number = $2) OR id = $3' };
const PARTIES_KNOWN: Statement = { name: 'parties-known', text: 'SELECT count(*)::int AS known FROM organisation WHERE id = ANY($1::uuid[])' };

interface Written {
  readonly reason: string;
  /** Holder or licence that the command is about. */
  readonly entry?: string;
  readonly fresh?: readonly Insert[];
}

/** What is entered with a right from a complaint. */
export interface RightFacts extends RegisterRightDto {
  readonly holders?: readonly Holder[];
  readonly licences?: readonly Licence[];
}

/** The register of rights. One method for each command of its table. */
@Injectable()
export class RightsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly database: Database,
    private readonly registers: Registers,
    private readonly persons: Persons,
    private readonly vault: Vault,
  ) {}

  /** 201; 409 with the id of the entry that has the number already. `also` is written with it. */
  async register(acting: Acting, body: RightFacts, id = newId(), also: readonly Insert[] = []): Promise<Answer<RightChangedDto>> {
    const { number, kind, warnings } = checkedNumber(body.type, body.number);
    const { holders = [], licences = [] } = body;
    const row = { id, rightType: body.type, number, kind, ...EMPTY, ...details(body), holders: [...holders], licences: [...licences], warnings: [...warnings], createdAt: acting.at };
    const first: IpRight = { ...row, state: 'registered', version: 1 };
    const opening = anyOpening({ subject: RIGHT, command: 'register', row, input: {}, data: { type: body.type, number } });
    try {
      return await this.workflow.open(acting, [opening], [this.registers.version(acting, 'right', first, 'register', null), ...also], () => ({ status: 201, body: changed(first, legalDay(acting.at), null) }));
    } catch (error) {
      if (uniqueViolation(error) !== 'ip_right_number_key') throw error;
      throw rightsProblem('right.number-taken', { members: { rightId: await this.find(acting, body.type, number, id) } });
    }
  }

  /** The entry of this type and number, made if there is none: safe to call twice and at once. `id` is the same for the same fact. */
  async enrol(acting: Acting, id: string, facts: RightFacts, also: readonly Insert[] = []): Promise<string> {
    const { number } = checkedNumber(facts.type, facts.number);
    const known = await this.find(acting, facts.type, number, id);
    if (known !== null) return known;
    try {
      await this.register(acting, facts, id, also);
      return id;
    } catch (error) {
      const meanwhile = await this.find(acting, facts.type, number, id);
      if (meanwhile === null) throw error;
      return meanwhile;
    }
  }

  correct(acting: Acting, id: string, body: CorrectRightDto): Promise<Answer<RightChangedDto>> {
    const { reason, clear = [], ...changes } = body;
    const patch = (): Partial<IpRight> => ({ ...details(changes), ...Object.fromEntries(clear.map((field) => [field, null])) });
    return this.move(acting, { id, command: 'correct', input: { reason }, patch, data: { reason, changed: [...Object.keys(changes), ...clear].sort() } }, { reason });
  }

  async addHolder(acting: Acting, id: string, body: AddHolderDto): Promise<Answer<RightChangedDto>> {
    const { party, capacity, share = null, from = null, to = null, reason } = body;
    return this.naming(acting, [party], ([named = {}], fresh) => {
      const holder: Holder = { id: newId(), party: named, capacity, share, from, to };
      return this.move(acting, { id, command: 'add-holder', input: { reason, ...personsOf(party) }, gather: known(party), patch: ({ holders }) => ({ holders: [...holders, holder] }), data: { reason, holder } }, { reason, entry: holder.id, fresh });
    });
  }

  endHolder(acting: Acting, id: string, entry: string, { to, reason }: EndEntryDto): Promise<Answer<RightChangedDto>> {
    return this.move(acting, { id, command: 'end-holder', input: { reason, entry, to }, patch: ({ holders }) => ({ holders: ended(holders, entry, to) }), data: { reason, entry, until: to } }, { reason, entry });
  }

  async addLicence(acting: Acting, id: string, body: AddLicenceDto): Promise<Answer<RightChangedDto>> {
    const { licensor, licensee, kind, territory = null, from = null, to = null, mayActAlone, under, reason } = body;
    return this.naming(acting, [licensor, licensee], ([giver = {}, taker = {}], fresh) => {
      const licence: Licence = { id: newId(), licensor: giver, licensee: taker, kind, territory, from, to, mayActAlone, under: under ?? null };
      return this.move(acting, { id, command: 'add-licence', input: { reason, under, ...personsOf(licensor, licensee) }, gather: known(licensor, licensee), patch: ({ licences }) => ({ licences: [...licences, licence] }), data: { reason, licence } }, { reason, entry: licence.id, fresh });
    });
  }

  endLicence(acting: Acting, id: string, entry: string, { to, reason }: EndEntryDto): Promise<Answer<RightChangedDto>> {
    return this.move(acting, { id, command: 'end-licence', input: { reason, entry, to }, patch: ({ licences }) => ({ licences: ended(licences, entry, to) }), data: { reason, entry, until: to } }, { reason, entry });
  }

  strikeOff(acting: Acting, id: string, { reason }: RegisterReasonDto): Promise<Answer<RightChangedDto>> {
    return this.move(acting, { id, command: 'strike-off', input: { reason }, data: { reason } }, { reason });
  }

  reinstate(acting: Acting, id: string, { reason }: RegisterReasonDto): Promise<Answer<RightChangedDto>> {
    return this.move(acting, { id, command: 'reinstate', input: { reason }, data: { reason } }, { reason });
  }

  private move(acting: Acting, command: Omit<Command<IpRight>, 'subject'>, { reason, entry, fresh = [] }: Written): Promise<Answer<RightChangedDto>> {
    const also = (row: IpRight): Also => ({ inserts: [this.registers.version(acting, 'right', row, command.command, reason), ...fresh] });
    return this.workflow.execute(acting, { subject: RIGHT, also, ...command }, ({ row }) => ({ status: 200, body: changed(row, legalDay(acting.at), entry ?? null) }));
  }

  /** Parties as the register refers to them. Persons are found or entered, and sealed: of a holder only name and document are kept. */
  private naming<T>({ at }: Acting, parties: readonly RightPartyDto[], work: (refs: readonly PartyRef[], fresh: readonly Insert[]) => Promise<T>): Promise<T> {
    return this.persons.again(async () => {
      const refs: PartyRef[] = [];
      const fresh: Insert[] = [];
      for (const { organisationId, personId, person } of parties) {
        const found = person === undefined ? null : await this.persons.find(person, at);
        if (found !== null && person !== undefined) fresh.push(...found.fresh, this.sealed(found.id, person, at));
        refs.push(organisationId === undefined ? { person: found?.id ?? personId } : { organisation: organisationId });
      }
      return work(refs, fresh);
    });
  }

  private sealed(id: string, { name, documentType, documentNumber }: PersonDto, at: Date): Insert {
    return this.vault.sealPerson(id, 'person', { name, documentType, documentNumber }, at);
  }

  private async find({ claims }: Acting, type: string, number: string, id: string): Promise<string | null> {
    const [row] = await this.database.read<{ id: string }>(claims, FIND, [type, number, id]);
    return row?.id ?? null;
  }
}

type Details = Omit<IpRight, 'id' | 'state' | 'version' | 'rightType' | 'number' | 'kind' | 'holders' | 'licences' | 'warnings' | 'createdAt'>;

const EMPTY: Details = {
  title: null, goods: null, niceClasses: [], locarnoClasses: [], validFrom: null, validTo: null, status: 'unknown', statusSince: null, statusSeenOn: null, statusSource: null, evaluationReport: null, pendingInvalidation: null,
};

function changed(row: IpRight, day: string, entry: string | null): RightChangedDto {
  const { id, state, version, rightType, number, kind, title, validFrom, validTo, status } = row;
  return { id, state, version, type: rightType, number, kind, title, validFrom, validTo, status, entry, validity: validityOn(row, day), warnings: warningsOn(row, day) } as unknown as RightChangedDto;
}

/** Only what was given. */
function details({ status, title, goods, niceClasses, locarnoClasses, validFrom, validTo, evaluationReport, pendingInvalidation }: RightDetailsDto): Partial<Details> {
  const seen = status === undefined ? {} : { status: status.value, statusSince: status.since ?? null, statusSeenOn: status.seenOn, statusSource: status.source };
  const given = { title, goods, niceClasses, locarnoClasses, validFrom, validTo, evaluationReport, pendingInvalidation };
  return { ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)), ...seen };
}

/** Persons named by id; the guard wants them to stand in the right already. */
function personsOf(...parties: readonly RightPartyDto[]): { persons: readonly string[] } {
  return { persons: parties.flatMap(({ personId }) => personId ?? []) };
}

/** The organisations named must be on the register. */
function known(...parties: readonly RightPartyDto[]): Gather {
  const ids = [...new Set(parties.flatMap(({ organisationId }) => organisationId ?? []))];
  return { queries: [{ statement: PARTIES_KNOWN, values: [ids] }], facts: ([found]) => ({ organisationsKnown: (found?.[0] as { known: number } | undefined)?.known === ids.length }) };
}

function ended<Entry extends { readonly id: string; readonly to: string | null }>(entries: readonly Entry[], id: string, to: string): Entry[] {
  return entries.map((entry) => (entry.id === id ? { ...entry, to } : entry));
}
