import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { systemClaims, type Claims } from '../../platform/database/claims.js';
import { Database } from '../../platform/database/database.js';
import type { Acting } from '../../platform/http/acting.js';
import type { Upload } from '../../platform/http/streamed.js';
import { Vault } from '../../platform/security/vault.js';
import { startProblem, type TableFormat } from '../../platform/tables/formats.js';
import type { ByteSource } from '../../platform/tables/table.js';
import { ImportFailure, importProblem } from './imports.errors.js';

const CHUNK_BYTES = 1_048_576;
/** A line that gives nothing for so long is dead. */
const STALL_MILLISECONDS = 60_000;
/** How long a sender whose file is refused may go on sending before the line is cut: many read the answer only when they have sent all. */
const GRACE_MILLISECONDS = 5_000;
/** Longest upload, and then some: pieces older than this without an import were left by a process that died. */
const ORPHAN_MILLISECONDS = 24 * 3_600_000;
const DAY_MILLISECONDS = 24 * 3_600_000;

const WRITE = { name: 'import-chunk-write', text: 'INSERT INTO vault.import_chunk (import_id, seq, sealed, stored_at) VALUES ($1, $2, $3, $4)' };
const READ = { name: 'import-chunk-read', text: 'SELECT sealed FROM vault.import_chunk WHERE import_id = $1 AND seq = $2' };
const DISCARD = { name: 'import-chunk-discard', text: 'DELETE FROM vault.import_chunk WHERE import_id = $1' };
const CLEAR_ORPHANS = { name: 'import-chunk-orphans', text: 'DELETE FROM vault.import_chunk c WHERE c.stored_at < $1 AND NOT EXISTS (SELECT 1 FROM complaint_import i WHERE i.id = c.import_id)' };
const CLEAR_ENDED = { name: 'import-chunk-ended', text: 'DELETE FROM vault.import_chunk c USING complaint_import i WHERE i.id = c.import_id AND i.ended_at < $1' };
const NEXT = { name: 'import-chunk-next', text: 'SELECT import_id AS id, seq, sealed FROM vault.import_chunk WHERE (import_id, seq) > ($1, $2) ORDER BY import_id, seq LIMIT 1 FOR UPDATE' };
const REWRITE = { name: 'import-chunk-rewrite', text: 'UPDATE vault.import_chunk SET sealed = $3 WHERE import_id = $1 AND seq = $2' };
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

export interface Kept {
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** Uploaded files: encrypted pieces of a mebibyte, written while they come and read in any order. */
@Injectable()
export class ImportStore {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly config: Config,
  ) {}

  /**
   * Keeps the file before anybody looks into it, a piece at a time: the sender waits while one is written. Nothing stays of a
   * file that did not come whole. Throws the problems of an upload.
   */
  async receive(acting: Acting, id: string, { body, announced }: Upload, format: TableFormat): Promise<Kept> {
    try {
      if (announced !== null && announced > this.limit) throw this.tooLarge();
      return await this.keep(acting, id, body, format);
    } catch (error) {
      letGo(body);
      await this.discard(id);
      throw error;
    }
  }

  /** The bytes of a file that is whole. `claims` must see the import. A reader that jumps about stays mostly in one piece: it is kept. */
  source(claims: Claims, id: string, size: number): ByteSource {
    let kept: { readonly seq: number; readonly bytes: Buffer } | null = null;
    const piece = async (seq: number): Promise<Buffer> => {
      if (kept?.seq === seq) return kept.bytes;
      const [row] = await this.database.read<{ sealed: Buffer }>({ ...claims, purpose: 'import' }, READ, [id, seq]);
      if (row === undefined) throw new ImportFailure('import.upload-gone');
      const bytes = this.vault.openBytes(row.sealed, placeOf(id, seq));
      kept = { seq, bytes };
      return bytes;
    };
    async function* read(start = 0, end = size): AsyncGenerator<Buffer> {
      for (let at = start; at < end; ) {
        const seq = Math.floor(at / CHUNK_BYTES);
        const first = seq * CHUNK_BYTES;
        yield (await piece(seq)).subarray(at - first, end - first);
        at = first + CHUNK_BYTES;
      }
    }
    return { size, read };
  }

  async discard(id: string): Promise<void> {
    await this.clear(DISCARD, [id]);
  }

