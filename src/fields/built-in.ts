import { defineFieldType, isFieldType } from '../core/field-type.js';
import type { FieldType } from '../core/field-type.js';
import { checkboxField, listField, multilistField } from './choices.js';
import { countryField } from './country.js';
import { dateField, datetimeField, timeField } from './dates.js';
import { emailField } from './email.js';
import { languageField } from './language.js';
import { currencyField, numberField, percentField } from './number.js';
import { personField } from './person.js';
import { phoneField } from './phone.js';
import { textareaField, textField } from './text.js';
import { urlField } from './url.js';

/** The field types that come with the panel. They are defined like a host's own: by `defineFieldType`. */
export const builtInFieldTypes: readonly FieldType[] = [
  textField,
  emailField,
  phoneField,
  countryField,
  languageField,
  personField,
  listField,
  textareaField,
  urlField,
  numberField,
  currencyField,
  percentField,
  dateField,
  timeField,
  datetimeField,
  multilistField,
  checkboxField,
];

/** Defines those that nobody has defined yet: a host may have been here before, with a type of its own. */
export function defineBuiltInFieldTypes(): void {
  for (const type of builtInFieldTypes) if (!isFieldType(type.name)) defineFieldType(type);
}
