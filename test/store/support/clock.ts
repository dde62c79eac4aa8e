import type { Clock } from '../../../src/core/clock.js';
import { loadSending } from '../../../src/store/edit-queue.js';

// What sends edits is there from the start: how long loading it takes is up to no clock of a test.
await loadSending();

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** A clock that stands still until a test moves it. Times are milliseconds since it was made. */
export class FakeClock {
  readonly #timers = new Set<Timer>();
  #now = 0;

  get now(): number {
    return this.#now;
  }

  /** How many timers run. */
  get running(): number {
    return this.#timers.size;
  }

  /** Milliseconds until the next timer, `undefined` when none runs. */
  get untilNext(): number | undefined {
    const next = this.#next();
    return next && next.due - this.#now;
  }

  /** What a store takes for its clock. */
  readonly after: Clock = (milliseconds, callback) => {
    const timer = { due: this.#now + milliseconds, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  /** Lets time pass; what falls due is called at its own time, in order. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (let next = this.#next(); next && next.due <= end; next = this.#next()) {
      this.#now = next.due;
      this.#timers.delete(next);
      next.callback();
    }
    this.#now = end;
  }

  #next(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers) if (!first || timer.due < first.due) first = timer;
    return first;
  }
}

/** Lets everything go on that waits for promises only. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
