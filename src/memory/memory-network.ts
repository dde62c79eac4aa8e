import { ContactError } from '../core/error.js';

/** The methods of an adapter that answer. */
export type Operation =
  | 'load'
  | 'save'
  | 'saveEntry'
  | 'removeEntry'
  | 'addTag'
  | 'removeTag'
  | 'setBlocked'
  | 'removeChannel'
  | 'suggestTags'
  | 'suggestOptions'
  | 'delete'
  | 'suggestDuplicates'
  | 'merge';

/**
 * What goes wrong with one call: the error it fails with, unapplied; `lose-response`: applied, then fails as `offline`;
 * `never`: not applied and never answered, until it is aborted.
 */
export type Fault = ContactError | 'lose-response' | 'never';

/** One call, as the `faults` switch sees it: the `count`th of this operation, from 1. */
export interface Call {
  readonly operation: Operation;
  /** The contact it is about; absent for suggestions. */
  readonly id?: string;
  readonly count: number;
}

/** How slow and how unreliable a `memoryAdapter` is. */
export interface MemoryOptions {
  /** How long each call takes, in milliseconds; a function is asked again for each call. */
  readonly latency?: number | (() => number);
  /** Decides for each call whether, and how, it goes wrong. */
  readonly faults?: (call: Call) => Fault | undefined;
}

/** Stands between the caller and the memory as a network does: takes its time, loses answers, honours aborts. */
export class MemoryNetwork {
  readonly #options: MemoryOptions;
  readonly #counts = new Map<Operation, number>();

  constructor(options: MemoryOptions) {
    this.#options = options;
  }

  /** Runs `work` on the far side. */
  async carry<T>(operation: Operation, id: string | undefined, signal: AbortSignal, work: () => T): Promise<T> {
    const count = (this.#counts.get(operation) ?? 0) + 1;
    this.#counts.set(operation, count);
    const fault = this.#options.faults?.({ operation, count, ...(id === undefined ? {} : { id }) });
    const { latency = 0 } = this.#options;
    await pause(fault === 'never' ? Infinity : typeof latency === 'function' ? latency() : latency, signal);
    if (fault instanceof ContactError) throw fault;
    const answer = work();
    if (fault === 'lose-response') throw new ContactError('offline');
    return answer;
  }
}

/** Waits that many milliseconds, for ever when infinite; rejects with the reason of an abort as soon as there is one. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error);
    if (milliseconds <= 0) return resolve();
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const done = (): void => {
      signal.removeEventListener('abort', abort);
      resolve();
    };
    const timer = milliseconds === Infinity ? undefined : setTimeout(done, milliseconds);
    signal.addEventListener('abort', abort, { once: true });
  });
}
