const LIMIT = 12_000;

/** The next frame in a browser, the next turn of the event loop in Node. */
const nextTurn: (callback: () => void) => unknown = globalThis.requestAnimationFrame ?? setImmediate;

type Truthy<T> = Exclude<T, undefined | null | false | 0 | ''>;

/**
 * Waits until the probe answers something truthy, and answers that. Asks once a frame, for twelve seconds at most: the first
 * use of a part loads its code, which a busy machine compiles at that moment. A probe that throws (an assertion, a query) is
 * asked again, and its last error is what the test fails with.
 * @param what says what was waited for, in the error
 * @param limit for how many milliseconds to ask, where it is known to be in vain
 */
export async function until<T>(probe: () => T | Promise<T>, what = 'a condition', limit = LIMIT): Promise<Truthy<T>> {
  const end = performance.now() + limit;
  for (;;) {
    let cause: unknown;
    try {
      const answer = await probe();
      if (answer) return answer as Truthy<T>;
    } catch (error) {
      cause = error;
    }
    if (performance.now() > end) {
      const reason = cause instanceof Error ? `: ${cause.message}` : '';
      throw new Error(`Waited ${limit} ms for ${what}${reason}`, { cause });
    }
    await new Promise<void>((resolve) => nextTurn(resolve));
  }
}

/** The event of that name that comes next. Listen before doing what causes it: `const saved = nextEvent(…); act(); await saved`. */
export function nextEvent<E extends Event = Event>(target: EventTarget, name: string): Promise<E> {
  return new Promise((resolve) => target.addEventListener(name, (event) => resolve(event as E), { once: true }));
}
