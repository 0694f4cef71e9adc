import { Module } from '@nestjs/common';
import { MessagesModule } from '../../messages/index.js';
import { MailServer } from './mail.service.js';

@Module({ imports: [MessagesModule], providers: [MailServer] })
export class MailModule {}
