import { createHash, getHashes } from 'node:crypto';
import { canonical } from './canonical.js';

if (!getHashes().includes('sm3')) throw new Error('This Node.js has no SM3: its OpenSSL was built without it; use an official build');

/** What one entry says. `data` is plain JSON without personal data; `at` is RFC 3339 UTC with milliseconds. */
export interface EntryContent {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly at: string;
  readonly actor: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Link {
  readonly seq: number;
  readonly sha256: string;
  readonly sm3: string;
}

export interface ChainedEntry extends EntryContent, Link {
  readonly prevSha256: string | null;
  readonly prevSm3: string | null;
}

const FORMAT = 1;

/**
 * The next entry of a chain. Both digests are taken over the same bytes: the canonical JSON (RFC 8785) of the content,
 * its place, and both digests of the entry before. Lower-case hex.
 */
export function chainEntry(previous: Link | null, content: EntryContent): ChainedEntry {
  const seq = (previous?.seq ?? 0) + 1;
  const prevSha256 = previous?.sha256 ?? null;
  const prevSm3 = previous?.sm3 ?? null;
  const { subjectType, subjectId, at, actor, event, data } = content;
  return { subjectType, subjectId, at, actor, event, data, seq, prevSha256, prevSm3, ...digests(content, seq, prevSha256, prevSm3) };
}

/** The digests that an entry must have if nobody touched it. */
export function digests({ subjectType, subjectId, at, actor, event, data }: EntryContent, seq: number, prevSha256: string | null, prevSm3: string | null): { sha256: string; sm3: string } {
  return digestsOf({ v: FORMAT, subjectType, subjectId, seq, at, actor, event, data, prevSha256, prevSm3 });
}

/** SHA-256 and SM3 over the canonical JSON (RFC 8785) of a plain value, lower-case hex. */
export function digestsOf(value: unknown): { sha256: string; sm3: string } {
  const bytes = canonical(value);
  return { sha256: hash('sha256', bytes), sm3: hash('sm3', bytes) };
}

/** Of a text as UTF-8, lower-case hex. */
export function sha256Of(text: string): string {
  return hash('sha256', text);
}

function hash(algorithm: 'sha256' | 'sm3', text: string): string {
  return createHash(algorithm).update(text, 'utf8').digest('hex');
}
