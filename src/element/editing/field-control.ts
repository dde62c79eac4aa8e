import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import type { TemplateResult } from 'lit';
import type { FieldValue } from '../../core/contact.js';
import { fieldType } from '../../core/field-type.js';
import type { FieldDefinition, Option } from '../../core/field-definition.js';
import { editingOf } from '../../fields/field-editing.js';
import { plainText } from '../../fields/text.js';
import { labelOf, NAME_KEYS } from '../definitions.js';
import { langOf } from '../view.js';
import type { View } from '../view.js';
import { attributes } from './attributes.js';
import type { Attributes } from './attributes.js';
import { knownOptions } from './choices.js';

/** Up to how many options nobody types to find one: touch screens show no keyboard. */
const FEW = 12;

/** One control of an editor: what it is for, what stands in it, and what is to be told. */
export interface FieldControlOptions {
  readonly view: View;
  readonly definition: FieldDefinition;
  /** Id of the element that the field's label is for. */
  readonly id: string;
  readonly typed: FieldValue;
  /** The value before the editor was opened. */
  readonly was: FieldValue;
  readonly complaint: string | undefined;
  /** What is typed in a text input that searches, as long as nothing has been chosen by it. */
  readonly unchosen: string | undefined;
  readonly onInput: (typed: FieldValue) => void;
  /** The focus is in a text input that searches. */
  readonly onSearch: (input: HTMLInputElement) => void;
}

/** The control in which a field's value is typed or chosen. */
export function renderControl(options: FieldControlOptions): unknown {
  const input = editingOf(options.definition)?.input ?? 'text';
  if (input === 'checkboxes') return renderCheckboxes(options);
  if (input === 'select' || input === 'search') return renderSearch(options);
  return input === 'textarea' ? renderTextarea(options) : renderInput(options, input);
}

/** What all controls in which something is typed have in common. Password managers leave them alone. */
function commonAttributes({ complaint, definition, id, ...options }: FieldControlOptions): Attributes {
  const lang = langOf(definition, options.view);
  return {
    id,
    part: 'input',
    lang: typeof lang === 'string' && lang,
    autocomplete: 'off',
    'data-1p-ignore': true,
    'data-bwignore': true,
    'data-form-type': 'other',
    'data-lpignore': 'true',
    required: definition.required,
    'aria-invalid': complaint && 'true',
    'aria-describedby': describedBy({ complaint, definition, id, ...options }),
  };
}

/** What a field can be set to, in words; a stored value that is no option any more is one here. */
function optionsOf({ definition, view }: FieldControlOptions, chosen: readonly string[]): readonly Option[] {
  const known = knownOptions(definition, view) ?? [];
  const stored = chosen.filter((item) => !known.some(({ value }) => value === item));
  return [...stored.map((value) => ({ value, label: value })), ...known];
}

function renderInput(options: FieldControlOptions, type: string): TemplateResult {
  const { definition, typed, was, onInput, view } = options;
  const { format, inputMode, least, most, toControl } = editingOf(definition) ?? {};
  const context = { definition, lang: view.lang, was };
  const write = (value: FieldValue) => (toControl ? toControl(value, context) : plainText(value));
  const limit = (given: FieldValue = null, otherwise?: string) => (otherwise && (write(given) || otherwise)) ?? nothing;
  let hadSelection = false;
  const onBeforeInput = ({ target }: Event) => {
    const { selectionStart, selectionEnd } = target as HTMLInputElement;
    hadSelection = selectionStart !== selectionEnd;
  };
  const onTyped = (event: InputEvent) => {
    const control = event.target as HTMLInputElement;
    const { value, selectionStart: caret } = control;
    if (format && caret !== null && !event.isComposing) {
      const edit = hadSelection ? undefined : { before: plainText(typed), inputType: event.inputType };
      const formatted = format({ text: value, caret }, view.contact, edit);
      control.value = formatted.text;
      control.setSelectionRange(formatted.caret, formatted.caret);
    }
    onInput(control.value);
  };
  return html`<input
    ${attributes(commonAttributes(options))}
    type=${type}
    dir=${type === 'text' ? 'auto' : 'ltr'}
    inputmode=${inputMode?.(definition) ?? nothing}
    min=${limit(definition.min, least)}
    max=${limit(definition.max, most)}
    autocapitalize=${capitalsIn(definition)}
    enterkeyhint="done"
    .value=${live(write(typed))}
    @beforeinput=${onBeforeInput}
    @input=${onTyped}
  />`;
}

