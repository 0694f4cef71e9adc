import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { Choice, Id, OptionalChoice, OptionalRows, OptionalWords, Rows, Shown, Words, Yes } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { RIGHT_TYPES } from '../identity/index.js';
import { EXIT_CODES, INDUSTRY_CODES, MATERIAL_CODES, OBJECTORS } from './data/whitelist.data.js';
import { WHITELIST_ENTRY_LIFECYCLE } from './domain/whitelist-entry.lifecycle.js';

const STATES = Object.keys(WHITELIST_ENTRY_LIFECYCLE.states);
const USCC = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
const RIGHT = { type: 'trademark', number: '12345678', name: '测试牌' };
const CONTACT = { name: '李联系（测试）', phone: '13800000000', post: '法务经理' };

export class WatchedRightDto {
  @Choice('Type of the right', RIGHT_TYPES) type: string;
  @Words('Registration or application number', '12345678', 60) number: string;
  @OptionalWords('Mark or product, as people know it', '测试牌', 100) name?: string;
}

export class ContactDto {
  @Words('Name', '李联系（测试）', 60) name: string;
  @Words('Telephone', '13800000000', 40) phone: string;
  @Words('Post', '法务经理', 60) post: string;
}

export class ApplyForWhitelistDto {
  @Words('Name of the firm', '潮州市潮安区某不锈钢制品厂（测试）', 200) name: string;
  @ApiProperty({ description: 'Unified social credit code', example: '91445103MA00TQT27J' })
  @Matches(USCC)
  uscc: string;
  @Choice('Field of the measure (潮办发〔2021〕2号第3项)', INDUSTRY_CODES) industry: string;
  @ApiProperty({ description: 'Class of GB/T 4754-2017, four digits, one of that field', example: '3382' })
  @Matches(/^\d{4}$/)
  industryClass: string;
  @ApiProperty({ description: 'Region code', example: '445103' })
  @Matches(/^(\d{6}|CZ-FENGXI)$/)
  region: string;
  @Rows('Rights under watch', WatchedRightDto, [RIGHT], 200) rights: WatchedRightDto[];
  @Rows('Whom to call', ContactDto, [CONTACT], 10) contacts: ContactDto[];
  @ApiProperty({ description: 'Materials that were handed in', enum: MATERIAL_CODES, isArray: true, example: [...MATERIAL_CODES] })
  @IsArray() @ArrayUnique() @ArrayMaxSize(MATERIAL_CODES.length) @IsIn(MATERIAL_CODES, { each: true })
  materials: string[];
}

export class AskWhitelistCorrectionDto {
  @Words('What is missing, all of it', '缺少权利证书', 2000) missing: string;
}

export class CorrectWhitelistDto {
  @ApiProperty({ description: 'Materials that were handed in later', enum: MATERIAL_CODES, isArray: true, example: ['right-certificates'] })
  @IsArray() @ArrayUnique() @ArrayMaxSize(MATERIAL_CODES.length) @IsIn(MATERIAL_CODES, { each: true })
  materials: string[];
}

export class GiveWhitelistNoticeDto {
  @Words('Opinion of who examined it', '权利有效，信用记录良好，同意公示', 2000) opinion: string;
  @Words('Where the public notice is', '潮州市市场监督管理局网站', 300) channel: string;
  @Yes('All rights were found to be in force in their registers') rightsConfirmed: boolean;
}

export class WhitelistObjectionDto {
  @Choice('Who objects: a kind, no name', OBJECTORS) from: string;
  @Words('What is objected. Nothing of who objects', '该企业权利已被宣告无效', 4000) content: string;
}

export class AnswerWhitelistObjectionDto {
  @Id('Objection') objection: string;
  @Words('Answer', '经核查，权利有效', 4000) answer: string;
  @Yes('Whether the objection is right') upheld: boolean;
}

export class WhitelistReasonDto {
  @Words('Reason', '企业申请', 2000) reason: string;
}

export class ChangeWhitelistDto {
  @Words('Reason', '变更联系人', 2000) reason: string;
  @OptionalRows('Rights under watch from now on, all of them', WatchedRightDto, [RIGHT], 200) rights?: WatchedRightDto[];
  @OptionalRows('Whom to call from now on, all of them', ContactDto, [CONTACT], 10) contacts?: ContactDto[];
}

export class ReviewWhitelistDto {
  @Words('Opinion', '权利有效，无不良记录', 2000) opinion: string;
}

export class AskWhitelistExitDto {
  @Choice('Ground', EXIT_CODES) ground: string;
  @Words('Facts', '行政处罚决定书已送达', 4000) facts: string;
}

