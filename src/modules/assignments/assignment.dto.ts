import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';
import type { ShownText } from '../../platform/http/shared.dto.js';
import { MovedCaseDto } from '../cases/index.js';
import { RIGHT_TYPES } from '../identity/index.js';
import { REASONS } from './domain/choice.rules.js';

const OFFICER = '019aa1b2-0000-7000-8000-00000000000a';

export class ReleaseCaseDto {
  @ApiProperty({ description: 'Why it is given back, kept in the ledger; known personal data of reporters are replaced', example: '手头案件已满，无法按期办理', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class AllotCaseDto {
  @ApiProperty({ description: 'Id of a team of the agency: only its members claim the case then, and are chosen for it', example: '019aa1b2-0000-7000-8000-000000000020' })
  @IsUUID()
  team: string;
}

export class ConsideredDto {
  @ApiProperty({ description: 'Account id of the officer', example: OFFICER })
  officer: string;

  @ApiProperty({ description: 'Login name', example: 'chen.lin' })
  login: string;

  @ApiProperty({ description: 'Types of rights that teams name for the officer; null for every type', enum: RIGHT_TYPES, isArray: true, nullable: true, example: ['trademark'] })
  skills: string[] | null;

  @ApiProperty({ description: 'Open cases that the officer was in charge of', example: 7, type: 'integer' })
  load: number;

  @ApiProperty({ description: 'Until when the officer is absent, RFC 3339 UTC; null where he is not', example: null, nullable: true, type: String })
  absentUntil: string | null;

  @ApiProperty({ description: 'Why the officer was chosen or was not', enum: Object.keys(REASONS), example: 'busier' })
  reason: string;

  @ApiProperty({ description: 'The same in the reader’s language', example: '在办案件更多', type: String })
  text: ShownText;
}

export class AutoAssignedDto {
  @ApiProperty({ description: 'The case after it', type: MovedCaseDto, example: {} })
  case: MovedCaseDto;

  @ApiProperty({ description: 'Account id of who was put in charge; null where nobody is eligible: the case is on the list of the head then', example: OFFICER, nullable: true, type: String })
  chosen: string | null;

  @ApiProperty({ description: 'Everybody who takes cases of the agency: the chosen first, then as they would follow, then who cannot', type: [ConsideredDto], example: [] })
  considered: ConsideredDto[];
}
