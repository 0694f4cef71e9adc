import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import type { Query, Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import type { Also, Gather } from '../../platform/workflow/workflow.js';
import { DocumentServices, type ServeDocumentDto, type Service } from '../document-services/index.js';
import { effectsOf, RegistryEntry } from '../registries/index.js';
import type { CancelListingDto, DecideListingDto, MovedListingDto, RemoveListingDto } from './listing.dto.js';
import type { Listing } from './listing.entity.js';
import { gatherListing } from './listings.queries.js';
import { ListingsService, type ListingStep } from './listings.service.js';

type Moved = Promise<Answer<MovedListingDto>>;
type Decision = Pick<RegistryEntry, 'decisionId' | 'decisionNumber'>;

interface Ending {
  readonly why: 'removed' | 'expired' | 'cancelled';
  readonly reasons: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly paper: Readonly<Record<string, unknown>>;
}

const BY_TIME: Ending = { why: 'expired', reasons: '列入满三年', data: {}, paper: { removedBy: 'time' } };
const LIST = 'serious-dishonesty';
/** The version that counted; there is exactly one. */
const CLOSE: Statement = { name: 'registry-entry-close', text: 'UPDATE registry_entry SET known_until = $2 WHERE listing_id = $1 AND known_until IS NULL RETURNING id' };

/** Decides about a listing, serves it, and ends it: the only writer of the register. */
@Injectable()
export class ListingDecisionsService {
  constructor(
    private readonly listings: ListingsService,
    private readonly services: DocumentServices,
  ) {}

  serveNotice(acting: Acting, id: string, body: ServeDocumentDto): Moved {
    return this.serve(acting, id, 'serve-notice', body, ({ at }) => ({ triggers: { 'hearing.request': at } }));
  }

  decide(acting: Acting, id: string, body: DecideListingDto): Moved {
    let base: unknown;
    const gathered = gatherListing(acting, id);
    const gather: Gather = { ...gathered, facts: (results) => ((facts) => ((base = facts['base']), facts))(gathered.facts(results)) };
    return this.listings.run(acting, id, 'decide', body, ({ provisions, removal, remedies, measuresUntil = null }) => ({
      gather, patch: () => ({ measuresUntil }), data: { measuresUntil },
      paper: ({ partyId, ground, facts }) => ({ party: partyId, ground, facts, provisions, base, effects: effectsOf(LIST, legalDay(acting.at)).map(({ code, label }) => ({ code, label })), removal, remedies }),
    }));
  }

  /** With service it is in effect, and stands in the register from that instant. */
  serveDecision(acting: Acting, id: string, body: ServeDocumentDto): Moved {
    return this.serve(acting, id, 'serve-decision', body, ({ at }, decision) => ({
      triggers: { 'list.early-removal': at, 'list.removal': at, 'review.application': at, 'suit.direct': at }, patch: () => ({ servedAt: at }),
      also: (row) => ({ inserts: [insertInto(RegistryEntry, entryOf(row, decision(), { validFrom: at, validUntil: null, knownFrom: acting.at, reason: null }))] }),
    }));
  }

  /** On application (第十六条). */
  remove(acting: Acting, id: string, body: RemoveListingDto): Moved {
    return this.listings.run(acting, id, 'remove', body, ({ appliedAt, reasons }) => this.ending(acting, id, { why: 'removed', reasons, data: { appliedAt, reasons }, paper: { removedBy: 'application' } }));
  }

  /** The same, as a credit repair brings it. */
  removeAfterRepair(acting: Acting, id: string, body: RemoveListingDto): Promise<void> {
    return this.listings.carryOut(acting, id, 'remove', body, ({ appliedAt, reasons }) => this.ending(acting, id, { why: 'removed', reasons, data: { appliedAt, reasons }, paper: { removedBy: 'application' } }));
  }

  /** The removal was got by fraud and has fallen: the register says so from now on, and three years count anew (第二十条). */
  restore(acting: Acting, id: string, body: { reasons: string }, revokedAt: Date): Promise<void> {
    return this.listings.carryOut(acting, id, 'restore', body, ({ reasons }) => {
      const { gather, decision } = withDecision(gatherListing(acting, id));
      const also = (row: Listing): Also => {
        if (row.servedAt === null) return {};
        const next = entryOf(row, decision(), { validFrom: row.servedAt, validUntil: null, knownFrom: acting.at, reason: null });
        return { inserts: [insertInto(RegistryEntry, next)], updates: [{ statement: CLOSE, values: [id, acting.at] }] };
      };
      return { gather, also, triggers: { 'list.removal': revokedAt }, data: { reasons }, patch: () => ({ endedAt: null, restoredAt: acting.at, reason: reasons }) };
    });
  }

  /** By a head, who sees that three years are over before the clock did. */
  expire(acting: Acting, id: string): Moved {
    return this.listings.run(acting, id, 'expire', {}, () => this.ending(acting, id, BY_TIME));
  }

  expireByTime(acting: Acting, id: string): Promise<void> {
    return this.listings.carryOut(acting, id, 'expire', {}, () => this.ending(acting, id, BY_TIME));
  }

  /** Its base has fallen, or a challenge of it was won: it was never rightly there. */
  cancel(acting: Acting, id: string, body: CancelListingDto): Moved {
    return this.listings.run(acting, id, 'cancel', body, ({ reasons, fileNumber }) => this.ending(acting, id, { why: 'cancelled', reasons, data: { reasons, fileNumber }, paper: {} }));
  }

  /** The same, as the fall of its base brings it (第十九条). */
  cancelWithBase(acting: Acting, id: string): Promise<void> {
    return this.listings.carryOut(acting, id, 'cancel', { reasons: '所依据的行政决定已被撤销' }, ({ reasons }) => this.ending(acting, id, { why: 'cancelled', reasons, data: { reasons }, paper: {} }));
  }

  /** What is known is closed, and said anew with its end: at this instant, or from the beginning where it was cancelled. */
  private ending(acting: Acting, id: string, { why, reasons, data, paper }: Ending): ListingStep {
    const { gather, decision } = withDecision(gatherListing(acting, id));
    const also = (row: Listing): Also => {
      const { servedAt } = row;
      if (servedAt === null) return {};
      const close: Query = { statement: CLOSE, values: [id, acting.at] };
      const next = entryOf(row, decision(), { validFrom: servedAt, validUntil: why === 'cancelled' ? servedAt : acting.at, knownFrom: acting.at, reason: why });
      return { inserts: [insertInto(RegistryEntry, next)], updates: [close] };
    };
    return { gather, also, data, patch: () => ({ endedAt: acting.at, reason: reasons }), paper: ({ partyId }) => ({ party: partyId, reasons, ...paper }) };
  }

  private serve(acting: Acting, id: string, command: string, body: ServeDocumentDto, more: (service: Service, decision: () => Decision) => ListingStep): Moved {
    const { gather, decision } = withDecision(gatherListing(acting, id));
    const service = this.services.serving(acting, body, gather);
    const { also, ...step } = more(service, decision);
    return this.listings.run(acting, id, command, body, () => ({
      ...step, gather: service.gather, acted: service.at, data: service.data, also: (row) => ({ inserts: [...(service.also().inserts ?? []), ...(also?.(row).inserts ?? [])] }),
    }));
  }
}

/** The same, and the decision that it found, to be asked for once the locks are held. */
function withDecision(gathered: Gather): { gather: Gather; decision: () => Decision } {
  let found: { id: string; number: string | null } | undefined;
  return {
    gather: { queries: gathered.queries, facts: (results) => ((facts) => ((found = facts['decision'] as typeof found), facts))(gathered.facts(results)) },
    decision: () => {
      if (found === undefined) throw new Error('A listing in effect has lost its decision');
      return { decisionId: found.id, decisionNumber: found.number };
    },
  };
}

function entryOf({ id: listingId, agency, uscc, partyName: name, ground }: Listing, decision: Decision, times: Pick<RegistryEntry, 'validFrom' | 'validUntil' | 'knownFrom' | 'reason'>): RegistryEntry {
  return { id: newId(), list: LIST, listingId, agency, uscc, name, ground, knownUntil: null, ...decision, ...times };
}
