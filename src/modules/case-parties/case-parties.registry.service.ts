import { Injectable } from '@nestjs/common';
import type { Insert } from '../../platform/database/insert-statements.js';
import type { Acting } from '../../platform/http/acting.js';
import { Vault } from '../../platform/security/vault.js';
import { OrganisationsService, Persons } from '../parties/index.js';
import { RightsService, type PartyRef, type RegisteredType } from '../rights/index.js';
import type { Enrolment } from './domain/enrolment.rules.js';

/** Ids of everything that one event may bring. */
export type Ids = Readonly<Record<'respondent' | 'respondentParty' | 'holder' | 'holderParty' | 'right' | 'rightEntry' | 'holding', string>>;

/** Who was named, as the registers refer to it. */
export interface Mention {
  readonly ref: PartyRef;
  /** The row of a person who is new. */
  readonly fresh: readonly Insert[];
  readonly name: string;
}

/** The registers as the job needs them. */
@Injectable()
export class Registry {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly persons: Persons,
    private readonly rights: RightsService,
    private readonly vault: Vault,
  ) {}

  async mention(acting: Acting, named: Enrolment['respondent'], id: string): Promise<Mention> {
    const { kind, name, uscc, address, region } = named;
    if (kind === 'organisation') return { ref: { organisation: await this.organisations.enrol(acting, id, { name, uscc, address, region }) }, fresh: [], name };
    const { fresh } = await this.persons.find({ name }, acting.at, id);
    return { ref: { person: id }, fresh, name };
  }

  /** Null where the complaint names no right that an office registers. A holder is entered only with a right that is new. */
  async right(acting: Acting, { right, holder: named }: Enrolment, holder: Mention | null, ids: Ids): Promise<string | null> {
    if (right === null) return null;
    const holders = holder === null ? [] : [{ id: ids.holding, party: holder.ref, capacity: 'owner' as const, share: null, from: null, to: null }];
    const sealed = holder?.ref.person === undefined || named === null ? [] : [...holder.fresh, this.vault.sealPerson(holder.ref.person, 'person', { name: named.name }, acting.at)];
    const { type, number, validTo, niceClasses } = right;
    return this.rights.enrol(acting, ids.right, { type: type as RegisteredType, number, validTo, niceClasses: niceClasses === undefined ? undefined : [...niceClasses], holders }, sealed);
  }
}
