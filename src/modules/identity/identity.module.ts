import { Module, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Background } from '../../platform/background.js';
import { AuthGuard } from '../../platform/security/auth.guard.js';
import { Authenticator } from '../../platform/security/authenticator.js';
import { OidcTokens } from '../../platform/security/oidc.js';
import { PRINCIPAL_SOURCE } from '../../platform/security/principal.js';
import { RateLimits } from '../../platform/security/rate-limit.js';
import { AccessTokens } from '../../platform/security/tokens.js';
import { AccountsController } from './accounts.controller.js';
import { AuthController } from './auth.controller.js';
import { IdentityController } from './identity.controller.js';
import { Principals } from './identity.principals.js';
import { Reference } from './identity.reference.js';
import { Sessions } from './identity.sessions.js';

/** Who is who. Importing this module puts the global guard in place. Needs Config, Database and Now from a global module. */
@Module({
  controllers: [AuthController, AccountsController, IdentityController],
  providers: [
    Principals, Reference, Sessions, AccessTokens, OidcTokens, RateLimits, Authenticator,
    { provide: PRINCIPAL_SOURCE, useExisting: Principals },
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
  exports: [Principals, Sessions, AccessTokens, Authenticator],
})
export class IdentityModule implements OnModuleInit {
  constructor(
    private readonly background: Background,
    private readonly sessions: Sessions,
  ) {}

  onModuleInit(): void {
    this.background.everyHour(async (at) => {
      await this.sessions.purge(at);
    });
  }
}
