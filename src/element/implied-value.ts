import { getValue } from '../core/contact.js';
import type { FieldValue } from '../core/contact.js';
import type { FieldDefinition } from '../core/field-definition.js';
import { isSameValue } from '../core/merge-patch.js';
import type { ContactStore } from '../store/contact-store.js';
import { isEditable } from './definitions.js';
import type { EditView } from './edit-view.js';
import { editingOf } from './field-editing.js';

/** A value that another field of the contact suggests for this one: the country of the phone number. */
export interface Implied {
  readonly key: string;
  readonly value: FieldValue;
  /** The field that suggests it. */
  readonly from: string;
}

/** What fields say of each other, as long as the person has not said no to it. */
export class ImpliedValues {
  readonly #declined = new WeakMap<ContactStore, ReadonlySet<string>>();

  /**
   * What another field says of this one, where it says something else than stands there and the person may change it. Known
   * of fields whose editing has been loaded: who only reads a contact is told nothing.
   */
  of(store: ContactStore, definition: FieldDefinition, view: EditView): Implied | undefined {
    const implied = isEditable(definition, view) ? impliedValue(definition.key, view) : undefined;
    return implied && !this.#declined.get(store)?.has(keyOf(implied)) ? implied : undefined;
  }

  decline(store: ContactStore, implied: Implied): void {
    this.#declined.set(store, new Set([...(this.#declined.get(store) ?? []), keyOf(implied)]));
  }
}

function impliedValue(key: string, { contact, definitions }: EditView): Implied | undefined {
  for (const definition of definitions) {
    const value = editingOf(definition)?.implies?.(getValue(contact, definition.key))?.[key];
    const isNews = value !== undefined && !isSameValue(value, getValue(contact, key));
    if (isNews && definition.access !== 'mask') return { key, value, from: definition.key };
  }
  return undefined;
}

function keyOf({ key, value }: Implied): string {
  return JSON.stringify([key, value]);
}
