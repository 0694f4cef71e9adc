import { ApiProperty } from '@nestjs/swagger';
import { BasisDto } from '../../platform/http/shared.dto.js';

export class ChannelDto {
  @ApiProperty({ description: 'Code', example: 'hotline-12345' })
  code: string;

  @ApiProperty({ description: 'Name in the reader’s language', example: '12345热线' })
  label: string;

  @ApiProperty({ description: 'Line that it is part of today', example: null, nullable: true, type: String })
  mergedInto: string | null;

  @ApiProperty({ description: 'Who is owed an answer: hotline-12345, national-12315, direct, partner, agency or none; chooses the clock', example: 'hotline-12345' })
  reply: string;

  @ApiProperty({ description: 'Source', type: BasisDto, example: { source: '潮办发〔2021〕2号', article: '第17项', status: 'verified' } })
  basis: BasisDto;
}

export class ChannelPage {
  @ApiProperty({ description: 'Every way in', type: [ChannelDto], example: [] })
  items: ChannelDto[];
}

export class CodeNodeDto {
  @ApiProperty({ description: 'Key to send as db44Node', example: 'db44t2479-2024:1003:100302' })
  key: string;

  @ApiProperty({ description: 'Printed code; not a key', example: '100302' })
  code: string;

  @ApiProperty({ description: 'Name in the reader’s language', example: '商标' })
  label: string;
}

export class CodeTableDto {
  @ApiProperty({ description: 'Code of the table', example: 'db44t2479-2024' })
  code: string;

  @ApiProperty({ description: 'Title', example: '12345诉求事项分类与编码规范（DB44/T 2479—2024）附录A' })
  title: string;

  @ApiProperty({ description: 'verified or unverified', example: 'unverified' })
  status: string;

  @ApiProperty({ description: 'Remark', example: '第三方转录' })
  note: string;

  @ApiProperty({ description: 'Nodes', type: [CodeNodeDto], example: [] })
  nodes: CodeNodeDto[];
}

export class GroundDto {
  @ApiProperty({ description: 'Code', example: 'no-consumer-dispute' })
  code: string;

  @ApiProperty({ description: 'Article', example: '总局令第121号第十六条第三项' })
  article: string;

  @ApiProperty({ description: 'Words in the reader’s language', example: '不是为生活消费需要，或不能证明存在消费者权益争议' })
  label: string;
}

export class GroundsDto {
  @ApiProperty({ description: 'Grounds on which a complaint or report is declined', type: [GroundDto], example: [] })
  grounds: GroundDto[];

  @ApiProperty({ description: 'Factors that prompt an officer to look at ground no-consumer-dispute (第十七条); they decide nothing', type: [GroundDto], example: [] })
  factors: GroundDto[];

  @ApiProperty({ description: 'Ways that a caller can be told of (第四十四条)', type: [GroundDto], example: [] })
  otherRoutes: Omit<GroundDto, 'article'>[];
}
