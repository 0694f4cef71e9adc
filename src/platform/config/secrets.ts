import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.js';

const FILE = 'secrets.json';

/**
 * Fills the secrets that were not given with ones made on first start and kept in DATA_DIR (mode 600).
 * Production never comes here without its own: {@link loadConfig} refused before.
 */
export function fillDevelopmentSecrets(config: Config): void {
  if (config.TOKEN_SECRET !== undefined && config.VAULT_KEYS !== undefined && config.VAULT_INDEX_KEY !== undefined) return;
  const kept = readOrMake(config.DATA_DIR);
  config.TOKEN_SECRET ??= kept.tokenSecret;
  config.VAULT_KEYS ??= kept.vaultKeys;
  config.VAULT_INDEX_KEY ??= kept.vaultIndexKey;
}

interface Kept {
  tokenSecret: string;
  vaultKeys: string;
  vaultIndexKey: string;
}

function readOrMake(folder: string): Kept {
  const path = join(folder, FILE);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Kept;
  const made: Kept = {
    tokenSecret: randomBytes(48).toString('base64'),
    vaultKeys: `dev1:${randomBytes(32).toString('base64')}`,
    vaultIndexKey: randomBytes(32).toString('base64'),
  };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path, JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
}
