import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { PageQuery } from '../../platform/http/pagination.js';
import { BasisDto, type ShownText } from '../../platform/http/shared.dto.js';

const ID = '019aa1b2-0000-7000-8000-000000000000';
const INSTANT = '2026-11-22T09:10:00.000Z';
const CODE = /^[\w-]{1,60}$/;
const SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const SM3 = '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0';

export class DocumentFieldDto {
  @ApiProperty({ description: 'Name', example: 'reason' })
  name: string;

  @ApiProperty({ description: 'Label in the reader’s language', example: '不予受理的理由', type: String })
  label: ShownText;

  @ApiProperty({ description: 'Without it the document is not issued', example: true })
  required: boolean;
}

export class DocumentKindDto {
  @ApiProperty({ description: 'Kind', example: 'complaint-non-acceptance' })
  kind: string;

  @ApiProperty({ description: 'Title in the reader’s language', example: '投诉不予受理决定书', type: String })
  title: ShownText;

  @ApiProperty({ description: 'Word of its number (文号用字); null: it has no number', example: '投不受', nullable: true, type: String })
  word: string | null;

  @ApiProperty({ description: 'What it states', type: [DocumentFieldDto], example: [] })
  fields: readonly DocumentFieldDto[];

  @ApiProperty({ description: 'Volume of the file: main 正卷, sub 副卷', enum: ['main', 'sub'], example: 'main' })
  volume: string;

  @ApiProperty({ description: 'Item of the index of the file (令2 第七十八条)', example: 3 })
  item: number;

  @ApiProperty({ description: 'case: whoever sees the case sees it; agency: the agency that has the matter', enum: ['case', 'agency'], example: 'case' })
  visibility: string;

  @ApiProperty({ description: 'Only for subjects with this property, where a kind has several forms', example: { property: 'classification', is: ['consumer-complaint'] }, nullable: true, type: Object })
  when: object | null;

  @ApiProperty({ description: 'Why no command issues it; null where one does', example: null, nullable: true, type: String })
  unissued: string | null;

  @ApiProperty({ description: 'First day of this version, YYYY-MM-DD', example: '2026-04-15' })
  validFrom: string;

  @ApiProperty({ description: 'Last day of it, YYYY-MM-DD; null while it is in use', example: null, nullable: true, type: String })
  validTo: string | null;

  @ApiProperty({ description: 'Where the form comes from', type: BasisDto, example: { source: '市场监督管理部门处理投诉举报文书式样（2026年4月）', article: '文书式样六', status: 'verified' } })
  source: BasisDto;
}

export class DocumentKinds {
  @ApiProperty({ description: 'Every kind, each in every version', type: [DocumentKindDto], example: [] })
  items: DocumentKindDto[];
}

export class DocumentListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only those of this case and of the complaints in it', example: ID })
  @IsOptional() @IsUUID()
  case?: string;

  @ApiPropertyOptional({ description: 'Only those that moves of this subject issued', example: ID })
  @IsOptional() @IsUUID()
  subject?: string;

  @ApiPropertyOptional({ description: 'Only this kind', example: 'penalty-decision' })
  @IsOptional() @Matches(CODE)
  kind?: string;

  @ApiPropertyOptional({ description: 'Only this agency, of those that the reader sees', example: 'chaoan-market-regulation' })
  @IsOptional() @Matches(CODE)
  agency?: string;

  @ApiPropertyOptional({ description: 'yes: those that were withdrawn as well', enum: ['yes', 'no'], default: 'yes', example: 'yes' })
  @IsOptional() @IsIn(['yes', 'no'])
  withdrawn: 'yes' | 'no' = 'yes';
}

export class DocumentRowDto {
  @ApiProperty({ description: 'Document id (UUIDv7)', example: ID })
  id: string;

  @ApiProperty({ description: 'Kind', example: 'complaint-acceptance' })
  kind: string;

  @ApiProperty({ description: 'Title in the reader’s language', example: '投诉受理决定书', type: String })
  title: ShownText;

  @ApiProperty({ description: 'Official number; null where the kind has none', example: '潮安市监投受〔2026〕第1号', nullable: true, type: String })
  number: string | null;

  @ApiProperty({ description: 'Agency that issued it', example: 'chaoan-market-regulation' })
  agency: string;

  @ApiProperty({ description: 'Agency in whose name it was issued', example: 'chaoan-market-regulation' })
  signer: string;

  @ApiProperty({ description: 'Kind of subject whose command issued it', example: 'complaint' })
  subjectType: string;

