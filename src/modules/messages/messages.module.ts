import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { Channels } from './channels.service.js';
import { MessageCodes } from './message-codes.service.js';
import { InboxService } from './inbox.service.js';
import { MessageSettingsService } from './message-settings.service.js';
import { InboxController, MessageSettingsController } from './messages.controller.js';
import { MessagesJobs } from './messages.jobs.js';
import { MessagesSending } from './messages.sending.service.js';
import { MessagesWriting } from './messages.writing.service.js';

@Module({
  imports: [IdentityModule],
  controllers: [InboxController, MessageSettingsController],
  providers: [InboxService, MessageSettingsService, MessagesWriting, MessagesSending, MessagesJobs, Channels, MessageCodes],
  exports: [Channels],
})
export class MessagesModule {}
