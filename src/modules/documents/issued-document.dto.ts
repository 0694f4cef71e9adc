import { ApiProperty } from '@nestjs/swagger';
import type { ShownText } from '../../platform/http/shared.dto.js';

/** What a command issued. */
export class IssuedDocumentDto {
  @ApiProperty({ description: 'Document id (UUIDv7)', example: '019aa1b2-0000-7000-8000-000000000000' })
  id: string;

  @ApiProperty({ description: 'Kind of document', example: 'complaint-acceptance' })
  kind: string;

  @ApiProperty({ description: 'Official number; null where its kind has none', example: '潮安市监投受〔2026〕第1号', nullable: true, type: String })
  number: string | null;

  @ApiProperty({ description: 'Title in the reader’s language', example: '投诉受理决定书', type: String })
  title: ShownText;
}
