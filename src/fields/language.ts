import type { FieldType } from '../core/field-type.js';
import { nameIn } from './display-names.js';
import { shownFormatted } from './formats.js';
import { plainText } from './text.js';

/**
 * A language (BCP 47), by its name in the reader's language. An unknown tag stays as it is, and so does every tag on the
 * screen until the names are ready.
 */
export const languageField: FieldType = {
  name: 'language',
  text: (value, { lang }) => (value === null ? '' : nameIn(lang, 'language', plainText(value))),
  show: (value, context) => shownFormatted(languageField.text)(value, context),
  edit: async () => (await import('./named-editing.js')).languageEditing,
};
