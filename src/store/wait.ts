import { retryDelay } from '../core/retry.js';
import type { Setback } from '../core/retry.js';
import type { StoreOptions } from './contact-store.js';
import { startTimer } from '../core/clock.js';

/** One wait at a time: after a setback, until it is time to try again. */
export class Wait {
  readonly #options: StoreOptions;
  #setback: Setback | undefined;
  #stop: (() => void) | undefined;
  #end: (() => void) | undefined;

  constructor(options: StoreOptions) {
    this.#options = options;
  }

  /** Waits out this setback, if it is not waiting for it already; without one it waits for nothing any more. */
  after(setback: Setback | undefined, then: () => void): void {
    if (setback === this.#setback) return;
    this.#stop?.();
    this.#stop = undefined;
    this.#setback = setback;
    if (!setback) return;
    const { after = startTimer, random = Math.random, whenOnline } = this.#options;
    this.#end = () => {
      this.after(undefined, then);
      then();
    };
    const stopTimer = after(retryDelay(setback, random), this.#end);
    const stopListening = setback.error.code === 'offline' ? whenOnline?.(() => this.wake()) : undefined;
    this.#stop = () => {
      stopTimer();
      stopListening?.();
    };
  }

  /** There is a sign of a connection: what waits for one need not wait longer. */
  wake(): void {
    if (this.#setback?.error.code === 'offline') this.#end?.();
  }
}
