import { systemClaims } from './claims.js';
import type { Database } from './database.js';

/** How many numbers one call to the sequence brings; the sequence is made with the same step. */
const BLOCK = 64;

/** Numbers from a sequence, taken in blocks so that a hot write does not wait for one. Unique across processes; gaps are possible. */
export class NumberBlocks {
  private next = 0;
  private left = 0;
  private refill: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly sequence: string,
  ) {}

  async take(): Promise<number> {
    while (this.left === 0) {
      this.refill ??= this.nextBlock();
      await this.refill;
    }
    this.left -= 1;
    this.next += 1;
    return this.next - 1;
  }

  private async nextBlock(): Promise<void> {
    const statement = { name: `next-${this.sequence}`, text: 'SELECT nextval($1::regclass)::bigint::text AS number' };
    try {
      const rows = await this.database.transact(systemClaims('numbers'), [{ statement, values: [this.sequence] }], async (_, [first = []]) => first as { number: string }[]);
      this.next = Number(rows[0]?.number);
      this.left = BLOCK;
    } finally {
      this.refill = null;
    }
  }
}
