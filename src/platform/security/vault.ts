import { createHmac, hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { Config } from '../config/config.js';
import type { Claims } from '../database/claims.js';
import { Database } from '../database/database.js';
import { newId } from '../database/id.js';
import { insertInto, type Insert } from '../database/insert-statements.js';
import { blindIndex } from './vault/blind-index.js';
import { bytesNeedRotation, decrypt, decryptBytes, encrypt, encryptBytes, needsRotation } from './vault/field-cipher.js';
import { parseKeyRing, type KeyRing } from './vault/key-ring.js';
import { maskAddress, maskDocument, maskName, maskPhone } from './vault/masking.js';
import { findsOf, scrub, type Find, type KnownIdentity } from './vault/scrub.js';
import { VaultRecord } from './vault-record.entity.js';

export interface PersonIdentity {
  readonly name: string;
  readonly phone: string;
  readonly address?: string;
  readonly documentType?: string;
  readonly documentNumber?: string;
}

/** A natural person who is a party, a representative or a holder; never a reporter. Exists in clear only inside a request. */
export interface PartyIdentity {
  readonly name: string;
  readonly phone?: string;
  readonly address?: string;
  readonly documentType?: string;
  readonly documentNumber?: string;
}

/** To whom a reward is paid. Exists in clear only inside a request. */
export interface PayeeIdentity extends PartyIdentity {
  readonly documentType: string;
  readonly documentNumber: string;
  readonly bank: string;
  readonly account: string;
}

/** Who filed a complaint, and who stands with them. Exists in clear only inside a request. */
export interface ReporterIdentity extends PersonIdentity {
  readonly representative?: PersonIdentity & { readonly powerOfAttorney?: object };
  readonly joint?: readonly PersonIdentity[];
  /** Who speaks for all: 0 is the reporter, 1 the first of `joint`. */
  readonly jointRepresentatives?: readonly number[];
}

export interface MaskedPerson {
  readonly name: string;
  readonly phone: string;
  readonly address?: string;
  readonly documentNumber?: string;
}

/** The same with most of it hidden. */
export interface MaskedIdentity extends MaskedPerson {
  readonly representative?: MaskedPerson;
  readonly joint?: readonly MaskedPerson[];
}

const READ = { name: 'vault-read', text: 'SELECT ciphertext FROM vault.record WHERE subject_id = $1 AND part = $2 ORDER BY id DESC LIMIT 1' };
const OLD_KEYS = { name: 'vault-old-keys', text: "SELECT id, subject_id, part, ciphertext FROM vault.record WHERE id > $1 ORDER BY id LIMIT 200 FOR UPDATE SKIP LOCKED" };
const REWRITE = { name: 'vault-rewrite', text: 'UPDATE vault.record SET ciphertext = $2 WHERE id = $1' };
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Identities and raw submissions: sealed when they come in, opened only with a purpose that row-level security checks for. */
@Injectable()
export class Vault {
  private readonly ring: KeyRing;
  private readonly indexKey: Buffer;
  private readonly digestKey: Buffer;

  constructor(
    config: Config,
    private readonly database: Database,
  ) {
    this.ring = parseKeyRing(config.VAULT_KEYS ?? '');
    this.indexKey = Buffer.from(config.VAULT_INDEX_KEY ?? '', 'base64');
    this.digestKey = Buffer.from(hkdfSync('sha256', this.indexKey, '', 'submission-digest', 32));
  }

  /** The rows for one submission: the raw words as they came, where this subject keeps them, and who sent them. */
  seal(subjectId: string, reporter: ReporterIdentity | null, submission: string | null, createdAt: Date): Insert {
    const row = (part: string, plain: string, indexes: Partial<VaultRecord> = {}): VaultRecord => ({
      id: newId(), subjectId, part, ciphertext: encrypt(this.ring, plain, contextOf(subjectId, part)), phoneIndex: null, documentIndex: null, createdAt, ...indexes,
    });
    const rows = submission === null ? [] : [row('submission', submission)];
    if (reporter !== null) rows.push(row('reporter', JSON.stringify(reporter), { phoneIndex: this.index('phone', reporter.phone), documentIndex: this.index('document', reporter.documentNumber) }));
    return insertInto(VaultRecord, ...rows);
  }

  /** The row for a person: `party` as given in one case, sealed under that entry; `person` as holder of a right, under the person; `payee` of a reward. */
  sealPerson(subjectId: string, part: 'party' | 'person' | 'payee', identity: PartyIdentity, createdAt: Date): Insert {
    const ciphertext = encrypt(this.ring, JSON.stringify(identity), contextOf(subjectId, part));
    return insertInto(VaultRecord, { id: newId(), subjectId, part, ciphertext, phoneIndex: this.index('phone', identity.phone), documentIndex: this.index('document', identity.documentNumber), createdAt });
  }

  /** In clear. The caller has written the purpose into the ledger before. Null for a reader who does not see the person. */
  async openPerson(claims: Claims, subjectId: string, part: 'party' | 'person', purpose: string): Promise<PartyIdentity | null> {
    const plain = await this.read(claims, subjectId, part, purpose);
    return plain === null ? null : (JSON.parse(plain) as PartyIdentity);
  }

  /** To whom a reward is paid, in clear. The caller has written the purpose into the ledger before. */
  async openPayee(claims: Claims, subjectId: string, purpose: string): Promise<PayeeIdentity | null> {
    const plain = await this.read(claims, subjectId, 'payee', purpose);
    return plain === null ? null : (JSON.parse(plain) as PayeeIdentity);
  }

  /** The same for two spellings of a document number; tells nothing of it. */
  documentIndex(number: string): string {
    return blindIndex(this.indexKey, 'document', number);
  }

  /** Keyed digest of a submission: the same content gives the same text, and nobody can guess it from a telephone number. */
  digest(submission: object): string {
    return createHmac('sha256', this.digestKey).update(canonicalize(submission) ?? '', 'utf8').digest('hex');
  }

  scrub(text: string, known: KnownIdentity): string {
    return scrub(text, known);
  }

  /** Where in a text a person's values stand. */
  find(text: string, known: KnownIdentity): Find[] {
    return findsOf(text, known);
  }

  /** Null for an anonymous report, and for a reader who does not see the complaint. */
  async masked(claims: Claims, subjectId: string): Promise<MaskedIdentity | null> {
    const identity = await this.open(claims, subjectId, 'masked-view');
    if (identity === null) return null;
    const { representative, joint } = identity;
    return { ...maskPerson(identity), ...(representative === undefined ? {} : { representative: maskPerson(representative) }), ...(joint === undefined ? {} : { joint: joint.map(maskPerson) }) };
  }

  /** In clear. The caller has written the purpose into the ledger before. */
  async open(claims: Claims, subjectId: string, purpose: string): Promise<ReporterIdentity | null> {
    const plain = await this.read(claims, subjectId, 'reporter', purpose);
    return plain === null ? null : (JSON.parse(plain) as ReporterIdentity);
  }

  /** A piece of a file. `place` names where it belongs: moved elsewhere it no longer opens. */
  sealBytes(plain: Buffer, place: string): Buffer {
    return encryptBytes(this.ring, plain, `vault:file:${place}`);
  }

  openBytes(sealed: Buffer, place: string): Buffer {
    return decryptBytes(this.ring, sealed, `vault:file:${place}`);
  }

  /** The same piece under the key that writes now; null when it is already. */
  resealBytes(sealed: Buffer, place: string): Buffer | null {
    return bytesNeedRotation(this.ring, sealed) ? this.sealBytes(this.openBytes(sealed, place), place) : null;
  }

  /** Seals everything again that an older key sealed. Returns how many rows; can be stopped and started again at any time. */
  async rotate(claims: Claims): Promise<number> {
    let rotated = 0;
    for (let after: string | null = FIRST_ID; after !== null; ) {
      const from: string = after;
      after = await this.database.transact({ ...claims, purpose: 'key-rotation' }, [{ statement: OLD_KEYS, values: [from] }], async (transaction, [raw = []]) => {
        const rows = raw as unknown as { id: string; subject_id: string; part: string; ciphertext: string }[];
        const old = rows.filter(({ ciphertext }) => needsRotation(this.ring, ciphertext));
        for (const { id, subject_id, part, ciphertext } of old) {
          const context = contextOf(subject_id, part);
          await transaction.query(REWRITE, [id, encrypt(this.ring, decrypt(this.ring, ciphertext, context), context)]);
        }
        rotated += old.length;
        return rows.at(-1)?.id ?? null;
      });
    }
    return rotated;
  }

  private async read(claims: Claims, subjectId: string, part: string, purpose: string): Promise<string | null> {
    const [row] = await this.database.read<{ ciphertext: string }>({ ...claims, purpose }, READ, [subjectId, part]);
    return row === undefined ? null : decrypt(this.ring, row.ciphertext, contextOf(subjectId, part));
  }

  private index(field: 'phone' | 'document', value: string | undefined): string | null {
    return value === undefined ? null : blindIndex(this.indexKey, field, value);
  }
}

function contextOf(subjectId: string, part: string): string {
  return `vault:${part}:${subjectId}`;
}

function maskPerson({ name, phone, address, documentNumber }: PersonIdentity): MaskedPerson {
  return { name: maskName(name), phone: maskPhone(phone), ...(address === undefined ? {} : { address: maskAddress(address) }), ...(documentNumber === undefined ? {} : { documentNumber: maskDocument(documentNumber) }) };
}
