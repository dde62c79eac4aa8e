import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { getValue } from '../../core/contact.js';
import type { FieldValue } from '../../core/contact.js';
import type { FieldDefinition } from '../../core/field-definition.js';
import { fieldType } from '../../core/field-type.js';
import { plainText } from '../../fields/text.js';
import { inputIdOf, isEditable, isPressable, labelOf } from '../definitions.js';
import type { EditedField } from '../editing/editing.js';
import { onPress } from '../panel.js';
import type { Handlers } from '../panel.js';
import type { View } from '../view.js';
import { iconClass } from './icons.js';

/** One field: label, value, and the buttons that copy it, show what is masked, and open its editor; or the open editor. */
export function fieldRow(
  definition: FieldDefinition,
  view: View,
  on: Handlers,
  edited: EditedField | undefined,
  isCopied: boolean,
): TemplateResult {
  const label = labelOf(definition, view);
  const id = inputIdOf(definition, view);
  const classes = `field ${edited?.editor ? 'is-open' : ''} ${edited?.isSaving ? 'is-saving' : ''}`;
  return html`<div class=${classes} part="field" id="${id}-row">
    <dt part="label">${edited?.editor ? html`<label for=${id}>${label}</label>` : label}</dt>
    <dd>${edited?.editor ?? valueAndControls(definition, view, on, isCopied)}${edited?.notes ?? nothing}</dd>
  </div>`;
}

/** Whether there is nothing to show of a field: no value, and none that is masked. */
export function isEmpty(value: FieldValue, { access }: FieldDefinition): boolean {
  return access !== 'mask' && (value === null || value === '' || (Array.isArray(value) && !value.length));
}

function valueAndControls(definition: FieldDefinition, view: View, on: Handlers, isCopied: boolean): unknown {
  const { contact, messages } = view;
  const { access, key, readonly, readonlyReason, revealable } = definition;
  const label = labelOf(definition, view);
  const value = getValue(contact, key);
  if (isPressable(definition, view)) return options(definition, value, label, on);
  const isMasked = access === 'mask';
  const canCopy = !isMasked && !isEmpty(value, definition);
  const reason = readonly && readonlyReason ? html`<small class="reason">${readonlyReason}</small>` : nothing;
  return html`${shownValue(value, definition, view)}<span class="controls"
      >${canCopy ? copyButton(messages.copy(label), isCopied, () => on.copy(key)) : nothing}${isMasked && revealable
        ? control('eye', 'reveal-button', messages.reveal(label), () => on.reveal(key))
        : nothing}${isEditable(definition, view)
        ? control('pencil', 'edit-button', messages.edit(label), () => on.edit(key))
        : nothing}</span
    >${reason}`;
}

/** The value as its type shows it, isolated from the direction of the text around it. */
function shownValue(value: FieldValue, definition: FieldDefinition, { lang, messages }: View): TemplateResult {
  const type = fieldType(definition.type);
  const context = { definition, lang, words: messages };
  if (definition.access === 'mask') return html`<bdi class="value nothing" part="value">${messages.hidden}</bdi>`;
  if (isEmpty(value, definition)) {
    const text = definition.key === 'assignee' ? messages.unassigned : messages.noValue;
    return html`<bdi class="value nothing" part="value">${text}</bdi>`;
  }
  return html`<bdi class="value" part="value">${type.show?.(value, context) ?? type.text(value, context)}</bdi>`;
}

/** Few options, each a button that is pressed or not: one press sets the value. */
function options({ key, options: known = [] }: FieldDefinition, chosen: FieldValue, label: string, on: Handlers): unknown {
  const text = plainText(chosen);
  const isKnown = !text || known.some(({ value }) => value === text);
  const all = isKnown ? known : [...known, { value: text, label: text }];
  return html`<span class="options" role="group" aria-label=${label}
    >${all.map(
      (option) =>
        html`<button
          type="button"
          part="option"
          aria-pressed=${option.value === text}
          @click=${onPress(() => on.choose(key, option.value))}
        >
          ${option.label}
        </button>`,
    )}</span
  >`;
}

function copyButton(name: string, isCopied: boolean, copy: () => void): TemplateResult {
  return control(isCopied ? 'tick' : 'copy', 'copy-button', name, copy, isCopied ? 'is-copied' : '');
}

function control(icon: string, part: string, name: string, act: () => void, className = ''): TemplateResult {
  return html`<button
    type="button"
    class="quiet pencil ${iconClass(icon)} ${className}"
    part=${part}
    aria-label=${name}
    @click=${onPress(act)}
  ></button>`;
}
