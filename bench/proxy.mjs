import { connect, createServer } from 'node:net';

/** Counts round trips: data that go to PostgreSQL when the last word on that connection was PostgreSQL's. */
export async function countingProxy(target) {
  let count = 0;
  const open = new Set();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      open.add(socket);
      socket.on('error', () => undefined);
    }
    let answered = true;
    client.on('data', (chunk) => {
      if (answered) count += 1;
      answered = false;
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      answered = true;
      client.write(chunk);
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const url = new URL(target);
  url.port = String(server.address().port);
  return {
    url: url.toString(),
    reset: () => { count = 0; },
    flights: () => count,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((closed) => server.close(closed));
    },
  };
}