  /** What is no longer needed: files whose time is over, and pieces of uploads that never became whole. */
  async clearAway(at: Date): Promise<void> {
    await this.clear(CLEAR_ENDED, [new Date(at.getTime() - this.config.IMPORT_KEPT_DAYS * DAY_MILLISECONDS)]);
    await this.clear(CLEAR_ORPHANS, [new Date(at.getTime() - ORPHAN_MILLISECONDS)]);
  }

  private async clear(statement: typeof DISCARD, values: readonly unknown[]): Promise<void> {
    await this.database.transact(systemClaims('housekeeper', 'clear-away'), [{ statement, values }], async () => undefined);
  }

  private async keep({ claims, at }: Acting, id: string, body: Readable, format: TableFormat): Promise<Kept> {
    const hash = createHash('sha256');
    const chunk = Buffer.alloc(CHUNK_BYTES);
    let [size, seq, filled] = [0, 0, 0];
    const write = async (): Promise<void> => {
      if (seq === 0) refuseStart(format, chunk.subarray(0, filled));
      const sealed = this.vault.sealBytes(chunk.subarray(0, filled), placeOf(id, seq));
      await this.database.transact(claims, [{ statement: WRITE, values: [id, seq, sealed, at] }], async () => undefined);
      [seq, filled] = [seq + 1, 0];
    };
    for await (const piece of whileItComes(body)) {
      size += piece.length;
      if (size > this.limit) throw this.tooLarge();
      hash.update(piece);
      for (let from = 0; from < piece.length; ) {
        const taken = piece.copy(chunk, filled, from);
        [from, filled] = [from + taken, filled + taken];
        if (filled === CHUNK_BYTES) await write();
      }
    }
    if (size === 0) throw importProblem('import.empty');
    if (filled > 0) await write();
    return { sizeBytes: size, sha256: hash.digest('hex') };
  }

  private get limit(): number {
    return this.config.IMPORT_LIMIT_MIB * 1_048_576;
  }

  private tooLarge(): Error {
    return importProblem('import.too-large', { members: { limitBytes: this.limit } });
  }
}

/** Seals pieces again that an older key sealed, one at a time: each is large. Returns how many; can be stopped and started again at any time. */
export async function rotateImportChunks(database: Database, vault: Vault, claims: Claims): Promise<number> {
  let rotated = 0;
  for (let after: { id: string; seq: number } | null = { id: FIRST_ID, seq: -1 }; after !== null; ) {
    const { id, seq }: { id: string; seq: number } = after;
    after = await database.transact({ ...claims, purpose: 'key-rotation' }, [{ statement: NEXT, values: [id, seq] }], async (transaction, opened) => {
      const found = opened[0]?.[0];
      if (found === undefined) return null;
      const next = found as { id: string; seq: number; sealed: Buffer };
      const resealed = vault.resealBytes(next.sealed, placeOf(next.id, next.seq));
      if (resealed !== null) await transaction.query(REWRITE, [next.id, next.seq, resealed]);
      rotated += resealed === null ? 0 : 1;
      return next;
    });
  }
  return rotated;
}

function placeOf(id: string, seq: number): string {
  return `${id}:${seq}`;
}

function refuseStart(format: TableFormat, start: Buffer): void {
  const problem = startProblem(format, start);
  if (problem !== null) throw importProblem(`import.${problem}`);
}

/** The pieces of a body, as long as they come. The body is left open at the end: what closes it closes the line, and the answer is lost. */
async function* whileItComes(body: Readable): AsyncGenerator<Buffer> {
  const pieces = body.iterator({ destroyOnReturn: false });
  let stall: (problem: Error) => void = () => undefined;
  const stalled = new Promise<never>((_, reject) => {
    stall = reject;
  });
  stalled.catch(() => undefined);
  const timer = setTimeout(() => stall(importProblem('import.stalled')), STALL_MILLISECONDS);
  try {
    for (;;) {
      const next = (await Promise.race([pieces.next(), stalled])) as IteratorResult<Buffer, undefined>;
      if (next.done === true) return;
      timer.refresh();
      yield next.value;
    }
  } finally {
    clearTimeout(timer);
    // Not waited for: behind a read that never ends it would not end either.
    pieces.return?.(undefined).catch(() => undefined);
  }
}

function letGo(body: Readable): void {
  body.on('error', () => undefined).resume();
  const timer = setTimeout(() => body.destroy(), GRACE_MILLISECONDS).unref();
  body.once('close', () => clearTimeout(timer));
}
