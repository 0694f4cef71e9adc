import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, ArrayMaxSize, ArrayUnique, ArrayNotEmpty, IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { Choice, Count, Id, Instant, OptionalId, Rows, Shown, Words, Yes } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { CHECK_RESULT_CODES, DRAW_LIMITS, KEY_GROUND_CODES, REPEATED, type CheckResult } from './data/spot-checks.data.js';

const USCC = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
const REGION = /^(\d{6}|CZ-FENGXI)$/;
const KEY_STATES = ['listed', 'removed'];
const DRAW_STATES = ['planned', 'drawn', 'called-off'];
const CHECK_STATES = ['assigned', 'recorded', 'published'];

class FirmDto {
  @Words('Name of the firm', '潮州市潮安区某不锈钢制品厂（测试）', 200) name: string;

  @ApiPropertyOptional({ description: 'Unified social credit code; without one the name tells firms apart', example: '91445103MA00TQT27J' })
  @IsOptional() @Matches(USCC)
  uscc?: string;

  @ApiProperty({ description: 'Region code', example: '445103' })
  @Matches(REGION)
  region: string;
}

export class ListKeyTargetDto extends FirmDto {
  @Choice('Ground', KEY_GROUND_CODES) ground: string;
  @Id('Decision that it rests on: an official document that stands') document: string;
}

export class RemoveKeyTargetDto {
  @Words('Reason', '处罚决定已被依法撤销', 2000) reason: string;
}

export class PooledFirmDto extends FirmDto {}

export class PlanDrawDto {
  @Words('Name', '2026年第四季度知识产权“双随机”抽查（测试）', 200) name: string;
  @Words('What is checked', '商标使用行为', 500) matter: string;
  @Rows('Firms on which the lot may fall', PooledFirmDto, [{ name: '潮州市潮安区某不锈钢制品厂（测试）', region: '445103' }], DRAW_LIMITS.pool) pool: PooledFirmDto[];
  @Yes('Whether the key list of the agency is added to the pool') withKeyList: boolean;
  @Count('Percent drawn of the firms that are not on the key list', 1, 100) shareGeneral: number;
  @Count('Percent drawn of the firms on the key list', 1, 100) shareKey: number;

  @ApiProperty({ description: 'Accounts on which the lot may fall', type: [String], example: ['019aa1b2-0000-7000-8000-00000000000a'], maxItems: DRAW_LIMITS.officers })
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @ArrayMaxSize(DRAW_LIMITS.officers) @IsUUID(undefined, { each: true })
  officers: string[];

  @Count('Calendar days in which the checks are to be done', 1, 365) days: number;
}

export class CallOffDrawDto {
  @Words('Reason', '抽查事项调整', 2000) reason: string;
}

export class ReplaceOfficerDto {
  @Id('Officer who cannot go') officer: string;
  @Words('Reason', '与检查对象有利害关系', 2000) reason: string;
}

export class RecordCheckDto {
  @Choice('What was found', CHECK_RESULT_CODES) result: CheckResult;
  @OptionalId('Case, where one was opened') caseId?: string;
  @Words('What was found, in words. Nothing of who reported anything', '抽查商标使用情况，未发现问题', 2000) note: string;
}

export class PublishCheckDto {
  @Words('Where it was published', '国家企业信用信息公示系统（广东）', 200) channel: string;
  @Instant('When it was published') publishedAt: string;
}

export class KeyTargetListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only in this state', enum: KEY_STATES, example: 'listed' })
  @IsOptional() @IsIn(KEY_STATES)
  state?: string;
}

export class DrawListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only in this state', enum: DRAW_STATES, example: 'drawn' })
  @IsOptional() @IsIn(DRAW_STATES)
  state?: string;
}

export class SpotCheckListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only in this state', enum: CHECK_STATES, example: 'assigned' })
  @IsOptional() @IsIn(CHECK_STATES)
  state?: string;

  @ApiPropertyOptional({ description: 'Only of this draw', example: '019aa1b2-0000-7000-8000-000000000051' })
  @IsOptional() @IsUUID()
  draw?: string;
}

export class KeyTargetDto {
  @Shown('Id (UUIDv7)', '019aa1b2-0000-7000-8000-000000000050') id: string;
  @Shown('State', 'listed') state: string;
  @Shown('Version; the ETag', 1) version: number;
  @Shown('Agency that listed it', 'chaoan-market-regulation') agency: string;
  @Shown('Name', '潮州市潮安区某不锈钢制品厂（测试）') name: string;
  @Shown('Unified social credit code', '91445103MA00TQT27J', { nullable: true }) uscc: string | null;
  @Shown('Region code', '445103') region: string;
  @Shown('Ground', 'infringement') ground: string;
  @Shown('Decision that it rests on', '019aa1b2-0000-7000-8000-000000000052') documentId: string;
  @Shown('Since when, RFC 3339 UTC', '2026-11-23T02:00:00.000Z') listedAt: string;
  @Shown('When it was taken off, RFC 3339 UTC', '2026-12-23T02:00:00.000Z', { nullable: true }) removedAt: string | null;
  @Shown('Why it was taken off', '处罚决定已被依法撤销', { nullable: true }) reason: string | null;
}

export class PooledCandidateDto {
  @Shown('Credit code, or the name where there is none: what the lot is drawn by', '91445103MA00TQT27J') identifier: string;
  @Shown('Name', '潮州市潮安区某不锈钢制品厂（测试）') name: string;
  @Shown('Unified social credit code', '91445103MA00TQT27J', { nullable: true }) uscc: string | null;
  @Shown('Region code', '445103') region: string;
  @Shown('Ground in the key list; null for all others', 'infringement', { nullable: true }) key: string | null;
}

