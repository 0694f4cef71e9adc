import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '../../platform/database/database.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Act, Permit } from '../../platform/http/route.js';
import { newSecret } from '../../platform/security/passwords.js';
import { CreateAccountDto, CreatedAccountDto } from './account.dto.js';
import { SecretRoute } from './auth.routes.js';
import { createAccount } from './identity.accounts.js';

@ApiTags('identity')
@Controller('v1/accounts')
export class AccountsController {
  constructor(private readonly database: Database) {}

  @Post()
  @Permit('account.manage')
  @SecretRoute('Make an account for a person or a system; its login is unique', CreatedAccountDto)
  async create(@Act() { at }: Acting, @Body() { kind, login, password, roles, agency, regions }: CreateAccountDto): Promise<Answer<CreatedAccountDto>> {
    const given = kind === 'person' ? (password ?? null) : null;
    const secret = given ?? newSecret();
    const account = await createAccount(this.database, { kind, login, secret, roles, agency, regions: regions ?? null }, at);
    return { status: 201, body: { account, secret: given === null ? secret : null } };
  }
}
