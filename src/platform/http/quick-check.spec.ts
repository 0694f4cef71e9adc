import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, ValidateIf, ValidateNested, validateSync } from 'class-validator';
import fc from 'fast-check';
import { certainlyValid } from './quick-check.js';

class Part {
  @IsString() @IsNotEmpty() @MaxLength(3)
  name: string;

  @IsOptional() @IsInt() @Max(5)
  size?: number;
}

class Whole {
  @IsIn(['a', 'b'])
  kind: string;

  @ValidateIf(({ kind }: Whole) => kind === 'b') @IsBoolean()
  sure?: boolean;

  @IsOptional() @ValidateNested() @Type(() => Part)
  part?: Part;

  @IsOptional() @IsArray() @ArrayMaxSize(2) @ValidateNested({ each: true }) @Type(() => Part)
  parts?: Part[];

  @IsOptional() @IsString({ each: true })
  words?: string[];
}

class InGroups {
  @IsString({ groups: ['some'] })
  name: string;
}

class Later {
  @IsIn(['a'], { validateIf: (_, value) => value !== 'skip' })
  kind: string;
}

const OPTIONS = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true } as const;
const both = (body: object): [boolean, number] => {
  const instance = plainToInstance(Whole, body);
  return [certainlyValid(instance), validateSync(instance, OPTIONS).length];
};

describe('certainlyValid', () => {
  it.each<object>([
    { kind: 'a' }, { kind: 'a', sure: 'anything' }, { kind: 'b', sure: true }, { kind: 'a', part: { name: 'x' } }, { kind: 'a', part: { name: 'x', size: 5 } }, { kind: 'a', parts: [] },
    { kind: 'a', parts: [{ name: 'x' }, { name: 'y', size: 1 }] }, { kind: 'a', words: ['x', 'y'] }, { kind: 'a', words: [] },
  ])('knows %j for right', (body) => {
    expect(both(body)).toEqual([true, 0]);
  });

  it.each<object>([
    {}, { kind: 'c' }, { kind: 'b' }, { kind: 'b', sure: 1 }, { kind: 'a', more: 1 }, { kind: 'a', part: 'x' }, { kind: 'a', part: {} }, { kind: 'a', part: { name: '' } }, { kind: 'a', part: { name: 'long' } },
    { kind: 'a', part: { name: 'x', size: 6 } }, { kind: 'a', part: { name: 'x', more: 1 } }, { kind: 'a', parts: [{ name: 'x' }, { name: 1 }] }, { kind: 'a', parts: [null] }, { kind: 'a', parts: ['x'] }, { kind: 'a', parts: {} },
    { kind: 'a', parts: [{ name: 'x' }, { name: 'x' }, { name: 'x' }] }, { kind: 'a', words: ['x', 1] }, { kind: 'a', words: 1 },
  ])('leaves %j to the library, which refuses it', (body) => {
    const [quick, errors] = both(body);
    expect([quick, errors > 0]).toEqual([false, true]);
  });

  it('never takes for right what the library refuses', () => {
    const value = fc.oneof(fc.constantFrom<unknown>('a', 'b', 'x', '', true, 1, 7, null, undefined, [], {}), fc.record({ name: fc.constantFrom<unknown>('x', '', 'long', 1), size: fc.constantFrom<unknown>(1, 9, 'x') }, { requiredKeys: [] }));
    const body = fc.record({ kind: value, sure: value, part: value, parts: fc.oneof(value, fc.array(value, { maxLength: 3 })), words: fc.oneof(value, fc.array(value, { maxLength: 3 })), more: value }, { requiredKeys: [] });
    fc.assert(fc.property(body, (given) => {
      const [quick, errors] = both(given);
      expect(quick && errors > 0).toBe(false);
    }), { numRuns: 3000 });
  });

  it('leaves to the library what it does not know: groups, plain objects', () => {
    expect([certainlyValid(plainToInstance(InGroups, { name: 'x' })), certainlyValid({ name: 'x' })]).toEqual([false, false]);
  });

  it('asks the condition of a single decorator', () => {
    expect(['a', 'skip', 'b'].map((kind) => certainlyValid(plainToInstance(Later, { kind })))).toEqual([true, true, false]);
  });
});
