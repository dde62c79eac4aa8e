interface Waiting {
  readonly seconds: number;
  readonly start: () => void;
}

/** Lets only so many jobs run at a time. Of those that wait, the one with the most work before it starts first. */
export class Slots {
  #free: number;
  #waiting: readonly Waiting[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /**
   * Waits for a free slot.
   * @param seconds about how long the job will take, and everything that can only start after it
   * @returns what gives the slot back
   */
  async take(seconds: number): Promise<() => void> {
    await new Promise<void>((start) => {
      this.#waiting = [...this.#waiting, { seconds, start }].sort((a, b) => b.seconds - a.seconds);
      this.#startNext();
    });
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      this.#free++;
      this.#startNext();
    };
  }

  /** Runs a job in a slot, once there is one, and answers what it answers. */
  async run<T>(seconds: number, job: () => Promise<T>): Promise<T> {
    const giveBack = await this.take(seconds);
    try {
      return await job();
    } finally {
      giveBack();
    }
  }

  #startNext(): void {
    if (!this.#free) return;
    const [next, ...others] = this.#waiting;
    if (!next) return;
    this.#waiting = others;
    this.#free--;
    next.start();
  }
}
