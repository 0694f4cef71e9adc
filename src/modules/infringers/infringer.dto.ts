import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { LocalizedText } from '../../kernel/text.js';
import { Choice, Id, OptionalWords, Shown, Words } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { BasisDto } from '../../platform/http/shared.dto.js';

const ID = '019aa1b2-0000-7000-8000-000000000060';
export const MARK_FIELDS = ['phone', 'legal-representative', 'identity-document', 'address', 'shop'] as const;

export class RecordMarkDto {
  @Id('Case') caseId: string;
  @Id('Entry of the respondent in the case') partyId: string;
  @Choice('What it is', MARK_FIELDS) field: (typeof MARK_FIELDS)[number];
  @Words('The value. It is compared as a keyed digest and not kept', '13900000000', 500) value: string;
  @OptionalWords('Platform, where a shop is given by its number', '某电商平台', 100) platform?: string;
  @Words('Where it was found. Nothing of whoever reported', '营业执照', 500) foundIn: string;
}

export class StrikeMarkDto {
  @Words('Reason', '抄写有误', 1000) reason: string;
}

export class SeparateDto {
  @Id('Link') link: string;
  @Words('Why the two are not to be held together', '两家同址经营，投资人、账目各自独立', 1000) reason: string;
}

export class PutBackDto {
  @Words('Why they belong together after all', '查明实际控制人为同一人', 1000) reason: string;
}

export class ClusterListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'repeated: clusters with two cases or more; all: every accused party', enum: ['repeated', 'all'], default: 'repeated', example: 'repeated' })
  @IsOptional() @IsIn(['repeated', 'all'])
  which: 'repeated' | 'all' = 'repeated';
}

export class ClusterDto {
  @Shown('Cluster id: the least id among its parties', ID) id: string;
  @Shown('Name of the party with that id', '潮州市潮安区某不锈钢制品厂（测试）') name: string;
  @Shown('Parties', 2) members: number;
  @Shown('Cases of all agencies, each once', 3) cases: number;
  @Shown('Agencies with a case of it', ['chaoan-market-regulation'], { type: [String] }) agencies: readonly string[];
  @Shown('When it was put together (RFC 3339 UTC)', '2026-11-23T01:00:00.000Z') resolvedAt: string;
}

export class ClusterPage {
  @Shown('Most cases first', [], { type: [ClusterDto] }) items: readonly ClusterDto[];
}

export class ClusterMemberDto {
  @Shown('Party: organisation or person', ID) id: string;
  @Shown('organisation or person', 'organisation') kind: string;
  @Shown('Name; masked for a person', '潮州市潮安区某不锈钢制品厂（测试）') name: string;
  @Shown('Unified social credit code', '91445103MA00TQT27J', { nullable: true }) uscc: string | null;
}

export class EvidencePlaceDto {
  @Shown('Party', ID) node: string;
  @Shown('register, complaint or officer', 'register') source: string;
  @Shown('Case in which it stands, where this account sees it; null for the register', ID, { nullable: true }) caseId: string | null;
  @Shown('It stands in a case of another agency', false) elsewhere: boolean;
}

export class LinkSignalDto {
  @Shown('What they have in common', 'phone') field: string;
  @ApiProperty({ description: 'The same in words, in the reader’s language', type: String, example: '电话相同' }) label: LocalizedText;
  @ApiProperty({ description: 'What it is worth, and why, in the reader’s language', type: String, example: '须与其他信息一并认定' }) why: LocalizedText;
  @Shown('What it adds, percent', 50) weight: number;
  @Shown('Keyed digest of the value: equal values have equal digests', 'b1946ac92492d2347c6235b4d2611184') hash: string;
  @Shown('The value as far as it is shown', '139****0000') shown: string;
  @Shown('Where each side has it from', [], { type: [EvidencePlaceDto] }) from: readonly EvidencePlaceDto[];
}

export class PartyLinkDto {
  @Shown('Link id: the same after every calculation', ID) id: string;
  @Shown('One party', ID) a: string;
  @Shown('The other party', ID) b: string;
  @Shown('Strength, percent: the sum of what each kind of thing in common adds', 90) strength: number;
  @Shown('It holds the parties together; false where a person removed it', true) standing: boolean;
  @Shown('Version of the rules', '2026-11') rules: string;
  @Shown('What they have in common', [], { type: [LinkSignalDto] }) signals: readonly LinkSignalDto[];
  @Shown('Removal that holds', ID, { nullable: true }) separation: string | null;
  @Shown('Why it was removed', '两家同址经营', { nullable: true }) separatedFor: string | null;
}

