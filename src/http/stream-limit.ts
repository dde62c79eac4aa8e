/**
 * How many event streams that no other tab shares a page keeps open at once. Over HTTP/1.1 a browser opens six connections
 * to a host, and a stream holds one for as long as it lives: without a limit, several panels would block every request.
 */
export const STREAM_LIMIT = 3;

const waiting = new Set<() => void>();
let running = 0;

/** Runs a stream as soon as fewer than the limit are running, in the order of the calls; not at all once it is aborted. */
export async function withinStreamLimit(signal: AbortSignal, run: () => Promise<void>): Promise<void> {
  while (running >= STREAM_LIMIT && !signal.aborted) await nextEnd(signal);
  if (signal.aborted) return;
  running++;
  try {
    await run();
  } finally {
    running--;
    const [first] = waiting;
    first?.();
  }
}

/** Resolves when a stream has ended and it is this one's turn, or when it is aborted. */
function nextEnd(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const proceed = (): void => {
      waiting.delete(proceed);
      signal.removeEventListener('abort', proceed);
      resolve();
    };
    waiting.add(proceed);
    signal.addEventListener('abort', proceed);
  });
}
