import type { Clock } from '../core/clock.js';
import type { RetryTimerOptions } from '../core/retry.js';
import type { ContactState } from './contact-state.js';
import type { nextTask } from './next-task.js';
import type { Action } from './reduce.js';
import type { Persistence } from './saved-edits-format.js';

/** What a store runs on, and the rules it goes by. */
export interface StoreOptions extends RetryTimerOptions {
  /** How long a read may take, in milliseconds. */
  readonly readLimit?: number;
  /** How long a write may take, in milliseconds. */
  readonly writeLimit?: number;
  /** Makes idempotency keys; must never repeat. */
  readonly createId?: () => string;
  /** Runs the limits, and the waits for what is tried again. */
  readonly clock?: Clock;
  /** Where edits survive a reload; without it they live as long as the page. */
  readonly persistence?: Persistence;
  /** What an action leads to, and what is to be done then. Tests give other rules, to see that a broken one is noticed. */
  readonly reduce?: (state: ContactState, action: Action) => ContactState;
  readonly nextTask?: typeof nextTask;
}
