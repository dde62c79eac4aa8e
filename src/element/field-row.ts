import { getValue } from '../core/contact.js';
import type { FieldValue } from '../core/contact.js';
import { fieldType } from '../core/fields.js';
import type { FieldDefinition } from '../core/fields.js';
import { make, setText } from '../fields/make.js';
import { makeIconButton, setName, withIntent } from './controls.js';
import { isEditable, labelOf } from './definitions.js';
import { Drawn } from './drawn.js';
import type { View } from './panel.js';

/** One field: label, value, and the button that opens its editor. */
export class FieldRow {
  readonly element: HTMLElement;
  readonly #label: HTMLLabelElement;
  readonly #value = make('span', { class: 'value', part: 'value' });
  readonly #text = make('bdi');
  readonly #pencil = makeIconButton('pencil', 'quiet pencil', 'edit-button', { part: 'editor', key: '' });
  /** Where editing draws an open editor, and notices. */
  readonly #editing = make('div', { class: 'editing' });
  readonly #drawn = new Drawn();

  constructor(index: number) {
    this.#label = make('label', { for: `field-${index}` });
    const value = make('dd', {}, this.#value, this.#pencil, this.#editing);
    this.element = make('div', { class: 'field', part: 'field' }, make('dt', { part: 'label' }, this.#label), value);
  }

  update(definition: FieldDefinition, view: View): void {
    const { contact, editing, hideEmpty, lang, messages } = view;
    const label = labelOf(definition, view);
    const value = getValue(contact, definition.key);
    setText(this.#label, label);
    setName(this.#pencil, isEditable(definition, view) ? messages.edit(label) : undefined);
    withIntent(this.#pencil, { part: 'editor', key: definition.key });
    const isBusy = editing?.drawField(this.element, this.#editing, definition, view) ?? false;
    this.element.hidden = hideEmpty && isNothing(value) && definition.access !== 'mask' && !isBusy;
    if (this.#drawn.isOutdated([value, definition], lang, messages)) this.#drawValue(value, definition, view);
  }

  #drawValue(value: FieldValue, definition: FieldDefinition, { lang, messages }: View): void {
    const type = fieldType(definition.type);
    const context = { definition, lang, words: messages };
    const isMasked = definition.access === 'mask';
    const isAbsent = isNothing(value) && !isMasked;
    const shown = isAbsent || isMasked ? undefined : type.show?.(value, context);
    if (isAbsent) setText(this.#text, definition.key === 'assignee' ? messages.unassigned : messages.noValue);
    else setText(this.#text, isMasked ? messages.hidden : type.text(value, context));
    this.#text.className = isAbsent || isMasked ? 'nothing' : '';
    const node = shown instanceof Node ? shown : this.#text;
    if (this.#value.firstChild !== node) this.#value.replaceChildren(node);
  }
}

function isNothing(value: FieldValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && !value.length);
}
