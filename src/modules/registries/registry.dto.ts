import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches } from 'class-validator';
import { OptionalInstant, Shown } from '../../platform/http/fields.js';
import { BasisDto } from '../../platform/http/shared.dto.js';

export class RegistryCheckQuery {
  @ApiProperty({ description: 'Unified social credit code. A wrong check character is a warning in the answer', example: '91445103MA00TQT27J', pattern: '^[0-9A-Za-z-]{18,24}$' })
  @IsString() @Matches(/^[0-9A-Za-z-]{18,24}$/)
  uscc: string;

  @OptionalInstant('What was known at this instant; two seconds ago where none is given. The answer for an instant never changes') asOf?: string;
  @OptionalInstant('Whether it was in force at this instant; that of asOf where none is given') on?: string;
}

export class RegistryWarningDto {
  @Shown('Code', 'check-character') code: string;
  @Shown('Text in both languages', { zh: '校验码不符', en: 'The check character does not fit' }, { type: Object }) text: object;
}

export class RegistryEffectDto {
  @Shown('Code', 'no-honours') code: string;
  @Shown('Label in both languages', { zh: '不予表彰', en: 'No honours' }, { type: Object }) label: object;
  @Shown('First day, YYYY-MM-DD, Asia/Shanghai', '2021-09-01') validFrom: string;
  @Shown('Last day, YYYY-MM-DD, Asia/Shanghai; null where none is known', null, { nullable: true }) validUntil: string | null;
  @ApiProperty({ description: 'Legal ground', type: BasisDto, example: { source: '总局令第44号', article: '第十五条第四项', status: 'verified' } })
  basis: object;
}

export class RegistryHitDto {
  @Shown('Entry, as this version of it (UUIDv7)', '019aa1b2-0000-7000-8000-000000000040') id: string;
  @Shown('Code of the list', 'serious-dishonesty') list: string;
  @Shown('Agency that decided', 'chaoan-market-regulation') agency: string;
  @Shown('Name of the firm', '某不锈钢制品厂（测试）') name: string;
  @Shown('Ground, a code', 'wilful-ip-infringement') ground: string;
  @Shown('Number of the decision', '潮安市监失列〔2026〕1号', { nullable: true }) decisionNumber: string | null;
  @Shown('In force from, RFC 3339 UTC', '2026-08-04T01:00:00.000Z') validFrom: string;
  @Shown('In force until, excluded, RFC 3339 UTC; null while no end is known', null, { nullable: true }) validUntil: string | null;
  @Shown('What follows from it', [], { type: [RegistryEffectDto] }) effects: readonly RegistryEffectDto[];
}

export class RegistryCheckDto {
  @Shown('Credit code, as it was looked up', '91445103MA00TQT27J') uscc: string;
  @Shown('What was known at this instant, RFC 3339 UTC; send it as asOf to get this answer again', '2026-11-22T09:10:00.000Z') asOf: string;
  @Shown('In force at this instant, RFC 3339 UTC', '2026-11-22T09:10:00.000Z') on: string;
  @Shown('Whether it stands on a list', true) listed: boolean;
  @Shown('Entries in force', [], { type: [RegistryHitDto] }) entries: readonly RegistryHitDto[];
  @Shown('What is wrong with the credit code', [], { type: [RegistryWarningDto] }) warnings: readonly RegistryWarningDto[];
}

export class RegistryEffects {
  @ApiPropertyOptional({ description: 'What follows from standing on a list', type: [RegistryEffectDto], example: [] })
  @IsOptional()
  effects: readonly RegistryEffectDto[];
}
