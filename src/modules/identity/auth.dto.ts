import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

export class LoginDto {
  @ApiProperty({ description: 'Login name of a person', example: 'demo-intake-clerk', maxLength: 200 })
  @IsString() @IsNotEmpty() @MaxLength(200)
  username: string;

  @ApiProperty({ description: 'Password', example: 'a-long-password-of-yours', maxLength: 200, format: 'password' })
  @IsString() @IsNotEmpty() @MaxLength(200)
  password: string;
}

export class RefreshDto {
  @ApiProperty({ description: 'Refresh token of the last log-in or refresh. It is used once: a second use ends the session', example: 'uHk3Hn6wJ0wYx0m6mXc1b2V0sZr8qQ4t5eJ7iLk9AbC', maxLength: 200 })
  @IsString() @IsNotEmpty() @MaxLength(200)
  refreshToken: string;
}

export class ChangePasswordDto {
  @ApiProperty({ description: 'Password until now', example: 'a-long-password-of-yours', maxLength: 200, format: 'password' })
  @IsString() @IsNotEmpty() @MaxLength(200)
  current: string;

  @ApiProperty({ description: 'Password from now on, 12 to 200 characters', example: 'another-long-password', minLength: 12, maxLength: 200, format: 'password' })
  @IsString() @MinLength(12) @MaxLength(200)
  next: string;
}

export class SessionAccountDto {
  @ApiProperty({ description: 'Login name', example: 'demo-intake-clerk' })
  login: string;

  @ApiProperty({ description: 'Role codes, see GET /v1/roles', example: ['intake-clerk'], type: [String] })
  roles: string[];

  @ApiProperty({ description: 'Code of the agency, see GET /v1/agencies', example: 'cz-ip-intake' })
  agency: string;
}

export class SessionDto {
  @ApiProperty({ description: 'JWT for the header Authorization: Bearer …', example: 'eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiIwMTlhYyJ9.c2ln' })
  accessToken: string;

  @ApiProperty({ description: 'Opaque; exchanged once for the next pair at POST /v1/auth/refresh', example: 'uHk3Hn6wJ0wYx0m6mXc1b2V0sZr8qQ4t5eJ7iLk9AbC' })
  refreshToken: string;

  @ApiProperty({ description: 'Life of the access token, seconds', example: 900, type: 'integer' })
  expiresIn: number;

  @ApiProperty({ description: 'Always Bearer', example: 'Bearer', enum: ['Bearer'] })
  tokenType: 'Bearer';

  @ApiProperty({ description: 'Whose session it is', type: SessionAccountDto, example: { login: 'demo-intake-clerk', roles: ['intake-clerk'], agency: 'cz-ip-intake' } })
  account: SessionAccountDto;
}

/** Names of RFC 6749, so that any OAuth client library can send it. */
export class ClientTokenDto {
  @ApiProperty({ description: 'Always client_credentials (RFC 6749 section 4.4)', example: 'client_credentials', enum: ['client_credentials'] })
  @IsString() @MaxLength(100)
  grant_type: string;

  @ApiPropertyOptional({ description: 'Client id; here or as user name of HTTP Basic', example: 'demo-system-client', maxLength: 200 })
  @IsOptional() @IsString() @MaxLength(200)
  client_id?: string;

  @ApiPropertyOptional({ description: 'Client secret; here or as password of HTTP Basic', example: 'a-long-secret-of-yours', maxLength: 200, format: 'password' })
  @IsOptional() @IsString() @MaxLength(200)
  client_secret?: string;

  @ApiPropertyOptional({ description: 'Taken and ignored: what a client may do follows from its role', example: '', maxLength: 500 })
  @IsOptional() @IsString() @MaxLength(500)
  scope?: string;
}

export class ClientTokenAnswerDto {
  @ApiProperty({ description: 'JWT for the header Authorization: Bearer …', example: 'eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiIwMTlhYyJ9.c2ln' })
  access_token: string;

  @ApiProperty({ description: 'Always Bearer', example: 'Bearer', enum: ['Bearer'] })
  token_type: 'Bearer';

  @ApiProperty({ description: 'Life of the token, seconds', example: 900, type: 'integer' })
  expires_in: number;
}

export class MeDto {
  @ApiProperty({ description: 'Account id; the actor in the history of a matter', example: '019ac0de-7b2a-7c3e-9d1f-2a3b4c5d6e7f', format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'Login name or client id', example: 'demo-intake-clerk' })
  login: string;

  @ApiProperty({ description: 'A person, or the system of another agency', example: 'person', enum: ['person', 'client'] })
  kind: 'person' | 'client';

  @ApiProperty({ description: 'Role codes that count, see GET /v1/roles', example: ['intake-clerk'], type: [String] })
  roles: readonly string[];

  @ApiProperty({ description: 'Code of the agency', example: 'cz-ip-intake' })
  agency: string;

  @ApiProperty({ description: 'Codes of the permissions that follow from the roles', example: ['complaint.read', 'complaint.reroute'], type: [String] })
  permissions: readonly string[];

  @ApiProperty({ description: 'Which matters the account sees: all of the city, the same reading only, or those of the agencies listed', example: 'city', enum: ['city', 'city-read', 'agencies', 'system', 'none'] })
  scope: string;

  @ApiProperty({ description: 'Agencies whose matters the account sees: its own and those below; empty for roles without matters', example: ['cz-ip-intake'], type: [String] })
  agencies: readonly string[];

  @ApiProperty({ description: 'Region codes (GB/T 2260) that the account is confined to; null for no limit', example: null, nullable: true, type: [String] })
  regions: readonly string[] | null;
}
