/** Named AES-256 keys: every key reads, the last one writes. */
export interface KeyRing {
  readonly primary: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

export class KeyRingError extends Error {
  constructor(problem: string) {
    super(`VAULT_KEYS: ${problem}`);
    this.name = 'KeyRingError';
  }
}

/** Reads `id:base64,id:base64…`. Error texts name the key, never its value. */
export function parseKeyRing(text: string): KeyRing {
  const keys = new Map<string, Buffer>();
  let primary = '';
  for (const [index, part] of text.split(',').entries()) {
    const [id = '', encoded = ''] = part.trim().split(':');
    if (!/^[\w-]{1,32}$/.test(id)) throw new KeyRingError(`key ${index + 1} has no usable name`);
    if (keys.has(id)) throw new KeyRingError(`key ${id} stands twice`);
    const key = Buffer.from(encoded, 'base64');
    if (key.length !== 32 || key.toString('base64') !== encoded) throw new KeyRingError(`key ${id} is not base64 of 32 bytes`);
    keys.set(id, key);
    primary = id;
  }
  return { primary, keys };
}
