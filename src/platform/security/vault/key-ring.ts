/** Named AES-256 keys: every key reads, the last one writes. */
export interface KeyRing {
  readonly primary: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

export class KeyRingError extends Error {
  constructor(readonly code: 'unnamed' | 'doubled' | 'not-32-bytes' | 'same-bytes', problem: string) {
    super(`VAULT_KEYS: ${problem}`);
    this.name = 'KeyRingError';
  }
}

/** Reads `id:base64 of 32 bytes,id:base64…`. Throws {@link KeyRingError}; its text names the key, never its value. */
export function parseKeyRing(text: string): KeyRing {
  const keys = new Map<string, Buffer>();
  let primary = '';
  for (const [index, part] of text.split(',').entries()) {
    const { id, key } = readKey(part.trim(), index + 1);
    if (keys.has(id)) throw new KeyRingError('doubled', `key ${id} stands twice`);
    for (const [other, bytes] of keys) if (bytes.equals(key)) throw new KeyRingError('same-bytes', `key ${id} is the same as key ${other}: nothing would be rotated`);
    keys.set(id, key);
    primary = id;
  }
  return { primary, keys };
}

function readKey(part: string, place: number): { id: string; key: Buffer } {
  const colon = part.indexOf(':');
  const id = part.slice(0, Math.max(0, colon));
  // Without a name the whole part may be the secret itself: only its place is told.
  if (!/^[\w-]{1,32}$/.test(id)) throw new KeyRingError('unnamed', `key ${place} has no usable name`);
  const encoded = part.slice(colon + 1);
  const key = Buffer.from(encoded, 'base64');
  if (key.length !== 32 || key.toString('base64') !== encoded) throw new KeyRingError('not-32-bytes', `key ${id} is not base64 of 32 bytes`);
  return { id, key };
}
