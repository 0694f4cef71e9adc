import { hkdfSync } from 'node:crypto';
import type { Config } from '../config/config.js';

/** One configured secret, a key of its own for every purpose: 32 bytes by HKDF-SHA-256. */
export function derivedKey(config: Pick<Config, 'TOKEN_SECRET'>, purpose: 'access-token' | 'request-digest' | 'message-code'): Buffer {
  if (config.TOKEN_SECRET === undefined) throw new Error('TOKEN_SECRET is not set');
  return Buffer.from(hkdfSync('sha256', config.TOKEN_SECRET, '', `zhiheng:${purpose}`, 32));
}
