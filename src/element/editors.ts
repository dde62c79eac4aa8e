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
  /** `isIncomplete`: a control of the platform holds something half typed, which is no value. */
  readonly onSubmit: (isIncomplete: boolean) => void;
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
      ${renderControl(view, definition, id, typed, complaint, handlers)} ${renderProblem(id, complaint)}
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
  const input = renderControl(view, definition, id, typed, complaint, handlers);
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
    const controls = [...(event.currentTarget as HTMLFormElement).elements];
    handlers.onSubmit(controls.some((control) => control instanceof HTMLInputElement && control.validity.badInput));
  };
  const onKeydown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
      (event.currentTarget as HTMLFormElement).requestSubmit();
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

function renderControl(
  view: EditView,
  definition: FieldDefinition,
  id: string,
  typed: FieldValues,
  complaint: string | undefined,
  { onInput }: EditorHandlers,
): TemplateResult {
  const { key, required, description } = definition;
  const { input: type = 'text', inputMode } = editingOf(definition) ?? {};
  const describedBy = [complaint && `${id}-problem`, description && `${id}-help`].filter(Boolean).join(' ') || nothing;
  const isInvalid = complaint ? 'true' : nothing;
  const text = plainText(typed[key]);
  const onTyped = ({ target }: Event) => onInput(key, (target as HTMLInputElement).value);
  if (type === 'select') {
    return html`<select
      id=${id}
      part="input"
      ?required=${required}
      aria-invalid=${isInvalid}
      aria-describedby=${describedBy}
      @change=${onTyped}
    >
      ${renderOptions(definition, text, view)}
    </select>`;
  }
  if (type === 'textarea') {
    return html`<textarea
      id=${id}
      part="input"
      dir="auto"
      rows="4"
      ?required=${required}
      aria-invalid=${isInvalid}
      aria-describedby=${describedBy}
      .value=${live(text)}
      @input=${onTyped}
    ></textarea>`;
  }
  return html`<input
    id=${id}
    part="input"
    type=${type}
    dir=${type === 'text' ? 'auto' : 'ltr'}
    inputmode=${inputMode ?? nothing}
    autocomplete="off"
    autocapitalize="off"
    data-1p-ignore
    data-lpignore="true"
    ?required=${required}
    aria-invalid=${isInvalid}
    aria-describedby=${describedBy}
    .value=${live(text)}
    @input=${onTyped}
  />`;
}

/** The options, with "no value" where the field may be empty, and with a stored value that is no option any more. */
function renderOptions(definition: FieldDefinition, chosen: string, { lang, messages }: EditView): unknown {
  const { required } = definition;
  const options = editingOf(definition)?.options?.({ definition, lang, words: messages }) ?? definition.options ?? [];
  const isKnown = chosen === '' || options.some(({ value }) => value === chosen);
  const none = required && chosen !== '' ? [] : [{ value: '', label: messages.noValue }];
  const stored = isKnown ? [] : [{ value: chosen, label: chosen }];
  return [...none, ...stored, ...options].map(
    ({ value, label }) => html`<option value=${value} .selected=${live(value === chosen)}>${label}</option>`,
  );
}

function renderProblem(id: string, complaint: string | undefined): TemplateResult | typeof nothing {
  return complaint ? html`<p class="problem" part="error" id="${id}-problem">${complaint}</p>` : nothing;
}

/** True while an input method is still composing; Safari sends the Enter that ends a composition with key code 229. */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
