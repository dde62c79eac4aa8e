import { startTimer } from '../../core/clock.js';
import { foldText } from '../../core/fold-text.js';

/** How many suggestions are asked for: a source that answers with fewer knows no more. */
export const LIMIT = 50;
/** How long what is typed waits for the answer to what was typed before, in milliseconds. */
const PATIENCE = 1_000;

/** What a source is asked beside the text. */
export interface Asking {
  readonly limit: number;
  readonly signal: AbortSignal;
}

export interface InquiryOptions<Item> {
  readonly ask: (text: string, asking: Asking) => Promise<readonly Item[]>;
  /** The name by which a source finds; not given where asking costs nothing. */
  readonly foundBy?: (item: Item) => string;
  readonly onAnswer: (items: readonly Item[], text: string) => void;
  readonly onFailure: (text: string) => void;
}

/**
 * Asks a source for what is typed, one question at a time. What is typed while an answer is under way is asked once that is
 * there, and of several texts only the newest. Nothing is asked where the last answer says it all.
 */
export class Inquiry<Item> {
  readonly #options: InquiryOptions<Item>;
  #asking: { readonly text: string; readonly controller: AbortController } | undefined;
  /** What is asked next. */
  #next: string | undefined;
  #stopWaiting: (() => void) | undefined;
  /** The last answer that a longer text can only narrow. */
  #complete: { readonly text: string; readonly items: readonly Item[] } | undefined;

  constructor(options: InquiryOptions<Item>) {
    this.#options = options;
  }

  /** Asks at once; what was asked before is given up. */
  ask(text: string): void {
    this.giveUp();
    void this.#ask(text);
  }

  /** Asks for what has just been typed: at once, unless the answer to what was typed before is under way. */
  follow(text: string): void {
    const asked = this.#asking?.text;
    if (asked) {
      this.#next = text === asked ? undefined : text;
      this.#stopWaiting ??= startTimer(PATIENCE, () => this.ask(this.#next ?? text));
      return;
    }
    this.giveUp();
    const items = this.#narrowed(text);
    if (items.length) this.#options.onAnswer(items, text);
    else void this.#ask(text);
  }

  /** Takes no answer any more. */
  giveUp(): void {
    this.#asking?.controller.abort();
    this.#end();
  }

  #end(): string | undefined {
    const next = this.#next;
    this.#stopWaiting?.();
    this.#asking = this.#next = this.#stopWaiting = undefined;
    return next;
  }

  async #ask(text: string): Promise<void> {
    const { ask, onAnswer, onFailure } = this.#options;
    const controller = new AbortController();
    const { signal } = controller;
    this.#asking = { text, controller };
    const items = await Promise.resolve()
      .then(() => ask(text, { limit: LIMIT, signal }))
      .catch(() => undefined);
    if (signal.aborted) return;
    const next = this.#end();
    if (items) this.#remember(text, items);
    if (items) onAnswer(items, text);
    else onFailure(text);
    if (next !== undefined && !this.#asking) this.follow(next);
  }

  /** An answer is complete where the source knew no more, and each of its items has the text in its name. */
  #remember(text: string, items: readonly Item[]): void {
    const isComplete = text.trim() !== '' && items.length < LIMIT && this.#named(text, items).length === items.length;
    this.#complete = isComplete ? { text, items } : undefined;
  }

  #narrowed(text: string): readonly Item[] {
    const { text: beginning, items } = this.#complete ?? {};
    return items && beginning !== undefined && foldText(text).startsWith(foldText(beginning)) ? this.#named(text, items) : [];
  }

  #named(text: string, items: readonly Item[]): readonly Item[] {
    const { foundBy } = this.#options;
    return foundBy ? items.filter((item) => foldText(foundBy(item)).includes(foldText(text))) : [];
  }
}
