import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page, type PageQuery } from '../../platform/http/pagination.js';
import { effectsOf } from './data/effects.data.js';
import { shownEffect } from './registries.queries.js';
import { RegistryRecall, RegistrySubscriber } from './registry-change.entity.js';
import type { RecallListQuery, RegistryChangeDto, RegistryFeedDto, RegistryFeedQuery, RegistryRecallDto, RegistrySubscriberDto } from './subscriber.dto.js';

export const LAST: Statement = { name: 'registry-last', text: 'SELECT coalesce(max(number), 0) AS last FROM registry_change' };
const FEED: Statement = {
  name: 'registry-feed',
  text: `SELECT c.number, c.kind, c.list, c.at, c.effects, e.listing_id AS listing, e.uscc, e.name, e.agency, e.ground, e.decision_number AS "decisionNumber", e.valid_from AS "validFrom", e.valid_until AS "validUntil", e.reason
         FROM registry_change c LEFT JOIN registry_entry e ON e.id = c.entry_id WHERE c.number > $1 ORDER BY c.number LIMIT $2`,
};
const SUBSCRIBERS: Statement = { name: 'registry-subscribers', text: 'SELECT * FROM registry_subscriber WHERE ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2' };
const SUBSCRIBER: Statement = { name: 'registry-subscriber', text: 'SELECT * FROM registry_subscriber WHERE id = $1' };
const OF_ACCOUNT: Statement = { name: 'registry-subscriber-of-account', text: "SELECT * FROM registry_subscriber WHERE account = $1 AND state = 'subscribed'" };
const RECALLS: Statement = { name: 'registry-recalls', text: 'SELECT * FROM registry_recall WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3' };
const RECALL: Statement = { name: 'registry-recall', text: 'SELECT * FROM registry_recall WHERE id = $1' };

interface Changed {
  readonly number: number;
  readonly kind: string;
  readonly list: string;
  readonly at: Date;
  readonly effects: readonly object[] | null;
  readonly listing: string | null;
  readonly uscc: string;
  readonly name: string;
  readonly agency: string;
  readonly ground: string;
  readonly decisionNumber: string | null;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly reason: string | null;
}

/** What the register tells, who follows it, and what was called back, under the claims of who reads. */
@Injectable()
export class SubscribersQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  /** Items and last number are of one snapshot. */
  async feed({ claims }: Acting, { after, limit }: RegistryFeedQuery): Promise<RegistryFeedDto> {
    const [items = [], heads = []] = await this.database.readAll(claims, [{ statement: FEED, values: [after, limit] }, { statement: LAST, values: [] }]);
    return { items: (items as Changed[]).map(shownChange), last: Number(heads[0]?.['last'] ?? 0) };
  }

  async list({ claims }: Acting, { cursor, limit }: PageQuery): Promise<Page<RegistrySubscriberDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const [found = []] = await this.database.readAll(claims, [{ statement: SUBSCRIBERS, values: [after, limit + 1] }]);
    return pageOf(found.map((raw) => shownSubscriber(this.rows.map(RegistrySubscriber, raw))), limit, ({ id }) => [id]);
  }

  /** Throws 404 where there is none, or none for this account. */
  async one({ claims }: Acting, id: string): Promise<RegistrySubscriberDto> {
    const [[found] = []] = await this.database.readAll(claims, [{ statement: SUBSCRIBER, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return shownSubscriber(this.rows.map(RegistrySubscriber, found));
  }

  /** Whether the account follows already, and the last number. */
  async standing({ claims }: Acting): Promise<{ subscribed: boolean; last: number }> {
    const [own = [], heads = []] = await this.database.readAll(claims, [{ statement: OF_ACCOUNT, values: [claims.actor] }, { statement: LAST, values: [] }]);
    return { subscribed: own.length > 0, last: Number(heads[0]?.['last'] ?? 0) };
  }

  async recalls({ claims }: Acting, { state, cursor, limit }: RecallListQuery): Promise<Page<RegistryRecallDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const [found = []] = await this.database.readAll(claims, [{ statement: RECALLS, values: [state ?? null, after, limit + 1] }]);
    return pageOf(found.map((raw) => shownRecall(this.rows.map(RegistryRecall, raw))), limit, ({ id }) => [id]);
  }

  async recall({ claims }: Acting, id: string): Promise<RegistryRecallDto> {
    const [[found] = []] = await this.database.readAll(claims, [{ statement: RECALL, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return shownRecall(this.rows.map(RegistryRecall, found));
  }
}

function shownChange({ number, kind, list, at, effects, listing, validFrom, validUntil, ...entry }: Changed): RegistryChangeDto {
  const { uscc, name, agency, ground, decisionNumber, reason } = entry;
  const what = { number, kind, list, at: at.toISOString() };
  if (listing === null) return { ...what, entry: null, effects: effects ?? [] };
  const shown = { listing, uscc, name, agency, ground, decisionNumber, validFrom: validFrom.toISOString(), validUntil: validUntil?.toISOString() ?? null, reason };
  return { ...what, entry: shown, effects: validUntil === null ? effectsOf(list, legalDay(at)).map(shownEffect) : [] };
}

export function shownSubscriber({ id, state, version, agency, label, since, acknowledged, acknowledgedAt }: RegistrySubscriber): RegistrySubscriberDto {
  return { id, state, version, agency, label, since, acknowledged, acknowledgedAt: acknowledgedAt?.toISOString() ?? null };
}

export function shownRecall({ listingId: listing, subscriberId: subscriber, recalledAt, acknowledgedAt, nextDue, ...row }: RegistryRecall): RegistryRecallDto {
  const { id, state, version, number, list, uscc, name, agency, subscriberLabel, subscriberAgency, note } = row;
  return {
    id, state, version, number, listing, list, uscc, name, agency, subscriber, subscriberLabel, subscriberAgency, note,
    recalledAt: recalledAt.toISOString(), acknowledgedAt: acknowledgedAt?.toISOString() ?? null, nextDue: nextDue?.toISOString() ?? null,
  };
}
