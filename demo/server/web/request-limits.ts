import { ContactError } from 'contact-details/server.js';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How many requests there may be in ten seconds: far more than people make, and far less than hurts. */
export interface RequestLimitOptions {
  readonly perUser?: number;
  /** An office, or a proxy that is not trusted, has one address. */
  readonly perAddress?: number;
}

const SECONDS = 10;

/** Counts the requests of each user and of each address. */
export class RequestLimits {
  readonly #users: RateLimiterMemory;
  readonly #addresses: RateLimiterMemory;

  constructor({ perUser = 1_500, perAddress = 6_000 }: RequestLimitOptions = {}) {
    this.#users = new RateLimiterMemory({ points: perUser, duration: SECONDS });
    this.#addresses = new RateLimiterMemory({ points: perAddress, duration: SECONDS });
  }

  /** Fails with `rate-limited` where the user has made too many requests. */
  demandUser(id: string): Promise<void> {
    return demand(this.#users, id);
  }

  /** Fails with `rate-limited` where too many requests have come from the address. */
  demandAddress(address: string): Promise<void> {
    return demand(this.#addresses, address);
  }
}

async function demand(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (thrown) {
    if (!(thrown instanceof RateLimiterRes)) throw thrown;
    throw new ContactError('rate-limited', { retryAfter: thrown.msBeforeNext });
  }
}
