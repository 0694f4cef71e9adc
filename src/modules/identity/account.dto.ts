import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';

export const ACCOUNT_KINDS = ['person', 'client'] as const;

export class CreateAccountDto {
  @ApiProperty({ description: 'A person, or the system of another agency', enum: ACCOUNT_KINDS, example: 'person' })
  @IsIn(ACCOUNT_KINDS)
  kind: (typeof ACCOUNT_KINDS)[number];

  @ApiProperty({ description: 'Login name or client id, unique. With single sign-on it equals preferred_username', example: 'chen.lin', pattern: '^[a-z0-9][a-z0-9._@-]{2,63}$' })
  @Matches(/^[a-z0-9][a-z0-9._@-]{2,63}$/)
  login: string;

  @ApiPropertyOptional({ description: 'First password of a person, 12 to 200 characters. Left out, and for clients always: one is made and shown once in the answer', example: 'a-long-password-of-yours', minLength: 12, maxLength: 200, format: 'password' })
  @IsOptional() @IsString() @MinLength(12) @MaxLength(200)
  password?: string;

  @ApiProperty({ description: 'Role codes, see GET /v1/roles', example: ['enforcement-officer'], type: [String] })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(5) @IsString({ each: true })
  roles: string[];

  @ApiProperty({ description: 'Code of the agency that the account belongs to, see GET /v1/agencies', example: 'chaoan-market-regulation' })
  @IsString() @MaxLength(100)
  agency: string;

  @ApiPropertyOptional({ description: 'Region codes (GB/T 2260, and CZ-FENGXI) that the account is confined to; left out for no limit', example: ['445103'], type: [String] })
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @IsString({ each: true })
  regions?: string[];
}

export class AccountDto {
  @ApiProperty({ description: 'Account id; the actor in the history of a matter', example: '019ac0de-7b2a-7c3e-9d1f-2a3b4c5d6e7f', format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'A person, or the system of another agency', enum: ACCOUNT_KINDS, example: 'person' })
  kind: string;

  @ApiProperty({ description: 'Login name or client id', example: 'chen.lin' })
  login: string;

  @ApiProperty({ description: 'Role codes', example: ['enforcement-officer'], type: [String] })
  roles: string[];

  @ApiProperty({ description: 'Code of the agency', example: 'chaoan-market-regulation' })
  agency: string;

  @ApiProperty({ description: 'Region codes that the account is confined to; null for no limit', example: ['445103'], nullable: true, type: [String] })
  regions: string[] | null;

  @ApiProperty({ description: 'Whether it may log in', example: true })
  active: boolean;

  @ApiProperty({ description: 'When it was made, UTC', example: '2026-11-20T08:42:00.000Z', format: 'date-time', type: 'string' })
  createdAt: Date;
}

export class CreatedAccountDto {
  @ApiProperty({ description: 'The account', type: AccountDto, example: { id: '019ac0de-7b2a-7c3e-9d1f-2a3b4c5d6e7f', kind: 'person', login: 'chen.lin', roles: ['enforcement-officer'], agency: 'chaoan-market-regulation', regions: ['445103'], active: true, createdAt: '2026-11-20T08:42:00.000Z' } })
  account: AccountDto;

  @ApiProperty({ description: 'Password or client secret that was made, shown this once and kept only as a hash; null when the request brought one', example: 'uHk3Hn6wJ0wYx0m6mXc1b2V0sZr8qQ4t5eJ7iLk9AbC', nullable: true, type: 'string' })
  secret: string | null;
}
