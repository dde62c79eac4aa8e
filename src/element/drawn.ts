/** Remembers what something was last drawn from, so that it is drawn again only when that is different. */
export class Drawn {
  #parts: readonly unknown[] = [];

  /** Whether the parts are not the ones of the last call. Data is compared by content, everything else by identity. */
  isOutdated(data: unknown, ...others: readonly unknown[]): boolean {
    const parts = [JSON.stringify(data), ...others];
    const isSame = parts.every((part, index) => part === this.#parts[index]);
    this.#parts = parts;
    return !isSame;
  }
}
