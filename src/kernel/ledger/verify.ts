import type { LocalizedText } from '../text.js';
import { NotCanonicalError } from './canonical.js';
import { digests, type ChainedEntry, type Link } from './chain.js';

export type Fault = 'edited' | 'missing' | 'out-of-place' | 'relinked' | 'truncated' | 'head-missing' | 'head-differs';

export type Verification =
  | { readonly ok: true; readonly count: number }
  | { readonly ok: false; readonly firstBadSeq: number; readonly fault: Fault; readonly detail: LocalizedText };

const TEXTS: Readonly<Record<Fault, LocalizedText>> = {
  edited: { zh: '该条内容与其摘要不符', en: 'The entry does not match its own digests' },
  missing: { zh: '该条缺失', en: 'The entry is missing' },
  'out-of-place': { zh: '该条不在其位（重复或被调换）', en: 'The entry stands in the wrong place: doubled or swapped' },
  relinked: { zh: '该条未接在前一条之后', en: 'The entry does not follow from the one before' },
  truncated: { zh: '链尾被截断，该条起缺失', en: 'The end of the chain is cut off from here' },
  'head-missing': { zh: '链头记录缺失', en: 'The record of the last entry is missing' },
  'head-differs': { zh: '链头记录与最后一条不符', en: 'The record of the last entry does not match it' },
};

/** Checks one subject's chain, in order of `seq` as read. Names the first entry that is wrong. */
export function verifyChain(entries: readonly ChainedEntry[], head: Link | null): Verification {
  let previous: ChainedEntry | null = null;
  for (const [index, entry] of entries.entries()) {
    const fault = entryFault(entry, index + 1, previous);
    if (fault !== null) return bad(Math.max(1, Math.min(entry.seq, index + 1)), fault);
    previous = entry;
  }
  return headFault(entries, head) ?? { ok: true, count: entries.length };
}

function entryFault(entry: ChainedEntry, expected: number, previous: ChainedEntry | null): Fault | null {
  if (entry.seq > expected) return 'missing';
  if (entry.seq < expected) return 'out-of-place';
  if (!matchesItsDigests(entry)) return 'edited';
  return follows(entry, previous ?? NOTHING) ? null : 'relinked';
}

/** What stands before the first entry. */
const NOTHING = { sha256: null, sm3: null };

function follows(entry: ChainedEntry, previous: ChainedEntry | typeof NOTHING): boolean {
  return entry.prevSha256 === previous.sha256 && entry.prevSm3 === previous.sm3;
}

function matchesItsDigests(entry: ChainedEntry): boolean {
  try {
    const { sha256, sm3 } = digests(entry, entry.seq, entry.prevSha256, entry.prevSm3);
    return sha256 === entry.sha256 && sm3 === entry.sm3;
  } catch (error) {
    // Nothing that cannot be digested was ever written by chainEntry.
    if (error instanceof NotCanonicalError) return false;
    throw error;
  }
}

function headFault(entries: readonly ChainedEntry[], head: Link | null): Verification | null {
  const seq = entries.length;
  if (head === null) return seq === 0 ? null : bad(seq, 'head-missing');
  if (head.seq > seq) return bad(seq + 1, 'truncated');
  const there = entries[head.seq - 1];
  if (there === undefined || head.sha256 !== there.sha256 || head.sm3 !== there.sm3) return bad(Math.max(1, head.seq), 'head-differs');
  // The head stands on an entry before the end: what follows it was added behind its back.
  return head.seq < seq ? bad(head.seq + 1, 'head-differs') : null;
}

function bad(firstBadSeq: number, fault: Fault): Verification {
  return { ok: false, firstBadSeq, fault, detail: TEXTS[fault] };
}
