/**
 * How many event streams a page keeps open at once. Over HTTP/1.1 a browser opens six connections to a host, and a stream
 * holds one for as long as it lives: without a limit the seventh panel of a page would keep every request waiting.
 */
export const PLACES = 3;

const waiting = new Set<() => void>();
let taken = 0;

/**
 * Runs the task when there is a place for it, first come, first served; never, when it is aborted before. A panel that
 * waits is not live, which nobody sees but in pages with many of them.
 */
export async function inPlace(signal: AbortSignal, task: () => Promise<void>): Promise<void> {
  while (taken >= PLACES && !signal.aborted) await nextPlace(signal);
  if (signal.aborted) return;
  taken++;
  try {
    await task();
  } finally {
    taken--;
    const [first] = waiting;
    first?.();
  }
}

function nextPlace(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const proceed = () => {
      waiting.delete(proceed);
      signal.removeEventListener('abort', proceed);
      resolve();
    };
    waiting.add(proceed);
    signal.addEventListener('abort', proceed);
  });
}
