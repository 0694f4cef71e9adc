import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { IsInstant } from '../../platform/http/instant.js';
import { MemberDto } from '../proceedings/index.js';

const all = (...decorators: PropertyDecorator[]): PropertyDecorator => (target, property) => {
  for (const decorate of decorators) decorate(target, property);
};
const scrubbed = (description: string): string => `${description}; known personal data of reporters are replaced`;

/** Free words of an officer. */
export const Words = (description: string, example: string, maxLength = 4000): PropertyDecorator => all(ApiProperty({ description: scrubbed(description), example, maxLength }), IsString(), IsNotEmpty(), MaxLength(maxLength));
export const OptionalWords = (description: string, example: string, maxLength = 4000): PropertyDecorator => all(ApiPropertyOptional({ description: scrubbed(description), example, maxLength }), IsOptional(), IsString(), IsNotEmpty(), MaxLength(maxLength));
export const Instant = (description: string, example = '2026-11-24T09:30:00+08:00'): PropertyDecorator => all(ApiProperty({ description: `${description}, RFC 3339 with time zone`, example }), IsInstant());
export const OptionalInstant = (description: string, example = '2026-11-24T11:00:00+08:00'): PropertyDecorator => all(ApiPropertyOptional({ description: `${description}, RFC 3339 with time zone`, example }), IsOptional(), IsInstant());
export const Choice = (description: string, values: readonly string[]): PropertyDecorator => all(ApiProperty({ description, enum: values, example: values[0] }), IsIn(values));
export const Id = (description: string): PropertyDecorator => all(ApiProperty({ description, example: '019aa1b2-0000-7000-8000-00000000000a' }), IsUUID());
export const OptionalId = (description: string): PropertyDecorator => all(ApiPropertyOptional({ description, example: '019aa1b2-0000-7000-8000-00000000000a' }), IsOptional(), IsUUID());
export const Several = (description: string, values: readonly string[]): PropertyDecorator => all(ApiPropertyOptional({ description, enum: values, isArray: true, example: [values[0]] }), IsOptional(), IsArray(), ArrayMaxSize(values.length), IsIn(values, { each: true }));
export const Members = (description: string): PropertyDecorator => all(
  ApiProperty({ description, type: [MemberDto], example: [{ account: '019aa1b2-0000-7000-8000-00000000000a', role: 'officer', credential: '粤执法A0000001' }] }),
  IsArray(), ArrayMinSize(1), ArrayMaxSize(20), ValidateNested({ each: true }), Type(() => MemberDto),
);
