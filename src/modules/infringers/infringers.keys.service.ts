import { Injectable } from '@nestjs/common';
import Nzh from 'nzh';
import { newId } from '../../platform/database/id.js';
import { Vault } from '../../platform/security/vault.js';
import { maskDocument, maskName, maskPhone } from '../../platform/security/vault/masking.js';
import type { FormerName, Shop } from '../parties/index.js';
import type { LinkField } from './data/link-rules.data.js';
import { normalAddress, normalCode, normalName, normalPhone, normalShop } from './domain/normal.rules.js';
import type { InfringerKey } from './infringer.entity.js';

/** An accused party as the registers have it. */
export interface PartyRow {
  readonly id: string;
  readonly kind: 'organisation' | 'person';
  readonly version: number;
  readonly uscc: string | null;
  readonly name: string;
  readonly formerNames: readonly FormerName[];
  readonly address: string | null;
  readonly shops: readonly Shop[];
  readonly mergedInto: string | null;
  readonly documentIndex: string | null;
}

/** A case in which it stands accused; address and venue as the complaint names them, where the party came from the complaint. */
export interface AccusedRow {
  readonly caseId: string;
  readonly agency: string;
  readonly involved: readonly string[];
  readonly address: string | null;
  readonly venue: { readonly platformName?: string; readonly shopUrl?: string } | null;
}

export interface MarkRow {
  readonly field: LinkField;
  readonly hash: string;
  readonly shown: string;
  readonly caseId: string;
}

type Key = Pick<InfringerKey, 'field' | 'hash' | 'shown'>;

/** Turns what is known of accused parties into digests that can be compared. */
@Injectable()
export class InfringerKeys {
  constructor(private readonly vault: Vault) {}

  /** Null where the text cannot be compared. */
  of(field: LinkField, value: string, platform?: string): Key | null {
    if (field === 'identity-document') return { field, hash: this.vault.documentIndex(value), shown: maskDocument(value) };
    const normal = normalOf(field, value, platform);
    return normal === null ? null : { field, hash: this.vault.digest({ field, value: normal }), shown: shownOf(field, value) };
  }

  /** All keys of a party, each once for every place in which it stands. Of natural persons only what is a digest already. */
  all(party: PartyRow, cases: readonly AccusedRow[], marks: readonly MarkRow[]): InfringerKey[] {
    const register = party.kind === 'person' ? personal(party) : this.registered(party);
    const told = party.kind === 'person' ? [] : cases.flatMap((one) => this.told(one).map((key) => ({ ...key, source: 'complaint', caseId: one.caseId })));
    const found = [...register.map((key) => ({ ...key, source: 'register', caseId: null })), ...told, ...marks.map((mark) => ({ ...mark, source: 'officer' }))];
    const once = new Map(found.map((key) => [`${key.field} ${key.hash} ${key.source} ${key.caseId ?? ''}`, key]));
    return [...once.values()].map(({ field, hash, shown, source, caseId }) => ({ id: newId(), node: party.id, field, hash, shown, source, caseId }));
  }

  private registered({ uscc, name, formerNames, address, shops }: PartyRow): Key[] {
    const names = [name, ...formerNames.map((former) => former.name)];
    return [
      uscc === null ? null : this.of('organisation-code', uscc), ...names.map((one) => this.of('name', one)), address === null ? null : this.of('address', address),
      ...shops.map(({ platform, shopId }) => this.of('shop', shopId, platform)),
    ].filter((key) => key !== null);
  }

  private told({ address, venue }: AccusedRow): Key[] {
    return [address === null ? null : this.of('address', address), venue?.shopUrl === undefined ? null : this.of('shop', venue.shopUrl, venue.platformName)].filter((key) => key !== null);
  }
}

function personal({ documentIndex }: PartyRow): Key[] {
  return documentIndex === null ? [] : [{ field: 'identity-document', hash: documentIndex, shown: '****' }];
}

function normalOf(field: Exclude<LinkField, 'identity-document'>, value: string, platform?: string): string | null {
  const normal = { 'organisation-code': normalCode, phone: normalPhone, address: (address: string) => normalAddress(address, (numeral) => Number(Nzh.cn.decodeS(numeral))), 'legal-representative': normalName, name: normalName, shop: (shop: string) => normalShop(platform, shop) };
  return normal[field](value);
}

/** Of persons a mask; what stands in the register of organisations is open to whoever reads cases. */
function shownOf(field: LinkField, value: string): string {
  if (field === 'phone') return maskPhone(value);
  return field === 'legal-representative' ? maskName(value) : value;
}
