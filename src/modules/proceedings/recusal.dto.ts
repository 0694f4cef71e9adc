import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';

export const RECUSAL_RAISED_BY = ['member', 'party', 'agency'] as const;
export const RECUSAL_REASONS = ['party-or-relative', 'direct-interest', 'acted-before', 'other-relation'] as const;

export class RequestRecusalDto {
  @ApiProperty({ description: 'Account id of the member who is to keep out', example: '019aa1b2-0000-7000-8000-00000000000a' })
  @IsUUID()
  member: string;

  @ApiProperty({ description: 'Who raised it', enum: RECUSAL_RAISED_BY, example: 'party' })
  @IsIn(RECUSAL_RAISED_BY)
  raisedBy: (typeof RECUSAL_RAISED_BY)[number];

  @ApiProperty({ description: 'Ground: party or relative of one, a direct interest, acted before as mediator, witness or agent, or another relation that may affect fairness', enum: RECUSAL_REASONS, example: 'direct-interest' })
  @IsIn(RECUSAL_REASONS)
  ground: (typeof RECUSAL_REASONS)[number];

  @ApiProperty({ description: 'Facts that the ground rests on; known personal data of reporters are replaced', example: '该人员与被投诉人有投资关系', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class DecideRecusalDto {
  @ApiProperty({ description: 'Id of the request', example: '019aa1b2-0000-7000-8000-000000000030' })
  @IsUUID()
  request: string;

  @ApiProperty({ description: 'granted keeps the member out of the whole case', enum: ['granted', 'refused'], example: 'granted' })
  @IsIn(['granted', 'refused'])
  decision: 'granted' | 'refused';

  @ApiProperty({ description: 'Reason of the decision; known personal data of reporters are replaced', example: '经核实确有直接利害关系', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class RecusalRequestDto {
  @ApiProperty({ description: 'Request id (UUIDv7)', example: '019aa1b2-0000-7000-8000-000000000030' })
  id: string;

  @ApiProperty({ description: 'Account that is to keep out', example: '019aa1b2-0000-7000-8000-00000000000a' })
  member: string;

  @ApiProperty({ description: 'Who raised it', enum: RECUSAL_RAISED_BY, example: 'party' })
  raisedBy: string;

  @ApiProperty({ description: 'Ground', enum: RECUSAL_REASONS, example: 'direct-interest' })
  ground: string;

  @ApiProperty({ description: 'Facts that it rests on', example: '该人员与被投诉人有投资关系' })
  reason: string;

  @ApiProperty({ description: 'When it was asked for, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  requestedAt: string;

  @ApiProperty({ description: 'Decision; null while it is open', enum: ['granted', 'refused'], nullable: true, type: String, example: null })
  decision: string | null;

  @ApiProperty({ description: 'When it was decided, RFC 3339 UTC', example: null, nullable: true, type: String })
  decidedAt: string | null;
}

export class RecusalRequests {
  @ApiProperty({ description: 'In the order in which they came', type: [RecusalRequestDto], example: [] })
  items: RecusalRequestDto[];
}
