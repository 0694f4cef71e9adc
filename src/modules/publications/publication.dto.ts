import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { Choice, Count, OptionalChoice, OptionalDay, OptionalId, OptionalRows, OptionalWords, Shown, Words, Yes } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import type { ShownText } from '../../platform/http/shared.dto.js';
import { BANDS, SERIOUS_FIELDS } from './data/display-classes.data.js';
import { PROFILES, STATED_EXEMPTIONS, WRITTEN_PROFILES } from './data/profiles.data.js';
import { REDACTION_CODES } from './data/redactions.data.js';

const STATES = ['draft', 'in-review', 'approved', 'published', 'withdrawing', 'withdrawn', 'stopped', 'not-published'];
const codesOf = (rows: readonly { readonly code: string }[]): string[] => rows.map(({ code }) => code);

export class WrittenPartyDto {
  @Words('Name of the organisation; no natural person', '潮州市潮安区某不锈钢制品厂（测试）', 200) name: string;
  @OptionalWords('Unified social credit code', '91445103MA00TQT27J', 18) uscc?: string;
}

export class ProposePublicationDto {
  @Choice('Profile', [...WRITTEN_PROFILES]) profile: string;
  @Words('Title, without personal data', '知识产权保护典型案例（一）', 200) title: string;
  @Words('Text', '当事人销售侵犯注册商标专用权的餐具，市场监管部门依法查处。', 50_000) text: string;
  @OptionalId('Case that it is about: its people and reporters are looked for in the text') caseId?: string;
  @OptionalRows('Whom it is about, as shown', WrittenPartyDto, [{ name: '潮州市潮安区某不锈钢制品厂（测试）' }], 20) parties?: WrittenPartyDto[];
}

export class SubmitPublicationDto {
  @OptionalChoice('Discretionary band of the decision (公示规定第十三条第二款); without it a low fine counts as ordinary', codesOf(BANDS)) band?: string;
  @OptionalChoice('Field in which everything beyond the minor is serious (第十四条第一款)', codesOf(SERIOUS_FIELDS)) field?: string;
  @OptionalDay('Last day of the restriction, where a penalty restricts (第十四条第二款)') restrictedUntil?: string;
}

export class SpanPlaceDto {
  @Count('Start in the original, UTF-16 units', 0, 1_000_000) start: number;
  @Count('End, not included', 1, 1_000_000) end: number;
}

export class HideDto extends SpanPlaceDto {
  @Choice('Rule', [...REDACTION_CODES]) rule: string;
  @Words('Why it is not shown', '与违法事实无关的个人信息', 500) reason: string;
}

export class ShowAgainDto extends SpanPlaceDto {
  @Words('Why it is shown after all', '系当事人登记的经营场所', 500) reason: string;
}

export class RedactDto {
  @OptionalRows('Places to hide; one that covers others takes their place', HideDto, [{ start: 10, end: 14, rule: 'reviewer', reason: '与违法事实无关的个人信息' }], 500) hide?: HideDto[];
  @OptionalRows('Places of the map to show again, as they stand in it', ShowAgainDto, [{ start: 40, end: 52, reason: '系当事人登记的经营场所' }], 500) showAgain?: ShowAgainDto[];
}

export class ApprovePublicationDto {
  @Yes('The review for secrecy is done: nothing in it is a state secret or endangers security or stability (公示规定第五条)') secrecyReviewed: boolean;
  @Words('Opinion', '处理适当，同意公示', 2000) opinion: string;
}

export class PublicationReasonDto {
  @Words('Reason', '漏处理一处电话号码', 2000) reason: string;
}

export class SetAsidePublicationDto extends PublicationReasonDto {
  @Choice('Ground for not publishing', STATED_EXEMPTIONS) ground: string;
}

export class RecordPushDto {
  @Words('Authority of the other province', '福建省市场监督管理局', 200) to: string;
  @Words('Receipt of the push', '回执第1号', 200) receipt: string;
}

export class PublicationListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only in this state', enum: STATES, example: 'in-review' })
  @IsOptional() @IsIn(STATES)
  state?: string;

  @ApiPropertyOptional({ description: 'Only of this profile', enum: codesOf(PROFILES), example: 'penalty-decision' })
  @IsOptional() @IsIn(codesOf(PROFILES))
  profile?: string;
}

export class ShownPartyDto {
  @Shown('Name as it is shown', '潮州市潮安区某不锈钢制品厂（测试）') name: string;
  @Shown('Unified social credit code', '91445103MA00TQT27J', { nullable: true }) uscc: string | null;
}

