import { getMetadataStorage, type ValidationArguments } from 'class-validator';

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];
type Condition = (object: object, value: unknown) => unknown;

interface Check {
  readonly each: boolean;
  readonly when: Condition | undefined;
  readonly constraints: unknown[];
  readonly validate: (value: unknown, given: ValidationArguments) => unknown;
}

interface Property {
  readonly name: string;
  readonly conditions: readonly Condition[];
  readonly checks: readonly Check[];
  readonly nested: boolean;
}

const CHECK = 'customValidation';
const NESTED = 'nestedValidation';
const CONDITION = 'conditionalValidation';
const KINDS = new Set([CHECK, NESTED, CONDITION]);

const storage = getMetadataStorage();
/** By class, then by the name of the class above. Null for one with a decorator that is not known here. */
const classes = new WeakMap<object, Map<string, ReadonlyMap<string, Property> | null>>();

/**
 * Whether the library would certainly find nothing wrong with it: the same decorators, asked until the first says no. The library
 * prepares an error for every field of every object, which nearly all bodies then have no use for. Where this says no, the library
 * looks, and words what it finds.
 */
export function certainlyValid(object: object, above = ''): boolean {
  const properties = propertiesOf(object.constructor, above);
  if (properties === null || properties.size === 0) return false;
  for (const name of Object.keys(object)) if (!properties.has(name)) return false;
  for (const property of properties.values()) if (!propertyValid(object as Readonly<Record<string, unknown>>, property)) return false;
  return true;
}

function propertyValid(object: Readonly<Record<string, unknown>>, { name, conditions, checks, nested }: Property): boolean {
  const value = object[name];
  for (const condition of conditions) if (!Boolean(condition(object, value))) return true;
  for (const check of checks) if (!checkPasses(object, name, value, check)) return false;
  return !nested || nestedValid(value, object.constructor.name);
}

/** What comes later as a promise is no `true`: then the library asks again. */
function checkPasses(object: object, property: string, value: unknown, { each, when, constraints, validate }: Check): boolean {
  if (when !== undefined && !Boolean(when(object, value))) return true;
  const given = { targetName: object.constructor.name, property, object, value, constraints };
  if (!each) return validate(value, given) === true;
  return Array.isArray(value) ? value.every((item) => validate(item, given) === true) : !(value instanceof Set || value instanceof Map) && validate(value, given) === true;
}

function nestedValid(value: unknown, above: string): boolean {
  if (value === undefined) return true;
  if (Array.isArray(value)) return value.every((item) => nestedValid(item, above));
  return value instanceof Object && !(value instanceof Set || value instanceof Map) && certainlyValid(value, above);
}

function propertiesOf(target: object, above: string): ReadonlyMap<string, Property> | null {
  const known = classes.get(target) ?? new Map<string, ReadonlyMap<string, Property> | null>();
  const before = known.get(above);
  if (before !== undefined) return before;
  const properties = compiled(storage.getTargetValidationMetadatas(target as () => void, above, false, false));
  classes.set(target, known.set(above, properties));
  return properties;
}

function compiled(metadata: readonly Metadata[]): ReadonlyMap<string, Property> | null {
  if (metadata.some(({ type, groups }) => !KINDS.has(type) || ((groups as unknown[] | undefined)?.length ?? 0) > 0)) return null;
  const names = [...new Set(metadata.map(({ propertyName }) => propertyName))];
  return new Map(names.map((name) => [name, propertyOf(name, metadata.filter(({ propertyName }) => propertyName === name))]));
}

function propertyOf(name: string, metadata: readonly Metadata[]): Property {
  const of = (kind: string): readonly Metadata[] => metadata.filter(({ type }) => type === kind);
  return {
    name,
    conditions: of(CONDITION).map(({ constraints }) => (constraints as Condition[])[0] as Condition),
    checks: of(CHECK).flatMap(checksOf),
    nested: of(NESTED).length > 0,
  };
}

function checksOf({ constraintCls, each, constraints, validateIf }: Metadata): Check[] {
  return storage.getTargetValidatorConstraints(constraintCls).map(({ instance }) => ({
    each, when: validateIf as Condition | undefined, constraints: constraints as unknown[], validate: (value, given): unknown => instance.validate(value, given),
  }));
}
