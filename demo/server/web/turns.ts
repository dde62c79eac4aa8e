/** How many requests of one user are worked on at once: the others wait, and nobody else waits for them. */
const AT_ONCE = 4;

/** Lets everybody have a few things done at once, in the order in which they ask. */
export class Turns {
  readonly #queues = new Map<string, { running: number; readonly waiting: (() => void)[] }>();

  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const queue = this.#queues.get(key) ?? { running: 0, waiting: [] };
    this.#queues.set(key, queue);
    if (queue.running < AT_ONCE) queue.running++;
    else await new Promise<void>((resolve) => queue.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = queue.waiting.shift();
      if (next) next();
      else if (--queue.running === 0) this.#queues.delete(key);
    }
  }
}
