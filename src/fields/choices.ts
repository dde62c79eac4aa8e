import type { FieldValue } from '../core/contact.js';
import type { FieldType, ShowContext } from '../core/field-type.js';
import { perLanguage } from '../i18n/per-language.js';
import { areFormatsReady } from './formats.js';
import { plainText } from './text.js';

const listFormat = perLanguage((lang) => new Intl.ListFormat([lang, 'en'], { style: 'narrow' }));

/** One of a few options, by its label; a stored value that is no option any more is shown as it is. */
export const listField: FieldType = {
  name: 'list',
  text: (value, { definition }) => {
    if (value === null) return '';
    return definition.options?.find((option) => option.value === value)?.label ?? plainText(value);
  },
  edit: { input: 'select' },
};

/** Several of a few options, by their labels; a stored value that is no option any more is shown as it is. */
export const multilistField: FieldType = {
  name: 'multilist',
  text: (value, context) => listFormat(context.lang).format(labelsOf(value, context)),
  show: (value, context) =>
    areFormatsReady(context.lang) ? multilistField.text(value, context) : labelsOf(value, context).join(', '),
  edit: { input: 'checkboxes' },
};

/**
 * Yes, no, or not known; the texts "true" and "false" are read as the values they name. It is chosen from a list, as a check
 * box has no third state for "not known".
 */
export const checkboxField: FieldType = {
  name: 'checkbox',
  text: (value, { words }) => {
    const text = plainText(value);
    if (text === 'true') return words.yes;
    return text === 'false' ? words.no : text;
  },
  edit: {
    input: 'select',
    options: ({ words }) => [
      { value: 'true', label: words.yes },
      { value: 'false', label: words.no },
    ],
    parse: (text) => (text === 'true' || text === 'false' ? text === 'true' : text || null),
  },
};

function labelsOf(value: FieldValue, context: ShowContext): readonly string[] {
  return Array.isArray(value) ? value.map((item: string) => listField.text(item, context)) : [plainText(value)];
}