export class WhitelistStatementDto {
  @Words('What the firm says', '愿意整改', 4000) content: string;
}

export class WhitelistQuery extends PageQuery {
  @OptionalChoice('State', STATES) state?: string;
  @OptionalChoice('Field', INDUSTRY_CODES) industry?: string;
  @ApiPropertyOptional({ description: 'Unified social credit code', example: '91445103MA00TQT27J' })
  @IsOptional() @Matches(USCC)
  uscc?: string;
}

export class WhitelistObjectionShownDto {
  @Shown('Id', '019aa1b2-0000-7000-8000-000000000080') id: string;
  @Shown('When it came, RFC 3339 UTC', '2026-11-23T02:00:00.000Z') at: string;
  @Shown('Who objects', 'firm') from: string;
  @Shown('What is objected', '该企业权利已被宣告无效') content: string;
  @Shown('Answer; null while there is none', '经核查，权利有效', { nullable: true }) answer: string | null;
  @ApiProperty({ description: 'Whether it was right; null while it is not answered', nullable: true, type: Boolean, example: false }) upheld: boolean | null;
}

export class PublicWhitelistDto {
  @Shown('Name of the firm', '潮州市潮安区某不锈钢制品厂（测试）') name: string;
  @Shown('Unified social credit code', '91445103MA00TQT27J') uscc: string;
  @Shown('Field', 'stainless-steel') industry: string;
  @Shown('noticed, listed, exiting, exited or expired', 'listed') state: string;
  @Shown('Number of the certificate', 'ZB2026-1A2B3C4D5E6F', { nullable: true }) certificate: string | null;
  @Shown('When it was listed, RFC 3339 UTC', '2026-12-14T02:00:00.000Z', { nullable: true }) listedAt: string | null;
  @Shown('When its term ends, RFC 3339 UTC', '2028-12-14T15:59:59.999Z', { nullable: true }) validUntil: string | null;
}

export class PublicWhitelistPage {
  @Shown('Firms on public notice or listed, newest first', [], { type: [PublicWhitelistDto] }) items: readonly PublicWhitelistDto[];
}

export class WhitelistEntryDto extends PublicWhitelistDto {
  @Shown('Id (UUIDv7)', '019aa1b2-0000-7000-8000-000000000081') id: string;
  @Shown('Version; the ETag', 1) version: number;
  @Shown('Agency that took it in', 'chaoan-market-regulation') agency: string;
  @Shown('Region code', '445103') region: string;
  @Shown('Class of GB/T 4754-2017', '3382') industryClass: string;
  @Shown('Rights under watch', [RIGHT], { type: [WatchedRightDto] }) rights: readonly WatchedRightDto[];
  @Shown('Whom to call', [CONTACT], { type: [ContactDto] }) contacts: readonly ContactDto[];
  @Shown('Materials that were handed in', [...MATERIAL_CODES], { type: [String] }) materials: readonly string[];
  @Shown('What was said to be missing', null, { nullable: true }) missing: string | null;
  @Shown('Opinion of who examined it', null, { nullable: true }) opinion: string | null;
  @Shown('Where the public notice is', null, { nullable: true }) channel: string | null;
  @Shown('Objections and their answers', [], { type: [WhitelistObjectionShownDto] }) objections: readonly WhitelistObjectionShownDto[];
  @Shown('When it was last reviewed, RFC 3339 UTC', null, { nullable: true }) reviewedAt: string | null;
  @Shown('Ground of the exit', null, { nullable: true }) exitGround: string | null;
  @Shown('What the firm said to it', null, { nullable: true }) statement: string | null;
  @Shown('Why it was refused, withdrawn, kept, taken off or changed', null, { nullable: true }) reason: string | null;
  @Shown('Earliest safe date, RFC 3339 UTC', '2026-11-30T15:59:59.999Z', { nullable: true }) nextDue: string | null;
}

export class WhitelistPage {
  @Shown('Newest first', [], { type: [WhitelistEntryDto] }) items: readonly WhitelistEntryDto[];
}

export class WhitelistHintDto {
  @Shown('Name of the firm', '潮州市潮安区某不锈钢制品厂（测试）') name: string;
  @Shown('Unified social credit code', '91445103MA00TQT27J') uscc: string;
  @Shown('Role of the firm in the case, or target', 'complainant-right-holder') role: string;
  @Shown('Entry', '019aa1b2-0000-7000-8000-000000000081') entry: string;
}

export class WhitelistHintsDto {
  @Shown('Parties of the case that are on the whitelist. For information: it founds no decision', [], { type: [WhitelistHintDto] }) items: readonly WhitelistHintDto[];
}
