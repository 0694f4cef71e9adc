import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { IsDay } from './day.js';
import { IsInstant } from './instant.js';

/** Members of request classes in one line each: description, example and check together. */
const all = (...decorators: PropertyDecorator[]): PropertyDecorator => (target, property) => {
  for (const decorate of decorators) decorate(target, property);
};
const ID = '019aa1b2-0000-7000-8000-00000000000a';
type Maker = new () => object;

/** Free words, which the proceedings clean of reporters. */
const words = (description: string, example: string, maxLength: number): { description: string; example: string; maxLength: number } => ({ description: `${description}; known personal data of reporters are replaced`, example, maxLength });
const text = (maxLength: number): PropertyDecorator[] => [IsString(), IsNotEmpty(), MaxLength(maxLength)];
const instant = (description: string): { description: string; example: string } => ({ description: `${description}, RFC 3339 with time zone`, example: '2026-11-24T09:30:00+08:00' });
const day = (description: string): { description: string; example: string } => ({ description: `${description}, YYYY-MM-DD, Asia/Shanghai`, example: '2026-12-24' });
/** Money: CNY as decimal text, so that no sum is rounded on its way. */
const MONEY = /^(0|[1-9]\d{0,11})(\.\d{1,2})?$/;
const money = (description: string): { description: string; example: string; pattern: string } => ({ description: `${description}, CNY, decimal text with at most two places`, example: '3000.00', pattern: MONEY.source });

export const Words = (description: string, example: string, maxLength = 4000): PropertyDecorator => all(ApiProperty(words(description, example, maxLength)), ...text(maxLength));
export const OptionalWords = (description: string, example: string, maxLength = 4000): PropertyDecorator => all(ApiPropertyOptional(words(description, example, maxLength)), IsOptional(), ...text(maxLength));
export const Instant = (description: string): PropertyDecorator => all(ApiProperty(instant(description)), IsInstant());
export const OptionalInstant = (description: string): PropertyDecorator => all(ApiPropertyOptional(instant(description)), IsOptional(), IsInstant());
export const Day = (description: string): PropertyDecorator => all(ApiProperty(day(description)), IsDay());
export const OptionalDay = (description: string): PropertyDecorator => all(ApiPropertyOptional(day(description)), IsOptional(), IsDay());
export const Money = (description: string): PropertyDecorator => all(ApiProperty(money(description)), IsString(), Matches(MONEY));
export const OptionalMoney = (description: string): PropertyDecorator => all(ApiPropertyOptional(money(description)), IsOptional(), IsString(), Matches(MONEY));
export const Choice = (description: string, values: readonly string[]): PropertyDecorator => all(ApiProperty({ description, enum: [...values], example: values[0] }), IsIn(values));
export const OptionalChoice = (description: string, values: readonly string[]): PropertyDecorator => all(ApiPropertyOptional({ description, enum: [...values], example: values[0] }), IsOptional(), IsIn(values));
export const Yes = (description: string): PropertyDecorator => all(ApiProperty({ description, example: true }), IsBoolean());
export const OptionalYes = (description: string): PropertyDecorator => all(ApiPropertyOptional({ description, example: true }), IsOptional(), IsBoolean());
export const Count = (description: string, minimum: number, maximum: number): PropertyDecorator => all(ApiProperty({ description, example: minimum, minimum, maximum }), IsInt(), Min(minimum), Max(maximum));
export const OptionalCount = (description: string, minimum: number, maximum: number): PropertyDecorator => all(ApiPropertyOptional({ description, example: minimum, minimum, maximum }), IsOptional(), IsInt(), Min(minimum), Max(maximum));
export const Id = (description: string): PropertyDecorator => all(ApiProperty({ description, example: ID }), IsUUID());
export const OptionalId = (description: string): PropertyDecorator => all(ApiPropertyOptional({ description, example: ID }), IsOptional(), IsUUID());
export const Ids = (description: string, maximum = 200): PropertyDecorator => all(ApiProperty({ description, type: [String], example: [ID] }), IsArray(), ArrayMinSize(1), ArrayMaxSize(maximum), IsUUID(undefined, { each: true }));
export const Rows = (description: string, of: Maker, example: readonly object[], maximum = 200): PropertyDecorator => all(
  ApiProperty({ description, type: [of], example }), IsArray(), ArrayMinSize(1), ArrayMaxSize(maximum), ValidateNested({ each: true }), Type(() => of),
);
export const OptionalRows = (description: string, of: Maker, example: readonly object[], maximum = 200): PropertyDecorator => all(
  ApiPropertyOptional({ description, type: [of], example }), IsOptional(), IsArray(), ArrayMaxSize(maximum), ValidateNested({ each: true }), Type(() => of),
);
/** A member of an answer. */
export const Shown = (description: string, example: unknown, more: { nullable?: true; type?: unknown } = {}): PropertyDecorator => ApiProperty({ description, example, ...(more.nullable === true ? { type: String } : {}), ...more } as Parameters<typeof ApiProperty>[0]);
