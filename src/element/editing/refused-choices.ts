import type { FieldValue } from '../../core/contact.js';
import type { ContactStore } from '../../store/contact-store.js';

/** A value that was set by one press, without an editor, and that the page has refused. */
export interface RefusedChoice {
  readonly value: FieldValue;
  /** Why, in the words of the page. */
  readonly reason: string;
}

/** The last refused choice of each field, by contact, until something else becomes of the field. */
export class RefusedChoices {
  readonly #choices = new WeakMap<ContactStore, ReadonlyMap<string, RefusedChoice>>();

  of(store: ContactStore, key: string): RefusedChoice | undefined {
    return this.#choices.get(store)?.get(key);
  }

  add(store: ContactStore, key: string, choice: RefusedChoice): void {
    this.#choices.set(store, new Map(this.#choices.get(store)).set(key, choice));
  }

  remove(store: ContactStore, key: string): void {
    const others = new Map(this.#choices.get(store));
    if (others.delete(key)) this.#choices.set(store, others);
  }
}
