import { applyDecorators, HttpCode, SetMetadata, type Type } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';

/** `subject.command` that a route carries out; the wiring check wants one route for every command of a table. */
export const COMMAND = 'zhiheng:command';

const problem = (status: number, description: string): MethodDecorator => ApiResponse({ status, description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } } });

const COMMON = [problem(400, 'The request is not valid: every field is named'), problem(401, 'No valid token'), problem(403, 'The permission is missing'), problem(429, 'Too many requests; see Retry-After')];

/** A read: what it gives, and how it fails. */
export function ReadRoute(summary: string, type: Type): MethodDecorator {
  return applyDecorators(ApiBearerAuth(), ApiOperation({ summary }), ApiResponse({ status: 200, description: summary, type }), ...COMMON, problem(404, 'Not found, or not for this account'));
}

/** A read for everybody, without log-in. */
export function OpenReadRoute(summary: string, type: Type): MethodDecorator {
  return applyDecorators(ApiOperation({ summary, security: [] }), ApiResponse({ status: 200, description: summary, type }), problem(400, 'The request is not valid: every field is named'), problem(404, 'Not published now'), problem(429, 'Too many requests; see Retry-After'));
}

/** A POST that opens something. Sent again with the same Idempotency-Key it gives the same answer. */
export function OpenRoute(command: string | null, summary: string, type: Type): MethodDecorator {
  return applyDecorators(
    ...(command === null ? [] : [SetMetadata(COMMAND, command)]),
    ApiBearerAuth(), ApiOperation({ summary }), idempotencyHeader(),
    ApiResponse({ status: 201, description: summary, type }), ApiResponse({ status: 200, description: 'It exists already', type }),
    ...COMMON, problem(409, 'Refused, or the same request is being worked on'), problem(422, 'The Idempotency-Key was used for another request'),
  );
}

/** A POST whose work is done later: where it stands shows at the Location. Sent again with the same Idempotency-Key it gives the same answer. */
export function DeferredRoute(command: string, summary: string, type: Type): MethodDecorator {
  return applyDecorators(
    SetMetadata(COMMAND, command), HttpCode(202), ApiBearerAuth(), ApiOperation({ summary }), idempotencyHeader(),
    ApiResponse({ status: 202, description: summary, type, headers: { Location: { description: 'Where to see how far it has come', schema: { type: 'string', example: '/v1/bulk-commands/019aa1b2-0000-7000-8000-000000000000' } } } }),
    ...COMMON, problem(409, 'Refused, or the same request is being worked on'), problem(422, 'The Idempotency-Key was used for another request'),
  );
}

/** A PUT that replaces what is still being written. Safe to send again: the version that it names is gone then. */
export function ReviseRoute(command: string, summary: string, type: Type): MethodDecorator {
  return applyDecorators(
    SetMetadata(COMMAND, command), ApiBearerAuth(), ApiOperation({ summary }),
    ApiHeader({ name: 'If-Match', required: true, description: 'ETag of the version that is replaced', schema: { type: 'string', example: '"1"' } }),
    ApiResponse({ status: 200, description: summary, type }),
    ...COMMON, problem(404, 'Not found, or not for this account'), problem(409, 'Refused: code, state, failed guards, and the commands allowed now'), problem(412, 'Somebody else changed it meanwhile'), problem(428, 'If-Match is missing'),
  );
}

/** A POST whose body is a file, in one of these types; what becomes of it shows later. */
export function UploadRoute(command: string, summary: string, type: Type, mediaTypes: readonly string[]): MethodDecorator {
  return applyDecorators(
    SetMetadata(COMMAND, command), ApiBearerAuth(), ApiOperation({ summary }), ApiConsumes(...mediaTypes), ApiBody({ description: 'The file itself', schema: { type: 'string', format: 'binary' } }),
    ApiResponse({ status: 202, description: summary, type }),
    ...COMMON, problem(408, 'The upload came to a standstill'), problem(413, 'The file is too large'), problem(415, 'This kind of file is not taken'), problem(422, 'The file is empty, or not what its type says'),
  );
}

/** A read that gives a file. */
export function DownloadRoute(summary: string, mediaType: string): MethodDecorator {
  return applyDecorators(ApiBearerAuth(), ApiOperation({ summary }), ApiResponse({ status: 200, description: summary, content: { [mediaType]: { schema: { type: 'string', format: 'binary' } } } }), ...COMMON, problem(404, 'Not found, or not for this account'));
}

/** A read that does not end: server-sent events. */
export function EventsRoute(summary: string): MethodDecorator {
  return applyDecorators(ApiBearerAuth(), ApiOperation({ summary }), ApiResponse({ status: 200, description: summary, content: { 'text/event-stream': { schema: { type: 'string' } } } }), ...COMMON, problem(404, 'Not found, or not for this account'));
}

/** A legal act on something that exists. */
export function CommandRoute(command: string, summary: string, type: Type): MethodDecorator {
  return applyDecorators(
    SetMetadata(COMMAND, command), HttpCode(200),
    ApiBearerAuth(), ApiOperation({ summary, description: `Command ${command}. Preconditions, permission, clocks and legal ground are in the lifecycle table (docs/generated/lifecycles.md).` }), idempotencyHeader(),
    ApiHeader({ name: 'If-Match', required: true, description: 'ETag of the version that the decision was made on', schema: { type: 'string', example: '"1"' } }),
    ApiResponse({ status: 200, description: summary, type }),
    ...COMMON, problem(404, 'Not found, or not for this account'), problem(409, 'Refused: code, state, failed guards with their article, and the commands allowed now'),
    problem(412, 'Somebody else changed it meanwhile'), problem(422, 'The Idempotency-Key was used for another request'), problem(428, 'If-Match is missing'),
  );
}

/** A change that hangs on a subject and does not move it: no version is asked for. */
export function AttachRoute(summary: string, type: Type): MethodDecorator {
  return applyDecorators(
    ApiBearerAuth(), ApiOperation({ summary }), idempotencyHeader(), ApiResponse({ status: 200, description: summary, type }),
    ...COMMON, problem(404, 'Not found, or not for this account'), problem(409, 'Refused, with the reason'), problem(422, 'The Idempotency-Key was used for another request'),
  );
}

function idempotencyHeader(): MethodDecorator {
  return ApiHeader({ name: 'Idempotency-Key', required: true, description: 'A key of your own, 8 to 128 visible ASCII characters, new for every submission and kept for its retries', schema: { type: 'string', example: '7f3c2f8e-5d0b-4b1c-9a56-3a3c5f0c9a11' } });
}
