import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { startTestApp } from '../../support/app.js';

describe('a server that stops', () => {
  it('does not wait for a connection that never asked anything, nor for one kept alive', async () => {
    const app = await startTestApp();
    const port = Number(new URL(app.url).port);
    const [silent, alive] = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
    await Promise.all([once(silent, 'connect'), once(alive, 'connect')]);
    alive.write('GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n');
    expect(String(await once(alive, 'data'))).toMatch(/^HTTP\/1\.1 200 /);
    const ended = [silent, alive].map((socket) => once(socket.resume(), 'close'));
    // Without the hook that hangs up, this takes longer than a test may.
    await app.close();
    await Promise.all(ended);
  });
});
