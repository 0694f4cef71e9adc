import { ApiProperty } from '@nestjs/swagger';
import { DeadlineDto } from '../../platform/http/shared.dto.js';

/** How a complaint stands after a command. */
export class MovedComplaint {
  @ApiProperty({ description: 'Complaint id', example: '019aa1b2-0000-7000-8000-000000000000' })
  id: string;

  @ApiProperty({ description: 'Receipt number', example: 'CZ202611220000001' })
  receiptNumber: string;

  @ApiProperty({ description: 'State after the command', example: 'accepted' })
  state: string;

  @ApiProperty({ description: 'Version after the command; send it as If-Match next time', example: 2 })
  version: number;

  @ApiProperty({ description: 'Agency that has it', example: 'chaoan-market-regulation' })
  handlingAgency: string;

  @ApiProperty({ description: 'Account of the officer who accepted it', example: '019aa1b2-0000-7000-8000-00000000000a', nullable: true, type: String })
  assignee: string | null;

  @ApiProperty({ description: 'Case opened from it', example: null, nullable: true, type: String })
  caseId: string | null;

  @ApiProperty({ description: 'Its clocks', type: [DeadlineDto], example: [] })
  deadlines: DeadlineDto[];
}
