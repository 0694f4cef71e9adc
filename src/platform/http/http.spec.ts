import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { BadRequestException, ForbiddenException, HttpException, NotFoundException, type ArgumentMetadata } from '@nestjs/common';
import { Type } from 'class-transformer';
import * as validator from 'class-validator';
import { IsDay } from './day.js';
import { IsInstant } from './instant.js';
import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, MaxLength, Min, ValidateNested } from 'class-validator';
import fc from 'fast-check';
import { deadlinesErrors } from '../../modules/deadlines/deadlines.errors.js';
import { identityErrors } from '../../modules/identity/identity.errors.js';
import { intakeErrors } from '../../modules/intake/intake.errors.js';
import { securityErrors } from '../security/security.errors.js';
import { httpErrors, httpProblem } from './http.errors.js';
import { localise } from './localise.js';
import { language } from './negotiate.js';
import { COUNT_CAP, cappedTotal, decodeCursor, encodeCursor, pageOf, CountedPageQuery } from './pagination.js';
import { asProblem, problemDocument } from './problem.filter.js';
import { Problem, type ProblemCatalogue } from './problem.js';
import { Validation, type FieldError } from './validation.js';

describe('localise', () => {
  const value = { title: { zh: '标题', en: 'Title' }, list: [{ text: { zh: '甲', en: 'A' } }, 'b', 3, null], at: new Date(0), none: null };

  it('takes the text of the reader at every depth and leaves the rest', () => {
    expect(localise(value, 'zh-CN')).toEqual({ title: '标题', list: [{ text: '甲' }, 'b', 3, null], at: new Date(0), none: null });
    expect(localise(value, 'en')).toEqual({ title: 'Title', list: [{ text: 'A' }, 'b', 3, null], at: new Date(0), none: null });
  });

  it('does not take for a text what has more or less than two languages', () => {
    for (const other of [{ zh: '甲' }, { en: 'A' }, { zh: '甲', en: 'A', fr: 'A' }]) expect(localise(other, 'en')).toEqual(other);
    expect([localise('x', 'en'), localise(undefined, 'en'), localise(null, 'en'), localise(0, 'en')]).toEqual(['x', undefined, null, 0]);
  });
});

class Wheel {
  @IsInt() @Min(1)
  size: number;
}
class Bicycle {
  @IsString() @MaxLength(8)
  name: string;

  @IsOptional() @IsIn(['red', 'blue'])
  colour?: string;

  @IsOptional() @IsBoolean()
  bell = false;

  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => Wheel)
  wheels?: Wheel[];

  @IsOptional() @ValidateNested() @Type(() => Wheel)
  spare?: Wheel;

  @IsOptional() @IsInt() @Min(3)
  gear21?: number;

  static problems(body: Bicycle): FieldError[] {
    return body.colour === 'red' && !body.bell ? [{ path: 'bell', code: 'red-needs-bell', message: { zh: '红色须有铃', en: 'Red needs a bell' } }] : [];
  }
}

