import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** RFC 9457 problem document, as every refusal is answered. */
export class ProblemDto {
  @ApiProperty({ description: 'urn:zhiheng:problem:<code>', example: 'urn:zhiheng:problem:command.refused' })
  type: string;

  @ApiProperty({ description: 'What is wrong, in the reader’s language (Accept-Language: zh-CN or en)', example: '当前不能执行此操作' })
  title: string;

  @ApiProperty({ description: 'HTTP status', example: 409 })
  status: number;

  @ApiProperty({ description: 'Path of the request', example: '/v1/complaints/019aa1b2-0000-7000-8000-000000000000/accept' })
  instance: string;

  @ApiProperty({ description: 'Stable code; the list is in docs/generated/errors.md', example: 'command.refused' })
  code: string;

  @ApiProperty({ description: 'info, warning or error', example: 'warning' })
  severity: string;

  @ApiProperty({ description: 'What to do', example: '查看 failedGuards 与 allowedCommands' })
  remedy: string;

  @ApiProperty({ description: 'Trace id (W3C) to tell operations', example: '4bf92f3577b34da6a3ce929d0e0e4736' })
  traceId: string;

  @ApiPropertyOptional({ description: 'For request.invalid: every field with path, code and text', example: [{ path: 'target.name', code: 'isNotEmpty', message: '不能为空' }] })
  errors?: unknown;

  @ApiPropertyOptional({ description: 'For command.refused: guards that failed, with code, text and article', example: [{ guard: 'handled-by-own-agency', code: 'complaint.foreign-agency' }] })
  failedGuards?: unknown;

  @ApiPropertyOptional({ description: 'For command.refused: commands that the table allows now', example: ['accept', 'decline'] })
  allowedCommands?: unknown;
}
