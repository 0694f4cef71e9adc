import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { checkIdentifier } from '../../kernel/identifiers/index.js';
import { Database, type Query, type Statement } from '../../platform/database/database.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Channels } from './channels.service.js';
import { MessageCodes } from './message-codes.service.js';
import { CODE, USUAL_HABITS } from './data/habits.data.js';
import { CHANNELS, MOMENTS, type ChannelCode } from './data/moments.data.js';
import { isQuiet } from './domain/due.rules.js';
import type { MessageAddress, MessageSettings } from './message.entity.js';
import type { ChangeMessageSettingsDto, ConfirmMessageAddressDto, MessageSettingsDto, MomentSettingDto, ReachedByDto, SetMessageAddressDto } from './messages.dto.js';
import { messageProblem } from './messages.errors.js';
import { MessagesSending } from './messages.sending.service.js';
import { CLAIMS, deliveryId } from './messages.writing.service.js';

const SETTINGS: Statement = { name: 'message-settings', text: 'SELECT language, quiet_from AS "quietFrom", quiet_until AS "quietUntil", digest_at AS "digestAt", working_days AS "workingDays", choices FROM message_settings WHERE person = $1' };
const ADDRESSES: Statement = { name: 'message-addresses', text: 'SELECT channel, address, code_at AS "codeAt", tries, confirmed_at AS "confirmedAt", refused_at AS "refusedAt", refusal FROM message_address WHERE person = $1' };
const CHANGE: Statement = {
  name: 'message-settings-change',
  text: `INSERT INTO message_settings (person, language, quiet_from, quiet_until, digest_at, working_days, choices, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8)
         ON CONFLICT ON CONSTRAINT message_settings_pk DO UPDATE SET language = EXCLUDED.language, quiet_from = EXCLUDED.quiet_from, quiet_until = EXCLUDED.quiet_until, digest_at = EXCLUDED.digest_at, working_days = EXCLUDED.working_days, choices = EXCLUDED.choices, changed_at = EXCLUDED.changed_at`,
};
/** Not while a code is on its way: nobody floods a stranger's mailbox with codes. */
const SET_ADDRESS: Statement = {
  name: 'message-address-set',
  text: `INSERT INTO message_address (person, channel, address, code_at, tries) VALUES ($1, $2, $3, $4, 0)
         ON CONFLICT ON CONSTRAINT message_address_pk DO UPDATE SET address = EXCLUDED.address, code_at = EXCLUDED.code_at, tries = 0, confirmed_at = NULL, refused_at = NULL, refusal = NULL
         WHERE message_address.code_at <= EXCLUDED.code_at - interval '${CODE.againAfterSeconds} seconds' RETURNING channel`,
};
const SEND_CODE: Statement = { name: 'delivery-of-code', text: 'INSERT INTO delivery (id, person, channel, slot, code, due_at) VALUES ($1, $2, $3, $4, true, $5)' };
const CONFIRM: Statement = { name: 'message-address-confirm', text: 'UPDATE message_address SET confirmed_at = $3, tries = 0 WHERE person = $1 AND channel = $2 AND code_at = $4' };
const MISS: Statement = { name: 'message-address-miss', text: 'UPDATE message_address SET tries = tries + 1 WHERE person = $1 AND channel = $2' };
const REMOVE: Statement = { name: 'message-address-remove', text: 'DELETE FROM message_address WHERE person = $1 AND channel = $2' };

type Address = Omit<MessageAddress, 'person'>;
type Settings = Omit<MessageSettings, 'person' | 'changedAt'>;
const NOWHERE = { address: null, confirmedAt: null, refusedAt: null, refusal: null };
const USUAL: Settings = { language: 'zh', ...USUAL_HABITS, choices: {} };

/** How whoever asks wants to be told. */
@Injectable()
export class MessageSettingsService {
  constructor(
    private readonly database: Database,
    private readonly channels: Channels,
    private readonly codes: MessageCodes,
    private readonly sending: MessagesSending,
  ) {}

  async show({ claims }: Acting): Promise<MessageSettingsDto> {
    const [[settings = USUAL] = [], addresses = []] = (await this.database.readAll(claims, [{ statement: SETTINGS, values: [claims.actor] }, { statement: ADDRESSES, values: [claims.actor] }])) as unknown as [Settings[], Address[]];
    const { choices, ...habits } = settings;
    return { ...habits, channels: CHANNELS.map(({ code, label }) => this.reached(code, label as unknown as string, addresses.find(({ channel }) => channel === code))), moments: momentsBy(choices) };
  }