describe('Validation', () => {
  const run = (value: unknown, metatype: ArgumentMetadata['metatype'] = Bicycle, type: ArgumentMetadata['type'] = 'body'): Promise<unknown> => new Validation().transform(value, { metatype, type });
  const errorsOf = async (value: unknown, metatype?: ArgumentMetadata['metatype'], type?: ArgumentMetadata['type']): Promise<FieldError[]> => {
    try {
      await run(value, metatype, type);
    } catch (error) {
      expect(error).toMatchObject({ code: 'request.invalid' });
      return (error as Problem).extras.members?.['errors'] as FieldError[];
    }
    return [];
  };
  const found = async (value: unknown): Promise<string[]> => (await errorsOf(value)).map(({ path, code }) => `${path} ${code}`);

  it('gives an instance with its defaults', async () => {
    const made = await run({ name: 'Fly', wheels: [{ size: 28 }] });
    expect(made).toBeInstanceOf(Bicycle);
    expect(made).toEqual({ name: 'Fly', bell: false, wheels: [{ size: 28 }] });
  });

  it.each<[string, unknown, string[]]>([
    ['a missing field', {}, ['name maxLength', 'name isString']],
    ['a missing body', undefined, ['name maxLength', 'name isString']],
    ['a nested field', { name: 'Fly', spare: { size: 0 } }, ['spare.size min']],
    ['a nested field of a list', { name: 'Fly', wheels: [{ size: 1 }, { size: 'x' }] }, ['wheels[1].size min', 'wheels[1].size isInt']],
    ['a nested value that is no object', { name: 'Fly', spare: 'x' }, ['spare nestedValidation']],
    ['an unknown field', { name: 'Fly', horn: 1 }, ['horn whitelistValidation']],
    ['an unknown nested field', { name: 'Fly', spare: { size: 1, rim: 2 } }, ['spare.rim whitelistValidation']],
    ['what fields say about each other', { name: 'Fly', colour: 'red' }, ['bell red-needs-bell']],
    ['both kinds at once', { name: 7, colour: 'red' }, ['name maxLength', 'name isString', 'bell red-needs-bell']],
    ['a list instead of an object', [{ name: 'Fly' }], [' isObject']],
    ['a text instead of an object', 'Fly', [' isObject']],
    ['a number instead of an object', 0, [' isObject']],
    ['a NUL', { name: 'F\0y' }, ['name isStorableText']],
    ['half a surrogate pair, deep inside', { name: 'Fly', wheels: [{ size: '\ud800' }] }, ['wheels[0].size isStorableText', 'wheels[0].size min', 'wheels[0].size isInt']],
    ['null where a value must be', { name: null }, ['name maxLength', 'name isString']],
  ])('reports %s', async (_, value, expected) => {
    expect((await found(value)).sort()).toEqual([...expected].sort());
  });

  it('takes null for not given: the default stays', async () => {
    expect(await run({ name: 'Fly', bell: null, spare: null, colour: null })).toEqual({ name: 'Fly', bell: false });
  });

  it('says it in both languages, with the path and the limits', async () => {
    expect(await errorsOf({ name: 'too long a name', wheels: [{ size: 0 }] })).toEqual([
      { path: 'name', code: 'maxLength', message: { zh: '不超过 8 个字符', en: 'name must be shorter than or equal to 8 characters' } },
      { path: 'wheels[0].size', code: 'min', message: { zh: '不得小于 1', en: 'wheels[0].size must not be less than 1' } },
    ]);
    expect((await errorsOf({ name: 'Fly', colour: 'green' }))[0]?.message).toEqual({ zh: '只能取：red, blue', en: 'colour must be one of the following values: red, blue' });
    expect((await errorsOf({ name: 'Fly', gear21: 2 }))[0]?.message.zh).toBe('不得小于 3');
  });

  it('passes on what has no class, and what a decorator of our own made', async () => {
    for (const metatype of [String, Number, Object, undefined]) expect(await new Validation().transform({ any: 1 }, { metatype, type: 'body' })).toEqual({ any: 1 });
    expect(await run('x', Bicycle, 'custom')).toBe('x');
  });

  it.each([
    ['2026-02-28T10:00:00+08:00', []], ['2026-02-28T02:00:00.123Z', []], ['2026-02-30T10:00:00+08:00', ['isInstant']], ['2026-02-28T10:00:60+08:00', ['isInstant']], ['2026-02-28', ['isRFC3339']], ['2026-02-28T10:00:00', ['isRFC3339']],
  ])('takes %s for an instant, or says why not', async (at, codes) => {
    class Meeting {
      @IsInstant()
      at: string;
    }
    expect((await errorsOf({ at }, Meeting)).map(({ code }) => code)).toEqual(codes);
  });

  it('has a Chinese text for every constraint that a request class uses', async () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.(dto|controller|routes)\.ts$|pagination\.ts$/.test(file));
    const names = new Set(files.flatMap((file) => [...readFileSync(join('src', file), 'utf8').matchAll(/@((?:Is|Min|Max|Array|Matches|Validate|Length|Contains|Equals|Not)[A-Za-z0-9]*)\(/g)].map((match) => match[1] ?? '')));
    for (const name of ['IsOptional', 'ValidateIf']) names.delete(name);
    expect(names.size).toBeGreaterThan(8);
    const untold: string[] = [];
    for (const name of names) {
      class Probe {
        value: unknown;
      }
      const make = ({ ...validator, IsDay, IsInstant } as unknown as Record<string, (...given: unknown[]) => PropertyDecorator>)[name];
      const given: Record<string, unknown[]> = { IsIn: [['a']], Matches: [/^a$/], Min: [5], Max: [-5], MinLength: [5], MaxLength: [0], ArrayMinSize: [5], ArrayMaxSize: [0], Length: [5, 6], Equals: [true] };
      make?.(...(given[name] ?? []))(Probe.prototype, 'value');
      // One of these breaks it, whatever it is.
      const messages = (await Promise.all([Symbol('x'), '', 'b', '2026-02-30T10:00:00Z', [1], [1, 1], [], 0, null, undefined].map(async (value) => errorsOf({ value }, Probe)))).flat();
      if (make === undefined || messages.length === 0 || messages.some(({ message }) => !/\p{Script=Han}/u.test(message.zh) || /[{}]/.test(message.zh))) untold.push(name);
    }
    expect(untold).toEqual([]);
  });
});

