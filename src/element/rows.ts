/** Something drawn for one item of a list. */
export interface Row<Item, Context> {
  readonly element: HTMLElement;
  update(item: Item, context: Context): void;
}

/** The rows of a list, one for each item, kept from one drawing to the next and patched in place. */
export class Rows<Item, Context> {
  readonly #rows: Row<Item, Context>[] = [];
  readonly #container: HTMLElement;
  readonly #create: (index: number) => Row<Item, Context>;

  constructor(container: HTMLElement, create: (index: number) => Row<Item, Context>) {
    this.#container = container;
    this.#create = create;
  }

  update(items: readonly Item[], context: Context): void {
    for (const row of this.#rows.splice(items.length)) row.element.remove();
    for (const [index, item] of items.entries()) {
      const row = (this.#rows[index] ??= this.#create(index));
      if (!row.element.parentNode) this.#container.append(row.element);
      row.update(item, context);
    }
  }
}
