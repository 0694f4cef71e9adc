import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { Choice, Id, Instant, OptionalYes, Shown, Words, Yes } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { IssuedDocumentDto } from '../documents/index.js';
import { MATERIALS, WAYS } from './data/conditions.data.js';
import { CREDIT_REPAIR_LIFECYCLE } from './domain/credit-repair.lifecycle.js';

const STATES = Object.keys(CREDIT_REPAIR_LIFECYCLE.states);
const CODES = MATERIALS.map(({ code }) => code);
const MATERIALS_SHOWN = { description: 'Materials that were handed in, or that the authority has from shared data (总局令第107号第十四条); codes: GET /v1/credit-repairs/conditions', enum: CODES, isArray: true, example: ['application', 'identity', 'promise', 'proof'] };

export class FileCreditRepairDto {
  @Choice('Kind of what is to be repaired', ['publication', 'listing']) targetType: 'publication' | 'listing';
  @Id('What is to be repaired; a publication of a listing is repaired by its listing') targetId: string;
  @Words('Unified social credit code of the applicant', '91445103MA00TQT27J', 18) uscc: string;
  @Instant('When the application arrived') appliedAt: string;
  @ApiProperty(MATERIALS_SHOWN) @IsArray() @ArrayUnique() @IsIn(CODES, { each: true }) materials: string[];
  @Words('The promise to be honest (守信承诺书); everybody may read it once the repair is granted', '本企业承诺依法诚信经营，不再侵犯他人知识产权', 2000) promise: string;
  @OptionalYes('Registered in another province (第四条第二款)') otherProvince?: boolean;
}

export class CorrectCreditRepairDto {
  @Instant('When the correction arrived') at: string;
  @ApiProperty(MATERIALS_SHOWN) @IsArray() @ArrayUnique() @IsIn(CODES, { each: true }) materials: string[];
}

export class VerifyCreditRepairDto {
  @Instant('When it was verified') at: string;
  @Choice('How', WAYS.map(({ code }) => code)) way: string;
  @Words('What was found', '罚款已缴清，侵权商品已下架并销毁', 2000) findings: string;
  @Yes('Whether the duties of the decision are performed') performed: boolean;
  @Yes('Whether it was put right and the harm removed') rectified: boolean;
  @Yes('Whether the party was penalised again: for the same kind of offence; of a listing, heavily') relapsed: boolean;
  @Yes('Whether the repair may endanger the state or the public (第十八条)') dangerous: boolean;
}

export class CreditRepairReasonsDto {
  @Words('Reasons', '已履行义务并完成整改，符合条件', 2000) reasons: string;
}

export class CreditRepairFraudDto {
  @Words('What was hidden or forged', '所提交的罚款缴纳凭证系伪造', 2000) facts: string;
  @Words('Reasons', '在信用修复过程中弄虚作假', 2000) reasons: string;
}

export class CreditRepairAtDto {
  @Instant('When') at: string;
}

export class CreditRepairPushDto {
  @Instant('When') at: string;
  @Words('Receipt of the province of the party', '2026-0001（测试）', 200) receipt: string;
}

export class CreditRepairDataDto {
  @Instant('When the data were done') at: string;
  @Words('Where', '国家企业信用信息公示系统（广东）', 200) channel: string;
}

export class CreditRepairListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only in this state', enum: STATES, example: 'accepted' })
  @IsOptional() @IsIn(STATES)
  state?: string;
}

export class CreditRepairDto {
  @Shown('Repair id (UUIDv7)', '019aa1b2-0000-7000-8000-000000000050') id: string;
  @Shown('State', 'accepted') state: string;
  @Shown('Version; the ETag', 2) version: number;
  @Shown('Agency that decides (总局令第107号第四条)', 'chaoan-market-regulation') agency: string;
  @Shown('Case', '019aa1b2-0000-7000-8000-000000000042', { nullable: true }) caseId: string | null;
  @Shown('Kind of what is to be repaired', 'publication') targetType: string;
  @Shown('What is to be repaired', '019aa1b2-0000-7000-8000-000000000051') targetId: string;
  @Shown('Unified social credit code of the applicant', '91445103MA00TQT27J') uscc: string;
  @Shown('Name of the applicant, a firm', '某不锈钢制品厂（测试）') partyName: string;
  @Shown('Registered in another province', false) otherProvince: boolean;
  @Shown('Display class', 'ordinary') displayClass: string;
  @Shown('First day of the display, YYYY-MM-DD, Asia/Shanghai', '2026-08-10', { nullable: true }) shownOn: string | null;
  @Shown('When the application arrived, RFC 3339 UTC', '2026-11-24T01:00:00.000Z') appliedAt: string;
  @Shown('Materials that were handed in', ['application'], { type: [String] }) materials: readonly string[];
  @Shown('The promise to be honest', '本企业承诺依法诚信经营') promise: string;
  @Shown('When the applicant was told once what is missing, RFC 3339 UTC', null, { nullable: true }) askedAt: string | null;
  @Shown('What was verified; null before', null, { nullable: true, type: Object }) verification: object | null;
  @Shown('When the time to decide was extended, RFC 3339 UTC', null, { nullable: true }) extendedAt: string | null;
  @Shown('When it was decided, RFC 3339 UTC', null, { nullable: true }) decidedAt: string | null;
  @Shown('When it was revoked for fraud, RFC 3339 UTC', null, { nullable: true }) revokedAt: string | null;
  @Shown('Reasons of the last decision', null, { nullable: true }) reasons: string | null;
  @Shown('Earliest safe date of its open clocks, RFC 3339 UTC', null, { nullable: true }) nextDue: string | null;
}

