import { startTimer } from '../core/clock.js';
import type { Clock } from '../core/clock.js';
import type { Undoable } from './undo.js';

/** For how many seconds an edit can be undone by one press; those in which somebody attends to it do not count. */
const SECONDS = 8;
const SECOND = 1_000;

/** Lets what can be undone expire, each at its time. While nobody could use that time, or somebody is about to, it stands still. */
export class UndoExpiry {
  readonly #clock: Clock;
  readonly #timers = new Map<string, () => void>();
  readonly #holders = new Set<() => boolean>();

  constructor(clock = startTimer) {
    this.#clock = clock;
  }

  /** Asks this each second whether the time stands still, as long as there is anything to undo. */
  hold(isHeld: () => boolean): void {
    this.#holders.add(isHeld);
  }

  /** Starts a timer for each new record, and stops those of records that are gone. */
  follow(undoable: readonly Undoable[], expire: (id: string) => void): void {
    for (const [id, stop] of this.#timers) {
      if (undoable.some((record) => record.id === id)) continue;
      stop();
      this.#timers.delete(id);
    }
    for (const { id } of undoable) if (!this.#timers.has(id)) this.#count(id, SECONDS, expire);
    if (!undoable.length) this.#holders.clear();
  }

  #count(id: string, left: number, expire: (id: string) => void): void {
    const onSecond = () => {
      const isHeld = [...this.#holders].some((holder) => holder());
      if (isHeld || left > 1) this.#count(id, isHeld ? left : left - 1, expire);
      else expire(id);
    };
    this.#timers.set(id, this.#clock(SECOND, onSecond));
  }
}
