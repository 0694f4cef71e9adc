import { ApiProperty, PickType } from '@nestjs/swagger';
import type { ShownText } from '../../platform/http/shared.dto.js';
import { CaseListQuery, LANE_CODES, RankedCaseDto } from '../cases/index.js';

const KINDS = ['me', 'agency', 'head', 'lane', 'team'] as const;

export class WorklistQuery extends PickType(CaseListQuery, ['state', 'track', 'region', 'rightType', 'flags', 'dueAfter', 'dueBefore', 'q', 'count', 'limit', 'cursor'] as const) {}

export class WorklistDto {
  @ApiProperty({ description: 'Key of the list: me, agency:<agency>, head:<agency>, lane:<agency>:<lane>, team:<team id>', example: 'lane:chaoan-market-regulation:expedited' })
  id: string;

  @ApiProperty({ description: 'Whose list', enum: KINDS, example: 'lane' })
  kind: string;

  @ApiProperty({ description: 'Title in the reader’s language', example: '潮安区市场监督管理局：快速通道', type: String })
  title: ShownText;

  @ApiProperty({ description: 'Agency whose cases it has; null for my own', example: 'chaoan-market-regulation', nullable: true, type: String })
  agency: string | null;

  @ApiProperty({ description: 'Team whose cases it has; null for other lists', example: null, nullable: true, type: String })
  team: string | null;

  @ApiProperty({ description: 'Lane that it is confined to', enum: LANE_CODES, example: 'expedited', nullable: true, type: String })
  lane: string | null;

  @ApiProperty({ description: 'Hours that a case of the lane waits before it ranks with what is due; null where the list has several lanes', example: 72, nullable: true, type: Number })
  patienceHours: number | null;
}

export class WorklistIndex {
  @ApiProperty({ description: 'Lists of this account: its own, those of its agency and the agencies below, each whole, by lane and for the head, and those of their teams', type: [WorklistDto], example: [] })
  items: WorklistDto[];
}

export class WorklistPage {
  @ApiProperty({ description: 'Open cases, first what is due or has waited longest; the next page is in the Link header', type: [RankedCaseDto], example: [] })
  items: RankedCaseDto[];
}
