import { html } from 'lit';
import type { FieldType } from '../core/fields.js';
import { renderFlag } from './flag.js';
import { nameIn } from './language.js';

/** A country (ISO 3166-1 alpha-2), by its name in the reader's language; an unknown code stays as it is. */
export const countryField: FieldType = {
  name: 'country',
  text: (value, { lang }) => (value === null ? '' : nameIn(lang, 'region', String(value))),
  show: (value, context) => html`${renderFlag(String(value))}<bdi>${countryField.text(value, context)}</bdi>`,
};
