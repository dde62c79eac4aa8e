import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { getValue } from '../../core/contact.js';
import type { FieldValue } from '../../core/contact.js';
import type { FieldDefinition, Option } from '../../core/field-definition.js';
import { fieldType } from '../../core/field-type.js';
import { plainText } from '../../fields/text.js';
import type { Messages } from '../../i18n/messages.js';
import { inputIdOf, isEditable, isEmpty, isPressable, labelOf } from '../definitions.js';
import type { EditedField } from '../editing/editing.js';
import type { RowDefinition } from '../definitions.js';
import { langOf } from '../view.js';
import type { View } from '../view.js';
import { rowButton } from './row-button.js';

/** What a row is drawn from, beside its definition and the contact. */
export interface RowState {
  readonly edited: EditedField | undefined;
  /** What stands beside the one button of a row that can be edited, while the row is in use. */
  readonly beside: unknown;
  /** Where the value comes from, in words. */
  readonly provenance: string | typeof nothing;
  /** Whether the value has just been copied. */
  readonly isCopied: boolean;
}

/**
 * One field: label, value, and the one button of a row at rest, which opens the editor, else copies the value, or asks to see
 * it; or the open editor over the value, which keeps its place. The buttons share one listener: `name` is the command, the row
 * knows the key of its field.
 */
export function fieldRow(definition: RowDefinition, view: View, state: RowState): TemplateResult {
  const { edited } = state;
  const { key, readonly, readonlyReason, required } = definition;
  const { valuesLang } = view;
  const label = labelOf(definition, view);
  const { title = label } = definition;
  const labelLang = definition.label ? valuesLang : nothing;
  const value = getValue(view.contact, key);
  const isPressed = isPressable(definition, view);
  const canEdit = isEditable(definition, view);
  if (canEdit && !required && !edited && !isPressed && valuesLang === nothing) {
    return usualRow(definition, value, label, view, state);
  }
  const hasReason = readonly === true && readonlyReason !== undefined;
  const reason = hasReason ? html`<small class="reason" lang=${valuesLang}>${readonlyReason}</small>` : nothing;
  const content = isPressed ? options(definition, value, label, view, state) : shownOrAbsent(definition, value, view);
  if (edited?.editor) {
    return html`<div class="field is-open" part="field" data-field=${key}>
      <dt part="label" lang=${labelLang}><label for=${inputIdOf(definition, view)}>${label}</label></dt>
      <dd>${content}${edited.editor}</dd>
    </div>`;
  }
  const mark = canEdit && required ? html`<span role="img" aria-label=${view.messages.required}> *</span>` : nothing;
  const controls = isPressed ? nothing : controlsOf(definition, value, view, label, state);
  // prettier-ignore
  return html`<div class=${edited?.isSaving ? 'field is-saving' : 'field'} part="field" data-field=${key}><dt part="label" lang=${labelLang}>${title}${mark}</dt><dd>${content}${controls}${reason}${edited?.notes ?? nothing}</dd></div>`;
}

/**
 * A field that can be edited and need not have a value, at rest, in the language of the panel. A panel has many of these: a template of
 * few nodes, without space between, for texts and another one for links and the like. The next contact may have no value there: then
 * the text says so.
 */
function usualRow(definition: RowDefinition, value: FieldValue, label: string, view: View, state: RowState): TemplateResult {
  const { key, title = label } = definition;
  const isNothing = isEmpty(value, definition);
  const shown = isNothing ? absence(definition, view.messages) : shownValue(value, definition, view);
  const beside = isNothing ? nothing : state.beside;
  const name = view.messages.edit(label);
  // prettier-ignore
  return typeof shown === 'string'
    ? html`<div class="field" part="field" data-field=${key}><dt part="label" .textContent=${title}></dt><dd><bdi class=${isNothing ? 'value nothing' : 'value'} part="value" .textContent=${shown}></bdi>${beside}<button type="button" class="quiet pencil icon icon-pencil" part="edit-button" name="edit" aria-label=${name} aria-description=${state.provenance}></button></dd></div>`
    : html`<div class="field" part="field" data-field=${key}><dt part="label" .textContent=${title}></dt><dd><bdi class="value" part="value">${shown}</bdi>${beside}<button type="button" class="quiet pencil icon icon-pencil" part="edit-button" name="edit" aria-label=${name} aria-description=${state.provenance}></button></dd></div>`;
}

/** The value, isolated from the direction of the text around it, or what stands in its place. */
function shownOrAbsent(definition: FieldDefinition, value: FieldValue, view: View): TemplateResult {
  const isShown = definition.access !== 'mask' && !isEmpty(value, definition);
  return html`<bdi
    class=${isShown ? 'value' : 'value nothing'}
    part="value"
    lang=${isShown ? langOf(definition, view) : nothing}
    >${isShown ? shownValue(value, definition, view) : absence(definition, view.messages)}</bdi
  >`;
}

/** What can be done with a value: one button, and in the active row the one beside it. */
function controlsOf(definition: FieldDefinition, value: FieldValue, view: View, label: string, state: RowState): unknown {
  const { messages } = view;
  const { access, revealable } = definition;
  const isMasked = access === 'mask';
  const isShown = !isMasked && !isEmpty(value, definition);
  if (isEditable(definition, view)) {
    return html`${isShown ? state.beside : nothing}${rowButton('edit', 'pencil', messages.edit(label), state.provenance)}`;
  }
  if (isShown) return rowButton('copy', state.isCopied ? 'tick is-copied' : 'copy', messages.copy(label), state.provenance);
  return isMasked && revealable ? rowButton('reveal', 'eye', messages.reveal(label)) : nothing;
}

function shownValue(value: FieldValue, definition: FieldDefinition, { avatarPaths, lang, messages }: View): unknown {
  const type = fieldType(definition.type);
  const context = { definition, lang, words: messages, avatarPaths };
  return type.show?.(value, context) ?? type.text(value, context);
}

/** What stands in place of a value that is masked, or that there is none of. */
function absence({ access, key }: FieldDefinition, { hidden, noValue, unassigned }: Messages): string {
  if (access === 'mask') return hidden;
  return key === 'assignee' ? unassigned : noValue;
}

/** Few options, each a button that is pressed or not: one press sets the value. Together they are one tab stop. */
function options(
  definition: FieldDefinition,
  chosen: FieldValue,
  label: string,
  view: View,
  { provenance }: RowState,
): TemplateResult {
  const { options: known = [] } = definition;
  const chosenText = plainText(chosen);
  const isKnown = !chosenText || known.some(({ value }) => value === chosenText);
  const all = isKnown ? known : [...known, { value: chosenText, label: chosenText }];
  const stop = chosenText || all[0]?.value;
  const button = ({ value, label: text }: Option) =>
    // prettier-ignore
    html`<button type="button" part="option" name="choose" value=${value} lang=${langOf(definition, view)} tabindex=${value === stop ? 0 : -1} aria-pressed=${value === chosenText} aria-description=${value === chosenText ? provenance : nothing} .textContent=${text}></button>`;
  return html`<span class="options" role="group" aria-label=${label}>${all.map(button)}</span>`;
}
