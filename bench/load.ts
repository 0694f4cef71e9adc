// The load generator, a process of its own. On bare sockets: a client that parses more costs as much as the server
// that it measures, and takes it from the same two processors.
import { connect, type Socket } from 'node:net';
import { NUMBER, TARGET, type Sample } from './scenarios.js';

export interface Order {
  readonly port: number;
  readonly sample: Sample;
  readonly connections: number;
  /** Stops after so many milliseconds, or after so many requests, whichever comes first. */
  readonly milliseconds: number;
  readonly requests?: number;
  /** First of the numbers that requests carry; none is used twice. */
  readonly from: number;
  /** One for each request, where the path names one. */
  readonly targets?: readonly string[];
}

export interface Measured {
  readonly count: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
  /** The first answer that was not as expected. */
  readonly failure: string | null;
}

const LENGTH = /\r\ncontent-length: (\d+)\r\n/i;

class Run {
  private sent = 0;
  private failed = 0;
  private failure: string | null = null;
  private readonly times: number[] = [];
  private readonly head: string;
  private readonly limit: number;
  private end = 0;

  constructor(private readonly order: Order) {
    const { sample, port, requests = Infinity, targets } = order;
    const headers = { host: `127.0.0.1:${port}`, ...sample.headers, ...(sample.method === 'GET' ? {} : { 'content-length': String(Buffer.byteLength(sample.body)) }) };
    this.head = `${sample.method} ${sample.path} HTTP/1.1\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${sample.body}`;
    this.limit = Math.min(requests, targets?.length ?? Infinity);
  }

  async measure(): Promise<Measured> {
    const start = performance.now();
    this.end = start + this.order.milliseconds;
    await Promise.all(Array.from({ length: this.order.connections }, () => this.connection()));
    const seconds = (performance.now() - start) / 1000;
    const sorted = this.times.sort((one, other) => one - other);
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return { count: sorted.length, perSecond: sorted.length / seconds, p50: at(0.5), p99: at(0.99), failed: this.failed, failure: this.failure };
  }

  private next(): string | null {
    if (this.sent >= this.limit || performance.now() > this.end) return null;
    const number = String(this.order.from + this.sent).padStart(NUMBER.length, '0');
    const target = this.order.targets?.[this.sent] ?? '';
    this.sent += 1;
    return this.head.replaceAll(NUMBER, number).replace(TARGET, target);
  }

  /** One connection, kept open; the next request goes out when the answer to the last one is complete. */
  private connection(): Promise<void> {
    return new Promise((done, failed) => {
      const socket = connect({ port: this.order.port, host: '127.0.0.1', noDelay: true });
      let parts: Buffer[] = [];
      let awaited = 0;
      let since = 0;
      socket.once('error', failed).once('close', () => done()).once('connect', () => send());
      const send = (): void => {
        const request = this.next();
        if (request === null) return void socket.end();
        since = performance.now();
        socket.write(request);
      };
      socket.on('data', (chunk) => {
        parts.push(chunk);
        if (awaited === 0) awaited = answerLength(parts, socket);
        if (awaited === 0 || parts.reduce((sum, part) => sum + part.length, 0) < awaited) return;
        this.times.push(performance.now() - since);
        this.check(parts);
        [parts, awaited] = [[], 0];
        send();
      });
    });
  }

  private check(parts: readonly Buffer[]): void {
    const first = parts[0]?.toString('latin1', 9, 12);
    if (first === String(this.order.sample.status)) return;
    this.failed += 1;
    this.failure ??= Buffer.concat(parts).toString().slice(0, 1500);
  }
}

/** Bytes of the whole answer, or 0 while its head is not complete. */
function answerLength(parts: readonly Buffer[], socket: Socket): number {
  const text = Buffer.concat(parts).toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return 0;
  const length = LENGTH.exec(text.slice(0, end + 2))?.[1];
  if (length === undefined) {
    socket.destroy(new Error(`An answer without content-length: ${text.slice(0, end)}`));
    return 0;
  }
  return end + 4 + Number(length);
}

process.on('message', (order: Order) => {
  new Run(order).measure().then((measured) => process.send?.(measured), (error: unknown) => process.send?.({ count: 0, perSecond: 0, p50: 0, p99: 0, failed: 1, failure: String(error) }));
});
process.on('disconnect', () => process.exit(0));
