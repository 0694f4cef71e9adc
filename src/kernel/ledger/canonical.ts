import canonicalize from 'canonicalize';

/** A value that canonical JSON cannot carry. Dropping it silently would make the hash a lie. */
export class NotCanonicalError extends Error {
  readonly code = 'not-canonical';

  constructor(readonly path: string, readonly found: string) {
    super(`${path === '' ? 'The value' : path} is ${found}, which canonical JSON cannot carry`);
    this.name = 'NotCanonicalError';
  }
}

/** RFC 8785 text of a plain JSON value. Throws {@link NotCanonicalError} for anything that JSON would drop or change. */
export function canonical(value: unknown): string {
  refuseForeign(value, '');
  return canonicalize(value) as string;
}

function refuseForeign(value: unknown, path: string): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotCanonicalError(path, String(value));
    return;
  }
  if (typeof value !== 'object') throw new NotCanonicalError(path, typeof value);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) refuseForeign(value[index], `${path}[${index}]`);
    return;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null) throw new NotCanonicalError(path, value.constructor.name);
  for (const [key, item] of Object.entries(value)) refuseForeign(item, path === '' ? key : `${path}.${key}`);
}
