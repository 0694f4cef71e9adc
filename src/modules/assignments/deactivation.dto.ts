import { ApiProperty } from '@nestjs/swagger';

export class DeactivatedDto {
  @ApiProperty({ description: 'Account id', example: '019aa1b2-0000-7000-8000-00000000000a' })
  id: string;

  @ApiProperty({ description: 'Login name or client id', example: 'chen.lin' })
  login: string;

  @ApiProperty({ description: 'Whether it may log in', example: false })
  active: boolean;

  @ApiProperty({ description: 'How many open cases went to the list of the head with it', example: 3, type: 'integer' })
  escalated: number;
}
