import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  /** As it came over the wire. */
  readonly raw: string;
}

/** A mail server of our own on a free port. `answer` may refuse: null takes the mail, a code refuses it. */
export class Mailbox {
  readonly received: Received[] = [];
  /** By address: reply code of RCPT TO. */
  readonly refusing = new Map<string, number>();
  private readonly server: SMTPServer;

  private constructor(password: string | null) {
    this.server = new SMTPServer({
      authOptional: password === null, hideSTARTTLS: true, allowInsecureAuth: true, disabledCommands: ['STARTTLS'],
      onAuth: ({ password: given = '' }, _, done) => (given === password ? done(null, { user: 'zhiheng' }) : done(new Error('No'))),
      onRcptTo: ({ address }, _, done) => {
        const code = this.refusing.get(address);
        done(code === undefined ? undefined : Object.assign(new Error(`${address} is not welcome`), { responseCode: code }));
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => void this.keep(Buffer.concat(parts), session.envelope.rcptTo.map(({ address }) => address)).then(() => done(), done));
      },
    });
    // A client that is closed in the middle of a word is none of the test's business.
    this.server.on('error', () => undefined);
  }

  static async start(password: string | null = null): Promise<Mailbox> {
    const mailbox = new Mailbox(password);
    await new Promise<void>((resolve) => mailbox.server.listen(0, '127.0.0.1', resolve));
    return mailbox;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  to(address: string): Received[] {
    return this.received.filter(({ to }) => to.includes(address));
  }

  stop(): Promise<void> {
    return new Promise((resolve) => void this.server.close(() => resolve()));
  }

  private async keep(raw: Buffer, to: readonly string[]): Promise<void> {
    const { from, subject = '', text = '', messageId = '' } = await PostalMime.parse(raw);
    this.received.push({ to, from: from?.address ?? '', subject, text: text.trimEnd(), messageId, raw: raw.toString() });
  }
}
