import { retryDelay } from './retry.js';
import type { Setback } from './retry.js';
import type { StoreOptions } from './store.js';
import { startTimer } from './time-limit.js';

/** One wait at a time: after a setback, until it is time to try again. */
export class Wait {
  readonly #options: StoreOptions;
  #setback: Setback | undefined;
  #stop: (() => void) | undefined;

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
    const { after = startTimer, random = Math.random } = this.#options;
    this.#stop = after(retryDelay(setback, random), () => {
      this.#setback = this.#stop = undefined;
      then();
    });
  }
}
