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
 * Failures that pass by themselves. `unknown` is not among them: a source that does not say what went wrong may have refused,
 * and what was refused is not asked for again.
 */
const PASSING: readonly ErrorCode[] = ['offline', 'timeout', 'unavailable', 'rate-limited'];
/** How often something is tried in all before the person is asked. Without a connection it is tried until there is one. */
const MAX_ATTEMPTS = 6;
const SHORTEST_WAIT = 500;
const LONGEST_WAIT = 30_000;
/** A source that wants to be left alone for longer than this, in milliseconds, is left alone until the person says otherwise. */
const LONGEST_RETRY_AFTER = 300_000;

/** The retry state after one more failure; `undefined` where only the person can have it tried again. */
export function retryStateAfter(
  before: RetryState | undefined,
  error: ContactError,
  maxAttempts = MAX_ATTEMPTS,
  longestRetryAfter = LONGEST_RETRY_AFTER,
): RetryState | undefined {
  // Being offline says nothing about the source: once there is a connection, the attempts count anew.
  const isReconnected = before?.error.code === 'offline' && error.code !== 'offline';
  const failureCount = before && !isReconnected ? before.failureCount + 1 : 1;
  const isHopeless = error.code !== 'offline' && failureCount >= maxAttempts;
  if (!PASSING.includes(error.code) || isHopeless || retryAfterOf(error) > longestRetryAfter) return undefined;
  return { failureCount, error };
}

/**
 * How long to wait, in milliseconds, before the next attempt: anything from half a second to a limit that doubles each time
 * up to 30 seconds, so that many panels do not come back at once; and all of it after the time that the source asked for.
 */
export function retryDelay({ failureCount, error }: RetryState, random: () => number): number {
  const limit = Math.min(LONGEST_WAIT, SHORTEST_WAIT * 2 ** failureCount);
  return retryAfterOf(error) + SHORTEST_WAIT + random() * (limit - SHORTEST_WAIT);
}

/** The time that the source asked for, in milliseconds. It comes from foreign code and may be anything. */
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

/** Waits until it is time to try something again: one wait at a time. */
export class RetryTimer {
  readonly #options: RetryTimerOptions;
  #retryState: RetryState | undefined;
  #stop: (() => void) | undefined;
  #end: (() => void) | undefined;

  constructor(options: RetryTimerOptions) {
    this.#options = options;
  }

  /** Waits for the next attempt, unless it already does; `undefined` ends the wait. */
  start(retryState: RetryState | undefined, then: () => void): void {
    if (retryState === this.#retryState) return;
    this.#stop?.();
    this.#stop = undefined;
    this.#retryState = retryState;
    if (!retryState) return;
    const { clock = startTimer, random = Math.random, whenOnline } = this.#options;
    this.#end = () => {
      this.start(undefined, then);
      then();
    };
    const stopTimer = clock(retryDelay(retryState, random), this.#end);
    const stopListening = retryState.error.code === 'offline' ? whenOnline?.(() => this.wake()) : undefined;
    this.#stop = () => {
      stopTimer();
      stopListening?.();
    };
  }

  /** Ends a wait for a connection: there is a sign of one. */
  wake(): void {
    if (this.#retryState?.error.code === 'offline') this.#end?.();
  }
}
