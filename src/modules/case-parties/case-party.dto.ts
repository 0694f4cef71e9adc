import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { IsDay } from '../../platform/http/day.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { WarningDto } from '../../platform/http/shared.dto.js';
import type { FieldError } from '../../platform/http/validation.js';
import { PersonDto, RegisterReasonDto } from '../parties/index.js';
import { PARTY_ROLES, type PartyRole } from './domain/party.rules.js';

export class PowerOfAttorneyDto {
  @ApiProperty({ description: 'Matters that it is given for (总局令第121号第十条)', example: '请求处理专利侵权纠纷', maxLength: 500 })
  @IsString() @IsNotEmpty() @MaxLength(500)
  matters: string;

  @ApiProperty({ description: 'Scope: what the agent may do', example: '代为提交材料、陈述意见、接受调解', maxLength: 500 })
  @IsString() @IsNotEmpty() @MaxLength(500)
  scope: string;

  @ApiPropertyOptional({ description: 'Last day, YYYY-MM-DD', example: '2027-06-30' })
  @IsOptional() @IsDay()
  validUntil?: string;

  @ApiProperty({ description: 'Signed or sealed by who gives it', example: true })
  @IsBoolean()
  signed: boolean;
}

export class AddPartyDto extends RegisterReasonDto {
  @ApiProperty({ description: 'As what', enum: PARTY_ROLES, example: 'respondent' })
  @IsIn(PARTY_ROLES)
  role: PartyRole;

  @ApiPropertyOptional({ description: 'Organisation of the register', example: '019aa1b2-0000-7000-8000-000000000020' })
  @IsOptional() @IsUUID()
  organisationId?: string;

  @ApiPropertyOptional({ description: 'A natural person; goes into the vault. The same person is found by the document number', type: PersonDto, example: { name: '林测试', documentNumber: '445102190001010011' } })
  @IsOptional() @ValidateNested() @Type(() => PersonDto)
  person?: PersonDto;

  @ApiPropertyOptional({ description: 'For an agent: party of this case that it acts for', example: '019aa1b2-0000-7000-8000-000000000050' })
  @IsOptional() @IsUUID()
  represents?: string;

  @ApiPropertyOptional({ description: 'For an agent: its power of attorney; without one a warning stays', type: PowerOfAttorneyDto, example: { matters: '请求处理专利侵权纠纷', scope: '代为提交材料', signed: true } })
  @IsOptional() @ValidateNested() @Type(() => PowerOfAttorneyDto)
  powerOfAttorney?: PowerOfAttorneyDto;

  static problems({ role, organisationId, person, represents, powerOfAttorney }: AddPartyDto): FieldError[] {
    const who = [organisationId, person].filter((given) => given !== undefined).length;
    const [wanted, zh, en] = role === 'witness' ? [0, '证人只登记身份，不登记姓名', 'a witness is entered by role only'] : [1, '必须指明一个机构或一名自然人', 'one organisation or one person must be named'];
    const agent = role === 'agent';
    return [
      ...(who === wanted ? [] : [{ path: 'organisationId', code: 'one-party', message: { zh, en } }]),
      ...(agent === (represents !== undefined) ? [] : [{ path: 'represents', code: 'agent-represents', message: { zh: '代理人须指明被代理人，其他身份不得填写', en: 'an agent names whom it acts for, nobody else does' } }]),
      ...(agent || powerOfAttorney === undefined ? [] : [{ path: 'powerOfAttorney', code: 'agent-only', message: { zh: '仅适用于代理人', en: 'for an agent only' } }]),
    ];
  }
}

export const PARTY_PURPOSES = ['service-of-documents', 'identity-check', 'mediation', 'court-order'] as const;

export class UnmaskPartyDto extends RegisterReasonDto {
  @ApiProperty({ description: 'Purpose, recorded in the ledger with who and when', enum: PARTY_PURPOSES, example: 'service-of-documents' })
  @IsIn(PARTY_PURPOSES)
  purpose: (typeof PARTY_PURPOSES)[number];
}

export class EntryListQuery {
  @ApiPropertyOptional({ description: 'yes: also what was removed', enum: ['yes', 'no'], example: 'no' })
  @IsOptional() @IsIn(['yes', 'no'])
  removed: 'yes' | 'no' = 'no';
}

