import type { ContactError, ErrorCode } from './error.js';

/** What came of the attempts at something that is tried again by itself. */
export interface Setback {
  /** How many attempts in a row have failed. */
  readonly attempts: number;
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
export function setbackAfter(before: Setback | undefined, error: ContactError): Setback | undefined {
  // Being offline says nothing about the source: once there is a connection, the attempts count anew.
  const isReconnected = before?.error.code === 'offline' && error.code !== 'offline';
  const attempts = before && !isReconnected ? before.attempts + 1 : 1;
  const isHopeless = error.code !== 'offline' && attempts >= MAX_ATTEMPTS;
  if (!PASSING.includes(error.code) || isHopeless || retryAfterOf(error) > LONGEST_RETRY_AFTER) return undefined;
  return { attempts, error };
}

/**
 * How long to wait, in milliseconds, before the next attempt: anything from half a second to a limit that doubles each time
 * up to 30 seconds, so that many panels do not come back at once; and all of it after the time that the source asked for.
 */
export function retryDelay({ attempts, error }: Setback, random: () => number): number {
  const limit = Math.min(LONGEST_WAIT, SHORTEST_WAIT * 2 ** attempts);
  return retryAfterOf(error) + SHORTEST_WAIT + random() * (limit - SHORTEST_WAIT);
}

/** Errors come from foreign code, and so may this number. */
function retryAfterOf({ retryAfter }: ContactError): number {
  return typeof retryAfter === 'number' && retryAfter > 0 ? retryAfter : 0;
}
