import { connect, createServer, type Server, type Socket } from 'node:net';

const SYNC = 'S';
const SIMPLE_QUERY = 'Q';
const READY = 'Z';

/** Splits a stream of the PostgreSQL protocol (version 3) into message types. The first message of a client has none. */
class Messages {
  private rest: Buffer = Buffer.alloc(0);

  constructor(private untyped: boolean) {}

  types(chunk: Buffer): string[] {
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const found: string[] = [];
    for (;;) {
      const typed = this.untyped ? 0 : 1;
      if (this.rest.length < typed + 4) return found;
      const length = typed + this.rest.readUInt32BE(typed);
      if (this.rest.length < length) return found;
      found.push(this.untyped ? 'startup' : this.rest.toString('latin1', 0, 1));
      this.untyped = false;
      this.rest = this.rest.subarray(length);
    }
  }
}

/**
 * Stands between a client and PostgreSQL and counts round trips: how often the client sends something while it has
 * everything that it asked for. Statements that are sent together count once, however the network cuts them.
 */
export class CountingProxy {
  trips = 0;
  statements = 0;
  private readonly server: Server;

  constructor(target: { readonly host: string; readonly port: number }) {
    this.server = createServer({ noDelay: true }, (client) => this.join(client, connect({ ...target, noDelay: true })));
  }

  listen(): Promise<number> {
    return new Promise((ready) => {
      this.server.listen(0, '127.0.0.1', () => {
        const address = this.server.address();
        ready(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  }

  close(): void {
    this.server.close();
  }

  private join(client: Socket, database: Socket): void {
    const [sent, answered] = [new Messages(true), new Messages(false)];
    let open = 1;
    client.on('data', (chunk) => {
      for (const type of sent.types(chunk)) {
        if (type !== SYNC && type !== SIMPLE_QUERY) continue;
        if (open === 0) this.trips += 1;
        open += 1;
        this.statements += 1;
      }
      database.write(chunk);
    });
    database.on('data', (chunk) => {
      open -= answered.types(chunk).filter((type) => type === READY).length;
      client.write(chunk);
    });
    client.on('error', () => database.destroy()).on('close', () => database.destroy());
    database.on('error', () => client.destroy()).on('close', () => client.destroy());
  }
}
