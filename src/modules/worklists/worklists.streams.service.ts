import { Readable } from 'node:stream';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Background } from '../../platform/background.js';
import { Config } from '../../platform/config/config.js';
import type { Claims } from '../../platform/database/claims.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { Problem } from '../../platform/http/problem.js';
import { Loop } from '../../platform/outbox/loop.js';
import { Authenticator } from '../../platform/security/authenticator.js';
import { idOf, positionOf, stands, type Position, type Worklist } from './domain/list.rules.js';
import { worklistProblem } from './worklists.errors.js';
import { WorklistFeed, type Moved, type Read } from './worklists.queries.js';
import { WorklistsService } from './worklists.service.js';

const MOST_PER_ACCOUNT = 8;
const PERMISSION = 'case.read';

/** Whose line it is, and until when he may have it. */
export interface Line {
  readonly acting: Acting;
  readonly key: string;
  readonly authorization: string | undefined;
  readonly lastEventId: string | undefined;
}

/** Somebody who follows a list: rests until something concerns it, or the heart beats. */
class Reader {
  private woken = false;
  private wakeUp: () => void = () => undefined;
  closed = false;

  constructor(
    readonly list: Worklist,
    readonly account: string,
  ) {}

  wake(): void {
    this.woken = true;
    this.wakeUp();
  }

  close(): void {
    this.closed = true;
    this.wake();
  }

  async rest(milliseconds: number): Promise<void> {
    if (!this.woken) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.wakeUp = resolve;
        timer = setTimeout(resolve, milliseconds);
      });
      clearTimeout(timer);
    }
    this.woken = false;
  }
}

/**
 * Live updates. One look for all readers of the process tells whom to wake; what he gets is read under his own claims, from where he
 * was. Any process can take over a reader of another: all that it needs to know is in the id of the last event.
 */
@Injectable()
export class WorklistStreams implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('WorklistStreams');
  private readonly readers = new Set<Reader>();
  private readonly loop: Loop;
  /** First transaction that was not looked at; null while nobody reads. */
  private from: string | null = null;
  private stopping = false;

  constructor(
    private readonly config: Config,
    private readonly background: Background,
    private readonly authenticator: Authenticator,
    private readonly worklists: WorklistsService,
    private readonly feed: WorklistFeed,
  ) {
    this.loop = new Loop('worklists', config.WORKLIST_MILLISECONDS, () => this.look());
  }

  onModuleInit(): void {
    this.background.everyHour(() => this.feed.forget());
  }

  onApplicationBootstrap(): void {
    if (this.config.ROLE !== 'worker') this.loop.start();
  }

  /** Every line ends at once; the readers come back to another process and lose nothing. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    for (const reader of this.readers) reader.wake();
    await this.loop.stop();
  }

  /** Throws subject.not-found, worklist.streams-spent and worklist.position-malformed. `close` when the line is cut. */
  async open(line: Line): Promise<{ readonly stream: Readable; readonly close: () => void }> {
    if (this.stopping) throw httpProblem('server.stopping', { headers: { 'retry-after': '1' } });
    const { claims } = line.acting;
    const list = await this.worklists.allowed(line.acting, line.key);
    this.refuseTooMany(claims.actor);
    const since = sinceOf(line.lastEventId);
    const reader = new Reader(list, claims.actor);
    // From now on he is woken: whatever is committed after the first read finds him.
    this.readers.add(reader);
    const close = (): void => {
      this.readers.delete(reader);
      reader.close();
    };
    try {
      const { event, position } = await this.beginning(claims, since);
      return { stream: Readable.from(this.events(reader, line, event, position)), close };
    } catch (error) {
      close();
      throw error;
    }
  }

  private async *events(reader: Reader, line: Line, beginning: 'ready' | 'reset', start: Position): AsyncGenerator<string, void> {
    try {
      yield frame(idOf(start), beginning, { worklist: line.key });
      yield* this.changes(reader, line, start);
    } catch (error) {
      this.logger.error({ reason: error instanceof Error ? error.message : 'unknown' });
      yield frame(null, 'end', { reason: 'error' });
    } finally {
      this.readers.delete(reader);
    }
  }

  private async *changes(reader: Reader, line: Line, start: Position): AsyncGenerator<string, void> {
    let claims: Claims | null = line.acting.claims;
    for (let position = start; !reader.closed && !this.stopping && claims !== null; claims = await this.stillAllowed(line)) {
      const read = await this.feed.read(claims, reader.list, position);
      ({ position } = read);
      yield told(read);
      if (!read.more) await reader.rest(this.config.WORKLIST_HEARTBEAT_SECONDS * 1000);
    }
    yield frame(null, 'end', { reason: this.stopping ? 'stopping' : 'not-allowed' });
  }

  /** Token, permission and scope are looked at again and again: a line outlives none of them. */
  private async stillAllowed({ authorization, key }: Line): Promise<Claims | null> {
    try {
      const { claims, permissions } = await this.authenticator.authenticate(authorization);
      await this.worklists.allowed({ claims, permissions }, key);
      return permissions.has(PERMISSION) ? claims : null;
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  }

  /** Where the reader was, if all since then is still there; else here and now. */
  private async beginning(claims: Claims, since: Position | null): Promise<{ event: 'ready' | 'reset'; position: Position }> {
    if (since !== null && (await this.feed.reachable(claims, since))) return { event: 'ready', position: since };
    return { event: since === null ? 'ready' : 'reset', position: await this.feed.start(claims) };
  }

  private refuseTooMany(account: string): void {
    const open = [...this.readers].filter((reader) => reader.account === account).length;
    if (open >= MOST_PER_ACCOUNT) throw worklistProblem('worklist.streams-spent', { members: { most: MOST_PER_ACCOUNT }, headers: { 'retry-after': '60' } });
  }

  /** One look at what all the city has committed since the last. */
  private async look(): Promise<boolean> {
    if (this.readers.size === 0) {
      this.from = null;
      return false;
    }
    const { safe, moved } = await this.feed.moved(this.from ?? '9223372036854775807');
    const all = this.from === null;
    this.from = safe;
    for (const reader of this.readers) if (all || moved.some((one) => concerns(one, reader))) reader.wake();
    return false;
  }
}

function concerns({ was, now }: Moved, { list, account }: Reader): boolean {
  return stands(was, list, account) || stands(now, list, account);
}

function sinceOf(lastEventId: string | undefined): Position | null {
  if (lastEventId === undefined || lastEventId === '') return null;
  const position = positionOf(lastEventId);
  if (position === null) throw worklistProblem('worklist.position-malformed');
  return position;
}

/** With nothing to tell, the reader still learns how far it has come: the heartbeat. */
function told({ changes, position }: Read): string {
  if (changes.length === 0) return `: here\nid: ${idOf(position)}\n\n`;
  return changes.map((change) => frame(idOf(change.position), change.event, change.event === 'case' ? change.row : { id: change.id })).join('');
}

function frame(id: string | null, event: string, data: object): string {
  return `${id === null ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