describe('pages', () => {
  const ID = '01a20532-c7b0-771f-9be8-cdf56a5a4a1c';
  const rows = [1, 2, 3].map((n) => ({ n: String(n) }));
  const key = ({ n }: { n: string }): string[] => [n, ID];

  it('reads one row more than asked and points behind the last that it shows', () => {
    const page = pageOf(rows, 2, key);
    expect(page.items).toEqual([{ n: '1' }, { n: '2' }]);
    expect(decodeCursor(page.next ?? '', 'count', 'uuid')).toEqual(['2', ID]);
  });

  it('has no next page at the end', () => {
    expect([pageOf(rows, 3, key).next, pageOf(rows, 4, key).next, pageOf([], 2, key).next]).toEqual([null, null, null]);
  });

  it('gives back any key', () => {
    fc.assert(fc.property(fc.uuid(), fc.date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2100-01-01') }), (id, at) => expect(decodeCursor(encodeCursor([at.toISOString(), id]), 'instant', 'uuid')).toEqual([at.toISOString(), id])));
    expect(decodeCursor(undefined, 'uuid')).toBeNull();
  });

  const raw = (text: string): string => Buffer.from(text).toString('base64url');
  it.each<[string, readonly ('uuid' | 'instant' | 'count')[]]>([
    ['', ['uuid']], ['???', ['uuid']], ['bm90IGpzb24', ['uuid']], [encodeCursor([ID]), ['uuid', 'uuid']], [encodeCursor([ID, ID]), ['uuid']], [encodeCursor(['a']), ['uuid']], [encodeCursor([`${ID}'`]), ['uuid']],
    [encodeCursor(['2026-13-40T00:00:00.000Z']), ['instant']], [encodeCursor(['now()']), ['instant']], [encodeCursor(['-1']), ['count']], [encodeCursor(['99999999999']), ['count']],
    [raw('[1]'), ['count']], [raw('[null]'), ['uuid']], [raw('{"0":"1","length":1}'), ['count']], [raw('"1"'), ['count']], [raw('null'), ['count']],
  ])('refuses the cursor "%s" for %s', (cursor, shapes) => {
    expect(() => decodeCursor(cursor, ...shapes)).toThrow('request.cursor-invalid');
  });

  it('counts up to a limit', () => {
    expect([cappedTotal(0), cappedTotal(COUNT_CAP), cappedTotal(COUNT_CAP + 1)]).toEqual(['0', '10000', '10000+']);
  });

  const query = async (value: object): Promise<unknown> => new Validation().transform(value, { metatype: CountedPageQuery, type: 'query' });
  it('asks for 50 rows without a count unless told otherwise', async () => {
    expect(await query({})).toMatchObject({ limit: 50, count: 'no' });
    expect(await query({ limit: '200', count: 'yes', cursor: 'x' })).toMatchObject({ limit: 200, count: 'yes', cursor: 'x' });
  });
  it.each([{ limit: '0' }, { limit: '201' }, { limit: '1.5' }, { limit: '' }, { limit: '-1' }, { limit: ['1', '2'] }, { count: 'maybe' }, { cursor: 'x'.repeat(501) }])('refuses the query %j', async (value) => {
    await expect(query(value)).rejects.toMatchObject({ code: 'request.invalid' });
  });
});

describe('language', () => {
  it.each<[string | undefined, string]>([
    [undefined, 'zh-CN'], ['', 'zh-CN'], ['*', 'zh-CN'], ['zh', 'zh-CN'], ['zh-CN,en;q=0.9', 'zh-CN'], ['zh-TW', 'zh-CN'], ['fr', 'zh-CN'], ['fr,de;q=0.5', 'zh-CN'], ['nonsense;;;q=x', 'zh-CN'],
    ['en', 'en'], ['en-US', 'en'], ['en-AU,en;q=0.9', 'en'], ['en;q=0.8,zh-CN;q=0.7', 'en'], ['fr,en;q=0.5', 'en'], ['en;q=0.5,zh;q=0.6', 'zh-CN'], ['en;q=0', 'zh-CN'], ['EN', 'en'],
  ])('%s is answered in %s', (header, expected) => {
    expect(language(header)).toBe(expected);
  });
});

describe('problemDocument', () => {
  const basis = { source: '办法', article: '第一条', status: 'verified' as const };
  const problem = new Problem('door.locked', { status: 409, severity: 'warning', title: { zh: '门锁着', en: 'The door is locked' }, remedy: { zh: '敲门', en: 'Knock' }, basis }, { detail: { zh: '钥匙不在', en: 'No key' }, headers: { 'retry-after': '5' }, members: { doors: [{ name: { zh: '前门', en: 'Front' } }] } });

  it('is RFC 9457 in the language of the reader, with code, remedy, basis and members', () => {
    expect(problemDocument(problem, 'zh-CN', 't1', '/v1/doors')).toEqual({ type: 'urn:zhiheng:problem:door.locked', title: '门锁着', status: 409, detail: '钥匙不在', instance: '/v1/doors', code: 'door.locked', severity: 'warning', remedy: '敲门', basis, doors: [{ name: '前门' }], traceId: 't1' });
    expect(problemDocument(problem, 'en', 't1', '/v1/doors')).toMatchObject({ title: 'The door is locked', detail: 'No key', remedy: 'Knock', doors: [{ name: 'Front' }] });
  });

  it('leaves out what is not there', () => {
    expect(Object.keys(problemDocument(httpProblem('route.not-found'), 'en', 't', '/'))).toEqual(['type', 'title', 'status', 'instance', 'code', 'severity', 'remedy', 'traceId']);
  });

  it.each<[string, unknown]>([
    ['an error of the database', Object.assign(new Error('duplicate key value (phone)=(13800000000)'), { code: '23505', detail: 'Key (phone)=(13800000000) already exists.' })],
    ['any other error', new Error('13800000000')], ['a text', '13800000000'], ['null', null], ['undefined', undefined], ['a status that nobody knows', new HttpException('13800000000', 418)],
  ])('tells nothing of %s', (_, error) => {
    const document = JSON.stringify(problemDocument(asProblem(error), 'en', 't', '/'));
    expect(JSON.parse(document)).toMatchObject({ code: 'server.error', status: 500 });
    expect(document).not.toMatch(/13800000000|duplicate|phone/);
  });

  it.each<[unknown, string]>([
    [new BadRequestException('secret'), 'request.unreadable'], [new ForbiddenException(), 'permission.denied'], [new NotFoundException(), 'route.not-found'], [Object.assign(new Error('x'), { statusCode: 413 }), 'request.too-large'], [Object.assign(new Error('x'), { statusCode: 415 }), 'request.media-type'],
  ])('names what the framework refused: %s', (error, code) => {
    expect(asProblem(error)).toMatchObject({ code });
  });

  it('keeps a problem as it is', () => {
    expect(asProblem(problem)).toBe(problem);
  });
});

describe('the error catalogues', () => {
  const catalogues: readonly ProblemCatalogue[] = [httpErrors, intakeErrors, identityErrors, securityErrors, deadlinesErrors];
  const rows = catalogues.flatMap((catalogue) => Object.entries(catalogue));

  it.each(rows)('%s says what happened and what to do, in both languages', (code, { status, severity, title, remedy, basis }) => {
    expect(code).toMatch(/^[a-z]+(\.[a-z]+(-[a-z]+)*)+$/);
    for (const text of [title.zh, remedy.zh]) expect(text).toMatch(/\p{Script=Han}|^\S/u);
    for (const text of [title.en, remedy.en]) expect(text).toMatch(/^[A-Za-z]/);
    expect([status >= 400 && status < 600, ['info', 'warning', 'error'].includes(severity), severity === 'error', basis?.article.trim()]).toEqual([true, true, status >= 500 && code !== 'server.stopping', basis?.article]);
  });

  it('have no code twice', () => {
    expect(new Set(rows.map(([code]) => code)).size).toBe(rows.length);
  });
});