export class CheckDrawDto {
  @Shown('Id (UUIDv7)', '019aa1b2-0000-7000-8000-000000000051') id: string;
  @Shown('State', 'drawn') state: string;
  @Shown('Version; the ETag', 2) version: number;
  @Shown('Agency that draws', 'chaoan-market-regulation') agency: string;
  @Shown('Name', '2026年第四季度知识产权“双随机”抽查（测试）') name: string;
  @Shown('What is checked', '商标使用行为') matter: string;
  @Shown('SHA-256 of the pool: identifier, tab and ground of each firm, sorted, a line each', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08') poolSha256: string;
  @Shown('Percent drawn of the firms that are not on the key list', 5) shareGeneral: number;
  @Shown('Percent drawn of the firms on the key list', 20) shareKey: number;
  @Shown('Calendar days in which the checks are to be done', 30) days: number;
  @Shown('32 random bytes as hex: what the lot was drawn with; null before', '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8', { nullable: true }) seed: string | null;
  @Shown('When it was drawn, RFC 3339 UTC', '2026-11-23T02:00:00.000Z', { nullable: true }) drawnAt: string | null;
  @Shown('Why it was called off', '抽查事项调整', { nullable: true }) reason: string | null;
}

/** Everything that a replay needs: scripts/replay-draw.mjs reads it. */
export class CheckDrawWithPoolDto extends CheckDrawDto {
  @Shown('Firms on which the lot may fall', [], { type: [PooledCandidateDto] }) pool: readonly PooledCandidateDto[];
  @Shown('Accounts on which the lot may fall', ['019aa1b2-0000-7000-8000-00000000000a'], { type: [String] }) officers: readonly string[];
  @Shown('Officers of each check', 2) officersPerCheck: number;
}

export class SpotCheckDto {
  @Shown('Id (UUIDv7)', '019aa1b2-0000-7000-8000-000000000053') id: string;
  @Shown('State', 'assigned') state: string;
  @Shown('Version; the ETag', 1) version: number;
  @Shown('Draw that it comes from', '019aa1b2-0000-7000-8000-000000000051') drawId: string;
  @Shown('Agency that checks', 'chaoan-market-regulation') agency: string;
  @Shown('Credit code, or the name where there is none', '91445103MA00TQT27J') identifier: string;
  @Shown('Name', '潮州市潮安区某不锈钢制品厂（测试）') name: string;
  @Shown('Region code', '445103') region: string;
  @Shown('Why it was drawn: ground in the key list; null where it was drawn among all others', 'infringement', { nullable: true }) keyGround: string | null;
  @Shown(`Checks of the same firm in the ${REPEATED.months} months before, as far as the agency sees them`, 0) before: number;
  @Shown('Accounts of those who check', ['019aa1b2-0000-7000-8000-00000000000a'], { type: [String] }) officers: readonly string[];
  @Shown('When it was drawn, RFC 3339 UTC', '2026-11-23T02:00:00.000Z') drawnAt: string;
  @Shown('What was found', 'nothing-found', { nullable: true }) result: string | null;
  @Shown('What was found, in words', '未发现问题', { nullable: true }) note: string | null;
  @Shown('Case that was opened', '019aa1b2-0000-7000-8000-000000000042', { nullable: true }) caseId: string | null;
  @Shown('When the result was recorded, RFC 3339 UTC', '2026-11-25T02:00:00.000Z', { nullable: true }) recordedAt: string | null;
  @Shown('Where the result was published', '国家企业信用信息公示系统（广东）', { nullable: true }) channel: string | null;
  @Shown('When it was published, RFC 3339 UTC', '2026-11-26T02:00:00.000Z', { nullable: true }) publishedAt: string | null;
  @Shown('Next date, RFC 3339 UTC: completion, then publication', '2026-12-22T15:59:59.999Z', { nullable: true }) nextDue: string | null;
}

export class DrawnDto extends CheckDrawDto {
  @Shown('How many firms were drawn', 7) drawn: number;
}

export class RepeatedCheckDto {
  @Shown('When it was drawn, RFC 3339 UTC', '2026-11-23T02:00:00.000Z') drawnAt: string;
  @Shown('Agency that checks', 'chaoan-market-regulation') agency: string;
  @Shown('Why it was drawn', 'infringement', { nullable: true }) keyGround: string | null;
  @Shown('Check', '019aa1b2-0000-7000-8000-000000000053') id: string;
  @Shown('What was found', 'nothing-found', { nullable: true }) result: string | null;
}

export class RepeatedFirmDto {
  @Shown('Credit code, or the name where there is none', '91445103MA00TQT27J') identifier: string;
  @Shown('Name', '潮州市潮安区某不锈钢制品厂（测试）') name: string;
  @Shown('Its checks, newest first', [], { type: [RepeatedCheckDto] }) checks: readonly RepeatedCheckDto[];
}

export class KeyTargetPage {
  @Shown('Newest first', [], { type: [KeyTargetDto] }) items: readonly KeyTargetDto[];
}

export class CheckDrawPage {
  @Shown('Newest first', [], { type: [CheckDrawDto] }) items: readonly CheckDrawDto[];
}

export class SpotCheckPage {
  @Shown('Newest first', [], { type: [SpotCheckDto] }) items: readonly SpotCheckDto[];
}

export class RepeatedFirmPage {
  @Shown('By identifier', [], { type: [RepeatedFirmDto] }) items: readonly RepeatedFirmDto[];
}
