import { Body, Controller, Get, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ReadRoute } from '../../platform/http/documented.js';
import { Permit, Repeatable, Who } from '../../platform/http/route.js';
import type { Principal } from '../../platform/security/principal.js';
import { Rate } from '../../platform/security/rate-limit.js';
import { ChangePasswordDto, ClientTokenAnswerDto, ClientTokenDto, LoginDto, MeDto, RefreshDto, SessionDto } from './auth.dto.js';
import { WayIn } from './auth.routes.js';
import { clientCredentials } from './client-credentials.js';
import { Sessions, type Session } from './identity.sessions.js';

@ApiTags('identity')
@Controller('v1/auth')
export class AuthController {
  constructor(private readonly sessions: Sessions) {}

  @Post('login')
  @WayIn('Log in as a person', SessionDto)
  login(@Body() { username, password }: LoginDto): Promise<Session> {
    return this.sessions.login(username, password);
  }

  @Post('refresh')
  @WayIn('Exchange a refresh token for the next pair of tokens', SessionDto)
  refresh(@Body() { refreshToken }: RefreshDto): Promise<Session> {
    return this.sessions.refresh(refreshToken);
  }

  @Post('token')
  @WayIn('Token for the system of another agency (OAuth 2.0 client credentials)', ClientTokenAnswerDto)
  async token(@Body() body: ClientTokenDto, @Headers('authorization') authorization: string | undefined): Promise<ClientTokenAnswerDto> {
    const { id, secret } = clientCredentials(body, authorization);
    const { accessToken, expiresIn } = await this.sessions.clientToken(id, secret);
    return { access_token: accessToken, token_type: 'Bearer', expires_in: expiresIn };
  }

  @Post('logout')
  @HttpCode(204)
  @Permit('account.read-own')
  @Repeatable('Ending a session twice ends it once')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'End the session of a refresh token of this account', description: 'The access token runs out by itself. Answers 204 for a token that is not known too (RFC 7009).' })
  @ApiResponse({ status: 204, description: 'Ended' })
  logout(@Who() who: Principal, @Body() { refreshToken }: RefreshDto): Promise<void> {
    return this.sessions.logout(who.id, refreshToken);
  }

  @Post('password')
  @HttpCode(204)
  @Permit('account.read-own')
  @Rate('authentication')
  @Repeatable('Sent again it is refused: the old password is gone')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Change one’s own password, and end every session', description: 'A wrong current password counts like a failed log-in. Access tokens run out by themselves.' })
  @ApiResponse({ status: 204, description: 'Changed; log in again' })
  @ApiResponse({ status: 401, description: 'The current password is wrong, or the account is locked for a while', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } } })
  @ApiResponse({ status: 422, description: 'The new password is the old one', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } } })
  changePassword(@Who() who: Principal, @Body() { current, next }: ChangePasswordDto): Promise<void> {
    return this.sessions.changePassword(who.id, current, next);
  }

  @Get('me')
  @Permit('account.read-own')
  @ReadRoute('Who I am to this system: roles, permissions and scope', MeDto)
  me(@Who() { id, login, kind, roles, agency, permissions, claims }: Principal): MeDto {
    return { id, login, kind, roles, agency, permissions: [...permissions].sort(), scope: claims.scope, agencies: claims.agencies, regions: claims.regions };
  }
}