export class RepairConditionDto {
  @Shown('Code', 'minimum-shown') code: string;
  @Shown('Asked before it is accepted, or before it is decided: acceptance or decision', 'acceptance') stage: string;
  @Shown('Label in both languages', { zh: '最短公示期已经届满', en: 'The shortest time of display is over' }, { type: Object }) label: object;
  @Shown('Whether it holds; null while nobody verified it', true, { nullable: true, type: Boolean }) holds: boolean | null;
  @Shown('What it was judged by', { shownOn: '2026-08-10', minimumUntil: '2026-11-10', appliedOn: '2026-11-11' }, { type: Object }) facts: object;
  @Shown('Legal ground, with whether its text was read', { source: '总局令第107号', article: '第九条第二款', status: 'verified' }, { type: Object }) basis: object;
}

export class JudgedCreditRepairDto extends CreditRepairDto {
  @Shown('Every condition of its class, with what it was judged by', [], { type: [RepairConditionDto] }) conditions: readonly RepairConditionDto[];
}

export class MovedCreditRepairDto extends CreditRepairDto {
  @ApiProperty({ description: 'Document that the command issued; null where it issues none', type: IssuedDocumentDto, nullable: true, example: null })
  document: IssuedDocumentDto | null;
}

export class CreditRepairPage {
  @Shown('Newest first', [], { type: [CreditRepairDto] }) items: readonly CreditRepairDto[];
}

export class RepairClassDto {
  @Shown('Display class', 'ordinary') code: string;
  @Shown('Label in both languages', { zh: '一般', en: 'Ordinary' }, { type: Object }) label: object;
  @Shown('Months of display before a repair; null where there is none', 3, { nullable: true, type: Number }) earlyMonths: number | null;
  @Shown('Months after which the display ends by itself', 12, { nullable: true, type: Number }) months: number | null;
  @Shown('Codes of the conditions', ['minimum-shown'], { type: [String] }) conditions: readonly string[];
  @Shown('Legal ground', { source: '总局令第45号', article: '第十五条', status: 'verified' }, { type: Object }) basis: object;
}

export class RepairConflictDto {
  @Shown('Code', 'decision-time') code: string;
  @Shown('What the two orders differ about', { zh: '移出名单申请的决定期限', en: 'Time to decide on removal from the list' }, { type: Object }) question: object;
  @Shown('What is applied', { source: '总局令第107号', article: '第十六条第二款', status: 'verified' }, { type: Object }) applied: object;
  @Shown('What it goes before', { source: '总局令第44号', article: '第十七条第三款', status: 'verified' }, { type: Object }) against: object;
  @Shown('Why, in both languages', { zh: '新规定、特别规定优先', en: 'The later and the special rule goes first' }, { type: Object }) why: object;
}

export class RepairConditionRowDto {
  @Shown('Code', 'minimum-shown') code: string;
  @Shown('acceptance or decision', 'acceptance') stage: string;
  @Shown('Label in both languages', { zh: '最短公示期已经届满', en: 'The shortest time of display is over' }, { type: Object }) label: object;
  @Shown('Legal ground', { source: '总局令第107号', article: '第九条第二款', status: 'verified' }, { type: Object }) basis: object;
}

export class RepairMaterialDto {
  @Shown('Code', 'application') code: string;
  @Shown('Label in both languages', { zh: '信用修复申请书', en: 'Application' }, { type: Object }) label: object;
  @Shown('Legal ground', { source: '总局令第107号', article: '第十四条第二款第一项', status: 'verified' }, { type: Object }) basis: object;
}

export class RepairConditions {
  @Shown('Display classes and what each asks', [], { type: [RepairClassDto] }) classes: readonly RepairClassDto[];
  @Shown('Conditions', [], { type: [RepairConditionRowDto] }) conditions: readonly RepairConditionRowDto[];
  @Shown('Materials of an application', [], { type: [RepairMaterialDto] }) materials: readonly RepairMaterialDto[];
  @Shown('Where orders differ: which one is applied, and why', [], { type: [RepairConflictDto] }) conflicts: readonly RepairConflictDto[];
}
