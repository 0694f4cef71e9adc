import { Injectable } from '@nestjs/common';
import type { Claims } from '../../platform/database/claims.js';
import { Database } from '../../platform/database/database.js';
import { insertInto, type Insert } from '../../platform/database/insert-statements.js';
import { Vault } from '../../platform/security/vault.js';
import { BulkWords } from './bulk-command.entity.js';

const PURPOSE = 'bulk-command';
const READ = { name: 'bulk-words', text: 'SELECT sealed FROM vault.bulk_words WHERE bulk_id = $1' };

/** Free words that go into many cases. Each case replaces the names of its own reporters; until then nobody knows which they are. */
@Injectable()
export class BulkWordsStore {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** Nothing where there are none. */
  sealing(bulkId: string, words: object): Insert[] {
    return Object.keys(words).length === 0 ? [] : [insertInto(BulkWords, { bulkId, sealed: this.vault.sealBytes(Buffer.from(JSON.stringify(words)), placeOf(bulkId)).toString('base64') })];
  }

  async open(claims: Claims, bulkId: string): Promise<object> {
    const [found] = await this.database.read<{ sealed: string }>({ ...claims, purpose: PURPOSE }, READ, [bulkId]);
    return found === undefined ? {} : (JSON.parse(this.vault.openBytes(Buffer.from(found.sealed, 'base64'), placeOf(bulkId)).toString()) as object);
  }
}

function placeOf(bulkId: string): string {
  return `bulk-command:${bulkId}`;
}
