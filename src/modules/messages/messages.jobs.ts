import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Chores } from '../../platform/chores/chores.js';
import { Now } from '../../platform/http/clock.js';
import type { JobData } from '../../platform/queues/catalogue.js';
import { Queues } from '../../platform/queues/queues.js';
import { KEPT_DAYS } from './data/habits.data.js';
import { MessagesSending } from './messages.sending.service.js';
import { MessagesWriting } from './messages.writing.service.js';

const DAY = 86_400_000;
/** How often it is looked whether the quiet hours of somebody are over, milliseconds. */
const LOOK = 15_000;

/** Writes what people are told as it happens, and calls for what is due. All of it stands in rows: a queue that is wiped loses nothing. */
@Injectable()
export class MessagesJobs implements OnModuleInit {
  constructor(
    private readonly queues: Queues,
    private readonly chores: Chores,
    private readonly writing: MessagesWriting,
    private readonly sending: MessagesSending,
    private readonly now: Now,
  ) {}

  onModuleInit(): void {
    this.queues.handle('messages.write', (data) => this.write([data]), (together) => this.write(together));
    this.queues.handle('messages.mail', ({ subjectId }) => this.sending.send(subjectId, this.now.date()));
    this.queues.handle('messages.sms', ({ subjectId }) => this.sending.send(subjectId, this.now.date()));
    this.chores.add('messages.call', LOOK, () => this.sending.call(this.now.date()));
    this.chores.everyHour((at) => this.sending.forget(new Date(at.getTime() - KEPT_DAYS * DAY)));
  }

  private async write(events: readonly JobData[]): Promise<void> {
    const at = this.now.date();
    await this.writing.write(events, at);
    await this.sending.call(at);
  }
}
