import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { derivedKey } from '../../platform/security/derived-key.js';

const DIGITS = 6;

/** The code for an address follows from a key and from when it was asked for: whoever sends it and whoever checks it compute it, nobody stores it. */
@Injectable()
export class MessageCodes {
  private readonly key: Buffer;

  constructor(config: Config) {
    this.key = derivedKey(config, 'message-code');
  }

  of(person: string, channel: string, address: string, at: Date): string {
    const digest = createHmac('sha256', this.key).update(JSON.stringify([person, channel, address, at.toISOString()])).digest();
    return String(digest.readUInt32BE() % 10 ** DIGITS).padStart(DIGITS, '0');
  }
}
