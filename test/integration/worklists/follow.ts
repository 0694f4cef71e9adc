import { until } from '../../support/wait.js';
import type { Client, Json } from '../../support/app.js';

export interface Heard {
  readonly id: string | null;
  readonly event: string;
  readonly data: Json;
}

/** Somebody who follows a list over real HTTP. */
export interface Follower {
  readonly status: number;
  readonly heard: readonly Heard[];
  /** Of cases only: their event and id, in order. */
  readonly changes: () => [event: string, id: string][];
  /** Id to go on from, heartbeats included. */
  readonly lastId: () => string;
  readonly beats: () => number;
  readonly ended: () => boolean;
  readonly cut: () => void;
  readonly until: (what: string, condition: () => boolean) => Promise<unknown>;
}

export async function follow(url: string, { token }: Pick<Client, 'token'>, list: string, lastEventId?: string): Promise<Follower> {
  const abort = new AbortController();
  const answer = await fetch(`${url}/v1/worklists/${list}/events`, { signal: abort.signal, headers: { authorization: `Bearer ${token}`, 'accept-language': 'en', ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) } });
  const heard: Heard[] = [];
  let [lastId, beats, ended] = ['', 0, false];
  const take = (block: string): void => {
    const lines = block.split('\n');
    const of = (field: string): string | null => lines.find((line) => line.startsWith(`${field}: `))?.slice(field.length + 2) ?? null;
    const id = of('id');
    const event = of('event');
    if (id !== null) lastId = id;
    if (event === null) beats += 1;
    else heard.push({ id, event, data: JSON.parse(of('data') ?? 'null') });
  };
  const read = async (): Promise<void> => {
    let rest = '';
    for await (const piece of answer.body ?? []) {
      rest += Buffer.from(piece as Uint8Array).toString('utf8');
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      blocks.forEach(take);
    }
  };
  void read().catch(() => undefined).finally(() => { ended = true; });
  return {
    status: answer.status, heard,
    changes: () => heard.filter(({ event }) => event === 'case' || event === 'gone').map(({ event, data }) => [event, data.id]),
    lastId: () => lastId, beats: () => beats, ended: () => ended, cut: () => abort.abort(),
    until: (what, condition) => until(`${what}; heard ${JSON.stringify(heard.map(({ event, data }) => [event, data.id]))}`, async () => condition()),
  };
}
