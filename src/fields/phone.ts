import type { FieldType } from '../core/field-type.js';
import { makeLink } from './link.js';
import { plainText, textField } from './text.js';

/** A phone number, E.164 or as it was typed, shown as a `tel:` link (RFC 3966). Never rewritten. */
export const phoneField: FieldType<Node> = {
  ...textField,
  name: 'phone',
  show: (value) => makeLink(`tel:${plainText(value).replace(/[^\d+*#]/g, '')}`, plainText(value)),
  edit: async () => (await import('./phone-editing.js')).phoneEditing,
};
