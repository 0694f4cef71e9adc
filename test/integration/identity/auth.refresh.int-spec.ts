import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sessions } from '../../../src/modules/identity/index.js';
import { startTestApp } from '../../support/app.js';
import { account, call, login, sql, type Reply } from './identity.ground.js';

let app: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  app = await startTestApp({ env: { RATE_LIMIT_PER_MINUTE: '1000000' } });
});
afterAll(() => app.close());

const refresh = (refreshToken: string): Promise<Reply> => call(app.url, 'POST', '/v1/auth/refresh', { body: { refreshToken } });
const session = async (): Promise<{ id: string; login: string; accessToken: string; refreshToken: string }> => {
  const { id, login: name } = await account(app.database, 'mediator');
  const { accessToken, refreshToken } = (await login(app.url, name)).body as { accessToken: string; refreshToken: string };
  return { id, login: name, accessToken, refreshToken };
};
const refused = (reply: Reply): void => expect([reply.status, reply.body.code]).toEqual([401, 'auth.refresh-refused']);

describe('a refresh token', () => {
  it('is exchanged for the next pair', async () => {
    const first = await session();
    const second = await refresh(first.refreshToken);
    expect(second.status).toBe(200);
    expect(second.body.refreshToken).not.toBe(first.refreshToken);
    expect((await refresh(second.body.refreshToken as string)).status).toBe(200);
  });

  it('ends its whole family when it is used again', async () => {
    const first = await session();
    const second = (await refresh(first.refreshToken)).body.refreshToken as string;
    const third = (await refresh(second)).body.refreshToken as string;
    refused(await refresh(first.refreshToken));
    refused(await refresh(third));
    expect(await sql(app.database, 'SELECT count(*)::int AS open FROM refresh_token WHERE account_id = $1 AND revoked_at IS NULL', [first.id])).toEqual([{ open: 0 }]);
  });

  it('used again does not end the other sessions of the account', async () => {
    const first = await session();
    const other = (await login(app.url, first.login)).body.refreshToken as string;
    await refresh(first.refreshToken);
    refused(await refresh(first.refreshToken));
    expect((await refresh(other)).status).toBe(200);
  });

  it('lets exactly one of many win that come together', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { refreshToken } = await session();
      const replies = await Promise.all(Array.from({ length: 6 }, () => refresh(refreshToken)));
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401, 401]);
      // Two holders of one token: nobody can tell which is the thief, so the session ends for both.
      const won = replies.find(({ status }) => status === 200)?.body.refreshToken as string;
      refused(await refresh(won));
    }
  });

  it('made while its family was being ended does not outlive it', async () => {
    const first = await session();
    const second = (await refresh(first.refreshToken)).body.refreshToken as string;
    await sql(app.database, 'UPDATE refresh_token SET revoked_at = now() WHERE account_id = $1 AND used_at IS NOT NULL', [first.id]);
    refused(await refresh(second));
  });

  it.each(['', 'x'.repeat(201)])('is asked for in a usable form: %p', async (token) => {
    expect((await refresh(token)).status).toBe(400);
  });

  it('is refused when it is unknown', async () => {
    refused(await refresh('A'.repeat(43)));
  });

  it('is refused after its time, which exchanging does not prolong', async () => {
    const first = await session();
    await sql(app.database, `UPDATE refresh_token SET expires_at = date_trunc('second', now()) + interval '1 hour' WHERE account_id = $1`, [first.id]);
    const second = (await refresh(first.refreshToken)).body.refreshToken as string;
    const [{ same }] = (await sql(app.database, 'SELECT count(DISTINCT expires_at) = 1 AS same FROM refresh_token WHERE account_id = $1', [first.id])) as [{ same: boolean }];
    expect(same).toBe(true);
    await sql(app.database, `UPDATE refresh_token SET expires_at = now() - interval '1 second' WHERE account_id = $1`, [first.id]);
    refused(await refresh(second));
  });

  it('gives the roles of now, and nothing to an account that was switched off', async () => {
    const first = await session();
    await sql(app.database, `UPDATE account SET roles = '{mediation-secretary}' WHERE id = $1`, [first.id]);
    const second = await refresh(first.refreshToken);
    expect(second.body.account.roles).toEqual(['mediation-secretary']);
    await sql(app.database, 'UPDATE account SET active = false WHERE id = $1', [first.id]);
    refused(await refresh(second.body.refreshToken as string));
  });
});

describe('logging out', () => {
  const logout = (token: string | undefined, refreshToken: string): Promise<Reply> => call(app.url, 'POST', '/v1/auth/logout', { token, body: { refreshToken } });

  it('ends the session, once or twice', async () => {
    const { accessToken, refreshToken } = await session();
    expect((await logout(accessToken, refreshToken)).status).toBe(204);
    expect((await logout(accessToken, refreshToken)).status).toBe(204);
    refused(await refresh(refreshToken));
  });

  it('ends the session with an older token of it too', async () => {
    const { accessToken, refreshToken } = await session();
    const next = (await refresh(refreshToken)).body.refreshToken as string;
    await logout(accessToken, refreshToken);
    refused(await refresh(next));
  });

  it('does not end the session of somebody else', async () => {
    const [mine, other] = [await session(), await session()];
    expect((await logout(mine.accessToken, other.refreshToken)).status).toBe(204);
    expect((await refresh(other.refreshToken)).status).toBe(200);
  });

  it('needs a token', async () => {
    expect((await logout(undefined, (await session()).refreshToken)).status).toBe(401);
  });
});

it('removes refresh tokens that have ended', async () => {
  const first = await session();
  const kept = await session();
  await sql(app.database, `UPDATE refresh_token SET expires_at = now() - interval '2 days' WHERE account_id = $1`, [first.id]);
  const sessions = app.app.get(Sessions, { strict: false });
  expect(await sessions.purge(new Date(Date.now() - 86_400_000))).toBe(1);
  expect((await refresh(kept.refreshToken)).status).toBe(200);
});
