import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { AttachRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import type { Page } from '../../platform/http/pagination.js';
import { Act, Permit, Repeatable } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { InboxService } from './inbox.service.js';
import { MessageSettingsService } from './message-settings.service.js';
import { ChangeMessageSettingsDto, ConfirmMessageAddressDto, InboxPage, InboxQuery, MarkedDto, MessageDto, MessageSettingsDto, ReadUntilDto, RemoveMessageAddressDto, SetMessageAddressDto, UnreadDto } from './messages.dto.js';

const TWICE = 'Reading twice keeps the first time';

@ApiTags('messages')
@Controller('v1/inbox')
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @Permit('message.own')
  @ReadRoute('My messages, newest first', InboxPage)
  list(@Act() acting: Acting, @Query() query: InboxQuery): Promise<Page<MessageDto>> {
    return this.inbox.list(acting, query);
  }

  @Get('unread')
  @Permit('message.own')
  @ReadRoute('How many I have not read', UnreadDto)
  unread(@Act() acting: Acting): Promise<UnreadDto> {
    return this.inbox.unread(acting);
  }

  @Post('read')
  @HttpCode(200)
  @Permit('message.own')
  @Repeatable(TWICE)
  @OpenRoute(null, 'Mark all until an instant as read', MarkedDto)
  readUntil(@Act() acting: Acting, @Body() { until }: ReadUntilDto): Promise<Answer<MarkedDto>> {
    return this.inbox.readUntil(acting, until);
  }

  @Post(':id/read')
  @HttpCode(200)
  @Permit('message.own')
  @Repeatable(TWICE)
  @OpenRoute(null, 'Mark a message as read; what waits to be sent of it is left out', MessageDto)
  read(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<MessageDto>> {
    return this.inbox.read(acting, id);
  }
}

@ApiTags('messages')
@Controller('v1/message-settings')
export class MessageSettingsController {
  constructor(private readonly settings: MessageSettingsService) {}

  @Get()
  @Permit('message.own')
  @ReadRoute('How I am told: channels, hours and moments', MessageSettingsDto)
  show(@Act() acting: Acting): Promise<MessageSettingsDto> {
    return this.settings.show(acting);
  }

  @Post()
  @HttpCode(200)
  @Permit('message.own')
  @Repeatable('Setting the same again changes nothing')
  @AttachRoute('Set hours and moments, all of them', MessageSettingsDto)
  change(@Act() acting: Acting, @Body() body: ChangeMessageSettingsDto): Promise<Answer<MessageSettingsDto>> {
    return this.settings.change(acting, body);
  }

  @Post('addresses')
  @HttpCode(200)
  @Permit('message.own')
  @Repeatable('A second code within a minute is refused')
  @AttachRoute('Give the address of a channel; a code is sent to it', MessageSettingsDto)
  setAddress(@Act() acting: Acting, @Body() body: SetMessageAddressDto): Promise<Answer<MessageSettingsDto>> {
    return this.settings.setAddress(acting, body);
  }

  @Post('addresses/confirm')
  @HttpCode(200)
  @Permit('message.own')
  @Repeatable('What is confirmed stays confirmed')
  @AttachRoute('Show with the code that the address is mine', MessageSettingsDto)
  confirm(@Act() acting: Acting, @Body() body: ConfirmMessageAddressDto): Promise<Answer<MessageSettingsDto>> {
    return this.settings.confirm(acting, body);
  }

  @Post('addresses/remove')
  @HttpCode(200)
  @Permit('message.own')
  @Repeatable('Removing twice changes nothing')
  @AttachRoute('Remove the address of a channel; nothing more is sent by it', MessageSettingsDto)
  remove(@Act() acting: Acting, @Body() { channel }: RemoveMessageAddressDto): Promise<Answer<MessageSettingsDto>> {
    return this.settings.remove(acting, channel);
  }
}
