import { entryPlaceOf, getValue } from '../../core/contact.js';
import type { FieldValue } from '../../core/contact.js';
import { fieldType } from '../../core/field-type.js';
import { editingOf } from '../../fields/field-editing.js';
import type { ContactStore } from '../../store/contact-store.js';
import { definitionOf, isEditable } from '../definitions.js';
import type { View } from '../view.js';

/** A value that another field of the contact suggests for this one: the country of the phone number. */
export interface SuggestedValue {
  readonly key: string;
  readonly value: FieldValue;
  /** The field that suggests it. */
  readonly from: string;
}

/** What fields say of each other, as long as the person has not said no to it. */
export class SuggestedValues {
  readonly #declined = new WeakMap<ContactStore, ReadonlySet<string>>();
  /** What was found for the view that was drawn last: each of its fields asks. */
  #found: { readonly view: View; readonly all: readonly SuggestedValue[] } | undefined;

  /**
   * What another field says of this one, where it says something else than stands there and the person may change it. Known
   * of fields whose editing has been loaded: who only reads a contact is told nothing.
   */
  of(store: ContactStore, key: string, view: View): SuggestedValue | undefined {
    if (this.#found?.view !== view) this.#found = { view, all: suggestedValues(view) };
    const suggested = this.#found.all.find((each) => each.key === key);
    return suggested && !this.#declined.get(store)?.has(nameOf(suggested)) ? suggested : undefined;
  }

  decline(store: ContactStore, suggested: SuggestedValue): void {
    this.#declined.set(store, new Set([...(this.#declined.get(store) ?? []), nameOf(suggested)]));
  }
}

function suggestedValues(view: View): readonly SuggestedValue[] {
  const { contact, definitions } = view;
  return definitions
    .filter(({ access, key }) => access !== 'mask' && !entryPlaceOf(key))
    .flatMap((definition) => {
      const values = editingOf(definition)?.implies?.(getValue(contact, definition.key)) ?? {};
      return Object.entries(values).map(([key, value]) => ({ key, value, from: definition.key }));
    })
    .filter(({ key, value }) => !isSaid(value, key, view) && isEditable(definitionOf(key, view), view));
}

/** Whether a value stands there already, or another that means the same: the country `de` is the country `DE`. */
function isSaid(value: FieldValue, key: string, view: View): boolean {
  const definition = definitionOf(key, view);
  const context = { definition, lang: view.lang, words: view.messages };
  const { text } = fieldType(definition.type);
  return text(value, context) === text(getValue(view.contact, key), context);
}

function nameOf({ key, value }: SuggestedValue): string {
  return JSON.stringify([key, value]);
}
