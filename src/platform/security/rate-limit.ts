import { Injectable, Logger, SetMetadata, type CustomDecorator, type OnModuleDestroy } from '@nestjs/common';
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { Config } from '../config/config.js';
import { httpProblem } from '../http/http.errors.js';

export const RATE = 'zhiheng:rate';

/** Requests per client in a window of seconds. `points: null` takes RATE_LIMIT_PER_MINUTE, which also caps the others. */
export const RATE_POLICIES = {
  // By account, or by address where nobody is known.
  general: { points: null, seconds: 60 },
  // By address. High enough for an office behind one address in the morning; guessing at one account is stopped by its lock.
  authentication: { points: 120, seconds: 60 },
  // By address, without log-in. Enough for somebody who reads; whoever wants all takes the feed.
  public: { points: 300, seconds: 60 },
} as const satisfies Readonly<Record<string, { readonly points: number | null; readonly seconds: number }>>;

export type RatePolicy = keyof typeof RATE_POLICIES;

/** Another policy than `general` for a route. */
export const Rate = (policy: RatePolicy): CustomDecorator => SetMetadata(RATE, policy);

interface Limiter {
  readonly limiter: RateLimiterAbstract;
  readonly points: number;
  /** RateLimit-Policy of draft-ietf-httpapi-ratelimit-headers. */
  readonly policy: string;
}

/** Counts requests in memory, or on Redis when REDIS_URL is set: then all processes count together, and one that loses Redis goes on alone. */
@Injectable()
export class RateLimits implements OnModuleDestroy {
  private readonly redis: Redis | null;
  private readonly limiters: Readonly<Record<RatePolicy, Limiter>>;

  constructor(config: Config) {
    this.redis = config.REDIS_URL === undefined ? null : connect(config.REDIS_URL);
    this.limiters = { general: this.limiter('general', config), authentication: this.limiter('authentication', config), public: this.limiter('public', config) };
  }

  /** Takes one request of the client. Returns the headers of the answer; throws rate.limited with the same and Retry-After. */
  async take(policy: RatePolicy, client: string): Promise<Record<string, string>> {
    const limiter = this.limiters[policy];
    try {
      return headers(policy, limiter, await limiter.limiter.consume(client));
    } catch (spent) {
      if (!(spent instanceof RateLimiterRes)) throw spent;
      const told = headers(policy, limiter, spent);
      throw httpProblem('rate.limited', { headers: { ...told, 'retry-after': String(Math.max(1, Math.ceil(spent.msBeforeNext / 1000))) } });
    }
  }

  onModuleDestroy(): void {
    this.redis?.disconnect();
  }

  private limiter(name: RatePolicy, config: Config): Limiter {
    const { points: own, seconds } = RATE_POLICIES[name];
    const points = Math.min(own ?? Infinity, config.RATE_LIMIT_PER_MINUTE);
    const options = { keyPrefix: `zhiheng:rate:${name}`, points, duration: seconds };
    const memory = new RateLimiterMemory(options);
    const limiter = this.redis === null ? memory : new RateLimiterRedis({ ...options, storeClient: this.redis, insuranceLimiter: memory, rejectIfRedisNotReady: true, inMemoryBlockOnConsumed: points });
    return { limiter, points, policy: `"${name}";q=${points};w=${seconds}` };
  }
}

function headers(name: RatePolicy, { points, policy }: Limiter, { remainingPoints, msBeforeNext }: RateLimiterRes): Record<string, string> {
  const left = Math.max(0, Math.min(points, remainingPoints));
  return { 'ratelimit-policy': policy, ratelimit: `"${name}";r=${left};t=${Math.max(0, Math.ceil(msBeforeNext / 1000))}` };
}

/** Never waits for Redis: a command that cannot be sent at once fails, and memory insures. */
function connect(url: string): Redis {
  const logger = new Logger('RateLimits');
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, connectTimeout: 2_000, commandTimeout: 500, connectionName: 'zhiheng-rate' });
  redis.on('error', (error: Error) => logger.warn({ reason: error.message }));
  return redis;
}
