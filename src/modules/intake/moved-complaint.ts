import { ApiProperty } from '@nestjs/swagger';
import type { Deadline } from '../../platform/clocks/deadline.entity.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { DeadlineDto } from '../../platform/http/shared.dto.js';
import { IssuedDocumentDto } from '../documents/index.js';
import type { Complaint } from './complaint.entity.js';

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

  @ApiProperty({ description: 'What it is in law', example: 'report' })
  classification: string;

  @ApiProperty({ description: 'Track that it is on', example: 'administrative' })
  track: string;

  @ApiProperty({ description: 'How often it was handed back; the third time opens a dispute over who may handle it', example: 0 })
  returns: number;

  @ApiProperty({ description: 'Agency that has it', example: 'chaoan-market-regulation' })
  handlingAgency: string;

  @ApiProperty({ description: 'Account of the officer who accepted it', example: '019aa1b2-0000-7000-8000-00000000000a', nullable: true, type: String })
  assignee: string | null;

  @ApiProperty({ description: 'Case opened from it', example: null, nullable: true, type: String })
  caseId: string | null;

  @ApiProperty({ description: 'Its clocks', type: [DeadlineDto], example: [] })
  deadlines: DeadlineDto[];

  @ApiProperty({ description: 'Official document that the command issued', type: IssuedDocumentDto, nullable: true, example: null })
  document: IssuedDocumentDto | null;
}

export function movedComplaint(row: Complaint, deadlines: readonly Deadline[], document: IssuedDocumentDto | null = null): MovedComplaint {
  const { id, receiptNumber, state, version, classification, track, returns, handlingAgency, assignee, caseId } = row;
  return { id, receiptNumber, state, version, classification, track, returns, handlingAgency, assignee, caseId, deadlines: deadlines.map(showDeadline), document };
}