export class PublicationDto {
  @Shown('Publication id', '019aa1b2-0000-7000-8000-000000000060') id: string;
  @Shown('State', 'in-review') state: string;
  @Shown('Version; the ETag', 2) version: number;
  @Shown('Agency that publishes', 'chaoan-market-regulation') agency: string;
  @Shown('Profile', 'penalty-decision') profile: string;
  @Shown('Title', '行政处罚决定书') title: string;
  @Shown('Number of the document', '潮安市监处罚〔2026〕1号', { nullable: true }) number: string | null;
  @Shown('Day of the decision, YYYY-MM-DD, Asia/Shanghai', '2026-08-03', { nullable: true }) decidedOn: string | null;
  @Shown('Parties as they are shown', [], { type: [ShownPartyDto] }) parties: readonly ShownPartyDto[];
  @Shown('Case', '019aa1b2-0000-7000-8000-000000000042', { nullable: true }) caseId: string | null;
  @Shown('Document', '019aa1b2-0000-7000-8000-000000000043', { nullable: true }) documentId: string | null;
  @Shown('A party is registered in another province (第十条)', false) otherProvince: boolean;
  @Shown('Display class', 'ordinary') displayClass: string;
  @Shown('Last day of the restriction, YYYY-MM-DD, Asia/Shanghai', '2027-08-03', { nullable: true }) restrictedUntil: string | null;
  @Shown('When the party was told on service, RFC 3339 UTC', '2026-08-04T01:00:00.000Z', { nullable: true }) toldAt: string | null;
  @Shown('Account that submitted it', '019aa1b2-0000-7000-8000-000000000001', { nullable: true }) preparedBy: string | null;
  @Shown('Account that approved it', '019aa1b2-0000-7000-8000-000000000002', { nullable: true }) approvedBy: string | null;
  @Shown('When it was published, RFC 3339 UTC', '2026-08-10T01:00:00.000Z', { nullable: true }) publishedAt: string | null;
  @Shown('Why it is not published', 'warning-only', { nullable: true }) exemption: string | null;
  @Shown('Why it was returned, set aside or withdrawn', '漏处理一处电话号码', { nullable: true }) reason: string | null;
  @Shown('Earliest safe date of its clocks, RFC 3339 UTC', '2026-08-31T15:59:59.999Z', { nullable: true }) nextDue: string | null;
}

export class PublicationPage {
  @Shown('Newest first', [], { type: [PublicationDto] }) items: readonly PublicationDto[];
}

export class SegmentDto {
  @Shown('Start in the original, UTF-16 units', 0) start: number;
  @Shown('End, not included', 12) end: number;
  @Shown('What the original says', '13800000000') original: string;
  @Shown('What is shown', '〔电话〕') shown: string;
  @Shown('Kept as it was', false) kept: boolean;
  @Shown('Rule', 'phone', { nullable: true }) rule: string | null;
  @Shown('Why it is hidden', '电话号码', { nullable: true }) reason: string | null;
}

export class PublicationReviewDto extends PublicationDto {
  @Shown('Original and what is shown, piece by piece: side by side they give both texts', [], { type: [SegmentDto] }) segments: readonly SegmentDto[];
}

export class ProfileDto {
  @Shown('Code', 'penalty-decision') code: string;
  @Shown('Label', '行政处罚决定', { type: String }) label: ShownText;
  @Shown('List of the public', 'penalties') shelf: string;
  @Shown('Fields shown, in their order', ['party'], { type: [String] }) fields: readonly string[];
  @Shown('Fields never shown', ['panel'], { type: [String] }) hidden: readonly string[];
  @Shown('How the party is told on service', '市场监督管理部门将依法向社会公开行政处罚决定信息', { nullable: true }) told: string | null;
}

export class DisplayClassDto {
  @Shown('Code', 'ordinary') code: string;
  @Shown('Label', '一般', { type: String }) label: ShownText;
  @Shown('Months until it stops by itself', 12, { nullable: true, type: Number }) months: number | null;
  @Shown('Months after which an earlier end may be asked for', 3, { nullable: true, type: Number }) earlyMonths: number | null;
}

export class PublicationRulesDto {
  @Shown('Profiles', [], { type: [ProfileDto] }) profiles: readonly ProfileDto[];
  @Shown('Display classes', [], { type: [DisplayClassDto] }) classes: readonly DisplayClassDto[];
}