export class ClusterCaseDto {
  @Shown('Case', ID) id: string;
  @Shown('Its number', 'CZ-2026-000001') caseNumber: string;
  @Shown('Agency that has it', 'chaoan-market-regulation') agency: string;
  @Shown('Right type', 'trademark') rightType: string;
  @Shown('State', 'open') state: string;
  @Shown('When it was opened (RFC 3339 UTC)', '2026-07-06T02:00:00.000Z') openedAt: string;
}

export class OtherCasesDto {
  @Shown('Agency', 'xiangqiao-market-regulation') agency: string;
  @Shown('Right type', 'trademark') rightType: string;
  @Shown('How many', 2) count: number;
}

export class ClusterDetailDto extends ClusterDto {
  @Shown('Its parties', [], { type: [ClusterMemberDto] }) parties: readonly ClusterMemberDto[];
  @Shown('Links of its parties, removed ones too', [], { type: [PartyLinkDto] }) links: readonly PartyLinkDto[];
  @Shown('Cases that this account sees', [], { type: [ClusterCaseDto] }) ownCases: readonly ClusterCaseDto[];
  @Shown('Cases that it does not see: agency, kind and number', [], { type: [OtherCasesDto] }) otherCases: readonly OtherCasesDto[];
}

export class CaseClustersDto {
  @Shown('Clusters of the respondents of the case', [], { type: [ClusterDto] }) items: readonly ClusterDto[];
}

export class LinkWeightDto {
  @Shown('What two parties can have in common', 'phone') field: string;
  @Shown('What it adds, percent', 50) weight: number;
  @ApiProperty({ description: 'In words, in the reader’s language', type: String, example: '电话相同' }) label: LocalizedText;
  @ApiProperty({ description: 'Why it is worth that, in the reader’s language', type: String, example: '须与其他信息一并认定' }) why: LocalizedText;
}

export class LinkRulesDto {
  @Shown('Version', '2026-11') version: string;
  @Shown('First day, YYYY-MM-DD, Asia/Shanghai', '2021-01-01') from: string;
  @Shown('A link stands from this sum on, percent', 70) threshold: number;
  @Shown('What more parties than this have in common counts for nobody', 8) crowd: number;
  @Shown('What counts', [], { type: [LinkWeightDto] }) signals: readonly LinkWeightDto[];
  @ApiProperty({ description: 'Source', type: BasisDto, example: { source: '本系统拟定', article: '主体关联规则', status: 'unverified', note: '未见原文' } }) basis: BasisDto;
}

export class LinkRulesPage {
  @Shown('Oldest first', [], { type: [LinkRulesDto] }) items: readonly LinkRulesDto[];
}

export class MarkDto {
  @Shown('Mark id (UUIDv7)', ID) id: string;
  @Shown('Case', ID) caseId: string;
  @Shown('Entry of the respondent', ID) partyId: string;
  @Shown('What it is', 'phone') field: string;
  @Shown('Keyed digest', 'b1946ac92492d2347c6235b4d2611184') hash: string;
  @Shown('The value as far as it is shown', '139****0000') shown: string;
  @Shown('Where it was found', '营业执照') foundIn: string;
  @Shown('When it was written down (RFC 3339 UTC)', '2026-11-23T01:00:00.000Z') recordedAt: string;
  @Shown('Why it was struck out', '抄写有误', { nullable: true }) struckReason: string | null;
}

export class MarkPage {
  @Shown('In the order in which they came', [], { type: [MarkDto] }) items: readonly MarkDto[];
}

export class StruckMarkDto {
  @Shown('Mark id (UUIDv7)', ID) id: string;
  @Shown('Case', ID) caseId: string;
}

export class SeparationListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only in this state', enum: ['separated', 'put-back'], example: 'separated' })
  @IsOptional() @IsIn(['separated', 'put-back'])
  state?: string;
}

export class SeparationDto {
  @Shown('Id of the removal (UUIDv7)', ID) id: string;
  @Shown('State', 'separated') state: string;
  @Shown('Version; the ETag', 1) version: number;
  @Shown('Agency that removed the link', 'chaoan-market-regulation') agency: string;
  @Shown('One party', ID) a: string;
  @Shown('The other party', ID) b: string;
  @Shown('Strength that the link had, percent', 90) strength: number;
  @Shown('Why it was removed', '两家同址经营') reason: string;
  @Shown('Why it was put back', '查明实际控制人为同一人', { nullable: true }) backReason: string | null;
}

export class SeparationPage {
  @Shown('Newest first', [], { type: [SeparationDto] }) items: readonly SeparationDto[];
}
