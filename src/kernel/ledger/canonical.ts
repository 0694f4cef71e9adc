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
  const text = textOf(value);
  // Looked through a second time only to say where it is.
  if (text === null) refuseForeign(value, '');
  return text as string;
}

/** Written and checked in one go: every entry of the ledger comes through here. Null for what canonical JSON cannot carry. */
function textOf(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return LONE_SURROGATE.test(value) ? null : JSON.stringify(value);
    case 'number':
      return Number.isFinite(value) ? JSON.stringify(value) : null;
    case 'boolean':
      return String(value);
    case 'object':
      return structureText(value);
    default:
      return null;
  }
}

function structureText(value: object | null): string | null {
  if (value === null) return 'null';
  return Array.isArray(value) ? listText(value) : objectText(value as Readonly<Record<string, unknown>>);
}

function listText(list: readonly unknown[]): string | null {
  let text = '';
  // By index: forEach would pass over a hole.
  for (let index = 0; index < list.length; index += 1) {
    const item = textOf(list[index]);
    if (item === null) return null;
    text += index === 0 ? item : `,${item}`;
  }
  return `[${text}]`;
}

/** Names in the order of their UTF-16 code units, which is what sort() goes by. */
function objectText(object: Readonly<Record<string, unknown>>): string | null {
  if (foreignObject(object) !== null) return null;
  let text = '';
  for (const key of Object.keys(object).sort()) {
    const [name, item] = [textOf(key), textOf(object[key])];
    if (name === null || item === null) return null;
    text += text === '' ? `${name}:${item}` : `,${name}:${item}`;
  }
  return `{${text}}`;
}

/** Half of a surrogate pair: it has no UTF-8 form, so the database could not give it back as it was. */
const LONE_SURROGATE = /\p{Surrogate}/u;

function refuseForeign(value: unknown, path: string): void {
  const found = foreign(value);
  if (found !== null) throw new NotCanonicalError(path, found);
  if (Array.isArray(value)) refuseInList(value, path);
  else if (typeof value === 'object' && value !== null) refuseInObject(value, path);
}

function refuseInList(list: readonly unknown[], path: string): void {
  // By index: forEach would pass over a hole.
  for (let index = 0; index < list.length; index += 1) refuseForeign(list[index], `${path}[${index}]`);
}

function refuseInObject(object: object, path: string): void {
  for (const [key, item] of Object.entries(object)) {
    const below = path === '' ? key : `${path}.${key}`;
    if (LONE_SURROGATE.test(key)) throw new NotCanonicalError(below, 'a lone surrogate');
    refuseForeign(item, below);
  }
}

/** What the value is, if canonical JSON cannot carry it; its members are not looked at. */
function foreign(value: unknown): string | null {
  switch (typeof value) {
    case 'boolean':
      return null;
    case 'string':
      return LONE_SURROGATE.test(value) ? 'a lone surrogate' : null;
    case 'number':
      return Number.isFinite(value) ? null : String(value);
    case 'object':
      return foreignObject(value);
    default:
      return typeof value;
  }
}

function foreignObject(value: object | null): string | null {
  if (value === null || Array.isArray(value)) return null;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null ? null : value.constructor.name;
}
