import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { Choice, Id, Instant, OptionalDay, OptionalId, OptionalWords, OptionalYes, Shown, Words, Yes } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { IssuedDocumentDto } from '../documents/index.js';
import { GROUNDS } from './data/grounds.data.js';
import { LISTING_LIFECYCLE } from './domain/listing.lifecycle.js';

const STATES = Object.keys(LISTING_LIFECYCLE.states);
const CODES = GROUNDS.map(({ code }) => code);

export class ProposeListingDto {
  @Id('Case') caseId: string;
  @Id('Penalty or adjudication of the case on whose decision it rests') proceedingId: string;
  @Id('Party, by the id of its entry in the case; a firm with a credit code') partyId: string;
  @Choice('Ground; labels and articles: GET /v1/listings/grounds', CODES) ground: string;
  @Words('Facts, and the factors of 总局令第44号第十二条: intent, frequency, duration, amounts, harm', '两年内第三次故意假冒同一注册商标，货值金额二十万元') facts: string;
  @OptionalYes('Registered in another province (第十四条第二款)') outsideProvince?: boolean;
}

export class ListingNoticeDto {
  @Words('Rights of the party, as the notice states them', '可以在五个工作日内陈述、申辩、要求听证') rights: string;
}

export class ListingStatementDto {
  @Instant('When it was stated') at: string;
  @Words('What was stated', '当事人认为系误购') content: string;
  @Yes('Whether a hearing was asked for') hearingRequested: boolean;
}

export class ListingHearingDto {
  @Instant('When it was held') at: string;
  @Words('Course', '当事人申辩、质证，最后陈述') course: string;
  @Words('Opinion of the chair', '建议维持拟列入意见') opinion: string;
}

export class ListingOpinionDto {
  @Words('Opinion', '事实清楚，拟同意列入') opinion: string;
  @OptionalWords('Number of the letter, where the superior is outside of the system', '粤市监信函〔2026〕8号', 200) letter?: string;
}

export class DecideListingDto {
  @Words('Provisions', '《市场监督管理严重违法失信名单管理办法》第九条第二项') provisions: string;
  @Words('How to be removed', '满一年且符合第十六条条件的可以申请，满三年移出') removal: string;
  @Words('Remedies', '可以在六十日内申请行政复议，六个月内提起行政诉讼') remedies: string;
  @Yes('Whether the party proved that there was no intent (第十二条第二款)') intentDisproved: boolean;
  @OptionalDay('Last day of a measure with a longer term than the listing') measuresUntil?: string;
}

export class ListingReasonDto {
  @Words('Reason', '情节不属于性质恶劣', 2000) reason: string;
}

export class ListingPublicationDto {
  @Instant('When') at: string;
  @Words('Where', '国家企业信用信息公示系统（广东）', 200) channel: string;
}

export class ChallengeListingDto {
  @Instant('When') at: string;
  @Choice('How', ['reconsideration', 'suit']) way: string;
  @Words('Body', '潮州市人民政府', 200) body: string;
}

export class UpholdListingDto {
  @Instant('When') at: string;
  @Words('Number of the decision', '潮府复〔2026〕8号', 200) fileNumber: string;
}

export class RemoveListingDto {
  @Instant('When the party applied') appliedAt: string;
  @Words('Reasons', '已履行全部义务并整改', 2000) reasons: string;
  @Yes('Duties of the decision performed') performed: boolean;
  @Yes('Harm and ill effects removed') harmRemoved: boolean;
  @Yes('No heavier penalty since') nothingSince: boolean;
}

export class CancelListingDto {
  @Words('Reasons', '所依据的行政处罚决定已被撤销', 2000) reasons: string;
  @OptionalWords('Number of the decision of reconsideration or the judgment against the listing itself', '潮府复〔2026〕9号', 200) fileNumber?: string;
}

export class ListingListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only in this state', enum: STATES, example: 'in-effect' })
  @IsOptional() @IsIn(STATES)
  state?: string;

  @OptionalId('Only of this case') case?: string;
}

export class ListingDto {
  @Shown('Listing id (UUIDv7)', '019aa1b2-0000-7000-8000-000000000040') id: string;
  @Shown('State', 'in-effect') state: string;
  @Shown('Version; the ETag', 7) version: number;
  @Shown('Agency that decides', 'chaoan-market-regulation') agency: string;
  @Shown('Agency above, which consents; null where it is outside of the system', 'cz-market-regulation', { nullable: true }) consentAgency: string | null;
  @Shown('Case', '019aa1b2-0000-7000-8000-000000000042') caseId: string;
  @Shown('Penalty or adjudication that it rests on', '019aa1b2-0000-7000-8000-000000000043') proceedingId: string;
  @Shown('Ground', 'wilful-ip-infringement') ground: string;
  @Shown('Entry of the party in the case', '019aa1b2-0000-7000-8000-000000000044') partyId: string;
  @Shown('Name of the firm', '某不锈钢制品厂（测试）') partyName: string;
  @Shown('Unified social credit code', '91445103MA00TQT27J') uscc: string;
  @Shown('Facts; known personal data of reporters are replaced', '两年内第三次故意假冒') facts: string;
  @Shown('Whether a hearing was asked for', false) hearingRequested: boolean;
  @Shown('When the superior consented, RFC 3339 UTC', null, { nullable: true }) consentedAt: string | null;
  @Shown('When the decision was served, RFC 3339 UTC', null, { nullable: true }) servedAt: string | null;
  @Shown('When it was published, RFC 3339 UTC', null, { nullable: true }) publishedAt: string | null;
  @Shown('When it was removed or cancelled, RFC 3339 UTC', null, { nullable: true }) endedAt: string | null;
  @Shown('Why it ended or was dropped', null, { nullable: true }) reason: string | null;
  @Shown('Earliest safe date of its open clocks, RFC 3339 UTC', null, { nullable: true }) nextDue: string | null;
}

export class MovedListingDto extends ListingDto {
  @ApiProperty({ description: 'Document that the command issued; null where it issues none', type: IssuedDocumentDto, nullable: true, example: null })
  document: IssuedDocumentDto | null;
}

export class ListingPage {
  @Shown('Newest first', [], { type: [ListingDto] }) items: readonly ListingDto[];
}

export class ListingGroundDto {
  @Shown('Code', 'wilful-ip-infringement') code: string;
  @Shown('Label in both languages', { zh: '故意侵犯知识产权', en: 'Wilful infringement' }, { type: Object }) label: object;
  @Shown('Kinds of proceeding whose decision it rests on', ['penalty'], { type: [String] }) rests: readonly string[];
  @Shown('together with that decision, or alone', 'together') decided: string;
  @Shown('Legal ground; one that is unverified founds nothing', { source: '总局令第44号', article: '第九条第二项', status: 'verified' }, { type: Object }) basis: object;
}

export class ListingGrounds {
  @Shown('Grounds', [], { type: [ListingGroundDto] }) grounds: readonly ListingGroundDto[];
}
