import { ContactError } from './error.js';

/** Calls back after that many milliseconds, unless the returned function is called first. */
export type Clock = (milliseconds: number, callback: () => void) => () => void;

/** `After` by the platform's clock. */
export const startTimer: Clock = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * Runs one call into foreign code, whatever it does: throws at once, never answers, answers after nobody waits any more.
 * Past the limit (milliseconds) it rejects with `timeout` and aborts the call.
 */
export function withTimeLimit<T>(
  limit: number,
  after: Clock,
  controller: AbortController,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = after(limit, () => {
      reject(new ContactError('timeout'));
      controller.abort();
    });
    Promise.resolve()
      .then(() => call(controller.signal))
      .then(resolve, reject)
      .finally(stop);
  });
}
