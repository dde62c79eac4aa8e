import assert from 'node:assert/strict';
import { ContactError } from '../../src/core/error.js';
import type { ErrorCode } from '../../src/core/error.js';
import type { WriteOptions } from '../../src/core/adapter.js';
import type { Clock } from '../../src/core/clock.js';
import type { MemorySeed } from '../../src/memory/memory-adapter.js';

export const seed: MemorySeed = {
  contacts: [
    { id: 'c_1', version: '7', firstName: 'Ana', email: 'ana@example.com', tags: [{ id: 't_1', name: 'VIP' }] },
    { id: 'c_2', version: '1', firstName: 'Bo' },
  ],
  can: { edit: true, editTags: true, createTags: true, delete: true },
  tags: [{ id: 't_2', name: 'Lead', color: 'blue' }],
  options: { assignee: [{ value: 'u_1', label: 'Olga' }] },
};

let keys = 0;

/** The options of one write; whatever is given wins. */
export function writing(options: Partial<WriteOptions> = {}): WriteOptions {
  return { key: `key-${++keys}`, signal: new AbortController().signal, ...options };
}

/** The `ContactError` that a promise rejects with, which must have this code. */
export async function failure(promise: Promise<unknown>, code: ErrorCode): Promise<ContactError> {
  const thrown: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(thrown instanceof ContactError, `expected a ContactError, found ${String(thrown)}`);
  assert.equal(thrown.code, code);
  return thrown;
}

/** A promise rejected with anything, as careless code does it. */
export function rejectWith(reason: unknown): Promise<never> {
  const error = reason as Error;
  return Promise.reject(error);
}

/** What is gathered in so many milliseconds is gathered at once. */
const GATHERING = 50;

/** A timer that goes off when told to, instead of when it is time; `onFire` lets that time pass elsewhere. */
export class HandTimer {
  readonly #onFire: (milliseconds: number) => void;
  readonly pending: { readonly milliseconds: number; readonly callback: () => void }[] = [];
  #waiting: (() => void) | undefined;

  constructor(onFire: (milliseconds: number) => void = () => undefined) {
    this.#onFire = onFire;
  }

  readonly clock: Clock = (milliseconds, callback) => {
    const timer = { milliseconds, callback };
    this.pending.push(timer);
    if (milliseconds <= GATHERING) queueMicrotask(() => this.#end(timer));
    this.#waiting?.();
    return () => {
      const at = this.pending.indexOf(timer);
      if (at >= 0) this.pending.splice(at, 1);
    };
  };

  /** Lets the first timer that is as wanted go off, as soon as there is one; answers how long it was to take. */
  async fire(isWanted: (milliseconds: number) => boolean): Promise<number> {
    for (;;) {
      const timer = this.pending.find(({ milliseconds }) => isWanted(milliseconds));
      if (timer) {
        this.#end(timer);
        return timer.milliseconds;
      }
      await new Promise<void>((resolve) => {
        this.#waiting = resolve;
      });
    }
  }

  #end(timer: (typeof this.pending)[number]): void {
    const at = this.pending.indexOf(timer);
    if (at < 0) return;
    this.pending.splice(at, 1);
    this.#onFire(timer.milliseconds);
    timer.callback();
  }
}

export function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** The body of an answer that comes in these pieces. */
export function streamOf(...chunks: readonly Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}
