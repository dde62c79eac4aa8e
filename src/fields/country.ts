import type { FieldType } from '../core/field-type.js';
import { makeFlag } from './flag.js';
import { nameIn } from './language.js';
import { make } from './make.js';
import { plainText } from './text.js';

/** A country (ISO 3166-1 alpha-2), by its name in the reader's language; an unknown code stays as it is. */
export const countryField: FieldType<Node> = {
  name: 'country',
  text: (value, { lang }) => (value === null ? '' : nameIn(lang, 'region', plainText(value))),
  show: (value, context) => make('span', {}, makeFlag(plainText(value)), make('bdi', {}, countryField.text(value, context))),
  edit: async () => (await import('./country-editing.js')).countryEditing,
};
