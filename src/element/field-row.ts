import { getValue } from '../core/contact.js';
import type { FieldValue } from '../core/contact.js';
import { fieldType } from '../core/field-type.js';
import type { FieldDefinition } from '../core/field-definition.js';
import { make, setAttribute, setText } from '../fields/make.js';
import { plainText } from '../fields/text.js';
import { makeIconButton, setName, withIntent } from './controls.js';
import { inputIdOf, isEditable, isPressable, labelOf } from './definitions.js';
import { Drawn } from './drawn.js';
import type { View } from './panel.js';

/** One field: label, value, and the buttons that copy it, show what is masked, and open its editor. */
export class FieldRow {
  readonly element: HTMLElement;
  /** Whether its editor is open, or there is something to say of its last edit. */
  isBusy = false;
  readonly #label = make('label');
  readonly #value = make('span', { class: 'value', part: 'value' });
  readonly #text = make('bdi');
  readonly #options = make('span', { class: 'options', role: 'group' });
  readonly #buttons: HTMLElement[] = [];
  readonly #reason = make('small', { class: 'reason', hidden: '' });
  readonly #copy = makeIconButton('copy', 'quiet pencil', 'copy-button', { part: 'copy', key: '' });
  readonly #reveal = makeIconButton('eye', 'quiet pencil', 'reveal-button', { part: 'reveal', key: '' });
  readonly #pencil = makeIconButton('pencil', 'quiet pencil', 'edit-button', { part: 'editor', key: '' });
  /** Where editing draws an open editor, and notices. */
  readonly #editing = make('div', { class: 'editing' });
  readonly #drawn = new Drawn();

  constructor() {
    const controls = make('span', { class: 'controls' }, this.#copy, this.#reveal, this.#pencil);
    const value = make('dd', {}, this.#value, controls, this.#reason, this.#editing);
    this.element = make('div', { class: 'field', part: 'field' }, make('dt', { part: 'label' }, this.#label), value);
  }

  update(definition: FieldDefinition, view: View): void {
    const { contact, editing, hideEmpty, messages } = view;
    const { access, key, readonly, readonlyReason, revealable } = definition;
    const label = labelOf(definition, view);
    const value = getValue(contact, key);
    const isMasked = access === 'mask';
    const isAbsent = isNothing(value) && !isMasked;
    const isPressed = isPressable(definition, view);
    setText(this.#label, label);
    setAttribute(this.#label, 'for', inputIdOf(definition, view));
    setName(this.#copy, isAbsent || isMasked || isPressed ? undefined : messages.copy(label));
    setName(this.#reveal, isMasked && revealable ? messages.reveal(label) : undefined);
    setName(this.#pencil, isEditable(definition, view) && !isPressed ? messages.edit(label) : undefined);
    withIntent(this.#copy, { part: 'copy', key });
    withIntent(this.#reveal, { part: 'reveal', key });
    withIntent(this.#pencil, { part: 'editor', key });
    setText(this.#reason, readonlyReason ?? '');
    this.#reason.hidden = !readonly || !readonlyReason;
    this.isBusy = editing?.drawField(this.element, this.#editing, definition, view) ?? false;
    this.element.hidden = hideEmpty && isAbsent && !this.isBusy;
    if (!this.#drawn.isOutdated([value, definition, isPressed], view.lang, messages)) return;
    const shown = isPressed ? this.#makeOptions(definition, value, label) : this.#makeValue(value, definition, view);
    if (this.#value.firstChild !== shown) this.#value.replaceChildren(shown);
  }

  /** Few options, each a button that is pressed or not: one press sets the value. The buttons stay, and with them the focus. */
  #makeOptions({ key, options = [] }: FieldDefinition, chosen: FieldValue, label: string): Node {
    const text = plainText(chosen);
    const isKnown = !text || options.some(({ value }) => value === text);
    const all = isKnown ? options : [...options, { value: text, label: text }];
    for (const [index, option] of all.entries()) {
      const button = (this.#buttons[index] ??= make('button', { type: 'button', part: 'option' }));
      setText(button, option.label);
      setAttribute(button, 'aria-pressed', String(option.value === text));
      withIntent(button, { part: 'option', key, value: option.value });
      if (!button.parentNode) this.#options.append(button);
    }
    for (const button of this.#buttons.splice(all.length)) button.remove();
    setAttribute(this.#options, 'aria-label', label);
    return this.#options;
  }

  #makeValue(value: FieldValue, definition: FieldDefinition, { lang, messages }: View): Node {
    const type = fieldType(definition.type);
    const context = { definition, lang, words: messages };
    const isMasked = definition.access === 'mask';
    const isAbsent = isNothing(value) && !isMasked;
    const shown = isAbsent || isMasked ? undefined : type.show?.(value, context);
    if (isAbsent) setText(this.#text, definition.key === 'assignee' ? messages.unassigned : messages.noValue);
    else setText(this.#text, isMasked ? messages.hidden : type.text(value, context));
    this.#text.className = isAbsent || isMasked ? 'nothing' : '';
    return shown instanceof Node ? shown : this.#text;
  }
}

function isNothing(value: FieldValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && !value.length);
}
