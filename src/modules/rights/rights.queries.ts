import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import type { Claims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import { Registers, type AsOfQuery } from '../parties/index.js';
import { checkedNumber, holdsOn, REGISTERED_TYPES, validityOn, warningsOn, type PartyRef } from './domain/right.rules.js';
import { standingOf } from './domain/standing.rules.js';
import type { RightDto, RightListQuery, RightRowDto, StandingDto, StandingQuery } from './right-view.dto.js';
import { IpRight } from './right.entity.js';

const COLUMNS = 'id, state, version, right_type AS type, number, kind, title, valid_from AS "validFrom", valid_to AS "validTo", status';
const ONE: Statement = { name: 'right-one', text: 'SELECT * FROM ip_right WHERE id = $1' };
const LIST: Statement = {
  name: 'right-list',
  text: `SELECT ${COLUMNS} FROM ip_right WHERE ($1::uuid IS NULL OR id < $1) AND ($2::text IS NULL OR right_type = $2) ORDER BY id DESC LIMIT $3`,
};
const BY_NUMBER: Statement = {
  name: 'right-by-number',
  text: `SELECT ${COLUMNS} FROM ip_right WHERE number = ANY($4::text[]) AND ($1::uuid IS NULL OR id < $1) AND ($2::text IS NULL OR right_type = $2) ORDER BY id DESC LIMIT $3`,
};
const BY_HOLDER: Statement = {
  name: 'right-by-holder',
  text: `SELECT ${COLUMNS} FROM ip_right WHERE holders @> jsonb_build_array(jsonb_build_object('party', jsonb_build_object('organisation', $4::text))) AND ($1::uuid IS NULL OR id < $1) AND ($2::text IS NULL OR right_type = $2) ORDER BY id DESC LIMIT $3`,
};
/** Names for ids; of an entry that was merged the one that it became. */
const NAMES: Statement = {
  name: 'right-parties',
  text: `SELECT o.id, coalesce(o.merged_into, o.id) AS "nowId", coalesce(t.name, o.name) AS name FROM organisation o LEFT JOIN organisation t ON t.id = o.merged_into WHERE o.id = ANY($1::uuid[])`,
};

/** Only those that the reader sees through a case. */
const PERSONS: Statement = { name: 'right-persons', text: 'SELECT id, id AS "nowId", label AS name FROM person WHERE id = ANY($1::uuid[])' };

interface Name {
  readonly id: string;
  readonly nowId: string;
  readonly name: string;
}

@Injectable()
export class RightsQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
    private readonly registers: Registers,
  ) {}

  async list({ claims }: Acting, { type, number, holder, cursor, limit }: RightListQuery): Promise<Page<RightRowDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const statement = number !== undefined ? BY_NUMBER : holder !== undefined ? BY_HOLDER : LIST;
    const wanted = number !== undefined ? [spellings(type, number)] : holder !== undefined ? [holder] : [];
    const rows = await this.database.read<RightRowDto & object>(claims, statement, [after, type ?? null, limit + 1, ...wanted]);
    return pageOf(rows, limit, ({ id }) => [id]);
  }

  /** One entry, as it stands or stood. Throws 404 also for a day before it was entered. */
  async one({ claims, at }: Acting, id: string, { asOf = legalDay(at), knownOn }: AsOfQuery): Promise<RightDto> {
    const row = await this.row(claims, id, knownOn);
    const names = await this.names(claims, row);
    const named = (party: PartyRef): object => ({ ...party, name: names.get(party.organisation ?? party.person ?? '')?.name ?? null });
    const { rightType, ...rest } = row;
    return {
      ...rest, type: rightType, validity: validityOn(row, asOf), warnings: warningsOn(row, asOf),
      holders: row.holders.map((holder) => ({ ...holder, party: named(holder.party), holds: holdsOn(holder, asOf) })),
      licences: row.licences.map((licence) => ({ ...licence, licensor: named(licence.licensor), licensee: named(licence.licensee), holds: holdsOn(licence, asOf) })),
    } as unknown as RightDto;
  }

  /** Whether somebody may ask for a decision on this right. An organisation is known by every entry that was merged into it. */
  async standing({ claims, at }: Acting, id: string, { organisation, person, asOf = legalDay(at), holderRequests }: StandingQuery): Promise<StandingDto> {
    const row = await this.row(claims, id);
    const names = await this.names(claims, row, organisation);
    const now = (party: PartyRef): PartyRef => (party.organisation === undefined ? party : { organisation: names.get(party.organisation)?.nowId ?? party.organisation });
    const chain = {
      rightType: row.rightType, holders: row.holders.map((holder) => ({ ...holder, party: now(holder.party) })),
      licences: row.licences.map((licence) => ({ ...licence, licensor: now(licence.licensor), licensee: now(licence.licensee) })),
    };
    const standing = standingOf(chain, now(organisation === undefined ? { person } : { organisation }), asOf, holderRequests);
    return { ...standing, validity: validityOn(row, asOf) } as unknown as StandingDto;
  }

  private async row(claims: Claims, id: string, knownOn?: string): Promise<IpRight> {
    const asked = knownOn === undefined ? { statement: ONE, values: [id] } : this.registers.knownOn('right', id, knownOn);
    const [[found] = []] = await this.database.readAll(claims, [asked]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return knownOn === undefined ? this.rows.map(IpRight, found) : (found['value'] as IpRight);
  }

  private async names(claims: Claims, { holders, licences }: IpRight, also?: string): Promise<ReadonlyMap<string, Name>> {
    const parties = [...holders.map(({ party }) => party), ...licences.flatMap(({ licensor, licensee }) => [licensor, licensee])];
    const organisations = [...new Set([...parties.flatMap(({ organisation }) => organisation ?? []), ...(also === undefined ? [] : [also])])];
    const persons = [...new Set(parties.flatMap(({ person }) => person ?? []))];
    const found = await this.database.readAll(claims, [{ statement: NAMES, values: [organisations] }, { statement: PERSONS, values: [persons] }]);
    return new Map((found.flat() as unknown as Name[]).map((row) => [row.id, row]));
  }
}

/** The number in the normal form of its type, or of every type where none is given. */
function spellings(type: string | undefined, number: string): string[] {
  const types = REGISTERED_TYPES.filter((one) => type === undefined || one === type);
  return [...new Set(types.map((one) => checkedNumber(one, number).number))];
}
