import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { TemplateResult } from 'lit';
import { entryAt, entryKey, getValue } from '../../core/contact.js';
import type { EntryPlace, FieldValue } from '../../core/contact.js';
import type { FieldDefinition } from '../../core/field-definition.js';
import { ownValue } from '../../core/own-value.js';
import type { Draft } from '../../store/contact-state.js';
import { editingOf, isChoice } from '../../fields/field-editing.js';
import { definitionOf, inputIdOf, isEmpty, labelOf } from '../definitions.js';
import { fieldLabelOf } from '../definitions.js';
import { onPress } from '../panel.js';
import type { View } from '../view.js';
import { plainText } from '../../fields/text.js';
import { renderControl } from './field-control.js';
import { describeNews, renderButton } from './notices.js';

/** What an editor tells: every keystroke, the wish to save, the wish to leave things as they were. */
export interface EditorHandlers {
  readonly onInput: (key: string, typed: FieldValue) => void;
  readonly onSearch: (definition: FieldDefinition, input: HTMLInputElement) => void;
  /** `isIncomplete`: a control of the platform holds something half typed, which is no value. */
  readonly onSubmit: (isIncomplete: boolean) => void;
  readonly onCancel: () => void;
  /** Asks for another email address or phone number, where the contact may have several. */
  readonly onAdd?: (() => void) | undefined;
}

/** What the editor of a further email address or phone number tells beside that. */
export interface EntryEditorHandlers extends EditorHandlers {
  readonly onMakePrimary: () => void;
  readonly onRemove: () => void;
}

/** The controls that are higher than a row. */
const MANY_LINES = ['textarea', 'checkboxes'];

/** The complaints about what is typed, by field key. */
export type Complaints = ReadonlyMap<string, string> | undefined;

/** First and last name in two inputs: one text is never split on a space. */
export function renderNameEditor(view: View, draft: Draft, complaints: Complaints, handlers: EditorHandlers): TemplateResult {
  const inputs = ['firstName', 'lastName'].map((key, index) => {
    const definition = definitionOf(key, view);
    const id = `name-${index}`;
    const complaint = complaints?.get(key);
    return html`<div>
      <label class="label" part="label" lang=${definition.label ? view.valuesLang : nothing} for=${id}
        >${labelOf(definition, view)}</label
      >
      ${renderDraft(view, definition, id, draft, complaint, handlers)} ${renderProblem(id, complaint)}
      ${renderNews(view, definition, id, draft)}
    </div>`;
  });
  const parts = html`<div class="name-parts">${inputs}</div>`;
  return renderForm({ key: 'name', label: view.messages.name, isOneLine: false, inputs: parts }, view, handlers);
}

/**
 * One field's value in one input; the row's label is its label. What is said of it lies over the rows below, which stay where
 * they are: only a complaint, and an editor of many lines, make room for themselves.
 */
export function renderFieldEditor(
  view: View,
  definition: FieldDefinition,
  draft: Draft,
  complaints: Complaints,
  handlers: EditorHandlers,
  unchosen?: string,
): TemplateResult {
  const id = inputIdOf(definition, view);
  const complaint = complaints?.get(definition.key);
  const inputs = renderDraft(view, definition, id, draft, complaint, handlers, unchosen);
  const help = definition.description
    ? html`<p class="help" id="${id}-help" lang=${view.valuesLang}>${definition.description}</p>`
    : nothing;
  const notes = html`<div class="editor-notes">
    ${renderProblem(id, complaint)}${renderNews(view, definition, id, draft)}${help}
    ${handlers.onAdd ? renderButton(view.messages.addField(fieldLabelOf(definition, view)), handlers.onAdd) : nothing}
  </div>`;
  const isOneLine = !complaint && !handlers.onAdd && !MANY_LINES.includes(editingOf(definition)?.input ?? '');
  const copy = renderCopy(view, definition);
  return renderForm(
    { key: definition.key, label: labelOf(definition, view), isChoice: isChoice(definition), isOneLine, inputs, copy, notes },
    view,
    handlers,
  );
}

/**
 * A further email address or phone number, what it is for, and what else can be done with it. A new one has neither a place among
 * the others yet nor anything to be removed.
 */
export function renderEntryEditor(
  view: View,
  definition: FieldDefinition,
  place: EntryPlace,
  draft: Draft,
  complaints: Complaints,
  handlers: EntryEditorHandlers,
): TemplateResult {
  const { messages } = view;
  const id = inputIdOf(definition, view);
  const complaint = complaints?.get(definition.key);
  const label = labelOf(definition, view);
  const labelKey = entryKey(place.list, place.value, 'label');
  const onLabel = ({ target }: Event) => handlers.onInput(labelKey, (target as HTMLInputElement).value);
  const inputs = html`${renderDraft(view, definition, id, draft, complaint, handlers)}
    <input
      part="input"
      list="${id}-labels"
      maxlength="255"
      dir="auto"
      autocomplete="off"
      enterkeyhint="done"
      aria-label=${messages.entryLabel}
      placeholder=${messages.entryLabel}
      .value=${live(labelInWords(draft, labelKey, view))}
      @input=${onLabel}
    />
    <datalist id="${id}-labels">
      ${Object.values(messages.entryLabels).map((text) => html`<option value=${text}></option>`)}
    </datalist>`;
  const button = (text: string, onClick: () => void) => renderButton(text, onClick, { name: messages.buttonOf(text, label) });
  const notes = html`<div class="editor-notes">
    ${renderProblem(id, complaint)}${renderNews(view, definition, id, draft)}
    ${entryAt(view.contact, place)
      ? html`<div class="buttons">
          ${button(messages.makePrimary, handlers.onMakePrimary)} ${button(messages.remove, handlers.onRemove)}
        </div>`
      : nothing}
  </div>`;
  const copy = renderCopy(view, definition);
  return renderForm({ key: definition.key, label, isOneLine: false, inputs, copy, notes }, view, handlers);
}

