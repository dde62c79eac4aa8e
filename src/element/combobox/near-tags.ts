import type { Tag } from '../../core/contact.js';
import { foldText } from '../../core/fold-text.js';
import { LIMIT } from './inquiry.js';
import type { Asking } from './inquiry.js';
import { isNearName } from './near-names.js';

/** How many tags are offered in the place of a new one. */
const FEW = 3;

/** The tags that may be meant by the name of a new one: of those that the source has named so far. */
export class NearTags {
  readonly #ask: (text: string, asking: Asking) => Promise<readonly Tag[]>;
  readonly #known = new Map<string, Tag>();
  /** Whether the source has more tags than it has named when asked for all. */
  #hasMore = false;
  #looking = new AbortController();

  constructor(ask: (text: string, asking: Asking) => Promise<readonly Tag[]>) {
    this.#ask = ask;
  }

  /** Takes note of what the source has answered for a text. */
  remember(tags: readonly Tag[], text = ''): void {
    if (!text.trim()) this.#hasMore ||= tags.length >= LIMIT;
    tags.forEach((tag) => this.#known.set(tag.id, tag));
  }

  /** The tags with a name like this, unless one has this name. */
  of(name: string): readonly Tag[] {
    const folded = foldText(name);
    const known = [...this.#known.values()];
    if (!folded || known.some((tag) => foldText(tag.name) === folded)) return [];
    return known.filter((tag) => isNearName(tag.name, name)).slice(0, FEW);
  }

  /**
   * Asks a source that has not named all of its tags for those that begin or end as the name does: one typing error is not in
   * both. Resolves when `of` knows what came of it.
   */
  async lookFor(name: string): Promise<void> {
    this.stopLooking();
    if (!this.#hasMore) return;
    const { signal } = (this.#looking = new AbortController());
    const letters = [...name.trim()];
    const half = Math.max(2, Math.floor(letters.length / 2) - 1);
    const ends = [letters.slice(0, half), letters.slice(-half)].map((end) => end.join('').trim());
    const answers = await Promise.allSettled(ends.map((end) => this.#ask(end, { limit: LIMIT, signal })));
    if (signal.aborted) return;
    answers.forEach((answer) => answer.status === 'fulfilled' && this.remember(answer.value, name));
  }

  stopLooking(): void {
    this.#looking.abort();
  }
}