function renderTextarea(options: FieldControlOptions): TemplateResult {
  const { typed, onInput } = options;
  return html`<textarea
    ${attributes(commonAttributes(options))}
    dir="auto"
    rows="4"
    autocapitalize="sentences"
    enterkeyhint="enter"
    .value=${live(plainText(typed))}
    @input=${({ target }: Event) => onInput((target as HTMLTextAreaElement).value)}
  ></textarea>`;
}

function renderCheckboxes(options: FieldControlOptions): TemplateResult {
  const { definition, id, typed, complaint, onInput, view } = options;
  const chosen = Array.isArray(typed) ? (typed as readonly string[]) : [plainText(typed)].filter(Boolean);
  const all = optionsOf(options, chosen);
  const onToggle = ({ currentTarget }: Event) => {
    const boxes = (currentTarget as HTMLElement).querySelectorAll('input');
    onInput(all.map(({ value }) => value).filter((_, index) => boxes[index]?.checked));
  };
  return html`<div
    id=${id}
    class="choices"
    role="group"
    aria-label=${labelOf(definition, view)}
    aria-describedby=${describedBy(options)}
    @change=${onToggle}
  >
    ${all.map(
      ({ value, label }) =>
        html`<label class="choice">
          <input
            type="checkbox"
            part="input"
            aria-invalid=${complaint ? 'true' : nothing}
            .checked=${live(chosen.includes(value))}
          /><bdi lang=${view.valuesLang}>${label}</bdi></label
        >`,
    )}
  </div>`;
}

/**
 * Its text is the search's affair: it is set anew only when another value has been chosen, or is called otherwise in another
 * language. What is typed in it is not wrong before it is to be saved.
 */
function renderSearch(options: FieldControlOptions): unknown {
  const { definition, id, typed, onSearch, unchosen, view } = options;
  const { lang, messages } = view;
  const text = fieldType(definition.type).text(typed, { definition, lang, words: messages });
  const isFew = (knownOptions(definition, view)?.length ?? Infinity) <= FEW;
  const search = html`<input
      ${attributes({ ...commonAttributes(options), required: false, 'aria-required': definition.required && 'true' })}
      role="combobox"
      aria-expanded="false"
      aria-autocomplete="list"
      dir="auto"
      inputmode=${isFew ? 'none' : nothing}
      autocapitalize="off"
      enterkeyhint="done"
      spellcheck="false"
      placeholder=${isFew ? nothing : messages.search}
      .value=${unchosen || text}
      @focus=${({ target }: Event) => onSearch(target as HTMLInputElement)}
    />
    <div
      id="${id}-list"
      class="popup"
      part="option-list"
      lang=${view.valuesLang}
      popover="manual"
      @mousedown=${keepFocus}
    ></div>`;
  // An input searches for one field of one contact: the next contact's editor in the same place gets its own.
  return keyed(`${view.contact.id} ${definition.key}`, search);
}

/** Which letters the keyboard of a touch screen makes capitals: addresses, numbers and codes have none of their own. */
function capitalsIn({ key, type }: FieldDefinition): string {
  if (NAME_KEYS.includes(key)) return 'words';
  return type === 'text' ? 'sentences' : 'off';
}

function describedBy({ complaint, definition, id }: FieldControlOptions): string {
  const unit = editingOf(definition)?.unit?.(definition);
  return [unit && `${id}-unit`, complaint && `${id}-problem`, `${id}-news`, definition.description && `${id}-help`]
    .filter(Boolean)
    .join(' ');
}

/** A press on the list leaves the focus in the input. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