  /** Throws message.quiet-hours-incomplete and message.digest-in-quiet-hours. */
  async change(acting: Acting, { language, quietFrom: from, quietUntil: until, digestAt, workingDays, choices }: ChangeMessageSettingsDto): Promise<Answer<MessageSettingsDto>> {
    const [quietFrom, quietUntil] = [from ?? null, until ?? null];
    if ((quietFrom === null) !== (quietUntil === null) || (quietFrom !== null && quietFrom === quietUntil)) throw messageProblem('message.quiet-hours-incomplete');
    if (isQuiet(digestAt, { quietFrom, quietUntil })) throw messageProblem('message.digest-in-quiet-hours');
    const chosen = Object.fromEntries(choices.map(({ moment, mail, sms }) => [moment, { mail, sms }]));
    return this.write(acting, { statement: CHANGE, values: [acting.claims.actor, language, quietFrom, quietUntil, digestAt, workingDays, JSON.stringify(chosen), acting.at] });
  }

  /** Sends a code to it. Throws message.channel-off, message.address-invalid and message.code-too-soon. */
  async setAddress(acting: Acting, { channel, address: given }: SetMessageAddressDto): Promise<Answer<MessageSettingsDto>> {
    const { claims: { actor }, at } = acting;
    if (!this.channels.ready.includes(channel)) throw messageProblem('message.channel-off');
    const address = addressOf(channel, given);
    if (address === null) throw messageProblem('message.address-invalid');
    const slot = `code ${at.toISOString()}`;
    // The delivery is the system's; the person's own claims may not write one.
    await this.database.transact(CLAIMS, [{ statement: SET_ADDRESS, values: [actor, channel, address, at] }], async (transaction, [set = []]) => {
      if (set.length === 0) throw messageProblem('message.code-too-soon');
      transaction.closing({ statement: SEND_CODE, values: [deliveryId(actor, channel, slot), actor, channel, slot, at] });
    });
    await this.sending.call(at);
    return { status: 200, body: await this.show(acting) };
  }

  /** Throws message.nothing-to-confirm and message.code-wrong; wrong codes are counted. */
  async confirm(acting: Acting, { channel, code }: ConfirmMessageAddressDto): Promise<Answer<MessageSettingsDto>> {
    const { claims: { actor }, at } = acting;
    const addresses = (await this.database.read(acting.claims, ADDRESSES, [actor])) as unknown as Address[];
    const pending = addresses.find((one) => one.channel === channel && one.confirmedAt === null);
    if (pending === undefined) throw messageProblem('message.nothing-to-confirm');
    if (!this.holds(actor, pending, code, at)) {
      await this.write(acting, { statement: MISS, values: [actor, channel] });
      throw messageProblem('message.code-wrong');
    }
    return this.write(acting, { statement: CONFIRM, values: [actor, channel, at, pending.codeAt] });
  }

  /** What waits for it is left out. */
  remove(acting: Acting, channel: ChannelCode): Promise<Answer<MessageSettingsDto>> {
    return this.write(acting, { statement: REMOVE, values: [acting.claims.actor, channel] });
  }

  private holds(person: string, { channel, address, codeAt, tries }: Address, code: string, at: Date): boolean {
    const inTime = at.getTime() - codeAt.getTime() <= CODE.minutes * 60_000;
    return inTime && tries < CODE.tries && timingSafeEqual(Buffer.from(code), Buffer.from(this.codes.of(person, channel, address, codeAt)));
  }

  private async write(acting: Acting, query: Query): Promise<Answer<MessageSettingsDto>> {
    await this.database.transact(acting.claims, [query], async () => undefined);
    return { status: 200, body: await this.show(acting) };
  }

  private reached(channel: ChannelCode, label: string, { address, confirmedAt, refusedAt, refusal }: Pick<Address, 'confirmedAt' | 'refusedAt' | 'refusal'> & { address: string | null } = NOWHERE): ReachedByDto {
    return { channel, label, connected: this.channels.ready.includes(channel), address, confirmed: confirmedAt !== null, refusedAt: refusedAt?.toISOString() ?? null, refusal };
  }
}

function momentsBy(choices: Settings['choices']): MomentSettingDto[] {
  return MOMENTS.map(({ code, label, usual }) => ({ moment: code, label: label as unknown as string, mail: choices[code]?.['mail'] ?? usual.mail, sms: choices[code]?.['sms'] ?? usual.sms, usual: choices[code] === undefined }));
}

/** As it is written to; null for what is none. */
function addressOf(channel: ChannelCode, given: string): string | null {
  if (channel === 'mail') return isEmail(given.trim()) ? given.trim() : null;
  const checked = checkIdentifier('phone', given);
  return checked.ok && checked.parts?.['type'] === 'mobile' ? checked.normalized : null;
}
