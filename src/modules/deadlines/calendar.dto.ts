import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsNotEmpty, IsObject, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

export class LoadCalendarDto {
  @ApiProperty({ description: 'Calendar year', example: 2027, minimum: 2000, maximum: 2100 })
  @IsInt() @Min(2000) @Max(2100)
  year: number;

  @ApiProperty({ description: 'Number of the official notice; no calendar without one', example: '国办发明电〔2026〕×号', maxLength: 60 })
  @IsString() @IsNotEmpty() @MaxLength(60)
  notice: string;

  @ApiProperty({ description: 'Title of the notice', example: '国务院办公厅关于2027年部分节假日安排的通知', maxLength: 120 })
  @IsString() @IsNotEmpty() @MaxLength(120)
  noticeTitle: string;

  @ApiProperty({ description: 'Date of the notice, YYYY-MM-DD', example: '2026-11-30' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  noticeDate: string;

  @ApiProperty({ description: 'Date → {kind: statutory_holiday | shifted_rest_day | make_up_working_day, name: {zh, en}}; every day that the notice names', example: { '2027-01-01': { kind: 'statutory_holiday', name: { zh: '元旦', en: "New Year's Day" } } } })
  @IsObject()
  days: Record<string, unknown>;
}

/** Not how many clocks moved: the sweeper of another process may have counted some of them first. Each change is an entry deadline.recounted in the ledger of its subject. */
export class LoadedCalendarDto {
  @ApiProperty({ description: 'Calendar year', example: 2027 })
  year: number;

  @ApiProperty({ description: 'Number of the notice', example: '国办发明电〔2026〕×号' })
  notice: string;
}
