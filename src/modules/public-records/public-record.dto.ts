import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { Shown } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import type { ShownText } from '../../platform/http/shared.dto.js';
import { SHORTEST } from './domain/search.rules.js';

export const SHELVES = ['penalties', 'adjudications', 'lists', 'checks', 'cases'] as const;
export type Shelf = (typeof SHELVES)[number];

export class PublicListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Part of the name of a party, its credit code, or the number of the document', example: '某不锈钢制品厂', minLength: SHORTEST, maxLength: 100 })
  @IsOptional() @IsString() @MinLength(SHORTEST) @MaxLength(100)
  q?: string;
}

export class FeedQuery {
  @ApiPropertyOptional({ description: 'Only this list', enum: [...SHELVES], example: 'penalties' })
  @IsOptional() @IsIn([...SHELVES])
  shelf?: Shelf;
}

export class PublicPartyDto {
  @Shown('Name; people by a masked name', '潮州市潮安区某不锈钢制品厂（测试）') name: string;
  @Shown('Unified social credit code', '91445103MA00TQT27J', { nullable: true }) uscc: string | null;
}

export class PublicRecordDto {
  @Shown('Publication id', '019aa1b2-0000-7000-8000-000000000060') id: string;
  @Shown('List: penalties, adjudications, lists, checks or cases', 'penalties') shelf: string;
  @Shown('Title', '行政处罚决定书') title: string;
  @Shown('Number of the document', '潮安市监处罚〔2026〕1号', { nullable: true }) number: string | null;
  @Shown('Agency', '潮州市潮安区市场监督管理局', { type: String }) agency: ShownText;
  @Shown('Day of the decision, YYYY-MM-DD, Asia/Shanghai', '2026-08-03', { nullable: true }) decidedOn: string | null;
  @Shown('Parties', [], { type: [PublicPartyDto] }) parties: readonly PublicPartyDto[];
  @Shown('When it was published, RFC 3339 UTC', '2026-08-10T02:00:00.000Z') publishedAt: string;
}

export class PublicTextDto extends PublicRecordDto {
  @Shown('Published text', '行政处罚决定书……') text: string;
}

export class PublicRecordPage {
  @Shown('Newest first', [], { type: [PublicRecordDto] }) items: readonly PublicRecordDto[];
}
