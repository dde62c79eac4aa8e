import type { FieldType } from '../core/field-type.js';
import { makeLink } from './link.js';
import { plainText, textField } from './text.js';

/** A web address (WHATWG URL), shown as a link named by the definition's `linkText`; one that may not be followed is text. */
export const urlField: FieldType<Node> = {
  ...textField,
  name: 'url',
  show: (value, { definition }) => makeLink(plainText(value), definition.linkText ?? plainText(value)),
  edit: async () => (await import('./url-editing.js')).urlEditing,
};
