import { Injectable } from '@nestjs/common';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto, type Insert } from '../../platform/database/insert-statements.js';
import { uniqueViolation } from '../../platform/http/idempotency.js';
import { Vault, type PartyIdentity } from '../../platform/security/vault.js';
import { maskName } from '../../platform/security/vault/masking.js';
import { Person } from './person.entity.js';

const BY_DOCUMENT: Statement = { name: 'person-by-document', text: 'SELECT id FROM person WHERE document_index = $1' };

export interface FoundPerson {
  readonly id: string;
  /** The row of a person who was not known; empty for one who was. To be written with the entry that names the person. */
  readonly fresh: readonly Insert[];
}

/** Natural persons in cases. Only an id, a masked name and a blind index are kept here; who they are is sealed. */
@Injectable()
export class Persons {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /**
   * The person of this document number, also where another agency entered it: only the id is told. Without a number each
   * mention is a person of its own, for names alone do not tell people apart.
   */
  async find({ name, documentNumber }: PartyIdentity, createdAt: Date, id = newId()): Promise<FoundPerson> {
    const documentIndex = documentNumber === undefined ? null : this.vault.documentIndex(documentNumber);
    const known = documentIndex === null ? undefined : (await this.database.read<{ id: string }>(systemClaims('persons'), BY_DOCUMENT, [documentIndex]))[0];
    return known === undefined ? { id, fresh: [insertInto(Person, { id, label: maskName(name), documentIndex, createdAt })] } : { id: known.id, fresh: [] };
  }

  /** Runs work that finds a person again when somebody else entered the same person meanwhile. */
  async again<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (uniqueViolation(error) !== 'person_document_key') throw error;
      return work();
    }
  }
}