/** The label as it is typed; as long as it is the one that is kept, as it is called in the reader's language. */
function labelInWords({ baseValues, values }: Draft, key: string, { messages }: View): string {
  const typed = plainText(ownValue(values, key));
  const isKept = typed === plainText(ownValue(baseValues, key));
  return (isKept && ownValue(messages.entryLabels, typed)) || typed;
}

interface Form {
  readonly key: string;
  /** What is edited, in the names of the buttons. */
  readonly label: string;
  /** What is typed is saved by a button; what is chosen from a list is saved by that. */
  readonly isChoice?: boolean;
  readonly isOneLine: boolean;
  readonly inputs: unknown;
  readonly copy?: TemplateResult | typeof nothing;
  readonly notes?: TemplateResult;
}

/** `isConfirmed`: what is typed is saved by a button; what is chosen from a list is saved by that. */
function renderForm(
  { key, label, isChoice: isChosen = false, isOneLine, inputs, copy = nothing, notes }: Form,
  { messages }: View,
  handlers: EditorHandlers,
): TemplateResult {
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const controls = [...(event.currentTarget as HTMLFormElement).elements];
    handlers.onSubmit(controls.some(isUnfinished));
  };
  const onKeydown = (event: KeyboardEvent) => {
    const isSubmitting = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    // Firefox would press the button that has the focus by then with the rest of the same key.
    if (event.key === 'Enter' && (isComposing(event) || isSubmitting)) event.preventDefault();
    if (isSubmitting && !isComposing(event)) (event.currentTarget as HTMLFormElement).requestSubmit();
    if (event.key !== 'Escape' || isComposing(event) || event.defaultPrevented) return;
    event.preventDefault();
    handlers.onCancel();
  };
  const save = html`<button
    type="submit"
    class="quiet confirm icon icon-tick"
    part="save-button"
    aria-label=${messages.saveField(label)}
    @click=${ignoreDoubleClick}
  ></button>`;
  return html`<form
    class=${isOneLine ? 'editor is-one-line' : 'editor'}
    part="editor"
    data-editor=${key}
    novalidate
    @focusin=${keepInView}
    @submit=${onSubmit}
    @keydown=${onKeydown}
  >
    ${inputs}
    <div class="editor-buttons">
      ${copy} ${isChosen ? nothing : save}
      <button
        type="button"
        class="quiet icon icon-cross"
        part="cancel-button"
        aria-label=${messages.cancelField(label)}
        @click=${onPress(handlers.onCancel)}
      ></button>
    </div>
    ${notes ?? nothing}
  </form>`;
}

/** Where nothing hovers over a row, its value is copied from its editor: a row at rest has one button. */
function renderCopy(view: View, definition: FieldDefinition): TemplateResult | typeof nothing {
  if (isEmpty(getValue(view.contact, definition.key), definition)) return nothing;
  return html`<button
    type="button"
    class="quiet by-touch icon icon-copy"
    part="copy-button"
    name="copy"
    aria-label=${view.messages.copy(labelOf(definition, view))}
  ></button>`;
}

function renderDraft(
  view: View,
  definition: FieldDefinition,
  id: string,
  { values, baseValues }: Draft,
  complaint: string | undefined,
  { onInput, onSearch }: EditorHandlers,
  unchosen?: string,
): unknown {
  const { key } = definition;
  const unit = editingOf(definition)?.unit?.(definition);
  const control = renderControl({
    view,
    definition,
    id,
    complaint,
    typed: ownValue(values, key) ?? null,
    was: ownValue(baseValues, key) ?? null,
    unchosen,
    onInput: (typed) => onInput(key, typed),
    onSearch: (input) => onSearch(definition, input),
  });
  return unit ? html`${control}<span class="unit" id="${id}-unit">${unit}</span>` : control;
}

function renderProblem(id: string, complaint: string | undefined): TemplateResult | typeof nothing {
  return complaint ? html`<p class="problem" part="error" id="${id}-problem">${complaint}</p>` : nothing;
}

/** What somebody else has written meanwhile; the panel announces it. */
function renderNews(view: View, definition: FieldDefinition, id: string, draft: Draft): TemplateResult {
  return html`<p class="help" id="${id}-news">${describeNews(definition, draft, view)}</p>`;
}

/** Whether a control of the platform holds something half typed that is no value: a part of a date. */
function isUnfinished(control: Element): boolean {
  return (control as HTMLInputElement).validity.badInput;
}

/** The tick comes where the pencil was: the second click of a double click is meant for neither. */
function ignoreDoubleClick(event: MouseEvent): void {
  if (event.detail > 1) event.preventDefault();
}

/** True while an input method is still composing; Safari sends the Enter that ends a composition with key code 229. */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/**
 * Keeps an editor in view while one of its controls has the focus: the keyboard of a touch screen comes after the focus, and
 * covers what it is to be typed into, or the buttons below that.
 */
function keepInView({ currentTarget, target }: Event): void {
  const editor = currentTarget as Element;
  const onResize = () => editor.scrollIntoView({ block: 'nearest' });
  visualViewport?.addEventListener('resize', onResize);
  target?.addEventListener('focusout', () => visualViewport?.removeEventListener('resize', onResize), { once: true });
}
