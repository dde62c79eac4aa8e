import type { Contact, FieldValue, FieldValues } from './contact.js';
import type { FieldDefinition, Option } from './field-definition.js';

/** Why a typed text is not a value of the field; the panel has a sentence for each. */
export type Complaint =
  | 'required'
  | 'email'
  | 'phone'
  | PhoneComplaint
  | 'url'
  | 'number'
  | 'incomplete'
  | 'choice'
  | 'pattern'
  | 'tooLong';

/** Why a phone number is not one, where the reason is known. */
type PhoneComplaint = 'phoneCountryCode' | 'phoneTooShort' | 'phoneTooLong' | 'phoneLength';

/** Two numbers, in the reader's language, that a typed text may mean. */
export interface TwoReadings {
  readonly readings: readonly [string, string];
}

/** What it may take to know to write a value into a control, and to read it there. */
export interface ControlContext {
  readonly definition: FieldDefinition;
  /** BCP 47 tag of the reader's language. */
  readonly lang: string;
  /** The value before the editor was opened. */
  readonly was: FieldValue;
}

/** What showing a value may need to know. */
export interface ShowContext {
  readonly definition: FieldDefinition;
  /** BCP 47 tag of the reader's language. */
  readonly lang: string;
  /** The words that stand for values. */
  readonly words: ValueWords;
  /** The paths of the page's own origin that pictures may come from; none by default. */
  readonly avatarPaths?: readonly string[] | undefined;
}

/** Words of the reader's language that stand for values. */
export interface ValueWords {
  readonly yes: string;
  readonly no: string;
}

/**
 * The control that a value is edited in: an `<input>` of that type, a `<textarea>`, a group of check boxes for several
 * choices, or a text input over a list in which one is chosen: of the options (`select`), or of what is searched (`search`).
 */
export type FieldControl =
  | 'text'
  | 'email'
  | 'tel'
  | 'url'
  | 'date'
  | 'time'
  | 'datetime-local'
  | 'textarea'
  | 'select'
  | 'checkboxes'
  | 'search';

/** A text while it is being typed. */
export interface TypedText {
  readonly text: string;
  /** Where the caret is in it, in UTF-16 code units. */
  readonly caret: number;
}

/** What the browser tells of an edit of a text, where nothing was selected before it. */
export interface TypedEdit {
  /** The text before it. */
  readonly before: string;
  /** The `inputType` of its `input` event (Input Events Level 2). */
  readonly inputType: string;
}

/** A choice that a field type knows by itself. */
export interface KnownOption extends Option {
  /** Codes that find it when they are typed in full. */
  readonly codes?: readonly string[];
  /** Abbreviations that find it, and nothing else, when they are typed in full: who types "UK" does not mean Ukraine. */
  readonly abbreviations?: readonly string[];
}

/** How a kind of value is edited. Until it is saved, a draft holds the text typed, or the value chosen. */
export interface FieldEditing {
  readonly input: FieldControl;
  /** The keyboard that touch screens show, where the control does not say it: see HTML's `inputmode`. */
  inputMode?(definition: FieldDefinition): 'decimal' | undefined;
  /** The unit of what is typed, which stands beside the control: the code of a currency, a percent sign. */
  unit?(definition: FieldDefinition): string | undefined;
  /** The least and the most that the control can be set to, as it writes values, where the definition does not say. */
  readonly least?: string;
  readonly most?: string;
  /** The choices, where they are not those of the definition. A `search` that has none asks the source. */
  options?(context: ShowContext): readonly KnownOption[];
  /** The value that choosing an option means; its own `value` by default. */
  choose?(option: Option): FieldValue;
  /** Writes a text anew while it is typed, as its kind of value is usually written. */
  format?(typed: TypedText, contact: Contact, edit?: TypedEdit): TypedText;
  /** The value of a typed text; `null` for nothing. What is no value comes back as text, for `check` to refuse. */
  parse?(text: string, contact: Contact): FieldValue;
  /** What a draft starts with, where that is not the value itself; for controls that write values differently. */
  start?(value: FieldValue): FieldValue;
  /** What a control shows that writes values differently: of a value until something is typed, then of the text it held. */
  toControl?(typed: FieldValue, context: ControlContext): string;
  /** The value of what stood in such a control when it was confirmed; what is no value comes back as text. */
  fromControl?(typed: FieldValue, context: ControlContext): FieldValue;
  /** Where a value stands among others, to be compared with `min` and `max`; `NaN` for nowhere. By default, as it is. */
  order?(value: FieldValue): number;
  /** What a value says of other standard fields, by key: a phone number of the country. Offered, never taken by itself. */
  implies?(value: FieldValue): FieldValues;
  /** What is wrong with a value, `undefined` where nothing is. */
  check?(value: FieldValue, definition: FieldDefinition, contact: Contact, lang: string): Complaint | TwoReadings | undefined;
}

/** How a kind of value is read, shown and edited. */
export interface FieldType {
  readonly name: string;
  /** The value as plain text: for copying, for an editor's input, for reading aloud. Empty for no value. */
  text(value: FieldValue, context: ShowContext): string;
  /** The value as it is shown, where that is more than its text: a text, a DOM node or a lit template. */
  show?(value: FieldValue, context: ShowContext): unknown;
  /** Whether editing it takes a source that suggests: without `suggestOptions` it is shown only. */
  readonly isSuggested?: boolean;
  /** How it is edited, or a function that loads this when the type is first edited; absent: shown only. */
  readonly edit?: FieldEditing | (() => FieldEditing | Promise<FieldEditing>);
}

const types = new Map<string, FieldType>();

/** Makes a field type known by its name; the built-in types come in the same way. A later one replaces an earlier one. */
export function defineFieldType(type: FieldType): void {
  if (!type.name || typeof type.text !== 'function') throw new TypeError('A field type needs a name and text()');
  types.set(type.name, type);
}

/** Whether there is a field type of that name. */
export function isFieldType(name: string): boolean {
  return types.has(name);
}

/** The field type of that name. An unknown one is shown as plain text and not edited, as its values cannot be checked. */
export function fieldType(name: string): FieldType {
  const type = types.get(name);
  if (type) return type;
  const text = types.get('text');
  if (!text) throw new TypeError('No field types');
  const { edit: _, ...shown } = text;
  return shown;
}
