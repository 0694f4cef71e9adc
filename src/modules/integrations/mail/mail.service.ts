import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Config } from '../../../platform/config/config.js';
import { JobFault } from '../../../platform/queues/reason.js';
import { Channels, Refused, type Outgoing } from '../../messages/index.js';

/** Milliseconds. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
/** Replies of RFC 5321 from here on are for good; the first five are about the command and not about the address. */
const FOR_GOOD = 505;
const ABOUT_THE_ADDRESS = ['RCPT TO', 'DATA'];

type Failure = { code?: string; command?: string; responseCode?: number };
type Transport = ReturnType<typeof transportTo>;

/** The mail server of the office. It carries mail, and short messages to a gateway that takes mail for `{phone}@…`. Off where nothing is configured. */
@Injectable()
export class MailServer implements OnModuleInit, OnModuleDestroy {
  private transport: Transport | null = null;

  constructor(
    private readonly config: Config,
    private readonly channels: Channels,
  ) {}

  onModuleInit(): void {
    const { SMTP_URL: url, SMS_ADDRESS: gateway } = this.config;
    if (url === undefined) return;
    const transport = transportTo(url);
    this.transport = transport;
    this.channels.connect('mail', { send: (outgoing) => this.post(transport, outgoing, outgoing.address) });
    if (gateway !== undefined) this.channels.connect('sms', { send: (outgoing) => this.post(transport, outgoing, gateway.replace('{phone}', outgoing.address)) });
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }

  private async post(transport: Transport, { id, letter }: Outgoing, to: string): Promise<void> {
    const { MAIL_FROM: from } = this.config;
    try {
      // The same id whenever it is sent again: a mailbox that has it already shows it once. Not answered by machines (RFC 3834).
      await transport.sendMail({ from, to: { name: '', address: to }, subject: letter.subject, text: letter.text, messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`, headers: { 'Auto-Submitted': 'auto-generated' } });
    } catch (error) {
      throw told(error as Failure);
    }
  }
}

function transportTo(url: string) {
  return createTransport({ url, pool: true, disableFileAccess: true, disableUrlAccess: true, ...PATIENCE });
}

/** Refused for good only where the reply is about this address. A password that no longer holds (535) is mended by the office, and then all goes out. */
function told({ code = 'unknown', command = '', responseCode = 0 }: Failure): Error {
  if (ABOUT_THE_ADDRESS.includes(command) && responseCode >= FOR_GOOD) return new Refused(String(responseCode));
  return new JobFault(`mail server: ${[code, ...(responseCode === 0 ? [] : [responseCode])].join(' ')}`);
}
