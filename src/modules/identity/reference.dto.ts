import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';

export class MeasureParams {
  @ApiProperty({ description: 'Number of the measure in 潮办发〔2021〕2号', example: 7, type: 'integer' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value)) @IsInt() @Min(1) @Max(999)
  number: number;
}

export class AgencyParams {
  @ApiProperty({ description: 'Code of the agency', example: 'cz-market-regulation' })
  @IsString() @MaxLength(100)
  code: string;
}

export class NamedDto {
  @ApiProperty({ description: 'Code', example: 'cz-market-regulation' })
  code: string;

  @ApiProperty({ description: 'Name of today, in the language of Accept-Language', example: '市市场监管局（市知识产权局）' })
  name: string;
}

export class MeasureDefectDto {
  @ApiProperty({ description: 'What is wrong or unclear in the printed responsibility table', example: 'lead-missing' })
  code: string;

  @ApiProperty({ description: 'How it was read', example: '原表未标明牵头单位，未作推定' })
  note: string;
}

export class MeasureDto {
  @ApiProperty({ description: 'Number in 潮办发〔2021〕2号, 1 to 25', example: 7, type: 'integer' })
  number: number;

  @ApiProperty({ description: 'Chapter of the document', example: '加强监督共治，构建知识产权大保护工作格局' })
  chapter: string;

  @ApiProperty({ description: 'Title of the measure', example: '健全知识产权纠纷多元化解机制' })
  title: string;

  @ApiProperty({ description: 'Opening sentence, as printed', example: '建立健全知识产权纠纷人民调解组织……' })
  text: string;

  @ApiProperty({ description: 'Agencies named with 牵头; empty where the table names none', type: [NamedDto], example: [{ code: 'cz-market-regulation', name: '市市场监管局（市知识产权局）' }] })
  lead: NamedDto[];

  @ApiProperty({ description: 'Agencies named without 牵头, in printed order', type: [NamedDto], example: [{ code: 'cz-justice', name: '市司法局' }] })
  supporting: NamedDto[];

  @ApiProperty({ description: 'Bodies made answerable without being named, such as 各有关部门', type: [NamedDto], example: [] })
  genericBodies: NamedDto[];

  @ApiProperty({ description: 'Defects of the printed table', type: [MeasureDefectDto], example: [] })
  defects: MeasureDefectDto[];
}

export class MeasureList {
  @ApiProperty({ description: 'All measures by number; one page', type: [MeasureDto], example: [] })
  items: MeasureDto[];
}

export class CurrentNameDto {
  @ApiProperty({ description: 'Full name of today, for documents', example: '潮州市市场监督管理局' })
  zh: string;

  @ApiProperty({ description: 'verified: read in a text of today; otherwise unverified', example: 'unverified', enum: ['verified', 'unverified'] })
  status: string;

  @ApiProperty({ description: 'Where it was read', example: '潮办发〔2021〕2号' })
  source: string;

  @ApiPropertyOptional({ description: 'Remark', example: 'No local text read.' })
  note?: string;
}

export class AgencyDto {
  @ApiProperty({ description: 'Stable code', example: 'cz-market-regulation' })
  code: string;

  @ApiProperty({ description: 'Everyday name of today', example: '市市场监管局（市知识产权局）' })
  name: string;

  @ApiProperty({ description: 'As printed in the responsibility table of 2021; null when it is not named there', example: '市市场监管局', nullable: true, type: 'string' })
  nameIn2021: string | null;

  @ApiProperty({ description: 'Full name for documents, with its source', type: CurrentNameDto, example: { zh: '潮州市市场监督管理局', status: 'unverified', source: '潮办发〔2021〕2号' } })
  currentName: CurrentNameDto;

  @ApiProperty({ description: 'Other spellings in incoming papers', example: ['市知识产权局'], type: [String] })
  alsoKnownAs: string[];

  @ApiProperty({ description: 'Kind of body', example: 'administrative' })
  kind: string;

  @ApiProperty({ description: 'city, county or local-unit', example: 'city', enum: ['city', 'county', 'local-unit'] })
  level: string;

  @ApiProperty({ description: 'Code of the superior agency; null for none', example: null, nullable: true, type: 'string' })
  parent: string | null;

  @ApiProperty({ description: 'Region served: GB/T 2260 code, or a code of our own for a unit without one', example: '445100' })
  region: string;

  @ApiPropertyOptional({ description: 'true: seated outside the city, has no accounts and no cases', example: true })
  outside?: true;

  @ApiPropertyOptional({ description: 'Remark', example: 'Distributes; an office without power hands back to it.' })
  note?: string;
}

export class AgencyList {
  @ApiProperty({ description: 'All agencies by code; one page', type: [AgencyDto], example: [] })
  items: AgencyDto[];
}

export class PermissionDto {
  @ApiProperty({ description: 'Code', example: 'complaint.accept' })
  code: string;

  @ApiProperty({ description: 'What it allows', example: '受理' })
  label: string;

  @ApiProperty({ description: 'Whether it changes anything', example: 'writes', enum: ['reads', 'writes'] })
  effect: string;
}

export class RoleDto {
  @ApiProperty({ description: 'Code', example: 'intake-clerk' })
  code: string;

  @ApiProperty({ description: 'Name of the post', example: '统一接收机构经办人' })
  label: string;

  @ApiProperty({ description: 'Which matters: all of the city, all but reading only, those of the own agency and below, or none', example: 'city', enum: ['city', 'city-read', 'agencies', 'none'] })
  scope: string;

  @ApiProperty({ description: 'For whom', example: 'person', enum: ['person', 'client'] })
  holder: string;

  @ApiProperty({ description: 'true: held with no other role', example: false })
  alone: boolean;

  @ApiProperty({ description: 'What it may do', type: [PermissionDto], example: [{ code: 'complaint.reroute', label: '改派', effect: 'writes' }] })
  permissions: PermissionDto[];
}

export class RoleList {
  @ApiProperty({ description: 'All roles; one page', type: [RoleDto], example: [] })
  items: RoleDto[];
}
