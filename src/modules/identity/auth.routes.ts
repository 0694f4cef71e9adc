import { applyDecorators, Header, HttpCode, type Type } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { Open, Repeatable } from '../../platform/http/route.js';
import { Rate } from '../../platform/security/rate-limit.js';

const refusal = (status: number, description: string): MethodDecorator => ApiResponse({ status, description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } } });

/** An answer with a secret in it: kept by no cache, and not stored for a repeated request. */
function SecretAnswer(status: number, summary: string, type: Type): MethodDecorator {
  return applyDecorators(
    Repeatable('The answer holds a secret, and secrets are not stored for replay; sending it again does no harm'), HttpCode(status), Header('cache-control', 'no-store'),
    ApiOperation({ summary }), ApiResponse({ status, description: summary, type }), refusal(400, 'The request is not valid: every field is named'), refusal(429, 'Too many requests; see Retry-After'),
  );
}

/** A way in: open, because nobody is known before it. */
export function WayIn(summary: string, type: Type): MethodDecorator {
  return applyDecorators(Open('Nobody is known before this request'), Rate('authentication'), SecretAnswer(200, summary, type), refusal(401, 'Refused: the same answer for an unknown, an inactive, a locked and a mistyped account'));
}

/** Makes something that has a secret, shown this once. */
export function SecretRoute(summary: string, type: Type): MethodDecorator {
  return applyDecorators(ApiBearerAuth(), SecretAnswer(201, summary, type), refusal(401, 'No valid token'), refusal(403, 'The permission is missing'), refusal(409, 'It exists already'), refusal(422, 'The tables do not allow it'));
}
