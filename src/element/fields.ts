import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { getValue, isStandardKey } from '../core/contact.js';
import { fieldType } from '../core/fields.js';
import type { FieldDefinition } from '../core/fields.js';
import { renderIcon } from './icons.js';
import type { View } from './panel.js';

/** The fields, one row each, in order: label, value, and the button that opens its editor. */
export function renderFields(view: View): TemplateResult {
  return html`<dl class="fields" part="fields">${view.definitions.map((definition) => renderField(definition, view))}</dl>`;
}

/** The definition of a field, a plain text where the source has none. */
export function definitionOf(key: string, { definitions }: Pick<View, 'definitions'>): FieldDefinition {
  return definitions.find((definition) => definition.key === key) ?? { key, type: 'text' };
}

/** What a field is called: by the source, or in the reader's language. */
export function labelOf({ key, label }: FieldDefinition, { messages }: Pick<View, 'messages'>): string {
  return label ?? (isStandardKey(key) ? messages.fields[key] : key);
}

/** Whether the person may change the field here: allowed by the source, and of a type that has an editor. */
export function isEditable(
  { access = 'edit', readonly, type }: FieldDefinition,
  { abilities }: Pick<View, 'abilities'>,
): boolean {
  return abilities.edit && access === 'edit' && readonly !== true && fieldType(type).control !== undefined;
}

function renderField(definition: FieldDefinition, view: View): TemplateResult | typeof nothing {
  const attached = view.editing?.attach(definition, view);
  const label = labelOf(definition, view);
  if (attached?.editor) {
    return html`<div class="field is-open" part="field">
      <dt part="label"><label for=${attached.inputId}>${label}</label></dt>
      <dd>${attached.editor}</dd>
    </div>`;
  }
  if (view.hideEmpty && !attached && getValue(view.contact, definition.key) === null) return nothing;
  return html`<div class=${attached?.isSaving ? 'field is-saving' : 'field'} part="field">
    <dt part="label">${label}</dt>
    <dd>
      <span class="value" part="value">${renderValue(definition, view)}</span>
      ${isEditable(definition, view) ? renderEditButton(definition.key, view.messages.edit(label), view) : nothing}
      ${attached?.notices ?? nothing}
    </dd>
  </div>`;
}

/** The pencil: opens the editor of a field, or of the name. */
export function renderEditButton(key: string, label: string, { intents }: Pick<View, 'intents'>): TemplateResult {
  return html`<button
    type="button"
    class="quiet pencil"
    part="edit-button"
    aria-label=${label}
    data-edit=${key}
    @pointerenter=${intents.onEditIntent}
    @focus=${intents.onEditIntent}
    @click=${() => intents.onEdit(key)}
  >
    ${renderIcon('pencil')}
  </button>`;
}

function renderValue(definition: FieldDefinition, view: View): unknown {
  const { contact, lang, messages } = view;
  const value = getValue(contact, definition.key);
  if (value === null) {
    return html`<span class="nothing">${definition.key === 'assignee' ? messages.unassigned : messages.noValue}</span>`;
  }
  if (definition.access === 'mask')
    return html`<span aria-hidden="true">••••••</span><span class="hidden">${messages.hidden}</span>`;
  const type = fieldType(definition.type);
  const context = { definition, lang };
  return type.show?.(value, context) ?? html`<bdi>${type.text(value, context)}</bdi>`;
}
