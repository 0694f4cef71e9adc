import { Injectable } from '@nestjs/common';
import { CHANNEL_CODES, type ChannelCode } from './data/moments.data.js';
import type { Letter } from './domain/words.rules.js';

export interface Outgoing {
  /** Id of the delivery: the same whenever it is sent again. */
  readonly id: string;
  readonly address: string;
  /** A channel without subjects sends the text alone. */
  readonly letter: Letter;
}

/** What the other side will never take: the address does not exist there, or is not let in. Holds its reply code and not its words, which repeat the address. */
export class Refused extends Error {
  constructor(readonly code: string) {
    super(`refused ${code}`);
  }
}

/** A way out of the system. Throws {@link Refused} where trying again is of no use, and a JobFault where it is. */
export interface Channel {
  send(outgoing: Outgoing): Promise<void>;
}

/** The channels that can be used here. Integrations connect them while modules are built; without any there is the inbox alone. */
@Injectable()
export class Channels {
  private readonly connected = new Map<ChannelCode, Channel>();

  connect(code: ChannelCode, channel: Channel): void {
    this.connected.set(code, channel);
  }

  get ready(): readonly ChannelCode[] {
    return CHANNEL_CODES.filter((code) => this.connected.has(code));
  }

  get(code: ChannelCode): Channel | undefined {
    return this.connected.get(code);
  }
}
