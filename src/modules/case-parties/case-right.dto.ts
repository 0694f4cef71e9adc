import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { RegisterReasonDto } from '../parties/index.js';
import { RightRowDto, ValidityDto } from '../rights/index.js';
import { EntryDto } from './case-party.dto.js';

export class AddCaseRightDto extends RegisterReasonDto {
  @ApiProperty({ description: 'Right of the register', example: '019aa1b2-0000-7000-8000-000000000025' })
  @IsUUID()
  rightId: string;

  @ApiPropertyOptional({ description: 'What of it is relied upon: claims of a patent, goods of a mark', example: '权利要求1、3', maxLength: 1000 })
  @IsOptional() @IsString() @MaxLength(1000)
  reliedUpon?: string;
}

export class CaseRightDto extends EntryDto {
  @ApiProperty({ description: 'Right', type: RightRowDto, example: { id: '019aa1b2-0000-7000-8000-000000000025', type: 'patent', number: '202630000001.X' } })
  right: RightRowDto;

  @ApiProperty({ description: 'Whether it is in force today', type: ValidityDto, example: { day: '2026-11-22', standing: 'in-force', text: '该日有效' } })
  validity: ValidityDto;

  @ApiProperty({ description: 'What of it is relied upon', example: '权利要求1、3', nullable: true, type: String })
  reliedUpon: string | null;

  @ApiProperty({ description: 'Licence that the one who asks claims to have, as told', example: { kind: 'exclusive', from: '2024-01-01', to: '2028-12-31', authorisedToAct: false }, nullable: true })
  claimedLicence: unknown;
}

export class CaseRightPage {
  @ApiProperty({ description: 'Rights, oldest first', type: [CaseRightDto], example: [] })
  items: CaseRightDto[];
}
