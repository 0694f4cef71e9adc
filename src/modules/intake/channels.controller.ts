import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReadRoute } from '../../platform/http/documented.js';
import { Permit } from '../../platform/http/route.js';
import { ChannelPage, CodeTableDto, GroundsDto } from './channels.dto.js';
import { CHANNEL_ROWS, type ChannelRow } from './data/channels.data.js';
import { DB44, DB44_NODES } from './data/db44.data.js';
import { CONSUMER_FACTORS, GROUNDS, OTHER_ROUTES } from './domain/grounds.rules.js';

/** What a desk chooses from. Tables of the code, the same for everybody; texts are chosen by language when the answer is written. */
@ApiTags('complaints')
@Controller('v1')
export class ChannelsController {
  @Get('channels')
  @Permit('complaint.read')
  @ReadRoute('Every way in, with who is owed an answer', ChannelPage)
  channels(): ChannelPage {
    return { items: (CHANNEL_ROWS as readonly ChannelRow[]).map((row) => ({ ...row, mergedInto: row.mergedInto ?? null })) } as unknown as ChannelPage;
  }

  @Get('code-tables/db44t2479-2024')
  @Permit('complaint.read')
  @ReadRoute('Classification of the 12345 line, as far as it concerns this system', CodeTableDto)
  db44(): CodeTableDto {
    return { ...DB44, nodes: DB44_NODES } as unknown as CodeTableDto;
  }

  @Get('complaint-grounds')
  @Permit('complaint.read')
  @ReadRoute('Grounds, factors and other ways, with their articles', GroundsDto)
  grounds(): GroundsDto {
    return { grounds: GROUNDS, factors: CONSUMER_FACTORS, otherRoutes: OTHER_ROUTES } as unknown as GroundsDto;
  }
}
