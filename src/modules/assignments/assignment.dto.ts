import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class ReleaseCaseDto {
  @ApiProperty({ description: 'Why it is given back, kept in the ledger; known personal data of reporters are replaced', example: '手头案件已满，无法按期办理', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}
