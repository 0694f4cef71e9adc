import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validate, type ValidationError } from 'class-validator';
import type { LocalizedText } from '../../kernel/text.js';
import { httpProblem } from './http.errors.js';
import type { Problem } from './problem.js';
import { certainlyValid } from './quick-check.js';

const PLAIN = new Set<unknown>([String, Number, Boolean, Array, Object, undefined]);

rememberMetadata();

export interface FieldError {
  /** JSON path, such as target.uscc. */
  readonly path: string;
  readonly code: string;
  readonly message: LocalizedText;
}

/**
 * Checks a body or query against its class and reports every problem at once: those of single fields, and those that a
 * static `problems` of the class finds across fields. Unknown fields are problems too: nothing is dropped silently.
 */
@Injectable()
export class Validation implements PipeTransform {
  async transform(value: unknown, { metatype, type }: ArgumentMetadata): Promise<unknown> {
    if (type === 'custom' || metatype === undefined || PLAIN.has(metatype)) return value;
    const { instance, errors } = await checked(metatype as new () => object, value ?? {});
    if (errors.length > 0) throw refused(errors);
    return instance;
  }
}

/** The value as its class and every problem of it; the instance is of use only where there is none. */
export async function checked<Body extends object>(metatype: new () => Body, given: unknown): Promise<{ readonly instance: Body; readonly errors: readonly FieldError[] }> {
  if (!isRecord(given)) return { instance: new metatype(), errors: [{ path: '', code: 'isObject', message: { zh: '必须是对象', en: 'must be an object' } }] };
  const instance = plainToInstance(metatype, withoutNulls(given), { enableImplicitConversion: false });
  const single = certainlyValid(instance) ? [] : await validate(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true, stopAtFirstError: false });
  return { instance, errors: [...(storable(given) ? [] : unstorable(given, '')), ...fieldErrors(single), ...crossFieldErrors(metatype, instance)] };
}

function refused(errors: readonly FieldError[]): Problem {
  return httpProblem('request.invalid', { members: { errors } });
}

function crossFieldErrors(metatype: object, instance: object): FieldError[] {
  return (metatype as { problems?: (body: object) => FieldError[] }).problems?.(instance) ?? [];
}

/** Null counts as not given: senders write it for what they leave out, and a default must not be lost to it. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isRecord(value)) return value;
  if (Object.hasOwn(value, '__proto__')) return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null).map(([key, item]) => [key, withoutNulls(item)]));
  const left: Record<string, unknown> = {};
  for (const key of Object.keys(value)) if (value[key] !== null) left[key] = withoutNulls(value[key]);
  return left;
}

/**
 * The library searches all decorators of all classes anew for each object that it validates. What it finds for a class (below another,
 * whose name comes as the schema) does not change once its module is loaded, as long as groups do not narrow it down: nobody here has any.
 */
function rememberMetadata(): void {
  const storage = getMetadataStorage();
  const found = new WeakMap<object, Map<string, ReturnType<typeof storage.getTargetValidationMetadatas>>>();
  const grouped = new WeakMap<object, ReturnType<typeof storage.groupByPropertyName>>();
  const [search, group] = [storage.getTargetValidationMetadatas.bind(storage), storage.groupByPropertyName.bind(storage)];
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (always || strictGroups || groups !== undefined) return search(target, schema, always, strictGroups, groups);
    return remembered(remembered(found, target, () => new Map<string, ReturnType<typeof search>>()), schema ?? '', () => search(target, schema, always, strictGroups, groups));
  };
  storage.groupByPropertyName = (metadata) => remembered(grouped, metadata, () => group(metadata));
}

function remembered<Key, Value>(known: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown }, key: Key, make: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function storable(value: unknown): boolean {
  if (typeof value === 'string') return !UNSTORABLE.test(value);
  if (Array.isArray(value)) return value.every(storable);
  if (!isRecord(value)) return true;
  for (const key of Object.keys(value)) if (!storable(value[key])) return false;
  return true;
}

const UNSTORABLE = /\0|\p{Surrogate}/u;

/** The database holds no NUL, and half a surrogate pair has no UTF-8 form: what cannot be given back as it came is refused. */
function unstorable(value: unknown, path: string): FieldError[] {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? [{ path, code: 'isStorableText', message: { zh: '含有无法保存的字符', en: `${path} holds a character that cannot be stored` } }] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => unstorable(item, `${path}[${index}]`));
  return isRecord(value) ? Object.entries(value).flatMap(([key, item]) => unstorable(item, path === '' ? key : `${path}.${key}`)) : [];
}

export function fieldErrors(errors: readonly ValidationError[], above = ''): FieldError[] {
  return errors.flatMap((error) => {
    const path = Array.isArray(error.target) ? `${above}[${error.property}]` : [above, error.property].filter((part) => part !== '').join('.');
    const own = Object.entries(error.constraints ?? {}).map(([code, en]) => ({ path, code, message: { zh: chinese(code, en), en: en.replace(error.property, () => path) } }));
    return [...own, ...fieldErrors(error.children ?? [], path)];
  });
}

const CHINESE: Readonly<Record<string, string>> = {
  isString: '必须是文本', isNotEmpty: '不能为空', isDefined: '必须填写', isBoolean: '必须是 true 或 false', isInt: '必须是整数', isNumber: '必须是数字', isArray: '必须是列表', isObject: '必须是对象',
  minLength: '至少 {n} 个字符', maxLength: '不超过 {n} 个字符', min: '不得小于 {n}', max: '不得大于 {n}', arrayMinSize: '至少 {n} 项', arrayMaxSize: '不超过 {n} 项', arrayUnique: '不得重复', arrayNotEmpty: '不能为空', equals: '只能取规定的值', isIn: '只能取：{list}', isEnum: '只能取：{list}', matches: '格式不符', isRFC3339: '必须是带时区的时间（RFC 3339），如 2026-11-20T16:42:00+08:00',
  isIso8601: '必须是 ISO 8601 时间', isUuid: '必须是 UUID', whitelistValidation: '没有这个字段，请删除或核对拼写', nestedValidation: '必须是对象', isNotBlank: '不能只有空白', isInstant: '没有这个时刻', unknownValue: '必须是对象',
};

/** Codes without a Chinese text are named as they are, so that a test can find them. */
function chinese(code: string, english: string): string {
  // The last number: a field may have one in its name.
  const number = /-?\d+(?=\D*$)/.exec(english)?.[0] ?? '';
  const list = /following values: (.*)$/.exec(english)?.[1] ?? '';
  return (CHINESE[code] ?? english).replace('{n}', number).replace('{list}', list);
}
