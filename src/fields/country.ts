import { html } from 'lit';
import type { FieldType } from '../core/field-type.js';
import { nameIn } from './display-names.js';
import { flag } from './flag.js';
import { shownFormatted } from './formats.js';
import { plainText } from './text.js';

/**
 * A country (ISO 3166-1 alpha-2), by its flag and its name in the reader's language. An unknown code stays as it is, and so
 * does every code on the screen until the names are ready.
 */
export const countryField: FieldType = {
  name: 'country',
  text: (value, { lang }) => (value === null ? '' : nameIn(lang, 'region', plainText(value))),
  show: (value, context) => html`${flag(plainText(value))}<bdi>${shownFormatted(countryField.text)(value, context)}</bdi>`,
  edit: async () => (await import('./named-editing.js')).countryEditing,
};
