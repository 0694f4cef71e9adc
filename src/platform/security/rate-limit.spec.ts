import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '../config/config.js';
import { Problem } from '../http/problem.js';
import { RATE_POLICIES, RateLimits } from './rate-limit.js';

const limits = (perMinute: number, more: Record<string, string> = {}): RateLimits => new RateLimits(loadConfig({ NODE_ENV: 'test', RATE_LIMIT_PER_MINUTE: String(perMinute), ...more }));
const spent = async (work: Promise<unknown>): Promise<Problem> => {
  const error = await work.then(() => null, (thrown: unknown) => thrown);
  if (!(error instanceof Problem)) throw new Error('was not refused');
  return error;
};

describe('rate limits', () => {
  it('tell the quota and what is left of it', async () => {
    const rates = limits(10);
    expect(await rates.take('general', 'a')).toEqual({ 'ratelimit-policy': '"general";q=10;w=60', ratelimit: '"general";r=9;t=60' });
    expect((await rates.take('general', 'a')).ratelimit).toMatch(/^"general";r=8;t=(59|60)$/);
  });

  it('refuse the request beyond the quota and say when to come back', async () => {
    const rates = limits(10);
    for (let request = 0; request < 10; request += 1) await rates.take('general', 'a');
    const problem = await spent(rates.take('general', 'a'));
    expect([problem.code, problem.definition.status]).toEqual(['rate.limited', 429]);
    expect(problem.extras.headers).toMatchObject({ 'ratelimit-policy': '"general";q=10;w=60', ratelimit: expect.stringMatching(/^"general";r=0;t=\d+$/), 'retry-after': expect.stringMatching(/^([1-9]|[1-5]\d|60)$/) });
    await expect(rates.take('general', 'b')).resolves.toBeDefined();
  });

  it('count log-ins apart and more strictly', async () => {
    const rates = limits(100_000);
    expect(RATE_POLICIES.authentication.points).toBeLessThan(1200);
    expect(await rates.take('authentication', 'a')).toMatchObject({ 'ratelimit-policy': '"authentication";q=120;w=60' });
    expect((await limits(10).take('authentication', 'a'))['ratelimit-policy']).toBe('"authentication";q=10;w=60');
  });

  it('go on in memory when Redis is not there', async () => {
    const rates = limits(10, { REDIS_URL: 'redis://127.0.0.1:1' });
    try {
      for (let request = 0; request < 10; request += 1) await rates.take('general', 'a');
      expect((await spent(rates.take('general', 'a'))).code).toBe('rate.limited');
    } finally {
      rates.onModuleDestroy();
    }
  });
});
