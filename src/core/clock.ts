import { ContactError } from './error.js';

/** Calls back after that many milliseconds, unless the returned function is called first. */
export type Clock = (milliseconds: number, callback: () => void) => () => void;

/** The platform's clock. */
export const startTimer: Clock = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * Calls foreign code and rejects with `timeout`, aborting the call, if it has not answered within that many milliseconds. Foreign
 * code may also throw at once, or answer too late.
 */
export function withTimeLimit<T>(
  limit: number,
  clock: Clock,
  controller: AbortController,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = clock(limit, () => {
      reject(new ContactError('timeout'));
      controller.abort();
    });
    Promise.resolve()
      .then(() => call(controller.signal))
      .then(resolve, reject)
      .finally(stop);
  });
}