  @ApiProperty({ description: 'That subject', example: ID })
  subjectId: string;

  @ApiProperty({ description: 'Case; null where there was none yet', example: null, nullable: true, type: String })
  caseId: string | null;

  @ApiProperty({ description: 'Volume of the file: main 正卷, sub 副卷', enum: ['main', 'sub'], example: 'main' })
  volume: string;

  @ApiProperty({ description: 'Item of the index of the file (令2 第七十八条)', example: 3 })
  item: number;

  @ApiProperty({ description: 'Account that issued it', example: ID })
  issuedBy: string;

  @ApiProperty({ description: 'When it was issued, RFC 3339 UTC', example: INSTANT })
  issuedAt: string;

  @ApiProperty({ description: 'When it was withdrawn, RFC 3339 UTC; null while it stands', example: null, nullable: true, type: String })
  withdrawnAt: string | null;

  @ApiProperty({ description: 'Document that took its place', example: null, nullable: true, type: String })
  successorId: string | null;
}

export class DocumentPage {
  @ApiProperty({ description: 'Newest first; the next page is in the Link header', type: [DocumentRowDto], example: [] })
  items: DocumentRowDto[];
}

export class StatedFieldDto {
  @ApiProperty({ description: 'Name', example: 'reason' })
  name: string;

  @ApiProperty({ description: 'Label in the reader’s language', example: '理由', type: String })
  label: ShownText;

  @ApiProperty({ description: 'What the document states; null where nothing was given', example: '所反映事项不属于本机关职责' })
  value: unknown;
}

export class DigestDto {
  @ApiProperty({ description: 'SHA-256 at issue', example: SHA256 })
  sha256: string;

  @ApiProperty({ description: 'SM3 at issue', example: SM3 })
  sm3: string;

  @ApiProperty({ description: 'Both were computed again just now, and the ledger names the same: what is shown is what was issued', example: true })
  intact: boolean;
}

export class DocumentDto extends DocumentRowDto {
  @ApiProperty({ description: 'First day of the version of its form, YYYY-MM-DD', example: '2026-04-15' })
  kindFrom: string;

  @ApiProperty({ description: 'What it states, by the fields of its form', type: [StatedFieldDto], example: [] })
  fields: StatedFieldDto[];

  @ApiProperty({ description: 'Digests over what it states', type: DigestDto, example: { sha256: SHA256, sm3: SM3, intact: true } })
  digest: DigestDto;

  @ApiProperty({ description: 'Why it was withdrawn', example: null, nullable: true, type: String })
  withdrawnReason: string | null;

  @ApiProperty({ description: 'Where the form comes from', type: BasisDto, example: { source: '市场监督管理部门处理投诉举报文书式样（2026年4月）', article: '文书式样五', status: 'verified' } })
  source: BasisDto;
}

export class FiledServiceDto {
  @ApiProperty({ description: 'Service id (UUIDv7)', example: ID })
  id: string;

  @ApiProperty({ description: 'Recipient: id of the entry in the case, complainant, or an agency', example: ID })
  recipient: string;

  @ApiProperty({ description: 'Mode of service', example: 'personal' })
  mode: string;

  @ApiProperty({ description: 'When it was served, RFC 3339 UTC', example: INSTANT })
  servedAt: string;
}

export class FiledDocumentDto extends DocumentRowDto {
  @ApiProperty({ description: 'Place in the index of its volume, from 1', example: 1 })
  place: number;

  @ApiProperty({ description: 'Return slips that are filed behind it', type: [FiledServiceDto], example: [] })
  services: FiledServiceDto[];
}

export class DossierItemDto {
  @ApiProperty({ description: 'Item of 令2 第七十八条', example: 3 })
  item: number;

  @ApiProperty({ description: 'What is filed there, in the reader’s language', example: '对当事人制发的其他法律文书及送达回证', type: String })
  label: ShownText;

  @ApiProperty({ description: 'Documents in the order in which they were issued', type: [FiledDocumentDto], example: [] })
  documents: FiledDocumentDto[];
}

export class DossierDto {
  @ApiProperty({ description: 'Case', example: ID })
  caseId: string;

  @ApiProperty({ description: '正卷: items with documents of those that the reader sees', type: [DossierItemDto], example: [] })
  main: DossierItemDto[];

  @ApiProperty({ description: '副卷: the same', type: [DossierItemDto], example: [] })
  sub: DossierItemDto[];
}
