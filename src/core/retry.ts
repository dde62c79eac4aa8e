import { startTimer } from './clock.js';
import type { Clock } from './clock.js';
import type { ContactError, ErrorCode } from './error.js';

/** What came of the attempts at something that is tried again by itself. */
export interface RetryState {
  /** How many attempts in a row have failed. */
  readonly failureCount: number;
  /** Why the last one did. */
  readonly error: ContactError;
}

/**
 * Failures that pass by themselves. `unknown` is none of them: a source that does not say what went wrong may mean a
 * refusal by it, and what was refused is not asked for again.
 */
const PASSING: readonly ErrorCode[] = ['offline', 'timeout', 'unavailable', 'rate-limited'];
/** How often something is tried in all before the person is asked. Without a connection it is tried until there is one. */
const MAX_ATTEMPTS = 6;
const SHORTEST_WAIT = 500;
const LONGEST_WAIT = 30_000;
/** A source that wants to be left alone for longer than this, in milliseconds, is left alone until the person says otherwise. */
const LONGEST_RETRY_AFTER = 300_000;

/** The setback after one more failure; `undefined` where trying again is the person's affair. */
export function retryStateAfter(
  before: RetryState | undefined,
  error: ContactError,
  maxAttempts = MAX_ATTEMPTS,
): RetryState | undefined {
  // Being offline says nothing about the source: once there is a connection, the attempts count anew.
  const isReconnected = before?.error.code === 'offline' && error.code !== 'offline';
  const attempts = before && !isReconnected ? before.failureCount + 1 : 1;
  const isHopeless = error.code !== 'offline' && attempts >= maxAttempts;
  if (!PASSING.includes(error.code) || isHopeless || retryAfterOf(error) > LONGEST_RETRY_AFTER) return undefined;
  return { failureCount: attempts, error };
}

/**
 * How long to wait, in milliseconds, before the next attempt: anything from half a second to a limit that doubles each time
 * up to 30 seconds, so that many panels do not come back at once; and all of it after the time that the source asked for.
 */
export function retryDelay({ failureCount: attempts, error }: RetryState, random: () => number): number {
  const limit = Math.min(LONGEST_WAIT, SHORTEST_WAIT * 2 ** attempts);
  return retryAfterOf(error) + SHORTEST_WAIT + random() * (limit - SHORTEST_WAIT);
}

/** Errors come from foreign code, and so may this number. */
function retryAfterOf({ retryAfter }: ContactError): number {
  return typeof retryAfter === 'number' && retryAfter > 0 ? retryAfter : 0;
}

/** What a retry timer runs on. */
export interface RetryTimerOptions {
  readonly clock?: Clock;
  /** A number from 0 up to 1: spreads what is tried again over time. */
  readonly random?: () => number;
  /** Calls back whenever the network may be back, until the returned function is called. */
  readonly whenOnline?: (callback: () => void) => () => void;
}

/** One wait at a time: after a setback, until it is time to try again. */
export class RetryTimer {
  readonly #options: RetryTimerOptions;
  #setback: RetryState | undefined;
  #stop: (() => void) | undefined;
  #end: (() => void) | undefined;

  constructor(options: RetryTimerOptions) {
    this.#options = options;
  }

  /** Waits out this setback, if it is not waiting for it already; without one it waits for nothing any more. */
  start(setback: RetryState | undefined, then: () => void): void {
    if (setback === this.#setback) return;
    this.#stop?.();
    this.#stop = undefined;
    this.#setback = setback;
    if (!setback) return;
    const { clock: after = startTimer, random = Math.random, whenOnline } = this.#options;
    this.#end = () => {
      this.start(undefined, then);
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
