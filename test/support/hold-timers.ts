/** Timers of one length that fire when a test says so. */
export interface HeldTimers {
  /** Fires all that are waiting. */
  readonly fire: () => void;
  /** Lets timers run by the clock again. */
  readonly release: () => void;
}

/** Holds the timers of this length, in milliseconds, that are started from now on. */
export function holdTimers(length: number): HeldTimers {
  const original = globalThis.setTimeout;
  const waiting: (() => void)[] = [];
  globalThis.setTimeout = ((callback: () => void, milliseconds?: number) => {
    if (milliseconds !== length) return original(callback, milliseconds);
    waiting.push(callback);
    return 0;
  }) as typeof setTimeout;
  return {
    fire: () => waiting.splice(0).forEach((callback) => callback()),
    release: () => void (globalThis.setTimeout = original),
  };
}
