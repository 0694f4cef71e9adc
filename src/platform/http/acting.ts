import type { Claims } from '../database/claims.js';

/** What a use case knows about the request that it serves. Instants are UTC. */
export interface Acting {
  readonly claims: Claims;
  readonly permissions: ReadonlySet<string>;
  /** Agency of the account itself. */
  readonly agency: string;
  /** Now, from the injected clock. */
  readonly at: Date;
  /** Present on POST: the key of the client and a keyed digest of the request. */
  readonly idempotency?: { readonly key: string; readonly digest: string };
  /** Version of the If-Match header, when there is one. */
  readonly ifMatch?: number;
}

/** An answer with its status, as it is stored for a repeated request. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly body: Body;
  /** True when it was given before and comes from the store. */
  readonly replayed?: boolean;
}
