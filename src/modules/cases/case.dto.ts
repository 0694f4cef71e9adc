import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

export const RAISED_BY = ['officer', 'party', 'agency'] as const;
export const RECUSAL_GROUNDS = ['direct-interest', 'other-relation'] as const;
export const RECUSAL_DECISIONS = ['granted', 'refused'] as const;
export const LINK_KINDS = ['related', 'same-respondent', 'same-right', 'parallel-track'] as const;

export class AssignCaseDto {
  @ApiProperty({ description: 'Account id of the officer in charge; a second officer is named by the track (处罚程序规定第十九条: at least two)', example: '019aa1b2-0000-7000-8000-00000000000a' })
  @IsUUID()
  officer: string;
}

export class ReassignCaseDto extends AssignCaseDto {
  @ApiProperty({ description: 'Why somebody else takes over, kept in the ledger; known personal data of reporters are replaced', example: '原承办人调离', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class RecuseDto {
  @ApiProperty({ description: 'Account id of the officer whom it is about', example: '019aa1b2-0000-7000-8000-00000000000a' })
  @IsUUID()
  officer: string;

  @ApiProperty({ description: 'Who raised it: the officer, a party, or the agency (处罚程序规定第四条、行政处罚法第四十三条)', enum: RAISED_BY, example: 'party' })
  @IsIn(RAISED_BY)
  raisedBy: (typeof RAISED_BY)[number];

  @ApiProperty({ description: 'Ground: a direct interest in the case, or another relation that may affect fairness (处罚程序规定第四条)', enum: RECUSAL_GROUNDS, example: 'direct-interest' })
  @IsIn(RECUSAL_GROUNDS)
  ground: (typeof RECUSAL_GROUNDS)[number];

  @ApiProperty({ description: 'Facts that the ground rests on; known personal data of reporters are replaced', example: '该执法人员持有当事人股份', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;

  @ApiProperty({ description: 'Decision of the head: granted keeps the officer out of this case for good', enum: RECUSAL_DECISIONS, example: 'granted' })
  @IsIn(RECUSAL_DECISIONS)
  decision: (typeof RECUSAL_DECISIONS)[number];

  @ApiPropertyOptional({ description: 'Account id of who takes over; needed where the officer in charge is kept out, and only there', example: '019aa1b2-0000-7000-8000-00000000000b' })
  @IsOptional() @IsUUID()
  successor?: string;
}

export class LinkCaseDto {
  @ApiProperty({ description: 'Id of the other case, which the reader has to see as well', example: '019aa1b2-0000-7000-8000-000000000011' })
  @IsUUID()
  other: string;

  @ApiProperty({ description: 'What they have in common', enum: LINK_KINDS, example: 'same-respondent' })
  @IsIn(LINK_KINDS)
  kind: (typeof LINK_KINDS)[number];

  @ApiProperty({ description: 'Why, kept in both ledgers; known personal data of reporters are replaced', example: '同一当事人，商标不同', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class NoteDto {
  @ApiProperty({ description: 'Text of the note, shown to everybody who sees the case; known personal data of reporters are replaced', example: '已电话联系当事人，约定周三现场检查', maxLength: 5000 })
  @IsString() @IsNotEmpty() @MaxLength(5000)
  text: string;
}

export class CloseCaseDto {
  @ApiProperty({ description: 'Outcome in words; known personal data of reporters are replaced', example: '经核查不构成违法，已答复', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  outcome: string;
}

export class ReopenCaseDto {
  @ApiProperty({ description: 'Reason, kept in the ledger; known personal data of reporters are replaced', example: '出现新的证据', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}
