import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { TemplateResult } from 'lit';
import type { FieldValues } from '../core/contact.js';
import type { FieldDefinition } from '../core/fields.js';
import { plainText } from '../fields/text.js';
import { definitionOf, labelOf } from './definitions.js';
import { renderEditIcon } from './edit-icons.js';
import type { EditView } from './edit-view.js';
import { editingOf } from './field-editing.js';

/** What an editor tells: every keystroke, the wish to save, the wish to leave things as they were. */
export interface EditorHandlers {
  readonly onInput: (key: string, text: string) => void;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

/** The complaints about what is typed, by field key. */
export type Complaints = ReadonlyMap<string, string> | undefined;

/** First and last name in two inputs: one text is never split on a space. */
export function renderNameEditor(
  view: EditView,
  typed: FieldValues,
  complaints: Complaints,
  handlers: EditorHandlers,
): TemplateResult {
  const inputs = ['firstName', 'lastName'].map((key, index) => {
    const definition = definitionOf(key, view);
    const id = `name-${index}`;
    const complaint = complaints?.get(key);
    return html`<div>
      <label class="label" part="label" for=${id}>${labelOf(definition, view)}</label>
      ${renderInput(definition, id, typed, complaint, handlers)} ${renderProblem(id, complaint)}
    </div>`;
  });
  return renderForm('name', html`<div class="name-parts">${inputs}</div>`, nothing, view, handlers);
}

/** One field's value in one input; the row's label is its label. */
export function renderFieldEditor(
  view: EditView,
  definition: FieldDefinition,
  typed: FieldValues,
  complaints: Complaints,
  handlers: EditorHandlers,
): TemplateResult {
  const id = inputIdOf(definition, view);
  const complaint = complaints?.get(definition.key);
  const input = renderInput(definition, id, typed, complaint, handlers);
  const help = definition.description ? html`<p class="help" id="${id}-help">${definition.description}</p>` : nothing;
  return renderForm(definition.key, input, html`${renderProblem(id, complaint)}${help}`, view, handlers);
}

/** The id of a field's input: made of its place, since keys are data and stay out of ids. */
export function inputIdOf(definition: FieldDefinition, { definitions }: Pick<EditView, 'definitions'>): string {
  return `field-${definitions.indexOf(definition)}`;
}

function renderForm(
  key: string,
  inputs: TemplateResult,
  notes: TemplateResult | typeof nothing,
  { messages }: EditView,
  handlers: EditorHandlers,
): TemplateResult {
  const onSubmit = (event: Event) => {
    event.preventDefault();
    handlers.onSubmit();
  };
  const onKeydown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
    if (event.key !== 'Escape' || isComposing(event)) return;
    event.preventDefault();
    event.stopPropagation();
    handlers.onCancel();
  };
  return html`<form class="editor" part="editor" data-editor=${key} novalidate @submit=${onSubmit} @keydown=${onKeydown}>
    ${inputs}
    <div class="editor-buttons">
      <button type="submit" class="quiet confirm" part="save-button" aria-label=${messages.save}>
        ${renderEditIcon('tick')}
      </button>
      <button type="button" class="quiet" part="cancel-button" aria-label=${messages.cancel} @click=${handlers.onCancel}>
        ${renderEditIcon('cross')}
      </button>
    </div>
    ${notes}
  </form>`;
}

function renderInput(
  definition: FieldDefinition,
  id: string,
  typed: FieldValues,
  complaint: string | undefined,
  { onInput }: EditorHandlers,
): TemplateResult {
  const { key, required, description } = definition;
  const type = editingOf(definition)?.input ?? 'text';
  const describedBy = [complaint && `${id}-problem`, description && `${id}-help`].filter(Boolean).join(' ');
  return html`<input
    id=${id}
    part="input"
    type=${type}
    dir=${type === 'text' ? 'auto' : 'ltr'}
    autocomplete="off"
    autocapitalize="off"
    data-1p-ignore
    data-lpignore="true"
    ?required=${required}
    aria-invalid=${complaint ? 'true' : nothing}
    aria-describedby=${describedBy || nothing}
    .value=${live(plainText(typed[key]))}
    @input=${({ target }: InputEvent) => onInput(key, (target as HTMLInputElement).value)}
  />`;
}

function renderProblem(id: string, complaint: string | undefined): TemplateResult | typeof nothing {
  return complaint ? html`<p class="problem" part="error" id="${id}-problem">${complaint}</p>` : nothing;
}

/** True while an input method is still composing; Safari sends the Enter that ends a composition with key code 229. */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
