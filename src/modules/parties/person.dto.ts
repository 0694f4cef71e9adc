import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

const DOCUMENT_TYPES = ['resident-id', 'passport', 'other'] as const;

/** A natural person as sent, and as shown in clear to who may see that. */
export class PersonDto {
  @ApiProperty({ description: 'Name. Vault only; lists show it masked', example: '林测试', maxLength: 100 })
  @IsString() @IsNotEmpty() @MaxLength(100)
  name: string;

  @ApiPropertyOptional({ description: 'Telephone number. Vault only', example: '13900000000', maxLength: 30 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(30)
  phone?: string;

  @ApiPropertyOptional({ description: 'Address. Vault only', example: '广东省潮州市湘桥区测试路2号', maxLength: 200 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(200)
  address?: string;

  @ApiPropertyOptional({ description: 'Kind of identity document', enum: DOCUMENT_TYPES, example: 'resident-id' })
  @IsOptional() @IsIn(DOCUMENT_TYPES)
  documentType?: (typeof DOCUMENT_TYPES)[number];

  @ApiPropertyOptional({ description: 'Number of that document. Vault only; the same person is found again by it', example: '445102190001010011', maxLength: 40 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(40)
  documentNumber?: string;
}