/** When an entry came and went. */
export class EntryDto {
  @ApiProperty({ description: 'Id of the entry', example: '019aa1b2-0000-7000-8000-000000000050' })
  id: string;

  @ApiProperty({ description: 'officer: entered by hand; complaint: taken over from the complaint', example: 'complaint' })
  source: string;

  @ApiProperty({ description: 'When it was added, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  addedAt: string;

  @ApiProperty({ description: 'Account that added it, or system:…', example: 'system:parties' })
  addedBy: string;

  @ApiProperty({ description: 'When it was removed, RFC 3339 UTC', example: null, nullable: true, type: String })
  removedAt: string | null;

  @ApiProperty({ description: 'Account that removed it', example: null, nullable: true, type: String })
  removedBy: string | null;

  @ApiProperty({ description: 'Why it was removed', example: null, nullable: true, type: String })
  removedReason: string | null;
}

export class PartyOrganisationDto {
  @ApiProperty({ description: 'Organisation id; of an entry that was merged the one that it became', example: '019aa1b2-0000-7000-8000-000000000020' })
  id: string;

  @ApiProperty({ description: 'Name', example: '潮州市潮安区某不锈钢制品厂（测试）' })
  name: string;

  @ApiProperty({ description: 'Credit code', example: '91445103MA00TQT27J', nullable: true, type: String })
  uscc: string | null;

  @ApiProperty({ description: 'State of the register entry', example: 'registered' })
  state: string;
}

export class PartyPersonDto {
  @ApiProperty({ description: 'Person id: the same for the same document number', example: '019aa1b2-0000-7000-8000-000000000040' })
  id: string;

  @ApiProperty({ description: 'Name, masked', example: '林**' })
  label: string;
}

export class PartyDto extends EntryDto {
  @ApiProperty({ description: 'As what', enum: PARTY_ROLES, example: 'respondent' })
  role: string;

  @ApiProperty({ description: 'Organisation', type: PartyOrganisationDto, nullable: true, example: { id: '019aa1b2-0000-7000-8000-000000000020', name: '潮州市潮安区某不锈钢制品厂（测试）', uscc: '91445103MA00TQT27J', state: 'registered' } })
  organisation: PartyOrganisationDto | null;

  @ApiProperty({ description: 'Natural person, masked', type: PartyPersonDto, nullable: true, example: null })
  person: PartyPersonDto | null;

  @ApiProperty({ description: 'Party that an agent acts for', example: null, nullable: true, type: String })
  represents: string | null;

  @ApiProperty({ description: 'Power of attorney', type: PowerOfAttorneyDto, nullable: true, example: null })
  powerOfAttorney: PowerOfAttorneyDto | null;

  @ApiProperty({ description: 'What to look at today', type: [WarningDto], example: [] })
  warnings: WarningDto[];
}

export class PartyPage {
  @ApiProperty({ description: 'Parties, oldest first', type: [PartyDto], example: [] })
  items: PartyDto[];
}

export class ChangedEntryDto {
  @ApiProperty({ description: 'Id of the entry', example: '019aa1b2-0000-7000-8000-000000000050' })
  id: string;

  @ApiProperty({ description: 'Case', example: '019aa1b2-0000-7000-8000-000000000010' })
  caseId: string;

  @ApiProperty({ description: 'Whether it stands in the case now', example: true })
  live: boolean;
}

export class InvolvedCaseDto {
  @ApiProperty({ description: 'Case id', example: '019aa1b2-0000-7000-8000-000000000010' })
  id: string;

  @ApiProperty({ description: 'Working number', example: 'CZAJ2026-0000001' })
  caseNumber: string;

  @ApiProperty({ description: 'State', example: 'open' })
  state: string;

  @ApiProperty({ description: 'Track', example: 'administrative' })
  track: string;

  @ApiProperty({ description: 'Agency', example: 'chaoan-market-regulation' })
  agency: string;

  @ApiProperty({ description: 'When it was opened, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  openedAt: string;

  @ApiProperty({ description: 'As what it stands in the case', example: ['respondent'], type: [String] })
  roles: string[];
}

export class InvolvedCasePage {
  @ApiProperty({ description: 'Cases that this account sees, newest first; the next page is in the Link header', type: [InvolvedCaseDto], example: [] })
  items: InvolvedCaseDto[];
}

export class InvolvedCaseQuery extends PageQuery {}
