import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { getValue } from '../../core/contact.js';
import type { FieldValue } from '../../core/contact.js';
import type { FieldDefinition } from '../../core/field-definition.js';
import { fieldType } from '../../core/field-type.js';
import { plainText } from '../../fields/text.js';
import type { Messages } from '../../i18n/messages.js';
import { inputIdOf, isEditable, isPressable, labelOf } from '../definitions.js';
import type { EditedField } from '../editing/editing.js';
import { onPress } from '../panel.js';
import type { Handlers } from '../panel.js';
import type { View } from '../view.js';

const COPY = 'quiet pencil icon icon-copy';
const COPIED = 'quiet pencil icon icon-tick is-copied';

/**
 * One field: label, value, and the buttons that copy it, show what is masked, and open its editor; or the open editor. The
 * buttons share one listener: `name` is the command, the row knows the key of its field.
 */
export function fieldRow(
  definition: FieldDefinition,
  view: View,
  on: Handlers,
  edited: EditedField | undefined,
  isCopied: boolean,
): TemplateResult {
  const label = labelOf(definition, view);
  const labelLang = definition.label ? view.valuesLang : nothing;
  if (edited?.editor) {
    return html`<div class="field is-open" part="field" data-field=${definition.key}>
      <dt part="label" lang=${labelLang}><label for=${inputIdOf(definition, view)}>${label}</label></dt>
      <dd>${edited.editor}</dd>
    </div>`;
  }
  const { key, readonly, readonlyReason } = definition;
  const value = getValue(view.contact, key);
  const isPressed = isPressable(definition, view);
  const hasReason = readonly === true && readonlyReason !== undefined;
  const canEdit = isEditable(definition, view);
  if (canEdit && !edited && !isPressed && !isEmpty(value, definition))
    return usualRow(definition, label, shownValue(value, definition, view), view, isCopied);
  const content = isPressed
    ? options(definition, value, label, langOf(definition, view), on)
    : valueAndControl(definition, value, view, label, isCopied);
  const reason = hasReason ? html`<small class="reason" lang=${view.valuesLang}>${readonlyReason}</small>` : nothing;
  // prettier-ignore
  return html`<div class=${edited?.isSaving ? 'field is-saving' : 'field'} part="field" data-field=${key}><dt part="label" lang=${labelLang} .textContent=${label}></dt><dd>${content}${reason}${edited?.notes ?? nothing}</dd></div>`;
}

/** A value that can be copied and edited, at rest. A panel has many of these: one template of few nodes, without space between. */
function usualRow(definition: FieldDefinition, label: string, shown: unknown, view: View, isCopied: boolean): TemplateResult {
  const { messages, valuesLang } = view;
  const labelLang = definition.label ? valuesLang : nothing;
  const copyIcon = isCopied ? COPIED : COPY;
  // prettier-ignore
  return html`<div class="field" part="field" data-field=${definition.key}><dt part="label" lang=${labelLang} .textContent=${label}></dt><dd><bdi class="value" part="value" lang=${langOf(definition, view)}>${shown}</bdi><span class="controls"><button type="button" class=${copyIcon} part="copy-button" name="copy" aria-label=${messages.copy(label)}></button><button type="button" class="quiet pencil icon icon-pencil" part="edit-button" name="edit" aria-label=${messages.edit(label)}></button></span></dd></div>`;
}

/** The `lang` of a field's value; "yes", "no" and the usual statuses are words of the panel. */
function langOf({ key, type }: FieldDefinition, { state, valuesLang }: View): View['valuesLang'] {
  if (valuesLang === nothing) return nothing;
  const isUsual = key === 'status' && !state.fields.some((field) => field.key === key && field.options);
  return isUsual || type === 'checkbox' ? nothing : valuesLang;
}

/** Whether there is nothing to show of a field: no value, and none that is masked. */
export function isEmpty(value: FieldValue, { access }: FieldDefinition): boolean {
  return access !== 'mask' && (value === null || value === '' || (Array.isArray(value) && !value.length));
}

/** The value, isolated from the direction of the text around it, or what stands in its place; and what can be done with it. */
function valueAndControl(
  definition: FieldDefinition,
  value: FieldValue,
  view: View,
  label: string,
  isCopied: boolean,
): TemplateResult {
  const { messages } = view;
  const { access, revealable } = definition;
  const isMasked = access === 'mask';
  const isShown = !isMasked && !isEmpty(value, definition);
  const edit = isEditable(definition, view) ? control('edit', 'icon-pencil', messages.edit(label)) : nothing;
  const reveal = isMasked && revealable ? control('reveal', 'icon-eye', messages.reveal(label)) : nothing;
  const copy = control('copy', isCopied ? 'icon-tick is-copied' : 'icon-copy', messages.copy(label));
  return html`<bdi
      class=${isShown ? 'value' : 'value nothing'}
      part="value"
      lang=${isShown ? langOf(definition, view) : nothing}
      >${isShown ? shownValue(value, definition, view) : absence(definition, messages)}</bdi
    ><span class="controls">${isShown ? copy : reveal}${edit}</span>`;
}

/** A button with an icon: `command-button` is its part. */
function control(command: string, icon: string, name: string): TemplateResult {
  return html`<button
    type="button"
    class="quiet pencil icon ${icon}"
    part="${command}-button"
    name=${command}
    aria-label=${name}
  ></button>`;
}

function shownValue(value: FieldValue, definition: FieldDefinition, { lang, messages }: View): unknown {
  const type = fieldType(definition.type);
  const context = { definition, lang, words: messages };
  return type.show?.(value, context) ?? type.text(value, context);
}

/** What stands in place of a value that is masked, or that there is none of. */
function absence({ access, key }: FieldDefinition, { hidden, noValue, unassigned }: Messages): string {
  if (access === 'mask') return hidden;
  return key === 'assignee' ? unassigned : noValue;
}

/** Few options, each a button that is pressed or not: one press sets the value. */
function options(
  definition: FieldDefinition,
  chosen: FieldValue,
  label: string,
  lang: View['valuesLang'],
  on: Handlers,
): TemplateResult {
  const { key, options: known = [] } = definition;
  const text = plainText(chosen);
  const isKnown = !text || known.some(({ value }) => value === text);
  const all = isKnown ? known : [...known, { value: text, label: text }];
  return html`<span class="options" role="group" aria-label=${label}
    >${all.map(
      (option) =>
        html`<button
          type="button"
          part="option"
          lang=${lang}
          aria-pressed=${option.value === text}
          @click=${onPress(() => on.choose(key, option.value))}
        >
          ${option.label}
        </button>`,
    )}</span
  >`;
}
