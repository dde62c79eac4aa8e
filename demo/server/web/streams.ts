import { ContactError } from 'contact-details/server.js';

export interface StreamOptions {
  /** How many event streams one user may have open: some for each of their browsers. */
  readonly perUser?: number;
  /** How long one stays open, in milliseconds: whoever comes back is asked anew who they are. */
  readonly life?: number;
}

/** How soon somebody with too many streams may try again, in milliseconds. */
const RETRY_AFTER = 10_000;

/** The event streams that are open, by user. */
export class Streams {
  readonly #perUser: number;
  readonly #life: number;
  readonly #open = new Map<string, Set<AbortController>>();
  #isClosed = false;

  constructor({ perUser = 30, life = 15 * 60_000 }: StreamOptions = {}) {
    this.#perUser = perUser;
    this.#life = life;
  }

  /** Opens one: aborting it ends it, whoever does. Fails with `rate-limited` where the user has too many. */
  open(userId: string): AbortController {
    const streams = this.#open.get(userId) ?? new Set();
    if (this.#isClosed) throw new ContactError('unavailable', { retryAfter: RETRY_AFTER });
    if (streams.size >= this.#perUser) throw new ContactError('rate-limited', { retryAfter: RETRY_AFTER });
    const stream = new AbortController();
    streams.add(stream);
    this.#open.set(userId, streams);
    const timer = setTimeout(() => stream.abort(), this.#life);
    timer.unref();
    stream.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      streams.delete(stream);
      if (!streams.size) this.#open.delete(userId);
    });
    return stream;
  }

  /** Ends all of them, and opens no more. */
  close(): void {
    this.#isClosed = true;
    for (const streams of [...this.#open.values()]) for (const stream of [...streams]) stream.abort();
  }
}
